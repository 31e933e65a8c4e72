/* tests/parse/test_layout.c - tables that stand on a page by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/block.h"
#include "tests/parse/desk.h"

/* Expects the rows of the first table of @text, one a line, with bars between the cells. */
static void
assert_table (const char *text, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GPtrArray) blocks = desk_blocks (desk, document);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < blocks->len && found->len == 0; i++)
    {
      const Grid *grid = ((const Block *) g_ptr_array_index (blocks, i))->grid;
      for (guint y = 0; grid != NULL && y < grid_n_rows (grid); y++)
        {
          const GridRow *row = grid_row (grid, y);
          g_string_append (found, y > 0 ? "\n" : "");
          for (guint x = 0; x < grid_row_n_columns (row); x++)
            g_string_append_printf (found, "%s%s", x > 0 ? "|" : "", grid_row_text (row, x));
        }
    }
  cr_expect_str_eq (found->str, expected);
}

Test (layout, columns_lie_between_the_gutters)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                "M1      Contacts received      106      109      100\n"
                "M2      New referrals           17       48       50\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, a_cell_that_is_not_printed_leaves_its_column_empty)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                "M1      Contacts received               109      100\n"
                "M2      New referrals           17       48\n"
                "M3      Visits made              5        6        7\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received||109|100\n"
                "M2|New referrals|17|48\n"
                "M3|Visits made|5|6|7");
}

Test (layout, wrapped_cells_are_put_together)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Comments\n"
                "\n"
                "M1      Contacts received      106      109   They rose\n"
                "        in the month                          by three.\n"
                "\n"
                "M2      New referrals           17       48   No change\n"
                "        of children                           to speak\n"
                "        in need                               of.\n",
                "Ref|Measure|Oct 16|Nov 16|Comments\n"
                "M1|Contacts received in the month|106|109|They rose by three.\n"
                "M2|New referrals of children in need|17|48|No change to speak of.");
}

Test (layout, figures_may_stand_beside_the_middle_of_a_comment)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Comments\n"
                "\n"
                "        Contacts received                     They rose\n"
                "M1      in the month           106      109   by three in\n"
                "        by telephone                          a month.\n"
                "\n"
                "                                              No change\n"
                "M2      New referrals           17       48   to speak\n"
                "                                              of.\n",
                "Ref|Measure|Oct 16|Nov 16|Comments\n"
                "M1|Contacts received in the month by telephone|106|109|They rose by three in a "
                "month.\n"
                "M2|New referrals|17|48|No change to speak of.");
}

Test (layout, lines_between_the_figures_of_two_rows_are_shared_out)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Comments\n"
                "\n"
                "        Contacts received                     They rose\n"
                "M1      in the month           106      109   by three in\n"
                "        by telephone                          a month.\n"
                "        New referrals of                      No change\n"
                "M2      children in need        17       48   to speak\n"
                "        and others                            of.\n",
                "Ref|Measure|Oct 16|Nov 16|Comments\n"
                "M1|Contacts received in the month by telephone|106|109|They rose by three in a "
                "month.\n"
                "M2|New referrals of children in need and others|17|48|No change to speak of.");
}

