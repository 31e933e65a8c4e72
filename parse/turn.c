/* parse/turn.c - a page as tables are looked for on it: upright, and measured in points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/turn.h"

/* Points, of a character of a text file. */
#define CHARACTER_WIDTH 6.0
#define CHARACTER_HEIGHT 12.0
#define CHARACTER_SIZE 10.0

Turn
turn_of_page (const Page *page)
{
  guint n[4] = { 0, 0, 0, 0 }, most = 0;
  gboolean is_text = page->words->len > 0;
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      n[(guint) word->rotation / 90 % 4]++;
      is_text = is_text && word->size == 1;
    }
  for (guint i = 1; i < G_N_ELEMENTS (n); i++)
    most = n[i] > n[most] ? i : most;
  return (Turn){ (int) most * 90, is_text ? CHARACTER_WIDTH : 1, is_text ? CHARACTER_HEIGHT : 1,
                 page->width, page->height };
}

/* Turns a box by @rotation degrees anticlockwise on a page of that size. */
static Box
turn_box (Box box, int rotation, double width, double height)
{
  switch (rotation)
    {
    case 90:
      return (Box){ box.y0, width - box.x1, box.y1, width - box.x0 };
    case 180:
      return (Box){ width - box.x1, height - box.y1, width - box.x0, height - box.y0 };
    case 270:
      return (Box){ height - box.y1, box.x0, height - box.y0, box.x1 };
    default:
      return box;
    }
}

static Box
turn_forth (const Turn *turn, Box box)
{
  Box turned = turn_box (box, turn->rotation, turn->width, turn->height);
  return (Box){ turned.x0 * turn->sx, turned.y0 * turn->sy, turned.x1 * turn->sx,
                turned.y1 * turn->sy };
}

Box
turn_back (const Turn *turn, Box box)
{
  gboolean is_across = turn->rotation % 180 != 0;
  Box shrunk = { box.x0 / turn->sx, box.y0 / turn->sy, box.x1 / turn->sx, box.y1 / turn->sy };
  return turn_box (shrunk, (360 - turn->rotation) % 360, is_across ? turn->height : turn->width,
                   is_across ? turn->width : turn->height);
}

Page *
turn_page (const Turn *turn, const Page *page)
{
  gboolean is_across = turn->rotation % 180 != 0;
  Page *turned = page_new (page->number, (is_across ? page->height : page->width) * turn->sx,
                           (is_across ? page->width : page->height) * turn->sy);
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      Word *own = page_take_word (turned, g_strdup (word->text), turn_forth (turn, word->box),
                                  word->lane);
      own->rotation = (word->rotation + 360 - turn->rotation) % 360;
      own->size = turn->sx == 1 ? word->size : CHARACTER_SIZE;
      own->is_bold = word->is_bold;
    }
  for (guint i = 0; i < page->rules->len; i++)
    {
      Rule rule = { turn_forth (turn, g_array_index (page->rules, Rule, i).box) };
      g_array_append_val (turned->rules, rule);
    }
  return turned;
}
