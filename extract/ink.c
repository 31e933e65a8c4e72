/* extract/ink.c - coloured boxes, one painted over the other, to the rules and fills that are seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Each box hides the earlier ones that it covers.
 * 2. It is seen itself if it differs from what is beneath.
 * 3. Of thin boxes, the ends that later boxes cover are cut off.
 * 4. They are sorted into lines, and each line's boxes are joined where they touch.
 */
#include "extract/ink.h"

#include <math.h>

/* In points. */
#define MAX_THICKNESS 3.0 /* of a rule */
#define HAIRLINE 1.0      /* no fill is thinner, however short */
#define MIN_LENGTH 3.0    /* of a rule; less is a dot or a tick */
#define MAX_GAP 1.0       /* between the pieces of a rule */
#define SAME_LINE 0.5     /* how far pieces of a rule may be off its line */
#define BOLD 1.5          /* a rule thicker than this is not joined to a finer one */
#define EDGE 0.5          /* how near to a box's edge its border may be */
#define SAME_EDGE 0.02    /* how far edges that are one may be apart */
#define LENGTH_BY_WIDTH 4.0

#define WHITE 0xFFFFFF

/* Pairs of boxes looked at on a page: 0.1 s.  Real pages have a hundredth; on one that has more,
 * the rest of what is hidden counts as seen. */
#define MAX_PAIRS 50000000

typedef struct
{
  const GArray *inks;
  gboolean *is_seen; /* owned; for each ink so far */
  guint n_pairs;     /* left */
} Pile;

Box
ink_intersection (Box a, Box b)
{
  return (Box){ MAX (a.x0, b.x0), MAX (a.y0, b.y0), MIN (a.x1, b.x1), MIN (a.y1, b.y1) };
}

/* Whether a box is a line, or a piece that a line may be made of. */
static gboolean
is_thin (Box box)
{
  double width = box.x1 - box.x0, height = box.y1 - box.y0;
  double thickness = MIN (width, height), length = MAX (width, height);
  return thickness <= MAX_THICKNESS
         && (thickness <= HAIRLINE || length <= MAX_THICKNESS
             || length > LENGTH_BY_WIDTH * thickness);
}

/* ---- what is seen ---- */

static gboolean
contains (Box outer, Box inner, double slack_x, double slack_y)
{
  return outer.x0 - slack_x <= inner.x0 && inner.x1 <= outer.x1 + slack_x
         && outer.y0 - slack_y <= inner.y0 && inner.y1 <= outer.y1 + slack_y;
}

/* Whether the boxes share more than an edge; a line without thickness is crossed as well. */
static gboolean
overlaps (Box a, Box b)
{
  Box shared = ink_intersection (a, b);
  double width = shared.x1 - shared.x0, height = shared.y1 - shared.y0;
  return MIN (width, height) >= 0 && MAX (width, height) > 0.01;
}

static gboolean
hides (Box over, Box under)
{
  if (!is_thin (under))
    return contains (over, under, SAME_EDGE, SAME_EDGE);
  if (under.x1 - under.x0 >= under.y1 - under.y0)
    return contains (over, under, EDGE, -EDGE);
  return contains (over, under, -EDGE, EDGE);
}

static void
hide_earlier (Pile *pile, guint i)
{
  const Ink *over = &g_array_index (pile->inks, Ink, i);
  if (!over->hides || is_thin (over->box) || pile->n_pairs < i)
    return;

  pile->n_pairs -= i;
  for (guint k = 0; k < i; k++)
    if (pile->is_seen[k] && hides (over->box, g_array_index (pile->inks, Ink, k).box))
      pile->is_seen[k] = FALSE;
}

/* Whether a box differs from what it is painted on: from a box around it, from one that it touches
 * above that, or from the paper. */
static gboolean
differs (Pile *pile, guint i)
{
  const Ink *over = &g_array_index (pile->inks, Ink, i);
  for (guint k = i; k > 0 && pile->n_pairs > 0; k--, pile->n_pairs--)
    {
      const Ink *under = &g_array_index (pile->inks, Ink, k - 1);
      if (!pile->is_seen[k - 1] || is_thin (under->box))
        continue;
      if (under->rgb != over->rgb && overlaps (under->box, over->box))
        return TRUE;
      if (contains (under->box, over->box, SAME_EDGE, SAME_EDGE))
        return FALSE;
    }
  return over->rgb != WHITE || pile->n_pairs == 0;
}

/* ---- lines ---- */

/* Upright lines are turned over, so that all of them can be handled as flat ones. */
static Box
turn (Box box)
{
  return (Box){ box.y0, box.x0, box.y1, box.x1 };
}

static double
middle_of (const Box *line)
{
  return (line->y0 + line->y1) / 2;
}

