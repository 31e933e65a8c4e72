/* parse/layout.c - tables that stand on a page by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *              2014/15     2015/16                Target
 *     Ref      Outturn     Outturn     RAG       2016/17     Comments      headings
 *     Front Door                                                           a section
 *                                                            Fewer con     a row whose figures
 *     CS 04      25.5%       23.3%     Amber       20.0%     target. Di    stand beside the middle
 *                                                            of the clo    of its comment
 *
 * 1. A line is cut into segments where more than a word's blank is left.  The first line of which
 *    three segments head columns begins the table; lines right above it belong to its headings.
 * 2. The gutters are the gaps that (nearly) all lines leave, by more than a word's blank in most;
 *    columns lie between.
 * 3. A line with three figures anchors a row.  Lines that touch each other and one anchor are its
 *    row; among several anchors the lines between go to the one above if rows begin with their
 *    figures, else half and half.
 */
#include "parse/layout.h"

#include "parse/suit.h"

#define SEGMENT_GAP 1.5     /* blanks, in units of the type's size: a word's blank is one or less */
#define MIN_HEADINGS 3      /* of the line that begins a table */
#define MAX_HEADING_WORDS 8 /* in one piece of a line */
#define MAX_HEADING_LINES 12 /* from the first line with headings down */
#define MIN_FIGURES 3        /* of a line that anchors a row */
#define STRAY_SHARE 8  /* one line in so many may cross a gutter: wrapped words stand anywhere, */
#define STRAY_LINES 10 /* and one more, such as the page's last, if there are so many */

typedef struct
{
  const Word *words;
  guint n_words;
} Segment;

typedef struct
{
  double x0, x1;
} Span;

static double
segment_x0 (const Segment *segment)
{
  return segment->words[0].box.x0;
}

static double
segment_x1 (const Segment *segment)
{
  return segment->words[segment->n_words - 1].box.x1;
}

static GArray *
cut_line (const WordLine *line)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  for (guint i = 0; i < line->n_words;)
    {
      Segment segment = { &line->words[i], 1 };
      while (i + segment.n_words < line->n_words)
        {
          const Word *last = &line->words[i + segment.n_words - 1], *next = last + 1;
          if (next->box.x0 - last->box.x1 >= SEGMENT_GAP * last->size)
            break;
          segment.n_words++;
        }
      g_array_append_val (segments, segment);
      i += segment.n_words;
    }
  return segments;
}

static char *
segment_dup_text (const Segment *segment)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < segment->n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", segment->words[i].text);
  return g_string_free (text, FALSE);
}

static const WordLine *
line_at (const GArray *lines, guint i)
{
  return &g_array_index (lines, WordLine, i);
}

/* Whether nothing is blank between line @i and the one above it. */
static gboolean
touches_above (const GArray *lines, guint i)
{
  const Box *above = &line_at (lines, i - 1)->words[0].box,
            *own = &line_at (lines, i)->words[0].box;
  return own->y0 - above->y1 < 0.9 * (own->y1 - own->y0);
}

/* ---- where the table is ---- */

static gboolean
begins_table (const HeadingWords *words, const WordLine *line)
{
  g_autoptr (GArray) segments = cut_line (line);
  guint n = 0, n_names = 0;
  for (guint i = 0; segments->len >= MIN_HEADINGS && i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (&g_array_index (segments, Segment, i));
      Column column = { .role = ROLE_NONE };
      gboolean has_role = heading_read (words, "", text, &column);
      n += has_role;
      n_names += has_role && (column.role == ROLE_REF || column.role == ROLE_NAME);
      g_free (column.label);
    }
  return n >= MIN_HEADINGS && n_names > 0;
}

/* ---- gutters and columns ---- */

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

static guint
count_pieces (const WordLine *line)
{
  g_autoptr (GArray) segments = cut_line (line);
  return segments->len;
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

/* Returns (element-type Span): the gaps that all lines in pieces leave, but for a few. */
static GArray *
find_gaps (const GArray *lines, guint first, guint end)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  guint n_lines = 0;
  for (guint i = first; i < end; i++)
    if (count_pieces (line_at (lines, i)) > 1) /* in one piece it may run over columns */
      {
        add_edges (edges, line_at (lines, i));
        n_lines++;
      }
  g_array_sort (edges, compare_edges);

  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Span));
  int depth = 0, stray = (int) (n_lines / STRAY_SHARE) + (n_lines >= STRAY_LINES);
  for (guint i = 0; i + 1 < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      Span gap = { edge->x, edge[1].x };
      depth += edge->depth;
      Span *last = gaps->len > 0 ? &g_array_index (gaps, Span, gaps->len - 1) : NULL;
      if (depth > stray || gap.x1 <= gap.x0)
        continue;
      if (last != NULL && last->x1 == gap.x0)
        last->x1 = gap.x1;
      else
        g_array_append_val (gaps, gap);
    }
  return gaps;
}

