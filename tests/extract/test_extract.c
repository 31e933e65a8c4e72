/* tests/extract/test_extract.c - opens an input and hands it to what reads its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/extract.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

/* A folder of its own for each test. */
typedef struct
{
  char *folder, *path; /* owned; the input's, which need not be there */
} Tray;

static Tray *
tray_new (const char *name)
{
  g_autoptr (GError) error = NULL;
  Tray *tray = g_new0 (Tray, 1);
  tray->folder = g_dir_make_tmp ("recount-XXXXXX", &error);
  cr_assert_not_null (tray->folder);
  tray->path = g_build_filename (tray->folder, name, NULL);
  return tray;
}

static void
tray_free (Tray *tray)
{
  g_remove (tray->path);
  g_rmdir (tray->folder);
  g_free (tray->path);
  g_free (tray->folder);
  g_free (tray);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tray, tray_free)

static Tray *
tray_with (const char *name, const char *bytes, gsize n_bytes)
{
  Tray *tray = tray_new (name);
  cr_assert (g_file_set_contents (tray->path, bytes, (gssize) n_bytes, NULL));
  return tray;
}

static void
assert_refused (const char *path, ExtractLimits limits, RecountError code, const char *fact)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = extract_document (path, &limits, &error);
  g_autofree char *message = g_strdup_printf ("%s: %s", path, fact);
  cr_assert_null (document, "%s is taken", path);
  cr_expect (g_error_matches (error, RECOUNT_ERROR, (int) code), "the code is %d", error->code);
  cr_expect_str_eq (error->message, message);
}

typedef struct
{
  char name[16];
  char bytes[24];
  gsize n_bytes;
  char fact[80];
} KindCase;

#define BYTES(bytes) bytes, sizeof (bytes) - 1

static KindCase kinds[] = {
  { "empty.txt", BYTES (""), "is empty" },
  { "a.pdf", BYTES ("%PDF-1.7\n"),
    "is a PDF that is damaged beyond reading: it ends before its end" },
  { "a.png", BYTES ("\x89PNG\r\n\x1A\n"), "is a PNG image that is damaged beyond reading" },
  { "a.jpg", BYTES ("\xFF\xD8\xFF\xE0"), "is a JPEG image that is damaged beyond reading" },
  { "a.tif", BYTES ("II*\0\x08\0"), "is a TIFF image that is damaged beyond reading" },
  { "b.tif", BYTES ("MM\0*\0\0"), "is a TIFF image that is damaged beyond reading" },
  { "a.xlsx", BYTES ("PK\x03\x04\x14\0"),
    "is a ZIP archive or an Office document, and only PDFs, images and text are read" },
  { "scan.txt", BYTES ("\n%PDF-1.4\n"),
    "is a PDF that is damaged beyond reading: it ends before its end" },
  { "a.bin", BYTES ("Ref\0\x01\x02\x03"), "is binary data, not text" },
};

ParameterizedTestParameters (extract, names_the_kind_that_it_cannot_read)
{
  return cr_make_param_array (KindCase, kinds, G_N_ELEMENTS (kinds));
}

ParameterizedTest (KindCase *kind, extract, names_the_kind_that_it_cannot_read)
{
  g_autoptr (Tray) tray = tray_with (kind->name, kind->bytes, kind->n_bytes);
  assert_refused (tray->path, extract_default_limits (), RECOUNT_ERROR_UNREADABLE, kind->fact);
}

Test (extract, a_missing_file_is_an_error)
{
  g_autoptr (Tray) tray = tray_new ("missing.txt");
  assert_refused (tray->path, extract_default_limits (), RECOUNT_ERROR_UNREADABLE,
                  "No such file or directory");
}

Test (extract, a_folder_is_no_report)
{
  g_autoptr (Tray) tray = tray_new ("missing.txt");
  assert_refused (tray->folder, extract_default_limits (), RECOUNT_ERROR_UNREADABLE,
                  "is a folder, not a report");
}

