/* model/json_tree.h - a text of JSON as a tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to model/.  The values stand in one array, each in front of those inside of it, and their
 * texts in the text that was read: so a line costs no allocation once the tree has read a longer
 * one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JSON_NULL,
  JSON_BOOL,
  JSON_INT,
  JSON_REAL,
  JSON_TEXT,
  JSON_HALF_TEXT, /* with half of a surrogate pair, so that it is no UTF-8 */
  JSON_ARRAY,
  JSON_OBJECT,
} JsonKind;

typedef struct
{
  JsonKind kind;
  guint n_values;   /* it and all inside of it: the next value of the same level stands behind */
  const char *name; /* of a member of an object; borrowed from the text */
  union
  {
    gboolean truth;
    gint64 integer;
    double real;
    const char *text; /* borrowed from the text */
    guint n_elements; /* of an array or an object */
  } is;
} JsonValue;

typedef struct
{
  guint max_depth;     /* how many brackets may be open at once */
  guint max_values;    /* how many values there may be, inside of others */
  gboolean are_passed; /* (out) */
} JsonTreeLimits;

typedef struct _JsonTree JsonTree;

JsonTree *json_tree_new (void);
void json_tree_free (JsonTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonTree, json_tree_free)

/**
 * json_tree_read:
 * @tree: where the values go; what it held is gone
 * @text: (array length=length) (inout): the text, which the texts of the values are written over
 * @length: in bytes
 * @limits: (inout): how much is too much
 * @trouble: (out): what is wrong with it, static
 *
 * Returns: (transfer none): the one value that the text holds, until the next is read; %NULL if it
 *   is no JSON, or beyond the limits
 */
const JsonValue *json_tree_read (JsonTree *tree, char *text, gsize length, JsonTreeLimits *limits,
                                 const char **trouble);

/* Return: the first of what is inside of an array or an object, and what stands behind a value;
 * the container's n_elements say how often. */
const JsonValue *json_value_first (const JsonValue *container);
const JsonValue *json_value_next (const JsonValue *value);

/* Returns: the member of that name; NULL if there is none.  Of one that stands twice, the last
 * counts. */
const JsonValue *json_value_member (const JsonValue *object, const char *name);

G_END_DECLS
