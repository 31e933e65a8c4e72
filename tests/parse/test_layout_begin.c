/* tests/parse/test_layout_begin.c - whether a table that stands by alignment alone begins on a
 * line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_begin.h"

#include <criterion/criterion.h>

#include "tests/parse/desk.h"

Test (layout_begin, headings_may_share_no_line)
{
  desk_expect_table ("Ref     Measure\n"
                     "                            Oct 16   Nov 16   Target\n"
                     "\n"
                     "M1      Contacts received      106      109      100\n"
                     "M2      New referrals           17       48       50\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50");
}

Test (layout_begin, headings_may_stand_a_blank_apart)
{
  desk_expect_table ("Ref Measure             Oct 16   Nov 16   Target\n"
                     "M1  Contacts received      106      109      100\n"
                     "M2  New referrals           17       48       50\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50");
}

Test (layout_begin, names_may_stand_without_a_heading)
{
  desk_expect_table ("                        Oct 16   Nov 16   Dec 16\n"
                     "Contacts received          106      109      100\n"
                     "New referrals               17       48       50\n",
                     "|Oct 16|Nov 16|Dec 16\n"
                     "Contacts received|106|109|100\n"
                     "New referrals|17|48|50");
}

Test (layout_begin, aligned_text_without_headings_is_no_table)
{
  desk_expect_table ("Name    Street              Town     County   Code\n"
                     "One     High Street         East     Wold     1234\n",
                     "");
}

Test (layout_begin, headings_of_a_table_that_ended_head_no_other_one, .timeout = 10)
{
  desk_expect_table ("Ref     Measure             Oct 16   Nov 16   Target\n"
                     "M1      Contacts received      106      109      100\n"
                     "M2      New referrals           17       48       50\n"
                     "A sentence of these figures runs on over them to the end of the table\n"
                     "Measure\n"
                     "M3      Visits made              5        6        7\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50");
}
