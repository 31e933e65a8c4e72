/* tests/parse/test_prose.c - the text between the tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/prose.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

#define TABLE                                                                                      \
  "NO.\tINDICATOR\tNov-16\tDec-16\n"                                                               \
  "1.1\tNumber of contacts received\t5\t6\n"                                                       \
  "1.2\tNumber of new referrals\t7\t8\n\n"

/* Expects the texts of a report that prints @prose below a table, as "kind [section] text", one a
 * line. */
static void
assert_texts (const char *prose, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = g_strconcat (TABLE, prose, NULL);
  g_autoptr (Report) report = desk_read (desk, text);
  g_autoptr (GString) texts = g_string_new (NULL);
  for (guint i = 0; i < report->texts->len; i++)
    {
      const Text *own = report_text (report, i);
      g_string_append_printf (texts, "%s%s [%s] %s", i > 0 ? "\n" : "", text_kind_code (own->kind),
                              own->section, own->text);
    }
  cr_expect_str_eq (texts->str, expected);
}

Test (prose, a_heading_names_the_section_of_what_follows)
{
  assert_texts ("They rose.\n\n"
                "# CONTACTS:\n\n"
                "They fell.\n\n"
                "So they did in May.\n\n"
                "**Adoptions**\n"
                "None.\n",
                "note [] They rose.\n"
                "note [CONTACTS] They fell.\n"
                "note [CONTACTS] So they did in May.\n"
                "note [Adoptions] None.");
}

Test (prose, a_heading_that_the_lexicon_knows_tells_the_kind_of_what_follows)
{
  assert_texts ("# CONTACTS\n\n"
                "## DEFINITION\n\n"
                "A call for help.\n\n"
                "## PERFORMANCE ANALYSIS\n\n"
                "They fell by 5.\n\n"
                "# ADOPTIONS\n\n"
                "None.\n",
                "definition [CONTACTS] A call for help.\n"
                "analysis [CONTACTS] They fell by 5.\n"
                "note [ADOPTIONS] None.");
}

Test (prose, a_paragraph_may_begin_with_its_kind)
{
  assert_texts ("**DEFINITION** A call for help.\n\n"
                "*Data Note: Only new ones are counted.*\n\n"
                "Commentary (Oct-20): They fell.\n",
                "definition [] A call for help.\n"
                "data_note [] Data Note: Only new ones are counted.\n"
                "commentary [] Commentary (Oct-20): They fell.");
}

Test (prose, lines_make_a_paragraph_up_to_a_blank_one)
{
  assert_texts ("They fell by 5 in\nthe month.\n\nIn May they rose.\n",
                "note [] They fell by 5 in the month.\nnote [] In May they rose.");
}

Test (prose, furniture_of_the_page_is_no_text)
{
  assert_texts ("Page 3 of 20\n\nThey fell.\n\nIssue 1\n\n0% 20% 40%\n\n_____\n",
                "note [] They fell.");
}

Test (prose, the_items_of_a_key_are_no_text_and_what_follows_is)
{
  assert_texts ("Key to direction of travel:\n\n- figure has gone up\n- figure has gone down\n\n"
                "They fell.\n",
                "note [] They fell.");
}

Test (prose, a_line_with_the_name_of_an_indicator_is_the_caption_of_a_chart)
{
  assert_texts ("Number of contacts received\n\nThe number of contacts received fell.\n",
                "note [] The number of contacts received fell.");
}

Test (prose, a_grid_that_is_no_table_holds_paragraphs)
{
  assert_texts ("<b>DEFINITION</b>\tA call for help.\n\n<b>ANALYSIS</b>\tThey fell.\n",
                "definition [] A call for help.\nanalysis [] They fell.");
}

Test (prose, a_text_knows_its_page)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_read (desk, TABLE "\fThey fell.\n");
  cr_assert (eq (uint, report->texts->len, 1));
  cr_expect (eq (int, report_text (report, 0)->page, 2));
  cr_expect (eq (int, report_text (report, 0)->indicator, NO_INDICATOR));
}

Test (prose, strokes_of_a_chart_are_no_text)
{
  cr_expect (prose_is_scrap ("ee e n I oe me ieeSSee na ne"));
  cr_expect (prose_is_scrap ("= =] | —"));
  cr_expect_not (prose_is_scrap ("See above"));
  cr_expect (prose_is_scrap ("100% oee B m = ma BP zat ee 6. i hn z"));
  cr_expect_not (prose_is_scrap ("ee 14 n"));
  cr_expect_not (prose_is_scrap ("No concerns to report this month."));
}

Test (prose, of_an_image_what_is_no_text_is_left_out)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  g_autoptr (Grid) grid = desk_grid ("The rate is lower than last year.\nee n I oe me.");
  Reader reader = desk_reader (desk, report);
  ProseState state = prose_state_new ();
  prose_read_grid (&reader, grid, &state);
  cr_expect_eq (report->texts->len, 2);
  reader.words.is_of_image = TRUE;
  prose_read_grid (&reader, grid, &state);
  cr_expect_eq (report->texts->len, 3);
  prose_state_clear (&state);
}
