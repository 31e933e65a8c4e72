/* tests/parse/test_sideways.c - lines of a text whose words run up or down its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/sideways.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/anchor.h"
#include "tests/parse/desk.h"

#define BLANK "\n\n\n\n"

static GArray *
marked_lines (const Document *document)
{
  GArray *lines = desk_word_lines (document);
  sideways_mark (lines);
  return lines;
}

/* Expects the lines of @text that are turned, by their first words. */
static void
assert_turned (const char *text, const char *expected)
{
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = marked_lines (document);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    if (word_line (lines, i)->is_turned)
      g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "",
                              word_line (lines, i)->words[0].text);
  cr_expect_str_eq (found->str, expected);
}

/* Expects what is turned in @text, each with its row, and ? behind what may not be whole. */
static void
assert_places (const char *text, const char *expected)
{
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GArray) lines = marked_lines (document);
  g_autoptr (GArray) columns = gutter_columns (lines, 0, lines->len);
  g_autoptr (GArray) rows = anchor_rows (lines, 0, lines->len, columns);
  g_autoptr (GArray) all = sideways_place (lines, 0, lines->len, rows);
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

Test (sideways, a_line_is_turned_where_no_row_has_figures_and_lines_are_blank)
{
  assert_turned ("  REF 1\n" BLANK "         Contacts   106   109   100\n"
                 "  REF 2\n" BLANK "         Visits      17    48    50\n",
                 "REF REF");
}

Test (sideways, a_line_without_blank_lines_is_not_turned)
{
  assert_turned ("  REF 1\n"
                 "         Contacts   106   109   100\n"
                 "  REF 2\n"
                 "         Visits      17    48    50\n",
                 "");
}

Test (sideways, a_line_where_names_stand_is_not_turned)
{
  assert_turned ("         Contacts   106   109   100\n" BLANK "         received\n" BLANK
                 "         Visits      17    48    50\n",
                 "");
}

Test (sideways, the_name_of_a_section_over_references_is_not_turned)
{
  assert_turned ("Plans\n" BLANK "  REF 1\n" BLANK "         Contacts   106   109   100\n"
                 "  REF 2\n" BLANK "         Visits      17    48    50\n",
                 "REF REF");
}

Test (sideways, blank_lines_around_what_is_turned_are_left_out)
{
  g_autoptr (Document) document
      = desk_document ("         Contacts of   106   109   100\n"
                       "  REF 1\n" BLANK "         the month\n"
                       "  REF 2\n" BLANK "         Visits        17    48    50\n"
                       "\n"
                       "         Plans          1     2     3\n");
  g_autoptr (GArray) lines = marked_lines (document);
  cr_assert (eq (u32, lines->len, 6));
  cr_expect (eq (dbl, word_line_y0 (word_line (lines, 2)), 1), "it touches the line above");
  cr_expect (eq (dbl, word_line_y0 (word_line (lines, 4)), 2));
  cr_expect (eq (dbl, word_line_y0 (word_line (lines, 5)), 4), "no more than those is left out");
}

Test (sideways, a_reference_is_of_the_row_of_the_next_figures)
{
  assert_places ("  REF 1\n" BLANK "         Contacts   106   109   100\n"
                 "  REF 2\n" BLANK "         Visits      17    48    50\n",
                 "REF 1=0, REF 2=1");
}

Test (sideways, a_reference_is_of_the_row_of_the_figures_before_where_rows_begin_with_them)
{
  assert_places ("         Contacts   106   109   100\n"
                 "  REF 1\n" BLANK "         received\n"
                 "         Visits      17    48    50\n"
                 "  REF 2\n" BLANK "         made\n",
                 "REF 1=0, REF 2=1");
}

Test (sideways, a_short_reference_may_stand_behind_its_figures_though_others_do_not)
{
  assert_places ("  REF 10\n" BLANK "         Contacts   106   109   100\n"
                 "         Visits      17    48    50\n"
                 "  REF 2\n"
                 "  REF 33\n" BLANK "         Plans        5     6     7\n",
                 "REF 10=0, REF 2=1, REF 33=2");
}

