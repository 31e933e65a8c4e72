/* extract/straighten.c - a picture set straight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The angle is the one at which the sums of the rows of ink differ most from row to row (Postl's
 * method, as leptonica has it).
 */
#include "extract/straighten.h"

#define SKEW_DPI 150.0    /* fine enough to tell the angle */
#define COARSER 8         /* times, to look for the angle: that of ruled lines is met by little */
#define MOST_DEGREES 7.0F /* looked at, to either side */
#define STEP 0.25F        /* degrees */
#define PRECISE 0.01F
#define MIN_CONFIDENCE 2.5F /* of leptonica in the angle */
#define MIN_DEGREES 0.04F   /* less is not seen: a pixel in 1,400 */
#define INK_SHARE 0.8F      /* of the paper's lightness: thin lines are pale in a coarse picture */
#define ORIENT_DPI 300.0    /* fine enough to tell which way letters stand */
#define LINES_AN_INCH 5.0   /* a line longer than an inch by this is no stroke */
#define MIN_ORIENT 4.0F     /* deviations from chance */
#define MIN_ORIENT_PIXELS 100 /* of a picture that shows letters */
#define DEGREE 0.017453292F

/* Returns (transfer full): the ink, coarser. */
static PIX *
coarse_ink (const Picture *picture, double dpi)
{
  float scale = (float) MIN (1.0, dpi / picture->dpi);
  g_autoptr (PixOwned) small = pixScaleAreaMap (picture->gray, scale, scale);
  l_float32 paper = 255;
  if (small == NULL || pixGetRankValueMasked (small, NULL, 0, 0, 4, 0.6F, &paper, NULL) != 0)
    return NULL;
  return pixThresholdToBinary (small, (int) (INK_SHARE * paper));
}

static void
turn (PIX **pix, float radians)
{
  PIX *turned = *pix == NULL ? NULL : pixRotateAM (*pix, radians, L_BRING_IN_WHITE);
  if (turned == NULL)
    return;
  pixDestroy (pix);
  *pix = turned;
}

void
straighten (Picture *picture)
{
  g_autoptr (PixOwned) ink = coarse_ink (picture, SKEW_DPI);
  float degrees = 0, confidence = 0;
  if (ink == NULL
      || pixFindSkewSweepAndSearch (ink, &degrees, &confidence, COARSER, 1, MOST_DEGREES, STEP,
                                    PRECISE)
             != 0)
    return;
  if (confidence < MIN_CONFIDENCE || (degrees < MIN_DEGREES && degrees > -MIN_DEGREES))
    return;
  turn (&picture->gray, degrees * DEGREE);
  turn (&picture->colour, degrees * DEGREE);
}

/* Takes all lines off @ink that are longer than strokes. */
static void
drop_lines (PIX *ink, int longest)
{
  g_autoptr (PixOwned) flat = pixOpenCompBrick (NULL, ink, longest, 1);
  g_autoptr (PixOwned) upright = pixOpenCompBrick (NULL, ink, 1, longest);
  pixSubtract (ink, ink, flat);
  pixSubtract (ink, ink, upright);
}

int
straighten_guess_quarters (const Picture *picture)
{
  l_float32 up = 0, left = 0;
  g_autoptr (PixOwned) ink = coarse_ink (picture, ORIENT_DPI);
  if (ink == NULL || MIN (pixGetWidth (ink), pixGetHeight (ink)) < MIN_ORIENT_PIXELS)
    return 0;
  drop_lines (ink, (int) (ORIENT_DPI / LINES_AN_INCH));
  if (pixOrientDetect (ink, &up, &left, 0, 0) != 0)
    return 0;
  const l_float32 signs[] = { up, left, -up, -left }; /* of no turn, one, two, three */
  int best = 0;
  for (int i = 1; i < (int) G_N_ELEMENTS (signs); i++)
    if (signs[i] > MAX (signs[best], MIN_ORIENT))
      best = i;
  return best;
}

static void
turn_quarters (PIX **pix, int n_quarters)
{
  PIX *turned = *pix == NULL ? NULL : pixRotateOrth (*pix, n_quarters);
  if (turned == NULL)
    return;
  pixDestroy (pix);
  *pix = turned;
}

void
straighten_quarters (Picture *picture, int n_quarters)
{
  turn_quarters (&picture->gray, n_quarters);
  turn_quarters (&picture->colour, n_quarters);
}
