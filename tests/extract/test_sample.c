/* tests/extract/test_sample.c - the few words of a page that are read, and what they say of its
 * forms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/sample.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/pictured.h"

/* A page on which forms are told apart and a sample was read. */
typedef struct
{
  Picture *picture; /* owned */
  PIX *ink;         /* owned */
  GArray *strips;   /* owned */
  GArray *chunks;   /* owned */
  Forms *forms;     /* owned */
} Sheet;

/* Takes over @pix, of which nothing is read yet. */
static Sheet
sort_sheet (PIX *pix)
{
  Sheet sheet = { .picture = picture_new (pix, 300), .forms = forms_new () };
  g_autoptr (Page) page = page_new (1, 300, 200);
  g_auto (Clean) clean = clean_picture (sheet.picture);
  sheet.ink = clean_ink (sheet.picture, &clean);
  g_autoptr (GArray) blobs = blobs_find (sheet.ink, sheet.picture->dpi);
  sheet.strips = strips_make (blobs, page, sheet.picture->dpi);
  forms_sort (sheet.forms, sheet.strips, sheet.ink, sheet.picture->dpi);
  sheet.chunks = chunks_cut (sheet.strips);
  return sheet;
}

static Sheet
read_sheet (PIX *pix)
{
  Sheet sheet = sort_sheet (pix);
  g_autoptr (Reader) reader = reader_new (NULL);
  sample_read (sheet.chunks, sheet.picture, &(Hand){ reader, NULL }, sheet.forms);
  return sheet;
}

static void
sheet_clear (Sheet *sheet)
{
  g_array_unref (sheet->chunks);
  g_array_unref (sheet->strips);
  forms_free (sheet->forms);
  pixDestroy (&sheet->ink);
  picture_free (sheet->picture);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static guint
count_read (const GArray *chunks)
{
  guint n = 0;
  for (guint i = 0; i < chunks->len; i++)
    n += g_array_index (chunks, Chunk, i).symbols != NULL;
  return n;
}

/* Returns (transfer full): what the forms of the chunk's blobs say that it is. */
static char *
spell (const Chunk *chunk, const Forms *forms)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < chunk->n; i++)
    g_string_append (text, forms_get (forms, chunk_blob (chunk, i)->form)->text);
  return g_string_free (text, FALSE);
}

#define LINE "about  1204  or  9735"

Test (sample, what_was_read_of_one_line_is_known_of_all)
{
  g_auto (Sheet) sheet = read_sheet (pictured_figures (LINE));
  g_auto (GStrv) words = g_strsplit (LINE, "  ", -1);
  guint n_words = g_strv_length (words), n_right = 0;
  cr_assert_eq (sheet.chunks->len, n_words * PICTURED_LINES);
  for (guint i = 0; i < sheet.chunks->len; i++)
    {
      g_autofree char *text = spell (&g_array_index (sheet.chunks, Chunk, i), sheet.forms);
      n_right += g_str_equal (text, words[i % n_words]);
    }
  cr_expect_eq (n_right, sheet.chunks->len);
}

Test (sample, of_many_words_that_are_alike_few_are_read)
{
  g_auto (Sheet) sheet = read_sheet (pictured_figures ("about  about  about"));
  cr_assert_eq (sheet.chunks->len, 3 * PICTURED_LINES);
  cr_expect_gt (count_read (sheet.chunks), 0);
  cr_expect_leq (count_read (sheet.chunks), 4);
}

/* 80 words of four letters each, none of them like another: more than one round of reading. */
Test (sample, what_is_like_nothing_that_was_read_is_read)
{
  PIX *pix = pixCreate (2400, 1800, 8);
  pixSetAllArbitrary (pix, 255);
  for (int i = 0; i < 320; i++)
    {
      int x = 100 + i % 20 / 4 * 450 + i % 4 * 40, y = 100 + i / 20 * 100;
      BOX *stem = boxCreate (x, y, 5 + i % 7, 30 + i / 40), *foot = boxCreate (x, y, 30, 4 + i % 3);
      pixSetInRectArbitrary (pix, stem, 0);
      pixSetInRectArbitrary (pix, foot, 0);
      boxDestroy (&stem);
      boxDestroy (&foot);
    }
  g_auto (Sheet) sheet = read_sheet (pix);
  for (guint i = 0; i < forms_count (sheet.forms); i++)
    cr_expect (forms_get (sheet.forms, i)->n_read > 0 || forms_get (sheet.forms, i)->sign != 0
               || forms_get (sheet.forms, i)->confidence > 0.5);
}

Test (sample, paper_without_words_has_nothing_to_be_read)
{
  g_auto (Sheet) sheet = read_sheet (pictured_figures (""));
  cr_expect_eq (sheet.chunks->len, 0);
}

Test (sample, arrows_are_not_read_and_letters_with_their_outline_are)
{
  g_autoptr (Reader) reader = reader_new (NULL);
  g_auto (Sheet) sheet = sort_sheet (pictured_figures ("about"));
  for (guint i = 0; i < forms_count (sheet.forms); i++)
    {
      forms_get (sheet.forms, i)->sign = 0x2191;
      forms_get (sheet.forms, i)->n_alone = forms_get (sheet.forms, i)->n_blobs;
      form_vote (forms_get (sheet.forms, i), "↑", 3);
    }
  sample_read (sheet.chunks, sheet.picture, &(Hand){ reader, NULL }, sheet.forms);
  cr_expect_eq (count_read (sheet.chunks), 0);
  for (guint i = 0; i < forms_count (sheet.forms); i++)
    forms_get (sheet.forms, i)->n_alone = 0;
  sample_read (sheet.chunks, sheet.picture, &(Hand){ reader, NULL }, sheet.forms);
  cr_expect_gt (count_read (sheet.chunks), 0);
}

Test (sample, a_figure_in_doubt_is_looked_at_again_and_no_other)
{
  g_autoptr (Reader) reader = reader_new (NULL);
  g_auto (Sheet) sheet = read_sheet (pictured_figures ("about  1204"));
  for (guint i = 0; i < sheet.chunks->len; i++)
    cr_expect_null (g_array_index (sheet.chunks, Chunk, i).again);
  Chunk *word = &g_array_index (sheet.chunks, Chunk, 0);
  Chunk *figure = &g_array_index (sheet.chunks, Chunk, 1);
  form_vote (forms_get (sheet.forms, chunk_blob (word, 0)->form), "o", 12);
  form_vote (forms_get (sheet.forms, chunk_blob (figure, 0)->form), "7", 12);
  sample_read (sheet.chunks, sheet.picture, &(Hand){ reader, NULL }, sheet.forms);
  cr_expect_null (word->again);
  cr_expect_not_null (figure->again);
}
