/* parse/gutter.c - the columns of a table that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The gutters are the gaps that (nearly) all lines leave, by more than a word's blank in most;
 *    columns lie between.
 * 2. A gap that is narrower is a gutter if the words on both sides are flush with it.
 * 3. A column that few rows fill lies within such a gap, and shows by figures that stand alone.
 */
#include "parse/gutter.h"

#include <math.h>

#define WIDE_GAP 1.5   /* blanks, of a gutter that no line crosses */
#define FLUSH 0.3      /* blanks, by which words are off that are flush with a border */
#define FLUSHER 2      /* times as many words are flush with one side of a gap as with the other */
#define MIN_FLUSH 3    /* lines that show a border */
#define STRAY_SHARE 8  /* one line in so many may cross a gutter: wrapped words stand anywhere, */
#define STRAY_LINES 10 /* and one more, such as the page's last, if there are so many */

/* Where a word begins (depth +1) or ends (-1). */
typedef struct
{
  double x;
  int depth;
} Edge;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *left = a, *right = b;
  if (left->x != right->x)
    return left->x < right->x ? -1 : 1;
  return left->depth - right->depth;
}

static void
add_edges (GArray *edges, const WordLine *line)
{
  for (guint i = 0; i < line->n_words; i++)
    {
      Edge begins = { line->words[i].box.x0, 1 }, ends = { line->words[i].box.x1, -1 };
      g_array_append_val (edges, begins);
      g_array_append_val (edges, ends);
    }
}

/* Returns (element-type Edge): where the words of the lines begin and end, in order, but for lines
 * of several words in one piece, which may run over columns; @n_lines gets how many lines these
 * are. */
static GArray *
list_edges (const GArray *lines, guint first, guint end, guint *n_lines)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  *n_lines = 0;
  for (guint i = first; i < end; i++)
    if (segment_count (word_line (lines, i)) > 1 || word_line (lines, i)->n_words == 1)
      {
        add_edges (edges, word_line (lines, i));
        ++*n_lines;
      }
  g_array_sort (edges, compare_edges);
  return edges;
}

/* Whether a figure stands in a gap, as one of a column that few rows fill does. */
static gboolean
has_figure (const GArray *lines, guint first, guint end, const Span *gap)
{
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < word_line (lines, i)->n_words; k++)
      {
        const Word *word = &word_line (lines, i)->words[k];
        if (word->box.x0 >= gap->x0 && word->box.x1 <= gap->x1 && segment_is_figure (word->text))
          return TRUE;
      }
  return FALSE;
}

/* Counts the words that are flush with both sides of a gap: end where it begins, and begin where
 * it ends. */
static void
count_flush (const GArray *edges, const Span *gap, double slack, guint *n_left, guint *n_right)
{
  *n_left = *n_right = 0;
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      *n_left += edge->depth < 0 && fabs (edge->x - gap->x0) <= slack;
      *n_right += edge->depth > 0 && fabs (edge->x - gap->x1) <= slack;
    }
}

/* Drops, of the parts of a gap that @gaps has from @first on, the blanks between words of a heading
 * that stands in it, if another part lies right behind what stands before the gap, or right before
 * what stands behind it: that one parts the columns.  If both do, that one does which more words
 * are flush with. */
static void
drop_blanks (GArray *gaps, guint first, const GArray *edges, const Span *gap, double blank)
{
  guint n_beside = 0, n_left, n_right;
  double slack = FLUSH * blank;
  count_flush (edges, gap, slack, &n_left, &n_right);
  double x0 = n_right < FLUSHER * n_left ? gap->x0 + slack : gap->x0 - blank;
  double x1 = n_left < FLUSHER * n_right ? gap->x1 - slack : gap->x1 + blank;
  for (guint i = first; i < gaps->len; i++)
    {
      const Span *part = &g_array_index (gaps, Span, i);
      n_beside += part->x0 <= x0 || part->x1 >= x1;
    }
  for (guint i = gaps->len; n_beside > 0 && i-- > first;)
    {
      const Span *part = &g_array_index (gaps, Span, i);
      if (part->x0 > x0 && part->x1 < x1 && part->x1 - part->x0 < WIDE_GAP * blank)
        g_array_remove_index (gaps, i);
    }
}

