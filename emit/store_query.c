/* emit/store_query.c - what analysts ask a store: series and revisions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First the series that are meant are found, then each is asked for by itself: so the database
 * looks at its rows alone.  Which row is the latest of a figure is found while they go by, for the
 * window functions of the view as_of cost ten times as much.
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

/* A StoreVisit. */
static gboolean
append_key (const StoreDriver *driver, StoreRows *rows, gpointer data, G_GNUC_UNUSED GError **error)
{
  SeriesKey key = { g_strdup (driver->text (rows, 0)), g_strdup (driver->text (rows, 1)) };
  g_array_append_val ((GArray *) data, key);
  return TRUE;
}

/* Returns (transfer full) (element-type SeriesKey): the series that are meant, by publisher. */
static GArray *
list_series (Store *store, const StoreQuestion *question, GError **error)
{
  g_autoptr (GString) statement
      = g_string_new ("SELECT DISTINCT publisher, series FROM known_as WHERE series <> ''");
  if (question->ref != NULL)
    g_string_append (statement, " AND (ref = $1 OR canonical_id = $1)");
  if (question->authority != NULL)
    g_string_append (statement, question->ref != NULL
                                    ? " AND (authority = $2 OR authority_code = $2)"
                                    : " AND (authority = $1 OR authority_code = $1)");
  g_string_append (statement, " ORDER BY publisher, series");

  StoreValue arguments[2];
  guint n_arguments = 0;
  if (question->ref != NULL)
    arguments[n_arguments++] = STORE_TEXT_VALUE (question->ref);
  if (question->authority != NULL)
    arguments[n_arguments++] = STORE_TEXT_VALUE (question->authority);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SeriesKey));
  g_array_set_clear_func (keys, clear_key);
  return store_each_row (store, statement->str, arguments, n_arguments, append_key, keys, error)
             ? g_steal_pointer (&keys)
             : NULL;
}

/* --- the figures of a series --- */

/* The first members of StoreFigure, in its order. */
static const char *const figure_columns[] = {
  "authority", "authority_code", "ref",          "name",       "canonical_id", "unit",   "measure",
  "component", "period",         "period_start", "period_end", "value",        "status", "raw",
  "report_id", "vintage",
};

G_STATIC_ASSERT (offsetof (StoreFigure, earlier)
                 == G_N_ELEMENTS (figure_columns) * sizeof (const char *));

/* What tells a figure from the others of its series: a year to date is another in each month's
 * report. */
static const gsize figure_keys[]
    = { offsetof (StoreFigure, unit), offsetof (StoreFigure, measure),
        offsetof (StoreFigure, component), offsetof (StoreFigure, period),
        offsetof (StoreFigure, period_end) };

#define TEXT_OF(figure, offset) G_STRUCT_MEMBER (const char *, figure, offset)

/* Rows come figure by figure, each by vintage, and of one report the first place last. */
typedef struct
{
  gboolean wants_revisions; /* else the latest */
  StoreFigureFunc visit;
  gpointer data;
  StoreFigure before, held; /* of one figure: what an earlier report printed, and the row to judge;
                             * all NULL if there is none */
} Reader;

static void
forget_figure (StoreFigure *figure)
{
  const char **members = (const char **) figure;
  for (gsize i = 0; i < G_N_ELEMENTS (figure_columns); i++)
    g_free ((char *) members[i]);
  *figure = (StoreFigure){ NULL };
}

static gboolean
is_same_figure (const StoreFigure *a, const StoreFigure *b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figure_keys); i++)
    if (!g_str_equal (TEXT_OF (a, figure_keys[i]), TEXT_OF (b, figure_keys[i])))
      return FALSE;
  return TRUE;
}

/* The ends of what a printed value stands for. */
static void
set_ends (const char *value, gboolean is_count, Decimal *low, Decimal *high)
{
  Decimal decimal = { 0, 0 };
  decimal_parse (value, &decimal);
  *low = *high = decimal;
  if ((is_count && decimal.scale == 0) || decimal.scale == DECIMAL_MAX_DIGITS
      || ABS (decimal.mantissa) > G_MAXINT64 / 100)
    return;
  *low = (Decimal){ decimal.mantissa * 10 - 5, decimal.scale + 1 };
  *high = (Decimal){ decimal.mantissa * 10 + 5, decimal.scale + 1 };
}

