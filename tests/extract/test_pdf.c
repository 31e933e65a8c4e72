/* tests/extract/test_pdf.c - a PDF to pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/pdf.h"

#include <string.h>
#include <sys/resource.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/recipe.h"

/* Returns (transfer full): the words of the PDF's pages, a blank between. */
static char *
read_words (Recipe recipe)
{
  g_autoptr (GBytes) bytes = recipe_make (recipe);
  g_autoptr (Document) document = document_new ("a.pdf", "");
  g_autoptr (GError) error = NULL;
  ExtractLimits limits = extract_default_limits ();
  cr_assert (pdf_append_pages (document, &(Input){ bytes, NULL }, &limits, &error), "%s",
             error->message);
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
  g_autoptr (GBytes) bytes = recipe_make (recipe);
  g_autoptr (Document) document = document_new ("a.pdf", "");
  g_autoptr (GError) error = NULL;
  cr_assert_not (pdf_append_pages (document, &(Input){ bytes, NULL }, &limits, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, (int) code), "the code is %d", error->code);
  cr_expect_str_eq (error->message, message);
}

Test (pdf, words_stand_where_they_are_printed)
{
  g_autoptr (GBytes) bytes = recipe_make ((Recipe){ 0 });
  g_autoptr (Document) document = document_new ("a.pdf", "");
  ExtractLimits limits = extract_default_limits ();
  cr_assert (pdf_append_pages (document, &(Input){ bytes, NULL }, &limits, NULL));
  const Page *page = g_ptr_array_index (document->pages, 0);
  const Word *word = &g_array_index (page->words, Word, 0);
  cr_expect_float_eq (word->box.x0, 50, 0.1);
  cr_expect (word->box.y0 < 100 && word->box.y1 > 100, "the baseline is 100 from the top");
  cr_expect_float_eq (word->size, 12, 0.1);
}

Test (pdf, a_page_that_is_turned_is_read_as_it_is_seen)
{
  assert_words ((Recipe){ .resources = RECIPE_FONT ">>/Rotate 90/X<<",
                          .content = "BT /F1 12 Tf 50 700 Td (one) Tj 0 -20 Td (two) Tj ET" },
                "one two");
}

Test (pdf, text_outside_the_clip_is_not_printed)
{
  assert_words (
      (Recipe){ .content = RECIPE_HELLO " 0 0 10 10 re W n BT /F1 12 Tf 50 600 Td (no) Tj ET" },
      "Hello");
}

Test (pdf, text_printed_twice_for_bold_is_printed_once)
{
  assert_words ((Recipe){ .content = RECIPE_HELLO " BT /F1 12 Tf 50.3 700 Td (Hello) Tj ET" },
                "Hello");
}

Test (pdf, a_form_that_contains_itself_ends)
{
  assert_words (
      (Recipe){ .content = "/X Do",
                .resources = "/XObject<</X 6 0 R>>",
                .object
                = "6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<" RECIPE_FONT
                  "/XObject<</X 6 0 R>>>>/Length 48>>\nstream\n" RECIPE_HELLO
                  " /X Do /X Do\nendstream\nendobj\n" },
      "Hello");
}

Test (pdf, a_large_page_is_read) { assert_words ((Recipe){ .box = "0 0 10000 10000" }, "Hello"); }

Test (pdf, a_page_that_says_that_it_has_no_size_has_a_letter_s)
{
  g_autoptr (GBytes) bytes = recipe_make ((Recipe){ .box = "0 0 0 0" });
  g_autoptr (Document) document = document_new ("a.pdf", "");
  ExtractLimits limits = extract_default_limits ();
  cr_assert (pdf_append_pages (document, &(Input){ bytes, NULL }, &limits, NULL));
  const Page *page = g_ptr_array_index (document->pages, 0);
  cr_expect_float_eq (page->width, 612, 0.1);
  cr_expect_float_eq (page->height, 792, 0.1);
  cr_expect_str_eq (g_array_index (page->words, Word, 0).text, "Hello");
}

Test (pdf, a_page_without_height_is_refused_by_its_number)
{
  assert_refused ((Recipe){ .box = "0 0 600 0" }, extract_default_limits (),
                  RECOUNT_ERROR_UNREADABLE, "a.pdf:1: the page has no width or no height");
}

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

/* Returns (transfer full): a page of so many lines of a thousand characters each. */
static GBytes *
make_crowd (int n_lines)
{
  g_autofree char *line = g_strnfill (1000, '7');
  g_autoptr (GString) content = g_string_new ("BT /F1 12 Tf\n");
  for (int i = 0; i < n_lines; i++)
    g_string_append_printf (content, "1 0 0 1 10 %d Tm (%s) Tj\n", 10 + i * 14, line);
  g_string_append (content, "ET");
  return recipe_make ((Recipe){ .box = "0 0 14400 14400", .content = content->str });
}

