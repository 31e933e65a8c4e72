/* emit/output.c - a file of the package as it is written, with its length and checksum.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/output.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gstdio.h>

#include "model/digest.h"

struct _Output
{
  char *shown;
  FILE *file;
  Digest *digest;
  guint64 n_bytes;
  int reason; /* the errno of the first write that went wrong, 0 so far */
};

Output *
output_open (const char *path, const char *shown, GError **error)
{
  FILE *file = g_fopen (path, "wb");
  if (file == NULL)
    {
      Where where = WHERE_FILE (shown);
      recount_fail (error, RECOUNT_ERROR_OUTPUT, &where, "cannot be made: %s", g_strerror (errno));
      return NULL;
    }

  Output *output = g_new0 (Output, 1);
  output->shown = g_strdup (shown);
  output->file = file;
  output->digest = digest_new ();
  return output;
}

static void
note_failure (Output *output, gboolean is_failure)
{
  if (is_failure && output->reason == 0)
    output->reason = errno;
}

void
output_write (Output *output, const char *text, gsize length)
{
  note_failure (output, fwrite (text, 1, length, output->file) != length);
  digest_add (output->digest, text, length);
  output->n_bytes += length;
}

static void
output_free (Output *output)
{
  g_free (output->shown);
  digest_free (output->digest);
  g_free (output);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Output, output_free)

gboolean
output_close (Output *output, OutputSum *sum, GError **error)
{
  g_autoptr (Output) owned = output;
  note_failure (owned, fflush (owned->file) != 0);
  note_failure (owned, fclose (owned->file) != 0);
  if (owned->reason != 0)
    {
      Where where = WHERE_FILE (owned->shown);
      return recount_fail (error, RECOUNT_ERROR_OUTPUT, &where, "cannot be written: %s",
                           g_strerror (owned->reason));
    }

  if (sum != NULL)
    {
      sum->n_bytes = owned->n_bytes;
      g_autofree char *sha256 = digest_finish (owned->digest);
      g_strlcpy (sum->sha256, sha256, sizeof sum->sha256);
    }
  return TRUE;
}
