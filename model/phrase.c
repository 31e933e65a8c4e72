/* model/phrase.c - texts that reports print over and over, each kept once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/phrase.h"

#include <stddef.h>
#include <string.h>

/* Phrases stand among themselves in memory: between what reading a page takes and frees, each would
 * keep some of that from being given back. */
typedef struct
{
  guint n_holders;
  guint n_bytes; /* of the piece */
  char text[];
} Piece;

static GHashTable *known; /* the set of all texts that somebody holds */

static Piece *
piece_of (char *phrase)
{
  return (gpointer) (phrase - offsetof (Piece, text));
}

static char *
add (const char *text)
{
  gsize n_text = strlen (text) + 1, n_bytes = sizeof (Piece) + n_text;
  g_assert (n_bytes <= G_MAXUINT);
  Piece *piece = g_slice_alloc (n_bytes);
  *piece = (Piece){ .n_holders = 0, .n_bytes = (guint) n_bytes };
  g_hash_table_add (known, memcpy (piece->text, text, n_text));
  return piece->text;
}

char *
phrase_new (const char *text)
{
  if (text == NULL)
    text = "";
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  char *phrase = g_hash_table_lookup (known, text);
  if (phrase == NULL)
    phrase = add (text);
  piece_of (phrase)->n_holders++;
  return phrase;
}

void
phrase_free (char *phrase)
{
  if (phrase == NULL || --piece_of (phrase)->n_holders > 0)
    return;
  g_hash_table_remove (known, phrase);
  g_slice_free1 (piece_of (phrase)->n_bytes, piece_of (phrase));
}

void
phrase_set (char **field, const char *text)
{
  char *phrase = phrase_new (text); /* first: @text may be of @field */
  phrase_free (*field);
  *field = phrase;
}
