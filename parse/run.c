/* parse/run.c - where lines of several pieces stand below each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A run begins with a line of several pieces and goes on with those that leave gaps where it
 *    does; a few lines of one piece may stand between.
 * 2. Lines right above belong to its headings if they stand over its columns, and all lines as far
 *    as a rule that runs over its whole width, or within a band of colour that does.
 */
#include "parse/run.h"

#include <math.h>

#include "parse/ground.h"
#include "parse/print.h"
#include "parse/stream.h"

/* In units of the type's size. */
#define SHARED_GAP 0.5 /* of the gaps of two lines */
#define MAX_SPACE 2.2  /* blank between two lines of a run */

#define MAX_HEAD_SPACE 1.3 /* ... and its headings, where no rule says more */
#define TIGHT_SPACE 0.5    /* between lines of one text */
#define MAX_SINGLE 3       /* lines of one piece between others */
#define LOOK_BACK 4        /* lines that a line may be aligned with */
#define PROSE_WORDS 9      /* of one piece, of which no cell has so many on a line */
#define WIDE_SHARE 0.7     /* of a run's width that a line of prose takes up */
#define MAX_RULE_LINES 8   /* of headings below a rule */
#define MARGIN 1.0         /* points of a run around its words */

typedef struct
{
  const Page *page;
  GPtrArray *lines; /* of PrintLine */
} Finder;

static guint
n_pieces (const Finder *finder, guint i)
{
  return print_line (finder->lines, i)->pieces->len;
}

static double
space_above (const Finder *finder, guint i)
{
  const PrintLine *above = print_line (finder->lines, i - 1), *own = print_line (finder->lines, i);
  return (own->box.y0 - above->box.y1) / MAX (MIN (own->size, above->size), 1);
}

/* Whether the gaps of the two lines are in the same places, mostly. */
static gboolean
is_aligned (const PrintLine *a, const PrintLine *b)
{
  guint n = 0;
  for (guint i = 0; i + 1 < a->pieces->len; i++)
    for (guint k = 0; k + 1 < b->pieces->len; k++)
      {
        double x0 = MAX (print_piece (a, i)->box.x1, print_piece (b, k)->box.x1);
        double x1 = MIN (print_piece (a, i + 1)->box.x0, print_piece (b, k + 1)->box.x0);
        n += x1 - x0 >= SHARED_GAP * MIN (a->size, b->size);
      }
  return 2 * n >= MIN (a->pieces->len, b->pieces->len) - 1 && n > 0;
}

static gboolean
is_aligned_with_run (const Finder *finder, guint first, guint line)
{
  guint n = 0;
  for (guint i = line; i-- > first && n < LOOK_BACK;)
    if (n_pieces (finder, i) > 1)
      {
        n++;
        if (is_aligned (print_line (finder->lines, i), print_line (finder->lines, line)))
          return TRUE;
      }
  return FALSE;
}

static Box
box_of (const Finder *finder, guint first, guint end)
{
  Box box = { 0, 0, 0, 0 };
  for (guint i = first; i < end; i++)
    box = box_union (box, print_line (finder->lines, i)->box);
  return box;
}

static gboolean
is_prose (const PrintLine *line, const Box *box)
{
  const Piece *piece = print_piece (line, 0);
  return line->pieces->len == 1 && piece->words->len >= PROSE_WORDS
         && piece->box.x1 - piece->box.x0 >= WIDE_SHARE * (box->x1 - box->x0);
}

/* Whether the line names or explains a table or a figure. */
static gboolean
is_caption (const PrintLine *line)
{
  static const char *const names[]
      = { "table",   "tables",   "figure", "fig.",   "chart", "exhibit", "box",     "source",
          "source:", "sources:", "note:",  "notes:", "note",  "graph",   "appendix" };
  const Word *first = g_ptr_array_index (print_piece (line, 0)->words, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (first->text, names[i]) == 0)
      return line->pieces->len < 3;
  return FALSE;
}

