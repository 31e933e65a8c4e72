/* tests/parse/test_heading.c - the columns of a table of indicators, as its headings name them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/heading.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

/* Returns (transfer full): what the columns are, as "ref name period:2016-11 benchmark/national".
 */
static char *
dup_columns (const Heading *heading)
{
  GString *columns = g_string_new (NULL);
  for (guint i = 0; i < heading->columns->len; i++)
    {
      const Column *column = heading_column (heading, i);
      g_autofree char *period = period_format (column->period);
      gboolean is_compared = column->comparator != COMPARATOR_NONE;
      g_string_append_printf (columns, "%s%s%s%s%s%s", i > 0 ? " " : "",
                              column->role == ROLE_NONE ? "?" : role_code (column->role),
                              is_compared ? "/" : "", comparator_code (column->comparator),
                              period[0] != '\0' ? ":" : "", period);
    }
  return g_string_free (columns, FALSE);
}

static void
assert_columns (const char *table, guint n_rows, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = desk_grid (table);
  Heading *heading = heading_find (&desk->words, grid, 0);
  cr_assert_not_null (heading, "no headings in %s", table);
  g_autofree char *columns = dup_columns (heading);
  cr_expect_str_eq (columns, expected);
  cr_expect (eq (uint, heading->n_rows, n_rows));
  heading_free (heading);
}

Test (heading, names_what_each_column_is_for)
{
  assert_columns ("Ref | Description | Data owner | Oct 16 | Nov 16 | % change from Oct 16"
                  " | % change from Nov 15 | 12 month average | 12-mnth max value | SN | Nat."
                  " | November commentary",
                  1,
                  "ref name owner period:2016-10 period:2016-11 change:2016-10 change:2015-11 "
                  "mean_12m max_12m benchmark/statistical_neighbours benchmark/national "
                  "commentary");
}

/* The same of a table that was read off an image. */
static void
assert_image_columns (const char *table, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = desk_grid (table);
  desk->words.is_of_image = TRUE;
  Heading *heading = heading_find (&desk->words, grid, 0);
  cr_assert_not_null (heading, "no headings in %s", table);
  g_autofree char *columns = dup_columns (heading);
  cr_expect_str_eq (columns, expected);
  heading_free (heading);
}

Test (heading, of_an_image_may_have_misread_letters)
{
  assert_image_columns ("Ref | Performanceindicator | Jui 21 | Aug 21 | Sep 21 | →ct 21"
                        " | %change from Jui 21 | Max {12 mnths) | 5E 8ench- marklng Group",
                        "ref name period:2021-07 period:2021-08 period:2021-09 period:2021-10 "
                        "change:2021-07 max_12m benchmark/region");
}

Test (heading, of_an_image_over_words_beside_references_is_that_of_names)
{
  assert_image_columns ("Ref | Perfrmnclndctr | Lead | Feb 21 | Mar 21 | Apr 21\n"
                        "M1 | Number of contacts | A Smith | 5 | 6 | 7\n"
                        "M2 | Number of referrals | A Smith | 5 | 6 | 7",
                        "ref name owner period:2021-02 period:2021-03 period:2021-04");
  assert_image_columns ("Ref | Perfrmnclndctr | Lead | Feb 21 | Mar 21 | Apr 21\n"
                        "M1 | 12 | A Smith | 5 | 6 | 7\n"
                        "M2 | 14 | A Smith | 5 | 6 | 7",
                        "ref ? owner period:2021-02 period:2021-03 period:2021-04");
}

Test (heading, of_an_image_that_may_be_two_things_is_neither)
{
  assert_image_columns ("Ref | Measure | Feb 21 | Mar 21 | Apr 21 | Jbn 21",
                        "ref name period:2021-02 period:2021-03 period:2021-04 ?");
}

Test (heading, of_an_image_needs_more_than_three_letters_for_a_month_without_its_year)
{
  assert_image_columns ("Ref | Measure | Feb 21 | Mar 21 | Mm m@X",
                        "ref name period:2021-02 period:2021-03 ?");
}

Test (heading, of_text_is_taken_by_its_letters)
{
  assert_columns ("Ref | Measure | Jun 21 | Jul 21 | 8ench- marklng", 1,
                  "ref name period:2021-06 period:2021-07 ?");
}

Test (heading, a_column_without_a_known_heading_is_for_nothing)
{
  assert_columns ("Ref | Description | Xyzzy | Oct 16 | Nov 16", 1,
                  "ref name ? period:2016-10 period:2016-11");
  assert_columns ("Ref | Description | | Oct 16 | Nov 16", 1,
                  "ref name ? period:2016-10 period:2016-11");
}

