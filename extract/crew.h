/* extract/crew.h - threads that work on one input, each with a reader of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The work is a step of the caller's, which any of them takes when it has nothing else to do.  It
 * begins and ends with the crew's lock held, so that it can see what there is to do, and gives the
 * lock up meanwhile.  What comes out does not depend on how many they are.
 */
#pragma once

#include "extract/reader.h"

G_BEGIN_DECLS

typedef struct _Crew Crew;

/* One of the crew. */
typedef struct
{
  Reader *reader; /* (nullable) borrowed; the first one's is there from crew_find_reader() on */
  Crew *crew;     /* (nullable) borrowed; NULL of one who works alone */
} Hand;

/* Does the next piece of work, with the crew's lock held as it begins and ends.  Returns: FALSE if
 * there is none for now. */
typedef gboolean (*CrewStep) (Hand *hand, gpointer data);

/* @n_wanted (nullable) is borrowed: how many there may be, which is asked again whenever another
 * could be of use; NULL for one. */
Crew *crew_new (const gint *n_wanted);
void crew_free (Crew *crew);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Crew, crew_free)

/* Takes step after step in this thread, and in those that come by crew_hire(), until crew_end() and
 * all are back. */
void crew_work (Crew *crew, CrewStep step, gpointer data);

/* ---- in a step ---- */

/* Gives @hand a reader, if it has none.  Returns: FALSE as reader_new() does. */
gboolean crew_find_reader (Hand *hand, GError **error);

/* As many threads as are wanted take part from now on, but no more than @most; if the machine or
 * the model gives so many. */
void crew_hire (const Hand *hand, guint most);

/* Returns: how many take part. */
guint crew_count (const Hand *hand);

/* Gives the lock up, for what others need not wait for; and takes it again, and has all of them
 * look for work. */
void crew_leave (const Hand *hand);
void crew_return (const Hand *hand);

/* There is no more work. */
void crew_end (const Hand *hand);

/* Returns (transfer full) (element-type GArray of Symbol): what reader_read() gives of each of
 * @lines (element-type PIX, nullable).  Without the lock: those of the crew that have no other work
 * read some of them. */
GPtrArray *crew_read (const Hand *hand, const GPtrArray *lines);

G_END_DECLS