Test (layout, headings_may_stand_on_two_lines)
{
  assert_table ("                            Outturn  Outturn   Target\n"
                "Ref     Measure             2014/15  2015/16  2016/17\n"
                "\n"
                "M1      Contacts received      106      109      100\n"
                "\n"
                "M2      New referrals           17       48       50\n",
                "Ref|Measure|Outturn 2014/15|Outturn 2015/16|Target 2016/17\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, the_name_of_a_section_is_a_row_of_its_own)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                "\n"
                "Front Door\n"
                "\n"
                "M1      Contacts received      106      109      100\n"
                "\n"
                "M2      New referrals           17       48       50\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "Front Door\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, running_text_ends_the_table)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                "M1      Contacts received      106      109      100\n"
                "M2      New referrals           17       48       50\n"
                "\n"
                "These are the figures that were known when this was printed.\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, the_foot_of_a_page_is_no_row)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                "\n"
                "M1      Contacts received      106      109      100\n"
                "\n"
                "M2      New referrals           17       48       50\n"
                "\n"
                "\n"
                "Performance Team, 26 January 2017        Page 1 of 2\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, a_heading_may_be_wider_or_narrower_than_its_figures)
{
  assert_table ("Ref     Measure       Q1 2016/17   Q2 2016/17   YTD\n"
                "CS 01   Contacts           1,204        1,139   2,343\n"
                "CS 02   Referrals            508            5   513\n",
                "Ref|Measure|Q1 2016/17|Q2 2016/17|YTD\n"
                "CS 01|Contacts|1,204|1,139|2,343\n"
                "CS 02|Referrals|508|5|513");
}

Test (layout, aligned_text_without_headings_is_no_table)
{
  assert_table ("Name    Street              Town     County   Code\n"
                "One     High Street         East     Wold     1234\n",
                "");
}

Test (layout, a_line_that_completes_headings_is_one_of_them)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   % change\n"
                "                                              from Oct 16\n"
                "M1      Contacts received      106      109   3\n"
                "M2      New referrals           17       48   182\n",
                "Ref|Measure|Oct 16|Nov 16|% change from Oct 16\n"
                "M1|Contacts received|106|109|3\n"
                "M2|New referrals|17|48|182");
}

Test (layout, headings_that_nearly_touch_are_parted_where_one_begins)
{
  assert_table ("                                              Target 16- Target 17-\n"
                "Ref     Measure             Oct 16   Nov 16       17         18\n"
                "\n"
                "M1      Contacts received      106      109      100        110\n"
                "M2      New referrals           17       48       50         60\n",
                "Ref|Measure|Oct 16|Nov 16|Target 16- 17|Target 17- 18\n"
                "M1|Contacts received|106|109|100|110\n"
                "M2|New referrals|17|48|50|60");
}

Test (layout, headings_go_on_above_where_columns_are_not_headed)
{
  assert_table ("   Ref\n"
                "\n"
                "\n"
                "        Measure             Oct 16   Nov 16   Target   Max\n"
                "\n"
                "M1      Contacts received      106      109      100   120\n"
                "M2      New referrals           17       48       50    60\n",
                "Ref|Measure|Oct 16|Nov 16|Target|Max\n"
                "M1|Contacts received|106|109|100|120\n"
                "M2|New referrals|17|48|50|60");
}

Test (layout, the_name_of_a_section_may_touch_its_rows)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                "\n"
                "Contact and Referral\n"
                "M1      Contacts received      106      109      100\n"
                "M2      New referrals           17       48       50\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "Contact and Referral\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, headings_may_share_no_line)
{
  assert_table ("Ref     Measure\n"
                "                            Oct 16   Nov 16   Target\n"
                "\n"
                "M1      Contacts received      106      109      100\n"
                "M2      New referrals           17       48       50\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, a_section_of_one_word_may_touch_its_rows)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                "M1      Contacts received      106      109      100\n"
                "Plans\n"
                "M2      New plans               17       48       50\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "Plans\n"
                "M2|New plans|17|48|50");
}

Test (layout, arrows_at_the_side_of_their_cells_are_of_the_figures_below_one_heading)
{
  assert_table ("Ref     Measure        Oct 16   Nov 16   %    change             Max\n"
                "                                              from Oct 16\n"
                "\n"
                "M1      Contacts          106      109   ↑       3                120\n"
                "M2      Referrals          17       48   ↑     182                 60\n"
                "M3      Visits             20       20   →       0                 25\n",
                "Ref|Measure|Oct 16|Nov 16|% change from Oct 16|Max\n"
                "M1|Contacts|106|109|↑ 3|120\n"
                "M2|Referrals|17|48|↑ 182|60\n"
                "M3|Visits|20|20|→ 0|25");
}

