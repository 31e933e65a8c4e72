/* check/slip.c - would two digits put in order explain several contradictions at once?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tries it: writes the exchanged digits into the figure, runs all rules again into an empty list of
 * findings, and puts the figure back.  One contradiction lifted proves nothing, as many a figure
 * can be bent to fit one relation; two that rest on different figures do.
 */
#include "check/slip.h"

#include <string.h>

#include "check/series.h"

/* A report with more rows in contradiction is not wrong by slips. */
#define MOST_ROWS 10

typedef struct
{
  Figure *figure;
  Decimal value; /* that it should have */
} Slip;

static gboolean
is_contradiction (const Finding *finding)
{
  return finding->severity == SEVERITY_CONTRADICTION && finding->indicator != NO_INDICATOR;
}

static gboolean
is_same (const Finding *a, const Finding *b)
{
  return g_str_equal (a->rule, b->rule) && a->indicator == b->indicator && a->measure == b->measure
         && period_equal (a->period, b->period) && g_str_equal (a->printed, b->printed);
}

static gboolean
stands_among (const GArray *findings, guint first, const Finding *wanted)
{
  for (guint i = first; i < findings->len; i++)
    if (is_same (&g_array_index (findings, Finding, i), wanted))
      return TRUE;
  return FALSE;
}

/* Whether @finding cannot be if @slip, put right, explains the contradictions of its row: it is
 * one of them still, or a new one elsewhere. */
static gboolean
speaks_against (const Finding *finding, const Slip *slip, const GArray *kept, guint first)
{
  return is_contradiction (finding)
         && (finding->indicator == slip->figure->indicator || !stands_among (kept, first, finding));
}

static gboolean
contradicts_row (const CheckRule *rule, const Slip *slip, const GArray *kept, guint first)
{
  for (guint i = first; i < kept->len; i++)
    {
      const Finding *finding = &g_array_index (kept, Finding, i);
      if (is_contradiction (finding) && finding->indicator == slip->figure->indicator
          && g_str_equal (finding->rule, rule->name))
        return TRUE;
    }
  return FALSE;
}

/* Runs @rule on the report as it stands, which adds to its findings.  Returns: FALSE if one of them
 * speaks against @slip. */
static gboolean
run_rule (Check *check, const CheckRule *rule, const Slip *slip, const GArray *kept, guint first)
{
  const GArray *found = check->report->findings;
  guint n_before = found->len;
  rule->run (check);
  for (guint i = n_before; i < found->len; i++)
    if (speaks_against (&g_array_index (found, Finding, i), slip, kept, first))
      return FALSE;
  return TRUE;
}

/* Returns (transfer full) (nullable): what the rules would find if @slip were put right; NULL if
 * that speaks against it.  The rules that contradict its row now run first: few slips survive them.
 */
static GArray *
findings_without (Check *check, guint first, const Slip *slip)
{
  GArray *kept = check->report->findings;
  Decimal printed = slip->figure->value;
  GArray *found = g_array_new (FALSE, TRUE, sizeof (Finding));
  g_array_set_clear_func (found, (GDestroyNotify) finding_clear);
  check->report->findings = found;
  slip->figure->value = slip->value;

  gsize n_rules = 0;
  const CheckRule *rules = check_rules (&n_rules);
  gboolean is_possible = TRUE;
  for (int of_row = TRUE; of_row >= FALSE; of_row--)
    for (gsize i = 0; i < n_rules && is_possible; i++)
      if (rules[i].run != NULL && contradicts_row (&rules[i], slip, kept, first) == of_row)
        is_possible = run_rule (check, &rules[i], slip, kept, first);

  check->report->findings = kept;
  slip->figure->value = printed;
  if (!is_possible)
    g_clear_pointer (&found, g_array_unref);
  return found;
}

/* Whether @slip put right lifts at least two contradictions, all of its row, and raises none. */
static gboolean
explains (Check *check, guint first, const Slip *slip)
{
  g_autoptr (GArray) after = findings_without (check, first, slip);
  guint n_lifted = 0;
  for (guint i = first; after != NULL && i < check->report->findings->len; i++)
    {
      const Finding *finding = report_finding (check->report, i);
      n_lifted += is_contradiction (finding) && !stands_among (after, 0, finding);
    }
  return n_lifted >= 2;
}

