/* tests/parse/test_unread.c - columns of an image whose headings could not be read, told by other
 * columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/unread.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* Returns (transfer full): the headings of a table that was read off an image. */
static Heading *
read (const char *row)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = desk_grid (row);
  desk->words.is_of_image = TRUE;
  Heading *heading = heading_find (&desk->words, grid, 0);
  cr_assert_not_null (heading);
  return heading;
}

static void
assert_month (const char *row, guint column, const char *month)
{
  Heading *heading = read (row);
  g_autofree char *found = period_format (heading_column (heading, column)->period);
  cr_expect_str_eq (found, month, "%s: %s, not %s", row, found, month);
  heading_free (heading);
}

Test (unread, a_month_between_two_that_leave_room_for_it_is_told)
{
  assert_month ("Ref | Measure | May 21 | gxq7 | Jul 21 | Aug 21", 3, "2021-06");
  assert_month ("Ref | Measure | Jul 21 | gxq7 | May 21 | Apr 21", 3, "2021-06");
}

Test (unread, a_month_before_or_behind_others_must_look_like_it)
{
  assert_month ("Ref | Measure | Jub 21 | Aug 21 | Sep 21", 2, "2021-07");
  assert_month ("Ref | Measure | Aug 21 | Sep 21 | Dct-21", 4, "2021-10");
  assert_month ("Ref | Measure | Aug 21 | Sep 21 | gxq7", 4, "");
}

Test (unread, what_stands_where_there_is_no_room_is_no_month)
{
  assert_month ("Ref | Measure | May 21 | gxq7 | Jun 21 | Jul 21", 3, "");
  assert_month ("Ref | Measure | May 21 | | Jul 21 | Aug 21", 3, "");
}

Test (unread, columns_are_told_by_those_of_the_same_table_elsewhere)
{
  Heading *heading = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | xqkw gqx | SN");
  Heading *other = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | 12 month average | SN");
  Heading *apart = read ("Ref | Measure | May 20 | Jun 20 | Jul 20 | 12 month average | SN");
  unread_fill (heading, apart);
  cr_expect_eq (heading_column (heading, 5)->role, ROLE_NONE);
  unread_fill (heading, other);
  cr_expect_eq (heading_column (heading, 5)->role, ROLE_MEAN_12M);
  heading_free (heading);
  heading_free (other);
  heading_free (apart);
}

Test (unread, a_heading_of_which_nothing_or_a_group_is_left_is_told_too)
{
  Heading *heading = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | | Stat. neigh- | ENG");
  Heading *other
      = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | 12 month average | Stat. neigh. | ENG");
  unread_fill (heading, other);
  cr_expect_eq (heading_column (heading, 5)->role, ROLE_MEAN_12M);
  cr_expect_eq (heading_column (heading, 6)->role, ROLE_BENCHMARK);
  cr_expect_eq (heading_column (heading, 6)->comparator, COMPARATOR_SN);
  heading_free (heading);
  heading_free (other);
}

Test (unread, a_year_of_which_another_page_says_that_it_is_of_targets_is)
{
  Heading *bare = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | 19-20 | 20-21 | SN");
  Heading *told = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | Target 19-20 | 20-21 | SN");
  unread_fill (told, bare);
  cr_expect_eq (heading_column (told, 5)->role, ROLE_TARGET);
  unread_fill (bare, told);
  cr_expect_eq (heading_column (bare, 5)->role, ROLE_TARGET);
  cr_expect_eq (heading_column (bare, 6)->role, ROLE_PERIOD);
  heading_free (bare);
  heading_free (told);
}

Test (unread, a_target_has_no_year_of_the_benchmarks_beside_it)
{
  Heading *heading = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | Target | SN");
  Heading *other = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | Target | SN");
  const Period year = period_financial_year (2020);
  Column *target = &g_array_index (heading->columns, Column, 5);
  target->period = year;
  unread_fill (heading, other);
  cr_expect (period_equal (target->period, year));
  g_array_index (other->columns, Column, 6).period = year;
  g_array_index (heading->columns, Column, 6).period = year;
  unread_fill (heading, other);
  cr_expect_eq (target->period.kind, PERIOD_NONE);
  heading_free (heading);
  heading_free (other);
}

