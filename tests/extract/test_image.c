/* tests/extract/test_image.c - files that are pictures of pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/image.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <leptonica/allheaders.h>

typedef struct
{
  l_uint8 *bytes; /* owned */
  size_t n_bytes;
} File;

static void
file_clear (File *file)
{
  lept_free (file->bytes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

/* A page of 300 pixels an inch with figures, in leptonica's own letters. */
static PIX *
draw_figures (const char *text)
{
  PIX *pix = pixCreate (1240, 800, 8);
  L_BMF *font = bmfCreate (NULL, 20);
  pixSetAllArbitrary (pix, 255);
  for (int y = 120; y < 700; y += 90)
    pixSetTextline (pix, font, text, 0, 150, y, NULL, NULL);
  bmfDestroy (&font);
  pixSetResolution (pix, 300, 300);
  return pix;
}

static File
file_of (PIX *pix, int format)
{
  File file = { NULL, 0 };
  pixWriteMem (&file.bytes, &file.n_bytes, pix, format);
  pixDestroy (&pix);
  return file;
}

/* Returns (transfer full) (nullable): the file's pages. */
static Document *
read_file (const File *file, const ExtractLimits *limits, GError **error)
{
  g_autoptr (Document) document = document_new ("a", "");
  return image_append_pages (document, file->bytes, file->n_bytes, limits, error)
             ? g_steal_pointer (&document)
             : NULL;
}

static void
assert_refused (const File *file, ExtractLimits limits, int code, const char *message)
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
      g_auto (File) file = file_of (draw_figures ("1204 children 35 percent"), formats[i]);
      ExtractLimits limits = extract_default_limits ();
      cr_expect_not_null (image_kind (file.bytes, file.n_bytes));
      g_autoptr (Document) document = read_file (&file, &limits, NULL);
      cr_assert_not_null (document);
      const Page *page = document->pages->pdata[0];
      cr_expect_float_eq (page->width, 297.6, 0.5);
      cr_expect_eq (page->words->len, 28);
      cr_expect_str_eq (g_array_index (page->words, Word, 0).text, "1204");
    }
}

Test (image, a_page_that_says_no_size_is_as_long_as_a4)
{
  PIX *pix = draw_figures ("1204");
  pixSetResolution (pix, 72, 72);
  g_auto (File) file = file_of (pix, IFF_PNG);
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = read_file (&file, &limits, NULL);
  cr_assert_not_null (document);
  cr_expect_float_eq (((const Page *) document->pages->pdata[0])->width, 841.89, 1);
}

Test (image, blank_paper_is_no_report)
{
  static const int sides[] = { 1, 600 };
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      PIX *pix = pixCreate (sides[i], sides[i], 8);
      pixSetAllArbitrary (pix, 255);
      g_auto (File) file = file_of (pix, IFF_PNG);
      assert_refused (&file, extract_default_limits (), RECOUNT_ERROR_UNREADABLE,
                      "a: shows no text: its pages are blank, or pictures of something else");
    }
}

Test (image, too_many_pixels_are_told_before_they_are_unpacked)
{
  g_auto (File) file = file_of (pixCreate (30000, 30000, 1), IFF_PNG);
  assert_refused (&file, extract_default_limits (), RECOUNT_ERROR_LIMIT,
                  "a: the picture is 30000 by 30000 pixels, and the limit is 200000000; "
                  "--max-pixels=N sets another");
}

Test (image, a_cut_jpeg_is_said_to_be_cut_or_refused)
{
  g_auto (File) file = file_of (draw_figures ("1204"), IFF_JFIF_JPEG);
  ExtractLimits limits = extract_default_limits ();
  file.n_bytes = file.n_bytes * 9 / 10;
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = read_file (&file, &limits, &error);
  if (document != NULL)
    cr_expect (document->is_cut);
  else
    cr_expect_str_eq (error->message, "a: is a JPEG image that is damaged beyond reading");
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
