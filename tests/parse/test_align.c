/* tests/parse/test_align.c - puts the cells of a row under the columns that they belong to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/align.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define MAX_CELLS 16

/* A row and a table of which each cell and column is one letter: a cell suits the columns of its
 * own letter, those of another not at all; '.' is an empty cell, '?' suits every column a little.
 */
typedef struct
{
  const char *row, *columns;
} Letters;

static int
score_letters (guint cell, guint column, gpointer data)
{
  const Letters *letters = data;
  if (letters->row[cell] == '?')
    return 1;
  return letters->row[cell] == letters->columns[column] ? 2 : -4;
}

/* Expects that the letters of @row end under the columns of @expected, which is as wide as
 * @columns; those that stand nowhere are missing from it. */
static void
assert_aligns (const char *row, const char *columns, const char *expected)
{
  Letters letters = { row, columns };
  guint n = (guint) strlen (row), n_columns = (guint) strlen (columns);
  gboolean is_filled[MAX_CELLS] = { 0 };
  int places[MAX_CELLS] = { 0 }, found[MAX_CELLS];
  cr_assert (n <= MAX_CELLS);
  for (guint i = 0; i < n; i++)
    {
      is_filled[i] = row[i] != '.';
      places[i] = (int) i;
    }
  align_cells (is_filled, places, n, n_columns, score_letters, &letters, found);

  g_autofree char *aligned = g_strnfill (n_columns, '.');
  for (guint i = 0; i < n; i++)
    if (is_filled[i] && found[i] != ALIGN_NOWHERE)
      aligned[found[i]] = row[i];
  cr_expect_str_eq (aligned, expected, "%s under %s is %s, not %s", row, columns, aligned,
                    expected);
}

Test (align, cells_that_suit_their_columns_stay)
{
  assert_aligns ("rnnna", "rnnna", "rnnna");
  assert_aligns ("rn.na", "rnnna", "rn.na");
  assert_aligns ("", "rnn", "...");
  assert_aligns ("...", "rnn", "...");
}

Test (align, cells_behind_a_lost_one_move_back_to_the_right)
{
  assert_aligns ("rnnaab", "rnnnaab", "rnn.aab");
  assert_aligns ("rnaab", "rnnnaab", "rn..aab");
}

Test (align, cells_behind_an_added_one_move_back_to_the_left)
{
  assert_aligns ("rnn.naab", "rnnnaab", "rnnnaab");
  assert_aligns ("r.nnnaab", "rnnnaab", "rnnnaab");
}

Test (align, cells_move_sooner_where_an_empty_one_leaves_room)
{
  assert_aligns ("nn.naab", "nnnaab.", "nnnaab.");
  assert_aligns (".nnnaa", "nnnaa.", "nnnaa.");
}

Test (align, one_odd_cell_does_not_move_the_rest)
{
  assert_aligns ("rnnxnn", "rnnnnn", "rnnxnn");
  assert_aligns ("rnnann", "rnnnnn", "rnnann");
}

Test (align, cells_that_suit_two_ways_alike_stay_in_their_places)
{
  assert_aligns ("rn.nn", "rnnnn", "rn.nn");
  assert_aligns ("r??", "rnnnn", "r??..");
}

Test (align, a_cell_that_has_no_column_left_stands_nowhere)
{
  assert_aligns ("rnnnb", "rnnn", "rnnn");
  assert_aligns ("rnnnaab", "rnnn", "rnnn");
}

Test (align, cells_keep_their_order) { assert_aligns ("ban", "nab", "ban"); }

Test (align, places_tell_where_the_cells_belong)
{
  static const gboolean is_filled[] = { TRUE, TRUE };
  static const int places[] = { 1, 3 };
  Letters letters = { "??", "nnnn" };
  int found[2];
  cr_expect (eq (int, align_cells (is_filled, places, 2, 4, score_letters, &letters, found), 2));
  cr_expect (eq (int, found[0], 1));
  cr_expect (eq (int, found[1], 3));
}

/* ---- against all ways ---- */

typedef struct
{
  gboolean is_filled[6];
  int places[6];
  int scores[6][6];
  guint n_cells, n_columns;
} Puzzle;