/* Returns: the line behind the run that begins at @first. */
static guint
end_of_run (const Finder *finder, guint first)
{
  guint end = first + 1, n_single = 0;
  for (guint i = end; i < finder->lines->len; i++)
    {
      const PrintLine *line = print_line (finder->lines, i);
      Box box = box_of (finder, first, end);
      if (space_above (finder, i) > MAX_SPACE || is_prose (line, &box) || is_caption (line))
        break;
      if (line->pieces->len == 1)
        {
          if (++n_single > MAX_SINGLE)
            break;
          continue;
        }
      if (!is_aligned_with_run (finder, first, i))
        break;
      n_single = 0;
      end = i + 1;
    }
  return end;
}

static guint
n_figures (const Finder *finder, guint i)
{
  guint n = 0;
  for (guint k = 1; k < n_pieces (finder, i); k++)
    n += print_piece (print_line (finder->lines, i), k)->is_figure;
  return n;
}

/* Moves the run's end up over lines without figures, if most lines have some: they are notes. */
static guint
drop_notes (const Finder *finder, guint first, guint end)
{
  guint n_tabular = 0, n_with = 0;
  for (guint i = first; i < end; i++)
    {
      n_tabular += n_pieces (finder, i) > 1;
      n_with += n_figures (finder, i) > 0;
    }
  while (2 * n_with >= n_tabular && end > first + 1 && n_figures (finder, end - 1) == 0)
    end--;
  return end;
}

/* Whether a line behind the run ends the text of its last row's first column. */
static gboolean
ends_last_row (const Finder *finder, guint first, guint i)
{
  const PrintLine *line = print_line (finder->lines, i), *last = print_line (finder->lines, i - 1);
  Box box = box_of (finder, first, i);
  const Word *word = g_ptr_array_index (print_piece (line, 0)->words, 0);
  return line->pieces->len == 1 && space_above (finder, i) < TIGHT_SPACE
         && line->box.x0 >= box.x0 - 1 && line->box.x1 < print_piece (last, 1)->box.x0
         && g_unichar_islower (g_utf8_get_char (word->text));
}

/* Returns: the first flat rule over nearly all of the run's width above (or below) @y, NULL if
 * there is none. */
static const Box *
wide_rule (const Finder *finder, const Box *run, gboolean is_above)
{
  const Box *best = NULL;
  for (guint i = 0; i < finder->page->rules->len; i++)
    {
      const Box *rule = &g_array_index (finder->page->rules, Rule, i).box;
      double width = MIN (rule->x1, run->x1) - MAX (rule->x0, run->x0);
      if (width < 0.9 * (run->x1 - run->x0) || rule->y1 - rule->y0 > rule->x1 - rule->x0
          || rule->x1 - rule->x0 > 1.5 * (run->x1 - run->x0))
        continue;
      if (is_above ? rule->y1 > run->y0 + 2 : rule->y0 < run->y1 - 2)
        continue;
      if (best == NULL || (is_above ? rule->y0 > best->y0 : rule->y0 < best->y0))
        best = rule;
    }
  return best;
}

/* Whether a line of headings may stand above the run: it is cut in pieces, or stands over columns
 * but the first. */
static gboolean
may_head (const Finder *finder, guint i, const Box *run, double first_x1)
{
  const PrintLine *line = print_line (finder->lines, i);
  if (line->box.x0 < run->x0 - 2 * line->size || line->box.x1 > run->x1 + 2 * line->size)
    return FALSE;
  if (line->pieces->len > 1)
    return TRUE;
  double middle = (line->box.x0 + line->box.x1) / 2;
  return line->box.x0 > first_x1
         && fabs (middle - (first_x1 + run->x1) / 2) <= fabs (middle - (run->x0 + run->x1) / 2);
}

/* Returns: the first line below a rule over the run's whole width, if nothing but headings can be
 * between that and the run; else @first. */
static guint
first_below_rule (const Finder *finder, guint first, const Box *run)
{
  const Box *rule = wide_rule (finder, run, TRUE);
  for (guint i = first; rule != NULL && first - i <= MAX_RULE_LINES; i--)
    {
      if (i == 0 || print_line (finder->lines, i - 1)->box.y0 < rule->y0 - 2)
        return i;
      const PrintLine *above = print_line (finder->lines, i - 1);
      if (is_prose (above, run) || is_caption (above) || space_above (finder, i) > MAX_SPACE)
        break;
    }
  return first;
}

