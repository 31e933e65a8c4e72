/* model/json_tree.c - a text of JSON as a tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One function for each kind of value of RFC 8259, each called with the value's first byte next.
 */
#include "model/json_tree.h"

#include <string.h>

#define MAX_WHOLE_DIGITS 18        /* of an integer: so many fit 64 bits */
#define MAX_EXACT 9007199254740992 /* 2^53: doubles hold all integers up to it */
#define MAX_NUMBER_BYTES 64        /* the longest that names a double takes 24 */
#define SURROGATE_BASE 0x10000

struct _JsonTree
{
  GArray *values; /* of JsonValue */
};

typedef struct
{
  char *at, *end;
  GArray *values; /* borrowed from the tree */
  JsonTreeLimits *limits;
  guint depth;
  const char *trouble; /* the first that was met */
} Reader;

JsonTree *
json_tree_new (void)
{
  JsonTree *tree = g_new (JsonTree, 1);
  tree->values = g_array_new (FALSE, FALSE, sizeof (JsonValue));
  return tree;
}

void
json_tree_free (JsonTree *tree)
{
  if (tree == NULL)
    return;

  g_array_unref (tree->values);
  g_free (tree);
}

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

/* A text takes the place of what it is read from, which is never shorter. */
typedef struct
{
  char *start, *to; /* where it begins, and where the next byte goes */
  gboolean is_half;
} Scribe;

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
read_character (Reader *reader, Scribe *scribe)
{
  gunichar first = 0, second = 0;
  if (!read_unit (reader, &first))
    return FALSE;
  gboolean is_high = first >= 0xD800 && first < 0xDC00;
  if (is_high && reader->end - reader->at >= 2 && reader->at[0] == '\\' && reader->at[1] == 'u')
    {
      char *before = reader->at;
      reader->at += 2;
      if (!read_unit (reader, &second))
        return FALSE;
      if (second >= 0xDC00 && second < 0xE000)
        first = SURROGATE_BASE + ((first - 0xD800) << 10) + (second - 0xDC00);
      else
        reader->at = before;
    }
  scribe->is_half |= first >= 0xD800 && first < 0xE000;
  scribe->to += g_unichar_to_utf8 (first, scribe->to);
  return TRUE;
}