static int
score_puzzle (guint cell, guint column, gpointer data)
{
  return ((const Puzzle *) data)->scores[cell][column];
}

/* The best score of the cells from @cell on, if the one before stands @aside columns beside its
 * place and the last placed one in column @last. */
static int
try_all (const Puzzle *puzzle, guint cell, int aside, int last)
{
  if (cell == puzzle->n_cells)
    return 0;
  if (!puzzle->is_filled[cell])
    return try_all (puzzle, cell + 1, aside, last);

  int best = -4 + try_all (puzzle, cell + 1, aside, last);
  gboolean at_gap = cell == 0 || !puzzle->is_filled[cell - 1];
  for (int own = -3; own <= 3; own++)
    {
      int column = puzzle->places[cell] + own, step = own - aside;
      if (column <= last || column >= (int) puzzle->n_columns)
        continue;
      int cost = ABS (step) * ((at_gap ? 3 : 5) + (step < 0 ? 1 : 0));
      best = MAX (best,
                  puzzle->scores[cell][column] - cost + try_all (puzzle, cell + 1, own, column));
    }
  return best;
}

static Puzzle
random_puzzle (GRand *rand)
{
  Puzzle puzzle = { .n_cells = (guint) g_rand_int_range (rand, 1, 7),
                    .n_columns = (guint) g_rand_int_range (rand, 1, 7) };
  for (guint i = 0; i < puzzle.n_cells; i++)
    {
      puzzle.is_filled[i] = g_rand_int_range (rand, 0, 4) > 0;
      puzzle.places[i] = (int) i;
      for (guint k = 0; k < puzzle.n_columns; k++)
        puzzle.scores[i][k] = g_rand_int_range (rand, -4, 10);
    }
  return puzzle;
}

/* The score of one way, as align_cells() counts. */
static int
score_of_way (const Puzzle *puzzle, const int *columns)
{
  int total = 0, aside = 0;
  for (guint i = 0; i < puzzle->n_cells; i++)
    {
      if (!puzzle->is_filled[i])
        continue;
      if (columns[i] == ALIGN_NOWHERE)
        {
          total -= 4;
          continue;
        }
      int own = columns[i] - puzzle->places[i], step = own - aside;
      gboolean at_gap = i == 0 || !puzzle->is_filled[i - 1];
      total += puzzle->scores[i][columns[i]] - ABS (step) * ((at_gap ? 3 : 5) + (step < 0 ? 1 : 0));
      aside = own;
    }
  return total;
}

/* One way a state is remembered, so that in one of some hundred random tables the best way is
 * forgotten for one that begins better. */
Test (align, finds_the_best_of_all_ways_nearly_always)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (47);
  guint n_missed = 0;
  for (int i = 0; i < 2000; i++)
    {
      Puzzle puzzle = random_puzzle (rand);
      int columns[6], best = try_all (&puzzle, 0, 0, -1);
      int found = align_cells (puzzle.is_filled, puzzle.places, puzzle.n_cells, puzzle.n_columns,
                               score_puzzle, &puzzle, columns);
      cr_expect (eq (int, found, score_of_way (&puzzle, columns)), "puzzle %d", i);
      cr_expect (le (int, found, best), "puzzle %d", i);
      n_missed += found < best;
    }
  cr_expect (lt (uint, n_missed, 10));
}

Test (align, no_two_cells_share_a_column_and_none_overtakes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (48);
  for (int i = 0; i < 2000; i++)
    {
      Puzzle puzzle = random_puzzle (rand);
      int columns[6], last = -1;
      align_cells (puzzle.is_filled, puzzle.places, puzzle.n_cells, puzzle.n_columns, score_puzzle,
                   &puzzle, columns);
      for (guint k = 0; k < puzzle.n_cells; k++)
        {
          if (columns[k] == ALIGN_NOWHERE)
            continue;
          cr_expect (lt (int, last, columns[k]), "puzzle %d", i);
          cr_expect (lt (int, columns[k], (int) puzzle.n_columns), "puzzle %d", i);
          last = columns[k];
        }
    }
}
