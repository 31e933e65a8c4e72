/* parse/misread.h - a cell of figures that was read off an image and is no figure: what was it?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readers of images see letters in digits, rules in letters and points in commas: `l23`, `1O.5`,
 * `|48`, `12,3`, `(23`, `5O%`.  What they take for what stands in `confusions` of
 * data/lexicon.yaml.
 */
#pragma once

#include "parse/reading.h"

G_BEGIN_DECLS

/* The most confidence of a figure that is none as it was read. */
#define MISREAD_CONFIDENCE 0.5

/* Returns: whether a change that can be read begins with what may be the shaft of an arrow: a dash
 * that stands apart, `- 4%`. */
gboolean misread_may_hide_arrow (const char *text);

/* Reads @text, which cell_read() cannot, with as little changed as makes it a value or a mark for
 * one that is missing.  In front of a change stands an arrow, whatever it was taken for, and no
 * digit of it (@is_change).  Returns: FALSE, leaving @reading alone, if nothing does. */
gboolean misread_mend (const CellReader *reader, const Vocabulary *vocabulary, const char *text,
                       gboolean is_change, Reading *reading);

/* Returns: whether @mended, which @text was mended to, took no digit for another: only an arrow in
 * front of a change, which no digit is taken for, or the shape of a bracket was misread. */
gboolean misread_spares_digits (const CellReader *reader, const Vocabulary *vocabulary,
                                const char *text, gboolean is_change, const Reading *mended);

/* Returns (transfer full) (nullable): @text with digits for the letters that stand beside digits
 * and may be misread ones, `Nov-16` for `Nov-l6`; NULL if there are none. */
char *misread_dup_digits (const Vocabulary *vocabulary, const char *text);

G_END_DECLS
