/* parse/memory.c - what was found out about a text before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/memory.h"

#include <stddef.h>
#include <string.h>

/* A text and what is remembered of it, in one piece.  Such pieces stand among themselves: between
 * what reading a page takes and frees, each would keep some of that from being given back. */
typedef struct
{
  gsize n_bytes;    /* of the piece */
  gint64 content[]; /* the text stands behind it */
} Piece;

static void
free_piece (gpointer content)
{
  Piece *piece = (gpointer) ((char *) content - offsetof (Piece, content));
  g_slice_free1 (piece->n_bytes, piece);
}

GHashTable *
memory_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_piece);
}

gconstpointer
memory_find (GHashTable *memory, const char *text)
{
  return g_hash_table_lookup (memory, text);
}

void
memory_add (GHashTable *memory, const char *text, gconstpointer content, gsize n_bytes)
{
  gsize n_text = strlen (text) + 1;
  if (n_text > MEMORY_MAX_BYTES + 1)
    return;
  if (g_hash_table_size (memory) >= MEMORY_MAX_TEXTS)
    g_hash_table_remove_all (memory);
  gsize n_all = sizeof (Piece) + n_bytes + n_text;
  Piece *piece = g_slice_alloc (n_all);
  piece->n_bytes = n_all;
  memcpy (piece->content, content, n_bytes);
  char *key = memcpy ((char *) piece->content + n_bytes, text, n_text);
  g_hash_table_replace (memory, key, piece->content);
}
