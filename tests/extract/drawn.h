/* tests/extract/drawn.h - pictures that tests draw.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/picture.h"

/* Returns (transfer full): a white picture of 300 pixels an inch. */
Picture *drawn_paper (int width, int height);

/* Fills a box of the picture's gray. */
void drawn_box (Picture *picture, int x, int y, int width, int height, int gray);

/* Returns (transfer full): 1-bit ink: each of @rows a row, # for ink. */
PIX *drawn_ink (const char *const *rows, guint n_rows);
