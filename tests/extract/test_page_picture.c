/* tests/extract/test_page_picture.c - the picture that a page of a PDF is, or a part of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/page_picture.h"

#include <cairo-pdf.h>
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glib/gstdio.h>

#include "extract/extract.h"

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
