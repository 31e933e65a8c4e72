/* check/footing.c - does a figure stand on the line of its row?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/footing.h"

#define ENOUGH 4     /* figures that tell where the line of their row is */
#define MOST_OF 0.75 /* of them stand on it, in a table whose rows are indicators */

/* The line on which the figures of an indicator stand. */
typedef struct
{
  GArray *middles; /* owned; of double: the heights of its figures, sorted */
  double y;        /* of the line; below 0 if there is none */
  int table, page;
} Line;

static void
line_clear (Line *line)
{
  g_clear_pointer (&line->middles, g_array_unref);
}

static gboolean
stands_on (const Box *box, double y)
{
  return box->y0 <= y && y <= box->y1;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return (left > right) - (left < right);
}

/* Returns (transfer full) (element-type Line): a line for each indicator, not yet told. */
static GArray *
lines_new (const Report *report)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (lines, (GDestroyNotify) line_clear);
  g_array_set_size (lines, report->indicators->len);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      const Indicator *indicator = report_indicator (report, i);
      g_array_index (lines, Line, i) = (Line){ g_array_new (FALSE, FALSE, sizeof (double)), -1,
                                               indicator->table, indicator->page };
    }
  return lines;
}

static Line *
line_of (const GArray *lines, const Figure *figure)
{
  Line *line = figure->indicator >= 0 && figure->origin == ORIGIN_OCR
                   ? &g_array_index (lines, Line, (guint) figure->indicator)
                   : NULL;
  return line != NULL && figure->table == line->table && figure->page == line->page ? line : NULL;
}

/* Tells where the figures of each indicator stand, if most of them stand on one line. */
static void
tell_lines (const Report *report, GArray *lines)
{
  g_autofree guint *n_on = g_new0 (guint, lines->len + 1);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      Line *line = line_of (lines, figure);
      double middle = (figure->box.y0 + figure->box.y1) / 2;
      if (line != NULL)
        g_array_append_val (line->middles, middle);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);
      g_array_sort (line->middles, compare_doubles);
      if (line->middles->len >= ENOUGH)
        line->y = g_array_index (line->middles, double, line->middles->len / 2);
    }
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      const Line *line = line_of (lines, figure);
      n_on[line != NULL ? (guint) figure->indicator : lines->len]
          += line != NULL && stands_on (&figure->box, line->y);
    }
  for (guint i = 0; i < lines->len; i++)
    if (n_on[i] < MOST_OF * g_array_index (lines, Line, i).middles->len)
      g_array_index (lines, Line, i).y = -1;
}

/* Whether the figure stands on the line of another row of its table. */
static gboolean
is_of_another (const GArray *lines, const Line *own, const Figure *figure)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      if (line != own && line->y >= 0 && line->table == own->table && line->page == own->page
          && stands_on (&figure->box, line->y))
        return TRUE;
    }
  return FALSE;
}

void
footing_doubt (const Report *report)
{
  gboolean is_mixed;
  if (report_origin (report, &is_mixed) == ORIGIN_TEXT && !is_mixed)
    return;
  g_autoptr (GArray) lines = lines_new (report);
  tell_lines (report, lines);
  for (guint i = 0; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      const Line *own = line_of (lines, figure);
      if (own != NULL && own->y >= 0 && !stands_on (&figure->box, own->y)
          && is_of_another (lines, own, figure))
        figure->confidence = MIN (figure->confidence, FOOTING_DOUBT);
    }
}
