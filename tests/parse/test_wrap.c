/* tests/parse/test_wrap.c - which lines of a table begin a row, and which carry one on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/wrap.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Returns (transfer full): which of the lines begin a row, given so many bands of rules and of
 * colour. */
static char *
dup_starts (const Page *page, guint n_columns, guint n_bands, guint n_stripes, gboolean is_body)
{
  g_autoptr (Region) region = paper_region (page, 100, 20, n_columns);
  g_autoptr (GArray) columns = columns_find (region);
  WrapReader reader;
  wrap_reader_init (&reader, region, columns, n_bands, n_stripes);
  g_autoptr (GArray) starts = wrap_row_starts (&reader, 0, region->lines->len, is_body);
  wrap_reader_clear (&reader);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < starts->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (starts, guint, i));
  return g_string_free (text, FALSE);
}

static void
expect_starts (const char *rows, guint n_bands, guint n_stripes, gboolean is_body,
               const char *expected)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, rows);
  guint n_columns = 1;
  for (const char *c = rows; *c != '\0' && *c != '\n'; c++)
    n_columns += *c == '|';
  for (guint i = 0; i <= n_columns; i++)
    paper_rule (page, 45 + 100 * i, 99, 45.5 + 100 * i, 339);
  g_autofree char *starts = dup_starts (page, n_columns, n_bands, n_stripes, is_body);
  cr_expect_str_eq (starts, expected, "%s: %s", rows, starts);
}

Test (wrap, figures_below_each_other_are_two_rows)
{
  expect_starts ("North|12|13\nSouth|14|15\nEast|16|17", 1, 0, TRUE, "0 1 2");
}

Test (wrap, a_name_goes_on_where_its_column_was_full)
{
  expect_starts ("Number of contacts|12|13\nthat were received\nReferrals|14|15", 1, 0, TRUE,
                 "0 2");
}

Test (wrap, a_word_that_would_have_fitted_begins_a_row)
{
  expect_starts ("Number of contacts|12|13\nAll|14|15\nof them|16|17", 1, 0, TRUE, "0 1 2");
  expect_starts ("Number|12|13\nall\nNumber of contacts|14|15", 1, 0, TRUE, "0 1 2");
}

Test (wrap, lines_of_headings_are_one_row)
{
  expect_starts ("|Last|This\nArea|year|year\nNorth|12|13", 1, 0, FALSE, "0 2");
}

Test (wrap, a_heading_over_several_is_a_row_of_its_own)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 160, 100, "Both of the two years", FALSE);
  paper_rows (page, 112, "Area|last|this\nNorth|12|13\nSouth|14|15");
  g_autofree char *starts = dup_starts (page, 3, 1, 0, FALSE);
  cr_expect_str_eq (starts, "0 1 2 3");
}

Test (wrap, a_section_below_a_heading_that_is_centred_is_no_part_of_it)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 88, 100, "Country", FALSE);
  paper_rows (page, 100, "|1990|1995");
  paper_rows (page, 112, "Eurasia\nFrance|12|13\nSouthern Germany|14|15");
  g_autofree char *starts = dup_starts (page, 3, 1, 0, FALSE);
  cr_expect_str_eq (starts, "0 1 2 3");
}

Test (wrap, where_rules_part_most_rows_a_band_is_one)
{
  const char *rows = "North|12|not all\nits own||or all\nEvery one of it||all of this too";
  expect_starts (rows, 1, 0, TRUE, "0 1 2");
  expect_starts (rows, 9, 0, TRUE, "0");
}

Test (wrap, figures_in_several_columns_of_a_band_say_no)
{
  expect_starts ("North|12|13\nSouth|14|15", 9, 0, TRUE, "0 1");
}

Test (wrap, a_column_of_codes_among_which_one_looks_like_a_figure_says_nothing)
{
  expect_starts ("CRC-64|AMD64|1.42|1.23\nCRC-128|AMD64|2.07|1.84\nCRC-256|86|2.56|2.10", 3, 0,
                 TRUE, "0 1 2");
}

Test (wrap, a_stripe_is_one_row_unless_any_figure_stands_below_another)
{
  const char *rows = "North|12|not all\nits own||or all\nEvery one of it||all of this too";
  expect_starts (rows, 1, 2, TRUE, "0 1 2");
  expect_starts (rows, 1, 3, TRUE, "0");
  expect_starts ("North|12|not all\nSouth|14|or all", 1, 9, TRUE, "0 1");
}
