/* tests/model/test_csv_reader.c - tests model/csv_reader.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/csv_reader.h"

#include <criterion/criterion.h>
#include <string.h>

/* Returns (transfer full): all rows as "a|b / c|d", or the error's message. */
static char *
dup_rows (const char *text)
{
  g_autoptr (CsvReader) reader = csv_reader_new ("t.csv", text, strlen (text));
  GString *rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const GPtrArray *fields = NULL;
  while ((fields = csv_reader_next (reader, &error)) != NULL)
    {
      g_string_append (rows, rows->len > 0 ? " / " : "");
      for (guint i = 0; i < fields->len; i++)
        g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "",
                                (const char *) g_ptr_array_index (fields, i));
    }
  cr_expect (error == NULL || g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  if (error != NULL)
    g_string_assign (rows, error->message);
  return g_string_free (rows, FALSE);
}

static void
assert_rows (const char *text, const char *expected)
{
  g_autofree char *rows = dup_rows (text);
  cr_expect_str_eq (rows, expected);
}

Test (csv_reader, reads_plain_and_quoted_fields)
{
  assert_rows ("a,b\nc,\n", "a|b / c|");
  assert_rows ("\"a,\"\"b\"\"\",\"\"\n", "a,\"b\"|");
  assert_rows ("a", "a");
  assert_rows ("", "");
}

Test (csv_reader, reads_what_spreadsheets_write)
{
  assert_rows ("\xEF\xBB\xBFwho,why\r\nJane,\"x\"\r\n", "who|why / Jane|x");
}

Test (csv_reader, names_file_line_and_field_of_what_is_no_csv)
{
  assert_rows ("a,b\nc,\"d\n", "t.csv: line 2, field 2: the quote is not closed");
  assert_rows ("\"a\"b\n", "t.csv: line 1, field 1: text stands behind the closing quote");
  assert_rows ("a\"b\n",
               "t.csv: line 1, field 1: a quote stands within a field that begins without");
  assert_rows ("a\nb\x01\n", "t.csv: line 2, field 1: a control character stands in it");
  assert_rows ("\"a\nb\"\n", "t.csv: line 1, field 1: a control character stands in it");
  assert_rows ("a,\xFF\n", "t.csv: line 1, field 2: it is no UTF-8");
}

Test (csv_reader, fields_and_rows_are_bounded)
{
  g_autofree char *most = g_strnfill (CSV_MAX_FIELD_BYTES, 'x');
  g_autofree char *longer = g_strnfill (CSV_MAX_FIELD_BYTES + 1, 'x');
  assert_rows (most, most);
  assert_rows (longer, "t.csv: line 1, field 1: the field is too long");
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", longer);
  assert_rows (quoted, "t.csv: line 1, field 1: the field is too long");
  g_autofree char *commas = g_strnfill (CSV_MAX_FIELDS, ',');
  assert_rows (commas, "t.csv: line 1, field 65: the row has too many fields");
}

Test (csv_reader, tells_the_line_that_a_row_begins_in)
{
  const char *text = "a\nb\n";
  g_autoptr (CsvReader) reader = csv_reader_new ("t.csv", text, strlen (text));
  csv_reader_next (reader, NULL);
  csv_reader_next (reader, NULL);
  cr_expect_eq (csv_reader_line (reader), 2);
  g_autoptr (GError) error = NULL;
  cr_expect_not (csv_reader_fail (reader, "who", &error, "is %s", "wrong"));
  cr_expect_str_eq (error->message, "t.csv: line 2, column 'who': is wrong");
}
