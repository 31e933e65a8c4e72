/* emit/csv.c - rows of CSV, as RFC 4180 has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each field leaves a comma behind, of which the end of the row makes a new line.
 */
#include "emit/csv.h"

#include <string.h>

static const char needs_quotes[] = ",\"\r\n";
static const char begins_formula[] = "=+-@\t\r";

static gboolean
is_formula (const char *text)
{
  return text[0] != '\0' && strchr (begins_formula, text[0]) != NULL;
}

static void
append_quoted (GString *rows, const char *text)
{
  g_string_append_c (rows, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (rows, '"');
      g_string_append_c (rows, *at);
    }
  g_string_append_c (rows, '"');
}

void
csv_append_field (GString *rows, const char *text, gboolean guards)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *plain = valid != NULL ? valid : text;
  g_autofree char *guarded = guards && is_formula (plain) ? g_strconcat ("'", plain, NULL) : NULL;
  const char *field = guarded != NULL ? guarded : plain;

  if (strpbrk (field, needs_quotes) != NULL)
    append_quoted (rows, field);
  else
    g_string_append (rows, field);
  g_string_append_c (rows, ',');
}

void
csv_end_row (GString *rows)
{
  g_assert (g_str_has_suffix (rows->str, ","));
  rows->str[rows->len - 1] = '\n';
}
