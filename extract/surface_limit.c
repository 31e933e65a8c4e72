/* extract/surface_limit.c - how large the images are that poppler may unpack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/surface_limit.h"

#include "extract/interpose.h"
#include "extract/large.h"

/* cairo's function gets no argument of ours. */
static _Thread_local SurfaceLimit *current;

void
surface_limit_begin (SurfaceLimit *limit, guint most)
{
  *limit = (SurfaceLimit){ .most = most };
  current = limit;
}

void
surface_limit_end (void)
{
  current = NULL;
}

/* What reads nothing makes a surface that says that there is no memory: of that alone poppler
 * leaves nothing behind. */
static cairo_status_t
say_no_memory (G_GNUC_UNUSED void *closure, G_GNUC_UNUSED unsigned char *data,
               G_GNUC_UNUSED unsigned length)
{
  return CAIRO_STATUS_NO_MEMORY;
}

static cairo_surface_t *
in_large_pages (cairo_surface_t *surface)
{
  large_advise (cairo_image_surface_get_data (surface),
                (gsize) cairo_image_surface_get_stride (surface)
                    * (gsize) cairo_image_surface_get_height (surface));
  return surface;
}

/* Goes before cairo's own, and names its parameters as it does. */
cairo_surface_t *
cairo_image_surface_create (cairo_format_t format, int width, int height)
{
  static cairo_surface_t *(*own) (cairo_format_t, int, int) = NULL;
  if (own == NULL)
    interpose_next ("cairo_image_surface_create", &own);
  if (current == NULL)
    return own (format, width, height);
  if ((gint64) width * height <= current->most)
    return in_large_pages (own (format, width, height));
  current->width = width;
  current->height = height;
  return cairo_image_surface_create_from_png_stream (say_no_memory, NULL);
}
