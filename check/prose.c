/* check/prose.c - is what a commentary states of an indicator what the table prints?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writers round and cut, mean one thing by another's name and speak of the row next door.  So a
 * number counts as right if it is what any of these would make of the table; a way of speaking that
 * most of a report's numbers do not fit is one that was not understood.
 */
#include "check/proof.h"
#include "check/verdict.h"

#include <string.h>

#define NEIGHBOUR_ROWS 2 /* rows to either side that share a commentary */
#define MONTHS_IN_YEAR 12

static const Series *
series_of (const Check *check, int indicator)
{
  return g_ptr_array_index (check->series, indicator);
}

/* Returns: the figure of a row that @claim, a value, is of; NULL if it prints none, or several. */
static const Figure *
find_figure (const Check *check, int indicator, const Claim *claim)
{
  const Series *series = series_of (check, indicator);
  if (claim->measure == MEASURE_ACTUAL)
    return series_find_value (series, claim->period);

  const Figure *found = NULL;
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
      if (figure->measure != claim->measure || figure->comparator != claim->comparator
          || figure->component != COMPONENT_VALUE || !proof_can_judge (figure))
        continue;
      if (found != NULL)
        return NULL;
      found = figure;
    }
  return found;
}

/* What a writer may have meant by the number of figures with @scale decimals: with fewer of them,
 * it is rounded or cut. */
static Interval
meant (const Claim *claim, int scale)
{
  if (claim->value.scale >= scale)
    return interval_exact (claim->value);
  Interval rounded = interval_rounded (claim->value);
  g_auto (Interval) cut = interval_cut (claim->value);
  interval_widen (&rounded, &cut);
  return rounded;
}

/* Values */

static Verdict
judge_value (const Check *check, int indicator, const Claim *claim)
{
  const Figure *figure = find_figure (check, indicator, claim);
  if (figure == NULL)
    return VERDICT_SILENT;
  g_auto (Interval) stated = meant (claim, figure->value.scale);
  g_auto (Interval) printed = interval_rounded (figure->value);
  gboolean is_copied = claim->value.scale == figure->value.scale;
  gboolean fits = is_copied ? decimal_compare (claim->value, figure->value) == 0
                            : interval_meets (&stated, &printed);
  return fits ? VERDICT_FITS : VERDICT_OFF;
}

/* Changes */

/* Returns: the change between two months of a row, as a difference or in per cent; unbounded if it
 * cannot be computed. */
static Interval
change_between (const Check *check, int indicator, Period from, Period to, gboolean is_percent)
{
  const Series *series = series_of (check, indicator);
  const Figure *before = series_find_value (series, from), *now = series_find_value (series, to);
  if (before == NULL || now == NULL)
    return interval_unbounded ();
  g_auto (Interval) first = proof_interval (check, before);
  g_auto (Interval) last = proof_interval (check, now);
  if (!is_percent)
    return interval_difference (&last, &first);
  g_auto (Interval) difference = interval_difference (&last, &first);
  g_auto (Interval) share = interval_quotient (&difference, &first);
  return interval_scaled (&share, 100, 1);
}

/* Whether the change, up or down, may be stated as the claim's number: a difference of counts as
 * itself, else rounded or cut. */
static gboolean
is_size (const Claim *claim, const Interval *change)
{
  gboolean is_exact = claim->unit != UNIT_PERCENT && interval_is_single (change);
  g_auto (Interval) stated = meant (claim, is_exact ? claim->value.scale : claim->value.scale + 1);
  g_auto (Interval) fall = interval_negated (change);
  return interval_meets (&stated, change) || interval_meets (&stated, &fall);
}

/* Whether the change since @base, in any of the ways to compute it, is as large as stated.  A
 * change of a percentage may be in per cent or in points. */
static Verdict
judge_change_since (const Check *check, const Claim *claim, Period base)
{
  Verdict verdict = VERDICT_SILENT;
  for (int is_percent = FALSE; is_percent <= TRUE; is_percent++)
    {
      Unit unit = report_indicator (check->report, (guint) claim->indicator)->unit;
      if ((is_percent != FALSE) != (claim->unit == UNIT_PERCENT)
          && !(unit == UNIT_PERCENT && claim->unit == UNIT_PERCENT))
        continue;
      g_auto (Interval) change
          = change_between (check, claim->indicator, base, claim->period, is_percent);
      if (change.is_unbounded)
        continue;
      if (is_size (claim, &change))
        return VERDICT_FITS;
      verdict = VERDICT_OFF;
    }
  return verdict;
}

