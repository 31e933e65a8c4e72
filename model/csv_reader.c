/* model/csv_reader.c - reads a CSV file strictly, row by row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/csv_reader.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct _CsvReader
{
  const char *name, *at, *end; /* borrowed */
  GPtrArray *fields;           /* of char *, owned */
  int line, next_line;         /* that the row begins in, and what is to come */
};

CsvReader *
csv_reader_new (const char *name, const char *text, gsize length)
{
  CsvReader *reader = g_new0 (CsvReader, 1);
  gsize mark = strlen (BYTE_ORDER_MARK);
  gboolean has_mark = length >= mark && memcmp (text, BYTE_ORDER_MARK, mark) == 0;
  reader->name = name;
  reader->at = text + (has_mark ? mark : 0);
  reader->end = text + length;
  reader->fields = g_ptr_array_new_with_free_func (g_free);
  reader->line = reader->next_line = 1;
  return reader;
}

void
csv_reader_free (CsvReader *reader)
{
  if (reader == NULL)
    return;

  g_ptr_array_unref (reader->fields);
  g_free (reader);
}

int
csv_reader_line (const CsvReader *reader)
{
  return reader->line;
}

gboolean
csv_reader_fail (const CsvReader *reader, const char *column, GError **error, const char *format,
                 ...)
{
  Where where = WHERE_FILE (reader->name);
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return recount_fail (error, RECOUNT_ERROR_DATA, &where, "line %d, column '%s': %s", reader->line,
                       column, message);
}

static gboolean
fail_field (const CsvReader *reader, GError **error, const char *message)
{
  Where where = WHERE_FILE (reader->name);
  return recount_fail (error, RECOUNT_ERROR_DATA, &where, "line %d, field %u: %s", reader->line,
                       reader->fields->len + 1, message);
}

/* Whether a row ends here; the text does. */
static gboolean
is_row_end (const CsvReader *reader)
{
  return reader->at == reader->end || *reader->at == '\n'
         || (*reader->at == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n');
}

/* Reads what stands between quotes. */
static gboolean
read_quoted (CsvReader *reader, GString *field, GError **error)
{
  for (reader->at++; reader->at < reader->end && field->len <= CSV_MAX_FIELD_BYTES; reader->at++)
    {
      if (*reader->at == '"' && (reader->at + 1 == reader->end || reader->at[1] != '"'))
        {
          reader->at++;
          return is_row_end (reader) || *reader->at == ','
                 || fail_field (reader, error, "text stands behind the closing quote");
        }
      reader->at += *reader->at == '"';
      reader->next_line += *reader->at == '\n';
      g_string_append_c (field, *reader->at);
    }
  return field->len > CSV_MAX_FIELD_BYTES || fail_field (reader, error, "the quote is not closed");
}

static gboolean
read_plain (CsvReader *reader, GString *field, GError **error)
{
  while (!is_row_end (reader) && *reader->at != ',' && field->len <= CSV_MAX_FIELD_BYTES)
    {
      if (*reader->at == '"')
        return fail_field (reader, error, "a quote stands within a field that begins without");
      g_string_append_c (field, *reader->at++);
    }
  return TRUE;
}

static gboolean
has_control (const GString *field)
{
  for (gsize i = 0; i < field->len; i++)
    if ((guchar) field->str[i] < ' ' || field->str[i] == 0x7F)
      return TRUE;
  return FALSE;
}

/* Reads a field and what separates it from the next. */
static gboolean
read_field (CsvReader *reader, GError **error)
{
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean is_quoted = reader->at < reader->end && *reader->at == '"';
  if (reader->fields->len == CSV_MAX_FIELDS)
    return fail_field (reader, error, "the row has too many fields");
  if (!(is_quoted ? read_quoted (reader, field, error) : read_plain (reader, field, error)))
    return FALSE;
  if (field->len > CSV_MAX_FIELD_BYTES)
    return fail_field (reader, error, "the field is too long");
  if (has_control (field))
    return fail_field (reader, error, "a control character stands in it");
  if (!g_utf8_validate (field->str, (gssize) field->len, NULL))
    return fail_field (reader, error, "it is no UTF-8");
  g_ptr_array_add (reader->fields, g_strdup (field->str));
  return TRUE;
}

const GPtrArray *
csv_reader_next (CsvReader *reader, GError **error)
{
  g_ptr_array_set_size (reader->fields, 0);
  reader->line = reader->next_line;
  if (reader->at == reader->end)
    return NULL;

  while (read_field (reader, error))
    {
      if (!is_row_end (reader))
        {
          reader->at++; /* the comma */
          continue;
        }
      reader->at += reader->at < reader->end && *reader->at == '\r';
      reader->at += reader->at < reader->end;
      reader->next_line++;
      return reader->fields;
    }
  return NULL;
}
