/* check/dot.c - does a direction of travel agree with the two months that it is about?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An arrow without a change beside it points where the figure went, or, where less is better, where
 * performance went.  Which of the two is meant is not told by words: rows for which the report
 * prints the same good performance show it by what nearly all of their arrows do.
 */
#include "check/proof.h"
#include "check/verdict.h"

#define LEAST_ARROWS 8 /* fewer may agree with their months by chance */
#define MOST_OFF 8     /* one in so many may be wrong of itself */

/* Rows with one good performance: how many of their arrows up and down agree with their months,
 * read as they point and turned, and how many point either way.  A level arrow is the same turned.
 */
typedef struct
{
  Tally plain, against;
  guint n_up, n_down;
} Kind;

/* An arrow and its two months. */
typedef struct
{
  const Figure *arrow, *before, *now;
  Direction direction;                   /* of the arrow */
  const char *good;                      /* borrowed: the row's good performance, as printed */
  gboolean can_rise, can_fall, can_stay; /* where the figures may have gone */
  Kind *kind;                            /* borrowed: that of its row */
} Travel;

static Direction
turned (Direction direction)
{
  if (direction == DIRECTION_FLAT)
    return DIRECTION_FLAT;
  return direction == DIRECTION_UP ? DIRECTION_DOWN : DIRECTION_UP;
}

static Interval
change_of (const Check *check, const Travel *travel)
{
  g_auto (Interval) before = proof_interval (check, travel->before);
  g_auto (Interval) now = proof_interval (check, travel->now);
  return interval_difference (&now, &before);
}

static void
find_ways (const Check *check, Travel *travel)
{
  g_auto (Interval) change = change_of (check, travel);
  g_auto (Interval) zero = interval_whole (0, 0);
  travel->can_stay = interval_meets (&change, &zero);
  travel->can_rise = rational_sign (&change.high) > 0;
  travel->can_fall = rational_sign (&change.low) < 0;
}

/* Whether the figures may have gone in @direction. */
static gboolean
is_possible (const Travel *travel, Direction direction)
{
  if (direction == DIRECTION_FLAT)
    return travel->can_stay;
  return direction == DIRECTION_UP ? travel->can_rise : travel->can_fall;
}

/* Where the figures went, as printed. */
static Direction
way_of (const Travel *travel)
{
  int order = decimal_compare (travel->now->value, travel->before->value);
  return order == 0 ? DIRECTION_FLAT : order > 0 ? DIRECTION_UP : DIRECTION_DOWN;
}

/* Returns: the change in parts of what it began with, either way; unbounded from zero. */
static Interval
size_of (const Check *check, const Travel *travel)
{
  g_auto (Interval) before = proof_interval (check, travel->before);
  g_auto (Interval) change = change_of (check, travel);
  Interval size = interval_quotient (&change, &before);
  if (size.is_unbounded || rational_sign (&size.high) > 0)
    return size;
  g_auto (Interval) fall = size;
  return interval_negated (&fall);
}

/* Readings */

typedef struct
{
  const Check *check;
  GArray *travels; /* of Travel */
} Dots;

static Direction
wanted (const Travel *travel, gboolean is_turned)
{
  return is_turned ? turned (travel->direction) : travel->direction;
}

static Verdict
verdict_of (const Travel *travel, gboolean is_turned)
{
  return is_possible (travel, wanted (travel, is_turned)) ? VERDICT_FITS : VERDICT_OFF;
}

static void
add_to_kind (const Travel *travel)
{
  Kind *kind = travel->kind;
  kind->n_up += travel->direction == DIRECTION_UP;
  kind->n_down += travel->direction == DIRECTION_DOWN;
  if (travel->direction == DIRECTION_FLAT)
    return;
  tally_add (&kind->plain, verdict_of (travel, FALSE));
  tally_add (&kind->against, verdict_of (travel, TRUE));
}

/* Whether nearly all arrows of the report, each read as most of its kind are, agree with their
 * months.  A few rows may do so by chance. */
static gboolean
are_of_months (const Dots *dots)
{
  Tally all = { 0 };
  for (guint i = 0; i < dots->travels->len; i++)
    {
      const Travel *travel = &g_array_index (dots->travels, Travel, i);
      const Kind *kind = travel->kind;
      if (travel->direction != DIRECTION_FLAT)
        tally_add (&all, verdict_of (travel, kind->against.n_fits > kind->plain.n_fits));
    }
  return all.n_fits >= LEAST_ARROWS && all.n_off * MOST_OFF <= all.n_fits;
}

/* Whether rows of its kind, @travel aside, have arrows up as well as down: a column in which all
 * point one way may say where they should go. */