/* Returns: the colour below a line, over the run's whole width. */
static guint32
colour_of (const Finder *finder, const Ground *ground, guint i, const Box *run)
{
  const Box *line = &print_line (finder->lines, i)->box;
  return ground_colour (ground, (Box){ run->x0, line->y0, run->x1, line->y1 });
}

/* Whether the lines from @first to @end come back to a colour: they are striped, or all of it. */
static gboolean
comes_back (const Finder *finder, const Ground *ground, guint first, guint end, const Box *run,
            guint32 colour)
{
  guint i = first;
  while (i < end && colour_of (finder, ground, i, run) == colour)
    i++;
  gboolean is_all = i == end;
  for (; i < end && !is_all; i++)
    if (colour_of (finder, ground, i, run) == colour)
      return TRUE;
  return is_all;
}

/* Finds the first line of the coloured heading that the run begins with, or that is right above it.
 *
 * Returns: whether there is one: then @first gets it, and the table begins there */
static gboolean
find_band (const Finder *finder, guint *first, guint end, const Box *run)
{
  g_autoptr (Ground) ground = ground_new (finder->page, run->x0, run->x1);
  guint32 band = colour_of (finder, ground, *first, run);
  guint top = *first;
  if (band == GROUND_PAPER && top > 0)
    band = colour_of (finder, ground, top - 1, run);
  if (band == GROUND_PAPER || band == GROUND_MIXED
      || comes_back (finder, ground, *first, end, run, band))
    return FALSE;
  while (top > 0 && *first - top < MAX_RULE_LINES && space_above (finder, top) <= MAX_SPACE
         && colour_of (finder, ground, top - 1, run) == band)
    top--;
  *first = top;
  return TRUE;
}

/* Returns: the first line of the run's headings, or of the run. */
static guint
add_headings (const Finder *finder, guint first, guint end)
{
  Box box = box_of (finder, first, end);
  double first_x1 = print_piece (print_line (finder->lines, first), 0)->box.x1;
  guint top = first_below_rule (finder, first, &box);
  if (top == first && find_band (finder, &top, end, &box))
    return top;
  while (top == first && first > 0 && space_above (finder, first) <= MAX_HEAD_SPACE)
    {
      const PrintLine *above = print_line (finder->lines, first - 1);
      if (is_prose (above, &box) || is_caption (above)
          || !may_head (finder, first - 1, &box, first_x1))
        break;
      top = --first;
    }
  return top;
}

/* Adds the boxes of the runs among the lines. */
static void
add_runs (const Finder *finder, GArray *boxes)
{
  for (guint i = 0; i < finder->lines->len;)
    {
      if (n_pieces (finder, i) < 2)
        {
          i++;
          continue;
        }
      guint end = drop_notes (finder, i, end_of_run (finder, i));
      if (end > i + 1)
        {
          while (end < finder->lines->len && n_pieces (finder, end - 1) > 1
                 && ends_last_row (finder, i, end))
            end++;
          Box box = box_of (finder, add_headings (finder, i, end), end);
          box = (Box){ box.x0 - MARGIN, box.y0 - MARGIN, box.x1 + MARGIN, box.y1 + MARGIN };
          g_array_append_val (boxes, box);
        }
      i = end;
    }
}

static gboolean
is_in_one (const Box *word, const GArray *boxes)
{
  double x = (word->x0 + word->x1) / 2, y = (word->y0 + word->y1) / 2;
  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);
      if (x > box->x0 && x < box->x1 && y > box->y0 && y < box->y1)
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
list_words (const Page *page, const GArray *taken)
{
  GPtrArray *words = g_ptr_array_new ();
  for (guint i = 0; i < page->words->len; i++)
    {
      Word *word = &g_array_index (page->words, Word, i);
      if (word->rotation == 0 && !is_in_one (&word->box, taken))
        g_ptr_array_add (words, word);
    }
  return words;
}

GArray *
run_boxes (const Page *page, const GArray *taken)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autoptr (GPtrArray) words = list_words (page, taken);
  g_autoptr (GArray) uprights = page_upright_rules (page);
  g_autoptr (GPtrArray) streams = stream_split (words, uprights);
  for (guint i = 0; i < streams->len; i++)
    {
      g_autoptr (GPtrArray) lines = print_lines (g_ptr_array_index (streams, i), uprights);
      Finder finder = { page, lines };
      add_runs (&finder, boxes);
    }
  return boxes;
}
