/* cli/filter.c - what the stages have in common when they run as filters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/filter.h"

#include "cli/command.h"

int
filter_run (const Filter *filter, gpointer data, GError **error)
{
  g_autoptr (StreamReader) reader = stream_reader_new (stdin, "standard input");
  stream_reader_hand_on (reader, filter->take_page, data);
  g_auto (StreamItem) item = { NULL };
  g_autoptr (GError) reason = NULL;
  guint n_done = 0, n_failed = 0;
  while (stream_reader_next (reader, &item, &reason))
    {
      gboolean is_failure = item.failure != NULL;
      gboolean ok = is_failure && filter->hands_on
                        ? stream_write_failure (stdout, item.failed_path, item.failure, error)
                        : filter->handle (&item, data, error);
      if (!ok)
        return EXIT_ALL_FAILED;
      n_failed += is_failure;
      n_done += !is_failure;
    }
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return EXIT_ALL_FAILED;
    }
  return n_failed == 0 ? EXIT_DONE : n_done > 0 ? EXIT_SOME_FAILED : EXIT_ALL_FAILED;
}
