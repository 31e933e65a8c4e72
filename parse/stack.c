/* parse/stack.c - which row of a table each line belongs to, where no rules part the rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each row has an anchor (parse/anchor.h), and between two anchors one line begins the lower row.
 * Those lines are chosen together (Viterbi's algorithm, from top to bottom) so that
 *
 * 1. the lines that a row has in a column lie around the anchor, or begin or end beside it: as the
 *    column does in most rows;
 * 2. rows are parted where a line is blank or a rule drawn, and not where a cell's text goes on in
 *    lower case.
 */
#include "parse/stack.h"

#include <math.h>

#include "parse/anchor.h"
#include "parse/parting.h"
#include "parse/sideways_row.h"

#define MAX_BETWEEN 40 /* lines between two anchors that are tried as the lower row's first */
#define WIDE_BLANK 1.5 /* lines: no cell goes on behind so much */
/* In lines: for rows that no blank parts, and though a line is blank between them; for a text that
 * is cut there. */
#define COST_TOUCHING 0.3
#define COST_PASSED 3.0
#define COST_CUT 1.0

/* How the cells of a column stand beside their row's anchor. */
typedef enum
{
  STAND_MIDDLE,
  STAND_TOP,
  STAND_BOTTOM,
  N_STANDS
} Stand;

typedef struct
{
  const GArray *lines; /* borrowed */
  guint first, n_lines;
  const GArray *columns; /* borrowed */
  gboolean *is_parted;   /* owned; of each line, whether a rule lies above it */
  GArray *anchors;       /* owned; of Anchor, counted from @first, as lines are below */
  GArray *sideways;   /* owned; of Sideways; its rows are those of the anchors but the headings */
  guint *next, *last; /* owned; for each line and column: the next line with words, from it on,
                         and the last one before it; n_lines if there is none */
  Stand *stands;      /* owned; of each column */
  double *weights;    /* owned; how much each column tells: less if its cells stand anywhere */
} Stacker;

static const WordLine *
line_of (const Stacker *stacker, guint line)
{
  return word_line (stacker->lines, stacker->first + line);
}

static double
y0_of (const Stacker *stacker, guint line)
{
  return word_line_y0 (line_of (stacker, line));
}

static double
y1_of (const Stacker *stacker, guint line)
{
  return word_line_y1 (line_of (stacker, line));
}

static const Anchor *
anchor_at (const Stacker *stacker, guint row)
{
  return &g_array_index (stacker->anchors, Anchor, row);
}

/* ---- what stands where ---- */

static const Word *
first_word_in (const Stacker *stacker, guint line, guint column)
{
  const WordLine *words = line_of (stacker, line);
  for (guint i = 0; i < words->n_words; i++)
    if (gutter_column_of (stacker->columns, &words->words[i]) == column)
      return &words->words[i];
  return NULL;
}

static void
note_fills (Stacker *stacker)
{
  guint n_columns = stacker->columns->len, n = stacker->n_lines;
  stacker->next = g_new (guint, (n + 1) * n_columns);
  stacker->last = g_new (guint, (n + 1) * n_columns);
  g_autofree gboolean *is_filled = g_new0 (gboolean, n * n_columns);
  for (guint i = 0; i < n; i++)
    {
      const WordLine *line = line_of (stacker, i);
      for (guint k = 0; k < line->n_words && !line->is_turned; k++)
        is_filled[i * n_columns + gutter_column_of (stacker->columns, &line->words[k])] = TRUE;
    }
  for (guint c = 0; c < n_columns; c++)
    {
      stacker->last[c] = stacker->next[n * n_columns + c] = n;
      for (guint i = 0; i < n; i++)
        stacker->last[(i + 1) * n_columns + c]
            = is_filled[i * n_columns + c] ? i : stacker->last[i * n_columns + c];
      for (guint i = n; i-- > 0;)
        stacker->next[i * n_columns + c]
            = is_filled[i * n_columns + c] ? i : stacker->next[(i + 1) * n_columns + c];
    }
}

