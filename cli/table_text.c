/* cli/table_text.c - a table as CSV and as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/table_text.h"

#include "emit/csv.h"

/* Returns (transfer container) (element-type TableCell): the cell that begins at each place, by
 * rows; NULL where none does. */
static GPtrArray *
list_places (const Table *table)
{
  GPtrArray *places = g_ptr_array_new ();
  g_ptr_array_set_size (places, (int) (table->n_rows * table->n_columns));
  for (guint i = 0; i < table->cells->len; i++)
    {
      TableCell *cell = g_ptr_array_index (table->cells, i);
      g_ptr_array_index (places, cell->row * table->n_columns + cell->column) = cell;
    }
  return places;
}

char *
table_text_csv (const Table *table)
{
  GString *rows = g_string_new (NULL);
  g_autoptr (GPtrArray) places = list_places (table);
  for (guint i = 0; i < places->len; i++)
    {
      const TableCell *cell = g_ptr_array_index (places, i);
      g_autofree char *text = cell != NULL ? table_cell_text (cell) : g_strdup ("");
      csv_append_field (rows, text, FALSE);
      if ((i + 1) % table->n_columns == 0)
        csv_end_row (rows);
    }
  return g_string_free (rows, FALSE);
}

static void
write_cell (JsonText *json, const TableCell *cell)
{
  g_autofree char *text = cell != NULL ? table_cell_text (cell) : NULL;
  if (cell == NULL || (cell->n_rows == 1 && cell->n_columns == 1))
    {
      json_text_string (json, text);
      return;
    }
  json_text_begin_object (json);
  json_text_member_string (json, "text", text);
  json_text_member_int (json, "colspan", cell->n_columns);
  json_text_member_int (json, "rowspan", cell->n_rows);
  json_text_end_object (json);
}

static void
write_box (JsonText *json, Box box)
{
  const double ends[] = { box.x0, box.y0, box.x1, box.y1 };
  json_text_begin_array (json);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    json_text_real (json, ends[i]);
  json_text_end_array (json);
}

void
table_text_json (JsonText *json, const Table *table)
{
  g_autoptr (GPtrArray) places = list_places (table);
  json_text_begin_object (json);
  json_text_member_int (json, "page", table->page);
  json_text_name (json, "box");
  write_box (json, table->box);
  json_text_name (json, "rows");
  json_text_begin_array (json);
  for (guint i = 0; i < places->len; i++)
    {
      if (i % table->n_columns == 0)
        json_text_begin_array (json);
      write_cell (json, g_ptr_array_index (places, i));
      if ((i + 1) % table->n_columns == 0)
        json_text_end_array (json);
    }
  json_text_end_array (json);
  json_text_end_object (json);
}
