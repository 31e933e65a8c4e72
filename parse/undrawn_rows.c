/* parse/undrawn_rows.c - the rows of a table whose flat rules a scanner lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Between two flat borders that are drawn for most of the net's width, rows are told by their
 *    figures and references, as where nothing is drawn (parse/stack.h).
 * 2. Where a border was drawn in some places between two such rows it is drawn in all, else in the
 *    blank between them.  Figures right below each other are of one cell.
 */
#include "parse/undrawn_rows.h"

#include <math.h>

#include "parse/anchor.h"
#include "parse/page_lines.h"
#include "parse/stack.h"
#include "parse/undrawn_words.h"

#define DRAWN_SHARE 0.6 /* of the net's width, that is drawn of a border between rows */
#define STICKS_OUT 1.5  /* points that a word may reach into the next row by chance */
#define MIN_BLANK 0.4   /* of a line's height, between the figures of two rows */
#define MAX_NARROW 8    /* borders of a table that has few columns of figures */
#define MIN_SHARED 2    /* places in which two rows have figures */
#define STEP 0.25       /* points, in which a place between two rows is looked for */
#define MAX_STEPS 100
#define MIN_LETTERS 3 /* of a word of a row's name */

/* Returns: how much of the net's width is drawn of a flat border. */
static double
drawn_width (const Net *net, guint border)
{
  double drawn = 0;
  for (guint i = 0; i < net->lines->len; i++)
    {
      const NetLine *line = &g_array_index (net->lines, NetLine, i);
      if (line->is_flat && net_nearest (net->ys, (line->box.y0 + line->box.y1) / 2) == border)
        drawn += line->box.x1 - line->box.x0;
    }
  return drawn;
}

/* Returns (transfer full) (element-type double): the flat borders that part the whole net. */
static GArray *
list_sound (const Net *net)
{
  GArray *sound = g_array_new (FALSE, FALSE, sizeof (double));
  double width = net_number (net->xs, net->xs->len - 1) - net_number (net->xs, 0);
  for (guint i = 0; i < net->ys->len; i++)
    if (i == 0 || i + 1 == net->ys->len || drawn_width (net, i) >= DRAWN_SHARE * width)
      g_array_append_val (sound, g_array_index (net->ys, double, i));
  return sound;
}

/* Returns (transfer full) (element-type Span): the net's places. */
static GArray *
list_places (const Net *net)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint i = 0; i + 1 < net->xs->len; i++)
    {
      Span place = { net_number (net->xs, i), net_number (net->xs, i + 1) };
      g_array_append_val (places, place);
    }
  return places;
}

/* A part of a net between sound borders. */
typedef struct
{
  const GArray *lines; /* borrowed; of WordLine */
  const guint *rows;   /* borrowed; of each line */
} Band;

/* Returns: in how many places a line has figures. */
static guint
count_figures (const Net *net, const WordLine *line)
{
  guint n = 0, last = G_MAXUINT;
  for (guint i = 0; i < line->n_words; i++)
    {
      const Word *word = &line->words[i];
      guint place = net_place (net->xs, (word->box.x0 + word->box.x1) / 2);
      if (!segment_is_figure (word->text) || place == last)
        continue;
      n++;
      last = place;
    }
  return n;
}

static gboolean
has_name (const WordLine *line)
{
  for (guint i = 0; i < line->n_words; i++)
    {
      guint n = 0;
      for (const char *at = line->words[i].text; *at != '\0' && n < MIN_LETTERS;
           at = g_utf8_next_char (at))
        n = g_unichar_isalpha (g_utf8_get_char (at)) ? n + 1 : 0;
      if (n >= MIN_LETTERS)
        return TRUE;
    }
  return FALSE;
}

/* What is known of one row of a band. */
typedef struct
{
  double y0, y1;                 /* of its upright words */
  double figures_y0, figures_y1; /* of its lines of figures */
  gboolean has_name;
  gboolean *has_figure; /* owned; of each place */
} Extent;

static void
extent_clear (Extent *extent)
{
  g_free (extent->has_figure);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Extent, extent_clear)

/* Makes @extent reach over a word, which may be a figure of the row. */
static void
extent_add (Extent *extent, const Net *net, const Word *word, gboolean is_figure)
{
  extent->y0 = MIN (extent->y0, word->box.y0);
  extent->y1 = MAX (extent->y1, word->box.y1);
  if (!is_figure)
    return;
  extent->figures_y0 = MIN (extent->figures_y0, word->box.y0);
  extent->figures_y1 = MAX (extent->figures_y1, word->box.y1);
  guint place = net_place (net->xs, (word->box.x0 + word->box.x1) / 2);
  extent->has_figure[MIN (place, net->xs->len - 1)] = TRUE;
}

static Extent
extent_of (const Net *net, const Band *band, guint row)
{
  Extent extent = { G_MAXDOUBLE,  -G_MAXDOUBLE, G_MAXDOUBLE,
                    -G_MAXDOUBLE, FALSE,        g_new0 (gboolean, net->xs->len) };
  gboolean is_narrow = net->xs->len <= MAX_NARROW; /* a text beside figures may hold some too */
  for (guint i = 0; i < band->lines->len; i++)
    {
      const WordLine *line = word_line (band->lines, i);
      if (band->rows[i] != row)
        continue;
      gboolean has_figures
          = anchor_has_figures (line) || (is_narrow && count_figures (net, line) >= MIN_SHARED);
      extent.has_name |= has_name (line);
      for (guint k = 0; k < line->n_words; k++)
        extent_add (&extent, net, &line->words[k],
                    has_figures && segment_is_figure (line->words[k].text));
    }
  return extent;
}

