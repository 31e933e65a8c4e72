/* extract/strip.c - blobs that stand side by side on one baseline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Letters stand nearer to each other along the line than across: who has his nearest neighbours
 *    above and below is turned.  So is a lone one or two, as a figure, above or below a turned
 * word.
 * 2. A blob is linked to the next one along the line that is about as high, unless a rule stands
 *    between.  What is linked is a strip.
 * 3. Strips of a single small blob, points and dashes, join the strip that they stand in.
 * 4. Blobs over each other are parts of one character.
 */
#include "extract/strip.h"

#include <stdlib.h>

/* In units of the larger blob's height. */
#define REACH 1.1         /* of a link */
#define TURNED_REACH 0.45 /* from letter to letter of a turned word */

#define SHARED 0.5       /* of the lower blob's height, that two of one strip share at least */
#define MIN_RATIO 0.33   /* of the heights of two letters */
#define TURNED_RATIO 0.6 /* of the gaps along and across a turned line */
#define TURNED_BLANK 0.9 /* from word to word of a turned line */
#define MAX_SPREADS 4    /* words of one or two blobs that follow each other */
#define MIN_TURNED 3     /* blobs of a turned word */
#define SMALL 0.62       /* of the strip's height: points, dashes, quotes */
#define WORD_GAP 0.25    /* of the strip's height, that letters of a word are apart at most */
#define DOT_GAP 0.35     /* of its stem's height, from an i to its dot */
#define PART 0.4         /* of the narrower one's width, that parts of one character share */

#define NONE G_MAXUINT

static Blob *
blob_at (const GArray *blobs, guint i)
{
  return &g_array_index (blobs, Blob, i);
}

static int
overlap (int a0, int a1, int b0, int b1)
{
  return MIN (a1, b1) - MAX (a0, b0);
}

static int
compare_lefts (gconstpointer a, gconstpointer b)
{
  const Blob *left = a, *right = b;
  return left->u0 != right->u0 ? left->u0 - right->u0 : left->v0 - right->v0;
}

/* ---- which way a blob is read ---- */

typedef struct
{
  int along, across; /* pixels to the nearest neighbour; G_MAXINT if there is none */
  guint group;       /* of blobs that are linked across, by its first one */
} Near;

static guint
group_of (Near *nears, guint i)
{
  while (nears[i].group != i)
    {
      nears[i].group = nears[nears[i].group].group;
      i = nears[i].group;
    }
  return i;
}

static void
note_along (Near *nears, guint i, guint k, int gap)
{
  nears[i].along = MIN (nears[i].along, gap);
  nears[k].along = MIN (nears[k].along, gap);
}

static void
note_across (Near *nears, guint i, guint k, int gap, int most)
{
  nears[i].across = MIN (nears[i].across, gap);
  nears[k].across = MIN (nears[k].across, gap);
  if (gap <= most)
    nears[group_of (nears, MAX (i, k))].group = group_of (nears, MIN (i, k));
}

static void
note_pair (const GArray *blobs, Near *nears, guint i, guint k)
{
  const Blob *a = blob_at (blobs, i), *b = blob_at (blobs, k);
  int shared_x = overlap (a->x0, a->x1, b->x0, b->x1);
  int shared_y = overlap (a->y0, a->y1, b->y0, b->y1);
  int widths[] = { a->x1 - a->x0, b->x1 - b->x0 }, heights[] = { a->y1 - a->y0, b->y1 - b->y0 };
  int width = MIN (widths[0], widths[1]), height = MIN (heights[0], heights[1]);
  int largest = MAX (widths[0], widths[1]);
  gboolean is_beside = shared_y >= SHARED * height, is_above = shared_x >= SHARED * width;
  if (is_beside && shared_x <= SHARED * width)
    note_along (nears, i, k, MAX (0, -shared_x));
  if (is_above && shared_y <= SHARED * height)
    note_across (nears, i, k, MAX (0, -shared_y),
                 width >= MIN_RATIO * largest ? (int) (TURNED_REACH * largest) : -1);
}

