/* tests/extract/test_image.c - files that are pictures of pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* memmem() */
#include "extract/image.h"

#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glib/gstdio.h>

#include "tests/extract/pictured.h"

#define FIGURES "1204 children 35 percent"
#define NO_TEXT "a: shows no text: its pages are blank, or pictures of something else"

/* Returns (transfer full) (nullable): the file's pages. */
static Document *
read_file (GBytes *file, const ExtractLimits *limits, GError **error)
{
  gsize n_bytes = 0;
  const guint8 *bytes = g_bytes_get_data (file, &n_bytes);
  g_autoptr (Document) document = document_new ("a", "");
  return image_append_pages (document, bytes, n_bytes, limits, error) ? g_steal_pointer (&document)
                                                                      : NULL;
}

static void
assert_refused (GBytes *file, ExtractLimits limits, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = read_file (file, &limits, &error);
  cr_assert_null (document);
  cr_expect (g_error_matches (error, RECOUNT_ERROR, code));
  cr_expect_str_eq (error->message, message);
}

Test (image, each_kind_is_read_at_the_size_that_it_says)
{
  static const int formats[] = { IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF };
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) file = pictured_file (pictured_figures (FIGURES), formats[i]);
      ExtractLimits limits = extract_default_limits ();
      g_autoptr (Document) document = read_file (file, &limits, NULL);
      cr_assert_not_null (document);
      const Page *page = document->pages->pdata[0];
      cr_expect_float_eq (page->width, 297.6, 0.5);
      cr_expect_eq (page->words->len, 28);
      cr_expect_str_eq (g_array_index (page->words, Word, 0).text, "1204");
    }
}

Test (image, a_page_that_says_no_size_is_as_long_as_a4)
{
  PIX *pix = pictured_figures ("1204");
  pixSetResolution (pix, 72, 72);
  g_autoptr (GBytes) file = pictured_file (pix, IFF_PNG);
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = read_file (file, &limits, NULL);
  cr_assert_not_null (document);
  cr_expect_float_eq (((const Page *) document->pages->pdata[0])->width, 841.89, 1);
}

/* Takes @file over. */
static void
assert_reads_figures (GBytes *file, const char *kind)
{
  g_autoptr (GBytes) own = file;
  g_autoptr (GError) error = NULL;
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = read_file (own, &limits, &error);
  cr_assert_not_null (document, "%s: %s", kind, error != NULL ? error->message : "");
  cr_expect_eq (pictured_count (document, "1204"), PICTURED_LINES, "%s", kind);
  cr_expect_eq (pictured_count (document, "percent"), PICTURED_LINES, "%s", kind);
  cr_expect_not (document->is_cut || document->is_damaged, "%s", kind);
}

Test (image, pixels_of_any_depth_are_read)
{
  g_autoptr (PixOwned) gray = pictured_figures (FIGURES);
  assert_reads_figures (pictured_file (pixThresholdToBinary (gray, 128), IFF_PNG), "1 bit, PNG");
  assert_reads_figures (pictured_file (pixThresholdToBinary (gray, 128), IFF_TIFF_G4),
                        "1 bit, TIFF as of a fax");
  assert_reads_figures (pictured_file (pixThresholdTo4bpp (gray, 16, 1), IFF_PNG), "a palette");
  assert_reads_figures (pictured_file (pixConvert8To16 (gray, 8), IFF_PNG), "16 bits, PNG");
  assert_reads_figures (pictured_tiff (gray, PICTURED_GRAY, 16), "16 bits, TIFF");
  assert_reads_figures (pictured_tiff (gray, PICTURED_RGB, 16), "16 bits a colour, TIFF");
}

Test (image, printer_s_inks_are_read)
{
  g_autoptr (PixOwned) gray = pictured_figures (FIGURES);
  assert_reads_figures (pictured_cmyk_jpeg (gray), "CMYK, JPEG");
  assert_reads_figures (pictured_tiff (gray, PICTURED_CMYK, 8), "CMYK, TIFF");
}

