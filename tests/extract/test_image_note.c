/* tests/extract/test_image_note.c - which images a page draws.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/image_note.h"

#include <cairo-script.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "extract/drawing.h"

#define WIDTH 600.0
#define HEIGHT 400.0

/* Returns (transfer full): an image of that many dots a side, all black. */
static cairo_pattern_t *
image_pattern (int side)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, side, side);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (image);
  cairo_surface_destroy (image);
  cairo_matrix_t unit;
  cairo_matrix_init_scale (&unit, side, side); /* as poppler has it: one by one in size */
  cairo_pattern_set_matrix (pattern, &unit);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  return pattern;
}

static void
paint_image (cairo_t *cairo, Box box, int side)
{
  cairo_pattern_t *pattern = image_pattern (side);
  cairo_save (cairo);
  cairo_translate (cairo, box.x0, box.y0);
  cairo_scale (cairo, box.x1 - box.x0, box.y1 - box.y0);
  cairo_set_source (cairo, pattern);
  cairo_rectangle (cairo, 0, 0, 1, 1);
  cairo_fill (cairo);
  cairo_restore (cairo);
  cairo_pattern_destroy (pattern);
}

static void
stencil_image (cairo_t *cairo, Box box, int side)
{
  cairo_pattern_t *pattern = image_pattern (side);
  cairo_save (cairo);
  cairo_translate (cairo, box.x0, box.y0);
  cairo_scale (cairo, box.x1 - box.x0, box.y1 - box.y0);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_mask (cairo, pattern);
  cairo_restore (cairo);
  cairo_pattern_destroy (pattern);
}

typedef void (*Draw) (cairo_t *cairo, Box box, int side);

static cairo_status_t
write_script (void *closure, const unsigned char *bytes, unsigned n_bytes)
{
  g_string_append_len (closure, (const char *) bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* Returns: the share of the page that is noted for what @draw draws in @box into @script. */
static double
share_in_script (Draw draw, Box box, GString *script)
{
  cairo_device_t *device = cairo_script_create_for_stream (write_script, script);
  cairo_t *cairo = drawing_begin (device, WIDTH, HEIGHT);
  ImageNote note;
  image_note_begin (&note, cairo);
  draw (cairo, box, 300);
  cr_assert (drawing_end (cairo));
  cairo_device_destroy (device);
  return image_note_share (&note, WIDTH, HEIGHT);
}

Test (image_note, an_image_is_noted_where_it_lies)
{
  g_autoptr (GString) script = g_string_new (NULL);
  cr_expect_float_eq (share_in_script (paint_image, (Box){ 0, 100, 300, 300 }, script), 0.25, 1e-3);
}

Test (image_note, a_stencil_is_an_image_as_well)
{
  g_autoptr (GString) script = g_string_new (NULL);
  cr_expect_float_eq (share_in_script (stencil_image, (Box){ 0, 0, 600, 360 }, script), 0.9, 1e-3);
}

Test (image_note, what_lies_beyond_the_page_covers_none_of_it)
{
  g_autoptr (GString) script = g_string_new (NULL);
  cr_expect_float_eq (share_in_script (paint_image, (Box){ -600, 0, 60, 400 }, script), 0.1, 1e-3);
  cr_expect_eq (share_in_script (paint_image, (Box){ 700, 0, 900, 400 }, script), 0);
}

Test (image_note, a_script_gets_no_image)
{
  g_autoptr (GString) script = g_string_new (NULL);
  share_in_script (paint_image, (Box){ 0, 0, 600, 400 }, script);
  share_in_script (stencil_image, (Box){ 0, 0, 600, 400 }, script);
  cr_expect_null (strstr (script->str, "image"));
}

/* Draws on a surface of dots.  Returns: how many of them are black. */
static guint
count_black (Draw draw, gboolean is_watched)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 40);
  cairo_t *cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  ImageNote note = { .largest = { 0, 0, 0, 0 } };
  if (is_watched)
    image_note_begin (&note, cairo);
  draw (cairo, (Box){ 0, 0, 30, 40 }, 10);
  cr_expect_float_eq (image_note_share (&note, 60, 40), is_watched ? 0.5 : 0, 1e-3);
  image_note_end (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  guint n = 0;
  for (int y = 0; y < 40; y++)
    {
      const guint32 *row
          = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                              + y * cairo_image_surface_get_stride (surface));
      for (int x = 0; x < 60; x++)
        n += (row[x] & 0xFFFFFF) == 0;
    }
  cairo_surface_destroy (surface);
  return n;
}

Test (image_note, other_surfaces_get_the_image)
{
  cr_expect_eq (count_black (paint_image, TRUE), 1200);
  cr_expect_eq (count_black (paint_image, FALSE), 1200);
  cr_expect_eq (count_black (stencil_image, TRUE), 1200);
}

/* What lies in a group is painted through an image's shades. */
static void
paint_through_image (cairo_t *cairo, Box box, int side)
{
  cairo_pattern_t *pattern = image_pattern (side);
  cairo_push_group (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_rectangle (cairo, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  cairo_fill (cairo);
  cairo_pop_group_to_source (cairo);
  cairo_mask (cairo, pattern);
  cairo_pattern_destroy (pattern);
}

Test (image_note, a_group_behind_an_image_is_painted_into_a_script)
{
  g_autoptr (GString) script = g_string_new (NULL);
  share_in_script (paint_through_image, (Box){ 0, 0, 60, 40 }, script);
  cr_expect_not_null (strstr (script->str, "mask"));
}
