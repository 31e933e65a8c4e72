/* tests/extract/test_crop.c - tests extract/crop.c, and crop_image.c and crop_lines.c through it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/crop.h"

#include <cairo.h>
#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

#include "extract/picture.h"
#include "tests/extract/recipe.h"

/* A file of @bytes, and what cuts it. */
typedef struct
{
  char *path; /* owned, as all below */
  char *sha256;
  Cropper *cropper;
} Cut;

static Cut
make_cut (const void *bytes, gsize length, guint seconds)
{
  Cut cut = { NULL, NULL, NULL };
  ExtractLimits limits = extract_default_limits ();
  limits.most[LIMIT_SECONDS] = seconds;
  int fd = g_file_open_tmp ("recount-crop-XXXXXX", &cut.path, NULL);
  cr_assert_geq (fd, 0);
  g_close (fd, NULL);
  cr_assert (g_file_set_contents (cut.path, bytes, (gssize) length, NULL));
  cut.sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
  cut.cropper = cropper_new (&limits);
  return cut;
}

static void
cut_clear (Cut *cut)
{
  g_unlink (cut->path);
  g_free (cut->path);
  g_free (cut->sha256);
  cropper_free (cut->cropper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, cut_clear)

static Crop *
take (const Cut *cut, int page, Box box, GError **error)
{
  const Source source = { cut->path, cut->sha256 };
  return cropper_cut (&source, page, &box, 1, cut->cropper, error);
}

static Cut
make_text (const char *text)
{
  return make_cut (text, strlen (text), 10);
}

static Cut
make_pdf (guint seconds)
{
  /* a black square of 20 points whose upper left corner is at (100, 200) from the page's */
  g_autoptr (GBytes) pdf = recipe_make (
      (Recipe){ .box = "0 0 600 800", .content = RECIPE_HELLO " 0 g 100 580 20 20 re f" });
  gsize length = 0;
  gconstpointer bytes = g_bytes_get_data (pdf, &length);
  return make_cut (bytes, length, seconds);
}

Test (crop, a_text_gives_the_lines_around_the_place)
{
  g_auto (Cut) cut = make_text ("one\ntwo\nthree 35.8\nfour\nfive\nsix\n");
  g_autoptr (Crop) crop = take (&cut, 1, (Box){ 6, 2, 10, 3 }, NULL);
  cr_assert_not_null (crop);
  cr_expect_null (crop->png);
  cr_assert_eq (crop->lines->len, 5);
  cr_expect_str_eq (g_ptr_array_index (crop->lines, 0), "one");
  cr_expect_str_eq (g_ptr_array_index (crop->lines, 2), "three 35.8");
  cr_expect (crop->view.x0 == 0 && crop->view.y0 == 0 && crop->view.y1 == 5);
}

Test (crop, a_long_line_is_cut_to_either_side)
{
  g_autofree char *long_line = g_strnfill (500, 'x');
  g_autofree char *text = g_strdup_printf ("%s\xC3\xA9%s\n", long_line, long_line);
  g_auto (Cut) cut = make_text (text);
  g_autoptr (Crop) crop = take (&cut, 1, (Box){ 500, 0, 501, 1 }, NULL);
  cr_assert_not_null (crop);
  const char *line = g_ptr_array_index (crop->lines, 0);
  cr_expect_lt (g_utf8_strlen (line, -1), 200);
  gunichar marked = g_utf8_get_char (g_utf8_offset_to_pointer (line, 500 - (glong) crop->view.x0));
  cr_expect_eq (marked, 0xE9);
}

Test (crop, a_form_feed_begins_the_next_page_of_a_text)
{
  g_auto (Cut) cut = make_text ("a\n\fb\nc\n");
  g_autoptr (Crop) crop = take (&cut, 2, (Box){ 0, 1, 1, 2 }, NULL);
  cr_assert_not_null (crop);
  cr_assert_eq (crop->lines->len, 2);
  cr_expect_str_eq (g_ptr_array_index (crop->lines, 1), "c");
  g_autoptr (GError) error = NULL;
  cr_expect_null (take (&cut, 3, (Box){ 0, 0, 1, 1 }, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_UNREADABLE));
}

Test (crop, a_pdf_gives_a_png_of_the_place)
{
  g_auto (Cut) cut = make_pdf (10);
  g_autoptr (Crop) crop = take (&cut, 1, (Box){ 100, 200, 120, 220 }, NULL);
  cr_assert_not_null (crop);
  gsize length = 0;
  const char *bytes = g_bytes_get_data (crop->png, &length);
  cr_assert_gt (length, 8);
  cr_expect_eq (memcmp (bytes, "\x89PNG\r\n\x1a\n", 8), 0);
  cr_expect (crop->view.x0 <= 100 && crop->view.x1 >= 120);
  cr_expect (crop->view.y0 <= 200 && crop->view.y1 >= 220);
  cr_expect_eq (crop->width, (int) (2 * (crop->view.x1 - crop->view.x0)));
  cr_expect_eq (crop->height, (int) (2 * (crop->view.y1 - crop->view.y0)));
}

/* What is left to read of a PNG. */
typedef struct
{
  const unsigned char *at;
  gsize left;
} Png;

static cairo_status_t
read_png (void *closure, unsigned char *bytes, unsigned length)
{
  Png *png = closure;
  cr_assert_leq (length, png->left);
  memcpy (bytes, png->at, length);
  png->at += length;
  png->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* Returns: the colour of the crop at a point of the page, 0xRRGGBB. */
static guint32
colour_at (const Crop *crop, double x, double y)
{
  Png png = { NULL, 0 };
  png.at = g_bytes_get_data (crop->png, &png.left);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_png, &png);
  cr_assert_eq (cairo_surface_status (surface), CAIRO_STATUS_SUCCESS);
  double scale = crop->width / (crop->view.x1 - crop->view.x0);
  int column = (int) ((x - crop->view.x0) * scale), row = (int) ((y - crop->view.y0) * scale);
  const unsigned char *pixels = cairo_image_surface_get_data (surface);
  guint32 colour = 0;
  memcpy (&colour, pixels + row * cairo_image_surface_get_stride (surface) + 4 * column,
          sizeof colour);
  cairo_surface_destroy (surface);
  return colour & 0xFFFFFF;
}

Test (crop, the_image_shows_what_stands_in_the_view)
{
  g_auto (Cut) cut = make_pdf (10);
  g_autoptr (Crop) crop = take (&cut, 1, (Box){ 100, 200, 120, 220 }, NULL);
  cr_assert_not_null (crop);
  cr_expect_eq (colour_at (crop, 101, 201), 0x000000);
  cr_expect_eq (colour_at (crop, 119, 219), 0x000000);
  cr_expect_eq (colour_at (crop, 98, 210), 0xFFFFFF);
  cr_expect_eq (colour_at (crop, 110, 222), 0xFFFFFF);
}

Test (crop, a_view_does_not_leave_the_page)
{
  g_auto (Cut) cut = make_pdf (10);
  g_autoptr (Crop) crop = take (&cut, 1, (Box){ -50, 790, 20, 900 }, NULL);
  cr_assert_not_null (crop);
  cr_expect (crop->view.x0 >= 0 && crop->view.x1 <= 600);
  cr_expect (crop->view.y0 >= 0 && crop->view.y1 <= 800);
  cr_expect (crop->width > 0 && crop->height > 0);
  g_autoptr (Crop) far = take (&cut, 1, (Box){ -1e300, -1e300, 1e300, 1e300 }, NULL);
  cr_assert_not_null (far);
  cr_expect (far->view.x0 == 0 && far->view.x1 == 600 && far->view.y0 == 0);
  cr_expect (far->width == 1200 && far->height > 0 && far->height <= 1600);
}

/* Asserts that there is no crop of that place, and why. */
static void
assert_none (const Cut *cut, int page, Box box, RecountError code)
{
  g_autoptr (GError) error = NULL;
  cr_expect_null (take (cut, page, box, &error));
  cr_assert (g_error_matches (error, RECOUNT_ERROR, code), "%s",
             error != NULL ? error->message : "no error");
  cr_expect (g_str_has_prefix (error->message, cut->path), "%s", error->message);
}

Test (crop, a_place_that_is_not_there_is_an_error)
{
  g_auto (Cut) cut = make_pdf (10);
  assert_none (&cut, 2, (Box){ 0, 0, 1, 1 }, RECOUNT_ERROR_UNREADABLE);
  assert_none (&cut, 1, (Box){ 700, 0, 710, 10 }, RECOUNT_ERROR_UNREADABLE);
  assert_none (&cut, 1, (Box){ 10, 10, 10, 10 }, RECOUNT_ERROR_UNREADABLE);
  g_auto (Cut) text = make_text ("a\n");
  assert_none (&text, 1, (Box){ 0, 9, 1, 10 }, RECOUNT_ERROR_UNREADABLE);
  assert_none (&text, 0, (Box){ 0, 0, 1, 1 }, RECOUNT_ERROR_UNREADABLE);
}

Test (crop, a_file_that_was_changed_is_not_shown)
{
  g_auto (Cut) cut = make_text ("a 1\n");
  cr_assert (g_file_set_contents (cut.path, "a 2\n", -1, NULL));
  g_autoptr (GError) error = NULL;
  cr_expect_null (take (&cut, 1, (Box){ 2, 0, 3, 1 }, &error));
  cr_assert (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_UNREADABLE));
  cr_expect_not_null (strstr (error->message, "is not the file that was read"));
}

