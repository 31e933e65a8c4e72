/* parse/flat_mend.c - figures that a bad text layer damaged, restored where their row proves them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_mend.h"

#include <string.h>

#define MENDED_CONFIDENCE 0.85 /* of a figure that the arithmetic beside it restored */
#define GUESSED_CONFIDENCE 0.5
#define NEAR_POINTS 6         /* how far a change of rounded figures can be off, mostly */
#define FAR_POINTS 20         /* further than that it is another change */
#define LARGEST 1000000000000 /* of a figure: a longer run of digits is more than one */

/* The figures of one row. */
typedef struct
{
  Report *report;
  guint first, end;
  gboolean is_percent;
} Row;

static Figure *
find (const Row *row, Measure measure, Period period)
{
  for (guint i = row->first; i < row->end; i++)
    {
      Figure *figure = report_figure (row->report, i);
      if (figure->measure == measure
          && (period.kind == PERIOD_NONE || period_equal (figure->period, period)))
        return figure;
    }
  return NULL;
}

static void
mend (Figure *figure, gint64 value, double confidence)
{
  figure->has_value = TRUE;
  figure->value = (Decimal){ value, 0 };
  figure->status = STATUS_OK;
  figure->confidence = MIN (figure->confidence, confidence);
}

/* `4806`: the two rings of a % sign came out as digits. */
static void
mend_percent_sign (Figure *figure)
{
  gsize length = strlen (figure->raw);
  if (!figure->has_value || figure->value.scale != 0 || figure->value.mantissa <= 100
      || strchr (figure->raw, '%') != NULL || length < 3)
    return;
  const char *last = figure->raw + length - 2;
  if (g_str_equal (last, "06") || g_str_equal (last, "04") || g_str_equal (last, "00"))
    mend (figure, figure->value.mantissa / 100, MENDED_CONFIDENCE);
}

/* `9%` among counts: a digit came out as a % sign.  It is the one that makes the maximum. */
static void
mend_count (const Row *row, Figure *figure)
{
  const Figure *max = find (row, MEASURE_MAX_12M, NO_PERIOD);
  if (g_str_has_suffix (figure->raw, "%") && figure->value.scale == 0 && max != NULL
      && max->has_value && max->value.scale == 0
      && max->value.mantissa / 10 == figure->value.mantissa)
    mend (figure, max->value.mantissa, MENDED_CONFIDENCE);
}

static void
mend_months (const Row *row)
{
  for (guint i = row->first; i < row->end; i++)
    {
      Figure *figure = report_figure (row->report, i);
      if (figure->measure != MEASURE_ACTUAL)
        continue;
      if (row->is_percent)
        mend_percent_sign (figure);
      else
        mend_count (row, figure);
    }
}

/* ---- changes ---- */

/* Returns: the change of the last month in tenths of a per cent; FALSE if it is not known. */
static gboolean
last_change (const Row *row, gint64 *change)
{
  Period last = row->report->period;
  if (last.kind != PERIOD_MONTH)
    return FALSE;
  const Figure *now = find (row, MEASURE_ACTUAL, last);
  const Figure *before = find (row, MEASURE_ACTUAL, period_add_months (last, -1));
  if (now == NULL || before == NULL || !now->has_value || !before->has_value
      || now->value.scale != before->value.scale || before->value.mantissa <= 0
      || before->value.mantissa > LARGEST || ABS (now->value.mantissa) > LARGEST)
    return FALSE;
  *change = 1000 * (now->value.mantissa - before->value.mantissa) / before->value.mantissa;
  return TRUE;
}

/* Whether @printed, whatever its sign, is the change within so many points. */
static gboolean
is_about (gint64 change, gint64 printed, int points)
{
  return printed >= -LARGEST && printed <= LARGEST
         && ABS (ABS (change) - 10 * ABS (printed)) <= 10 * points;
}

/* A minus lost among an arrow's wreckage: the months show a fall of that size. */
static void
restore_sign (Figure *figure, gint64 change)
{
  if (figure->has_value && figure->value.scale == 0 && figure->value.mantissa > 0 && change < 0
      && is_about (change, figure->value.mantissa, NEAR_POINTS))
    mend (figure, -figure->value.mantissa, MENDED_CONFIDENCE);
}

/* `42204`: what is left of an arrow and of a % sign around the figure. */
static void
restore_digits (Figure *figure, gint64 change)
{
  const char *last = strrchr (figure->raw, ' ');
  const char *digits = last == NULL ? figure->raw : last + 1;
  gsize length = strlen (digits);
  if (figure->has_value || length < 3 || strspn (digits, "0123456789") != length)
    return;

  g_autofree char *plain = g_strndup (digits, length - 2);
  gint64 found = 0;
  guint n_found = 0;
  for (const char *from = plain; *from != '\0'; from++)
    {
      gint64 value = g_ascii_strtoll (from, NULL, 10);
      if (is_about (change, value, NEAR_POINTS))
        {
          found = value;
          n_found++;
        }
    }
  if (n_found == 1)
    mend (figure, change < 0 ? -found : found, GUESSED_CONFIDENCE);
}

static void
mend_changes (const Row *row)
{
  gint64 change = 0;
  Figure *prev = find (row, MEASURE_CHANGE_PREV, NO_PERIOD);
  if (prev == NULL || !last_change (row, &change))
    return;
  restore_digits (prev, change);
  if (prev->has_value && prev->value.scale == 0
      && find (row, MEASURE_CHANGE_YEAR, NO_PERIOD) == NULL
      && !is_about (change, prev->value.mantissa, FAR_POINTS))
    {
      prev->measure = MEASURE_CHANGE_YEAR;
      prev->period = period_add_months (row->report->period, -12);
      return;
    }
  restore_sign (prev, change);
}

void
flat_mend_row (Report *report, guint first_figure, gboolean is_percent)
{
  Row row = { report, first_figure, report->figures->len, is_percent };
  mend_months (&row);
  mend_changes (&row);
}
