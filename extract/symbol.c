/* extract/symbol.c - the signs of symbol fonts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The codes are those of the fonts' published character tables.  A font's characters stand in
 * Unicode's private use area at 0xF000 plus their code, or at the code itself.
 */
#include "extract/symbol.h"

#include <string.h>

#define PRIVATE_USE 0xF000

typedef struct
{
  guchar code;
  gunichar c;
} Sign;

static const Sign wingdings[] = {
  { 0x6C, 0x25CF }, { 0x6E, 0x25A0 }, { 0xA7, 0x25AA }, { 0xDF, 0x2190 }, { 0xE0, 0x2192 },
  { 0xE1, 0x2191 }, { 0xE2, 0x2193 }, { 0xE3, 0x2196 }, { 0xE4, 0x2197 }, { 0xE5, 0x2199 },
  { 0xE6, 0x2198 }, { 0xE7, 0x2190 }, { 0xE8, 0x2192 }, { 0xE9, 0x2191 }, { 0xEA, 0x2193 },
  { 0xEB, 0x2196 }, { 0xEC, 0x2197 }, { 0xED, 0x2199 }, { 0xEE, 0x2198 }, { 0xEF, 0x21E6 },
  { 0xF0, 0x21E8 }, { 0xF1, 0x21E7 }, { 0xF2, 0x21E9 }, { 0xF3, 0x2194 }, { 0xF4, 0x2195 },
  { 0xFB, 0x2717 }, { 0xFC, 0x2713 },
};
static const Sign wingdings_3[] = {
  { 0x66, 0x2190 }, { 0x67, 0x2192 }, { 0x68, 0x2191 }, { 0x69, 0x2193 }, { 0x6A, 0x2196 },
  { 0x6B, 0x2197 }, { 0x6C, 0x2199 }, { 0x6D, 0x2198 }, { 0x70, 0x25B2 }, { 0x71, 0x25BC },
  { 0x72, 0x25B3 }, { 0x73, 0x25BD }, { 0x74, 0x25C0 }, { 0x75, 0x25B6 },
};
static const Sign webdings[] = {
  { 0x33, 0x25C0 }, { 0x34, 0x25B6 }, { 0x35, 0x25B2 }, { 0x36, 0x25BC }, { 0x6E, 0x25CF },
};
static const Sign symbol[] = {
  { 0xAB, 0x2194 }, { 0xAC, 0x2190 }, { 0xAD, 0x2191 },
  { 0xAE, 0x2192 }, { 0xAF, 0x2193 }, { 0xB7, 0x2022 },
};

/* The first whose name a font's begins with, behind a subset's mark, is meant. */
struct _SymbolFont
{
  const char *name;
  const Sign *signs;
  gsize n_signs;
};
static const SymbolFont fonts[] = {
  { "Wingdings3", wingdings_3, G_N_ELEMENTS (wingdings_3) },
  { "Wingdings-3", wingdings_3, G_N_ELEMENTS (wingdings_3) },
  { "Wingdings 3", wingdings_3, G_N_ELEMENTS (wingdings_3) },
  { "Wingdings", wingdings, G_N_ELEMENTS (wingdings) },
  { "Webdings", webdings, G_N_ELEMENTS (webdings) },
  { "Symbol", symbol, G_N_ELEMENTS (symbol) },
};

const SymbolFont *
symbol_font (const char *name)
{
  const char *mark = strchr (name, '+');
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    if (g_str_has_prefix (mark != NULL ? mark + 1 : name, fonts[i].name))
      return &fonts[i];
  return NULL;
}

gunichar
symbol_read (const SymbolFont *font, gunichar c)
{
  gunichar code = c >= PRIVATE_USE && c <= PRIVATE_USE + 0xFF ? c - PRIVATE_USE : c;
  for (gsize i = 0; font != NULL && i < font->n_signs; i++)
    if (font->signs[i].code == code)
      return font->signs[i].c;
  return c;
}
