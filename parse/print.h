/* parse/print.h - the lines of words in a part of a page, cut where more than a blank is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

/* Words that follow each other with no more than blanks between. */
typedef struct
{
  Box box;
  GPtrArray *words; /* owned; of const Word, borrowed from the page, from left to right */
  gboolean is_bold;
  gboolean is_figure; /* a number, or what stands for a missing one */
} Piece;

typedef struct
{
  Box box;
  double size;       /* of most of its type, points */
  GPtrArray *pieces; /* owned; of Piece, owned, from left to right */
} PrintLine;

/* Returns (transfer full) (element-type PrintLine): the lines that upright @words (of const Word)
 * stand on, from top to bottom.  Pieces end at the @uprights (of Box: upright rules). */
GPtrArray *print_lines (const GPtrArray *words, const GArray *uprights);

/* Returns: the line or piece of that index. */
PrintLine *print_line (const GPtrArray *lines, guint i);
Piece *print_piece (const PrintLine *line, guint i);

/* Returns: whether a text is a number, possibly with a unit or a mark, or stands for a missing one.
 */
gboolean print_is_figure (const char *text);

/* Returns: whether @words (of const Word) are a number, with signs and marks at most beside it. */
gboolean print_are_figure (const GPtrArray *words);

/* Returns: whether a piece is a year, as it stands in headings: 1996, 2006/07, 1990-94. */
gboolean print_is_year (const Piece *piece);

/* Returns: whether a word leads the eye through a gap: dots and nothing else. */
gboolean print_is_leader (const Word *word);

G_END_DECLS
