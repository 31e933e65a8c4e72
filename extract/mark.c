/* extract/mark.c - glyphs seen along their baselines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two strings may be printed over each other, one of them hidden by what is drawn between.  Their
 * glyphs alternate along the line, but each string's follow each other in the source.
 */
#include "extract/mark.h"

#include <stdlib.h>

#define OVER_EACH_OTHER 0.3 /* in units of the size: no two glyphs of a string overlap so far */
#define STRING_GAP 1.0      /* nor are they so far apart */

double
mark_gap (const Mark *mark)
{
  double size = MIN (mark[0].glyph->size, mark[1].glyph->size);
  return size > 0 ? (mark[1].u0 - mark[0].u1) / size : STRING_GAP;
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const Mark *left = a, *right = b;
  return (left->glyph > right->glyph) - (left->glyph < right->glyph);
}

static int
compare_tracks (gconstpointer a, gconstpointer b)
{
  const Mark *left = a, *right = b;
  if (left->track != right->track)
    return left->track < right->track ? -1 : 1;
  return (left->u0 > right->u0) - (left->u0 < right->u0);
}

static gboolean
any_overlap (const Mark *marks, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (mark_gap (&marks[i]) < -OVER_EACH_OTHER)
      return TRUE;
  return FALSE;
}

/* Glyphs that follow each other in the source and on the line. */
typedef struct
{
  double u0, u1, size;
  guint number, track;
} String;

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  const String *left = a, *right = b;
  return (left->u0 > right->u0) - (left->u0 < right->u0);
}

/* Returns (element-type String): the strings of marks that are sorted by their source; each mark
 * gets its string's number for a track. */
static GArray *
list_strings (Mark *marks, guint n)
{
  GArray *strings = g_array_new (FALSE, FALSE, sizeof (String));
  for (guint i = 0; i < n;)
    {
      guint end = i + 1;
      while (end < n && marks[end].u0 > marks[end - 1].u0
             && mark_gap (&marks[end - 1]) >= -OVER_EACH_OTHER
             && mark_gap (&marks[end - 1]) <= STRING_GAP)
        end++;
      String string
          = { marks[i].u0, marks[end - 1].u1, marks[i].glyph->size, strings->len, strings->len };
      for (; i < end; i++)
        marks[i].track = string.number;
      g_array_append_val (strings, string);
    }
  return strings;
}

/* Gives each string the track that ends nearest before it, or a new one. */
static void
find_tracks (GArray *strings)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_sort (strings, compare_strings);
  for (guint i = 0; i < strings->len; i++)
    {
      String *string = &g_array_index (strings, String, i);
      double limit = string->u0 + OVER_EACH_OTHER * string->size;
      guint best = ends->len;
      for (guint k = 0; k < ends->len; k++)
        if (g_array_index (ends, double, k) <= limit
            && (best == ends->len
                || g_array_index (ends, double, k) > g_array_index (ends, double, best)))
          best = k;
      if (best == ends->len)
        g_array_append_val (ends, string->u1);
      g_array_index (ends, double, best) = string->u1;
      string->track = best;
    }
}

void
marks_untangle (Mark *marks, guint n)
{
  if (!any_overlap (marks, n))
    return;
  qsort (marks, n, sizeof *marks, compare_sources);
  g_autoptr (GArray) strings = list_strings (marks, n);
  g_autofree guint *tracks = g_new (guint, strings->len);
  find_tracks (strings);
  for (guint i = 0; i < strings->len; i++)
    {
      const String *string = &g_array_index (strings, String, i);
      tracks[string->number] = string->track;
    }
  for (guint i = 0; i < n; i++)
    marks[i].track = tracks[marks[i].track];
  qsort (marks, n, sizeof *marks, compare_tracks);
}
