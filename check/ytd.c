/* check/ytd.c - can a year to date come from the months of the year?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts of events add up; counts of what there is at the end of a month do not: theirs is the last
 * month's.  A percentage or a rate of a year weighs its months and lies between them, or is the
 * last month's.  What the row's own note says goes first ("Financial Year", "As at mth end");
 * without one either reading will do.
 */
#include "check/line.h"
#include "check/tie.h"

#include <string.h>

#define FIRST_MONTH 4 /* of the financial year */

typedef enum
{
  READING_SUM,  /* of the months */
  READING_LAST, /* the last month's */
  READING_SPAN, /* between the smallest and the largest month */
} Reading;

/* A figure of a year to date, with the months that it is of. */
typedef struct
{
  const Figure *figure;
  GPtrArray *months;  /* owned; of Figure, borrowed, from April on */
  const Figure *last; /* the last month's; NULL if it is not known */
  guint n_unknown;
  gboolean is_count;
  Verdict verdict;
  Reading reading; /* to speak of, if none fits */
  Tie *tie; /* owned (nullable), until the report takes it: of that, or of the one that fits */
} Year;

static void
year_clear (gpointer data)
{
  Year *year = data;
  g_ptr_array_unref (year->months);
  tie_free (year->tie);
}

/* Months */

/* Whether rows of one reference print the same wherever both print a month, twice at least. */
static gboolean
are_copies (const Check *check, Line a, Line b)
{
  g_autoptr (GArray) slots = line_slots (check, a);
  guint n_same = 0;
  for (guint i = 0; i < slots->len; i++)
    {
      Slot slot = g_array_index (slots, Slot, i);
      const Figure *other = line_find (check, b, slot);
      if (slot.measure != MEASURE_ACTUAL || other == NULL)
        continue;
      if (decimal_compare (line_find (check, a, slot)->value, other->value) != 0)
        return FALSE;
      n_same++;
    }
  return n_same >= 2;
}

/* The figure of @slot in the year's own row, else in another of the same indicator: a summary
 * prints the last months of a row alone. */
static const Figure *
find_month (const Check *check, const Figure *year, Slot slot)
{
  const Figure *own = line_find (check, line_of (year), slot);
  const Indicator *row = report_indicator (check->report, (guint) year->indicator);
  const GArray *rows = own != NULL ? NULL : line_rows (check, row->canonical_id);
  for (guint i = 0; rows != NULL && i < rows->len && own == NULL; i++)
    {
      guint at = g_array_index (rows, guint, i);
      const Indicator *other = report_indicator (check->report, at);
      Line line = { (int) at, year->component };
      if ((int) at == year->indicator || other->unit != row->unit)
        continue;
      const Figure *found = line_find (check, line, slot);
      gboolean is_known = row->canonical_id[0] != '\0';
      gboolean is_ref = row->ref[0] != '\0' && g_str_equal (row->ref, other->ref);
      if (found != NULL && (is_known || (is_ref && are_copies (check, line_of (year), line))))
        own = found;
    }
  return own;
}

static Period
last_month_of (const Check *check, const Figure *year)
{
  Period report = check->report->period;
  return report.kind == PERIOD_MONTH ? report : proof_series (check, year)->until;
}

