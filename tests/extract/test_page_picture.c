/* tests/extract/test_page_picture.c - the picture that a page of a PDF is, or a part of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/page_picture.h"

#include <string.h>
#include <sys/resource.h>

#include <cairo-pdf.h>
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glib/gstdio.h>

#include "extract/extract.h"
#include "extract/pdf.h"
#include "tests/extract/pictured.h"

#define REPORT "fixtures/layout-2016.pdf"
#define WIDTH 1190.0 /* points */
#define HEIGHT 842.0
#define TEXT "Printed as text and seen by everyone 4711"

/* Returns (transfer full): a page of the report as a scanner makes it, of 200 pixels an inch. */
static cairo_surface_t *
scan_of_report (void)
{
  double scale = 200.0 / 72;
  g_autofree char *path = g_canonicalize_filename (REPORT, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (document, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * scale),
                                                         (int) (HEIGHT * scale));
  cairo_t *cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  g_object_unref (page);
  g_object_unref (document);
  return surface;
}

/* Makes a PDF of one page of that height, on which the scan begins at @y and @n_lines of text stand
 * from @text_y on.  Returns (transfer full): its pages as they are read. */
static Document *
read_page (double height, double y, guint n_lines, double text_y, OcrMode ocr)
{
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("recount-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  cairo_surface_t *scan = scan_of_report ();
  cairo_surface_t *pdf = cairo_pdf_surface_create (path, WIDTH, height);
  cairo_t *cairo = cairo_create (pdf);
  cairo_save (cairo);
  cairo_translate (cairo, 0, y);
  cairo_scale (cairo, 72.0 / 200, 72.0 / 200);
  cairo_set_source_surface (cairo, scan, 0, 0);
  cairo_paint (cairo);
  cairo_restore (cairo);
  cairo_set_font_size (cairo, 12);
  for (guint i = 0; i < n_lines; i++)
    {
      cairo_move_to (cairo, 50, text_y + 20 * i);
      cairo_show_text (cairo, TEXT);
    }
  cairo_destroy (cairo);
  cairo_surface_destroy (pdf);
  cairo_surface_destroy (scan);
  limits.ocr = ocr;
  Document *document = extract_document (path, &limits, &error);
  cr_assert_not_null (document, "%s", error != NULL ? error->message : "");
  g_remove (path);
  g_rmdir (folder);
  return document;
}

/* Counts the words of that origin that begin with a digit. */
static guint
count_figures (const Document *document, Origin origin)
{
  const Page *page = document->pages->pdata[0];
  guint n = 0;
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      n += word->origin == origin && g_ascii_isdigit (word->text[0]);
    }
  return n;
}

Test (page_picture, a_page_that_is_half_scan_and_half_text_is_read_as_both)
{
  g_autoptr (Document) document = read_page (2 * HEIGHT, HEIGHT, 3, 100, OCR_AUTO);
  cr_expect_eq (count_figures (document, ORIGIN_TEXT), 3);
  cr_expect_gt (count_figures (document, ORIGIN_OCR), 400);
}

Test (page_picture, a_half_is_not_read_if_none_may_be)
{
  g_autoptr (Document) document = read_page (2 * HEIGHT, HEIGHT, 3, 100, OCR_NEVER);
  cr_expect_eq (count_figures (document, ORIGIN_TEXT), 3);
  cr_expect_eq (count_figures (document, ORIGIN_OCR), 0);
}

Test (page_picture, text_that_is_seen_on_a_picture_is_text)
{
  g_autoptr (Document) document = read_page (HEIGHT, 0, 8, 100, OCR_AUTO);
  cr_expect_eq (count_figures (document, ORIGIN_TEXT), 8);
  cr_expect_eq (count_figures (document, ORIGIN_OCR), 0);
}

Test (page_picture, a_scan_without_text_is_read_off_its_picture)
{
  g_autoptr (Document) document = read_page (HEIGHT, 0, 0, 100, OCR_AUTO);
  cr_expect_gt (count_figures (document, ORIGIN_OCR), 400);
}
/* ---- images of all kinds ---- */

#define FIGURES "1204 children 35 percent"

/* Returns (transfer full) (nullable): the pages of a PDF, which it takes over. */
static Document *
read_pdf (GBytes *pdf, const ExtractLimits *limits, GError **error)
{
  g_autoptr (GBytes) own = pdf;
  g_autoptr (Document) document = document_new ("a.pdf", "");
  return pdf_append_pages (document, &(Input){ own, NULL }, limits, error)
             ? g_steal_pointer (&document)
             : NULL;
}

static void
assert_reads_figures (GBytes *pdf, const char *kind)
{
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = read_pdf (pdf, &limits, &error);
  cr_assert_not_null (document, "%s: %s", kind, error != NULL ? error->message : "");
  cr_expect_eq (pictured_count (document, "1204"), PICTURED_LINES, "%s", kind);
  cr_expect_eq (pictured_count (document, "percent"), PICTURED_LINES, "%s", kind);
}

static void
assert_refused (GBytes *pdf, int code, const char *message)
{
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = read_pdf (pdf, &limits, &error);
  cr_assert_null (document);
  cr_expect (g_error_matches (error, RECOUNT_ERROR, code));
  cr_expect_str_eq (error->message, message);
}

/* Returns (transfer full): a PDF of that image, its bytes packed. */
static GBytes *
pdf_of_samples (int width, int height, const char *dictionary, const guint8 *bytes, gsize n_bytes)
{
  size_t n = 0;
  l_uint8 *packed = zlibCompress (bytes, n_bytes, &n);
  GBytes *pdf = pictured_pdf (width, height, dictionary, "/FlateDecode", packed, n);
  lept_free (packed);
  return pdf;
}

