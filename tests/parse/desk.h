/* tests/parse/desk.h - where made-up texts are read with the words of data/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests run in the project's folder.
 */
#pragma once

#include "parse/block.h"
#include "parse/parse.h"
#include "parse/reader.h"
#include "parse/segment.h"

G_BEGIN_DECLS

typedef struct
{
  Knowledge *knowledge; /* owned, as the rest */
  Vocabulary *vocabulary;
  MonthReader *months;
  CellReader *cells;
  Parser *parser;
  HeadingWords words;
} Desk;

Desk *desk_new (void);
void desk_free (Desk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

/* Returns (transfer full): the pages of a text file that holds @text. */
Document *desk_document (const char *text);

/* Returns (transfer full) (element-type Block): what stands on the pages. */
GPtrArray *desk_blocks (const Desk *desk, const Document *document);

/* Returns (transfer full): what a text file that holds @text reports. */
Report *desk_read (const Desk *desk, const char *text);

/* Returns (transfer full): a report without content, and what adds to it. */
Report *desk_report (void);
Reader desk_reader (const Desk *desk, Report *report);

/* Returns (transfer full): a grid of one row a line, whose cells have bars between them. */
Grid *desk_grid (const char *text);

/* Returns (transfer full) (element-type TextLine): the lines of @text, on page 1. */
GPtrArray *desk_lines (const char *text);

/* Returns (transfer full) (element-type WordLine): the lines of the first page of @document that
 * print anything, borrowed from it. */
GArray *desk_word_lines (const Document *document);

/* Returns (transfer full): the rows of @grid, one a line, with bars between the cells. */
char *desk_rows (const Grid *grid);

/* Expects that the first table of a text is the rows of @expected, in the form of desk_rows(); no
 * table for "". */
void desk_expect_table (const char *text, const char *expected);

/* Returns: the period that @code names; NO_PERIOD for "". */
Period desk_period (const char *code);

/* Returns: the decimal that @text prints. */
Decimal desk_decimal (const char *text);

/* Returns (transfer full): a figure in words, such as "actual 2016-11 109", "benchmark national
 * FY2015-16 35.8%", "change_prev 2016-10 -9% down", "dot up", "target 85 >=85", "ytd pending". */
char *desk_figure (const Figure *figure);

/* Expects that the figures of an indicator are those of @expected, in words, ", " between them; a
 * measure is written once for all figures that follow it with the same one. */
void desk_expect_figures (const Report *report, guint indicator, const char *expected);

/* Expects that the unplaced numbers are those of @expected, with blanks between them. */
void desk_expect_unplaced (const Report *report, const char *expected);

/* Returns: the first finding of that rule, NULL if there is none. */
const Finding *desk_finding (const Report *report, const char *rule);

G_END_DECLS
