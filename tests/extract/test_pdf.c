/* tests/extract/test_pdf.c - a PDF to pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/pdf.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define HELLO "BT /F1 12 Tf 50 700 Td (Hello) Tj ET"
#define FONT "/Font<</F1 5 0 R>>"

/* What a PDF of one page is made of; NULL for what most have. */
typedef struct
{
  const char *box, *content, *resources, *object, *trailer, *kids;
} Recipe;

static GBytes *
make_pdf (Recipe recipe)
{
  const char *content = recipe.content != NULL ? recipe.content : HELLO;
  GString *pdf = g_string_new ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
  g_string_append_printf (pdf, "2 0 obj\n<</Type/Pages/%s>>\nendobj\n",
                          recipe.kids != NULL ? recipe.kids : "Kids[3 0 R]/Count 1");
  g_string_append_printf (pdf,
                          "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R"
                          "/Resources<<%s>>>>\nendobj\n",
                          recipe.box != NULL ? recipe.box : "0 0 600 800",
                          recipe.resources != NULL ? recipe.resources : FONT);
  g_string_append_printf (pdf, "4 0 obj\n<</Length %zu>>\nstream\n%s\nendstream\nendobj\n",
                          strlen (content), content);
  g_string_append_printf (pdf,
                          "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n%s"
                          "trailer\n<</Root 1 0 R%s>>\n%%%%EOF\n",
                          recipe.object != NULL ? recipe.object : "",
                          recipe.trailer != NULL ? recipe.trailer : "");
  return g_string_free_to_bytes (pdf);
}

/* Returns (transfer full): the words of the PDF's pages, a blank between. */
static char *
read_words (Recipe recipe)
{
  g_autoptr (GBytes) bytes = make_pdf (recipe);
  g_autoptr (Document) document = document_new ("a.pdf", "");
  g_autoptr (GError) error = NULL;
  ExtractLimits limits = extract_default_limits ();
  cr_assert (pdf_append_pages (document, bytes, &limits, &error), "%s", error->message);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < document->pages->len; i++)
    {
      const Page *page = g_ptr_array_index (document->pages, i);
      for (guint k = 0; k < page->words->len; k++)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "",
                                g_array_index (page->words, Word, k).text);
    }
  return g_string_free (words, FALSE);
}

static void
assert_words (Recipe recipe, const char *expected)
{
  g_autofree char *words = read_words (recipe);
  cr_expect_str_eq (words, expected);
}

static void
assert_refused (Recipe recipe, ExtractLimits limits, RecountError code, const char *message)
{
  g_autoptr (GBytes) bytes = make_pdf (recipe);
  g_autoptr (Document) document = document_new ("a.pdf", "");
  g_autoptr (GError) error = NULL;
  cr_assert_not (pdf_append_pages (document, bytes, &limits, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, (int) code), "the code is %d", error->code);
  cr_expect_str_eq (error->message, message);
}

Test (pdf, words_stand_where_they_are_printed)
{
  g_autoptr (GBytes) bytes = make_pdf ((Recipe){ 0 });
  g_autoptr (Document) document = document_new ("a.pdf", "");
  ExtractLimits limits = extract_default_limits ();
  cr_assert (pdf_append_pages (document, bytes, &limits, NULL));
  const Page *page = g_ptr_array_index (document->pages, 0);
  const Word *word = &g_array_index (page->words, Word, 0);
  cr_expect_float_eq (word->box.x0, 50, 0.1);
  cr_expect (word->box.y0 < 100 && word->box.y1 > 100, "the baseline is 100 from the top");
  cr_expect_float_eq (word->size, 12, 0.1);
}

Test (pdf, a_page_that_is_turned_is_read_as_it_is_seen)
{
  assert_words ((Recipe){ .resources = FONT ">>/Rotate 90/X<<",
                          .content = "BT /F1 12 Tf 50 700 Td (one) Tj 0 -20 Td (two) Tj ET" },
                "one two");
}

Test (pdf, text_outside_the_clip_is_not_printed)
{
  assert_words ((Recipe){ .content = HELLO " 0 0 10 10 re W n BT /F1 12 Tf 50 600 Td (no) Tj ET" },
                "Hello");
}

Test (pdf, text_printed_twice_for_bold_is_printed_once)
{
  assert_words ((Recipe){ .content = HELLO " BT /F1 12 Tf 50.3 700 Td (Hello) Tj ET" }, "Hello");
}

Test (pdf, a_form_that_contains_itself_ends)
{
  assert_words (
      (Recipe){ .content = "/X Do",
                .resources = "/XObject<</X 6 0 R>>",
                .object = "6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<" FONT
                          "/XObject<</X 6 0 R>>>>/Length 48>>\nstream\n" HELLO
                          " /X Do /X Do\nendstream\nendobj\n" },
      "Hello");
}

Test (pdf, a_large_page_is_read) { assert_words ((Recipe){ .box = "0 0 10000 10000" }, "Hello"); }

