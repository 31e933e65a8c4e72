/* model/place.h - boxes on paper, and where something was read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths are PDF points (1/72 inch), origin at the page's top left corner, y downwards,
 * whatever the library says that a box came from.  A page made from a text file is a character
 * grid: x counts columns and y counts lines of the file, both from 0, so that a character at
 * line 3, column 7 has the box (7, 3)-(8, 4).  Pages and tables count from 1, as readers do;
 * rows and columns count from 0, as arrays do, and are printed plus one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x0, y0, x1, y1; /* x0 <= x1 and y0 <= y1; all 0 if not known */
} Box;

/* Returns: the smallest box around both; an all-zero box counts as nothing. */
Box box_union (Box a, Box b);

/* Returns: whether nothing is known of the place. */
gboolean box_is_empty (Box box);

/* Returns: whether all four edges are the same; a hash that agrees with that, whatever they are. */
gboolean box_equal (Box a, Box b);
guint box_hash (Box box);

/* GCompareFuncs of Box: from left to right by the left edge, from top to bottom by the upper. */
int box_compare_lefts (gconstpointer a, gconstpointer b);
int box_compare_tops (gconstpointer a, gconstpointer b);

typedef struct
{
  const char *file;             /* borrowed; NULL if not known */
  int page, table, row, column; /* -1 if not known */
} Where;

#define WHERE_FILE(path)                                                                           \
  ((Where){ .file = (path), .page = -1, .table = -1, .row = -1, .column = -1 })

/* Returns (transfer full): "FILE:PAGE: table T, row R, column C" without what is not known. */
char *where_describe (const Where *where);

G_END_DECLS
