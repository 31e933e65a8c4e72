/* parse/layout_months.c - tables of months that stand on a page by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *                     Total      No. prog to   % prog. to       headings
 *                    Contacts     referral      referral
 *          Jan-16       294            68         23.1%         rows, known by their labels
 *          Feb-16       318            67         21.1%   400   (and what a chart beside them
 * prints) ANNUAL TREND                                              nothing of a row 2015/16 3691
 * 795         21.5%
 *
 * 1. Labels of periods that stand below each other make the rows.
 * 2. The gutters of these rows alone part the columns (parse/gutter.h).  A column whose figures go
 *    down in equal steps is the axis of a chart, and dropped.
 * 3. The lines right above that leave the labels' place empty are headings: references, groups that
 *    stand over the middle of as many columns each, and names, which go on over lines.
 */
#include "parse/layout_months.h"

#include "parse/label.h"
#include <math.h>

#include "parse/gutter.h"
#include "parse/months_heading.h"

#define MIN_LABELS 4   /* of a table */
#define MAX_BETWEEN 40 /* lines without a label between two rows */
#define MAX_LABEL_SEGMENT                                                                          \
  1                         /* a label stands first on its line, or behind the name of its block   \
                             */
#define MAX_HEADING_WORDS 8 /* over one column */
#define MIN_ROW 4           /* pieces of a line that may be one over each column */
#define MAX_AXIS_LINES 8    /* above the first row */
#define MIN_AXIS 3          /* figures */
#define STEP_OFF 0.01       /* of an axis, for figures that are no whole numbers; 1 for those */
#define WIDE_STEP 5         /* that are printed rounded: 100, 83, 67, 50 */
#define MAX_HEADING_LINES 20

/* A line that a period labels. */
typedef struct
{
  guint line;
  Segment label;
} LineLabel;

static LineLabel *
label_at (const GArray *labels, guint i)
{
  return &g_array_index (labels, LineLabel, i);
}

static gboolean
is_label (const HeadingWords *words, const Segment *segment, gboolean *is_month)
{
  g_autofree char *text = segment_dup_text (segment);
  Label label;
  gboolean is_label = label_read (words, text, &label);
  *is_month = is_label && label.period.kind == PERIOD_MONTH;
  return is_label && (label.period.kind != PERIOD_NONE || label.measure != MEASURE_ACTUAL);
}

/* Finds the label of a line, of which no other may stand behind it: those would be headings. */
static gboolean
find_label (const HeadingWords *words, const WordLine *line, Segment *label, gboolean *is_month)
{
  g_autoptr (GArray) segments = segment_list (line);
  gboolean is_other;
  for (guint i = 0; i <= MAX_LABEL_SEGMENT && i < segments->len; i++)
    {
      if (!is_label (words, segment_at (segments, i), is_month))
        continue;
      if (i + 1 < segments->len && is_label (words, segment_at (segments, i + 1), &is_other))
        return FALSE;
      *label = *segment_at (segments, i);
      return TRUE;
    }
  return FALSE;
}

static gboolean
stand_below (const Segment *a, const Segment *b)
{
  return segment_x0 (a) < segment_x1 (b) && segment_x0 (b) < segment_x1 (a);
}

/* Returns (element-type LineLabel): the labels that stand below the one on line @first, with it;
 * none if they are too few. */
static GArray *
list_labels (const HeadingWords *words, const GArray *lines, guint first)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (LineLabel));
  guint n_months = 0;
  for (guint i = first; i < lines->len; i++)
    {
      LineLabel label = { i, { NULL, 0 } };
      gboolean is_month;
      if (labels->len > 0 && i - label_at (labels, labels->len - 1)->line > MAX_BETWEEN)
        break;
      if (!find_label (words, word_line (lines, i), &label.label, &is_month)
          || (labels->len > 0 && !stand_below (&label_at (labels, 0)->label, &label.label)))
        continue;
      n_months += is_month;
      g_array_append_val (labels, label);
    }
  if (n_months < MIN_LABELS)
    g_array_set_size (labels, 0);
  return labels;
}

/* Returns (element-type Span): the columns of the rows with labels. */
static GArray *
find_columns (const GArray *lines, const GArray *labels)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (WordLine));
  for (guint i = 0; i < labels->len; i++)
    g_array_append_val (rows, *word_line (lines, label_at (labels, i)->line));
  return gutter_columns (rows, 0, rows->len);
}

/* ---- columns ---- */

/* Returns (element-type double): the figures that stand in a column from line @first to @end. */
static GArray *
list_figures (const GArray *lines, guint first, guint end, const GArray *columns, guint column)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < word_line (lines, i)->n_words; k++)
      {
        const Word *word = &word_line (lines, i)->words[k];
        const Span *span = &g_array_index (columns, Span, column);
        if (word->box.x1 <= span->x0 || word->box.x0 >= span->x1)
          continue;
        char *end_of_number;
        double figure = g_ascii_strtod (word->text, &end_of_number);
        if (end_of_number > word->text)
          g_array_append_val (figures, figure);
      }
  return figures;
}

