/* parse/anchor.c - the rows of a table, by lines that can be no other's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A line with three figures anchors a row, or with fewer where most lines that have any have no
 *    more; two that touch and share no column are one row's.
 * 2. References are put to those rows in order, each to one within a row's height.
 * 3. A reference that is left anchors a row without figures.
 */
#include "parse/anchor.h"

#include <math.h>
#include <string.h>

#include "parse/sideways.h"
#include "parse/suit.h"

#define MIN_FIGURES 3 /* of a line that anchors a row */
#define MAX_PAIRS 500 /* rows that references are looked for at a time */
#define LEAST_REACH 2 /* lines between a row's figures and its reference, if rows are narrow */

static guint
count_figures (const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  guint n = 0;
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (segments, i));
      n += segment_is_figure (text);
    }
  return n;
}

gboolean
anchor_has_ref (const WordLine *line)
{
  if (line->is_turned)
    {
      g_autoptr (GArray) refs = sideways_refs (line);
      return refs->len > 0;
    }
  if (suit_is_ref (line->words[0].text))
    return TRUE;
  g_autoptr (GArray) segments = segment_list (line);
  g_autofree char *first = segment_dup_text (segment_at (segments, 0));
  return suit_is_ref (first);
}

gboolean
anchor_has_figures (const WordLine *line)
{
  return count_figures (line) >= MIN_FIGURES;
}

gboolean
anchor_is (const WordLine *line)
{
  return (segment_count (line) >= 2 && anchor_has_ref (line))
         || count_figures (line) >= MIN_FIGURES;
}

static double
middle_of (const GArray *lines, guint i)
{
  const WordLine *line = word_line (lines, i);
  return (word_line_y0 (line) + word_line_y1 (line)) / 2;
}

/* ---- rows by their figures ---- */

/* Whether two lines have words in the same column. */
static gboolean
share_column (const WordLine *a, const WordLine *b, const GArray *columns)
{
  for (guint i = 0; i < a->n_words; i++)
    for (guint k = 0; k < b->n_words; k++)
      if (gutter_column_of (columns, &a->words[i]) == gutter_column_of (columns, &b->words[k]))
        return TRUE;
  return FALSE;
}

static Anchor *
anchor_at (const GArray *anchors, guint i)
{
  return &g_array_index (anchors, Anchor, i);
}

/* Whether words of line @i in a column go on with a text on the line above it: `New from Jan`,
 * `16`.
 */
static gboolean
carries_text_on (const GArray *lines, guint i, const GArray *columns, guint column)
{
  const WordLine *above = word_line (lines, i - 1);
  for (guint k = above->n_words; k-- > 0 && word_line_touches_above (lines, i);)
    if (gutter_column_of (columns, &above->words[k]) == column)
      {
        const char *text = above->words[k].text;
        return g_ascii_isalpha (text[strlen (text) - 1]) && g_ascii_strcasecmp (text, "n/a") != 0;
      }
  return FALSE;
}

/* Returns: how many figures line @i has that are cells, of a table that begins with line @first. */
static guint
count_cells (const GArray *lines, guint first, guint i, const GArray *columns)
{
  const WordLine *line = word_line (lines, i);
  if (segment_count (line) < 2)
    return 0;
  g_autoptr (GArray) segments = segment_list (line);
  guint n = 0;
  for (guint k = 0; k < segments->len; k++)
    {
      const Segment *segment = segment_at (segments, k);
      g_autofree char *text = segment_dup_text (segment);
      guint column = gutter_column_of (columns, &segment->words[0]);
      n += segment_is_figure (text) && (i == first || !carries_text_on (lines, i, columns, column));
    }
  return n;
}

/* Returns: how many figures a line must have to anchor a row: as many as most lines have that have
 * any, but no more than MIN_FIGURES. */
