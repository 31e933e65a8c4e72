/* extract/pdf_file.c - a PDF that poppler has open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/pdf_file.h"

#define PAGES_AT_ONCE 40 /* that are taken at least before the PDF is opened anew */
#define MIN_TIMES 20     /* what they cost beside the opening, lest that be done for nothing */

static gboolean
open_document (PdfFile *file, GError **error)
{
  g_autoptr (GInputStream) stream = deadline_stream (file->input, file->deadline);
  file->n_taken = 0;
  file->opened = deadline_clock ();
  file->pdf = poppler_document_new_from_stream (
      stream, (goffset) g_bytes_get_size (file->input->bytes), NULL, NULL, error);
  file->opening = deadline_clock () - file->opened;
  return file->pdf != NULL;
}

PdfFile *
pdf_file_open (const Input *input, Deadline *deadline, GError **error)
{
  g_autoptr (PdfFile) file = g_new0 (PdfFile, 1);
  file->input = input;
  file->deadline = deadline;
  if (!open_document (file, error))
    return NULL;
  file->n_pages = poppler_document_get_n_pages (file->pdf);
  return g_steal_pointer (&file);
}

void
pdf_file_free (PdfFile *file)
{
  if (file == NULL)
    return;

  g_clear_object (&file->pdf);
  g_free (file);
}

static gboolean
is_worth_opening (const PdfFile *file)
{
  return file->n_taken >= PAGES_AT_ONCE
         && deadline_clock () - file->opened >= MIN_TIMES * file->opening;
}

PopplerPage *
pdf_file_page (PdfFile *file, int number)
{
  if (number < 1 || number > file->n_pages)
    return NULL;
  if (is_worth_opening (file))
    {
      g_clear_object (&file->pdf);
      open_document (file, NULL);
    }
  if (file->pdf == NULL)
    return NULL;
  gint64 start = deadline_clock ();
  PopplerPage *page = poppler_document_get_page (file->pdf, number - 1);
  if (file->n_taken++ == 0) /* the pages before it are counted */
    file->opening += deadline_clock () - start;
  return page;
}
