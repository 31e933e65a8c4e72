/* check/grounds.c - how surely was read what a finding rests on?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/grounds.h"

#include "check/tie.h"

#define CAUTION " (read off an image: compare the page before the report is blamed)"

typedef struct
{
  double confidence;
  gboolean is_of_image;
} Ground;

static void
rest_on (Ground *ground, const Figure *figure)
{
  ground->confidence = MIN (ground->confidence, figure->confidence);
  ground->is_of_image |= figure->origin == ORIGIN_OCR || figure->origin == ORIGIN_REPAIRED;
}

/* What the figures of the cell that the finding stands at say. */
static void
rest_on_cell (const Check *check, const Finding *finding, Ground *ground)
{
  const Series *series = finding->indicator == NO_INDICATOR
                             ? NULL
                             : g_ptr_array_index (check->series, finding->indicator);
  for (guint i = 0; series != NULL && i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
      if (figure->measure == finding->measure && period_equal (figure->period, finding->period))
        rest_on (ground, figure);
    }
}

static void
rest_on_ties (const Check *check, GArray *grounds)
{
  for (guint i = 0; i < check->ties->len; i++)
    {
      const Tie *tie = ties_at (check->ties, i);
      for (guint k = 0; tie->finding >= 0 && k < tie->n_knots; k++)
        rest_on (&g_array_index (grounds, Ground, tie->finding), tie_knot (tie, k)->figure);
    }
}

static gboolean
has_readings (const Report *report)
{
  for (guint i = 0; i < report->figures->len; i++)
    if (report_figure (report, i)->confidence < 1)
      return TRUE;
  return FALSE;
}

void
grounds_tell (Check *check)
{
  Report *report = check->report;
  if (!has_readings (report))
    return;
  g_autoptr (GArray) grounds = g_array_new (FALSE, FALSE, sizeof (Ground));
  for (guint i = 0; i < report->findings->len; i++)
    {
      Ground ground = { 1, FALSE };
      rest_on_cell (check, report_finding (report, i), &ground);
      g_array_append_val (grounds, ground);
    }
  rest_on_ties (check, grounds);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const Ground *ground = &g_array_index (grounds, Ground, i);
      Finding *finding = report_finding (report, i);
      finding->confidence = ground->confidence;
      if (finding->severity != SEVERITY_CONTRADICTION || !ground->is_of_image)
        continue;
      g_autofree char *message = g_strconcat (finding->message, CAUTION, NULL);
      report_set_text (&finding->message, message);
    }
}
