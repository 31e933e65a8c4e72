/* emit/store_report.c - a report as rows of the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/store_report.h"

#include <stdbool.h>
#include <string.h>

/* --- writing --- */

typedef struct
{
  const StoreTable *table;
  const Report *report;
  gint64 reading;
  guint next; /* the index of the next item */
} RowMaker;

/* Returns (nullable): the item of that index, NULL behind the last. */
static gconstpointer
item_at (const StoreTable *table, const Report *report, guint index)
{
  if (table->number == NULL)
    return index == 0 ? report : NULL;
  return index < report_n_elements (report, table->part)
             ? report_element (report, table->part, index)
             : NULL;
}

/* A StoreRowSource. */
static gboolean
make_row (StoreRow *row, gpointer data)
{
  RowMaker *maker = data;
  gconstpointer item = item_at (maker->table, maker->report, maker->next++);
  if (item == NULL)
    return FALSE;

  store_row_begin (row);
  store_row_add_integer (row, maker->reading);
  if (maker->table->number != NULL)
    store_row_add_integer (row, maker->next);
  for (guint i = 0; i < maker->table->n_fields; i++)
    store_field_write (&maker->table->fields[i], maker->report, item, row);
  return TRUE;
}

gboolean
store_write_rows (Store *store, const StoreTable *table, gint64 reading, const Report *report,
                  GError **error)
{
  if (item_at (table, report, 0) == NULL)
    return TRUE;

  RowMaker maker = { table, report, reading, 0 };
  g_autofree char *columns = store_table_columns (table);
  return store->driver->insert (store->database, table->name, columns,
                                store_table_n_columns (table), make_row, &maker, error);
}

/* --- reading --- */

/* Returns (transfer full): what asks for the rows of a reading, each behind its number if it has
 * one.  In no order: a database that keeps them in another would sort whole rows. */
static char *
rows_statement (const StoreTable *table)
{
  g_autofree char *columns = store_table_field_columns (table);
  return g_strdup_printf ("SELECT %s%s%s FROM %s WHERE reading_id = $1",
                          table->number != NULL ? table->number : "",
                          table->number != NULL ? ", " : "", columns, table->name);
}

typedef struct
{
  const Store *store;
  const StoreTable *table;
  Report *report;
  GArray *numbers; /* of gint64: those of the rows, if they have any */
} RowTaker;

/* A StoreVisit. */
static gboolean
take_row (const StoreDriver *driver, StoreRows *rows, gpointer data, GError **error)
{
  const RowTaker *taker = data;
  const StoreTable *table = taker->table;
  gpointer item
      = table->number != NULL ? report_add_element (taker->report, table->part) : taker->report;
  guint column = 0;
  if (table->number != NULL)
    {
      gint64 number = driver->integer (rows, column++);
      g_array_append_val (taker->numbers, number);
    }
  for (guint i = 0; i < table->n_fields; i++)
    {
      const StoreField *field = &table->fields[i];
      if (!store_field_read (field, driver, rows, column, item))
        return store_fail (taker->store->name, error, "table %s, column %s: holds no such value",
                           table->name, field->name);
      column += store_field_n_columns (field);
    }
  return TRUE;
}

/* Whether @numbers count from 1 without a gap, in whatever order. */
static gboolean
is_count (const GArray *numbers)
{
  g_autofree bool *is_taken = g_new0 (bool, numbers->len);
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      if (number < 1 || number > numbers->len || is_taken[number - 1])
        return FALSE;
      is_taken[number - 1] = true;
    }
  return TRUE;
}

/* Puts the last elements, as many as there are @numbers, where these say. */
static void
put_in_order (Report *report, ReportPart part, GArray *numbers)
{
  guint first = report_n_elements (report, part) - numbers->len;
  for (guint i = 0; i < numbers->len; i++)
    for (guint to; (to = (guint) g_array_index (numbers, gint64, i) - 1) != i;)
      {
        report_swap_elements (report, part, first + i, first + to);
        g_array_index (numbers, gint64, i) = g_array_index (numbers, gint64, to);
        g_array_index (numbers, gint64, to) = to + 1;
      }
}

gboolean
store_read_rows (Store *store, const StoreTable *table, gint64 reading, Report *report,
                 GError **error)
{
  g_autofree char *statement = rows_statement (table);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  const StoreValue argument = STORE_INT_VALUE (reading);
  RowTaker taker = { store, table, report, numbers };
  if (!store_each_row (store, statement, &argument, 1, take_row, &taker, error))
    return FALSE;
  if (!is_count (numbers))
    return store_fail (store->name, error, "table %s, column %s: does not count from 1 on",
                       table->name, table->number);
  if (numbers->len > 0)
    put_in_order (report, table->part, numbers);
  return TRUE;
}

gboolean
store_add_findings (Store *store, StoreFindings which, Report *report, GError **error)
{
  const StoreValue arguments[]
      = { STORE_TEXT_VALUE (report->source.sha256), STORE_INT_VALUE (store->setting) };
  g_autoptr (GArray) readings
      = store_list_readings (store,
                             "SELECT reading_id FROM reading WHERE source_sha256 = $1 "
                             "AND setting_id = $2 AND state = 'done'",
                             arguments, G_N_ELEMENTS (arguments), error);
  if (readings == NULL)
    return FALSE;
  const StoreTable *table = which == STORE_OF_ONE ? STORE_TABLE_OF_FINDINGS : &store_comparisons;
  return readings->len == 0
         || store_read_rows (store, table, g_array_index (readings, gint64, 0), report, error);
}

/* What names an indicator that is not there would be met as a broken promise later. */
static gboolean
names_its_indicators (const Report *report)
{
  int n_indicators = (int) report->indicators->len;
  gboolean ok = TRUE;
  for (guint i = 0; i < report->figures->len; i++)
    ok = ok && report_figure (report, i)->indicator < n_indicators
         && report_figure (report, i)->indicator >= 0;
  for (guint i = 0; i < report->texts->len; i++)
    ok = ok && report_text (report, i)->indicator < n_indicators;
  for (guint i = 0; i < report->findings->len; i++)
    ok = ok && report_finding (report, i)->indicator < n_indicators;
  return ok;
}

Report *
store_read_report (Store *store, gint64 reading, GError **error)
{
  const Source unknown = { NULL, NULL };
  g_autoptr (Report) report = report_new (&unknown);
  for (gsize i = 0; i < N_STORE_TABLES; i++)
    if (!store_read_rows (store, &store_tables[i], reading, report, error))
      return NULL;
  if (!store_read_rows (store, &store_comparisons, reading, report, error))
    return NULL;
  if (names_its_indicators (report))
    return g_steal_pointer (&report);

  store_fail (store->name, error,
              "reading %" G_GINT64_FORMAT ": names an indicator that is not there", reading);
  return NULL;
}

/* A StoreVisit. */
static gboolean
append_id (const StoreDriver *driver, StoreRows *rows, gpointer data, G_GNUC_UNUSED GError **error)
{
  gint64 reading = driver->integer (rows, 0);
  g_array_append_val ((GArray *) data, reading);
  return TRUE;
}

GArray *
store_list_readings (Store *store, const char *statement, const StoreValue *arguments,
                     guint n_arguments, GError **error)
{
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (gint64));
  return store_each_row (store, statement, arguments, n_arguments, append_id, readings, error)
             ? g_steal_pointer (&readings)
             : NULL;
}
