/* parse/gutter.c - the columns of a table that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Columns lie between the gaps that the lines leave (parse/gap.h).
 * 2. A column that few rows fill lies within such a gap, and shows by figures that stand alone.
 */
#include "parse/gutter.h"

#include "parse/gap.h"

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
has_border (const GArray *gaps, const Span *column)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);
      if (gap->is_border && (gap->span.x1 == column->x0 || gap->span.x0 == column->x1))
        return TRUE;
    }
  return FALSE;
}

/* A column without a segment of its own is one word of a heading that is wider than its figures:
 * `Q1` of `Q1 2016/17`; unless it lies beside a border. */
static void
join_words (const GArray *lines, guint first, guint end, const GArray *gaps, GArray *columns)
{
  for (guint i = columns->len; i-- > 0 && columns->len > 1;)
    {
      Span *column = &g_array_index (columns, Span, i);
      gboolean begins_here = FALSE;
      if (has_border (gaps, column) || has_segment (lines, first, end, column, &begins_here))
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

  g_autoptr (GArray) gaps = gap_list (lines, first, end, x0);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Span));
  Span column = { x0, x0 };
  for (guint i = 0; i < gaps->len; i++)
    {
      const Span *gap = &g_array_index (gaps, Gap, i).span;
      g_autoptr (GArray) sparse = find_sparse_columns (lines, first, end, gap);
      column.x1 = gap->x0;
      g_array_append_val (columns, column);
      g_array_append_vals (columns, sparse->data, sparse->len);
      column.x0 = gap->x1;
    }
  column.x1 = x1;
  g_array_append_val (columns, column);
  join_words (lines, first, end, gaps, columns);
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

char *
gutter_dup_text (const GArray *columns, const GArray *lines, guint first, guint end, guint column,
                 guint n)
{
  GString *text = g_string_new (NULL);
  for (guint k = first; k < end; k++)
    for (guint i = 0; i < word_line (lines, k)->n_words; i++)
      {
        const Word *word = &word_line (lines, k)->words[i];
        guint own = gutter_column_of (columns, word);
        if (own >= column && own < column + n)
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word->text);
      }
  return g_string_free (text, FALSE);
}
