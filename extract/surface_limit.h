/* extract/surface_limit.h - how large the images are that poppler may unpack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * poppler unpacks an image before anybody knows its size: a few bytes may be thousands of megabytes
 * then.  So surface_limit.c defines cairo_image_surface_create(), by which poppler gets room for
 * it: a program's own function of a name goes before a library's.  An image beyond the limit gets
 * none.
 */
#pragma once

#include <cairo.h> /* declares what surface_limit.c defines */
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint most;        /* pixels */
  int width, height; /* of an image that had more; 0 if none had */
} SurfaceLimit;

/* Images of more than @most pixels get no room in this thread, until surface_limit_end(). */
void surface_limit_begin (SurfaceLimit *limit, guint most);
void surface_limit_end (void);

G_END_DECLS
