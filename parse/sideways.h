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

/* Returns: how many words of a line from @first on are a reference; 0 if they are none. */
guint sideways_ref_length (const WordLine *line, guint first);

/* Returns: whether two lines stand above each other in part. */
gboolean sideways_overlap (const WordLine *a, const WordLine *b);

G_END_DECLS
