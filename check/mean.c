/* check/mean.c - can the printed average come from the twelve months?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts have one average, their sum by their number.  Percentages and rates have two honest ones:
 * the average of the months' figures, and the pooled one (all numerators by all denominators),
 * which weighs the months and may be anything from the smallest to the largest of them.  The first
 * is held against a report only where most of its rows show that it is meant.
 */
#include "check/ratio.h"
#include "check/tie.h"
#include "check/window.h"

#define MOST_BACK 3  /* months that a column may be behind */
#define MANY_ROWS 15 /* whose averages show that they weigh all months alike, and */
#define SURE_SHARE 7 /* of which no more than one in so many does not */
#define NEAR_PLAIN 8 /* parts of the months' spread that a pooled average is off a plain one */

typedef struct
{
  const Figure *printed;
  Window *window; /* owned */
  Unit unit;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;
  window_free (row->window);
  g_free (row);
}

/* Readings */

/* An unknown month may also be one that the average leaves out: as that is no lower than the
 * average over zeros and no higher than that over maxima, it needs no case of its own. */
static Interval
plain_mean (const Check *check, const Window *window)
{
  g_auto (Interval) total = interval_scaled (&window->unknown, window->n_unknown, 1);
  for (guint i = 0; i < window->known->len; i++)
    {
      g_auto (Interval) month = proof_interval (check, window->known->pdata[i]);
      interval_add (&total, &month);
    }

  guint n_months = window->known->len + window->n_unknown;
  Interval mean = interval_scaled (&total, 1, n_months);
  g_auto (Interval) with_dashes = interval_scaled (&total, 1, n_months + window->n_dashes);
  interval_widen (&mean, &with_dashes);
  return mean;
}

/* From the smallest to the largest that a month may be. */
static Interval
span_of_months (const Check *check, const Window *window)
{
  Interval span = proof_interval (check, window->known->pdata[0]);
  g_auto (Interval) zero = interval_whole (0, 0);
  for (guint i = 1; i < window->known->len; i++)
    {
      g_auto (Interval) month = proof_interval (check, window->known->pdata[i]);
      interval_widen (&span, &month);
    }
  if (window->n_unknown > 0)
    interval_widen (&span, &window->unknown);
  if (window->n_dashes > 0)
    interval_widen (&span, &zero);
  return span;
}

/* Whether all numerators by all denominators give the average. */
static gboolean
fits_pooled (const Check *check, const Row *row)
{
  g_auto (Interval) claimed = interval_rounded (row->printed->value);
  g_auto (Interval) numerators = interval_whole (0, 0);
  g_auto (Interval) denominators = interval_whole (0, 0);
  for (guint i = 0; i < row->window->known->len; i++)
    {
      RatioParts parts;
      if (!ratio_find_parts (check, row->window->known->pdata[i], &parts))
        return FALSE;
      g_auto (Interval) numerator = proof_interval (check, parts.numerator);
      g_auto (Interval) denominator = proof_interval (check, parts.denominator);
      interval_add (&numerators, &numerator);
      interval_add (&denominators, &denominator);
    }
  g_auto (Interval) quotient = interval_quotient (&numerators, &denominators);
  g_auto (Interval) pooled = interval_scaled (&quotient, 100, 1);
  return interval_meets (&pooled, &claimed);
}

/* Judgement */

static Row *
row_new (const Check *check, const Figure *printed, int back)
{
  g_autoptr (Window) window = window_new (check, printed, back);
  if (window == NULL)
    return NULL;
  Row *row = g_new0 (Row, 1);
  row->printed = printed;
  row->unit = proof_unit (check, window->known->pdata[0]);
  row->window = g_steal_pointer (&window);
  return row;
}

static Interval
possible_mean (const Check *check, const Row *row, gboolean is_plain)
{
  return is_plain ? plain_mean (check, row->window) : span_of_months (check, row->window);
}

static Verdict
judge (const Check *check, const Row *row, gboolean is_plain)
{
  g_auto (Interval) claimed = interval_rounded (row->printed->value);
  g_auto (Interval) possible = possible_mean (check, row, is_plain);
  if (possible.is_unbounded)
    return VERDICT_SILENT;
  return interval_meets (&claimed, &possible) ? VERDICT_FITS : VERDICT_OFF;
}

