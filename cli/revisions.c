/* cli/revisions.c - `recount revisions`: what a later report of a store prints otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/shelf.h"
#include "emit/plain.h"

static const AskColumn columns[] = {
  ASK_COLUMN ("earlier_value", earlier),
  ASK_COLUMN ("value", value),
  ASK_COLUMN ("unit", unit),
  ASK_COLUMN ("earlier_report_id", earlier_id),
  ASK_COLUMN ("report_id", report_id),
  ASK_COLUMN ("vintage", vintage),
};

typedef struct
{
  gboolean as_csv;
  guint n_revisions;
} Listing;

/* A StoreFigureFunc. */
static void
list_revision (const StoreFigure *figure, gpointer data)
{
  Listing *listing = data;
  if (listing->n_revisions++ == 0 && !listing->as_csv)
    printf ("%-10s  %-12s  %10s  %10s  %-13s  %-12s  %s\n", "reference", "period", "was", "is",
            "unit", "by report", "authority");
  if (listing->as_csv)
    {
      ask_print_row (columns, G_N_ELEMENTS (columns), figure);
      return;
    }
  g_autofree char *ref = plain_text (figure->ref[0] != '\0' ? figure->ref : figure->name);
  g_autofree char *authority = plain_text (figure->authority);
  printf ("%-10s  %-12s  %10s  %10s  %-13s  %-12s  %s\n", ref, figure->period, figure->earlier,
          figure->value, figure->unit, figure->report_id, authority);
}

int
command_revisions (int argc, char **argv, GError **error)
{
  g_auto (Ask) ask = { NULL };
  if (!ask_read (&ask, argc, argv, FALSE,
                 "Lists figures that a later report prints otherwise, by more than rounding "
                 "explains.",
                 error))
    return EXIT_USAGE;
  g_autoptr (Store) store = store_open (ask.uri, STORE_READ, error);
  if (store == NULL)
    return shelf_exit_code (*error);

  const StoreQuestion question = ask_question (&ask);
  Listing listing = { ask.as_csv, 0 };
  if (ask.as_csv)
    ask_print_header (columns, G_N_ELEMENTS (columns));
  if (!store_each_revision (store, &question, list_revision, &listing, error))
    return EXIT_ALL_FAILED;
  if (!ask.as_csv)
    printf ("%s%u %s\n", listing.n_revisions > 0 ? "\n" : "", listing.n_revisions,
            listing.n_revisions == 1 ? "revision" : "revisions");
  return EXIT_DONE;
}
