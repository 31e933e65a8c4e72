/* parse/picture.c - charts and other pictures whose rules look like those of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A rule of a table runs between words; one that cuts many is of a picture.
 * 2. A label whose middle is level with the end of a rule names a place on an axis; a table's words
 *    stand between its rules.
 */
#include "parse/picture.h"

#include <math.h>

/* In units of the type's size. */
#define LETTER_GAP 0.12 /* between letters of one word at most */
#define LEVEL 0.2       /* how far the middle of a label may be off its rule */
#define LABEL_GAP 2.0   /* between a rule and its label at most */
#define CUT_SHARE 0.1   /* of the words that rules may cut in a table */
#define SAME_LINE 3.0   /* points: upright rules this near to each other are one border */
#define MIN_BARS 6
#define BAR_SHARE 0.5   /* of the pairs of upright rules that stand beside each other */
#define LONG_SHARE 0.5  /* of the region's height: a border */
#define MAX_INNER 2000  /* upright rules that are compared */
#define SAME_END 1.5    /* points: rules that end so near to each other belong together */
#define MAX_RULES 2000  /* that are looked at */
#define MIN_LABELS 3    /* of an axis */
#define LABEL_SHARE 0.5 /* of the rules of a picture that have labels */

/* Whether an upright rule stands within a word: letters go on right behind it. */
static gboolean
is_cut (const Region *region, const Word *left, const Word *right)
{
  double y = (left->box.y0 + left->box.y1) / 2, gap = right->box.x0 - left->box.x1;
  if (gap > LETTER_GAP * left->size)
    return FALSE;
  for (guint i = 0; i < region->uprights->len; i++)
    {
      const Box *rule = &g_array_index (region->uprights, Box, i);
      double x = (rule->x0 + rule->x1) / 2;
      if (rule->y0 < y && rule->y1 > y && x > (left->box.x0 + left->box.x1) / 2
          && x < (right->box.x0 + right->box.x1) / 2)
        return TRUE;
    }
  return FALSE;
}

/* Whether a flat rule runs through the middle of a word. */
static gboolean
is_struck (const Region *region, const Word *word)
{
  double height = word->box.y1 - word->box.y0;
  for (guint i = 0; i < region->flats->len; i++)
    {
      const Box *rule = &g_array_index (region->flats, Box, i);
      double y = (rule->y0 + rule->y1) / 2;
      if (rule->x0 < word->box.x1 && rule->x1 > word->box.x0
          && fabs (y - (word->box.y0 + word->box.y1) / 2) < LEVEL * height)
        return TRUE;
    }
  return FALSE;
}

static gboolean
cuts_words (const Region *region)
{
  guint n = 0, n_words = 0;
  for (guint i = 0; i < region->lines->len; i++)
    {
      const Word *last = NULL;
      const PrintLine *line = print_line (region->lines, i);
      for (guint k = 0; k < line->pieces->len; k++)
        for (guint w = 0; w < print_piece (line, k)->words->len; w++)
          {
            const Word *word = g_ptr_array_index (print_piece (line, k)->words, w);
            n += (last != NULL && is_cut (region, last, word)) || is_struck (region, word);
            n_words++;
            last = word;
          }
    }
  return n > CUT_SHARE * n_words;
}

/* Whether a word is level with the rule, right outside one of its ends. */
static gboolean
labels_flat (const Word *word, const Box *rule)
{
  double reach = LABEL_GAP * word->size, y = (rule->y0 + rule->y1) / 2;
  return fabs ((word->box.y0 + word->box.y1) / 2 - y) < LEVEL * word->size
         && ((word->box.x1 <= rule->x0 + 1 && word->box.x1 > rule->x0 - reach)
             || (word->box.x0 >= rule->x1 - 1 && word->box.x0 < rule->x1 + reach));
}

/* Whether two rules, or marks, of one axis are below each other. */
static gboolean
share_axis (const Box *a, const Box *b)
{
  return fabs (a->x0 - b->x0) <= SAME_END && fabs (a->x1 - b->x1) <= SAME_END;
}

