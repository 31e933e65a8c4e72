/* parse/reader.h - what the parts of the stage share while they read one document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"
#include "parse/evidence.h"
#include "parse/heading.h"
#include "parse/reading.h"

G_BEGIN_DECLS

typedef struct
{
  HeadingWords words;
  const CellReader *cells; /* borrowed */
  Evidence *evidence;      /* borrowed; NULL in a first reading */
  Report *report;          /* borrowed; the report that is being built */
} Reader;

/* Adds a figure of an indicator from a cell of a table: its raw text, place, value, status.  One
 * that was read off an image and is no figure is read as what it may have been, with less
 * confidence. */
Figure *reader_add_figure (const Reader *reader, int indicator, Measure measure, Period period,
                           const GridCell *cell, const Reading *read);

/* Adds a finding of the recovery itself (a note unless told otherwise) about an indicator. */
Finding *reader_add_note (const Reader *reader, const char *rule, int indicator, int page,
                          const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Adds the note that @n cells of a row stood @aside columns right of the headings (left if below
 * 0): the first of them, printed as @text, was put under @heading. */
Finding *reader_add_move (const Reader *reader, int indicator, int page, guint n, int aside,
                          const char *text, const char *heading);

/* Adds the finding that a column or a row of table @table is labelled with another month than its
 * place among the months is of, which is @month; the label stands at @box. */
void reader_add_mislabel (const Reader *reader, int table, int page, Box box, const char *label,
                          Period month);

/* Adds what a loose row holds to its page's finding of words that are in no row, and places it. */
void reader_add_turned (const Reader *reader, GridRow *row);

/* Counts the numbers in cells of a table's row that went nowhere; @indicator is whose row it is, or
 * NO_INDICATOR. */
void reader_add_unplaced (const Reader *reader, int table, int indicator, const GridRow *row);

/* Counts the numbers of one cell that went nowhere. */
void reader_add_unplaced_cell (const Reader *reader, int table, int indicator, int page,
                               const GridCell *cell);

/* Returns: the unit that the words of a name, a unit or a data note tell; UNIT_NONE if none. */
Unit reader_unit_of (const Reader *reader, const char *text);

G_END_DECLS
