/* tests/parse/test_print.c - the lines of words in a part of a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/print.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Returns (transfer full): the lines of the page, their pieces in brackets. */
static char *
dup_lines (const Page *page)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (guint i = 0; i < page->words->len; i++)
    g_ptr_array_add (words, &g_array_index (page->words, Word, i));
  g_autoptr (GArray) uprights = page_upright_rules (page);
  g_autoptr (GPtrArray) lines = print_lines (words, uprights);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append (text, i > 0 ? "\n" : "");
      for (guint k = 0; k < print_line (lines, i)->pieces->len; k++)
        {
          const Piece *piece = print_piece (print_line (lines, i), k);
          for (guint m = 0; m < piece->words->len; m++)
            g_string_append_printf (text, "%s%s", m > 0 ? " " : "[",
                                    ((const Word *) g_ptr_array_index (piece->words, m))->text);
          g_string_append_printf (text, "%s%s]", piece->is_figure ? " #" : "",
                                  piece->is_bold ? " !" : "");
        }
    }
  return g_string_free (text, FALSE);
}

static void
expect_lines (const Page *page, const char *expected)
{
  g_autofree char *lines = dup_lines (page);
  cr_expect_str_eq (lines, expected);
}

Test (print, lines_run_from_top_to_bottom_whatever_the_order_of_words)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 112, "second line", FALSE);
  paper_word (page, 75, 101, "line");
  paper_word (page, 50, 100, "first");
  expect_lines (page, "[first line]\n[second line]");
}

Test (print, a_line_is_cut_where_more_than_a_blank_is_left)
{
  g_autoptr (Page) page = paper_new ();
  paper_row (page, 100, "Long Gun|1,204|12");
  expect_lines (page, "[Long Gun][1,204 #][12 #]");
}

Test (print, a_line_is_cut_where_a_rule_stands)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 100, "left right", FALSE);
  expect_lines (page, "[left right]");
  paper_rule (page, 72, 90, 72.5, 120);
  expect_lines (page, "[left][right]");
}

Test (print, a_rule_on_another_line_cuts_nothing)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 100, "left right", FALSE);
  paper_rule (page, 72, 120, 72.5, 150);
  expect_lines (page, "[left right]");
}

Test (print, dots_lead_through_a_gap_and_are_no_text)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 100, "Contacts ......... 12", FALSE);
  expect_lines (page, "[Contacts][12 #]");
}

Test (print, a_sign_set_apart_stays_with_its_figure)
{
  g_autoptr (Page) page = paper_new ();
  paper_word (page, 50, 100, "£");
  paper_word (page, 90, 100, "12");
  paper_word (page, 200, 100, "35");
  paper_word (page, 222, 100, "%");
  expect_lines (page, "[£ 12 #][35 % #]");
}

Test (print, figures_stand_nearer_than_words_without_being_one)
{
  g_autoptr (Page) page = paper_new ();
  paper_word (page, 50, 100, "12");
  paper_word (page, 66, 100, "13");
  paper_word (page, 200, 100, "no");
  paper_word (page, 216, 100, "gap");
  expect_lines (page, "[12 #][13 #][no gap]");
}

Test (print, a_piece_is_bold_if_all_its_words_are)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 100, "All bold", TRUE);
  paper_text (page, 250, 100, "Half", TRUE);
  paper_text (page, 275, 100, "bold", FALSE);
  expect_lines (page, "[All bold !][Half bold]");
}

Test (print, a_figure_may_have_a_unit_a_mark_or_be_missing)
{
  static const char *const figures[]
      = { "12", "1,204", "35.8%", "(3)", "-", "n/a", "..", "5p", "12*" };
  static const char *const others[] = { "Area", "M1", "EU27", "kg", "" };
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    cr_expect (print_is_figure (figures[i]), "%s", figures[i]);
  cr_expect_not (print_is_figure (others[0]));
  cr_expect_not (print_is_figure (others[3]));
  cr_expect_not (print_is_figure (others[4]));
}

Test (print, words_are_a_figure_with_signs_beside_it_at_most)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 100, "£ 1 204 * of", FALSE);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  cr_expect_not (print_are_figure (words), "nothing is none");
  g_ptr_array_add (words, &g_array_index (page->words, Word, 0));
  cr_expect_not (print_are_figure (words), "nor is a sign");
  for (guint i = 1; i < 4; i++)
    g_ptr_array_add (words, &g_array_index (page->words, Word, i));
  cr_expect (print_are_figure (words));
  g_ptr_array_add (words, &g_array_index (page->words, Word, 4));
  cr_expect_not (print_are_figure (words), "1 204 of what");
}

Test (print, a_year_stands_in_headings)
{
  static const struct
  {
    const char *text;
    gboolean is_year;
  } cases[] = { { "1996", TRUE },   { "2006/07", TRUE }, { "1990-94", TRUE }, { "20161", FALSE },
                { "2,016", FALSE }, { "1996.5", FALSE }, { "2016%", FALSE },  { "1812", FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Page) page = paper_new ();
      g_autoptr (GPtrArray) words = g_ptr_array_new ();
      g_ptr_array_add (words, paper_word (page, 50, 100, cases[i].text));
      Piece piece = { .words = words };
      cr_expect_eq (print_is_year (&piece), cases[i].is_year, "%s", cases[i].text);
    }
}

Test (print, an_ellipsis_leads_nowhere)
{
  g_autoptr (Page) page = paper_new ();
  cr_expect (print_is_leader (paper_word (page, 50, 100, ".....")));
  cr_expect_not (print_is_leader (paper_word (page, 50, 112, "...")));
  cr_expect_not (print_is_leader (paper_word (page, 50, 124, "....5")));
}