/* Whether figures go down in equal steps, as the axes of charts do; a few must end with 0.  Several
 * charts may stand below each other. */
static gboolean
is_axis (const GArray *figures)
{
  const double *at = (const double *) (const void *) figures->data;
  guint start = 0; /* of an axis */
  for (guint i = 1; i <= figures->len; i++)
    {
      if (i < figures->len && at[i] < at[i - 1])
        {
          double step = at[start] - at[start + 1];
          if (fabs (at[i - 1] - at[i] - step) > MAX (step * STEP_OFF, step >= WIDE_STEP))
            return FALSE;
          continue;
        }
      if (i - start < MIN_AXIS || (i - start == MIN_AXIS && at[i - 1] != 0))
        return FALSE;
      start = i;
    }
  return figures->len > 0;
}

static gboolean
has_figure (const GArray *lines, const GArray *labels, const GArray *columns, guint column)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const WordLine *line = word_line (lines, label_at (labels, i)->line);
      for (guint k = 0; k < line->n_words; k++)
        if (gutter_column_of (columns, &line->words[k]) == column
            && segment_is_figure (line->words[k].text))
          return TRUE;
    }
  return FALSE;
}

/* Whether the figures of a column are an axis, which may begin beside the headings and end below
 * the last row. */
static gboolean
is_chart (const GArray *lines, const GArray *labels, const GArray *columns, guint column)
{
  guint first = label_at (labels, 0)->line, end = label_at (labels, labels->len - 1)->line + 1;
  for (guint above = 0; above <= MIN (first, MAX_AXIS_LINES); above++)
    for (guint below = 0; below <= MIN (lines->len - end, MAX_AXIS_LINES); below++)
      {
        g_autoptr (GArray) figures
            = list_figures (lines, first - above, end + below, columns, column);
        if (is_axis (figures))
          return TRUE;
      }
  return FALSE;
}

/* Returns: which columns are not of the table but of a chart beside it: axes, and all that is
 * right of the last figures. */
static gboolean *
find_charts (const GArray *lines, const GArray *labels, const GArray *columns)
{
  gboolean *are_charts = g_new0 (gboolean, columns->len);
  gboolean is_right = TRUE;
  for (guint c = columns->len; c-- > 0;)
    {
      are_charts[c] = is_chart (lines, labels, columns, c)
                      || (is_right && !has_figure (lines, labels, columns, c));
      is_right = is_right && are_charts[c];
    }
  return are_charts;
}

typedef struct
{
  GArray *columns;      /* owned */
  gboolean *are_charts; /* owned */
  guint label_column;
  double x0, x1; /* where the columns of values lie */
  double pitch;  /* from one of them to the next */
} Layout;

static Layout
lay_out (const GArray *lines, const GArray *labels)
{
  Layout layout = { .columns = find_columns (lines, labels) };
  layout.are_charts = find_charts (lines, labels, layout.columns);
  layout.label_column = gutter_column_of (layout.columns, &label_at (labels, 0)->label.words[0]);
  layout.x0 = g_array_index (layout.columns, Span, layout.label_column).x1;
  layout.x1 = layout.x0;
  guint n = 0;
  for (guint c = layout.label_column + 1; c < layout.columns->len; c++)
    if (!layout.are_charts[c])
      {
        layout.x1 = g_array_index (layout.columns, Span, c).x1;
        n++;
      }
  layout.pitch = (layout.x1 - layout.x0) / MAX (n, 1);
  return layout;
}

static void
layout_clear (Layout *layout)
{
  g_array_unref (layout->columns);
  g_free (layout->are_charts);
}

/* Returns: the words of a line that stand over neither the labels nor what is right of the table,
 * a chart. */
static WordLine
clip (const Layout *layout, const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  WordLine own = *line;
  own.n_words = 0;
  for (guint i = 0; i < segments->len; i++)
    {
      if (segment_x1 (segment_at (segments, i)) <= layout->x0)
        {
          own.words += segment_at (segments, i)->n_words;
          continue;
        }
      const Segment *segment = segment_at (segments, i);
      double middle = (segment_x0 (segment) + segment_x1 (segment)) / 2;
      if (segment_x0 (segment) >= layout->x1 || middle >= layout->x1 + layout->pitch / 2)
        break;
      own.n_words += segment->n_words;
    }
  return own;
}

static void
add_line (GridRow *row, const Layout *layout, const WordLine *line)
{
  for (guint i = 0; i < line->n_words; i++)
    {
      guint column = gutter_column_of (layout->columns, &line->words[i]);
      if (!layout->are_charts[column])
        grid_row_add_word (row, column, &line->words[i]);
    }
}

/* Adds figures that stand in a column of values, on a line that nothing labels: they are of no row,
 * and that is said. */
