/* tests/extract/test_drawing.c - the lines and coloured boxes that a cairo script draws.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/drawing.h"

#include <cairo-script.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define NEW_PAGE                                                                                   \
  "%!CairoScript\n<< /content //COLOR_ALPHA /width 600 /height 400 >> surface context\n"

static Page *
page_of (const char *script)
{
  g_autofree char *text = g_strconcat (NEW_PAGE, script, "pop\n", NULL);
  Page *page = page_new (1, 600, 400);
  g_auto (Drawn) drawn = drawing_read (page, text, strlen (text));
  return page;
}

static void
append_box (GString *drawn, Box box)
{
  g_string_append_printf (drawn, " %g,%g-%g,%g", box.x0, box.y0, box.x1, box.y1);
}

/* Checks what is on a page: fills as "RRGGBB x0,y0-x1,y1", then rules as "rule x0,y0-x1,y1",
 * slashes between them. */
static void
assert_page (const Page *page, const char *expected)
{
  g_autoptr (GString) drawn = g_string_new (NULL);
  for (guint i = 0; i < page->fills->len; i++)
    {
      const Fill *fill = &g_array_index (page->fills, Fill, i);
      g_string_append_printf (drawn, "%s%06x", drawn->len > 0 ? " / " : "", fill->rgb);
      append_box (drawn, fill->box);
    }
  for (guint i = 0; i < page->rules->len; i++)
    {
      g_string_append (drawn, drawn->len > 0 ? " / rule" : "rule");
      append_box (drawn, g_array_index (page->rules, Rule, i).box);
    }
  cr_expect_str_eq (drawn->str, expected);
}

static void
assert_drawn (const char *script, const char *expected)
{
  g_autoptr (Page) page = page_of (script);
  assert_page (page, expected);
}

Test (drawing, a_filled_rectangle_is_a_fill)
{
  assert_drawn ("1 0 0.501961 rgb set-source\nn 10 20 100 50 rectangle\nfill+\n",
                "ff0080 10,20-110,70");
}

Test (drawing, a_new_page_paints_black)
{
  assert_drawn ("n 10 20 100 50 rectangle\nfill+\n", "000000 10,20-110,70");
}

Test (drawing, a_thin_rectangle_is_a_rule)
{
  assert_drawn ("n 10 20 100 0.5 rectangle\n  10 20 0.5 50 rectangle\nfill+\n",
                "rule 10,20-110,20.5 / rule 10,20-10.5,70");
  assert_drawn ("n 10 20 0 50 rectangle\nfill+\n", "rule 10,20-10,70");
}

Test (drawing, a_rectangle_may_be_given_by_its_corners)
{
  assert_drawn ("n 10 20 m 110 20 l 110 70 l 10 70 l h\nfill+\n", "000000 10,20-110,70");
  assert_drawn ("n 10 20 m 10 70 l 110 70 l 110 20 l 10 20 l h\nfill+\n", "000000 10,20-110,70");
  assert_drawn ("n 110 70 -100 -50 rectangle\nfill+\n", "000000 10,20-110,70");
}

Test (drawing, a_rectangle_may_begin_within_a_side)
{
  assert_drawn ("n 60 20 m 110 20 l 110 70 l 10 70 l 10 20 l h 60 20 m\nfill+\n",
                "000000 10,20-110,70");
}

Test (drawing, what_is_no_rectangle_is_no_fill)
{
  assert_drawn ("n 10 20 m 110 20 l 110 40 l 60 40 l 60 70 l 10 70 l h\nfill+\n", "");
  assert_drawn ("n 10 20 m 110 20 l 60 70 l h\nfill+\n", "");
  assert_drawn ("n 10 20 m 110 20 l 120 40 130 50 110 70 c 10 70 l h\nfill+\n", "");
  assert_drawn ("n 10 20 m 110 30 l 100 80 l 0 70 l h\nfill+\n", "");
}

Test (drawing, stroked_lines_are_rules)
{
  assert_drawn ("n 10 20 m 110 20 l 110 70 l\n1 set-line-width\nstroke+\n",
                "rule 10,19.5-110,20.5 / rule 109.5,20-110.5,70");
  assert_drawn ("n 10 20 m 110 70 l\nstroke+\n", "");
}

Test (drawing, dashes_are_part_of_their_rule)
{
  assert_drawn ("n 10 20 m 110 20 l\n1 set-line-width\n[4 3] 0 set-dash\nstroke+\n",
                "rule 10,19.5-110,20.5");
}

