/* extract/prepare.c - what many inputs need beside their bytes: fonts, tables of characters,
 * letters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/extract.h"

#include <fontconfig/fontconfig.h>
#include <time.h>

#include "extract/tesseract.h"

/* Where poppler-data has its tables of character codes. */
#define POPPLER_DATA "/usr/share/poppler"
/* Where tesseract has its models, if the environment names no other place. */
#define TESSERACT_DATA "/usr/share/tesseract-ocr"

/* The character sets that the C library has tables for, in files. */
static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };

void
extract_prepare (void)
{
  static GIConv open[G_N_ELEMENTS (charsets)]; /* kept open, for the C library keeps their tables
                                                  as long */
  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (open[i] == NULL)
      open[i] = g_iconv_open ("UTF-8", charsets[i]);
  tzset ();
  FcInit ();
  tesseract_load (NULL);               /* who needs it is told then */
  FcConfigSetRescanInterval (NULL, 0); /* fonts that come meanwhile are not looked for */
}

GStrv
extract_folders (void)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  const char *models = g_getenv ("TESSDATA_PREFIX");
  g_strv_builder_add (folders, POPPLER_DATA);
  g_strv_builder_add (folders, models != NULL ? models : TESSERACT_DATA);
  FcStrList *fonts = FcConfigGetFontDirs (NULL);
  for (const FcChar8 *folder = NULL; fonts != NULL && (folder = FcStrListNext (fonts)) != NULL;)
    g_strv_builder_add (folders, (const char *) folder);
  FcStrListDone (fonts);
  return g_strv_builder_end (folders);
}