static void
add_stray (Grid *grid, int page, const Layout *layout, const WordLine *line)
{
  GridRow *row = NULL;
  for (guint i = 0; i < line->n_words; i++)
    {
      const Word *word = &line->words[i];
      guint column = gutter_column_of (layout->columns, word);
      const Span *span = &g_array_index (layout->columns, Span, column);
      if (column <= layout->label_column || layout->are_charts[column] || word->box.x1 <= span->x0
          || word->box.x0 >= span->x1 || !segment_is_figure (word->text))
        continue;
      row = row != NULL ? row : grid_add_row (grid, page);
      grid_row_add_word (row, column, word);
    }
}

static void
add_rows (Grid *grid, int page, const GArray *lines, const GArray *labels, const Layout *layout)
{
  for (guint k = 0; k < labels->len; k++)
    {
      guint line = label_at (labels, k)->line;
      guint next = k + 1 < labels->len ? label_at (labels, k + 1)->line : line + 1;
      add_line (grid_add_row (grid, page), layout, word_line (lines, line));
      for (guint i = line + 1; i < next; i++)
        add_stray (grid, page, layout, word_line (lines, i));
    }
}

/* ---- headings ---- */

/* Returns: over the middles of how many columns a segment stands, at least one. */
static guint
count_columns (const Layout *layout, const Segment *segment)
{
  guint n = 0;
  for (guint c = layout->label_column + 1; c < layout->columns->len; c++)
    {
      const Span *span = &g_array_index (layout->columns, Span, c);
      double middle = (span->x0 + span->x1) / 2;
      n += !layout->are_charts[c] && middle > segment_x0 (segment) && middle < segment_x1 (segment);
    }
  return MAX (n, 1);
}

/* Whether a segment stands over the labels and says that these are: `Month`. */
static gboolean
heads_labels (const HeadingWords *words, const Layout *layout, const Segment *segment)
{
  g_autofree char *text = segment_dup_text (segment);
  return segment_x1 (segment) <= layout->x0 && label_heads (words, text);
}

/* Whether a line can be headings: all of it but for that of the labels stands right of these, and
 * is no sentence, which would not stand in as many pieces as most columns. */
static gboolean
is_heading (const HeadingWords *words, const Layout *layout, const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  guint first = segments->len > 1 && heads_labels (words, layout, segment_at (segments, 0)) ? 1 : 0;
  gboolean is_row = segments->len >= MIN_ROW && 2 * segments->len > layout->columns->len;
  for (guint i = first; i < segments->len; i++)
    {
      const Segment *segment = segment_at (segments, i);
      if (segment_x0 (segment) >= layout->x1)
        break;
      const char *last = segment->words[segment->n_words - 1].text;
      if (segment_x0 (segment) < layout->x0
          || (!is_row && segment->n_words > MAX_HEADING_WORDS * count_columns (layout, segment))
          || (segment->n_words > 2 && g_str_has_suffix (last, ".")))
        return FALSE;
    }
  return TRUE;
}

static guint
find_heading_start (const HeadingWords *words, const Layout *layout, const GArray *lines,
                    guint from, guint first)
{
  guint start = first;
  while (start > from && first - start < MAX_HEADING_LINES
         && is_heading (words, layout, word_line (lines, start - 1)))
    start--;
  return start;
}

/* Returns (element-type WordLine): the lines of the headings that have words of the table. */
static GArray *
list_heading_lines (const Layout *layout, const GArray *lines, guint first, guint end)
{
  GArray *own = g_array_new (FALSE, FALSE, sizeof (WordLine));
  for (guint i = first; i < end; i++)
    {
      WordLine line = clip (layout, word_line (lines, i));
      if (line.n_words > 0)
        g_array_append_val (own, line);
    }
  return own;
}

static void
add_headings (Grid *grid, int page, const GArray *lines, guint first, guint end,
              const Layout *layout)
{
  g_autoptr (GArray) own = list_heading_lines (layout, lines, first, end);
  g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (Seat));
  for (guint c = layout->label_column + 1; c < layout->columns->len; c++)
    {
      const Span *span = &g_array_index (layout->columns, Span, c);
      Seat seat = { c, span->x0, span->x1 };
      if (!layout->are_charts[c])
        g_array_append_val (seats, seat);
    }
  if (seats->len > 0)
    months_heading_add (grid, page, own, seats);
}

gboolean
layout_months_find (const HeadingWords *words, int page, const GArray *lines, guint from,
                    LayoutTable *table)
{
  for (guint i = from; i < lines->len; i++)
    {
      Segment label;
      gboolean is_month;
      if (!find_label (words, word_line (lines, i), &label, &is_month) || !is_month)
        continue;
      g_autoptr (GArray) labels = list_labels (words, lines, i);
      if (labels->len == 0)
        continue;
      Layout layout = lay_out (lines, labels);
      table->first = find_heading_start (words, &layout, lines, from, i);
      table->end = label_at (labels, labels->len - 1)->line + 1;
      table->grid = grid_new ();
      add_headings (table->grid, page, lines, table->first, i, &layout);
      add_rows (table->grid, page, lines, labels, &layout);
      layout_clear (&layout);
      return TRUE;
    }
  return FALSE;
}
