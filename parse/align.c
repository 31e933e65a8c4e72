/* parse/align.c - puts the cells of a row under the columns that they belong to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A state says how well the first cells of the row can stand if the last of them does so a number
 * of columns beside its place, or would, but stands nowhere: then the cells behind it may take the
 * column that it leaves.
 */
#include "parse/align.h"

#define MAX_ASIDE 3 /* columns: rows are one off, seldom two */
#define N_ASIDE (2 * MAX_ASIDE + 1)
#define N_STATES (2 * N_ASIDE) /* the last cell stands somewhere, or nowhere */
#define STEP_COST 5            /* of standing one column further right than the cell before */
#define STEP_COST_AT_GAP 3     /* the same where an empty cell stands between the two */
#define LEFT_COST 1            /* more to the left: an empty cell is sooner lost than added */
#define NOWHERE_COST 4         /* of a cell that stands in no column */
#define IMPOSSIBLE (G_MININT / 2)

typedef struct
{
  int score;
  int from;   /* the state of the cell before */
  int column; /* that the last placed cell stands in, -1 before any */
} State;

static int
aside_of (int state)
{
  return state % N_ASIDE;
}

static gboolean
is_nowhere (int state)
{
  return state >= N_ASIDE;
}

static int
step_cost (const gboolean *is_filled, guint cell, int from, int to)
{
  int step = aside_of (to) - aside_of (from);
  gboolean at_gap = cell == 0 || !is_filled[cell - 1];
  return ABS (step) * ((at_gap ? STEP_COST_AT_GAP : STEP_COST) + (step < 0 ? LEFT_COST : 0));
}

/* The best way for a cell to stand nowhere, as many columns aside as the cell before. */
static State
skip_cell (const State *before, int state)
{
  int placed = aside_of (state), nowhere = placed + N_ASIDE;
  int from = before[nowhere].score > before[placed].score ? nowhere : placed;
  if (before[from].score == IMPOSSIBLE)
    return (State){ IMPOSSIBLE, 0, -1 };
  return (State){ before[from].score - NOWHERE_COST, from, before[from].column };
}

/* The best way for @cell to stand in @column after any state in @before.  Its own score there is
 * @own; IMPOSSIBLE if there is no such column. */
static State
put_cell (const State *before, const gboolean *is_filled, guint cell, int state, int column,
          int own)
{
  State best = { IMPOSSIBLE, 0, -1 };
  int scores[N_ASIDE];
  for (int aside = 0; aside < N_ASIDE; aside++)
    scores[aside] = own - step_cost (is_filled, cell, aside, state);
  for (int from = 0; from < N_STATES && own != IMPOSSIBLE; from++)
    {
      if (before[from].score == IMPOSSIBLE || column <= before[from].column)
        continue;
      int total = before[from].score + scores[from % N_ASIDE];
      if (total > best.score)
        best = (State){ total, from, column };
    }
  return best;
}

static int
best_state (const State *states)
{
  int best = MAX_ASIDE;
  for (int state = 0; state < N_STATES; state++)
    if (states[state].score > states[best].score)
      best = state;
  return best;
}

int
align_cells (const gboolean *is_filled, const int *places, guint n_cells, guint n_columns,
             AlignScore score, gpointer data, int *columns)
{
  g_autofree State *states = g_new (State, (gsize) (n_cells + 1) * N_STATES);
  for (int state = 0; state < N_STATES; state++)
    states[state] = (State){ state == MAX_ASIDE ? 0 : IMPOSSIBLE, state, -1 };

  for (guint cell = 0; cell < n_cells; cell++)
    {
      State *before = &states[(gsize) cell * N_STATES], *after = before + N_STATES;
      for (int state = 0; state < N_STATES; state++)
        {
          int column = places[cell] + aside_of (state) - MAX_ASIDE;
          gboolean exists = column >= 0 && column < (int) n_columns;
          if (!is_filled[cell])
            after[state] = (State){ before[state].score, state, before[state].column };
          else if (is_nowhere (state))
            after[state] = skip_cell (before, state);
          else
            after[state] = put_cell (before, is_filled, cell, state, column,
                                     exists ? score (cell, (guint) column, data) : IMPOSSIBLE);
        }
    }

  int at = best_state (&states[(gsize) n_cells * N_STATES]);
  int total = states[(gsize) n_cells * N_STATES + (guint) at].score;
  for (guint cell = n_cells; cell > 0; cell--)
    {
      const State *state = &states[(gsize) cell * N_STATES + (guint) at];
      gboolean is_placed = is_filled[cell - 1] && !is_nowhere (at);
      columns[cell - 1] = is_placed ? state->column : ALIGN_NOWHERE;
      at = state->from;
    }
  return total;
}
