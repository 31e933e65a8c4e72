/* model/json_line.c - reads one line of JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/json_line.h"

#include <math.h>

#include "model/json_tree.h"

static gboolean
fail_beyond_limits (const JsonLine *line, GError **error)
{
  Where where = WHERE_FILE (line->stream);
  return recount_fail (error, RECOUNT_ERROR_LIMIT, &where,
                       "line %" G_GUINT64_FORMAT ": more than %d values or %d levels", line->number,
                       JSON_LINE_MAX_VALUES, JSON_LINE_MAX_DEPTH);
}

static gboolean
read_tree (JsonLine *line, const char *text, gsize length, GError **error)
{
  JsonTreeLimits limits = { JSON_LINE_MAX_DEPTH, JSON_LINE_MAX_VALUES, FALSE };
  const char *trouble = NULL;
  line->root = json_tree_read (text, length, &limits, &trouble);
  if (line->root == NULL && limits.are_passed)
    return fail_beyond_limits (line, error);
  if (line->root == NULL)
    return json_line_fail (line, NULL, error, "%s", trouble);
  if (!JSON_NODE_HOLDS_OBJECT (line->root))
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
  if (!read_tree (line, text, length, error))
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
