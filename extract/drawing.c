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

/* The strings of a script, while it is read. */
typedef struct
{
  GArray *origins;     /* of StringOrigin, borrowed */
  Token note;          /* that the next paint stands for; TOKEN_END if it is a paint */
  const Canvas *shown; /* (nullable) that the last noted string is shown on, borrowed */
  Box clip;            /* what it is shown within */
} Strings;

/* Adds a string that begins at @at, on the page. */
static void
add_string (const Stack *stack, Strings *strings, const Canvas *canvas, Point at, Box clip)
{
  gboolean is_page = canvas->layer == g_ptr_array_index (stack->layers, 0);
  StringOrigin origin = { at, clip, is_page ? canvas->layer->inks->len : G_MAXUINT };
  if (strings->origins->len < DRAWING_MAX_INKS)
    g_array_append_val (strings->origins, origin);
}

/* Takes the note at hand, now that its paint shows that the string can be seen. */
static void
take_note (const Stack *stack, Strings *strings)
{
  const Canvas *canvas = stack_canvas (stack);
  Point at;
  if (canvas == NULL || !token_read_origin (&strings->note, &at.x, &at.y))
    return;
  strings->shown = canvas;
  strings->clip = canvas->clip;
  add_string (stack, strings, canvas, matrix_transform (&stack->back, at), canvas->clip);
}

static void
take_again (const Stack *stack, Strings *strings, const Token *token)
{
  Point at;
  if (strings->shown != NULL && token_read_origin (token, &at.x, &at.y))
    add_string (stack, strings, strings->shown, matrix_transform (&stack->back, at), strings->clip);
}

static void
take_glyphs (const Stack *stack, Strings *strings, const Token *token)
{
  const Canvas *canvas = stack_canvas (stack);
  Point at;
  if (canvas != NULL && token_read_origin (token, &at.x, &at.y))
    add_string (stack, strings, canvas, canvas_transform (canvas, at), canvas->clip);
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
    case TOKEN_GLYPHS:
    case TOKEN_STRING:
    case TOKEN_STRING_AGAIN:
    case TOKEN_STRING_END:
    case TOKEN_END:
      break;
    }
}

/* Runs the script on @stack; @origins get the strings. */
static void
run_script (Stack *stack, Script *script, GArray *origins)
{
  Strings strings = { .origins = origins, .note = { .kind = TOKEN_END } };
  for (Token token = script_next (script); token.kind != TOKEN_END; token = script_next (script))
    if (token.kind == TOKEN_STRING_AGAIN)
      take_again (stack, &strings, &token);
    else if (token.kind == TOKEN_GLYPHS)
      take_glyphs (stack, &strings, &token);
    else if (token.kind == TOKEN_STRING)
      {
        strings.note = token;
        strings.shown = NULL;
      }
    else if (token.kind == TOKEN_STRING_END)
      strings.note.kind = TOKEN_END;
    else if (strings.note.kind == TOKEN_STRING && token_is (&token, "paint"))
      take_note (stack, &strings);
    else
      take_token (stack, &token);
}

static GArray *
list_arrows (const Layer *layer)
{
  GArray *glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  for (guint i = 0; i < layer->arrows->len; i++)
    {
      const Arrow *arrow = &g_array_index (layer->arrows, Arrow, i);
      Glyph glyph = { .c = arrow->c, .box = arrow->box, .size = arrow->box.y1 - arrow->box.y0 };
      g_array_append_val (glyphs, glyph);
    }
  return glyphs;
}

/* Returns: the boxes of the page that hide something; the origins count these from now on. */
static GArray *
list_covers (const Layer *layer, GArray *origins)
{
  GArray *covers = g_array_new (FALSE, FALSE, sizeof (Box));
  guint next = 0;
  for (guint i = 0; i <= layer->inks->len; i++)
    {
      for (; next < origins->len && g_array_index (origins, StringOrigin, next).n_covers == i;
           next++)
        g_array_index (origins, StringOrigin, next).n_covers = covers->len;
      if (i == layer->inks->len)
        break;
      const Ink *ink = &g_array_index (layer->inks, Ink, i);
      if (ink->hides && covers->len < DRAWING_MAX_COVERS)
        g_array_append_val (covers, ink->box);
    }
  return covers;
}

void
drawn_clear (Drawn *drawn)
{
  g_array_unref (drawn->covers);
  g_array_unref (drawn->arrows);
  g_array_unref (drawn->origins);
}

Drawn
drawing_read (Page *page, const char *script, gsize n_bytes)
{
  Box paper = { 0, 0, page->width, page->height };
  g_autoptr (Stack) stack
      = stack_new (paper, matrix_back (script, n_bytes), (Budget){ DRAWING_MAX_INKS, MAX_STEPS });
  Script reader = script_open (script, n_bytes);
  Drawn drawn = { NULL, g_array_new (FALSE, FALSE, sizeof (StringOrigin)), NULL, page->width,
                  page->height };
  run_script (stack, &reader, drawn.origins);
  Layer *none = layer_new (paper, &stack->budget);
  const Layer *layer = stack->layers->len > 0 ? g_ptr_array_index (stack->layers, 0) : none;
  drawn.arrows = list_arrows (layer);
  drawn.covers = list_covers (layer, drawn.origins);
  ink_settle (page, layer->inks);
  layer_free (none);
  return drawn;
}
