/* parse/undrawn_columns.c - the columns of a table whose upright rules a scanner lost everywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each place between two borders is looked at: a channel (parse/channel.h) that most lines with
 * figures in it leave between their pieces is a border.  An arrow stands beside its figure in one
 * cell and tells nothing.
 */
#include "parse/undrawn_columns.h"

#include "parse/channel.h"
#include "parse/undrawn_words.h"

#define MIN_PLACES 4        /* of a net that is a table and no frame */
#define MIN_GAPS 4          /* lines that leave a channel */
#define FIGURES_SHARE 0.25  /* of the lines of a place, that have figures if its cells do */
#define GAPS_SHARE 0.5      /* of the lines with figures in the place, that leave one */
#define TEXT_SHARE 0.3      /* of all its lines, where it has no figures */
#define CROSSING_SHARE 0.15 /* of these, pieces may lie across */
#define USUAL_SHARE 0.3     /* of a net's height, that a border is drawn along */
#define MIN_LETTERS 3       /* of a piece that is words */
#define STICKS_OUT 1.5      /* points that a word may reach into the next place by chance */

/* What the lines of a place say. */
typedef struct
{
  GArray *gaps, *pieces; /* owned; of Stretch */
  guint n_lines, n_figures;
} Evidence;

static void
evidence_clear (Evidence *evidence)
{
  g_array_unref (evidence->gaps);
  g_array_unref (evidence->pieces);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Evidence, evidence_clear)

/* Returns: how much of a border is drawn. */
static double
drawn_height (const Net *net, guint border)
{
  double drawn = 0;
  for (guint i = 0; i < net->lines->len; i++)
    {
      const NetLine *line = &g_array_index (net->lines, NetLine, i);
      if (!line->is_flat && net_nearest (net->xs, (line->box.x0 + line->box.x1) / 2) == border)
        drawn += line->box.y1 - line->box.y0;
    }
  return drawn;
}

/* Whether a piece is neither a figure nor a word: an arrow, a speck. */
static gboolean
is_sign (const Piece *piece)
{
  guint n = 0;
  for (guint i = 0; i < piece->words->len; i++)
    for (const char *at = ((const Word *) g_ptr_array_index (piece->words, i))->text; *at != '\0';
         at = g_utf8_next_char (at))
      n += g_unichar_isalpha (g_utf8_get_char (at));
  return !piece->is_figure && n < MIN_LETTERS;
}

/* Adds what a line has between @x0 and @x1. */
static void
add_line (Evidence *evidence, const PrintLine *line, double x0, double x1)
{
  const Piece *last = NULL;
  gboolean has_figure = FALSE;
  for (guint i = 0; i < line->pieces->len; i++)
    {
      const Piece *piece = print_piece (line, i);
      double middle = (piece->box.x0 + piece->box.x1) / 2;
      if (middle < x0 || middle >= x1 || is_sign (piece))
        continue;
      Stretch own = { piece->box.x0, piece->box.x1 };
      g_array_append_val (evidence->pieces, own);
      if (last != NULL)
        {
          Stretch gap = { last->box.x1, piece->box.x0 };
          g_array_append_val (evidence->gaps, gap);
        }
      has_figure |= piece->is_figure;
      last = piece;
    }
  evidence->n_lines += last != NULL;
  evidence->n_figures += has_figure;
}

/* Returns: what the lines above @end have between @x0 and @x1. */
static Evidence
collect (const GPtrArray *lines, double x0, double x1, double end)
{
  Evidence evidence = { g_array_new (FALSE, FALSE, sizeof (Stretch)),
                        g_array_new (FALSE, FALSE, sizeof (Stretch)), 0, 0 };
  for (guint i = 0; i < lines->len && print_line (lines, i)->box.y1 < end; i++)
    add_line (&evidence, print_line (lines, i), x0, x1);
  return evidence;
}

/* Whether at least so many pieces lie between @x0 and @x1. */
static gboolean
is_filled (const GArray *pieces, double x0, double x1, guint least)
{
  guint n = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      const Stretch *piece = &g_array_index (pieces, Stretch, i);
      n += piece->x0 >= x0 - STICKS_OUT && piece->x1 <= x1 + STICKS_OUT;
    }
  return n >= least;
}

/* Whether at least so many pieces stand between @x and the borders next to it on either side. */
static gboolean
is_apart (const GArray *xs, const GArray *pieces, double x, guint least)
{
  guint place = net_place (xs, x);
  return is_filled (pieces, net_number (xs, place), x, least)
         && is_filled (pieces, x, net_number (xs, place + 1), least);
}

/* Adds those of @channels that part pieces, at least so many on either side, to @xs and @found. */
static void
add_channels (const GArray *channels, const GArray *pieces, guint least, GArray *xs, GArray *found)
{
  for (guint i = 0; i < channels->len; i++)
    {
      const Channel *channel = &g_array_index (channels, Channel, i);
      double x = (channel->x0 + channel->x1) / 2;
      if (!is_apart (xs, pieces, x, least))
        continue;
      g_array_insert_val (xs, net_place (xs, x) + 1, x);
      g_array_append_val (found, x);
    }
}

