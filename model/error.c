/* model/error.c - the one error domain of all stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* some of the numbers are no POSIX */
#include "model/error.h"

#include <errno.h>

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

/* A share that is gone for a moment, a disk that does not answer, a machine short of something. */
static const int passing[] = {
  EIO,      ESTALE,       ETIMEDOUT,    EREMOTEIO,  ENOLINK,      ENETDOWN, ENETUNREACH, EHOSTDOWN,
  ENOTCONN, EHOSTUNREACH, ECONNREFUSED, ECONNRESET, ECONNABORTED, EAGAIN,   EMFILE,      ENFILE,
};

gboolean
recount_may_pass (int number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (passing); i++)
    if (passing[i] == number)
      return TRUE;
  return FALSE;
}

gboolean
recount_fail_reading (GError **error, const Where *where, int number)
{
  RecountError code
      = recount_may_pass (number) ? RECOUNT_ERROR_OUT_OF_REACH : RECOUNT_ERROR_UNREADABLE;
  return recount_fail (error, code, where, "%s", g_strerror (number));
}
