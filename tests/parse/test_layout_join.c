/* tests/parse/test_layout_join.c - columns that stand apart though one heading is of both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_join.h"

#include <criterion/criterion.h>

#include "tests/parse/desk.h"

Test (layout_join, arrows_at_the_side_of_their_cells_are_of_the_figures_below_one_heading)
{
  desk_expect_table ("Ref     Measure        Oct 16   Nov 16   %    change             Max\n"
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

Test (layout_join, a_heading_that_is_set_beside_its_figures_is_theirs)
{
  desk_expect_table ("Ref     Measure             Oct 16         Nov 16         Target\n"
                     "M1      Contacts received            106            109            100\n"
                     "M2      New referrals                 17             48             50\n"
                     "M3      Visits made                    5              6              7\n",
                     "Ref|Measure|Oct 16|Nov 16|Target\n"
                     "M1|Contacts received|106|109|100\n"
                     "M2|New referrals|17|48|50\n"
                     "M3|Visits made|5|6|7");
}

Test (layout_join, a_heading_beside_its_column_is_joined_though_a_sections_name_reaches_below_it)
{
  desk_expect_table ("        Ref   Measure                Oct 16   Nov 16   Target\n"
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
