/* parse/layout_heading.h - from where to where the headings of a table go that stands by alignment
 * alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/gutter.h"
#include "parse/heading.h"

G_BEGIN_DECLS

/* Returns: the first line of the headings, at or below @from, which go on up from @line: over lines
 * that touch each other, and further to one that heads columns which are not headed yet. */
guint layout_heading_start (const HeadingWords *words, const GArray *columns, const GArray *lines,
                            guint from, guint line);

/* Returns: the line behind the headings that begin at @first and of which @line heads most, @end at
 * most: behind the last that is some more of them, and what stands around those rather than around
 * the first row.  @rules part rows. */
guint layout_heading_end (const HeadingWords *words, const GArray *columns, const GArray *lines,
                          guint first, guint line, guint end, const GArray *rules);

G_END_DECLS
