/* parse/undrawn_body.h - the body of a table of which a scanner left the headings' rules alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/net.h"

G_BEGIN_DECLS

/* Carries the upright lines of @net on below it, as far as rows of figures read off an image stand
 * between them and above @limit: the rules of headings are dark, or light on a dark ground, where
 * those of rows are grey. */
void undrawn_body_add (Net *net, const Page *page, double limit);

G_END_DECLS