/* ---- what a row costs ---- */

/* Returns: how many lines off the anchor the lines from @from to @to of a column stand. */
static double
cost_in_column (const Stacker *stacker, guint anchor, guint from, guint to, guint column,
                Stand stand)
{
  guint n_columns = stacker->columns->len;
  guint first = stacker->next[from * n_columns + column];
  if (first >= to)
    return 0;
  guint last = stacker->last[to * n_columns + column];
  double y0 = y0_of (stacker, anchor), y1 = y1_of (stacker, anchor);
  double top = y0_of (stacker, first) - y0, bottom = y1_of (stacker, last) - y1;
  double off[N_STANDS] = {
    [STAND_MIDDLE] = (top + bottom) / 2,
    [STAND_TOP] = top,
    [STAND_BOTTOM] = bottom,
  };
  return fabs (off[stand]) / (y1 - y0);
}

static double
cost_of_row (const Stacker *stacker, guint anchor, guint from, guint to)
{
  double cost = 0;
  for (guint c = 0; c < stacker->columns->len; c++)
    cost += stacker->weights[c] * cost_in_column (stacker, anchor, from, to, c, stacker->stands[c]);
  return cost;
}

/* Returns: whether nothing is blank above the line; what is behind the last one does not touch. */
static gboolean
touches_above (const Stacker *stacker, guint line)
{
  return line < stacker->n_lines && !stacker->is_parted[line]
         && word_line_touches_above (stacker->lines, stacker->first + line);
}

/* Returns: what it costs that a row begins with @line; @has_blank tells whether it could begin
 * behind a blank one. */
static double
cost_of_cut (const Stacker *stacker, guint line, gboolean has_blank)
{
  if (!touches_above (stacker, line))
    return 0;
  double cost = has_blank ? COST_PASSED : COST_TOUCHING;
  guint n_columns = stacker->columns->len;
  for (guint c = 0; c < n_columns; c++)
    {
      if (stacker->last[line * n_columns + c] != line - 1
          || stacker->next[line * n_columns + c] != line)
        continue;
      const Word *word = first_word_in (stacker, line, c);
      cost += g_unichar_islower (g_utf8_get_char (word->text)) ? COST_CUT : 0;
    }
  return cost;
}

/* ---- where rows begin ---- */

/* A place between two anchors, or behind the last, where the upper row may end. */
typedef struct
{
  guint first, n;     /* the lines that may begin what is below */
  gboolean has_blank; /* whether any of them stands behind a blank line */
  double *costs;      /* owned; the least cost of all that is above, for each of them */
  guint *from;        /* owned; and the choice in the place above that it comes from */
} Cut;

static void
cut_clear (Cut *cut)
{
  g_free (cut->costs);
  g_free (cut->from);
}

/* Returns: the line behind those that can belong to the last row. */
static guint
find_end (const Stacker *stacker)
{
  guint n = stacker->anchors->len, end = anchor_at (stacker, n - 1)->last + 1;
  guint first = anchor_at (stacker, 0)->line, last = anchor_at (stacker, n - 1)->line;
  double all = y0_of (stacker, last) - y0_of (stacker, first),
         height = y1_of (stacker, last) - y0_of (stacker, last);
  double pitch = n > 1 ? all / (n - 1) / height : 0;
  while (end < stacker->n_lines
         && word_line_gap_above (stacker->lines, stacker->first + end)
                < MAX (WIDE_BLANK, pitch / 2))
    end++;
  return end;
}

static Cut
cut_below (const Stacker *stacker, guint row)
{
  guint last = anchor_at (stacker, row)->last;
  gboolean is_last = row + 1 == stacker->anchors->len;
  guint end = is_last ? find_end (stacker) : anchor_at (stacker, row + 1)->first;
  guint n = MIN (end - last, MAX_BETWEEN);
  Cut cut = { last + 1, n, FALSE, g_new (double, n), g_new0 (guint, n) };
  for (guint i = 0; i < n; i++)
    cut.has_blank |= !is_last && !touches_above (stacker, cut.first + i);
  return cut;
}

