/* tests/parse/test_footnote.c - marks of notes within a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/footnote.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

typedef struct
{
  char text[32], plain[32]; /* "" if it has no marks */
} Case;

static Case cases[] = {
  { "referrals\302\271", "referrals" },
  { "referrals \302\271\302\262 made", "referrals  made" },
  { "referrals \342\201\264", "referrals" },
  { "referrals", "" },
  { "\302\2431.2", "" },
  { "\302\262", "" },
  { "", "" },
};

ParameterizedTestParameters (footnote, superscript_figures_are_taken_off)
{
  return cr_make_param_array (Case, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (Case *with, footnote, superscript_figures_are_taken_off)
{
  g_autofree char *plain = footnote_strip (with->text);
  cr_expect_str_eq (plain != NULL ? plain : "", with->plain);
}

Test (footnote, headings_names_and_figures_are_read_without_their_marks)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report
      = desk_read (desk, "Ref\tMeasure\tOct 16\tNov 16\302\271\tTarget\302\262\n"
                         "M1\tContacts made\302\263\t5\t6\342\201\264\t7\n");
  cr_assert_eq (report->indicators->len, 1);
  cr_expect_str_eq (report_indicator (report, 0)->name, "Contacts made");
  cr_assert_eq (report->figures->len, 3);
  cr_expect_eq (report_figure (report, 1)->value.mantissa, 6);
  cr_expect_str_eq (report_figure (report, 1)->raw, "6\342\201\264");
  cr_expect (eq (int, (int) report_figure (report, 2)->measure, MEASURE_TARGET));
}
