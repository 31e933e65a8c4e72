/* batch/reason.c - why an input cannot be read, in the words of who found out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/reason.h"

#include <string.h>

char *
reason_without_path (const char *message, const char *path)
{
  /* A worker's message has come as UTF-8 already, a name of another encoding in it, too. */
  g_autofree char *reason = g_utf8_make_valid (message, -1);
  g_autofree char *place = g_utf8_make_valid (path, -1);
  gsize n = strlen (place);
  gboolean has_path = strncmp (reason, place, n) == 0 && g_str_has_prefix (reason + n, ": ");
  return has_path ? g_strdup (reason + n + strlen (": ")) : g_steal_pointer (&reason);
}
