/* model/page.c - what is printed on a page, with no opinion.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/page.h"

#include "model/phrase.h"

static void
clear_word (gpointer data)
{
  Word *word = data;
  g_free (word->text);
}

Page *
page_new (int number, double width, double height)
{
  Page *page = g_new0 (Page, 1);
  page->number = number;
  page->width = width;
  page->height = height;
  page->words = g_array_new (FALSE, TRUE, sizeof (Word));
  g_array_set_clear_func (page->words, clear_word);
  page->rules = g_array_new (FALSE, TRUE, sizeof (Rule));
  page->fills = g_array_new (FALSE, TRUE, sizeof (Fill));
  return page;
}

void
page_free (Page *page)
{
  if (page == NULL)
    return;

  g_array_unref (page->words);
  g_array_unref (page->rules);
  g_array_unref (page->fills);
  g_free (page);
}

Word *
page_take_word (Page *page, char *text, Box box, int lane)
{
  Word word = { .text = g_steal_pointer (&text),
                .box = box,
                .lane = lane,
                .size = 1,
                .confidence = 1,
                .origin = ORIGIN_TEXT };
  g_array_append_val (page->words, word);
  return &g_array_index (page->words, Word, page->words->len - 1);
}

GArray *
page_upright_rules (const Page *page)
{
  GArray *uprights = g_array_new (FALSE, FALSE, sizeof (Box));
  for (guint i = 0; i < page->rules->len; i++)
    {
      const Box *box = &g_array_index (page->rules, Rule, i).box;
      if (box->y1 - box->y0 > box->x1 - box->x0)
        g_array_append_val (uprights, *box);
    }
  g_array_sort (uprights, box_compare_lefts);
  return uprights;
}

Document *
document_new (const char *path, const char *sha256)
{
  Document *document = g_new0 (Document, 1);
  document->source.path = phrase_new (path);
  document->source.sha256 = phrase_new (sha256);
  document->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  return document;
}

void
document_take_page (Document *document, Page *page)
{
  document->n_pages++;
  if (document->hand_on != NULL)
    document->hand_on (page, document->data);
  else
    g_ptr_array_add (document->pages, page);
}

void
document_free (Document *document)
{
  if (document == NULL)
    return;

  phrase_free (document->source.path);
  phrase_free (document->source.sha256);
  g_ptr_array_unref (document->pages);
  g_free (document);
}

const char *
document_flaw (const Document *document)
{
  if (document->is_cut)
    return "the input is not whole: it ends before its end";
  if (document->is_damaged)
    return "the input is not whole: the PDF's table of its objects is damaged, and those that were "
           "found in the file were read";
  return NULL;
}
