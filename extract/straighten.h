/* extract/straighten.h - a picture set straight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/picture.h"

G_BEGIN_DECLS

/* Turns the picture by the small angle that its lines are off the level, if they are.  The corners
 * that the page leaves are white. */
void straighten (Picture *picture);

/* Returns: by how many quarters of a circle, clockwise, the picture seems to have to be turned to
 * be upright: letters reach up from their lines more often than down.  It errs where figures
 * prevail. */
int straighten_guess_quarters (const Picture *picture);

/* Turns the picture by quarters of a circle, clockwise. */
void straighten_quarters (Picture *picture, int n_quarters);

G_END_DECLS
