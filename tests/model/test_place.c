/* tests/model/test_place.c - boxes on paper, and where something was read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/place.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

static void
assert_box (Box box, double x0, double y0, double x1, double y1)
{
  cr_expect (eq (dbl, box.x0, x0));
  cr_expect (eq (dbl, box.y0, y0));
  cr_expect (eq (dbl, box.x1, x1));
  cr_expect (eq (dbl, box.y1, y1));
}

Test (place, a_union_is_the_smallest_box_around_both)
{
  assert_box (box_union ((Box){ 1, 5, 3, 6 }, (Box){ 2, 4, 9, 5 }), 1, 4, 9, 6);
}

Test (place, an_empty_box_adds_nothing_to_a_union)
{
  const Box nothing = { 0 }, box = { 1, 2, 3, 4 };

  assert_box (box_union (nothing, box), 1, 2, 3, 4);
  assert_box (box_union (box, nothing), 1, 2, 3, 4);
}

Test (place, only_a_box_of_zeros_is_empty)
{
  cr_expect (box_is_empty ((Box){ 0 }));
  cr_expect (not(box_is_empty ((Box){ 0, 0, 1, 0 })));
  cr_expect (not(box_is_empty ((Box){ -1, 0, 0, 0 })));
}

typedef struct
{
  Where where;
  gboolean has_file;
  char described[48];
} WhereCase;

ParameterizedTestParameters (place, a_place_leaves_out_what_is_not_known)
{
  static WhereCase cases[] = {
    { { NULL, 12, 2, 6, 2 }, TRUE, "a.pdf:12: table 2, row 7, column 3" },
    { { NULL, 12, -1, -1, -1 }, TRUE, "a.pdf:12" },
    { { NULL, -1, -1, -1, -1 }, TRUE, "a.pdf" },
    { { NULL, -1, 2, -1, 0 }, TRUE, "a.pdf: table 2, column 1" },
    { { NULL, 12, 2, -1, -1 }, FALSE, "page 12: table 2" },
    { { NULL, -1, -1, 0, -1 }, FALSE, "row 1" },
    { { NULL, -1, -1, -1, -1 }, FALSE, "" },
  };
  return cr_make_param_array (WhereCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (WhereCase *expected, place, a_place_leaves_out_what_is_not_known)
{
  Where where = expected->where;
  where.file = expected->has_file ? "a.pdf" : NULL;

  g_autofree char *described = where_describe (&where);
  cr_expect_str_eq (described, expected->described);
}

Test (place, boxes_are_sorted_by_the_edge_that_is_meant)
{
  Box a = { 1, 5, 3, 6 }, b = { 2, 4, 9, 5 };
  cr_expect (lt (int, box_compare_lefts (&a, &b), 0));
  cr_expect (gt (int, box_compare_lefts (&b, &a), 0));
  cr_expect (gt (int, box_compare_tops (&a, &b), 0));
  cr_expect (lt (int, box_compare_tops (&b, &a), 0));
  cr_expect (zero (int, box_compare_lefts (&a, &a)));
}

Test (place, boxes_are_equal_by_all_their_edges)
{
  Box box = { 1, 2, 3, 4 };
  cr_expect (box_equal (box, (Box){ 1, 2, 3, 4 }));
  cr_expect_not (box_equal (box, (Box){ 0, 2, 3, 4 }));
  cr_expect_not (box_equal (box, (Box){ 1, 0, 3, 4 }));
  cr_expect_not (box_equal (box, (Box){ 1, 2, 0, 4 }));
  cr_expect_not (box_equal (box, (Box){ 1, 2, 3, 0 }));
}

Test (place, equal_boxes_have_one_hash_and_others_seldom)
{
  Box box = { 1.25, 2, 3, 4 };
  cr_expect_eq (box_hash (box), box_hash ((Box){ 1.25, 2, 3, 4 }));
  cr_expect_neq (box_hash (box), box_hash ((Box){ 1.5, 2, 3, 4 }));
  cr_expect_neq (box_hash (box), box_hash ((Box){ 2, 1.25, 3, 4 }));
  cr_expect_eq (box_hash ((Box){ -1e300, 1e300, 0, 0 }), box_hash ((Box){ 0, 0, 0, 0 }));
}
