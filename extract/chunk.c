/* extract/chunk.c - pieces of strips, about a word each, that are read as one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/chunk.h"

#include <math.h>

#define GAP 0.42         /* of the strip's height: a blank */
#define MAX_BLOBS 40     /* of a chunk */
#define SPACE_PIXELS 20  /* between chunks */
#define LINE_PIXELS 2000 /* of a line's length */
#define MIN_HEIGHT 4     /* pixels of a strip that is made larger */
#define DARK 128         /* a chunk that is darker stands on a dark ground */
#define EXTREME 0.02F    /* of its pixels that may become black, or white */

/* The size of lines that are read. */
typedef struct
{
  int letter; /* tall letters, pixels, as tesseract likes them */
  int margin; /* above and below them */
} Look;

static const Look first_look = { 20, 8 }, second_look = { 26, 6 };

static void
chunk_clear (gpointer data)
{
  g_clear_pointer (&((Chunk *) data)->again, g_array_unref);
  g_clear_pointer (&((Chunk *) data)->symbols, g_array_unref);
}

Blob *
chunk_blob (const Chunk *chunk, guint i)
{
  return &g_array_index (chunk->strip->blobs, Blob, chunk->first + i);
}

static void
cut_strip (GArray *chunks, const Strip *strip)
{
  const GArray *blobs = strip->blobs;
  for (guint i = 0; i < blobs->len;)
    {
      guint end = i + 1;
      while (end < blobs->len && end - i < MAX_BLOBS
             && g_array_index (blobs, Blob, end).u0 - g_array_index (blobs, Blob, end - 1).u1
                    < GAP * strip->height)
        end++;
      Chunk chunk = { .strip = strip, .first = i, .n = end - i };
      g_array_append_val (chunks, chunk);
      i = end;
    }
}

GArray *
chunks_cut (const GArray *strips)
{
  GArray *chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));
  g_array_set_clear_func (chunks, chunk_clear);
  for (guint i = 0; i < strips->len; i++)
    cut_strip (chunks, &g_array_index (strips, Strip, i));
  return chunks;
}

/* ---- pictures ---- */

static gboolean
is_dark (PIX *cut)
{
  l_float32 mean = 255;
  pixGetAverageMasked (cut, NULL, 0, 0, 4, L_MEAN_ABSVAL, &mean);
  return mean < DARK;
}

/* Whether the chunk's letters are lighter than its picture, whose corner is at (@u, @v). */
static gboolean
is_lighter (const Chunk *chunk, PIX *upright, int u, int v)
{
  l_float32 mean = 0, ink = 0;
  double sum = 0, area = 0;
  pixGetAverageMasked (upright, NULL, 0, 0, 1, L_MEAN_ABSVAL, &mean);
  for (guint i = 0; i < chunk->n; i++)
    {
      const Blob *blob = chunk_blob (chunk, i);
      if (pixGetAverageMasked (upright, blob->ink, blob->u0 - u, blob->v0 - v, 1, L_MEAN_ABSVAL,
                               &ink)
          != 0)
        continue;
      sum += (double) ink * BLOB_WIDTH (blob) * BLOB_HEIGHT (blob);
      area += (double) BLOB_WIDTH (blob) * BLOB_HEIGHT (blob);
    }
  return sum >= mean * area;
}

/* Makes a picture of letters on a dark ground one of black letters on white.  Bold ones fill so
 * much of it that it is no dark picture. */
static void
lighten (const Chunk *chunk, PIX *upright, int u, int v)
{
  l_float32 least = 0, most = 255;
  gboolean is_inverted = is_lighter (chunk, upright, u, v);
  if (!is_inverted && !is_dark (upright))
    return;
  if (is_inverted)
    pixInvert (upright, upright);
  pixGetRankValueMasked (upright, NULL, 0, 0, 1, EXTREME, &least, NULL);
  pixGetRankValueMasked (upright, NULL, 0, 0, 1, 1 - EXTREME, &most, NULL);
  if (most > least)
    pixGammaTRC (upright, upright, 1, (int) least, (int) most);
}

/* Returns: where a chunk stands on the page, with @margin above its letters and below. */
static BOX *
box_of (const Chunk *chunk, int margin)
{
  const Strip *strip = chunk->strip;
  int side = MAX (2, strip->height / 6), u0 = chunk_blob (chunk, 0)->u0 - side, u1 = u0;
  for (guint i = 0; i < chunk->n; i++)
    u1 = MAX (u1, chunk_blob (chunk, i)->u1 + side);
  int v0 = strip->base - strip->height - margin, v1 = strip->base + margin;
  return strip->rotation == 270 ? boxCreate (v0, -u1, v1 - v0, u1 - u0)
                                : boxCreate (u0, v0, u1 - u0, v1 - v0);
}

