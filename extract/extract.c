/* extract/extract.c - opens an input and hands it to what reads its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/extract.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/bytes.h"
#include "extract/charset.h"
#include "extract/image.h"
#include "extract/pdf.h"
#include "extract/text.h"

#define PDF_MARK_BYTES 1024

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
check_file (const Where *where, int fd, const ExtractLimits *limits, GError **error)
{
  struct stat status;
  if (fstat (fd, &status) != 0)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "%s", g_strerror (errno));
  if (S_ISDIR (status.st_mode))
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "is a folder, not a report");
  if (!S_ISREG (status.st_mode))
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "is no regular file");
  if (status.st_size == 0)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "is empty");
  if (status.st_size > (goffset) limits->most[LIMIT_BYTES])
    return limits_fail (limits, LIMIT_BYTES, where, error, "has %" G_GOFFSET_FORMAT " bytes",
                        (goffset) status.st_size);
  return TRUE;
}

/* Returns the file's content, whose size check_file() has bounded; what grows meanwhile is cut. */
static GByteArray *
read_all (const Where *where, int fd, gsize max_bytes, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  while (bytes->len < max_bytes)
    {
      ssize_t n = read (fd, buffer, sizeof buffer);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "%s", g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        break;
      g_byte_array_append (bytes, buffer, (guint) n);
    }
  return g_steal_pointer (&bytes);
}

static GByteArray *
read_file (const char *path, const ExtractLimits *limits, GError **error)
{
  Where where = WHERE_FILE (path);
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    {
      recount_fail (error, RECOUNT_ERROR_UNREADABLE, &where, "%s", g_strerror (errno));
      return NULL;
    }

  GByteArray *bytes = NULL;
  if (check_file (&where, fd, limits, error))
    bytes = read_all (&where, fd, limits->most[LIMIT_BYTES], error);
  close (fd);
  return bytes;
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

/* A PDF's mark may have up to a thousand bytes of anything before it. */
static gboolean
is_pdf (const GByteArray *bytes)
{
  const char *start = (const char *) bytes->data;
  return bytes_find (start, start + MIN (bytes->len, PDF_MARK_BYTES), "%PDF-") != NULL;
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
  g_autoptr (GByteArray) bytes = read_file (path, limits, error);
  if (bytes == NULL)
    return NULL;
  g_autofree char *sha256
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
  g_autoptr (Document) document = document_new (path, sha256);
  document->hand_on = func;
  document->data = data;
  gboolean is_read = FALSE;
  if (is_pdf (bytes))
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