/* Fills in what is least for the row between two cuts; @above is NULL for the first row. */
static void
follow (const Stacker *stacker, guint row, const Cut *above, Cut *below)
{
  guint anchor = anchor_at (stacker, row)->line;
  for (guint k = 0; k < below->n; k++)
    {
      below->costs[k] = G_MAXDOUBLE;
      double cut = cost_of_cut (stacker, below->first + k, below->has_blank);
      for (guint i = 0; i < (above != NULL ? above->n : 1); i++)
        {
          guint from = above != NULL ? above->first + i : 0;
          double cost = (above != NULL ? above->costs[i] : 0) + cut
                        + cost_of_row (stacker, anchor, from, below->first + k);
          if (cost >= below->costs[k])
            continue;
          below->costs[k] = cost;
          below->from[k] = i;
        }
    }
}

/* Returns (element-type guint): the line behind each row; @cost gets what they cost. */
static GArray *
choose_ends (const Stacker *stacker, double *cost)
{
  guint n_rows = stacker->anchors->len;
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  g_array_set_clear_func (cuts, (GDestroyNotify) cut_clear);
  for (guint row = 0; row < n_rows; row++)
    {
      Cut cut = cut_below (stacker, row);
      follow (stacker, row, row > 0 ? &g_array_index (cuts, Cut, row - 1) : NULL, &cut);
      g_array_append_val (cuts, cut);
    }

  GArray *ends = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_rows);
  g_array_set_size (ends, n_rows);
  const Cut *last = &g_array_index (cuts, Cut, n_rows - 1);
  guint choice = 0;
  for (guint k = 1; k < last->n; k++)
    choice = last->costs[k] < last->costs[choice] ? k : choice;
  *cost = last->costs[choice];
  for (guint row = n_rows; row-- > 0;)
    {
      const Cut *cut = &g_array_index (cuts, Cut, row);
      g_array_index (ends, guint, row) = cut->first + choice;
      choice = cut->from[choice];
    }
  return ends;
}

/* Returns (element-type guint): as above, with all columns standing alike, as costs less. */
static GArray *
choose_alike (Stacker *stacker)
{
  GArray *best = NULL;
  double least = G_MAXDOUBLE;
  for (Stand stand = STAND_MIDDLE; stand < N_STANDS; stand++)
    {
      for (guint c = 0; c < stacker->columns->len; c++)
        {
          stacker->stands[c] = stand;
          stacker->weights[c] = 1;
        }
      double cost;
      GArray *ends = choose_ends (stacker, &cost);
      if (cost < least)
        {
          g_clear_pointer (&best, g_array_unref);
          best = ends;
          least = cost;
        }
      else
        g_array_unref (ends);
    }
  return best;
}

/* Learns of each column how its cells stand in rows that are likely, and how surely. */
static void
learn_stands (Stacker *stacker)
{
  g_autoptr (GArray) ends = choose_alike (stacker);
  for (guint c = 0; c < stacker->columns->len; c++)
    {
      double off[N_STANDS] = { 0 };
      guint n = 0; /* rows that have anything there */
      for (guint row = 0; row < ends->len; row++)
        {
          guint anchor = anchor_at (stacker, row)->line,
                from = row > 0 ? g_array_index (ends, guint, row - 1) : 0,
                to = g_array_index (ends, guint, row);
          for (Stand stand = 0; stand < N_STANDS; stand++)
            off[stand] += cost_in_column (stacker, anchor, from, to, c, stand);
          n += stacker->next[from * stacker->columns->len + c] < to;
        }
      Stand best = STAND_MIDDLE;
      for (Stand stand = best + 1; stand < N_STANDS; stand++)
        best = off[stand] < off[best] ? stand : best;
      stacker->stands[c] = best;
      stacker->weights[c] = 1 / (1 + off[best] / MAX (n, 1));
    }
}

