/* tests/parse/test_tables.c - the tables of any page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/tables.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "tests/parse/paper.h"

/* Returns: the tables in words, a blank line between them. */
static char *
describe (const Page *page)
{
  g_autoptr (GPtrArray) tables = tables_find (page);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *table = paper_describe (g_ptr_array_index (tables, i));
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", table);
    }
  return g_string_free (text, FALSE);
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
  g_autoptr (Page) page = paper_new ();
  paper_grid (page, 100, 3, 3);
  paper_row (page, 100, "Area|2015|2016");
  paper_row (page, 112, "North|12|");
  paper_row (page, 124, "South|7|9");
  expect_tables (page, "Area|2015|2016\nNorth|12|\nSouth|7|9\n");
}

Test (tables, a_heading_spans_the_columns_that_no_rule_parts)
{
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i <= 3; i++)
    paper_rule (page, i == 1 ? 145 : 45, 99 + i * PAPER_LINE, 345, 99 + i * PAPER_LINE);
  for (guint i = 0; i <= 3; i++)
    paper_rule (page, 45 + i * 100, i == 2 ? 111 : 99, 45 + i * 100, 135);
  paper_text (page, 50, 106, "Area", FALSE);
  paper_text (page, 230, 100, "Cases", FALSE);
  paper_row (page, 112, "|Men|Women");
  paper_row (page, 124, "North|12|8");
  expect_tables (page, "Area<2,1>|Cases<1,2>|~\n~|Men|Women\nNorth|12|8\n");
}

Test (tables, figures_below_each_other_in_drawn_cells_are_rows)
{
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i < 3; i++)
    paper_rule (page, 45, i < 2 ? 99 + i * PAPER_LINE : 147, 345,
                i < 2 ? 99 + i * PAPER_LINE : 147);
  for (guint i = 0; i <= 3; i++)
    paper_rule (page, 45 + i * 100, 99, 45 + i * 100, 147);
  paper_row (page, 100, "Area|Men|Women");
  paper_row (page, 112, "North|12|8");
  paper_row (page, 124, "South|3|4");
  paper_row (page, 136, "West|5|6");
  expect_tables (page, "Area|Men|Women\nNorth|12|8\nSouth|3|4\nWest|5|6\n");
}

Test (tables, a_text_of_several_lines_in_a_drawn_cell_is_one)
{
  g_autoptr (Page) page = paper_new ();
  paper_rule (page, 45, 99, 245, 99);
  paper_rule (page, 45, 111, 245, 111);
  paper_rule (page, 45, 135, 245, 135);
  for (guint i = 0; i <= 2; i++)
    paper_rule (page, 45 + i * 100, 99, 45 + i * 100, 135);
  paper_row (page, 100, "Fund|Paid");
  paper_row (page, 112, "Loans for all|12");
  paper_row (page, 124, "the regions");
  expect_tables (page, "Fund|Paid\nLoans for all the regions|12\n");
}

Test (tables, empty_columns_of_a_grid_are_left_out)
{
  g_autoptr (Page) page = paper_new ();
  paper_grid (page, 100, 2, 4);
  paper_row (page, 100, "Area|Men||Women");
  paper_row (page, 112, "North|12||8");
  expect_tables (page, "Area|Men|Women\nNorth|12|8\n");
}

Test (tables, a_mark_that_is_framed_makes_no_rows)
{
  g_autoptr (Page) page = paper_new ();
  paper_rule (page, 45, 99, 345, 99);
  paper_rule (page, 45, 111, 345, 111);
  paper_rule (page, 45, 147, 345, 147);
  for (guint i = 0; i <= 3; i++)
    paper_rule (page, 45 + i * 100, 99, 45 + i * 100, 147);
  paper_rule (page, 250, 120, 340, 120); /* around the figure */
  paper_rule (page, 250, 136, 340, 136);
  paper_row (page, 100, "Area|Men|Change");
  paper_text (page, 50, 114, "North and also", FALSE);
  paper_text (page, 50, 126, "the islands", FALSE);
  paper_row (page, 123, "|12|-8%");
  expect_tables (page, "Area|Men|Change\nNorth and also the islands|12|-8%\n");
}

