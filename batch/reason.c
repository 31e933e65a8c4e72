/* batch/reason.c - why an input cannot be read, in the words of who found out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/reason.h"

#include <string.h>

char *
reason_without_path (const char *message, const char *path)
{
  gsize n = strlen (path);
  gboolean has_path = strncmp (message, path, n) == 0 && g_str_has_prefix (message + n, ": ");
  return g_utf8_make_valid (has_path ? message + n + strlen (": ") : message, -1);
}
