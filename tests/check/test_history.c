/* tests/check/test_history.c - tests check/history.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/check/press.h"

#define RULE "history"
#define A_YEAR 12

/* Returns: how many changes of the second report are off, the first of which printed @base a year
 * before @now, if what changed is printed as @change. */
static guint
compare (Unit unit, const char *base, const char *now, const char *change)
{
  g_autoptr (Sheet) first = sheet_new (), second = sheet_new ();
  sheet_add_row (first, "A1", unit, base);
  int row = sheet_add_row (second, "A1", unit, now);
  sheet_add (second, row, MEASURE_CHANGE_YEAR, change);
  press_move (second, A_YEAR);
  return press_compare (first, second, RULE);
}

Test (history, a_change_must_come_from_what_last_year_s_report_printed)
{
  cr_expect (eq (uint, compare (UNIT_COUNT, "104", "109", "5"), 0));
  cr_expect (eq (uint, compare (UNIT_COUNT, "131", "109", "5"), 1));
}

Test (history, rounding_raises_none)
{
  cr_expect (eq (uint, compare (UNIT_RATE_PER_10000, "3", "10", "182"), 0));
  cr_expect (eq (uint, compare (UNIT_RATE_PER_10000, "3", "10", "350"), 1));
}

Test (history, a_fall_may_be_printed_without_its_sign)
{
  cr_expect (eq (uint, compare (UNIT_COUNT, "200", "100", "50"), 0));
}

Test (history, changes_of_percentages_may_be_in_points)
{
  cr_expect (eq (uint, compare (UNIT_PERCENT, "40", "50", "25"), 0));
  cr_expect (eq (uint, compare (UNIT_PERCENT, "40", "50", "10"), 0));
  cr_expect (eq (uint, compare (UNIT_PERCENT, "40", "50", "40"), 1));
  cr_expect (eq (uint, compare (UNIT_COUNT, "40", "50", "10"), 1));
}

Test (history, a_base_of_zero_says_nothing)
{
  cr_expect (eq (uint, compare (UNIT_COUNT, "0", "50", "10"), 0));
}

Test (history, a_report_that_prints_the_base_itself_is_left_to_change_year)
{
  cr_expect (eq (uint, compare (UNIT_COUNT, "131", "104 . . . . . . . . . . . 109", "5"), 0));
}

Test (history, it_is_a_warning_that_shows_both_figures)
{
  g_autoptr (Sheet) first = sheet_new (), second = sheet_new ();
  sheet_add_row (first, "A1", UNIT_COUNT, "131");
  int row = sheet_add_row (second, "A1", UNIT_COUNT, "109");
  sheet_add (second, row, MEASURE_CHANGE_YEAR, "5");
  press_move (second, A_YEAR);
  cr_assert (eq (uint, press_compare (first, second, RULE), 1));
  const Finding *finding = sheet_finding (second, RULE);
  cr_expect (eq (int, finding->severity, SEVERITY_WARNING));
  cr_expect_str_eq (finding->message,
                    "change from 2016-11 printed 5, but the report of 2016-11 (000000000000) "
                    "printed 131 for that month, and (109 - 131) / 131 = -16.794 %; 5 stands for "
                    "4.5 to 5.5");
}

Test (history, where_most_are_off_how_they_were_computed_is_not_known)
{
  static const char *const refs[] = { "A1", "A2", "A3", "A4" };
  g_autoptr (Sheet) first = sheet_new (), second = sheet_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      sheet_add_row (first, refs[i], UNIT_COUNT, "131");
      int row = sheet_add_row (second, refs[i], UNIT_COUNT, "109");
      sheet_add (second, row, MEASURE_CHANGE_YEAR, "5");
    }
  press_move (second, A_YEAR);
  cr_expect (eq (uint, press_compare (first, second, RULE), 0));
}

#define TRIALS 400
#define PARTS 1000 /* true figures are whole numbers of these parts of one */

Test (history, figures_rounded_from_true_ones_never_raise_it)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (16);
  for (guint i = 0; i < TRIALS; i++)
    {
      gint64 base = g_rand_int_range (dice, PARTS, 200 * PARTS);
      gint64 now = g_rand_int_range (dice, 0, 200 * PARTS);
      int places = g_rand_int_range (dice, 0, 3);
      g_autofree char *base_text = sheet_round (base, PARTS, places);
      g_autofree char *now_text = sheet_round (now, PARTS, places);
      g_autofree char *change = sheet_round ((now - base) * 100, base, places);
      cr_expect_eq (compare (UNIT_RATE_PER_10000, base_text, now_text, change), 0, "%s to %s: %s",
                    base_text, now_text, change);
    }
}

Test (history, a_planted_error_always_raises_it)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (17);
  for (guint i = 0; i < TRIALS; i++)
    {
      gint64 base = g_rand_int_range (dice, 50, 200), now = g_rand_int_range (dice, 50, 200);
      gint64 off = g_rand_int_range (dice, 0, 2) == 0 ? 2 : -2;
      /* a fall printed without its sign would do, and so would a change that is cut */
      gint64 change = 100 * (now - base) / base + off;
      if (ABS (100 * (base - now) - change * base) <= 2 * base)
        continue;
      g_autofree char *base_text = g_strdup_printf ("%" G_GINT64_FORMAT, base);
      g_autofree char *now_text = g_strdup_printf ("%" G_GINT64_FORMAT, now);
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, change);
      cr_expect_eq (compare (UNIT_COUNT, base_text, now_text, text), 1, "%s to %s: %s", base_text,
                    now_text, text);
    }
}
