/* tests/emit/test_store.c - the same store in both databases.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold is a list, tried on each of them: on SQLite a test for each, on PostgreSQL all
 * with one server.
 */
#include "emit/store.h"

#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>
#include <glib/gstdio.h>

#include "emit/store_report.h"
#include "model/stream.h"
#include "tests/emit/sample.h"
#include "tests/emit/server.h"

/* A folder for what is written, and a store that is empty at first. */
typedef struct
{
  char *folder, *uri;
  Store *store;
} Shop;

static const StoreSettings settings = { "1.0", "", "0" };
static const StoreSettings better = { "1.1", "", "0" };

static void
open_shop (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  shop->store = store_open (shop->uri, STORE_WRITE, &error);
  cr_assert_not_null (shop->store, "%s", error->message);
  cr_assert (store_begin_run (shop->store, &settings, &error), "%s", error->message);
}

/* Returns (transfer full): a report of Harnley of that month whose bytes are known by @digit; A1
 * counts @value in November 2016. */
static Report *
make_report (int month, char digit, const char *value)
{
  Report *report = sample_new ();
  g_autofree char *sha256 = g_strdup (SAMPLE_SHA256);
  sha256[0] = digit;
  report_set_text (&report->source.sha256, sha256);
  report->period = period_month (2016, month);
  sample_add_figure (report, MEASURE_ACTUAL, period_month (2016, 11), value);
  return report;
}

/* Adds such a report; returns whether it was new. */
static gboolean
add (Shop *shop, int month, char digit, const char *value)
{
  g_autoptr (Report) report = make_report (month, digit, value);
  g_autoptr (GError) error = NULL;
  gboolean is_added = FALSE;
  cr_assert (store_add_report (shop->store, report, FALSE, &is_added, &error), "%s",
             error->message);
  return is_added;
}

static void
count_row (G_GNUC_UNUSED const StoreFigure *figure, gpointer data)
{
  ++*(guint *) data;
}

static void
append_value (const StoreFigure *figure, gpointer data)
{
  g_string_append_printf (data, "%s=%s ", figure->period, figure->value);
}

static void
append_revision (const StoreFigure *figure, gpointer data)
{
  g_string_append_printf (data, "%s:%s->%s ", figure->period, figure->earlier, figure->value);
}

/* Returns (transfer full): "PERIOD=VALUE " for each figure of A1. */
static char *
ask (Shop *shop, const char *as_of)
{
  GString *text = g_string_new (NULL);
  const StoreQuestion question = { .ref = "A1", .as_of = as_of };
  g_autoptr (GError) error = NULL;
  cr_assert (store_each_figure (shop->store, &question, append_value, text, &error), "%s",
             error->message);
  return g_string_free (text, FALSE);
}

static char *
ask_revisions (Shop *shop)
{
  GString *text = g_string_new (NULL);
  const StoreQuestion question = { NULL };
  g_autoptr (GError) error = NULL;
  cr_assert (store_each_revision (shop->store, &question, append_revision, text, &error), "%s",
             error->message);
  return g_string_free (text, FALSE);
}

#define expect_answer(call, wanted)                                                                \
  do                                                                                               \
    {                                                                                              \
      g_autofree char *answer = call;                                                              \
      cr_expect_str_eq (answer, wanted);                                                           \
    }                                                                                              \
  while (FALSE)

/* --- what must hold --- */

/* Returns (transfer full): a report with one of everything. */
static Report *
make_full_report (void)
{
  Report *report = make_report (11, '0', "12");
  Figure *figure
      = sample_add_figure (report, MEASURE_TARGET, period_financial_year (2016), "-0.50");
  figure->box = (Box){ 1.1, 2.2 / 3, 3e-7, 400.25 };
  figure->confidence = 0.1 + 0.2;
  figure->has_lower = TRUE;
  figure->lower = (Decimal){ -999999999999999999, 18 };
  figure->row = 0;
  figure->direction = DIRECTION_DOWN;
  report_set_text (&figure->raw, "tab\t, line\n, \\N and \\. '\"%; \303\251");
  figure = sample_add_figure (report, MEASURE_RAG, NO_PERIOD, NULL);
  figure->rating = MEASURE_AMBER;
  figure->status = STATUS_UNREADABLE;
  report_indicator (report, 0)->is_aligned = TRUE;
  Text *text = report_add_text (report);
  text->kind = TEXT_ANALYSIS;
  report_set_text (&text->text, "All is well.");
  report_set_text (&report_add_unplaced (report)->text, "17.5");
  report_add_coverage (report, "twice")->n_checked = -1;
  sample_add_finding (report, SEVERITY_WARNING, "a group", "something");
  report_set_text (&report->tool_version, RECOUNT_VERSION);
  return report;
}