/* Returns: whether more than rounding tells the two apart. */
static gboolean
is_revised (const StoreFigure *before, const StoreFigure *now)
{
  gboolean is_count = g_str_equal (now->unit, unit_code (UNIT_COUNT));
  Decimal low_before, high_before, low, high;
  set_ends (before->value, is_count, &low_before, &high_before);
  set_ends (now->value, is_count, &low, &high);
  return decimal_compare (low, high_before) > 0 || decimal_compare (low_before, high) > 0;
}

/* What the held row tells, once no other of its report comes. */
static void
judge_held (Reader *reader)
{
  if (reader->before.value == NULL || !is_revised (&reader->before, &reader->held))
    return;
  reader->held.earlier = reader->before.value;
  reader->held.earlier_id = reader->before.report_id;
  reader->visit (&reader->held, reader->data);
}

/* Takes the next row, or none behind the last. */
static void
take_row (Reader *reader, StoreFigure *row)
{
  gboolean goes_on
      = row != NULL && reader->held.value != NULL && is_same_figure (&reader->held, row);
  gboolean is_same_report = goes_on && g_str_equal (reader->held.report_id, row->report_id);
  if (reader->held.value != NULL && !is_same_report)
    {
      if (reader->wants_revisions)
        judge_held (reader);
      else if (!goes_on)
        reader->visit (&reader->held, reader->data);
      forget_figure (&reader->before);
      reader->before = reader->held;
      reader->held = (StoreFigure){ NULL };
    }
  if (!goes_on)
    forget_figure (&reader->before);
  forget_figure (&reader->held);
  if (row != NULL)
    reader->held = *row;
}

/* A StoreVisit. */
static gboolean
read_row (const StoreDriver *driver, StoreRows *rows, gpointer data, G_GNUC_UNUSED GError **error)
{
  StoreFigure figure = { NULL };
  const char **members = (const char **) &figure;
  for (guint i = 0; i < G_N_ELEMENTS (figure_columns); i++)
    members[i] = g_strdup (driver->text (rows, i));
  take_row (data, &figure);
  return TRUE;
}

static gboolean
read_series (Store *store, const char *statement, const SeriesKey *key, const char *as_of,
             Reader *reader, GError **error)
{
  const StoreValue arguments[] = { STORE_TEXT_VALUE (key->publisher),
                                   STORE_TEXT_VALUE (key->series), STORE_TEXT_VALUE (as_of) };
  gboolean ok = store_each_row (store, statement, arguments, as_of != NULL ? 3 : 2, read_row,
                                reader, error);
  take_row (reader, NULL);
  return ok;
}

static gboolean
read_all (Store *store, const StoreQuestion *question, Reader *reader, GError **error)
{
  g_autoptr (GArray) keys = list_series (store, question, error);
  if (keys == NULL)
    return FALSE;

  g_autoptr (GString) statement = g_string_new ("SELECT ");
  for (guint i = 0; i < G_N_ELEMENTS (figure_columns); i++)
    g_string_append_printf (statement, "%s%s", i > 0 ? ", " : "", figure_columns[i]);
  g_string_append_printf (statement,
                          " FROM vintages WHERE publisher = $1 AND series = $2 "
                          "AND value IS NOT NULL%s "
                          "ORDER BY unit, measure, component, period_start, period, period_end, "
                          "vintage, report_id, indicator_no DESC, figure_no DESC",
                          question->as_of != NULL ? " AND vintage <= $3" : "");
  for (guint i = 0; i < keys->len; i++)
    if (!read_series (store, statement->str, &g_array_index (keys, SeriesKey, i), question->as_of,
                      reader, error))
      return FALSE;
  return TRUE;
}

gboolean
store_each_figure (Store *store, const StoreQuestion *question, StoreFigureFunc visit,
                   gpointer data, GError **error)
{
  Reader reader = { .wants_revisions = FALSE, .visit = visit, .data = data };
  return read_all (store, question, &reader, error);
}

gboolean
store_each_revision (Store *store, const StoreQuestion *question, StoreFigureFunc visit,
                     gpointer data, GError **error)
{
  Reader reader = { .wants_revisions = TRUE, .visit = visit, .data = data };
  return read_all (store, question, &reader, error);
}
