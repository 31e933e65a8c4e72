/* tests/parse/paper.h - pages that a test prints by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are set in a type whose characters are all 5 points wide and 10 high; lines are given by
 * their top.  Rows are 12 points high, columns 100 wide, and the first word stands at 50.
 */
#pragma once

#include "parse/region.h"
#include "parse/table.h"

G_BEGIN_DECLS

#define PAPER_CHARACTER 5.0
#define PAPER_SIZE 10.0
#define PAPER_LINE 12.0

/* Returns (transfer full): a blank page of 600 by 800 points. */
Page *paper_new (void);

Word *paper_word (Page *page, double x, double y, const char *text);

/* Prints words with blanks between, from @x on. */
void paper_text (Page *page, double x, double y, const char *text, gboolean is_bold);

/* Prints the cells of a row, bars between them. */
void paper_row (Page *page, double y, const char *cells);

/* Prints rows that have line ends between, from @y on. */
void paper_rows (Page *page, double y, const char *rows);

/* Prints so many lines of prose. */
void paper_prose (Page *page, double x, double y, guint n_lines);

void paper_rule (Page *page, double x0, double y0, double x1, double y1);

/* Draws all rules around the cells that rows from @y on have. */
void paper_grid (Page *page, double y, guint n_rows, guint n_columns);

/* Colours so many rows from @y on, over three columns. */
void paper_fill (Page *page, double y, guint n_rows, guint32 rgb);

/* Returns (transfer full): the region of rows from @y on, as wide as their columns. */
Region *paper_region (const Page *page, double y, guint n_rows, guint n_columns);

/* Returns (transfer full): the table in words, a line for each row, bars between cells; a cell over
 * several places has their numbers, and the others are `~`. */
char *paper_describe (const Table *table);

/* Returns (transfer full): the first drawn table of the page in words, "" if there is none; all of
 * its words are from @origin then. */
char *paper_table (Page *page, Origin origin);

/* Expects that to be @expected. */
void paper_expect_table (Page *page, Origin origin, const char *expected);

G_END_DECLS
