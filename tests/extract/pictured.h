/* tests/extract/pictured.h - files that are pictures of pages, and PDFs of one, made by tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/picture.h"

#include "model/page.h"

G_BEGIN_DECLS

/* Lines that pictured_figures() has. */
#define PICTURED_LINES 7

/* Returns (transfer full): a page of 300 pixels an inch, 8 bits, with @text on each line, in
 * leptonica's own letters. */
PIX *pictured_figures (const char *text);

/* Returns (transfer full): a line of these letters, of the size that is read best. */
PIX *pictured_line (const char *text);

/* Returns (transfer full): a smooth picture without letters, as a camera takes it. */
PIX *pictured_photograph (int width, int height);

/* Returns (transfer full): the file of @pix, which it takes over, in a format of leptonica's. */
GBytes *pictured_file (PIX *pix, int format);

/* Returns (transfer full): the same of @gray in printer's inks: a JPEG, its inks turned round as
 * Adobe writes them. */
GBytes *pictured_cmyk_jpeg (PIX *gray);

/* What each pixel of a picture is told by. */
typedef enum
{
  PICTURED_GRAY,
  PICTURED_RGB,
  PICTURED_CMYK,
} PicturedInks;

/* Returns (transfer full): @gray as that, in 8 or 16 bits each, the high byte first. */
GByteArray *pictured_samples (PIX *gray, PicturedInks inks, guint n_bits);

/* Returns (transfer full): a TIFF of these samples, as they are. */
GBytes *pictured_tiff (PIX *gray, PicturedInks inks, guint n_bits);

/* Returns (transfer full): a PDF of one page, all of which is an image of that many pixels, 300 an
 * inch; @dictionary tells the rest of it, but for a further filter's name; @stream are its bytes.
 */
GBytes *pictured_pdf (int width, int height, const char *dictionary, const char *filter,
                      const guint8 *stream, gsize n_stream);

/* Returns: how many upright words of the pages are @text. */
guint pictured_count (const Document *document, const char *text);

G_END_DECLS
