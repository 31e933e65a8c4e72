/* tests/model/test_stream_document.c - a document and its pages as lines of a stream.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "model/stream.h"

static char *
write_document (const Document *document)
{
  char *text = NULL;
  gsize length = 0;
  FILE *out = open_memstream (&text, &length);
  cr_assert (stream_write_document (out, document, NULL, NULL));
  fclose (out);
  return text;
}

static Document *
read_document (const char *text, GError **error)
{
  FILE *in = fmemopen ((char *) text, strlen (text), "r");
  StreamReader *reader = stream_reader_new (in, "input");
  g_auto (StreamItem) item = { 0 };
  stream_reader_next (reader, &item, error);
  stream_reader_free (reader);
  fclose (in);
  return g_steal_pointer (&item.document);
}

static Document *
make_document (void)
{
  Document *document = document_new ("reports/März \"2017\".pdf", "00ff");
  Page *page = page_new (1, 595.276, 841.89);
  page_take_word (page, g_strdup ("Actual"), (Box){ 7, 3, 13, 4 }, 2);
  Word *word = page_take_word (page, g_strdup ("▲\\\"½"), (Box){ -0.1, 1.0 / 3, 2e-7, 700 }, -1);
  word->rotation = 270;
  word->size = 7.2;
  word->is_bold = TRUE;
  word->confidence = 0.97;
  word->origin = ORIGIN_OCR;
  const Rule rule = { { 36, 70.5, 559, 70.5 } };
  const Fill fill = { { 36, 70, 559, 90 }, 0x00ff7f };
  g_array_append_val (page->rules, rule);
  g_array_append_val (page->fills, fill);
  document_take_page (document, page);
  document_take_page (document, page_new (2, 842, 595));
  return document;
}

static void
assert_same_word (const Word *actual, const Word *expected)
{
  cr_expect_str_eq (actual->text, expected->text);
  cr_expect_eq (memcmp (&actual->box, &expected->box, sizeof (Box)), 0);
  cr_expect (eq (int, actual->lane, expected->lane));
  cr_expect (eq (int, actual->rotation, expected->rotation));
  cr_expect_eq (actual->size, expected->size);
  cr_expect (eq (int, actual->is_bold, expected->is_bold));
  cr_expect_eq (actual->confidence, expected->confidence);
  cr_expect (eq (int, actual->origin, expected->origin));
}

Test (stream_document, pages_may_come_from_a_file_of_their_own)
{
  g_autoptr (Document) document = make_document ();
  g_autofree char *expected = write_document (document);
  FILE *pages = tmpfile ();
  for (guint i = 0; i < document->pages->len; i++)
    cr_assert (stream_write_page (pages, g_ptr_array_index (document->pages, i), NULL));
  g_ptr_array_set_size (document->pages, 0);

  char *text = NULL;
  gsize length = 0;
  FILE *out = open_memstream (&text, &length);
  cr_assert (stream_write_document (out, document, pages, NULL));
  fclose (out);
  fclose (pages);
  cr_expect_str_eq (text, expected);
  free (text);
}

Test (stream_document, the_lines_are_as_documented)
{
  g_autoptr (Document) document = make_document ();
  g_autofree char *text = write_document (document);

  cr_expect_str_eq (
      text,
      "{\"type\":\"document\",\"path\":\"reports/März \\\"2017\\\".pdf\",\"sha256\":\"00ff\"}\n"
      "{\"type\":\"page\",\"number\":1,\"width\":595.276,\"height\":841.89,\"words\":["
      "[\"Actual\",7,3,13,4,2,0,1,false,1,\"text\"],"
      "[\"▲\\\\\\\"½\",-0.1,0.3333333333333333,2e-07,700,-1,270,7.2,true,0.97,\"ocr\"]],"
      "\"rules\":[[36,70.5,559,70.5]],\"fills\":[[36,70,559,90,\"#00ff7f\"]]}\n"
      "{\"type\":\"page\",\"number\":2,\"width\":842,\"height\":595}\n"
      "{\"type\":\"end\"}\n");
}

Test (stream_document, what_comes_back_is_what_went_in)
{
  g_autoptr (Document) document = make_document ();
  document->is_cut = TRUE;
  document->is_damaged = TRUE;
  g_autofree char *text = write_document (document);
  g_autoptr (Document) again = read_document (text, NULL);
  cr_assert_not_null (again);

  cr_expect_str_eq (again->source.path, document->source.path);
  cr_expect_str_eq (again->source.sha256, document->source.sha256);
  cr_expect (again->is_cut);
  cr_expect (again->is_damaged);
  const Page *page = g_ptr_array_index (document->pages, 0);
  const Page *page_again = g_ptr_array_index (again->pages, 0);
  for (guint i = 0; i < page->words->len; i++)
    assert_same_word (&g_array_index (page_again->words, Word, i),
                      &g_array_index (page->words, Word, i));
  g_autofree char *text_again = write_document (again);
  cr_expect_str_eq (text_again, text);
}

Test (stream_document, a_document_may_have_no_pages)
{
  g_autoptr (Document) document = document_new ("a.txt", "00");
  g_autofree char *text = write_document (document);
  g_autoptr (Document) again = read_document (text, NULL);

  cr_assert_not_null (again);
  cr_expect (eq (uint, again->pages->len, 0));
}

typedef struct
{
  char member[10];
  char element[56];
} WrongCase;

ParameterizedTestParameters (stream_document, an_element_that_is_none_is_named_by_its_number)
{
  static WrongCase cases[] = {
    { "words", "5" },
    { "words", "{}" },
    { "words", "null" },
    { "words", "[]" },
    { "words", "[\"a\",0,0,1,1,0,0,7,true,1]" },
    { "words", "[\"a\",0,0,1,1,0,0,7,true,1,\"ocr\",1]" },
    { "words", "[\"\",0,0,1,1,0,0,7,true,1,\"ocr\"]" },
    { "words", "[5,0,0,1,1,0,0,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",\"0\",0,1,1,0,0,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",2,0,1,1,0,0,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1e999,0,0,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,-2,0,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,16777217,0,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,0.5,0,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,4294967296,0,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,0,45,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,0,360,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,0,-90,7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,0,0,-7,true,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,0,0,7,1,1,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,0,0,7,true,1.5,\"ocr\"]" },
    { "words", "[\"a\",0,0,1,1,0,0,7,true,1,\"scan\"]" },
    { "words", "[\"a\",0,0,1,1,0,0,7,true,1,null]" },
    { "rules", "[0,0,1]" },
    { "rules", "[0,0,1,null]" },
    { "rules", "[1,0,0,0]" },
    { "fills", "[0,0,1,1]" },
    { "fills", "[0,0,1,1,65280]" },
    { "fills", "[0,0,1,1,\"red\"]" },
    { "fills", "[0,0,1,1,\"#00ff7\"]" },
    { "fills", "[0,0,1,1,\"#00ff7f0\"]" },
    { "fills", "[0,0,1,1,\"\"]" },
  };
  return cr_make_param_array (WrongCase, cases, G_N_ELEMENTS (cases));
}

static char *
document_with (const char *member, const char *value)
{
  return g_strdup_printf ("{\"type\":\"document\",\"path\":\"a\",\"sha256\":\"\"}\n"
                          "{\"type\":\"page\",\"number\":1,\"width\":1,\"height\":1,\"%s\":%s}\n"
                          "{\"type\":\"end\"}\n",
                          member, value);
}

ParameterizedTest (WrongCase *wrong, stream_document,
                   an_element_that_is_none_is_named_by_its_number)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  g_autoptr (GError) error = NULL;
  g_autofree char *list = g_strdup_printf ("[%s]", wrong->element);
  g_autofree char *text = document_with (wrong->member, list);
  g_autofree char *message
      = g_strdup_printf ("input: line 2, member '%s': element 1 is none", wrong->member);

  cr_assert_null (read_document (text, &error), "%s", text);
  cr_expect_str_eq (error->message, message);
}

Test (stream_document, a_list_that_is_none_is_an_error)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = document_with ("words", "\"a\"");

  cr_assert_null (read_document (text, &error));
  cr_expect_str_eq (error->message, "input: line 2, member 'words': a list must stand here");
}

Test (stream_document, a_page_of_many_words_comes_back)
{
  g_autoptr (Document) document = document_new ("a.txt", "00");
  Page *page = page_new (1, 100, 100);
  document_take_page (document, page);
  for (int i = 0; i < 30000; i++)
    page_take_word (page, g_strdup ("performance"), (Box){ 0, i / 7.0, 1, i }, i);

  g_autofree char *text = write_document (document);
  g_autoptr (Document) again = read_document (text, NULL);
  const Page *page_again = g_ptr_array_index (again->pages, 0);
  cr_assert (eq (uint, page_again->words->len, 30000));
  assert_same_word (&g_array_index (page_again->words, Word, 29999),
                    &g_array_index (page->words, Word, 29999));
}
