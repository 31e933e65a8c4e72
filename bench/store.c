/* bench/store.c - how fast reports go into a store in a file, and how fast one series comes out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: bench-store URI N < REPORTS.jsonl
 *
 * The checked reports on standard input are loaded again and again, each time as those of another
 * authority or another month, until N are in.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "check/check.h"
#include "emit/store.h"
#include "model/stream.h"

#define MONTHS 100 /* of reports an authority */
#define ASKED 50   /* times the series */

/* Microseconds of processor time, and of the clock. */
static double
cpu_now (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static void
must (gboolean ok, const GError *error)
{
  if (ok)
    return;
  fprintf (stderr, "bench-store: %s\n", error->message);
  exit (EXIT_FAILURE);
}

static GPtrArray *
read_reports (void)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) report_free);
  g_autoptr (StreamReader) reader = stream_reader_new (stdin, "standard input");
  g_auto (StreamItem) item = { NULL };
  while (stream_reader_next (reader, &item, NULL))
    if (item.report != NULL)
      g_ptr_array_add (reports, g_steal_pointer (&item.report));
  return reports;
}

/* Makes the report the @number th of all: of the month after that before it. */
static void
disguise (Report *report, guint number, guint n_forms)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *code = g_strdup_printf ("E%08u", number / MONTHS);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  report_set_text (&report->source.sha256, sha256);
  report_set_text (&report->authority_code, code);
  report->period
      = period_month (2000 + (int) (number % MONTHS / 12), (int) (number % MONTHS % 12) + 1);
  for (guint i = 0; i < report->figures->len; i++)
    if (report_figure (report, i)->period.kind == PERIOD_MONTH && number >= n_forms)
      report_figure (report, i)->period = period_add_months (report_figure (report, i)->period, 1);
}

static void
count (G_GNUC_UNUSED const StoreFigure *figure, gpointer data)
{
  ++*(guint *) data;
}

static gpointer
begin_ledger (void)
{
  return ledger_new ();
}

static void
compare (gpointer ledger, Report *report, gpointer data)
{
  (void) data;
  ledger_compare (ledger, report);
}

static void
end_ledger (gpointer ledger)
{
  ledger_free (ledger);
}

int
main (int argc, char **argv)
{
  static const StoreComparison comparison = { begin_ledger, compare, end_ledger, NULL, NULL, 0 };
  const StoreSettings settings = { RECOUNT_VERSION, "", "" };
  g_autoptr (GPtrArray) reports = read_reports ();
  guint n = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0, n_rows = 0;
  if (n == 0 || reports->len == 0)
    return EXIT_FAILURE;

  g_autoptr (GError) error = NULL;
  g_autoptr (Store) store = store_open (argv[1], STORE_WRITE, &error);
  must (store != NULL && store_begin_run (store, &settings, &error), error);

  gint64 clock = g_get_monotonic_time ();
  double cpu = cpu_now ();
  for (guint i = 0; i < n; i++)
    {
      Report *report = g_ptr_array_index (reports, i % reports->len);
      disguise (report, i, reports->len);
      must (store_add_report (store, report, FALSE, NULL, &error), error);
      n_rows += report->figures->len;
    }
  double seconds = (cpu_now () - cpu) / 1e6;
  printf ("%u reports, %u figures loaded: %.0f figures/s of CPU, %.0f/s by the clock\n", n, n_rows,
          n_rows / seconds, n_rows / ((double) (g_get_monotonic_time () - clock) / 1e6));

  cpu = cpu_now ();
  must (store_settle (store, &comparison, &error), error);
  printf ("settled: %.2f s of CPU\n", (cpu_now () - cpu) / 1e6);

  guint n_figures = 0;
  const StoreQuestion question = { .ref = "M1", .authority = "E00000000" };
  clock = g_get_monotonic_time ();
  cpu = cpu_now ();
  for (guint i = 0; i < ASKED; i++)
    must (store_each_figure (store, &question, count, &n_figures, &error), error);
  printf ("series of %u figures: %.2f ms of CPU, %.2f ms by the clock\n", n_figures / ASKED,
          (cpu_now () - cpu) / 1e3 / ASKED,
          (double) (g_get_monotonic_time () - clock) / 1e3 / ASKED);
  return EXIT_SUCCESS;
}
