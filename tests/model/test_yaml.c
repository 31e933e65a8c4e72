/* tests/model/test_yaml.c - reads a YAML file by a schema, and names line and key of what is wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/yaml.h"

#include <string.h>

#include <glib/gstdio.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "model/code.h"

typedef struct
{
  char *name;
  Unit unit;
  int place;
  char **refs;
  guint n_refs;
} Entry;

typedef struct
{
  Entry *entries;
  guint n_entries;
} Sheet;

static const cyaml_strval_t unit_values[] = { UNITS (YAML_CODE) };
static const cyaml_schema_value_t text_schema
    = { CYAML_VALUE_STRING (CYAML_FLAG_POINTER, char, 1, CYAML_UNLIMITED) };
static const cyaml_schema_field_t entry_fields[] = {
  CYAML_FIELD_STRING_PTR ("name", CYAML_FLAG_POINTER, Entry, name, 1, CYAML_UNLIMITED),
  CYAML_FIELD_ENUM ("unit", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, Entry, unit, unit_values,
                    G_N_ELEMENTS (unit_values)),
  CYAML_FIELD_INT ("place", CYAML_FLAG_OPTIONAL, Entry, place),
  CYAML_FIELD_SEQUENCE_COUNT ("refs", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, Entry, refs, n_refs,
                              &text_schema, 1, CYAML_UNLIMITED),
  CYAML_FIELD_END,
};
static const cyaml_schema_value_t entry_schema
    = { CYAML_VALUE_MAPPING (CYAML_FLAG_DEFAULT, Entry, entry_fields) };
static const cyaml_schema_field_t sheet_fields[] = {
  CYAML_FIELD_SEQUENCE_COUNT ("entries", CYAML_FLAG_POINTER, Sheet, entries, n_entries,
                              &entry_schema, 0, CYAML_UNLIMITED),
  CYAML_FIELD_END,
};
static const cyaml_schema_value_t schema
    = { CYAML_VALUE_MAPPING (CYAML_FLAG_POINTER, Sheet, sheet_fields) };

static YamlFile *
open_text (const char *text, GError **error)
{
  return yaml_file_new ("a.yaml", text, strlen (text), error);
}

Test (yaml, a_file_becomes_what_the_schema_says)
{
  g_autoptr (YamlFile) file
      = open_text ("entries:\n - {name: a, unit: days, place: -3, refs: [b, c]}\n", NULL);
  Sheet *sheet = yaml_file_load (file, &schema, NULL);
  cr_assert_not_null (sheet);

  cr_assert (eq (uint, sheet->n_entries, 1));
  cr_expect_str_eq (sheet->entries[0].name, "a");
  cr_expect (eq (int, sheet->entries[0].unit, UNIT_DAYS));
  cr_expect (eq (int, sheet->entries[0].place, -3));
  yaml_release (&schema, sheet);
}

Test (yaml, texts_can_be_taken_out)
{
  g_autoptr (YamlFile) file = open_text ("entries:\n - {name: a, refs: [b, c]}\n", NULL);
  Sheet *sheet = yaml_file_load (file, &schema, NULL);
  g_autoptr (GPtrArray) refs = yaml_take_texts (&sheet->entries[0].refs, &sheet->entries[0].n_refs);
  yaml_release (&schema, sheet);

  cr_assert (eq (uint, refs->len, 2));
  cr_expect_str_eq (g_ptr_array_index (refs, 1), "c");
}

typedef struct
{
  char text[72];
  char message[72];
} WrongCase;

ParameterizedTestParameters (yaml, what_the_schema_forbids_is_named_by_line_and_key)
{
  static WrongCase cases[] = {
    { "entries:\n- name: a\n  nmae: b\n  unit: days\n",
      "line 3, key 'nmae': there is no such key" },
    { "entries:\n- name: a\n- unit: days\n  place: 1\n", "line 3, key 'name': is missing" },
    { "enrties: []\n", "line 1, key 'enrties': there is no such key" },
    { "{}\n", "line 1, key 'entries': is missing" },
    { "entries:\n- name:\n    a\n  unit: hours\n",
      "line 4, key 'unit': 'hours' is none of the codes" },
    { "entries:\n- name: a\n  place: first\n", "line 3, key 'place': must be a whole number" },
    { "entries:\n- name: a\n  place: [1]\n", "line 3, key 'place': must be a whole number" },
    { "entries:\n- name: a\n  place: 99999999999\n",
      "line 3, key 'place': must be a whole number" },
    { "entries:\n- name: a\n  refs: b\n", "line 3, key 'refs': must be a list" },
    { "entries:\n- name: a\n  refs: []\n", "line 3, key 'refs': must not be empty" },
    { "entries:\n- name: a\n  refs:\n  - b\n  - [c]\n", "line 5, key 'refs': must be a text" },
    { "entries:\n- name: {a: b}\n", "line 2, key 'name': must be a text" },
    { "entries:\n- name: ''\n", "line 2, key 'name': must not be empty" },
    { "entries:\n- name: a\n- b\n", "line 3, key 'entries': must have keys of its own" },
    { "entries:\n", "line 1, key 'entries': must be a list" },
    { "- a\n", "line 1: must have keys of its own" },
    { "a\n", "line 1: must have keys of its own" },
  };
  return cr_make_param_array (WrongCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (WrongCase *wrong, yaml, what_the_schema_forbids_is_named_by_line_and_key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YamlFile) file = open_text (wrong->text, &error);
  cr_assert_not_null (file);
  g_autofree char *message = g_strconcat ("a.yaml: ", wrong->message, NULL);

  cr_assert_null (yaml_file_load (file, &schema, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect_str_eq (error->message, message);
}

Test (yaml, bytes_that_are_no_utf_8_are_refused)
{
  g_autoptr (GError) error = NULL;
  cr_assert_null (open_text ("a: caf\xe9\n", &error));
  cr_expect_str_eq (error->message, "a.yaml: the file is no UTF-8");
}

Test (yaml, what_is_missing_has_the_line_of_what_it_would_be_part_of)
{
  g_autoptr (YamlFile) file = open_text ("a: 1\nb:\n - c: 1\n   d: 2\n", NULL);

  cr_expect (eq (int, yaml_file_line (file, "b[0].d"), 4));
  cr_expect (eq (int, yaml_file_line (file, "b[0].x"), 3));
  cr_expect (eq (int, yaml_file_line (file, "b[7].x"), 2));
  cr_expect (eq (int, yaml_file_line (file, "x"), 1));
}

Test (yaml, an_error_names_the_last_key)
{
  g_autoptr (YamlFile) file = open_text ("a: 1\nb:\n - c: [1]\n", NULL);
  g_autoptr (GError) key = NULL, element = NULL, whole = NULL;
  yaml_file_fail (file, "b[0].c", &key, "'%d' is wrong", 1);
  yaml_file_fail (file, "b[0].c[0]", &element, "is wrong");
  yaml_file_fail (file, "", &whole, "is wrong");

  cr_expect_str_eq (key->message, "a.yaml: line 3, key 'c': '1' is wrong");
  cr_expect_str_eq (element->message, "a.yaml: line 3, key 'c': is wrong");
  cr_expect_str_eq (whole->message, "a.yaml: line 1: is wrong");
}

static void
assert_unreadable (const char *path, const char *part_of_message)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  cr_assert_null (yaml_dup_contents (path, &length, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect (g_str_has_prefix (error->message, path), "%s", error->message);
  cr_expect_not_null (strstr (error->message, part_of_message), "%s", error->message);
}

Test (yaml, what_is_no_file_is_an_error)
{
  assert_unreadable ("/no/such/file.yaml", "No such file");
  assert_unreadable ("/", "no file of at most 4 MB");
  assert_unreadable ("/dev/zero", "no file of at most 4 MB");
}

Test (yaml, a_file_beyond_four_megabytes_is_refused)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("recount-XXXXXX.yaml", &path, NULL);
  g_close (fd, NULL);
  g_autofree char *text = g_strnfill (4 * 1024 * 1024 + 1, '#');
  cr_assert (g_file_set_contents (path, text, -1, NULL));

  assert_unreadable (path, "no file of at most 4 MB");
  g_unlink (path);
}
