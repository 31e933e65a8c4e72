/* tests/parse/test_tabular.c - whether what has rows and columns is a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/tabular.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Whether the rows, bars between their cells, look like a table; a cell that begins with ! is bold.
 */
static gboolean
is_tabular (const char *rows, gboolean is_drawn)
{
  g_autoptr (Page) page = paper_new ();
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  guint n_rows = g_strv_length (lines), n_columns = 0, n = 0;
  for (guint r = 0; r < n_rows; r++)
    {
      g_auto (GStrv) texts = g_strsplit (lines[r], "|", -1);
      n_columns = MAX (n_columns, g_strv_length (texts));
      for (guint c = 0; texts[c] != NULL; c++)
        if (texts[c][0] != '\0')
          {
            gboolean is_bold = texts[c][0] == '!';
            paper_text (page, 50 + 100 * c, 100 + r * PAPER_LINE, texts[c] + is_bold, is_bold);
          }
    }
  g_autoptr (Table) table = table_new (1, n_rows, n_columns);
  for (guint r = 0; r < n_rows; r++)
    {
      g_auto (GStrv) texts = g_strsplit (lines[r], "|", -1);
      for (guint c = 0; texts[c] != NULL; c++)
        {
          TableCell *cell = table_add_cell (table, r, c, 1, 1, (Box){ 0, 0, 1, 1 });
          g_auto (GStrv) words = g_strsplit (texts[c], " ", -1);
          for (guint i = 0; texts[c][0] != '\0' && words[i] != NULL; i++)
            g_ptr_array_add (cell->words, &g_array_index (page->words, Word, n++));
        }
    }
  return tabular_is (table, is_drawn);
}

Test (tabular, figures_in_columns_are_a_table)
{
  cr_expect (is_tabular ("Area|2015|2016\nNorth|12|13\nSouth|14|18", FALSE));
}

Test (tabular, what_is_drawn_needs_no_figures)
{
  cr_expect_not (is_tabular ("Who|What\nthe council|calls\na school|meals", FALSE));
  cr_expect (is_tabular ("Who|What\nthe council|calls\na school|meals", TRUE));
}

Test (tabular, one_column_is_a_list) { cr_expect_not (is_tabular ("North|\nSouth|\nEast|", TRUE)); }

Test (tabular, rows_of_one_cell_are_none)
{
  cr_expect_not (is_tabular ("North|12\nSouth|\nEast|\nWest|\nAll|13", TRUE));
}

Test (tabular, short_texts_below_a_bold_heading_are_a_table)
{
  const char *plain = "Who|Where|What\nthe council|here|calls\na school|there|meals";
  const char *bold = "!Who|!Where|!What\nthe council|here|calls\na school|there|meals";
  cr_expect_not (is_tabular (plain, FALSE));
  cr_expect (is_tabular (bold, FALSE));
}

Test (tabular, long_texts_are_prose)
{
  cr_expect_not (
      is_tabular ("!Who|!Where|!What\n"
                  "a|it was said that all of it was so|and nobody has asked why it was\n"
                  "b|as far as anyone could tell of it|what had been there before all that",
                  FALSE));
}

Test (tabular, pages_that_never_fall_are_contents)
{
  cr_expect_not (is_tabular ("Summary|1\nContacts|3\nReferrals|7\nPlans|12", FALSE));
  cr_expect (is_tabular ("Summary|1\nContacts|13\nReferrals|7\nPlans|12", FALSE));
}

Test (tabular, equal_steps_are_an_axis)
{
  cr_expect_not (is_tabular ("|0|a\n|10|b\n|20|c\n|30|d\n|40|e", FALSE));
}

Test (tabular, two_rows_need_four_columns)
{
  cr_expect_not (is_tabular ("North|12|13\nSouth|14|18", FALSE));
  cr_expect (is_tabular ("North|12|13|14\nSouth|14|18|11", FALSE));
}