Test (crop, a_file_that_is_gone_is_an_error)
{
  g_auto (Cut) cut = make_text ("a 1\n");
  g_unlink (cut.path);
  assert_none (&cut, 1, (Box){ 2, 0, 3, 1 }, RECOUNT_ERROR_UNREADABLE);
}

Test (crop, drawing_has_a_limit_of_time)
{
  g_auto (Cut) cut = make_pdf (0);
  assert_none (&cut, 1, (Box){ 100, 200, 120, 220 }, RECOUNT_ERROR_LIMIT);
}

Test (crop, a_page_shows_the_same_however_much_of_it_was_asked_for_before)
{
  const Box square = { 100, 200, 120, 220 }, below = { 300, 500, 320, 520 };
  g_auto (Cut) once = make_pdf (10);
  g_autoptr (Crop) alone = take (&once, 1, square, NULL);
  g_auto (Cut) cut = make_pdf (10);
  g_autoptr (Crop) first = take (&cut, 1, below, NULL);
  g_autoptr (Crop) second = take (&cut, 1, square, NULL);
  g_autoptr (Crop) third = take (&cut, 1, below, NULL);
  cr_assert (alone != NULL && first != NULL && second != NULL && third != NULL);
  cr_expect (g_bytes_equal (second->png, alone->png));
  cr_expect (g_bytes_equal (third->png, first->png));
  cr_expect_not (g_bytes_equal (first->png, second->png));
}

