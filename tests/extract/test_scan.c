/* tests/extract/test_scan.c - pictures of pages to pages, on the pages of reports that are drawn
 * for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/scan.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "extract/extract.h"
#include "tests/extract/drawn.h"

#define REPORT "fixtures/layout-2016.pdf"

/* Returns (transfer full): the report's figures, a page's in one set, by where they stand. */
static GHashTable *
list_figures (const Page *page)
{
  GHashTable *figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      if (g_ascii_isdigit (word->text[0]) && word->rotation == 0)
        g_hash_table_add (figures, g_strdup_printf ("%s at %.0f,%.0f", word->text,
                                                    (word->box.x0 + word->box.x1) / 20,
                                                    (word->box.y0 + word->box.y1) / 20));
    }
  return figures;
}

static Document *
read_report (OcrMode ocr)
{
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (GError) error = NULL;
  limits.ocr = ocr;
  Document *document = extract_document (REPORT, &limits, &error);
  cr_assert_not_null (document, "%s", error != NULL ? error->message : "");
  return document;
}

Test (scan, figures_are_read_off_the_drawn_page_as_they_are_printed)
{
  g_autoptr (Document) printed = read_report (OCR_NEVER), scanned = read_report (OCR_ALWAYS);
  g_autoptr (GHashTable) there = list_figures (printed->pages->pdata[0]);
  g_autoptr (GHashTable) read = list_figures (scanned->pages->pdata[0]);
  guint n = 0, n_same = 0;
  GHashTableIter iter;
  gpointer figure = NULL;
  g_hash_table_iter_init (&iter, there);
  for (; g_hash_table_iter_next (&iter, &figure, NULL); n++)
    n_same += g_hash_table_contains (read, figure);
  cr_assert_gt (n, 400);
  /* a figure whose middle lies at the edge of a square may be counted in the next one */
  cr_expect_gt (n_same, 0.85 * n, "%u of %u", n_same, n);
}

Test (scan, words_say_that_they_were_read_and_how_sure_that_is)
{
  g_autoptr (Document) scanned = read_report (OCR_ALWAYS);
  const Page *page = scanned->pages->pdata[0];
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      cr_expect_eq (word->origin, ORIGIN_OCR);
      cr_expect (word->confidence >= 0 && word->confidence < 1, "%s: %g", word->text,
                 word->confidence);
    }
  cr_expect_gt (page->rules->len, 20);
}

Test (scan, paper_of_any_size_without_print_has_no_words)
{
  static const int sides[] = { 1, 15, 17, 300 };
  g_autoptr (Reader) reader = reader_new (NULL);
  const Hand hand = { reader, NULL };
  g_autoptr (Scanner) scanner = scanner_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (Page) page = page_new (1, sides[i], sides[i]);
      g_autoptr (Plate) plate = plate_new (drawn_paper (sides[i], sides[i]), page, &hand);
      scanner_read (scanner, plate, &hand);
      cr_expect_eq (page->words->len, 0);
    }
}