Test (drawing, a_stroked_rectangle_has_four_rules)
{
  assert_drawn ("n 10 20 100 50 rectangle\n1 set-line-width\nstroke+\n",
                "rule 10,19.5-110,20.5 / rule 10,69.5-110,70.5 / rule 9.5,20-10.5,70 / "
                "rule 109.5,20-110.5,70");
}

Test (drawing, round_corners_are_left_out_of_rules)
{
  assert_drawn ("n 20 20 m 100 20 l 105 20 110 25 110 30 c 110 60 l\n1 set-line-width\nstroke+\n",
                "rule 20,19.5-100,20.5 / rule 109.5,30-110.5,60");
}

Test (drawing, outlines_of_letters_are_no_rules)
{
  assert_drawn ("n 20 20 m 20 30 l 24 30 l 26 29 27 26 26 24 c h\n1 set-line-width\nstroke+\n", "");
}

Test (drawing, the_width_of_a_line_is_measured_before_the_transform)
{
  assert_drawn ("n 10 20 m 110 20 l 110 70 l\n2 0.5 scale\n1 set-line-width\nstroke+\n",
                "rule 10,19.75-110,20.25 / rule 109,20-111,70");
  assert_drawn ("n 10 20 m 110 20 l\n[0 -2 3 0 0 0] set-matrix\n1 set-line-width\nstroke+\n",
                "rule 10,19-110,21");
  assert_drawn ("1 -1 scale\nidentity set-matrix\nn 10 20 m 110 20 l\n1 set-line-width\nstroke+\n",
                "rule 10,19.5-110,20.5");
}

Test (drawing, a_thick_line_is_a_fill)
{
  assert_drawn ("n 10 20 m 110 20 l\n12 set-line-width\nstroke+\n", "000000 10,14-110,26");
}

Test (drawing, pieces_that_touch_are_one_rule)
{
  assert_drawn (
      "n\n  10 20 50 0.5 rectangle\n  60.5 20 50 0.5 rectangle\n  110 20 40 0.5 rectangle\n"
      "  152 20 40 0.5 rectangle\nfill+\n",
      "rule 10,20-150,20.5 / rule 152,20-192,20.5");
}

Test (drawing, a_double_line_is_two_rules)
{
  assert_drawn ("n\n  10 20 50 0.5 rectangle\n  10 22 50 0.5 rectangle\nfill+\n",
                "rule 10,20-60,20.5 / rule 10,22-60,22.5");
}

Test (drawing, rules_drawn_twice_are_one)
{
  assert_drawn ("n 10 20 50 0.5 rectangle\nfill+\nfill+\n", "rule 10,20-60,20.5");
}

Test (drawing, dots_are_rules_only_in_a_row)
{
  assert_drawn ("n 10 20 0.5 0.5 rectangle\nfill+\n", "");
  assert_drawn (
      "n\n  10 20 0.5 0.5 rectangle\n  11 20 0.5 0.5 rectangle\n  12 20 0.5 0.5 rectangle\n"
      "  13 20 0.5 0.5 rectangle\nfill+\n",
      "rule 10,20-13.5,20.5");
}

Test (drawing, white_on_white_is_not_seen)
{
  assert_drawn ("1 g set-source\npaint\nn 10 20 100 50 rectangle\nfill+\n", "");
}

Test (drawing, white_on_colour_is_seen)
{
  assert_drawn ("0 0 1 rgb set-source\nn 10 20 100 50 rectangle\nfill+\n"
                "1 g set-source\nn 10 40 100 1 rectangle\nfill+\nn 30 50 20 10 rectangle\nfill+\n",
                "0000ff 10,20-110,70 / ffffff 30,50-50,60 / rule 10,40-110,41");
}

Test (drawing, a_later_fill_hides_what_is_within_it)
{
  assert_drawn ("n 20 40 50 0.5 rectangle\nfill+\nn 30 50 20 10 rectangle\nfill+\n"
                "1 g set-source\nn 10 20 100 50 rectangle\nfill+\n",
                "");
}

Test (drawing, a_later_fill_leaves_its_borders_and_what_sticks_out)
{
  assert_drawn ("n\n  10 20 100 0.5 rectangle\n  50 40 100 0.5 rectangle\nfill+\n"
                "0 1 0 rgb set-source\nn 10 20 100 50 rectangle\nfill+\n",
                "00ff00 10,20-110,70 / rule 10,20-110,20.5 / rule 110,40-150,40.5");
}

