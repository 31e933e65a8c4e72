/* model/json_line.c - reads one line of JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two passes: inspect() walks the bytes and refuses what json-glib would take for JSON and is
 * none, then json-glib, which knows the grammar, builds the tree.
 */
#include "model/json_line.h"

#include <math.h>
#include <string.h>

/* More digits before the point could overflow what json-glib reads a number into. */
#define MAX_WHOLE_DIGITS 18

/* What inspect() has seen so far. */
typedef struct
{
  const char *at, *end;
  guint depth, n_values;
  gboolean is_over; /* the outermost bracket is closed */
} Inspection;

/* Each of these reads one piece at inspection->at and moves on.  They return NULL, or what is
 * wrong. */

static const char *
inspect_escape (Inspection *inspection)
{
  if (inspection->at == inspection->end || strchr ("\"\\/bfnrtu", *inspection->at) == NULL)
    return "unknown escape in a string";
  if (inspection->end - inspection->at >= 5 && memcmp (inspection->at, "u0000", 5) == 0)
    return "a string with a NUL";

  inspection->at++;
  return NULL;
}

static const char *
inspect_string (Inspection *inspection)
{
  for (inspection->at++; inspection->at < inspection->end;)
    {
      guchar byte = (guchar) *inspection->at++;
      if (byte == '"')
        return NULL;
      if (byte < ' ')
        return "a control character in a string";

      const char *trouble = byte == '\\' ? inspect_escape (inspection) : NULL;
      if (trouble != NULL)
        return trouble;
    }
  return "a string without its end";
}

static const char *
inspect_number (Inspection *inspection)
{
  if (*inspection->at == '-')
    inspection->at++;

  const char *whole = inspection->at;
  while (inspection->at < inspection->end && g_ascii_isdigit (*inspection->at))
    inspection->at++;

  gsize n_digits = (gsize) (inspection->at - whole);
  if (n_digits == 0 || n_digits > MAX_WHOLE_DIGITS || (n_digits > 1 && *whole == '0'))
    return "a number of a form that is not read here";

  while (inspection->at < inspection->end && strchr ("0123456789.eE+-", *inspection->at) != NULL)
    inspection->at++;
  return NULL;
}

static const char *
inspect_bracket (Inspection *inspection)
{
  gboolean is_opening = *inspection->at == '{' || *inspection->at == '[';
  inspection->at++;
  if (is_opening)
    {
      inspection->depth++;
      return NULL;
    }

  if (inspection->depth == 0)
    return "a bracket that closes nothing";
  inspection->is_over = --inspection->depth == 0;
  return NULL;
}

static const char *
inspect_word (Inspection *inspection)
{
  static const char *const words[] = { "true", "false", "null" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      if ((gsize) (inspection->end - inspection->at) >= length
          && memcmp (inspection->at, words[i], length) == 0)
        {
          inspection->at += length;
          return NULL;
        }
    }
  return "something that is no JSON";
}

static const char *
inspect_piece (Inspection *inspection)
{
  char first = *inspection->at;
  if (first == '"')
    return inspect_string (inspection);
  if (first == '-' || g_ascii_isdigit (first))
    return inspect_number (inspection);
  if (first == '{' || first == '[' || first == '}' || first == ']')
    return inspect_bracket (inspection);
  if (first != ':' && first != ',' && first != ' ' && first != '\t' && first != '\r')
    return inspect_word (inspection);

  /* A comma or colon goes with each value but the first of each bracket. */
  inspection->n_values += first == ',' || first == ':';
  inspection->at++;
  return NULL;
}

static gboolean
is_beyond_limits (const Inspection *inspection)
{
  return inspection->depth > JSON_LINE_MAX_DEPTH || inspection->n_values > JSON_LINE_MAX_VALUES;
}

static gboolean
is_blank (const char *text, const char *end)
{
  while (text < end && (*text == ' ' || *text == '\t' || *text == '\r'))
    text++;
  return text == end;
}

