/* tests/parse/test_flat_row.c - the figures of one row of flattened text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_row.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

#define N_MONTHS 3

/* A document of some lines, in a table of three months, two changes, a triangle, an average, a
 * maximum and a benchmark. */
typedef struct
{
  Desk *desk;
  Report *report;
  Reader reader;
  GPtrArray *lines, *tokens;
  GArray *columns;
  FlatTextRow text; /* of the row that was read */
} Tray;

static GArray *
make_columns (void)
{
  static const Role roles[]
      = { ROLE_PERIOD, ROLE_PERIOD,   ROLE_PERIOD,  ROLE_CHANGE_PREV, ROLE_CHANGE_YEAR,
          ROLE_DOT,    ROLE_MEAN_12M, ROLE_MAX_12M, ROLE_BENCHMARK };
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      static char label[] = "heading";
      Column column = { .role = roles[i], .period = NO_PERIOD, .label = label };
      if (roles[i] == ROLE_PERIOD)
        column.period = period_add_months (desk_period ("2019-10"), (int) i);
      if (roles[i] == ROLE_BENCHMARK)
        column.comparator = COMPARATOR_NATIONAL;
      g_array_append_val (columns, column);
    }
  return columns;
}

/* Reads the row whose months are on @line of @text. */
static void
tray_init (Tray *tray, const char *text, guint line, gboolean is_percent)
{
  *tray = (Tray){ .desk = desk_new (), .report = desk_report (), .columns = make_columns () };
  tray->report->period = desk_period ("2019-12");
  tray->reader = desk_reader (tray->desk, tray->report);
  tray->lines = desk_lines (text);
  tray->tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < tray->lines->len; i++)
    {
      const TextLine *own = g_ptr_array_index (tray->lines, i);
      g_ptr_array_add (tray->tokens, flat_tokens (&tray->reader, own->text, &own->box));
    }
  Flat flat = { &tray->reader, { tray->columns, N_MONTHS, 0 }, tray->lines, tray->tokens };
  FlatRow row = { .line = line, .is_percent = is_percent, .name = "" };
  cr_expect_eq (flat_line_tokens (&flat, line), g_ptr_array_index (tray->tokens, line));
  flat_row_read (&flat, &row, 0, &tray->text);
}

static void
tray_clear (Tray *tray)
{
  for (guint i = 0; i < FLAT_N_TEXTS; i++)
    g_string_free (tray->text.texts[i].text, TRUE);
  g_array_unref (tray->columns);
  g_ptr_array_unref (tray->tokens);
  g_ptr_array_unref (tray->lines);
  report_free (tray->report);
  desk_free (tray->desk);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tray, tray_clear)

#define MONTHS "actual 2019-10 104, 2019-11 86, 2019-12 120"

Test (flat_row, figures_stand_under_their_columns)
{
  g_auto (Tray) tray;
  tray_init (&tray, "Contacts 104 86 120 40% 12% 108 139 90 They rose.", 0, FALSE);
  desk_expect_figures (tray.report, 0,
                       MONTHS ", change_prev 2019-11 40%, change_year 2018-12 12%, "
                              "mean_12m 2019-12 108, max_12m 2019-12 139, benchmark national 90");
  cr_expect (eq (int, report_indicator (tray.report, 0)->unit, UNIT_COUNT));
  desk_expect_unplaced (tray.report, "");
}

Test (flat_row, texts_are_told_where_the_figures_are)
{
  g_auto (Tray) tray;
  tray_init (&tray, "All contacts 104 86 120 40% 12% 108 139 90 They rose.", 0, FALSE);
  cr_expect (eq (uint, tray.text.line, 0));
  cr_expect (eq (uint, tray.text.figures, 2));
  cr_expect (eq (uint, tray.text.figures_end, 10));
}

Test (flat_row, a_row_of_percentages_has_their_unit)
{
  g_auto (Tray) tray;
  tray_init (&tray, "Share 71.4% 68.6% 73.0% 6% 12% 70.1% 75.2% 68.0%", 0, TRUE);
  cr_expect (eq (int, report_indicator (tray.report, 0)->unit, UNIT_PERCENT));
  cr_expect (eq (int, report_figure (tray.report, 0)->unit, UNIT_PERCENT));
}

Test (flat_row, dashes_on_the_line_above_are_its_benchmarks)
{
  g_auto (Tray) tray;
  tray_init (&tray, "and others - -\nContacts 104 86 120 40% 12% 108 139", 1, FALSE);
  const Figure *benchmark
      = report_find_figure (tray.report, 0, MEASURE_BENCHMARK, NO_PERIOD, COMPONENT_VALUE);
  cr_assert_not_null (benchmark);
  cr_expect (eq (int, benchmark->status, STATUS_MISSING));
}

Test (flat_row, a_month_broken_over_two_lines_is_joined_and_doubtful)
{
  g_auto (Tray) tray;
  tray_init (&tray, "Contacts 104 186 1 40% 12% 108 186 90\nreceived 63", 0, FALSE);
  const Figure *last = report_figure (tray.report, N_MONTHS - 1);
  g_autofree char *value = decimal_format (last->value);
  cr_expect_str_eq (value, "163");
  cr_expect_str_eq (last->raw, "1 63");
  cr_expect (lt (dbl, last->confidence, 1));
  cr_expect_not_null (desk_finding (tray.report, "mended"));
}

Test (flat_row, numbers_before_the_commentary_that_no_column_takes_are_counted)
{
  g_auto (Tray) tray;
  tray_init (&tray, "Contacts 104 86 120 40% 12% 108 139 90 91 92 93 94 95 96 97 They rose.", 0,
             FALSE);
  desk_expect_unplaced (tray.report, "91 92 93 94 95 96 97");
}
