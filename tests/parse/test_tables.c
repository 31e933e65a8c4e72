/* tests/parse/test_tables.c - the tables of any page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages are set in a type whose characters are all 5 points wide and 10 high; lines are given by
 * their top.
 */
#include "parse/tables.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#define CHARACTER 5.0
#define SIZE 10.0
#define LINE 12.0

/* ---- a page made by hand ---- */

static Page *
new_page (void)
{
  return page_new (1, 600, 800);
}

static Word *
print_word (Page *page, double x, double y, const char *text)
{
  Box box = { x, y, x + CHARACTER * (double) g_utf8_strlen (text, -1), y + SIZE };
  Word *word = page_take_word (page, g_strdup (text), box, WORD_NO_LANE);
  word->size = SIZE;
  return word;
}

/* Prints words with blanks between, from @x on. */
static void
print_text (Page *page, double x, double y, const char *text, gboolean is_bold)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (char **word = words; *word != NULL; word++)
    {
      print_word (page, x, y, *word)->is_bold = is_bold;
      x += CHARACTER * (double) (g_utf8_strlen (*word, -1) + 1);
    }
}

/* Prints the cells of a row, bars between them, each column 100 points behind the last. */
static void
print_row (Page *page, double y, const char *cells)
{
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    if (texts[i][0] != '\0')
      print_text (page, 50 + 100 * i, y, texts[i], FALSE);
}

static void
draw (Page *page, double x0, double y0, double x1, double y1)
{
  Rule rule = { { x0, y0, x1, y1 } };
  g_array_append_val (page->rules, rule);
}

/* Draws all rules of rows LINE high and columns 100 wide around what print_row() prints. */
static void
draw_grid (Page *page, double y, guint n_rows, guint n_columns)
{
  for (guint i = 0; i <= n_rows; i++)
    draw (page, 45, y - 1 + i * LINE, 45 + n_columns * 100, y - 1 + i * LINE);
  for (guint i = 0; i <= n_columns; i++)
    draw (page, 45 + 100 * i, y - 1, 45 + 100 * i, y - 1 + n_rows * LINE);
}

static void
print_prose (Page *page, double x, double y, guint n_lines)
{
  static const char *const lines[] = { "the council was asked for all of its figures",
                                       "and sent those that it had at hand which were",
                                       "fewer than one had hoped for at the time and",
                                       "not all of them could be read by anyone at all" };
  for (guint i = 0; i < n_lines; i++)
    print_text (page, x, y + i * LINE, lines[i % G_N_ELEMENTS (lines)], FALSE);
}

/* ---- what is found ---- */

/* Returns: the tables, a line for each row, bars between cells, a blank line between tables; a cell
 * over several places has their numbers, and the others are `~`. */
