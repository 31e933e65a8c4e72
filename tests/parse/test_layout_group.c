/* tests/parse/test_layout_group.c - headings that group those below, and what they group.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_group.h"

#include <criterion/criterion.h>

#include "tests/parse/desk.h"

Test (layout_group, groups_stand_over_the_middles_of_their_months_though_a_line_is_blank_below)
{
  desk_expect_table ("                       2016/17             2017/18\n"
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

Test (layout_group, a_group_narrower_than_its_columns_stands_over_those_beside_too)
{
  desk_expect_table ("                                Benchmarking            Target\n"
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