/* Returns (transfer full): all that @report holds. */
static char *
write_all (const Report *report)
{
  char *text = NULL;
  gsize length = 0;
  FILE *out = open_memstream (&text, &length);
  cr_assert (stream_write_report (out, report, NULL));
  fclose (out);
  return text;
}

static void
a_report_comes_back_as_it_went_in (Shop *shop)
{
  g_autoptr (Report) report = make_full_report ();
  g_autoptr (GError) error = NULL;
  cr_assert (store_add_report (shop->store, report, FALSE, NULL, &error), "%s", error->message);
  g_autoptr (Report) back = store_read_report (shop->store, 1, &error);
  cr_assert_not_null (back, "%s", error->message);
  char *in = write_all (report), *out = write_all (back);
  cr_expect_str_eq (out, in);
  free (in);
  free (out);
}

/* Returns (transfer full): a report whose figures alternate between two indicators, which the
 * store keeps apart. */
static Report *
make_alternating (void)
{
  static const char *const values[] = { "1", "2", "3", "4", "5" };
  Report *report = make_report (11, '0', "0");
  report_add_indicator (report);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    sample_add_figure (report, MEASURE_ACTUAL, period_month (2016, 11), values[i])->indicator
        = i % 2 == 0;
  return report;
}

static void
figures_come_back_in_the_order_of_the_document (Shop *shop)
{
  g_autoptr (Report) report = make_alternating ();
  cr_assert (store_add_report (shop->store, report, FALSE, NULL, NULL));
  g_autoptr (Report) back = store_read_report (shop->store, 1, NULL);
  cr_assert_not_null (back);
  cr_assert (eq (uint, back->figures->len, report->figures->len));
  for (guint i = 0; i < back->figures->len; i++)
    cr_expect (eq (i64, report_figure (back, i)->value.mantissa, i));
}

static void
figures_that_do_not_count_from_one_are_refused (Shop *shop)
{
  static const char *const damages[] = {
    "UPDATE figure SET figure_no = 9 WHERE figure_no = 2",
    "UPDATE figure SET figure_no = 0 WHERE figure_no = 1",
    "UPDATE figure SET figure_no = 2 WHERE figure_no = 3",
  };
  g_autoptr (Report) report = make_alternating ();
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      cr_assert (store_add_report (shop->store, report, TRUE, NULL, NULL));
      cr_assert (shop->store->driver->run (shop->store->database, damages[i], NULL));
      g_autoptr (GArray) readings
          = store_list_readings (shop->store, "SELECT reading_id FROM reading", NULL, 0, &error);
      cr_expect_null (store_read_report (shop->store, g_array_index (readings, gint64, 0), &error));
      cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_STORE));
      cr_expect_not_null (strstr (error->message, "figure_no"));
    }
}

static void
the_same_report_changes_nothing (Shop *shop)
{
  cr_expect (add (shop, 11, 'a', "12"));
  cr_expect (not(add (shop, 11, 'a', "12")));
  expect_answer (ask (shop, NULL), "2016-11=12 ");
  expect_answer (ask_revisions (shop), "");
}

static void
another_value_in_a_later_report_is_a_revision (Shop *shop)
{
  add (shop, 12, 'b', "13");
  add (shop, 11, 'a', "12");
  expect_answer (ask_revisions (shop), "2016-11:12->13 ");
  expect_answer (ask (shop, NULL), "2016-11=13 ");
  expect_answer (ask (shop, "2016-12-30"), "2016-11=12 ");
  expect_answer (ask (shop, "2016-12-31"), "2016-11=13 ");
  expect_answer (ask (shop, "2016-10-31"), "");
}

