/* tests/parse/test_run.c - where lines of several pieces stand below each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/run.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

/* Returns (transfer full): from where to where the runs go down the page. */
static char *
dup_runs (const Page *page, const Box *taken)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Box));
  if (taken != NULL)
    g_array_append_val (places, *taken);
  g_autoptr (GArray) boxes = run_boxes (page, places);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);
      g_string_append_printf (text, "%s%.0f-%.0f", i > 0 ? " " : "", box->y0, box->y1);
    }
  return g_string_free (text, FALSE);
}

static void
expect_runs (const Page *page, const char *expected)
{
  g_autofree char *runs = dup_runs (page, NULL);
  cr_expect_str_eq (runs, expected);
}

#define ROWS "North|12|13\nSouth|14|15\nEast|16|17"

Test (run, aligned_lines_are_one)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, ROWS);
  expect_runs (page, "99-135");
}

Test (run, a_wide_space_ends_it)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, ROWS);
  paper_rows (page, 200, ROWS);
  expect_runs (page, "99-135 199-235");
}

Test (run, prose_and_captions_end_it)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, ROWS);
  paper_text (page, 50, 136, "Table 2: of the others", FALSE);
  paper_rows (page, 148, ROWS);
  expect_runs (page, "99-135 147-183");
}

Test (run, notes_below_the_figures_are_no_part)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, ROWS "\n* not|all of them");
  expect_runs (page, "99-135");
}

Test (run, a_heading_over_its_columns_is_part_of_it)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 190, 88, "Both years", FALSE);
  paper_rows (page, 100, ROWS);
  expect_runs (page, "87-135");
}

Test (run, a_title_at_the_left_is_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 88, "Of all of it", FALSE);
  paper_rows (page, 100, ROWS);
  expect_runs (page, "99-135");
}

Test (run, all_below_a_wide_rule_is_part_of_it)
{
  g_autoptr (Page) page = paper_new ();
  paper_text (page, 50, 88, "Of all of it", FALSE);
  paper_rows (page, 100, ROWS);
  paper_rule (page, 45, 86, 270, 86.5);
  expect_runs (page, "87-135");
}

Test (run, what_is_taken_is_left_out)
{
  g_autoptr (Page) page = paper_new ();
  paper_rows (page, 100, ROWS);
  Box taken = { 45, 95, 345, 140 };
  g_autofree char *runs = dup_runs (page, &taken);
  cr_expect_str_eq (runs, "");
}

Test (run, prose_is_none)
{
  g_autoptr (Page) page = paper_new ();
  paper_prose (page, 50, 100, 10);
  expect_runs (page, "");
}
