/* tests/parse/test_reading.c - how a cell's characters become a value, a direction and a status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/reading.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

static const char *const looks_names[] = {
  [LOOKS_EMPTY] = "empty",       [LOOKS_NUMBER] = "number",       [LOOKS_PERCENT] = "percent",
  [LOOKS_FRACTION] = "fraction", [LOOKS_TOLERANCE] = "tolerance", [LOOKS_ARROW] = "arrow",
  [LOOKS_CHANGE] = "change",     [LOOKS_MARK] = "mark",           [LOOKS_TEXT] = "text",
};

static void
add_decimal (GString *words, const char *sign, gboolean is_there, Decimal decimal)
{
  g_autofree char *number = decimal_format (decimal);
  if (is_there)
    g_string_append_printf (words, " %s%s", sign, number);
}

/* Returns (transfer full): all that was read, in words. */
static char *
dup_reading (const Reading *reading)
{
  GString *words = g_string_new (looks_names[reading->looks]);
  add_decimal (words, "", reading->has_value, reading->value);
  add_decimal (words, "", reading->has_numerator, reading->numerator);
  add_decimal (words, "/", reading->has_denominator, reading->denominator);
  add_decimal (words, ">=", reading->has_lower, reading->lower);
  add_decimal (words, "<=", reading->has_upper, reading->upper);
  if (reading->is_percent)
    g_string_append (words, " %");
  if (reading->direction != DIRECTION_NONE)
    g_string_append_printf (words, " %s", direction_code (reading->direction));
  if (reading->status != STATUS_OK)
    g_string_append_printf (words, " %s", status_code (reading->status));
  return g_string_free (words, FALSE);
}

typedef struct
{
  char text[64];
  char reading[48];
} CellCase;

static CellCase cells[] = {
  { "", "empty" },
  /* numbers keep their decimals */
  { "109", "number 109" },
  { "0", "number 0" },
  { "1,341", "number 1341" },
  { "1,234,567", "number 1234567" },
  { "35.80", "number 35.80" },
  { "444 (p)", "number 444" },
  { "83.9%*", "percent 83.9 %" },
  { "1,204 (revised)²", "number 1204" },
  { ".5", "number 0.5" },
  { "-0.50", "number -0.50" },
  { "-72", "number -72" },
  { "- 72", "number -72" },
  { "−72", "number -72" },
  { "–72", "number -72" },
  { "+9", "number 9" },
  { "(23)", "number -23" },
  { "(1,204)", "number -1204" },
  { "£1,204", "number 1204" },
  { "109*", "number 109" },
  { "109r", "number 109" },
  { "1,204 (p)", "number 1204" },
  { "109 [u]", "number 109" },
  { "44 days", "number 44" },
  { "548.3 per 10,000", "number 548.3" },
  { "999999999999999999", "number 999999999999999999" },
  /* percentages */
  { "35.8%", "percent 35.8 %" },
  { "35.8 %", "percent 35.8 %" },
  { "0.0%", "percent 0.0 %" },
  { "100%", "percent 100 %" },
  { "+9.7%", "percent 9.7 %" },
  { "-17.3%", "percent -17.3 %" },
  { "(5%)", "percent -5 %" },
  { "(5)%", "percent -5 %" },
  { "35.8%*", "percent 35.8 %" },
  /* fractions */
  { "35.1% (54/154)", "fraction 35.1 54 /154 %" },
  { "54 of 154 (35.1%)", "fraction 35.1 54 /154 %" },
  { "54/154 = 35.1%", "fraction 35.1 54 /154 %" },
  { "54 (35.1%)", "fraction 35.1 54 %" },
  { "35.1% (54)", "fraction 35.1 54 %" },
  { "14-20%", "tolerance >=14 <=20 %" },
  { "206 of 492", "fraction 206 /492" },
  { "22 out of 517", "fraction 22 /517" },
  { "1,206 of 1,492", "fraction 1206 /1492" },
  { "0 of 0", "fraction 0 /0" },
  /* bounds */
  { "<92%", "tolerance 92 <=92 %" },
  { "26%<", "tolerance 26 <=26 %" },
  { "92%>", "tolerance 92 >=92 %" },
  { "95%+", "tolerance 95 >=95 %" },
  { ">44.0", "tolerance 44.0 >=44.0" },
  { "≥85", "tolerance 85 >=85" },
  { "at least 85%", "tolerance 85 >=85 %" },
  { "10 or less", "tolerance 10 <=10" },
  { "up to 10", "tolerance 10 <=10" },
  { "+/-5 of 158.8", "tolerance >=153.8 <=163.8" },
  { "up to +/-5 of 158.8", "tolerance >=153.8 <=163.8" },
  { "±0.5 of 20", "tolerance >=19.5 <=20.5" },
  { "more than +/-5", "tolerance" },
  { "14-20", "tolerance >=14 <=20" },
  { "14% to 20%", "tolerance >=14 <=20 %" },
  /* arrows */
  { "↑", "arrow up" },
  { "↓", "arrow down" },
  { "→", "arrow flat" },
  { "▲", "arrow up" },
  { "→ 3", "change 3 flat" },
  { "→ -3%", "change -3 % flat" },
  { "↓ (23)", "change -23 down" },
  { "↓ -28", "change -28 down" },
  { "↑ 10", "change 10 up" },
  { "↑182", "change 182 up" },
  { "-12% ▼", "change -12 % down" },
  { "↑ 1,204%", "change 1204 % up" },
  { "↑ n/a", "mark up not_applicable" },
  /* why there is no number */
  { "-", "mark missing" },
  { "–", "mark missing" },
  { "n/a", "mark not_applicable" },
  { "N/A", "mark not_applicable" },
  { "- n/a", "mark not_applicable" },
  { "TBC", "mark pending" },
  { "tbc", "mark pending" },
  { "Local", "mark local_measure" },
  { "New measure from Sep 16", "mark new_measure" },
  { "New from Sep 16", "mark new_measure" },
  { "Old measure replaced by EH1a and EH1b", "mark replaced" },
  { "range to be set", "mark pending" },
  { "not available", "mark not_available" },
  /* what is no number, however near it comes */
  { "1,2O4", "text unreadable" },
  { "1,23", "text unreadable" },
  { "12,34,567", "text unreadable" },
  { "1.2.3", "text unreadable" },
  { "5.", "text unreadable" },
  { "109 139", "text unreadable" },
  { "5 → 6", "text unreadable" },
  { "Amber", "text unreadable" },
  { "M6-QL (val)", "text unreadable" },
  { "1234567890123456789", "text unreadable" },
  { "Nov 16", "text unreadable" },
  { "£", "text unreadable" },
  { "()", "text unreadable" },
  { "%", "text unreadable" },
};

ParameterizedTestParameters (reading, reads_a_cell_as_it_is_printed)
{
  return cr_make_param_array (CellCase, cells, G_N_ELEMENTS (cells));
}

ParameterizedTest (CellCase *expected, reading, reads_a_cell_as_it_is_printed)
{
  g_autoptr (Desk) desk = desk_new ();
  Reading reading = cell_read (desk->cells, expected->text);
  g_autofree char *words = dup_reading (&reading);
  cr_expect_str_eq (words, expected->reading, "'%s' reads '%s', not '%s'", expected->text, words,
                    expected->reading);
}

Test (reading, no_text_is_an_empty_cell)
{
  g_autoptr (Desk) desk = desk_new ();
  Reading reading = cell_read (desk->cells, NULL);
  cr_expect (eq (int, reading.looks, LOOKS_EMPTY));
  cr_expect (eq (int, reading.status, STATUS_OK));
}
