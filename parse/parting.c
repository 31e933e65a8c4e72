/* parse/parting.c - what is drawn around the lines of a table that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/parting.h"

#include "parse/anchor.h"

#define WIDE_SHARE 0.5 /* of the table's width that a rule or a ground takes up */
#define MIN_BAND 2.0   /* points between two rules that part rows */
#define MIN_PARTED 3   /* rows that rules part from those above */

/* Whether a box takes up a good part of the table's width. */
static gboolean
is_wide (const GArray *columns, const Box *box)
{
  double x0 = g_array_index (columns, Span, 0).x0,
         x1 = g_array_index (columns, Span, columns->len - 1).x1;
  return MIN (box->x1, x1) - MAX (box->x0, x0) >= WIDE_SHARE * (x1 - x0);
}

static double
middle_of (const GArray *lines, guint i)
{
  const Box *box = &word_line (lines, i)->words[0].box;
  return (box->y0 + box->y1) / 2;
}

gboolean *
parting_rules (const GArray *lines, guint first, guint end, const GArray *columns,
               const GArray *rules)
{
  gboolean *is_parted = g_new0 (gboolean, MAX (end - first, 1));
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const Box *rule = &g_array_index (rules, Rule, i).box;
      if (!is_wide (columns, rule))
        continue;
      guint line = first; /* the first below it */
      while (line < end && middle_of (lines, line) < (rule->y0 + rule->y1) / 2)
        line++;
      if (line > first && line < end)
        is_parted[line - first] = TRUE;
    }
  return is_parted;
}

/* ---- bands ---- */

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return (left > right) - (left < right);
}

/* Returns (element-type double): the heights of the wide rules below line @first, each once. */
static GArray *
list_heights (const GArray *lines, guint first, const GArray *columns, const GArray *rules)
{
  GArray *heights = g_array_new (FALSE, FALSE, sizeof (double));
  double top = middle_of (lines, first);
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const Box *rule = &g_array_index (rules, Rule, i).box;
      double y = (rule->y0 + rule->y1) / 2;
      if (y > top && is_wide (columns, rule))
        g_array_append_val (heights, y);
    }
  g_array_sort (heights, compare_heights);
  for (guint i = heights->len; i-- > 1;)
    if (g_array_index (heights, double, i) - g_array_index (heights, double, i - 1) < MIN_BAND)
      g_array_remove_index (heights, i);
  return heights;
}

guint
parting_band_of (const GArray *bands, double y)
{
  guint band = 0;
  while (band < bands->len && g_array_index (bands, double, band) < y)
    band++;
  return band;
}

GArray *
parting_bands (const GArray *lines, guint first, guint end, const GArray *columns,
               const GArray *rules)
{
  GArray *bands = list_heights (lines, first, columns, rules);
  guint n_parted = 0, n_together = 0, last = end; /* line of figures */
  for (guint i = first; i < end; i++)
    {
      if (!anchor_has_figures (word_line (lines, i)))
        continue;
      double y = middle_of (lines, i), above = last < end ? middle_of (lines, last) : y;
      const Box *box = &word_line (lines, i)->words[0].box;
      if (parting_band_of (bands, y) != parting_band_of (bands, above))
        n_parted++;
      else if (y - above >= box->y1 - box->y0)
        n_together++;
      last = i;
    }
  gboolean is_open = last < end && parting_band_of (bands, middle_of (lines, last)) == bands->len;
  if (n_parted < MIN_PARTED || n_together > 0 || is_open)
    g_clear_pointer (&bands, g_array_unref);
  return bands;
}

/* ---- looks ---- */

static gboolean
is_bold (const WordLine *line)
{
  for (guint i = 0; i < line->n_words; i++)
    if (!line->words[i].is_bold)
      return FALSE;
  return TRUE;
}

/* Returns: the wide fill drawn last behind a line, NULL if there is none. */
static const Fill *
ground_of (const Page *page, const GArray *columns, const GArray *lines, guint line)
{
  double y = middle_of (lines, line);
  for (guint i = page->fills->len; i-- > 0;)
    {
      const Fill *fill = &g_array_index (page->fills, Fill, i);
      if (fill->box.y0 <= y && y < fill->box.y1 && is_wide (columns, &fill->box))
        return fill;
    }
  return NULL;
}

/* Returns (transfer full) (element-type guint32): the colours that lines of figures stand on. */
static GArray *
list_grounds (const Page *page, const GArray *columns, const GArray *lines, guint first, guint end)
{
  GArray *colours = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = first; i < end; i++)
    {
      const Fill *ground
          = anchor_has_figures (word_line (lines, i)) ? ground_of (page, columns, lines, i) : NULL;
      if (ground != NULL)
        g_array_append_val (colours, ground->rgb);
    }
  return colours;
}

static gboolean
has_colour (const GArray *colours, guint32 rgb)
{
  for (guint i = 0; i < colours->len; i++)
    if (g_array_index (colours, guint32, i) == rgb)
      return TRUE;
  return FALSE;
}

/* Whether most lines of figures begin with plain type. */
static gboolean
are_rows_plain (const GArray *lines, guint first, guint end)
{
  guint n = 0, n_bold = 0;
  for (guint i = first; i < end; i++)
    {
      const WordLine *line = word_line (lines, i);
      if (!anchor_has_figures (line))
        continue;
      n++;
      n_bold += line->words[0].is_bold;
    }
  return 2 * n_bold < n;
}

gboolean *
parting_looks (const Page *page, const GArray *lines, guint first, guint end, const GArray *columns)
{
  gboolean *is_apart = g_new0 (gboolean, MAX (end - first, 1));
  gboolean is_plain = are_rows_plain (lines, first, end);
  g_autoptr (GArray) colours = list_grounds (page, columns, lines, first, end);
  for (guint i = first; i < end; i++)
    {
      const Fill *ground = ground_of (page, columns, lines, i);
      is_apart[i - first] = (is_plain && is_bold (word_line (lines, i)))
                            || (ground != NULL && !has_colour (colours, ground->rgb));
    }
  return is_apart;
}
