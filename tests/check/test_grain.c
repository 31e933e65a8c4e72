/* tests/check/test_grain.c - tests check/grain.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/grain.h"

#include <criterion/criterion.h>

#include "tests/check/sheet.h"

typedef struct
{
  const char *months;
  guint grain;
} GrainCase;

Test (grain, many_different_multiples_show_that_a_row_is_rounded)
{
  static const GrainCase cases[] = {
    { "15 20 25 35 20 15 40 30", 5 },
    { "110 120 90 80 70 130 140 60", 10 },
    { "1200 1300 900 1500 1700 1600 1400 2100", 100 },
    { "15 20 25 35 20 15 40 31", 1 }, /* one is none */
    { "15 20 25 35 20 15 40", 1 },    /* too few */
    { "15 15 15 15 15 20 15 15", 1 }, /* too much alike */
    { "0 0 0 0 0 0 5 10", 1 },        /* zeros say nothing */
    { "15.0 20.0 25.0 35.0 20.0 15.0 40.0 30.0", 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      sheet_add_row (sheet, "A", UNIT_COUNT, cases[i].months);
      g_autoptr (GArray) grains = grains_of_report (sheet->report);
      cr_expect_eq (g_array_index (grains, guint, 0), cases[i].grain, "%s", cases[i].months);
    }
}

Test (grain, a_table_shows_it_for_its_short_rows)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet_add_row (sheet, "A", UNIT_COUNT, "15 20 25 30");
  sheet_add_row (sheet, "B", UNIT_COUNT, "45 40 35 20");
  g_autoptr (GArray) grains = grains_of_report (sheet->report);
  cr_expect_eq (g_array_index (grains, guint, 0), 5);
  cr_expect_eq (g_array_index (grains, guint, 1), 5);
}

/* 20 + 25 + 30 may be made of 18 + 23 + 28 = 69. */
Test (grain, rounded_counts_stand_for_half_their_grain_to_either_side)
{
  static const struct
  {
    const char *total;
    guint n_findings;
  } cases[] = { { "70", 0 }, { "80", 0 }, { "60", 1 }, { "69", 0 }, { "66", 1 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      g_autofree char *totals = g_strconcat ("50 55 70 ", cases[i].total, NULL);
      sheet_add_row (sheet, "T", UNIT_COUNT, totals);
      sheet_add_row (sheet, "A", UNIT_COUNT, "15 20 25 20");
      sheet_add_row (sheet, "B", UNIT_COUNT, "20 25 20 25");
      sheet_add_row (sheet, "C", UNIT_COUNT, "15 10 25 30");
      sheet_add_row (sheet, "D", UNIT_COUNT, "35 40 45 50 55 60 45 85 70 65 30");
      sheet_relate_as (sheet, "t = a + b + c");
      cr_expect_eq (sheet_check (sheet, "sum"), cases[i].n_findings, "%s", cases[i].total);
    }
}
