/* parse/flat_tail.h - the figures of a row of flattened text, put under their columns by grammar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/reader.h"

G_BEGIN_DECLS

/* A blank-separated piece of a line. */
typedef struct
{
  char *text;      /* owned; as printed */
  char *core;      /* owned; without the pipes, brackets and quotes that a cell's border leaves */
  Reading reading; /* of the core */
  Box box;
} FlatToken;

/* Returns (transfer full) (element-type FlatToken): the pieces of a line. */
GArray *flat_tokens (const Reader *reader, const char *line, const Box *box);

/* Returns: the @i-th of them. */
const FlatToken *flat_token (const GArray *tokens, guint i);

/* A printed figure: which column it stands in, and the tokens it is made of. */
typedef struct
{
  Role role;
  guint number;       /* which of the columns of that role, from 0 */
  guint first, n;     /* tokens, of which the last one holds the value if there is any */
  gboolean has_token; /* whether a token holds the value; else it is an arrow alone */
  guint token;
  Direction direction; /* as the arrow's wreckage tells, if it does */
} FlatCell;

/* What is known of the row before its tail is read. */
typedef struct
{
  gboolean is_percent; /* whether the months are percentages */
  Decimal sum, max;    /* of the months that are printed */
  guint n_months;      /* how many are */
} FlatMonths;

/**
 * flat_read_tail:
 * @reader: what reads the document
 * @tokens: (element-type FlatToken): the line
 * @first: the first token behind the months
 * @months: what the months are
 * @n_targets: how many columns of targets there are
 * @end: (out): the first token that is no figure: there the commentary begins
 *
 * 1. Average and maximum are the first two numbers beside each other of which the second is not
 *    below any month, and the first can be an average of twelve months up to it.
 * 2. What stands before them are the two changes, each with its arrow's wreckage, and the triangle.
 * 3. What stands behind them are the benchmarks, then the targets.
 *
 * Returns: (transfer full) (element-type FlatCell): the cells in their order
 */
GArray *flat_read_tail (const Reader *reader, const GArray *tokens, guint first,
                        const FlatMonths *months, guint n_targets, guint *end);

/* Returns: where a run of @n months begins in @tokens, or -1: that many numbers beside each other
 * with at most border marks between them. */
int flat_find_months (const GArray *tokens, guint n);

/* Returns: the token that holds the @k-th number at or after @from. */
guint flat_nth_number (const GArray *tokens, guint from, guint k);

/* Returns: the first token behind the words of a line: what may be a row's that slipped down. */
guint flat_behind_words (const GArray *tokens);

/* Reads what stands behind the words of a line that has no months: changes without their figures,
 * and a triangle.  Returns (transfer full) (element-type FlatCell): these cells. */
GArray *flat_read_wreckage (const Reader *reader, const GArray *tokens);

/* Returns: where the first run of at least two dashes begins; @n gets how many, 0 if there is none.
 */
guint flat_find_dashes (const GArray *tokens, guint *n);

G_END_DECLS
