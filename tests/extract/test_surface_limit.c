/* tests/extract/test_surface_limit.c - how large the images are that poppler may unpack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/surface_limit.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static cairo_status_t
try_size (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

Test (surface_limit, a_pixel_too_many_is_refused_and_its_image_noted)
{
  SurfaceLimit limit;
  surface_limit_begin (&limit, 600);
  cr_expect_eq (try_size (30, 20), CAIRO_STATUS_SUCCESS);
  cr_expect_eq (limit.width, 0);
  cr_expect_eq (try_size (601, 1), CAIRO_STATUS_NO_MEMORY);
  cr_expect_eq (limit.width, 601);
  cr_expect_eq (limit.height, 1);
  surface_limit_end ();
  cr_expect_eq (try_size (601, 1), CAIRO_STATUS_SUCCESS);
}
