/* tests/emit/test_sparkline.c - tests emit/sparkline.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/sparkline.h"

#include <criterion/criterion.h>
#include <string.h>

#include "tests/emit/sample.h"

/* Adds the months from July 2016 on, in the order in which they are printed. */
static void
add_months (Report *report, const char *const *digits)
{
  for (int i = 0; digits[i] != NULL; i++)
    if (digits[i][0] != '\0')
      sample_add_figure (report, MEASURE_ACTUAL, period_month (2016, 7 + i), digits[i])->column = i;
}

/* Returns (transfer full): the drawing of the only row. */
static char *
draw (const Report *report)
{
  GString *html = g_string_new (NULL);
  g_autoptr (GPtrArray) tableaux = tableaux_of (report, 0, report->indicators->len);
  sparkline_append (html, g_ptr_array_index (tableaux, 0), 0);
  return g_string_free (html, FALSE);
}

static void
assert_has (const char *html, const char *part)
{
  cr_expect_not_null (strstr (html, part), "no '%s' in %s", part, html);
}

Test (sparkline, says_in_words_what_it_shows)
{
  g_autoptr (Report) report = sample_new ();
  add_months (report, (const char *const[]){ "5.0", "9", "2", "7", NULL });
  g_autofree char *html = draw (report);
  assert_has (html, "aria-label=\"July 2016 5.0 to October 2016 7, lowest 2, highest 9\"");
  assert_has (html, "role=\"img\"");
}

Test (sparkline, the_highest_month_is_drawn_highest)
{
  g_autoptr (Report) report = sample_new ();
  add_months (report, (const char *const[]){ "0", "10", "5", NULL });
  g_autofree char *html = draw (report);
  assert_has (html, "d=\"M3 27L60 3L117 15\"");
}

Test (sparkline, a_month_without_a_figure_is_a_gap)
{
  g_autoptr (Report) report = sample_new ();
  add_months (report, (const char *const[]){ "0", "10", "", "5", NULL });
  g_autofree char *html = draw (report);
  assert_has (html, "L41 3M117 15\"");
}

Test (sparkline, benchmarks_and_targets_are_lines_and_told)
{
  g_autoptr (Report) report = sample_new ();
  add_months (report, (const char *const[]){ "10", "20", "15", NULL });
  report_set_text (&sample_add_figure (report, MEASURE_BENCHMARK, NO_PERIOD, "12")->label, "Nat.");
  report_set_text (&sample_add_figure (report, MEASURE_TARGET, NO_PERIOD, "18")->label, "Goal");
  Figure *far = sample_add_figure (report, MEASURE_BENCHMARK, NO_PERIOD, "700");
  far->comparator = COMPARATOR_REGION;
  report_set_text (&far->label, "SE");
  g_autofree char *html = draw (report);
  assert_has (html, "; Nat. 12");
  assert_has (html, "; Goal 18");
  assert_has (html, "; SE 700 (off the scale)");
  assert_has (html, "<path class=\"bm\"");
  assert_has (html, "<path class=\"tg\"");
  cr_expect_null (strstr (strstr (html, "class=\"bm\"") + 1, "class=\"bm\""));
}

Test (sparkline, two_figures_make_none)
{
  g_autoptr (Report) report = sample_new ();
  add_months (report, (const char *const[]){ "10", "20", NULL });
  g_autofree char *html = draw (report);
  cr_expect_str_eq (html, "");
}

Test (sparkline, a_flat_row_is_drawn_in_the_middle)
{
  g_autoptr (Report) report = sample_new ();
  add_months (report, (const char *const[]){ "7", "7", "7", NULL });
  g_autofree char *html = draw (report);
  assert_has (html, "d=\"M3 15L60 15L117 15\"");
}