static guint
find_least (const GArray *lines, guint first, guint end)
{
  guint n[MIN_FIGURES + 1] = { 0 }; /* lines that have at least so many */
  for (guint i = first; i < end; i++)
    {
      guint own
          = segment_count (word_line (lines, i)) > 1 ? count_figures (word_line (lines, i)) : 0;
      for (guint k = 1; k <= MIN (own, MIN_FIGURES); k++)
        n[k]++;
    }
  guint least = MIN_FIGURES;
  while (least > 1 && 2 * n[least] < n[least - 1])
    least--;
  return least;
}

guint
anchor_last (const GArray *lines, guint from)
{
  guint last = lines->len - 1, least = find_least (lines, from, lines->len);
  while (last > from && !anchor_is (word_line (lines, last))
         && (segment_count (word_line (lines, last)) < 2
             || count_figures (word_line (lines, last)) < least))
    last--;
  return last;
}

static GArray *
list_figure_rows (const GArray *lines, guint first, guint end, const GArray *columns)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  guint least = find_least (lines, first, end);
  for (guint i = first; i < end; i++)
    {
      if (count_cells (lines, first, i, columns) < least)
        continue;
      Anchor *above = anchors->len > 0 ? anchor_at (anchors, anchors->len - 1) : NULL;
      Anchor own = { i, i, i };
      if (above != NULL && above->last + 1 == i && word_line_touches_above (lines, i)
          && !share_column (word_line (lines, above->last), word_line (lines, i), columns))
        above->last = i;
      else
        g_array_append_val (anchors, own);
    }
  return anchors;
}

/* ---- rows by their references ---- */

/* Returns: the column that most lines with a reference begin in. */
static guint
find_ref_column (const GArray *lines, guint first, guint end, const GArray *columns)
{
  g_autofree guint *n = g_new0 (guint, columns->len);
  guint best = 0;
  for (guint i = first; i < end; i++)
    if (anchor_has_ref (word_line (lines, i)))
      n[gutter_column_of (columns, &word_line (lines, i)->words[0])]++;
  for (guint c = 1; c < columns->len; c++)
    best = n[c] > n[best] ? c : best;
  return best;
}

/* Returns (element-type guint): the lines on which a reference stands in the column of references,
 * and not in one left of it, as the name of a section may. */
static GArray *
list_ref_lines (const GArray *lines, guint first, guint end, const GArray *columns)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (guint));
  guint column = find_ref_column (lines, first, end, columns);
  for (guint i = first; i < end; i++)
    if (anchor_has_ref (word_line (lines, i)) && !word_line (lines, i)->is_turned
        && gutter_column_of (columns, &word_line (lines, i)->words[0]) == column)
      g_array_append_val (refs, i);
  return refs;
}

/* Returns: how far a reference may stand from its row's figures: what lies between rows. */
static double
find_reach (const GArray *lines, const GArray *anchors)
{
  const Box *box = &word_line (lines, anchor_at (anchors, 0)->line)->words[0].box;
  double all = middle_of (lines, anchor_at (anchors, anchors->len - 1)->line)
               - middle_of (lines, anchor_at (anchors, 0)->line);
  double each = anchors->len > 1 ? all / (anchors->len - 1) : all;
  return MAX (each, LEAST_REACH * (box->y1 - box->y0));
}

/* References and rows while they are put together in order. */
typedef struct
{
  const GArray *lines, *refs; /* borrowed */
  GArray *anchors;            /* borrowed */
  guint n_refs, n_anchors;
  double reach;
  double *costs; /* owned; for each pair, the least of what is apart from there on */
} Pairing;

static double *
cost_from (const Pairing *pairing, guint ref, guint anchor)
{
  return &pairing->costs[ref * (pairing->n_anchors + 1) + anchor];
}

