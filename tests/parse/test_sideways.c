/* tests/parse/test_sideways.c - lines of a text whose words run up or down its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/sideways.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

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
