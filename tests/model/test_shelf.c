/* tests/model/test_shelf.c - tests model/shelf.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/shelf.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define PIECE 1000
#define N_PIECES (2 * SHELF_MEMORY_BYTES / PIECE)

/* Returns (transfer container): pieces on the shelf, each full of its own number. */
static GPtrArray *
fill (Shelf *shelf, guint n)
{
  GPtrArray *pieces = g_ptr_array_new ();
  char piece[PIECE];
  for (guint i = 0; i < n; i++)
    {
      memset (piece, (int) (i % 251), sizeof piece);
      g_ptr_array_add (pieces, shelf_add (shelf, piece, sizeof piece));
    }
  return pieces;
}

static guint
count_whole (const GPtrArray *pieces)
{
  guint n = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      const unsigned char *piece = g_ptr_array_index (pieces, i);
      n += piece[0] == i % 251 && memcmp (piece, piece + 1, PIECE - 1) == 0;
    }
  return n;
}

Test (shelf, what_lies_in_the_file_comes_back_as_it_was)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (GPtrArray) pieces = fill (shelf, N_PIECES);

  cr_expect (ge (sz, shelf_n_filed (shelf), 2 * SHELF_MEMORY_BYTES));
  cr_expect (eq (uint, count_whole (pieces), N_PIECES));
  shelf_rest (shelf);
  cr_expect (eq (uint, count_whole (pieces), N_PIECES));
}

Test (shelf, what_is_changed_stays_changed)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (GPtrArray) pieces = fill (shelf, N_PIECES);
  for (guint i = 0; i < pieces->len; i++)
    ((char *) g_ptr_array_index (pieces, i))[7] = 'x';
  shelf_rest (shelf);

  for (guint i = 0; i < pieces->len; i++)
    cr_assert (eq (chr, ((char *) g_ptr_array_index (pieces, i))[7], 'x'));
}

Test (shelf, a_short_document_needs_no_file)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (GPtrArray) pieces = fill (shelf, SHELF_MEMORY_BYTES / PIECE * 9 / 10);
  shelf_rest (shelf);

  cr_expect (zero (sz, shelf_n_filed (shelf)));
  cr_expect (eq (uint, count_whole (pieces), pieces->len));
}

Test (shelf, what_is_larger_than_a_board_gets_one_of_its_size)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autofree char *large = g_malloc0 (SHELF_MEMORY_BYTES + 1);
  large[SHELF_MEMORY_BYTES] = 'z';
  const char *before = shelf_add (shelf, "a", 1);
  const char *copy = shelf_add (shelf, large, SHELF_MEMORY_BYTES + 1);
  shelf_rest (shelf);

  cr_expect (eq (chr, *before, 'a'));
  cr_expect (eq (chr, copy[SHELF_MEMORY_BYTES], 'z'));
  cr_expect (eq (sz, shelf_n_filed (shelf), SHELF_MEMORY_BYTES + 2 * SHELF_BOARD_BYTES));
}

Test (shelf, where_there_is_no_room_for_a_file_it_is_memory)
{
  const struct rlimit none = { 0, 0 };
  cr_assert (zero (int, setrlimit (RLIMIT_FSIZE, &none)));
  signal (SIGXFSZ, SIG_IGN);
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (GPtrArray) pieces = fill (shelf, N_PIECES);
  shelf_rest (shelf);

  cr_expect (zero (sz, shelf_n_filed (shelf)));
  cr_expect (eq (uint, count_whole (pieces), N_PIECES));
}

Test (shelf, a_process_that_may_write_no_file_writes_none)
{
  shelf_stay_in_memory ();
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (GPtrArray) pieces = fill (shelf, N_PIECES);
  shelf_rest (shelf);

  cr_expect (zero (sz, shelf_n_filed (shelf)));
  cr_expect (eq (uint, count_whole (pieces), N_PIECES));
}

Test (shelf, what_fits_on_a_piece_lies_on_one)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  for (guint i = 0; i < 100; i++)
    {
      gsize place = (gsize) shelf_take (shelf, SHELF_PIECE_BYTES / 3) % SHELF_PIECE_BYTES;
      cr_assert (le (sz, place, SHELF_PIECE_BYTES - SHELF_PIECE_BYTES / 3));
    }
  cr_expect (zero (sz, (gsize) shelf_take (shelf, SHELF_PIECE_BYTES) % SHELF_PIECE_BYTES));
}

Test (shelf, what_lies_there_is_aligned_for_anything)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  shelf_add (shelf, "abc", 3);
  const char *next = shelf_add (shelf, NULL, 0);
  const char *last = shelf_add (shelf, "d", 1);

  cr_expect (zero (sz, (gsize) (next - (char *) NULL) % 16));
  cr_expect (eq (chr, *last, 'd'));
  shelf_free (NULL);
}
