/* model/json_line.h - reads one line of JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to model/.  A line is one JSON object of bounded depth and count, or an error.
 */
#pragma once

#include "model/error.h"
#include "model/json_tree.h"

G_BEGIN_DECLS

/* The tree has some 24 bytes for each value: a line of so many takes a hundred megabytes, and a
 * page of 360,000 words has as many. */
#define JSON_LINE_MAX_VALUES 4000000
#define JSON_LINE_MAX_DEPTH 8

typedef struct
{
  char *stream;          /* owned; what messages call the stream */
  JsonTree *tree;        /* owned */
  guint64 number;        /* of the line last read, from 1 */
  const JsonValue *root; /* its object, borrowed from the tree as the next */
  const char *type;      /* the member "type", which each line has */
} JsonLine;

/* @stream: what messages call the stream. */
JsonLine *json_line_new (const char *stream);
void json_line_free (JsonLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonLine, json_line_free)

/**
 * json_line_read:
 * @line: what it is read into; what it held is gone
 * @number: the line's, from 1
 * @text: (array length=length) (inout): the line, without its end; must last as long as what was
 *   read, whose texts are written over it
 * @length: in bytes
 * @error: return location for a #RecountError
 *
 * Returns: %FALSE with %RECOUNT_ERROR_STREAM if it is no JSON object with a "type", or with
 *   %RECOUNT_ERROR_LIMIT if it is too deep or holds too many values
 */
gboolean json_line_read (JsonLine *line, guint64 number, char *text, gsize length, GError **error);

/* Sets @error to "STREAM: line N, member 'MEMBER': MESSAGE" with RECOUNT_ERROR_STREAM; @member may
 * be NULL.  Always returns FALSE. */
gboolean json_line_fail (const JsonLine *line, const char *member, GError **error,
                         const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Read a value of the one type that it must be of.  Return: FALSE, leaving @result alone, if it is
 * of another.  A text is UTF-8, borrowed from the line; a real may be written as an integer. */
gboolean json_value_text (const JsonValue *value, const char **result);
gboolean json_value_int (const JsonValue *value, gint64 *result);
gboolean json_value_real (const JsonValue *value, double *result);
gboolean json_value_bool (const JsonValue *value, gboolean *result);

/* Returns: the elements of @value, one behind the other, if it is an array of @n_elements that hold
 * no others, else NULL. */
const JsonValue *json_value_flat (const JsonValue *value, guint n_elements);

G_END_DECLS
