/* extract/symbol.h - the signs of symbol fonts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SymbolFont SymbolFont;

/* Returns (transfer none) (nullable): the symbol font of that name, a subset's mark before it or
 * not; NULL if it is none. */
const SymbolFont *symbol_font (const char *name);

/* Returns: the character that @c, as @font prints it, stands for: Wingdings and its like draw
 * arrows and triangles at the codes of letters or of Unicode's private use area.  Any other is
 * returned as it is, and so is each of a font that is NULL. */
gunichar symbol_read (const SymbolFont *font, gunichar c);

G_END_DECLS
