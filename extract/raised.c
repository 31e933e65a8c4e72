/* extract/raised.c - small figures that stand raised behind a word: marks of notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/raised.h"

#define SMALL 0.8     /* of the size of what it stands behind, at most */
#define MIN_RAISE 0.1 /* in units of that size, from its baseline */
#define MAX_RAISE 0.75
#define MAX_GAP 0.3 /* to it */
#define MAX_OVERLAP 0.15
#define MOST_LARGER 4.0 /* times: nothing larger has such marks */

static const Mark *
mark_at (const GArray *marks, guint i)
{
  return &g_array_index (marks, Mark, i);
}

/* Whether @mark may be a mark of a note behind @base. */
static gboolean
stands_behind (const Mark *mark, const Mark *base)
{
  double size = base->glyph->size, raise = base->base - mark->base, gap = mark->u0 - base->u1;
  return base->glyph->rotation == 0 && mark->glyph->size <= SMALL * size
         && raise >= MIN_RAISE * size && raise <= MAX_RAISE * size && gap <= MAX_GAP * size
         && gap >= -MAX_OVERLAP * size;
}

/* Returns: the last of the marks from @first to @end, sorted by where they begin, that begins left
 * of @u; @first if none does. */
static guint
last_before (const GArray *marks, guint first, guint end, double u)
{
  guint low = first;
  while (low < end)
    {
      guint middle = (low + end) / 2;
      if (mark_at (marks, middle)->u0 < u)
        low = middle + 1;
      else
        end = middle;
    }
  return low > first ? low - 1 : first;
}

/* Returns (nullable): what the mark stands raised behind, on one of the lines from its own on. */
static const Mark *
find_base (const GArray *marks, const GArray *lines, guint line, const Mark *mark)
{
  double lowest = mark->base + MAX_RAISE * MOST_LARGER * mark->glyph->size;
  for (; line + 1 < lines->len; line++)
    {
      guint first = g_array_index (lines, guint, line);
      guint end = g_array_index (lines, guint, line + 1);
      if (mark_at (marks, first)->glyph->rotation != 0 || mark_at (marks, first)->base > lowest)
        return NULL;
      const Mark *left = mark_at (marks, last_before (marks, first, end, mark->u0));
      if (stands_behind (mark, left))
        return left;
    }
  return NULL;
}

static void
make_superscript (Glyph *glyph, const Glyph *base)
{
  static const gunichar superscripts[]
      = { 0x2070, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };
  glyph->c = superscripts[glyph->c - '0'];
  glyph->size = base->size;
  glyph->box.y0 = base->box.y0;
  glyph->box.y1 = base->box.y1;
}

/* A mark and what it stands behind. */
typedef struct
{
  const Mark *mark, *base; /* borrowed */
} Raised;

/* Returns (nullable): the digit that was found last, if @mark goes on with it. */
static const Mark *
goes_on (const GArray *found, const Mark *mark)
{
  if (found->len == 0)
    return NULL;
  const Raised *last = &g_array_index (found, Raised, found->len - 1);
  double size = mark->glyph->size, gap = mark->u0 - last->mark->u1;
  gboolean is_next = mark->base == last->mark->base && size == last->mark->glyph->size
                     && gap <= MAX_GAP * size && gap >= -MAX_OVERLAP * size;
  return is_next ? last->base : NULL;
}

gboolean
raised_settle (GArray *marks, const GArray *lines)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Raised));
  double largest = 0;
  for (guint i = 0; i < marks->len; i++)
    largest = MAX (largest, mark_at (marks, i)->glyph->size);
  for (guint line = 0; line + 1 < lines->len; line++)
    for (guint i = g_array_index (lines, guint, line); i < g_array_index (lines, guint, line + 1);
         i++)
      {
        const Mark *mark = mark_at (marks, i);
        if (mark->glyph->rotation != 0 || mark->glyph->origin != ORIGIN_TEXT || mark->glyph->c < '0'
            || mark->glyph->c > '9' || mark->glyph->size > SMALL * largest)
          continue;
        const Mark *base = goes_on (found, mark);
        Raised raised = { mark, base != NULL ? base : find_base (marks, lines, line, mark) };
        if (raised.base != NULL)
          g_array_append_val (found, raised);
      }
  for (guint i = 0; i < found->len; i++)
    {
      const Raised *raised = &g_array_index (found, Raised, i);
      make_superscript (raised->mark->glyph, raised->base->glyph);
    }
  return found->len > 0;
}
