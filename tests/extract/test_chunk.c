/* tests/extract/test_chunk.c - pieces of strips that are read as one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/chunk.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

typedef struct
{
  Picture *picture; /* owned */
  GArray *strips;   /* owned */
  GArray *chunks;   /* owned */
} Line;

/* Takes over @picture, on which a line of leptonica's letters is cut into chunks. */
static Line
cut (Picture *picture)
{
  g_autoptr (Page) page = page_new (1, 600, 200);
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (PixOwned) ink = clean_ink (picture, &clean);
  g_autoptr (GArray) blobs = blobs_find (ink, picture->dpi);
  Line line = { .picture = picture, .strips = strips_make (blobs, page, picture->dpi) };
  line.chunks = chunks_cut (line.strips);
  return line;
}

static void
line_clear (Line *line)
{
  picture_free (line->picture);
  g_array_unref (line->chunks);
  g_array_unref (line->strips);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* Returns (transfer full): a picture with @text, black on white or the other way round. */
static Picture *
draw_text (const char *text, gboolean is_dark)
{
  Picture *picture = drawn_paper (1200, 200);
  L_BMF *font = bmfCreate (NULL, 14);
  pixSetTextline (picture->gray, font, text, 0, 100, 100, NULL, NULL);
  if (is_dark)
    pixInvert (picture->gray, picture->gray);
  bmfDestroy (&font);
  return picture;
}

static GPtrArray *
list (const GArray *chunks)
{
  GPtrArray *all = g_ptr_array_new ();
  for (guint i = 0; i < chunks->len; i++)
    g_ptr_array_add (all, &g_array_index (chunks, Chunk, i));
  return all;
}

static void
assert_read (const Chunk *chunk, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < chunk->symbols->len; i++)
    g_string_append (text, g_array_index (chunk->symbols, Symbol, i).text);
  cr_expect_str_eq (text->str, expected);
}

Test (chunk, a_strip_is_cut_at_its_blanks)
{
  g_auto (Line) line = cut (draw_text ("1204  35  ab", FALSE));
  guint n = 0;
  cr_assert_eq (line.chunks->len, 3);
  for (guint i = 0; i < line.chunks->len; i++)
    n += g_array_index (line.chunks, Chunk, i).n;
  cr_expect_eq (n, 8);
  cr_expect_eq (g_array_index (line.chunks, Chunk, 1).first, 4);
  cr_expect_eq (chunk_blob (&g_array_index (line.chunks, Chunk, 1), 0),
                &g_array_index (g_array_index (line.strips, Strip, 0).blobs, Blob, 4));
}

Test (chunk, what_stands_without_a_blank_is_cut_all_the_same)
{
  Picture *picture = drawn_paper (2000, 200);
  for (int i = 0; i < 90; i++)
    drawn_box (picture, 100 + 20 * i, 100, 12, 30, 0);
  g_auto (Line) line = cut (picture);
  cr_assert_eq (line.chunks->len, 3);
  for (guint i = 0; i < line.chunks->len; i++)
    cr_expect_leq (g_array_index (line.chunks, Chunk, i).n, 40);
}

Test (chunk, each_gets_what_was_read_in_its_place_in_whatever_order)
{
  g_autoptr (Reader) reader = reader_new (NULL);
  g_auto (Line) line = cut (draw_text ("1204  about  35", FALSE));
  g_autoptr (GPtrArray) chosen = list (line.chunks);
  cr_assert_eq (chosen->len, 3);
  gpointer first = chosen->pdata[0];
  chosen->pdata[0] = chosen->pdata[2];
  chosen->pdata[2] = first;
  chunks_read (chosen, line.picture, &(Hand){ reader, NULL });
  assert_read (&g_array_index (line.chunks, Chunk, 0), "1204");
  assert_read (&g_array_index (line.chunks, Chunk, 1), "about");
  assert_read (&g_array_index (line.chunks, Chunk, 2), "35");
}

Test (chunk, light_letters_on_a_dark_ground_are_read_as_others)
{
  g_autoptr (Reader) reader = reader_new (NULL);
  g_auto (Line) line = cut (draw_text ("about  1204", TRUE));
  g_autoptr (GPtrArray) chosen = list (line.chunks);
  chunks_read (chosen, line.picture, &(Hand){ reader, NULL });
  cr_assert_eq (chosen->len, 2);
  assert_read (chosen->pdata[0], "about");
  assert_read (chosen->pdata[1], "1204");
}