/* Returns (transfer full) (array): how near each blob's neighbours are.  Blobs go from left to
 * right, and none is wider than @reach. */
static Near *
measure_nears (const GArray *blobs, int reach)
{
  Near *nears = g_new (Near, blobs->len + 1);
  for (guint i = 0; i < blobs->len; i++)
    nears[i] = (Near){ G_MAXINT, G_MAXINT, i };
  for (guint i = 0; i < blobs->len; i++)
    for (guint k = i + 1;
         k < blobs->len && blob_at (blobs, k)->x0 <= blob_at (blobs, i)->x1 + reach; k++)
      if (overlap (blob_at (blobs, i)->y0, blob_at (blobs, i)->y1, blob_at (blobs, k)->y0,
                   blob_at (blobs, k)->y1)
          >= -reach)
        note_pair (blobs, nears, i, k);
  return nears;
}

/* Whether @blob, which is upright, carries on the line of @turned: no farther from it than words
 * are, and than it is from what is beside it. */
static gboolean
carries_on (const Blob *blob, const Blob *turned, const Near *near)
{
  int width = MIN (blob->x1 - blob->x0, turned->x1 - turned->x0);
  int most = MAX (blob->x1 - blob->x0, turned->x1 - turned->x0);
  int gap = MAX (0, -overlap (blob->y0, blob->y1, turned->y0, turned->y1));
  return overlap (blob->x0, blob->x1, turned->x0, turned->x1) >= SHARED * width
         && gap <= TURNED_BLANK * most && gap < near->along;
}

/* Marks the groups of one or two blobs that carry on the line of a turned one.  Returns: whether
 * there are any that were not marked before. */
static gboolean
spread_turns (const GArray *blobs, Near *nears, const int *sizes, gboolean *is_turned)
{
  gboolean is_new = FALSE;
  for (guint i = 0; i < blobs->len; i++)
    for (guint k = i + 1; k < blobs->len && blob_at (blobs, k)->x0 < blob_at (blobs, i)->x1; k++)
      {
        guint a = group_of (nears, i), b = group_of (nears, k);
        if (is_turned[a] == is_turned[b])
          continue;
        guint lone = is_turned[a] ? k : i, turned = is_turned[a] ? i : k;
        if (sizes[group_of (nears, lone)] >= MIN_TURNED
            || !carries_on (blob_at (blobs, lone), blob_at (blobs, turned), &nears[lone]))
          continue;
        is_turned[group_of (nears, lone)] = is_new = TRUE;
      }
  return is_new;
}

/* Turns the blobs of groups most of which have their neighbours across the line. */
static void
turn_groups (GArray *blobs, int reach)
{
  g_autofree Near *nears = measure_nears (blobs, reach);
  g_autofree int *votes = g_new0 (int, blobs->len + 1), *sizes = g_new0 (int, blobs->len + 1);
  for (guint i = 0; i < blobs->len; i++)
    {
      guint group = group_of (nears, i);
      sizes[group]++;
      votes[group] += nears[i].across < TURNED_RATIO * nears[i].along ? 1 : -1;
    }
  g_autofree gboolean *is_turned = g_new0 (gboolean, blobs->len + 1);
  for (guint i = 0; i < blobs->len; i++)
    is_turned[i] = sizes[i] >= MIN_TURNED && votes[i] > 0;
  for (guint i = 0; i < MAX_SPREADS && spread_turns (blobs, nears, sizes, is_turned); i++)
    ;
  for (guint i = 0; i < blobs->len; i++)
    if (is_turned[group_of (nears, i)])
      blob_turn (blob_at (blobs, i), 270);
}

/* ---- strips ---- */

