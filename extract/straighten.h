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

/* Turns the picture by quarters of a circle, clockwise. */
void straighten_quarters (Picture *picture, int n_quarters);

G_END_DECLS
