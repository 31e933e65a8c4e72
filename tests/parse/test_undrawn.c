/* tests/parse/test_undrawn.c - the rules of a table that a scanner lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/lattice.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define WIDTH 40.0
#define N_COLUMNS 6

static void
draw (Page *page, double x0, double y0, double x1, double y1)
{
  Rule rule = { { x0, y0, x1, y1 } };
  g_array_append_val (page->rules, rule);
}

/* Draws a heading 30 points high without upright rules and two rows of cells. */
static Page *
page_with_heading (void)
{
  Page *page = page_new (1, 500, 500);
  const double ys[] = { 0, 30, 40, 50 };
  for (guint i = 0; i < G_N_ELEMENTS (ys); i++)
    draw (page, 0, ys[i], N_COLUMNS * WIDTH, ys[i]);
  for (guint i = 0; i <= N_COLUMNS; i++)
    draw (page, i * WIDTH, 30, i * WIDTH, 50);
  draw (page, 0, 0, 0, 30);
  draw (page, N_COLUMNS * WIDTH, 0, N_COLUMNS * WIDTH, 30);
  return page;
}

static void
print_word (Page *page, double x, double y, double width, const char *text, Origin origin)
{
  Box box = { x, y, x + width, y + 6 };
  page_take_word (page, g_strdup (text), box, WORD_NO_LANE)->origin = origin;
}

static void
print_headings (Page *page, guint first, Origin origin)
{
  for (guint i = first; i < N_COLUMNS; i++)
    print_word (page, i * WIDTH + 5, 12, 25, "Head", origin);
}

/* Returns: the cell of the table's @row that begins in @column; NULL if none does. */
static const TableCell *
cell_at (const Table *table, guint row, guint column)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (table->cells, i);
      if (cell->row == row && cell->column == column)
        return cell;
    }
  return NULL;
}

static guint
count_cells_of_first_row (const Page *page)
{
  g_autoptr (GPtrArray) tables = lattice_find (page);
  guint n = 0;
  cr_assert_eq (tables->len, 1);
  for (guint i = 0; i < N_COLUMNS; i++)
    n += cell_at (tables->pdata[0], 0, i) != NULL;
  return n;
}

Test (undrawn, headings_of_an_image_are_parted_like_the_columns_below)
{
  g_autoptr (Page) page = page_with_heading ();
  print_headings (page, 0, ORIGIN_OCR);
  print_word (page, WIDTH + 5, 32, 20, "1", ORIGIN_OCR);
  cr_expect_eq (count_cells_of_first_row (page), N_COLUMNS);
}

Test (undrawn, what_a_file_draws_is_believed)
{
  g_autoptr (Page) page = page_with_heading ();
  print_headings (page, 0, ORIGIN_TEXT);
  print_word (page, WIDTH + 5, 32, 20, "1", ORIGIN_TEXT);
  cr_expect_eq (count_cells_of_first_row (page), 1);
}

Test (undrawn, a_sections_name_and_a_sentence_stay_whole)
{
  g_autoptr (Page) page = page_with_heading ();
  print_word (page, 5, 12, 25, "Front", ORIGIN_OCR);
  print_word (page, 31, 12, 25, "Door", ORIGIN_OCR);
  print_word (page, WIDTH + 5, 32, 20, "1", ORIGIN_OCR);
  cr_expect_eq (count_cells_of_first_row (page), 1);
  for (guint i = 0; i < 7; i++)
    print_word (page, 5 + i * 33, 20, 30, "words", ORIGIN_OCR);
  cr_expect_eq (count_cells_of_first_row (page), 1);
}

Test (undrawn, a_group_stands_above_its_columns)
{
  g_autoptr (Page) page = page_with_heading ();
  print_headings (page, 3, ORIGIN_OCR);
  print_word (page, 25, 4, 70, "Benchmarking", ORIGIN_OCR);
  for (guint i = 0; i < 3; i++)
    print_word (page, i * WIDTH + 5, 18, 25, "Region", ORIGIN_OCR);
  print_word (page, WIDTH + 5, 32, 20, "1", ORIGIN_OCR);
  g_autoptr (GPtrArray) tables = lattice_find (page);
  const TableCell *group = cell_at (tables->pdata[0], 0, 0);
  const TableCell *below = cell_at (tables->pdata[0], 1, 1);
  cr_assert (group != NULL && below != NULL);
  cr_expect_eq (group->n_columns, 3);
  g_autofree char *text = table_cell_text (below);
  cr_expect_str_eq (text, "Region");
}

