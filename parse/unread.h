/* parse/unread.h - columns of an image whose headings could not be read, told by other columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/heading.h"

G_BEGIN_DECLS

/* Tells months by those beside them: between May and July stands June whatever was read, and before
 * May, with June behind it, stands April if what was read may be that. */
void unread_fill_months (Heading *heading);

/* Tells the one of a red, an amber and a green column of which a dark ground left nothing to read,
 * by the other two beside it.  If something else was read there, it is a guess. */
void unread_fill_ratings (Heading *heading);

/* Tells columns of @heading by those of @other, the same table on another page: nearly all columns
 * of the two say the same, place by place. */
void unread_fill (Heading *heading, const Heading *other);

/* Guesses what columns are for that nothing else tells, by the words of their headings that were
 * read: `?2m max` heads maxima, if nothing else with those words may stand there. */
void unread_guess (const Vocabulary *vocabulary, Heading *heading);

G_END_DECLS
