/* extract/crop_image.c - cuts images out of the pages of PDFs and of scans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a page that part is drawn which holds the crop and what will be asked for next, as far as it
 * is not too large.
 */
#include "extract/crop_image.h"

#include <cairo.h>
#include <math.h>

#include "extract/image.h"
#include "extract/image_note.h"
#include "extract/page_picture.h"
#include "extract/pdf_file.h"
#include "extract/straighten.h"

#define POINTS_PER_INCH 72.0
#define PIXELS_PER_POINT 2.0 /* sharp on screens of today and in print */
#define PAGES_AT_ONCE 8      /* whose fonts are kept, and what their letters look like */
#define MAX_PIXELS 16e6      /* of a page; a larger one is drawn smaller */
#define MAX_DRAWN 300e3      /* square points of the part that is drawn for several crops: 2.4 MB */

/* Of a page that is drawn: half the memory, and letters and lines look the same. */
#define DRAWN_FORMAT CAIRO_FORMAT_RGB16_565

/* What is seen around the cell, points. */
#define VIEW_WIDTH 440.0
#define MARGIN_ABOVE 26.0
#define MARGIN_BELOW 20.0
#define MAX_HEIGHT 160.0 /* of a cell that is shown whole */

struct _CropImage
{
  Input input;
  PdfFile *pdf; /* owned; NULL if they are an image */
  char *path;   /* owned */
  ExtractLimits limits;
  Deadline deadline;
  int number;               /* of the page at hand, 0 if none is */
  PopplerPage *page;        /* owned; NULL if they are an image */
  double width, height;     /* of the page, points */
  Box shown;                /* the part of it that is drawn; empty if none is */
  cairo_surface_t *surface; /* owned; what that looks like */
  double scale;             /* pixels of the surface per point */
};

static gboolean
check_time (CropImage *image, GError **error)
{
  Where where = WHERE_FILE (image->path);
  return !deadline_is_over (&image->deadline)
         || limits_fail (&image->limits, LIMIT_SECONDS, &where, error,
                         "drawing takes more seconds of computing");
}

static gboolean
open_pdf (CropImage *image, GError **error)
{
  g_autoptr (GError) reason = NULL;
  image->pdf = pdf_file_open (&image->input, PAGES_AT_ONCE, &image->deadline, &reason);
  Where where = WHERE_FILE (image->path);
  return check_time (image, error)
         && (image->pdf != NULL
             || recount_fail (error, RECOUNT_ERROR_UNREADABLE, &where, "cannot be drawn: %s",
                              reason != NULL ? reason->message : "is damaged"));
}

static void
leave_page (CropImage *image)
{
  image->number = 0;
  image->shown = (Box){ 0, 0, 0, 0 };
  g_clear_pointer (&image->surface, cairo_surface_destroy);
  g_clear_object (&image->page);
}

CropImage *
crop_image_open (Input *input, gboolean is_pdf, const char *path, const ExtractLimits *limits,
                 GError **error)
{
  CropImage *image = g_new0 (CropImage, 1);
  image->input = *input;
  *input = (Input){ NULL, NULL };
  image->path = g_strdup (path);
  image->limits = *limits;
  image->deadline = deadline_in (limits->most[LIMIT_SECONDS]);
  if (!is_pdf || open_pdf (image, error))
    return image;

  crop_image_free (image);
  return NULL;
}

void
crop_image_free (CropImage *image)
{
  leave_page (image);
  pdf_file_free (image->pdf);
  input_clear (&image->input);
  g_free (image->path);
  g_free (image);
}

static Box
whole_of (const CropImage *image)
{
  return (Box){ 0, 0, ceil (image->width), ceil (image->height) }; /* as views end */
}

/* Makes the surface for a part of the page, all white. */
static gboolean
begin_surface (CropImage *image, cairo_format_t format, Box part, const Where *where,
               GError **error)
{
  double most = image->limits.most[LIMIT_POINTS];
  if (!(image->width > 0 && image->height > 0) || MAX (image->width, image->height) > most)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "the page cannot be drawn");

  g_clear_pointer (&image->surface, cairo_surface_destroy);
  image->shown = part;
  image->scale = MIN (PIXELS_PER_POINT, sqrt (MAX_PIXELS / (image->width * image->height)));
  image->surface
      = cairo_image_surface_create (format, (int) ceil ((part.x1 - part.x0) * image->scale),
                                    (int) ceil ((part.y1 - part.y0) * image->scale));
  cairo_t *cairo = cairo_create (image->surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  return TRUE;
}

