/* parse/flat_row.h - the figures of one row of flattened text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/block.h"
#include "parse/flat_name.h"
#include "parse/flat_tail.h"
#include "parse/flat_text.h"

G_BEGIN_DECLS

/* What the family says that the columns were. */
typedef struct
{
  GArray *columns; /* of Column, owned by the caller */
  guint n_months, n_targets;
} FlatTable;

/* A document while it is read. */
typedef struct
{
  const Reader *reader;
  FlatTable table;
  GPtrArray *lines;  /* of TextLine, borrowed */
  GPtrArray *tokens; /* of GArray of FlatToken, owned */
} Flat;

/* Returns: the pieces of a line. */
const GArray *flat_line_tokens (const Flat *flat, guint line);

/**
 * flat_row_read:
 * @flat: the document
 * @row: which line has the row's months, and which indicator it is
 * @number: the row's in its table, from 0
 * @text: (out caller-allocates): where the figures stand in the line, for the texts around them;
 * the strings are the caller's
 *
 * Adds the row's indicator and figures to the report, with a note on each that is damaged.
 */
void flat_row_read (const Flat *flat, const FlatRow *row, int number, FlatTextRow *text);

G_END_DECLS
