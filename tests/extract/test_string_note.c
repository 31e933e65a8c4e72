/* tests/extract/test_string_note.c - notes in a cairo script that say where a string begins.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/string_note.h"

#include <cairo-script.h>
#include <poppler.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "extract/drawing.h"

typedef struct
{
  GString *script;
  cairo_device_t *device;
} Desk;

static cairo_status_t
write_script (void *closure, const unsigned char *bytes, unsigned n_bytes)
{
  g_string_append_len (closure, (const char *) bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static Desk
desk_new (void)
{
  Desk desk = { .script = g_string_new (NULL) };
  desk.device = cairo_script_create_for_stream (write_script, desk.script);
  return desk;
}

static void
desk_clear (Desk *desk)
{
  cairo_device_destroy (desk->device);
  g_string_free (desk->script, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static void
show (cairo_t *cairo, double x, double y)
{
  cairo_glyph_t glyphs[] = { { 1, x, y }, { 2, x + 8, y } };
  cairo_text_cluster_t clusters[] = { { 1, 1 }, { 1, 1 } };
  cairo_show_text_glyphs (cairo, "ab", 2, glyphs, 2, clusters, 2, 0);
}

typedef void (*Draw) (cairo_t *cairo);

/* Returns (transfer full): the strings that are read of what @draw draws, as "x,y clip x0-x1 covers
 * n" each, slashes between. */
static char *
read_strings (Draw draw)
{
  g_auto (Desk) desk = desk_new ();
  cairo_t *cairo = drawing_begin (desk.device, 600, 400);
  draw (cairo);
  cr_assert (drawing_end (cairo));
  g_autoptr (Page) page = page_new (1, 600, 400);
  g_auto (Drawn) drawn = drawing_read (page, desk.script->str, desk.script->len);
  GString *strings = g_string_new (NULL);
  for (guint i = 0; i < drawn.origins->len; i++)
    {
      const StringOrigin *origin = &g_array_index (drawn.origins, StringOrigin, i);
      g_string_append_printf (strings, "%s%.2f,%.2f clip %.0f-%.0f covers %u", i > 0 ? " / " : "",
                              origin->at.x, origin->at.y, origin->clip.x0, origin->clip.x1,
                              origin->n_covers);
    }
  return g_string_free (strings, FALSE);
}

static void
assert_strings (Draw draw, const char *expected)
{
  g_autofree char *strings = read_strings (draw);
  cr_expect_str_eq (strings, expected);
}

static void
draw_string (cairo_t *cairo)
{
  show (cairo, 100.25, 200.5);
}

Test (string_note, a_string_is_noted_where_its_first_glyph_is)
{
  assert_strings (draw_string, "100.25,200.50 clip 0-600 covers 0");
}

static void
draw_turned (cairo_t *cairo)
{
  cairo_translate (cairo, 0, 400);
  cairo_scale (cairo, 1, -1);
  show (cairo, 100, 150);
}

Test (string_note, a_string_is_noted_in_points_of_the_page_whatever_the_matrix)
{
  assert_strings (draw_turned, "100.00,250.00 clip 0-600 covers 0");
}

static void
draw_clipped (cairo_t *cairo)
{
  cairo_rectangle (cairo, 50, 0, 100, 400);
  cairo_clip (cairo);
  show (cairo, 100, 200);
  cairo_reset_clip (cairo);
  show (cairo, 100, 300);
}

Test (string_note, a_string_has_the_clip_that_it_is_shown_in)
{
  assert_strings (draw_clipped,
                  "100.00,200.00 clip 50-150 covers 0 / 100.00,300.00 clip 0-600 covers 0");
}

static void
draw_covered (cairo_t *cairo)
{
  show (cairo, 100, 200);
  cairo_rectangle (cairo, 50, 150, 100, 100);
  cairo_fill (cairo);
  show (cairo, 100, 200);
}

Test (string_note, a_string_knows_what_was_painted_before)
{
  assert_strings (draw_covered,
                  "100.00,200.00 clip 0-600 covers 0 / 100.00,200.00 clip 0-600 covers 1");
}

