/* extract/string_note.c - notes in a cairo script that say where a string begins, in place of its
 * glyphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/string_note.h"

#include <cairo-script.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "extract/interpose.h"

#define MAX_PLACE 999999999.0 /* in parts; what is farther away is on no page */

/* What tells whether a string shows, and on what: the state that the last one was shown in. */
typedef struct
{
  cairo_surface_t *target; /* borrowed; never used, only compared */
  cairo_pattern_t *source; /* owned, so that no other comes to lie there */
  cairo_operator_t blend;
  double x0, y0, x1, y1; /* extents of the clip */
} StringState;

static const cairo_user_data_key_t key;

static void
free_state (void *data)
{
  StringState *state = data;
  cairo_pattern_destroy (state->source);
  g_free (state);
}

static StringState
state_of (cairo_t *cairo)
{
  StringState state = {
    cairo_get_group_target (cairo), cairo_get_source (cairo), cairo_get_operator (cairo), 0, 0, 0, 0
  };
  cairo_clip_extents (cairo, &state.x0, &state.y0, &state.x1, &state.y1);
  return state;
}

static gboolean
is_same_state (const StringState *a, const StringState *b)
{
  return a->target == b->target && a->source == b->source && a->blend == b->blend && a->x0 == b->x0
         && a->y0 == b->y0 && a->x1 == b->x1 && a->y1 == b->y1;
}

/* Whether the last string on the page was shown in the state that is at hand; keeps that. */
static gboolean
is_again (cairo_t *cairo)
{
  cairo_surface_t *page = cairo_get_target (cairo);
  StringState *last = cairo_surface_get_user_data (page, &key), state = state_of (cairo);
  if (last != NULL && is_same_state (last, &state))
    return TRUE;
  if (last == NULL)
    {
      last = g_new0 (StringState, 1);
      cairo_surface_set_user_data (page, &key, last, free_state);
    }
  cairo_pattern_reference (state.source);
  cairo_pattern_destroy (last->source);
  *last = state;
  return FALSE;
}

/* Returns: where a point of the user's is on the surface that is drawn on. */
static cairo_glyph_t
place_on_surface (cairo_t *cairo, cairo_glyph_t glyph)
{
  double dx = 0, dy = 0;
  cairo_surface_get_device_offset (cairo_get_group_target (cairo), &dx, &dy);
  cairo_user_to_device (cairo, &glyph.x, &glyph.y);
  return (cairo_glyph_t){ glyph.index, glyph.x + dx, glyph.y + dy };
}

/* Writes @value in front of @end.  Returns: where it begins. */
static char *
write_number (char *end, int value)
{
  char *at = end;
  for (unsigned rest = (unsigned) abs (value); at == end || rest > 0; rest /= 10)
    *--at = (char) ('0' + rest % 10);
  if (value < 0)
    *--at = '-';
  return at;
}

/* By hand, as there are a hundred thousand notes in fifty pages. */
static void
write_note (cairo_device_t *script, const char *begin, int x, int y)
{
  char note[64], *end = note + sizeof note;
  char *at = write_number (end, y);
  *--at = ' ';
  at = write_number (at, x);
  for (gsize i = strlen (begin); i-- > 0;)
    *--at = begin[i];
  cairo_script_write_comment (script, at, (int) (end - at));
}

static void
note_string (cairo_t *cairo, cairo_device_t *script, cairo_glyph_t first)
{
  cairo_glyph_t place = place_on_surface (cairo, first);
  double x = round (place.x * STRING_NOTE_PARTS), y = round (place.y * STRING_NOTE_PARTS);
  if (!(fabs (x) <= MAX_PLACE && fabs (y) <= MAX_PLACE))
    return;
  gboolean again = is_again (cairo);
  write_note (script, again ? STRING_NOTE_AGAIN : STRING_NOTE, (int) x, (int) y);
  if (again)
    return;
  cairo_paint (cairo);
  cairo_script_write_comment (script, STRING_NOTE_END, sizeof STRING_NOTE_END - 1);
}

/* Returns: the script that @cairo draws on, NULL if it is another surface. */
static cairo_device_t *
script_of (cairo_t *cairo)
{
  cairo_device_t *device = cairo_surface_get_device (cairo_get_group_target (cairo));
  return device != NULL && cairo_device_get_type (device) == CAIRO_DEVICE_TYPE_SCRIPT ? device
                                                                                      : NULL;
}

static gboolean
shows (cairo_t *cairo, int n_glyphs)
{
  return n_glyphs > 0 && cairo_status (cairo) == CAIRO_STATUS_SUCCESS;
}

/* These two go before cairo's own, and name their parameters as it does. */
void
cairo_show_glyphs (cairo_t *cr, const cairo_glyph_t *glyphs, int num_glyphs)
{
  void (*own) (cairo_t *, const cairo_glyph_t *, int) = NULL;
  if (!shows (cr, num_glyphs))
    return;
  if (script_of (cr) != NULL)
    {
      note_string (cr, script_of (cr), glyphs[0]);
      return;
    }
  interpose_next ("cairo_show_glyphs", &own);
  own (cr, glyphs, num_glyphs);
}

void
cairo_show_text_glyphs (cairo_t *cr, const char *utf8, int utf8_len, const cairo_glyph_t *glyphs,
                        int num_glyphs, const cairo_text_cluster_t *clusters, int num_clusters,
                        cairo_text_cluster_flags_t cluster_flags)
{
  void (*own) (cairo_t *, const char *, int, const cairo_glyph_t *, int,
               const cairo_text_cluster_t *, int, cairo_text_cluster_flags_t)
      = NULL;
  if (!shows (cr, num_glyphs))
    return;
  if (script_of (cr) != NULL)
    {
      note_string (cr, script_of (cr), glyphs[0]);
      return;
    }
  interpose_next ("cairo_show_text_glyphs", &own);
  own (cr, utf8, utf8_len, glyphs, num_glyphs, clusters, num_clusters, cluster_flags);
}
