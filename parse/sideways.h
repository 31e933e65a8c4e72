/* parse/sideways.h - lines of a text whose words run up or down the page that it was made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *              Number of contacts received              a program that lays a page out as text
 *      REF 1                                            cannot turn words: it gives what is turned
 *                                                       a line of its own, where the topmost letter
 *                                                       stands, with blank lines that the page does
 *                                                       not have, and joins what stands on top of
 *              in the month                944   1247   each other
 */
#pragma once

#include "parse/segment.h"

G_BEGIN_DECLS

/* Marks such lines of a page (of WordLine), and leaves out the blank lines around them.  Only a
 * text file has any. */
void sideways_mark (GArray *lines);

/* Returns (transfer full) (element-type Segment): the references that a line consists of, as they
 * follow each other on it; none if it holds anything else. */
GArray *sideways_refs (const WordLine *line);

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
 * sideways_place:
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
GArray *sideways_place (const GArray *lines, guint first, guint end, const GArray *rows);

G_END_DECLS