Test (layout, rows_of_two_figures_are_rows)
{
  assert_table ("Measure                       Oct 16   Nov 16   RAG\n"
                "\n"
                "Number of visits made             30       29   Green\n"
                " of children\n"
                "Number of plans agreed            10        7   Red\n"
                "Number of reviews held            15       12   Green\n",
                "Measure|Oct 16|Nov 16|RAG\n"
                "Number of visits made of children|30|29|Green\n"
                "Number of plans agreed|10|7|Red\n"
                "Number of reviews held|15|12|Green");
}

Test (layout, headings_may_stand_a_blank_apart)
{
  assert_table ("Ref Measure             Oct 16   Nov 16   Target\n"
                "M1  Contacts received      106      109      100\n"
                "M2  New referrals           17       48       50\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, names_may_stand_without_a_heading)
{
  assert_table ("                        Oct 16   Nov 16   Dec 16\n"
                "Contacts received          106      109      100\n"
                "New referrals               17       48       50\n",
                "|Oct 16|Nov 16|Dec 16\n"
                "Contacts received|106|109|100\n"
                "New referrals|17|48|50");
}

Test (layout, a_table_ends_above_the_headings_of_the_next)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                "M1      Contacts received      106      109      100\n"
                "M2      New referrals           17       48       50\n"
                "Ref     Measure             Oct 16   Nov 16   Target\n"
                "M3      Visits made              5        6        7\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, a_title_over_several_columns_is_no_heading)
{
  assert_table ("2.1 Contacts received at the front door\n"
                "Year       Apr    May    Jun    Jul\n"
                "2015/16    106    109    100     98\n"
                "2016/17    117    148    150    151\n",
                "Year|Apr|May|Jun|Jul\n"
                "2015/16|106|109|100|98\n"
                "2016/17|117|148|150|151");
}

Test (layout, a_full_line_goes_to_the_columns_in_order_wherever_its_cells_stand)
{
  assert_table ("Ref     Measure               Oct 16   Nov 16   Dec 16\n"
                "M1      Contacts received      1,106 1,109 1,100\n"
                "M2      New referrals             17       48       50\n"
                "M3      Visits made               15       46       57\n"
                "M4      Plans                     12       41       52\n",
                "Ref|Measure|Oct 16|Nov 16|Dec 16\n"
                "M1|Contacts received|1,106|1,109|1,100\n"
                "M2|New referrals|17|48|50\n"
                "M3|Visits made|15|46|57\n"
                "M4|Plans|12|41|52");
}

Test (layout, headings_a_blank_apart_are_each_over_the_figures_that_end_below)
{
  assert_table ("                  Measure 2017/18 2018/19 Q1 19/20 Q2 19/20  England\n"
                "        Contacts received   1,106   1,109    1,100    1,200        9\n"
                "            New referrals      17      48       50       60        8\n"
                "              Visits made      15      46       57       67        7\n"
                "             Plans in use      12      41       52       62        6\n"
                "               Plans made      12      41       52       62        6\n"
                "          Reviews in time   1,012   2,141    1,052    1,062        6\n"
                "             Reviews held     312     241      152      162        6\n"
                "               Cases open     112     141      152      162        6\n"
                "             Cases closed      12      41       52       62        6\n"
                "            Children seen     212     241      252      262        6\n",
                "Measure|2017/18|2018/19|Q1 19/20|Q2 19/20|England\n"
                "Contacts received|1,106|1,109|1,100|1,200|9\n"
                "New referrals|17|48|50|60|8\n"
                "Visits made|15|46|57|67|7\n"
                "Plans in use|12|41|52|62|6\n"
                "Plans made|12|41|52|62|6\n"
                "Reviews in time|1,012|2,141|1,052|1,062|6\n"
                "Reviews held|312|241|152|162|6\n"
                "Cases open|112|141|152|162|6\n"
                "Cases closed|12|41|52|62|6\n"
                "Children seen|212|241|252|262|6");
}

Test (layout, a_heading_that_is_set_beside_its_figures_is_theirs)
{
  assert_table ("Ref     Measure             Oct 16         Nov 16         Target\n"
                "M1      Contacts received            106            109            100\n"
                "M2      New referrals                 17             48             50\n"
                "M3      Visits made                    5              6              7\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50\n"
                "M3|Visits made|5|6|7");
}

Test (layout, groups_stand_over_the_middles_of_their_months_though_a_line_is_blank_below)
{
  assert_table ("                       2016/17             2017/18\n"
                "\n"
                "Ref   Measure\n"
                "                     Feb     Mar     Apr     May     Jun\n"
                "M1    Contacts       106     109     100     101     102\n"
                "M2    Referrals       17      48      50      51      52\n",
                "Ref|Measure|2016/17||2017/18||\n"
                "||Feb|Mar|Apr|May|Jun\n"
                "M1|Contacts|106|109|100|101|102\n"
                "M2|Referrals|17|48|50|51|52");
}

Test (layout, the_columns_of_the_next_table_are_its_own)
{
  assert_table ("Ref   Measure         Oct 16   Nov 16\n"
                "M1    Contacts           106      109\n"
                "M2    Referrals           17       48\n"
                "\n"
                "Ref   Measure of time     2015/16   2016/17   Target\n"
                "M3    Assessments         95.0%     64.5%     82.5%\n"
                "M4    Conferences         75.9%     78.0%     91.9%\n",
                "Ref|Measure|Oct 16|Nov 16\n"
                "M1|Contacts|106|109\n"
                "M2|Referrals|17|48");
}

Test (layout, a_heading_beside_its_column_is_joined_though_a_sections_name_reaches_below_it)
{
  assert_table ("        Ref   Measure                Oct 16   Nov 16   Target\n"
                "M1            Contacts received         106      109      100\n"
                "M2            New referrals              17       48       50\n"
                "M3            Visits made                15       46       57\n"
                "M4            Visits due                 16       47       58\n"
                "Assessments-of-all\n"
                "M5            Plans made                 18       48       59\n"
                "M6            Plans due                  19       49       60\n"
                "M7            Reviews made               20       50       61\n"
                "M8            Reviews due                21       51       62\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50\n"
                "M3|Visits made|15|46|57\n"
                "M4|Visits due|16|47|58\n"
                "Assessments-of-all\n"
                "M5|Plans made|18|48|59\n"
                "M6|Plans due|19|49|60\n"
                "M7|Reviews made|20|50|61\n"
                "M8|Reviews due|21|51|62");
}

Test (layout, headings_of_a_table_that_ended_head_no_other_one, .timeout = 10)
{
  assert_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                "M1      Contacts received      106      109      100\n"
                "M2      New referrals           17       48       50\n"
                "A sentence of these figures runs on over them to the end of the table\n"
                "Measure\n"
                "M3      Visits made              5        6        7\n",
                "Ref|Measure|Oct 16|Nov 16|Target\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50");
}

Test (layout, months_above_their_years_are_headings_though_they_might_be_of_a_chart)
{
  assert_table ("                            October  November  Target\n"
                "Ref     Measure               2016     2016    2016/17\n"
                "M1      Contacts received      106      109       100\n"
                "M2      New referrals           17       48        50\n"
                "M3      Visits made              5        6         7\n",
                "Ref|Measure|October 2016|November 2016|Target 2016/17\n"
                "M1|Contacts received|106|109|100\n"
                "M2|New referrals|17|48|50\n"
                "M3|Visits made|5|6|7");
}

Test (layout, a_group_narrower_than_its_columns_stands_over_those_beside_too)
{
  assert_table ("                                Benchmarking            Target\n"
                "Ref     Measure\n"
                "                           England   SN   Region\n"
                "M1      Contacts               106  109      100            90\n"
                "M2      Referrals               17   48       50            91\n"
                "M3      Visits                   5    6        7            92\n",
                "Ref|Measure|Benchmarking|||Target\n"
                "||England|SN|Region\n"
                "M1|Contacts|106|109|100|90\n"
                "M2|Referrals|17|48|50|91\n"
                "M3|Visits|5|6|7|92");
}
