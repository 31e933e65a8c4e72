/* tests/emit/test_package.c - tests emit/package.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/package.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <criterion/criterion.h>
#include <glib/gstdio.h>

#include "model/error.h"
#include "tests/emit/sample.h"

static const PackageOptions plain = { .guard_formulas = FALSE };

/* A report with one of everything. */
static Report *
make_report (void)
{
  Report *report = sample_new ();
  Figure *figure = sample_add_figure (report, MEASURE_ACTUAL, report->period, "1204.5");
  figure->confidence = 0.5;
  figure->box = (Box){ 1.25, 2.5, 3.75, 4 };
  sample_add_figure (report, MEASURE_DOT, report->period, NULL);
  sample_add_figure (report, MEASURE_BENCHMARK, report->period, "7");
  sample_add_figure (report, MEASURE_TARGET, report->period, "8.0");
  report_set_text (&report_add_text (report)->text, "-all \"quiet\"");
  sample_add_finding (report, SEVERITY_NOTE, "", "a");
  return report;
}

static gboolean
write_sample (const char *folder, const PackageOptions *options, GError **error)
{
  g_autoptr (Report) report = make_report ();
  g_autoptr (GPtrArray) reports = sample_list (report);
  return package_write (reports, folder, options, error);
}

/* Returns (transfer full): the file of the package in @folder. */
static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;
  cr_assert (g_file_get_contents (path, &text, NULL, NULL), "no file '%s'", name);
  return text;
}

static const char *const file_names[] = {
  "reports.csv",      "indicators.csv",  "observations.csv", "statistics.csv",
  "benchmarks.csv",   "targets.csv",     "commentary.csv",   "findings.csv",
  "datapackage.json", "validation.json", "validation.html",
};

static void
assert_same (const char *folder, const char *other)
{
  for (gsize i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autofree char *text = read_file (folder, file_names[i]);
      g_autofree char *again = read_file (other, file_names[i]);
      cr_expect_str_eq (text, again, "%s differs", file_names[i]);
    }
}

Test (package, holds_all_its_files_and_no_other)
{
  g_autofree char *folder = sample_make_folder ();
  g_autoptr (GError) error = NULL;
  cr_assert (write_sample (folder, &plain, &error));
  cr_expect_null (error);
  cr_expect_eq (sample_count_entries (folder), (int) G_N_ELEMENTS (file_names));

  g_autofree char *rows = read_file (folder, "commentary.csv");
  cr_expect_str_eq (rows, "report_id,indicator_no,section,kind,text,page\n" SAMPLE_ID
                          ",,,commentary,\"-all \"\"quiet\"\"\",\n");
  sample_remove_folder (folder);
}

Test (package, guards_formulas_if_asked_to)
{
  g_autofree char *folder = sample_make_folder ();
  cr_assert (write_sample (folder, &(PackageOptions){ .guard_formulas = TRUE }, NULL));
  g_autofree char *rows = read_file (folder, "commentary.csv");
  cr_expect (g_str_has_suffix (rows, ",\"'-all \"\"quiet\"\"\",\n"));
  g_autofree char *descriptor = read_file (folder, "datapackage.json");
  cr_expect_not_null (strstr (descriptor, "\"formulasGuarded\": true"));
  sample_remove_folder (folder);
}

Test (package, the_descriptor_tells_the_checksum_of_each_file)
{
  g_autofree char *folder = sample_make_folder ();
  cr_assert (write_sample (folder, &plain, NULL));
  g_autofree char *descriptor = read_file (folder, "datapackage.json");
  for (gsize i = 0; i < N_TABLES; i++)
    {
      g_autofree char *text = read_file (folder, file_names[i]);
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      g_autofree char *expected
          = g_strdup_printf ("\"bytes\": %zu,\n      \"hash\": \"sha256:%s\"", strlen (text), sum);
      cr_expect_not_null (strstr (descriptor, expected), "%s", file_names[i]);
    }
  sample_remove_folder (folder);
}

Test (package, the_same_reports_give_the_same_bytes)
{
  g_autofree char *folder = sample_make_folder ();
  g_autofree char *other = sample_make_folder ();
  cr_assert (write_sample (folder, &plain, NULL));
  cr_assert (write_sample (other, &plain, NULL));
  cr_assert (write_sample (other, &plain, NULL)); /* in the place of the package just written */
  assert_same (folder, other);
  sample_remove_folder (folder);
  sample_remove_folder (other);
}

/* Returns: whether this machine has a locale that writes a decimal comma, and has it now. */
static gboolean
use_decimal_comma (void)
{
  static const char *const names[]
      = { "de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8", "nl_NL.UTF-8", "ru_RU.UTF-8" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (setlocale (LC_ALL, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

Test (package, the_locale_changes_nothing)
{
  g_autofree char *folder = sample_make_folder ();
  g_autofree char *other = sample_make_folder ();
  cr_assert (write_sample (folder, &plain, NULL));
  if (use_decimal_comma ())
    {
      cr_assert (write_sample (other, &plain, NULL));
      assert_same (folder, other);
    }
  sample_remove_folder (folder);
  sample_remove_folder (other);
}

Test (package, no_reports_make_a_package_of_headers)
{
  g_autofree char *folder = sample_make_folder ();
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  cr_expect (package_write (reports, folder, &plain, NULL));
  g_autofree char *rows = read_file (folder, "commentary.csv");
  cr_expect_str_eq (rows, "report_id,indicator_no,section,kind,text,page\n");
  sample_remove_folder (folder);
}

Test (package, a_foreign_folder_is_refused_and_untouched)
{
  g_autofree char *folder = sample_make_folder ();
  g_autofree char *path = g_build_filename (folder, "thesis.docx", NULL);
  cr_assert (g_file_set_contents (path, "mine", -1, NULL));
  g_autoptr (GError) error = NULL;
  cr_expect_not (write_sample (folder, &plain, &error));
  cr_assert (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUTPUT));
  cr_expect_not_null (strstr (error->message, "'thesis.docx'"));
  cr_expect_eq (sample_count_entries (folder), 1);
  sample_remove_folder (folder);
}

Test (package, a_write_that_fails_leaves_nothing_behind)
{
  g_autofree char *parent = sample_make_folder ();
  g_autofree char *folder = g_build_filename (parent, "out", NULL);
  struct rlimit limit, small;
  getrlimit (RLIMIT_FSIZE, &limit);
  small = (struct rlimit){ 300, limit.rlim_max };
  signal (SIGXFSZ, SIG_IGN); /* so that the write itself fails, as on a full disk */
  setrlimit (RLIMIT_FSIZE, &small);

  g_autoptr (GError) error = NULL;
  gboolean is_written = write_sample (folder, &plain, &error);
  setrlimit (RLIMIT_FSIZE, &limit);
  cr_expect_not (is_written);
  cr_assert (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUTPUT));
  cr_expect (g_str_has_prefix (error->message, folder), "%s", error->message);
  cr_expect_not_null (strstr (error->message, ".csv: cannot be written: "), "%s", error->message);
  cr_expect_eq (sample_count_entries (parent), 0);
  sample_remove_folder (parent);
}
