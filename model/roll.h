/* model/roll.h - records of one size in their order, of which a long row lies in a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report has tens of thousands of figures, and whoever goes through them looks at few at a time:
 * those that were looked at some while ago give their memory back (model/shelf.h), and come again
 * by themselves when they are looked at.  Rolls that lie on one shelf do so together.
 */
#pragma once

#include "model/shelf.h"

G_BEGIN_DECLS

#define ROLL_LEAF_BYTES SHELF_PIECE_BYTES /* of records, at most, that lie together */

typedef struct
{
  guint len;            /* records */
  gsize n_bytes;        /* of each */
  guint n_leaf;         /* records of a leaf */
  Shelf *shelf;         /* borrowed; what the leaves lie on */
  GArray *leaves;       /* owned; of Leaf (model/roll.c) */
  guint last;           /* the leaf that was looked at last, */
  guint first;          /* the index of its first record, */
  char *records;        /* where it lies, */
  guint64 when;         /* and when that was, */
  const guint64 *clock; /* by the shelf's */
} Roll;

/* Returns (transfer full): no records, of @n_bytes each, that will lie on @shelf. */
Roll *roll_new (Shelf *shelf, gsize n_bytes);
void roll_free (Roll *roll);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Roll, roll_free)

/* Returns (transfer none): a new record behind the others, all zero. */
gpointer roll_add (Roll *roll);

/* Returns (transfer none): the record of that index; it stays where it is as long as the shelf. */
gpointer roll_at (Roll *roll, guint index);

/* Returns (transfer none): where the record of that index lies, for who may not look at it. */
gpointer roll_place (const Roll *roll, guint index);

/* Drops the records from index @len on. */
void roll_cut (Roll *roll, guint len);

/* Returns: the index of a record; ROLL_NONE if it is a copy, and none of @roll. */
#define ROLL_NONE G_MAXUINT
guint roll_index (const Roll *roll, gconstpointer record);

G_END_DECLS
