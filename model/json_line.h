/* model/json_line.h - reads one line of JSON Lines.  The only door to json-glib.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to model/.  json-glib reads more than JSON: comments, octal and hexadecimal numbers,
 * numbers that overflow, a second document after the first.  Here a line is one JSON object of
 * bounded depth and count, or an error.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "model/error.h"

G_BEGIN_DECLS

/* json-glib builds some 150 bytes for each value: a line of so many takes half a gigabyte, and a
 * page of 360,000 words has as many. */
#define JSON_LINE_MAX_VALUES 4000000
#define JSON_LINE_MAX_DEPTH 8

typedef struct
{
  const char *stream; /* borrowed; what messages call the stream */
  guint64 number;     /* from 1 */
  JsonNode *root;     /* owned */
  JsonObject *object; /* borrowed from root */
  const char *type;   /* borrowed from root; the member "type", which each line has */
} JsonLine;

/**
 * json_line_parse:
 * @stream: what messages call the stream; must outlive the line
 * @number: the line's, from 1
 * @text: (array length=length): the line, without its end
 * @length: in bytes
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): the line; %NULL with %RECOUNT_ERROR_STREAM if it is no JSON object
 *   with a "type", or with %RECOUNT_ERROR_LIMIT if it is too deep or holds too many values
 */
JsonLine *json_line_parse (const char *stream, guint64 number, const char *text, gsize length,
                           GError **error);
void json_line_free (JsonLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonLine, json_line_free)

/* Sets @error to "STREAM: line N, member 'MEMBER': MESSAGE" with RECOUNT_ERROR_STREAM; @member may
 * be NULL.  Always returns FALSE. */
gboolean json_line_fail (const JsonLine *line, const char *member, GError **error,
                         const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Read a value of the one type that it must be of.  Return: FALSE, leaving @value alone, if it is
 * of another.  A text is UTF-8, borrowed from the node; a real may be written as an integer. */
gboolean json_value_text (JsonNode *node, const char **value);
gboolean json_value_int (JsonNode *node, gint64 *value);
gboolean json_value_real (JsonNode *node, double *value);
gboolean json_value_bool (JsonNode *node, gboolean *value);

/* Returns: the array in @node if it holds one of @n_elements, else NULL. */
JsonArray *json_value_array (JsonNode *node, guint n_elements);

G_END_DECLS
