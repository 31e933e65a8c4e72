/* parse/undrawn_body.c - the body of a table of which a scanner left the headings' rules alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/undrawn_body.h"

#include "parse/undrawn_words.h"

#define MIN_PLACES 4     /* of headings that go on below */
#define MIN_FIGURES 3    /* places of a line that is of a row of figures */
#define MIN_ROWS 2       /* such lines of a body */
#define STICKS_OUT 1.5   /* points that a word may reach into the next place by chance */
#define MAX_CROSSED 0.05 /* of the words, that lie across a border */
#define WIDE_BLANK 1.0   /* of a line's height: no cell goes on behind so much */

/* Whether a figure stands in one place of the net and in no other. */
static gboolean
is_placed (const Net *net, const Piece *piece)
{
  guint place = net_place (net->xs, (piece->box.x0 + piece->box.x1) / 2);
  return piece->is_figure && place + 1 < net->xs->len
         && piece->box.x0 >= net_number (net->xs, place) - STICKS_OUT
         && piece->box.x1 <= net_number (net->xs, place + 1) + STICKS_OUT;
}

static gboolean
is_row (const Net *net, const PrintLine *line)
{
  guint n = 0;
  for (guint i = 0; i < line->pieces->len; i++)
    n += is_placed (net, print_piece (line, i));
  return n >= MIN_FIGURES;
}

/* Returns: where the last row of figures ends with what stands right below it, if there are rows;
 * else 0. */
static double
find_end (const Net *net, const GPtrArray *lines)
{
  guint n_rows = 0, last = 0;
  for (guint i = 0; i < lines->len; i++)
    if (is_row (net, print_line (lines, i)))
      {
        n_rows++;
        last = i;
      }
  if (n_rows < MIN_ROWS)
    return 0;
  double end = print_line (lines, last)->box.y1;
  for (guint i = last + 1; i < lines->len; i++)
    {
      const Box *box = &print_line (lines, i)->box;
      if (box->y0 - end > WIDE_BLANK * (box->y1 - box->y0))
        break;
      end = MAX (end, box->y1);
    }
  return end;
}

/* Whether hardly any word above @end lies across a border: those of a section's name and of what is
 * no table do. */
static gboolean
keeps_borders (const Net *net, const GArray *words, double end)
{
  guint n = 0, n_crossed = 0;
  for (guint i = 0; i < words->len; i++)
    {
      const Box *box = &g_array_index (words, Word, i).box;
      if (box->y0 >= end)
        continue;
      n++;
      for (guint k = 1; k + 1 < net->xs->len; k++)
        n_crossed += box->x0 < net_number (net->xs, k) - STICKS_OUT
                     && box->x1 > net_number (net->xs, k) + STICKS_OUT;
    }
  return n_crossed <= MAX_CROSSED * n;
}

static void
draw (Net *net, double top, double end)
{
  double x0 = net_number (net->xs, 0), x1 = net_number (net->xs, net->xs->len - 1);
  for (guint i = 0; i < net->xs->len; i++)
    {
      double x = net_number (net->xs, i);
      NetLine line = { .box = { x, top, x, end } };
      g_array_append_val (net->lines, line);
    }
  NetLine top_line = { .box = { x0, top, x1, top }, .is_flat = TRUE };
  NetLine end_line = { .box = { x0, end, x1, end }, .is_flat = TRUE };
  g_array_append_val (net->lines, top_line);
  g_array_append_val (net->lines, end_line);
  g_array_append_val (net->ys, end);
}

void
undrawn_body_add (Net *net, const Page *page, double limit)
{
  double top = net_number (net->ys, net->ys->len - 1);
  if (net->xs->len <= MIN_PLACES || limit <= top)
    return;
  g_autoptr (GArray) words = undrawn_words (net, page, top, limit);
  if (words == NULL)
    return;
  g_autoptr (GPtrArray) lines = undrawn_lines (words);
  double end = find_end (net, lines);
  if (end > top && keeps_borders (net, words, end))
    draw (net, top, end);
}
