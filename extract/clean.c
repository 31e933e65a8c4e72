/* extract/clean.c - ink told from paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The ground is the picture made coarser, in which all that is thin and dark is closed: strokes
 *    and rules go, shadows and shaded cells stay.
 * 2. What is darker than most of its ground is faint ink.
 * 3. Wide dark areas are grounds too; what is much lighter there is ink.
 * 4. Ink is what is darker than the middle between a patch's darkest and its ground.
 */
#include "extract/clean.h"

/* Shares of the ground's lightness. */
#define FAINT_SHARE 0.86  /* what is lighter is no ink */
#define PALE_SHARE 0.78   /* patches that are nowhere darker are none */
#define PALE_RULE 0.94    /* and of rules */
#define BESIDE_POINTS 1.7 /* from the middle of such a rule to what is beside it */
#define NEAR_POINTS 0.8   /* and of a thin one, beside which letters may stand */
#define LIGHT_STEP 32     /* of lightness, from a dark ground to a rule on it */
#define PALE_POINTS 14.0  /* that are longer than this */
#define DARK_SHARE 0.62   /* on a dark ground */

#define MIDDLE 0.55       /* of the way from the darkest to the ground, where ink ends */
#define DARKEST 0.06      /* of a patch's pixels, that count as its darkest */
#define STROKE_POINTS 5.0 /* strokes are no wider */
#define DARK 120          /* grounds darker than this may bear white letters */
#define DARK_POINTS 4.2   /* they are wider than this somewhere */
#define BETWEEN_POINTS                                                                             \
  2.0                      /* and at least so wide beside letters; rules and strokes are thinner   \
                            */
#define SIGN_POINTS 20.0   /* no filled arrow is larger */
#define BOX_SHARE 0.85     /* of its box, that a dark area fills */
#define LETTER_POINTS 20.0 /* and have letters no larger than this */
#define BLACK 36           /* grounds that are darker bear no black letters */
#define DARKER_SHARE 0.7   /* of a dark ground's lightness, below which a rule on it is */
#define LIGHT_SHARE 0.5    /* of the way from a dark ground to white, where its ink begins */
#define LETTER_SHARE 0.01  /* of a dark area, that letters on it cover */
#define LIGHT_RULE 0.3     /* and its rules */

/* Returns: a length in points as pixels of the coarse picture, at least 1 and odd. */
static int
coarse (const Picture *picture, double points)
{
  return 2 * (int) (points * picture->dpi / 72 / PICTURE_SHRINK / 2) + 1;
}

/* Returns (transfer full): the picture's lightness, smaller by PICTURE_SHRINK. */
static PIX *
shrink (const PIX *gray)
{
  return pixScaleAreaMap ((PIX *) gray, 1.0F / PICTURE_SHRINK, 1.0F / PICTURE_SHRINK);
}

/* Sets in @out the pixels that are darker than @share of the ground beneath. */
static void
mark_darker (const Picture *picture, PIX *ground, double share, PIX *out)
{
  int width = pixGetWidth (picture->gray), height = pixGetHeight (picture->gray);
  int ground_width = pixGetWidth (ground), ground_height = pixGetHeight (ground);
  g_autofree guint8 *limits = g_malloc (width);
  for (int y = 0; y < height; y++)
    {
      const l_uint32 *line = pixGetData (picture->gray) + (gsize) y * pixGetWpl (picture->gray);
      l_uint32 *bits = pixGetData (out) + (gsize) y * pixGetWpl (out);
      if (y % PICTURE_SHRINK == 0)
        {
          const l_uint32 *below
              = pixGetData (ground)
                + (gsize) MIN (y / PICTURE_SHRINK, ground_height - 1) * pixGetWpl (ground);
          for (int x = 0; x < width; x++)
            limits[x]
                = (guint8) (share
                            * GET_DATA_BYTE (below, MIN (x / PICTURE_SHRINK, ground_width - 1)));
        }
      for (int x = 0; x < width; x++)
        if (GET_DATA_BYTE (line, x) < limits[x])
          SET_DATA_BIT (bits, x);
    }
}

