/* parse/net.c - rules that hang together, and the grid of places that they draw.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Rules that touch or cross belong together.
 * 2. The places where upright rules stand are the borders of a net's columns, those of its flat
 *    rules the borders of its rows.
 * 3. Nets right below each other whose upright rules stand in the same places are one: a table with
 *    a blank between its parts.
 */
#include "parse/net.h"

#include <math.h>
#include <stdlib.h>

#define TOUCH 2.0          /* points: rules this near to each other touch */
#define SAME_LINE 3.0      /* points: rules this near to each other are one border */
#define MIN_LENGTH 4.0     /* points of a rule */
#define MAX_RULES 20000    /* on a page */
#define MAX_PLACES 1000000 /* of a net */
#define MAX_PART_GAP 14.0  /* points between two parts of a table */
#define MIN_SHARED 4       /* borders of two parts of a table that stand in the same places */

static void
net_free (Net *net)
{
  g_array_unref (net->xs);
  g_array_unref (net->ys);
  g_array_unref (net->lines);
  g_free (net);
}

double
net_number (const GArray *numbers, guint i)
{
  return g_array_index (numbers, double, i);
}

static double
last_number (const GArray *numbers)
{
  return net_number (numbers, numbers->len - 1);
}

/* ---- rules that hang together ---- */

static int
compare_lefts (gconstpointer a, gconstpointer b)
{
  double left = ((const NetLine *) a)->box.x0, right = ((const NetLine *) b)->box.x0;
  return (left > right) - (left < right);
}

static GArray *
list_lines (const Page *page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (NetLine));
  for (guint i = 0; i < page->rules->len && page->rules->len <= MAX_RULES; i++)
    {
      NetLine line = { .box = g_array_index (page->rules, Rule, i).box };
      double width = line.box.x1 - line.box.x0, height = line.box.y1 - line.box.y0;
      line.is_flat = width > height;
      if (MAX (width, height) >= MIN_LENGTH)
        g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_lefts);
  for (guint i = 0; i < lines->len; i++)
    g_array_index (lines, NetLine, i).net = i;
  return lines;
}

static guint
root_of (GArray *lines, guint i)
{
  NetLine *all = &g_array_index (lines, NetLine, 0);
  while (all[i].net != i)
    i = all[i].net = all[all[i].net].net;
  return i;
}

static gboolean
touches (const Box *a, const Box *b)
{
  return a->x0 <= b->x1 + TOUCH && b->x0 <= a->x1 + TOUCH && a->y0 <= b->y1 + TOUCH
         && b->y0 <= a->y1 + TOUCH;
}

static void
tie_lines (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    for (guint k = i + 1; k < lines->len; k++)
      {
        const Box *a = &g_array_index (lines, NetLine, i).box,
                  *b = &g_array_index (lines, NetLine, k).box;
        if (b->x0 > a->x1 + TOUCH)
          break;
        if (touches (a, b))
          g_array_index (lines, NetLine, root_of (lines, k)).net = root_of (lines, i);
      }
}

/* ---- borders ---- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return (left > right) - (left < right);
}

/* Makes one of numbers that are nearly the same. */
static void
merge_numbers (GArray *numbers)
{
  guint n = 0;
  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len;)
    {
      double first = net_number (numbers, i), sum = 0;
      guint end = i;
      for (; end < numbers->len && net_number (numbers, end) - first <= SAME_LINE; end++)
        sum += net_number (numbers, end);
      g_array_index (numbers, double, n++) = sum / (end - i);
      i = end;
    }
  g_array_set_size (numbers, n);
}

/* Returns: where a rule begins, or ends if @is_far, along itself. */
static double
end_of_line (const NetLine *line, gboolean is_far)
{
  const Box *box = &line->box;
  return line->is_flat ? (is_far ? box->x1 : box->x0) : (is_far ? box->y1 : box->y0);
}

/* Adds the outermost ends of the flat rules, or of the upright ones, if two of them end there: a
 * table may be open at its sides. */
static void
add_open_end (const Net *net, gboolean is_flat, gboolean is_far, GArray *borders)
{
  double outermost = is_far ? -G_MAXDOUBLE : G_MAXDOUBLE;
  guint n = 0;
  for (guint i = 0; i < net->lines->len; i++)
    {
      const NetLine *line = &g_array_index (net->lines, NetLine, i);
      double end = end_of_line (line, is_far);
      if (line->is_flat == is_flat)
        outermost = is_far ? MAX (outermost, end) : MIN (outermost, end);
    }
  for (guint i = 0; i < net->lines->len; i++)
    {
      const NetLine *line = &g_array_index (net->lines, NetLine, i);
      n += line->is_flat == is_flat && fabs (end_of_line (line, is_far) - outermost) <= SAME_LINE;
    }
  if (n >= 2)
    g_array_append_val (borders, outermost);
}