static char *
describe (const Page *page)
{
  g_autoptr (GPtrArray) tables = tables_find (page);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < tables->len; i++)
    {
      const Table *table = g_ptr_array_index (tables, i);
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
      g_string_append (text, i > 0 ? "\n" : "");
      for (guint k = 0; k < places->len; k++)
        {
          const char *place = g_ptr_array_index (places, k);
          g_string_append (text, place != NULL ? place : "~");
          g_string_append_c (text, (k + 1) % table->n_columns == 0 ? '\n' : '|');
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
expect_tables (const Page *page, const char *expected)
{
  g_autofree char *found = describe (page);
  cr_expect_str_eq (found, expected, "found:\n%s", found);
}

/* ---- rules ---- */

Test (tables, drawn_cells_are_cells)
{
  g_autoptr (Page) page = new_page ();
  draw_grid (page, 100, 3, 3);
  print_row (page, 100, "Area|2015|2016");
  print_row (page, 112, "North|12|");
  print_row (page, 124, "South|7|9");
  expect_tables (page, "Area|2015|2016\nNorth|12|\nSouth|7|9\n");
}

Test (tables, a_heading_spans_the_columns_that_no_rule_parts)
{
  g_autoptr (Page) page = new_page ();
  for (guint i = 0; i <= 3; i++)
    draw (page, i == 1 ? 145 : 45, 99 + i * LINE, 345, 99 + i * LINE);
  for (guint i = 0; i <= 3; i++)
    draw (page, 45 + i * 100, i == 2 ? 111 : 99, 45 + i * 100, 135);
  print_text (page, 50, 106, "Area", FALSE);
  print_text (page, 230, 100, "Cases", FALSE);
  print_row (page, 112, "|Men|Women");
  print_row (page, 124, "North|12|8");
  expect_tables (page, "Area<2,1>|Cases<1,2>|~\n~|Men|Women\nNorth|12|8\n");
}

Test (tables, figures_below_each_other_in_drawn_cells_are_rows)
{
  g_autoptr (Page) page = new_page ();
  for (guint i = 0; i < 3; i++)
    draw (page, 45, i < 2 ? 99 + i * LINE : 147, 345, i < 2 ? 99 + i * LINE : 147);
  for (guint i = 0; i <= 3; i++)
    draw (page, 45 + i * 100, 99, 45 + i * 100, 147);
  print_row (page, 100, "Area|Men|Women");
  print_row (page, 112, "North|12|8");
  print_row (page, 124, "South|3|4");
  print_row (page, 136, "West|5|6");
  expect_tables (page, "Area|Men|Women\nNorth|12|8\nSouth|3|4\nWest|5|6\n");
}

Test (tables, a_text_of_several_lines_in_a_drawn_cell_is_one)
{
  g_autoptr (Page) page = new_page ();
  draw (page, 45, 99, 245, 99);
  draw (page, 45, 111, 245, 111);
  draw (page, 45, 135, 245, 135);
  for (guint i = 0; i <= 2; i++)
    draw (page, 45 + i * 100, 99, 45 + i * 100, 135);
  print_row (page, 100, "Fund|Paid");
  print_row (page, 112, "Loans for all|12");
  print_row (page, 124, "the regions");
  expect_tables (page, "Fund|Paid\nLoans for all the regions|12\n");
}

Test (tables, empty_columns_of_a_grid_are_left_out)
{
  g_autoptr (Page) page = new_page ();
  draw_grid (page, 100, 2, 4);
  print_row (page, 100, "Area|Men||Women");
  print_row (page, 112, "North|12||8");
  expect_tables (page, "Area|Men|Women\nNorth|12|8\n");
}

Test (tables, a_mark_that_is_framed_makes_no_rows)
{
  g_autoptr (Page) page = new_page ();
  draw (page, 45, 99, 345, 99);
  draw (page, 45, 111, 345, 111);
  draw (page, 45, 147, 345, 147);
  for (guint i = 0; i <= 3; i++)
    draw (page, 45 + i * 100, 99, 45 + i * 100, 147);
  draw (page, 250, 120, 340, 120); /* around the figure */
  draw (page, 250, 136, 340, 136);
  print_row (page, 100, "Area|Men|Change");
  print_text (page, 50, 114, "North and also", FALSE);
  print_text (page, 50, 126, "the islands", FALSE);
  print_row (page, 123, "|12|-8%");
  expect_tables (page, "Area|Men|Change\nNorth and also the islands|12|-8%\n");
}

Test (tables, a_chart_is_none)
{
  g_autoptr (Page) page = new_page ();
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", 400 - 100 * i);
      draw (page, 100, 100 + 30 * i, 400, 100 + 30 * i);
      print_word (page, 80, 95 + 30 * i, label);
    }
  draw (page, 100, 100, 100, 220);
  print_text (page, 150, 130, "Men", FALSE);
  print_text (page, 250, 130, "Women", FALSE);
  print_text (page, 150, 165, "Boys", FALSE);
  print_text (page, 250, 165, "Girls", FALSE);
  expect_tables (page, "");
}

/* ---- half ruled ---- */

Test (tables, rules_above_and_below_hold_headings_and_body)
{
  g_autoptr (Page) page = new_page ();
  print_text (page, 50, 80, "Table 3: What was paid by whom", FALSE);
  draw (page, 45, 98, 345, 98);
  print_row (page, 100, "|Paid in|Share of");
  print_row (page, 112, "Fund|millions|the total");
  draw (page, 45, 124, 345, 124);
  print_row (page, 126, "Loans|12.5|40%");
  print_row (page, 138, "Grants|18.5|60%");
  print_row (page, 150, "Fees|0.1|0%");
  draw (page, 45, 162, 345, 162);
  print_text (page, 50, 164, "Source: the fund's report", FALSE);
  expect_tables (page, "Fund|Paid in millions|Share of the total\nLoans|12.5|40%\n"
                       "Grants|18.5|60%\nFees|0.1|0%\n");
}

Test (tables, a_heading_spans_what_the_rule_below_it_does)
{
  g_autoptr (Page) page = new_page ();
  draw (page, 45, 98, 345, 98);
  print_text (page, 225, 100, "Cases", FALSE);
  draw (page, 145, 111, 345, 111);
  print_row (page, 112, "Area|Men|Women");
  draw (page, 45, 124, 345, 124);
  print_row (page, 126, "North|12|8");
  print_row (page, 138, "South|9|7");
  draw (page, 45, 150, 345, 150);
  expect_tables (page, "Area<2,1>|Cases<1,2>|~\n~|Men|Women\nNorth|12|8\nSouth|9|7\n");
}

/* ---- no rules ---- */

Test (tables, aligned_figures_are_a_table)
{
  g_autoptr (Page) page = new_page ();
  print_prose (page, 50, 40, 3);
  print_row (page, 100, "Area|Men|Women");
  print_row (page, 112, "North|12|8");
  print_row (page, 124, "South||10");
  print_row (page, 136, "West|7|11");
  print_prose (page, 50, 190, 3);
  expect_tables (page, "Area|Men|Women\nNorth|12|8\nSouth||10\nWest|7|11\n");
}

Test (tables, the_text_of_a_first_column_goes_on_where_it_was_full)
{
  g_autoptr (Page) page = new_page ();
  print_row (page, 100, "Area|Men|Women");
  print_row (page, 112, "North and the");
  print_row (page, 124, "islands|12|8");
  print_row (page, 136, "Of which:");
  print_row (page, 148, "Isle|2|1");
  print_row (page, 160, "South|7|11");
  expect_tables (page, "Area|Men|Women\nNorth and the islands|12|8\nOf which:||\nIsle|2|1\n"
                       "South|7|11\n");
}

Test (tables, a_currency_set_apart_stands_with_its_figure)
{
  g_autoptr (Page) page = new_page ();
  print_row (page, 100, "Income|2015|2016");
  print_row (page, 112, "Sales|$|$");
  print_text (page, 180, 112, "120", FALSE);
  print_text (page, 280, 112, "130", FALSE);
  print_text (page, 50, 124, "Fees", FALSE);
  print_text (page, 180, 124, "140", FALSE);
  print_text (page, 280, 124, "190", FALSE);
  expect_tables (page, "Income|2015|2016\nSales|$ 120|$ 130\nFees|140|190\n");
}

static void
paint (Page *page, double y, guint n_lines, guint32 rgb)
{
  Fill fill = { { 45, y - 1, 345, y - 1 + n_lines * LINE }, rgb };
  g_array_append_val (page->fills, fill);
}

/* Nothing but the colours tells which lines of text are one row. */
Test (tables, stripes_tell_rows)
{
  g_autoptr (Page) page = new_page ();
  print_text (page, 50, 100, "Service", TRUE);
  print_text (page, 150, 100, "Who", TRUE);
  print_text (page, 250, 100, "What", TRUE);
  print_row (page, 112, "Front door|the council|calls");
  print_row (page, 124, "Its staff|a partner|visits");
  print_row (page, 136, "Schools|the council|meals");
  print_row (page, 148, "Their meals|a school|lessons");
  print_row (page, 160, "Roads|the council again|repairs");
  paint (page, 112, 2, 0xEEEEEE);
  paint (page, 160, 1, 0xEEEEEE);
  expect_tables (page, "Service|Who|What\n"
                       "Front door Its staff|the council a partner|calls visits\n"
                       "Schools Their meals|the council a school|meals lessons\n"
                       "Roads|the council again|repairs\n");
}

Test (tables, figures_below_each_other_in_a_stripe_are_rows)
{
  g_autoptr (Page) page = new_page ();
  print_row (page, 100, "Ref|May|June");
  print_row (page, 112, "M1|10|20");
  print_row (page, 124, "M2|11|21");
  print_row (page, 136, "M3|12|22");
  print_row (page, 148, "M4|13|23");
  print_row (page, 160, "M5|14|24");
  print_row (page, 172, "M6|15|25");
  paint (page, 112, 2, 0xEEEEEE);
  paint (page, 160, 2, 0xEEEEEE);
  expect_tables (page, "Ref|May|June\nM1|10|20\nM2|11|21\nM3|12|22\nM4|13|23\nM5|14|24\n"
                       "M6|15|25\n");
}

/* The line above would be a heading of the table by its place alone. */
Test (tables, a_coloured_heading_is_the_first_row)
{
  for (guint is_painted = 0; is_painted < 2; is_painted++)
    {
      g_autoptr (Page) page = new_page ();
      print_text (page, 200, 100, "Draft", FALSE);
      print_row (page, 112, "Ref|May|June");
      print_row (page, 124, "M1|10|20");
      print_row (page, 136, "M2|11|21");
      if (is_painted)
        paint (page, 112, 1, 0x003366);
      g_autofree char *tables = describe (page);
      cr_expect_eq (strstr (tables, "Draft") == NULL, is_painted, "%s", tables);
      cr_expect_not_null (strstr (tables, "Ref|May|June\nM1|10|20\nM2|11|21\n"), "%s", tables);
    }
}

Test (tables, a_line_within_a_coloured_heading_is_part_of_it)
{
  for (guint is_painted = 0; is_painted < 2; is_painted++)
    {
      g_autoptr (Page) page = new_page ();
      print_row (page, 100, "All of the figures");
      print_row (page, 112, "Ref|May|June");
      print_row (page, 124, "M1|10|20");
      print_row (page, 136, "M2|11|21");
      if (is_painted)
        paint (page, 100, 2, 0x003366);
      g_autofree char *tables = describe (page);
      cr_expect_eq (strstr (tables, "All of") != NULL, is_painted, "%s", tables);
    }
}

/* A stripe may begin the body below headings on paper. */
Test (tables, a_stripe_is_no_heading)
{
  g_autoptr (Page) page = new_page ();
  print_text (page, 200, 100, "Draft", FALSE);
  print_row (page, 112, "M1|10|20");
  print_row (page, 124, "M2|11|21");
  print_row (page, 136, "M3|12|22");
  paint (page, 112, 1, 0xEEEEEE);
  paint (page, 136, 1, 0xEEEEEE);
  expect_tables (page, "|Draft<1,2>|~\nM1|10|20\nM2|11|21\nM3|12|22\n");
}

Test (tables, texts_below_a_bold_heading_are_a_table)
{
  g_autoptr (Page) page = new_page ();
  print_text (page, 50, 100, "Office", TRUE);
  print_text (page, 150, 100, "Scheme", TRUE);
  print_text (page, 250, 100, "Aim", TRUE);
  print_row (page, 112, "Energy|Loans|New plants");
  print_row (page, 130, "Farms|Grants to|Better barns");
  print_row (page, 142, "|farmers");
  print_row (page, 160, "Roads|Bridges|Fewer jams");
  expect_tables (page, "Office|Scheme|Aim\nEnergy|Loans|New plants\n"
                       "Farms|Grants to farmers|Better barns\nRoads|Bridges|Fewer jams\n");
}

Test (tables, leading_dots_are_no_text)
{
  g_autoptr (Page) page = new_page ();
  print_row (page, 100, "Area|Men|Women");
  print_row (page, 112, "North ..........|12|8");
  print_row (page, 124, "South ..........|9|7");
  expect_tables (page, "Area|Men|Women\nNorth|12|8\nSouth|9|7\n");
}

Test (tables, text_in_two_columns_is_none_and_hides_none)
{
  g_autoptr (Page) page = new_page ();
  print_prose (page, 330, 40, 30);
  print_prose (page, 50, 40, 10);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%u", 7 * i * i + 3);
      print_text (page, 50, 170 + i * LINE, "Area", FALSE);
      print_text (page, 150, 170 + i * LINE, figure, FALSE);
      print_text (page, 220, 170 + i * LINE, figure, FALSE);
    }
  print_prose (page, 50, 230, 12);
  expect_tables (page, "Area|3|3\nArea|10|10\nArea|31|31\nArea|66|66\n");
}

