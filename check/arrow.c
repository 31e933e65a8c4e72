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

/* How a report prints its changes and arrows. */
typedef struct
{
  int threshold;
  gboolean has_signs;
  gboolean is_apart; /* the arrows stand in a column of their own, beside the change since the
                      * previous month */
} Key;

static Direction
arrow_of (const Check *check, const Figure *change, const Key *key)
{
  if (!key->is_apart)
    return change->direction;
  const Figure *arrow = change->measure != MEASURE_CHANGE_PREV
                            ? NULL
                            : series_find_measure (proof_series (check, change), MEASURE_DOT);
  return arrow == NULL ? DIRECTION_NONE : arrow->direction;
}

static Verdict
judge (const Check *check, const Figure *change, const Key *key)
{
  Direction arrow = is_change (change) ? arrow_of (check, change, key) : DIRECTION_NONE;
  if (arrow == DIRECTION_NONE)
    return VERDICT_SILENT;
  g_auto (Interval) printed = interval_rounded (change->value);
  g_auto (Interval) fall = interval_negated (&printed);
  return is_allowed (arrow, &printed, key->threshold)
                 || (!key->has_signs && is_allowed (arrow, &fall, key->threshold))
             ? VERDICT_FITS
             : VERDICT_OFF;
}

static Tally
tally_arrows (const Check *check, const Key *key)
{
  Tally tally = { 0 };
  for (guint i = 0; i < check->report->figures->len; i++)
    tally_add (&tally, judge (check, report_figure (check->report, i), key));
  return tally;
}

/* Whether no change has an arrow of its own, and the column of arrows is shown to follow the key:
 * it may as well tell where the figures should go. */
static gboolean
are_apart (const Check *check, int threshold, gboolean has_signs)
{
  const Report *report = check->report;
  for (guint i = 0; i < report->figures->len; i++)
    if (is_change (report_figure (report, i))
        && report_figure (report, i)->direction != DIRECTION_NONE)
      return FALSE;
  Key key = { threshold, has_signs, TRUE };
  Tally tally = tally_arrows (check, &key);
  return tally_is_shown (&tally);
}

/* The threshold that all arrows follow, the nearest to the key's; 0 if there is none. */
static int
find_other_threshold (const Check *check, const Key *key)
{
  for (int distance = 1; distance < MOST_PER_CENT; distance++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        Key other = *key;
        other.threshold += sign * distance;
        if (other.threshold > 0 && tally_arrows (check, &other).n_off == 0)
          return other.threshold;
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
contradict (Check *check, const Figure *change, const Key *key)
{
  int threshold = key->threshold;
  const char *wanted = direction_code (wanted_direction (change, threshold));
  g_autofree char *value = decimal_format (change->value);
  g_autofree char *message = g_strdup_printf (
      "arrow %s beside a change of %s, which is %s by the report's key (%d or more is up, -%d or "
      "less is down, else flat)",
      direction_code (arrow_of (check, change, key)), value, wanted, threshold, threshold);
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
  check_held (check, 0);
  if (report->arrow_threshold <= 0)
    return;

  gboolean has_signs = prints_signs (report);
  Key key = { report->arrow_threshold, has_signs,
              are_apart (check, report->arrow_threshold, has_signs) };
  Tally tally = tally_arrows (check, &key);
  check_held (check, tally.n_fits + tally.n_off);
  int other = tally.n_off >= TALLY_ENOUGH ? find_other_threshold (check, &key) : 0;
  if (tally_is_another_reading (&tally) && other == 0)
    return;

  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (judge (check, figure, &key) != VERDICT_OFF)
        continue;
      if (other != 0)
        {
          warn_of_key (check, figure, &tally, other);
          return;
        }
      contradict (check, figure, &key);
    }
}
