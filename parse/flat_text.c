/* parse/flat_text.c - the outcomes and commentaries of flattened text, taken apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The lines with figures show how wide the columns are: what is left of the figures, but for the
 *    row's name, is outcome, what is right of them is commentary.
 * 2. All lines are cut as that and the words suggest (parse/flat_cut.h).
 * 3. The texts that come out show which words follow each other over the end of a line.  As rows
 *    share texts, cutting again with this knowledge is surer.
 */
#include "parse/flat_text.h"

#include "parse/flat_twin.h"
#include "parse/flat_word.h"
#include <stdio.h>

#define N_PASSES 2
#define OUTCOME_SHARE                                                                              \
  90 /* of a hundred outcomes' widths that are not too wide: damaged words of a                    \
      * name may be left over before an outcome */

typedef struct
{
  const GPtrArray *lines; /* borrowed */
  FlatTextRow *rows;      /* borrowed */
  GArray *cut_rows;       /* owned; of FlatCutRow */
  FlatLayout layout;
} Dealer;

static void
cut_row_clear (FlatCutRow *row)
{
  g_strfreev (row->name);
}

static const FlatCutRow *
cut_row (const Dealer *dealer, guint number)
{
  return &g_array_index (dealer->cut_rows, FlatCutRow, number);
}

static const GArray *
line_at (const Dealer *dealer, guint line)
{
  return flat_line (dealer->lines, line)->words;
}

/* ---- the columns ---- */

static guint
width_of (const GArray *line, guint from, guint to)
{
  guint width = 0;
  for (guint i = from; i < to; i++)
    {
      const FlatWord *word = &g_array_index (line, FlatWord, i);
      width += word->is_debris ? 0 : word->width + 1;
    }
  return width > 0 ? width - 1 : 0;
}

/* Returns: how wide the column's text is beside the row's figures; 0 if there is none. */
static guint
width_beside (const Dealer *dealer, const FlatCutRow *row, FlatColumn column)
{
  const GArray *line = line_at (dealer, row->line);
  if (column == FLAT_COMMENTARY)
    return width_of (line, row->figures_end, line->len);
  guint lead = flat_cut_name (line, row->figures, row->name);
  for (guint i = lead; i < row->figures; i++)
    if (g_array_index (line, FlatWord, i).has_border)
      lead = i;
  return width_of (line, lead, row->figures);
}

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  const guint *left = a, *right = b;
  return *left < *right ? -1 : *left > *right;
}

static void
measure_columns (Dealer *dealer)
{
  static const guint shares[FLAT_N_TEXTS] = { OUTCOME_SHARE, 100 };
  for (guint column = 0; column < FLAT_N_TEXTS; column++)
    {
      g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < dealer->cut_rows->len; i++)
        {
          guint width = width_beside (dealer, cut_row (dealer, i), column);
          if (width > 0)
            g_array_append_val (widths, width);
        }
      g_array_sort (widths, compare_widths);
      if (widths->len > 0)
        dealer->layout.widths[column]
            = g_array_index (widths, guint, (widths->len - 1) * shares[column] / 100);
      dealer->layout.is_usual[column] = widths->len * 3 > dealer->cut_rows->len * 2;
    }
}

/* ---- words side by side ---- */

static void
note_pair (Dealer *dealer, guint left, guint right, guint line)
{
  gpointer key = flat_cut_pair (left, right);
  guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (dealer->layout.pairs, key));
  if (left > 0 && seen != line + 1)
    g_hash_table_insert (dealer->layout.pairs, key,
                         GUINT_TO_POINTER (seen == 0 ? line + 1 : FLAT_SEVERAL_LINES));
}

/* Notes the pairs of @last and the words from @from on. */
static void
note_pairs (Dealer *dealer, guint line, guint from, guint to, guint *last)
{
  for (guint i = from; i < to; i++)
    {
      const FlatWord *word = flat_word (dealer->lines, line, i);
      if (word->is_debris)
        continue;
      note_pair (dealer, *last, word->id, line);
      *last = word->id;
    }
}

static void
note_pairs_in_lines (Dealer *dealer)
{
  for (guint i = 0; i < dealer->lines->len; i++)
    {
      guint last = 0;
      note_pairs (dealer, i, 0, line_at (dealer, i)->len, &last);
    }
}

/* Notes the pairs of words of the rows' names, which texts like to mention. */
static void
note_pairs_in_names (Dealer *dealer)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < dealer->lines->len; i++)
    for (guint k = 0; k < line_at (dealer, i)->len; k++)
      g_hash_table_insert (ids, flat_word (dealer->lines, i, k)->folded,
                           GUINT_TO_POINTER (flat_word (dealer->lines, i, k)->id));
  for (guint i = 0; i < dealer->cut_rows->len; i++)
    {
      guint last = 0;
      for (char **word = cut_row (dealer, i)->name; *word != NULL; word++)
        {
          guint id = GPOINTER_TO_UINT (g_hash_table_lookup (ids, *word));
          if (last > 0 && id > 0)
            g_hash_table_insert (dealer->layout.pairs, flat_cut_pair (last, id),
                                 GUINT_TO_POINTER (FLAT_SEVERAL_LINES));
          last = id;
        }
    }
}

