/* cli/ask.c - what `series` and `revisions` ask a store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/ask.h"

#include <stdio.h>

#include "cli/command.h"
#include "emit/csv.h"
#include "model/error.h"
#include "model/period.h"

void
ask_clear (Ask *ask)
{
  g_free (ask->uri);
  g_free (ask->ref);
  g_free (ask->authority);
  g_free (ask->as_of);
}

/* Makes a day of --as-of: it is one, or a month, which ends on its last. */
static gboolean
read_day (Ask *ask, GError **error)
{
  Period month = NO_PERIOD;
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *midnight = g_strconcat (ask->as_of, "T00:00:00Z", NULL);
  if (period_parse (ask->as_of, &month) && month.kind == PERIOD_MONTH)
    {
      g_free (ask->as_of);
      ask->as_of = period_last_day (month, NO_PERIOD);
      return TRUE;
    }
  if ((day = g_date_time_new_from_iso8601 (midnight, NULL)) == NULL)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL,
                         "--as-of '%s' is no day and no month: 2016-11-30 or 2016-11", ask->as_of);
  g_free (ask->as_of);
  ask->as_of = g_date_time_format (day, "%Y-%m-%d");
  return TRUE;
}

gboolean
ask_read (Ask *ask, int argc, char **argv, gboolean needs_ref, const char *summary, GError **error)
{
  GOptionEntry entries[] = {
    { "store", 0, 0, G_OPTION_ARG_STRING, &ask->uri,
      "The store to ask: sqlite:FILE or postgresql://...", "URI" },
    { "authority", 0, 0, G_OPTION_ARG_STRING, &ask->authority,
      "Of this authority alone: its name or GSS code", "A" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &ask->as_of,
      "As reports about months up to that day or month print it", "DATE" },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &ask->as_csv, "Print CSV", NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *name = argv[0];
  if (!command_options (&argc, &argv, entries, needs_ref ? "REF" : "[REF]", summary, NULL, error))
    return FALSE;
  if (ask->uri == NULL)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "%s: no store: add --store URI", name);
  if (needs_ref && argc < 2)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "%s: no reference is named", name);
  if (argc > 2)
    return recount_fail (error, RECOUNT_ERROR_USAGE, NULL, "%s: '%s': one reference at a time",
                         name, argv[2]);
  ask->ref = argc == 2 ? g_strdup (argv[1]) : NULL;
  return ask->as_of == NULL || read_day (ask, error);
}

StoreQuestion
ask_question (const Ask *ask)
{
  return (StoreQuestion){ .ref = ask->ref, .authority = ask->authority, .as_of = ask->as_of };
}

/* What tells a figure from others. */
static const AskColumn figure_columns[] = {
  ASK_COLUMN ("authority", authority),
  ASK_COLUMN ("authority_code", code),
  ASK_COLUMN ("ref", ref),
  ASK_COLUMN ("name", name),
  ASK_COLUMN ("canonical_id", canonical_id),
  ASK_COLUMN ("measure", measure),
  ASK_COLUMN ("component", component),
  ASK_COLUMN ("period", period),
};

/* Appends the headings of columns, or what stands in them of @figure. */
static void
append_cells (GString *line, const AskColumn *columns, gsize n_columns, const StoreFigure *figure)
{
  for (gsize i = 0; i < n_columns; i++)
    csv_append_field (line,
                      figure == NULL ? columns[i].name
                                     : G_STRUCT_MEMBER (const char *, figure, columns[i].offset),
                      FALSE);
}

static void
print_line (const AskColumn *columns, gsize n_columns, const StoreFigure *figure)
{
  g_autoptr (GString) line = g_string_new (NULL);
  append_cells (line, figure_columns, G_N_ELEMENTS (figure_columns), figure);
  append_cells (line, columns, n_columns, figure);
  csv_end_row (line);
  fputs (line->str, stdout);
}

void
ask_print_header (const AskColumn *columns, gsize n_columns)
{
  print_line (columns, n_columns, NULL);
}

void
ask_print_row (const AskColumn *columns, gsize n_columns, const StoreFigure *figure)
{
  print_line (columns, n_columns, figure);
}
