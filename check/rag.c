/* check/rag.c - does a rating agree with the figure and the printed tolerances?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Green and red are what their tolerances say; amber is neither.  Without a tolerance for green, a
 * target stands for it, on the side that red is not.  The limits themselves belong to either
 * rating: publishers print "90%+" and "90%>" side by side.
 */
#include "check/proof.h"
#include "check/verdict.h"

/* What a rating stands for. */
typedef struct
{
  gboolean has_lower, has_upper;
  Decimal lower, upper;
} Range;

typedef struct
{
  Range green, red;
} Tolerances;

static gboolean
has_range (const Range *range)
{
  return range->has_lower || range->has_upper;
}

static Range
range_of (const Series *series, Measure measure)
{
  const Figure *printed = series_find_measure (series, measure);
  if (printed == NULL || printed->confidence < CONFIDENCE_TRUSTED)
    return (Range){ FALSE };
  return (Range){ printed->has_lower, printed->has_upper, printed->lower, printed->upper };
}

/* A target is good from there on, away from red. */
static Range
range_of_target (const Series *series, const Range *red)
{
  const Figure *target = series_find_measure (series, MEASURE_TARGET);
  if (target == NULL || !proof_can_judge (target) || red->has_lower == red->has_upper)
    return (Range){ FALSE };
  return (Range){ red->has_upper, red->has_lower, target->value, target->value };
}

static Tolerances
tolerances_of (const Series *series)
{
  Tolerances tolerances = { range_of (series, MEASURE_GREEN), range_of (series, MEASURE_RED) };
  if (!has_range (&tolerances.green))
    tolerances.green = range_of_target (series, &tolerances.red);
  return tolerances;
}

/* Whether no number of @value is in @range; whether all are, and none is its limit. */
static gboolean
is_outside (const Interval *value, const Range *range)
{
  g_auto (Interval) lower = interval_exact (range->lower);
  g_auto (Interval) upper = interval_exact (range->upper);
  return (range->has_lower && interval_is_below (value, &lower))
         || (range->has_upper && interval_is_above (value, &upper));
}

static gboolean
is_inside (const Interval *value, const Range *range)
{
  g_auto (Interval) lower = interval_exact (range->lower);
  g_auto (Interval) upper = interval_exact (range->upper);
  return has_range (range) && (!range->has_lower || interval_is_above (value, &lower))
         && (!range->has_upper || interval_is_below (value, &upper));
}

/* Whether the figure may have that rating. */
static gboolean
is_allowed (Measure rating, const Interval *value, const Tolerances *tolerances)
{
  const Range *own = rating == MEASURE_GREEN ? &tolerances->green : &tolerances->red;
  const Range *other = rating == MEASURE_GREEN ? &tolerances->red : &tolerances->green;
  if (rating == MEASURE_AMBER)
    return !is_inside (value, &tolerances->green) && !is_inside (value, &tolerances->red);
  return !is_outside (value, own) && !is_inside (value, other);
}

/* A rating, and the figures that it may be of: the month's or the year's to date. */
typedef struct
{
  const Figure *rating, *month, *to_date;
  Tolerances tolerances;
} Rated;

static gboolean
find_rated (const Check *check, const Figure *rating, Rated *rated)
{
  if (rating->measure != MEASURE_RAG || rating->rating == MEASURE_NONE
      || rating->confidence < CONFIDENCE_TRUSTED)
    return FALSE;
  const Series *series = proof_series (check, rating);
  const Figure *to_date = series_find_measure (series, MEASURE_YTD);
  rated->rating = rating;
  rated->month = series_find_value (series, series->until);
  rated->to_date = to_date != NULL && proof_can_judge (to_date) ? to_date : NULL;
  rated->tolerances = tolerances_of (series);
  return rated->month != NULL
         && (has_range (&rated->tolerances.green) || has_range (&rated->tolerances.red));
}

static gboolean
is_fit (const Check *check, const Figure *figure, const Rated *rated)
{
  g_auto (Interval) value = proof_interval (check, figure);
  return is_allowed (rated->rating->rating, &value, &rated->tolerances);
}

static Verdict
judge (const Check *check, const Rated *rated)
{
  return is_fit (check, rated->month, rated)
                 || (rated->to_date != NULL && is_fit (check, rated->to_date, rated))
             ? VERDICT_FITS
             : VERDICT_OFF;
}

/* Findings */

static void
append_range (GString *text, const Series *series, Measure measure)
{
  const Figure *printed = series_find_measure (series, measure);
  if (printed != NULL && printed->status == STATUS_OK)
    g_string_append_printf (text, "%s%s '%s'", text->len > 0 ? ", " : "", measure_code (measure),
                            printed->raw);
}

static void
contradict (Check *check, const Rated *rated)
{
  static const Measure measures[] = { MEASURE_TARGET, MEASURE_RED, MEASURE_AMBER, MEASURE_GREEN };
  g_autoptr (GString) ranges = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    append_range (ranges, proof_series (check, rated->rating), measures[i]);
  g_autofree char *month = decimal_format (rated->month->value);
  g_autofree char *to_date
      = rated->to_date != NULL ? decimal_format (rated->to_date->value) : g_strdup ("");
  g_autofree char *message = g_strdup_printf (
      "rated %s at %s%s%s%s, but the tolerances are %s", measure_code (rated->rating->rating),
      month, rated->to_date != NULL ? " (" : "", to_date,
      rated->to_date != NULL ? " for the year to date)" : "", ranges->str);
  Finding *finding = proof_add (check, "rag", SEVERITY_CONTRADICTION, rated->rating, message);

  static const Measure ratings[] = { MEASURE_RED, MEASURE_AMBER, MEASURE_GREEN };
  g_auto (Interval) value = proof_interval (check, rated->month);
  guint n_allowed = 0;
  Measure right = MEASURE_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (is_allowed (ratings[i], &value, &rated->tolerances))
      {
        n_allowed++;
        right = ratings[i];
      }
  if (n_allowed == 1)
    report_set_text (&finding->suggestion, measure_code (right));
}

void
check_rag (Check *check)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Rated));
  Tally tally = { 0 };
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      Rated rated;
      if (!find_rated (check, report_figure (check->report, i), &rated))
        continue;
      tally_add (&tally, judge (check, &rated));
      g_array_append_val (all, rated);
    }

  check_held (check, tally_is_shown (&tally) ? all->len : 0);
  for (guint i = 0; i < all->len && tally_is_shown (&tally); i++)
    {
      const Rated *rated = &g_array_index (all, Rated, i);
      if (judge (check, rated) == VERDICT_OFF)
        contradict (check, rated);
    }
}