Test (tables, a_chart_is_none)
{
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", 400 - 100 * i);
      paper_rule (page, 100, 100 + 30 * i, 400, 100 + 30 * i);
      paper_word (page, 80, 95 + 30 * i, label);
    }
  paper_rule (page, 100, 100, 100, 220);
  paper_text (page, 150, 130, "Men", FALSE);
  paper_text (page, 250, 130, "Women", FALSE);
  paper_text (page, 150, 165, "Boys", FALSE);
  paper_text (page, 250, 165, "Girls", FALSE);
  expect_tables (page, "");
}

/* ---- half ruled ---- */

Test (tables, rules_above_and_below_hold_headings_and_body)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 80, "Table 3: What was paid by whom", FALSE);
  paper_rule (page, 45, 98, 345, 98);
  paper_row (page, 100, "|Paid in|Share of");
  paper_row (page, 112, "Fund|millions|the total");
  paper_rule (page, 45, 124, 345, 124);
  paper_row (page, 126, "Loans|12.5|40%");
  paper_row (page, 138, "Grants|18.5|60%");
  paper_row (page, 150, "Fees|0.1|0%");
  paper_rule (page, 45, 162, 345, 162);
  paper_text (page, 50, 164, "Source: the fund's report", FALSE);
  expect_tables (page, "Fund|Paid in millions|Share of the total\nLoans|12.5|40%\n"
                       "Grants|18.5|60%\nFees|0.1|0%\n");
}

Test (tables, a_heading_spans_what_the_rule_below_it_does)
{
  g_autoptr (Page) page = paper_new ();
  paper_rule (page, 45, 98, 345, 98);
  paper_text (page, 225, 100, "Cases", FALSE);
  paper_rule (page, 145, 111, 345, 111);
  paper_row (page, 112, "Area|Men|Women");
  paper_rule (page, 45, 124, 345, 124);
  paper_row (page, 126, "North|12|8");
  paper_row (page, 138, "South|9|7");
  paper_rule (page, 45, 150, 345, 150);
  expect_tables (page, "Area<2,1>|Cases<1,2>|~\n~|Men|Women\nNorth|12|8\nSouth|9|7\n");
}

/* ---- no rules ---- */

Test (tables, aligned_figures_are_a_table)
{
  g_autoptr (Page) page = paper_new ();
  paper_prose (page, 50, 40, 3);
  paper_row (page, 100, "Area|Men|Women");
  paper_row (page, 112, "North|12|8");
  paper_row (page, 124, "South||10");
  paper_row (page, 136, "West|7|11");
  paper_prose (page, 50, 190, 3);
  expect_tables (page, "Area|Men|Women\nNorth|12|8\nSouth||10\nWest|7|11\n");
}

Test (tables, the_text_of_a_first_column_goes_on_where_it_was_full)
{
  g_autoptr (Page) page = paper_new ();
  paper_row (page, 100, "Area|Men|Women");
  paper_row (page, 112, "North and the");
  paper_row (page, 124, "islands|12|8");
  paper_row (page, 136, "Of which:");
  paper_row (page, 148, "Isle|2|1");
  paper_row (page, 160, "South|7|11");
  expect_tables (page, "Area|Men|Women\nNorth and the islands|12|8\nOf which:||\nIsle|2|1\n"
                       "South|7|11\n");
}

Test (tables, a_currency_set_apart_stands_with_its_figure)
{
  g_autoptr (Page) page = paper_new ();
  paper_row (page, 100, "Income|2015|2016");
  paper_row (page, 112, "Sales|$|$");
  paper_text (page, 180, 112, "120", FALSE);
  paper_text (page, 280, 112, "130", FALSE);
  paper_text (page, 50, 124, "Fees", FALSE);
  paper_text (page, 180, 124, "140", FALSE);
  paper_text (page, 280, 124, "190", FALSE);
  expect_tables (page, "Income|2015|2016\nSales|$ 120|$ 130\nFees|140|190\n");
}

