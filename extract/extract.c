/* extract/extract.c - opens an input and hands it to what reads its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/extract.h"

#include <string.h>

#include "extract/charset.h"
#include "extract/image.h"
#include "extract/input.h"
#include "extract/pdf.h"
#include "extract/text.h"

/* The kinds of input that are told by how they begin and that no reader knows yet. */
static const struct
{
  const char *magic;
  gsize n_magic;
  const char *what;
} unread_kinds[] = {
  { "PK\x03\x04", 4, "a ZIP archive or an Office document" },
};

static gboolean
check_kind (const Where *where, const char *bytes, gsize n_bytes, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unread_kinds); i++)
    if (n_bytes >= unread_kinds[i].n_magic
        && memcmp (bytes, unread_kinds[i].magic, unread_kinds[i].n_magic) == 0)
      return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where,
                           "is %s, and only PDFs, images and text are read", unread_kinds[i].what);
  return TRUE;
}

static gboolean
check_lines (const Where *where, const char *text, const ExtractLimits *limits, GError **error)
{
  int number = 1;
  for (const char *at = text; *at != '\0'; number++)
    {
      gsize n_bytes = strcspn (at, "\n\f");
      if (n_bytes > limits->most[LIMIT_LINE_BYTES])
        return limits_fail (limits, LIMIT_LINE_BYTES, where, error,
                            "line %d has %" G_GSIZE_FORMAT " bytes", number, n_bytes);
      at += n_bytes + (at[n_bytes] != '\0');
    }
  return TRUE;
}

static gboolean
append_text (Document *document, const GByteArray *bytes, const ExtractLimits *limits,
             GError **error)
{
  Where where = WHERE_FILE (document->source.path);
  const char *content = (const char *) bytes->data;
  if (!check_kind (&where, content, bytes->len, error))
    return FALSE;
  g_autofree char *text = charset_decode (content, bytes->len, &document->is_cut);
  if (text == NULL)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, &where, "is binary data, not text");
  if (!check_lines (&where, text, limits, error))
    return FALSE;
  text_append_pages (document, text);
  return TRUE;
}

static gboolean
fail_unread (const char *path, const char *kind, GError **error)
{
  Where where = WHERE_FILE (path);
  return recount_fail (error, RECOUNT_ERROR_UNREADABLE, &where, "is %s, and --ocr=never reads none",
                       kind);
}

Document *
extract_pages (const char *path, const ExtractLimits *limits, PageFunc func, gpointer data,
               GError **error)
{
  g_autoptr (GByteArray) bytes = input_read (path, limits, error);
  if (bytes == NULL)
    return NULL;
  g_autofree char *sha256
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
  g_autoptr (Document) document = document_new (path, sha256);
  document->hand_on = func;
  document->data = data;
  gboolean is_read = FALSE;
  if (input_is_pdf (bytes))
    {
      g_autoptr (GBytes) content = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      is_read = pdf_append_pages (document, content, limits, error);
    }
  else if (image_kind (bytes->data, bytes->len) != NULL)
    is_read = limits->ocr == OCR_NEVER
                  ? fail_unread (path, image_kind (bytes->data, bytes->len), error)
                  : image_append_pages (document, bytes->data, bytes->len, limits, error);
  else
    is_read = append_text (document, bytes, limits, error);
  return is_read ? g_steal_pointer (&document) : NULL;
}

Document *
extract_document (const char *path, const ExtractLimits *limits, GError **error)
{
  return extract_pages (path, limits, NULL, NULL, error);
}
