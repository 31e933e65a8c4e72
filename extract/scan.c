/* extract/scan.c - pictures of pages to pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/scan.h"

#include <stdlib.h>

#include "extract/crossing.h"
#include "extract/glyph.h"
#include "extract/large.h"
#include "extract/lookalike.h"
#include "extract/reader.h"
#include "extract/ruling.h"
#include "extract/sample.h"
#include "extract/shade.h"
#include "extract/straighten.h"
#include "extract/strip.h"
#include "extract/word.h"

/* In units of the type's size. */
#define BOX 1.12   /* a line's box */
#define BELOW 0.22 /* of the box, that is below the baseline */

/* Of a picture of something else than print. */
#define MANY_LETTERS 200 /* that are seen in a photograph */
#define SURE 0.8         /* of a word that was read well */
#define SURE_SHARE 0.4   /* of the letters, that such words have at least in print */
#define LONG_WORD 5      /* letters of a word that is not there by chance */
#define LONG_LETTERS 12  /* and of such words together, in a caption */

#define N_TRIED 24     /* words that tell which way is up */
#define MIN_PIXELS 16  /* of a picture that shows anything */
#define USUAL_SIZE 7.0 /* points of type, where nothing tells */

struct _Scanner
{
  Reader *reader; /* owned */
  Forms *forms;   /* owned */
};

Scanner *
scanner_new (GError **error)
{
  g_autoptr (Reader) reader = reader_new (error);
  if (reader == NULL)
    return NULL;
  setMsgSeverity (L_SEVERITY_NONE); /* leptonica would print */
  large_pictures ();
  Scanner *scanner = g_new0 (Scanner, 1);
  scanner->reader = g_steal_pointer (&reader);
  scanner->forms = forms_new ();
  return scanner;
}

void
scanner_free (Scanner *scanner)
{
  if (scanner == NULL)
    return;
  reader_free (scanner->reader);
  forms_free (scanner->forms);
  g_free (scanner);
}

/* ---- glyphs ---- */

static Box
box_on_page (const Strip *strip, const Picture *picture, double u0, double u1, double size)
{
  double v1 = strip->base + BELOW * BOX * size, v0 = v1 - BOX * size;
  Box box = strip->rotation == 270 ? (Box){ v0, -u1, v1, -u0 } : (Box){ u0, v0, u1, v1 };
  return (Box){ picture_points (picture, box.x0), picture_points (picture, box.y0),
                picture_points (picture, box.x1), picture_points (picture, box.y1) };
}

static void
append_glyphs (const Strip *strip, const Picture *picture, const GArray *letters, double size,
               GArray *glyphs)
{
  for (guint i = 0; i < letters->len; i++)
    {
      const Letter *letter = &g_array_index (letters, Letter, i);
      Glyph glyph = { .c = letter->c,
                      .box = box_on_page (strip, picture, letter->u0, letter->u1, size),
                      .size = picture_points (picture, size),
                      .rotation = strip->rotation,
                      .font = 1,
                      .origin = ORIGIN_OCR,
                      .doubt = letter->doubt };
      g_array_append_val (glyphs, glyph);
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return (left > right) - (left < right);
}

/* Returns (transfer full) (element-type GArray of Letter): the letters of each strip. */
static GPtrArray *
list_letters (const GArray *strips, const GArray *chunks, const Forms *forms)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint at = 0;
  for (guint i = 0; i < strips->len; i++)
    {
      GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
      for (; at < chunks->len
             && g_array_index (chunks, Chunk, at).strip == &g_array_index (strips, Strip, i);
           at++)
        letters_append (letters, &g_array_index (chunks, Chunk, at), forms);
      g_ptr_array_add (lists, letters);
    }
  return lists;
}

/* Appends the glyphs of all strips; where no letter tells the size, it is the page's usual one. */
static void
list_glyphs (const GArray *strips, const GPtrArray *letters, const Picture *picture, GArray *glyphs)
{
  g_autofree double *sizes = g_new (double, strips->len + 1);
  g_autofree double *known = g_new (double, strips->len + 1);
  guint n_known = 0;
  for (guint i = 0; i < strips->len; i++)
    {
      sizes[i] = letters_size (letters->pdata[i]);
      if (sizes[i] > 0)
        known[n_known++] = sizes[i];
    }
  qsort (known, n_known, sizeof *known, compare_doubles);
  double usual = n_known > 0 ? known[n_known / 2] : picture->dpi * USUAL_SIZE / 72;
  double pitch = letters_pitch (letters);
  for (guint i = 0; i < strips->len; i++)
    {
      const Strip *strip = &g_array_index (strips, Strip, i);
      double size = sizes[i] > 0 ? sizes[i] : MAX (usual, strip->height / LETTER_TALL);
      lookalikes_tell (letters->pdata[i], strip->base, size);
      letters_join (letters->pdata[i], size, pitch);
      append_glyphs (strip, picture, letters->pdata[i], size, glyphs);
    }
}

/* ---- the page ---- */

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
legibility (const Scanner *scanner, const Picture *picture)
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
  chunks_read (longest, picture, scanner->reader);
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
turn_upright (const Scanner *scanner, Picture *picture, Page *page)
{
  int n_quarters = straighten_guess_quarters (picture);
  if (n_quarters == 0)
    return;
  double before = legibility (scanner, picture);
  straighten_quarters (picture, n_quarters);
  if (legibility (scanner, picture) <= before)
    {
      straighten_quarters (picture, 4 - n_quarters);
      return;
    }
  double width = page->width;
  page->width = n_quarters % 2 == 0 ? width : page->height;
  page->height = n_quarters % 2 == 0 ? page->height : width;
}

/* Whether the page's words from @first on may be print: a photograph or a drawing has patches too,
 * in which letters are seen, of all sizes and hardly one for sure. */
static gboolean
is_print (const Page *page, guint first)
{
  glong n = 0, n_sure = 0, n_long = 0;
  for (guint i = first; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      glong length = g_utf8_strlen (word->text, -1);
      n += length;
      n_sure += word->confidence >= SURE ? length : 0;
      n_long += word->confidence >= SURE && length >= LONG_WORD ? length : 0;
    }
  return n < MANY_LETTERS || n_long >= LONG_LETTERS || (double) n_sure >= SURE_SHARE * (double) n;
}

void
scanner_read (Scanner *scanner, Picture *picture, Page *page)
{
  guint n_words = page->words->len, n_rules = page->rules->len, n_fills = page->fills->len;
  if (MIN (pixGetWidth (picture->gray), pixGetHeight (picture->gray)) < MIN_PIXELS)
    return;
  straighten (picture);
  turn_upright (scanner, picture, page);
  shades_find (picture, page);
  g_autoptr (PixOwned) ink = NULL;
  g_autoptr (GArray) strips = find_strips (picture, page, &ink);
  forms_sort (scanner->forms, strips, ink, picture->dpi);
  g_autoptr (GArray) chunks = chunks_cut (strips);
  sample_read (chunks, picture, scanner->reader, scanner->forms);
  g_autoptr (GPtrArray) letters = list_letters (strips, chunks, scanner->forms);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  list_glyphs (strips, letters, picture, glyphs);
  words_append (page, glyphs);
  if (is_print (page, n_words))
    return;
  g_array_set_size (page->words, n_words);
  g_array_set_size (page->rules, n_rules);
  g_array_set_size (page->fills, n_fills);
}
