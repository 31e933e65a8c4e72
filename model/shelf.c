/* model/shelf.c - where what is not needed at the moment waits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A shelf grows by boards, of so many pieces.  The first are plain memory; with the next, they and
 * it become parts of the file: room on the disk is taken before a board is used, for a mapped file
 * that cannot grow would end the program.  The memory of a board in the file can be let go of at
 * any time; its content is the file's.
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
  char *start;
  guint64 when; /* it was turned to, by the clock; 0 if it rests */
} Piece;

typedef struct
{
  char *start; /* owned: mapped, from a multiple of SHELF_AROUND_BYTES on */
  gsize n_bytes, n_used;
  guint first_piece;
  off_t place; /* in the file; IN_MEMORY if it is memory */
  gboolean is_parted;
} Board;

struct _Shelf
{
  FILE *file; /* (nullable): owned */
  GArray *boards;
  gsize n_bytes, n_filed;   /* of all boards, and of those in the file */
  GArray *pieces;           /* of Piece */
  guint last_piece;         /* in which what was taken last begins */
  guint last_board;         /* that something was looked at on */
  guint64 clock;            /* counts turns */
  guint awake[SHELF_AWAKE]; /* the pieces that were turned to and do not rest, in no order */
  guint n_awake;
  guint next; /* piece that rests if nobody turned to it */
};

static gboolean may_file = TRUE;

/* Boards of the process whose pieces are mapped one by one; Linux has 65,530 mappings of a process,
 * and these are 16 each. */
#define MOST_PARTED 1000
static int n_parted;

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
  shelf->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
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
      munmap (board_at (shelf, i)->start, board_at (shelf, i)->n_bytes);
      if (board_at (shelf, i)->is_parted)
        g_atomic_int_add (&n_parted, -1);
    }
  g_array_unref (shelf->boards);
  g_array_unref (shelf->pieces);
  if (shelf->file != NULL)
    fclose (shelf->file);
  g_free (shelf);
}

/* Returns: so much memory, from a multiple of SHELF_AROUND_BYTES on. */
static char *
map_memory (gsize n_bytes)
{
  char *room = mmap (NULL, n_bytes + SHELF_AROUND_BYTES, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED)
    g_error ("no memory for %" G_GSIZE_FORMAT " bytes", n_bytes);
  gsize n_before = SHELF_AROUND_BYTES - (gsize) room % SHELF_AROUND_BYTES;
  char *start = room + n_before;
  munmap (room, n_before);
  if (n_before < SHELF_AROUND_BYTES)
    munmap (start + n_bytes, SHELF_AROUND_BYTES - n_before);
  return start;
}

