/* extract/trailer.h - what the end of a PDF tells of its being whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: whether the file ends before its end: the mark that a PDF ends with is not there. */
gboolean trailer_is_cut (GBytes *bytes);

/* Returns: whether the last table of the file's objects is damaged: it is not where the end says
 * that it is, or the objects are not where it says.  Who reads the file has to look for them then,
 * and does not know whether all are there.  Of a table that is itself compressed only the place is
 * looked at. */
gboolean trailer_is_damaged (GBytes *bytes);

G_END_DECLS
