/* check/revision.c - does the report print another value than an earlier report did?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note: publishers correct figures.  35.8 and 36 may be one figure, so what only rounding tells
 * apart is none.
 */
#include "check/ledger.h"

static void
note (Comparing *comparing, const Figure *figure, const Print *earlier)
{
  g_autofree char *was = decimal_format (earlier->value);
  g_autofree char *is = decimal_format (figure->value);
  g_autofree char *message
      = g_strdup_printf ("%s is printed, and %s printed %s", is, earlier->vintage->name, was);
  g_autofree char *series = indicator_dup_series (
      report_indicator (comparing->check.report, (guint) figure->indicator));
  g_autofree char *group = g_strconcat ("revision ", series, NULL);
  Finding *finding = proof_add (&comparing->check, "revision", SEVERITY_NOTE, figure, message);
  g_autofree char *low = interval_format_low (&earlier->interval, earlier->value.scale + 1);
  g_autofree char *high = interval_format_high (&earlier->interval, earlier->value.scale + 1);
  report_set_text (&finding->expected_low, low);
  report_set_text (&finding->expected_high, high);
  report_set_text (&finding->group, group);
}

static gint
compare_figures (gconstpointer a, gconstpointer b)
{
  const Print *const *first = a, *const *second = b;
  return (first[0]->figure > second[0]->figure) - (first[0]->figure < second[0]->figure);
}

/* Returns (transfer full): what the report prints, in document order: figures stand in an array. */
static GPtrArray *
list_prints (GHashTable *prints)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter all;
  gpointer value = NULL;
  g_hash_table_iter_init (&all, prints);
  while (g_hash_table_iter_next (&all, NULL, &value))
    g_ptr_array_add (list, value);
  g_ptr_array_sort (list, compare_figures);
  return list;
}

void
compare_revision (Comparing *comparing)
{
  g_autoptr (GPtrArray) prints = list_prints (comparing->prints);
  for (guint i = 0; i < prints->len; i++)
    {
      const Print *print = g_ptr_array_index (prints, i);
      const Print *earlier = g_hash_table_lookup (comparing->ledger->prints, print->key);
      if (earlier != NULL && !print->is_torn
          && !interval_meets (&print->interval, &earlier->interval))
        note (comparing, print->figure, earlier);
    }
}
