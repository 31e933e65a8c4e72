/* tests/batch/test_reading.c - tests of batch/reading.c and batch/reason.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/reading.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "check/check.h"

#include "batch/reason.h"
#include "model/stream.h"

#define SHA256 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static const Source asked = { (char *) "in/a.pdf", (char *) SHA256 };

static Report *
take (const char *text, char **reason)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  return reading_take (bytes, &asked, reason);
}

static void
check (Report *report, gconstpointer knowledge)
{
  check_report (report, knowledge);
}

static void
assert_refused (const char *text, const char *expected)
{
  g_autofree char *reason = NULL;
  g_autoptr (Report) report = take (text, &reason);
  cr_expect_null (report);
  cr_expect_not_null (strstr (reason, expected), "'%s' lacks '%s'", reason, expected);
}

#define REPORT(path, sha256)                                                                       \
  "{\"type\":\"report\",\"path\":\"" path "\",\"sha256\":\"" sha256                                \
  "\",\"n_pages\":3}\n{\"type\":\"end\"}\n"

Test (batch_reading, takes_the_report_that_was_asked_for_under_its_name)
{
  g_autofree char *reason = NULL;
  g_autoptr (Report) report = take (REPORT ("/etc/passwd", SHA256), &reason);
  cr_assert_null (reason, "%s", reason);
  cr_expect_str_eq (report->source.path, "in/a.pdf");
  cr_expect (eq (int, report->n_pages, 3));
}

Test (batch_reading, takes_a_failure_without_its_name)
{
  assert_refused (
      "{\"type\":\"failure\",\"path\":\"in/a.pdf\",\"message\":\"in/a.pdf: is locked\"}\n",
      "is locked");
  g_autofree char *reason = reason_without_path ("in/a.pdf: is locked", "in/a.pdf");
  cr_expect_str_eq (reason, "is locked");
  g_autofree char *of_page = reason_without_path ("in/a.pdf:3: is odd", "in/a.pdf");
  cr_expect_str_eq (of_page, "in/a.pdf:3: is odd");
}

Test (batch_reading, believes_a_worker_nothing_else)
{
  assert_refused ("", "its reader gave no report: it wrote nothing");
  assert_refused ("nonsense\n", "its reader gave no report: ");
  assert_refused (REPORT ("in/a.pdf", "00"), "it wrote of another input");
  assert_refused (REPORT ("in/a.pdf", SHA256) REPORT ("in/a.pdf", SHA256), "it wrote more");
  assert_refused ("{\"type\":\"report\",\"path\":\"in/a.pdf\",\"sha256\":\"" SHA256 "\"}\n",
                  "ends within a block");
  assert_refused ("{\"type\":\"document\",\"path\":\"in/a.pdf\",\"sha256\":\"" SHA256
                  "\"}\n{\"type\":\"end\"}\n",
                  "it wrote of another input");
}

Test (batch_reading, reads_a_report_as_the_stages_do)
{
  g_autoptr (Knowledge) knowledge = knowledge_load ("data", NULL);
  g_autoptr (Parser) parser = parser_new (knowledge, NULL);
  const ExtractLimits limits = extract_default_limits ();
  Input *input = g_new0 (Input, 1);
  g_autoptr (Input) owned = input;
  input->content = extract_bytes ("fixtures/southampton-2016-11.txt", &limits, NULL);
  input->source = (Source){ g_strdup ("a.txt"),
                            g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, input->content) };
  ReadingTask task = { input, &limits, parser, check, knowledge };
  char *text = NULL;
  size_t n = 0;
  FILE *out = open_memstream (&text, &n);
  reading_work (out, &task);
  fclose (out);
  g_autoptr (GByteArray) bytes = g_byte_array_new_take ((guint8 *) g_strndup (text, n), n);
  free (text);
  g_autofree char *reason = NULL;
  g_autoptr (Report) report = reading_take (bytes, &input->source, &reason);
  cr_assert_not_null (report, "%s", reason);
  cr_expect (eq (uint, report->indicators->len, 56));
  cr_expect (lt (uint, 5, report->findings->len));
}