/* Clears areas that are small and no boxes: filled arrows are ink themselves. */
static void
drop_signs (PIX *areas, int largest)
{
  PIXA *parts = NULL;
  BOXA *boxes = pixConnComp (areas, &parts, 4);
  for (int i = 0; i < boxaGetCount (boxes); i++)
    {
      const BOX *box = boxes->box[i];
      int area = 0;
      pixCountPixels (parts->pix[i], &area, NULL);
      if (MAX (box->w, box->h) <= largest && area < BOX_SHARE * box->w * box->h)
        pixRasterop (areas, box->x, box->y, box->w, box->h, PIX_DST & PIX_NOT (PIX_SRC),
                     parts->pix[i], 0, 0);
    }
  boxaDestroy (&boxes);
  pixaDestroy (&parts);
}

/* Returns (transfer full): where the ground is dark, letters and all. */
static PIX *
find_dark (const Picture *picture, PIX *small)
{
  int core = coarse (picture, DARK_POINTS), between = coarse (picture, BETWEEN_POINTS);
  int letter = coarse (picture, LETTER_POINTS);
  g_autoptr (PixOwned) dark = pixThresholdToBinary (small, DARK);
  g_autoptr (PixOwned) seeds = pixOpenBrick (NULL, dark, core, core);
  g_autoptr (PixOwned) closed = pixCloseSafeBrick (NULL, dark, between, between);
  g_autoptr (PixOwned) cores = pixOpenBrick (NULL, closed, between, between);
  g_autoptr (PixOwned) grounds = pixSeedfillBinary (NULL, seeds, cores, 4);
  PIX *areas = pixCloseSafeBrick (NULL, grounds, letter, letter);
  drop_signs (areas, coarse (picture, SIGN_POINTS));
  return areas;
}

/* Returns: the lightness that most pixels of the box have, of the small picture. */
static int
usual_lightness (PIX *small, const BOX *box)
{
  guint counts[256] = { 0 };
  for (int y = box->y; y < box->y + box->h; y++)
    {
      const l_uint32 *line = pixGetData (small) + (gsize) y * pixGetWpl (small);
      for (int x = box->x; x < box->x + box->w; x++)
        counts[GET_DATA_BYTE (line, x)]++;
    }
  int best = 0;
  for (int i = 1; i < DARK; i++)
    if (counts[i] > counts[best])
      best = i;
  return best;
}

/* Returns: the lightness below which a dark area's ink is, @limit at most: halfway from its ground
 * to the darkest that as many pixels have as a rule.  Lines that shine through from the other side
 * of the sheet are paler than those that are printed there. */
static int
tell_darker (const Picture *picture, PIX *dark, const BOX *box, int ground, int limit)
{
  guint counts[256] = { 0 }, n = 0;
  int x1 = MIN ((box->x + box->w) * PICTURE_SHRINK, pixGetWidth (picture->gray));
  int y1 = MIN ((box->y + box->h) * PICTURE_SHRINK, pixGetHeight (picture->gray));
  for (int y = box->y * PICTURE_SHRINK; y < y1; y++)
    {
      const l_uint32 *line = pixGetData (picture->gray) + (gsize) y * pixGetWpl (picture->gray);
      const l_uint32 *mask = pixGetData (dark) + (gsize) (y / PICTURE_SHRINK) * pixGetWpl (dark);
      for (int x = box->x * PICTURE_SHRINK; x < x1; x++)
        if (GET_DATA_BIT (mask, x / PICTURE_SHRINK))
          counts[GET_DATA_BYTE (line, x)]++;
    }
  int darkest = 0;
  guint enough = (guint) (PALE_POINTS * picture->dpi / 72);
  for (; darkest < limit && n < enough; darkest++)
    n += counts[darkest];
  return MIN (limit, (ground + darkest) / 2);
}

/* Marks in @out what is lighter than @lightest within a dark area, or darker than @darkest, and
 * nothing else there. */