/* Returns (element-type Span): the gaps that all lines in pieces leave, but for a few: those parts
 * of them that the fewest words stand in, for what stands between is a column that few rows fill.
 */
static GArray *
find_gaps (const GArray *lines, guint first, guint end)
{
  guint n_lines, n_before = 0;
  g_autoptr (GArray) edges = list_edges (lines, first, end, &n_lines);
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Span));
  int depth = 0, least = 0, stray = (int) (n_lines / STRAY_SHARE) + (n_lines >= STRAY_LINES);
  double blank = segment_blank (&word_line (lines, first)->words[0]);
  Span gap = { 0, 0 };
  for (guint i = 0; i + 1 < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      Span part = { edge->x, edge[1].x };
      depth += edge->depth;
      if (part.x1 <= part.x0)
        continue;
      if (depth > stray) /* the gap ends */
        {
          gap.x1 = part.x0;
          if (gaps->len > n_before + 1 && !has_figure (lines, first, end, &gap))
            drop_blanks (gaps, n_before, edges, &gap, blank);
          n_before = gaps->len;
          gap.x0 = part.x1;
          continue;
        }
      if (gaps->len == n_before || depth < least)
        {
          g_array_set_size (gaps, n_before);
          least = depth;
        }
      Span *last = gaps->len > n_before ? &g_array_index (gaps, Span, gaps->len - 1) : NULL;
      if (depth == least && last != NULL && last->x1 == part.x0)
        last->x1 = part.x1;
      else if (depth == least)
        g_array_append_val (gaps, part);
    }
  return gaps;
}

/* What the lines leave between the words left and right of a gap. */
typedef struct
{
  guint n, n_wide;                   /* lines with words on both sides; of more than a blank */
  double left_x0, left_x1, right_x0; /* of the words: the least, the most, the least */
  double most_left_x0;               /* the most of where left ones begin */
} Sides;

/* Returns: the first word behind the gap, NULL if no words stand on both sides. */
static const Word *
word_behind (const WordLine *line, const Span *gap)
{
  for (guint k = 1; k < line->n_words; k++)
    if (line->words[k - 1].box.x1 <= gap->x0 && line->words[k].box.x0 >= gap->x1)
      return &line->words[k];
  return NULL;
}

static Sides
sides_of (const GArray *lines, guint first, guint end, const Span *gap)
{
  Sides sides = { 0, 0, G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint i = first; i < end; i++)
    {
      const Word *right = word_behind (word_line (lines, i), gap);
      if (right == NULL)
        continue;
      const Word *left = right - 1;
      sides.n++;
      sides.n_wide += segment_ends_between (left, right);
      sides.left_x0 = MIN (sides.left_x0, left->box.x0);
      sides.most_left_x0 = MAX (sides.most_left_x0, left->box.x0);
      sides.left_x1 = MAX (sides.left_x1, left->box.x1);
      sides.right_x0 = MIN (sides.right_x0, right->box.x0);
    }
  return sides;
}

/* Whether the words left of a gap end below each other without beginning so, and those right of it
 * begin below each other, in nearly all lines: cells flush with both sides of a border.  A word in
 * lower case, as in `206 of 492`, is in the middle of one. */
static gboolean
is_border (const GArray *lines, guint first, guint end, const Span *gap, const Sides *sides)
{
  guint n_flush = 0;
  double slack = FLUSH * segment_blank (&word_line (lines, first)->words[0]);
  for (guint i = first; i < end; i++)
    {
      const Word *right = word_behind (word_line (lines, i), gap);
      n_flush += right != NULL && !g_ascii_islower (right->text[0])
                 && !g_ascii_islower (right[-1].text[0])
                 && sides->left_x1 - right[-1].box.x1 <= slack
                 && right->box.x0 - sides->right_x0 <= slack;
    }
  return n_flush >= MIN_FLUSH && n_flush * 10 >= sides->n * 8
         && sides->most_left_x0 - sides->left_x0
                > segment_blank (&word_line (lines, first)->words[0]);
}

