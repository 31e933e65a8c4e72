/* extract/sample.c - the few words of a page that tesseract reads, and what they say of its forms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Strips are cut into chunks at their gaps; a chunk is worth the forms that it shows and that
 *    have not been read often enough, by its length.
 * 2. The worthiest are pasted side by side on one baseline, in one size, and read as a line.
 * 3. A chunk of as many blobs as characters tells each blob's; of another, those that are known
 *    part what is left.
 */
#include "extract/sample.h"

#include <math.h>
#include <string.h>

#define READINGS 3       /* of a form that many blobs have */
#define OFTEN 6          /* blobs that are many */
#define RARE 3           /* blobs of a form that is read once */
#define SURE 0.85        /* of a form that is not read because others look like it */
#define CHUNK_GAP 0.42   /* of the strip's height: a blank */
#define LETTER_PIXELS 30 /* tall letters, as tesseract likes them */
#define MARGIN_PIXELS 12 /* above and below them */
#define SPACE_PIXELS 30  /* between chunks */
#define LINE_PIXELS 3000 /* of a line's length */
#define MAX_CHUNK_BLOBS 40
#define INDIRECT 0.3     /* the weight of a reading that the neighbours led to */
#define MAX_CHARACTERS 7 /* that touch in one blob */

typedef struct
{
  const Strip *strip;
  guint first, n; /* blobs */
  gboolean is_read;
  int x0, x1; /* in the line's picture */
} Chunk;

typedef struct
{
  Reader *reader;         /* borrowed */
  const Picture *picture; /* borrowed */
  Forms *forms;           /* borrowed */
  GArray *chunks;         /* owned; of Chunk */
  gboolean is_second;     /* whether only what is in doubt is read still */
} Sample;

static Blob *
chunk_blob (const Chunk *chunk, guint i)
{
  return &g_array_index (chunk->strip->blobs, Blob, chunk->first + i);
}

static void
list_chunks (Sample *sample, const Strip *strip)
{
  for (guint i = 0; i < strip->blobs->len;)
    {
      guint end = i + 1;
      while (end < strip->blobs->len && end - i < MAX_CHUNK_BLOBS
             && g_array_index (strip->blobs, Blob, end).u0
                        - g_array_index (strip->blobs, Blob, end - 1).u1
                    < CHUNK_GAP * strip->height)
        end++;
      Chunk chunk = { .strip = strip, .first = i, .n = end - i };
      g_array_append_val (sample->chunks, chunk);
      i = end;
    }
}

/* ---- choosing ---- */

/* Returns: how much one more reading of the form would tell. */
static double
want_of (const Sample *sample, const Form *form)
{
  guint wanted = form->n_blobs >= OFTEN ? READINGS : form->n_blobs >= RARE ? 1 : 0;
  if (form->sign != 0)
    return 0;
  if (sample->is_second)
    return form->n_read == 0 && form->confidence < SURE ? 1 : 0;
  return form->n_read < wanted ? 1.0 / (1 + form->n_read) : 0;
}

/* Returns: what reading the chunk would tell, by its length. */
static double
worth_of (const Sample *sample, const Chunk *chunk)
{
  double worth = 0;
  for (guint i = 0; i < chunk->n; i++)
    worth += want_of (sample, forms_get (sample->forms, chunk_blob (chunk, i)->form));
  return worth / (chunk->n + 1.5);
}

static Chunk *
choose (Sample *sample)
{
  Chunk *best = NULL;
  double most = 0.0;
  for (guint i = 0; i < sample->chunks->len; i++)
    {
      Chunk *chunk = &g_array_index (sample->chunks, Chunk, i);
      double worth = chunk->is_read ? 0 : worth_of (sample, chunk);
      if (worth > most)
        {
          most = worth;
          best = chunk;
        }
    }
  if (best != NULL)
    {
      best->is_read = TRUE;
      for (guint i = 0; i < best->n; i++)
        forms_get (sample->forms, chunk_blob (best, i)->form)->n_read++;
    }
  return best;
}

/* ---- pasting ---- */

