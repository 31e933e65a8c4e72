/* parse/gap.c - the gaps that the lines of a table leave between its columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A gap is what (nearly) all lines leave; the words that stand in it nevertheless, as of a
 *    heading that is wider than its figures, part it.
 * 2. It parts columns where most lines leave more than a word's blank.
 * 3. A gap that is narrower does so if the words on both sides are flush with it.
 */
#include "parse/gap.h"

#include <math.h>

#include "parse/suit.h"

#define WIDE_GAP 1.5   /* blanks, of a gutter that no line crosses */
#define CHINK 0.5      /* blanks, of a gap that is none if words nearly close it */
#define FLUSH 0.3      /* blanks, by which words are off that are flush with a border */
#define FLUSHER 2      /* times as many words are flush with one side of a gap as with the other */
#define MIN_FLUSH 3    /* lines that show a border */
#define STRAY_SHARE 8  /* one line in so many may cross a gutter: wrapped words stand anywhere, */
#define STRAY_LINES 10 /* and one more, such as the page's last, if there are so many */
#define TURNED_DEPTH 1000 /* of what runs up or down: more than any lines that stray */

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
  if (line->is_turned) /* one piece, which stands in its column for sure */
    {
      Edge begins = { line->words[0].box.x0, TURNED_DEPTH },
           ends = { line->turned_x1, -TURNED_DEPTH };
      g_array_append_val (edges, begins);
      g_array_append_val (edges, ends);
      return;
    }
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
    if (segment_count (word_line (lines, i)) > 1 || word_line (lines, i)->n_words == 1
        || word_line (lines, i)->is_turned)
      {
        add_edges (edges, word_line (lines, i));
        *n_lines += !word_line (lines, i)->is_turned;
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
list_spans (const GArray *lines, guint first, guint end)
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
      if (part.x1 - part.x0 < CHINK * blank && depth * 2 > stray)
        continue; /* nearly closed: figures of several widths leave it by chance */
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
  guint n, n_wide;          /* lines with words on both sides; of more than a blank */
  double left_x1, right_x0; /* of the words: the most, the least */
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
  Sides sides = { 0, 0, -G_MAXDOUBLE, G_MAXDOUBLE };
  for (guint i = first; i < end; i++)
    {
      const Word *right = word_behind (word_line (lines, i), gap);
      if (right == NULL)
        continue;
      const Word *left = right - 1;
      sides.n++;
      sides.n_wide += segment_ends_between (left, right);
      sides.left_x1 = MAX (sides.left_x1, left->box.x1);
      sides.right_x0 = MIN (sides.right_x0, right->box.x0);
    }
  return sides;
}

/* Whether the word left of a gap goes on from words before it, as a name does. */
static gboolean
is_in_name (const WordLine *line, const Word *left)
{
  return left > line->words && !segment_ends_between (left - 1, left)
         && !segment_is_figure (left->text) && !segment_is_figure (left[-1].text);
}

/* Whether a word goes on with what stands before it, as in `206 of 492`; `n/a` does not. */
static gboolean
goes_on (const Word *word)
{
  return g_ascii_islower (word->text[0]) && !segment_is_figure (word->text);
}

/* Whether two words are one reference, as `REF` and `2` are. */
static gboolean
is_ref (const Word *left, const Word *right)
{
  Segment both = { left, 2 };
  g_autofree char *text = segment_dup_text (&both);
  return !suit_is_ref (left->text) && g_ascii_isdigit (right->text[0]) && suit_is_ref (text);
}

/* Whether most of the lines that have words right left of a gap, behind @x0, and right behind it,
 * before @x1, have the two halves of references there. */
static gboolean
parts_refs (const GArray *lines, guint first, guint end, double x0, const Span *gap, double x1)
{
  guint n = 0, n_refs = 0;
  for (guint i = first; i < end; i++)
    {
      const Word *right = word_behind (word_line (lines, i), gap);
      if (right == NULL || right[-1].box.x0 < x0 || right->box.x1 > x1)
        continue;
      n++;
      n_refs += !segment_ends_between (right - 1, right) && is_ref (right - 1, right);
    }
  return n_refs >= MIN_FLUSH && 2 * n_refs > n;
}

