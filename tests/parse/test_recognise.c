/* tests/parse/test_recognise.c - which family a document belongs to, and who published it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/recognise.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

static Family *
family_of (const char *id, const char *rest)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("id: %s\n"
                                           "authority: Eastwold County Council\n"
                                           "authority_code: E10000099\n"
                                           "%s",
                                           id, rest);
  g_autofree char *path = g_strdup_printf ("my/%s.yaml", id);
  Family *family = family_parse (path, text, strlen (text), &error);
  cr_assert_not_null (family, "%s", error != NULL ? error->message : "");
  return family;
}

/* Returns: the id of the family that @lines belong to, "" for none; "?" goes behind it if they do
 * not name the authority. */
static char *
dup_recognised (const GPtrArray *families, const char *const *lines)
{
  gboolean is_authority = FALSE;
  Recogniser *recogniser = recogniser_new (families, NULL);
  cr_assert_not_null (recogniser);
  const Family *family = recognise (recogniser, lines, &is_authority);
  char *id
      = family == NULL ? g_strdup ("") : g_strconcat (family->id, is_authority ? "" : "?", NULL);
  recogniser_free (recogniser);
  return id;
}

static void
assert_recognises (const char *first, const char *second, const char *expected)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func ((GDestroyNotify) family_free);
  g_ptr_array_add (families, family_of ("eastwold-2018", "authority_when: ['Eastwold']\n"
                                                         "recognised_by: ['^Ref', 'Key to']\n"));
  g_ptr_array_add (families, family_of ("eastwold-2019", "recognised_by: ['Key to']\n"));
  const char *lines[] = { first, second, NULL };
  g_autofree char *id = dup_recognised (families, lines);
  cr_expect_str_eq (id, expected);
}

Test (recognise, all_patterns_of_a_family_must_be_found)
{
  assert_recognises ("Ref. Eastwold", "KEY TO arrows", "eastwold-2018");
  assert_recognises ("Ref. Eastwold", "arrows", "");
}

Test (recognise, the_first_family_that_fits_is_taken)
{
  assert_recognises ("Key to arrows", "a Ref within a line", "eastwold-2019");
}

Test (recognise, a_layout_alone_does_not_name_the_authority)
{
  assert_recognises ("Ref. Westmarch", "Key to arrows", "eastwold-2018?");
}

Test (recognise, a_bad_pattern_is_named_by_file_line_and_key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func ((GDestroyNotify) family_free);
  g_ptr_array_add (families, family_of ("eastwold-2018", "recognised_by: ['^Ref']\n"
                                                         "authority_when: ['East', '(wold']\n"));
  cr_assert_null (recogniser_new (families, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect (g_str_has_prefix (error->message,
                               "my/eastwold-2018.yaml: line 5, key 'authority_when': "
                               "'(wold' is no regular expression"),
             "%s", error->message);
}

Test (recognise, the_families_of_data_tell_their_years_apart)
{
  g_autoptr (Desk) desk = desk_new ();
  static const char *const papers[][4] = {
    { "rotherham-2017", "Rotherham: As at Month End: January 2017", "GOOD PERF IS", NULL },
    { "southampton-2016", "Children and Families Monthly Dataset",
      "Key to direction of travel: Derived from annual:", NULL },
    { "southampton-2019?", "Commentary (Dec-19):", "Number of (S47) enquiries started", NULL },
    { "southampton-2020?", "Commentary (Oct-20):", "Outcome (what impact will monitoring", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *id = dup_recognised (desk->knowledge->families, papers[i] + 1);
      cr_expect_str_eq (id, papers[i][0]);
    }
}
