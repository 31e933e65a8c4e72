/* extract/prepare.c - what many inputs need beside their bytes: fonts, tables of characters,
 * letters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/extract.h"

#include <fontconfig/fontconfig.h>
#include <time.h>

#include "extract/reader.h"

/* The character sets that the C library has tables for, in files. */
static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };

void
extract_prepare (guint n_threads)
{
  static GIConv open[G_N_ELEMENTS (charsets)]; /* kept open, for the C library keeps their tables
                                                  as long */
  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (open[i] == NULL)
      open[i] = g_iconv_open ("UTF-8", charsets[i]);
  tzset ();
  FcInit ();
  reader_prepare (n_threads);
  FcConfigSetRescanInterval (NULL, 0); /* fonts that come meanwhile are not looked for */
}

GStrv
extract_folders (void)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_strv_builder_add (folders, RECOUNT_POPPLER_DATADIR); /* with its tables of character codes */
  FcStrList *fonts = FcConfigGetFontDirs (NULL);
  for (const FcChar8 *folder = NULL; fonts != NULL && (folder = FcStrListNext (fonts)) != NULL;)
    g_strv_builder_add (folders, (const char *) folder);
  FcStrListDone (fonts);
  return g_strv_builder_end (folders);
}
