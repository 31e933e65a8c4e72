/* tests/parse/test_flat_tail.c - the figures of a row of flattened text, put under their columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_tail.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

#define N_MONTHS 6
#define N_TARGETS 3

typedef struct
{
  char line[120];
  char cells[200];
} LineCase;

/* What the months of a line are. */
static FlatMonths
months_of (const GArray *tokens, guint first)
{
  FlatMonths months = { .n_months = N_MONTHS };
  for (guint k = 0; k < N_MONTHS; k++)
    {
      const Reading *month = &flat_token (tokens, flat_nth_number (tokens, first, k))->reading;
      months.is_percent = month->is_percent;
      months.sum.mantissa += month->value.mantissa;
      if (decimal_compare (month->value, months.max) > 0)
        months.max = month->value;
    }
  return months;
}

static void
add_cell (GString *text, const GArray *tokens, const FlatCell *cell)
{
  g_string_append_printf (text, "%s%s%u:", text->len > 0 ? "; " : "", role_code (cell->role),
                          cell->number);
  for (guint i = 0; i < cell->n; i++)
    g_string_append_printf (text, " %s", flat_token (tokens, cell->first + i)->text);
  if (cell->direction != DIRECTION_NONE)
    g_string_append_printf (text, " (%s)", direction_code (cell->direction));
}

/* Returns (transfer full): the cells behind the six months of @line, as "change0: 4} 70% (down);
 * mean_12m0: 21", and behind a bar where the commentary begins. */
static char *
dup_tail (const char *line)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  Reader reader = desk_reader (desk, report);
  Box box = { 0, 0, 1, 1 };
  guint end = 0;
  g_autoptr (GArray) tokens = flat_tokens (&reader, line, &box);
  int first = flat_find_months (tokens, N_MONTHS);
  cr_assert (ge (int, first, 0), "no months in %s", line);
  FlatMonths months = months_of (tokens, (guint) first);
  guint behind = flat_nth_number (tokens, (guint) first, N_MONTHS - 1) + 1;
  g_autoptr (GArray) cells = flat_read_tail (&reader, tokens, behind, &months, N_TARGETS, &end);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < cells->len; i++)
    add_cell (text, tokens, &g_array_index (cells, FlatCell, i));
  if (end < tokens->len)
    g_string_append_printf (text, " | %s", flat_token (tokens, end)->text);
  return g_string_free (text, FALSE);
}

static LineCase lines[] = {
  { "131 104 86 120 98 109 -5% 12% 108 139 89 88 125",
    "change0: -5%; change1: 12%; mean_12m0: 108; max_12m0: 139; benchmark0: 89; benchmark1: 88; "
    "benchmark2: 125" },
  { "131 104 86 120 98 109 -5% 4} -12% 108 139 - - - The figure fell",
    "change0: -5%; change1: 4} -12% (down); mean_12m0: 108; max_12m0: 139; benchmark0: -; "
    "benchmark1: -; benchmark2: - | The" },
  { "131 104 86 120 98 109 n/a {} 12% V 108 139 89 88 125",
    "change0: n/a; change1: {} 12% (up); dot0: V (down); mean_12m0: 108; max_12m0: 139; "
    "benchmark0: 89; benchmark1: 88; benchmark2: 125" },
  { "131 104 86 120 98 109 3% 2% 108 139 | - - - - 100 110",
    "change0: 3%; change1: 2%; mean_12m0: 108; max_12m0: 139; benchmark0: -; benchmark1: -; "
    "benchmark2: -; target1: 100; target2: 110" },
  { "35% 34% 31% 35% 31% 29% 3% 2% 32% 36% 30% 28% 29% 90%",
    "change0: 3%; change1: 2%; mean_12m0: 32%; max_12m0: 36%; benchmark0: 30%; benchmark1: 28%; "
    "benchmark2: 29%; target2: 90%" },
  { "131 104 86 120 98 109 3% 2% of the whole", "change0: 3%; change1: 2% | of" },
  { "131 104 86 120 98 109", "" },
};

ParameterizedTestParameters (flat_tail, figures_behind_the_months_find_their_columns)
{
  return cr_make_param_array (LineCase, lines, G_N_ELEMENTS (lines));
}