/* Makes rows reach to what is turned and theirs. */
static void
reach_sideways (Stacker *stacker)
{
  for (guint i = 0; i < stacker->sideways->len; i++)
    {
      const Sideways *own = &g_array_index (stacker->sideways, Sideways, i);
      if (own->row == SIDEWAYS_NO_ROW)
        continue;
      Anchor *anchors = (Anchor *) (void *) stacker->anchors->data, *anchor = &anchors[own->row];
      if (own->line < anchor->first && (own->row == 0 || own->line > anchor[-1].last))
        anchor->first = own->line;
      else if (own->line > anchor->last
               && (own->row + 1 == stacker->anchors->len || own->line < anchor[1].first))
        anchor->last = own->line;
    }
}

/* Finds the rows, with that of the headings, whose first lines are known, if there are any. */
static void
note_anchors (Stacker *stacker, guint end, guint n_headings)
{
  guint first = stacker->first;
  Anchor head = { 0, 0, n_headings - 1 };
  stacker->anchors = anchor_rows (stacker->lines, first + n_headings, end, stacker->columns);
  stacker->sideways
      = sideways_row_place (stacker->lines, first + n_headings, end, stacker->anchors);
  reach_sideways (stacker);
  for (guint i = 0; i < stacker->anchors->len; i++)
    {
      Anchor *anchor = &g_array_index (stacker->anchors, Anchor, i);
      *anchor = (Anchor){ anchor->line - first, anchor->first - first, anchor->last - first };
    }
  if (n_headings > 0)
    g_array_prepend_val (stacker->anchors, head);
}

static void
stacker_clear (Stacker *stacker)
{
  g_array_unref (stacker->anchors);
  g_array_unref (stacker->sideways);
  g_free (stacker->is_parted);
  g_free (stacker->next);
  g_free (stacker->last);
  g_free (stacker->stands);
  g_free (stacker->weights);
}

/* Returns (transfer full): the row of each line, as stack_rows() does. */
static guint *
find_rows (Stacker *stacker, guint n_headings, const GArray *rules)
{
  guint first = stacker->first, end = first + stacker->n_lines;
  guint *rows = g_new0 (guint, stacker->n_lines);
  note_anchors (stacker, end, n_headings);
  if (stacker->anchors->len == 0)
    return rows;
  note_fills (stacker);
  stacker->is_parted = parting_rules (stacker->lines, first, end, stacker->columns, rules);
  stacker->stands = g_new0 (Stand, stacker->columns->len);
  stacker->weights = g_new0 (double, stacker->columns->len);
  learn_stands (stacker);
  double cost;
  g_autoptr (GArray) ends = choose_ends (stacker, &cost);
  for (guint i = 0, row = 0; i < stacker->n_lines; i++)
    {
      while (row < ends->len && i >= g_array_index (ends, guint, row))
        row++;
      rows[i] = row < ends->len ? row : STACK_NO_ROW;
    }
  return rows;
}

guint *
stack_rows (const GArray *lines, guint first, guint end, const GArray *columns, guint n_headings,
            const GArray *rules)
{
  Stacker stacker = { .lines = lines, .first = first, .n_lines = end - first, .columns = columns };
  guint *rows = find_rows (&stacker, n_headings, rules);
  stacker_clear (&stacker);
  return rows;
}

/* Adds the words of a line to @row, each in its column. */
static void
add_words (GridRow *row, const GArray *columns, const WordLine *line)
{
  g_autofree guint *numbers = gutter_columns_of (columns, line);
  for (guint k = 0; k < line->n_words; k++)
    grid_row_add_word (row, numbers[k], &line->words[k]);
}

static guint
band_of (const GArray *bands, const Word *word)
{
  return parting_band_of (bands, (word->box.y0 + word->box.y1) / 2);
}

