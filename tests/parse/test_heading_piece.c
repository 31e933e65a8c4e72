/* tests/parse/test_heading_piece.c - what a piece of a line of headings says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/heading_piece.h"

#include <criterion/criterion.h>

#include "tests/parse/desk.h"

Test (heading_piece, headings_that_nearly_touch_are_parted_where_one_begins)
{
  desk_expect_table ("                                              Target 16- Target 17-\n"
                     "Ref     Measure             Oct 16   Nov 16       17         18\n"
                     "\n"
                     "M1      Contacts received      106      109      100        110\n"
                     "M2      New referrals           17       48       50         60\n",
                     "Ref|Measure|Oct 16|Nov 16|Target 16- 17|Target 17- 18\n"
                     "M1|Contacts received|106|109|100|110\n"
                     "M2|New referrals|17|48|50|60");
}
