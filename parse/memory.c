/* parse/memory.c - what was found out about a text before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/memory.h"

#include <string.h>

GHashTable *
memory_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

gconstpointer
memory_find (GHashTable *memory, const char *text)
{
  return g_hash_table_lookup (memory, text);
}

void
memory_add (GHashTable *memory, const char *text, gconstpointer content, gsize n_bytes)
{
  if (strlen (text) > MEMORY_MAX_BYTES)
    return;
  if (g_hash_table_size (memory) >= MEMORY_MAX_TEXTS)
    g_hash_table_remove_all (memory);
  g_hash_table_insert (memory, g_strdup (text), g_memdup2 (content, n_bytes));
}
