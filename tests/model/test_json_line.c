/* tests/model/test_json_line.c - reads one line of JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/json_line.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

/* Reads @text from a buffer that ends with it, so that a sanitizer sees each byte read too far. */
typedef struct
{
  JsonLine *line;
  char *buffer;
} Reading;

static void
reading_clear (Reading *reading)
{
  json_line_free (reading->line);
  g_free (reading->buffer);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* There is no line in it if there is an @error. */
static Reading
parse (const char *text, gsize length, GError **error)
{
  Reading reading = { json_line_new ("input"), g_memdup2 (text, MAX (length, 1)) };
  if (!json_line_read (reading.line, 3, reading.buffer, length, error))
    g_clear_pointer (&reading.line, json_line_free);
  return reading;
}

static void
assert_refused (const char *text, gsize length, RecountError code)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  g_autoptr (GError) error = NULL;
  g_auto (Reading) reading = parse (text, length, &error);

  cr_assert_null (reading.line, "'%s' was read", text);
  cr_expect (g_error_matches (error, RECOUNT_ERROR, (int) code), "%s", error->message);
  cr_expect (g_str_has_prefix (error->message, "input: line 3"), "%s", error->message);
}

static const JsonValue *
member (const JsonLine *line, const char *name)
{
  const JsonValue *value = json_value_member (line->root, name);
  cr_assert_not_null (value);
  return value;
}

Test (json_line, a_line_is_an_object_with_a_type)
{
  const char text[] = " {\"type\" : \"page\",\t\"number\":7 }\r";
  g_auto (Reading) reading = parse (text, strlen (text), NULL);
  const JsonLine *line = reading.line;

  cr_assert_not_null (line);
  cr_expect_str_eq (line->type, "page");
  cr_expect (eq (i64, member (line, "number")->is.integer, 7));
}

/* What other readers accept is marked as such. */
typedef struct
{
  char text[48];
} RefusedCase;

ParameterizedTestParameters (json_line, what_is_no_json_object_is_refused)
{
  static RefusedCase cases[] = {
    { "" },
    { "  " },
    { "[]" },
    { "5" },
    { "null" },
    { "\"type\"" },
    { "{" },
    { "}" },
    { "{}" },
    { "{\"type\":5}" },
    { "{\"type\":null}" },
    { "{\"type\":[\"a\"]}" },
    { "{\"type\":\"a\"" },
    { "{\"type\":\"a}" },
    { "{\"type\":\"a\",}" },
    { "{type:\"a\"}" },
    { "{\"type\":\"a\"}}" },
    { "{\"type\":\"a\"}]" },
    { "{\"type\":\"a\"]" },
    { "{\"type\":\"a\",\"b\":nul}" },
    { "{\"type\":\"a\",\"b\":-}" },
    { "{\"type\":\"a\",\"b\":1e}" },
    { "{\"type\":\"a\",\"b\":1.2.3}" },
    { "{\"type\":\"a\",\"b\":\"\xff\"}" },
    { "{\"type\":\"\\ud800x\"}" },
    { "{\"type\":\"a\"}{}" },                          /* they stop after the first */
    { "{\"type\":\"a\"} x" },                          /* and here */
    { "{\"type\":'a'}" },                              /* reads as a text */
    { "{\"type\":\"a\",\"b\":010}" },                  /* reads as 8 */
    { "{\"type\":\"a\",\"b\":-010}" },                 /* reads as -8 */
    { "{\"type\":\"a\",\"b\":0x10}" },                 /* reads as 16 */
    { "{\"type\":\"a\",\"b\":$10}" },                  /* reads as 16 */
    { "{\"type\":\"a\",\"b\":99999999999999999999}" }, /* reads as -1 */
    { "{\"type\":\"a\"/* b */}" },                     /* skips it */
    { "{\"type\":\"a\" // b\n}" },                     /* skips it */
    { "{\"type\":\"a\"} # b" },                        /* skips it */
    { "var a = {\"type\":\"a\"};" },                   /* reads the object */
    { "{\"type\":\"a\\q\"}" },                         /* reads as aq */
    { "{\"type\":\"a\\u0000b\"}" },                    /* reads as a */
    { "{\"type\":\"a\tb\"}" },                         /* reads as it stands */
  };
  return cr_make_param_array (RefusedCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (RefusedCase *refused, json_line, what_is_no_json_object_is_refused)
{
  assert_refused (refused->text, strlen (refused->text), RECOUNT_ERROR_STREAM);
}

Test (json_line, a_nul_is_refused_wherever_it_stands)
{
  static const char text[] = "{\"type\":\"a\"}";
  for (gsize i = 0; i < sizeof text; i++)
    {
      char broken[sizeof text];
      memcpy (broken, text, sizeof text);
      broken[i] = '\0';
      assert_refused (broken, sizeof broken, RECOUNT_ERROR_STREAM);
    }
  assert_refused ("{\"type\":\"\\\0\"}", 13, RECOUNT_ERROR_STREAM);
}

Test (json_line, a_line_cut_anywhere_is_refused)
{
  static const char text[] = "{\"type\":\"a\\u00e9\\\\\",\"b\":[1,-2.5e3,true,null,{\"c\":\"d\"}]}";
  for (gsize length = 0; length < strlen (text); length++)
    assert_refused (text, length, RECOUNT_ERROR_STREAM);
}

Test (json_line, a_line_that_is_too_deep_is_beyond_a_limit)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":");
  for (int i = 0; i < 1000000; i++)
    g_string_append_c (text, '[');

  assert_refused (text->str, text->len, RECOUNT_ERROR_LIMIT);
}