/* Whether the report prints a change of that size for the row, right or wrong. */
static gboolean
is_printed_change (const Check *check, const Claim *claim)
{
  static const Measure measures[] = { MEASURE_CHANGE_PREV, MEASURE_CHANGE_YEAR };
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      const Figure *printed
          = series_find_measure (series_of (check, claim->indicator), measures[i]);
      if (printed == NULL || !printed->has_value)
        continue;
      g_auto (Interval) change = interval_rounded (printed->value);
      if (is_size (claim, &change))
        return TRUE;
    }
  return FALSE;
}

static Verdict
judge_change (const Check *check, const Claim *claim)
{
  Period month = claim->period;
  const Period bases[]
      = { claim->base.kind == PERIOD_MONTH ? claim->base : period_add_months (month, -1),
          claim->base.kind == PERIOD_MONTH ? claim->base
                                           : period_add_months (month, -MONTHS_IN_YEAR) };
  Verdict verdict = VERDICT_SILENT;
  for (gsize i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      Verdict one = judge_change_since (check, claim, bases[i]);
      if (one == VERDICT_FITS || is_printed_change (check, claim))
        return VERDICT_FITS;
      if (one == VERDICT_SILENT)
        return VERDICT_SILENT;
      verdict = one;
    }
  return verdict;
}

/* Directions */

/* Whether a contradiction rests on a month of a row: then it proves no direction. */
static gboolean
is_contradicted (const Check *check, int indicator, Period month)
{
  for (guint i = 0; i < check->report->findings->len; i++)
    {
      const Finding *finding = report_finding (check->report, i);
      if (finding->severity == SEVERITY_CONTRADICTION && finding->indicator == indicator
          && finding->measure == MEASURE_ACTUAL && period_equal (finding->period, month))
        return TRUE;
    }
  return FALSE;
}

/* Whether the row went the other way between two months, beyond rounding. */
static gboolean
is_opposite (const Check *check, const Claim *claim, Period from, Period to)
{
  if (is_contradicted (check, claim->indicator, from)
      || is_contradicted (check, claim->indicator, to))
    return FALSE;
  g_auto (Interval) change = change_between (check, claim->indicator, from, to, FALSE);
  g_auto (Interval) zero = interval_whole (0, 0);
  return claim->direction == DIRECTION_UP ? interval_is_below (&change, &zero)
                                          : interval_is_above (&change, &zero);
}

static Verdict
judge_run (const Check *check, const Claim *claim)
{
  for (int i = 0; i < claim->n_months; i++)
    if (is_opposite (check, claim, period_add_months (claim->period, -i - 1),
                     period_add_months (claim->period, -i)))
      return VERDICT_OFF;
  return VERDICT_FITS;
}

static Verdict
judge_highest (const Check *check, const Claim *claim)
{
  g_auto (Interval) zero = interval_whole (0, 0);
  for (int i = 1; i < claim->n_months; i++)
    {
      g_auto (Interval) rise = change_between (
          check, claim->indicator, period_add_months (claim->period, -i), claim->period, FALSE);
      if (interval_is_below (&rise, &zero))
        return VERDICT_OFF;
    }
  return VERDICT_FITS;
}

static Verdict
judge (const Check *check, const Claim *claim)
{
  switch (claim->kind)
    {
    case CLAIM_VALUE:
      return claim->has_value ? judge_value (check, claim->indicator, claim) : VERDICT_SILENT;
    case CLAIM_CHANGE:
      return claim->has_value && claim->period.kind == PERIOD_MONTH ? judge_change (check, claim)
                                                                    : VERDICT_SILENT;
    case CLAIM_MOVE:
      return claim->base.kind == PERIOD_MONTH
                     && is_opposite (check, claim, claim->base, claim->period)
                 ? VERDICT_OFF
                 : VERDICT_FITS;
    case CLAIM_RUN:
      return claim->period.kind == PERIOD_MONTH ? judge_run (check, claim) : VERDICT_SILENT;
    case CLAIM_HIGHEST:
      return claim->period.kind == PERIOD_MONTH ? judge_highest (check, claim) : VERDICT_SILENT;
    default:
      return VERDICT_SILENT;
    }
}

/* Whom else it may be about */

/* Returns (nullable): the commentary of a row, the first if it has several. */
static const char *
commentary_of (const Check *check, int indicator)
{
  for (guint i = 0; i < check->report->texts->len; i++)
    {
      const Text *text = report_text (check->report, i);
      if (text->indicator == indicator && text->kind == TEXT_COMMENTARY)
        return text->text;
    }
  return NULL;
}

