/* model/shelf.c - where what is not needed at the moment waits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A shelf grows by boards.  The first is plain memory, the others are parts of the file: room on
 * the disk is taken before a board is used, for a mapped file that cannot grow would end the
 * program.  The memory of a mapped board can be let go of at any time; its content is the file's.
 */
#define _DEFAULT_SOURCE /* for madvise() */
#include "model/shelf.h"

#include <errno.h>
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

static gboolean may_file = TRUE;

void
shelf_stay_in_memory (void)
{
  may_file = FALSE;
}

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

/* Returns: a part of the file in memory, from a multiple of SHELF_PIECE_BYTES on; NULL if it cannot
 * be mapped. */
static char *
map (FILE *file, off_t place, gsize n_bytes)
{
  char *room
      = mmap (NULL, n_bytes + SHELF_PIECE_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED)
    return NULL;
  gsize n_before = SHELF_PIECE_BYTES - (gsize) room % SHELF_PIECE_BYTES;
  char *start = room + n_before;
  munmap (room, n_before);
  if (n_before < SHELF_PIECE_BYTES)
    munmap (start + n_bytes, SHELF_PIECE_BYTES - n_before);
  if (mmap (start, n_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fileno (file), place)
      != MAP_FAILED)
    return start;
  munmap (start, n_bytes);
  return NULL;
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

  board->start = map (shelf->file, board->place, board->n_bytes);
  if (board->start == NULL)
    return FALSE;
  shelf->n_filed += board->n_bytes;
  return TRUE;
}

/* Adds a board with room for @n_bytes: the first is memory, unless they are more than one's. */
static Board *
add_board (Shelf *shelf, gsize n_bytes)
{
  gsize n_boards = (n_bytes + SHELF_BOARD_BYTES - 1) / SHELF_BOARD_BYTES;
  Board board = { .n_bytes = n_boards * SHELF_BOARD_BYTES };
  gboolean is_short = shelf->boards->len == 0 && n_boards == 1;
  if (is_short || !may_file || !file_board (shelf, &board))
    {
      board.place = IN_MEMORY;
      board.start = g_malloc (board.n_bytes);
    }
  shelf_rest (shelf);
  g_array_append_val (shelf->boards, board);
  return board_at (shelf, shelf->boards->len - 1);
}

/* Returns: room for @n_bytes at a multiple of @alignment. */
static gpointer
take_room (Shelf *shelf, gsize n_bytes, gsize alignment)
{
  Board *last = shelf->boards->len > 0 ? board_at (shelf, shelf->boards->len - 1) : NULL;
  gsize place = last == NULL ? 0 : (last->n_used + alignment - 1) / alignment * alignment;
  if (last == NULL || place > last->n_bytes || n_bytes > last->n_bytes - place)
    {
      last = add_board (shelf, n_bytes);
      place = 0;
    }
  last->n_used = place + n_bytes;
  return last->start + place;
}

gpointer
shelf_take (Shelf *shelf, gsize n_bytes)
{
  return take_room (shelf, n_bytes, ALIGNMENT);
}

gpointer
shelf_add (Shelf *shelf, gconstpointer content, gsize n_bytes)
{
  gpointer copy = shelf_take (shelf, n_bytes);
  if (n_bytes > 0)
    memcpy (copy, content, n_bytes);
  return copy;
}

char *
shelf_add_text (Shelf *shelf, const char *text, gsize n_bytes)
{
  char *copy = take_room (shelf, n_bytes + 1, 1);
  memcpy (copy, text, n_bytes);
  copy[n_bytes] = '\0';
  return copy;
}

void
shelf_rest (Shelf *shelf)
{
  for (guint i = 0; i < shelf->boards->len; i++)
    {
      const Board *board = board_at (shelf, i);
      if (board->place != IN_MEMORY && madvise (board->start, board->n_bytes, MADV_DONTNEED) != 0)
        g_error ("a mapped file keeps its memory: %s", g_strerror (errno));
    }
}

gsize
shelf_n_filed (const Shelf *shelf)
{
  return shelf->n_filed;
}
