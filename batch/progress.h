/* batch/progress.h - how far a batch is, for who watches it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On a terminal one line is written over and over; elsewhere a line every ten seconds.
 */
#pragma once

#include "batch/journal.h"

G_BEGIN_DECLS

typedef struct _Progress Progress;

/* @journal is borrowed; @has_colour: whether failures may be red. */
Progress *progress_new (const Journal *journal, FILE *out, gboolean is_terminal,
                        gboolean has_colour);
void progress_free (Progress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Progress, progress_free)

/* Shows it if it is time to; @n_left inputs are not settled, as far as is known. */
void progress_show (Progress *progress, guint n_left);

/* Shows, if it is time to, that reports are compared, those of @n_left authorities to come. */
void progress_show_comparing (Progress *progress, guint n_left);

/* Leaves the terminal's line for other text. */
void progress_end (Progress *progress);

/* Returns: the seconds since it was made. */
double progress_seconds (const Progress *progress);

/* Returns (transfer full): the line, @seconds after the beginning. */
char *progress_text (const Journal *journal, guint n_left, double seconds, gboolean has_colour);

G_END_DECLS