static void
another_value_of_a_better_reading_is_no_revision (Shop *shop)
{
  add (shop, 11, 'a', "12");
  cr_assert (store_begin_run (shop->store, &better, NULL));
  cr_expect (add (shop, 11, 'a', "14"));
  expect_answer (ask_revisions (shop), "");
  expect_answer (ask (shop, NULL), "2016-11=14 ");
}

static void
what_only_rounding_changes_is_no_revision (Shop *shop)
{
  static const char *const values[] = { "12.4", "12.35", "12" };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (Report) report = make_report (10 + (int) i, (char) ('a' + i), values[i]);
      report_figure (report, 0)->unit = UNIT_PERCENT;
      cr_assert (store_add_report (shop->store, report, FALSE, NULL, NULL));
    }
  expect_answer (ask_revisions (shop), "");
}

/* What the first failure of the store says, and how often it was tried. */
static void
append_failure (const StoreFailure *failure, gpointer data)
{
  g_string_append_printf (data, "%s %.1s %s %d %u;", failure->source.path, failure->source.sha256,
                          failure->reason, failure->is_retryable, failure->n_attempts);
}

static void
failures_are_kept_until_the_report_can_be_read (Shop *shop)
{
  g_autoptr (Report) report = make_report (11, 'c', "12");
  cr_assert (store_add_failure (shop->store, &report->source, "it hangs", TRUE, NULL));
  cr_assert (store_add_failure (shop->store, &report->source, "it crashes", FALSE, NULL));
  g_autoptr (GString) failures = g_string_new (NULL);
  cr_assert (store_each_failure (shop->store, append_failure, failures, NULL));
  cr_expect_str_eq (failures->str, "harnley.txt c it crashes 0 2;");
  Reading reading = { READING_NONE, FALSE, 0 };
  cr_assert (store_find_reading (shop->store, report->source.sha256, &reading, NULL));
  cr_expect (eq (int, reading.state, READING_FAILED));
  cr_expect (eq (uint, reading.n_attempts, 2));

  cr_expect (add (shop, 11, 'c', "12"));
  cr_assert (store_add_failure (shop->store, &report->source, "too late", TRUE, NULL));
  g_string_truncate (failures, 0);
  cr_assert (store_each_failure (shop->store, append_failure, failures, NULL));
  cr_expect_str_eq (failures->str, "");
  cr_assert (store_find_reading (shop->store, report->source.sha256, &reading, NULL));
  cr_expect (eq (int, reading.state, READING_DONE));
}

static void
other_settings_know_nothing_of_a_reading (Shop *shop)
{
  g_autoptr (Report) report = make_report (11, 'a', "12");
  add (shop, 11, 'a', "12");
  Reading reading = { READING_DONE, FALSE, 0 };
  cr_assert (store_begin_run (shop->store, &better, NULL));
  cr_assert (store_find_reading (shop->store, report->source.sha256, &reading, NULL));
  cr_expect (eq (int, reading.state, READING_NONE));
}

static void
what_is_read_in_an_earlier_way_again_counts_again (Shop *shop)
{
  g_autoptr (Report) report = make_report (11, 'a', "12");
  const StoreSettings usual = { RECOUNT_VERSION, "usual", "" };
  cr_assert (store_begin_run (shop->store, &usual, NULL));
  add (shop, 11, 'a', "12");
  cr_assert (store_begin_run (shop->store, &better, NULL));
  add (shop, 11, 'a', "14");
  cr_assert (store_begin_run (shop->store, &usual, NULL));
  Reading reading = { READING_DONE, FALSE, 0 };
  cr_assert (store_find_reading (shop->store, report->source.sha256, &reading, NULL));
  cr_expect (eq (int, reading.state, READING_NONE));
  cr_expect (add (shop, 11, 'a', "12"));
  expect_answer (ask (shop, NULL), "2016-11=12 ");
  cr_assert (store_find_reading (shop->store, report->source.sha256, &reading, NULL));
  cr_expect (eq (int, reading.state, READING_DONE));
}