/* Draws a part of the page as it is seen, and notes the page's images in @images. */
static gboolean
draw_part (CropImage *image, Box part, ImageNote *images, const Where *where, GError **error)
{
  if (!begin_surface (image, DRAWN_FORMAT, part, where, error))
    return FALSE;
  cairo_t *cairo = cairo_create (image->surface);
  cairo_scale (cairo, image->scale, image->scale);
  cairo_translate (cairo, -part.x0, -part.y0);
  image_note_begin (images, cairo);
  poppler_page_render_for_printing_with_options (image->page, cairo,
                                                 POPPLER_PRINT_ALL); /* no text layer */
  image_note_end (cairo);
  gboolean is_drawn = cairo_status (cairo) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cairo);
  return check_time (image, error)
         && (is_drawn
             || recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "the page cannot be drawn"));
}

/* Draws a picture as it was read: set straight, in shades of gray. */
static gboolean
draw_picture (CropImage *image, Picture *picture, const Where *where, GError **error)
{
  if (!begin_surface (image, CAIRO_FORMAT_RGB24, whole_of (image), where, error))
    return FALSE;
  straighten (picture);
  float scale = (float) (image->scale / (picture->dpi / POINTS_PER_INCH));
  g_autoptr (PixOwned) pix = pixScale (picture->gray, scale, scale);
  if (pix == NULL)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "the page cannot be drawn");
  int width = MIN (pixGetWidth (pix), cairo_image_surface_get_width (image->surface));
  int height = MIN (pixGetHeight (pix), cairo_image_surface_get_height (image->surface));
  int stride = cairo_image_surface_get_stride (image->surface);
  unsigned char *data = cairo_image_surface_get_data (image->surface);
  for (int y = 0; y < height; y++)
    {
      guint32 *to = (guint32 *) (void *) (data + (gsize) y * (gsize) stride);
      l_uint32 *from = pixGetData (pix) + (gsize) y * (gsize) pixGetWpl (pix);
      for (int x = 0; x < width; x++)
        to[x] = GET_DATA_BYTE (from, x) * 0x010101U;
    }
  cairo_surface_mark_dirty (image->surface);
  return check_time (image, error);
}

/* Draws a part of the page at hand, or all of it if it is a picture. */
static gboolean
draw_pdf (CropImage *image, Box part, const Where *where, GError **error)
{
  ImageNote images = { 0 };
  OcrMode ocr = image->limits.ocr;
  if (ocr != OCR_ALWAYS && !draw_part (image, part, &images, where, error))
    return FALSE;
  if (ocr == OCR_NEVER
      || (ocr == OCR_AUTO && !page_is_picture (&images, image->width, image->height)))
    return TRUE;
  g_autoptr (Picture) picture
      = page_picture (image->page, image->width, image->height, &image->limits, where, error);
  return picture != NULL && draw_picture (image, picture, where, error);
}

static gboolean
draw_image (CropImage *image, const Where *where, GError **error)
{
  gsize n_bytes = 0;
  const guint8 *bytes = g_bytes_get_data (image->input.bytes, &n_bytes);
  g_autoptr (Picture) picture
      = image_picture (bytes, n_bytes, image->path, where->page, &image->limits, &image->width,
                       &image->height, error);
  return picture != NULL && draw_picture (image, picture, where, error);
}

static gboolean
open_page (CropImage *image, const Where *where, GError **error)
{
  image->page = pdf_file_page (image->pdf, where->page);
  if (image->page == NULL)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "there is no such page");

  poppler_page_get_size (image->page, &image->width, &image->height);
  return TRUE;
}

