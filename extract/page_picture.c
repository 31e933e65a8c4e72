/* extract/page_picture.c - the picture that a page of a PDF is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/page_picture.h"

#include <cairo.h>
#include <math.h>

#define MIN_COVER 0.8   /* of the page's area, by an image that is the page */
#define SAME_RATIO 0.05 /* how far the image's proportions may be off the page's */
#define DRAWN_DPI 300.0 /* of a page that is drawn */
#define POINTS_PER_INCH 72.0

/* The image that covers most of a page. */
typedef struct
{
  int id; /* -1 if there is none */
  double share, width, height;
} Cover;

static Cover
find_cover (PopplerPage *page, double width, double height)
{
  Cover cover = { .id = -1 };
  GList *mappings = poppler_page_get_image_mapping (page);
  for (const GList *at = mappings; at != NULL; at = at->next)
    {
      const PopplerImageMapping *mapping = at->data;
      double w = fabs (mapping->area.x2 - mapping->area.x1);
      double h = fabs (mapping->area.y2 - mapping->area.y1);
      double share = MIN (w, width) * MIN (h, height) / (width * height);
      if (share > cover.share)
        cover = (Cover){ mapping->image_id, share, w, h };
    }
  poppler_page_free_image_mapping (mappings);
  return cover;
}

gboolean
page_is_picture (const ImageNote *images, double width, double height)
{
  return image_note_share (images, width, height) >= MIN_COVER;
}

static gboolean
check_pixels (double width, double height, const ExtractLimits *limits, const Where *where,
              GError **error)
{
  return width * height <= limits->most[LIMIT_PIXELS]
         || limits_fail (limits, LIMIT_PIXELS, where, error, "the picture is %.0f by %.0f pixels",
                         width, height);
}

/* Returns (transfer full) (nullable): what cairo painted, as leptonica keeps it. */
static PIX *
pix_of_surface (cairo_surface_t *surface)
{
  cairo_surface_flush (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  PIX *pix = data == NULL ? NULL : pixCreateNoInit (width, height, 32);
  for (int y = 0; pix != NULL && y < height; y++)
    {
      const guint32 *from = (const guint32 *) (const void *) (data + (gsize) y * stride);
      l_uint32 *to = pixGetData (pix) + (gsize) y * pixGetWpl (pix);
      for (int x = 0; x < width; x++)
        to[x] = from[x] << 8; /* 0xAARRGGBB as 0xRRGGBBAA */
    }
  return pix;
}

/* Returns (nullable): the page drawn on white paper. */
static cairo_surface_t *
draw (PopplerPage *page, int width, int height, double dpi)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, dpi / POINTS_PER_INCH, dpi / POINTS_PER_INCH);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  return surface;
}

Picture *
page_picture (PopplerPage *page, double width, double height, const ExtractLimits *limits,
              const Where *where, GError **error)
{
  Cover cover = find_cover (page, width, height);
  cairo_surface_t *surface
      = cover.share >= MIN_COVER ? poppler_page_get_image (page, cover.id) : NULL;
  double dpi = DRAWN_DPI;
  if (surface != NULL)
    {
      int w = cairo_image_surface_get_width (surface), h = cairo_image_surface_get_height (surface);
      dpi = w * POINTS_PER_INCH / cover.width;
      if (fabs (dpi / (h * POINTS_PER_INCH / cover.height) - 1) > SAME_RATIO)
        g_clear_pointer (&surface, cairo_surface_destroy);
    }
  if (surface == NULL)
    {
      double w = ceil (width * dpi / POINTS_PER_INCH), h = ceil (height * dpi / POINTS_PER_INCH);
      if (!check_pixels (w, h, limits, where, error))
        return NULL;
      surface = draw (page, (int) w, (int) h, dpi);
    }
  PIX *pix
      = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS ? pix_of_surface (surface) : NULL;
  cairo_surface_destroy (surface);
  Picture *picture = pix == NULL ? NULL : picture_new (pix, dpi);
  if (picture == NULL)
    recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "the page's picture cannot be read");
  return picture;
}