/* Whether two rows may share a commentary: they print the same, or one of them none, or no rules
 * part the rows of their table. */
static gboolean
share_commentary (const Check *check, int own, int other)
{
  const char *a = commentary_of (check, own), *b = commentary_of (check, other);
  return a == NULL || b == NULL || g_str_equal (a, b)
         || report_indicator (check->report, (guint) own)->is_aligned;
}

/* Whether a row stands beside @own and may share its commentary, or bears its name and more: "the
 * number of plans" may be that of the rolling year. */
static gboolean
is_kin (const Check *check, int own, int other)
{
  const Indicator *a = report_indicator (check->report, (guint) own);
  const Indicator *b = report_indicator (check->report, (guint) other);
  gboolean is_of_unit
      = a->is_aligned ? (a->unit == UNIT_PERCENT) == (b->unit == UNIT_PERCENT) : a->unit == b->unit;
  if (own == other || !is_of_unit)
    return FALSE;
  return (a->table == b->table && ABS (own - other) <= NEIGHBOUR_ROWS
          && share_commentary (check, own, other))
         || (a->name[0] != '\0' && g_str_has_prefix (b->name, a->name));
}

/* Whether the number is the figure of a row whose commentary this may be, for the same month. */
static gboolean
is_of_kin (const Check *check, const Claim *claim)
{
  for (guint i = 0; i < check->report->indicators->len; i++)
    {
      Claim other = *claim;
      other.indicator = (int) i;
      if (is_kin (check, claim->indicator, (int) i) && judge (check, &other) == VERDICT_FITS)
        return TRUE;
    }
  return FALSE;
}

/* Findings */

static Finding *
add_finding (Check *check, const char *rule, Severity severity, const Claim *claim,
             const Figure *figure, const char *message)
{
  Finding *finding = report_add_finding (check->report, rule, severity);
  finding->indicator = claim->indicator;
  finding->measure = claim->kind == CLAIM_VALUE ? claim->measure : MEASURE_ACTUAL;
  finding->period = figure != NULL ? figure->period : claim->period;
  finding->page = figure != NULL ? figure->page : claim->page;
  finding->box = figure != NULL ? figure->box : finding->box;
  report_set_text (&finding->message, message);
  report_set_text (&finding->printed, claim->words);
  return finding;
}

static char *
describe_number (const Claim *claim)
{
  g_autofree char *value = decimal_format (claim->value);
  return g_strconcat (value, claim->unit == UNIT_PERCENT ? " %" : "", NULL);
}

static void
contradict_value (Check *check, const Claim *claim)
{
  const Figure *figure = find_figure (check, claim->indicator, claim);
  g_autofree char *period = period_format (claim->period);
  g_autofree char *stated = describe_number (claim);
  g_autofree char *printed = decimal_format (figure->value);
  g_autofree char *message
      = g_strdup_printf ("the commentary states %s for the %s%s%s ('%s'), but the table prints %s",
                         stated, measure_code (claim->measure), period[0] != '\0' ? " of " : "",
                         period, claim->words, printed);
  Finding *finding = add_finding (check, "prose", SEVERITY_CONTRADICTION, claim, figure, message);
  g_auto (Interval) possible = proof_interval (check, figure);
  int places = figure->value.scale + PROOF_MORE_PLACES;
  g_autofree char *low = interval_format_low (&possible, places);
  g_autofree char *high = interval_format_high (&possible, places);
  report_set_text (&finding->expected_low, low);
  report_set_text (&finding->expected_high, high);
  report_set_text (&finding->suggestion, printed);
}

static void
contradict_change (Check *check, const Claim *claim)
{
  Period base
      = claim->base.kind == PERIOD_MONTH ? claim->base : period_add_months (claim->period, -1);
  const Series *series = series_of (check, claim->indicator);
  const Figure *before = series_find_value (series, base);
  const Figure *now = series_find_value (series, claim->period);
  g_auto (Interval) change
      = change_between (check, claim->indicator, base, claim->period, claim->unit == UNIT_PERCENT);
  int places = claim->value.scale + PROOF_MORE_PLACES;
  g_autofree char *stated = describe_number (claim);
  g_autofree char *first = decimal_format (before->value);
  g_autofree char *last = decimal_format (now->value);
  g_autofree char *possible = interval_format (&change, places);
  g_autofree char *message = g_strdup_printf (
      "the commentary states a change of %s ('%s'), but the table prints %s after %s, a change of "
      "%s%s",
      stated, claim->words, last, first, possible, claim->unit == UNIT_PERCENT ? " %" : "");
  Finding *finding = add_finding (check, "prose", SEVERITY_CONTRADICTION, claim, now, message);
  g_autofree char *low = interval_format_low (&change, places);
  g_autofree char *high = interval_format_high (&change, places);
  report_set_text (&finding->expected_low, low);
  report_set_text (&finding->expected_high, high);
}