Test (json_line, a_line_of_too_many_values_is_beyond_a_limit)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":[1");
  for (int i = 0; i < JSON_LINE_MAX_VALUES; i++)
    g_string_append (text, ",1");

  assert_refused (text->str, text->len, RECOUNT_ERROR_LIMIT);
}

Test (json_line, brackets_within_a_text_are_no_levels)
{
  static const char text[] = "{\"type\":\"[[[[[[[[[[[[[[[[\\\"[[[[[[\"}";
  g_auto (Reading) reading = parse (text, strlen (text), NULL);
  const JsonLine *line = reading.line;

  cr_assert_not_null (line);
  cr_expect_str_eq (line->type, "[[[[[[[[[[[[[[[[\"[[[[[[");
}

Test (json_line, a_value_is_read_as_its_own_type_only)
{
  static const char text[] = "{\"type\":\"a\",\"int\":5,\"real\":0.5,\"bool\":true,\"list\":[1,2],"
                             "\"null\":null,\"object\":{},\"text\":\"b\"}";
  static const char *const names[] = { "int", "real", "bool", "list", "null", "object", "text" };
  g_auto (Reading) reading = parse (text, strlen (text), NULL);
  const JsonLine *line = reading.line;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const JsonValue *value = member (line, names[i]);
      const char *string = NULL;
      gint64 whole = 0;
      double real = 0;
      gboolean flag = FALSE;
      gboolean is_int = g_str_equal (names[i], "int"), is_real = g_str_equal (names[i], "real");

      cr_expect (eq (int, json_value_text (value, &string), g_str_equal (names[i], "text")));
      cr_expect (eq (int, json_value_int (value, &whole), is_int));
      cr_expect (eq (int, json_value_real (value, &real), is_int || is_real));
      cr_expect (eq (int, json_value_bool (value, &flag), g_str_equal (names[i], "bool")));
      cr_expect (eq (int, json_value_flat (value, 2) != NULL, g_str_equal (names[i], "list")));
      cr_expect_null (json_value_flat (value, 3));
    }
}

Test (json_line, a_list_that_holds_others_is_not_flat)
{
  static const char text[] = "{\"type\":\"a\",\"b\":[1,[2]],\"c\":[[1]],\"d\":[]}";
  g_auto (Reading) reading = parse (text, strlen (text), NULL);
  const JsonLine *line = reading.line;

  cr_expect_null (json_value_flat (member (line, "b"), 2));
  cr_expect_null (json_value_flat (member (line, "c"), 1));
  cr_expect_null (json_value_flat (member (line, "c"), 2));
  cr_expect_not_null (json_value_flat (member (line, "d"), 0));
}

Test (json_line, a_number_beyond_all_doubles_is_no_real)
{
  static const char text[] = "{\"type\":\"a\",\"b\":1e999}";
  g_auto (Reading) reading = parse (text, strlen (text), NULL);
  const JsonLine *line = reading.line;
  double untouched = 42;

  cr_expect (not(json_value_real (member (line, "b"), &untouched)));
  cr_expect (eq (dbl, untouched, 42));
}

Test (json_line, a_text_with_half_a_surrogate_pair_is_no_text)
{
  static const char text[] = "{\"type\":\"a\",\"b\":\"\\ud83dx\"}";
  g_auto (Reading) reading = parse (text, strlen (text), NULL);
  const JsonLine *line = reading.line;
  const char *untouched = "untouched";

  cr_expect (not(json_value_text (member (line, "b"), &untouched)));
  cr_expect_str_eq (untouched, "untouched");
}

Test (json_line, any_bytes_are_a_line_or_an_error)
{
  static const char pieces[] = "{}[]\"\\:,0123456789.eE+-truefalsn type\t\r\x01\xc3\xa9";
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  for (int i = 0; i < 20000; i++)
    {
      char text[24];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof text);
      for (gsize j = 0; j < length; j++)
        text[j] = pieces[g_rand_int_range (random, 0, sizeof pieces)];

      g_autoptr (GError) error = NULL;
      g_auto (Reading) reading = parse (text, length, &error);
      cr_assert (eq (int, reading.line == NULL, error != NULL));
    }
}