/* Nothing but the colours tells which lines of text are one row. */
Test (tables, stripes_tell_rows)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 100, "Service", TRUE);
  paper_text (page, 150, 100, "Who", TRUE);
  paper_text (page, 250, 100, "What", TRUE);
  paper_row (page, 112, "Front door|the council|calls");
  paper_row (page, 124, "Its staff|a partner|visits");
  paper_row (page, 136, "Schools|the council|meals");
  paper_row (page, 148, "Their meals|a school|lessons");
  paper_row (page, 160, "Roads|the council again|repairs");
  paper_fill (page, 112, 2, 0xEEEEEE);
  paper_fill (page, 160, 1, 0xEEEEEE);
  expect_tables (page, "Service|Who|What\n"
                       "Front door Its staff|the council a partner|calls visits\n"
                       "Schools Their meals|the council a school|meals lessons\n"
                       "Roads|the council again|repairs\n");
}

Test (tables, figures_below_each_other_in_a_stripe_are_rows)
{
  g_autoptr (Page) page = paper_new ();
  paper_row (page, 100, "Ref|May|June");
  paper_row (page, 112, "M1|10|20");
  paper_row (page, 124, "M2|11|21");
  paper_row (page, 136, "M3|12|22");
  paper_row (page, 148, "M4|13|23");
  paper_row (page, 160, "M5|14|24");
  paper_row (page, 172, "M6|15|25");
  paper_fill (page, 112, 2, 0xEEEEEE);
  paper_fill (page, 160, 2, 0xEEEEEE);
  expect_tables (page, "Ref|May|June\nM1|10|20\nM2|11|21\nM3|12|22\nM4|13|23\nM5|14|24\n"
                       "M6|15|25\n");
}

/* The line above would be a heading of the table by its place alone. */
Test (tables, a_coloured_heading_is_the_first_row)
{
  for (guint is_painted = 0; is_painted < 2; is_painted++)
    {
      g_autoptr (Page) page = paper_new ();
      paper_text (page, 200, 100, "Draft", FALSE);
      paper_row (page, 112, "Ref|May|June");
      paper_row (page, 124, "M1|10|20");
      paper_row (page, 136, "M2|11|21");
      if (is_painted)
        paper_fill (page, 112, 1, 0x003366);
      g_autofree char *tables = describe (page);
      cr_expect_eq (strstr (tables, "Draft") == NULL, is_painted, "%s", tables);
      cr_expect_not_null (strstr (tables, "Ref|May|June\nM1|10|20\nM2|11|21\n"), "%s", tables);
    }
}

Test (tables, a_line_within_a_coloured_heading_is_part_of_it)
{
  for (guint is_painted = 0; is_painted < 2; is_painted++)
    {
      g_autoptr (Page) page = paper_new ();
      paper_row (page, 100, "All of the figures");
      paper_row (page, 112, "Ref|May|June");
      paper_row (page, 124, "M1|10|20");
      paper_row (page, 136, "M2|11|21");
      if (is_painted)
        paper_fill (page, 100, 2, 0x003366);
      g_autofree char *tables = describe (page);
      cr_expect_eq (strstr (tables, "All of") != NULL, is_painted, "%s", tables);
    }
}

/* A stripe may begin the body below headings on paper. */
Test (tables, a_stripe_is_no_heading)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 200, 100, "Draft", FALSE);
  paper_row (page, 112, "M1|10|20");
  paper_row (page, 124, "M2|11|21");
  paper_row (page, 136, "M3|12|22");
  paper_fill (page, 112, 1, 0xEEEEEE);
  paper_fill (page, 136, 1, 0xEEEEEE);
  expect_tables (page, "|Draft<1,2>|~\nM1|10|20\nM2|11|21\nM3|12|22\n");
}

