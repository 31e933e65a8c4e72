/* parse/segment.h - a line of words, cut where more than a word's blank is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

/* The words of one line, in their order from left to right. */
typedef struct
{
  const Word *words; /* borrowed from the page */
  guint n_words;
  gboolean is_turned; /* whether the words run up or down the page; see parse/sideways.h */
  double turned_x1;   /* of a turned line: how far right its column reaches */
  double lifted;      /* how much of what is above is left out: blank lines that only a text has */
} WordLine;

/* Words of a line that follow each other with no more than a blank between. */
typedef struct
{
  const Word *words;
  guint n_words;
} Segment;

/* Returns (transfer full) (element-type Segment): the segments of @line. */
GArray *segment_list (const WordLine *line);
const Segment *segment_at (const GArray *segments, guint i);

/* Returns: how many segments the line has. */
guint segment_count (const WordLine *line);

/* Returns: whether more than a word's blank is left between two neighbours of a line. */
gboolean segment_ends_between (const Word *left, const Word *right);

/* Returns: how wide a blank between words such as @word is. */
double segment_blank (const Word *word);

double segment_x0 (const Segment *segment);
double segment_x1 (const Segment *segment);

/* Returns (transfer full): its words with single blanks between. */
char *segment_dup_text (const Segment *segment);

/* Returns: whether a text is a figure or stands for one: a number with its marks, a dash, n/a. */
gboolean segment_is_figure (const char *text);

/* Returns: whether two neighbours on a line print the same, as `New from Sep 16` does month by
 * month on each of the lines that it takes. */
gboolean word_line_repeats_itself (const WordLine *line);

/* Returns: the line of that index in @lines (of WordLine). */
const WordLine *word_line (const GArray *lines, guint i);

/* Returns: where a line begins and ends among those of a table. */
double word_line_y0 (const WordLine *line);
double word_line_y1 (const WordLine *line);

/* Returns: the blank between a line and the one above it, in units of its own height. */
double word_line_gap_above (const GArray *lines, guint i);

/* Returns: whether nothing is blank between a line and the one above it. */
gboolean word_line_touches_above (const GArray *lines, guint i);

G_END_DECLS