Test (pdf, a_million_characters_on_a_page_are_refused_soon_and_in_little_memory)
{
  g_autoptr (GBytes) bytes = make_crowd (1000);
  g_autoptr (Document) document = document_new ("a.pdf", "");
  g_autoptr (GError) error = NULL;
  ExtractLimits limits = extract_default_limits ();
  cr_expect_not (pdf_append_pages (document, &(Input){ bytes, NULL }, &limits, &error));
  cr_expect_not_null (strstr (error->message, "characters, and the limit is 500000; --max-glyphs"),
                      "%s", error->message);
#ifndef __SANITIZE_ADDRESS__
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  cr_expect (lt (long, usage.ru_utime.tv_sec, 10));
  cr_expect (lt (long, usage.ru_maxrss, 1L << 20), "in KB");
#endif
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
  assert_refused ((Recipe){ .content = RECIPE_HELLO " /X Do",
                            .resources = RECIPE_FONT "/XObject<</X 6 0 R>>",
                            .object = forms->str },
                  limits, RECOUNT_ERROR_LIMIT,
                  "a.pdf:1: reading takes more seconds of computing, and the limit is 1; "
                  "--max-seconds=N sets another");
}

Test (pdf, a_form_that_draws_itself_is_drawn_once, .timeout = 60)
{
  assert_words ((Recipe){ .content = RECIPE_HELLO " /X Do",
                          .resources = RECIPE_FONT "/XObject<</X 6 0 R>>",
                          .object = "6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 600 800]"
                                    "/Resources<</XObject<</X 6 0 R>>>>/Length 5>>\nstream\n"
                                    "/X Do\nendstream\nendobj\n" },
                "Hello");
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

Test (pdf, pages_without_text_are_no_report)
{
  ExtractLimits never = extract_default_limits ();
  never.ocr = OCR_NEVER;
  assert_refused ((Recipe){ .content = "0 0 100 100 re f" }, extract_default_limits (),
                  RECOUNT_ERROR_UNREADABLE, "a.pdf: prints no text, and shows none on pictures");
  assert_refused ((Recipe){ .content = "0 0 100 100 re f" }, never, RECOUNT_ERROR_UNREADABLE,
                  "a.pdf: prints no text: it is a scan, and --ocr=never reads none");
}

Test (pdf, the_invisible_text_layer_of_a_scan_is_doubtful)
{
  g_autoptr (GBytes) bytes
      = recipe_make ((Recipe){ .content = "BT 3 Tr /F1 12 Tf 50 700 Td (1,204) Tj ET" });
  g_autoptr (Document) document = document_new ("a.pdf", "");
  ExtractLimits limits = extract_default_limits ();
  cr_assert (pdf_append_pages (document, &(Input){ bytes, NULL }, &limits, NULL));
  const Page *page = g_ptr_array_index (document->pages, 0);
  const Word *word = &g_array_index (page->words, Word, 0);
  cr_expect_str_eq (word->text, "1,204");
  cr_expect_eq (word->origin, ORIGIN_OCR);
  cr_expect_lt (word->confidence, 0.6);
}

/* The file, but for what is written over its @where. */
static GBytes *
make_damaged (const char *where, const char *instead)
{
  g_autoptr (GBytes) whole = recipe_make ((Recipe){ 0 });
  g_autofree char *text = g_strndup (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  char *at = g_strrstr (text, where);
  cr_assert_not_null (at);
  for (gsize i = 0; instead[i] != '\0'; i++)
    at[i] = instead[i];
  return g_bytes_new (text, g_bytes_get_size (whole));
}

Test (pdf, damage_to_the_table_of_objects_is_said_and_the_text_is_read)
{
  static const char *const damages[][2] = {
    { "startxref\n", "startxref\n99" },
    { "xref\n0 6", "xrxx\n0 6" },
    { "0000000009", "0000000123" },
    { "xref\n0 6", "xref\n0 x" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GBytes) bytes = make_damaged (damages[i][0], damages[i][1]);
      g_autoptr (Document) document = document_new ("a.pdf", "");
      g_autoptr (GError) error = NULL;
      ExtractLimits limits = extract_default_limits ();
      cr_assert (pdf_append_pages (document, &(Input){ bytes, NULL }, &limits, &error), "%s: %s",
                 damages[i][1], error->message);
      const Page *page = g_ptr_array_index (document->pages, 0);
      cr_expect_str_eq (g_array_index (page->words, Word, 0).text, "Hello");
      cr_expect (document->is_damaged, "%s", damages[i][1]);
      cr_expect_not (document->is_cut);
    }
}

Test (pdf, a_file_without_its_end_is_said_to_be_cut)
{
  g_autoptr (GBytes) whole = recipe_make ((Recipe){ 0 });
  for (gsize n_missing = 0; n_missing < 10; n_missing += 9)
    {
      g_autoptr (GBytes) bytes
          = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - n_missing);
      g_autoptr (Document) document = document_new ("a.pdf", "");
      ExtractLimits limits = extract_default_limits ();
      cr_assert (pdf_append_pages (document, &(Input){ bytes, NULL }, &limits, NULL));
      cr_expect_eq (document->is_cut, n_missing > 0);
      cr_expect_not (document->is_damaged);
    }
}