Test (heading, a_group_may_name_its_one_column_too)
{
  assert_columns (
      "Ref | Description | Oct 16 | Benchmark: England | Benchmarking - SN | Benchmarks", 1,
      "ref name period:2016-10 benchmark/national benchmark/statistical_neighbours "
      "group");
}

Test (heading, a_second_line_names_the_columns_below_a_group)
{
  assert_columns ("Ref | Measure | Nov 16 | Target and Tolerances | | \n"
                  "    |         |        | Red | Amber | Target Green\n"
                  "M1  | Contacts | 109   | <92 | 92> | 95+",
                  2, "ref name period:2016-11 red amber green");
}

Test (heading, headings_above_and_below_make_one)
{
  assert_columns ("Ref | Measure | Nov 16 | % change from\n"
                  "    |         |        | Oct 16\n"
                  "M1  | Contacts | 109   | → 3",
                  2, "ref name period:2016-11 change:2016-10");
}

Test (heading, a_group_lends_its_period_to_what_stands_below)
{
  assert_columns ("Ref | Measure | Nov-16 | LATEST BENCHMARKING - 2014/15 | \n"
                  "    |         |        | STAT NEIGH AVE | NAT AVE\n"
                  "M1  | Contacts | 109   | 5 | 6",
                  2,
                  "ref name period:2016-11 benchmark/statistical_neighbours:FY2014-15 "
                  "benchmark/national:FY2014-15");
}

Test (heading, what_is_actual_below_a_month_is_of_that_month)
{
  assert_columns ("Ref | Measure | Apr 2018 | | May 2018 | \n"
                  "    |         | Actual | Target | Actual | Target\n"
                  "M1  | Contacts | 5 | 6 | 7 | 8",
                  2, "ref name period:2018-04 target:2018-04 period:2018-05 target:2018-05");
}

Test (heading, a_month_may_be_parted_into_counts_and_a_percentage)
{
  assert_columns ("Ref | Measure | Apr 2018 | | | Target\n"
                  "    |         | Numerator | Denominator | % |\n"
                  "M1  | Contacts | 5 | 10 | 50% | 60%",
                  2, "ref name numerator:2018-04 denominator:2018-04 period:2018-04 target");
  assert_columns ("Ref | Measure | Apr 2018 | | May 2018 | \n"
                  "    |         | No. | % | No. | %\n"
                  "M1  | Contacts | 5 | 50% | 6 | 60%",
                  2, "ref name numerator:2018-04 period:2018-04 numerator:2018-05 period:2018-05");
}

Test (heading, a_region_alone_beside_parts_of_the_area_is_one_of_them)
{
  assert_columns ("Ref | Measure | Jun-18 | North | East | South", 1,
                  "ref name period:2018-06 ? ? ?");
  assert_columns ("Ref | Measure | Jun-18 | SNs | ENG | East", 1,
                  "ref name period:2018-06 benchmark/statistical_neighbours benchmark/national "
                  "benchmark/region");
  assert_columns ("Ref | Measure | Jun-18 | East | Comments", 1,
                  "ref name period:2018-06 benchmark/region commentary");
}

Test (heading, a_group_lends_its_year_to_months_without_one)
{
  assert_columns ("Ref | Measure | 2016 / 17 | | | \n"
                  "    |         | Nov | Dec | Jan | YTD\n"
                  "M1  | Contacts | 109 | 110 | 111 | 900",
                  2, "ref name period:2016-11 period:2016-12 period:2017-01 ytd:YTD2016-17");
}

/* Expects the columns of months without a year in a document that states a period. */
static void
assert_months (const char *stated, const char *text, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *headings = g_strconcat ("Ref | Measure | ", text, "\n", NULL);
  g_autoptr (Grid) grid = desk_grid (headings);
  desk->words.stated = desk_period (stated);
  g_autoptr (Heading) heading = heading_find (&desk->words, grid, 0);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 2; i < heading->columns->len; i++)
    {
      g_autofree char *period = period_format (heading_column (heading, i)->period);
      gboolean is_known = heading_column (heading, i)->role != ROLE_NONE;
      g_string_append_printf (found, "%s%s", i > 2 ? " " : "", is_known ? period : "?");
    }
  cr_expect_str_eq (found->str, expected);
}