static void
a_forced_reading_takes_the_place_of_the_old (Shop *shop)
{
  add (shop, 11, 'a', "12");
  g_autoptr (Report) report = make_report (11, 'a', "15");
  gboolean is_added = FALSE;
  cr_assert (store_add_report (shop->store, report, TRUE, &is_added, NULL));
  cr_expect (is_added);
  expect_answer (ask (shop, NULL), "2016-11=15 ");
}

/* Returns (transfer full): the files of the package of the store, one behind the other. */
static char *export(Shop *shop)
{
  g_autofree char *folder = g_build_filename (shop->folder, "package", NULL);
  const PackageOptions options = { FALSE };
  g_autoptr (GError) error = NULL;
  cr_assert (store_export (shop->store, folder, &options, &error), "%s", error->message);
  GString *all = g_string_new (NULL);
  static const char *const names[] = { "reports.csv", "observations.csv", "findings.csv",
                                       "validation.json", "datapackage.json" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *text = NULL;
      cr_assert (g_file_get_contents (path, &text, NULL, NULL));
      g_string_append (all, text);
    }
  return g_string_free (all, FALSE);
}

static void
add_all (Shop *shop, const char *order)
{
  for (const char *at = order; *at != '\0'; at++)
    {
      g_autoptr (Report) report = make_report (10 + *at - 'a', *at, "12");
      report_set_text (&report->source.path, *at == 'b' ? "other.txt" : "one.txt");
      cr_assert (store_add_report (shop->store, report, FALSE, NULL, NULL));
      cr_assert (store_add_name (shop->store, &report->source, NULL));
    }
}

static void
the_export_does_not_tell_who_came_first (Shop *shop)
{
  add_all (shop, "abc");
  g_autofree char *first = export(shop);
  add_all (shop, "cab");
  g_autofree char *again = export(shop);
  cr_expect_str_eq (again, first);
}

static void
the_first_of_its_names_is_a_report_s (Shop *shop)
{
  add (shop, 11, 'a', "12");
  g_autoptr (Report) report = make_report (11, 'a', "12");
  report_set_text (&report->source.path, "a.txt");
  cr_assert (store_add_name (shop->store, &report->source, NULL));
  report_set_text (&report->source.path, "z.txt");
  cr_assert (store_add_name (shop->store, &report->source, NULL));
  g_autofree char *package = export(shop);
  cr_expect_not_null (strstr (package, ",a.txt,"));
  cr_expect_null (strstr (package, "harnley.txt"));
  cr_expect_null (strstr (package, "z.txt"));
}

/* A comparison that finds something in each report but the first. */
static const StoreComparison counting;

static gpointer
begin_counting (void)
{
  return g_new0 (guint, 1);
}

static void
count_report (gpointer ledger, Report *report, gpointer data)
{
  cr_assert_eq (data, &counting);
  guint *n = ledger;
  if (++*n > 1)
    {
      g_autofree char *message = g_strdup_printf ("report %u", *n);
      Finding *finding = report_add_finding (report, "revision", SEVERITY_NOTE);
      report_set_text (&finding->message, message);
    }
}

static const StoreComparison counting
    = { begin_counting, count_report, g_free, NULL, (gpointer) &counting, 0 };

static void
what_several_reports_show_is_found_anew_when_one_comes (Shop *shop)
{
  gboolean is_settled = FALSE;
  add (shop, 12, 'c', "12");
  add (shop, 11, 'b', "12");
  cr_assert (store_is_settled (shop->store, &is_settled, NULL));
  cr_expect (not(is_settled));
  cr_assert (store_settle (shop->store, &counting, NULL));
  cr_assert (store_is_settled (shop->store, &is_settled, NULL));
  cr_expect (is_settled);

  add (shop, 10, 'a', "12");
  cr_assert (store_settle (shop->store, &counting, NULL));
  g_autofree char *package = export(shop);
  const char *second = strstr (package, "report 2"), *third = strstr (package, "report 3");
  cr_assert_not_null (second);
  cr_assert_not_null (third);
  cr_expect (lt (ptr, (void *) second, (void *) third));
  cr_expect_null (strstr (second + 1, "report 2,"));
}

/* Lets one authority be compared. */
static gboolean
is_last (guint n_left, G_GNUC_UNUSED gpointer data)
{
  return n_left > 1;
}