/* Makes @extent, which may be of nothing yet, reach over @other too. */
static void
extent_join (const Net *net, Extent *extent, const Extent *other)
{
  if (extent->has_figure == NULL)
    {
      *extent = *other;
      extent->has_figure = g_memdup2 (other->has_figure, net->xs->len * sizeof (gboolean));
      return;
    }
  extent->y0 = MIN (extent->y0, other->y0);
  extent->y1 = MAX (extent->y1, other->y1);
  extent->figures_y0 = MIN (extent->figures_y0, other->figures_y0);
  extent->figures_y1 = MAX (extent->figures_y1, other->figures_y1);
  extent->has_name |= other->has_name;
  for (guint i = 0; i < net->xs->len; i++)
    extent->has_figure[i] |= other->has_figure[i];
}

/* Returns: in how many places both rows have figures. */
static guint
count_shared (const Net *net, const Extent *above, const Extent *below)
{
  guint n = 0;
  for (guint i = 0; i + 1 < net->xs->len; i++)
    n += above->has_figure[i] && below->has_figure[i];
  return n;
}

/* Whether two rows that follow each other are no lines of the same cells. */
static gboolean
are_apart (const Net *net, const Extent *above, const Extent *below)
{
  double height = below->figures_y1 - below->figures_y0;
  return count_shared (net, above, below) >= MIN_SHARED && below->has_name
         && below->figures_y0 - above->figures_y1 >= MIN_BLANK * height;
}

/* Returns: the place nearest to @y, between @from and @to, that no word lies across; @y if there is
 * none. */
static double
clear_of_words (const GArray *words, double y, double from, double to)
{
  double best = y, least = G_MAXDOUBLE, step = MAX (STEP, (to - from) / MAX_STEPS);
  guint n = to > from ? (guint) ((to - from) / step) : 0;
  for (guint k = 0; k <= n; k++)
    {
      double at = from + k * step;
      guint i = 0;
      while (i < words->len
             && (g_array_index (words, Word, i).box.y0 >= at
                 || g_array_index (words, Word, i).box.y1 <= at))
        i++;
      if (i < words->len || fabs (at - y) >= least)
        continue;
      least = fabs (at - y);
      best = at;
    }
  return best;
}

/* Returns: where the border between two rows lies: where a part of it was drawn, else between their
 * words. */
static double
border_between (const Net *net, const GArray *words, const Extent *above, const Extent *below)
{
  double from = above->figures_y1, to = below->figures_y0;
  double middle = CLAMP ((above->y1 + below->y0) / 2, from, to);
  double drawn = net_number (net->ys, net_nearest (net->ys, middle));
  return drawn > from && drawn < to ? drawn : clear_of_words (words, middle, from, to);
}

/* Whether a word of a place lies across the flat line at @y. */
static gboolean
is_crossed (const GArray *words, double x0, double x1, double y)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Box *box = &g_array_index (words, Word, i).box;
      double middle = (box->x0 + box->x1) / 2;
      if (middle >= x0 && middle < x1 && box->y0 < y - STICKS_OUT && box->y1 > y + STICKS_OUT)
        return TRUE;
    }
  return FALSE;
}

static void
draw (Net *net, const GArray *words, double y)
{
  for (guint i = 0; i + 1 < net->xs->len; i++)
    {
      double x0 = net_number (net->xs, i), x1 = net_number (net->xs, i + 1);
      NetLine line = { .box = { x0, y, x1, y }, .is_flat = TRUE };
      if (!is_crossed (words, x0, x1, y))
        g_array_append_val (net->lines, line);
    }
  guint place = net_place (net->ys, y);
  if (net_number (net->ys, net_nearest (net->ys, y)) != y)
    g_array_insert_val (net->ys, place + 1, y);
}

static void
part_rows (Net *net, const GArray *words, const Band *band)
{
  guint n_rows = 0;
  for (guint i = 0; i < band->lines->len; i++)
    if (band->rows[i] != STACK_NO_ROW)
      n_rows = MAX (n_rows, band->rows[i] + 1);
  g_auto (Extent) above = extent_of (net, band, 0);
  for (guint i = 1; i < n_rows; i++)
    {
      g_auto (Extent) below = extent_of (net, band, i);
      if (are_apart (net, &above, &below))
        {
          draw (net, words, border_between (net, words, &above, &below));
          extent_clear (&above);
          above = (Extent){ .has_figure = NULL };
        }
      extent_join (net, &above, &below);
    }
}

/* Returns (transfer full) (element-type Word): those that are read from left to right; turned ones
 * run over the lines of their row. */
static GArray *
list_upright (const GArray *words)
{
  GArray *upright = g_array_new (FALSE, FALSE, sizeof (Word));
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, Word, i).rotation == 0)
      g_array_append_val (upright, g_array_index (words, Word, i));
  return upright;
}

static void
part_band (Net *net, const Page *page, double y0, double y1)
{
  g_autoptr (GArray) words = undrawn_words (net, page, y0, y1);
  if (words == NULL || words->len == 0)
    return;
  g_autoptr (GArray) places = list_places (net), sorted = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) upright = list_upright (words);
  g_autoptr (GArray) lines = page_lines_sorted (upright, sorted);
  if (lines->len == 0)
    return;
  g_autofree guint *rows = stack_rows (lines, 0, lines->len, places, 0, page->rules);
  Band band = { lines, rows };
  part_rows (net, words, &band);
}

void
undrawn_rows_add (Net *net, const Page *page)
{
  g_autoptr (GArray) sound = list_sound (net);
  for (guint i = 0; i + 1 < sound->len; i++)
    part_band (net, page, net_number (sound, i), net_number (sound, i + 1));
}
