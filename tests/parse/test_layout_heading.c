/* tests/parse/test_layout_heading.c - from where to where the headings of an aligned table go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_heading.h"

#include <criterion/criterion.h>

#include "tests/parse/desk.h"

Test (layout_heading, headings_may_stand_on_two_lines)
{
  desk_expect_table ("                            Outturn  Outturn   Target\n"
                     "Ref     Measure             2014/15  2015/16  2016/17\n"
                     "\n"
                     "M1      Contacts received      106      109      100\n"
                     "\n"
                     "M2      New referrals           17       48       50\n",
                     "Ref|Measure|Outturn 2014/15|Outturn 2015/16|Target 2016/17\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50");
}

Test (layout_heading, a_line_that_completes_headings_is_one_of_them)
{
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   % change\n"
                     "                                              from Oct 16\n"
                     "M1      Contacts received      106      109   3\n"
                     "M2      New referrals           17       48   182\n",
                     "Ref|Measure|Oct 16|Nov 16|% change from Oct 16\n"
                     "M1|Contacts received|106|109|3\n"
                     "M2|New referrals|17|48|182");
}

Test (layout_heading, headings_go_on_above_where_columns_are_not_headed)
{
  desk_expect_table ("   Ref\n"
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

Test (layout_heading, a_title_over_several_columns_is_no_heading)
{
  desk_expect_table ("2.1 Contacts received at the front door\n"
                     "Year       Apr    May    Jun    Jul\n"
                     "2015/16    106    109    100     98\n"
                     "2016/17    117    148    150    151\n",
                     "Year|Apr|May|Jun|Jul\n"
                     "2015/16|106|109|100|98\n"
                     "2016/17|117|148|150|151");
}

Test (layout_heading, months_above_their_years_are_headings_though_they_might_be_of_a_chart)
{
  desk_expect_table ("                            October  November  Target\n"
                     "Ref     Measure               2016     2016    2016/17\n"
                     "M1      Contacts received      106      109       100\n"
                     "M2      New referrals           17       48        50\n"
                     "M3      Visits made              5        6         7\n",
                     "Ref|Measure|October 2016|November 2016|Target 2016/17\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50\n"
                     "M3|Visits made|5|6|7");
}
