/* tests/parse/test_reference.c - references that were read off an image, told by the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/reference.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* Expects what the first of references, with blanks between them, was printed as among the others;
 * "" if it is left alone.  An underscore stands for a blank within one. */
static void
assert_mends (const char *refs, const char *expected, const char *behind)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (References) references = references_new ();
  g_auto (GStrv) list = g_strsplit (refs, " ", -1);
  for (guint i = 0; list[i] != NULL; i++)
    references_add (references, g_strdelimit (list[i], "_", ' '));
  const char *rest = "";
  g_autofree char *mended = references_dup_mended (references, desk->vocabulary, list[0], &rest);
  cr_expect_str_eq (mended != NULL ? mended : "", expected, "%s", refs);
  cr_expect_str_eq (rest, behind, "%s", refs);
}

Test (reference, letters_where_the_others_have_digits_are_digits)
{
  assert_mends ("S.S 5.2 5.3", "5.5", "");
  assert_mends ("6.g 6.10 6.11", "6.9", "");
}

Test (reference, a_letter_behind_a_digit_is_part_of_the_reference)
{
  assert_mends ("5.5b 5.2 5.3", "", "");
  assert_mends ("3S 32 33 34", "", "");
}

Test (reference, a_stroke_of_the_rule_before_it_is_none_of_it)
{
  assert_mends ("IASS.2 ASS.1 ASS.3", "ASS.2", "");
  assert_mends ("|_CIN_7 CIN_6 CIN_8", "CIN 7", "");
}

Test (reference, words_behind_it_are_none_of_it)
{
  assert_mends ("4.10Q_Care_Leavers 4.1Q 4.2Q", "4.10Q", "Care Leavers");
  assert_mends ("CIN_1_rate CIN_1 CIN_2", "", "");
  assert_mends ("CIN_1_(n) CIN_1 CIN_2", "", "");
}

Test (reference, of_a_form_that_as_many_others_have_is_left_alone)
{
  assert_mends ("IA.1 IA.2 A.1 A.2", "", "");
  assert_mends ("S.S 5.2", "", "");
}

Test (reference, behind_a_name_in_its_cell_is_found)
{
  g_autoptr (References) references = references_new ();
  references_add (references, "CIN 1");
  references_add (references, "CIN 2");
  references_add (references, "Children in need CIN 3");
  cr_expect_str_eq (references_behind (references, "Children in need CIN 3"), "CIN 3");
  cr_expect_null (references_behind (references, "Children in need SG 3"));
  cr_expect_null (references_behind (references, "AB CIN 3"));
}

static void
add_row (Report *report, const char *ref, const char *name)
{
  Indicator *indicator = report_add_indicator (report);
  report_set_text (&indicator->ref, ref);
  report_set_text (&indicator->ref_printed, ref);
  report_set_text (&indicator->name, name);
}

Test (reference, of_a_report_is_set_as_meant_with_a_note)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_report ();
  add_row (report, "5.1 Open cases", "");
  add_row (report, "5.2 Care Leavers", "Authorised care plans");
  for (int i = 3; i < 8; i++)
    {
      g_autofree char *ref = g_strdup_printf ("5.%d", i);
      add_row (report, ref, "Cases");
    }
  Reader reader = desk_reader (desk, report);
  references_settle (&reader);
  cr_expect_str_eq (report_indicator (report, 0)->ref, "5.1");
  cr_expect_str_eq (report_indicator (report, 0)->ref_printed, "5.1 Open cases");
  cr_expect_str_eq (report_indicator (report, 0)->name, "Open cases");
  cr_expect_str_eq (report_indicator (report, 1)->name, "Authorised care plans");
  cr_assert_not_null (desk_finding (report, "meant"));
  cr_expect_str_eq (desk_finding (report, "meant")->message,
                    "the reference was read as '5.1 Open cases' and means '5.1': so the others are "
                    "written");
}
