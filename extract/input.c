/* extract/input.c - the bytes of an input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/input.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/bytes.h"

#define PDF_MARK_BYTES 1024

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

GBytes *
input_read (const char *path, const ExtractLimits *limits, GError **error)
{
  Where where = WHERE_FILE (path);
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    {
      recount_fail (error, RECOUNT_ERROR_UNREADABLE, &where, "%s", g_strerror (errno));
      return NULL;
    }

  g_autoptr (GByteArray) bytes = NULL;
  if (check_file (&where, fd, limits, error))
    bytes = read_all (&where, fd, limits->most[LIMIT_BYTES], error);
  close (fd);
  return bytes == NULL ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
input_is_pdf (GBytes *bytes)
{
  gsize n_bytes = 0;
  const char *start = g_bytes_get_data (bytes, &n_bytes);
  return bytes_find (start, start + MIN (n_bytes, PDF_MARK_BYTES), "%PDF-") != NULL;
}
