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
typedef struct
{
  JsonTree *tree;
  char *buffer;
  const JsonValue *root;
  const char *trouble;
  gboolean are_passed;
} Reading;

static void
reading_clear (Reading *reading)
{
  json_tree_free (reading->tree);
  g_free (reading->buffer);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static Reading
read_exactly (const char *text)
{
  gsize length = strlen (text);
  JsonTreeLimits limits = { 3, 10, FALSE };
  Reading reading = { .tree = json_tree_new (), .buffer = g_memdup2 (text, MAX (length, 1)) };
  reading.root = json_tree_read (reading.tree, reading.buffer, length, &limits, &reading.trouble);
  reading.are_passed = limits.are_passed;
  return reading;
}

/* Appends what was read in a form of its own: kinds by letters, what is inside in brackets. */
static void
append_value (GString *text, const JsonValue *value)
{
  if (value->name != NULL)
    g_string_append_printf (text, "%s=", value->name);
  switch (value->kind)
    {
    case JSON_NULL:
      g_string_append (text, "null");
      break;
    case JSON_BOOL:
      g_string_append (text, value->is.truth ? "yes" : "no");
      break;
    case JSON_INT:
      g_string_append_printf (text, "i%" G_GINT64_FORMAT, value->is.integer);
      break;
    case JSON_REAL:
      g_string_append_printf (text, "r%.17g", value->is.real);
      break;
    case JSON_TEXT:
      g_string_append_printf (text, "'%s'", value->is.text);
      break;
    case JSON_HALF_TEXT:
      g_string_append (text, "half");
      break;
    case JSON_ARRAY:
    case JSON_OBJECT:
      g_string_append_c (text, value->kind == JSON_ARRAY ? '(' : '<');
      const JsonValue *inner = json_value_first (value);
      for (guint i = 0; i < value->is.n_elements; i++, inner = json_value_next (inner))
        {
          g_string_append (text, i > 0 ? " " : "");
          append_value (text, inner);
        }
      cr_expect_eq (inner, json_value_next (value), "its parts end where it ends");
      g_string_append_c (text, value->kind == JSON_ARRAY ? ')' : '>');
    }
}

typedef struct
{
  char text[64], meant[64];
} TreeCase;

ParameterizedTestParameters (json_tree, each_kind_of_value_is_read)
{
  static TreeCase cases[] = {
    { "{\"a\":[1,-2,{}],\"b\":[]}", "<a=(i1 i-2 <>) b=()>" },
    { " { \"a\" :\t[ true , false,null ] } ", "<a=(yes no null)>" },
    { "\"\\u00e9\\ud83d\\ude00\\/\\n\\\"\"", "'é😀/\n\"'" },
    { "[\"\",\"a\",\"\\t\"]", "('' 'a' '\t')" },
    { "\"\\ud83dx\"", "half" },
    { "\"\\ude00\"", "half" },
    { "{\"\\u0061\\u0062\":\"\\\\\"}", "<ab='\\'>" },
    { "-0", "i0" },
    { "999999999999999999", "i999999999999999999" },
    { "-999999999999999999", "i-999999999999999999" },
  };
  return cr_make_param_array (TreeCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (TreeCase *expected, json_tree, each_kind_of_value_is_read)
{
  g_auto (Reading) reading = read_exactly (expected->text);
  cr_assert_null (reading.trouble, "%s: %s", expected->text, reading.trouble);
  g_autoptr (GString) meant = g_string_new (NULL);
  append_value (meant, reading.root);
  cr_expect_str_eq (meant->str, expected->meant);
}

/* strtod() is the judge: it rounds as IEEE 754 says. */
Test (json_tree, a_real_is_the_double_nearest_to_it)
{
  static const char *const texts[] = { "0.5",
                                       "1e2",
                                       "-1.25E-2",
                                       "-0.0",
                                       "0.1",
                                       "35.80",
                                       "123456.7891",
                                       "9007199254740992.5",
                                       "0.30000000004",
                                       "1.000000000",
                                       "999999999.99999",
                                       "1e999",
                                       "5e-324",
                                       "12345678901.12345678901234567",
                                       "0.12345678901234567" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Reading) reading = read_exactly (texts[i]);
      double nearest = g_ascii_strtod (texts[i], NULL);
      cr_assert_eq (reading.root->kind, JSON_REAL, "%s", texts[i]);
      cr_expect_eq (memcmp (&reading.root->is.real, &nearest, sizeof nearest), 0, "%s", texts[i]);
    }
}

Test (json_tree, reals_of_all_lengths_are_the_doubles_nearest_to_them)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  for (int i = 0; i < 20000; i++)
    {
      guint64 digits = ((guint64) g_rand_int (random) << 32 | g_rand_int (random))
                       >> g_rand_int_range (random, 0, 60);
      g_autofree char *text
          = g_strdup_printf ("%" G_GUINT64_FORMAT ".%0*u", digits / 100000,
                             g_rand_int_range (random, 1, 13), (guint) (digits % 100000));
      g_auto (Reading) reading = read_exactly (text);
      cr_assert_not_null (reading.root, "%s", text);
      cr_assert_eq (reading.root->is.real, g_ascii_strtod (text, NULL), "%s", text);
    }
}

Test (json_tree, of_a_member_that_stands_twice_the_last_counts)
{
  g_auto (Reading) reading = read_exactly ("{\"a\":1,\"b\":[{\"a\":3}],\"a\":2}");
  cr_expect_eq (json_value_member (reading.root, "a")->is.integer, 2);
  cr_expect_null (json_value_member (reading.root, "c"));
}

Test (json_tree, a_tree_that_is_read_into_again_holds_the_new_text)
{
  g_autoptr (JsonTree) tree = json_tree_new ();
  JsonTreeLimits limits = { 3, 10, FALSE };
  const char *trouble = NULL;
  char first[] = "[1,2,3]", second[] = "[\"a\"]";
  cr_assert_not_null (json_tree_read (tree, first, strlen (first), &limits, &trouble));
  const JsonValue *root = json_tree_read (tree, second, strlen (second), &limits, &trouble);
  cr_assert_eq (root->is.n_elements, 1);
  cr_expect_str_eq (json_value_first (root)->is.text, "a");
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
  g_auto (Reading) reading = read_exactly (expected->text);
  cr_expect_null (reading.root, "%s", expected->text);
  cr_expect_str_eq (reading.trouble, expected->meant);
  cr_expect (zero (int, reading.are_passed));
}

Test (json_tree, minds_its_limits)
{
  g_auto (Reading) deep = read_exactly ("[[[1]]]");
  cr_expect_not_null (deep.root);
  g_auto (Reading) too_deep = read_exactly ("[[[[1]]]]");
  cr_expect_null (too_deep.root);
  cr_expect (too_deep.are_passed);
  g_auto (Reading) many = read_exactly ("[1,2,3,4,5,6,7,8,9]");
  cr_expect_not_null (many.root);
  g_auto (Reading) too_many = read_exactly ("[1,2,3,4,5,6,7,8,9,10]");
  cr_expect_null (too_many.root);
  cr_expect (too_many.are_passed);
}
