/* extract/image_note.c - which images a page draws, noted while it is drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/image_note.h"

#include "extract/interpose.h"

static const cairo_user_data_key_t key;

void
image_note_begin (ImageNote *note, cairo_t *cairo)
{
  *note = (ImageNote){ .largest = { 0, 0, 0, 0 } };
  cairo_get_matrix (cairo, &note->page);
  cairo_surface_set_user_data (cairo_get_target (cairo), &key, note, NULL);
}

void
image_note_end (cairo_t *cairo)
{
  cairo_surface_set_user_data (cairo_get_target (cairo), &key, NULL, NULL);
}

double
image_note_share (const ImageNote *note, double width, double height)
{
  const Box *box = &note->largest;
  double w = MIN (box->x1, width) - MAX (box->x0, 0), h = MIN (box->y1, height) - MAX (box->y0, 0);
  return w > 0 && h > 0 ? w * h / (width * height) : 0;
}

/* ---- where an image lies ---- */

/* Returns (nullable): the image that a pattern repeats, borrowed from it. */
static cairo_surface_t *
image_of (cairo_pattern_t *pattern)
{
  cairo_surface_t *surface = NULL;
  if (cairo_pattern_get_surface (pattern, &surface) != CAIRO_STATUS_SUCCESS
      || cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return NULL;
  return surface;
}

/* Makes @point, one of the image's, one of the page's. */
static void
bring_to_page (cairo_t *cairo, const cairo_matrix_t *from_image, const cairo_matrix_t *to_page,
               double *x, double *y)
{
  double dx = 0, dy = 0;
  cairo_surface_get_device_offset (cairo_get_group_target (cairo), &dx, &dy);
  cairo_matrix_transform_point (from_image, x, y);
  cairo_user_to_device (cairo, x, y);
  *x += dx;
  *y += dy;
  cairo_matrix_transform_point (to_page, x, y);
}

static void
note_image (ImageNote *note, cairo_t *cairo, cairo_pattern_t *pattern, cairo_surface_t *image)
{
  cairo_matrix_t from_image, to_page = note->page;
  cairo_pattern_get_matrix (pattern, &from_image);
  if (cairo_matrix_invert (&from_image) != CAIRO_STATUS_SUCCESS
      || cairo_matrix_invert (&to_page) != CAIRO_STATUS_SUCCESS)
    return;
  double ax = 0, ay = 0;
  double bx = cairo_image_surface_get_width (image), by = cairo_image_surface_get_height (image);
  bring_to_page (cairo, &from_image, &to_page, &ax, &ay);
  bring_to_page (cairo, &from_image, &to_page, &bx, &by);
  Box box = { MIN (ax, bx), MIN (ay, by), MAX (ax, bx), MAX (ay, by) };
  const Box *most = &note->largest;
  if ((box.x1 - box.x0) * (box.y1 - box.y0) > (most->x1 - most->x0) * (most->y1 - most->y0))
    note->largest = box;
}

/* Notes the image of @pattern, if it is one and the surface is watched.  Returns: whether it must
 * not be painted. */
static gboolean
take_pattern (cairo_t *cairo, cairo_pattern_t *pattern)
{
  cairo_surface_t *target = cairo_get_target (cairo), *image = image_of (pattern);
  ImageNote *note = image == NULL ? NULL : cairo_surface_get_user_data (target, &key);
  if (note == NULL)
    return FALSE;
  note_image (note, cairo, pattern, image);
  return cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_SCRIPT;
}

/* ---- in place of cairo's own ---- */

/* These two go before cairo's own, and name their parameters as it does. */
void
cairo_set_source (cairo_t *cr, cairo_pattern_t *source)
{
  static void (*own) (cairo_t *, cairo_pattern_t *) = NULL;
  if (own == NULL)
    interpose_next ("cairo_set_source", &own);
  if (take_pattern (cr, source))
    cairo_set_source_rgba (cr, 0, 0, 0, 0); /* which is left out of a script */
  else
    own (cr, source);
}

/* A group that is painted through an image, as what its shades let through, is painted still. */
void
cairo_mask (cairo_t *cr, cairo_pattern_t *pattern)
{
  static void (*own) (cairo_t *, cairo_pattern_t *) = NULL;
  if (own == NULL)
    interpose_next ("cairo_mask", &own);
  gboolean is_stencil = cairo_pattern_get_type (cairo_get_source (cr)) == CAIRO_PATTERN_TYPE_SOLID;
  if (!(is_stencil && take_pattern (cr, pattern)))
    own (cr, pattern);
}
