/* extract/symbol.h - the signs of symbol fonts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: the character that @c, as a font of that name prints it, stands for: Wingdings and its
 * like draw arrows and triangles at the codes of letters or of Unicode's private use area.  Any
 * other is returned as it is. */
gunichar symbol_read (const char *font, gunichar c);

G_END_DECLS
