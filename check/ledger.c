/* check/ledger.c - what the reports of one authority have printed so far.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Gather what the report prints, and what it means by its references.
 * 2. Hold that against the ledger, which knows the reports before.
 * 3. Enter it.
 */
#include "check/ledger.h"

#include <string.h>

#define KEY_GAP "\x1f" /* in no text of a report, for they are printed */

static void
vintage_free (gpointer data)
{
  Vintage *vintage = data;
  g_free (vintage->name);
  g_free (vintage);
}

static void
print_free (gpointer data)
{
  Print *print = data;
  interval_clear (&print->interval);
  g_free (print);
}

static void
meaning_free (gpointer data)
{
  Meaning *meaning = data;
  g_free (meaning->canonical_id);
  g_free (meaning->text);
  g_free (meaning);
}

static GHashTable *
new_prints (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, print_free);
}

static GHashTable *
new_meanings (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, meaning_free);
}

Ledger *
ledger_new (void)
{
  Ledger *ledger = g_new0 (Ledger, 1);
  ledger->vintages = g_ptr_array_new_with_free_func (vintage_free);
  ledger->prints = new_prints ();
  ledger->meanings = new_meanings ();
  return ledger;
}

void
ledger_free (Ledger *ledger)
{
  if (ledger == NULL)
    return;

  g_hash_table_unref (ledger->prints);
  g_hash_table_unref (ledger->meanings);
  g_ptr_array_unref (ledger->vintages);
  g_free (ledger);
}

/* A year to date is another figure in each month's report. */
char *
ledger_key (const Report *report, const Figure *figure, Measure measure, Period period, Unit unit)
{
  const Indicator *indicator = report_indicator (report, (guint) figure->indicator);
  g_autofree char *series = indicator_dup_series (indicator);
  g_autofree char *about = period_format (period);
  g_autofree char *until = measure == MEASURE_YTD ? period_format (report->period) : g_strdup ("");
  if (series[0] == '\0' || period.kind == PERIOD_NONE)
    return NULL;
  return g_strjoin (KEY_GAP, series, measure_code (measure), component_code (figure->component),
                    unit_code (unit), about, until, NULL);
}

/* --- gathering --- */

static gboolean
is_of_ledger (const Figure *figure)
{
  gboolean is_own = figure->measure == MEASURE_ACTUAL || figure->measure == MEASURE_YTD
                    || figure->measure == MEASURE_ANNUAL;
  return is_own && proof_can_judge (figure);
}

/* The month that the figure counts as of, where its heading is a misprint. */
static Period
period_of (const Check *check, const Figure *figure)
{
  return series_month_of (proof_series (check, figure), figure);
}

static void
gather_print (Comparing *comparing, const Figure *figure)
{
  const Check *check = &comparing->check;
  g_autofree char *key = ledger_key (check->report, figure, figure->measure,
                                     period_of (check, figure), proof_unit (check, figure));
  if (key == NULL)
    return;
  Print *earlier = g_hash_table_lookup (comparing->prints, key);
  if (earlier != NULL)
    {
      earlier->is_torn = earlier->is_torn || decimal_compare (earlier->value, figure->value) != 0;
      return;
    }
  Print *print = g_new0 (Print, 1);
  print->vintage = comparing->vintage;
  print->key = key;
  print->figure = figure;
  print->value = figure->value;
  print->interval = proof_interval (check, figure);
  g_hash_table_insert (comparing->prints, g_steal_pointer (&key), print);
}

/* Returns (transfer full): the indicator's definition, folded so that how it is set does not
 * matter; "" if none is printed. */
static char *
dup_definition (const Report *report, guint indicator)
{
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < report->texts->len; i++)
    {
      const Text *text = report_text (report, i);
      if (text->indicator != (int) indicator || text->kind != TEXT_DEFINITION)
        continue;
      g_autofree char *folded = g_utf8_casefold (text->text, -1);
      for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
        if (g_unichar_isalnum (g_utf8_get_char (at)))
          g_string_append_unichar (words, g_utf8_get_char (at));
    }
  return g_strdup (words->str);
}

static void
gather_meaning (Comparing *comparing, guint index)
{
  const Report *report = comparing->check.report;
  const Indicator *indicator = report_indicator (report, index);
  if (indicator->ref[0] == '\0')
    return;
  g_autofree char *text = dup_definition (report, index);
  Meaning *earlier = g_hash_table_lookup (comparing->meanings, indicator->ref);
  if (earlier != NULL)
    {
      earlier->is_torn = earlier->is_torn
                         || !g_str_equal (earlier->canonical_id, indicator->canonical_id)
                         || earlier->unit != indicator->unit;
      if (earlier->text[0] == '\0')
        {
          g_free (earlier->text);
          earlier->text = g_steal_pointer (&text);
        }
      return;
    }
  Meaning *meaning = g_new0 (Meaning, 1);
  meaning->vintage = comparing->vintage;
  meaning->indicator = (int) index;
  meaning->canonical_id = g_strdup (indicator->canonical_id);
  meaning->unit = indicator->unit;
  meaning->text = g_steal_pointer (&text);
  g_hash_table_insert (comparing->meanings, g_strdup (indicator->ref), meaning);
}

static void
gather (Comparing *comparing)
{
  const Report *report = comparing->check.report;
  for (guint i = 0; i < report->figures->len; i++)
    if (is_of_ledger (report_figure (report, i)))
      gather_print (comparing, report_figure (report, i));
  for (guint i = 0; i < report->indicators->len; i++)
    gather_meaning (comparing, i);
}

/* --- entering --- */

static void
enter (Comparing *comparing)
{
  GHashTableIter all;
  gpointer key = NULL, value = NULL;
  g_hash_table_iter_init (&all, comparing->prints);
  while (g_hash_table_iter_next (&all, &key, &value))
    {
      Print *print = value;
      print->figure = NULL;
      g_hash_table_iter_steal (&all);
      if (print->is_torn)
        {
          g_free (key);
          print_free (print);
          continue;
        }
      g_hash_table_replace (comparing->ledger->prints, key, print);
    }

  g_hash_table_iter_init (&all, comparing->meanings);
  while (g_hash_table_iter_next (&all, &key, &value))
    {
      g_hash_table_iter_steal (&all);
      g_hash_table_replace (comparing->ledger->meanings, key, value);
    }
}

static const Vintage *
add_vintage (Ledger *ledger, const Report *report)
{
  g_autofree char *id = report_dup_id (report);
  g_autofree char *period = period_format (report->period);
  Vintage *vintage = g_new0 (Vintage, 1);
  vintage->name = period[0] != '\0' ? g_strdup_printf ("the report of %s (%s)", period, id)
                                    : g_strdup_printf ("the report %s", id);
  g_ptr_array_add (ledger->vintages, vintage);
  return vintage;
}

void
ledger_compare (Ledger *ledger, Report *report)
{
  g_autoptr (GPtrArray) series = series_of_report (report);
  g_autoptr (GHashTable) prints = new_prints (), meanings = new_meanings ();
  Comparing comparing = { .ledger = ledger,
                          .check = { .report = report, .series = series },
                          .vintage = add_vintage (ledger, report),
                          .prints = prints,
                          .meanings = meanings };
  gather (&comparing);
  compare_revision (&comparing);
  compare_history (&comparing);
  compare_definition (&comparing);
  enter (&comparing);
}