Test (extract, a_pipe_is_refused_and_not_waited_for, .timeout = 10)
{
  g_autoptr (Tray) tray = tray_new ("pipe");
  cr_assert (zero (int, mkfifo (tray->path, 0600)));
  assert_refused (tray->path, extract_default_limits (), RECOUNT_ERROR_UNREADABLE,
                  "is no regular file");
}

Test (extract, a_file_beyond_the_limit_is_refused)
{
  g_autoptr (Tray) tray = tray_with ("long.txt", "12345", 5);
  ExtractLimits limits = { .most = { [LIMIT_BYTES] = 4, [LIMIT_LINE_BYTES] = 100 } };
  assert_refused (tray->path, limits, RECOUNT_ERROR_LIMIT,
                  "has 5 bytes, and the limit is 4; --max-bytes=N sets another");
}

Test (extract, a_line_beyond_the_limit_is_refused_and_named)
{
  g_autoptr (Tray) tray = tray_with ("wide.txt", "123\n12\n12345\n", 13);
  ExtractLimits limits = { .most = { [LIMIT_BYTES] = 100, [LIMIT_LINE_BYTES] = 4 } };
  assert_refused (tray->path, limits, RECOUNT_ERROR_LIMIT,
                  "line 3 has 5 bytes, and the limit is 4; --max-line-bytes=N sets another");
}

Test (extract, an_input_at_its_limits_is_read)
{
  g_autoptr (Tray) tray = tray_with ("whole.txt", "1234\n56", 7);
  ExtractLimits limits = { .most = { [LIMIT_BYTES] = 7, [LIMIT_LINE_BYTES] = 4 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = extract_document (tray->path, &limits, &error);
  cr_assert_not_null (document, "%s", error != NULL ? error->message : "");
  cr_expect_null (error);
  const Page *page = g_ptr_array_index (document->pages, 0);
  cr_expect_str_eq (g_array_index (page->words, Word, 1).text, "56");
}

Test (extract, a_document_knows_its_source)
{
  g_autoptr (Tray) tray = tray_with ("abc.txt", "abc", 3);
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = extract_document (tray->path, &limits, NULL);
  cr_expect_str_eq (document->source.path, tray->path);
  cr_expect_str_eq (document->source.sha256,
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  cr_expect (zero (int, document->is_cut));
}

Test (extract, a_document_that_ends_within_a_character_says_so)
{
  g_autoptr (Tray) tray = tray_with ("cut.txt", "109 \xE2\x86", 6);
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = extract_document (tray->path, &limits, NULL);
  cr_assert_not_null (document);
  cr_expect (document->is_cut);
}

Test (extract, a_text_in_utf_16_comes_out_as_pages)
{
  static const char bytes[] = "\xFF\xFE"
                              "M\0001\0\t\0\xA3\0005\0\f\0N\0";
  g_autoptr (Tray) tray = tray_with ("utf16.txt", bytes, sizeof bytes - 1);
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = extract_document (tray->path, &limits, NULL);
  cr_assert_not_null (document);
  cr_expect (eq (uint, document->pages->len, 2));
  const Page *page = g_ptr_array_index (document->pages, 0);
  cr_expect_str_eq (g_array_index (page->words, Word, 1).text, "£5");
}

static void
take_words (Page *page, gpointer data)
{
  for (guint i = 0; i < page->words->len; i++)
    g_string_append_printf (data, "%d:%s ", page->number,
                            g_array_index (page->words, Word, i).text);
  page_free (page);
}

Test (extract, pages_can_be_taken_as_they_are_read)
{
  g_autoptr (Tray) tray = tray_with ("pages.txt", "one\ftwo 2", 9);
  g_autoptr (GString) words = g_string_new (NULL);
  ExtractLimits limits = extract_default_limits ();
  g_autoptr (Document) document = extract_pages (tray->path, &limits, take_words, words, NULL);
  cr_assert_not_null (document);
  cr_expect_str_eq (words->str, "1:one 2:two 2:2 ");
  cr_expect (eq (int, document->n_pages, 2));
  cr_expect (zero (uint, document->pages->len));
}
