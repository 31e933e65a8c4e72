/* check/alike.c - are figures of a row told apart by what heads them?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row whose columns were all understood has no two figures that are the same thing: of two that
 * are, at least one was given a heading that is not its own.
 */
#include "check/proof.h"

#include <string.h>

#define MOST_LISTED 12 /* of a finding */
#define REACH 400      /* figures of a row that are held against each other; real rows have 80 */

static gboolean
is_same_thing (const Figure *a, const Figure *b)
{
  return a->measure == b->measure && a->comparator == b->comparator && a->component == b->component
         && period_equal (a->period, b->period)
         && (a->measure != MEASURE_BENCHMARK || g_str_equal (a->label, b->label));
}

/* Whether two figures are the same thing with two values, from two columns. */
static gboolean
is_alike (const Figure *a, const Figure *b)
{
  return is_same_thing (a, b) && a->column != b->column && !g_str_equal (a->raw, b->raw);
}

/* Figures of one indicator that follow each other in the report. */
typedef struct
{
  const Report *report;
  guint first, end;
} Row;

static Row
row_at (const Report *report, guint first)
{
  Row row = { report, first, first + 1 };
  int indicator = report_figure (report, first)->indicator;
  while (row.end < report->figures->len && report_figure (report, row.end)->indicator == indicator)
    row.end++;
  return row;
}

/* Whether figure @i is the same thing as one before it in the row: that one tells. */
static gboolean
is_told (const Row *row, guint i)
{
  for (guint k = MAX (row->first, i > REACH ? i - REACH : 0); k < i; k++)
    if (is_same_thing (report_figure (row->report, k), report_figure (row->report, i)))
      return TRUE;
  return FALSE;
}

/* Adds a finding if others of the row are the same thing as figure @i. */
static void
tell (Check *check, const Row *row, guint i)
{
  const Figure *figure = report_figure (row->report, i);
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;
  for (guint k = i + 1; k < MIN (row->end, i + REACH); k++)
    {
      const Figure *other = report_figure (row->report, k);
      if (is_alike (figure, other) && n++ < MOST_LISTED)
        g_string_append_printf (list, ", '%s'", other->raw);
    }
  if (n == 0)
    return;
  if (n > MOST_LISTED)
    g_string_append_printf (list, " and %u more", n - MOST_LISTED);
  Where where
      = { .page = -1, .table = figure->table, .row = figure->row, .column = figure->column };
  g_autofree char *place = where_describe (&where);
  g_autofree char *message
      = g_strdup_printf ("%s%s'%s'%s stand below headings that say the same of all of them", place,
                         place[0] != '\0' ? ": " : "", figure->raw, list->str);
  proof_add (check, "alike", SEVERITY_WARNING, figure, message);
}

void
check_alike (Check *check)
{
  const Report *report = check->report;
  check_held (check, report->indicators->len);
  for (guint i = 0; i < report->figures->len;)
    {
      Row row = row_at (report, i);
      for (; i < row.end; i++)
        if (report_figure (report, i)->indicator != NO_INDICATOR && !is_told (&row, i))
          tell (check, &row, i);
    }
}