Test (tables, contents_and_prose_are_none)
{
  g_autoptr (Page) page = new_page ();
  print_row (page, 40, "Introduction||1");
  print_row (page, 52, "Method||4");
  print_row (page, 64, "Results||17");
  print_row (page, 76, "Appendix||40");
  print_prose (page, 50, 130, 20);
  expect_tables (page, "");
}

/* ---- pages ---- */

Test (tables, of_a_page_come_from_top_to_bottom_and_left_to_right)
{
  g_autoptr (Page) page = new_page ();
  for (guint i = 0; i < 2; i++)
    {
      double x = i == 0 ? 300 : 45;
      for (guint k = 0; k <= 2; k++)
        {
          draw (page, x, 99 + k * LINE, x + 200, 99 + k * LINE);
          draw (page, x + k * 100, 99, x + k * 100, 123);
        }
      print_text (page, x + 5, 100, i == 0 ? "Right" : "Left", FALSE);
      print_text (page, x + 105, 100, "2016", FALSE);
      print_text (page, x + 5, 112, "Sum", FALSE);
      print_text (page, x + 105, 112, "5", FALSE);
    }
  expect_tables (page, "Left|2016\nSum|5\n\nRight|2016\nSum|5\n");
}

Test (tables, a_page_may_be_turned)
{
  g_autoptr (Page) upright = new_page (), page = page_new (1, 800, 600);
  draw_grid (upright, 100, 2, 2);
  print_row (upright, 100, "Area|Cases");
  print_row (upright, 112, "North|12");
  for (guint i = 0; i < upright->words->len; i++)
    {
      const Word *word = &g_array_index (upright->words, Word, i);
      Box box = { 800 - word->box.y1, word->box.x0, 800 - word->box.y0, word->box.x1 };
      Word *turned = page_take_word (page, g_strdup (word->text), box, WORD_NO_LANE);
      turned->rotation = 90;
      turned->size = SIZE;
    }
  for (guint i = 0; i < upright->rules->len; i++)
    {
      Box box = g_array_index (upright->rules, Rule, i).box;
      draw (page, 800 - box.y1, box.x0, 800 - box.y0, box.x1);
    }
  expect_tables (page, "Area|Cases\nNorth|12\n");
  g_autoptr (GPtrArray) tables = tables_find (page);
  const Table *table = g_ptr_array_index (tables, 0);
  cr_expect (epsilon_eq (dbl, table->box.x0, 677, 0.01));
  cr_expect (epsilon_eq (dbl, table->box.y0, 45, 0.01));
}

Test (tables, an_empty_page_has_none)
{
  g_autoptr (Page) page = new_page ();
  expect_tables (page, "");
}