static void
draw_group (cairo_t *cairo)
{
  cairo_rectangle (cairo, 50, 100, 300, 200);
  cairo_clip (cairo);
  cairo_push_group (cairo);
  show (cairo, 100, 200);
  cairo_pop_group_to_source (cairo);
  cairo_paint (cairo);
}

/* A group has its own points, that of its clip being the first. */
Test (string_note, a_string_of_a_group_is_noted_in_the_group)
{
  g_autofree char *strings = read_strings (draw_group);
  cr_expect (g_str_has_suffix (strings, "covers 4294967295"), "%s", strings);
}

static void
draw_two (cairo_t *cairo)
{
  show (cairo, 100, 200);
  cairo_rectangle (cairo, 50, 150, 100, 100);
  cairo_fill (cairo);
  show (cairo, 150, 200);
  cairo_rectangle (cairo, 50, 0, 200, 400);
  cairo_clip (cairo);
  show (cairo, 200, 200);
  show (cairo, 220, 200);
}

/* Only its first line is written of each that follows in one state. */
Test (string_note, a_string_in_the_state_of_the_one_before_is_shown_as_that)
{
  g_auto (Desk) desk = desk_new ();
  cairo_t *cairo = drawing_begin (desk.device, 600, 400);
  draw_two (cairo);
  cr_assert (drawing_end (cairo));
  guint n_again = 0;
  for (const char *at = desk.script->str; (at = strstr (at, "% " STRING_NOTE_AGAIN)) != NULL; at++)
    n_again++;
  cr_expect_eq (n_again, 2);
  assert_strings (draw_two,
                  "100.00,200.00 clip 0-600 covers 0 / 150.00,200.00 clip 0-600 covers 1 / "
                  "200.00,200.00 clip 50-250 covers 1 / 220.00,200.00 clip 50-250 covers 1");
}

static void
draw_nothing_that_shows (cairo_t *cairo)
{
  cairo_rectangle (cairo, 50, 0, 0, 0);
  cairo_clip (cairo);
  show (cairo, 100, 200);
  show (cairo, 120, 200);
  cairo_reset_clip (cairo);
  cairo_set_source_rgba (cairo, 0, 0, 0, 0);
  show (cairo, 100, 300);
  show (cairo, 120, 300);
  cairo_set_source_rgba (cairo, 0, 0, 0, 1);
  cairo_paint (cairo);
}

Test (string_note, what_cairo_leaves_out_is_no_string)
{
  assert_strings (draw_nothing_that_shows, "");
}

Test (string_note, other_surfaces_get_the_glyphs)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 64, 64);
  cairo_t *cairo = cairo_create (surface);
  cairo_set_font_size (cairo, 40);
  cairo_glyph_t glyph = { 36, 8, 48 };
  cairo_show_glyphs (cairo, &glyph, 1);
  cairo_surface_flush (surface);
  guint n = 0;
  for (int i = 0; i < 64 * cairo_image_surface_get_stride (surface); i++)
    n += cairo_image_surface_get_data (surface)[i] != 0;
  cr_expect_gt (n, 0);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

/* The page is read either way, but slowly if poppler does not call this program's function. */
Test (string_note, poppler_shows_strings_as_notes)
{
  static const char pdf[]
      = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n"
        "4 0 obj\n<</Length 35>>\nstream\nBT /F1 12 Tf 50 700 Td (Hello) Tj ET\nendstream\nendobj\n"
        "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"
        "trailer\n<</Root 1 0 R>>\n%%EOF\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (pdf, sizeof pdf - 1);
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  cr_assert_not_null (document);
  PopplerPage *page = poppler_document_get_page (document, 0);
  g_auto (Desk) desk = desk_new ();
  cairo_t *cairo = drawing_begin (desk.device, 600, 800);
  poppler_page_render (page, cairo);
  cr_expect (drawing_end (cairo));
  cr_expect_not_null (strstr (desk.script->str, "% " STRING_NOTE));
  cr_expect_null (strstr (desk.script->str, "glyphs\n"));
  g_object_unref (page);
  g_object_unref (document);
}
