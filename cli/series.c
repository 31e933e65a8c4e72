/* cli/series.c - `recount series`: an indicator through all reports of a store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/shelf.h"
#include "emit/bars.h"
#include "emit/plain.h"
#include "model/error.h"
#include "model/period.h"

#define NAME_WIDTH 60
#define MOST_BARS 120 /* ten years; of a longer series the last ones are drawn */

static const AskColumn columns[] = {
  ASK_COLUMN ("period_start", period_start),
  ASK_COLUMN ("period_end", period_end),
  ASK_COLUMN ("value", value),
  ASK_COLUMN ("unit", unit),
  ASK_COLUMN ("raw", raw),
  ASK_COLUMN ("vintage", vintage),
  ASK_COLUMN ("report_id", report_id),
};

/* A figure that is kept until its series is whole. */
typedef struct
{
  char *period, *value, *vintage, *report_id; /* owned */
} Point;

static void
clear_point (gpointer data)
{
  Point *point = data;
  g_free (point->period);
  g_free (point->value);
  g_free (point->vintage);
  g_free (point->report_id);
}

typedef struct
{
  gboolean as_csv;
  guint n_figures;
  char *title;    /* of the series that is gathered; NULL before the first */
  char *heading;  /* what is printed above it: the latest of its names */
  GArray *points; /* of Point */
} Listing;

/* --- a series on a terminal --- */

/* Returns: how many places after @before a point stands: months that nobody prints leave a gap. */
static int
steps_between (const char *before, const char *at)
{
  Period from = NO_PERIOD, to = NO_PERIOD;
  if (!period_parse (before, &from) || !period_parse (at, &to) || from.kind != PERIOD_MONTH
      || to.kind != PERIOD_MONTH)
    return 1;
  return MAX (period_months_between (from, to), 1);
}

/* Returns (transfer full): the last of the points as bars. */
static char *
draw (const GArray *points)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      double gap = NAN, value = g_ascii_strtod (point->value, NULL);
      int steps = i == 0 ? 1 : steps_between (point[-1].period, point->period);
      for (; steps > 1 && steps < MOST_BARS; steps--)
        g_array_append_val (values, gap);
      g_array_append_val (values, value);
    }
  guint n = MIN (values->len, MOST_BARS);
  return bars_text ((const double *) (gpointer) values->data + values->len - n, n);
}

static void
print_series (Listing *listing)
{
  if (listing->title == NULL)
    return;

  g_autofree char *bars = draw (listing->points);
  int width = 5;
  for (guint i = 0; i < listing->points->len; i++)
    width = MAX (width, (int) g_utf8_strlen (g_array_index (listing->points, Point, i).value, -1));
  printf ("%s\n  %s\n\n  %-10s  %*s  printed by\n", listing->heading, bars, "period", width,
          "value");
  for (guint i = 0; i < listing->points->len; i++)
    {
      const Point *point = &g_array_index (listing->points, Point, i);
      printf ("  %-10s  %*s  %.7s %s\n", point->period, width, point->value, point->vintage,
              point->report_id);
    }
  g_array_set_size (listing->points, 0);
}

/* Returns (transfer full): what is the same for all figures of a series. */
static char *
title_of (const StoreFigure *figure)
{
  return g_strjoin ("\n", figure->authority,
                    figure->canonical_id[0] != '\0' ? figure->canonical_id : figure->ref,
                    figure->unit, figure->measure, figure->component, NULL);
}

static char *
heading_of (const StoreFigure *figure)
{
  g_autofree char *authority = plain_text (figure->authority);
  g_autofree char *ref = plain_text (figure->ref);
  g_autofree char *name = plain_shorten (figure->name, NAME_WIDTH);
  const char *part = g_str_equal (figure->component, "value") ? "" : figure->component;
  const char *measure = g_str_equal (figure->measure, "actual") ? "" : figure->measure;
  return g_strdup_printf ("%s%s%s %s%s%s%s%s%s%s", authority, authority[0] != '\0' ? ": " : "", ref,
                          name, figure->unit[0] != '\0' ? ", " : "", figure->unit,
                          measure[0] != '\0' ? ", " : "", measure, part[0] != '\0' ? ", " : "",
                          part);
}

/* A StoreFigureFunc. */
static void
list_figure (const StoreFigure *figure, gpointer data)
{
  Listing *listing = data;
  listing->n_figures++;
  if (listing->as_csv)
    {
      ask_print_row (columns, G_N_ELEMENTS (columns), figure);
      return;
    }
  g_autofree char *title = title_of (figure);
  if (g_strcmp0 (title, listing->title) != 0)
    {
      print_series (listing);
      if (listing->title != NULL)
        putchar ('\n');
      g_free (listing->title);
      listing->title = g_steal_pointer (&title);
    }
  g_free (listing->heading);
  listing->heading = heading_of (figure);
  Point point = { g_strdup (figure->period), g_strdup (figure->value), g_strdup (figure->vintage),
                  g_strdup (figure->report_id) };
  g_array_append_val (listing->points, point);
}

static int
list_series (Store *store, const Ask *ask, Listing *listing, GError **error)
{
  const StoreQuestion question = ask_question (ask);
  if (ask->as_csv)
    ask_print_header (columns, G_N_ELEMENTS (columns));
  if (!store_each_figure (store, &question, list_figure, listing, error))
    return EXIT_ALL_FAILED;
  print_series (listing);
  if (listing->n_figures > 0)
    return EXIT_DONE;
  recount_fail (error, RECOUNT_ERROR_STORE, NULL, "%s: has no figure of '%s'%s", store_name (store),
                ask->ref, ask->authority != NULL || ask->as_of != NULL ? " as asked for" : "");
  return EXIT_ALL_FAILED;
}

int
command_series (int argc, char **argv, GError **error)
{
  g_auto (Ask) ask = { NULL };
  if (!ask_read (&ask, argc, argv, TRUE,
                 "Prints an indicator's figures through all reports, each as printed latest.",
                 error))
    return EXIT_USAGE;
  g_autoptr (Store) store = store_open (ask.uri, STORE_READ, error);
  if (store == NULL)
    return shelf_exit_code (*error);

  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_array_set_clear_func (points, clear_point);
  Listing listing = { .as_csv = ask.as_csv, .points = points };
  int code = list_series (store, &ask, &listing, error);
  g_free (listing.title);
  g_free (listing.heading);
  return code;
}