/* Whether the lines leave more than a word's blank there, where they have words on both sides: else
 * it is the same words that stand below each other. */
static gboolean
is_gutter (const GArray *lines, guint first, guint end, const Span *gap)
{
  guint n_wide = 0, n_narrow = 0;
  for (guint i = first; i < end; i++)
    {
      const WordLine *line = line_at (lines, i);
      for (guint k = 0; k + 1 < line->n_words; k++)
        {
          const Word *left = &line->words[k], *right = left + 1;
          if (left->box.x1 > gap->x0 || right->box.x0 < gap->x1)
            continue;
          gboolean is_wide = right->box.x0 - left->box.x1 >= SEGMENT_GAP * left->size;
          n_wide += is_wide;
          n_narrow += !is_wide;
          break;
        }
    }
  return n_wide > n_narrow;
}

/* Returns: whether a segment stands in @column and in no other; @begins_here gets whether one
 * begins there. */
static gboolean
has_segment (const GArray *lines, guint first, guint end, const Span *column, gboolean *begins_here)
{
  *begins_here = FALSE;
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) segments = cut_line (line_at (lines, i));
      for (guint k = 0; k < segments->len; k++)
        {
          const Segment *segment = &g_array_index (segments, Segment, k);
          gboolean begins = segment_x0 (segment) >= column->x0 && segment_x0 (segment) < column->x1;
          *begins_here |= begins && segments->len > 1;
          if (begins && segment_x1 (segment) <= column->x1)
            return TRUE;
        }
    }
  return FALSE;
}

/* A column without a segment of its own is one word of a heading that is wider than its figures:
 * `Q1` of `Q1 2016/17`. */
static void
join_words (const GArray *lines, guint first, guint end, GArray *columns)
{
  for (guint i = columns->len; i-- > 0 && columns->len > 1;)
    {
      Span *column = &g_array_index (columns, Span, i);
      gboolean begins_here = FALSE;
      if (has_segment (lines, first, end, column, &begins_here))
        continue;
      if (i + 1 < columns->len && (begins_here || i == 0))
        column[1].x0 = column->x0;
      else
        column[-1].x1 = column->x1;
      g_array_remove_index (columns, i);
    }
}

static gboolean
is_figure (const char *text)
{
  gboolean has_digit = FALSE;
  for (const char *at = text; *at != '\0'; at++)
    {
      has_digit |= g_ascii_isdigit (*at);
      gboolean is_range = at > text && (*at == '-' || *at == '/'); /* 17-18 heads a column */
      if ((g_ascii_isalpha (*at) || is_range) && g_ascii_strcasecmp (text, "n/a") != 0)
        return FALSE;
    }
  return has_digit || g_str_equal (text, "-") || g_ascii_strcasecmp (text, "n/a") == 0;
}

/* A column that few rows fill lies within a gap: figures that stand alone in it show it.  Returns:
 * whether there is one, with its place in @column. */
static gboolean
find_sparse_column (const GArray *lines, guint first, guint end, const Span *gap, Span *column)
{
  *column = (Span){ G_MAXDOUBLE, 0 };
  for (guint i = first; i < end; i++)
    {
      const WordLine *line = line_at (lines, i);
      for (guint k = 0; k < line->n_words; k++)
        {
          const Word *word = &line->words[k];
          double left = k > 0 ? word->box.x0 - word[-1].box.x1 : G_MAXDOUBLE;
          double right = k + 1 < line->n_words ? word[1].box.x0 - word->box.x1 : G_MAXDOUBLE;
          if (word->box.x0 <= gap->x0 || word->box.x1 >= gap->x1
              || MIN (left, right) < SEGMENT_GAP * word->size || !is_figure (word->text))
            continue;
          column->x0 = MIN (column->x0, word->box.x0);
          column->x1 = MAX (column->x1, word->box.x1);
        }
    }
  return column->x1 > 0;
}

