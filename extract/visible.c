/* extract/visible.c - which glyphs of a page can be seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. An origin is the glyph's whose box begins there and has the baseline within.  Origins are kept
 *    by squares of a point's side, so that those near a glyph are found at once.
 * 2. Glyphs that go on a line behind one with an origin are of its string, up to the next origin.
 * 3. A glyph with no origin at or to the left of it, on all of its height, is not drawn.
 */
#include "extract/visible.h"

#include <math.h>

#define NEAR 0.15          /* points between an origin and the edge of its glyph's box */
#define STRING_GAP 3.0     /* in units of the size: no two glyphs of a string are farther apart */
#define CLIP_SLACK 0.5     /* points that a glyph's middle may be beyond the clip */
#define MIN_CLIP_SHARE 0.9 /* of the page's width that a clip leaves if it cuts off no string */
#define MAX_HEIGHT 30000.0
#define SQUARE_ROWS 65536
#define N_BANDS 256 /* of a page's height */

/* ---- origins by place ---- */

static gpointer
square_of (double x, double y)
{
  int column = (int) CLAMP (x, -30000, 30000), row = (int) CLAMP (y, -30000, 30000);
  return GINT_TO_POINTER (column * SQUARE_ROWS + row);
}

/* Returns (transfer full): square -> GSList of StringOrigin, borrowed from @origins. */
static GHashTable *
index_origins (const GArray *origins)
{
  GHashTable *squares = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < origins->len; i++)
    {
      StringOrigin *origin = &g_array_index (origins, StringOrigin, i);
      gpointer square = square_of (floor (origin->at.x), floor (origin->at.y));
      GSList *list = g_hash_table_lookup (squares, square);
      g_hash_table_insert (squares, square, g_slist_prepend (list, origin));
    }
  return squares;
}

static void
free_index (GHashTable *squares)
{
  GHashTableIter iter;
  gpointer list = NULL;
  g_hash_table_iter_init (&iter, squares);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_slist_free (list);
  g_hash_table_unref (squares);
}

/* Returns: the stretch of the glyph's edge that its origin lies on. */
static Box
edge_of (const Glyph *glyph)
{
  const Box *box = &glyph->box;
  switch (glyph->rotation)
    {
    case 90:
      return (Box){ box->x0, box->y0 - NEAR, box->x1, box->y0 + NEAR };
    case 180:
      return (Box){ box->x1 - NEAR, box->y0, box->x1 + NEAR, box->y1 };
    case 270:
      return (Box){ box->x0, box->y1 - NEAR, box->x1, box->y1 + NEAR };
    default:
      return (Box){ box->x0 - NEAR, box->y0, box->x0 + NEAR, box->y1 };
    }
}

static gboolean
is_within (Point point, const Box *box, double slack)
{
  return point.x >= box->x0 - slack && point.x <= box->x1 + slack && point.y >= box->y0 - slack
         && point.y <= box->y1 + slack;
}

static gboolean
is_seen (const Drawn *drawn, const Glyph *glyph, const StringOrigin *origin)
{
  Point middle = { (glyph->box.x0 + glyph->box.x1) / 2, (glyph->box.y0 + glyph->box.y1) / 2 };
  if (!is_within (middle, &origin->clip, CLIP_SLACK))
    return FALSE;
  for (guint i = origin->n_covers; i < drawn->covers->len; i++)
    if (is_within (middle, &g_array_index (drawn->covers, Box, i), 0))
      return FALSE;
  return TRUE;
}

/* Returns (nullable): the origin of the glyph, one of a string that is seen if there are several.
 * It is nobody else's from then on. */
static const StringOrigin *
take_origin (const Drawn *drawn, GHashTable *squares, const Glyph *glyph)
{
  Box edge = edge_of (glyph);
  GSList *found = NULL;
  for (int x = (int) floor (edge.x0); x <= (int) edge.x1; x++)
    for (int y = (int) floor (edge.y0); y <= (int) edge.y1; y++)
      for (GSList *at = g_hash_table_lookup (squares, square_of (x, y)); at != NULL; at = at->next)
        {
          const StringOrigin *origin = at->data;
          if (origin != NULL && is_within (origin->at, &edge, 0)
              && (found == NULL || is_seen (drawn, glyph, origin)))
            found = at;
        }
  const StringOrigin *taken = found != NULL ? found->data : NULL;
  if (found != NULL)
    found->data = NULL;
  return taken;
}

/* ---- strings ---- */

/* Whether @glyph may go on a string with @before: both share two edges, and stand side by side. */
static gboolean
goes_on (const Glyph *before, const Glyph *glyph)
{
  const Box *a = &before->box, *b = &glyph->box;
  double size = glyph->size, reach = STRING_GAP * size;
  if (before->rotation != glyph->rotation)
    return FALSE;
  if (glyph->rotation % 180 == 0)
    return glyph_same_edge (a->y0, b->y0, size) && glyph_same_edge (a->y1, b->y1, size)
           && (glyph->rotation == 0 ? b->x0 >= a->x0 && b->x0 <= a->x1 + reach
                                    : b->x1 <= a->x1 && b->x1 >= a->x0 - reach);
  return glyph_same_edge (a->x0, b->x0, size) && glyph_same_edge (a->x1, b->x1, size)
         && (glyph->rotation == 90 ? b->y0 >= a->y0 && b->y0 <= a->y1 + reach
                                   : b->y1 <= a->y1 && b->y1 >= a->y0 - reach);
}

