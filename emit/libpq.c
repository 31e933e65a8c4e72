/* emit/libpq.c - the client's library of PostgreSQL, loaded when a store needs it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/libpq.h"

#define NAME(name) "PQ" #name,
static const char *const names[] = { LIBPQ_FUNCTIONS (NAME) };

Libpq libpq;

gboolean
libpq_load (GError **error)
{
  return library_load ("libpq.so.5", names, G_N_ELEMENTS (names), &libpq, error);
}
