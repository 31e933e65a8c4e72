/* check/arrow.c - does an arrow agree with the change beside it, under the report's own key?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/proof.h"
#include "check/verdict.h"

#define MOST_PER_CENT 100 /* no key has a threshold beyond */

static gboolean
is_change (const Figure *figure)
{
  return (figure->measure == MEASURE_CHANGE_PREV || figure->measure == MEASURE_CHANGE_YEAR)
         && proof_can_judge (figure);
}

/* Whether the report prints falls as negative numbers; else the arrow alone tells. */
static gboolean
prints_signs (const Report *report)
{
  for (guint i = 0; i < report->figures->len; i++)
    if (is_change (report_figure (report, i)) && report_figure (report, i)->value.mantissa < 0)
      return TRUE;
  return FALSE;
}

/* Whether the key allows @direction for some change in @change: up from @threshold, down from
 * minus @threshold, flat between.  A change that rounds to the threshold may be on either side. */
static gboolean
is_allowed (Direction direction, const Interval *change, int threshold)
{
  g_auto (Interval) up = interval_whole (threshold, threshold);
  g_auto (Interval) down = interval_whole (-threshold, -threshold);
  gboolean is_up = !interval_is_below (change, &up);
  gboolean is_down = !interval_is_above (change, &down);
  gboolean is_flat = !interval_is_above (change, &up) && !interval_is_below (change, &down);
  return (direction == DIRECTION_UP && is_up) || (direction == DIRECTION_DOWN && is_down)
         || (direction == DIRECTION_FLAT && is_flat);
}

static Verdict
judge (const Figure *change, int threshold, gboolean has_signs)
{
  if (!is_change (change) || change->direction == DIRECTION_NONE)
    return VERDICT_SILENT;
  g_auto (Interval) printed = interval_rounded (change->value);
  g_auto (Interval) fall = interval_negated (&printed);
  return is_allowed (change->direction, &printed, threshold)
                 || (!has_signs && is_allowed (change->direction, &fall, threshold))
             ? VERDICT_FITS
             : VERDICT_OFF;
}

static Tally
tally_arrows (const Report *report, int threshold, gboolean has_signs)
{
  Tally tally = { 0 };
  for (guint i = 0; i < report->figures->len; i++)
    tally_add (&tally, judge (report_figure (report, i), threshold, has_signs));
  return tally;
}

/* The threshold that all arrows follow, the nearest to the key's; 0 if there is none. */
static int
find_other_threshold (const Report *report, gboolean has_signs)
{
  for (int distance = 1; distance < MOST_PER_CENT; distance++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        int threshold = report->arrow_threshold + sign * distance;
        if (threshold > 0 && tally_arrows (report, threshold, has_signs).n_off == 0)
          return threshold;
      }
  return 0;
}

/* Findings */

/* What the key makes of a change whose arrow is wrong. */
static Direction
wanted_direction (const Figure *change, int threshold)
{
  g_auto (Interval) printed = interval_rounded (change->value);
  static const Direction all[] = { DIRECTION_FLAT, DIRECTION_UP };
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (is_allowed (all[i], &printed, threshold))
      return all[i];
  return DIRECTION_DOWN;
}

static void
contradict (Check *check, const Figure *change)
{
  int threshold = check->report->arrow_threshold;
  const char *wanted = direction_code (wanted_direction (change, threshold));
  g_autofree char *value = decimal_format (change->value);
  g_autofree char *message = g_strdup_printf (
      "arrow %s beside a change of %s, which is %s by the report's key (%d or more is up, -%d or "
      "less is down, else flat)",
      direction_code (change->direction), value, wanted, threshold, threshold);
  Finding *finding = proof_add (check, "arrow", SEVERITY_CONTRADICTION, change, message);
  report_set_text (&finding->suggestion, wanted);
}

/* Says once that the arrows follow another key; @first is one that is off. */
static void
warn_of_key (Check *check, const Figure *first, const Tally *tally, int other)
{
  g_autofree char *message = g_strdup_printf (
      "%u of %u arrows disagree with a key of %d per cent, and none with one of %d per cent",
      tally->n_off, tally->n_off + tally->n_fits, check->report->arrow_threshold, other);
  Finding *finding = proof_add (check, "arrow", SEVERITY_WARNING, first, message);
  g_autofree char *suggestion = g_strdup_printf ("%d", other);
  report_set_text (&finding->suggestion, suggestion);
}

void
check_arrow (Check *check)
{
  const Report *report = check->report;
  if (report->arrow_threshold <= 0)
    return;

  gboolean has_signs = prints_signs (report);
  Tally tally = tally_arrows (report, report->arrow_threshold, has_signs);
  int other = tally.n_off >= TALLY_ENOUGH ? find_other_threshold (report, has_signs) : 0;
  if (tally_is_another_reading (&tally) && other == 0)
    return;

  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (judge (figure, report->arrow_threshold, has_signs) != VERDICT_OFF)
        continue;
      if (other != 0)
        {
          warn_of_key (check, figure, &tally, other);
          return;
        }
      contradict (check, figure);
    }
}
