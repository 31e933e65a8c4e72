/* extract/drawing.c - the lines and coloured boxes that a page draws, by way of a cairo script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The script is cut into tokens, of which most are passed by (extract/script.h).
 * 2. Values are stacked, words run on them (extract/verb.h), and boxes come to lie on layers.
 * 3. The first layer is the page: what is seen of its boxes is told (extract/ink.h).
 */
#include "extract/drawing.h"

#include <cairo-script.h>
#include <string.h>

#include "extract/ink.h"
#include "extract/verb.h"

/* Points of paths that are looked at on a page: real pages have some thousands; these take 0.5 s.
 */
#define MAX_STEPS 50000000

/* How far x moves with y and y with x.  The script surface of cairo 1.16 takes an upright path for
 * boxes, and gives up on the page if it is none; slanted by this, its lines end at other places on
 * cairo's grid, so that it is not upright. */
#define SLANT 0.01

/* Poppler makes lines at least a dot thick and moves those to the next dot. */
#define DOTS_PER_POINT 16

/* The comment at the beginning of a script of such a page. */
#define MARK "slanted"

static const Matrix page_to_script
    = { DOTS_PER_POINT, SLANT *DOTS_PER_POINT, SLANT *DOTS_PER_POINT, DOTS_PER_POINT, 0, 0 };

cairo_t *
drawing_begin (cairo_device_t *device, double width, double height)
{
  const Matrix *m = &page_to_script;
  cairo_script_write_comment (device, MARK, -1);
  cairo_surface_t *surface = cairo_script_surface_create (device, CAIRO_CONTENT_COLOR_ALPHA,
                                                          m->xx * width + m->xy * height,
                                                          m->yx * width + m->yy * height);
  cairo_t *cairo = cairo_create (surface);
  cairo_surface_destroy (surface);
  cairo_matrix_t matrix;
  cairo_matrix_init (&matrix, m->xx, m->yx, m->xy, m->yy, m->x0, m->y0);
  cairo_transform (cairo, &matrix);
  return cairo;
}

gboolean
drawing_end (cairo_t *cairo)
{
  cairo_surface_t *surface = cairo_surface_reference (cairo_get_target (cairo));
  gboolean is_whole = cairo_status (cairo) == CAIRO_STATUS_SUCCESS
                      && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return is_whole;
}

/* Returns: the matrix that makes the script's points the page's.  The device's first page has the
 * mark of the language before the comment. */
static Matrix
matrix_back (const char *script, gsize n_bytes)
{
  static const char *const begins[] = { "% " MARK "\n", "%!CairoScript\n% " MARK "\n" };
  for (gsize i = 0; i < G_N_ELEMENTS (begins); i++)
    if (n_bytes >= strlen (begins[i]) && memcmp (script, begins[i], strlen (begins[i])) == 0)
      return matrix_invert (&page_to_script);
  return MATRIX_IDENTITY;
}

static void
take_token (Stack *stack, const Token *token)
{
  switch (token->kind)
    {
    case TOKEN_NUMBER:
      stack_push (stack, (Value){ .kind = VALUE_NUMBER, .as.number = token->number });
      break;
    case TOKEN_NAME:
      stack_push (stack, (Value){ .kind = VALUE_NAME, .as.name = *token });
      break;
    case TOKEN_WORD:
      verb_run (stack, token);
      break;
    case TOKEN_OPEN:
      stack_open (stack);
      break;
    case TOKEN_CLOSE:
      stack_close (stack);
      break;
    case TOKEN_DATA:
      stack_push_other (stack);
      break;
    case TOKEN_END:
      break;
    }
}

static void
append_arrows (const Layer *layer, GArray *glyphs)
{
  for (guint i = 0; i < layer->arrows->len; i++)
    {
      const Arrow *arrow = &g_array_index (layer->arrows, Arrow, i);
      Glyph glyph = { .c = arrow->c, .box = arrow->box, .size = arrow->box.y1 - arrow->box.y0 };
      g_array_append_val (glyphs, glyph);
    }
}

void
drawing_read (Page *page, GArray *glyphs, const char *script, gsize n_bytes)
{
  Box paper = { 0, 0, page->width, page->height };
  g_autoptr (Stack) stack
      = stack_new (paper, matrix_back (script, n_bytes), (Budget){ DRAWING_MAX_INKS, MAX_STEPS });
  Script reader = script_open (script, n_bytes);
  for (Token token = script_next (&reader); token.kind != TOKEN_END; token = script_next (&reader))
    take_token (stack, &token);
  if (stack->layers->len == 0)
    return;
  const Layer *layer = g_ptr_array_index (stack->layers, 0);
  ink_settle (page, layer->inks);
  append_arrows (layer, glyphs);
}