Test (image, a_page_on_its_head_or_side_is_read_upright)
{
  for (int n_quarters = 1; n_quarters < 4; n_quarters++)
    {
      g_autoptr (PixOwned) gray = pictured_figures ("1204 at home with 35 percent");
      g_autofree char *kind = g_strdup_printf ("%d quarters", n_quarters);
      assert_reads_figures (pictured_file (pixRotateOrth (gray, n_quarters), IFF_PNG), kind);
    }
}

/* Lines that run up the page can be read as they are, as those of a turned heading: of the same
 * words just as well. */
Test (image, a_page_whose_lines_run_up_is_turned_though_they_could_be_read)
{
  g_autoptr (PixOwned) gray = pictured_figures ("hello hello hello");
  g_autoptr (GBytes) file = pictured_file (pixRotateOrth (gray, 3), IFF_PNG);
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = read_file (file, &limits, NULL);
  cr_assert_not_null (document);
  const Page *page = document->pages->pdata[0];
  cr_expect_gt (page->width, page->height);
  cr_expect_eq (pictured_count (document, "hello"), 3 * PICTURED_LINES);
}

Test (image, blank_paper_and_a_single_pixel_are_no_report)
{
  static const int sides[] = { 1, 600 }, formats[] = { IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF };
  for (gsize i = 0; i < G_N_ELEMENTS (sides) * G_N_ELEMENTS (formats); i++)
    {
      int side = sides[i % G_N_ELEMENTS (sides)];
      PIX *pix = pixCreate (side, side, 8);
      pixSetAllArbitrary (pix, 255);
      g_autoptr (GBytes) file = pictured_file (pix, formats[i / G_N_ELEMENTS (sides)]);
      assert_refused (file, extract_default_limits (), RECOUNT_ERROR_UNREADABLE, NO_TEXT);
    }
}

Test (image, a_photograph_is_no_report)
{
  g_autoptr (GBytes) file = pictured_file (pictured_photograph (1500, 1000), IFF_JFIF_JPEG);
  assert_refused (file, extract_default_limits (), RECOUNT_ERROR_UNREADABLE, NO_TEXT);
}

/* ---- sizes ---- */

#define TOO_LARGE                                                                                  \
  "the picture is 30000 by 30000 pixels, and the limit is 200000000; --max-pixels=N sets another"

/* Returns (transfer full): a small JPEG that says that it has 30,000 by 30,000 pixels. */
static GBytes *
large_jpeg (void)
{
  static const guint8 frame[] = { 0xFF, 0xC0 }, side[] = { 30000 >> 8, 30000 & 0xFF };
  g_autoptr (GBytes) file = pictured_file (pictured_figures ("1204"), IFF_JFIF_JPEG);
  gsize n = 0;
  guint8 *bytes = g_bytes_unref_to_data (g_steal_pointer (&file), &n);
  guint8 *at = memmem (bytes, n, frame, sizeof frame);
  cr_assert_not_null (at);
  memcpy (at + 5, side, sizeof side); /* behind the mark: its length, the depth, the height */
  memcpy (at + 7, side, sizeof side);
  return g_bytes_new_take (bytes, n);
}

Test (image, too_many_pixels_are_told_before_they_are_unpacked)
{
  g_autoptr (GBytes) png = pictured_file (pixCreate (30000, 30000, 1), IFF_PNG);
  g_autoptr (GBytes) jpeg = large_jpeg ();
  g_autoptr (GBytes) tiff = pictured_file (pixCreate (30000, 30000, 1), IFF_TIFF_G4);
  assert_refused (png, extract_default_limits (), RECOUNT_ERROR_LIMIT, "a: " TOO_LARGE);
  assert_refused (jpeg, extract_default_limits (), RECOUNT_ERROR_LIMIT, "a: " TOO_LARGE);
  assert_refused (tiff, extract_default_limits (), RECOUNT_ERROR_LIMIT, "a:1: " TOO_LARGE);
}