Test (sideways, a_reference_that_two_rows_may_have_is_of_none)
{
  assert_places ("         Contacts   106   109   100\n"
                 "  REF 1\n" BLANK "         Visits      17    48    50\n",
                 "REF 1?");
}

Test (sideways, references_on_one_line_run_from_bottom_to_top)
{
  assert_places ("  REF 3 REF 2 (n) REF 1\n" BLANK
                 "                         Contacts   106   109   100\n"
                 "                         Visits      17    48    50\n"
                 "                         Plans        5     6     7\n",
                 "REF 1=0, REF 2 (n)=1, REF 3=2");
}

Test (sideways, references_on_one_line_may_reach_over_the_names)
{
  assert_places ("  REF 3 REF 2 REF 1\n" BLANK "          Contacts   106   109   100\n"
                 "          Visits      17    48    50\n"
                 "          Plans        5     6     7\n",
                 "REF 1=0, REF 2=1, REF 3=2");
}

Test (sideways, references_on_one_line_that_do_not_count_are_of_no_row)
{
  assert_places ("  CIN 3 REF 2\n" BLANK "               Contacts   106   109   100\n"
                 "               Visits      17    48    50\n",
                 "CIN 3 REF 2?");
}

Test (sideways, references_on_one_line_that_run_from_top_to_bottom_show_by_many)
{
  assert_places ("  M1 M2 M3 M4 M5\n" BLANK "                  Contacts   106   109   100\n"
                 "                  Visits      17    48    50\n"
                 "                  Plans        5     6     7\n"
                 "                  Cases        1     2     3\n"
                 "                  Meetings     4     5     6\n",
                 "M1=0, M2=1, M3=2, M4=3, M5=4");
}

Test (sideways, more_references_than_rows_are_of_none)
{
  assert_places ("  REF 3 REF 2 REF 1\n" BLANK "                     Contacts   106   109   100\n"
                 "                     Visits      17    48    50\n",
                 "REF 1?, REF 2?, REF 3?");
}

Test (sideways, what_goes_on_with_a_reference_follows_it)
{
  assert_places ("  REF 1\n"
                 "   rate\n" BLANK "         Contacts   106   109   100\n"
                 "         made in\n"
                 "         the month\n"
                 "  REF 2\n" BLANK "         Visits      17    48    50\n",
                 "REF 1=0, rate=0, REF 2=1");
}

Test (sideways, what_may_go_on_with_either_of_two_references_leaves_both_out)
{
  assert_places ("  REF 1\n" BLANK "         Contacts   106   109   100\n"
                 "   rate\n" BLANK "         made\n"
                 "  REF 2\n" BLANK "         Visits      17    48    50\n",
                 "REF 1=0?, rate?, REF 2=1?");
}

Test (sideways, a_reference_that_stands_twice_is_of_no_row)
{
  assert_places ("  REF 1\n" BLANK "         Contacts   106   109   100\n"
                 "  REF 1\n" BLANK "         Visits      17    48    50\n",
                 "REF 1=0?, REF 1=1?");
}

Test (sideways, words_are_of_rows_that_each_have_one_line_of_them)
{
  assert_places ("                     Anna\n" BLANK "Contacts   106   109       100   104\n"
                 "                     Beth\n" BLANK "Visits      17    48        50    51\n",
                 "Anna=0, Beth=1");
}

Test (sideways, words_that_may_be_of_several_rows_are_of_none)
{
  assert_places ("                     Anna\n" BLANK "Contacts   106   109       100   104\n"
                 "Visits      17    48        50    51\n",
                 "Anna?");
}

Test (sideways, a_reference_with_its_letters_from_last_to_first_is_none)
{
  assert_places ("  1 FER\n" BLANK "         Contacts   106   109   100\n"
                 "  2 FER\n" BLANK "         Visits      17    48    50\n",
                 "1 FER?, 2 FER?");
}

Test (sideways, rows_get_their_references_and_what_is_of_none_is_told)
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