/* Exchanges digits @place and @place + 1 of @value, counted from the right.  Returns: FALSE if it
 * has no such digits, they are equal, or a zero would come to stand in front. */
static gboolean
exchange_digits (Decimal *value, int place)
{
  gint64 unit = 1;
  for (int i = 0; i < place; i++)
    unit *= 10;
  gint64 upper = value->mantissa / unit, left = upper / 10 % 10, right = upper % 10;
  gboolean is_first = upper < 100;
  value->mantissa += (right - left) * 9 * unit;
  return upper >= 10 && left != right && !(is_first && right == 0);
}

/* Whether all contradictions of the row can rest on @figure: one about a period's own figure, such
 * as a ratio, rests on no other period's. */
static gboolean
can_explain (const Check *check, guint first, const Figure *figure)
{
  for (guint i = first; i < check->report->findings->len; i++)
    {
      const Finding *finding = report_finding (check->report, i);
      gboolean is_of_period = finding->measure == MEASURE_ACTUAL || finding->measure == MEASURE_YTD
                              || finding->measure == MEASURE_ANNUAL;
      if (is_contradiction (finding) && finding->indicator == figure->indicator && is_of_period
          && !period_equal (finding->period, figure->period))
        return FALSE;
    }
  return TRUE;
}

/* Finds the one slip in the row of @indicator that explains its contradictions.  Returns: FALSE if
 * there is none or several. */
static gboolean
find_slip (Check *check, guint first, int indicator, Slip *slip)
{
  gboolean is_found = FALSE;
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      Slip candidate = { report_figure (check->report, i), { 0, 0 } };
      if (candidate.figure->indicator != indicator || !candidate.figure->has_value
          || candidate.figure->measure != MEASURE_ACTUAL
          || !can_explain (check, first, candidate.figure))
        continue;
      for (int place = 0; place < DECIMAL_MAX_DIGITS - 1; place++)
        {
          candidate.value = candidate.figure->value;
          if (!exchange_digits (&candidate.value, place) || !explains (check, first, &candidate))
            continue;
          if (is_found)
            return FALSE;
          *slip = candidate;
          is_found = TRUE;
        }
    }
  return is_found;
}

static void
suggest (Check *check, guint first, const Slip *slip)
{
  const Indicator *indicator = report_indicator (check->report, (guint) slip->figure->indicator);
  g_autoptr (GArray) after = findings_without (check, first, slip);
  g_autofree char *month = period_format (slip->figure->period);
  g_autofree char *value = decimal_format (slip->value);
  g_autofree char *printed = decimal_format (slip->figure->value);
  g_autofree char *group = g_strdup_printf ("%s %s", indicator->ref, month);
  g_autofree char *suggestion
      = g_strdup_printf ("%s in %s: %s, not %s", indicator->ref, month, value, printed);

  for (guint i = first; i < check->report->findings->len; i++)
    {
      Finding *finding = report_finding (check->report, i);
      if (!is_contradiction (finding) || stands_among (after, 0, finding))
        continue;
      report_set_text (&finding->suggestion, suggestion);
      report_set_text (&finding->group, group);
    }
}

/* Returns (transfer full): the indicators in contradiction, each once. */
static GArray *
rows_in_contradiction (const Report *report, guint first)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = first; i < report->findings->len; i++)
    {
      const Finding *finding = report_finding (report, i);
      gboolean is_new = is_contradiction (finding);
      for (guint j = 0; j < rows->len; j++)
        is_new &= g_array_index (rows, int, j) != finding->indicator;
      if (is_new)
        g_array_append_val (rows, finding->indicator);
    }
  return rows;
}

void
slip_suggest (Check *check, guint first)
{
  g_autoptr (GArray) rows = rows_in_contradiction (check->report, first);
  for (guint i = 0; i < rows->len && rows->len <= MOST_ROWS; i++)
    {
      Slip slip;
      if (find_slip (check, first, g_array_index (rows, int, i), &slip))
        suggest (check, first, &slip);
    }
}
