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
#include "model/digest.h"

#define PDF_MARK_BYTES 1024
#define PIECE_BYTES ((gsize) 1 << 20) /* that are read at once */

static gboolean
check_file (const Where *where, int fd, const ExtractLimits *limits, GError **error)
{
  struct stat status;
  if (fstat (fd, &status) != 0)
    return recount_fail_reading (error, where, errno);
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

/* Reads a piece of the file to @place.  Returns: how many bytes; -1 with @error set. */
static gssize
read_piece (const Where *where, int fd, guint8 *place, gsize n_bytes, GError **error)
{
  ssize_t n = 0;
  do
    n = read (fd, place, n_bytes);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    recount_fail_reading (error, where, errno);
  return n;
}

/* Reads the file, whose size check_file() has bounded; what grows meanwhile is cut. */
static gboolean
read_all (const Where *where, int fd, Input *input, GError **error)
{
  struct stat status;
  gsize n_bytes = fstat (fd, &status) == 0 ? (gsize) status.st_size : 0, n_read = 0;
  g_autoptr (Shelf) shelf = shelf_new ();
  guint8 *start = shelf_take (shelf, n_bytes);
  gssize n = 1;
  while (n > 0 && n_read < n_bytes)
    {
      n = read_piece (where, fd, start + n_read, MIN (n_bytes - n_read, PIECE_BYTES), error);
      n_read += (gsize) MAX (n, 0);
      shelf_rest (shelf);
    }
  if (n < 0)
    return FALSE;
  input->shelf = shelf;
  input->bytes = g_bytes_new_with_free_func (start, n_read, (GDestroyNotify) shelf_free,
                                             g_steal_pointer (&shelf));
  return TRUE;
}

gboolean
input_read (const char *path, const ExtractLimits *limits, Input *input, GError **error)
{
  Where where = WHERE_FILE (path);
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    return recount_fail_reading (error, &where, errno);

  gboolean is_read = check_file (&where, fd, limits, error) && read_all (&where, fd, input, error);
  close (fd);
  return is_read;
}

void
input_clear (Input *input)
{
  g_clear_pointer (&input->bytes, g_bytes_unref);
  input->shelf = NULL;
}

void
input_rest (const Input *input)
{
  if (input->shelf != NULL)
    shelf_rest (input->shelf);
}

char *
input_sha256 (const Input *input)
{
  g_autoptr (Digest) digest = digest_new ();
  gsize n_bytes = 0;
  const guint8 *bytes = g_bytes_get_data (input->bytes, &n_bytes);
  for (gsize n_done = 0; n_done < n_bytes; n_done += PIECE_BYTES)
    {
      digest_add (digest, bytes + n_done, MIN (n_bytes - n_done, PIECE_BYTES));
      input_rest (input);
    }
  return digest_finish (digest);
}

gboolean
input_is_pdf (GBytes *bytes)
{
  gsize n_bytes = 0;
  const char *start = g_bytes_get_data (bytes, &n_bytes);
  return bytes_find (start, start + MIN (n_bytes, PDF_MARK_BYTES), "%PDF-") != NULL;
}
