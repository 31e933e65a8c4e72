/* extract/crossing.c - the points that are left where two rules crossed which a scanner lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Where pale rules cross, ink lies on ink: of a grid that is too pale for black and white, the
 *    crossings remain.
 * 2. A crossing is a point with nothing near, that has others in line with it both ways, or pieces
 *    of rules that are left.
 * 3. Between two of them, or one and a rule, that follow each other in line, a rule was, if nothing
 *    is printed there.
 */
#include "extract/crossing.h"

#include <math.h>

/* In points. */
#define THICKEST 1.7  /* of a point, the rule through it included */
#define LARGEST 1.3   /* of one that stands alone */
#define LONELY 0.9    /* to whatever else is printed */
#define BESIDE 3.0    /* likewise, on its own line */
#define IN_LINE 0.4   /* that two of one line are off it */
#define NARROWEST 6.0 /* of a cell: dots that lead the eye are nearer */

#define HALF_THICK 0.1 /* of a rule that was */

#define MIN_MATES 2     /* other crossings in line, either way */
#define RULE_MATES 3    /* what a rule that is left in the same line counts as */
#define CLEAN_SHARE 0.5 /* of the lonely points, that are crossings where there is no noise */
#define MIN_ENDS 3      /* rules that end together, as they do at one that is lost */
#define MIN_ALL_MATES 5 /* and both ways together */
#define MAX_POINTS 3000 /* of a page, that may be crossings: more are noise */

typedef struct
{
  double at[2]; /* x and y of its middle, pixels */
  BOX box;
  gboolean is_ruled[2]; /* whether a rule is left in the line that runs through it, by Run */
  gboolean is_on[2];    /* and whether it lies on that rule */
  gboolean is_none;
} Crossing;

/* Which way a rule runs: the index of a place along it. */
typedef enum
{
  RUN_FLAT,
  RUN_UPRIGHT
} Run;

static Crossing *
crossing_at (const GArray *crossings, guint i)
{
  return &g_array_index (crossings, Crossing, i);
}

/* ---- points ---- */

/* Returns: how much ink lies in a box and around it, so far beside, above and below it. */
static int
count_ink (PIX *ink, const BOX *box, int beside, int above)
{
  int n = 0;
  BOX *large
      = boxCreateValid (box->x - beside, box->y - above, box->w + 2 * beside, box->h + 2 * above);
  pixCountPixelsInRect (ink, large, &n, NULL);
  boxDestroy (&large);
  return n;
}

/* Whether nothing is printed near a box, nor on its line: points between figures and behind words
 * have letters beside them. */
static gboolean
is_lonely (const Picture *picture, PIX *ink, const BOX *box)
{
  int around = (int) (LONELY * picture->dpi / 72), beside = (int) (BESIDE * picture->dpi / 72);
  int own = count_ink (ink, box, 0, 0);
  return count_ink (ink, box, around, around) == own && count_ink (ink, box, beside, 0) == own;
}

/* Returns (transfer full) (element-type Crossing): the small patches of @ink with nothing near.
 * What a rule that was lifted has parted, being thinner than its crossing, is one. */
static GArray *
list_points (const Picture *picture, PIX *ink)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (Crossing));
  int largest = (int) (THICKEST * picture->dpi / 72);
  int parted = (int) (LONELY * picture->dpi / 72) | 1;
  g_autoptr (PixOwned) joined = pixCloseSafeBrick (NULL, ink, parted, parted);
  BOXA *boxes = pixConnCompBB (joined, 8);
  for (int i = 0; i < boxaGetCount (boxes); i++)
    {
      const BOX *box = boxes->box[i];
      Crossing point = { .at = { box->x + box->w / 2.0, box->y + box->h / 2.0 }, .box = *box };
      if (MAX (box->w, box->h) <= largest && points->len <= MAX_POINTS
          && is_lonely (picture, ink, box))
        g_array_append_val (points, point);
    }
  boxaDestroy (&boxes);
  if (points->len > MAX_POINTS)
    g_array_set_size (points, 0);
  return points;
}

