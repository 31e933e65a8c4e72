/* tests/extract/test_pages.c - a document's pages, some of which are read off their pictures, by
 * one thread or several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/pages.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/pictured.h"

#define N_PAGES 7

/* Pages that are made as they are fetched. */
typedef struct
{
  int bad; /* the page that cannot be fetched; 0 for none */
  gboolean has_pictures;
  int last;
} Maker;

/* The fetch of a PageSource: of every third page there is no picture. */
static gboolean
make_page (gpointer data, int number, Page **page, Picture **picture, GError **error)
{
  Maker *maker = data;
  Where where = WHERE_FILE ("a");
  cr_assert_eq (number, maker->last + 1);
  maker->last = number;
  where.page = number;
  if (number == maker->bad)
    return recount_fail (error, RECOUNT_ERROR_LIMIT, &where, "is bad");
  *page = page_new (number, 300, 200);
  g_autofree char *text = g_strdup_printf ("%d of 1204 children", 35 * number);
  if (maker->has_pictures && number % 3 != 0)
    *picture = picture_new (pictured_figures (text), 300);
  return TRUE;
}

/* Returns (transfer full): the pages that @maker makes, by so many threads. */
static Document *
read_pages (Maker maker, gint n_threads, gboolean *has_words, GError **error)
{
  ExtractLimits limits = extract_default_limits ();
  const PageSource source = { N_PAGES, &maker, make_page };
  Document *document = document_new ("a", "");
  limits.n_threads = &n_threads;
  gboolean is_whole = pages_append (document, &source, &limits, has_words, error);
  cr_expect_eq (is_whole, maker.bad == 0);
  return document;
}

static void
assert_same (const Page *a, const Page *b)
{
  cr_expect_eq (a->number, b->number);
  cr_assert_eq (a->words->len, b->words->len, "page %d", a->number);
  for (guint i = 0; i < a->words->len; i++)
    {
      const Word *x = &g_array_index (a->words, Word, i), *y = &g_array_index (b->words, Word, i);
      cr_expect_str_eq (x->text, y->text);
      cr_expect_eq (x->confidence, y->confidence);
      cr_expect_eq (x->box.x0, y->box.x0);
    }
}

Test (pages, come_out_the_same_and_in_their_order_by_any_number_of_threads)
{
  gboolean has_words = FALSE;
  g_autoptr (Document) one = read_pages ((Maker){ .has_pictures = TRUE }, 1, &has_words, NULL);
  cr_assert_eq (one->pages->len, N_PAGES);
  cr_expect (has_words);
  cr_expect_gt (pictured_count (one, "1204"), PICTURED_LINES * 4);
  for (gint n_threads = 2; n_threads <= 4; n_threads++)
    {
      g_autoptr (Document) several
          = read_pages ((Maker){ .has_pictures = TRUE }, n_threads, &has_words, NULL);
      cr_assert_eq (several->pages->len, N_PAGES);
      for (guint i = 0; i < N_PAGES; i++)
        assert_same (one->pages->pdata[i], several->pages->pdata[i]);
    }
}

Test (pages, that_cannot_be_fetched_end_a_document_behind_those_before_them)
{
  for (gint n_threads = 1; n_threads <= 3; n_threads++)
    {
      gboolean has_words = FALSE;
      g_autoptr (GError) error = NULL;
      g_autoptr (Document) document
          = read_pages ((Maker){ .has_pictures = TRUE, .bad = 5 }, n_threads, &has_words, &error);
      cr_expect_eq (document->pages->len, 4, "%d threads", n_threads);
      cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_LIMIT));
      cr_expect_str_eq (error->message, "a:5: is bad");
    }
}

Test (pages, without_pictures_need_no_model)
{
  gboolean has_words = TRUE;
  g_setenv ("TESSDATA_PREFIX", "/nowhere", TRUE);
  g_autoptr (Document) document = read_pages ((Maker){ 0 }, 2, &has_words, NULL);
  cr_expect_eq (document->pages->len, N_PAGES);
  cr_expect_not (has_words);
}

Test (pages, with_pictures_say_that_there_is_no_model)
{
  ExtractLimits limits = extract_default_limits ();
  Maker maker = { .has_pictures = TRUE };
  const PageSource source = { N_PAGES, &maker, make_page };
  gboolean has_words = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = document_new ("a", "");
  g_setenv ("TESSDATA_PREFIX", "/nowhere", TRUE);
  cr_expect_not (pages_append (document, &source, &limits, &has_words, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_UNREADABLE));
}
