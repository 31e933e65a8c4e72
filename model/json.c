/* model/json.c - writes a JSON document piece by piece.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/json.h"

#include <math.h>
#include <string.h>

#define INDENT 2

/* Whole doubles below this print as integers without loss. */
#define DECIMAL_PLACES 4
#define DECIMAL_SCALE 10000 /* as many zeros */
#define EXACT_WHOLE 1e15

struct _JsonText
{
  GString *text;
  GString *open; /* '{' or '[' for each container that is not closed yet, the outermost first */
  gboolean needs_comma; /* before the next piece of the innermost container */
  gboolean has_name;    /* the next piece is the value of the name just written */
};

JsonText *
json_text_new (void)
{
  JsonText *json = g_new0 (JsonText, 1);
  json->text = g_string_new (NULL);
  json->open = g_string_new (NULL);
  return json;
}

void
json_text_free (JsonText *json)
{
  if (json == NULL)
    return;

  g_string_free (json->text, TRUE);
  g_string_free (json->open, TRUE);
  g_free (json);
}

/* Returns: '{' or '[', whichever is open innermost; '\0' outside of the document. */
static char
innermost (const JsonText *json)
{
  return json->open->str[MAX (json->open->len, 1) - 1];
}

static void
begin_value (JsonText *json)
{
  char container = innermost (json);
  g_assert (container == '{' ? json->has_name : container == '[' || json->text->len == 0);

  if (container == '[' && json->needs_comma)
    g_string_append_c (json->text, ',');
  json->has_name = FALSE;
  json->needs_comma = TRUE;
}

static void
begin_container (JsonText *json, char bracket)
{
  begin_value (json);
  g_string_append_c (json->text, bracket);
  g_string_append_c (json->open, bracket);
  json->needs_comma = FALSE;
}

static void
end_container (JsonText *json, char bracket, char closing)
{
  g_assert (innermost (json) == bracket && !json->has_name);
  g_string_truncate (json->open, json->open->len - 1);
  g_string_append_c (json->text, closing);
  json->needs_comma = TRUE;
}

void
json_text_begin_object (JsonText *json)
{
  begin_container (json, '{');
}

void
json_text_end_object (JsonText *json)
{
  end_container (json, '{', '}');
}

void
json_text_begin_array (JsonText *json)
{
  begin_container (json, '[');
}

void
json_text_end_array (JsonText *json)
{
  end_container (json, '[', ']');
}

static void
append_escaped (GString *text, char character)
{
  static const char *const short_forms[] = {
    ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n",  ['\f'] = "\\f",
    ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\",
  };
  guchar byte = (guchar) character;
  if (byte < G_N_ELEMENTS (short_forms) && short_forms[byte] != NULL)
    g_string_append (text, short_forms[byte]);
  else
    g_string_append_printf (text, "\\u%04x", byte);
}

/* Returns: what stands behind the bytes at @text that mean themselves in a string. */
static const char *
skip_plain (const char *text)
{
  while ((guchar) *text >= ' ' && *text != '"' && *text != '\\' && *text != '\x7f')
    text++;
  return text;
}

static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (;;)
    {
      const char *end = skip_plain (value);
      g_string_append_len (text, value, end - value);
      if (*end == '\0')
        break;
      append_escaped (text, *end);
      value = end + 1;
    }
  g_string_append_c (text, '"');
}

static void
append_string (GString *text, const char *value)
{
  if (g_utf8_validate (value, -1, NULL))
    {
      append_quoted (text, value);
      return;
    }

  g_autofree char *valid = g_utf8_make_valid (value, -1);
  append_quoted (text, valid);
}

/* Appends a whole number of at least @n_digits digits. */
static void
append_digits (GString *text, guint64 value, guint n_digits)
{
  char digits[24];
  guint first = sizeof digits;
  for (; value > 0 || sizeof digits - first < n_digits; value /= 10)
    digits[--first] = (char) ('0' + value % 10);
  g_string_append_len (text, digits + first, (gssize) (sizeof digits - first));
}

static void
append_int (GString *text, gint64 value)
{
  if (value < 0)
    g_string_append_c (text, '-');
  append_digits (text, value < 0 ? -(guint64) value : (guint64) value, 1);
}

void
json_text_name (JsonText *json, const char *name)
{
  g_assert (innermost (json) == '{' && !json->has_name);
  if (json->needs_comma)
    g_string_append_c (json->text, ',');
  append_string (json->text, name);
  g_string_append_c (json->text, ':');
  json->has_name = TRUE;
}

void
json_text_string (JsonText *json, const char *value)
{
  begin_value (json);
  if (value == NULL)
    g_string_append (json->text, "null");
  else
    append_string (json->text, value);
}