static gboolean
inspect (const JsonLine *line, const char *text, gsize length, GError **error)
{
  Inspection inspection = { .at = text, .end = text + length };
  const char *trouble = memchr (text, '\0', length) != NULL ? "a NUL" : NULL;
  while (trouble == NULL && inspection.at < inspection.end && !inspection.is_over
         && !is_beyond_limits (&inspection))
    trouble = inspect_piece (&inspection);

  if (trouble != NULL)
    return json_line_fail (line, NULL, error, "%s", trouble);
  if (is_beyond_limits (&inspection))
    {
      Where where = WHERE_FILE (line->stream);
      return recount_fail (error, RECOUNT_ERROR_LIMIT, &where,
                           "line %" G_GUINT64_FORMAT ": more than %d values or %d levels",
                           line->number, JSON_LINE_MAX_VALUES, JSON_LINE_MAX_DEPTH);
    }
  if (!is_blank (inspection.at, inspection.end))
    return json_line_fail (line, NULL, error, "more than one value");
  return TRUE;
}

static gboolean
read_tree (JsonLine *line, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &reason))
    return json_line_fail (line, NULL, error, "%s", reason->message);

  line->root = json_parser_steal_root (parser);
  if (line->root == NULL || !JSON_NODE_HOLDS_OBJECT (line->root))
    return json_line_fail (line, NULL, error, "no JSON object");

  line->object = json_node_get_object (line->root);
  JsonNode *type = json_object_get_member (line->object, "type");
  if (type == NULL || !json_value_text (type, &line->type))
    return json_line_fail (line, "type", error, "a text must stand here");
  return TRUE;
}

JsonLine *
json_line_parse (const char *stream, guint64 number, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonLine) line = g_new0 (JsonLine, 1);
  line->stream = stream;
  line->number = number;
  if (!inspect (line, text, length, error) || !read_tree (line, text, length, error))
    return NULL;

  return g_steal_pointer (&line);
}

void
json_line_free (JsonLine *line)
{
  if (line == NULL)
    return;

  g_clear_pointer (&line->root, json_node_unref);
  g_free (line);
}

gboolean
json_line_fail (const JsonLine *line, const char *member, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_autofree char *place
      = member != NULL ? g_strdup_printf (", member '%s'", member) : g_strdup ("");
  Where where = WHERE_FILE (line->stream);
  return recount_fail (error, RECOUNT_ERROR_STREAM, &where, "line %" G_GUINT64_FORMAT "%s: %s",
                       line->number, place, message);
}

static gboolean
is_value_of (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
json_value_text (JsonNode *node, const char **value)
{
  if (!is_value_of (node, G_TYPE_STRING))
    return FALSE;

  /* A lone half of a surrogate pair, written as \ud83d, comes out as bytes that are no UTF-8. */
  const char *text = json_node_get_string (node);
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  *value = text;
  return TRUE;
}

gboolean
json_value_int (JsonNode *node, gint64 *value)
{
  if (!is_value_of (node, G_TYPE_INT64))
    return FALSE;

  *value = json_node_get_int (node);
  return TRUE;
}

gboolean
json_value_real (JsonNode *node, double *value)
{
  if (!is_value_of (node, G_TYPE_INT64) && !is_value_of (node, G_TYPE_DOUBLE))
    return FALSE;

  double real = json_node_get_double (node);
  if (!isfinite (real))
    return FALSE;

  *value = real;
  return TRUE;
}

gboolean
json_value_bool (JsonNode *node, gboolean *value)
{
  if (!is_value_of (node, G_TYPE_BOOLEAN))
    return FALSE;

  *value = json_node_get_boolean (node);
  return TRUE;
}

JsonArray *
json_value_array (JsonNode *node, guint n_elements)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  JsonArray *array = json_node_get_array (node);
  return json_array_get_length (array) == n_elements ? array : NULL;
}
