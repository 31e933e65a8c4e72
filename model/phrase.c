/* model/phrase.c - texts that reports print over and over, each kept once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GLib's interned strings are much the same, but of two threads one could get there the string that
 * the other lets go of for good.
 */
#include "model/phrase.h"

#include <string.h>

#define N_DRAWERS 32 /* each with a lock, so that threads seldom meet at one */

/* The head of a phrase, whose characters stand behind it.  Phrases stand among themselves in
 * memory: between what reading a page takes and frees, each would keep some of that from being
 * given back.
 */
typedef struct
{
  const char *text;
  guint hash;
  guint n_holders;
} Head;

typedef struct
{
  GMutex lock;
  GHashTable *heads; /* set of Head, owned */
} Drawer;

static Drawer drawers[N_DRAWERS];

/* The empty text, which most are, behind a head that nobody looks at. */
static Head nothing[2];

static guint
hash_of (gconstpointer head)
{
  return ((const Head *) head)->hash;
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const Head *left = a, *right = b;
  return left->hash == right->hash && strcmp (left->text, right->text) == 0;
}

static gsize
size_of (const char *text)
{
  return sizeof (Head) + strlen (text) + 1;
}

static void
head_free (Head *head)
{
  g_slice_free1 (size_of (head->text), head);
}

/* Returns: the drawer of the texts of that hash, locked. */
static Drawer *
open_drawer (guint hash)
{
  Drawer *drawer = &drawers[hash % N_DRAWERS];
  g_mutex_lock (&drawer->lock);
  if (drawer->heads == NULL)
    drawer->heads = g_hash_table_new_full (hash_of, is_same, (GDestroyNotify) head_free, NULL);
  return drawer;
}

static char *
characters_of (Head *head)
{
  return (char *) (head + 1);
}

static Head *
add_head (Drawer *drawer, const char *text, guint hash)
{
  Head *head = g_slice_alloc (size_of (text));
  *head = (Head){ characters_of (head), hash, 0 };
  memcpy (characters_of (head), text, strlen (text) + 1);
  g_hash_table_add (drawer->heads, head);
  return head;
}

char *
phrase_new (const char *text)
{
  if (text == NULL || text[0] == '\0')
    return characters_of (nothing);

  const Head wanted = { text, g_str_hash (text), 0 };
  Drawer *drawer = open_drawer (wanted.hash);
  Head *head = g_hash_table_lookup (drawer->heads, &wanted);
  if (head == NULL)
    head = add_head (drawer, text, wanted.hash);
  head->n_holders++;
  g_mutex_unlock (&drawer->lock);
  return characters_of (head);
}

void
phrase_free (char *phrase)
{
  if (phrase == NULL || phrase == characters_of (nothing))
    return;

  Head *head = (Head *) (gpointer) phrase - 1;
  Drawer *drawer = open_drawer (head->hash);
  if (--head->n_holders == 0)
    g_hash_table_remove (drawer->heads, head);
  g_mutex_unlock (&drawer->lock);
}

void
phrase_set (char **field, const char *text)
{
  char *phrase = phrase_new (text); /* first: @text may be of @field */
  phrase_free (*field);
  *field = phrase;
}
