/* tests/check/test_candidate.c - what may a figure that was read off an image have been printed as?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/candidate.h"

#include <criterion/criterion.h>
#include <string.h>

#include "tests/check/sheet.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  return decimal_compare (*(const Decimal *) a, *(const Decimal *) b);
}

/* Returns (transfer full): the candidates of @value from the least on, with blanks between. */
static char *
candidates (const char *value, Measure measure, int scale, CandidateRange range)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_read_off_image (sheet);
  Figure figure = { .measure = measure, .has_value = TRUE };
  cr_assert (decimal_parse (value, &figure.value));
  g_autoptr (GArray) found = candidate_list (sheet->knowledge.lexicon, &figure, scale, range);
  g_array_sort (found, compare);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *one = decimal_format (g_array_index (found, Decimal, i));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", one);
    }
  return g_string_free (text, FALSE);
}

static void
expect (const char *value, Measure measure, int scale, const char *expected)
{
  g_autofree char *found = candidates (value, measure, scale, CANDIDATES_LIKELY);
  cr_expect_str_eq (found, expected, "%s: %s", value, found);
}

Test (candidate, is_a_digit_that_looks_like_what_was_read)
{
  expect ("28", MEASURE_ACTUAL, 0, "20 23 25 26 128 218 228 281 288");
}

Test (candidate, is_a_figure_whose_point_was_lost_where_the_row_has_decimals)
{
  expect ("44", MEASURE_ACTUAL, 1, "4.4");
  expect ("44", MEASURE_ACTUAL, -1, "144 414 441 444");
}

Test (candidate, is_a_figure_that_lost_or_won_a_minus_if_it_may_be_negative)
{
  expect ("-4", MEASURE_CHANGE_PREV, 0, "-44 -41 -14 4");
  expect ("4", MEASURE_CHANGE_PREV, 0, "-4 14 41 44");
  expect ("4", MEASURE_ACTUAL, 0, "14 41 44");
}

Test (candidate, is_a_figure_without_a_thin_digit_at_its_end)
{
  g_autofree char *found = candidates ("241", MEASURE_ACTUAL, 0, CANDIDATES_LIKELY);
  cr_expect_not_null (strstr (found, "24 "), "%s", found);
}

Test (candidate, is_none_with_a_nought_in_front)
{
  g_autofree char *found = candidates ("64", MEASURE_ACTUAL, 0, CANDIDATES_LIKELY);
  cr_expect_null (strstr (found, "04"), "%s", found);
  cr_expect (g_str_has_prefix (found, "54 "), "%s", found);
}

Test (candidate, is_any_figure_of_one_digit_more_or_less_if_the_range_is_wide)
{
  g_autofree char *found = candidates ("24", MEASURE_ACTUAL, -1, CANDIDATES_WIDE);
  cr_expect_not_null (strstr (found, "2 2.4 4 "), "%s", found);
  cr_expect_not_null (strstr (found, " 274 "), "%s", found);
}

Test (candidate, is_any_figure_that_differs_in_a_digit_if_all_are_asked_for)
{
  g_autofree char *found = candidates ("24", MEASURE_ACTUAL, 0, CANDIDATES_ALL);
  cr_expect_not_null (strstr (found, " 20 21 22 23 25 26 27 28 29 "), "%s", found);
  g_autofree char *wide = candidates ("24", MEASURE_ACTUAL, 0, CANDIDATES_WIDE);
  cr_expect_null (strstr (wide, " 23 "), "%s", wide);
}

Test (candidate, has_no_more_decimals_than_was_read_where_their_number_is_not_known)
{
  g_autofree char *found = candidates ("20.8", MEASURE_ACTUAL, -1, CANDIDATES_WIDE);
  cr_expect_null (strstr (found, "20.78"), "%s", found);
  cr_expect_not_null (strstr (found, "2.08"), "%s", found);
}
