/* parse/region.c - a part of a page that may be a table: what is printed and drawn in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/region.h"

#define MARGIN 3.0      /* points that a rule may lie outside */
#define MIN_LENGTH 4.0  /* points of a rule */
#define MAX_RULES 20000 /* on a page: more draw a picture */

static gboolean
holds (const Box *box, double x, double y)
{
  return x >= box->x0 && x <= box->x1 && y >= box->y0 && y <= box->y1;
}

static void
add_rules (Region *region)
{
  Box around = { region->box.x0 - MARGIN, region->box.y0 - MARGIN, region->box.x1 + MARGIN,
                 region->box.y1 + MARGIN };
  for (guint i = 0; i < region->page->rules->len && region->page->rules->len <= MAX_RULES; i++)
    {
      Box rule = g_array_index (region->page->rules, Rule, i).box;
      double width = rule.x1 - rule.x0, height = rule.y1 - rule.y0;
      if (MAX (width, height) < MIN_LENGTH || rule.x0 > around.x1 || rule.x1 < around.x0
          || rule.y0 > around.y1 || rule.y1 < around.y0)
        continue;
      rule = (Box){ MAX (rule.x0, around.x0), MAX (rule.y0, around.y0), MIN (rule.x1, around.x1),
                    MIN (rule.y1, around.y1) };
      g_array_append_val (width > height ? region->flats : region->uprights, rule);
    }
}

Region *
region_new (const Page *page, Box box)
{
  Region *region = g_new0 (Region, 1);
  *region = (Region){ page,
                      box,
                      g_ptr_array_new (),
                      NULL,
                      g_array_new (FALSE, FALSE, sizeof (Box)),
                      g_array_new (FALSE, FALSE, sizeof (Box)) };
  g_autoptr (GPtrArray) upright = g_ptr_array_new ();
  for (guint i = 0; i < page->words->len; i++)
    {
      Word *word = &g_array_index (page->words, Word, i);
      if (!holds (&box, (word->box.x0 + word->box.x1) / 2, (word->box.y0 + word->box.y1) / 2))
        continue;
      g_ptr_array_add (region->words, word);
      if (word->rotation == 0)
        g_ptr_array_add (upright, word);
    }
  add_rules (region);
  region->lines = print_lines (upright, region->uprights);
  return region;
}

void
region_free (Region *region)
{
  if (region == NULL)
    return;

  g_ptr_array_unref (region->words);
  g_ptr_array_unref (region->lines);
  g_array_unref (region->flats);
  g_array_unref (region->uprights);
  g_free (region);
}
