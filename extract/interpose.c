/* extract/interpose.c - finds a library's own function where the program has one of the same name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* for RTLD_NEXT */
#include "extract/interpose.h"

#include <dlfcn.h>
#include <glib.h>

void
interpose_next (const char *name, void *function)
{
  *(void **) function = dlsym (RTLD_NEXT, name);
  g_assert (*(void **) function != NULL);
}
