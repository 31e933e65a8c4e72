/* cli/shelf.c - the store that a sub-command writes to or asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/shelf.h"

#include "check/check.h"
#include "cli/command.h"

/* To read a report from the store takes three times as long as to compare it. */
#define MOST_READERS 4

static gpointer
begin_ledger (void)
{
  return ledger_new ();
}

typedef struct
{
  Decisions *decisions;    /* borrowed; NULL for none */
  const ShelfWatch *watch; /* borrowed; NULL for nobody */
} Settling;

static void
compare_report (gpointer ledger, Report *report, gpointer data)
{
  const Settling *settling = data;
  ledger_compare (ledger, report);
  if (settling->decisions != NULL)
    review_findings (settling->decisions, report);
}

static gboolean
goes_on (guint n_left, gpointer data)
{
  const ShelfWatch *watch = ((const Settling *) data)->watch;
  return watch == NULL || watch->goes_on (n_left, watch->data);
}

static void
end_ledger (gpointer ledger)
{
  ledger_free (ledger);
}

static Store *
open_for_run (const char *uri, StoreMode mode, const char *options, const Knowledge *knowledge,
              GError **error)
{
  const StoreSettings settings = { RECOUNT_VERSION, options, knowledge->sha256 };
  g_autoptr (Store) store = store_open (uri, mode, error);
  if (store == NULL || !store_begin_run (store, &settings, error))
    return NULL;
  return g_steal_pointer (&store);
}

Store *
shelf_open (const char *uri, const char *options, const Knowledge *knowledge, GError **error)
{
  return open_for_run (uri, STORE_WRITE, options, knowledge, error);
}

Store *
shelf_open_reading (const char *uri, const char *options, const Knowledge *knowledge,
                    GError **error)
{
  return open_for_run (uri, STORE_READ, options, knowledge, error);
}

gboolean
shelf_settle (Store *store, Decisions *decisions, guint n_jobs, const ShelfWatch *watch,
              GError **error)
{
  Settling settling = { decisions, watch };
  const StoreComparison comparison
      = { begin_ledger, compare_report, end_ledger,
          goes_on,      &settling,      n_jobs > 1 ? MIN (n_jobs, MOST_READERS) : 0 };
  g_autoptr (GPtrArray) inputs
      = decisions != NULL ? review_inputs_left (decisions) : g_ptr_array_new ();
  for (guint i = 0; i < inputs->len; i++)
    if (!store_unsettle (store, g_ptr_array_index (inputs, i), error))
      return FALSE;
  return store_settle (store, &comparison, error);
}

Store *
shelf_open_settled (const char *uri, GError **error)
{
  g_autoptr (Store) store = store_open (uri, STORE_READ, error);
  gboolean is_settled = FALSE;
  if (store == NULL || !store_is_settled (store, &is_settled, error))
    return NULL;
  if (is_settled)
    return g_steal_pointer (&store);

  g_autoptr (Store) writable = store_open (uri, STORE_WRITE, error);
  return writable != NULL && shelf_settle (writable, NULL, 1, NULL, error)
             ? g_steal_pointer (&store)
             : NULL;
}

int
shelf_exit_code (const GError *error)
{
  return g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_USAGE) ? EXIT_USAGE : EXIT_ALL_FAILED;
}
