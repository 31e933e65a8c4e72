/* parse/sideways_row.h - whose words are those that run up or down the page of a text?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/segment.h"

G_BEGIN_DECLS

/* What runs up or down, and its row. */
typedef struct
{
  guint line;        /* that it stands on */
  Segment words;     /* of that line */
  guint row;         /* from 0; SIDEWAYS_NO_ROW if that cannot be told */
  gboolean is_whole; /* whether it is surely all that the row prints there */
} Sideways;

#define SIDEWAYS_NO_ROW G_MAXUINT

/**
 * sideways_row_place:
 * @lines: (element-type WordLine): the lines, marked
 * @first, @end: those of one part of a table
 * @rows: (element-type Anchor): its rows, in order
 *
 * What is turned has its topmost letter below the rows above its own and above the figures of its
 * own row, or below these where all cells begin at the top of their rows; and the rows' references
 * follow each other as the rows do.
 *
 * Returns (transfer full) (element-type Sideways): what is turned, in the order of its lines, with
 * its row
 */
GArray *sideways_row_place (const GArray *lines, guint first, guint end, const GArray *rows);

G_END_DECLS