static void
mark_on_dark (const Picture *picture, PIX *dark, const BOX *box, int darkest, int lightest,
              PIX *out)
{
  int x1 = MIN ((box->x + box->w) * PICTURE_SHRINK, pixGetWidth (out));
  int y1 = MIN ((box->y + box->h) * PICTURE_SHRINK, pixGetHeight (out));
  for (int y = box->y * PICTURE_SHRINK; y < y1; y++)
    {
      const l_uint32 *line = pixGetData (picture->gray) + (gsize) y * pixGetWpl (picture->gray);
      const l_uint32 *mask = pixGetData (dark) + (gsize) (y / PICTURE_SHRINK) * pixGetWpl (dark);
      l_uint32 *bits = pixGetData (out) + (gsize) y * pixGetWpl (out);
      for (int x = box->x * PICTURE_SHRINK; x < x1; x++)
        if (GET_DATA_BIT (mask, x / PICTURE_SHRINK))
          {
            int lightness = GET_DATA_BYTE (line, x);
            if (lightness > lightest || lightness < darkest)
              SET_DATA_BIT (bits, x);
            else
              CLEAR_DATA_BIT (bits, x);
          }
    }
}

/* Whether light letters stand in a box. */
static gboolean
has_letters (PIX *light, const BOX *box)
{
  int n = 0;
  BOX *large = boxCreate (box->x * PICTURE_SHRINK, box->y * PICTURE_SHRINK, box->w * PICTURE_SHRINK,
                          box->h * PICTURE_SHRINK);
  pixCountPixelsInRect (light, large, &n, NULL);
  boxDestroy (&large);
  return n > LETTER_SHARE * box->w * box->h * PICTURE_SHRINK * PICTURE_SHRINK;
}

/* Marks the edges of a dark area that letters stand on: its cells end there, ruled or not. */
static void
mark_edges (PIX *edges, const BOX *box, PIX *faint)
{
  BOX *around = boxCreateValid (box->x - 1, box->y - 1, box->w + 2, box->h + 2);
  g_autoptr (PixOwned) part = around == NULL ? NULL : pixClipRectangle (edges, around, NULL);
  g_autoptr (PixOwned) large = part == NULL ? NULL : pixExpandReplicate (part, PICTURE_SHRINK);
  if (large != NULL)
    pixRasterop (faint, (box->x - 1) * PICTURE_SHRINK, (box->y - 1) * PICTURE_SHRINK,
                 pixGetWidth (large), pixGetHeight (large), PIX_PAINT, large, 0, 0);
  boxDestroy (&around);
}

/* Tells ink on dark grounds.  Returns (transfer full): those of them that have black lines or
 * letters, beside which no pale line is one. */
static PIX *
clean_dark (const Picture *picture, PIX *small, Clean *clean)
{
  PIX *told = pixCreateTemplate (clean->dark);
  g_autoptr (PixOwned) inner = pixErodeBrick (NULL, clean->dark, 3, 3);
  g_autoptr (PixOwned) edges = pixSubtract (NULL, clean->dark, inner);
  BOXA *areas = pixConnCompBB (clean->dark, 4);
  for (int i = 0; i < boxaGetCount (areas); i++)
    {
      const BOX *box = areas->box[i];
      int ground = usual_lightness (small, box), rest = 255 - ground;
      int palest = (int) (DARKER_SHARE * ground);
      int rule = tell_darker (picture, inner, box, ground, palest);
      int darkest = ground > BLACK ? MIN (rule, (int) (DARK_SHARE * ground)) : 0;
      mark_on_dark (picture, inner, box, darkest, ground + (int) (LIGHT_SHARE * rest),
                    clean->light);
      mark_on_dark (picture, clean->dark, box, rule, ground + (int) (LIGHT_RULE * rest),
                    clean->faint);
      if (has_letters (clean->light, box))
        mark_edges (edges, box, clean->faint);
      if (rule < palest)
        pixRasterop (told, box->x, box->y, box->w, box->h, PIX_SRC, clean->dark, box->x, box->y);
    }
  boxaDestroy (&areas);
  return told;
}

/* Whether a pixel of three is darker than both others, or on a dark ground lighter. */
static inline gboolean
stands_out (int own, int before, int behind, gboolean is_light)
{
  return is_light ? own > MAX (before, behind) + LIGHT_STEP
                  : own < PALE_RULE * MIN (before, behind);
}