static void
find_borders (Net *net)
{
  for (guint i = 0; i < net->lines->len; i++)
    {
      const NetLine *line = &g_array_index (net->lines, NetLine, i);
      double x = (line->box.x0 + line->box.x1) / 2, y = (line->box.y0 + line->box.y1) / 2;
      if (line->is_flat)
        g_array_append_val (net->ys, y);
      else
        g_array_append_val (net->xs, x);
    }
  for (guint far = 0; far < 2; far++)
    {
      add_open_end (net, TRUE, far == 1, net->xs);
      add_open_end (net, FALSE, far == 1, net->ys);
    }
  merge_numbers (net->xs);
  merge_numbers (net->ys);
}

/* Returns (element-type Net): the nets of the page's rules. */
static GPtrArray *
list_nets (GArray *lines)
{
  GPtrArray *nets = g_ptr_array_new_with_free_func ((GDestroyNotify) net_free);
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      gpointer root = GUINT_TO_POINTER (root_of (lines, i) + 1);
      Net *net = g_hash_table_lookup (by_root, root);
      if (net == NULL)
        {
          net = g_new0 (Net, 1);
          net->xs = g_array_new (FALSE, FALSE, sizeof (double));
          net->ys = g_array_new (FALSE, FALSE, sizeof (double));
          net->lines = g_array_new (FALSE, FALSE, sizeof (NetLine));
          g_hash_table_insert (by_root, root, net);
          g_ptr_array_add (nets, net);
        }
      g_array_append_val (net->lines, g_array_index (lines, NetLine, i));
    }
  for (guint i = 0; i < nets->len; i++)
    find_borders (g_ptr_array_index (nets, i));
  return nets;
}

/* ---- parts of one table ---- */

static int
compare_nets (gconstpointer a, gconstpointer b)
{
  const Net *left = *(Net *const *) a, *right = *(Net *const *) b;
  double dy = net_number (left->ys, 0) - net_number (right->ys, 0);
  double dx = net_number (left->xs, 0) - net_number (right->xs, 0);
  return fabs (dy) > SAME_LINE ? (dy > 0) - (dy < 0) : (dx > 0) - (dx < 0);
}

/* Returns: how many of @some stand where one of @all does. */
static guint
count_shared (const GArray *some, const GArray *all)
{
  guint n = 0;
  for (guint i = 0; i < some->len; i++)
    for (guint k = 0; k < all->len; k++)
      if (fabs (net_number (some, i) - net_number (all, k)) <= SAME_LINE)
        {
          n++;
          break;
        }
  return n;
}

/* Whether @below carries @above on: it stands right below it and one's borders are the other's. */
static gboolean
carries_on (const Net *above, const Net *below)
{
  double gap = net_number (below->ys, 0) - last_number (above->ys);
  if (gap < -SAME_LINE || gap > MAX_PART_GAP)
    return FALSE;
  guint n = MIN (above->xs->len, below->xs->len);
  return n >= MIN_SHARED
         && MAX (count_shared (above->xs, below->xs), count_shared (below->xs, above->xs)) >= n;
}

static void
join_parts (GPtrArray *nets)
{
  for (guint i = 0; i < nets->len; i++)
    for (guint k = i + 1; k < nets->len;)
      {
        Net *above = g_ptr_array_index (nets, i), *below = g_ptr_array_index (nets, k);
        if (!carries_on (above, below))
          {
            k++;
            continue;
          }
        g_array_append_vals (above->xs, below->xs->data, below->xs->len);
        g_array_append_vals (above->ys, below->ys->data, below->ys->len);
        g_array_append_vals (above->lines, below->lines->data, below->lines->len);
        merge_numbers (above->xs);
        merge_numbers (above->ys);
        g_ptr_array_remove_index (nets, k);
        k = i + 1;
      }
}

/* ---- the page ---- */

guint
net_nearest (const GArray *borders, double at)
{
  guint best = 0;
  for (guint i = 1; i < borders->len; i++)
    if (fabs (net_number (borders, i) - at) < fabs (net_number (borders, best) - at))
      best = i;
  return best;
}

guint
net_place (const GArray *borders, double at)
{
  if (at < net_number (borders, 0))
    return borders->len;
  for (guint i = 0; i + 1 < borders->len; i++)
    if (at < net_number (borders, i + 1))
      return i;
  return borders->len;
}

GPtrArray *
nets_find (const Page *page)
{
  g_autoptr (GArray) lines = list_lines (page);
  tie_lines (lines);
  GPtrArray *nets = list_nets (lines);
  for (guint i = nets->len; i > 0; i--)
    {
      const Net *net = g_ptr_array_index (nets, i - 1);
      if (net->xs->len < 2 || net->ys->len < 2 || net->xs->len > MAX_PLACES / net->ys->len)
        g_ptr_array_remove_index (nets, i - 1);
    }
  g_ptr_array_sort (nets, compare_nets);
  join_parts (nets);
  return nets;
}