Test (drawing, a_line_ends_where_its_end_is_painted_over)
{
  assert_drawn ("n 60 10 0.5 100 rectangle\nfill+\n0 1 0 rgb set-source\n"
                "n 10 0 100 40 rectangle\nfill+\nn 10 90 100 40 rectangle\nfill+\n",
                "00ff00 10,0-110,40 / 00ff00 10,90-110,130 / rule 60,40-60.5,90");
}

Test (drawing, a_line_whose_midst_is_painted_over_is_one)
{
  assert_drawn ("n 60 10 0.5 100 rectangle\nfill+\n0 1 0 rgb set-source\n"
                "n 10 40 100 20 rectangle\nfill+\n",
                "00ff00 10,40-110,60 / rule 60,10-60.5,110");
}

Test (drawing, a_line_beside_what_is_painted_or_above_it_keeps_its_ends)
{
  assert_drawn ("0 1 0 rgb set-source\nn 10 0 100 40 rectangle\nfill+\n0 g set-source\n"
                "n 60 10 0.5 100 rectangle\nfill+\n",
                "00ff00 10,0-110,40 / rule 60,10-60.5,110");
  assert_drawn ("n 10 10 0.5 100 rectangle\nfill+\n0 1 0 rgb set-source\n"
                "n 10 0 100 40 rectangle\nfill+\n",
                "00ff00 10,0-110,40 / rule 10,10-10.5,110");
}

Test (drawing, what_is_translucent_hides_nothing)
{
  assert_drawn ("n 20 40 50 0.5 rectangle\nfill+\n"
                "0 0.2 1 0.5 rgba set-source\nn 10 20 100 50 rectangle\nfill+\n",
                "8099ff 10,20-110,70 / rule 20,40-70,40.5");
  assert_drawn ("n 20 40 50 0.5 rectangle\nfill+\n0 0 1 rgb set-source\n//MULTIPLY set-operator\n"
                "n 10 20 100 50 rectangle\nfill+\n",
                "0000ff 10,20-110,70 / rule 20,40-70,40.5");
}

Test (drawing, what_is_transparent_is_not_seen)
{
  assert_drawn ("0 a set-source\nn 10 20 100 50 rectangle\nfill+\n", "");
  assert_drawn ("//CLEAR set-operator\nn 10 20 100 50 rectangle\nfill+\n", "");
}

Test (drawing, a_gradient_has_its_mean_colour)
{
  assert_drawn ("0 0 100 0 linear\n  0 1 1 0 1 add-color-stop\n  1 0 1 0 1 add-color-stop\n"
                "  [1 0 0 1 -10 -20] set-matrix\n //EXTEND_PAD set-extend\n  set-source\n"
                "n 10 20 100 50 rectangle\nfill+\n",
                "80ff00 10,20-110,70");
}

Test (drawing, images_are_left_out)
{
  assert_drawn (
      "<< /width 82 /height 78 /format //RGB24 /source <|!!;PD fill+ >>(~> >> image pattern\n"
      "  [1.3 0 0 1.4 0 0] set-matrix\n  //EXTEND_PAD set-extend\n  set-source\n"
      "n 10 20 100 50 rectangle\nfill+\n0 g set-source\nn 10 90 100 50 rectangle\nfill+\n",
      "000000 10,90-110,140");
}

Test (drawing, the_clip_cuts_off)
{
  assert_drawn ("n 50 30 200 100 rectangle\nclip+\nn 10 20 100 50 rectangle\nfill+\n"
                "n 10 90 100 0.5 rectangle\nfill+\nreset-clip\nn 10 110 100 0.5 rectangle\nfill+\n",
                "000000 50,30-110,70 / rule 50,90-110,90.5 / rule 10,110-110,110.5");
}

Test (drawing, clips_add_up_and_may_leave_nothing)
{
  assert_drawn ("n 50 30 200 100 rectangle\nclip+\nn 0 0 80 400 rectangle\nclip+\n"
                "n 10 20 100 50 rectangle\nfill+\n",
                "000000 50,30-80,70");
  assert_drawn ("n 300 30 20 10 rectangle\nclip+\nn 10 20 100 50 rectangle\nfill+\n", "");
  assert_drawn ("n\nclip+\nn 10 20 100 50 rectangle\nfill+\n", "");
}

Test (drawing, a_clip_that_is_no_box_counts_as_the_box_around_it)
{
  assert_drawn ("n 50 30 m 250 30 l 150 90 l h\nclip+\nn 10 20 100 50 rectangle\nfill+\n",
                "000000 50,30-110,70");
}

