/* emit/descriptor.h - datapackage.json: says what the CSV files hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A Frictionless Data Package with a Table Schema for each file.  It bears no date, so that the
 * same inputs give the same bytes, and no licence, which is the publisher's to give.
 */
#pragma once

#include "emit/output.h"
#include "emit/table.h"

G_BEGIN_DECLS

#define DESCRIPTOR_FILE "datapackage.json"

/* Returns (transfer full): the descriptor of the package whose tables were written as @sums say, in
 * the order of package_tables; @is_guarded says whether formulas were guarded. */
char *descriptor_text (const OutputSum sums[N_TABLES], gboolean is_guarded);

/* Returns: whether the folder at @path holds a descriptor that descriptor_text() wrote. */
gboolean descriptor_is_in (const char *path);

/* What a status means, and its shorthand in UK government statistics. */
typedef struct
{
  const char *label;
  const char *shorthand; /* NULL if there is none */
} StatusLabel;

/* Returns (transfer none): the label of @status. */
const StatusLabel *status_label (Status status);

G_END_DECLS
