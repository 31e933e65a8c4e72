/* tests/extract/test_pdf_file.c - a PDF that poppler has open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/pdf_file.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/recipe.h"

#define MOST_PAGES 100000 /* until a PDF is opened anew; some hundreds cost as much as that */

static GBytes *
make (void)
{
  return recipe_make ((Recipe){ .content = "BT /F1 12 Tf 1 0 0 1 20 40 Tm (1,204) Tj ET" });
}

static char *
text_of (PdfFile *file)
{
  g_autoptr (PopplerPage) page = pdf_file_page (file, 1);
  cr_assert_not_null (page);
  return poppler_page_get_text (page);
}

Test (pdf_file, opened_anew_says_the_same, .timeout = 60)
{
  g_autoptr (GBytes) bytes = make ();
  Deadline deadline = deadline_in (600);
  g_autoptr (PdfFile) file = pdf_file_open (&(Input){ bytes, NULL }, 3, &deadline, NULL);
  cr_assert_not_null (file);
  const gint64 first = file->opened;
  for (guint i = 0; i < MOST_PAGES && file->opened == first; i++)
    {
      g_autofree char *text = text_of (file);
      cr_assert_not_null (strstr (text, "1,204"), "%s", text);
    }
  cr_expect (ne (i64, file->opened, first));
  cr_expect (eq (uint, file->n_taken, 1));
}

Test (pdf_file, stays_open_for_few_pages)
{
  g_autoptr (GBytes) bytes = make ();
  Deadline deadline = deadline_in (600);
  g_autoptr (PdfFile) file = pdf_file_open (&(Input){ bytes, NULL }, 1000, &deadline, NULL);
  const gint64 first = file->opened;
  for (guint i = 0; i < 1000; i++)
    g_free (text_of (file));
  cr_expect (eq (i64, file->opened, first));
}

Test (pdf_file, has_no_page_but_its_own)
{
  g_autoptr (GBytes) bytes = make ();
  Deadline deadline = deadline_in (600);
  g_autoptr (PdfFile) file = pdf_file_open (&(Input){ bytes, NULL }, 40, &deadline, NULL);
  cr_expect (eq (int, file->n_pages, 1));
  cr_expect_null (pdf_file_page (file, 0));
  cr_expect_null (pdf_file_page (file, 2));
}

Test (pdf_file, is_none_if_it_is_damaged)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7\nnothing", 16);
  g_autoptr (GError) error = NULL;
  Deadline deadline = deadline_in (600);
  cr_expect_null (pdf_file_open (&(Input){ bytes, NULL }, 40, &deadline, &error));
  cr_expect_not_null (error);
}
