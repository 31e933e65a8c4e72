/* parse/undrawn_cells.c - cells below each other between which a scanner lost a piece of a rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/undrawn_cells.h"

#include "parse/segment.h"
#include "parse/undrawn_words.h"

#define DRAWN_SHARE 0.6 /* of a place's width that is drawn if it is a border */
#define STICKS_OUT 1.5  /* points that a word may reach into the next row by chance */

/* What is known of each place of a net, by row and column. */
typedef struct
{
  guint n_columns;
  gboolean *has_figure; /* owned */
  gboolean *is_crossed; /* owned; whether a word lies across its upper border */
  double *drawn;        /* owned; how much of its upper border is drawn */
} Places;

static void
places_clear (Places *places)
{
  g_free (places->has_figure);
  g_free (places->is_crossed);
  g_free (places->drawn);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

static void
note_word (const Net *net, Places *places, const Word *word)
{
  guint column = net_place (net->xs, (word->box.x0 + word->box.x1) / 2);
  double y = (word->box.y0 + word->box.y1) / 2;
  guint row = net_place (net->ys, y), border = net_nearest (net->ys, y);
  double at = net_number (net->ys, border);
  if (column >= places->n_columns || row + 1 >= net->ys->len)
    return;
  places->has_figure[row * places->n_columns + column] |= segment_is_figure (word->text);
  places->is_crossed[border * places->n_columns + column]
      |= word->box.y0 < at - STICKS_OUT && word->box.y1 > at + STICKS_OUT;
}

static void
note_line (const Net *net, Places *places, const Box *box)
{
  guint border = net_nearest (net->ys, (box->y0 + box->y1) / 2);
  for (guint i = 0; i < places->n_columns; i++)
    places->drawn[border * places->n_columns + i] += MAX (
        0, MIN (box->x1, net_number (net->xs, i + 1)) - MAX (box->x0, net_number (net->xs, i)));
}

static Places
look_at (const Net *net, const GArray *words)
{
  guint n_columns = net->xs->len - 1, n = n_columns * net->ys->len;
  Places places = { n_columns, g_new0 (gboolean, n), g_new0 (gboolean, n), g_new0 (double, n) };
  for (guint i = 0; i < words->len; i++)
    note_word (net, &places, &g_array_index (words, Word, i));
  for (guint i = 0; i < net->lines->len; i++)
    if (g_array_index (net->lines, NetLine, i).is_flat)
      note_line (net, &places, &g_array_index (net->lines, NetLine, i).box);
  return places;
}

/* Whether the upper border of a place is lost. */
static gboolean
is_lost (const Net *net, const Places *places, guint row, guint column)
{
  guint at = row * places->n_columns + column;
  double width = net_number (net->xs, column + 1) - net_number (net->xs, column);
  return places->has_figure[at] && places->has_figure[at - places->n_columns]
         && !places->is_crossed[at] && places->drawn[at] < DRAWN_SHARE * width;
}

void
undrawn_cells_add (Net *net, const Page *page)
{
  g_autoptr (GArray) words
      = undrawn_words (net, page, net_number (net->ys, 0), net_number (net->ys, net->ys->len - 1));
  if (words == NULL)
    return;
  g_auto (Places) places = look_at (net, words);
  for (guint row = 1; row + 1 < net->ys->len; row++)
    for (guint column = 0; column < places.n_columns; column++)
      if (is_lost (net, &places, row, column))
        {
          double y = net_number (net->ys, row);
          NetLine line
              = { .box = { net_number (net->xs, column), y, net_number (net->xs, column + 1), y },
                  .is_flat = TRUE };
          g_array_append_val (net->lines, line);
        }
}