/* ---- dealing ---- */

static guint
commentary_begins (const Dealer *dealer, const FlatCut *cut, guint line)
{
  const FlatCutRow *row = cut_row (dealer, cut->row - 1);
  return line == row->line ? row->figures_end : cut->cut;
}

/* Notes the pairs of words of the texts that come out of @cuts instead. */
static void
note_pairs_in_texts (Dealer *dealer, const GArray *cuts)
{
  guint last[FLAT_N_TEXTS] = { 0 }, row = 0;
  g_hash_table_remove_all (dealer->layout.pairs);
  for (guint i = 0; i < cuts->len; i++)
    {
      const FlatCut *cut = &g_array_index (cuts, FlatCut, i);
      if (cut->row != row)
        last[FLAT_OUTCOME] = last[FLAT_COMMENTARY] = 0;
      row = cut->row;
      if (row == 0)
        continue;
      note_pairs (dealer, i, cut->lead, cut->cut, &last[FLAT_OUTCOME]);
      note_pairs (dealer, i, commentary_begins (dealer, cut, i), line_at (dealer, i)->len,
                  &last[FLAT_COMMENTARY]);
    }
}

static void
append_words (const GArray *line, guint from, guint to, GString *text)
{
  for (guint i = from; i < to; i++)
    {
      const FlatWord *word = &g_array_index (line, FlatWord, i);
      if (word->is_debris)
        continue;
      gboolean is_broken = text->len > 1 && text->str[text->len - 1] == '-'
                           && g_ascii_isalpha (text->str[text->len - 2]);
      if (text->len > 0 && !is_broken)
        g_string_append_c (text, ' ');
      g_string_append (text, word->text);
    }
}

static void
hand_out (const Dealer *dealer, const GArray *cuts)
{
  for (guint i = 0; i < cuts->len; i++)
    {
      const FlatCut *cut = &g_array_index (cuts, FlatCut, i);
      const GArray *line = line_at (dealer, i);
      if (cut->row == 0)
        continue;
      FlatTextRow *row = &dealer->rows[cut->row - 1];
      append_words (line, cut->lead, cut->cut, row->texts[FLAT_OUTCOME].text);
      append_words (line, commentary_begins (dealer, cut, i), line->len,
                    row->texts[FLAT_COMMENTARY].text);
    }
}

/* Returns (transfer full): how often each word stands in the document. */
static GHashTable *
count_words (const GPtrArray *lines)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < lines->len; i++)
    for (guint k = 0; k < flat_line (lines, i)->words->len; k++)
      {
        const FlatWord *word = flat_word (lines, i, k);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word->folded));
        g_hash_table_insert (counts, word->folded, GUINT_TO_POINTER (n + !word->is_debris));
      }
  return counts;
}

/* Mends a column's texts by each other, and keeps what was printed of those that change. */
static void
mend_column (FlatTextRow *rows, guint n_rows, FlatColumn column, GHashTable *counts)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  for (guint i = 0; i < n_rows; i++)
    {
      FlatText *text = &rows[i].texts[column];
      text->printed = g_strdup (text->text->str);
      g_ptr_array_add (texts, text->text);
    }
  flat_twins_mend (texts, counts);
  for (guint i = 0; i < n_rows; i++)
    {
      FlatText *text = &rows[i].texts[column];
      if (g_str_equal (text->printed, text->text->str))
        g_clear_pointer (&text->printed, g_free);
    }
}

static GArray *
cut_lines (Dealer *dealer, guint n_rows)
{
  note_pairs_in_names (dealer);
  return flat_cut_lines (dealer->lines, (const FlatCutRow *) (void *) dealer->cut_rows->data,
                         n_rows, &dealer->layout);
}

void
flat_text_deal (const GPtrArray *lines, FlatTextRow *rows, guint n_rows)
{
  g_autoptr (GArray) cut_rows = g_array_new (FALSE, FALSE, sizeof (FlatCutRow));
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  g_array_set_clear_func (cut_rows, (GDestroyNotify) cut_row_clear);
  for (guint i = 0; i < n_rows; i++)
    {
      FlatCutRow row
          = { rows[i].line, rows[i].figures, rows[i].figures_end, flat_words_fold (rows[i].name) };
      g_array_append_val (cut_rows, row);
    }
  Dealer dealer = { lines, rows, cut_rows, { .pairs = pairs } };
  measure_columns (&dealer);
  note_pairs_in_lines (&dealer);
  g_autoptr (GArray) cuts = cut_lines (&dealer, n_rows);
  for (guint i = 1; i < N_PASSES; i++)
    {
      note_pairs_in_texts (&dealer, cuts);
      g_array_unref (cuts);
      cuts = cut_lines (&dealer, n_rows);
    }
  hand_out (&dealer, cuts);
  g_autoptr (GHashTable) counts = count_words (lines);
  for (guint column = 0; column < FLAT_N_TEXTS; column++)
    mend_column (rows, n_rows, column, counts);
}