/* The same of a JPEG, which it takes over. */
static GBytes *
pdf_of_jpeg (GBytes *jpeg, int width, int height, const char *dictionary)
{
  g_autoptr (GBytes) own = jpeg;
  return pictured_pdf (width, height, dictionary, "/DCTDecode", g_bytes_get_data (own, NULL),
                       g_bytes_get_size (own));
}

/* Returns (transfer full): @gray as rows of bits, 1 for light. */
static GByteArray *
bits_of_light (PIX *gray)
{
  GByteArray *bits = g_byte_array_new ();
  for (int y = 0; y < pixGetHeight (gray); y++)
    for (int x = 0; x < pixGetWidth (gray); x += 8)
      {
        guint8 byte = 0;
        l_uint32 light = 0;
        for (int i = 0; i < 8; i++)
          byte |= (guint8) ((pixGetPixel (gray, x + i, y, &light) == 0 && light >= 128) << (7 - i));
        g_byte_array_append (bits, &byte, 1);
      }
  return bits;
}

Test (page_picture, pixels_of_any_depth_are_read)
{
  g_autoptr (PixOwned) gray = pictured_figures (FIGURES);
  int w = pixGetWidth (gray), h = pixGetHeight (gray);
  g_autoptr (GByteArray) bits = bits_of_light (gray);
  g_autoptr (GByteArray) fine = pictured_samples (gray, PICTURED_GRAY, 16);
  assert_reads_figures (
      pdf_of_samples (w, h, "/ColorSpace/DeviceGray/BitsPerComponent 1", bits->data, bits->len),
      "1 bit");
  assert_reads_figures (
      pdf_of_samples (w, h, "/ImageMask true/BitsPerComponent 1", bits->data, bits->len),
      "a stencil");
  assert_reads_figures (
      pdf_of_samples (w, h, "/ColorSpace/DeviceGray/BitsPerComponent 16", fine->data, fine->len),
      "16 bits");
}

#define CMYK "/ColorSpace/DeviceCMYK/BitsPerComponent 8"

Test (page_picture, printer_s_inks_are_read)
{
  g_autoptr (PixOwned) gray = pictured_figures (FIGURES);
  int w = pixGetWidth (gray), h = pixGetHeight (gray);
  g_autoptr (GByteArray) inks = pictured_samples (gray, PICTURED_CMYK, 8);
  assert_reads_figures (pdf_of_samples (w, h, CMYK, inks->data, inks->len), "CMYK");
  assert_reads_figures (
      pdf_of_jpeg (pictured_cmyk_jpeg (gray), w, h, CMYK "/Decode[1 0 1 0 1 0 1 0]"), "CMYK, JPEG");
}

#define GRAY "/ColorSpace/DeviceGray/BitsPerComponent 8"

Test (page_picture, a_page_on_its_head_or_side_is_read_upright)
{
  for (int n_quarters = 1; n_quarters < 4; n_quarters++)
    {
      g_autoptr (PixOwned) gray = pictured_figures ("1204 at home with 35 percent");
      PIX *turned = pixRotateOrth (gray, n_quarters);
      int w = pixGetWidth (turned), h = pixGetHeight (turned);
      g_autofree char *kind = g_strdup_printf ("%d quarters", n_quarters);
      assert_reads_figures (pdf_of_jpeg (pictured_file (turned, IFF_JFIF_JPEG), w, h, GRAY), kind);
    }
}

#define NO_TEXT "a.pdf: prints no text, and shows none on pictures"

Test (page_picture, blank_paper_a_single_pixel_and_a_photograph_are_no_report)
{
  static const guint8 light[600 * 600] = { 0xFF };
  PIX *photograph = pictured_photograph (1500, 1000);
  assert_refused (pdf_of_samples (600, 600, GRAY, light, sizeof light), RECOUNT_ERROR_UNREADABLE,
                  NO_TEXT);
  assert_refused (pdf_of_samples (1, 1, GRAY, light, 1), RECOUNT_ERROR_UNREADABLE, NO_TEXT);
  assert_refused (pdf_of_jpeg (pictured_file (photograph, IFF_JFIF_JPEG), 1500, 1000,
                               "/ColorSpace/DeviceRGB/BitsPerComponent 8"),
                  RECOUNT_ERROR_UNREADABLE, NO_TEXT);
}

Test (page_picture, too_many_pixels_are_told_with_the_page_and_before_they_are_unpacked)
{
  gsize n = 30000 / 8 * 30000;
  g_autofree guint8 *white = g_malloc0 (n);
  struct rusage usage;
  assert_refused (
      pdf_of_samples (30000, 30000, "/ColorSpace/DeviceGray/BitsPerComponent 1", white, n),
      RECOUNT_ERROR_LIMIT,
      "a.pdf:1: a picture is 30000 by 30000 pixels, and the limit is 200000000; "
      "--max-pixels=N sets another");
  getrusage (RUSAGE_SELF, &usage);
  cr_expect_lt (usage.ru_maxrss, 600000, "%ld KB", usage.ru_maxrss);
}

Test (page_picture, a_corrupt_jpeg_is_named_with_its_page)
{
  gsize n = 0;
  g_autoptr (PixOwned) gray = pictured_figures (FIGURES);
  guint8 *bytes = g_bytes_unref_to_data (pictured_file (pixClone (gray), IFF_JFIF_JPEG), &n);
  memset (bytes + n / 2, 0xAA, 200);
  assert_refused (
      pdf_of_jpeg (g_bytes_new_take (bytes, n), pixGetWidth (gray), pixGetHeight (gray), GRAY),
      RECOUNT_ERROR_UNREADABLE, "a.pdf:1: the page's picture is a JPEG image that is damaged");
}
