/* model/json_tree.c - a text of JSON as json-glib's tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One function for each kind of value of RFC 8259, each called with the value's first byte next.
 */
#include "model/json_tree.h"

#include <string.h>

#define MAX_WHOLE_DIGITS 18 /* of an integer: so many fit 64 bits */
#define MAX_NUMBER_BYTES 64 /* the longest that names a double takes 24 */
#define SURROGATE_BASE 0x10000

typedef struct
{
  const char *at, *end;
  JsonTreeLimits *limits;
  guint depth, n_values;
  const char *trouble; /* the first that was met */
  GString *scratch;    /* the text last read */
} Reader;

static gboolean
fail (Reader *reader, const char *trouble)
{
  if (reader->trouble == NULL)
    reader->trouble = trouble;
  return FALSE;
}

static void
skip_blanks (Reader *reader)
{
  while (reader->at < reader->end
         && (*reader->at == ' ' || *reader->at == '\t' || *reader->at == '\r'))
    reader->at++;
}

/* Moves on behind @byte if it is next, blanks aside. */
static gboolean
take (Reader *reader, char byte)
{
  skip_blanks (reader);
  if (reader->at == reader->end || *reader->at != byte)
    return FALSE;
  reader->at++;
  return TRUE;
}

/* ---- texts ---- */

/* Reads the four digits of an escape. */
static gboolean
read_unit (Reader *reader, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, reader->at++)
    {
      int digit = reader->at < reader->end ? g_ascii_xdigit_value (*reader->at) : -1;
      if (digit < 0)
        return fail (reader, "an escape of less than four digits");
      *unit = *unit << 4 | (gunichar) digit;
    }
  return TRUE;
}

/* What stands behind "\u": a character, or the first half of a pair with the second behind it. */
static gboolean
read_character (Reader *reader)
{
  gunichar first = 0, second = 0;
  if (!read_unit (reader, &first))
    return FALSE;
  gboolean is_high = first >= 0xD800 && first < 0xDC00;
  if (is_high && reader->end - reader->at >= 2 && reader->at[0] == '\\' && reader->at[1] == 'u')
    {
      const char *before = reader->at;
      reader->at += 2;
      if (!read_unit (reader, &second))
        return FALSE;
      if (second >= 0xDC00 && second < 0xE000)
        first = SURROGATE_BASE + ((first - 0xD800) << 10) + (second - 0xDC00);
      else
        reader->at = before;
    }
  g_string_append_unichar (reader->scratch, first);
  return TRUE;
}

static gboolean
read_escape (Reader *reader)
{
  static const char escapes[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  if (reader->at == reader->end)
    return fail (reader, "a string without its end");
  if (reader->end - reader->at >= 5 && memcmp (reader->at, "u0000", 5) == 0)
    return fail (reader, "a string with a NUL");
  char byte = *reader->at++;
  if (byte == 'u')
    return read_character (reader);
  const char *found = byte != '\0' ? strchr (escapes, byte) : NULL;
  if (found == NULL)
    return fail (reader, "unknown escape in a string");
  g_string_append_c (reader->scratch, meant[found - escapes]);
  return TRUE;
}

/* Reads a text into the scratch. */
static gboolean
read_text (Reader *reader)
{
  g_string_truncate (reader->scratch, 0);
  for (reader->at++; reader->at < reader->end;)
    {
      const char *start = reader->at;
      while (reader->at < reader->end && (guchar) *reader->at >= ' ' && *reader->at != '"'
             && *reader->at != '\\')
        reader->at++;
      g_string_append_len (reader->scratch, start, reader->at - start);
      static const char escape = '\\';
      const char next = *(reader->at < reader->end ? reader->at++ : &escape);
      if (next == '"')
        return TRUE;
      if (next != '\\')
        return fail (reader, "a control character in a string");
      if (!read_escape (reader))
        return FALSE;
    }
  return fail (reader, "a string without its end");
}

static JsonNode *
read_text_value (Reader *reader)
{
  return read_text (reader) ? json_node_init_string (json_node_alloc (), reader->scratch->str)
                            : NULL;
}

/* ---- numbers and words ---- */

/* Returns: how many digits are next, which are passed over. */
static gsize
skip_digits (Reader *reader)
{
  const char *start = reader->at;
  while (reader->at < reader->end && g_ascii_isdigit (*reader->at))
    reader->at++;
  return (gsize) (reader->at - start);
}

/* Passes over a number, if it has the form of one. */
static gboolean
skip_number (Reader *reader, gboolean *is_whole)
{
  *is_whole = TRUE;
  reader->at += *reader->at == '-';
  const char *first = reader->at;
  gsize n_digits = skip_digits (reader);
  if (n_digits == 0 || n_digits > MAX_WHOLE_DIGITS || (n_digits > 1 && *first == '0'))
    return FALSE;
  if (reader->at < reader->end && *reader->at == '.')
    {
      *is_whole = FALSE;
      reader->at++;
      if (skip_digits (reader) == 0)
        return FALSE;
    }
  if (reader->at < reader->end && (*reader->at == 'e' || *reader->at == 'E'))
    {
      *is_whole = FALSE;
      reader->at++;
      reader->at += reader->at < reader->end && (*reader->at == '+' || *reader->at == '-');
      return skip_digits (reader) > 0;
    }
  return TRUE;
}

static JsonNode *
read_number (Reader *reader)
{
  const char *start = reader->at;
  gboolean is_whole = FALSE, is_number = skip_number (reader, &is_whole);
  gsize length = (gsize) (reader->at - start);
  if (!is_number || length > MAX_NUMBER_BYTES)
    {
      fail (reader, "a number of a form that is not read here");
      return NULL;
    }
  char digits[MAX_NUMBER_BYTES + 1] = ""; /* the text itself need not end */
  memcpy (digits, start, length);
  return is_whole ? json_node_init_int (json_node_alloc (), g_ascii_strtoll (digits, NULL, 10))
                  : json_node_init_double (json_node_alloc (), g_ascii_strtod (digits, NULL));
}

static JsonNode *
read_word (Reader *reader)
{
  static const struct
  {
    const char *word;
    int truth; /* -1: neither */
  } words[] = { { "true", TRUE }, { "false", FALSE }, { "null", -1 } };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);
      if ((gsize) (reader->end - reader->at) < length
          || memcmp (reader->at, words[i].word, length) != 0)
        continue;
      reader->at += length;
      return words[i].truth < 0 ? json_node_init_null (json_node_alloc ())
                                : json_node_init_boolean (json_node_alloc (), words[i].truth);
    }
  fail (reader, "something that is no JSON");
  return NULL;
}