/* Returns (element-type Span): the columns that the lines from @first to @end leave gutters for. */
static GArray *
find_columns (const GArray *lines, guint first, guint end)
{
  double x0 = G_MAXDOUBLE, x1 = 0;
  for (guint i = first; i < end; i++)
    {
      const WordLine *line = line_at (lines, i);
      x0 = MIN (x0, line->words[0].box.x0);
      x1 = MAX (x1, line->words[line->n_words - 1].box.x1);
    }

  g_autoptr (GArray) gaps = find_gaps (lines, first, end);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Span));
  Span column = { x0, x0 };
  for (guint i = 0; i < gaps->len; i++)
    {
      const Span *gap = &g_array_index (gaps, Span, i);
      if (gap->x0 <= column.x0 || !is_gutter (lines, first, end, gap))
        continue;
      Span sparse;
      column.x1 = gap->x0;
      g_array_append_val (columns, column);
      if (find_sparse_column (lines, first, end, gap, &sparse))
        g_array_append_val (columns, sparse);
      column.x0 = gap->x1;
    }
  column.x1 = x1;
  g_array_append_val (columns, column);
  join_words (lines, first, end, columns);
  return columns;
}

/* Returns: the column that a word stands in, or nearest to. */
static guint
column_of (const GArray *columns, const Word *word)
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

/* Returns: how many columns a segment reaches over. */
static guint
count_columns (const GArray *columns, const Segment *segment)
{
  guint n = 0;
  for (guint i = 0; i < columns->len; i++)
    {
      const Span *column = &g_array_index (columns, Span, i);
      n += segment_x0 (segment) < column->x1 && segment_x1 (segment) > column->x0;
    }
  return n;
}

/* ---- rows ---- */

/* A line anchors a row if figures stand alone in three of its columns, or if it begins with an
 * indicator's reference. */
static gboolean
is_anchor (const WordLine *line)
{
  g_autoptr (GArray) segments = cut_line (line);
  guint n = 0;
  if (segments->len >= 2 && suit_is_ref (line->words[0].text))
    return TRUE;
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (&g_array_index (segments, Segment, i));
      n += is_figure (text);
    }
  return n >= MIN_FIGURES;
}

static void
add_line (GridRow *row, const GArray *columns, const WordLine *line)
{
  for (guint i = 0; i < line->n_words; i++)
    grid_row_add_word (row, column_of (columns, &line->words[i]), &line->words[i]);
}

/* A line in one piece, alone between blank ones, is the name of a section: one cell. */
static gboolean
is_section (const GArray *lines, guint first, guint end)
{
  return end == first + 1 && count_pieces (line_at (lines, first)) == 1;
}

static void
add_section (GridRow *row, const GArray *columns, const WordLine *line)
{
  guint column = column_of (columns, &line->words[0]);
  for (guint i = 0; i < line->n_words; i++)
    grid_row_add_word (row, column, &line->words[i]);
}

/* A heading over several columns is one only if the lexicon knows it for a group or it is a year:
 * else it is headings that nearly touch. */
static gboolean
heads_group (const HeadingWords *words, const Segment *segment)
{
  g_autofree char *text = segment_dup_text (segment);
  Column column = { .role = ROLE_NONE };
  heading_read (words, "", text, &column);
  g_free (column.label);
  return column.role == ROLE_GROUP || column.role == ROLE_PERIOD;
}

/* Headings that reach over several columns group those of the lines below: a row of their own. */
static void
add_headings (const HeadingWords *words, Grid *grid, int page, const GArray *lines, guint first,
              guint end, const GArray *columns)
{
  GridRow *groups = grid_add_row (grid, page), *row = grid_add_row (grid, page);
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) segments = cut_line (line_at (lines, i));
      for (guint k = 0; k < segments->len; k++)
        {
          const Segment *segment = &g_array_index (segments, Segment, k);
          gboolean is_group
              = i + 1 < end && count_columns (columns, segment) > 1 && heads_group (words, segment);
          guint column = column_of (columns, &segment->words[0]);
          for (guint w = 0; w < segment->n_words; w++)
            grid_row_add_word (is_group ? groups : row,
                               is_group ? column : column_of (columns, &segment->words[w]),
                               &segment->words[w]);
        }
    }
  if (grid_row_n_filled (groups) == 0)
    g_ptr_array_remove (grid->rows, groups);
}

