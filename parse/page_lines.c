/* parse/page_lines.c - the lines that the words of a page stand on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/page_lines.h"

/* Whether @b stands on the same line as @a: their heights share a half of the lower one. */
static gboolean
on_one_line (const Word *a, const Word *b)
{
  double shared = MIN (a->box.y1, b->box.y1) - MAX (a->box.y0, b->box.y0);
  double least = MIN (a->box.y1 - a->box.y0, b->box.y1 - b->box.y0);
  return shared * 2 > least;
}

/* Whether @b goes on behind @a, both running up or down in one column. */
static gboolean
runs_on (const Word *a, const Word *b)
{
  double gap = MAX (a->box.y0, b->box.y0) - MIN (a->box.y1, b->box.y1);
  return a->rotation % 180 != 0 && a->rotation == b->rotation && a->box.x0 < b->box.x1
         && b->box.x0 < a->box.x1 && gap < a->size;
}

static gboolean
is_next (const Word *a, const Word *b)
{
  gboolean is_turned = a->rotation % 180 != 0 || b->rotation % 180 != 0;
  return is_turned ? runs_on (a, b) : on_one_line (a, b);
}

GArray *
page_lines (const GArray *words)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (WordLine));
  for (guint i = 0; i < words->len;)
    {
      WordLine line = { .words = &g_array_index (words, Word, i), .n_words = 1 };
      while (i + line.n_words < words->len
             && is_next (&line.words[line.n_words - 1], &line.words[line.n_words]))
        line.n_words++;
      g_array_append_val (lines, line);
      i += line.n_words;
    }
  return lines;
}

/* ---- in the order in which they stand ---- */

/* A word, or several that run up or down together. */
typedef struct
{
  const Word *words; /* borrowed */
  guint n_words;
  guint line; /* that it stands on, from 0 */
  Box box;
} Chunk;

static GArray *
list_chunks (const GArray *words)
{
  GArray *chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));
  for (guint i = 0; i < words->len;)
    {
      const Word *word = &g_array_index (words, Word, i);
      Chunk chunk = { word, 1, 0, word->box };
      while (i + chunk.n_words < words->len
             && runs_on (&word[chunk.n_words - 1], &word[chunk.n_words]))
        chunk.box = box_union (chunk.box, word[chunk.n_words++].box);
      g_array_append_val (chunks, chunk);
      i += chunk.n_words;
    }
  return chunks;
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const Chunk *left = a, *right = b;
  double d = left->box.y0 + left->box.y1 - right->box.y0 - right->box.y1;
  return d != 0 ? (d > 0) - (d < 0) : (left->words > right->words) - (left->words < right->words);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Chunk *left = a, *right = b;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  double d = left->box.x0 - right->box.x0;
  return d != 0 ? (d > 0) - (d < 0) : (left->words > right->words) - (left->words < right->words);
}

/* Numbers the lines: a chunk stands on that of the first one on it, or on a line of its own. */
static void
note_lines (GArray *chunks)
{
  guint first = 0;
  for (guint i = 0; i < chunks->len; i++)
    {
      Chunk *chunk = &g_array_index (chunks, Chunk, i);
      const Chunk *head = &g_array_index (chunks, Chunk, first);
      if (i > 0 && is_next (head->words, chunk->words) && chunk->n_words == 1)
        {
          chunk->line = head->line;
          continue;
        }
      chunk->line = i > 0 ? chunk[-1].line + 1 : 0;
      first = i;
    }
}

GArray *
page_lines_sorted (const GArray *words, GArray *sorted)
{
  g_autoptr (GArray) chunks = list_chunks (words);
  g_array_sort (chunks, compare_heights);
  note_lines (chunks);
  g_array_sort (chunks, compare_places);
  for (guint i = 0; i < chunks->len; i++)
    {
      const Chunk *chunk = &g_array_index (chunks, Chunk, i);
      g_array_append_vals (sorted, chunk->words, chunk->n_words);
    }

  GArray *lines = g_array_new (FALSE, FALSE, sizeof (WordLine));
  for (guint i = 0, n = 0; i < chunks->len; i++)
    {
      const Chunk *chunk = &g_array_index (chunks, Chunk, i);
      if (i == 0 || chunk->line != chunk[-1].line)
        {
          WordLine line = { .words = &g_array_index (sorted, Word, n) };
          g_array_append_val (lines, line);
        }
      g_array_index (lines, WordLine, lines->len - 1).n_words += chunk->n_words;
      n += chunk->n_words;
    }
  return lines;
}
