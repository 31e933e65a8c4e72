/* extract/page_picture.c - the picture that a page of a PDF is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/page_picture.h"

#include <cairo.h>
#include <math.h>

#include "extract/jpeg_note.h"
#include "extract/surface_limit.h"

#define MIN_COVER 0.8   /* of the page's area, by an image that is the page */
#define MIN_PART 0.3    /* of the page's area, by an image that may be a part that was scanned */
#define MIN_SIDE 0.9    /* of the page's width or height, likewise: charts keep to the margins */
#define MAX_GLYPHS 8    /* that stand on such an image */
#define SAME_RATIO 0.05 /* how far the image's proportions may be off the page's */
#define DRAWN_DPI 300.0 /* of a page that is drawn */
#define POINTS_PER_INCH 72.0

typedef cairo_surface_t Surface;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Surface, cairo_surface_destroy)

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

static guint
count_glyphs (const GArray *glyphs, Box box)
{
  guint n = 0;
  for (guint i = 0; i < glyphs->len; i++)
    {
      Box own = g_array_index (glyphs, Glyph, i).box;
      double x = (own.x0 + own.x1) / 2, y = (own.y0 + own.y1) / 2;
      n += x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
    }
  return n;
}

/* Returns: where an image lies, what sticks out of the page cut off. */
static Box
box_of (const PopplerRectangle *area, double width, double height)
{
  return (Box){ fmax (fmin (area->x1, area->x2), 0), fmax (fmin (area->y1, area->y2), 0),
                fmin (fmax (area->x1, area->x2), width), fmin (fmax (area->y1, area->y2), height) };
}

/* Whether an image on a page of that size may be a part of it that went through a scanner. */
static gboolean
may_be_scan (Box box, double width, double height)
{
  double w = box.x1 - box.x0, h = box.y1 - box.y0;
  return w > 0 && w * h >= MIN_PART * width * height
         && (w >= MIN_SIDE * width || h >= MIN_SIDE * height);
}

GArray *
page_picture_parts (PopplerPage *page, const ImageNote *images, double width, double height,
                    const GArray *glyphs)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Box));
  if (image_note_share (images, width, height) < MIN_PART)
    return parts;
  GList *mappings = poppler_page_get_image_mapping (page);
  for (const GList *at = mappings; at != NULL; at = at->next)
    {
      Box box = box_of (&((const PopplerImageMapping *) at->data)->area, width, height);
      if (may_be_scan (box, width, height) && count_glyphs (glyphs, box) <= MAX_GLYPHS)
        g_array_append_val (parts, box);
    }
  poppler_page_free_image_mapping (mappings);
  return parts;
}

static gboolean
check_pixels (double width, double height, const ExtractLimits *limits, const Where *where,
              GError **error)
{
  return width * height <= limits->most[LIMIT_PIXELS]
         || limits_fail (limits, LIMIT_PIXELS, where, error, "the picture is %.0f by %.0f pixels",
                         width, height);
}

/* What poppler says nothing of while it unpacks images. */
typedef struct
{
  SurfaceLimit limit;
  guint n_flaws; /* of JPEGs, before */
} Watch;

static void
watch_begin (Watch *watch, const ExtractLimits *limits)
{
  surface_limit_begin (&watch->limit, limits->most[LIMIT_PIXELS]);
  watch->n_flaws = jpeg_note_flaws ();
}

/* Returns: whether all images were unpacked, and whole. */
static gboolean
watch_end (const Watch *watch, const ExtractLimits *limits, const Where *where, GError **error)
{
  surface_limit_end ();
  if (!check_pixels (watch->limit.width, watch->limit.height, limits, where, error))
    return FALSE;
  return jpeg_note_flaws () == watch->n_flaws
         || recount_fail (error, RECOUNT_ERROR_UNREADABLE, where,
                          "the page's picture is a JPEG image that is damaged");
}

/* Returns: a pixel of cairo's, 0xAARRGGBB, on white paper as 0xRRGGBBAA.  A mask is all black and
 * has its ink in A. */
static l_uint32
on_paper (guint32 pixel)
{
  guint32 paper = 0xFF - (pixel >> 24);
  return (pixel + paper * 0x010101) << 8;
}

/* What cairo painted, borrowed from it. */
typedef struct
{
  const guint8 *data;
  int width, height, stride;
  guint32 opaque; /* bits that are set in each pixel, if it has no transparency */
} Pixels;

static Pixels
pixels_of (cairo_surface_t *surface)
{
  gboolean has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  cairo_surface_flush (surface);
  return (Pixels){ cairo_image_surface_get_data (surface), cairo_image_surface_get_width (surface),
                   cairo_image_surface_get_height (surface),
                   cairo_image_surface_get_stride (surface), has_alpha ? 0 : 0xFF000000 };
}

