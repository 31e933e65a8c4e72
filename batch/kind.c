/* batch/kind.c - what a file among many is: a report, an archive of reports, or neither.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/kind.h"

#include <string.h>

static const struct
{
  const char *ending; /* of the name, in small letters */
  Kind kind;
} endings[] = {
  { ".pdf", KIND_REPORT },      { ".txt", KIND_REPORT },       { ".text", KIND_REPORT },
  { ".md", KIND_REPORT },       { ".tsv", KIND_REPORT },       { ".tab", KIND_REPORT },
  { ".png", KIND_REPORT },      { ".jpg", KIND_REPORT },       { ".jpeg", KIND_REPORT },
  { ".tif", KIND_REPORT },      { ".tiff", KIND_REPORT },      { ".zip", KIND_ARCHIVE },
  { ".tar", KIND_ARCHIVE },     { ".tar.gz", KIND_ARCHIVE },   { ".tgz", KIND_ARCHIVE },
  { ".tar.bz2", KIND_ARCHIVE }, { ".tbz2", KIND_ARCHIVE },     { ".tar.xz", KIND_ARCHIVE },
  { ".txz", KIND_ARCHIVE },     { ".tar.zst", KIND_ARCHIVE },  { ".tzst", KIND_ARCHIVE },
  { ".tar.lz", KIND_ARCHIVE },  { ".tar.lzma", KIND_ARCHIVE }, { ".tar.z", KIND_ARCHIVE },
};

static Kind
kind_by_name (const char *name)
{
  g_autofree char *small = g_ascii_strdown (name, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (small, endings[i].ending))
      return endings[i].kind;
  return KIND_OTHER;
}

Kind
kind_of (const char *name, const char *bytes, gsize n_bytes)
{
  static const char mark[] = "%PDF-";
  Kind kind = kind_by_name (name);
  gboolean is_pdf = kind == KIND_OTHER && n_bytes > 0
                    && g_strstr_len (bytes, (gssize) MIN (n_bytes, KIND_BYTES), mark) != NULL;
  return is_pdf ? KIND_REPORT : kind;
}

gboolean
kind_is_archive (const char *name)
{
  return kind_by_name (name) == KIND_ARCHIVE;
}
