/* tests/model/test_json_tree.c - tests of model/json_tree.c; test_json_line.c has the lines that
 * are none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/json_tree.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

/* Reads from a buffer that ends with the text, so that a sanitizer sees each byte read too far. */
static JsonNode *
read_exactly (const char *text, const char **trouble, gboolean *are_passed)
{
  gsize length = strlen (text);
  g_autofree char *buffer = g_memdup2 (text, MAX (length, 1));
  JsonTreeLimits limits = { 3, 10, FALSE };
  JsonNode *root = json_tree_read (buffer, length, &limits, trouble);
  *are_passed = limits.are_passed;
  return root;
}

/* What json-glib writes of what was read. */
typedef struct
{
  char text[48], again[48];
} TreeCase;

ParameterizedTestParameters (json_tree, reads_what_json_glib_writes)
{
  static TreeCase cases[] = {
    { "{\"a\":[1,-2,{}],\"b\":[]}", "{\"a\":[1,-2,{}],\"b\":[]}" },
    { " { \"a\" :\t[ true , false,null ] } ", "{\"a\":[true,false,null]}" },
    { "{\"a\":1,\"a\":2}", "{\"a\":2}" },
    { "\"\\u00e9\\ud83d\\ude00\\/\\n\"", "\"é😀/\\n\"" },
    { "[0.5,1e2,-1.25E-2,0]", "[0.5,100.0,-0.012500000000000001,0]" },
    { "-0", "0" },
    { "999999999999999999", "999999999999999999" },
  };
  return cr_make_param_array (TreeCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (TreeCase *expected, json_tree, reads_what_json_glib_writes)
{
  const char *trouble = NULL;
  gboolean are_passed = FALSE;
  g_autoptr (JsonNode) root = read_exactly (expected->text, &trouble, &are_passed);
  cr_assert_null (trouble, "%s: %s", expected->text, trouble);
  g_autofree char *again = json_to_string (root, FALSE);
  cr_expect_str_eq (again, expected->again);
}

ParameterizedTestParameters (json_tree, refuses_what_is_no_json)
{
  static TreeCase cases[] = {
    { "", "no JSON object" },
    { "[1 2]", "a list without its end" },
    { "[1,]", "something that is no JSON" },
    { "[1}", "a list without its end" },
    { "{\"a\":1]", "an object without its end" },
    { "{\"a\" 1}", "a member without a value" },
    { "{1:1}", "a member without a name" },
    { "\"\\u12\"", "an escape of less than four digits" },
    { "\"\\ud83d\\u12\"", "an escape of less than four digits" },
    { "\"\\", "a string without its end" },
    { "\"a\nb\"", "a control character in a string" },
    { "01", "a number of a form that is not read here" },
    { "1.", "a number of a form that is not read here" },
    { "1e+", "a number of a form that is not read here" },
    { "-", "a number of a form that is not read here" },
    { "1234567890123456789", "a number of a form that is not read here" },
    { "tru", "something that is no JSON" },
    { "1 2", "more than one value" },
  };
  return cr_make_param_array (TreeCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (TreeCase *expected, json_tree, refuses_what_is_no_json)
{
  const char *trouble = NULL;
  gboolean are_passed = FALSE;
  cr_expect_null (read_exactly (expected->text, &trouble, &are_passed), "%s", expected->text);
  cr_expect_str_eq (trouble, expected->again);
  cr_expect (zero (int, are_passed));
}

Test (json_tree, minds_its_limits)
{
  const char *trouble = NULL;
  gboolean are_passed = FALSE;
  g_autoptr (JsonNode) deep = read_exactly ("[[[1]]]", &trouble, &are_passed);
  cr_expect_not_null (deep);
  cr_expect_null (read_exactly ("[[[[1]]]]", &trouble, &are_passed));
  cr_expect (are_passed);
  g_autoptr (JsonNode) many = read_exactly ("[1,2,3,4,5,6,7,8,9]", &trouble, &are_passed);
  cr_expect_not_null (many);
  cr_expect_null (read_exactly ("[1,2,3,4,5,6,7,8,9,10]", &trouble, &are_passed));
  cr_expect (are_passed);
}
