/* tests/parse/test_misread.c - a cell of figures that was read off an image and is no figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/misread.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

typedef struct
{
  char text[32];
  gboolean is_change;
  char value[16]; /* with % and direction, "missing" for a mark; "" if nothing mends it */
} MisreadCase;

static MisreadCase misread_cases[] = {
  { "l23", FALSE, "123" },
  { "1O.5", FALSE, "10.5" },
  { "1O5", FALSE, "105" },
  { "12,3", FALSE, "12.3" },
  { "(23", FALSE, "-23" },
  { "23)", FALSE, "-23" },
  { "5O%", FALSE, "50%" },
  { "50o/o", FALSE, "50%" },
  { "|48", FALSE, "48" },
  { "48|", FALSE, "48" },
  { "'48.", FALSE, "48" },
  { "1 204", FALSE, "1204" },
  { "12 .5%", FALSE, "12.5%" },
  { "l", FALSE, "1" },
  { "SO", FALSE, "50" },
  { "—12", FALSE, "-12" },
  { "_", FALSE, "missing" },
  { "—", FALSE, "missing" },
  { "¥ 15%", FALSE, "15% down" },
  { "=> 1O", FALSE, "10 flat" },
  { "—® (10)", TRUE, "-10 flat" },
  { "- 4%", TRUE, "4% flat" },
  { "- -4%", TRUE, "-4% flat" },
  { "1 30", FALSE, "130" },
  { "1 30", TRUE, "30" },
  { "| -l2%", TRUE, "-12%" },
  /* no figure comes of these */
  { "2.3.4", FALSE, "" },
  { "Local", FALSE, "" },
  { "see 12", FALSE, "" },
  { "S47 visits", FALSE, "" },
  { "|", FALSE, "" },
};

ParameterizedTestParameters (misread, a_figure_is_read_with_as_little_changed_as_makes_it_one)
{
  return cr_make_param_array (MisreadCase, misread_cases, G_N_ELEMENTS (misread_cases));
}

ParameterizedTest (MisreadCase *one, misread,
                   a_figure_is_read_with_as_little_changed_as_makes_it_one)
{
  g_autoptr (Desk) desk = desk_new ();
  Reading reading = { .looks = LOOKS_EMPTY };
  g_autoptr (GString) words = g_string_new (NULL);
  if (misread_mend (desk->cells, desk->vocabulary, one->text, one->is_change, &reading))
    {
      g_autofree char *value = decimal_format (reading.value);
      g_string_append (words, reading.has_value ? value : status_code (reading.status));
      g_string_append (words, reading.is_percent ? "%" : "");
      if (reading.direction != DIRECTION_NONE)
        g_string_append_printf (words, " %s", direction_code (reading.direction));
    }
  cr_expect (eq (str, words->str, one->value), "%s", one->text);
}

Test (misread, letters_beside_digits_are_digits_that_look_so)
{
  g_autoptr (Desk) desk = desk_new ();
  static const char *const cases[][2] = {
    { "Nov-l6", "Nov-16" }, { "2O14/I5", "2014/15" }, { "change from Dec lS", NULL },
    { "Nov-16", NULL },     { "N0v-16", NULL },       { "Novl6", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *digits = misread_dup_digits (desk->vocabulary, cases[i][0]);
      cr_expect_eq (g_strcmp0 (digits, cases[i][1]), 0, "%s: %s", cases[i][0], digits);
    }
}