/* What a gap is. */
typedef enum
{
  GAP_OF_WORDS, /* the same words stand below each other */
  GAP_GUTTER, /* the lines leave more than a word's blank there, where words stand on both sides; if
                 none do, it is as wide itself */
  GAP_BORDER
} GapKind;

static GapKind
kind_of (const GArray *lines, guint first, guint end, const Span *gap)
{
  Sides sides = sides_of (lines, first, end, gap);
  double blank = segment_blank (&word_line (lines, first)->words[0]);
  if (sides.n == 0)
    return gap->x1 - gap->x0 >= WIDE_GAP * blank ? GAP_GUTTER : GAP_OF_WORDS;
  if (2 * sides.n_wide > sides.n)
    return GAP_GUTTER;
  return is_border (lines, first, end, gap, &sides) ? GAP_BORDER : GAP_OF_WORDS;
}

/* Returns: whether a segment stands in @column and in no other; @begins_here gets whether one
 * begins there. */
static gboolean
has_segment (const GArray *lines, guint first, guint end, const Span *column, gboolean *begins_here)
{
  *begins_here = FALSE;
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) segments = segment_list (word_line (lines, i));
      for (guint k = 0; k < segments->len; k++)
        {
          const Segment *segment = segment_at (segments, k);
          gboolean begins = segment_x0 (segment) >= column->x0 && segment_x0 (segment) < column->x1;
          *begins_here |= begins && segments->len > 1;
          if (begins && segment_x1 (segment) <= column->x1)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
has_border (const GArray *borders, const Span *column)
{
  for (guint i = 0; i < borders->len; i++)
    {
      const Span *border = &g_array_index (borders, Span, i);
      if (border->x1 == column->x0 || border->x0 == column->x1)
        return TRUE;
    }
  return FALSE;
}

/* A column without a segment of its own is one word of a heading that is wider than its figures:
 * `Q1` of `Q1 2016/17`; unless it lies beside one of the borders. */
static void
join_words (const GArray *lines, guint first, guint end, const GArray *borders, GArray *columns)
{
  for (guint i = columns->len; i-- > 0 && columns->len > 1;)
    {
      Span *column = &g_array_index (columns, Span, i);
      gboolean begins_here = FALSE;
      if (has_border (borders, column) || has_segment (lines, first, end, column, &begins_here))
        continue;
      if (i + 1 < columns->len && (begins_here || i == 0))
        column[1].x0 = column->x0;
      else
        column[-1].x1 = column->x1;
      g_array_remove_index (columns, i);
    }
}

/* Adds the place of a figure to the columns that stand alone in a gap: it is of one that it lies
 * below or above. */
static void
add_sparse (GArray *columns, const Word *word)
{
  Span own = { word->box.x0, word->box.x1 };
  guint at = 0;
  while (at < columns->len && g_array_index (columns, Span, at).x1 <= own.x0)
    at++;
  while (at < columns->len && g_array_index (columns, Span, at).x0 < own.x1)
    {
      own.x0 = MIN (own.x0, g_array_index (columns, Span, at).x0);
      own.x1 = MAX (own.x1, g_array_index (columns, Span, at).x1);
      g_array_remove_index (columns, at);
    }
  g_array_insert_val (columns, at, own);
}

/* Columns that few rows fill lie within a gap: figures that stand alone in it show them.  Returns
 * (element-type Span): those columns. */
static GArray *
find_sparse_columns (const GArray *lines, guint first, guint end, const Span *gap)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint i = first; i < end; i++)
    {
      const WordLine *line = word_line (lines, i);
      for (guint k = 0; k < line->n_words; k++)
        {
          const Word *word = &line->words[k];
          gboolean is_apart = (k == 0 || segment_ends_between (&word[-1], word))
                              && (k + 1 == line->n_words || segment_ends_between (word, &word[1]));
          if (word->box.x0 > gap->x0 && word->box.x1 < gap->x1 && is_apart
              && segment_is_figure (word->text))
            add_sparse (columns, word);
        }
    }
  return columns;
}