static void
what_is_put_off_is_compared_next_time (Shop *shop)
{
  StoreComparison once = counting;
  once.goes_on = is_last;
  gboolean is_settled = FALSE;
  g_autoptr (Report) other = make_report (12, 'b', "12");
  report_set_text (&other->authority_code, "E07000111");
  add (shop, 11, 'a', "12");
  cr_assert (store_add_report (shop->store, other, FALSE, NULL, NULL));
  for (int i = 0; i < 2; i++)
    {
      cr_assert (store_settle (shop->store, &once, NULL));
      cr_assert (store_is_settled (shop->store, &is_settled, NULL));
      cr_expect (not(is_settled));
    }
  cr_assert (store_settle (shop->store, &counting, NULL));
  cr_assert (store_is_settled (shop->store, &is_settled, NULL));
  cr_expect (is_settled);
}

static void
what_is_read_ahead_is_compared_as_what_is_not (Shop *shop)
{
  StoreComparison ahead = counting;
  ahead.n_readers = 2;
  static const char digits[] = "abcdef"; /* two authorities, and one alone */
  for (int i = 0; digits[i] != '\0'; i++)
    {
      g_autoptr (Report) report = make_report (12 - i, digits[i], "12");
      report_set_text (&report->authority_code, i == 0  ? "E07000112"
                                                : i < 3 ? "E07000111"
                                                        : "E07000110");
      cr_assert (store_add_report (shop->store, report, FALSE, NULL, NULL));
    }
  cr_assert (store_settle (shop->store, &counting, NULL));
  g_autofree char *before = export(shop);
  for (int i = 0; digits[i] != '\0'; i++)
    {
      g_autoptr (Report) report = make_report (11, digits[i], "12");
      cr_assert (store_unsettle (shop->store, report->source.sha256, NULL));
    }
  cr_assert (store_do (shop->store, "DELETE FROM comparison", NULL, 0, NULL));
  cr_assert (store_settle (shop->store, &ahead, NULL));
  g_autofree char *after = export(shop);
  cr_expect_not_null (strstr (before, "report 3"));
  cr_expect_str_eq (after, before);
}

/* Returns (transfer full): the messages of what the store finds about the report of that digit. */
static char *
ask_findings (Shop *shop, StoreFindings which, char digit)
{
  g_autoptr (Report) report = make_report (11, digit, "12");
  report_cut (report, REPORT_FINDINGS, 0);
  cr_assert (store_add_findings (shop->store, which, report, NULL));
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < report->findings->len; i++)
    g_string_append_printf (text, "%s;", report_finding (report, i)->message);
  return g_string_free (text, FALSE);
}

static void
the_findings_of_a_report_can_be_asked_for (Shop *shop)
{
  g_autoptr (Report) first = make_report (11, 'a', "12");
  sample_add_finding (first, SEVERITY_WARNING, "", "alone");
  cr_assert (store_add_report (shop->store, first, FALSE, NULL, NULL));
  add (shop, 12, 'b', "12");
  cr_assert (store_settle (shop->store, &counting, NULL));
  expect_answer (ask_findings (shop, STORE_OF_ONE, 'a'), "alone;");
  expect_answer (ask_findings (shop, STORE_OF_SEVERAL, 'a'), "");
  expect_answer (ask_findings (shop, STORE_OF_ONE, 'b'), "");
  expect_answer (ask_findings (shop, STORE_OF_SEVERAL, 'b'), "report 2;");
  expect_answer (ask_findings (shop, STORE_OF_SEVERAL, 'c'), "");
}

static void
what_is_unsettled_is_compared_anew (Shop *shop)
{
  g_autoptr (Report) report = make_report (11, 'a', "12");
  gboolean is_settled = FALSE;
  add (shop, 11, 'a', "12");
  cr_assert (store_settle (shop->store, &counting, NULL));
  cr_assert (store_unsettle (shop->store, "of no report", NULL));
  cr_assert (store_is_settled (shop->store, &is_settled, NULL));
  cr_expect (is_settled);
  cr_assert (store_unsettle (shop->store, report->source.sha256, NULL));
  cr_assert (store_is_settled (shop->store, &is_settled, NULL));
  cr_expect (not(is_settled));
}