/* The pixels before and behind one, as far from it as that. */
typedef struct
{
  int dx, dy;
} Step;

/* Whether a pixel stands out among those @step away on both sides; beyond the edges is none. */
static gboolean
stands_out_at (PIX *gray, int x, int y, Step step, gboolean is_light)
{
  if (x < step.dx || y < step.dy || x + step.dx >= pixGetWidth (gray)
      || y + step.dy >= pixGetHeight (gray))
    return FALSE;
  gsize wpl = pixGetWpl (gray);
  const l_uint32 *line = pixGetData (gray) + (gsize) y * wpl, *up = line - step.dy * wpl;
  return stands_out (GET_DATA_BYTE (line, x), GET_DATA_BYTE (up, x - step.dx),
                     GET_DATA_BYTE (line + step.dy * wpl, x + step.dx), is_light);
}

/* Sets in @out those pixels of a row of @where that stand out near by, or farther off. */
static void
mark_row (PIX *gray, PIX *where, int y, const Step steps[2], gboolean is_light, PIX *out)
{
  const l_uint32 *words = pixGetData (where) + (gsize) y * pixGetWpl (where);
  l_uint32 *bits = pixGetData (out) + (gsize) y * pixGetWpl (out);
  for (int i = 0; i < pixGetWpl (where); i++)
    for (l_uint32 rest = words[i]; rest != 0; rest &= rest - 1)
      {
        int x = 32 * i + 31 - __builtin_ctz (rest);
        if (stands_out_at (gray, x, y, steps[0], is_light)
            || stands_out_at (gray, x, y, steps[1], is_light))
          SET_DATA_BIT (bits, x);
      }
}

/* Adds to @clean->faint the long thin lines of one direction among @where that stand out. */
static void
add_lines (const Picture *picture, PIX *where, gboolean is_upright, gboolean is_light, Clean *clean)
{
  int length = (int) (PALE_POINTS * picture->dpi / 72);
  int near = MAX (2, (int) (NEAR_POINTS * picture->dpi / 72));
  int far = MAX (2, (int) (BESIDE_POINTS * picture->dpi / 72));
  const Step upright[] = { { near, 0 }, { far, 0 } }, flat[] = { { 0, near }, { 0, far } };
  g_autoptr (PixOwned) thin = pixCreateTemplate (where);
  for (int y = 0; y < pixGetHeight (where); y++)
    mark_row (picture->gray, where, y, is_upright ? upright : flat, is_light, thin);
  g_autoptr (PixOwned) lines
      = pixOpenCompBrick (NULL, thin, is_upright ? 1 : length, is_upright ? length : 1);
  if (lines != NULL)
    pixOr (clean->faint, clean->faint, lines);
}

static gboolean
is_empty (PIX *bits)
{
  l_int32 is = 0;
  return pixZero (bits, &is) != 0 || is;
}

/* Does leptonica's @operation on @bits where the small @areas are. */
static void
put_areas (PIX *bits, PIX *areas, int operation)
{
  g_autoptr (PixOwned) large = is_empty (areas) ? NULL : pixExpandReplicate (areas, PICTURE_SHRINK);
  if (large != NULL)
    pixRasterop (bits, 0, 0, pixGetWidth (bits), pixGetHeight (bits), operation, large, 0, 0);
}

/* Marks lines that are hardly darker than what is beside them: grey rules on a coloured heading, or
 * where a shaded area ends; on a dark ground, those that are hardly lighter.  What is as pale
 * within
 * @told shines through from the other side of the sheet. */
static void
mark_pale_lines (const Picture *picture, PIX *told, Clean *clean)
{
  g_autoptr (PixOwned) pale = pixCreateTemplate (clean->faint);
  mark_darker (picture, clean->ground, PALE_RULE, pale);
  put_areas (pale, told, PIX_DST & PIX_NOT (PIX_SRC));
  add_lines (picture, pale, FALSE, FALSE, clean);
  add_lines (picture, pale, TRUE, FALSE, clean);
  if (is_empty (clean->dark))
    return;
  pixClearAll (pale);
  put_areas (pale, clean->dark, PIX_PAINT);
  add_lines (picture, pale, FALSE, TRUE, clean);
  add_lines (picture, pale, TRUE, TRUE, clean);
}