/* Returns (transfer full): a TIFF of two pages, the second of @side by @side white pixels. */
static GBytes *
two_pages (int side)
{
  PIXA *pages = pixaCreate (2);
  l_uint8 *bytes = NULL;
  size_t n = 0;
  PIX *gray = pictured_figures (FIGURES);
  pixaAddPix (pages, pixThresholdToBinary (gray, 128), L_INSERT);
  pixaAddPix (pages, pixCreate (side, side, 1), L_INSERT);
  pixWriteMemTiff (&bytes, &n, pages->pix[0], IFF_TIFF_G4);
  lept_free (bytes);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "recount-pages-XXXXXX", NULL);
  close (g_mkstemp (path));
  pixaWriteMultipageTiff (path, pages);
  char *file = NULL;
  g_file_get_contents (path, &file, &n, NULL);
  g_unlink (path);
  pixDestroy (&gray);
  pixaDestroy (&pages);
  return g_bytes_new_take (file, n);
}

Test (image, each_page_of_a_tiff_is_a_page_and_named)
{
  g_autoptr (GBytes) two = two_pages (400), large = two_pages (30000);
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = read_file (two, &limits, NULL);
  cr_assert_not_null (document);
  cr_expect_eq (document->pages->len, 2);
  cr_expect_eq (pictured_count (document, "1204"), PICTURED_LINES);
  assert_refused (large, limits, RECOUNT_ERROR_LIMIT, "a:2: " TOO_LARGE);
  limits.most[LIMIT_PAGES] = 1;
  assert_refused (two, limits, RECOUNT_ERROR_LIMIT,
                  "a: has 2 pages, and the limit is 1; --max-pages=N sets another");
}

/* ---- damage ---- */

Test (image, a_cut_jpeg_is_said_to_be_cut)
{
  g_autoptr (GBytes) whole = pictured_file (pictured_figures (FIGURES), IFF_JFIF_JPEG);
  g_autoptr (GBytes) file = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) * 9 / 10);
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = read_file (file, &limits, NULL);
  cr_assert_not_null (document);
  cr_expect (document->is_cut);
  cr_expect_gt (pictured_count (document, "1204"), 0);
}

Test (image, a_jpeg_that_is_corrupt_within_is_refused)
{
  gsize n = 0;
  guint8 *bytes
      = g_bytes_unref_to_data (pictured_file (pictured_figures (FIGURES), IFF_JFIF_JPEG), &n);
  memset (bytes + n / 2, 0xAA, 200);
  g_autoptr (GBytes) file = g_bytes_new_take (bytes, n);
  assert_refused (file, extract_default_limits (), RECOUNT_ERROR_UNREADABLE,
                  "a: is a JPEG image that is damaged beyond reading");
}

Test (image, a_jpeg_without_its_head_is_refused)
{
  g_autoptr (GBytes) whole = pictured_file (pictured_figures (FIGURES), IFF_JFIF_JPEG);
  g_autoptr (GBytes) file = g_bytes_new_from_bytes (whole, 0, 100);
  assert_refused (file, extract_default_limits (), RECOUNT_ERROR_UNREADABLE,
                  "a: is a JPEG image that is damaged beyond reading");
}

Test (image, any_bytes_behind_a_mark_are_no_crash)
{
  static const char *const marks[] = { "\x89PNG\r\n\x1A\n", "\xFF\xD8\xFF\xE0", "II*", "MM" };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    for (guint seed = 1; seed < 40; seed++)
      {
        guint8 bytes[64] = { 0 };
        g_strlcpy ((char *) bytes, marks[i], sizeof bytes);
        for (gsize k = 8; k < sizeof bytes; k++)
          bytes[k] = (guint8) (seed * 31 + k * seed * 7);
        ExtractLimits limits = extract_default_limits ();
        if (image_kind (bytes, sizeof bytes) == NULL)
          continue;
        g_autoptr (GError) error = NULL;
        g_autoptr (Document) document = document_new ("a", "");
        cr_expect_not (image_append_pages (document, bytes, sizeof bytes, &limits, &error));
        cr_expect_not_null (error);
      }
}