static gboolean
is_bold (const Box *line)
{
  return line->y1 - line->y0 > BOLD;
}

static int
compare (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Box *line_a = a, *line_b = b;
  int order = is_bold (line_a) - is_bold (line_b);
  return order != 0 ? order : compare (middle_of (line_a), middle_of (line_b));
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const Box *line_a = a, *line_b = b;
  int order = compare (line_a->x0, line_b->x0);
  return order != 0 ? order : compare (line_a->x1, line_b->x1);
}

static void
append_rule (Page *page, Box line, gboolean is_upright)
{
  double length = line.x1 - line.x0, thickness = line.y1 - line.y0;
  if (length < MIN_LENGTH || length <= LENGTH_BY_WIDTH * thickness)
    return;
  Rule rule = { is_upright ? turn (line) : line };
  g_array_append_val (page->rules, rule);
}

/* Joins pieces on one line, sorted by their starts. */
static void
join_line (Page *page, const Box *pieces, guint n, gboolean is_upright)
{
  Box line = pieces[0];
  for (guint i = 1; i < n; i++)
    if (pieces[i].x0 <= line.x1 + MAX_GAP)
      line = (Box){ line.x0, MIN (line.y0, pieces[i].y0), MAX (line.x1, pieces[i].x1),
                    MAX (line.y1, pieces[i].y1) };
    else
      {
        append_rule (page, line, is_upright);
        line = pieces[i];
      }
  append_rule (page, line, is_upright);
}

static void
join_lines (Page *page, GArray *lines, gboolean is_upright)
{
  g_array_sort (lines, compare_lines);
  for (guint i = 0, stop = 0; i < lines->len; i = stop)
    {
      Box *first = &g_array_index (lines, Box, i);
      double limit = middle_of (first) + SAME_LINE;
      for (stop = i; stop < lines->len; stop++)
        {
          const Box *line = &g_array_index (lines, Box, stop);
          if (middle_of (line) > limit || is_bold (line) != is_bold (first))
            break;
        }
      qsort (first, stop - i, sizeof (Box), compare_starts);
      join_line (page, first, stop - i, is_upright);
    }
}

/* Cuts off the ends of a flat line that the boxes from ink @i on cover.  What they cover in its
 * midst stays: bars stand before the lines of a chart, and one line it is all the same. */
static Box
cut_ends (Pile *pile, guint i, Box line, gboolean is_upright)
{
  for (; i < pile->inks->len && pile->n_pairs > 0; i++, pile->n_pairs--)
    {
      const Ink *over = &g_array_index (pile->inks, Ink, i);
      Box box = is_upright ? turn (over->box) : over->box;
      if (!over->hides || line.y0 - EDGE < box.y0 || line.y1 + EDGE > box.y1 || line.x0 >= box.x1
          || line.x1 <= box.x0 || is_thin (over->box))
        continue;
      if (line.x0 + SAME_EDGE >= box.x0)
        line.x0 = MIN (box.x1, line.x1);
      else if (line.x1 - SAME_EDGE <= box.x1)
        line.x1 = box.x0;
    }
  return line;
}

/* ---- both ---- */

/* Notes ink @i, which is seen, as a fill of the page or among the lines. */
static void
sort_out (Page *page, Pile *pile, guint i, GArray *flat, GArray *upright)
{
  const Ink *ink = &g_array_index (pile->inks, Ink, i);
  Box box = ink->box, turned = turn (box);
  double width = box.x1 - box.x0, height = box.y1 - box.y0;
  if (!is_thin (box))
    {
      Fill fill = { box, ink->rgb };
      g_array_append_val (page->fills, fill);
    }
  else if (MAX (width, height) <= MAX_THICKNESS) /* a dot may be a piece of either */
    {
      g_array_append_val (flat, box);
      g_array_append_val (upright, turned);
    }
  else
    {
      gboolean is_upright = width <= height;
      Box line = cut_ends (pile, i + 1, is_upright ? turned : box, is_upright);
      g_array_append_val (is_upright ? upright : flat, line);
    }
}

void
ink_settle (Page *page, const GArray *inks)
{
  g_autofree gboolean *is_seen = g_new0 (gboolean, inks->len);
  Pile pile = { inks, is_seen, MAX_PAIRS };
  for (guint i = 0; i < inks->len; i++)
    {
      hide_earlier (&pile, i);
      is_seen[i] = differs (&pile, i);
    }

  g_autoptr (GArray) flat = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autoptr (GArray) upright = g_array_new (FALSE, FALSE, sizeof (Box));
  for (guint i = 0; i < inks->len; i++)
    if (is_seen[i])
      sort_out (page, &pile, i, flat, upright);
  join_lines (page, flat, FALSE);
  join_lines (page, upright, TRUE);
}
