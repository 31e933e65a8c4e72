/* parse/gutter.h - the columns of a table that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/segment.h"

G_BEGIN_DECLS

typedef struct
{
  double x0, x1;
} Span;

/* Returns (transfer full) (element-type Span): the columns that the lines (of WordLine) from @first
 * to @end leave gutters for, from left to right. */
GArray *gutter_columns (const GArray *lines, guint first, guint end);

/* Returns: the column that a word stands in, or nearest to. */
guint gutter_column_of (const GArray *columns, const Word *word);

/* Returns (transfer full): the column of each word of a line.  Where the line has as many cells as
 * there are columns, they go there in order: text that is aligned by a program may stand aside. */
guint *gutter_columns_of (const GArray *columns, const WordLine *line);

/* Returns: how many columns a segment reaches over. */
guint gutter_count_columns (const GArray *columns, const Segment *segment);

/* Returns (transfer full): the words that the lines from @first to @end have in the @n columns from
 * @column on, line by line, with single blanks between. */
char *gutter_dup_text (const GArray *columns, const GArray *lines, guint first, guint end,
                       guint column, guint n);

G_END_DECLS
