/* extract/ruling.c - the lines that are ruled on a page, lifted off its picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule is what is left of the ink by an opening with a long thin line.  Upright ones are found
 * likewise.  Pieces of one line that nearly meet are one rule.
 */
#include "extract/ruling.h"

#include <stdlib.h>

/* In points. */
#define MIN_LENGTH 14.0    /* no stroke of a letter is longer */
#define MAX_THICKNESS 3.5  /* of a rule */
#define SAME_LINE 0.8      /* how far pieces of a rule are off each other's line */
#define MAX_GAP 3.0        /* between the pieces */
#define LENGTH_BY_WIDTH 12 /* strokes of letters are thicker */

/* Boxes are turned over for upright lines, so that all are handled as flat ones. */
typedef struct
{
  int x0, y0, x1, y1; /* pixels */
} Piece;

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *left = a, *right = b;
  int middle_left = left->y0 + left->y1, middle_right = right->y0 + right->y1;
  return middle_left != middle_right ? middle_left - middle_right : left->x0 - right->x0;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  return ((const Piece *) a)->x0 - ((const Piece *) b)->x0;
}

static int
pixels (const Picture *picture, double points)
{
  return MAX (1, (int) (points * picture->dpi / 72 + 0.5));
}

/* Returns (transfer full): the lines of @ink in one direction, of whatever thickness. */
static PIX *
open_lines (const Picture *picture, PIX *ink, gboolean is_upright)
{
  int length = pixels (picture, MIN_LENGTH);
  return pixOpenCompBrick (NULL, ink, is_upright ? 1 : length, is_upright ? length : 1);
}

/* Returns (transfer full) (element-type Piece): the thin lines among @lines; all others are taken
 * off it. */
static GArray *
list_pieces (const Picture *picture, PIX *lines, gboolean is_upright)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  int thickest = pixels (picture, MAX_THICKNESS);
  g_autoptr (PixOwned) thick
      = pixOpenBrick (NULL, lines, is_upright ? thickest + 1 : 1, is_upright ? 1 : thickest + 1);
  if (thick != NULL)
    pixSubtract (lines, lines, thick);
  BOXA *boxes = pixConnCompBB (lines, 8);
  for (int i = 0; i < boxaGetCount (boxes); i++)
    {
      const BOX *box = boxes->box[i];
      Piece piece = { box->x, box->y, box->x + box->w, box->y + box->h };
      if (is_upright)
        piece = (Piece){ box->y, box->x, box->y + box->h, box->x + box->w };
      if (piece.y1 - piece.y0 <= 2 * thickest
          && piece.x1 - piece.x0 > LENGTH_BY_WIDTH * (piece.y1 - piece.y0))
        g_array_append_val (pieces, piece);
      else
        pixClearInRect (lines, boxes->box[i]);
    }
  boxaDestroy (&boxes);
  return pieces;
}

static void
append_rule (const Picture *picture, Page *page, Piece piece, gboolean is_upright)
{
  Box box = { picture_points (picture, piece.x0), picture_points (picture, piece.y0),
              picture_points (picture, piece.x1), picture_points (picture, piece.y1) };
  Rule rule = { is_upright ? (Box){ box.y0, box.x0, box.y1, box.x1 } : box };
  g_array_append_val (page->rules, rule);
}

/* Joins pieces of one line, sorted by their starts. */
static void
join_line (const Picture *picture, Page *page, const Piece *pieces, guint n, gboolean is_upright)
{
  int gap = pixels (picture, MAX_GAP);
  Piece line = pieces[0];
  for (guint i = 1; i < n; i++)
    if (pieces[i].x0 <= line.x1 + gap)
      line = (Piece){ line.x0, MIN (line.y0, pieces[i].y0), MAX (line.x1, pieces[i].x1),
                      MAX (line.y1, pieces[i].y1) };
    else
      {
        append_rule (picture, page, line, is_upright);
        line = pieces[i];
      }
  append_rule (picture, page, line, is_upright);
}

static void
join_lines (const Picture *picture, Page *page, GArray *pieces, gboolean is_upright)
{
  int slack = 2 * pixels (picture, SAME_LINE); /* of twice the middle */
  g_array_sort (pieces, compare_pieces);
  for (guint i = 0, end = 0; i < pieces->len; i = end)
    {
      Piece *first = &g_array_index (pieces, Piece, i);
      for (end = i; end < pieces->len; end++)
        {
          const Piece *piece = &g_array_index (pieces, Piece, end);
          if (piece->y0 + piece->y1 - first->y0 - first->y1 > slack)
            break;
        }
      qsort (first, end - i, sizeof *first, compare_starts);
      join_line (picture, page, first, end - i, is_upright);
    }
}

static PIX *
lift (const Picture *picture, const Clean *clean, Page *page, gboolean is_upright)
{
  PIX *lines = open_lines (picture, clean->faint, is_upright);
  g_autoptr (GArray) pieces = list_pieces (picture, lines, is_upright);
  join_lines (picture, page, pieces, is_upright);
  /* The edges of a line are fainter than its middle. */
  PIX *wide = pixDilateBrick (NULL, lines, 3, 3);
  pixDestroy (&lines);
  return wide;
}

void
ruling_lift (const Picture *picture, Clean *clean, Page *page)
{
  g_autoptr (PixOwned) flat = lift (picture, clean, page, FALSE);
  g_autoptr (PixOwned) upright = lift (picture, clean, page, TRUE);
  pixSubtract (clean->light, clean->light, flat);
  pixSubtract (clean->light, clean->light, upright);
  pixSubtract (clean->faint, clean->faint, flat);
  pixSubtract (clean->faint, clean->faint, upright);
}