/* Returns: whether all of @board, which lies in memory, stands in the file, too. */
static gboolean
write_board (int fd, const Board *board, off_t place)
{
  gsize n_done = 0;
  if (posix_fallocate (fd, place, (off_t) board->n_bytes) != 0)
    return FALSE;
  while (n_done < board->n_used)
    {
      ssize_t n
          = pwrite (fd, board->start + n_done, board->n_used - n_done, place + (off_t) n_done);
      if (n <= 0 && errno != EINTR)
        return FALSE;
      n_done += (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* Has Linux bring pieces of @board one by one.  It brings no more at once than is mapped in one,
 * and does not map in one what is to be read in different ways. */
static void
part_pieces (Board *board)
{
  if (board->n_bytes > SHELF_BOARD_BYTES || g_atomic_int_add (&n_parted, 1) >= MOST_PARTED)
    return;
  board->is_parted = TRUE;
  for (gsize i = 0; i < board->n_bytes; i += 2 * SHELF_PIECE_BYTES)
    madvise (board->start + i, SHELF_PIECE_BYTES, MADV_RANDOM);
}

/* Has @board, which lies in memory, lie in the file.  Returns: FALSE if that has no room for it. */
static gboolean
file_board (Shelf *shelf, Board *board)
{
  if (shelf->file == NULL)
    shelf->file = tmpfile ();
  off_t place = (off_t) shelf->n_filed;
  if (shelf->file == NULL || !write_board (fileno (shelf->file), board, place))
    return FALSE;

  if (mmap (board->start, board->n_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED,
            fileno (shelf->file), place)
      == MAP_FAILED)
    g_error ("a file cannot be mapped: %s", g_strerror (errno));
  board->place = place;
  shelf->n_filed += board->n_bytes;
  part_pieces (board);
  return TRUE;
}

/* Has all boards lie in the file, from the first on, as far as there is room. */
static void
file_boards (Shelf *shelf)
{
  gboolean has_room = may_file && shelf->n_bytes > SHELF_MEMORY_BYTES;
  for (guint i = 0; has_room && i < shelf->boards->len; i++)
    if (board_at (shelf, i)->place == IN_MEMORY)
      has_room = file_board (shelf, board_at (shelf, i));
}

/* Adds a board with room for @n_bytes. */
static Board *
add_board (Shelf *shelf, gsize n_bytes)
{
  gsize n_boards = (n_bytes + SHELF_BOARD_BYTES - 1) / SHELF_BOARD_BYTES;
  Board board = { .n_bytes = n_boards * SHELF_BOARD_BYTES,
                  .first_piece = shelf->pieces->len,
                  .place = IN_MEMORY };
  board.start = map_memory (board.n_bytes);
  shelf->n_bytes += board.n_bytes;
  g_array_append_val (shelf->boards, board);
  for (gsize i = 0; i < board.n_bytes; i += SHELF_PIECE_BYTES)
    {
      const Piece piece = { board.start + i, 0 };
      g_array_append_val (shelf->pieces, piece);
    }
  file_boards (shelf);
  shelf_rest (shelf);
  return board_at (shelf, shelf->boards->len - 1);
}

/* Returns: the first place behind what is used of @board, at a multiple of @alignment, from which
 * @n_bytes lie on one piece, or, if they are more, from a piece's beginning on. */
static gsize
find_place (const Board *board, gsize n_bytes, gsize alignment)
{
  gsize place = (board->n_used + alignment - 1) / alignment * alignment;
  gsize n_left = SHELF_PIECE_BYTES - place % SHELF_PIECE_BYTES;
  return n_bytes <= n_left ? place : place + n_left % SHELF_PIECE_BYTES;
}

/* Returns: room for @n_bytes at a multiple of @alignment. */
static gpointer
take_room (Shelf *shelf, gsize n_bytes, gsize alignment)
{
  Board *last = shelf->boards->len > 0 ? board_at (shelf, shelf->boards->len - 1) : NULL;
  gsize place = last == NULL ? 0 : find_place (last, n_bytes, alignment);
  if (last == NULL || place > last->n_bytes || n_bytes > last->n_bytes - place)
    {
      last = add_board (shelf, n_bytes);
      place = 0;
    }
  last->n_used = place + n_bytes;
  shelf->last_piece = last->first_piece + (guint) (place / SHELF_PIECE_BYTES);
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

static void
rest (char *start, gsize n_bytes)
{
  if (madvise (start, n_bytes, MADV_DONTNEED) != 0)
    g_error ("a mapped file keeps its memory: %s", g_strerror (errno));
}

static Piece *
piece_at (const Shelf *shelf, guint i)
{
  return &g_array_index (shelf->pieces, Piece, i);
}

void
shelf_rest (Shelf *shelf)
{
  shelf->clock++;
  for (guint i = 0; i < shelf->pieces->len; i++)
    piece_at (shelf, i)->when = 0;
  shelf->n_awake = 0;
  for (guint i = 0; i < shelf->boards->len; i++)
    if (board_at (shelf, i)->place != IN_MEMORY)
      rest (board_at (shelf, i)->start, board_at (shelf, i)->n_bytes);
}

static guint
n_filed_pieces (const Shelf *shelf)
{
  return (guint) (shelf->n_filed / SHELF_PIECE_BYTES);
}

static void
rest_piece (Shelf *shelf, guint i)
{
  Piece *piece = piece_at (shelf, i);
  piece->when = 0;
  rest (piece->start, SHELF_PIECE_BYTES);
}

/* Returns: which of the awake pieces was turned to least lately. */
static guint
find_oldest (const Shelf *shelf)
{
  guint oldest = 0;
  for (guint i = 1; i < shelf->n_awake; i++)
    if (piece_at (shelf, shelf->awake[i])->when < piece_at (shelf, shelf->awake[oldest])->when)
      oldest = i;
  return oldest;
}

/* Makes room among the awake pieces.  One piece after another, with each that rests, lets go of
 * what somebody looked at without turning to it. */
static void
rest_oldest (Shelf *shelf)
{
  guint oldest = find_oldest (shelf);
  rest_piece (shelf, shelf->awake[oldest]);
  shelf->awake[oldest] = shelf->awake[--shelf->n_awake];
  shelf->next = (shelf->next + 1) % n_filed_pieces (shelf);
  if (piece_at (shelf, shelf->next)->when == 0)
    rest_piece (shelf, shelf->next);
}

void
shelf_turn_to (Shelf *shelf, guint piece)
{
  if (piece < n_filed_pieces (shelf) && piece_at (shelf, piece)->when == 0)
    {
      if (shelf->n_awake == SHELF_AWAKE)
        rest_oldest (shelf);
      shelf->awake[shelf->n_awake++] = piece;
    }
  piece_at (shelf, piece)->when = ++shelf->clock;
}

/* Whether @place is of the board @i.  One that lies before it is beyond it too, the difference
 * being unsigned. */
static gboolean
is_on_board (const Shelf *shelf, guint i, gconstpointer place)
{
  return (gsize) place - (gsize) board_at (shelf, i)->start < board_at (shelf, i)->n_bytes;
}

void
shelf_look_at (Shelf *shelf, gconstpointer place)
{
  guint n_boards = shelf->boards->len, i = shelf->last_board;
  if (i >= n_boards || !is_on_board (shelf, i, place))
    for (i = 0; i < n_boards && !is_on_board (shelf, i, place); i++)
      ;
  if (i == n_boards)
    return;
  gsize offset = (gsize) place - (gsize) board_at (shelf, i)->start;
  shelf->last_board = i;
  shelf_turn_to (shelf, board_at (shelf, i)->first_piece + (guint) (offset / SHELF_PIECE_BYTES));
}

guint
shelf_last_piece (const Shelf *shelf)
{
  return shelf->last_piece;
}

const guint64 *
shelf_clock (const Shelf *shelf)
{
  return &shelf->clock;
}

gsize
shelf_n_filed (const Shelf *shelf)
{
  return shelf->n_filed;
}