/* Whether a rule stands between two upright blobs. */
static gboolean
is_parted (const Blob *a, const Blob *b, const GArray *rules, double dpi)
{
  if (a->rotation != 0)
    return FALSE;
  double x0 = (a->x0 + a->x1) * 36 / dpi, x1 = (b->x0 + b->x1) * 36 / dpi;
  double y0 = MIN (a->y0, b->y0) * 72 / dpi, y1 = MAX (a->y1, b->y1) * 72 / dpi;
  for (guint i = 0; i < rules->len; i++)
    {
      const Box *rule = &g_array_index (rules, Box, i);
      if (rule->x0 > x1)
        break;
      if (rule->x0 >= x0 && rule->y0 <= (y0 + y1) / 2 && rule->y1 >= (y0 + y1) / 2)
        return TRUE;
    }
  return FALSE;
}

static gboolean
are_linked (const Blob *a, const Blob *b)
{
  int low = MIN (BLOB_HEIGHT (a), BLOB_HEIGHT (b)), high = MAX (BLOB_HEIGHT (a), BLOB_HEIGHT (b));
  return a->rotation == b->rotation && overlap (a->v0, a->v1, b->v0, b->v1) >= SHARED * low
         && low >= MIN_RATIO * high && b->u0 - a->u1 <= REACH * high;
}

/* Returns: the next blob along the line, or NONE. */
static guint
next_of (const GArray *blobs, guint i, int reach, const GArray *rules, double dpi)
{
  const Blob *blob = blob_at (blobs, i);
  guint best = NONE;
  for (guint k = i + 1; k < blobs->len && blob_at (blobs, k)->u0 <= blob->u1 + reach; k++)
    if (are_linked (blob, blob_at (blobs, k))
        && (best == NONE || blob_at (blobs, k)->u0 < blob_at (blobs, best)->u0))
      {
        best = k;
        break;
      }
  return best != NONE && is_parted (blob, blob_at (blobs, best), rules, dpi) ? NONE : best;
}

