/* model/error.c - the one error domain of all stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/error.h"

/* The name has hyphens, which clang-format would take for minus. */
/* clang-format off */
G_DEFINE_QUARK (recount-error-quark, recount_error)
/* clang-format on */

gboolean
recount_fail (GError **error, RecountError code, const Where *where, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_autofree char *place = where != NULL ? where_describe (where) : g_strdup ("");
  const char *colon = place[0] != '\0' ? ": " : "";
  g_set_error (error, RECOUNT_ERROR, (int) code, "%s%s%s", place, colon, message);
  return FALSE;
}