/* Returns: the first word right outside the rule's ends, NULL if there is none. */
static const Word *
label_of (const Page *page, const Box *rule)
{
  for (guint i = 0; i < page->words->len; i++)
    if (labels_flat (&g_array_index (page->words, Word, i), rule))
      return &g_array_index (page->words, Word, i);
  return NULL;
}

GArray *
picture_boxes (const Page *page)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  guint n_rules = MIN (page->rules->len, MAX_RULES);
  g_autofree gboolean *is_seen = g_new0 (gboolean, n_rules);
  for (guint i = 0; i < n_rules; i++)
    {
      const Box *own = &g_array_index (page->rules, Rule, i).box;
      guint n_labels = 0, n = 0;
      Box box = *own;
      if (is_seen[i] || own->y1 - own->y0 > own->x1 - own->x0)
        continue;
      for (guint k = i; k < n_rules; k++)
        {
          const Box *other = &g_array_index (page->rules, Rule, k).box;
          if (!share_axis (own, other))
            continue;
          const Word *label = label_of (page, other);
          is_seen[k] = TRUE;
          n++;
          n_labels += label != NULL;
          box = label != NULL ? box_union (box_union (box, *other), label->box) : box;
        }
      if (n_labels >= MIN_LABELS && n_labels >= LABEL_SHARE * n)
        g_array_append_val (boxes, box);
    }
  return boxes;
}

/* Whether rules that begin or end at the region's sides have labels outside. */
static gboolean
has_axis (const Region *region)
{
  guint n = 0;
  for (guint i = 0; i < region->flats->len; i++)
    {
      const Box *flat = &g_array_index (region->flats, Box, i);
      const Word *label = label_of (region->page, flat);
      n += label != NULL
           && (label->box.x1 <= region->box.x0 + SAME_LINE
               || label->box.x0 >= region->box.x1 - SAME_LINE);
    }
  return n >= MIN_LABELS && n >= LABEL_SHARE * region->flats->len;
}

/* Returns (element-type Box): the upright rules between the region's sides. */
static GArray *
list_inner (const Region *region)
{
  GArray *inner = g_array_new (FALSE, FALSE, sizeof (Box));
  for (guint i = 0; i < region->uprights->len; i++)
    {
      const Box *own = &g_array_index (region->uprights, Box, i);
      if (own->x0 > region->box.x0 + SAME_LINE && own->x1 < region->box.x1 - SAME_LINE)
        g_array_append_val (inner, *own);
    }
  return inner;
}

/* Whether most of the places where upright rules stand have them over most of the region's height.
 */
static gboolean
has_long_borders (const Region *region, const GArray *inner)
{
  guint n = 0, n_long = 0;
  for (guint i = 0; i < inner->len; i++)
    {
      const Box *own = &g_array_index (inner, Box, i);
      gboolean is_first = TRUE;
      double sum = 0;
      for (guint k = 0; k < inner->len; k++)
        {
          const Box *other = &g_array_index (inner, Box, k);
          if (fabs (own->x0 - other->x0) > SAME_LINE)
            continue;
          is_first = is_first && k >= i;
          sum += other->y1 - other->y0;
        }
      n += is_first;
      n_long += is_first && sum >= LONG_SHARE * (region->box.y1 - region->box.y0);
    }
  return 2 * n_long >= n;
}

/* Whether few of the upright rules between the region's sides stand beside each other: in a table
 * each row has the same borders, but bars end where they must. */
static gboolean
has_bars (const Region *region)
{
  g_autoptr (GArray) inner = list_inner (region);
  guint n_pairs = 0, n_level = 0;
  if (inner->len < MIN_BARS || inner->len > MAX_INNER || has_long_borders (region, inner))
    return FALSE;
  for (guint i = 0; i < inner->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const Box *a = &g_array_index (inner, Box, i), *b = &g_array_index (inner, Box, k);
        if (fabs (a->x0 - b->x0) <= SAME_LINE)
          continue;
        n_pairs++;
        n_level += MIN (a->y1, b->y1) > MAX (a->y0, b->y0) + SAME_LINE;
      }
  return n_level < BAR_SHARE * n_pairs;
}

gboolean
picture_is (const Region *region)
{
  return cuts_words (region) || has_axis (region) || has_bars (region);
}
