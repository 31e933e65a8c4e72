/* batch/libarchive.c - the library that unpacks archives, loaded when there is one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/libarchive.h"

#define NAME(name) "archive_" #name,
static const char *const names[] = { LIBARCHIVE_FUNCTIONS (NAME) "archive_errno" };

Libarchive libarchive;

gboolean
libarchive_load (GError **error)
{
  return library_load ("libarchive.so.13", names, G_N_ELEMENTS (names), &libarchive, error);
}