Clean
clean_picture (const Picture *picture)
{
  int width = pixGetWidth (picture->gray), height = pixGetHeight (picture->gray);
  Clean clean = { .faint = pixCreate (width, height, 1), .light = pixCreate (width, height, 1) };
  g_autoptr (PixOwned) small = shrink (picture->gray);
  int stroke = coarse (picture, STROKE_POINTS);
  clean.ground = pixCloseGray (small, stroke, stroke);
  mark_darker (picture, clean.ground, FAINT_SHARE, clean.faint);
  clean.dark = find_dark (picture, small);
  g_autoptr (PixOwned) told = clean_dark (picture, small, &clean);
  mark_pale_lines (picture, told, &clean);
  return clean;
}

/* ---- ink ---- */

/* Returns: the lightness below which a patch of faint ink is ink. */
static int
limit_of (const Picture *picture, const Clean *clean, PIX *patch, const BOX *box)
{
  guint counts[256] = { 0 }, area = 0, n = 0;
  for (int y = 0; y < box->h; y++)
    {
      const l_uint32 *bits = pixGetData (patch) + (gsize) y * pixGetWpl (patch);
      const l_uint32 *line
          = pixGetData (picture->gray) + (gsize) (box->y + y) * pixGetWpl (picture->gray);
      for (int x = 0; x < box->w; x++)
        if (GET_DATA_BIT (bits, x))
          {
            counts[GET_DATA_BYTE (line, box->x + x)]++;
            area++;
          }
    }
  int darkest = 0;
  for (; darkest < 255 && n < MAX (2, DARKEST * area); darkest++)
    n += counts[darkest];
  l_uint32 ground = 255;
  pixGetPixel (
      clean->ground, MIN ((box->x + box->w / 2) / PICTURE_SHRINK, pixGetWidth (clean->ground) - 1),
      MIN ((box->y + box->h / 2) / PICTURE_SHRINK, pixGetHeight (clean->ground) - 1), &ground);
  if (darkest > PALE_SHARE * ground)
    return 0;
  return darkest + (int) (MIDDLE * ((double) ground - darkest));
}

static void
ink_patch (const Picture *picture, PIX *patch, const BOX *box, int limit, PIX *ink)
{
  for (int y = 0; y < box->h; y++)
    {
      const l_uint32 *bits = pixGetData (patch) + (gsize) y * pixGetWpl (patch);
      const l_uint32 *line
          = pixGetData (picture->gray) + (gsize) (box->y + y) * pixGetWpl (picture->gray);
      l_uint32 *out = pixGetData (ink) + (gsize) (box->y + y) * pixGetWpl (ink);
      for (int x = 0; x < box->w; x++)
        if (GET_DATA_BIT (bits, x) && (int) GET_DATA_BYTE (line, box->x + x) < limit)
          SET_DATA_BIT (out, box->x + x);
    }
}

PIX *
clean_ink (const Picture *picture, const Clean *clean)
{
  PIX *ink = pixCreate (pixGetWidth (clean->faint), pixGetHeight (clean->faint), 1);
  g_autoptr (PixOwned) wide = pixDilateBrick (NULL, clean->dark, 3, 3);
  g_autoptr (PixOwned) dark = pixExpandReplicate (wide, PICTURE_SHRINK);
  g_autoptr (PixOwned) faint = pixSubtract (NULL, clean->faint, dark);
  PIXA *patches = NULL;
  BOXA *boxes = pixConnComp (faint, &patches, 8);
  for (int i = 0; i < boxaGetCount (boxes); i++)
    ink_patch (picture, patches->pix[i], boxes->box[i],
               limit_of (picture, clean, patches->pix[i], boxes->box[i]), ink);
  boxaDestroy (&boxes);
  pixaDestroy (&patches);
  pixOr (ink, ink, clean->light);
  return ink;
}

void
clean_clear (Clean *clean)
{
  pixDestroy (&clean->ground);
  pixDestroy (&clean->faint);
  pixDestroy (&clean->dark);
  pixDestroy (&clean->light);
}
