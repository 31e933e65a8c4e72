/* tests/parse/test_segment.c - lines of words, cut where more than a blank is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/segment.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

Test (segment, a_line_is_cut_where_more_than_a_blank_is_left)
{
  g_autoptr (Document) document = desk_document ("New referrals  of children   17\n");
  g_autoptr (GArray) lines = desk_word_lines (document);
  g_autoptr (GArray) segments = segment_list (word_line (lines, 0));
  cr_assert (eq (u32, segments->len, 3));
  cr_expect (eq (u32, segment_count (word_line (lines, 0)), 3));
  static const char *const expected[] = { "New referrals", "of children", "17" };
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (segments, i));
      cr_expect_str_eq (text, expected[i]);
    }
  cr_expect (eq (dbl, segment_x0 (segment_at (segments, 1)), 15));
  cr_expect (eq (dbl, segment_x1 (segment_at (segments, 1)), 26));
}

Test (segment, a_number_with_its_marks_is_a_figure_and_a_range_is_none)
{
  static const char *const figures[]
      = { "17", "1,341", "35.8%", "(23)", "-72", "-", "n/a", "<92%" };
  static const char *const others[] = { "17-18", "2016/17", "Q3", "Oct", "Local" };
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    cr_expect (segment_is_figure (figures[i]), "%s", figures[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    cr_expect_not (segment_is_figure (others[i]), "%s", others[i]);
}

Test (segment, lines_touch_unless_a_line_is_blank_between_them)
{
  g_autoptr (Document) document = desk_document ("one\ntwo\n\nthree\n");
  g_autoptr (GArray) lines = desk_word_lines (document);
  cr_expect (word_line_touches_above (lines, 1));
  cr_expect_not (word_line_touches_above (lines, 2));
  cr_expect (eq (dbl, word_line_gap_above (lines, 2), 1));
}
