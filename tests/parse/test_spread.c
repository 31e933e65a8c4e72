/* tests/parse/test_spread.c - which columns each of several groups of headings stands over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/spread.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define PITCH 10.0 /* from one column to the next */
#define WIDTH 6.0

/* Expects the columns that groups begin with whose middles are @middles, in columns; "" if they are
 * not dealt out. */
static void
assert_begins (guint n_columns, const double *middles, guint n, const char *expected)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint i = 0; i < n_columns; i++)
    {
      Span span = { i * PITCH, i * PITCH + WIDTH };
      g_array_append_val (columns, span);
    }
  g_autoptr (GArray) piles = piles_new ();
  for (guint i = 0; i < n; i++)
    {
      double middle = middles[i] * PITCH + WIDTH / 2;
      Word word = { .text = (char *) "2016/17", .box = { middle - 2, 0, middle + 2, 8 } };
      piles_add (piles, &(Segment){ &word, 1 });
    }
  g_autofree guint *begins = spread_groups (columns, 0, n_columns, piles);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; begins != NULL && i < n; i++)
    g_string_append_printf (found, "%s%u", i > 0 ? " " : "", begins[i]);
  cr_expect_str_eq (found->str, expected);
}

Test (spread, groups_stand_over_the_middles_of_what_they_group)
{
  assert_begins (14, (const double[]){ 1, 8 }, 2, "0 3");
  assert_begins (8, (const double[]){ 0.5, 2.5, 4.5, 6.5 }, 4, "0 2 4 6");
}

Test (spread, a_group_far_off_the_middle_is_none)
{
  assert_begins (6, (const double[]){ 0, 1 }, 2, "");
}

Test (spread, one_group_or_too_few_columns_are_not_dealt_out)
{
  assert_begins (6, (const double[]){ 2.5 }, 1, "");
  assert_begins (1, (const double[]){ 0, 3 }, 2, "");
}
