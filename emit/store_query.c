/* emit/store_query.c - what analysts ask a store: series and revisions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First the series that are meant are found, then each is asked for by itself: so the database
 * looks at its rows alone.
 */
#include "emit/store_report.h"

/* A series of one publisher. */
typedef struct
{
  char *publisher, *series; /* owned */
} SeriesKey;

static void
clear_key (gpointer data)
{
  SeriesKey *key = data;
  g_free (key->publisher);
  g_free (key->series);
}

/* Returns (transfer full) (element-type SeriesKey): the series that are meant, by publisher. */
static GArray *
list_series (Store *store, const StoreQuestion *question, GError **error)
{
  g_autoptr (GString) statement
      = g_string_new ("SELECT DISTINCT i.publisher, i.series FROM indicator i JOIN report p "
                      "ON p.reading_id = i.reading_id WHERE i.series <> ''");
  if (question->ref != NULL)
    g_string_append (statement, " AND (i.ref = $1 OR i.canonical_id = $1)");
  if (question->authority != NULL)
    g_string_append (statement, question->ref != NULL
                                    ? " AND (p.authority = $2 OR p.authority_code = $2)"
                                    : " AND (p.authority = $1 OR p.authority_code = $1)");
  g_string_append (statement, " ORDER BY i.publisher, i.series");

  StoreValue arguments[2];
  guint n_arguments = 0;
  if (question->ref != NULL)
    arguments[n_arguments++] = STORE_TEXT_VALUE (question->ref);
  if (question->authority != NULL)
    arguments[n_arguments++] = STORE_TEXT_VALUE (question->authority);
  StoreRows *rows
      = store->driver->query (store->database, statement->str, arguments, n_arguments, error);
  if (rows == NULL)
    return NULL;

  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SeriesKey));
  g_array_set_clear_func (keys, clear_key);
  g_autoptr (GError) reason = NULL;
  while (store->driver->next (rows, &reason))
    {
      SeriesKey key
          = { g_strdup (store->driver->text (rows, 0)), g_strdup (store->driver->text (rows, 1)) };
      g_array_append_val (keys, key);
    }
  store->driver->done (rows);
  if (reason == NULL)
    return g_steal_pointer (&keys);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/* The columns of StoreFigure, in its order. */
static const char *const figure_columns[] = {
  "authority",     "authority_code",
  "ref",           "name",
  "canonical_id",  "unit",
  "measure",       "component",
  "period",        "period_start",
  "period_end",    "value",
  "status",        "raw",
  "report_id",     "vintage",
  "earlier_value", "earlier_report_id",
};

G_STATIC_ASSERT (sizeof (StoreFigure) == G_N_ELEMENTS (figure_columns) * sizeof (const char *));

static void
visit_row (Store *store, StoreRows *rows, StoreFigureFunc visit, gpointer data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  StoreFigure figure;
  const char **members = (const char **) &figure;
  for (guint i = 0; i < G_N_ELEMENTS (figure_columns); i++)
    {
      char *text = g_strdup (store->driver->text (rows, i));
      g_ptr_array_add (owned, text);
      members[i] = text;
    }
  visit (&figure, data);
}

static gboolean
visit_series (Store *store, const char *statement, const SeriesKey *key, const char *as_of,
              StoreFigureFunc visit, gpointer data, GError **error)
{
  const StoreValue arguments[] = { STORE_TEXT_VALUE (key->publisher),
                                   STORE_TEXT_VALUE (key->series), STORE_TEXT_VALUE (as_of) };
  StoreRows *rows
      = store->driver->query (store->database, statement, arguments, as_of != NULL ? 3 : 2, error);
  if (rows == NULL)
    return FALSE;

  g_autoptr (GError) reason = NULL;
  while (store->driver->next (rows, &reason))
    visit_row (store, rows, visit, data);
  store->driver->done (rows);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Visits the rows of the view as_of that meet @condition. */
static gboolean
visit_all (Store *store, const StoreQuestion *question, const char *condition,
           StoreFigureFunc visit, gpointer data, GError **error)
{
  g_autoptr (GArray) keys = list_series (store, question, error);
  if (keys == NULL)
    return FALSE;

  g_autoptr (GString) statement = g_string_new ("SELECT ");
  for (guint i = 0; i < G_N_ELEMENTS (figure_columns); i++)
    g_string_append_printf (statement, "%s%s", i > 0 ? ", " : "", figure_columns[i]);
  g_string_append_printf (statement,
                          " FROM as_of WHERE publisher = $1 AND series = $2 AND %s "
                          "ORDER BY unit, measure, component, period_start, period, vintage",
                          condition);
  for (guint i = 0; i < keys->len; i++)
    if (!visit_series (store, statement->str, &g_array_index (keys, SeriesKey, i), question->as_of,
                       visit, data, error))
      return FALSE;
  return TRUE;
}

gboolean
store_each_figure (Store *store, const StoreQuestion *question, StoreFigureFunc visit,
                   gpointer data, GError **error)
{
  return visit_all (store, question,
                    question->as_of == NULL
                        ? "valid_to IS NULL"
                        : "valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)",
                    visit, data, error);
}

gboolean
store_each_revision (Store *store, const StoreQuestion *question, StoreFigureFunc visit,
                     gpointer data, GError **error)
{
  return visit_all (store, question,
                    question->as_of == NULL ? STORE_REVISED : STORE_REVISED " AND vintage <= $3",
                    visit, data, error);
}