Test (unread, nothing_is_told_twice)
{
  Heading *heading = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | xqkw gqx | 12 month avg");
  Heading *other = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | 12 month avg | SN");
  unread_fill (heading, other);
  cr_expect_eq (heading_column (heading, 5)->role, ROLE_NONE);
  heading_free (heading);
  heading_free (other);
}

Test (unread, a_target_takes_its_year_from_the_same_column_elsewhere)
{
  Heading *heading = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | Target 2122 | SN");
  Heading *other = read ("Ref | Measure | May 21 | Jun 21 | Jul 21 | Target 21-22 | SN");
  cr_assert_eq (heading_column (heading, 5)->period.kind, PERIOD_NONE);
  unread_fill (heading, other);
  cr_expect_eq (heading_column (heading, 5)->period.year, 2021);
  heading_free (heading);
  heading_free (other);
}

/* Expects that column 5 is guessed to be for @role, or not at all. */
static void
assert_guess (const char *row, Role role)
{
  g_autoptr (Desk) desk = desk_new ();
  Heading *heading = read (row);
  unread_guess (desk->vocabulary, heading);
  const Column *column = heading_column (heading, 5);
  cr_expect_eq (column->role, role, "%s: %s", row, role_code (column->role));
  cr_expect_eq (column->is_guess, role != ROLE_NONE);
  heading_free (heading);
}

Test (unread, a_column_is_guessed_by_the_one_word_that_was_read)
{
  assert_guess ("Ref | Measure | May 21 | Jun 21 | Jul 21 | 2Zm xq max", ROLE_MAX_12M);
}

Test (unread, nothing_is_guessed_that_is_taken_or_may_be_two_things)
{
  assert_guess ("Ref | Measure | May 21 | Jun 21 | Jul 21 | 2Zm xq max | 12 month max", ROLE_NONE);
  assert_guess ("Ref | Measure | May 21 | Jun 21 | Jul 21 | 9q xqz avg", ROLE_NONE);
  assert_guess ("Ref | Measure | May 21 | Jun 21 | Jul 21 | xqz vvk", ROLE_NONE);
  assert_guess ("Ref | Measure | May 21 | Jun 21 | Jul 21 | xqz and vvk", ROLE_NONE);
}

/* Expects what column @column is for, as the ratings beside it tell. */
static void
assert_role (const char *row, guint column, Role role, gboolean is_guess)
{
  Heading *heading = read (row);
  unread_fill_ratings (heading);
  cr_expect_eq (heading_column (heading, column)->role, role, "%s: %s", row,
                role_code (heading_column (heading, column)->role));
  cr_expect_eq (heading_column (heading, column)->is_guess, is_guess, "%s", row);
  heading_free (heading);
}

Test (unread, one_of_three_ratings_is_told_by_the_two_beside_it)
{
  assert_role ("Ref | Measure | May 21 | Jun 21 | | Amber | Green", 4, ROLE_RED, FALSE);
  assert_role ("Ref | Measure | May 21 | Jun 21 | Green | Amber | | SN", 6, ROLE_RED, FALSE);
  assert_role ("Ref | Measure | May 21 | Jun 21 | Red | | Green", 5, ROLE_AMBER, FALSE);
  assert_role ("Ref | Measure | May 21 | Jun 21 | Red | Amber | | SN", 6, ROLE_GREEN, FALSE);
  assert_role ("Ref | Measure | May 21 | Jun 21 | xq | Amber | Green", 4, ROLE_RED, TRUE);
}

Test (unread, a_column_beside_two_ratings_that_is_no_rating_is_none)
{
  assert_role ("Ref | Measure | May 21 | Jun 21 | | Red | Amber | Green", 4, ROLE_NONE, FALSE);
  assert_role ("Ref | Measure | May 21 | Jun 21 | Target | Amber | Green", 4, ROLE_TARGET, FALSE);
  assert_role ("Ref | Measure | May 21 | Jun 21 | | Red | Green", 4, ROLE_NONE, FALSE);
}
