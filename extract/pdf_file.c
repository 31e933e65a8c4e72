/* extract/pdf_file.c - a PDF that poppler has open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/pdf_file.h"

#include <cairo.h>

#define MIN_TIMES 20    /* what pages cost beside the opening, lest that be done for nothing */
#define CAIRO_KEEPS 256 /* fonts at one size that nobody uses any more, the last ones */

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
pdf_file_open (const Input *input, guint pages_at_once, Deadline *deadline, GError **error)
{
  g_autoptr (PdfFile) file = g_new0 (PdfFile, 1);
  file->input = input;
  file->pages_at_once = pages_at_once;
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

/* Has cairo forget the fonts that were drawn with, and what belongs to them: empty ones take the
 * room that it has for those that nobody uses. */
static void
forget_fonts (void)
{
  cairo_font_face_t *empty = cairo_user_font_face_create ();
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t upright;
  cairo_matrix_init_identity (&upright);
  for (int i = 1; i <= CAIRO_KEEPS; i++)
    {
      cairo_matrix_t size;
      cairo_matrix_init_scale (&size, i, i);
      cairo_scaled_font_destroy (cairo_scaled_font_create (empty, &size, &upright, options));
    }
  cairo_font_options_destroy (options);
  cairo_font_face_destroy (empty);
}

static gboolean
is_worth_opening (const PdfFile *file)
{
  return file->n_taken >= file->pages_at_once
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
      forget_fonts ();
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
