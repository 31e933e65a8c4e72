/* extract/large.c - memory for pictures, in pages that are as large as they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* madvise() */
#include "extract/large.h"

#include <leptonica/allheaders.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define LARGE_BYTES (1 << 20) /* smaller blocks have no huge page to themselves */

void
large_advise (gpointer block, gsize n_bytes)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE), before = page - (guintptr) block % page;
  if (block != NULL && n_bytes >= LARGE_BYTES)
    madvise ((char *) block + before, (n_bytes - before) / page * page, MADV_HUGEPAGE);
}

static void *
allocate (size_t n_bytes)
{
  void *block = malloc (n_bytes);
  large_advise (block, n_bytes);
  return block;
}

void
large_pictures (void)
{
  setPixMemoryManager (allocate, free); /* which frees those that were there before as well */
}
