/* tests/emit/test_csv.c - tests emit/csv.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/csv.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

typedef struct
{
  char text[24], plain[24], guarded[24];
} FieldCase;

ParameterizedTestParameters (csv, quotes_and_guards_only_where_it_must)
{
  static FieldCase cases[] = {
    { "", "", "" },
    { "Contacts", "Contacts", "Contacts" },
    { " a b ", " a b ", " a b " },
    { "a,b", "\"a,b\"", "\"a,b\"" },
    { "the \"front\" door", "\"the \"\"front\"\" door\"", "\"the \"\"front\"\" door\"" },
    { "a\nb", "\"a\nb\"", "\"a\nb\"" },
    { "a\r", "\"a\r\"", "\"a\r\"" },
    { "=1+1", "=1+1", "'=1+1" },
    { "+5", "+5", "'+5" },
    { "-", "-", "'-" },
    { "@a", "@a", "'@a" },
    { "\ta", "\ta", "'\ta" },
    { "\ra", "\"\ra\"", "\"'\ra\"" },
    { "=a,b", "\"=a,b\"", "\"'=a,b\"" },
    { "5-3", "5-3", "5-3" },
    { "\xe2\x86\x91 10", "\xe2\x86\x91 10", "\xe2\x86\x91 10" },
    { "caf\xe9", "caf\xef\xbf\xbd", "caf\xef\xbf\xbd" },
  };
  return cr_make_param_array (FieldCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (FieldCase *expected, csv, quotes_and_guards_only_where_it_must)
{
  g_autoptr (GString) row = g_string_new (NULL);
  csv_append_field (row, expected->text, FALSE);
  csv_append_field (row, expected->text, TRUE);
  csv_end_row (row);

  g_autofree char *line = g_strdup_printf ("%s,%s\n", expected->plain, expected->guarded);
  cr_expect_str_eq (row->str, line);
}

Test (csv, empty_fields_keep_their_commas)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  for (int i = 0; i < 3; i++)
    csv_append_field (rows, "", TRUE);
  csv_end_row (rows);
  csv_append_field (rows, "a", TRUE);
  csv_end_row (rows);

  cr_expect_str_eq (rows->str, ",,\na\n");
}
