/* parse/heading_piece.h - what a piece of a line of headings says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *                                  Benchmarking                    a group
 *                        12-mnth   (2014/15)    Target 15- Target 16-
 *     Ref   Indicator    avg       SN    ENG        16         17
 *
 * Headings go on over lines and share none, nearly touch each other, and group those below.  What
 * a piece of them says is asked of the lexicon; where its words stand tells what it heads.
 *
 * In this file and in those of parse/layout_*.h, @words are what headings are read with, @lines (of
 * WordLine) those of the page and @columns (of Span) those of the table.
 */
#pragma once

#include "parse/gutter.h"
#include "parse/heading.h"

G_BEGIN_DECLS

#define HEADING_PIECE_MAX_WORDS 8 /* more are a sentence */

/* Returns: what a piece, or a text, heads; ROLE_NONE if nothing. */
Role heading_piece_role (const HeadingWords *words, const Segment *piece);
Role heading_piece_role_of_text (const HeadingWords *words, const char *text);

/* Returns (transfer full) (element-type Segment): the headings on a line, cut where words of
 * another column begin that head one: they may stand as near to each other as words do. */
GArray *heading_pieces (const HeadingWords *words, const GArray *columns, const WordLine *line);

/* Returns: whether a piece is a note to the headings, in brackets that may close on a line below.
 */
gboolean heading_piece_is_note (const Segment *piece);

/* Returns: whether a heading groups those on the lines from @below to @end: the lexicon knows it
 * for a group, it is a period over several columns or over another period, anything else over
 * several periods, or a note in brackets over several columns.  Else it is headings that nearly
 * touch. */
gboolean heading_piece_groups (const HeadingWords *words, const GArray *columns,
                               const Segment *segment, const GArray *lines, guint below, guint end);

G_END_DECLS