/* n * average - months - unknown months = 0, n being larger by up to as many as there are dashes;
 * or the average between the months. */
static Tie *
tie_of_row (const Row *row, gboolean is_plain)
{
  const Window *window = row->window;
  Tie *tie = tie_new (is_plain ? TIE_SUM : TIE_BETWEEN);
  int n_months = (int) window->known->len + window->n_unknown;
  tie_add (tie, row->printed, KNOT_RESULT, is_plain ? n_months : 1);
  for (guint i = 0; i < window->known->len; i++)
    tie_add (tie, window->known->pdata[i], KNOT_PART, is_plain ? -1 : 1);

  if (is_plain)
    {
      g_auto (Interval) unknown = interval_scaled (&window->unknown, window->n_unknown, 1);
      g_auto (Interval) average = interval_rounded (row->printed->value);
      g_auto (Interval) dashes = interval_scaled (&average, window->n_dashes, 1);
      g_auto (Interval) none = interval_whole (0, 0);
      interval_widen (&dashes, &none);
      g_auto (Interval) rest = interval_difference (&dashes, &unknown);
      tie_set_rest (tie, &rest);
    }
  else if (window->n_unknown + window->n_dashes > 0)
    {
      g_auto (Interval) rest = interval_whole (0, 0);
      if (window->n_unknown > 0)
        interval_widen (&rest, &window->unknown);
      tie_set_rest (tie, &rest);
    }
  return tie;
}

/* @is_weighted: it may be no plain average, which makes it a warning. */
static void
contradict (Check *check, const Row *row, gboolean is_plain, gboolean is_weighted)
{
  const Window *window = row->window;
  g_auto (Interval) possible = possible_mean (check, row, is_plain);
  g_auto (Interval) cut = interval_cut (row->printed->value);
  int places = row->printed->value.scale + PROOF_MORE_PLACES;
  g_autofree char *claimed = decimal_format (row->printed->value);
  g_autofree char *sum = window_describe_sum (window);
  g_autofree char *range = interval_format (&possible, places);
  g_autofree char *unknown = interval_format (&window->unknown, places);
  g_autofree char *rounding = proof_describe_rounding (row->printed->value);

  g_autoptr (GString) message = g_string_new (NULL);
  g_string_printf (message, "12 month average printed %s, but ", claimed);
  if (is_plain)
    g_string_append_printf (message, "%s / %d = %s", sum,
                            (int) window->known->len + window->n_unknown, range);
  else
    g_string_append_printf (message, "each of its months lies within %s", range);
  if (window->n_unknown > 0)
    g_string_append_printf (message, ", an unknown month being %s", unknown);
  if (window->n_dashes > 0)
    g_string_append_printf (message, ", a dash being 0 or left out");
  g_string_append_printf (message, "; %s%s", rounding,
                          interval_meets (&cut, &possible) ? " (cut, not rounded)" : "");
  if (is_weighted)
    g_string_append (message, "; it may weigh its months");
  Finding *finding = proof_contradict (check, "mean-12m", row->printed, &possible, message->str);
  Tie *tie = tie_break (check, tie_of_row (row, is_plain));
  if (!is_weighted)
    return;
  finding->severity = SEVERITY_WARNING;
  tie->is_loose = TRUE;
}

/* The rows with the twelve months that end @back months before the report's. */
static GPtrArray *
collect_rows (const Check *check, int back)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      if (figure->measure != MEASURE_MEAN_12M || !proof_can_judge (figure))
        continue;
      Row *row = row_new (check, figure, back);
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

/* What the rows say of how the report averages figures of one unit.  A row with unknown months
 * hardly says anything. */
static Tally
tally_rows (const Check *check, const GPtrArray *rows, Unit unit)
{
  Tally tally = { 0 };
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];
      if (row->unit == unit && (unit == UNIT_COUNT || row->window->n_unknown == 0))
        tally_add (&tally, judge (check, row, TRUE));
    }
  return tally;
}

/* Returns: from the second smallest to the second largest month and back: one that is wrong is not
 * among them. */
static Interval
spread_of_months (const Check *check, const Window *window)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (window->known, NULL, NULL);
  g_ptr_array_sort (sorted, proof_compare_values);
  guint aside = sorted->len > 2 ? 1 : 0;
  g_auto (Interval) low = proof_interval (check, sorted->pdata[aside]);
  g_auto (Interval) high = proof_interval (check, sorted->pdata[sorted->len - 1 - aside]);
  Interval spread = interval_difference (&high, &low);
  g_auto (Interval) back = interval_negated (&spread);
  interval_widen (&spread, &back);
  return spread;
}

