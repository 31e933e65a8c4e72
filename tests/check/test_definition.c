/* tests/check/test_definition.c - tests check/definition.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/check/press.h"

#define RULE "definition"

static Sheet *
make (Unit unit, const char *canonical_id, const char *definition)
{
  Sheet *sheet = sheet_new ();
  int row = sheet_add_row (sheet, "A1", unit, "12");
  report_set_text (&report_indicator (sheet->report, (guint) row)->canonical_id, canonical_id);
  Text *text = report_add_text (sheet->report);
  text->indicator = row;
  text->kind = TEXT_DEFINITION;
  report_set_text (&text->text, definition);
  return sheet;
}

static guint
compare (Sheet *first, Sheet *second)
{
  guint n_found = press_compare (first, second, RULE);
  sheet_free (first);
  sheet_free (second);
  return n_found;
}

Test (definition, another_indicator_of_the_catalogue_is_a_note)
{
  cr_expect (
      eq (uint, compare (make (UNIT_COUNT, "contacts", ""), make (UNIT_COUNT, "cases", "")), 1));
  cr_expect (eq (uint, compare (make (UNIT_COUNT, "contacts", ""), make (UNIT_COUNT, "", "")), 0));
}

Test (definition, another_unit_is_a_note)
{
  cr_expect (eq (uint, compare (make (UNIT_COUNT, "a", ""), make (UNIT_PERCENT, "a", "")), 1));
  cr_expect (eq (uint, compare (make (UNIT_COUNT, "a", ""), make (UNIT_NONE, "a", "")), 0));
}

Test (definition, other_words_are_a_note_and_other_type_is_none)
{
  cr_expect (
      eq (uint,
          compare (make (UNIT_COUNT, "a", "All open cases."), make (UNIT_COUNT, "a", "All cases.")),
          1));
  cr_expect (eq (uint,
                 compare (make (UNIT_COUNT, "a", "All open cases."),
                          make (UNIT_COUNT, "a", "All open  Cases")),
                 0));
}

Test (definition, a_reference_that_means_several_things_is_compared_with_nothing)
{
  Sheet *first = make (UNIT_COUNT, "contacts", "");
  sheet_add_row (first, "A1", UNIT_PERCENT, "12");
  cr_expect (eq (uint, compare (first, make (UNIT_COUNT, "cases", "")), 0));
}
