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
append_text (Document *document, GBytes *bytes, const ExtractLimits *limits, GError **error)
{
  Where where = WHERE_FILE (document->source.path);
  gsize n_bytes = 0;
  const char *content = g_bytes_get_data (bytes, &n_bytes);
  if (!check_kind (&where, content, n_bytes, error))
    return FALSE;
  g_autofree char *text = charset_decode (content, n_bytes, &document->is_cut);
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

static gboolean
append_image (Document *document, GBytes *content, const ExtractLimits *limits, GError **error)
{
  gsize n_bytes = 0;
  const guint8 *bytes = g_bytes_get_data (content, &n_bytes);
  return limits->ocr == OCR_NEVER
             ? fail_unread (document->source.path, image_kind (bytes, n_bytes), error)
             : image_append_pages (document, bytes, n_bytes, limits, error);
}

static gboolean
append_pages (Document *document, const Input *input, const ExtractLimits *limits, GError **error)
{
  gsize n_bytes = 0;
  const guint8 *bytes = g_bytes_get_data (input->bytes, &n_bytes);
  if (input_is_pdf (input->bytes))
    return pdf_append_pages (document, input, limits, error);
  if (image_kind (bytes, n_bytes) != NULL)
    return append_image (document, input->bytes, limits, error);
  return append_text (document, input->bytes, limits, error);
}

static Document *
read_input (const char *path, const Input *input, const ExtractLimits *limits, PageFunc func,
            gpointer data, GError **error)
{
  g_autofree char *sha256 = input_sha256 (input);
  g_autoptr (Document) document = document_new (path, sha256);
  document->hand_on = func;
  document->data = data;
  return append_pages (document, input, limits, error) ? g_steal_pointer (&document) : NULL;
}

GBytes *
extract_bytes (const char *path, const ExtractLimits *limits, GError **error)
{
  Input input = { NULL, NULL };
  return input_read (path, limits, &input, error) ? input.bytes : NULL;
}

Document *
extract_content (const char *path, GBytes *content, const ExtractLimits *limits, PageFunc func,
                 gpointer data, GError **error)
{
  const Input input = { content, NULL };
  return read_input (path, &input, limits, func, data, error);
}

Document *
extract_pages (const char *path, const ExtractLimits *limits, PageFunc func, gpointer data,
               GError **error)
{
  g_auto (Input) input = { NULL, NULL };
  return input_read (path, limits, &input, error)
             ? read_input (path, &input, limits, func, data, error)
             : NULL;
}

Document *
extract_document (const char *path, const ExtractLimits *limits, GError **error)
{
  return extract_pages (path, limits, NULL, NULL, error);
}
