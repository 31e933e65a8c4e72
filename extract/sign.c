/* extract/sign.c - characters that no one knows the meaning of, told by their shapes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/sign.h"

#include <cairo-svg.h>
#include <math.h>

#include "extract/outline.h"
#include "extract/shape.h"

#define NEAR 0.3 /* points between a glyph's origin and its box's left edge */
#define MAX_SVG_BYTES (64 << 20)

struct _Signs
{
  GHashTable *known; /* owned; "FONT CODE" -> the sign, or 0 */
  PopplerPage *page; /* borrowed */
  double width, height;
  OutlineList *list; /* owned; of the page; NULL as long as it is not drawn */
};

Signs *
signs_new (void)
{
  Signs *signs = g_new0 (Signs, 1);
  signs->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return signs;
}

void
signs_free (Signs *signs)
{
  if (signs == NULL)
    return;

  g_hash_table_unref (signs->known);
  outline_list_free (signs->list);
  g_free (signs);
}

void
signs_turn_to (Signs *signs, PopplerPage *page, double width, double height)
{
  g_clear_pointer (&signs->list, outline_list_free);
  signs->page = page;
  signs->width = width;
  signs->height = height;
}

/* A cairo_write_func_t. */
static cairo_status_t
write_svg (void *closure, const unsigned char *bytes, unsigned n_bytes)
{
  GByteArray *svg = closure;
  if (svg->len + (gsize) n_bytes > MAX_SVG_BYTES)
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (svg, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static OutlineList *
draw_outlines (const Signs *signs)
{
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_svg_surface_create_for_stream (write_svg, svg, signs->width, signs->height);
  cairo_t *cairo = cairo_create (surface);
  poppler_page_render (signs->page, cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return outline_list_read ((const char *) svg->data, svg->len);
}

/* Returns (nullable): the outline of the glyph whose origin is nearest to the box's left edge. */
static const Outline *
find_outline (const OutlineList *list, Box box)
{
  const Outline *found = NULL;
  double best = NEAR;
  for (guint i = 0; i < list->uses->len; i++)
    {
      const OutlineUse *use = &g_array_index (list->uses, OutlineUse, i);
      double distance = fabs (use->at.x - box.x0);
      if (distance < best && use->at.y >= box.y0 && use->at.y <= box.y1)
        {
          best = distance;
          found = use->outline;
        }
    }
  return found;
}

gunichar
signs_read (Signs *signs, const char *font, gunichar c, Box box)
{
  if (g_unichar_type (c) != G_UNICODE_PRIVATE_USE && c != 0xFFFD)
    return c;

  g_autofree char *key = g_strdup_printf ("%s %X", font, c);
  gpointer known = NULL;
  if (!g_hash_table_lookup_extended (signs->known, key, NULL, &known))
    {
      if (signs->list == NULL)
        signs->list = draw_outlines (signs);
      const Outline *outline = find_outline (signs->list, box);
      known = GUINT_TO_POINTER (outline == NULL ? 0 : shape_read (outline));
      g_hash_table_insert (signs->known, g_steal_pointer (&key), known);
    }
  gunichar sign = GPOINTER_TO_UINT (known);
  return sign != 0 ? sign : c;
}
