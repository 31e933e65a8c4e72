/* model/shelf.h - where what is not needed at the moment waits: in a file, so that a long document
 * takes no more memory than a short one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies on a shelf is read and changed in place like any memory.  A short document's is plain
 * memory; once it gets long, all of it is mapped from a temporary file without a name, where it was
 * before.  Where there is no room for such a file, it is memory all the same.
 *
 * Who looks at one thing after another says so, piece by piece: the one that was not looked at for
 * the longest time then gives its memory back.  One thread at a time uses a shelf.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SHELF_BOARD_BYTES (1u << 18) /* by which a shelf grows */
#define SHELF_MEMORY_BYTES                                                                         \
  (4 * SHELF_BOARD_BYTES) /* up to so many there is no file: ten pages of tables */
#define SHELF_AROUND_BYTES                                                                         \
  (1u << 16) /* of a file that Linux brings at once, wherever it is looked at */
#define SHELF_PIECE_BYTES (1u << 14) /* of a shelf that come and go together */
#define SHELF_AWAKE 48u              /* pieces at most that are looked at by turns */

typedef struct _Shelf Shelf;

/* Has all of this process, which may write no file, lie in memory from now on. */
void shelf_stay_in_memory (void);

Shelf *shelf_new (void);
void shelf_free (Shelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shelf, shelf_free)

/* Return (transfer none): room for @n_bytes, aligned for any type, and the same with a copy of what
 * is at @content; it stays where it is as long as @shelf.  What the room holds at first is not
 * known. */
gpointer shelf_take (Shelf *shelf, gsize n_bytes);
gpointer shelf_add (Shelf *shelf, gconstpointer content, gsize n_bytes);

/* Returns (transfer none): a copy of @text, of that many bytes, with a zero at its end. */
char *shelf_add_text (Shelf *shelf, const char *text, gsize n_bytes);

/* Lets go of the memory that what lies in the file took since it was last looked at; what is needed
 * again comes back by itself. */
void shelf_rest (Shelf *shelf);

/* Returns: the piece that what was taken last begins in. */
guint shelf_last_piece (const Shelf *shelf);

/* Notes that a piece is looked at; if too many others are awake, the one that was looked at least
 * lately rests. */
void shelf_turn_to (Shelf *shelf, guint piece);

/* The same by who kept where something lies; what does not lie on @shelf is none of its. */
void shelf_look_at (Shelf *shelf, gconstpointer place);

/* Returns (transfer none): where it stands how often somebody turned to a piece, or all rested: as
 * long as that is the same, the last piece is awake. */
const guint64 *shelf_clock (const Shelf *shelf);

/* Returns: how many bytes lie in the file. */
gsize shelf_n_filed (const Shelf *shelf);

G_END_DECLS
