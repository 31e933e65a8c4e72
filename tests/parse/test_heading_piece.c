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

Test (heading_piece, a_text_that_the_lexicon_does_not_know_heads_groups_if_it_stands_over_months)
{
  desk_expect_table ("                       Front door\n"
                     "Ref   Measure         Oct 16   Nov 16   Target\n"
                     "M1    Contacts           106      109      100\n"
                     "M2    Referrals           17       48       50\n",
                     "Ref|Measure|Front door||Target\n"
                     "||Oct 16|Nov 16\n"
                     "M1|Contacts|106|109|100\n"
                     "M2|Referrals|17|48|50");
}
