/* parse/pile.c - headings that go on over lines: pieces that stand below each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/pile.h"

static void
pile_clear (Pile *pile)
{
  g_ptr_array_unref (pile->words);
}

GArray *
piles_new (void)
{
  GArray *piles = g_array_new (FALSE, FALSE, sizeof (Pile));
  g_array_set_clear_func (piles, (GDestroyNotify) pile_clear);
  return piles;
}

const Pile *
pile_at (const GArray *piles, guint i)
{
  return &g_array_index (piles, Pile, i);
}

void
piles_add (GArray *piles, const Segment *piece)
{
  double x0 = segment_x0 (piece), x1 = segment_x1 (piece);
  guint i = 0;
  while (i < piles->len && pile_at (piles, i)->x1 <= x0)
    i++;
  if (i == piles->len || pile_at (piles, i)->x0 >= x1)
    {
      Pile own = { x0, x1, g_ptr_array_new () };
      g_array_insert_val (piles, i, own);
    }
  Pile *pile = &g_array_index (piles, Pile, i);
  pile->x0 = MIN (pile->x0, x0);
  pile->x1 = MAX (pile->x1, x1);
  for (guint k = 0; k < piece->n_words; k++)
    g_ptr_array_add (pile->words, (gpointer) &piece->words[k]);
}
