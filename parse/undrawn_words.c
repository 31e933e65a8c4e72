/* parse/undrawn_words.c - what of an image is printed where rules may have been lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/undrawn_words.h"

#include <string.h>

#define UNKNOWN "\357\277\275" /* a character that nobody could read: the rule itself, perhaps */

#define MAX_WORDS 5000 /* of a table on a page */
#define MAX_BORDERS 200

GArray *
undrawn_words (const Net *net, const Page *page, double y0, double y1)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  double x0 = net_number (net->xs, 0), x1 = net_number (net->xs, net->xs->len - 1);
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      double x = (word->box.x0 + word->box.x1) / 2, y = (word->box.y0 + word->box.y1) / 2;
      if (x < x0 || x >= x1 || y < y0 || y >= y1)
        continue;
      if (word->origin != ORIGIN_OCR || words->len == MAX_WORDS || net->xs->len > MAX_BORDERS)
        {
          g_array_unref (words);
          return NULL;
        }
      if (strcmp (word->text, UNKNOWN) != 0)
        g_array_append_val (words, *word);
    }
  return words;
}

GPtrArray *
undrawn_lines (const GArray *words)
{
  g_autoptr (GPtrArray) upright = g_ptr_array_new ();
  g_autoptr (GArray) uprights = g_array_new (FALSE, FALSE, sizeof (Box));
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, Word, i).rotation == 0)
      g_ptr_array_add (upright, &g_array_index (words, Word, i));
  return print_lines (upright, uprights);
}
