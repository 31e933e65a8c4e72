/* tests/parse/test_net.c - rules that hang together, and the grid of places that they draw.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/net.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Returns (transfer full): how many borders the nets have, as "4x3", in their order. */
static char *
dup_nets (const Page *page)
{
  g_autoptr (GPtrArray) nets = nets_find (page);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < nets->len; i++)
    {
      const Net *net = g_ptr_array_index (nets, i);
      g_string_append_printf (text, "%s%ux%u", i > 0 ? " " : "", net->xs->len, net->ys->len);
    }
  return g_string_free (text, FALSE);
}

static void
expect_nets (const Page *page, const char *expected)
{
  g_autofree char *nets = dup_nets (page);
  cr_expect_str_eq (nets, expected);
}

Test (net, rules_that_cross_are_one)
{
  g_autoptr (Page) page = paper_new ();
  paper_grid (page, 100, 2, 3);
  expect_nets (page, "4x3");
}

Test (net, rules_apart_are_several_from_top_to_bottom)
{
  g_autoptr (Page) page = paper_new ();
  paper_grid (page, 300, 4, 2);
  paper_grid (page, 100, 2, 3);
  expect_nets (page, "4x3 3x5");
}

Test (net, parts_right_below_each_other_with_the_same_borders_are_one)
{
  g_autoptr (Page) page = paper_new ();
  paper_grid (page, 100, 2, 3);
  paper_grid (page, 132, 2, 3);
  expect_nets (page, "4x6");
}

Test (net, parts_with_few_borders_are_two)
{
  g_autoptr (Page) page = paper_new ();
  paper_grid (page, 100, 2, 2);
  paper_grid (page, 132, 2, 2);
  expect_nets (page, "3x3 3x3");
}

Test (net, a_table_may_be_open_at_its_sides)
{
  g_autoptr (Page) page = paper_new ();
  for (guint i = 0; i < 3; i++)
    paper_rule (page, 45, 100 + 12 * i, 345, 100.5 + 12 * i);
  paper_rule (page, 145, 100, 145.5, 124);
  expect_nets (page, "3x3");
}

Test (net, a_line_alone_is_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_rule (page, 45, 100, 345, 100.5);
  paper_rule (page, 45, 200, 47, 200.5);
  expect_nets (page, "");
}

Test (net, a_place_is_between_two_borders_and_the_nearest_is_found)
{
  const double own[] = { 10, 20, 40 };
  g_autoptr (GArray) borders = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (borders, own, G_N_ELEMENTS (own));
  cr_expect (eq (dbl, net_number (borders, 2), 40));
  cr_expect (eq (uint, net_place (borders, 10), 0));
  cr_expect (eq (uint, net_place (borders, 39), 1));
  cr_expect (eq (uint, net_place (borders, 9), 3), "before the first");
  cr_expect (eq (uint, net_place (borders, 40), 3), "behind the last");
  cr_expect (eq (uint, net_nearest (borders, 29), 1));
  cr_expect (eq (uint, net_nearest (borders, 31), 2));
}