/* Whether the words left of a gap end below each other without beginning so, or are figures before
 * a text, and those right of it begin below each other, in nearly all lines that leave no more than
 * a blank: cells flush with both sides of a border, or with one.  Words in lower case tell nothing.
 */
static gboolean
is_border (const GArray *lines, guint first, guint end, const Span *gap, const Sides *sides)
{
  guint n = 0, n_flush = 0, n_figures = 0;
  double blank = segment_blank (&word_line (lines, first)->words[0]);
  double least_x0 = G_MAXDOUBLE, most_x0 = -G_MAXDOUBLE; /* where left ones begin */
  for (guint i = first; i < end; i++)
    {
      const Word *right = word_behind (word_line (lines, i), gap);
      const Word *left = right != NULL ? right - 1 : NULL;
      if (right == NULL || segment_ends_between (left, right))
        continue;
      n += !goes_on (right);
      if (is_in_name (word_line (lines, i), left) || goes_on (right) || goes_on (left)
          || right->box.x0 - sides->right_x0 > FLUSH * blank)
        continue;
      n_figures += segment_is_figure (left->text) && !segment_is_figure (right->text);
      if (sides->left_x1 - left->box.x1 > FLUSH * blank)
        continue;
      n_flush++;
      least_x0 = MIN (least_x0, left->box.x0);
      most_x0 = MAX (most_x0, left->box.x0);
    }
  gboolean is_flush = n_flush >= MIN_FLUSH && n_flush * 10 >= n * 8 && most_x0 - least_x0 > blank;
  return is_flush || (n_figures >= MIN_FLUSH && n_figures * 10 >= n * 8);
}

/* What a gap is. */
typedef enum
{
  GAP_OF_WORDS, /* the same words stand below each other */
  GAP_GUTTER, /* the lines leave more than a word's blank there, where words stand on both sides; if
                 none do, it is as wide itself */
  GAP_BORDER
} GapKind;

/* Whether what runs up or down stands in the column left of a gap, which begins at @x0, or begins
 * right of it: no other words go on with it. */
static gboolean
is_beside_turned (const GArray *lines, guint first, guint end, double x0, const Span *gap)
{
  for (guint i = first; i < end; i++)
    {
      const WordLine *line = word_line (lines, i);
      double left = line->words[0].box.x0;
      if (line->is_turned && ((left >= x0 && line->turned_x1 <= gap->x0) || left == gap->x1))
        return TRUE;
    }
  return FALSE;
}

static GapKind
kind_of (const GArray *lines, guint first, guint end, double x0, const Span *gap, double x1)
{
  if (parts_refs (lines, first, end, x0, gap, x1))
    return GAP_OF_WORDS;
  if (is_beside_turned (lines, first, end, x0, gap))
    return GAP_GUTTER;
  Sides sides = sides_of (lines, first, end, gap);
  double blank = segment_blank (&word_line (lines, first)->words[0]);
  if (sides.n == 0)
    return gap->x1 - gap->x0 >= WIDE_GAP * blank ? GAP_GUTTER : GAP_OF_WORDS;
  if (2 * sides.n_wide > sides.n)
    return GAP_GUTTER;
  return is_border (lines, first, end, gap, &sides) ? GAP_BORDER : GAP_OF_WORDS;
}

GArray *
gap_list (const GArray *lines, guint first, guint end, double x0)
{
  g_autoptr (GArray) spans = list_spans (lines, first, end);
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      double x1 = i + 1 < spans->len ? span[1].x0 : G_MAXDOUBLE;
      GapKind kind = span->x0 > x0 ? kind_of (lines, first, end, x0, span, x1) : GAP_OF_WORDS;
      Gap gap = { *span, kind == GAP_BORDER };
      if (kind == GAP_OF_WORDS)
        continue;
      g_array_append_val (gaps, gap);
      x0 = span->x1;
    }
  return gaps;
}
