/* extract/bytes.c - words sought in bytes that may hold anything, zeros too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/bytes.h"

#include <string.h>

const char *
bytes_find (const char *start, const char *end, const char *word)
{
  gssize n = (gssize) strlen (word);
  for (const char *at = start; end - at >= n; at++)
    if (memcmp (at, word, (gsize) n) == 0)
      return at;
  return NULL;
}

const char *
bytes_find_last (const char *start, const char *end, const char *word)
{
  gssize n = (gssize) strlen (word);
  for (gssize at = end - start - n; at >= 0; at--)
    if (memcmp (start + at, word, (gsize) n) == 0)
      return start + at;
  return NULL;
}