static void
strip_clear (gpointer data)
{
  Strip *strip = data;
  g_array_unref (strip->blobs);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Measures baseline and height: the lower edge that most blobs have, and a tall one's height. */
static void
measure_strip (Strip *strip)
{
  guint n = strip->blobs->len;
  g_autofree int *edges = g_new (int, n), *heights = g_new (int, n);
  for (guint i = 0; i < n; i++)
    {
      edges[i] = blob_at (strip->blobs, i)->v1;
      heights[i] = BLOB_HEIGHT (blob_at (strip->blobs, i));
    }
  qsort (edges, n, sizeof *edges, compare_ints);
  qsort (heights, n, sizeof *heights, compare_ints);
  strip->height = heights[(n - 1) * 9 / 10];
  int slack = MAX (1, strip->height / 12), best = 0, most = 0;
  for (guint i = 0, k = 0; i < n; i++)
    {
      while (edges[i] - edges[k] > slack)
        k++;
      if ((int) (i - k + 1) > most)
        {
          most = (int) (i - k + 1);
          best = edges[(i + k) / 2];
        }
    }
  strip->base = best;
}

static void
append_strip (GArray *strips, const GArray *blobs, const guint *next, guint first)
{
  Strip strip = { .blobs = g_array_new (FALSE, FALSE, sizeof (Blob)),
                  .rotation = blob_at (blobs, first)->rotation };
  for (guint i = first; i != NONE; i = next[i])
    g_array_append_vals (strip.blobs, blob_at (blobs, i), 1);
  measure_strip (&strip);
  g_array_append_val (strips, strip);
}

static GArray *
link_blobs (GArray *blobs, int reach, const GArray *rules, double dpi)
{
  GArray *strips = g_array_new (FALSE, FALSE, sizeof (Strip));
  g_array_set_clear_func (strips, strip_clear);
  g_autofree guint *next = g_new (guint, blobs->len + 1);
  g_autofree guint *before = g_new (guint, blobs->len + 1);
  for (guint i = 0; i < blobs->len; i++)
    next[i] = before[i] = NONE;
  for (guint i = 0; i < blobs->len; i++)
    {
      guint k = next_of (blobs, i, reach, rules, dpi);
      if (k == NONE)
        continue;
      guint rival = before[k]; /* the nearer one keeps it */
      if (rival != NONE && blob_at (blobs, rival)->u1 > blob_at (blobs, i)->u1)
        continue;
      if (rival != NONE)
        next[rival] = NONE;
      next[i] = k;
      before[k] = i;
    }
  for (guint i = 0; i < blobs->len; i++)
    if (before[i] == NONE)
      append_strip (strips, blobs, next, i);
  return strips;
}

/* ---- points, dashes and quotes ---- */

static void
strip_extents (const Strip *strip, int *u0, int *u1)
{
  *u0 = blob_at (strip->blobs, 0)->u0;
  *u1 = *u0;
  for (guint i = 0; i < strip->blobs->len; i++)
    *u1 = MAX (*u1, blob_at (strip->blobs, i)->u1);
}

/* Whether @dot stands above a letter of @host as the dot of an i does. */
static gboolean
is_dot_of (const Strip *host, const Blob *dot)
{
  for (guint i = 0; i < host->blobs->len; i++)
    {
      const Blob *stem = blob_at (host->blobs, i);
      int gap = stem->v0 - dot->v1;
      if (gap >= 0 && gap <= DOT_GAP * BLOB_HEIGHT (stem)
          && overlap (stem->u0, stem->u1, dot->u0, dot->u1)
                 >= PART * MIN (BLOB_WIDTH (stem), BLOB_WIDTH (dot)))
        return TRUE;
    }
  return FALSE;
}

/* Returns: how far @small is from @host along the line; -1 if it does not belong to it. */
static int
distance_to (const Strip *host, const Strip *small, const GArray *rules, double dpi)
{
  const Blob *blob = blob_at (small->blobs, 0);
  int u0 = 0, u1 = 0;
  if (host == small || host->rotation != small->rotation
      || MAX (BLOB_HEIGHT (blob), small->height) > SMALL * host->height
      || (blob->v1 < host->base - 1.15 * host->height && !is_dot_of (host, blob))
      || blob->v0 > host->base + 0.1 * host->height || blob->v1 > host->base + 0.35 * host->height)
    return -1;
  strip_extents (host, &u0, &u1);
  int gap = MAX (0, -overlap (u0, u1, blob->u0, blob->u1));
  if (gap > 0.9 * host->height)
    return -1;
  if (gap > 0)
    {
      const Blob *end
          = blob->u0 > u1 ? blob_at (host->blobs, host->blobs->len - 1) : blob_at (host->blobs, 0);
      if (blob->u0 > u1 ? is_parted (end, blob, rules, dpi) : is_parted (blob, end, rules, dpi))
        return -1;
    }
  return gap;
}

/* Joins strips that are points, dashes or quotes of others to those. */
static void
absorb_small (GArray *strips, const GArray *rules, double dpi)
{
  g_autofree int *hosts = g_new (int, strips->len + 1);
  for (guint i = 0; i < strips->len; i++)
    {
      const Strip *small = &g_array_index (strips, Strip, i);
      int nearest = -1;
      hosts[i] = -1;
      for (guint k = 0; small->blobs->len <= 3 && k < strips->len; k++)
        {
          const Strip *host = &g_array_index (strips, Strip, k);
          int distance = distance_to (host, small, rules, dpi);
          if (distance >= 0 && (nearest < 0 || distance < nearest))
            {
              nearest = distance;
              hosts[i] = (int) k;
            }
        }
    }
  for (guint i = 0; i < strips->len; i++)
    {
      if (hosts[i] < 0)
        continue;
      guint to = (guint) hosts[i];
      for (guint n = 0; hosts[to] >= 0 && n < 4; n++)
        to = (guint) hosts[to];
      if (to == i || hosts[to] >= 0)
        continue;
      Strip *small = &g_array_index (strips, Strip, i);
      g_array_append_vals (g_array_index (strips, Strip, to).blobs, small->blobs->data,
                           small->blobs->len);
      g_array_set_size (small->blobs, 0);
    }
  for (guint i = strips->len; i > 0; i--)
    if (g_array_index (strips, Strip, i - 1).blobs->len == 0)
      g_array_remove_index_fast (strips, i - 1);
}

/* ---- parts of one character ---- */

static gboolean
are_parts (const Blob *a, const Blob *b, const Strip *strip)
{
  int shared = overlap (a->u0, a->u1, b->u0, b->u1);
  int narrow = MIN (BLOB_WIDTH (a), BLOB_WIDTH (b));
  (void) strip;
  return shared >= PART * narrow && shared > 0;
}

/* Whether three blobs are a percent sign: a ring above, a stroke, a ring below. */
static gboolean
is_percent (const Blob *a, const Blob *b, const Blob *c, const Strip *strip)
{
  int height = BLOB_HEIGHT (b), middle = (b->v0 + b->v1) / 2;
  return height > 0.8 * strip->height && a->v1 <= middle + height / 6
         && c->v0 >= middle - height / 6 && overlap (a->u0, a->u1, b->u0, b->u1) > 0
         && overlap (b->u0, b->u1, c->u0, c->u1) > 0 && BLOB_HEIGHT (a) > 0.3 * height
         && BLOB_HEIGHT (c) > 0.3 * height;
}

static void
remove_blob (GArray *blobs, guint i)
{
  g_array_remove_index (blobs, i);
}

static void
join_parts (Strip *strip)
{
  GArray *blobs = strip->blobs;
  g_array_sort (blobs, compare_lefts);
  for (guint i = 0; i + 2 < blobs->len; i++)
    if (is_percent (blob_at (blobs, i), blob_at (blobs, i + 1), blob_at (blobs, i + 2), strip))
      {
        blob_join (blob_at (blobs, i), blob_at (blobs, i + 1));
        blob_join (blob_at (blobs, i), blob_at (blobs, i + 2));
        blob_at (blobs, i)->is_percent = TRUE;
        remove_blob (blobs, i + 2);
        remove_blob (blobs, i + 1);
      }
  for (guint i = 0; i + 1 < blobs->len;)
    if (are_parts (blob_at (blobs, i), blob_at (blobs, i + 1), strip))
      {
        blob_join (blob_at (blobs, i), blob_at (blobs, i + 1));
        remove_blob (blobs, i + 1);
      }
    else
      i++;
}

/* Notes which blobs have none beside them as near as letters of one word are. */
static void
note_alone (Strip *strip)
{
  double gap = WORD_GAP * strip->height;
  for (guint i = 0; i < strip->blobs->len; i++)
    {
      Blob *blob = blob_at (strip->blobs, i);
      blob->is_alone
          = (i == 0 || blob->u0 - blob_at (strip->blobs, i - 1)->u1 > gap)
            && (i + 1 == strip->blobs->len || blob_at (strip->blobs, i + 1)->u0 - blob->u1 > gap);
    }
}

static void
blob_clear (gpointer data)
{
  pixDestroy (&((Blob *) data)->ink);
}

GArray *
strips_make (GArray *blobs, const Page *page, double dpi)
{
  int reach = 0;
  g_autoptr (GArray) rules = page_upright_rules (page);
  for (guint i = 0; i < blobs->len; i++)
    reach = MAX (reach, BLOB_HEIGHT (blob_at (blobs, i)));
  g_array_sort (blobs, compare_lefts);
  turn_groups (blobs, reach);
  g_array_sort (blobs, compare_lefts);
  GArray *strips = link_blobs (blobs, 2 * reach, rules, dpi);
  g_array_set_clear_func (blobs, NULL); /* the strips have their ink */
  g_array_set_size (blobs, 0);
  absorb_small (strips, rules, dpi);
  for (guint i = 0; i < strips->len; i++)
    {
      Strip *strip = &g_array_index (strips, Strip, i);
      join_parts (strip);
      measure_strip (strip);
      note_alone (strip);
      g_array_set_clear_func (strip->blobs, blob_clear);
    }
  return strips;
}
