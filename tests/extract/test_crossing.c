/* tests/extract/test_crossing.c - the points that are left where two rules crossed which are gone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/crossing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

#define N 4       /* crossings each way */
#define STEP 120  /* pixels */
#define POINT 4   /* and of a point */
#define FIRST 100 /* where the first one is */

static Picture *
picture_with_points (void)
{
  Picture *picture = drawn_paper (700, 700);
  for (int i = 0; i < N; i++)
    for (int k = 0; k < N; k++)
      drawn_box (picture, FIRST + i * STEP, FIRST + k * STEP, POINT, POINT, 0);
  return picture;
}

/* Returns: how many rules stand for the points of @picture; @n_left gets how many patches of ink
 * are left. */
static guint
count_rules (const Picture *picture, int *n_left)
{
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (Page) page = page_new (1, 168, 168);
  crossings_lift (picture, &clean, page);
  BOXA *boxes = pixConnCompBB (clean.faint, 8);
  *n_left = boxaGetCount (boxes);
  boxaDestroy (&boxes);
  return page->rules->len;
}

Test (crossing, rules_are_drawn_between_points_in_line_both_ways)
{
  g_autoptr (Picture) picture = picture_with_points ();
  int n_left = -1;
  cr_expect_eq (count_rules (picture, &n_left), 2 * N * (N - 1));
  cr_expect_eq (n_left, 0);
}

Test (crossing, points_between_figures_stay)
{
  g_autoptr (Picture) picture = picture_with_points ();
  int n_left = -1;
  for (int i = 0; i < N; i++)
    for (int k = 0; k < N; k++)
      drawn_box (picture, FIRST + i * STEP - 8, FIRST + k * STEP - 20, 4, 24, 0);
  cr_expect_eq (count_rules (picture, &n_left), 0);
  cr_expect_eq (n_left, 2 * N * N);
}

Test (crossing, points_of_one_line_stay)
{
  g_autoptr (Picture) picture = drawn_paper (700, 700);
  int n_left = -1;
  for (int i = 0; i < 2 * N; i++)
    drawn_box (picture, FIRST + i * STEP / 2, FIRST, POINT, POINT, 0);
  cr_expect_eq (count_rules (picture, &n_left), 0);
  cr_expect_eq (n_left, 2 * N);
}

Test (crossing, points_that_lead_the_eye_stay)
{
  g_autoptr (Picture) picture = drawn_paper (700, 700);
  int n_left = -1;
  for (int i = 0; i < 8; i++)
    for (int k = 0; k < N; k++)
      drawn_box (picture, FIRST + i * 20, FIRST + k * STEP, POINT, POINT, 0);
  cr_expect_eq (count_rules (picture, &n_left), 0);
  cr_expect_eq (n_left, 8 * N);
}

Test (crossing, no_rule_runs_through_what_is_printed)
{
  g_autoptr (Picture) picture = picture_with_points ();
  int n_left = -1;
  drawn_box (picture, FIRST + STEP / 2, FIRST - 10, 4, 24, 0);
  cr_expect_eq (count_rules (picture, &n_left), 2 * N * (N - 1) - 1);
  cr_expect_eq (n_left, 1);
}

Test (crossing, rules_that_are_left_are_met_where_others_run_beside)
{
  g_autoptr (Picture) picture = picture_with_points ();
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (Page) page = page_new (1, 168, 168);
  double above = 12, end = 120;
  Rule flat = { { 12, above, end, above } }, beside = { { 14, above, 14, end } };
  g_array_append_val (page->rules, flat);
  crossings_lift (picture, &clean, page);
  cr_expect_eq (page->rules->len, 1 + 2 * N * (N - 1));
  g_array_set_size (page->rules, 0);
  g_array_append_val (page->rules, flat);
  g_array_append_val (page->rules, beside);
  g_auto (Clean) again = clean_picture (picture);
  crossings_lift (picture, &again, page);
  cr_expect_eq (page->rules->len, 2 + 2 * N * (N - 1) + 2 * N);
}

/* Returns: how many rules are added to those of @rules, and in @n_left how many patches of ink are
 * left of a point of two pixels at (@x, @y). */
static guint
count_added (int x, int y, const Rule *rules, guint n_rules, int *n_left)
{
  g_autoptr (Picture) picture = drawn_paper (700, 700);
  drawn_box (picture, x, y, 2, 2, 0);
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (Page) page = page_new (1, 168, 168);
  g_array_append_vals (page->rules, rules, n_rules);
  crossings_lift (picture, &clean, page);
  BOXA *boxes = pixConnCompBB (clean.faint, 8);
  *n_left = boxaGetCount (boxes);
  boxaDestroy (&boxes);
  return page->rules->len - n_rules;
}

Test (crossing, a_point_in_line_with_two_rules_is_what_is_left_where_they_crossed)
{
  static const Rule rules[] = { { { 24, 48, 144, 48.2 } }, { { 72, 96, 72.2, 144 } } };
  int n_left = -1;
  cr_expect_eq (count_added (300, 203, rules, 2, &n_left), 0);
  cr_expect_eq (n_left, 0);
  count_added (300, 220, rules, 2, &n_left);
  cr_expect_eq (n_left, 1);
  count_added (330, 203, rules, 2, &n_left);
  cr_expect_eq (n_left, 1);
}

Test (crossing, a_point_where_rules_end_together_is_of_the_one_they_ended_at)
{
  static const Rule rules[] = { { { 72, 12, 72.2, 30 } },
                                { { 96, 12, 96.2, 48 } },
                                { { 120, 12, 120.2, 48 } },
                                { { 144, 12, 144.2, 48 } } };
  int n_left = -1;
  count_added (300, 200, rules, 4, &n_left);
  cr_expect_eq (n_left, 0);
  count_added (300, 200, rules, 3, &n_left);
  cr_expect_eq (n_left, 1);
}

Test (crossing, a_rule_that_is_left_is_not_drawn_again_beside_its_thick_crossings)
{
  g_autoptr (Picture) picture = picture_with_points ();
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (Page) page = page_new (1, 168, 168);
  Rule flat = { { 12, 25, 132, 25.2 } }; /* through the first row of points */
  g_array_append_val (page->rules, flat);
  crossings_lift (picture, &clean, page);
  cr_expect_eq (page->rules->len, 1 + 2 * N * (N - 1) - (N - 1));
}

Test (crossing, rules_of_a_table_do_not_run_on_to_a_frame_beside_it)
{
  g_autoptr (Picture) picture = picture_with_points ();
  g_auto (Clean) clean = clean_picture (picture);
  g_autoptr (Page) page = page_new (1, 168, 168);
  Rule title = { { 12, 5, 160, 5 } }, frame = { { 140, 20, 140, 120 } };
  g_array_append_val (page->rules, title);
  g_array_append_val (page->rules, frame);
  crossings_lift (picture, &clean, page);
  cr_expect_eq (page->rules->len, 2 + 2 * N * (N - 1));
}