/* ---- lines on which nothing is drawn ---- */

/* Returns (transfer full) (array): for each point of the page's height, the leftmost origin there.
 */
static double *
leftmost_origins (const Drawn *drawn, int n_points)
{
  double *leftmost = g_new0 (double, n_points);
  for (int i = 0; i < n_points; i++)
    leftmost[i] = G_MAXDOUBLE;
  for (guint i = 0; i < drawn->origins->len; i++)
    {
      Point at = g_array_index (drawn->origins, StringOrigin, i).at;
      if (at.y >= 0 && at.y < n_points)
        leftmost[(int) at.y] = MIN (leftmost[(int) at.y], at.x);
    }
  return leftmost;
}

/* Whether no string that is drawn begins in the glyph or to its left. */
static gboolean
is_undrawn (const Glyph *glyph, const double *leftmost, int n_points)
{
  if (glyph->rotation != 0)
    return FALSE;
  int first = MAX (0, (int) glyph->box.y0), last = MIN (n_points - 1, (int) glyph->box.y1);
  for (int i = first; i <= last; i++)
    if (leftmost[i] <= glyph->box.x0 + NEAR)
      return FALSE;
  return TRUE;
}

/* Takes invisible glyphs away, and those that a clip leaves nothing of. */
static void
drop_undrawn (GArray *glyphs, const Drawn *drawn)
{
  int n_points = (int) CLAMP (drawn->height, 0, MAX_HEIGHT) + 1;
  g_autofree double *leftmost = leftmost_origins (drawn, n_points);
  guint n = 0;
  for (guint i = 0; i < glyphs->len; i++)
    {
      Glyph glyph = g_array_index (glyphs, Glyph, i);
      if (!is_undrawn (&glyph, leftmost, n_points))
        g_array_index (glyphs, Glyph, n++) = glyph;
    }
  g_array_set_size (glyphs, n);
}

/* ---- the page ---- */

/* Returns: the band of the page that a height is in, the first or last if it is beyond. */
static guint
band_of (const Drawn *drawn, double y)
{
  return drawn->height > 0 && y > 0 ? (guint) MIN (y / drawn->height * N_BANDS, N_BANDS - 1) : 0;
}

/* Gives each band of the page the end of the covers that reach into it. */
static void
find_ends (const Drawn *drawn, guint *ends)
{
  for (guint i = 0; i < drawn->covers->len; i++)
    {
      const Box *cover = &g_array_index (drawn->covers, Box, i);
      guint last = band_of (drawn, cover->y1);
      for (guint band = band_of (drawn, cover->y0); band <= last; band++)
        ends[band] = i + 1;
    }
}

/* Whether a string may be hidden, as a whole or in part: something is painted over its beginning,
 * by a cover before @end, or its clip is narrower than the page. */
static gboolean
may_be_hidden (const Drawn *drawn, const StringOrigin *origin, guint end)
{
  if (!is_within (origin->at, &origin->clip, 0)
      || origin->clip.x1 - origin->clip.x0 < MIN_CLIP_SHARE * drawn->width)
    return TRUE;
  for (guint i = origin->n_covers; i < end; i++)
    if (is_within (origin->at, &g_array_index (drawn->covers, Box, i), 0))
      return TRUE;
  return FALSE;
}

static gboolean
any_hidden (const Drawn *drawn)
{
  guint ends[N_BANDS] = { 0 };
  find_ends (drawn, ends);
  for (guint i = 0; i < drawn->origins->len; i++)
    {
      const StringOrigin *origin = &g_array_index (drawn->origins, StringOrigin, i);
      if (may_be_hidden (drawn, origin, ends[band_of (drawn, origin->at.y)]))
        return TRUE;
    }
  return FALSE;
}

gboolean
visible_keep (GArray *glyphs, const Drawn *drawn)
{
  if (drawn->origins->len == 0)
    return FALSE;
  drop_undrawn (glyphs, drawn);
  if (!any_hidden (drawn))
    return TRUE;
  GHashTable *squares = index_origins (drawn->origins);
  const StringOrigin *string = NULL;
  Glyph before = { .c = 0 };
  guint n = 0;
  for (guint i = 0; i < glyphs->len; i++)
    {
      Glyph glyph = g_array_index (glyphs, Glyph, i);
      const StringOrigin *origin = take_origin (drawn, squares, &glyph);
      if (origin != NULL)
        string = origin;
      else if (i == 0 || !goes_on (&before, &glyph))
        string = NULL;
      if (string == NULL || is_seen (drawn, &glyph, string))
        g_array_index (glyphs, Glyph, n++) = glyph;
      before = glyph;
    }
  g_array_set_size (glyphs, n);
  free_index (squares);
  return TRUE;
}
