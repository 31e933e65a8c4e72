/* check/footing.h - does a figure stand on the line of its row?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an image lost the rule between two rows, a figure of one may have come to the other.  One
 * that stands on the line on which the figures of another row stand, and not on that of its own, is
 * doubtful.  Text as a file holds it is believed.
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* The most that the confidence of a figure can be that stands on the line of another row. */
#define FOOTING_DOUBT 0.5

/* Lowers the confidence of such figures of @report that were read off images. */
void footing_doubt (const Report *report);

G_END_DECLS
