/* tests/fuzz/fuzz_text.c - any bytes as a text report: extracted, parsed, checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs in the project's folder, for data/.
 */
#include "tests/fuzz/fuzz.h"

#include "check/check.h"
#include "extract/charset.h"
#include "extract/text.h"
#include "parse/parse.h"

#define NO_SHA256 "0000000000000000000000000000000000000000000000000000000000000000"

static const Knowledge *
load_knowledge (void)
{
  g_autoptr (GError) error = NULL;
  Knowledge *knowledge = knowledge_load ("data", &error);
  g_assert_no_error (error);
  return knowledge;
}

static void
assert_words (const Page *page)
{
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      g_assert_true (word->text[0] != '\0' && g_utf8_validate (word->text, -1, NULL));
      for (const char *at = word->text; *at != '\0'; at = g_utf8_next_char (at))
        g_assert_false (g_unichar_isspace (g_utf8_get_char (at)));
      g_assert_true (word->box.x0 < word->box.x1 && word->box.x1 <= page->width);
      g_assert_true (word->box.y0 < word->box.y1 && word->box.y1 <= page->height);
    }
}

static void
assert_figures (const Report *report)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      g_assert_cmpint (figure->indicator, >=, 0);
      g_assert_cmpint (figure->indicator, <, (int) report->indicators->len);
      g_assert_true (figure->raw[0] != '\0');
      g_assert_cmpint (figure->page, <=, report->n_pages);
    }
}

/* As if the words had been read off an image, every third of them with little confidence. */
static void
read_off_image (const Document *document)
{
  for (guint i = 0; i < document->pages->len; i++)
    {
      const GArray *words = ((const Page *) g_ptr_array_index (document->pages, i))->words;
      for (guint k = 0; k < words->len; k++)
        {
          Word *word = &g_array_index (words, Word, k);
          word->origin = ORIGIN_OCR;
          word->confidence = k % 3 == 0 ? 0.5 : 0.95;
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes)
{
  static const Knowledge *knowledge = NULL;
  static Parser *parser = NULL;
  if (knowledge == NULL)
    knowledge = load_knowledge ();
  if (parser == NULL)
    parser = parser_new (knowledge, NULL);

  gboolean is_cut = FALSE;
  g_autofree char *text = charset_decode ((const char *) bytes, n_bytes, &is_cut);
  if (text == NULL)
    return 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_autoptr (Document) document = document_new ("fuzz.txt", NO_SHA256);
  text_append_pages (document, text);
  for (guint i = 0; i < document->pages->len; i++)
    assert_words (g_ptr_array_index (document->pages, i));

  g_autoptr (Report) report = parser_read (parser, document);
  assert_figures (report);
  check_report (report, knowledge);

  read_off_image (document);
  g_autoptr (Report) reading = parser_read (parser, document);
  assert_figures (reading);
  check_repair_report (reading, knowledge);
  return 0;
}
