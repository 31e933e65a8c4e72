/* tests/golden/csv.c - a CSV file, read whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/golden/csv.h"

#include <string.h>

#include <criterion/criterion.h>

void
csv_free (Csv *csv)
{
  if (csv == NULL)
    return;

  g_ptr_array_unref (csv->rows);
  g_free (csv);
}

static const char *
read_quoted (const char *at, GString *field)
{
  for (at++; *at != '\0'; at++)
    if (*at != '"')
      g_string_append_c (field, *at);
    else if (at[1] == '"')
      g_string_append_c (field, *at++);
    else
      return at + 1;
  cr_assert_fail ("a quote is not closed: %s", field->str);
  return at;
}

/* Reads one field; returns where the comma or the line's end behind it is. */
static const char *
read_field (const char *at, GPtrArray *fields)
{
  GString *field = g_string_new (NULL);
  if (*at == '"')
    at = read_quoted (at, field);
  else
    for (; strchr (",\n", *at) == NULL; at++)
      g_string_append_c (field, *at);
  cr_assert_not_null (strchr (",\n", *at), "a quote ends before its field: %s", field->str);
  g_ptr_array_add (fields, g_string_free (field, FALSE));
  return at;
}

static const char *
read_row (const char *at, GPtrArray *rows)
{
  GPtrArray *fields = g_ptr_array_new ();
  do
    at = read_field (fields->len > 0 ? at + 1 : at, fields);
  while (*at == ',');
  g_ptr_array_add (fields, NULL);
  g_ptr_array_add (rows, g_ptr_array_free (fields, FALSE));
  return *at == '\n' ? at + 1 : at;
}

Csv *
csv_read (const char *path)
{
  g_autofree char *text = NULL;
  cr_assert (g_file_get_contents (path, &text, NULL, NULL), "cannot read %s", path);
  Csv *csv = g_new0 (Csv, 1);
  csv->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (const char *at = text; *at != '\0';)
    at = read_row (at, csv->rows);

  cr_assert (csv->rows->len > 0, "%s is empty", path);
  for (guint i = 1; i < csv->rows->len; i++)
    cr_assert_eq (g_strv_length (csv->rows->pdata[i]), g_strv_length (csv->rows->pdata[0]),
                  "%s: row %u has another length", path, i);
  return csv;
}

guint
csv_n_rows (const Csv *csv)
{
  return csv->rows->len - 1;
}

const char *
csv_field (const Csv *csv, guint row, const char *heading)
{
  char **headings = csv->rows->pdata[0], **fields = csv->rows->pdata[row + 1];
  for (guint i = 0; headings[i] != NULL; i++)
    if (g_str_equal (headings[i], heading))
      return fields[i];
  cr_assert_fail ("no column %s", heading);
  return NULL;
}
