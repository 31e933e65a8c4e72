/* tests/model/test_yaml_index.c - on which line each part of a YAML file stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/yaml_index.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

static GHashTable *
index_text (const char *text, GError **error)
{
  return yaml_index ("a.yaml", text, strlen (text), error);
}

typedef struct
{
  char part[24];
  int line;
} PartCase;

ParameterizedTestParameters (yaml_index, each_part_has_the_line_where_it_begins)
{
  static PartCase cases[] = {
    { "", 2 },
    { "headings", 2 },
    { "headings[0]", 3 },
    { "headings[0].means", 3 },
    { "headings[1]", 6 },
    { "headings[1].pattern", 7 },
    { "refs[1]", 9 },
    { "refs[2]", 10 },
    { "flow.a", 11 },
    { "flow.b[0].c", 12 },
    { "refs[3]", 0 },
  };
  return cr_make_param_array (PartCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (PartCase *expected, yaml_index, each_part_has_the_line_where_it_begins)
{
  g_autoptr (GHashTable) lines = index_text ("# comment\n"
                                             "headings:\n"
                                             "  - means: ref\n"
                                             "    pattern: 'a'\n"
                                             "\n"
                                             "  - means: name\n"
                                             "    pattern: |\n"
                                             "      several lines\n"
                                             "refs: [a, b,\n"
                                             "       c]\n"
                                             "flow: { a: 1,\n"
                                             "        b: [{ c: 2 }] }\n",
                                             NULL);
  cr_assert_not_null (lines);
  int line = GPOINTER_TO_INT (g_hash_table_lookup (lines, expected->part));
  cr_expect (eq (int, line, expected->line), "%s", expected->part);
}

typedef struct
{
  char text[64];
  char message[80];
} WrongCase;

ParameterizedTestParameters (yaml_index, what_no_data_file_needs_is_refused_by_its_line)
{
  static WrongCase cases[] = {
    { "", "a.yaml: line 1: the file is empty" },
    { "# nothing\n", "a.yaml: line 1: the file is empty" },
    { "a: 1\nb: [1\n", "a.yaml: line 3: did not find expected ',' or ']'" },
    { "a: 1\n\tb: 2\n", "a.yaml: line 2: found a tab character that violates indentation" },
    { "a: 1\nb: \"\\q\"\n", "a.yaml: line 2: found unknown escape character" },
    { "a: 1\nb: \x01\n", "a.yaml: line 2: control characters are not allowed" },
    { "a: 1\nb: 2\na: 3\n", "a.yaml: line 3: the key 'a' stands twice" },
    { "a: &x 1\nb: *x\n", "a.yaml: line 2: aliases are not read here" },
    { "a: 1\n---\nb: 2\n", "a.yaml: line 2: a second document" },
    { "a: 1\n? [b]\n: 2\n", "a.yaml: line 2: a key must be a text" },
    { "a: 1\nb: \"c\\0d\"\n", "a.yaml: line 2: a text with a NUL" },
    { "a:\n- [[[[[[[[[[]]]]]]]]]]\n", "a.yaml: line 2: too many levels" },
  };
  return cr_make_param_array (WrongCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (WrongCase *wrong, yaml_index, what_no_data_file_needs_is_refused_by_its_line)
{
  g_autoptr (GError) error = NULL;
  cr_assert_null (index_text (wrong->text, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect_str_eq (error->message, wrong->message);
}

Test (yaml_index, one_key_may_stand_in_two_mappings)
{
  g_autoptr (GHashTable) lines = index_text ("a: {x: 1}\nb: {x: 2}\n", NULL);
  cr_expect_not_null (lines);
}