static const guint32 *
row_of (const Pixels *pixels, int y)
{
  return (const guint32 *) (const void *) (pixels->data + (gsize) y * pixels->stride);
}

static gboolean
has_colour (const Pixels *pixels)
{
  for (int y = 0; y < pixels->height; y++)
    {
      const guint32 *row = row_of (pixels, y);
      for (int x = 0; x < pixels->width; x++)
        if (((row[x] ^ row[x] >> 8) & 0xFFFF) != 0)
          return TRUE;
    }
  return FALSE;
}

/* Returns (transfer full) (nullable): what cairo painted, as leptonica keeps it: 32 bits, or 8 of
 * what has no colour. */
static PIX *
pix_of_surface (cairo_surface_t *surface)
{
  Pixels pixels = pixels_of (surface);
  if (pixels.data == NULL)
    return NULL;
  int depth = has_colour (&pixels) ? 32 : 8;
  PIX *pix = pixCreateNoInit (pixels.width, pixels.height, depth);
  for (int y = 0; pix != NULL && y < pixels.height; y++)
    {
      const guint32 *from = row_of (&pixels, y);
      l_uint32 *to = pixGetData (pix) + (gsize) y * pixGetWpl (pix);
      for (int x = 0; x < pixels.width; x++)
        if (depth == 32)
          to[x] = on_paper (from[x] | pixels.opaque);
        else
          SET_DATA_BYTE (to, x, (l_uint8) (on_paper (from[x] | pixels.opaque) >> 24));
    }
  return pix;
}

/* Returns (nullable): the page drawn on white paper; of @parts (element-type Box), if that is not
 * NULL, only these. */
static cairo_surface_t *
draw (PopplerPage *page, const GArray *parts, int width, int height, double dpi)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, dpi / POINTS_PER_INCH, dpi / POINTS_PER_INCH);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const Box *part = &g_array_index (parts, Box, i);
      cairo_rectangle (cairo, part->x0, part->y0, part->x1 - part->x0, part->y1 - part->y0);
    }
  if (parts != NULL)
    cairo_clip (cairo);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  return surface;
}

/* Returns (transfer full) (nullable): the page, or @parts of it, drawn. */
static cairo_surface_t *
draw_within (PopplerPage *page, const GArray *parts, Box size, double dpi,
             const ExtractLimits *limits, const Where *where, GError **error)
{
  double w = ceil (size.x1 * dpi / POINTS_PER_INCH), h = ceil (size.y1 * dpi / POINTS_PER_INCH);
  Watch watch;
  if (!check_pixels (w, h, limits, where, error))
    return NULL;
  watch_begin (&watch, limits);
  g_autoptr (Surface) surface = draw (page, parts, (int) w, (int) h, dpi);
  return watch_end (&watch, limits, where, error) ? g_steal_pointer (&surface) : NULL;
}

/* Returns (transfer full): the picture of what cairo painted, which it takes over. */
static Picture *
take_surface (cairo_surface_t *surface, double dpi, const Where *where, GError **error)
{
  PIX *pix
      = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS ? pix_of_surface (surface) : NULL;
  cairo_surface_destroy (surface);
  Picture *picture = pix == NULL ? NULL : picture_new (pix, dpi);
  if (picture == NULL)
    recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "the page's picture cannot be read");
  return picture;
}

Picture *
page_picture (PopplerPage *page, double width, double height, const ExtractLimits *limits,
              const Where *where, GError **error)
{
  Cover cover = find_cover (page, width, height);
  double dpi = DRAWN_DPI;
  Watch watch;
  watch_begin (&watch, limits);
  g_autoptr (Surface) surface
      = cover.share >= MIN_COVER ? poppler_page_get_image (page, cover.id) : NULL;
  if (!watch_end (&watch, limits, where, error))
    return NULL;
  if (surface != NULL)
    {
      int w = cairo_image_surface_get_width (surface), h = cairo_image_surface_get_height (surface);
      dpi = w * POINTS_PER_INCH / cover.width;
      if (fabs (dpi / (h * POINTS_PER_INCH / cover.height) - 1) > SAME_RATIO)
        g_clear_pointer (&surface, cairo_surface_destroy);
    }
  if (surface == NULL)
    surface = draw_within (page, NULL, (Box){ 0, 0, width, height }, dpi, limits, where, error);
  return surface == NULL ? NULL : take_surface (g_steal_pointer (&surface), dpi, where, error);
}

Picture *
page_picture_of_parts (PopplerPage *page, double width, double height, const GArray *parts,
                       const ExtractLimits *limits, const Where *where, GError **error)
{
  cairo_surface_t *surface
      = draw_within (page, parts, (Box){ 0, 0, width, height }, DRAWN_DPI, limits, where, error);
  return surface == NULL ? NULL : take_surface (surface, DRAWN_DPI, where, error);
}
