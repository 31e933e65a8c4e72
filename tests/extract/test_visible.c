/* tests/extract/test_visible.c - which glyphs of a page can be seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/visible.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define SIZE 10.0
#define PAPER ((Box){ 0, 0, 500, 500 })

typedef struct
{
  GArray *glyphs; /* owned */
  Drawn drawn;
} Desk;

static Desk
desk_new (void)
{
  return (Desk){ g_array_new (FALSE, TRUE, sizeof (Glyph)),
                 { g_array_new (FALSE, TRUE, sizeof (Glyph)),
                   g_array_new (FALSE, FALSE, sizeof (StringOrigin)),
                   g_array_new (FALSE, FALSE, sizeof (Box)), 500, 500 } };
}

static void
desk_clear (Desk *desk)
{
  g_array_unref (desk->glyphs);
  drawn_clear (&desk->drawn);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

/* Prints a string of glyphs from @x on, drawn as one if @clip says how. */
static void
print_string (Desk *desk, const char *text, double x, const Box *clip)
{
  StringOrigin origin = { { x, 20 }, PAPER, desk->drawn.covers->len };
  for (guint i = 0; text[i] != '\0'; i++)
    {
      Glyph glyph = { .c = (gunichar) (guchar) text[i],
                      .box = { x + 5 * i, 12, x + 5 * i + 5, 24 },
                      .size = SIZE };
      g_array_append_val (desk->glyphs, glyph);
    }
  if (clip == NULL)
    return;
  origin.clip = *clip;
  g_array_append_val (desk->drawn.origins, origin);
}

static void
assert_seen (Desk *desk, const char *expected)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  visible_keep (desk->glyphs, &desk->drawn);
  for (guint i = 0; i < desk->glyphs->len; i++)
    g_string_append_unichar (seen, g_array_index (desk->glyphs, Glyph, i).c);
  cr_expect_str_eq (seen->str, expected);
}

Test (visible, what_is_outside_its_clip_is_not_seen)
{
  g_auto (Desk) desk = desk_new ();
  print_string (&desk, "here", 10, &(Box){ 0, 0, 100, 50 });
  print_string (&desk, "gone", 200, &(Box){ 0, 0, 100, 50 });
  assert_seen (&desk, "here");
}

Test (visible, a_string_is_cut_where_its_clip_ends)
{
  g_auto (Desk) desk = desk_new ();
  print_string (&desk, "abcdef", 10, &(Box){ 0, 0, 25, 50 });
  assert_seen (&desk, "abc");
}

Test (visible, what_is_painted_over_is_not_seen)
{
  g_auto (Desk) desk = desk_new ();
  Box cover = { 0, 0, 100, 50 };
  print_string (&desk, "below", 10, &PAPER);
  g_array_append_val (desk.drawn.covers, cover);
  print_string (&desk, "42", 12.5, &PAPER);
  assert_seen (&desk, "42");
}

Test (visible, two_strings_that_begin_in_one_place_are_told_apart)
{
  g_auto (Desk) desk = desk_new ();
  Box cover = { 0, 0, 100, 50 };
  print_string (&desk, ".", 10, &PAPER);
  g_array_append_val (desk.drawn.covers, cover);
  print_string (&desk, "0", 10, &PAPER);
  visible_keep (desk.glyphs, &desk.drawn);
  cr_expect_eq (desk.glyphs->len, 1);
}

Test (visible, a_glyph_of_no_known_string_stays_if_one_begins_left_of_it)
{
  g_auto (Desk) desk = desk_new ();
  print_string (&desk, "a", 10, &PAPER);
  print_string (&desk, "far", 300, NULL);
  assert_seen (&desk, "afar");
}

Test (visible, what_is_not_drawn_is_not_seen)
{
  g_auto (Desk) desk = desk_new ();
  print_string (&desk, "drawn", 100, &PAPER);
  print_string (&desk, "not", 10, NULL);
  assert_seen (&desk, "drawn");
}

Test (visible, where_nothing_is_drawn_all_stays)
{
  g_auto (Desk) desk = desk_new ();
  print_string (&desk, "layer", 10, NULL);
  assert_seen (&desk, "layer");
}