/* Whether a line stands below the last rule. */
static gboolean
is_below (const GArray *bands, const WordLine *line)
{
  for (guint k = 0; k < line->n_words; k++)
    if (band_of (bands, &line->words[k]) < bands->len)
      return FALSE;
  return TRUE;
}

/* Returns: the band of a word of a line that does not stand below the last rule. */
static guint
row_of (const GArray *bands, const Word *word)
{
  return MIN (band_of (bands, word), bands->len - 1);
}

/* Returns (transfer full): a row of @grid for each of the bands that the lines have words in, NULL
 * for the others. */
static GridRow **
open_rows (Grid *grid, int page, const GArray *lines, guint first, guint end, const GArray *bands)
{
  GridRow **rows = g_new0 (GridRow *, bands->len);
  g_autofree gboolean *is_filled = g_new0 (gboolean, bands->len);
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < word_line (lines, i)->n_words; k++)
      is_filled[row_of (bands, &word_line (lines, i)->words[k])] = TRUE;
  for (guint band = 0; band < bands->len; band++)
    if (is_filled[band])
      rows[band] = grid_add_row (grid, page);
  return rows;
}

/* Adds the rows that rules part: what is turned, or taller than a line, stands on a line with words
 * of other rows.  Returns: the line behind the last rule. */
static guint
add_bands (Grid *grid, const Page *page, const GArray *lines, guint first, guint end,
           const GArray *columns, const GArray *bands)
{
  guint behind = first;
  while (behind < end && !is_below (bands, word_line (lines, behind)))
    behind++;
  g_autofree GridRow **rows = open_rows (grid, page->number, lines, first, behind, bands);
  for (guint i = first; i < behind; i++)
    {
      const WordLine *line = word_line (lines, i);
      g_autofree guint *numbers = gutter_columns_of (columns, line);
      for (guint k = 0; k < line->n_words; k++)
        grid_row_add_word (rows[row_of (bands, &line->words[k])], numbers[k], &line->words[k]);
    }
  return behind;
}

/* Adds what is turned to the rows of the lines that anchor them; what is of no known row stands in
 * rows of its own. */
static void
add_sideways (Grid *grid, const Page *page, const Stacker *stacker, const guint *numbers,
              const GPtrArray *rows)
{
  for (guint i = 0; i < stacker->sideways->len; i++)
    {
      const Sideways *own = &g_array_index (stacker->sideways, Sideways, i);
      guint column
          = gutter_column_of (stacker->columns, &word_line (stacker->lines, own->line)->words[0]);
      guint number = own->is_whole ? numbers[anchor_at (stacker, own->row)->line] : STACK_NO_ROW;
      gboolean is_known = number < rows->len;
      GridRow *row
          = is_known ? g_ptr_array_index (rows, number) : grid_add_row (grid, page->number);
      row->is_loose = !is_known;
      for (guint k = 0; k < own->words.n_words; k++)
        grid_row_add_word (row, column, &own->words.words[k]);
    }
}

guint
stack_add_rows (Grid *grid, const Page *page, const GArray *lines, guint first, guint end,
                const GArray *columns, const GArray *bands)
{
  if (bands != NULL)
    return add_bands (grid, page, lines, first, end, columns, bands);
  Stacker stacker = { .lines = lines, .first = first, .n_lines = end - first, .columns = columns };
  g_autofree guint *numbers = find_rows (&stacker, 0, page->rules);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint i = 0;
  for (; i < stacker.n_lines && numbers[i] != STACK_NO_ROW; i++)
    {
      if (line_of (&stacker, i)->is_turned)
        continue;
      while (rows->len <= numbers[i])
        g_ptr_array_add (rows, grid_add_row (grid, page->number));
      add_words (g_ptr_array_index (rows, numbers[i]), columns, line_of (&stacker, i));
    }
  add_sideways (grid, page, &stacker, numbers, rows);
  stacker_clear (&stacker);
  return first + i;
}
