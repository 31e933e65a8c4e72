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
  { "\x89PNG", 4, "a PNG image" },
  { "\xFF\xD8\xFF", 3, "a JPEG image" },
  { "II*\0", 4, "a TIFF image" },
  { "MM\0*", 4, "a TIFF image" },
  { "PK\x03\x04", 4, "a ZIP archive or an Office document" },
};

static gboolean
check_kind (const Where *where, const char *bytes, gsize n_bytes, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unread_kinds); i++)
    if (n_bytes >= unread_kinds[i].n_magic
        && memcmp (bytes, unread_kinds[i].magic, unread_kinds[i].n_magic) == 0)
      return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where,
                           "is %s, and only PDFs and text are read so far", unread_kinds[i].what);
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
is_pdf (GBytes *bytes)
{
  gsize n_bytes = 0;
  const char *start = g_bytes_get_data (bytes, &n_bytes);
  return bytes_find (start, start + MIN (n_bytes, PDF_MARK_BYTES), "%PDF-") != NULL;
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

GBytes *
extract_bytes (const char *path, const ExtractLimits *limits, GError **error)
{
  GByteArray *bytes = read_file (path, limits, error);
  return bytes == NULL ? NULL : g_byte_array_free_to_bytes (bytes);
}

Document *
extract_content (const char *path, GBytes *content, const ExtractLimits *limits, PageFunc func,
                 gpointer data, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (Document) document = document_new (path, sha256);
  document->hand_on = func;
  document->data = data;
  gboolean is_read = is_pdf (content) ? pdf_append_pages (document, content, limits, error)
                                      : append_text (document, content, limits, error);
  return is_read ? g_steal_pointer (&document) : NULL;
}

Document *
extract_pages (const char *path, const ExtractLimits *limits, PageFunc func, gpointer data,
               GError **error)
{
  g_autoptr (GBytes) content = extract_bytes (path, limits, error);
  return content == NULL ? NULL : extract_content (path, content, limits, func, data, error);
}

Document *
extract_document (const char *path, const ExtractLimits *limits, GError **error)
{
  return extract_pages (path, limits, NULL, NULL, error);
}
