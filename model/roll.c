/* model/roll.c - records of one size in their order, of which a long row lies in a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/roll.h"

#include <stdbool.h>
#include <string.h>

typedef struct
{
  char *records; /* borrowed from the shelf */
  bool is_awake; /* whether any was looked at since memory was given back */
} Leaf;

Roll *
roll_new (gsize n_bytes)
{
  Roll *roll = g_new0 (Roll, 1);
  roll->n_bytes = n_bytes;
  roll->n_leaf = (guint) (ROLL_LEAF_BYTES / n_bytes);
  roll->most = ROLL_AWAKE;
  roll->shelf = shelf_new ();
  roll->leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));
  return roll;
}

void
roll_free (Roll *roll)
{
  if (roll == NULL)
    return;

  g_array_unref (roll->leaves);
  shelf_free (roll->shelf);
  g_free (roll);
}

static Leaf *
leaf_at (const Roll *roll, guint i)
{
  return &g_array_index (roll->leaves, Leaf, i);
}

/* Notes that a leaf is looked at; if too many have been, all give their memory back first. */
static void
turn_to (Roll *roll, guint i)
{
  roll->last = i;
  if (leaf_at (roll, i)->is_awake)
    return;
  if (roll->n_awake >= roll->most)
    {
      shelf_rest (roll->shelf);
      for (guint k = 0; k < roll->leaves->len; k++)
        leaf_at (roll, k)->is_awake = false;
      roll->n_awake = 0;
    }
  leaf_at (roll, i)->is_awake = true;
  roll->n_awake++;
}

gpointer
roll_at (Roll *roll, guint index)
{
  g_assert (index < roll->len);
  guint i = index / roll->n_leaf;
  if (i != roll->last)
    turn_to (roll, i);
  return leaf_at (roll, i)->records + index % roll->n_leaf * roll->n_bytes;
}

/* Whether a record is of the leaf @i.  One that lies before it is beyond it too, the difference
 * being unsigned. */
static gboolean
is_on_leaf (const Roll *roll, guint i, gconstpointer record)
{
  return (gsize) record - (gsize) leaf_at (roll, i)->records < roll->n_leaf * roll->n_bytes;
}

/* Returns: the leaf of a record, how many there are if it is of none; most are asked for while
 * others of their leaf are looked at. */
static guint
leaf_of (const Roll *roll, gconstpointer record)
{
  guint i = roll->last;
  if (i >= roll->leaves->len || !is_on_leaf (roll, i, record))
    for (i = 0; i < roll->leaves->len && !is_on_leaf (roll, i, record); i++)
      ;
  return i;
}

guint
roll_index (const Roll *roll, gconstpointer record)
{
  guint i = leaf_of (roll, record);
  if (i == roll->leaves->len)
    return ROLL_NONE;
  gsize place = (gsize) record - (gsize) leaf_at (roll, i)->records;
  return i * roll->n_leaf + (guint) (place / roll->n_bytes);
}

void
roll_look_at (Roll *roll, gconstpointer record)
{
  guint i = leaf_of (roll, record);
  if (i != roll->last && i < roll->leaves->len)
    turn_to (roll, i);
}

gpointer
roll_add (Roll *roll)
{
  if (roll->len % roll->n_leaf == 0)
    {
      const Leaf leaf = { shelf_take (roll->shelf, ROLL_LEAF_BYTES), false };
      g_array_append_val (roll->leaves, leaf);
      turn_to (roll, roll->leaves->len - 1);
    }
  gpointer record = roll_at (roll, roll->len++);
  return memset (record, 0, roll->n_bytes);
}