/* ---- which are in line ---- */

static gboolean
is_flat (const Box *box)
{
  return box->x1 - box->x0 > box->y1 - box->y0;
}

static double
begin_of (const Box *box, Run run)
{
  return run == RUN_FLAT ? box->x0 : box->y0;
}

static double
end_of (const Box *box, Run run)
{
  return run == RUN_FLAT ? box->x1 : box->y1;
}

/* Whether the ends of several rules stand in line with the point, where one of @run would be. */
static gboolean
is_at_ends (const Picture *picture, const Page *page, const Crossing *point, Run run)
{
  guint n = 0;
  double across = picture_points (picture, point->at[1 - run]);
  for (guint i = 0; i < page->rules->len && n < MIN_ENDS; i++)
    {
      const Box *box = &g_array_index (page->rules, Rule, i).box;
      n += is_flat (box) == (run == RUN_UPRIGHT)
           && MIN (fabs (begin_of (box, 1 - run) - across), fabs (end_of (box, 1 - run) - across))
                  <= LONELY;
    }
  return n == MIN_ENDS;
}

/* Notes which of the points stand in line with a rule of @page, or touch it: where two rules
 * cross, ink is thicker than what is lifted. */
static void
note_rules (const Picture *picture, const Page *page, GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      Crossing *point = crossing_at (points, i);
      for (Run run = RUN_FLAT; run <= RUN_UPRIGHT; run++)
        point->is_ruled[run] = is_at_ends (picture, page, point, run);
    }
  for (guint i = 0; i < points->len; i++)
    for (guint k = 0; k < page->rules->len; k++)
      {
        Crossing *point = crossing_at (points, i);
        const Box *box = &g_array_index (page->rules, Rule, k).box;
        Run run = is_flat (box) ? RUN_FLAT : RUN_UPRIGHT;
        double across = (begin_of (box, 1 - run) + end_of (box, 1 - run)) / 2;
        if (fabs (picture_points (picture, point->at[1 - run]) - across) <= LONELY)
          {
            double along = picture_points (picture, point->at[run]);
            point->is_ruled[run] = TRUE;
            point->is_on[run]
                |= begin_of (box, run) <= along + LARGEST && end_of (box, run) >= along - LARGEST;
          }
      }
}

/* Returns: how many other crossings stand in line with one, or what a rule counts as; 0 if one is
 * nearer than cells are wide. */
static guint
count_mates (const Picture *picture, const GArray *crossings, guint i, Run run)
{
  guint n = 0;
  const Crossing *own = crossing_at (crossings, i);
  for (guint k = 0; k < crossings->len; k++)
    {
      const Crossing *other = crossing_at (crossings, k);
      double apart = picture_points (picture, fabs (own->at[run] - other->at[run]));
      if (k == i || other->is_none
          || picture_points (picture, fabs (own->at[1 - run] - other->at[1 - run])) > IN_LINE)
        continue;
      if (apart < NARROWEST)
        return 0;
      n++;
    }
  return own->is_ruled[run] ? MAX (n, RULE_MATES) : n;
}

/* Drops what is in no line, until all that is left is in one either way. */
static void
keep_lattice (const Picture *picture, GArray *points)
{
  for (gboolean is_new = TRUE; is_new;)
    {
      is_new = FALSE;
      for (guint i = 0; i < points->len; i++)
        {
          Crossing *point = crossing_at (points, i);
          if (point->is_none)
            continue;
          guint beside = count_mates (picture, points, i, RUN_FLAT);
          guint below = count_mates (picture, points, i, RUN_UPRIGHT);
          point->is_none = MIN (beside, below) < MIN_MATES || beside + below < MIN_ALL_MATES;
          is_new |= point->is_none;
        }
    }
  for (guint i = points->len; i-- > 0;)
    if (crossing_at (points, i)->is_none)
      g_array_remove_index (points, i);
}

/* ---- the rules between them ---- */

