/* parse/footnote.h - marks of notes within a text: superscript figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* Returns (transfer full) (nullable): @text, which is UTF-8, without superscript figures and
 * without blanks that stood before them at its end; %NULL if it has none, or nothing else. */
char *footnote_strip (const char *text);

/* Takes them off the names of all indicators. */
void footnote_strip_names (Report *report);

G_END_DECLS
