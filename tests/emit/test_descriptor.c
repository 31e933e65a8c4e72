/* tests/emit/test_descriptor.c - tests emit/descriptor.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/descriptor.h"

#include <string.h>

#include <criterion/criterion.h>

#include "tests/emit/sample.h"

/* Returns (transfer full): the descriptor of a package that says 7 bytes of each file, with the
 * blanks of its layout taken out. */
static char *
make_descriptor (gboolean is_guarded)
{
  OutputSum sums[N_TABLES];
  for (gsize i = 0; i < N_TABLES; i++)
    sums[i] = (OutputSum){ 7, SAMPLE_SHA256 };
  g_autofree char *text = descriptor_text (sums, is_guarded);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    g_strchug (*line);
  return g_strjoinv ("", lines);
}

static void
assert_says (const char *expected)
{
  g_autofree char *text = make_descriptor (FALSE);
  cr_expect_not_null (strstr (text, expected), "it does not say %s", expected);
}

Test (descriptor, each_file_is_a_resource_with_its_length_and_checksum)
{
  for (gsize i = 0; i < N_TABLES; i++)
    {
      const char *name = package_tables[i]->name;
      g_autofree char *beginning = g_strdup_printf (
          "{\"name\": \"%s\",\"path\": \"%s.csv\",\"profile\": \"tabular-data-resource\",", name,
          name);
      assert_says (beginning);
    }
  assert_says ("\"bytes\": 7,\"hash\": \"sha256:" SAMPLE_SHA256 "\"");
}

Test (descriptor, fields_have_types_units_and_constraints)
{
  assert_says ("\"name\": \"value\",\"type\": \"number\"");
  assert_says ("\"name\": \"period_start\",\"type\": \"date\"");
  assert_says ("\"name\": \"pages\",\"type\": \"integer\"");
  assert_says ("\"unit\": \"0 to 1\",\"constraints\": {\"required\": true}");
  assert_says ("\"constraints\": {\"required\": true,\"pattern\": \"[0-9a-f]{12}\"}");
  assert_says ("\"missingValues\": [\"\"]");
}

Test (descriptor, codes_are_those_that_can_stand_in_the_column)
{
  assert_says ("\"enum\": [\"actual\",\"ytd\",\"annual\"]");
  assert_says ("\"required\": true,\"enum\": [\"target\",\"red\",\"amber\",\"green\"]");
  assert_says ("\"enum\": [\"text\",\"ocr\",\"mixed\"]");
  assert_says ("\"enum\": [\"up\",\"down\",\"flat\"]");
}

Test (descriptor, keys_lead_from_figures_to_indicators_and_on_to_reports)
{
  assert_says ("\"primaryKey\": [\"report_id\",\"indicator_no\"],\"foreignKeys\": [{\"fields\": "
               "[\"report_id\"],\"reference\": {\"resource\": \"reports\",\"fields\": "
               "[\"report_id\"]}}]");
  assert_says ("\"missingValues\": [\"\"],\"foreignKeys\": [{\"fields\": [\"report_id\","
               "\"indicator_no\"],\"reference\": {\"resource\": \"indicators\",\"fields\": "
               "[\"report_id\",\"indicator_no\"]}}]");
}

Test (descriptor, says_whether_formulas_are_guarded)
{
  g_autofree char *guarded = make_descriptor (TRUE);
  assert_says ("\"formulasGuarded\": false");
  cr_expect_not_null (strstr (guarded, "\"formulasGuarded\": true"));
}

Test (descriptor, every_status_has_a_label_of_its_own)
{
  for (int i = 0; i < status_codes.n_codes; i++)
    for (int k = 0; k < i; k++)
      cr_expect_str_neq (status_label ((Status) i)->label, status_label ((Status) k)->label);
  assert_says ("{\"status\": \"not_available\",\"label\": \"printed as not available\","
               "\"shorthand\": \"[x]\"}");
  cr_expect_str_eq (status_label (STATUS_NOT_APPLICABLE)->shorthand, "[z]");
}

Test (descriptor, bears_no_date_and_no_licence)
{
  g_autofree char *text = make_descriptor (FALSE);
  cr_expect_null (strstr (text, "\"created\""));
  cr_expect_null (strstr (text, "\"licenses\""));
}

Test (descriptor, knows_its_own_and_no_other)
{
  const OutputSum sums[N_TABLES] = { { 0 } };
  g_autofree char *ours = descriptor_text (sums, FALSE);
  g_autofree char *folder = sample_make_folder ();
  g_autofree char *path = g_build_filename (folder, DESCRIPTOR_FILE, NULL);

  cr_expect_not (descriptor_is_in (folder));
  cr_assert (g_file_set_contents (path, "{\n  \"name\": \"rainfall\"\n}\n", -1, NULL));
  cr_expect_not (descriptor_is_in (folder));
  cr_assert (g_file_set_contents (path, ours, -1, NULL));
  cr_expect (descriptor_is_in (folder));
  sample_remove_folder (folder);
}