static gboolean
read_escape (Reader *reader, Scribe *scribe)
{
  static const char escapes[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  if (reader->at == reader->end)
    return fail (reader, "a string without its end");
  if (reader->end - reader->at >= 5 && memcmp (reader->at, "u0000", 5) == 0)
    return fail (reader, "a string with a NUL");
  char byte = *reader->at++;
  if (byte == 'u')
    return read_character (reader, scribe);
  const char *found = byte != '\0' ? strchr (escapes, byte) : NULL;
  if (found == NULL)
    return fail (reader, "unknown escape in a string");
  *scribe->to++ = meant[found - escapes];
  return TRUE;
}

/* Moves what needs no change, up to a quote, an escape or what may not stand in a text. */
static void
copy_plain (Reader *reader, Scribe *scribe)
{
  const char *start = reader->at;
  while (reader->at < reader->end && (guchar) *reader->at >= ' ' && *reader->at != '"'
         && *reader->at != '\\')
    reader->at++;
  gsize length = (gsize) (reader->at - start);
  if (scribe->to != start)
    memmove (scribe->to, start, length);
  scribe->to += length;
}

/* Reads a text, which then ends with a NUL at its quote or before. */
static gboolean
read_text (Reader *reader, Scribe *scribe)
{
  reader->at++;
  *scribe = (Scribe){ reader->at, reader->at, FALSE };
  while (TRUE)
    {
      copy_plain (reader, scribe);
      if (reader->at == reader->end)
        return fail (reader, "a string without its end");
      const char next = *reader->at++;
      if (next == '"')
        break;
      if (next != '\\')
        return fail (reader, "a control character in a string");
      if (!read_escape (reader, scribe))
        return FALSE;
    }
  *scribe->to = '\0';
  return TRUE;
}

static gboolean
read_text_value (Reader *reader, JsonValue *value)
{
  Scribe scribe;
  if (!read_text (reader, &scribe))
    return FALSE;
  value->kind = scribe.is_half ? JSON_HALF_TEXT : JSON_TEXT;
  value->is.text = scribe.start;
  return TRUE;
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

/* What a number is made of, but for an exponent. */
typedef struct
{
  gint64 digits; /* the whole number that they make, without the point */
  gsize n_digits, n_decimals;
  gboolean is_negative, is_whole, has_exponent;
} Number;

/* Reads what digits are next behind those before. */
static gsize
read_digits (Reader *reader, Number *number)
{
  const char *start = reader->at;
  gsize n = skip_digits (reader);
  number->n_digits += n;
  for (gsize i = 0; i < n && number->n_digits <= MAX_WHOLE_DIGITS; i++)
    number->digits = number->digits * 10 + (start[i] - '0');
  return n;
}

/* Reads a number, if it has the form of one. */
static gboolean
read_form (Reader *reader, Number *number)
{
  *number = (Number){ .is_negative = *reader->at == '-', .is_whole = TRUE };
  reader->at += number->is_negative;
  const char *first = reader->at;
  gsize n_digits = read_digits (reader, number);
  if (n_digits == 0 || n_digits > MAX_WHOLE_DIGITS || (n_digits > 1 && *first == '0'))
    return FALSE;
  if (reader->at < reader->end && *reader->at == '.')
    {
      number->is_whole = FALSE;
      reader->at++;
      number->n_decimals = read_digits (reader, number);
      if (number->n_decimals == 0)
        return FALSE;
    }
  if (reader->at < reader->end && (*reader->at == 'e' || *reader->at == 'E'))
    {
      number->is_whole = FALSE;
      number->has_exponent = TRUE;
      reader->at++;
      reader->at += reader->at < reader->end && (*reader->at == '+' || *reader->at == '-');
      return skip_digits (reader) > 0;
    }
  return TRUE;
}

/* Returns: the double nearest to what stands from @start on.  Of few digits, it is the quotient of
 * two whole numbers that doubles hold, which is rounded once (Clinger 1990). */
static double
real_of (const Number *number, const char *start, gsize length)
{
  static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10 };
  if (!number->has_exponent && number->n_digits <= MAX_WHOLE_DIGITS && number->digits <= MAX_EXACT
      && number->n_decimals < G_N_ELEMENTS (powers))
    {
      double real = (double) number->digits / powers[number->n_decimals];
      return number->is_negative ? -real : real;
    }
  char digits[MAX_NUMBER_BYTES + 1] = ""; /* the text itself need not end */
  memcpy (digits, start, length);
  return g_ascii_strtod (digits, NULL);
}

static gboolean
read_number (Reader *reader, JsonValue *value)
{
  const char *start = reader->at;
  Number number;
  gboolean is_number = read_form (reader, &number);
  gsize length = (gsize) (reader->at - start);
  if (!is_number || length > MAX_NUMBER_BYTES)
    return fail (reader, "a number of a form that is not read here");
  value->kind = number.is_whole ? JSON_INT : JSON_REAL;
  if (number.is_whole)
    value->is.integer = number.is_negative ? -number.digits : number.digits;
  else
    value->is.real = real_of (&number, start, length);
  return TRUE;
}

static gboolean
read_word (Reader *reader, JsonValue *value)
{
  static const struct
  {
    const char *word;
    JsonKind kind;
    gboolean truth;
  } words[] = { { "true", JSON_BOOL, TRUE },
                { "false", JSON_BOOL, FALSE },
                { "null", JSON_NULL, FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);
      if ((gsize) (reader->end - reader->at) < length
          || memcmp (reader->at, words[i].word, length) != 0)
        continue;
      reader->at += length;
      value->kind = words[i].kind;
      value->is.truth = words[i].truth;
      return TRUE;
    }
  return fail (reader, "something that is no JSON");
}

/* ---- values of several ---- */

static gboolean read_value (Reader *reader, const char *name);

static gboolean
open_bracket (Reader *reader)
{
  reader->at++;
  reader->limits->are_passed = ++reader->depth > reader->limits->max_depth;
  return !reader->limits->are_passed;
}

static gboolean
read_element (Reader *reader)
{
  return read_value (reader, NULL);
}

static gboolean
read_member (Reader *reader)
{
  Scribe name;
  skip_blanks (reader);
  if (reader->at == reader->end || *reader->at != '"')
    return fail (reader, "a member without a name");
  if (!read_text (reader, &name))
    return FALSE;
  if (!take (reader, ':'))
    return fail (reader, "a member without a value");
  return read_value (reader, name.start);
}

/* The two kinds, by what is inside, what ends them, and what is told if that is missing. */
static const struct
{
  JsonKind kind;
  char closing;
  gboolean (*read) (Reader *reader);
  const char *trouble;
} containers[] = {
  { JSON_ARRAY, ']', read_element, "a list without its end" },
  { JSON_OBJECT, '}', read_member, "an object without its end" },
};

static gboolean
read_container (Reader *reader, gsize which, JsonValue *value)
{
  value->kind = containers[which].kind;
  value->is.n_elements = 0;
  if (!open_bracket (reader))
    return FALSE;
  if (!take (reader, containers[which].closing))
    {
      do
        {
          if (!containers[which].read (reader))
            return FALSE;
          value->is.n_elements++;
        }
      while (take (reader, ','));
      if (!take (reader, containers[which].closing))
        return fail (reader, containers[which].trouble);
    }
  reader->depth--;
  return TRUE;
}

static gboolean
read_any (Reader *reader, JsonValue *value)
{
  skip_blanks (reader);
  static const char nothing = '\0';
  const char first = *(reader->at < reader->end ? reader->at : &nothing);
  if (first == '"')
    return read_text_value (reader, value);
  if (first == '[' || first == '{')
    return read_container (reader, first == '{', value);
  return first == '-' || g_ascii_isdigit (first) ? read_number (reader, value)
                                                 : read_word (reader, value);
}

/* Adds a value to the tree, in front of what is inside of it. */
static gboolean
read_value (Reader *reader, const char *name)
{
  guint place = reader->values->len;
  if (place == reader->limits->max_values)
    {
      reader->limits->are_passed = TRUE;
      return FALSE;
    }
  JsonValue value = { .name = name };
  g_array_set_size (reader->values, place + 1); /* which moves those before */
  if (!read_any (reader, &value))
    return FALSE;
  value.n_values = reader->values->len - place;
  g_array_index (reader->values, JsonValue, place) = value;
  return TRUE;
}

const JsonValue *
json_tree_read (JsonTree *tree, char *text, gsize length, JsonTreeLimits *limits,
                const char **trouble)
{
  Reader reader = { .at = text, .end = text + length, .values = tree->values, .limits = limits };
  limits->are_passed = FALSE;
  g_array_set_size (tree->values, 0);
  if (!g_utf8_validate_len (text, length, NULL))
    fail (&reader, "bytes that are no UTF-8, or a NUL");
  skip_blanks (&reader);
  if (reader.at == reader.end)
    fail (&reader, "no JSON object");
  gboolean is_read = reader.trouble == NULL && read_value (&reader, NULL);
  skip_blanks (&reader);
  if (is_read && reader.at != reader.end)
    is_read = fail (&reader, "more than one value");
  *trouble = reader.trouble;
  return is_read ? (const JsonValue *) (gpointer) tree->values->data : NULL;
}

/* ---- questions ---- */

const JsonValue *
json_value_first (const JsonValue *container)
{
  return container + 1;
}

const JsonValue *
json_value_next (const JsonValue *value)
{
  return value + value->n_values;
}

const JsonValue *
json_value_member (const JsonValue *object, const char *name)
{
  const JsonValue *found = NULL, *member = json_value_first (object);
  for (guint i = 0; i < object->is.n_elements; i++, member = json_value_next (member))
    if (g_str_equal (member->name, name))
      found = member;
  return found;
}
