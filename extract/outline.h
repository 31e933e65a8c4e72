/* extract/outline.h - the outlines of the glyphs that a page shows, and where it shows them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is drawn as cairo 1.16 or later writes SVG: each glyph's outline once, and where it is
 * used; the outlines are read from that.
 */
#pragma once

#include "extract/path.h"

G_BEGIN_DECLS

typedef struct
{
  GArray
      *points;  /* owned; of Point, from the glyph's origin, y downwards; curves are cut straight */
  GArray *ends; /* owned; of guint: behind the last point of each closed line */
} Outline;

Outline *outline_new (void);
void outline_free (Outline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outline, outline_free)

/* Closes what has been drawn since the last closed line, and forgets it if it is no area. */
void outline_close (Outline *outline);

typedef struct
{
  const Outline *outline; /* borrowed from the list */
  Point at;               /* the glyph's origin on the page */
} OutlineUse;

typedef struct
{
  GHashTable *outlines; /* owned; name -> Outline */
  GArray *uses;         /* owned; of OutlineUse */
} OutlineList;

/* Returns (transfer full): what @n_bytes of @svg tell.  Any bytes will do; glyphs that have no
 * outline, being pictures, are left out, as are uses that come before the outline. */
OutlineList *outline_list_read (const char *svg, gsize n_bytes);
void outline_list_free (OutlineList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlineList, outline_list_free)

G_END_DECLS