ParameterizedTest (LineCase *expected, flat_tail, figures_behind_the_months_find_their_columns)
{
  g_autofree char *tail = dup_tail (expected->line);
  cr_expect_str_eq (tail, expected->cells, "%s: %s", expected->line, tail);
}

typedef struct
{
  char line[80];
  gboolean has_mean;
} MeanCase;

static MeanCase means[] = {
  { "131 104 86 120 98 109 3% 2% 108 139", TRUE },
  { "131 104 86 120 98 109 3% 2% 108 110", FALSE },   /* a month is above the maximum */
  { "131 104 86 120 98 109 3% 2% 5000 9999", TRUE },  /* months not printed may be as high */
  { "131 104 86 120 98 109 3% 2% 9000 9999", FALSE }, /* but not so high */
  { "131 104 86 120 98 109 3% 2% 30 139", FALSE },    /* nor below nothing */
  { "131 104 86 120 98 109 3% 2% 139 108", FALSE },
};

ParameterizedTestParameters (flat_tail, average_and_maximum_must_be_possible)
{
  return cr_make_param_array (MeanCase, means, G_N_ELEMENTS (means));
}

ParameterizedTest (MeanCase *expected, flat_tail, average_and_maximum_must_be_possible)
{
  g_autofree char *tail = dup_tail (expected->line);
  cr_expect (eq (int, strstr (tail, "mean_12m0") != NULL, expected->has_mean), "%s: %s",
             expected->line, tail);
}

typedef struct
{
  char line[96];
  int first;
} RunCase;

static RunCase runs[] = {
  { "131 104 86 120 98 109", 0 },
  { "received advice 131 104 86 120 98 109 of them", 2 },
  { "in 2019 advice 131 104 86 | 120 98 109", 3 },
  { "131 104 86 120 98", -1 },
  { "131 104 86 or 120 98 109", -1 },
  { "", -1 },
  { "7 86% 90% 95% 88% 94% 97%", 1 },
};

ParameterizedTestParameters (flat_tail, months_are_so_many_numbers_beside_each_other)
{
  return cr_make_param_array (RunCase, runs, G_N_ELEMENTS (runs));
}

ParameterizedTest (RunCase *expected, flat_tail, months_are_so_many_numbers_beside_each_other)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  Reader reader = desk_reader (desk, report);
  Box box = { 0, 0, 1, 1 };
  g_autoptr (GArray) tokens = flat_tokens (&reader, expected->line, &box);
  cr_expect (eq (int, flat_find_months (tokens, N_MONTHS), expected->first), "%s", expected->line);
}

typedef struct
{
  char text[24], core[24];
} CoreCase;

static CoreCase cores[] = {
  { "1,535", "1,535" }, { "|86%", "86%" }, { "[182%", "182%" }, { "'15%7", "15%" },
  { "61%|", "61%" },    { "(12)", "12" },  { "o1", "91" },      { "|", "|" },
  { "of", "of" },       { "“3%”", "3%" },
};

ParameterizedTestParameters (flat_tail, what_a_cells_border_leaves_is_taken_off)
{
  return cr_make_param_array (CoreCase, cores, G_N_ELEMENTS (cores));
}

ParameterizedTest (CoreCase *expected, flat_tail, what_a_cells_border_leaves_is_taken_off)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  Reader reader = desk_reader (desk, report);
  Box box = { 0, 0, 1, 1 };
  g_autoptr (GArray) tokens = flat_tokens (&reader, expected->text, &box);
  cr_expect_str_eq (flat_token (tokens, 0)->core, expected->core);
  cr_expect_str_eq (flat_token (tokens, 0)->text, expected->text, "what is printed stays");
}

Test (flat_tail, a_piece_knows_its_place_in_the_line)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  Reader reader = desk_reader (desk, report);
  Box box = { 7, 3, 20, 4 };
  g_autoptr (GArray) tokens = flat_tokens (&reader, "£5 109", &box);
  cr_expect (eq (dbl, flat_token (tokens, 1)->box.x0, 10));
  cr_expect (eq (dbl, flat_token (tokens, 1)->box.x1, 13));
  cr_expect (eq (dbl, flat_token (tokens, 1)->box.y0, 3));
}
