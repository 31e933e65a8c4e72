/* tests/check/test_tie.c - tests check/tie.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/tie.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/check/sheet.h"

typedef struct
{
  TieKind kind;
  char figures[4][8]; /* the result, then parts, the last of a quotient being the divisor */
  guint index;
  char low[16], high[16]; /* what figure @index may be, "" if there is no such end */
} TieCase;

ParameterizedTestParameters (tie, what_is_left_for_a_figure_follows_from_the_others)
{
  static TieCase cases[] = {
    { TIE_SUM, { "12", "5", "4", "3" }, 0, "12", "12" },
    { TIE_SUM, { "12", "5", "4", "9" }, 3, "3", "3" },
    { TIE_SUM, { "12.0", "5", "4", "9" }, 3, "2.95", "3.05" },
    { TIE_QUOTIENT, { "50.0", "16", "", "32" }, 0, "50", "50" },
    { TIE_QUOTIENT, { "50.0", "16", "", "32" }, 1, "15.984", "16.016" },
    { TIE_QUOTIENT, { "50.0", "16", "", "32" }, 3, "31.968", "32.033" },
    { TIE_QUOTIENT, { "0.0", "0", "", "32" }, 3, "", "" },
    { TIE_QUOTIENT, { "50.0", "0", "", "0" }, 0, "", "" },
    { TIE_LARGEST, { "9", "5", "4", "9" }, 0, "9", "9" },
    { TIE_LARGEST, { "9", "5", "4", "8" }, 3, "9", "9" },
    { TIE_LARGEST, { "9", "5", "9", "8" }, 3, "-", "9" },
    { TIE_BETWEEN, { "6", "5", "4", "8" }, 0, "4", "8" },
    { TIE_BETWEEN, { "6", "5", "4", "5" }, 3, "6", "" },
    { TIE_BETWEEN, { "6", "5", "7", "5" }, 3, "", "" },
    { TIE_BETWEEN, { "3", "5", "7", "5" }, 3, "-", "3" },
  };
  return cr_make_param_array (TieCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (TieCase *c, tie, what_is_left_for_a_figure_follows_from_the_others)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  for (guint i = 0; i < 4; i++)
    sheet_add_row (sheet, "A", UNIT_COUNT, c->figures[i][0] != '\0' ? c->figures[i] : "0");
  Check check = { .report = sheet->report };
  g_autoptr (Tie) tie = tie_new (c->kind);
  tie->scale = c->kind == TIE_QUOTIENT ? 100 : 1;
  for (guint i = 0; i < 4; i++)
    {
      KnotRole role = i == 0                              ? KNOT_RESULT
                      : i == 3 && c->kind == TIE_QUOTIENT ? KNOT_DIVISOR
                                                          : KNOT_PART;
      tie_add (tie, report_figure (sheet->report, i), role, i > 0 && c->kind == TIE_SUM ? -1 : 1);
    }

  g_auto (Interval) possible = tie_possible (&check, tie, c->index);
  g_autofree char *low = interval_format_low (&possible, 3);
  g_autofree char *high = interval_format_high (&possible, 3);
  if (c->low[0] == '-') /* far below */
    cr_expect_eq (low[0], '-');
  else
    cr_expect_str_eq (low, c->low);
  cr_expect_str_eq (high, c->high);
}

/* Whatever the figures: putting one of those that are left makes the tie fit, one beyond does not.
 */
Test (tie, what_is_left_is_what_fits)
{
  static const TieKind kinds[] = { TIE_SUM, TIE_QUOTIENT, TIE_LARGEST, TIE_BETWEEN };
  for (guint32 seed = 0; seed < 4000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      TieKind kind = kinds[seed % G_N_ELEMENTS (kinds)];
      g_autoptr (Sheet) sheet = sheet_new ();
      g_autoptr (Tie) tie = tie_new (kind);
      tie->scale = kind == TIE_QUOTIENT ? 100 : 1;
      for (guint i = 0; i < 4; i++)
        {
          g_autofree char *text = sheet_round (g_rand_int_range (rand, 1, 9000), 97, 1);
          sheet_add_row (sheet, "A", UNIT_DAYS, text);
        }
      for (guint i = 0; i < 4; i++)
        {
          KnotRole role = i == 0                           ? KNOT_RESULT
                          : i == 3 && kind == TIE_QUOTIENT ? KNOT_DIVISOR
                                                           : KNOT_PART;
          tie_add (tie, report_figure (sheet->report, i), role, i > 0 && kind == TIE_SUM ? -1 : 1);
        }
      Check check = { .report = sheet->report };
      guint index = (guint) g_rand_int_range (rand, 0, 4);
      g_auto (Interval) possible = tie_possible (&check, tie, index);
      Figure *figure = report_figure (sheet->report, index);
      for (int i = 0; i < 20; i++)
        {
          figure->value.mantissa = g_rand_int_range (rand, 1, 2000);
          g_auto (Interval) own = tie_interval (&check, figure);
          cr_expect_eq (interval_meets (&own, &possible), tie_judge (&check, tie) != VERDICT_OFF,
                        "seed %u, figure %u", seed, index);
        }
    }
}