/* Whether the note of a row holds words of the lexicon with that meaning. */
static gboolean
says (const Lexicon *lexicon, const Indicator *row, YearNote meaning)
{
  g_autofree char *note = g_utf8_casefold (row->data_note, -1);
  for (guint i = 0; i < lexicon->year_notes->len; i++)
    {
      const LexiconEntry *entry = &g_array_index (lexicon->year_notes, LexiconEntry, i);
      if (entry->means == (int) meaning && strstr (note, entry->pattern) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether the note beside the row, or beside another of the same indicator, has that meaning. */
static gboolean
is_noted (const Check *check, const Figure *year, YearNote meaning)
{
  const Lexicon *lexicon = check->knowledge->lexicon;
  if (lexicon == NULL)
    return FALSE;
  const Indicator *row = report_indicator (check->report, (guint) year->indicator);
  gboolean is_said = says (lexicon, row, meaning);
  const GArray *rows = line_rows (check, row->canonical_id);
  for (guint i = 0; i < rows->len && row->canonical_id[0] != '\0' && !is_said; i++)
    {
      const Indicator *other = report_indicator (check->report, g_array_index (rows, guint, i));
      is_said = other->unit == row->unit && says (lexicon, other, meaning);
    }
  return is_said;
}

/* Returns: FALSE if the year has not begun by the report's month, or that is not known. */
static gboolean
year_init (const Check *check, const Figure *figure, Year *year)
{
  Period until = last_month_of (check, figure);
  if (figure->period.kind != PERIOD_YEAR_TO_DATE || until.kind != PERIOD_MONTH
      || period_year_began (until) != figure->period.year)
    return FALSE;

  *year = (Year){ .figure = figure, .months = g_ptr_array_new () };
  Unit unit = proof_unit (check, figure);
  year->is_count = unit == UNIT_COUNT && figure->value.scale == 0;
  Period month = period_month (figure->period.year, FIRST_MONTH);
  for (; period_months_between (month, until) >= 0; month = period_add_months (month, 1))
    {
      const Figure *found = find_month (check, figure, (Slot){ MEASURE_ACTUAL, month });
      if (found != NULL)
        g_ptr_array_add (year->months, (gpointer) found);
      else
        year->n_unknown++;
      year->last = found;
    }
  return TRUE;
}

/* Readings */

/* What a reading says of the year. */
static Tie *
tie_of (const Year *year, Reading reading)
{
  Tie *tie = tie_new (reading == READING_SPAN ? TIE_BETWEEN : TIE_SUM);
  tie_add (tie, year->figure, KNOT_RESULT, 1);
  if (reading == READING_LAST)
    tie_add (tie, year->last, KNOT_PART, -1);
  for (guint i = 0; i < year->months->len && reading != READING_LAST; i++)
    tie_add (tie, year->months->pdata[i], KNOT_PART, reading == READING_SPAN ? 1 : -1);
  if (reading == READING_SUM && year->n_unknown > 0)
    {
      g_auto (Interval) unknown = interval_from (0);
      g_auto (Interval) less = interval_negated (&unknown);
      tie_set_rest (tie, &less);
    }
  return tie;
}

/* Whether the year could be read so, if the months were known. */
static gboolean
may_mean (const Check *check, const Year *year, Reading reading)
{
  Unit unit = proof_unit (check, year->figure);
  gboolean is_average = unit == UNIT_PERCENT || unit == UNIT_DAYS || unit == UNIT_AVERAGE_COUNT;
  return reading == READING_LAST || (reading == READING_SUM ? !is_average : !year->is_count);
}

/* Returns (transfer full) (nullable): what @reading says of the year; NULL if its months do not
 * tell. */
static Tie *
read_as (const Year *year, Reading reading)
{
  gboolean is_known = reading == READING_LAST  ? year->last != NULL
                      : reading == READING_SUM ? year->months->len > 0
                                               : year->months->len > 0 && year->n_unknown == 0;
  return is_known ? tie_of (year, reading) : NULL;
}

/* Whether a count is so near to its last month that a sum of the months can hardly be meant: the
 * two differ by less than a tenth of the month. */
static gboolean
is_near_last (const Year *year)
{
  if (year->last == NULL || year->months->len < 2)
    return FALSE;
  g_auto (Interval) printed = interval_exact (year->figure->value);
  g_auto (Interval) last = interval_exact (year->last->value);
  g_auto (Interval) apart = interval_difference (&printed, &last);
  g_auto (Interval) tenth = interval_scaled (&last, 1, 10);
  g_auto (Interval) less = interval_negated (&tenth);
  interval_widen (&tenth, &less);
  return interval_meets (&apart, &tenth);
}

/* Which of the readings that do not fit to speak of. */
static Reading
wanted_reading (const Check *check, const Year *year)
{
  gboolean is_sum = is_noted (check, year->figure, YEAR_NOTE_SUM);
  if (!is_sum && is_noted (check, year->figure, YEAR_NOTE_LAST))
    return READING_LAST;
  if (!year->is_count)
    return READING_SPAN;
  return !is_sum && is_near_last (year) ? READING_LAST : READING_SUM;
}

/* Fits if any reading does, and is off if all are known and none does. */
static void
read_year (const Check *check, Year *year)
{
  year->verdict = VERDICT_OFF;
  for (Reading one = READING_SUM; one <= READING_SPAN; one++)
    {
      if (!may_mean (check, year, one))
        continue;
      g_autoptr (Tie) tie = read_as (year, one);
      Verdict told = tie == NULL ? VERDICT_SILENT : tie_judge (check, tie);
      if (told != VERDICT_OFF)
        year->verdict = told;
      if (told != VERDICT_FITS)
        continue;
      year->tie = g_steal_pointer (&tie);
      return;
    }
  if (year->verdict != VERDICT_OFF)
    return;
  year->reading = wanted_reading (check, year);
  year->tie = tie_of (year, year->reading);
}

/* Findings */

static char *
describe (const Check *check, const Year *year, const Interval *possible)
{
  int places = year->figure->value.scale + PROOF_MORE_PLACES;
  g_autofree char *range = interval_format (possible, places);
  if (year->reading == READING_LAST)
    {
      g_autofree char *month = period_format (line_slot_of (check, year->last).period);
      return g_strdup_printf ("the last month, %s, is %s", month, range);
    }
  if (year->reading == READING_SPAN)
    return g_strdup_printf ("each of its %u months lies within %s", year->months->len, range);

  g_autoptr (GString) sum = g_string_new (NULL);
  for (guint i = 0; i < year->months->len; i++)
    {
      g_autofree char *value = decimal_format (((const Figure *) year->months->pdata[i])->value);
      g_string_append_printf (sum, "%s%s", i > 0 ? " + " : "", value);
    }
  if (year->n_unknown > 0)
    g_string_append_printf (sum, " + %u unknown month%s", year->n_unknown,
                            year->n_unknown == 1 ? "" : "s");
  return g_strdup_printf ("its months make %s = %s", sum->str, range);
}

static void
contradict (Check *check, Year *year)
{
  Tie *tie = g_steal_pointer (&year->tie);
  g_autofree char *other = NULL;
  if (year->reading == READING_SUM && year->last != NULL)
    {
      g_autofree char *last = decimal_format (year->last->value);
      other = g_strdup_printf (", and the last of them is %s", last);
    }
  g_auto (Interval) possible = tie_possible (check, tie, 0);
  g_autofree char *printed = decimal_format (year->figure->value);
  g_autofree char *formula = describe (check, year, &possible);
  g_autofree char *rounding = proof_describe_rounding (year->figure->value);
  g_autofree char *message = g_strdup_printf (
      "year to date printed %s, but %s%s%s%s", printed, formula, other != NULL ? other : "",
      year->is_count ? "" : "; ", year->is_count ? "" : rounding);
  proof_contradict (check, "ytd", year->figure, &possible, message);
  tie_break (check, tie);
}

static GArray *
collect_years (const Check *check)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (Year));
  g_array_set_clear_func (years, year_clear);
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      Year year;
      if (figure->measure != MEASURE_YTD || !proof_can_judge (figure)
          || !year_init (check, figure, &year))
        continue;
      g_array_append_val (years, year);
    }
  return years;
}

void
check_ytd (Check *check)
{
  g_autoptr (GArray) years = collect_years (check);
  Tally counts = { 0 }, others = { 0 };
  for (guint i = 0; i < years->len; i++)
    {
      Year *year = &g_array_index (years, Year, i);
      read_year (check, year);
      tally_add (year->is_count ? &counts : &others, year->verdict);
    }
  gboolean is_another = tally_is_another_reading (&counts) || tally_is_another_reading (&others);
  check_held (check, is_another ? 0 : counts.n_fits + counts.n_off + others.n_fits + others.n_off);
  for (guint i = 0; i < years->len && !is_another; i++)
    {
      Year *year = &g_array_index (years, Year, i);
      if (year->verdict == VERDICT_OFF)
        contradict (check, year);
      else if (year->verdict == VERDICT_FITS)
        tie_keep (check, g_steal_pointer (&year->tie));
    }
}