static gboolean
points_both_ways (const Travel *travel)
{
  return travel->kind->n_up > (travel->direction == DIRECTION_UP ? 1 : 0)
         && travel->kind->n_down > (travel->direction == DIRECTION_DOWN ? 1 : 0);
}

/* Whether some arrow of the report tells of a change no larger than that of @travel: then changes
 * so small are told, and a level arrow denies this one. */
static gboolean
is_told (const Dots *dots, const Travel *travel)
{
  g_auto (Interval) size = size_of (dots->check, travel);
  for (guint i = 0; i < dots->travels->len && !size.is_unbounded; i++)
    {
      const Travel *other = &g_array_index (dots->travels, Travel, i);
      if (other->direction == DIRECTION_FLAT || is_possible (other, DIRECTION_FLAT))
        continue;
      g_auto (Interval) smaller = size_of (dots->check, other);
      if (!smaller.is_unbounded && rational_compare (&smaller.high, &size.low) <= 0)
        return TRUE;
    }
  return FALSE;
}

static Verdict
judge (const Dots *dots, const Travel *travel, gboolean is_turned)
{
  if (is_possible (travel, wanted (travel, is_turned)))
    return VERDICT_FITS;
  return travel->direction != DIRECTION_FLAT || is_told (dots, travel) ? VERDICT_OFF
                                                                       : VERDICT_SILENT;
}

/* Findings */

static void
contradict (Check *check, const Travel *travel, gboolean is_turned, const Tally *tally)
{
  Direction way = way_of (travel);
  Direction right = is_turned ? turned (way) : way;
  g_autofree char *before = decimal_format (travel->before->value);
  g_autofree char *now = decimal_format (travel->now->value);
  g_autofree char *good = travel->good[0] == '\0'
                              ? g_strdup ("")
                              : g_strdup_printf (" where good performance is '%s'", travel->good);
  g_autofree char *message = g_strdup_printf (
      "arrow %s beside a month of %s after one of %s, which is %s: %u of %u such arrows%s point "
      "%s the figures",
      direction_code (travel->direction), now, before, direction_code (right), tally->n_fits,
      tally->n_fits + tally->n_off, good, is_turned ? "against" : "with");
  Finding *finding = proof_add (check, "dot", SEVERITY_CONTRADICTION, travel->arrow, message);
  report_set_text (&finding->suggestion, direction_code (right));
}

static gboolean
find_travel (const Check *check, const Figure *arrow, Travel *travel)
{
  const Series *series = proof_series (check, arrow);
  if (arrow->measure != MEASURE_DOT || arrow->direction == DIRECTION_NONE
      || arrow->confidence < CONFIDENCE_TRUSTED || series->until.kind != PERIOD_MONTH)
    return FALSE;
  travel->arrow = arrow;
  travel->direction = arrow->direction;
  travel->now = series_find_value (series, series->until);
  travel->before = series_find_value (series, period_add_months (series->until, -1));
  travel->good = report_indicator (check->report, (guint) arrow->indicator)->good_performance;
  if (travel->now == NULL || travel->before == NULL)
    return FALSE;
  find_ways (check, travel);
  return TRUE;
}

/* Returns: the kind of that good performance, new if it is the first of it. */
static Kind *
find_kind (GHashTable *kinds, const char *good)
{
  g_autofree char *key = g_utf8_casefold (good, -1);
  Kind *kind = g_hash_table_lookup (kinds, key);
  if (kind == NULL)
    {
      kind = g_new0 (Kind, 1);
      g_hash_table_insert (kinds, g_steal_pointer (&key), kind);
    }
  return kind;
}

/* Holds an arrow against what its kind shows to be meant. */
static void
hold_arrow (Check *check, const Dots *dots, const Travel *travel)
{
  for (int is_turned = FALSE; is_turned <= TRUE; is_turned++)
    {
      const Tally *tally = is_turned ? &travel->kind->against : &travel->kind->plain;
      if (!tally_is_shown (tally) || !points_both_ways (travel))
        continue;
      check_held (check, 1);
      if (judge (dots, travel, is_turned) == VERDICT_OFF)
        contradict (check, travel, is_turned, tally);
    }
}

void
check_dot (Check *check)
{
  g_autoptr (GArray) travels = g_array_new (FALSE, FALSE, sizeof (Travel));
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      Travel travel;
      if (!find_travel (check, report_figure (check->report, i), &travel))
        continue;
      travel.kind = find_kind (kinds, travel.good);
      add_to_kind (&travel);
      g_array_append_val (travels, travel);
    }

  Dots dots = { check, travels };
  check_held (check, 0);
  gboolean are_checked = are_of_months (&dots);
  for (guint i = 0; i < travels->len && are_checked; i++)
    hold_arrow (check, &dots, &g_array_index (travels, Travel, i));
}
