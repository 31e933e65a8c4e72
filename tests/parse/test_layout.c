/* tests/parse/test_layout.c - tables that stand on a page by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout.h"

#include <criterion/criterion.h>

#include "tests/parse/desk.h"

Test (layout, columns_lie_between_the_gutters)
{
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                     "M1      Contacts received      106      109      100\n"
                     "M2      New referrals           17       48       50\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50");
}

Test (layout, a_cell_that_is_not_printed_leaves_its_column_empty)
{
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
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
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Comments\n"
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
  desk_expect_table (
      "Ref     Measure             Oct 16   Nov 16   Comments\n"
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
  desk_expect_table (
      "Ref     Measure             Oct 16   Nov 16   Comments\n"
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

Test (layout, the_name_of_a_section_is_a_row_of_its_own)
{
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
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
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
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
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
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
  desk_expect_table ("Ref     Measure       Q1 2016/17   Q2 2016/17   YTD\n"
                     "CS 01   Contacts           1,204        1,139   2,343\n"
                     "CS 02   Referrals            508            5   513\n",
                     "Ref|Measure|Q1 2016/17|Q2 2016/17|YTD\n"
                     "CS 01|Contacts|1,204|1,139|2,343\n"
                     "CS 02|Referrals|508|5|513");
}

Test (layout, the_name_of_a_section_may_touch_its_rows)
{
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                     "\n"
                     "Contact and Referral\n"
                     "M1      Contacts received      106      109      100\n"
                     "M2      New referrals           17       48       50\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "Contact and Referral\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50");
}

Test (layout, a_section_of_one_word_may_touch_its_rows)
{
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                     "M1      Contacts received      106      109      100\n"
                     "Plans\n"
                     "M2      New plans               17       48       50\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "M1|Contacts received|106|109|100\n"
                     "Plans\n"
                     "M2|New plans|17|48|50");
}

Test (layout, rows_of_two_figures_are_rows)
{
  desk_expect_table ("Measure                       Oct 16   Nov 16   RAG\n"
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

Test (layout, a_table_ends_above_the_headings_of_the_next)
{
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                     "M1      Contacts received      106      109      100\n"
                     "M2      New referrals           17       48       50\n"
                     "Ref     Measure             Oct 16   Nov 16   Target\n"
                     "M3      Visits made              5        6        7\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50");
}

Test (layout, a_full_line_goes_to_the_columns_in_order_wherever_its_cells_stand)
{
  desk_expect_table ("Ref     Measure               Oct 16   Nov 16   Dec 16\n"
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
  desk_expect_table ("                  Measure 2017/18 2018/19 Q1 19/20 Q2 19/20  England\n"
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

Test (layout, the_columns_of_the_next_table_are_its_own)
{
  desk_expect_table ("Ref   Measure         Oct 16   Nov 16\n"
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

Test (layout, a_heading_that_begins_over_the_column_left_of_its_own_stays_whole)
{
  desk_expect_table ("Ref     Measure      Oct 16   Nov 16   Commentary by Eng. 2015/16   Dec 16\n"
                     "M1      Contacts        106      109   Director Anna       100         108\n"
                     "M2      Referrals        17       48   Director Berth       50          58\n"
                     "M3      Visits            5        6   Director C           70          80\n"
                     "M4      Plans            15       16   Director Dan         71          81\n"
                     "M5      Cases            25       26   Director Eve         72          82\n"
                     "M6      Meetings         35       36   Director Berth       73          83\n"
                     "M7      Reviews          45       46   Director Anna        74          84\n"
                     "M8      Checks           55       56   Director C           75          85\n",
                     "Ref|Measure|Oct 16|Nov 16|Commentary by|Eng. 2015/16|Dec 16\n"
                     "M1|Contacts|106|109|Director Anna|100|108\n"
                     "M2|Referrals|17|48|Director Berth|50|58\n"
                     "M3|Visits|5|6|Director C|70|80\n"
                     "M4|Plans|15|16|Director Dan|71|81\n"
                     "M5|Cases|25|26|Director Eve|72|82\n"
                     "M6|Meetings|35|36|Director Berth|73|83\n"
                     "M7|Reviews|45|46|Director Anna|74|84\n"
                     "M8|Checks|55|56|Director C|75|85");
}

Test (layout, a_section_of_several_words_stands_where_references_do)
{
  desk_expect_table ("Ref            Measure              Oct 16   Nov 16   Target\n"
                     "Front Door\n"
                     "M1             Contacts received      106      109      100\n"
                     "M2             New referrals           17       48       50\n"
                     "Child Plans\n"
                     "M3             Visits made              5        6        7\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "Front Door\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50\n"
                     "Child Plans\n"
                     "M3|Visits made|5|6|7");
}

Test (layout, references_narrower_than_their_heading_keep_it)
{
  desk_expect_table ("     Ref          Measure               Oct 16   Nov 16   Target\n"
                     "1.1   Contacts received in a month        106      109      100\n"
                     "1.2   New referrals of children            17       48       50\n"
                     "1.3   Visits made to families               5        6        7\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "1.1|Contacts received in a month|106|109|100\n"
                     "1.2|New referrals of children|17|48|50\n"
                     "1.3|Visits made to families|5|6|7");
}
