/* parse/ground.h - the colour that a strip of a page is printed on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bands of colour tell rows, and a coloured heading tells where a table begins.
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

#define GROUND_PAPER 0xFFFFFFu
#define GROUND_MIXED G_MAXUINT32 /* no colour has nearly all of the strip */

typedef struct
{
  const Page *page; /* borrowed */
  GArray *fills;    /* owned; of const Fill *: those that may colour a strip, in painting order */
} Ground;

/* Returns (transfer full): what colours strips between @x0 and @x1. */
Ground *ground_new (const Page *page, double x0, double x1);
void ground_free (Ground *ground);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ground, ground_free)

/* Returns: the colour, as 0xRRGGBB, on which nearly all of the strip's middle line lies. */
guint32 ground_colour (const Ground *ground, Box strip);

G_END_DECLS
