/* emit/sparkline.h - a row's figures over time as a small drawing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/tableau.h"

G_BEGIN_DECLS

/* Appends an SVG drawing of the months of a row, or else of its quarters or years, with a line for
 * each benchmark and target; its text says in words what it shows.  Nothing if the row has fewer
 * than three. */
void sparkline_append (GString *html, const Tableau *tableau, guint row);

G_END_DECLS
