/* tests/extract/test_outline.c - the outlines of the glyphs that a page shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/outline.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define SQUARE "<path style=\"stroke:none;\" d=\"M 0 0 L 4 0 L 4 -4.5 L 0 -4.5 Z M 0 0 \"/>"
#define SYMBOL "<symbol overflow=\"visible\" id=\"glyph0-1\">" SQUARE "</symbol>"
#define USE "<use xlink:href=\"#glyph0-1\" x=\"50.5\" y=\"100\"/>"

static OutlineList *
read_list (const char *svg)
{
  return outline_list_read (svg, strlen (svg));
}

Test (outline, a_glyph_s_outline_is_where_it_is_used)
{
  g_autoptr (OutlineList) list = read_list (SYMBOL "<g>" USE "</g>");
  cr_assert_eq (list->uses->len, 1);
  const OutlineUse *use = &g_array_index (list->uses, OutlineUse, 0);
  cr_expect_float_eq (use->at.x, 50.5, 1e-9);
  cr_expect_float_eq (use->at.y, 100, 1e-9);
  cr_assert_eq (use->outline->points->len, 4, "the last point begins nothing");
  cr_expect_float_eq (g_array_index (use->outline->points, Point, 2).y, -4.5, 1e-9);
  cr_assert_eq (use->outline->ends->len, 1);
  cr_expect_eq (g_array_index (use->outline->ends, guint, 0), 4);
}

Test (outline, a_group_may_stand_for_a_symbol)
{
  g_autoptr (OutlineList) list = read_list ("<g id=\"glyph0-1\">" SQUARE "</g>" USE USE);
  cr_expect_eq (list->uses->len, 2);
}

Test (outline, a_curve_is_cut_into_straight_pieces)
{
  g_autoptr (OutlineList) list
      = read_list ("<symbol id=\"glyph0-1\"><path d=\"M 0 0 C 0 8 8 8 8 0 Z\"/></symbol>" USE);
  const OutlineUse *use = &g_array_index (list->uses, OutlineUse, 0);
  const GArray *points = use->outline->points;
  cr_assert_gt (points->len, 6);
  cr_expect_float_eq (g_array_index (points, Point, points->len / 2).x, 4, 1e-9);
  cr_expect_float_eq (g_array_index (points, Point, points->len / 2).y, 6, 1e-9);
}

Test (outline, what_is_no_glyph_is_passed_by)
{
  g_autoptr (OutlineList) list = read_list (
      USE "<g id=\"surface5\">" SQUARE "</g><use xlink:href=\"#surface5\" x=\"1\" y=\"2\"/>");
  cr_expect_eq (list->uses->len, 0);
}

Test (outline, a_name_that_is_given_twice_is_the_first_s)
{
  g_autoptr (OutlineList) list = read_list (
      SYMBOL USE "<symbol id=\"glyph0-1\"><path d=\"M 0 0 L 1 1 L 2 0 Z\"/></symbol>" USE);
  cr_assert_eq (list->uses->len, 2);
  cr_expect_eq (g_array_index (list->uses, OutlineUse, 0).outline,
                g_array_index (list->uses, OutlineUse, 1).outline);
}

Test (outline, a_text_may_end_anywhere)
{
  const char *svg = SYMBOL USE;
  for (gsize n = 0; n <= strlen (svg); n++)
    {
      g_autofree char *part = g_memdup2 (svg, n);
      g_autoptr (OutlineList) list = outline_list_read (part, n);
      cr_expect_eq (list->uses->len, n == strlen (svg));
    }
}
