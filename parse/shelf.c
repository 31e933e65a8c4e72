/* parse/shelf.c - where a document's pages wait to be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A shelf grows by boards.  The first is plain memory, the others are parts of the file: room on
 * the disk is taken before a board is used, for a mapped file that cannot grow would end the
 * program. Mapping a board again where it is lets go of its memory; its content is the file's.
 */
#include "parse/shelf.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define ALIGNMENT 16
#define IN_MEMORY (-1)

typedef struct
{
  char *start; /* owned: mapped if it lies in the file, else allocated */
  gsize n_bytes, n_used;
  off_t place; /* in the file; IN_MEMORY if it is memory */
} Board;

struct _Shelf
{
  FILE *file; /* (nullable): owned */
  GArray *boards;
  gsize n_filed;
};

Shelf *
shelf_new (void)
{
  Shelf *shelf = g_new0 (Shelf, 1);
  shelf->boards = g_array_new (FALSE, TRUE, sizeof (Board));
  return shelf;
}

static Board *
board_at (const Shelf *shelf, guint i)
{
  return &g_array_index (shelf->boards, Board, i);
}

void
shelf_free (Shelf *shelf)
{
  if (shelf == NULL)
    return;

  for (guint i = 0; i < shelf->boards->len; i++)
    {
      Board *board = board_at (shelf, i);
      if (board->place == IN_MEMORY)
        g_free (board->start);
      else
        munmap (board->start, board->n_bytes);
    }
  g_array_unref (shelf->boards);
  if (shelf->file != NULL)
    fclose (shelf->file);
  g_free (shelf);
}

/* Returns: the board's place in memory, MAP_FAILED if it cannot be mapped. */
static gpointer
map_board (const Shelf *shelf, const Board *board)
{
  int flags = MAP_SHARED | (board->start != NULL ? MAP_FIXED : 0);
  return mmap (board->start, board->n_bytes, PROT_READ | PROT_WRITE, flags, fileno (shelf->file),
               board->place);
}

static gboolean
file_board (Shelf *shelf, Board *board)
{
  if (shelf->file == NULL)
    shelf->file = tmpfile ();
  board->place = (off_t) shelf->n_filed;
  if (shelf->file == NULL
      || posix_fallocate (fileno (shelf->file), board->place, (off_t) board->n_bytes) != 0)
    return FALSE;

  gpointer start = map_board (shelf, board);
  if (start == MAP_FAILED)
    return FALSE;
  board->start = start;
  shelf->n_filed += board->n_bytes;
  return TRUE;
}

/* Adds a board with room for @n_bytes. */
static Board *
add_board (Shelf *shelf, gsize n_bytes)
{
  gsize n_boards = (n_bytes + SHELF_BOARD_BYTES - 1) / SHELF_BOARD_BYTES;
  Board board = { .n_bytes = n_boards * SHELF_BOARD_BYTES };
  if (shelf->boards->len == 0 || !file_board (shelf, &board))
    {
      board.place = IN_MEMORY;
      board.start = g_malloc (board.n_bytes);
    }
  shelf_rest (shelf);
  g_array_append_val (shelf->boards, board);
  return board_at (shelf, shelf->boards->len - 1);
}

gpointer
shelf_add (Shelf *shelf, gconstpointer content, gsize n_bytes)
{
  gsize n_taken = (n_bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  Board *last = shelf->boards->len > 0 ? board_at (shelf, shelf->boards->len - 1) : NULL;
  if (last == NULL || n_taken > last->n_bytes - last->n_used)
    last = add_board (shelf, n_taken);
  char *copy = last->start + last->n_used;
  last->n_used += n_taken;
  if (n_bytes > 0)
    memcpy (copy, content, n_bytes);
  return copy;
}

void
shelf_rest (Shelf *shelf)
{
  for (guint i = 0; i < shelf->boards->len; i++)
    if (board_at (shelf, i)->place != IN_MEMORY
        && map_board (shelf, board_at (shelf, i)) == MAP_FAILED)
      g_error ("a file that was mapped cannot be mapped again");
}

gsize
shelf_n_filed (const Shelf *shelf)
{
  return shelf->n_filed;
}