/* Returns: what it costs to pair them and all behind them. */
static double
cost_of_pair (const Pairing *pairing, guint ref, guint anchor)
{
  double apart = fabs (middle_of (pairing->lines, g_array_index (pairing->refs, guint, ref))
                       - middle_of (pairing->lines, anchor_at (pairing->anchors, anchor)->line));
  return apart > pairing->reach ? G_MAXDOUBLE : apart + *cost_from (pairing, ref + 1, anchor + 1);
}

static void
note_costs (Pairing *pairing)
{
  double alone = pairing->reach;
  pairing->costs = g_new0 (double, (pairing->n_refs + 1) * (pairing->n_anchors + 1));
  for (guint i = pairing->n_refs + 1; i-- > 0;)
    for (guint k = pairing->n_anchors + 1; k-- > 0;)
      {
        double *own = cost_from (pairing, i, k);
        *own = (pairing->n_refs - i + pairing->n_anchors - k) * alone;
        if (i == pairing->n_refs || k == pairing->n_anchors)
          continue;
        *own = MIN (*own, *cost_from (pairing, i, k + 1) + alone);
        *own = MIN (*own, *cost_from (pairing, i + 1, k) + alone);
        *own = MIN (*own, cost_of_pair (pairing, i, k));
      }
}

/* Makes the row reach to the line, unless that would be another's. */
static void
stretch (GArray *anchors, guint i, guint line)
{
  Anchor *own = anchor_at (anchors, i);
  if (line < own->first && (i == 0 || line > anchor_at (anchors, i - 1)->last))
    own->first = line;
  else if (line > own->last && (i + 1 == anchors->len || line < anchor_at (anchors, i + 1)->first))
    own->last = line;
}

/* Puts each reference to a row or to none, so that what lies between them is least.  Returns
 * (element-type guint): the references that are left. */
static GArray *
pair_refs (const GArray *lines, const GArray *refs, GArray *anchors)
{
  GArray *lone = g_array_new (FALSE, FALSE, sizeof (guint));
  Pairing pairing = { lines,
                      refs,
                      anchors,
                      MIN (refs->len, MAX_PAIRS),
                      MIN (anchors->len, MAX_PAIRS),
                      find_reach (lines, anchors),
                      NULL };
  note_costs (&pairing);
  guint i = 0, k = 0;
  while (i < refs->len)
    {
      gboolean is_inside = i < pairing.n_refs && k < pairing.n_anchors;
      if (is_inside && cost_of_pair (&pairing, i, k) <= *cost_from (&pairing, i, k))
        stretch (anchors, k++, g_array_index (refs, guint, i++));
      else if (is_inside
               && *cost_from (&pairing, i, k + 1) + pairing.reach <= *cost_from (&pairing, i, k))
        k++;
      else
        g_array_append_val (lone, g_array_index (refs, guint, i++));
    }
  g_free (pairing.costs);
  return lone;
}

static int
compare_anchors (gconstpointer a, gconstpointer b)
{
  guint left = ((const Anchor *) a)->first, right = ((const Anchor *) b)->first;
  return (left > right) - (left < right);
}

static gboolean
is_taken (const GArray *anchors, guint line)
{
  for (guint i = 0; i < anchors->len; i++)
    if (line >= anchor_at (anchors, i)->first && line <= anchor_at (anchors, i)->last)
      return TRUE;
  return FALSE;
}

GArray *
anchor_rows (const GArray *lines, guint first, guint end, const GArray *columns)
{
  GArray *anchors = list_figure_rows (lines, first, end, columns);
  g_autoptr (GArray) refs = list_ref_lines (lines, first, end, columns);
  g_autoptr (GArray) lone = anchors->len > 0 ? pair_refs (lines, refs, anchors) : NULL;
  const GArray *others = lone != NULL ? lone : refs;
  for (guint i = 0; i < others->len; i++)
    {
      guint line = g_array_index (others, guint, i);
      Anchor own = { line, line, line };
      if (!is_taken (anchors, line))
        g_array_append_val (anchors, own);
    }
  g_array_sort (anchors, compare_anchors);
  return anchors;
}