/* Turns to the page unless it is at hand; its size is known then, and an image is drawn. */
static gboolean
turn_to (CropImage *image, const Where *where, GError **error)
{
  if (image->number == where->page)
    return TRUE;

  leave_page (image);
  gboolean is_there
      = image->pdf == NULL ? draw_image (image, where, error) : open_page (image, where, error);
  image->number = is_there ? where->page : 0;
  return is_there;
}

static gboolean
contains (Box outer, Box inner)
{
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && inner.x1 <= outer.x1
         && inner.y1 <= outer.y1;
}

/* Returns: a range of that length around another, moved into the page. */
static void
widen (double *from, double *to, double length, double most)
{
  double middle = (*from + *to) / 2;
  double start = MAX (MIN (middle - length / 2, most - length), 0);
  *from = floor (MIN (start, *from));
  *to = ceil (MIN (MAX (start + length, *to), most));
}

/* Returns: what is shown of the page: the part of the cell that is on it, at most so high, with its
 * row to either side, in whole points. */
static Box
view_of (const CropImage *image, Box box)
{
  double left = MAX (box.x0, 0), top = MAX (box.y0, 0);
  double right = MIN (box.x1, image->width), bottom = MIN (box.y1, top + MAX_HEIGHT);
  Box view = { left, floor (MAX (top - MARGIN_ABOVE, 0)), right,
               ceil (MIN (bottom + MARGIN_BELOW, image->height)) };
  widen (&view.x0, &view.x1, MIN (VIEW_WIDTH, image->width), image->width);
  return view;
}

/* Returns: the part of the page to draw: what is seen around the first of @boxes, and around those
 * behind it that do not make it too large. */
static Box
part_of (const CropImage *image, const Box *boxes, guint n_boxes)
{
  Box part = view_of (image, boxes[0]);
  for (guint i = 1; i < n_boxes; i++)
    {
      Box wider = box_union (part, view_of (image, boxes[i]));
      if ((wider.x1 - wider.x0) * (wider.y1 - wider.y0) > MAX_DRAWN)
        break;
      part = wider;
    }
  return part;
}

/* Has @view, that of the first of @boxes, drawn unless it is. */
static gboolean
show (CropImage *image, Box view, const Box *boxes, guint n_boxes, const Where *where,
      GError **error)
{
  if (image->surface != NULL && contains (image->shown, view))
    return TRUE;

  if (draw_pdf (image, part_of (image, boxes, n_boxes), where, error))
    return TRUE;
  leave_page (image);
  return FALSE;
}

static cairo_status_t
append_png (void *closure, const unsigned char *bytes, unsigned n_bytes)
{
  g_byte_array_append (closure, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static Crop *
cut (const CropImage *image, Box view)
{
  g_autoptr (Crop) crop = crop_new (view);
  crop->width = (int) ceil ((view.x1 - view.x0) * image->scale);
  crop->height = (int) ceil ((view.y1 - view.y0) * image->scale);
  cairo_surface_t *piece
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, crop->width, crop->height);
  cairo_t *cairo = cairo_create (piece);
  cairo_set_source_surface (cairo, image->surface,
                            -round ((view.x0 - image->shown.x0) * image->scale),
                            -round ((view.y0 - image->shown.y0) * image->scale));
  cairo_paint (cairo);
  cairo_destroy (cairo);
  GByteArray *png = g_byte_array_new ();
  cairo_surface_write_to_png_stream (piece, append_png, png);
  cairo_surface_destroy (piece);
  crop->png = g_byte_array_free_to_bytes (png);
  return g_steal_pointer (&crop);
}

Crop *
crop_image_cut (CropImage *image, const Where *where, const Box *boxes, guint n_boxes,
                GError **error)
{
  const Box box = boxes[0];
  if (!turn_to (image, where, error))
    return NULL;

  gboolean is_place = box.x0 < box.x1 && box.y0 < box.y1 && box.x1 > 0 && box.y1 > 0
                      && box.x0 < image->width && box.y0 < image->height
                      && isfinite (box.x0 + box.y0 + box.x1 + box.y1);
  if (!is_place)
    {
      recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "there is no such place on the page");
      return NULL;
    }
  Box view = view_of (image, box);
  return show (image, view, boxes, n_boxes, where, error) ? cut (image, view) : NULL;
}