Test (heading, months_without_a_year_go_back_from_the_documents_month)
{
  assert_months ("2016-12", "Oct | Nov | Dec", "2016-10 2016-11 2016-12");
  assert_months ("2017-01", "Jan | Nov | Dec | Jan", "2016-01 2016-11 2016-12 2017-01");
  assert_months ("2016-12", "Dec | Nov | Oct", "2016-12 2016-11 2016-10");
}

Test (heading, months_without_a_year_are_of_the_documents_financial_year)
{
  assert_months ("2016-12", "Apr | Feb | Mar", "2016-04 2017-02 2017-03");
  assert_months ("FY2016-17", "Apr | May | Jan", "2016-04 2016-05 2017-01");
  assert_months ("2016-Q3", "Q1 | Q2 | Q3 | Q4", "2016-Q1 2016-Q2 2016-Q3 2016-Q4");
}

Test (heading, months_without_a_year_that_begin_with_january_are_of_one_calendar_year)
{
  assert_months ("2016-06", "Jan | Feb | Jul", "2016-01 2016-02 2016-07");
}

Test (heading, months_without_a_year_that_nothing_tells_head_nothing)
{
  assert_months ("", "Oct | Nov | Dec", "? ? ?");
  assert_months ("FY2016-17", "Oct | Mar | Apr", "? ? ?");
}

Test (heading, a_year_to_date_without_a_year_is_that_of_the_last_month)
{
  assert_columns ("Ref | Measure | Feb 16 | Mar 16 | Apr 16 | YTD", 1,
                  "ref name period:2016-02 period:2016-03 period:2016-04 ytd:YTD2016-17");
  assert_columns ("Ref | Measure | Feb 16 | Mar 16 | YTD", 1,
                  "ref name period:2016-02 period:2016-03 ytd:YTD2015-16");
}

Test (heading, a_group_does_not_reach_over_a_heading_of_its_own)
{
  assert_columns ("Ref | Measure | Nov 16 | Target and Tolerances | | Comments\n"
                  "    |         |        | Red | Amber | \n"
                  "M1  | Contacts | 109   | <92 | 92> | Fell.",
                  2, "ref name period:2016-11 red amber commentary");
}

Test (heading, years_below_months_are_theirs)
{
  assert_columns ("Ref | Measure | Oct | Nov | December | England\n"
                  "    |         | 2016 | 2016 | 2016 |\n"
                  "M1  | Contacts | 109 | 110 | 111 | 112",
                  2, "ref name period:2016-10 period:2016-11 period:2016-12 benchmark/national");
}

Test (heading, a_label_keeps_what_is_printed)
{
  g_autoptr (Desk) desk = desk_new ();
  Column column = { .role = ROLE_NONE };
  cr_expect (heading_read (&desk->words, "% change from", "Oct 16", &column));
  cr_expect_str_eq (column.label, "% change from Oct 16");
  cr_expect_not (heading_read (&desk->words, "", "Xyzzy", &column));
  cr_expect_str_eq (column.label, "Xyzzy");
  g_free (column.label);
}

Test (heading, of_an_image_is_read_though_one_stroke_was_taken_for_another)
{
  g_autoptr (Desk) desk = desk_new ();
  Column column = { .role = ROLE_NONE };
  cr_expect_not (heading_read (&desk->words, "", "Jui-16", &column));
  desk->words.is_of_image = TRUE;
  cr_expect (heading_read (&desk->words, "", "Jui-16", &column));
  cr_expect (period_equal (column.period, desk_period ("2016-07")));
  cr_expect_str_eq (column.label, "Jui-16");
  cr_expect (heading_read (&desk->words, "", "Highest vaiue in 12 months", &column));
  cr_expect_eq (column.role, ROLE_MAX_12M);
  cr_expect (heading_read (&desk->words, "% change from", "same period iast year", &column));
  cr_expect_eq (column.role, ROLE_CHANGE_YEAR);
  g_free (column.label);
}

typedef struct
{
  char row[80];
} RowCase;

static RowCase rows[] = {
  { "Oct 16 | Nov 16 | Dec 16 | Jan 17" }, /* nothing says which indicator */
  { "Ref | Description" },
  { "M1 | Number of contacts | 109 | 110 | 111" },
  { "Ref | Description | Red herring | Nov. 1 | and so on | more" },
  { "Increase 10% or more | ↑ | Similar | →" },
  { "| | |" },
};

ParameterizedTestParameters (heading, other_rows_head_nothing)
{
  return cr_make_param_array (RowCase, rows, G_N_ELEMENTS (rows));
}

ParameterizedTest (RowCase *other, heading, other_rows_head_nothing)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = desk_grid (other->row);
  cr_expect_null (heading_find (&desk->words, grid, 0), "%s", other->row);
}

