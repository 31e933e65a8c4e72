/* parse/sequence.h - months that stand in order, and labels that break it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/period.h"

G_BEGIN_DECLS

/**
 * sequence_mend:
 * @months: (array length=n): months as the labels of neighbouring columns, or rows, print them
 * @n: how many
 * @is_mended: (out caller-allocates) (array length=n): which of them are changed
 *
 * Where nearly all months follow each other by one, in either order, those that do not are set to
 * the months that their places are of; but not a last one that leaves months out, nor a first one
 * that does: a report may begin or end with a month apart.
 *
 * Returns: how many are changed; none if there is no such order
 */
guint sequence_mend (Period *months, guint n, gboolean *is_mended);

G_END_DECLS
