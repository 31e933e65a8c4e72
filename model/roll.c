/* model/roll.c - records of one size in their order, of which a long row lies in a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/roll.h"

#include <string.h>

typedef struct
{
  char *records; /* borrowed from the shelf */
  guint piece;   /* of the shelf, that they lie on */
} Leaf;

Roll *
roll_new (Shelf *shelf, gsize n_bytes)
{
  Roll *roll = g_new0 (Roll, 1);
  roll->n_bytes = n_bytes;
  roll->n_leaf = (guint) (ROLL_LEAF_BYTES / n_bytes);
  roll->shelf = shelf;
  roll->clock = shelf_clock (shelf);
  roll->leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));
  return roll;
}

void
roll_free (Roll *roll)
{
  if (roll == NULL)
    return;

  g_array_unref (roll->leaves);
  g_free (roll);
}

static const Leaf *
leaf_at (const Roll *roll, guint i)
{
  return &g_array_index (roll->leaves, Leaf, i);
}

/* Notes that a leaf is looked at. */
static void
turn_to (Roll *roll, guint i)
{
  const Leaf *leaf = leaf_at (roll, i);
  shelf_turn_to (roll->shelf, leaf->piece);
  roll->last = i;
  roll->first = i * roll->n_leaf;
  roll->records = leaf->records;
  roll->when = *roll->clock;
}

gpointer
roll_at (Roll *roll, guint index)
{
  g_assert (index < roll->len);
  gboolean is_on_last = index - roll->first < roll->n_leaf; /* one before it is beyond it, too */
  if (!is_on_last || roll->when != *roll->clock)
    turn_to (roll, index / roll->n_leaf);
  return roll->records + (index - roll->first) * roll->n_bytes;
}

gpointer
roll_place (const Roll *roll, guint index)
{
  g_assert (index < roll->len);
  return leaf_at (roll, index / roll->n_leaf)->records + index % roll->n_leaf * roll->n_bytes;
}

/* Whether a record is of the leaf @i.  One that lies before it is beyond it too, the difference
 * being unsigned. */
static gboolean
is_on_leaf (const Roll *roll, guint i, gconstpointer record)
{
  return (gsize) record - (gsize) leaf_at (roll, i)->records < roll->n_leaf * roll->n_bytes;
}

/* Returns: the leaf of a record, how many there are if it is of none.  They are sought from the one
 * that was looked at last to either side: most are of that or near it. */
static guint
leaf_of (const Roll *roll, gconstpointer record)
{
  guint n_leaves = roll->leaves->len;
  for (guint step = 0; step < n_leaves; step++)
    {
      guint before = roll->last - step, behind = roll->last + step;
      if (behind < n_leaves && is_on_leaf (roll, behind, record))
        return behind;
      if (before < n_leaves && is_on_leaf (roll, before, record))
        return before;
    }
  return n_leaves;
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

gpointer
roll_add (Roll *roll)
{
  if (roll->len == roll->leaves->len * roll->n_leaf)
    {
      char *records = shelf_take (roll->shelf, ROLL_LEAF_BYTES);
      const Leaf leaf = { records, shelf_last_piece (roll->shelf) };
      g_array_append_val (roll->leaves, leaf);
    }
  roll->len++;
  return memset (roll_at (roll, roll->len - 1), 0, roll->n_bytes);
}

void
roll_cut (Roll *roll, guint len)
{
  g_assert (len <= roll->len);
  roll->len = len;
}
