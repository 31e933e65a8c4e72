/* tests/parse/test_broken.c - words that are broken over two lines without a hyphen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/broken.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

typedef struct
{
  char text[64];
  guint k;
  char mended[64]; /* "" if there is no such blank */
} Case;

static Case cases[] = {
  { "Englan d", 0, "England" },
  { "2017/1 8", 0, "2017/18" },
  { "Do T", 0, "DoT" },
  { "South Ea st", 0, "South East" },
  { "Statis tical neighb our", 2, "Statis tical neighbour" },
  { "Englan d", 1, "" },
  { "Target Actual", 0, "" },
  { "England", 0, "" },
  { "", 0, "" },
  { "a sentence is too long to stand in a cell so narrow", 0, "" },
};

ParameterizedTestParameters (broken, a_blank_that_may_break_a_word_is_taken_out)
{
  return cr_make_param_array (Case, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (Case *c, broken, a_blank_that_may_break_a_word_is_taken_out)
{
  g_autofree char *mended = broken_mend (c->text, c->k);
  cr_expect_str_eq (mended != NULL ? mended : "", c->mended);
}

Test (broken, columns_are_known_by_headings_that_their_cells_broke)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Grid) grid = desk_grid ("Ref|Measure|2017/1 8|Apr-1 8|Englan d|Do T\n"
                                     "M1|Visits made|12|13|14|A\n");
  g_autoptr (Heading) heading = heading_find (&desk->words, grid, 0);
  cr_assert_not_null (heading);
  cr_expect (period_equal (heading_column (heading, 2)->period, desk_period ("FY2017-18")));
  cr_expect (period_equal (heading_column (heading, 3)->period, desk_period ("2018-04")));
  cr_expect (eq (int, heading_column (heading, 4)->comparator, COMPARATOR_NATIONAL));
  cr_expect (eq (int, heading_column (heading, 5)->role, ROLE_DOT));
}

static Case joined[] = {
  { "Statistic al neighbou rs", 0, "Statistical neighbours" },
  { "Sta tisti cal neighbours", 0, "Statistical neighbours" },
  { "Target 2016/17", 0, "" },
  { "month end", 0, "" },
  { "Statistic Al", 0, "" },
};

ParameterizedTestParameters (broken, pieces_of_a_word_of_headings_are_put_together)
{
  return cr_make_param_array (Case, joined, G_N_ELEMENTS (joined));
}

ParameterizedTest (Case *c, broken, pieces_of_a_word_of_headings_are_put_together)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *found = broken_join (desk->words.vocabulary, c->text);
  cr_expect_str_eq (found != NULL ? found : "", c->mended);
}
