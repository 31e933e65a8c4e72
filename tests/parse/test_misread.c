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
  char value[16]; /* with % and direction, "missing" for a mark; "" if nothing mends it */
} MisreadCase;

static MisreadCase misread_cases[] = {
  { "l23", "123" },
  { "1O.5", "10.5" },
  { "1O5", "105" },
  { "12,3", "12.3" },
  { "(23", "-23" },
  { "23)", "-23" },
  { "5O%", "50%" },
  { "50o/o", "50%" },
  { "|48", "48" },
  { "48|", "48" },
  { "'48.", "48" },
  { "1 204", "1204" },
  { "12 .5%", "12.5%" },
  { "l", "1" },
  { "SO", "50" },
  { "—12", "-12" },
  { "_", "missing" },
  { "—", "missing" },
  { "¥ 15%", "15% down" },
  { "=> 1O", "10 flat" },
  /* no figure comes of these */
  { "2.3.4", "" },
  { "Local", "" },
  { "see 12", "" },
  { "S47 visits", "" },
  { "|", "" },
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
  if (misread_mend (desk->cells, desk->vocabulary, one->text, &reading))
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