Test (crop, a_page_shows_the_same_whatever_will_be_asked_for_next)
{
  const Box boxes[] = { { 100, 200, 120, 220 }, { 300, 300, 320, 320 }, { 100, 700, 120, 720 } };
  for (guint n = 1; n <= G_N_ELEMENTS (boxes); n++)
    {
      g_auto (Cut) cut = make_pdf (10);
      const Source source = { cut.path, cut.sha256 };
      for (guint i = 0; i < n; i++)
        {
          g_auto (Cut) once = make_pdf (10);
          g_autoptr (Crop) alone = take (&once, 1, boxes[i], NULL);
          g_autoptr (Crop) crop = cropper_cut (&source, 1, &boxes[i], n - i, cut.cropper, NULL);
          cr_assert (alone != NULL && crop != NULL);
          cr_expect (g_bytes_equal (crop->png, alone->png), "%u of %u", i, n);
        }
    }
}

Test (crop, another_input_can_be_asked_for_in_between)
{
  g_auto (Cut) pdf = make_pdf (10);
  g_auto (Cut) text = make_text ("a 1\n");
  const Source source = { text.path, text.sha256 };
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (Crop) image = take (&pdf, 1, (Box){ 100, 200, 120, 220 }, NULL);
      g_autoptr (Crop) lines = cropper_cut (&source, 1, &(Box){ 2, 0, 3, 1 }, 1, pdf.cropper, NULL);
      cr_expect (image != NULL && image->png != NULL);
      cr_expect (lines != NULL && lines->png == NULL);
    }
}

/* A PNG of 300 pixels an inch with a black square of 20 points whose upper left corner is at (100,
 * 200). */
static Cut
make_image (void)
{
  const int pixels = 83; /* 20 points */
  g_autoptr (PixOwned) pix = pixCreate (2480, 3508, 8);
  pixSetAllArbitrary (pix, 255);
  pixSetResolution (pix, 300, 300);
  g_autoptr (PixOwned) square = pixCreate (pixels, pixels, 8);
  pixRasterop (pix, 417, 833, pixels, pixels, PIX_SRC, square, 0, 0);
  l_uint8 *bytes = NULL;
  size_t length = 0;
  cr_assert_eq (pixWriteMem (&bytes, &length, pix, IFF_PNG), 0);
  Cut cut = make_cut (bytes, length, 10);
  lept_free (bytes);
  return cut;
}

Test (crop, a_page_that_is_a_picture_is_shown_as_it_was_read)
{
  g_auto (Cut) cut = make_image ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Crop) crop = take (&cut, 1, (Box){ 100, 200, 120, 220 }, &error);
  cr_assert_not_null (crop, "%s", error != NULL ? error->message : "");
  cr_expect_eq (colour_at (crop, 102, 202), 0x000000);
  cr_expect_eq (colour_at (crop, 118, 218), 0x000000);
  cr_expect_eq (colour_at (crop, 96, 210), 0xFFFFFF);
  cr_expect_eq (colour_at (crop, 110, 224), 0xFFFFFF);
}

Test (crop, a_page_that_an_image_does_not_have_is_an_error)
{
  g_auto (Cut) cut = make_image ();
  g_autoptr (GError) error = NULL;
  cr_expect_null (take (&cut, 2, (Box){ 100, 200, 120, 220 }, &error));
  cr_expect_not_null (error);
}

Test (crop, a_picture_is_shown_up_to_its_edges)
{
  g_auto (Cut) cut = make_image (); /* 595.2 by 841.92 points */
  g_autoptr (Crop) edge = take (&cut, 1, (Box){ 560, 820, 595, 841 }, NULL);
  cr_assert_not_null (edge);
  cr_expect (edge->view.x1 == 596 && edge->view.y1 == 842);
  cr_expect_eq (colour_at (edge, 570, 830), 0xFFFFFF);
  g_autoptr (Crop) crop = take (&cut, 1, (Box){ 100, 200, 120, 220 }, NULL);
  cr_assert_not_null (crop);
  cr_expect_eq (colour_at (crop, 110, 210), 0x000000);
}
