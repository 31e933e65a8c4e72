/* extract/string_note.h - notes in a cairo script that say where a string begins, in place of its
 * glyphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a string of glyphs only the beginning is read (extract/drawing.h), but the script surface
 * writes each glyph, its place and its font: half of the time that a PDF took.  So string_note.c
 * defines cairo_show_glyphs() and cairo_show_text_glyphs(), which poppler shows strings with: a
 * program's own function of a name goes before a library's.  A string becomes a note, what cairo
 * has still to write of the state that the string is shown in (clips above all), a paint, and a
 * note that it ends:
 *
 *   % string 8000 1600000
 *   n 10 20 100 50 rectangle
 *   clip+
 *   paint
 *   % end of string
 *   % again 8120 1600000
 *
 * There is no paint if cairo saw that the string cannot show.  A string that is shown in the state
 * of the one before is noted in one line, as shown or not as that: most are.  On surfaces that are
 * no scripts cairo's own functions show it.  Where cairo's own functions are called all the same,
 * the glyphs are in the script and are read likewise, only slower.
 */
#pragma once

#include <cairo.h> /* declares what string_note.c defines */

/* A comment begins like one of these; two whole numbers follow, x and y in parts of the script's
 * unit. */
#define STRING_NOTE "string "
#define STRING_NOTE_AGAIN "again "
#define STRING_NOTE_PARTS 1000.0

#define STRING_NOTE_END "end of string"