/* Draws three rows of cells; the first one lacks the upright rules from @first to @last. */
static Page *
page_with_lost_rules (guint first, guint last)
{
  Page *page = page_new (1, 500, 500);
  const double ys[] = { 0, 30, 40, 50 };
  for (guint i = 0; i < G_N_ELEMENTS (ys); i++)
    draw (page, 0, ys[i], N_COLUMNS * WIDTH, ys[i]);
  for (guint i = 0; i <= N_COLUMNS; i++)
    draw (page, i * WIDTH, i >= first && i <= last ? 30 : 0, i * WIDTH, 50);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      print_word (page, i * WIDTH + 5, 32, 20, "1", ORIGIN_OCR);
      print_word (page, i * WIDTH + 5, 42, 20, "2", ORIGIN_OCR);
    }
  return page;
}

static void
print_sized (Page *page, double x, double width, const char *text)
{
  print_word (page, x, 12, width, text, ORIGIN_OCR);
  g_array_index (page->words, Word, page->words->len - 1).size = 6;
}

Test (undrawn, figures_far_apart_are_parted_where_one_rule_is_lost)
{
  g_autoptr (Page) page = page_with_lost_rules (2, 2);
  print_sized (page, WIDTH + 10, 15, "104");
  print_sized (page, 2 * WIDTH + 10, 15, "98");
  print_sized (page, 2 * WIDTH, 1, "\357\277\275"); /* what is left of the rule */
  cr_expect_eq (count_cells_of_first_row (page), N_COLUMNS);
}

Test (undrawn, words_of_one_cell_stay_together)
{
  g_autoptr (Page) page = page_with_lost_rules (2, 2);
  print_sized (page, WIDTH + 20, 18, "New");
  print_sized (page, 2 * WIDTH + 3, 25, "measure");
  cr_expect_eq (count_cells_of_first_row (page), N_COLUMNS - 1);
}

Test (undrawn, figures_with_two_lost_rules_between_them_stay_in_doubt)
{
  g_autoptr (Page) page = page_with_lost_rules (2, 3);
  print_sized (page, WIDTH + 10, 15, "104");
  print_sized (page, 3 * WIDTH + 10, 15, "98");
  cr_expect_eq (count_cells_of_first_row (page), N_COLUMNS - 2);
}

Test (undrawn, groups_of_headings_are_parted_in_the_middle_of_their_gap)
{
  g_autoptr (Page) page = page_with_lost_rules (1, 4);
  print_sized (page, WIDTH + 10, 60, "Tolerances");
  print_sized (page, 4 * WIDTH - 5, 50, "Benchmarks");
  g_autoptr (GPtrArray) tables = lattice_find (page);
  cr_assert_eq (tables->len, 1);
  cr_expect_null (cell_at (tables->pdata[0], 0, 2));
  cr_expect_not_null (cell_at (tables->pdata[0], 0, 3));
  cr_expect_null (cell_at (tables->pdata[0], 0, 4));
}

/* Draws a heading that lacks the upright rules from @first to @last, and rows that have all. */
static Page *
page_with_lost_headings (guint first, guint last)
{
  Page *page = page_with_heading ();
  for (guint i = 1; i < N_COLUMNS; i++)
    if (i < first || i > last)
      draw (page, i * WIDTH, 0, i * WIDTH, 30);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (i + 1 < first || i > last)
      print_sized (page, i * WIDTH + 5, 25, "Head");
  print_word (page, WIDTH + 5, 32, 20, "1", ORIGIN_OCR);
  return page;
}

Test (undrawn, headings_beside_others_are_parted_where_their_rule_is_lost)
{
  g_autoptr (Page) page = page_with_lost_headings (2, 2);
  print_sized (page, WIDTH + 5, 32, "Average");
  print_sized (page, 2 * WIDTH + 3, 30, "Maximum");
  cr_expect_eq (count_cells_of_first_row (page), N_COLUMNS);
}

Test (undrawn, a_heading_of_two_columns_stays_whole_beside_others)
{
  g_autoptr (Page) page = page_with_lost_headings (2, 2);
  print_sized (page, WIDTH + 5, 34, "Rolling");
  print_sized (page, 2 * WIDTH + 1, 30, "average");
  cr_expect_eq (count_cells_of_first_row (page), N_COLUMNS - 1);
}

Test (undrawn, a_group_without_headings_of_its_columns_stays_whole)
{
  g_autoptr (Page) page = page_with_lost_headings (2, 2);
  print_sized (page, WIDTH + 5, 70, "Benchmarking");
  print_word (page, WIDTH + 30, 20, 25, "data", ORIGIN_OCR);
  g_autoptr (GPtrArray) tables = lattice_find (page);
  const TableCell *group = cell_at (tables->pdata[0], 0, 1);
  cr_assert_not_null (group);
  cr_expect_eq (group->n_columns, 2);
  g_autofree char *text = table_cell_text (group);
  cr_expect_str_eq (text, "Benchmarking data");
}