/* Whether an average that is off as a plain one may well be pooled: it is near to that, as pooled
 * ones are, and the others are too few to say that they are not; many of them fit by chance. */
static gboolean
may_be_weighted (const Check *check, const Row *row, const Tally *tally)
{
  gboolean is_sure = tally->n_fits >= MANY_ROWS && tally->n_off * SURE_SHARE <= tally->n_fits;
  if (row->unit == UNIT_COUNT || row->unit == UNIT_RATE_PER_10000 || is_sure)
    return FALSE;
  g_auto (Interval) printed = interval_rounded (row->printed->value);
  g_auto (Interval) plain = plain_mean (check, row->window);
  g_auto (Interval) months = span_of_months (check, row->window);
  g_auto (Interval) spread = spread_of_months (check, row->window);
  g_auto (Interval) near = interval_scaled (&spread, 1, NEAR_PLAIN);
  interval_add (&near, &plain);
  return interval_meets (&printed, &near) && interval_meets (&printed, &months);
}

/* Rates share a population, so that there is nothing to weigh: they tell nothing of percentages,
 * but these of them. */
static void
tally_units (const Check *check, const GPtrArray *rows, Tally *tallies)
{
  for (int unit = UNIT_NONE; unit <= UNIT_OTHER; unit++)
    tallies[unit] = tally_rows (check, rows, (Unit) unit);
  tallies[UNIT_RATE_PER_10000].n_fits += tallies[UNIT_PERCENT].n_fits;
  tallies[UNIT_RATE_PER_10000].n_off += tallies[UNIT_PERCENT].n_off;
}

/* What the averages of counts over other twelve months say, all of which are printed. */
static Tally
tally_back (const Check *check, int back)
{
  g_autoptr (GPtrArray) rows = collect_rows (check, back);
  Tally tally = { 0 };
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];
      if (row->unit == UNIT_COUNT && row->window->n_unknown == 0)
        tally_add (&tally, judge (check, row, TRUE));
    }
  return tally;
}

/* Where most averages are off, and nearly all are of the twelve months to another one, the column
 * was not brought up to date: one warning, as no heading names its months. */
static void
warn_of_column (Check *check, const GPtrArray *rows, const Tally *named)
{
  const Row *first = rows->pdata[0];
  for (int back = 1; back <= MOST_BACK; back++)
    {
      Tally other = tally_back (check, back);
      if (!tally_is_shown (&other))
        continue;
      g_autofree char *until = period_format (first->window->until);
      g_autofree char *meant = period_format (period_add_months (first->window->until, -back));
      g_autofree char *message = g_strdup_printf (
          "%u of %u averages of counts cannot come from the twelve months to %s, and %u of %u can "
          "from those to %s: the column is of another month",
          named->n_off, named->n_off + named->n_fits, until, other.n_fits,
          other.n_fits + other.n_off, meant);
      Finding *finding = proof_add (check, "mean-12m", SEVERITY_WARNING, first->printed, message);
      finding->indicator = NO_INDICATOR;
      report_set_text (&finding->printed, first->printed->label);
      report_set_text (&finding->suggestion, meant);
      return;
    }
}

void
check_mean_12m (Check *check)
{
  g_autoptr (GPtrArray) rows = collect_rows (check, 0);
  Tally tallies[UNIT_OTHER + 1];
  check_held (check, rows->len);
  tally_units (check, rows, tallies);
  if (tally_is_another_reading (&tallies[UNIT_COUNT]))
    warn_of_column (check, rows, &tallies[UNIT_COUNT]);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];
      const Tally *tally = &tallies[row->unit];
      gboolean is_plain = row->unit == UNIT_COUNT || tally_is_shown (tally);
      if (row->unit == UNIT_COUNT && tally_is_another_reading (tally))
        continue;
      Verdict verdict = judge (check, row, is_plain);
      if (verdict == VERDICT_FITS)
        tie_keep (check, tie_of_row (row, is_plain));
      else if (verdict == VERDICT_OFF && !fits_pooled (check, row))
        contradict (check, row, is_plain, may_be_weighted (check, row, tally));
    }
}
