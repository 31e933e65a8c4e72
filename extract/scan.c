/* extract/scan.c - pictures of pages to pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/scan.h"

#include <stdlib.h>

#include "extract/glyph.h"
#include "extract/lookalike.h"
#include "extract/sample.h"
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

#define USUAL_SIZE 7.0 /* points of type, where nothing tells */

struct _Scanner
{
  Forms *forms; /* owned */
};

Scanner *
scanner_new (void)
{
  Scanner *scanner = g_new0 (Scanner, 1);
  scanner->forms = forms_new ();
  return scanner;
}

void
scanner_free (Scanner *scanner)
{
  if (scanner == NULL)
    return;
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
scanner_read (Scanner *scanner, const Plate *plate, const Hand *hand)
{
  Page *page = plate->page;
  guint n_words = page->words->len;
  if (plate->ink == NULL)
    return;
  forms_sort (scanner->forms, plate->strips, plate->ink, plate->picture->dpi);
  g_autoptr (GArray) chunks = chunks_cut (plate->strips);
  sample_read (chunks, plate->picture, hand, scanner->forms);
  g_autoptr (GPtrArray) letters = list_letters (plate->strips, chunks, scanner->forms);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  list_glyphs (plate->strips, letters, plate->picture, glyphs);
  words_append (page, glyphs);
  if (is_print (page, n_words))
    return;
  g_array_set_size (page->words, n_words);
  g_array_set_size (page->rules, plate->n_rules);
  g_array_set_size (page->fills, plate->n_fills);
}
