/* tests/fuzz/fuzz_stream.c - any bytes as JSON Lines between two stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be read is written again, and what was written can be read and is the same.
 */
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "model/stream.h"

/* Returns (transfer full): the item as it is written; free() it. */
static char *
write_item (const StreamItem *item)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  size_t length = 0;
  FILE *out = open_memstream (&text, &length);
  if (item->document != NULL)
    stream_write_document (out, item->document, NULL, &error);
  else if (item->report != NULL)
    stream_write_report (out, item->report, &error);
  else
    stream_write_failure (out, item->failed_path, item->failure, &error);
  g_assert_no_error (error);
  fclose (out);
  return text;
}

static void
assert_comes_back (const StreamItem *item)
{
  g_autoptr (GError) error = NULL;
  g_auto (StreamItem) again = { 0 };
  char *written = write_item (item);
  FILE *in = fmemopen (written, strlen (written), "r");
  g_autoptr (StreamReader) reader = stream_reader_new (in, "written");
  gboolean is_read = stream_reader_next (reader, &again, &error);
  g_assert_no_error (error);
  g_assert_true (is_read);
  char *rewritten = write_item (&again);
  g_assert_cmpstr (rewritten, ==, written);
  free (rewritten);
  free (written);
  fclose (in);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes)
{
  if (n_bytes == 0)
    return 0; /* no file, for fmemopen() */

  FILE *in = fmemopen ((void *) bytes, n_bytes, "r");
  g_autoptr (StreamReader) reader = stream_reader_new (in, "fuzz");
  g_autoptr (GError) error = NULL;
  g_auto (StreamItem) item = { 0 };
  while (stream_reader_next (reader, &item, &error))
    {
      g_assert_no_error (error);
      assert_comes_back (&item);
    }
  g_assert_true (error == NULL || error->domain == RECOUNT_ERROR);
  fclose (in);
  return 0;
}
