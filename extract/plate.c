/* extract/plate.c - a page whose picture is ready to be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/plate.h"

#include "extract/chunk.h"
#include "extract/crossing.h"
#include "extract/ruling.h"
#include "extract/shade.h"
#include "extract/straighten.h"
#include "extract/strip.h"

#define N_TRIED 24    /* words that tell which way is up */
#define MIN_PIXELS 16 /* of a picture that shows anything */

/* Returns (transfer full) (element-type Strip): the strips of a straight picture, and in @ink what
 * they are cut from; the rules are appended to @page. */
static GArray *
find_strips (const Picture *picture, Page *page, PIX **ink)
{
  g_auto (Clean) clean = clean_picture (picture);
  ruling_lift (picture, &clean, page);
  crossings_lift (picture, &clean, page);
  *ink = clean_ink (picture, &clean);
  g_autoptr (GArray) blobs = blobs_find (*ink, picture->dpi);
  return strips_make (blobs, page, picture->dpi);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const Chunk *left = *(Chunk *const *) a, *right = *(Chunk *const *) b;
  return (left->n < right->n) - (left->n > right->n);
}

/* Returns: how sure tesseract is of some long words of the picture, 0 to 1; of those that stand
 * turned, not at all. */
static double
legibility (const Picture *picture, const Hand *hand)
{
  g_autoptr (Page) page = page_new (1, 1, 1);
  g_autoptr (PixOwned) ink = NULL;
  g_autoptr (GArray) strips = find_strips (picture, page, &ink);
  g_autoptr (GArray) chunks = chunks_cut (strips);
  g_autoptr (GPtrArray) longest = g_ptr_array_new ();
  double sum = 0;
  guint n = 0;
  for (guint i = 0; i < chunks->len; i++)
    g_ptr_array_add (longest, &g_array_index (chunks, Chunk, i));
  g_ptr_array_sort (longest, compare_lengths);
  g_ptr_array_set_size (longest, (int) MIN (longest->len, N_TRIED));
  chunks_read (longest, picture, hand);
  for (guint i = 0; i < longest->len; i++)
    {
      const Chunk *chunk = longest->pdata[i];
      for (guint k = 0; k < chunk->symbols->len; k++, n++)
        if (chunk->strip->rotation == 0)
          sum += g_array_index (chunk->symbols, Symbol, k).confidence;
    }
  return n > 0 ? sum / n : 0;
}

/* Turns the picture and its page upright, if it can be read better then. */
static void
turn_upright (Picture *picture, Page *page, const Hand *hand)
{
  int n_quarters = straighten_guess_quarters (picture);
  if (n_quarters == 0)
    return;
  double before = legibility (picture, hand);
  straighten_quarters (picture, n_quarters);
  if (legibility (picture, hand) <= before)
    {
      straighten_quarters (picture, 4 - n_quarters);
      return;
    }
  double width = page->width;
  page->width = n_quarters % 2 == 0 ? width : page->height;
  page->height = n_quarters % 2 == 0 ? page->height : width;
}

Plate *
plate_new (Picture *picture, Page *page, const Hand *hand)
{
  Plate *plate = g_new0 (Plate, 1);
  plate->page = page;
  plate->picture = picture;
  plate->n_rules = page->rules->len;
  plate->n_fills = page->fills->len;
  if (MIN (pixGetWidth (picture->gray), pixGetHeight (picture->gray)) < MIN_PIXELS)
    {
      plate->strips = g_array_new (FALSE, FALSE, sizeof (Strip));
      return plate;
    }
  straighten (picture);
  turn_upright (picture, page, hand);
  shades_find (picture, page);
  plate->strips = find_strips (picture, page, &plate->ink);
  return plate;
}

void
plate_free (Plate *plate)
{
  if (plate == NULL)
    return;
  g_array_unref (plate->strips);
  pixDestroy (&plate->ink);
  picture_free (plate->picture);
  g_free (plate);
}
