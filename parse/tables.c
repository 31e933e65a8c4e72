/* parse/tables.c - the tables of any page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Where rules cross is a table, or a picture (parse/net.h).
 * 2. Elsewhere lines of several pieces that stand below each other may be one (parse/run.h).
 * 3. What is drawn and what is aligned tell its columns, rows and cells (parse/cells.h).
 * 4. What these look like tells whether it is one (parse/tabular.h).
 *
 * A page whose words run up or down is turned first (parse/turn.h).
 */
#include "parse/tables.h"

#include "parse/beside.h"
#include "parse/cells.h"
#include "parse/net.h"
#include "parse/picture.h"
#include "parse/run.h"
#include "parse/tabular.h"
#include "parse/turn.h"

static int
compare_tables (gconstpointer a, gconstpointer b)
{
  const Table *left = *(Table *const *) a, *right = *(Table *const *) b;
  gboolean is_beside = left->box.y0 < right->box.y1 && right->box.y0 < left->box.y1;
  double d = is_beside ? left->box.x0 - right->box.x0 : left->box.y0 - right->box.y0;
  return (d > 0) - (d < 0);
}

static void
add_table (GPtrArray *tables, const Region *region, gboolean is_drawn)
{
  g_autoptr (Table) table = cells_read (region);
  if (table != NULL && tabular_is (table, is_drawn))
    g_ptr_array_add (tables, g_steal_pointer (&table));
}

/* Returns: the box around the rules of a net. */
static Box
net_box (const Net *net)
{
  Box box = { 0, 0, 0, 0 };
  for (guint i = 0; i < net->lines->len; i++)
    box = box_union (box, g_array_index (net->lines, NetLine, i).box);
  return box;
}

/* Adds the tables within nets of rules; @taken gets the places that no others can be in. */
static void
add_drawn (GPtrArray *tables, const Page *page, GArray *taken)
{
  g_autoptr (GPtrArray) nets = nets_find (page);
  for (guint i = 0; i < nets->len; i++)
    {
      const Net *net = g_ptr_array_index (nets, i);
      if (net->xs->len == 2 && net->ys->len == 2)
        continue; /* a frame */
      Box box = net_box (net);
      g_autoptr (Region) region = region_new (page, box);
      guint n = tables->len;
      gboolean is_picture = picture_is (region);
      if (!is_picture)
        add_table (tables, region, TRUE);
      if (is_picture || tables->len > n)
        g_array_append_val (taken, box);
    }
}

static gboolean
touches_one (const Box *box, const GArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const Box *other = &g_array_index (others, Box, i);
      if (other->x0 < box->x1 && box->x0 < other->x1 && other->y0 < box->y1 && box->y0 < other->y1)
        return TRUE;
    }
  return FALSE;
}

/* Adds the table that stands in @box, or those that stand there side by side. */
static void
add_aligned (GPtrArray *tables, const Page *page, Box box)
{
  g_autoptr (Region) region = region_new (page, box);
  double x = 0;
  if (!beside_find (region, &x))
    {
      add_table (tables, region, FALSE);
      return;
    }
  g_autoptr (Region) left = region_new (page, (Box){ box.x0, box.y0, x, box.y1 });
  add_table (tables, left, FALSE);
  add_aligned (tables, page, (Box){ x, box.y0, box.x1, box.y1 });
}

/* Returns (element-type Table): the tables of an upright page. */
static GPtrArray *
find_upright (const Page *page)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Box));
  add_drawn (tables, page, taken);
  g_autoptr (GArray) pictures = picture_boxes (page);
  g_autoptr (GArray) boxes = run_boxes (page, taken);
  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);
      if (!touches_one (box, pictures))
        add_aligned (tables, page, *box);
    }
  g_ptr_array_sort (tables, compare_tables);
  return tables;
}

/* Makes a table of a turned page one of the page as it was. */
static void
turn_table_back (const Turn *turn, const Page *turned, const Page *page, Table *table)
{
  table->box = turn_back (turn, table->box);
  for (guint i = 0; i < table->cells->len; i++)
    {
      TableCell *cell = g_ptr_array_index (table->cells, i);
      cell->box = turn_back (turn, cell->box);
      for (guint k = 0; k < cell->words->len; k++)
        {
          const Word *word = g_ptr_array_index (cell->words, k);
          gsize index = (gsize) (word - (const Word *) (gpointer) turned->words->data);
          g_ptr_array_index (cell->words, k) = &g_array_index (page->words, Word, index);
        }
    }
}

GPtrArray *
tables_find (const Page *page)
{
  Turn turn = turn_of_page (page);
  if (turn.rotation == 0 && turn.sx == 1)
    return find_upright (page);

  g_autoptr (Page) turned = turn_page (&turn, page);
  GPtrArray *tables = find_upright (turned);
  for (guint i = 0; i < tables->len; i++)
    turn_table_back (&turn, turned, page, g_ptr_array_index (tables, i));
  return tables;
}
