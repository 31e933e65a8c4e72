/* tests/parse/test_sideways_row.c - whose words are those that run up or down the page of a text?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/sideways_row.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/anchor.h"
#include "parse/sideways.h"
#include "tests/parse/desk.h"

#define BLANK "\n\n\n\n"

/* Expects what is turned in @text, each with its row, and ? behind what may not be whole. */
static void
assert_places (const char *text, const char *expected)
{
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = desk_word_lines (document);
  sideways_mark (lines);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  g_autoptr (GArray) rows = anchor_rows (lines, 0, lines->len, columns);
  g_autoptr (GArray) all = sideways_row_place (lines, 0, lines->len, rows);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const Sideways *own = &g_array_index (all, Sideways, i);
      g_autofree char *words = segment_dup_text (&own->words);
      g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", words);
      if (own->row != SIDEWAYS_NO_ROW)
        g_string_append_printf (found, "=%u", own->row);
      g_string_append (found, own->is_whole ? "" : "?");
    }
  cr_expect_str_eq (found->str, expected);
}

Test (sideways_row, a_reference_is_of_the_row_of_the_next_figures)
{
  assert_places ("  REF 1\n" BLANK "         Contacts   106   109   100\n"
                 "  REF 2\n" BLANK "         Visits      17    48    50\n",
                 "REF 1=0, REF 2=1");
}

Test (sideways_row, a_reference_is_of_the_row_of_the_figures_before_where_rows_begin_with_them)
{
  assert_places ("         Contacts   106   109   100\n"
                 "  REF 1\n" BLANK "         received\n"
                 "         Visits      17    48    50\n"
                 "  REF 2\n" BLANK "         made\n",
                 "REF 1=0, REF 2=1");
}

Test (sideways_row, a_short_reference_may_stand_behind_its_figures_though_others_do_not)
{
  assert_places ("  REF 10\n" BLANK "         Contacts   106   109   100\n"
                 "         Visits      17    48    50\n"
                 "  REF 2\n"
                 "  REF 33\n" BLANK "         Plans        5     6     7\n",
                 "REF 10=0, REF 2=1, REF 33=2");
}

Test (sideways_row, a_reference_that_two_rows_may_have_is_of_none)
{
  assert_places ("         Contacts   106   109   100\n"
                 "  REF 1\n" BLANK "         Visits      17    48    50\n",
                 "REF 1?");
}

Test (sideways_row, references_on_one_line_run_from_bottom_to_top)
{
  assert_places ("  REF 3 REF 2 (n) REF 1\n" BLANK
                 "                         Contacts   106   109   100\n"
                 "                         Visits      17    48    50\n"
                 "                         Plans        5     6     7\n",
                 "REF 1=0, REF 2 (n)=1, REF 3=2");
}

Test (sideways_row, references_on_one_line_may_reach_over_the_names)
{
  assert_places ("  REF 3 REF 2 REF 1\n" BLANK "          Contacts   106   109   100\n"
                 "          Visits      17    48    50\n"
                 "          Plans        5     6     7\n",
                 "REF 1=0, REF 2=1, REF 3=2");
}

Test (sideways_row, references_on_one_line_that_do_not_count_are_of_no_row)
{
  assert_places ("  CIN 3 REF 2\n" BLANK "               Contacts   106   109   100\n"
                 "               Visits      17    48    50\n",
                 "CIN 3 REF 2?");
}

Test (sideways_row, references_on_one_line_that_run_from_top_to_bottom_show_by_many)
{
  assert_places ("  M1 M2 M3 M4 M5\n" BLANK "                  Contacts   106   109   100\n"
                 "                  Visits      17    48    50\n"
                 "                  Plans        5     6     7\n"
                 "                  Cases        1     2     3\n"
                 "                  Meetings     4     5     6\n",
                 "M1=0, M2=1, M3=2, M4=3, M5=4");
}

Test (sideways_row, more_references_than_rows_are_of_none)
{
  assert_places ("  REF 3 REF 2 REF 1\n" BLANK "                     Contacts   106   109   100\n"
                 "                     Visits      17    48    50\n",
                 "REF 1?, REF 2?, REF 3?");
}

Test (sideways_row, what_goes_on_with_a_reference_follows_it)
{
  assert_places ("  REF 1\n"
                 "   rate\n" BLANK "         Contacts   106   109   100\n"
                 "         made in\n"
                 "         the month\n"
                 "  REF 2\n" BLANK "         Visits      17    48    50\n",
                 "REF 1=0, rate=0, REF 2=1");
}

Test (sideways_row, what_may_go_on_with_either_of_two_references_leaves_both_out)
{
  assert_places ("  REF 1\n" BLANK "         Contacts   106   109   100\n"
                 "   rate\n" BLANK "         made\n"
                 "  REF 2\n" BLANK "         Visits      17    48    50\n",
                 "REF 1=0?, rate?, REF 2=1?");
}

Test (sideways_row, a_reference_that_stands_twice_is_of_no_row)
{
  assert_places ("  REF 1\n" BLANK "         Contacts   106   109   100\n"
                 "  REF 1\n" BLANK "         Visits      17    48    50\n",
                 "REF 1=0?, REF 1=1?");
}

Test (sideways_row, words_are_of_rows_that_each_have_one_line_of_them)
{
  assert_places ("                     Anna\n" BLANK "Contacts   106   109       100   104\n"
                 "                     Beth\n" BLANK "Visits      17    48        50    51\n",
                 "Anna=0, Beth=1");
}

Test (sideways_row, words_that_may_be_of_several_rows_are_of_none)
{
  assert_places ("                     Anna\n" BLANK "Contacts   106   109       100   104\n"
                 "Visits      17    48        50    51\n",
                 "Anna?");
}

Test (sideways_row, a_reference_with_its_letters_from_last_to_first_is_none)
{
  assert_places ("  1 FER\n" BLANK "         Contacts   106   109   100\n"
                 "  2 FER\n" BLANK "         Visits      17    48    50\n",
                 "1 FER?, 2 FER?");
}

Test (sideways_row, rows_get_their_references_and_what_is_of_none_is_told)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report
      = desk_read (desk, "  Ref    Measure    Oct 16  Nov 16  Dec 16   Lead\n"
                         "  M1\n" BLANK "         Contacts      106     109     100\n"
                         "                                               Anna\n" BLANK
                         "  M2\n" BLANK "         Visits         17      48      50\n"
                         "         made\n");
  cr_assert (eq (u32, report->indicators->len, 2));
  cr_expect_str_eq (report_indicator (report, 0)->ref, "M1");
  cr_expect_str_eq (report_indicator (report, 1)->ref, "M2");
  cr_expect_str_eq (report_indicator (report, 1)->name, "Visits made");
  cr_assert_not_null (desk_finding (report, "turned"));
  cr_expect_str_eq (desk_finding (report, "turned")->message,
                    "words that run up or down the page are in no row, for which one is theirs "
                    "cannot be told: 'Anna'");
}
