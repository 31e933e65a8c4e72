/* model/json.h - writes a JSON document piece by piece.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text grows as the calls come, without a tree: a page has 30,000 words of eleven values each.
 * model/json_line.h is the way back.
 *
 * Calls nest as the document does; a piece in an object is preceded by its name.  A call out of
 * turn is a mistake of the caller's and meets a g_assert.
 */
#pragma once

#include <stdio.h>

#include <glib.h>

#include "model/decimal.h"

G_BEGIN_DECLS

typedef struct _JsonText JsonText;

JsonText *json_text_new (void);
void json_text_free (JsonText *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonText, json_text_free)

void json_text_begin_object (JsonText *json);
void json_text_end_object (JsonText *json);
void json_text_begin_array (JsonText *json);
void json_text_end_array (JsonText *json);
void json_text_name (JsonText *json, const char *name);

/* NULL writes null.  JSON holds nothing but UTF-8: other bytes, as in a file's name of another
 * encoding, become U+FFFD. */
void json_text_string (JsonText *json, const char *value);
void json_text_int (JsonText *json, gint64 value);
void json_text_bool (JsonText *json, gboolean value);
/* For places and confidences, never for figures.  Writes the fewest digits that read back as
 * @value; null for what is no number. */
void json_text_real (JsonText *json, double value);

/* Writes what @value holds: a finished document, after which @value can begin the next one. */
void json_text_document (JsonText *json, JsonText *value);

/* The two commonest members of an object in one call. */
void json_text_member_string (JsonText *json, const char *name, const char *value);
void json_text_member_int (JsonText *json, const char *name, gint64 value);

/* Writes the finished document as a line, after which @json can begin the next one.  Returns: FALSE
 * with errno set if @out takes no more. */
gboolean json_text_write_line (JsonText *json, FILE *out);

/* Appends the finished document to @to, indented as one that stands in @depth brackets, after which
 * @json can begin the next one. */
void json_text_append_pretty (JsonText *json, gsize depth, GString *to);

/* Returns (transfer full): the finished document, after which @json can begin the next one;
 * @is_pretty indents it by two blanks and ends it with a new line, else it is one line without one.
 */
char *json_text_finish (JsonText *json, gboolean is_pretty);

G_END_DECLS