/* Whether most of it is darker than its letters would be. */
static gboolean
is_dark (PIX *cut)
{
  l_float32 mean = 255;
  pixGetAverageMasked (cut, NULL, 0, 0, 4, L_MEAN_ABSVAL, &mean);
  return mean < 128;
}

/* Returns (transfer full): the chunk's picture, upright, in the size of lines; its baseline lies
 * MARGIN_PIXELS + LETTER_PIXELS below its upper edge. */
static PIX *
cut_out (const Sample *sample, const Chunk *chunk)
{
  const Strip *strip = chunk->strip;
  double scale = (double) LETTER_PIXELS / MAX (strip->height, 4);
  int margin = (int) ceil (MARGIN_PIXELS / scale), side = MAX (2, strip->height / 6);
  int u0 = chunk_blob (chunk, 0)->u0 - side, u1 = u0;
  for (guint i = 0; i < chunk->n; i++)
    u1 = MAX (u1, chunk_blob (chunk, i)->u1 + side);
  int v0 = strip->base - strip->height - margin, v1 = strip->base + margin;
  BOX *box = strip->rotation == 270 ? boxCreateValid (v0, -u1, v1 - v0, u1 - u0)
                                    : boxCreateValid (u0, v0, u1 - u0, v1 - v0);
  PIX *cut = pixCreate (box->w, box->h, 8);
  pixSetAll (cut);
  pixRasterop (cut, 0, 0, box->w, box->h, PIX_SRC, sample->picture->gray, box->x, box->y);
  boxDestroy (&box);
  if (strip->rotation == 270)
    {
      PIX *turned = pixRotateOrth (cut, 1);
      pixDestroy (&cut);
      cut = turned;
    }
  if (is_dark (cut))
    pixInvert (cut, cut);
  PIX *scaled = pixScaleGeneral (cut, (float) scale, (float) scale, 0.0F, 0);
  pixDestroy (&cut);
  return scaled;
}

/* Returns (transfer full): a line of chunks, whose places are noted; NULL if nothing is left to
 * read. */
static PIX *
paste_line (Sample *sample, GPtrArray *pasted)
{
  g_autoptr (GPtrArray) cuts = g_ptr_array_new ();
  int width = SPACE_PIXELS;
  Chunk *chunk = NULL;
  while (width < LINE_PIXELS && (chunk = choose (sample)) != NULL)
    {
      PIX *cut = cut_out (sample, chunk);
      if (cut == NULL)
        continue;
      chunk->x0 = width;
      chunk->x1 = width + pixGetWidth (cut);
      width = chunk->x1 + SPACE_PIXELS;
      g_ptr_array_add (cuts, cut);
      g_ptr_array_add (pasted, chunk);
    }
  if (cuts->len == 0)
    return NULL;
  PIX *line = pixCreate (width, LETTER_PIXELS + 2 * MARGIN_PIXELS, 8);
  pixSetAll (line);
  for (guint i = 0; i < cuts->len; i++)
    {
      PIX *cut = cuts->pdata[i];
      chunk = pasted->pdata[i];
      pixRasterop (line, chunk->x0, 0, pixGetWidth (cut), pixGetHeight (cut), PIX_SRC, cut, 0, 0);
      pixDestroy (&cut);
    }
  return line;
}

/* ---- what is read ---- */

static void
vote_each (const Sample *sample, const Chunk *chunk, const Symbol *symbols)
{
  for (guint i = 0; i < chunk->n; i++)
    form_vote (forms_get (sample->forms, chunk_blob (chunk, i)->form), symbols[i].text,
               symbols[i].confidence);
}

/* How little it suits a blob to be the @n characters at @symbols. */
static double
cost_of (const Sample *sample, const Blob *blob, const Symbol *symbols, guint n, double width)
{
  const Form *form = forms_get (sample->forms, blob->form);
  char text[FORM_TEXT_BYTES] = "";
  for (guint i = 0; i < n; i++)
    g_strlcat (text, symbols[i].text, sizeof text);
  double cost = fabs (n - BLOB_WIDTH (blob) / width) + (n == 0 ? 1 : 0);
  if (form->text[0] != '\0' && strcmp (form->text, text) != 0)
    cost += 2 * form->confidence;
  return cost;
}