static void
a_report_that_comes_back_as_another_s_leaves_its_old_company (Shop *shop)
{
  add (shop, 10, 'a', "12");
  add (shop, 11, 'b', "12");
  cr_assert (store_settle (shop->store, &counting, NULL));
  g_autofree char *before = export(shop);
  cr_expect_not_null (strstr (before, "report 2"));

  g_autoptr (Report) report = make_report (10, 'a', "12");
  report_set_text (&report->authority_code, "E07000111");
  cr_assert (store_add_report (shop->store, report, TRUE, NULL, NULL));
  cr_assert (store_settle (shop->store, &counting, NULL));
  g_autofree char *after = export(shop);
  cr_expect_null (strstr (after, "report 2"));
}

static void
a_store_can_be_opened_again (Shop *shop)
{
  add (shop, 11, 'a', "12");
  store_close (shop->store);
  g_autoptr (GError) error = NULL;
  shop->store = store_open (shop->uri, STORE_READ, &error);
  cr_assert_not_null (shop->store, "%s", error->message);
  expect_answer (ask (shop, NULL), "2016-11=12 ");
}

static void
a_newer_store_is_refused (Shop *shop)
{
  g_autofree char *raise = g_strdup (shop->store->driver->set_version);
  g_autoptr (GString) sql = g_string_new (raise);
  g_string_replace (sql, "@VERSION@", "99", 0);
  cr_assert (shop->store->driver->run (shop->store->database, sql->str, NULL));
  for (int mode = STORE_READ; mode <= STORE_WRITE; mode++)
    {
      g_autoptr (GError) error = NULL;
      cr_expect_null (store_open (shop->uri, (StoreMode) mode, &error));
      cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_USAGE));
      cr_expect_not_null (strstr (error->message, "version 99"));
    }
}

static void
what_a_table_does_not_take_is_told_from_trouble_with_the_store (Shop *shop)
{
  static const struct
  {
    const char *statement;
    RecountError means;
  } cases[] = {
    { "INSERT INTO run (setting_id, started_at) VALUES (99, '')", RECOUNT_ERROR_REFUSED },
    { "INSERT INTO run (setting_id, started_at) VALUES (1, NULL)", RECOUNT_ERROR_REFUSED },
    { "INSERT INTO no_table VALUES (1)", RECOUNT_ERROR_STORE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      cr_expect (not(store_do (shop->store, cases[i].statement, NULL, 0, &error)));
      cr_expect (g_error_matches (error, RECOUNT_ERROR, (int) cases[i].means), "%s: %s",
                 cases[i].statement, error->message);
    }
}

static void
an_unknown_reference_gives_nothing (Shop *shop)
{
  add (shop, 11, 'a', "12");
  guint n_figures = 0;
  const StoreQuestion question = { .ref = "A2" };
  cr_assert (store_each_figure (shop->store, &question, count_row, &n_figures, NULL));
  cr_expect (eq (uint, n_figures, 0));
}

static const struct
{
  const char *sentence;
  void (*holds) (Shop *shop);
} sentences[] = {
#define SENTENCE(name)                                                                             \
  {                                                                                                \
#name, name                                                                                    \
  }
  SENTENCE (a_report_comes_back_as_it_went_in),
  SENTENCE (figures_come_back_in_the_order_of_the_document),
  SENTENCE (figures_that_do_not_count_from_one_are_refused),
  SENTENCE (the_same_report_changes_nothing),
  SENTENCE (another_value_in_a_later_report_is_a_revision),
  SENTENCE (another_value_of_a_better_reading_is_no_revision),
  SENTENCE (what_only_rounding_changes_is_no_revision),
  SENTENCE (failures_are_kept_until_the_report_can_be_read),
  SENTENCE (other_settings_know_nothing_of_a_reading),
  SENTENCE (what_is_read_in_an_earlier_way_again_counts_again),
  SENTENCE (a_forced_reading_takes_the_place_of_the_old),
  SENTENCE (the_export_does_not_tell_who_came_first),
  SENTENCE (the_first_of_its_names_is_a_report_s),
  SENTENCE (what_several_reports_show_is_found_anew_when_one_comes),
  SENTENCE (what_is_put_off_is_compared_next_time),
  SENTENCE (what_is_read_ahead_is_compared_as_what_is_not),
  SENTENCE (the_findings_of_a_report_can_be_asked_for),
  SENTENCE (what_is_unsettled_is_compared_anew),
  SENTENCE (a_report_that_comes_back_as_another_s_leaves_its_old_company),
  SENTENCE (a_store_can_be_opened_again),
  SENTENCE (a_newer_store_is_refused),
  SENTENCE (what_a_table_does_not_take_is_told_from_trouble_with_the_store),
  SENTENCE (an_unknown_reference_gives_nothing),
};

static void
try_sentence (gsize which, const char *uri)
{
  Shop shop = { sample_make_folder (), NULL, NULL };
  shop.uri = uri != NULL ? g_strdup (uri) : g_strdup_printf ("sqlite:%s/store.db", shop.folder);
  cr_log_info ("%s", sentences[which].sentence);
  open_shop (&shop);
  sentences[which].holds (&shop);
  store_close (shop.store);
  sample_remove_folder (shop.folder);
  g_free (shop.folder);
  g_free (shop.uri);
}

ParameterizedTestParameters (store, holds_on_sqlite)
{
  static gsize numbers[G_N_ELEMENTS (sentences)];
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    numbers[i] = i;
  return cr_make_param_array (gsize, numbers, G_N_ELEMENTS (sentences));
}

ParameterizedTest (const gsize *which, store, holds_on_sqlite) { try_sentence (*which, NULL); }

Test (store, holds_on_postgresql)
{
  g_autoptr (Server) server = server_start ();
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      try_sentence (i, server->uri);
      server_empty (server);
    }
}