Test (drawing, the_page_cuts_off)
{
  assert_drawn ("n -10 390 1000 0.5 rectangle\nfill+\nn -50 -50 20 20 rectangle\nfill+\n",
                "rule 0,390-600,390.5");
}

Test (drawing, paint_fills_a_clip_that_is_a_box)
{
  assert_drawn ("n 50 30 200 100 rectangle\nclip+\npaint\n", "000000 50,30-250,130");
  assert_drawn ("n 50 30 m 250 30 l 150 90 l h\nclip+\npaint\n", "");
}

Test (drawing, a_group_counts_where_it_is_painted)
{
  assert_drawn ("dup 600 400 //COLOR_ALPHA similar dup /s2 exch def context\n"
                "0 0 1 rgb set-source\nn 10 20 100 50 rectangle\nfill+\npop\n"
                "s2 pattern\n  [1 0 0 1 -200 -100] set-matrix\n  set-source\n"
                "n 0 0 280 400 rectangle\nclip+\npaint\n/s2 undef\n",
                "0000ff 210,120-280,170");
}

Test (drawing, a_group_that_is_not_painted_is_not_seen)
{
  assert_drawn ("dup 600 400 //COLOR_ALPHA similar dup /s2 exch def context\n"
                "n 10 20 100 50 rectangle\nfill+\npop\n/s2 undef\n",
                "");
}

Test (drawing, a_group_fades_by_its_alpha)
{
  assert_drawn ("dup 600 400 //COLOR_ALPHA similar dup /s2 exch def context\n"
                "n 10 20 100 50 rectangle\nfill+\npop\ns2 pattern\n  set-source\n0.5 a mask\n",
                "808080 10,20-110,70");
}

Test (drawing, a_recording_is_a_group)
{
  assert_drawn ("//COLOR_ALPHA [0 0 300 200] record\ndup /s7 exch def dup context\n"
                "n 10 20 100 50 rectangle\nfill+\npop pattern\n  set-source\npaint\n",
                "000000 10,20-110,70");
}

Test (drawing, a_repeated_group_is_a_pattern)
{
  assert_drawn ("//COLOR_ALPHA [0 0 30 20] record\ndup context\nn 1 2 10 5 rectangle\nfill+\n"
                "pop pattern\n  //EXTEND_REPEAT set-extend\n  set-source\n"
                "n 10 20 100 50 rectangle\nfill+\n",
                "");
}

Test (drawing, surfaces_may_change_places_on_the_stack)
{
  assert_drawn ("dup 600 400 //COLOR_ALPHA similar dup /s2 exch def context\nexch\n"
                "n 10 20 100 50 rectangle\nfill+\n2 -1 roll\n0 0 1 rgb set-source\n"
                "n 10 80 100 50 rectangle\nfill+\npop\n0 index pop\ns2 pattern set-source\npaint\n",
                "000000 10,20-110,70 / 0000ff 10,80-110,130");
}

Test (drawing, text_draws_nothing)
{
  assert_drawn (
      "[9 0 0 -9 0 0] set-font-matrix\n<< /type 42 /index 0 /flags 10 /source <|!!#oYG~> >> "
      "font dup /f0 exch def set-font-face /scaled-font get /sf0 exch def\n"
      "(n 1 1 99 99 rectangle \\) fill+) [10 20 <~]]>>~> 2.5 <~!r~>] <~!<~~> //FORWARD "
      "show-text-glyphs\n[292.8 -84.9 [ 300 12 ] 0.4 [ 7 ] ] show-glyphs\n"
      "sf0 set-scaled-font\n[1 2 <~fill+~>] show-glyphs\nn 10 20 100 50 rectangle\nfill+\n",
      "000000 10,20-110,70");
}

Test (drawing, the_shapes_of_glyphs_draw_nothing)
{
  assert_drawn ("dict\n  /type 3 set\n  /metrics [1 0 1 1 1] set\n  /glyphs array set\n"
                "  font dup /f3 exch def set-font-face /scaled-font get /sf3 exch def\n"
                "f3 /glyphs get\n1 <<\n  /metrics [0 0 5 5 5 0]\n  /render {\n"
                "n 0 0 50 50 rectangle\nfill+\n<< /source <~}}~> >> image (}) } >> set\npop pop\n"
                "[1 2 <~!!~>] show-glyphs\nn 10 20 100 50 rectangle\nfill+\n",
                "000000 10,20-110,70");
}