/* ---- values of several ---- */

static JsonNode *read_value (Reader *reader);

static gboolean
open_bracket (Reader *reader)
{
  reader->at++;
  reader->limits->are_passed = ++reader->depth > reader->limits->max_depth;
  return !reader->limits->are_passed;
}

static gboolean
read_element (Reader *reader, JsonArray *array)
{
  JsonNode *value = read_value (reader);
  if (value != NULL)
    json_array_add_element (array, value);
  return value != NULL;
}

static JsonNode *
read_array (Reader *reader)
{
  g_autoptr (JsonArray) array = json_array_new ();
  gboolean is_good = open_bracket (reader);
  if (is_good && !take (reader, ']'))
    {
      do
        is_good = read_element (reader, array);
      while (is_good && take (reader, ','));
      is_good = is_good && (take (reader, ']') || fail (reader, "a list without its end"));
    }
  reader->depth--;
  return is_good ? json_node_init_array (json_node_alloc (), array) : NULL;
}

static gboolean
read_member (Reader *reader, JsonObject *object)
{
  skip_blanks (reader);
  if (reader->at == reader->end || *reader->at != '"')
    return fail (reader, "a member without a name");
  if (!read_text (reader))
    return FALSE;
  g_autofree char *name = g_strdup (reader->scratch->str);
  JsonNode *value = take (reader, ':') || fail (reader, "a member without a value")
                        ? read_value (reader)
                        : NULL;
  if (value != NULL)
    json_object_set_member (object, name, value);
  return value != NULL;
}

static JsonNode *
read_object (Reader *reader)
{
  g_autoptr (JsonObject) object = json_object_new ();
  gboolean is_good = open_bracket (reader);
  if (is_good && !take (reader, '}'))
    {
      do
        is_good = read_member (reader, object);
      while (is_good && take (reader, ','));
      is_good = is_good && (take (reader, '}') || fail (reader, "an object without its end"));
    }
  reader->depth--;
  return is_good ? json_node_init_object (json_node_alloc (), object) : NULL;
}

static JsonNode *
read_value (Reader *reader)
{
  if (++reader->n_values > reader->limits->max_values)
    {
      reader->limits->are_passed = TRUE;
      return NULL;
    }
  skip_blanks (reader);
  static const char nothing = '\0';
  const char first = *(reader->at < reader->end ? reader->at : &nothing);
  if (first == '"')
    return read_text_value (reader);
  if (first == '{')
    return read_object (reader);
  if (first == '[')
    return read_array (reader);
  return first == '-' || g_ascii_isdigit (first) ? read_number (reader) : read_word (reader);
}

JsonNode *
json_tree_read (const char *text, gsize length, JsonTreeLimits *limits, const char **trouble)
{
  g_autoptr (GString) scratch = g_string_sized_new (256);
  Reader reader = { .at = text, .end = text + length, .limits = limits, .scratch = scratch };
  limits->are_passed = FALSE;
  if (!g_utf8_validate_len (text, length, NULL))
    fail (&reader, "bytes that are no UTF-8, or a NUL");
  skip_blanks (&reader);
  if (reader.at == reader.end)
    fail (&reader, "no JSON object");
  g_autoptr (JsonNode) root = reader.trouble == NULL ? read_value (&reader) : NULL;
  skip_blanks (&reader);
  if (root != NULL && reader.at != reader.end)
    fail (&reader, "more than one value");
  *trouble = reader.trouble;
  return reader.trouble == NULL ? g_steal_pointer (&root) : NULL;
}