Test (tables, texts_below_a_bold_heading_are_a_table)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 100, "Office", TRUE);
  paper_text (page, 150, 100, "Scheme", TRUE);
  paper_text (page, 250, 100, "Aim", TRUE);
  paper_row (page, 112, "Energy|Loans|New plants");
  paper_row (page, 130, "Farms|Grants to|Better barns");
  paper_row (page, 142, "|farmers");
  paper_row (page, 160, "Roads|Bridges|Fewer jams");
  expect_tables (page, "Office|Scheme|Aim\nEnergy|Loans|New plants\n"
                       "Farms|Grants to farmers|Better barns\nRoads|Bridges|Fewer jams\n");
}

Test (tables, leading_dots_are_no_text)
{
  g_autoptr (Page) page = paper_new ();
  paper_row (page, 100, "Area|Men|Women");
  paper_row (page, 112, "North ..........|12|8");
  paper_row (page, 124, "South ..........|9|7");
  expect_tables (page, "Area|Men|Women\nNorth|12|8\nSouth|9|7\n");
}

Test (tables, text_in_two_columns_is_none_and_hides_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_prose (page, 330, 40, 30);
  paper_prose (page, 50, 40, 10);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%u", 7 * i * i + 3);
      paper_text (page, 50, 170 + i * PAPER_LINE, "Area", FALSE);
      paper_text (page, 150, 170 + i * PAPER_LINE, figure, FALSE);
      paper_text (page, 220, 170 + i * PAPER_LINE, figure, FALSE);
    }
  paper_prose (page, 50, 230, 12);
  expect_tables (page, "Area|3|3\nArea|10|10\nArea|31|31\nArea|66|66\n");
}

Test (tables, contents_and_prose_are_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_row (page, 40, "Introduction||1");
  paper_row (page, 52, "Method||4");
  paper_row (page, 64, "Results||17");
  paper_row (page, 76, "Appendix||40");
  paper_prose (page, 50, 130, 20);
  expect_tables (page, "");
}

/* ---- pages ---- */

Test (tables, of_a_page_come_from_top_to_bottom_and_left_to_right)
{
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i < 2; i++)
    {
      double x = i == 0 ? 300 : 45;
      for (guint k = 0; k <= 2; k++)
        {
          paper_rule (page, x, 99 + k * PAPER_LINE, x + 200, 99 + k * PAPER_LINE);
          paper_rule (page, x + k * 100, 99, x + k * 100, 123);
        }
      paper_text (page, x + 5, 100, i == 0 ? "Right" : "Left", FALSE);
      paper_text (page, x + 105, 100, "2016", FALSE);
      paper_text (page, x + 5, 112, "Sum", FALSE);
      paper_text (page, x + 105, 112, "5", FALSE);
    }
  expect_tables (page, "Left|2016\nSum|5\n\nRight|2016\nSum|5\n");
}

Test (tables, a_page_may_be_turned)
{
  g_autoptr (Page) upright = paper_new (), page = page_new (1, 800, 600);
  paper_grid (upright, 100, 2, 2);
  paper_row (upright, 100, "Area|Cases");
  paper_row (upright, 112, "North|12");
  for (guint i = 0; i < upright->words->len; i++)
    {
      const Word *word = &g_array_index (upright->words, Word, i);
      Box box = { 800 - word->box.y1, word->box.x0, 800 - word->box.y0, word->box.x1 };
      Word *turned = page_take_word (page, g_strdup (word->text), box, WORD_NO_LANE);
      turned->rotation = 90;
      turned->size = PAPER_SIZE;
    }
  for (guint i = 0; i < upright->rules->len; i++)
    {
      Box box = g_array_index (upright->rules, Rule, i).box;
      paper_rule (page, 800 - box.y1, box.x0, 800 - box.y0, box.x1);
    }
  expect_tables (page, "Area|Cases\nNorth|12\n");
  g_autoptr (GPtrArray) tables = tables_find (page);
  const Table *table = g_ptr_array_index (tables, 0);
  cr_expect (epsilon_eq (dbl, table->box.x0, 677, 0.01));
  cr_expect (epsilon_eq (dbl, table->box.y0, 45, 0.01));
}

Test (tables, an_empty_page_has_none)
{
  g_autoptr (Page) page = paper_new ();
  expect_tables (page, "");
}
