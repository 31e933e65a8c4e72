/* tests/emit/test_validation.c - tests emit/validation.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/validation.h"

#include <string.h>

#include <criterion/criterion.h>

#include "tests/emit/sample.h"

/* Returns (transfer full): the document of @reports (of Report). */
static char *
text_of (const GPtrArray *reports)
{
  g_autofree char *folder = sample_make_folder ();
  g_autofree char *path = g_build_filename (folder, VALIDATION_FILE, NULL);
  g_autoptr (Validation) validation = validation_new (NULL);
  for (guint i = 0; i < reports->len; i++)
    validation_add (validation, g_ptr_array_index (reports, i));
  Output *output = output_open (path, path, NULL);
  cr_assert (validation_write (validation, output, NULL));
  cr_assert (output_close (output, NULL, NULL));
  char *text = NULL;
  cr_assert (g_file_get_contents (path, &text, NULL, NULL));
  sample_remove_folder (folder);
  return text;
}

static void
assert_says (Report *report, const char *expected)
{
  g_autoptr (GPtrArray) reports = sample_list (report);
  g_autofree char *text = text_of (reports);
  cr_expect_not_null (strstr (text, expected), "%s does not say %s", text, expected);
}

Test (validation, figures_are_strings_and_places_are_numbers)
{
  g_autoptr (Report) report = sample_new ();
  Finding *finding = sample_add_finding (report, SEVERITY_CONTRADICTION, "", "is \"75\"");
  report_set_text (&finding->printed, "57.0");
  report_set_text (&finding->expected_low, "74.50");
  finding->page = 2;
  finding->box = (Box){ 1, 2.5, 3, 4 };

  assert_says (report, "      \"finding_no\": 1,\n      \"report_id\": \"" SAMPLE_ID "\",\n");
  assert_says (report, "      \"printed\": \"57.0\",\n"
                       "      \"expected_low\": \"74.50\",\n"
                       "      \"expected_high\": null,\n"
                       "      \"message\": \"is \\\"75\\\"\",\n");
  assert_says (report, "      \"page\": 2,\n      \"x0\": 1,\n      \"y0\": 2.5,\n");
}

Test (validation, each_report_tells_its_findings_and_causes)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_CONTRADICTION, "g", "a");
  sample_add_finding (report, SEVERITY_CONTRADICTION, "g", "b");
  sample_add_finding (report, SEVERITY_NOTE, "", "c");

  assert_says (report, "      \"findings\": {\n"
                       "        \"contradiction\": 2,\n"
                       "        \"warning\": 0,\n"
                       "        \"note\": 1\n"
                       "      },\n"
                       "      \"causes\": {\n"
                       "        \"contradiction\": 1,\n");
  assert_says (report, "      \"pages\": 2,\n");
}

Test (validation, causes_name_their_findings)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_NOTE, "", "c");
  sample_add_finding (report, SEVERITY_CONTRADICTION, "g", "a");
  sample_add_finding (report, SEVERITY_WARNING, "g", "b");

  assert_says (report, "  \"causes\": [\n"
                       "    {\n"
                       "      \"report_id\": \"" SAMPLE_ID "\",\n"
                       "      \"severity\": \"contradiction\",\n");
  assert_says (report, "      \"group\": \"g\",\n"
                       "      \"suggestion\": null,\n"
                       "      \"findings\": [\n"
                       "        2,\n"
                       "        3\n"
                       "      ]\n");
  assert_says (report, "      \"findings\": [\n"
                       "        1\n"
                       "      ]\n");
}

Test (validation, lists_go_over_all_reports_and_causes_are_sorted_by_severity)
{
  g_autoptr (Report) first = sample_new (), second = sample_new ();
  sample_add_finding (first, SEVERITY_NOTE, "", "a");
  sample_add_finding (second, SEVERITY_CONTRADICTION, "", "b");
  g_autoptr (GPtrArray) reports = sample_list (first);
  g_ptr_array_add (reports, second);

  g_autofree char *text = text_of (reports);
  const char *causes = strstr (text, "    }\n  ],\n  \"causes\": [\n    {\n");
  cr_assert_not_null (causes, "%s", text);
  const char *worst = strstr (causes, "\"contradiction\""), *note = strstr (causes, "\"note\"");
  cr_assert (worst != NULL && note != NULL && worst < note);
  cr_expect_not_null (strstr (worst, "      \"findings\": [\n        2\n      ]\n    },\n"));
  cr_expect (g_str_has_suffix (text, "    }\n  ]\n}\n"));
}

Test (validation, without_reports_its_lists_are_empty)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *text = text_of (none);
  cr_expect_str_eq (text, "{\n  \"tool_version\": \"" RECOUNT_VERSION "\",\n  \"reports\": [],\n"
                          "  \"causes\": [],\n  \"findings\": []\n}\n");
}

Test (validation, each_rule_tells_what_it_was_held_against)
{
  g_autoptr (Report) report = sample_new ();
  report_add_coverage (report, "twice")->n_checked = 7;
  Coverage *none = report_add_coverage (report, "arrow");
  none->n_checked = 0;
  report_set_text (&none->needs, "a key");
  report_add_coverage (report, "ratio");

  assert_says (report, "          \"rule\": \"twice\",\n"
                       "          \"checked\": 7,\n"
                       "          \"findings\": 0,\n"
                       "          \"needs\": null\n");
  assert_says (report, "          \"checked\": 0,\n"
                       "          \"findings\": 0,\n"
                       "          \"needs\": \"a key\"\n");
  assert_says (report, "          \"rule\": \"ratio\",\n"
                       "          \"checked\": null,\n");
}

Test (validation, a_guarded_package_has_unguarded_findings)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_NOTE, "", "=1+1");
  assert_says (report, "\"message\": \"=1+1\"");
}