GArray *
gutter_columns (const GArray *lines, guint first, guint end)
{
  double x0 = G_MAXDOUBLE, x1 = 0;
  for (guint i = first; i < end; i++)
    {
      const WordLine *line = word_line (lines, i);
      x0 = MIN (x0, line->words[0].box.x0);
      x1 = MAX (x1, line->words[line->n_words - 1].box.x1);
    }

  g_autoptr (GArray) gaps = find_gaps (lines, first, end);
  g_autoptr (GArray) borders = g_array_new (FALSE, FALSE, sizeof (Span));
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Span));
  Span column = { x0, x0 };
  for (guint i = 0; i < gaps->len; i++)
    {
      const Span *gap = &g_array_index (gaps, Span, i);
      GapKind kind = gap->x0 > column.x0 ? kind_of (lines, first, end, gap) : GAP_OF_WORDS;
      if (kind == GAP_OF_WORDS)
        continue;
      if (kind == GAP_BORDER)
        g_array_append_val (borders, *gap);
      g_autoptr (GArray) sparse = find_sparse_columns (lines, first, end, gap);
      column.x1 = gap->x0;
      g_array_append_val (columns, column);
      g_array_append_vals (columns, sparse->data, sparse->len);
      column.x0 = gap->x1;
    }
  column.x1 = x1;
  g_array_append_val (columns, column);
  join_words (lines, first, end, borders, columns);
  return columns;
}

guint
gutter_column_of (const GArray *columns, const Word *word)
{
  double middle = (word->box.x0 + word->box.x1) / 2;
  guint best = 0;
  double least = G_MAXDOUBLE;
  for (guint i = 0; i < columns->len; i++)
    {
      const Span *column = &g_array_index (columns, Span, i);
      double off = middle < column->x0   ? column->x0 - middle
                   : middle > column->x1 ? middle - column->x1
                                         : 0;
      if (off < least)
        {
          best = i;
          least = off;
        }
    }
  return best;
}

/* Whether a cell ends behind word @i: no words that go on, or figures, of which each is one. */
static gboolean
ends_cell (const WordLine *line, guint i)
{
  const Word *word = &line->words[i];
  return i + 1 == line->n_words || segment_ends_between (word, &word[1])
         || (segment_is_figure (word->text) && segment_is_figure (word[1].text));
}

static guint
count_cells (const WordLine *line)
{
  guint n = 0;
  for (guint i = 0; i < line->n_words; i++)
    n += ends_cell (line, i);
  return n;
}

/* Whether a line has as many cells as there are columns, and all but one of those that stand in a
 * column stand in their own: where more would move, one cell is empty and one is printed in two
 * pieces. */
static gboolean
is_full (const GArray *columns, const WordLine *line)
{
  if (count_cells (line) != columns->len)
    return FALSE;
  guint n_moved = 0;
  for (guint i = 0, cell = 0; i < line->n_words; i++)
    {
      const Word *word = &line->words[i];
      guint nearest = gutter_column_of (columns, word);
      const Span *column = &g_array_index (columns, Span, nearest);
      n_moved += nearest != cell && word->box.x0 >= column->x0 && word->box.x1 <= column->x1;
      cell += ends_cell (line, i);
    }
  return n_moved <= 1;
}

guint *
gutter_columns_of (const GArray *columns, const WordLine *line)
{
  guint *numbers = g_new (guint, line->n_words);
  gboolean is_in_order = is_full (columns, line);
  for (guint i = 0, cell = 0; i < line->n_words; i++)
    {
      numbers[i] = is_in_order ? cell : gutter_column_of (columns, &line->words[i]);
      cell += ends_cell (line, i);
    }
  return numbers;
}

guint
gutter_count_columns (const GArray *columns, const Segment *segment)
{
  guint n = 0;
  for (guint i = 0; i < columns->len; i++)
    {
      const Span *column = &g_array_index (columns, Span, i);
      n += segment_x0 (segment) < column->x1 && segment_x1 (segment) > column->x0;
    }
  return n;
}
