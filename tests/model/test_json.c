/* tests/model/test_json.c - writes a JSON document piece by piece.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/json.h"

#include <math.h>
#include <signal.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

static void
assert_finishes (JsonText *json, const char *expected)
{
  g_autofree char *text = json_text_finish (json, FALSE);
  cr_expect_str_eq (text, expected);
}

static void
assert_real (double value, const char *expected)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_real (json, value);
  assert_finishes (json, expected);
}

static void
write_example (JsonText *json)
{
  json_text_begin_object (json);
  json_text_member_string (json, "name", "a, b: {c}");
  json_text_name (json, "empty");
  json_text_begin_array (json);
  json_text_end_array (json);
  json_text_name (json, "list");
  json_text_begin_array (json);
  json_text_int (json, -1);
  json_text_bool (json, TRUE);
  json_text_string (json, NULL);
  json_text_begin_object (json);
  json_text_end_object (json);
  json_text_end_array (json);
  json_text_member_int (json, "last", G_MAXINT64);
  json_text_end_object (json);
}

Test (json, a_document_is_one_line)
{
  g_autoptr (JsonText) json = json_text_new ();
  write_example (json);
  assert_finishes (json, "{\"name\":\"a, b: {c}\",\"empty\":[],\"list\":[-1,true,null,{}],"
                         "\"last\":9223372036854775807}");
}

Test (json, a_pretty_document_is_indented_by_two_and_ends_its_line)
{
  g_autoptr (JsonText) json = json_text_new ();
  write_example (json);
  g_autofree char *text = json_text_finish (json, TRUE);

  cr_expect_str_eq (text, "{\n"
                          "  \"name\": \"a, b: {c}\",\n"
                          "  \"empty\": [],\n"
                          "  \"list\": [\n"
                          "    -1,\n"
                          "    true,\n"
                          "    null,\n"
                          "    {}\n"
                          "  ],\n"
                          "  \"last\": 9223372036854775807\n"
                          "}\n");
}

Test (json, brackets_and_quotes_in_a_text_do_not_indent)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_array (json);
  json_text_string (json, "\\\"[{,:");
  json_text_end_array (json);
  g_autofree char *text = json_text_finish (json, TRUE);

  cr_expect_str_eq (text, "[\n  \"\\\\\\\"[{,:\"\n]\n");
}

Test (json, one_writer_writes_many_documents)
{
  g_autoptr (JsonText) json = json_text_new ();
  for (int i = 0; i < 2; i++)
    {
      json_text_begin_array (json);
      json_text_int (json, 1);
      json_text_end_array (json);
      assert_finishes (json, "[1]");
    }
}

typedef struct
{
  char text[16], written[40];
} TextCase;

ParameterizedTestParameters (json, a_text_is_escaped_where_json_wants_it)
{
  static TextCase cases[] = {
    { "", "\"\"" },
    { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
    { "\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\"" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"" },
    { "§ 35½ – ▲", "\"§ 35½ – ▲\"" },
    { "\xf0\x9f\x94\xba", "\"\xf0\x9f\x94\xba\"" },
    { "caf\xe9.txt", "\"caf\xef\xbf\xbd.txt\"" },
  };
  return cr_make_param_array (TextCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (TextCase *expected, json, a_text_is_escaped_where_json_wants_it)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_string (json, expected->text);
  assert_finishes (json, expected->written);
}

Test (json, a_document_may_hold_another)
{
  g_autoptr (JsonText) inner = json_text_new (), outer = json_text_new ();
  json_text_begin_array (outer);
  for (int i = 0; i < 2; i++)
    {
      json_text_begin_object (inner);
      json_text_member_int (inner, "i", i);
      json_text_end_object (inner);
      json_text_document (outer, inner);
    }
  json_text_end_array (outer);
  g_autofree char *text = json_text_finish (outer, FALSE);
  cr_expect_str_eq (text, "[{\"i\":0},{\"i\":1}]");
}

Test (json, a_real_has_the_fewest_digits_that_read_back)
{
  assert_real (0.97, "0.97");
  assert_real (7.2, "7.2");
  assert_real (-552.5, "-552.5");
  assert_real (0.0001, "0.0001");
  assert_real (0.00005, "5e-05");
  assert_real (99999999.9999, "99999999.9999");
  assert_real (100000000.5, "100000000.5");
  assert_real (0.1 + 0.2, "0.30000000000000004");
  assert_real (1.0 / 3, "0.3333333333333333");
  assert_real (1e300, "1e+300");
  assert_real (5e-324, "4.94065645841247e-324");
}

Test (json, a_whole_real_has_no_decimals)
{
  assert_real (0, "0");
  assert_real (-42, "-42");
  assert_real (999999999999999, "999999999999999");
  assert_real (-0.0, "-0.0");
}

Test (json, what_is_no_number_is_null)
{
  assert_real (NAN, "null");
  assert_real (INFINITY, "null");
  assert_real (-INFINITY, "null");
}

Test (json, any_double_reads_back_to_the_last_bit)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (JsonText) json = json_text_new ();
  for (int i = 0; i < 100000; i++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      double value = 0;
      memcpy (&value, &bits, sizeof value);
      if (!isfinite (value))
        continue;

      json_text_real (json, value);
      g_autofree char *text = json_text_finish (json, FALSE);
      double again = g_ascii_strtod (text, NULL);
      cr_assert (memcmp (&again, &value, sizeof value) == 0, "%s", text);
    }
}

/* cppcheck-suppress unknownMacro */
Test (json, a_value_without_its_name_is_the_callers_mistake, .signal = SIGABRT)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  json_text_int (json, 1);
}

Test (json, a_name_without_its_value_is_the_callers_mistake, .signal = SIGABRT)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  json_text_name (json, "a");
  json_text_end_object (json);
}

Test (json, a_bracket_of_another_kind_is_the_callers_mistake, .signal = SIGABRT)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  json_text_end_array (json);
}

Test (json, a_second_root_is_the_callers_mistake, .signal = SIGABRT)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_int (json, 1);
  json_text_int (json, 2);
}

Test (json, an_open_bracket_at_the_end_is_the_callers_mistake, .signal = SIGABRT)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_array (json);
  g_autofree char *text = json_text_finish (json, FALSE);
}
