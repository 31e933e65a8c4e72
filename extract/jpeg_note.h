/* extract/jpeg_note.h - whether the JPEGs that libraries unpack are whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * poppler shows what is left of a damaged JPEG and says nothing, and libjpeg would print.  So
 * jpeg_note.c defines jpeg_std_error(), by which each library begins: a program's own function of
 * a name goes before a library's.  It counts what libjpeg warns of.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: how many flaws libjpeg has met so far in this thread. */
guint jpeg_note_flaws (void);

G_END_DECLS