Test (pdf, a_page_beyond_the_limit_is_refused_by_its_number)
{
  assert_refused ((Recipe){ .box = "0 0 20000 20000" }, extract_default_limits (),
                  RECOUNT_ERROR_LIMIT,
                  "a.pdf:1: the page is 20000 by 20000 points, and the limit is 14400; "
                  "--max-points=N sets another");
}

Test (pdf, more_characters_than_the_limit_are_refused)
{
  ExtractLimits limits = extract_default_limits ();
  limits.most[LIMIT_GLYPHS] = 3;
  assert_refused (
      (Recipe){ 0 }, limits, RECOUNT_ERROR_LIMIT,
      "a.pdf:1: the page has 5 characters, and the limit is 3; --max-glyphs=N sets another");
}

Test (pdf, more_pages_than_the_limit_are_refused)
{
  ExtractLimits limits = extract_default_limits ();
  limits.most[LIMIT_PAGES] = 1;
  assert_refused ((Recipe){ .kids = "Kids[3 0 R 3 0 R]/Count 2" }, limits, RECOUNT_ERROR_LIMIT,
                  "a.pdf: has 2 pages, and the limit is 1; --max-pages=N sets another");
}

Test (pdf, no_time_reads_no_page)
{
  ExtractLimits limits = extract_default_limits ();
  limits.most[LIMIT_SECONDS] = 0;
  assert_refused ((Recipe){ 0 }, limits, RECOUNT_ERROR_LIMIT,
                  "a.pdf: reading takes more seconds of computing, and the limit is 0; "
                  "--max-seconds=N sets another");
}

/* Each form is drawn twice by the one before it: in all more than any machine can draw. */
Test (pdf, forms_that_multiply_without_end_are_given_up_in_time, .timeout = 60)
{
  g_autoptr (GString) forms = g_string_new (NULL);
  for (int i = 6; i < 56; i++)
    g_string_append_printf (forms,
                            "%d 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 600 800]"
                            "/Resources<</XObject<</X %d 0 R>>>>/Length 11>>\nstream\n"
                            "/X Do /X Do\nendstream\nendobj\n",
                            i, i + 1);
  ExtractLimits limits = extract_default_limits ();
  limits.most[LIMIT_SECONDS] = 1;
  assert_refused ((Recipe){ .content = HELLO " /X Do",
                            .resources = FONT "/XObject<</X 6 0 R>>",
                            .object = forms->str },
                  limits, RECOUNT_ERROR_LIMIT,
                  "a.pdf:1: reading takes more seconds of computing, and the limit is 1; "
                  "--max-seconds=N sets another");
}

Test (pdf, a_password_is_named)
{
  assert_refused (
      (Recipe){ .trailer
                = "/ID[<00112233445566778899AABBCCDDEEFF>"
                  "<00112233445566778899AABBCCDDEEFF>]/Encrypt<</Filter/Standard/V 1/R 2"
                  "/P -4/O<4141414141414141414141414141414141414141414141414141414141414141>"
                  "/U<4242424242424242424242424242424242424242424242424242424242424242>>>" },
      extract_default_limits (), RECOUNT_ERROR_UNREADABLE, "a.pdf: is locked with a password");
}

Test (pdf, no_pages_are_no_report)
{
  assert_refused ((Recipe){ .kids = "Kids[]/Count 0" }, extract_default_limits (),
                  RECOUNT_ERROR_UNREADABLE, "a.pdf: is a PDF without pages");
}

Test (pdf, a_scan_is_called_so_with_what_to_do)
{
  assert_refused ((Recipe){ .content = "0 0 100 100 re f" }, extract_default_limits (),
                  RECOUNT_ERROR_UNREADABLE,
                  "a.pdf: prints no text: it is a scan, and needs a text layer first (ocrmypdf "
                  "makes one)");
}

Test (pdf, the_invisible_text_layer_of_a_scan_is_doubtful)
{
  g_autoptr (GBytes) bytes
      = make_pdf ((Recipe){ .content = "BT 3 Tr /F1 12 Tf 50 700 Td (1,204) Tj ET" });
  g_autoptr (Document) document = document_new ("a.pdf", "");
  ExtractLimits limits = extract_default_limits ();
  cr_assert (pdf_append_pages (document, bytes, &limits, NULL));
  const Page *page = g_ptr_array_index (document->pages, 0);
  const Word *word = &g_array_index (page->words, Word, 0);
  cr_expect_str_eq (word->text, "1,204");
  cr_expect_eq (word->origin, ORIGIN_OCR);
  cr_expect_lt (word->confidence, 0.6);
}

Test (pdf, a_file_without_its_end_is_said_to_be_cut)
{
  g_autoptr (GBytes) whole = make_pdf ((Recipe){ 0 });
  for (gsize n_missing = 0; n_missing < 10; n_missing += 9)
    {
      g_autoptr (GBytes) bytes
          = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - n_missing);
      g_autoptr (Document) document = document_new ("a.pdf", "");
      ExtractLimits limits = extract_default_limits ();
      cr_assert (pdf_append_pages (document, bytes, &limits, NULL));
      cr_expect_eq (document->is_cut, n_missing > 0);
    }
}