/* Returns (transfer full) (nullable): the chunk's picture, upright, in the size of lines; its
 * baseline lies margin and letter below its upper edge. */
static PIX *
cut_out (const Chunk *chunk, const Picture *picture, Look look)
{
  double scale = (double) look.letter / MAX (chunk->strip->height, MIN_HEIGHT);
  BOX *box = box_of (chunk, (int) ceil (look.margin / scale));
  int u = chunk->strip->rotation == 270 ? -box->y - box->h : box->x;
  int v = chunk->strip->rotation == 270 ? box->x : box->y;
  g_autoptr (PixOwned) cut = pixCreate (box->w, box->h, 8);
  pixSetAll (cut);
  pixRasterop (cut, 0, 0, box->w, box->h, PIX_SRC, picture->gray, box->x, box->y);
  boxDestroy (&box);
  g_autoptr (PixOwned) upright
      = chunk->strip->rotation == 270 ? pixRotateOrth (cut, 1) : pixClone (cut);
  lighten (chunk, upright, u, v);
  return pixScaleGeneral (upright, (float) scale, (float) scale, 0.0F, 0);
}

/* Returns (transfer full) (nullable): a line of chunks from @first on; @ends (element-type int)
 * gets where each ends that is on it. */
static PIX *
paste_line (const GPtrArray *chunks, guint first, const Picture *picture, Look look, GArray *ends)
{
  PIXA *cuts = pixaCreate (0);
  int width = SPACE_PIXELS;
  for (guint i = first; i < chunks->len && width < LINE_PIXELS; i++)
    {
      PIX *cut = cut_out (chunks->pdata[i], picture, look);
      int end = width + (cut == NULL ? 0 : pixGetWidth (cut));
      width = end + SPACE_PIXELS;
      g_array_append_val (ends, end);
      pixaAddPix (cuts, cut == NULL ? pixCreate (1, 1, 8) : cut, L_INSERT);
    }
  PIX *line = pixCreate (width, look.letter + 2 * look.margin, 8);
  if (line != NULL)
    pixSetAll (line);
  for (guint i = 0, x = SPACE_PIXELS; line != NULL && i < ends->len; i++)
    {
      PIX *cut = cuts->pix[i];
      pixRasterop (line, (int) x, 0, pixGetWidth (cut), pixGetHeight (cut), PIX_SRC, cut, 0, 0);
      x = (guint) g_array_index (ends, int, i) + SPACE_PIXELS;
    }
  pixaDestroy (&cuts);
  return line;
}

/* ---- reading ---- */

/* Gives each chunk of a line, from @first on, the symbols that stand in its place. */
static void
hand_out (const GPtrArray *chunks, guint first, const GArray *ends, const GArray *symbols,
          gboolean is_again)
{
  guint at = 0;
  for (guint i = 0; i < ends->len; i++)
    {
      Chunk *chunk = chunks->pdata[first + i];
      GArray **own = is_again ? &chunk->again : &chunk->symbols;
      g_clear_pointer (own, g_array_unref);
      *own = g_array_new (FALSE, FALSE, sizeof (Symbol));
      for (; at < symbols->len; at++)
        {
          const Symbol *symbol = &g_array_index (symbols, Symbol, at);
          if (symbol->x0 + symbol->x1 >= 2 * g_array_index (ends, int, i) + SPACE_PIXELS)
            break;
          g_array_append_val (*own, *symbol);
        }
    }
}

static void
read_lines (const GPtrArray *chunks, const Picture *picture, const Hand *hand, Look look,
            gboolean is_again)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) pix_owned_free);
  g_autoptr (GPtrArray) ends = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint first = 0; first < chunks->len;)
    {
      GArray *own = g_array_new (FALSE, FALSE, sizeof (int));
      g_ptr_array_add (lines, paste_line (chunks, first, picture, look, own));
      g_ptr_array_add (ends, own);
      first += own->len;
    }
  g_autoptr (GPtrArray) symbols = crew_read (hand, lines);
  for (guint i = 0, first = 0; i < ends->len; i++)
    {
      const GArray *own = ends->pdata[i];
      hand_out (chunks, first, own, symbols->pdata[i], is_again);
      first += own->len;
    }
}

void
chunks_read (GPtrArray *chunks, const Picture *picture, const Hand *hand)
{
  read_lines (chunks, picture, hand, first_look, FALSE);
}

void
chunks_read_again (GPtrArray *chunks, const Picture *picture, const Hand *hand)
{
  read_lines (chunks, picture, hand, second_look, TRUE);
}