Test (drawing, a_mesh_draws_no_path)
{
  assert_drawn (
      "mesh\n  begin-patch\n  0 0 m\n  50 0 l\n  1 2 3 4 5 6 c\n  0 1 1 set-control-point\n"
      "  0 1 0 0 1 set-corner-color\n  end-patch\n set-source\n"
      "n 10 20 100 50 rectangle\nfill+\n",
      "");
}

static cairo_status_t
write_script (void *closure, const unsigned char *bytes, unsigned n_bytes)
{
  g_byte_array_append (closure, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* As PDFs have it: upright, but no boxes. */
static void
draw_step (cairo_t *cairo)
{
  cairo_move_to (cairo, 300, 300);
  cairo_line_to (cairo, 400, 300);
  cairo_line_to (cairo, 400, 350);
  cairo_line_to (cairo, 350, 350);
  cairo_line_to (cairo, 350, 380);
  cairo_line_to (cairo, 300, 380);
  cairo_close_path (cairo);
  cairo_fill (cairo);
}

static void
draw_page (cairo_t *cairo)
{
  draw_step (cairo);
  cairo_rectangle (cairo, 0, 0, 100, 400);
  cairo_clip (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 1);
  cairo_rectangle (cairo, 10, 20, 100, 50);
  cairo_fill (cairo);
  cairo_push_group (cairo);
  cairo_rectangle (cairo, 50, 100, 100, 50);
  cairo_fill (cairo);
  cairo_pop_group_to_source (cairo);
  cairo_paint (cairo);
  cairo_reset_clip (cairo);
  cairo_set_line_width (cairo, 0.5);
  cairo_move_to (cairo, 10, 390);
  cairo_line_to (cairo, 590, 390);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_stroke (cairo);
}

Test (drawing, what_cairo_writes_is_read_where_it_was_drawn)
{
  g_autoptr (GByteArray) script = g_byte_array_new ();
  cairo_device_t *device = cairo_script_create_for_stream (write_script, script);
  for (int i = 0; i < 2; i++)
    {
      g_byte_array_set_size (script, 0);
      cairo_t *cairo = drawing_begin (device, 600, 400);
      draw_page (cairo);
      cr_expect (drawing_end (cairo));

      g_autoptr (Page) page = page_new (1, 600, 400);
      g_auto (Drawn) drawn = drawing_read (page, (const char *) script->data, script->len);
      assert_page (page, "0000ff 10,20-100,70 / 0000ff 50,100-100,150 / rule 10,389.75-590,390.25");
    }
  cairo_device_destroy (device);
}

Test (drawing, what_is_no_script_draws_nothing)
{
  assert_drawn ("fill+ stroke+ 1 l ] >> } ~> g roll 7 -1 roll 99 index /x get def h mask\n", "");
  assert_drawn ("n 10 20 m l 1e9 - . -- 1.2.3 4 rectangle fill+ { ( <~", "");
}

Test (drawing, a_script_may_end_anywhere)
{
  const char *script
      = NEW_PAGE "n 10 20 m 110 20 l\n1 set-line-width\nstroke+\n<< /source <|ab~> >> image "
                 "pattern { ( } ) } \n[1 2 <~ab~>] show-glyphs\n%end";
  for (gsize n = 0; n <= strlen (script); n++)
    {
      g_autofree char *part = g_memdup2 (script, n);
      g_autoptr (Page) page = page_new (1, 600, 400);
      g_auto (Drawn) drawn = drawing_read (page, part, n);
      cr_expect (le (uint, page->rules->len, 1));
    }
}

Test (drawing, a_page_has_only_so_many)
{
  g_autoptr (GString) script = g_string_new (NULL);
  for (int i = 0; i < DRAWING_MAX_INKS + 10; i++)
    g_string_append_printf (script, "n %d %d 4 4 rectangle fill+\n", i % 100 * 6, i / 100 % 60 * 6);
  g_autoptr (Page) page = page_of (script->str);
  cr_expect (le (uint, page->fills->len, DRAWING_MAX_INKS));
}

Test (drawing, groups_within_groups_do_not_multiply_without_end)
{
  g_autoptr (GString) script = g_string_new ("n 10 20 10 5 rectangle\nfill+\n");
  for (int i = 0; i < 64; i++)
    g_string_append (script, "/target get pattern set-source paint\n");
  g_autoptr (Page) page = page_of (script->str);
  cr_expect (le (uint, page->fills->len, DRAWING_MAX_INKS));
}
