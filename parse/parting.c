/* parse/parting.c - what is drawn around the lines of a table that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/parting.h"

#include "parse/anchor.h"

#define WIDE_SHARE 0.5 /* of the table's width that a rule or a ground takes up */

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
