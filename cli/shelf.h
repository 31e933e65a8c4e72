/* cli/shelf.h - the store that a sub-command writes to or asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/store.h"
#include "model/knowledge.h"
#include "model/review.h"

G_BEGIN_DECLS

/* Returns (transfer full): the store at @uri, made if it is not there, and a run begun that reads
 * with @knowledge; NULL with @error set. */
Store *shelf_open (const char *uri, const char *options, const Knowledge *knowledge,
                   GError **error);

/* Returns (transfer full): the store at @uri to be asked what was read with @knowledge; nothing is
 * written. */
Store *shelf_open_reading (const char *uri, const char *options, const Knowledge *knowledge,
                           GError **error);

/* Who watches while reports are compared: is told how many authorities are left, and may put them
 * off to another time by FALSE. */
typedef struct
{
  gboolean (*goes_on) (guint n_left, gpointer data);
  gpointer data;
} ShelfWatch;

/* Compares the reports that came to the store with those that were there, as store_settle() says;
 * what is left of @decisions (nullable) is applied to what is found.  @n_jobs processors are used;
 * @watch: (nullable). */
gboolean shelf_settle (Store *store, Decisions *decisions, guint n_jobs, const ShelfWatch *watch,
                       GError **error);

/* Returns (transfer full): the store at @uri to be asked; it is settled first if that is left to
 * do. */
Store *shelf_open_settled (const char *uri, GError **error);

/* Returns: the exit code for a store that could not be opened or used. */
int shelf_exit_code (const GError *error);

G_END_DECLS
