/* tests/model/test_family.c - how one publisher's reports look, as a file of data/families/ tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/family.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#define HEAD "id: a-2019\nauthority: A\nauthority_code: E06000001\nrecognised_by: [a]\n"

static Family *
parse (const char *text, GError **error)
{
  return family_parse ("a.yaml", text, strlen (text), error);
}

Test (family, a_family_is_what_its_file_tells)
{
  g_autoptr (Family) family = parse ("id: a-2019\n"
                                     "authority: A Town\n"
                                     "authority_code: E06000001\n"
                                     "authority_when: ['\\bA Town\\b']\n"
                                     "recognised_by: [monthly dataset, 'page 1 of']\n"
                                     "arrow_threshold: 10\n"
                                     "columns:\n"
                                     "  - heading: Ref\n"
                                     "  - month: -12\n"
                                     "  - month: 0\n",
                                     NULL);
  cr_assert_not_null (family);

  cr_expect_str_eq (family->path, "a.yaml");
  cr_expect_str_eq (family->id, "a-2019");
  cr_expect_str_eq (family->authority, "A Town");
  cr_expect_str_eq (family->authority_code, "E06000001");
  cr_expect_str_eq (g_ptr_array_index (family->authority_when, 0), "\\bA Town\\b");
  cr_expect_str_eq (g_ptr_array_index (family->recognised_by, 1), "page 1 of");
  cr_expect (eq (int, family->arrow_threshold, 10));
  cr_expect (eq (uint, family->columns->len, 3));
}

Test (family, a_column_is_a_heading_or_a_month)
{
  g_autoptr (Family) family = parse (HEAD "columns:\n- heading: Ref\n- month: -12\n", NULL);
  cr_assert_not_null (family);
  const FamilyColumn *heading = &g_array_index (family->columns, FamilyColumn, 0);
  const FamilyColumn *month = &g_array_index (family->columns, FamilyColumn, 1);

  cr_expect_str_eq (heading->heading, "Ref");
  cr_expect (not(heading->is_month));
  cr_expect_null (month->heading);
  cr_expect (month->is_month);
  cr_expect (eq (int, month->month, -12));
}

Test (family, all_but_the_head_may_be_left_out)
{
  g_autoptr (Family) family = parse (HEAD, NULL);

  cr_assert_not_null (family);
  cr_expect (eq (int, family->arrow_threshold, 0));
  cr_expect (eq (uint, family->columns->len + family->authority_when->len, 0));
}

typedef struct
{
  char text[160];
  char message[80];
} WrongCase;

ParameterizedTestParameters (family, a_wrong_key_is_named_by_its_line)
{
  static WrongCase cases[] = {
    { HEAD "columns:\n- {}\n", "line 6, key 'columns': a column has either 'heading' or 'month'" },
    { HEAD "columns:\n- heading: a\n- {heading: a, month: 0}\n",
      "line 7, key 'columns': a column has either 'heading' or 'month'" },
    { HEAD "columns:\n- month: 1\n", "line 6, key 'month': 1 is above 0" },
    { HEAD "columns:\n- month: May\n", "line 6, key 'month': must be a whole number" },
    { HEAD "arrow_threshold: -1\n", "line 5, key 'arrow_threshold': -1 is no share in per cent" },
    { HEAD "arrow_threshold: 101\n", "line 5, key 'arrow_threshold': 101 is no share in per cent" },
    { HEAD "colour: red\n", "line 5, key 'colour': there is no such key" },
    { "id: a\nauthority: A\nauthority_code: E0\n", "line 1, key 'recognised_by': is missing" },
    { "id: a\nauthority: A\nauthority_code: E0\nrecognised_by: []\n",
      "line 4, key 'recognised_by': must not be empty" },
    { "id: ''\n", "line 1, key 'id': must not be empty" },
  };
  return cr_make_param_array (WrongCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (WrongCase *wrong, family, a_wrong_key_is_named_by_its_line)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strconcat ("a.yaml: ", wrong->message, NULL);

  cr_assert_null (parse (wrong->text, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect_str_eq (error->message, message);
}

Test (family, a_missing_file_is_an_error)
{
  g_autoptr (GError) error = NULL;
  cr_assert_null (family_load ("/no/such/family.yaml", &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
}