/* Returns: how many of the @n lines between two anchors belong to the upper one. */
static guint
share_of_upper (guint n, gboolean begins_with_figures)
{
  return begins_with_figures ? n : n / 2;
}

/* Adds the rows of lines that touch each other, from @first to @end. */
static void
add_cluster (Grid *grid, int page, const GArray *lines, guint first, guint end,
             const GArray *columns)
{
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = first; i < end; i++)
    if (is_anchor (line_at (lines, i)))
      g_array_append_val (anchors, i);

  guint from = first;
  gboolean begins_with_figures = anchors->len == 0 || g_array_index (anchors, guint, 0) == first;
  for (guint k = 0; k < MAX (anchors->len, 1); k++)
    {
      guint to = end;
      if (k + 1 < anchors->len)
        {
          guint anchor = g_array_index (anchors, guint, k),
                next = g_array_index (anchors, guint, k + 1);
          to = anchor + 1 + share_of_upper (next - anchor - 1, begins_with_figures);
        }
      GridRow *row = grid_add_row (grid, page);
      for (guint i = from; i < to; i++)
        add_line (row, columns, line_at (lines, i));
      from = to;
    }
}

/* A line that runs over most columns in one go is no row: the table ends above it. */
static gboolean
is_running_text (const GArray *columns, const WordLine *line)
{
  g_autoptr (GArray) segments = cut_line (line);
  return segments->len == 1 && columns->len > 3
         && count_columns (columns, &g_array_index (segments, Segment, 0)) * 2 > columns->len;
}

static gboolean
has_sentence (const WordLine *line)
{
  g_autoptr (GArray) segments = cut_line (line);
  for (guint i = 0; i < segments->len; i++)
    if (g_array_index (segments, Segment, i).n_words > MAX_HEADING_WORDS)
      return TRUE;
  return FALSE;
}

/* Whether a line right above the headings is none of them: a sentence, or a key to arrows. */
static gboolean
is_above_headings (const HeadingWords *words, const WordLine *line)
{
  g_autoptr (GArray) segments = cut_line (line);
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (&g_array_index (segments, Segment, i));
      if (vocabulary_find (words->vocabulary, WORDS_FURNITURE, text) != NULL)
        return TRUE;
    }
  return has_sentence (line);
}

/* Headings go on down to the first row, but not over the name of a section in between, nor over a
 * comment that begins above its row's figures. */
static guint
find_heading_end (const GArray *lines, guint line)
{
  guint end = line + 1;
  while (end < lines->len && end < line + MAX_HEADING_LINES && !is_anchor (line_at (lines, end))
         && !has_sentence (line_at (lines, end))
         && (touches_above (lines, end) || count_pieces (line_at (lines, end)) >= MIN_HEADINGS))
    end++;
  return end;
}

static guint
find_last_anchor (const GArray *lines, guint from)
{
  guint last = lines->len - 1;
  while (last > from && !is_anchor (line_at (lines, last)))
    last--;
  return last;
}

gboolean
layout_find (const HeadingWords *words, int page, const GArray *lines, guint from,
             LayoutTable *table)
{
  guint line = from;
  while (line < lines->len && !begins_table (words, line_at (lines, line)))
    line++;
  if (line == lines->len)
    return FALSE;

  guint first = line, heading_end = find_heading_end (lines, line);
  while (first > from && touches_above (lines, first)
         && !is_above_headings (words, line_at (lines, first - 1)))
    first--;
  guint last = find_last_anchor (lines, heading_end);
  g_autoptr (GArray) columns = find_columns (lines, first, last + 1);
  table->first = first;
  table->grid = grid_new ();
  add_headings (words, table->grid, page, lines, first, heading_end, columns);
  guint i = heading_end;
  while (i <= last && i < lines->len && !is_running_text (columns, line_at (lines, i)))
    {
      guint end = i + 1;
      while (end < lines->len && touches_above (lines, end))
        end++;
      if (is_section (lines, i, end))
        add_section (grid_add_row (table->grid, page), columns, line_at (lines, i));
      else
        add_cluster (table->grid, page, lines, i, end, columns);
      i = end;
    }
  table->end = i;
  return TRUE;
}