Test (heading, the_next_headings_are_found_further_down)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = desk_grid ("Ref | Measure | Oct 16 | Nov 16\n"
                                     "M1 | Contacts | 5 | 6\n"
                                     "Ref | Measure | Oct 16 | Nov 16\n"
                                     "M2 | Referrals | 7 | 8");
  Heading *second = heading_find (&desk->words, grid, 1);
  cr_assert_not_null (second);
  cr_expect (eq (uint, second->first_row, 2));
  heading_free (second);
}

static Heading *
find (const Desk *desk, const char *table)
{
  g_autoptr (Grid) grid = desk_grid (table);
  Heading *heading = heading_find (&desk->words, grid, 0);
  cr_assert_not_null (heading);
  return heading;
}

static gboolean
are_one_table (const char *a, const char *b)
{
  g_autoptr (Desk) desk = desk_new ();
  Heading *first = find (desk, a), *second = find (desk, b);
  gboolean matches = heading_matches (first, second);
  heading_free (first);
  heading_free (second);
  return matches;
}

Test (heading, tables_with_the_same_columns_are_one)
{
  static const char table[] = "Ref | Measure | Oct 16 | Nov 16 | SN | Nat.";
  cr_expect (are_one_table (table, table));
  cr_expect (are_one_table (table, "Ref | | Measure | Oct 16 | Nov 16 | SN | Nat."));
  cr_expect (are_one_table (table, "REF. | Description | Oct-16 | Nov-16 | SN AVE | England"));
  cr_expect_not (are_one_table (table, "Ref | Measure | Oct 15 | Nov 15 | SN | Nat."));
  cr_expect_not (are_one_table (table, "Ref | Measure | Red | Amber | Green | YTD"));
}

Test (heading, the_last_month_is_the_latest_wherever_it_stands)
{
  g_autoptr (Desk) desk = desk_new ();
  Heading *forwards = find (desk, "Ref | Measure | Oct 16 | Nov 16 | YTD 2016/17");
  Heading *backwards = find (desk, "Ref | Measure | Nov 16 | Oct 16 | 2016/17");
  Heading *none = find (desk, "Ref | Measure | Q1 2016/17 | Q2 2016/17");
  cr_expect (period_equal (heading_last_month (forwards), period_month (2016, 11)));
  cr_expect (period_equal (heading_last_month (backwards), period_month (2016, 11)));
  cr_expect (eq (int, heading_last_month (none).kind, PERIOD_NONE));
  heading_free (forwards);
  heading_free (backwards);
  heading_free (none);
}

Test (heading, a_column_without_a_heading_before_the_months_may_hold_the_names)
{
  assert_columns (" | Oct 16 | Nov 16 | Dec 16\n"
                  "New referrals | 1 | 2 | 3\n"
                  "Visits made | 4 | 5 | 6\n"
                  "Plans | 7 | 8 | 9",
                  1, "name period:2016-10 period:2016-11 period:2016-12");
}

Test (heading, a_column_of_labels_before_the_months_holds_no_names)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = desk_grid (" | Oct 16 | Nov 16 | Dec 16\n"
                                     "Actual | 1 | 2 | 3\n"
                                     "Target | 4 | 5 | 6\n"
                                     "England | 7 | 8 | 9\n");
  cr_expect_null (heading_find (&desk->words, grid, 0));
}

Test (heading, two_tables_that_stand_side_by_side_by_alignment_alone_have_no_headings)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid
      = desk_grid ("Ref | Oct 16 | Nov 16 | Dec 16 | Ref | Oct 16 | Nov 16 | Dec 16\n"
                   "M1 | 1 | 2 | 3 | M2 | 4 | 5 | 6\n");
  grid->is_aligned = TRUE;
  cr_expect_null (heading_find (&desk->words, grid, 0));
}

Test (heading, of_an_image_is_not_the_year_above_it_if_it_names_a_month_that_was_not_read)
{
  assert_image_columns ("Ref | Measure | 2017/18 | 2017/18 | 2017/18 | 2017/18\n"
                        " | | Nov-17 | Dec-17 | Qxq7-18 | Feb-18",
                        "ref name period:2017-11 period:2017-12 period:2018-01 period:2018-02");
}

Test (heading, of_an_image_may_be_a_year_with_a_point)
{
  assert_image_columns ("Ref | Measure | Nov-17 | Dec-17 | 2014.15 | 2014.5",
                        "ref name period:2017-11 period:2017-12 period:FY2014-15 ?");
}