/* Returns (transfer full): the months from @from to @to as the row prints them, "7 in 2016-09, 9 in
 * 2016-10"; those that it does not are left out. */
static char *
describe_months (const Check *check, int indicator, Period from, Period to)
{
  GString *text = g_string_new (NULL);
  for (Period month = from; period_months_between (month, to) >= 0;
       month = period_add_months (month, 1))
    {
      const Figure *figure = series_find_value (series_of (check, indicator), month);
      if (figure == NULL)
        continue;
      g_autofree char *value = decimal_format (figure->value);
      g_autofree char *period = period_format (month);
      g_string_append_printf (text, "%s%s in %s", text->len > 0 ? ", " : "", value, period);
    }
  return g_string_free (text, FALSE);
}

static void
warn_of_direction (Check *check, const Claim *claim)
{
  int n_back = claim->kind == CLAIM_RUN       ? claim->n_months
               : claim->kind == CLAIM_HIGHEST ? claim->n_months - 1
                                              : period_months_between (claim->base, claim->period);
  Period from = period_add_months (claim->period, -n_back);
  g_autofree char *months = describe_months (check, claim->indicator, from, claim->period);
  g_autofree char *message = g_strdup_printf ("the commentary states '%s', but the table prints %s",
                                              claim->words, months);
  const Figure *now = series_find_value (series_of (check, claim->indicator), claim->period);
  add_finding (check, "prose-direction", SEVERITY_WARNING, claim, now, message);
}

static void
report_claim_off (Check *check, const Claim *claim)
{
  if (claim->kind == CLAIM_VALUE)
    contradict_value (check, claim);
  else if (claim->kind == CLAIM_CHANGE)
    contradict_change (check, claim);
  else
    warn_of_direction (check, claim);
}

/* A way of speaking: what kind of claim, of what. */
static gboolean
is_one_way (const Claim *a, const Claim *b)
{
  return a->kind == b->kind && a->measure == b->measure && a->comparator == b->comparator;
}

/* How many claims of each way of speaking fit. */
typedef struct
{
  const Claim *example; /* borrowed */
  Tally tally;
} Way;

/* Returns: the way of @claim, new if it is the first of it. */
static Way *
find_way (GArray *ways, const Claim *claim)
{
  for (guint i = 0; i < ways->len; i++)
    if (is_one_way (claim, g_array_index (ways, Way, i).example))
      return &g_array_index (ways, Way, i);
  Way way = { claim, { 0 } };
  g_array_append_val (ways, way);
  return &g_array_index (ways, Way, ways->len - 1);
}

/* Returns (transfer full) (element-type Way): the ways of the report's claims. */
static GArray *
tally_ways (const Check *check)
{
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (Way));
  for (guint i = 0; i < check->report->claims->len; i++)
    {
      const Claim *claim = report_claim (check->report, i);
      tally_add (&find_way (ways, claim)->tally, judge (check, claim));
    }
  return ways;
}

/* Reports the claims that are off, of numbers or of directions. */
static void
hold_claims (Check *check, gboolean is_numbers)
{
  g_autoptr (GArray) ways = tally_ways (check);
  check_held (check, 0);
  for (guint i = 0; i < check->report->claims->len; i++)
    {
      const Claim *claim = report_claim (check->report, i);
      gboolean is_number = claim->kind == CLAIM_VALUE || claim->kind == CLAIM_CHANGE;
      if (is_number != is_numbers)
        continue;
      Verdict verdict = judge (check, claim);
      check_held (check, verdict != VERDICT_SILENT);
      if (verdict == VERDICT_OFF && !tally_is_another_reading (&find_way (ways, claim)->tally)
          && !(is_number && is_of_kin (check, claim)))
        report_claim_off (check, claim);
    }
}

void
check_prose (Check *check)
{
  hold_claims (check, TRUE);
}

void
check_prose_direction (Check *check)
{
  hold_claims (check, FALSE);
}