Test (store, a_connection_that_breaks_is_sought_again)
{
  g_autoptr (Server) server = server_start ();
  Shop shop = { sample_make_folder (), server->uri, NULL };
  open_shop (&shop);
  cr_expect (add (&shop, 11, 'a', "12"));
  server_halt (server);
  server_resume (server);
  cr_expect (add (&shop, 12, 'b', "13"));
  server_halt (server);
  server_resume (server);
  Reading reading = { READING_NONE, FALSE, 0 };
  g_autoptr (Report) report = make_report (12, 'b', "13");
  cr_assert (store_find_reading (shop.store, report->source.sha256, &reading, NULL));
  cr_expect (eq (int, reading.state, READING_DONE));
  expect_answer (ask (&shop, NULL), "2016-11=13 ");
  store_close (shop.store);
  sample_remove_folder (shop.folder);
  g_free (shop.folder);
}

#define MANY_FIGURES 3200
#define MANY_REPORTS 100
#define MEGABYTE (1024 * 1024)

static gint64
size_of (const Shop *shop, const char *name)
{
  GStatBuf status;
  g_autofree char *path = g_build_filename (shop->folder, name, NULL);
  cr_assert (zero (int, g_stat (path, &status)));
  return status.st_size;
}

Test (store, the_log_of_a_file_is_moved_to_its_places_before_it_is_long)
{
  Shop shop = { sample_make_folder (), NULL, NULL };
  shop.uri = g_strdup_printf ("sqlite:%s/store.db", shop.folder);
  open_shop (&shop);
  for (int i = 0; i < MANY_REPORTS; i++)
    {
      g_autoptr (Report) report = make_report (11, '0', "12");
      g_autofree char *sha256 = g_strdup_printf ("%064d", i);
      report_set_text (&report->source.sha256, sha256);
      for (int k = 0; k < MANY_FIGURES; k++)
        sample_add_figure (report, MEASURE_ACTUAL, period_month (1900 + k / 12, k % 12 + 1), "13");
      cr_assert (store_add_report (shop.store, report, FALSE, NULL, NULL));
    }
  cr_expect (gt (i64, size_of (&shop, "store.db"), 5 * MEGABYTE));
  cr_expect (lt (i64, size_of (&shop, "store.db-wal"), 40 * MEGABYTE));
  store_close (shop.store);
  sample_remove_folder (shop.folder);
  g_free (shop.folder);
  g_free (shop.uri);
}