/* A place on a line where a crossing is, or a rule crosses it. */
typedef struct
{
  double at; /* points, along the line */
  gboolean is_crossing;
  double begin, end; /* of the rule that crosses it */
} Stop;

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  double left = ((const Stop *) a)->at, right = ((const Stop *) b)->at;
  return (left > right) - (left < right);
}

/* A line that crossings are in. */
typedef struct
{
  const Picture *picture; /* borrowed, as all that follows */
  PIX *ink;
  Page *page;
  guint n_rules; /* of the page, that are left */
  Run run;
  double across; /* points */
} Line;

/* Whether a crossing stands on the line where that rule crosses it: the rule is no stop of its own.
 */
static gboolean
has_crossing (const GArray *stops, double at)
{
  for (guint i = 0; i < stops->len; i++)
    if (g_array_index (stops, Stop, i).is_crossing
        && fabs (g_array_index (stops, Stop, i).at - at) <= LONELY)
      return TRUE;
  return FALSE;
}

/* Returns (transfer full) (element-type Stop): what stands on the line, in order. */
static GArray *
list_stops (const Line *line, const GArray *crossings)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  for (guint i = 0; i < crossings->len; i++)
    {
      const Crossing *crossing = crossing_at (crossings, i);
      Stop stop = { picture_points (line->picture, crossing->at[line->run]),
                    !crossing->is_on[line->run], -INFINITY, INFINITY };
      double across = picture_points (line->picture, crossing->at[1 - line->run]);
      if (fabs (across - line->across) <= IN_LINE)
        g_array_append_val (stops, stop);
    }
  for (guint i = 0; i < line->n_rules; i++)
    {
      const Box *box = &g_array_index (line->page->rules, Rule, i).box;
      Stop stop = { (begin_of (box, line->run) + end_of (box, line->run)) / 2, FALSE,
                    begin_of (box, 1 - line->run), end_of (box, 1 - line->run) };
      if (is_flat (box) == (line->run == RUN_UPRIGHT)
          && begin_of (box, 1 - line->run) <= line->across + IN_LINE
          && end_of (box, 1 - line->run) >= line->across - IN_LINE
          && !has_crossing (stops, stop.at))
        g_array_append_val (stops, stop);
    }
  g_array_sort (stops, compare_stops);
  return stops;
}

/* Whether nothing is printed on the line between two stops. */
static gboolean
is_clear (const Line *line, double from, double to)
{
  double scale = line->picture->dpi / 72, margin = LARGEST;
  int start = (int) ((from + margin) * scale), length = (int) ((to - from - 2 * margin) * scale);
  int across = (int) (line->across * scale), n = 0;
  BOX *box = line->run == RUN_FLAT ? boxCreateValid (start, across - 1, length, 3)
                                   : boxCreateValid (across - 1, start, 3, length);
  pixCountPixelsInRect (line->ink, box, &n, NULL);
  boxDestroy (&box);
  return n == 0;
}

/* Whether a rule crosses what crosses the line at @stop. */
static gboolean
is_across (const Line *line, const Box *box, const Stop *stop)
{
  return begin_of (box, 1 - line->run) <= stop->end + LARGEST
         && end_of (box, 1 - line->run) >= stop->begin - LARGEST;
}

/* Whether a rule is left that runs beside the line from one stop to the other, across what crosses
 * it there: not that of another table or of a chart's frame. */
static gboolean
has_parallel (const Line *line, const Stop *from, const Stop *to)
{
  double slack = MIN (LARGEST, (to->at - from->at) / 4);
  for (guint i = 0; i < line->n_rules; i++)
    {
      const Box *box = &g_array_index (line->page->rules, Rule, i).box;
      if (is_flat (box) == (line->run == RUN_FLAT) && begin_of (box, line->run) <= from->at + slack
          && end_of (box, line->run) >= to->at - slack && is_across (line, box, from)
          && is_across (line, box, to))
        return TRUE;
    }
  return FALSE;
}

