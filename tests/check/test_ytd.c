/* tests/check/test_ytd.c - tests check/ytd.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/check/sheet.h"

/* The report is of November 2016: eight months from April on. */
static Sheet *
year (Unit unit, const char *months, const char *ytd)
{
  Sheet *sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A", unit, months);
  sheet_add (sheet, row, MEASURE_YTD, ytd)->period = period_year_to_date (2016);
  return sheet;
}

static guint
check_year (Unit unit, const char *months, const char *ytd)
{
  g_autoptr (Sheet) sheet = year (unit, months, ytd);
  return sheet_check (sheet, "ytd");
}

Test (ytd, a_count_is_the_sum_of_its_months)
{
  cr_expect_eq (check_year (UNIT_COUNT, "9 10 20 30 40 50 60 70 80", "360"), 0);
  g_autoptr (Sheet) sheet = year (UNIT_COUNT, "9 10 20 30 40 50 60 70 80", "369");
  cr_expect_eq (sheet_check (sheet, "ytd"), 1);
  cr_expect_str_eq (
      sheet_finding (sheet, "ytd")->message,
      "year to date printed 369, but its months make 10 + 20 + 30 + 40 + 50 + 60 + 70 "
      "+ 80 = 360, and the last of them is 80");
}

Test (ytd, a_stock_is_its_last_month)
{
  cr_expect_eq (check_year (UNIT_COUNT, "10 20 30 40 50 60 70 480", "480"), 0);
  g_autoptr (Sheet) sheet = year (UNIT_COUNT, "430 442 450 449 463 479 484 482", "480");
  cr_expect_eq (sheet_check (sheet, "ytd"), 1);
  cr_expect_str_eq (sheet_finding (sheet, "ytd")->message,
                    "year to date printed 480, but the last month, 2016-11, is 482");
}

Test (ytd, a_note_tells_which_reading_was_wanted)
{
  static const char lexicon[] = "year_notes:\n"
                                "  - { means: sum, words: 'cumulative' }\n"
                                "  - { means: last, words: 'as at' }\n";
  static const struct
  {
    const char *note, *says;
  } cases[] = { { "As At month end", "the last month, 2016-11, is 482" },
                { "Cumulative", "its months make 430 + 442" },
                { "Cumulative, as at month end", "its months make 430 + 442" },
                { "Count", "its months make 430 + 442" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = year (UNIT_COUNT, "430 442 450 449 463 479 484 482", "420");
      sheet->knowledge.lexicon = lexicon_parse ("lexicon", lexicon, strlen (lexicon), NULL);
      report_set_text (&report_indicator (sheet->report, 0)->data_note, cases[i].note);
      cr_assert_eq (sheet_check (sheet, "ytd"), 1, "%s", cases[i].note);
      const char *message = sheet_finding (sheet, "ytd")->message;
      cr_expect_not_null (strstr (message, cases[i].says), "%s: %s", cases[i].note, message);
    }
}

Test (ytd, unknown_months_can_only_add_to_a_sum)
{
  cr_expect_eq (check_year (UNIT_COUNT, "60 70 80", "500"), 0);
  cr_expect_eq (check_year (UNIT_COUNT, "60 70 80", "200"), 1);
}

Test (ytd, a_percentage_lies_between_its_months_or_is_the_last)
{
  cr_expect_eq (check_year (UNIT_PERCENT, "10 20 30 40 50 60 70 80", "44.4"), 0);
  cr_expect_eq (check_year (UNIT_PERCENT, "10 20 30 40 50 60 70 80", "8"), 1);
  cr_expect_eq (check_year (UNIT_PERCENT, "10 20 30 40 50 60 70 80", "9.5"), 0);
  cr_expect_eq (check_year (UNIT_PERCENT, "20 30 40 50 60 70 80", "8"), 0); /* April is unknown */
}

Test (ytd, a_rate_may_add_up_too)
{
  cr_expect_eq (check_year (UNIT_RATE_PER_10000, "1.0 2.0 3.0 4.0 5.0 6.0 7.0 8.0", "36.2"), 0);
  cr_expect_eq (check_year (UNIT_RATE_PER_10000, "1.0 2.0 3.0 4.0 5.0 6.0 7.0 8.0", "37.0"), 1);
}

Test (ytd, months_that_the_row_does_not_print_come_from_another_of_its_indicator)
{
  g_autoptr (Sheet) sheet = year (UNIT_COUNT, "61 71 81", "399");
  sheet_add_row (sheet, "A", UNIT_COUNT, "11 21 31 41 51 61 71 81");
  cr_expect_eq (sheet_check (sheet, "ytd"), 1);
}

Test (ytd, a_year_that_is_not_the_reports_is_not_checked)
{
  g_autoptr (Sheet) sheet = year (UNIT_COUNT, "10 20 30 40 50 60 70 80", "5");
  report_figure (sheet->report, 8)->period = period_year_to_date (2015);
  cr_expect_eq (sheet_check (sheet, "ytd"), 0);
}

Test (ytd, years_that_mostly_are_off_are_computed_otherwise)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (int i = 0; i < 4; i++)
    {
      int row = sheet_add_row (sheet, "A", UNIT_COUNT, "10 20 30 40 50 60 70 80");
      sheet_add (sheet, row, MEASURE_YTD, "45")->period = period_year_to_date (2016);
    }
  cr_expect_eq (sheet_check (sheet, "ytd"), 0);
}

Test (ytd, sums_and_pooled_percentages_never_raise_it)
{
  for (guint32 seed = 0; seed < 1000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) counts = g_string_new (NULL), shares = g_string_new (NULL);
      gint64 parts = 0, wholes = 0;
      for (int i = 0; i < 8; i++)
        {
          gint64 whole = g_rand_int_range (rand, 1, 500);
          gint64 part = g_rand_int_range (rand, 0, (gint32) whole + 1);
          g_autofree char *share = sheet_round (100 * part, whole, 1);
          g_string_append_printf (counts, "%s%d", i > 0 ? " " : "", (int) part);
          g_string_append_printf (shares, "%s%s", i > 0 ? " " : "", share);
          parts += part;
          wholes += whole;
        }
      g_autofree char *sum = sheet_round (parts, 1, 0);
      g_autofree char *more = sheet_round (parts + 1000, 1, 0);
      g_autofree char *pooled = sheet_round (100 * parts, wholes, 1);
      cr_expect_eq (check_year (UNIT_COUNT, counts->str, sum), 0, "seed %u", seed);
      cr_expect_eq (check_year (UNIT_COUNT, counts->str, more), 1, "seed %u", seed);
      cr_expect_eq (check_year (UNIT_PERCENT, shares->str, pooled), 0, "seed %u", seed);
    }
}