/* Lays @m characters out over the chunk's blobs at the least cost, and votes. */
static void
vote_aligned (const Sample *sample, const Chunk *chunk, const Symbol *symbols, guint m)
{
  guint n = chunk->n;
  double total = 0;
  g_autofree double *costs = g_new (double, (n + 1) * (m + 1));
  g_autofree guint *taken = g_new0 (guint, (n + 1) * (m + 1));
  for (guint i = 0; i < n; i++)
    total += BLOB_WIDTH (chunk_blob (chunk, i));
  for (guint i = 0; i <= n; i++)
    for (guint k = 0; k <= m; k++)
      {
        double *cost = &costs[i * (m + 1) + k];
        *cost = i == 0 && k == 0 ? 0 : G_MAXDOUBLE / 4;
        for (guint c = 0; i > 0 && c <= MIN (k, MAX_CHARACTERS); c++)
          {
            double sum
                = costs[(i - 1) * (m + 1) + k - c]
                  + cost_of (sample, chunk_blob (chunk, i - 1), &symbols[k - c], c, total / m);
            if (sum < *cost)
              {
                *cost = sum;
                taken[i * (m + 1) + k] = c;
              }
          }
      }
  if (costs[n * (m + 1) + m] > 2.5 + n / 4.0)
    return;
  for (guint i = n, k = m; i > 0; i--)
    {
      guint c = taken[i * (m + 1) + k];
      char text[FORM_TEXT_BYTES] = "";
      double confidence = 1;
      for (guint j = k - c; j < k; j++)
        {
          g_strlcat (text, symbols[j].text, sizeof text);
          confidence = MIN (confidence, symbols[j].confidence);
        }
      if (c > 0)
        form_vote (forms_get (sample->forms, chunk_blob (chunk, i - 1)->form), text,
                   INDIRECT * confidence);
      k -= c;
    }
}

static void
hear (const Sample *sample, GPtrArray *pasted, const GArray *symbols, gboolean indirect)
{
  guint at = 0;
  for (guint i = 0; i < pasted->len; i++)
    {
      const Chunk *chunk = pasted->pdata[i];
      while (at < symbols->len
             && g_array_index (symbols, Symbol, at).x0 + g_array_index (symbols, Symbol, at).x1
                    < 2 * (chunk->x0 - SPACE_PIXELS / 2))
        at++;
      guint end = at;
      while (end < symbols->len
             && g_array_index (symbols, Symbol, end).x0 + g_array_index (symbols, Symbol, end).x1
                    < 2 * (chunk->x1 + SPACE_PIXELS / 2))
        end++;
      const Symbol *first = &g_array_index (symbols, Symbol, at);
      if (end - at == chunk->n && !indirect)
        vote_each (sample, chunk, first);
      else if (end > at && end - at != chunk->n && indirect)
        vote_aligned (sample, chunk, first, end - at);
      at = end;
    }
}

/* Reads lines as long as they tell anything. */
static void
read_lines (Sample *sample)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (;;)
    {
      GPtrArray *pasted = g_ptr_array_new ();
      g_autoptr (PixOwned) line = paste_line (sample, pasted);
      g_ptr_array_add (lines, pasted);
      if (line == NULL)
        break;
      g_ptr_array_add (read, reader_read (sample->reader, line));
      hear (sample, pasted, read->pdata[read->len - 1], FALSE);
    }
  forms_settle (sample->forms);
  for (guint i = 0; i < read->len; i++)
    hear (sample, lines->pdata[i], read->pdata[i], TRUE);
  forms_settle (sample->forms);
}

void
sample_read (Reader *reader, const Picture *picture, const GArray *strips, Forms *forms)
{
  Sample sample = { reader, picture, forms, g_array_new (FALSE, FALSE, sizeof (Chunk)), FALSE };
  for (guint i = 0; i < strips->len; i++)
    list_chunks (&sample, &g_array_index (strips, Strip, i));
  read_lines (&sample);
  sample.is_second = TRUE;
  read_lines (&sample);
  g_array_unref (sample.chunks);
}
