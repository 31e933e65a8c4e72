/* extract/tesseract.c - tesseract, which reads text off pictures, loaded when a scan needs it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/tesseract.h"

#define NAME(name) "Tess" #name,
static const char *const names[] = { TESSERACT_FUNCTIONS (NAME) };

Tesseract tesseract;

gboolean
tesseract_load (GError **error)
{
  return library_load ("libtesseract.so.5", names, G_N_ELEMENTS (names), &tesseract, error);
}
