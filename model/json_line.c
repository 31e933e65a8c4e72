/* model/json_line.c - reads one line of JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/json_line.h"

#include <math.h>

static gboolean
fail_beyond_limits (const JsonLine *line, GError **error)
{
  Where where = WHERE_FILE (line->stream);
  return recount_fail (error, RECOUNT_ERROR_LIMIT, &where,
                       "line %" G_GUINT64_FORMAT ": more than %d values or %d levels", line->number,
                       JSON_LINE_MAX_VALUES, JSON_LINE_MAX_DEPTH);
}

JsonLine *
json_line_new (const char *stream)
{
  JsonLine *line = g_new0 (JsonLine, 1);
  line->stream = g_strdup (stream);
  line->tree = json_tree_new ();
  return line;
}

void
json_line_free (JsonLine *line)
{
  if (line == NULL)
    return;

  json_tree_free (line->tree);
  g_free (line->stream);
  g_free (line);
}

gboolean
json_line_read (JsonLine *line, guint64 number, char *text, gsize length, GError **error)
{
  JsonTreeLimits limits = { JSON_LINE_MAX_DEPTH, JSON_LINE_MAX_VALUES, FALSE };
  const char *trouble = NULL;
  line->number = number;
  line->root = json_tree_read (line->tree, text, length, &limits, &trouble);
  if (line->root == NULL && limits.are_passed)
    return fail_beyond_limits (line, error);
  if (line->root == NULL)
    return json_line_fail (line, NULL, error, "%s", trouble);
  if (line->root->kind != JSON_OBJECT)
    return json_line_fail (line, NULL, error, "no JSON object");

  const JsonValue *type = json_value_member (line->root, "type");
  if (type == NULL || !json_value_text (type, &line->type))
    return json_line_fail (line, "type", error, "a text must stand here");
  return TRUE;
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

gboolean
json_value_text (const JsonValue *value, const char **result)
{
  if (value->kind != JSON_TEXT)
    return FALSE;

  *result = value->is.text;
  return TRUE;
}

gboolean
json_value_int (const JsonValue *value, gint64 *result)
{
  if (value->kind != JSON_INT)
    return FALSE;

  *result = value->is.integer;
  return TRUE;
}

gboolean
json_value_real (const JsonValue *value, double *result)
{
  double real = value->kind == JSON_INT    ? (double) value->is.integer
                : value->kind == JSON_REAL ? value->is.real
                                           : NAN;
  if (!isfinite (real))
    return FALSE;

  *result = real;
  return TRUE;
}

gboolean
json_value_bool (const JsonValue *value, gboolean *result)
{
  if (value->kind != JSON_BOOL)
    return FALSE;

  *result = value->is.truth;
  return TRUE;
}

const JsonValue *
json_value_flat (const JsonValue *value, guint n_elements)
{
  gboolean is_flat = value->kind == JSON_ARRAY && value->is.n_elements == n_elements
                     && value->n_values == n_elements + 1;
  return is_flat ? json_value_first (value) : NULL;
}