/* Whether a rule is left where one would be added: crossings on it are thicker than it was. */
static gboolean
is_left (const Line *line, double from, double to)
{
  for (guint i = 0; i < line->n_rules; i++)
    {
      const Box *box = &g_array_index (line->page->rules, Rule, i).box;
      Run across = 1 - line->run;
      if (is_flat (box) == (line->run == RUN_FLAT) && begin_of (box, line->run) <= from + LARGEST
          && end_of (box, line->run) >= to - LARGEST
          && begin_of (box, across) - LONELY <= line->across
          && end_of (box, across) + LONELY >= line->across)
        return TRUE;
    }
  return FALSE;
}

static void
add_rule (const Line *line, double from, double to)
{
  if (is_left (line, from, to))
    return;
  double a = line->across - HALF_THICK, b = line->across + HALF_THICK;
  Rule rule = { line->run == RUN_FLAT ? (Box){ from, a, to, b } : (Box){ a, from, b, to } };
  g_array_append_val (line->page->rules, rule);
}

/* Notes in @is_ruled, for each stop, whether a rule ran from there to the next: from the crossing
 * at @start on in one direction, as far as nothing is printed on the line. */
static void
follow (const Line *line, const GArray *stops, guint start, gint64 step, gboolean *is_ruled)
{
  for (gint64 i = start; i + step >= 0 && i + step < stops->len; i += step)
    {
      const Stop *own = &g_array_index (stops, Stop, i),
                 *next = &g_array_index (stops, Stop, i + step);
      const Stop *from = step > 0 ? own : next, *to = step > 0 ? next : own;
      if (to->at - from->at < LARGEST)
        continue;
      if (!is_clear (line, from->at, to->at)
          || (!(own->is_crossing && next->is_crossing) && !has_parallel (line, from, to)))
        return;
      is_ruled[step > 0 ? i : i + step] = TRUE;
      if (next->is_crossing)
        return;
    }
}

static void
add_rules (const Line *line, const GArray *crossings)
{
  g_autoptr (GArray) stops = list_stops (line, crossings);
  g_autofree gboolean *is_ruled = g_new0 (gboolean, stops->len);
  for (guint i = 0; i < stops->len; i++)
    if (g_array_index (stops, Stop, i).is_crossing)
      {
        follow (line, stops, i, 1, is_ruled);
        follow (line, stops, i, -1, is_ruled);
      }
  for (guint i = 0; i + 1 < stops->len; i++)
    if (is_ruled[i])
      add_rule (line, g_array_index (stops, Stop, i).at, g_array_index (stops, Stop, i + 1).at);
}

/* Whether a crossing before that one is in the same line. */
static gboolean
is_done (const Line *line, const GArray *crossings, guint end)
{
  for (guint i = 0; i < end; i++)
    if (fabs (picture_points (line->picture, crossing_at (crossings, i)->at[1 - line->run])
              - line->across)
        <= IN_LINE)
      return TRUE;
  return FALSE;
}

void
crossings_lift (const Picture *picture, Clean *clean, Page *page)
{
  g_autoptr (GArray) crossings = list_points (picture, clean->faint);
  g_autoptr (GArray) plain = g_array_copy (crossings);
  note_rules (picture, page, crossings);
  keep_lattice (picture, crossings);
  if (crossings->len < CLEAN_SHARE * plain->len) /* noise, some of which lies in line with rules */
    {
      g_clear_pointer (&crossings, g_array_unref);
      crossings = g_steal_pointer (&plain);
      keep_lattice (picture, crossings);
    }
  for (guint i = 0; i < crossings->len; i++)
    {
      pixClearInRect (clean->faint, &crossing_at (crossings, i)->box);
      pixClearInRect (clean->light, &crossing_at (crossings, i)->box);
    }
  guint n_rules = page->rules->len;
  for (Run run = RUN_FLAT; run <= RUN_UPRIGHT; run++)
    for (guint i = 0; i < crossings->len; i++)
      {
        Line line = { picture, clean->faint,
                      page,    n_rules,
                      run,     picture_points (picture, crossing_at (crossings, i)->at[1 - run]) };
        if (!is_done (&line, crossings, i))
          add_rules (&line, crossings);
      }
}
