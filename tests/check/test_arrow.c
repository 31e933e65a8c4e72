/* tests/check/test_arrow.c - tests check/arrow.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

/* A report whose key says 10 per cent and whose arrows follow it. */
static Sheet *
sheet_with_key (void)
{
  Sheet *sheet = sheet_new ();
  sheet->report->arrow_threshold = 10;
  const char *changes[] = { "^33", "=9", "=-9", "v-11", "^11", "=0" };
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    sheet_add (sheet, sheet_add_row (sheet, "A", UNIT_COUNT, "."), MEASURE_CHANGE_PREV, changes[i]);
  return sheet;
}

typedef struct
{
  char change[8];
  guint n_findings;
} ArrowCase;

ParameterizedTestParameters (arrow, agrees_with_its_change)
{
  static ArrowCase cases[] = {
    { "^27", 0 },  { "=27", 1 },   { "v27", 1 },   { "v-27", 0 }, { "^-27", 1 },
    { "=5", 0 },   { "^5", 1 },    { "v-5", 1 },   { "^10", 0 },  { "=10", 0 }, /* 9.9 is 10 */
    { "v-10", 0 }, { "=-10", 0 },  { "v10", 1 },   { "=11", 1 },  { "^9", 1 },
    { "27", 0 },   { "^10.0", 0 }, { "=10.1", 1 }, { "^9.9", 1 },
  };
  return cr_make_param_array (ArrowCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (ArrowCase *c, arrow, agrees_with_its_change)
{
  g_autoptr (Sheet) sheet = sheet_with_key ();
  sheet_add (sheet, 0, MEASURE_CHANGE_YEAR, c->change);
  cr_expect_eq (sheet_check (sheet, "arrow"), c->n_findings, "%s", c->change);
}

Test (arrow, without_a_key_nothing_is_said)
{
  g_autoptr (Sheet) sheet = sheet_with_key ();
  sheet->report->arrow_threshold = 0;
  sheet_add (sheet, 0, MEASURE_CHANGE_YEAR, "v27");
  cr_expect_eq (sheet_check (sheet, "arrow"), 0);
}

Test (arrow, a_report_without_signs_lets_the_arrow_tell_them)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet->report->arrow_threshold = 10;
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, ".");
  sheet_add (sheet, row, MEASURE_CHANGE_PREV, "v27");
  cr_expect_eq (sheet_check (sheet, "arrow"), 0);
  sheet_add (sheet, row, MEASURE_CHANGE_YEAR, "v2");
  cr_expect_eq (sheet_check (sheet, "arrow"), 1);
}

Test (arrow, the_finding_tells_the_key_and_the_arrow_that_it_asks_for)
{
  g_autoptr (Sheet) sheet = sheet_with_key ();
  sheet_add (sheet, 0, MEASURE_CHANGE_YEAR, "=-27");
  sheet_check (sheet, "arrow");
  const Finding *finding = sheet_finding (sheet, "arrow");
  cr_expect_str_eq (finding->message, "arrow flat beside a change of -27, which is down by the "
                                      "report's key (10 or more is up, -10 or less is down, else "
                                      "flat)");
  cr_expect_str_eq (finding->suggestion, "down");
  cr_expect_eq (finding->severity, SEVERITY_CONTRADICTION);
}

Test (arrow, many_that_follow_another_key_are_one_warning)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet->report->arrow_threshold = 10;
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, ".");
  const char *changes[] = { "^33", "^7", "^6", "v-6", "=4", "v-20" };
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    sheet_add (sheet, row, MEASURE_CHANGE_PREV, changes[i]);
  cr_expect_eq (sheet_check (sheet, "arrow"), 1);
  cr_expect_eq (sheet_finding (sheet, "arrow")->severity, SEVERITY_WARNING);
  cr_expect_str_eq (sheet_finding (sheet, "arrow")->message,
                    "3 of 6 arrows disagree with a key of 10 per cent, and none with one of 6 per "
                    "cent");
}

Test (arrow, many_that_follow_no_key_prove_nothing)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet->report->arrow_threshold = 10;
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, ".");
  const char *changes[] = { "v33", "v27", "^-30", "^0" };
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    sheet_add (sheet, row, MEASURE_CHANGE_PREV, changes[i]);
  cr_expect_eq (sheet_check (sheet, "arrow"), 0);
}

Test (arrow, no_key_is_of_nothing)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  sheet->report->arrow_threshold = 10;
  int row = sheet_add_row (sheet, "A", UNIT_COUNT, ".");
  for (int i = 0; i < 3; i++)
    sheet_add (sheet, row, MEASURE_CHANGE_PREV, "^0");
  cr_expect_eq (sheet_check (sheet, "arrow"), 0, "a key of 0 per cent would let them stand");
}
