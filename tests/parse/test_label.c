/* tests/parse/test_label.c - what the label of a row says that its figures are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/label.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

typedef struct
{
  char text[32];
  char meaning[32]; /* measure, component, period; "" if it is no label */
} Case;

static Case cases[] = {
  { "Nov-16", "actual value 2016-11" },
  { "2015/16", "annual value FY2015-16" },
  { "Target", "target value " },
  { "England", "benchmark value " },
  { "England\302\263", "benchmark value " },
  { "Numerator", "actual numerator " },
  { "Denominat or", "actual denominator " },
  { "Actual", "actual value " },
  { "Contacts made", "" },
  { "", "" },
};

/* Returns (transfer full): what the label says; "" if it is none. */
static char *
dup_meaning (const Desk *desk, const char *text)
{
  Label label;
  if (!label_read (&desk->words, text, &label))
    return g_strdup ("");
  g_autofree char *period = period_format (label.period);
  return g_strdup_printf ("%s %s %s", measure_code (label.measure),
                          component_code (label.component), period);
}

ParameterizedTestParameters (label, tells_what_the_figures_of_its_row_are)
{
  return cr_make_param_array (Case, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (Case *with, label, tells_what_the_figures_of_its_row_are)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *meaning = dup_meaning (desk, with->text);
  cr_expect_str_eq (meaning, with->meaning, "'%s' is '%s'", with->text, meaning);
}

Test (label, of_an_image_a_letter_may_be_another)
{
  static const Case misread[] = {
    { "Mav 2018", "actual value 2018-05" },
    { "Eng1and", "benchmark value " },
    { "Nurnerator", "actual numerator " },
    { "Ju? 2018", "" }, /* June or July */
    { "Contacts made", "" },
  };
  g_autoptr (Desk) desk = desk_new ();
  for (guint i = 0; i < G_N_ELEMENTS (misread); i++)
    {
      desk->words.is_of_image = FALSE;
      g_autofree char *printed = dup_meaning (desk, misread[i].text);
      cr_expect_str_eq (printed, "", "'%s' is '%s'", misread[i].text, printed);
      desk->words.is_of_image = TRUE;
      g_autofree char *meaning = dup_meaning (desk, misread[i].text);
      cr_expect_str_eq (meaning, misread[i].meaning, "'%s' is '%s'", misread[i].text, meaning);
    }
}

Test (label, what_stands_over_labels_is_none)
{
  g_autoptr (Desk) desk = desk_new ();
  Label label;
  cr_expect (label_heads (&desk->words, "Month"));
  cr_expect_not (label_heads (&desk->words, "Nov-16"));
  cr_expect_not (label_read (&desk->words, "Month", &label));
}
