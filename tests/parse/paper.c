/* tests/parse/paper.c - pages that a test prints by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/parse/paper.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/lattice.h"

#define LEFT 45.0
#define COLUMN 100.0

Page *
paper_new (void)
{
  return page_new (1, 600, 800);
}

Word *
paper_word (Page *page, double x, double y, const char *text)
{
  Box box = { x, y, x + PAPER_CHARACTER * (double) g_utf8_strlen (text, -1), y + PAPER_SIZE };
  Word *word = page_take_word (page, g_strdup (text), box, WORD_NO_LANE);
  word->size = PAPER_SIZE;
  return word;
}

void
paper_text (Page *page, double x, double y, const char *text, gboolean is_bold)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (char **word = words; *word != NULL; word++)
    {
      paper_word (page, x, y, *word)->is_bold = is_bold;
      x += PAPER_CHARACTER * (double) (g_utf8_strlen (*word, -1) + 1);
    }
}

void
paper_row (Page *page, double y, const char *cells)
{
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    if (texts[i][0] != '\0')
      paper_text (page, LEFT + 5 + COLUMN * i, y, texts[i], FALSE);
}

void
paper_rows (Page *page, double y, const char *rows)
{
  g_auto (GStrv) texts = g_strsplit (rows, "\n", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    paper_row (page, y + i * PAPER_LINE, texts[i]);
}

void
paper_prose (Page *page, double x, double y, guint n_lines)
{
  static const char *const lines[] = { "the council was asked for all of its figures",
                                       "and sent those that it had at hand which were",
                                       "fewer than one had hoped for at the time and",
                                       "not all of them could be read by anyone at all" };
  for (guint i = 0; i < n_lines; i++)
    paper_text (page, x, y + i * PAPER_LINE, lines[i % G_N_ELEMENTS (lines)], FALSE);
}

void
paper_rule (Page *page, double x0, double y0, double x1, double y1)
{
  Rule rule = { { x0, y0, x1, y1 } };
  g_array_append_val (page->rules, rule);
}

void
paper_grid (Page *page, double y, guint n_rows, guint n_columns)
{
  double right = LEFT + n_columns * COLUMN;
  for (guint i = 0; i <= n_rows; i++)
    paper_rule (page, LEFT, y - 1 + i * PAPER_LINE, right, y - 1 + i * PAPER_LINE);
  for (guint i = 0; i <= n_columns; i++)
    paper_rule (page, LEFT + COLUMN * i, y - 1, LEFT + COLUMN * i, y - 1 + n_rows * PAPER_LINE);
}

void
paper_fill (Page *page, double y, guint n_rows, guint32 rgb)
{
  Fill fill = { { LEFT, y - 1, LEFT + 3 * COLUMN, y - 1 + n_rows * PAPER_LINE }, rgb };
  g_array_append_val (page->fills, fill);
}

Region *
paper_region (const Page *page, double y, guint n_rows, guint n_columns)
{
  return region_new (page,
                     (Box){ LEFT, y - 1, LEFT + n_columns * COLUMN, y - 1 + n_rows * PAPER_LINE });
}

char *
paper_describe (const Table *table)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (places, (int) (table->n_rows * table->n_columns));
  for (guint k = 0; k < table->cells->len; k++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, k);
      g_autofree char *printed = table_cell_text (cell);
      gboolean is_one = cell->n_rows * cell->n_columns == 1;
      g_ptr_array_index (places, cell->row * table->n_columns + cell->column)
          = is_one ? g_strdup (printed)
                   : g_strdup_printf ("%s<%u,%u>", printed, cell->n_rows, cell->n_columns);
    }
  for (guint k = 0; k < places->len; k++)
    {
      const char *place = g_ptr_array_index (places, k);
      g_string_append (text, place != NULL ? place : "~");
      g_string_append_c (text, (k + 1) % table->n_columns == 0 ? '\n' : '|');
    }
  return g_string_free (text, FALSE);
}

char *
paper_table (Page *page, Origin origin)
{
  for (guint i = 0; i < page->words->len; i++)
    g_array_index (page->words, Word, i).origin = origin;
  g_autoptr (GPtrArray) tables = lattice_find (page);
  return tables->len == 0 ? g_strdup ("") : paper_describe (tables->pdata[0]);
}

void
paper_expect_table (Page *page, Origin origin, const char *expected)
{
  g_autofree char *table = paper_table (page, origin);
  cr_expect_str_eq (table, expected);
}