void
json_text_int (JsonText *json, gint64 value)
{
  begin_value (json);
  append_int (json->text, value);
}

void
json_text_bool (JsonText *json, gboolean value)
{
  begin_value (json);
  g_string_append (json->text, value ? "true" : "false");
}

/* 15 digits print nearly all numbers that were written by people, 17 all there are. */
static void
append_shortest (GString *text, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }
  g_string_append (text, digits);
}

/* Most reals are places on paper: numbers of a few decimals, whose digits need not be sought.
 * Returns: FALSE, writing nothing, for others. */
static gboolean
append_decimal (GString *text, double value)
{
  double scaled = round (fabs (value) * DECIMAL_SCALE);
  /* A quotient of two whole numbers is rounded as the decimal would be that is read back. */
  if (!(scaled < DECIMAL_SCALE * DECIMAL_SCALE) || scaled / DECIMAL_SCALE != fabs (value))
    return FALSE;
  guint64 whole = (guint64) scaled;
  if (value < 0)
    g_string_append_c (text, '-');
  append_digits (text, whole / DECIMAL_SCALE, 1);
  g_string_append_c (text, '.');
  append_digits (text, whole % DECIMAL_SCALE, DECIMAL_PLACES);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  return TRUE;
}

void
json_text_real (JsonText *json, double value)
{
  begin_value (json);
  gboolean is_minus_zero = value == 0 && signbit (value);
  if (!isfinite (value))
    g_string_append (json->text, "null");
  else if (is_minus_zero)
    g_string_append (json->text, "-0.0"); /* "-0" would come back as the integer 0 */
  else if (fabs (value) < EXACT_WHOLE && value == trunc (value))
    append_int (json->text, (gint64) value);
  else if (!append_decimal (json->text, value))
    append_shortest (json->text, value);
}

void
json_text_document (JsonText *json, JsonText *value)
{
  g_autofree char *text = json_text_finish (value, FALSE);
  begin_value (json);
  g_string_append (json->text, text);
}

void
json_text_member_string (JsonText *json, const char *name, const char *value)
{
  json_text_name (json, name);
  json_text_string (json, value);
}

void
json_text_member_int (JsonText *json, const char *name, gint64 value)
{
  json_text_name (json, name);
  json_text_int (json, value);
}

static void
append_line_break (GString *pretty, gsize depth)
{
  g_string_append_c (pretty, '\n');
  for (gsize i = 0; i < depth * INDENT; i++)
    g_string_append_c (pretty, ' ');
}

/* Returns: the end of the string that begins at @text. */
static const char *
skip_string (const char *text)
{
  for (text++; *text != '"'; text++)
    if (*text == '\\')
      text++;
  return text + 1;
}

/* Appends what begins at @text, one bracket, string, number or mark, with the blanks due.
 * Returns: where it ends. */
static const char *
append_pretty (GString *pretty, const char *text, gsize *depth)
{
  const char *end = *text == '"' ? skip_string (text) : text + 1;
  gboolean is_opening = *text == '{' || *text == '[';
  gboolean is_closing = *text == '}' || *text == ']';
  gboolean is_empty = is_opening && (*end == '}' || *end == ']');
  if (is_empty)
    end++;
  if (is_closing)
    append_line_break (pretty, --*depth);

  g_string_append_len (pretty, text, end - text);
  if (*text == ':')
    g_string_append_c (pretty, ' ');
  else if (is_opening && !is_empty)
    append_line_break (pretty, ++*depth);
  else if (*text == ',')
    append_line_break (pretty, *depth);
  return end;
}

static void
forget (JsonText *json)
{
  g_string_truncate (json->text, 0);
  json->needs_comma = FALSE;
}

gboolean
json_text_write_line (JsonText *json, FILE *out)
{
  g_assert (json->open->len == 0 && json->text->len > 0);
  g_string_append_c (json->text, '\n');
  gboolean is_written = fwrite (json->text->str, 1, json->text->len, out) == json->text->len;
  forget (json);
  return is_written;
}

void
json_text_append_pretty (JsonText *json, gsize depth, GString *to)
{
  g_assert (json->open->len == 0 && json->text->len > 0);
  for (const char *at = json->text->str; *at != '\0';)
    at = append_pretty (to, at, &depth);
  forget (json);
}

char *
json_text_finish (JsonText *json, gboolean is_pretty)
{
  g_assert (json->open->len == 0 && json->text->len > 0);
  GString *text = g_string_sized_new (json->text->len + 1);
  if (is_pretty)
    {
      json_text_append_pretty (json, 0, text);
      g_string_append_c (text, '\n');
      return g_string_free (text, FALSE);
    }
  g_string_append_len (text, json->text->str, (gssize) json->text->len);
  forget (json);
  return g_string_free (text, FALSE);
}
