/* check/window.h - the twelve months that a row's average and maximum are of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A month is known if a number is printed for it, and left out if a word says that there is none
 * (new measure, withdrawn: publishers average what is there).  A dash may be either left out or a
 * zero.  All else is unknown: the figure is not available or withheld ("<5"), the table does not
 * reach back so far, the cell is empty, cannot be read, or its heading is in doubt.
 */
#pragma once

#include "check/proof.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *known; /* of const Figure, borrowed; from the last month back */
  int n_unknown;
  int n_dashes;
  Period until;     /* the last of the months */
  Interval unknown; /* what an unknown month may be: from 0 to the printed maximum, without one a
                     * percentage up to 100 and all else without end; unbounded if no month is
                     * unknown */
} Window;

/* Returns (transfer full) (nullable): the months of the row that @figure stands in, up to the one
 * @back months before the last; NULL if none of them is known. */
Window *window_new (const Check *check, const Figure *figure, int back);
void window_free (Window *window);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Window, window_free)

/* Returns (transfer full): the months as a sum, "(77 + 57 + 2 unknown months)". */
char *window_describe_sum (const Window *window);

G_END_DECLS
