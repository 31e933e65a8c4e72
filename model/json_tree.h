/* model/json_tree.h - a text of JSON as json-glib's tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to model/.  json-glib's own parser takes much for JSON that is none, and thrice the time.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint max_depth;     /* how many brackets may be open at once */
  guint max_values;    /* how many values there may be, inside of others */
  gboolean are_passed; /* (out) */
} JsonTreeLimits;

/**
 * json_tree_read:
 * @text: (array length=length): the text
 * @length: in bytes
 * @limits: (inout): how much is too much
 * @trouble: (out): what is wrong with it, static
 *
 * A member that stands twice counts by its last value.  Half of a surrogate pair gives a text that
 * is no UTF-8.
 *
 * Returns: (transfer full): the one value that the text holds; %NULL if it is no JSON,
 *   or beyond the limits
 */
JsonNode *json_tree_read (const char *text, gsize length, JsonTreeLimits *limits,
                          const char **trouble);

G_END_DECLS