/* Returns: how many lines must leave a channel that is a border. */
static guint
least_of (const Evidence *evidence)
{
  double least = evidence->n_figures >= FIGURES_SHARE * evidence->n_lines
                     ? GAPS_SHARE * evidence->n_figures
                     : TEXT_SHARE * evidence->n_lines;
  return MAX (MIN_GAPS, (guint) (least + 0.5));
}

/* Adds the borders that are lost between @x0 and @x1 to @xs, and to @found. */
static void
add_borders (const GPtrArray *lines, double x0, double x1, GArray *xs, GArray *found)
{
  g_auto (Evidence) evidence = collect (lines, x0, x1, G_MAXDOUBLE);
  g_autoptr (GArray) channels
      = channel_list (evidence.gaps, evidence.pieces, least_of (&evidence), CROSSING_SHARE);
  add_channels (channels, evidence.pieces, MIN_GAPS, xs, found);
}

static guint
count_across (const GArray *stretches, double x)
{
  guint n = 0;
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      n += stretch->x0 < x && stretch->x1 > x;
    }
  return n;
}

/* Whether lines leave a channel at @x, between the borders @x0 and @x1 next to it. */
static gboolean
is_channel (const GPtrArray *lines, double x0, double x, double x1)
{
  g_auto (Evidence) evidence = collect (lines, x0, x1, G_MAXDOUBLE);
  guint n_for = count_across (evidence.gaps, x), n_against = count_across (evidence.pieces, x);
  return n_for >= least_of (&evidence) && n_against <= CROSSING_SHARE * n_for;
}

/* Adds to @found the borders of the net that are left in a few rows alone, as in those of headings.
 */
static void
add_rare (const Net *net, const GPtrArray *lines, GArray *found)
{
  double height = net_number (net->ys, net->ys->len - 1) - net_number (net->ys, 0);
  for (guint i = 1; i + 1 < net->xs->len; i++)
    {
      double x = net_number (net->xs, i);
      if (drawn_height (net, i) < USUAL_SHARE * height
          && is_channel (lines, net_number (net->xs, i - 1), x, net_number (net->xs, i + 1)))
        g_array_append_val (found, x);
    }
}

/* Adds likewise those between headings, which end above @end, that nothing lies across: of columns
 * that few rows fill, or none. */
static void
add_headed (const GPtrArray *lines, double x0, double x1, double end, GArray *xs, GArray *found)
{
  g_auto (Evidence) evidence = collect (lines, x0, x1, G_MAXDOUBLE);
  g_auto (Evidence) headings = collect (lines, x0, x1, end);
  g_autoptr (GArray) channels = channel_list (headings.gaps, evidence.pieces, 1, 0);
  if (headings.n_figures < headings.n_lines)
    add_channels (channels, headings.pieces, 1, xs, found);
}

/* Whether a word of the row from @y0 to before @y1 lies across @x. */
static gboolean
is_crossed (const GArray *words, double x, double y0, double y1)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Box *box = &g_array_index (words, Word, i).box;
      double middle = (box->y0 + box->y1) / 2;
      if (middle >= y0 && middle < y1 && box->x0 < x - STICKS_OUT && box->x1 > x + STICKS_OUT)
        return TRUE;
    }
  return FALSE;
}

static void
draw (Net *net, const GArray *words, double x)
{
  for (guint i = 0; i + 1 < net->ys->len; i++)
    {
      double y0 = net_number (net->ys, i), y1 = net_number (net->ys, i + 1);
      NetLine line = { .box = { x, y0, x, y1 } };
      if (!is_crossed (words, x, y0, y1))
        g_array_append_val (net->lines, line);
    }
}

void
undrawn_columns_add (Net *net, const Page *page)
{
  if (net->xs->len <= MIN_PLACES || net->ys->len < 3)
    return;
  g_autoptr (GArray) words
      = undrawn_words (net, page, net_number (net->ys, 0), net_number (net->ys, net->ys->len - 1));
  if (words == NULL)
    return;
  g_autoptr (GPtrArray) lines = undrawn_lines (words);
  g_autoptr (GArray) drawn = g_array_copy (net->xs),
                     found = g_array_new (FALSE, FALSE, sizeof (double));
  add_rare (net, lines, found);
  for (guint i = 0; i + 1 < drawn->len; i++)
    add_borders (lines, net_number (drawn, i), net_number (drawn, i + 1), net->xs, found);
  g_autoptr (GArray) all = g_array_copy (net->xs);
  for (guint i = 0; i + 1 < all->len; i++)
    add_headed (lines, net_number (all, i), net_number (all, i + 1), net_number (net->ys, 1),
                net->xs, found);
  for (guint i = 0; i < found->len; i++)
    draw (net, words, net_number (found, i));
}
