/* tests/fuzz/fuzz_decision.c - any bytes as a file of decisions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "model/review.h"

#define PATH "fuzz.csv"

/* What is read is whole, and applies to no report or says that it does. */
static void
assert_decisions (Decisions *decisions)
{
  char path[] = "made-up.txt", sha256[] = "";
  const Source source = { path, sha256 };
  g_autoptr (Report) report = report_new (&source);
  review_cells (decisions, report);
  review_findings (decisions, report);
  g_autoptr (GPtrArray) left = review_left (decisions);
  g_assert_cmpuint (left->len, ==, decisions->decisions->len);
  g_assert_cmpuint (report->findings->len, ==, 0);
  for (guint i = 0; i < decisions->decisions->len; i++)
    {
      const Decision *decision = g_ptr_array_index (decisions->decisions, i);
      g_assert_true (g_utf8_validate (decision->why, -1, NULL));
      g_assert_cmpint (decision->line, >, 1);
      g_assert_cmpint (decision->indicator, >=, NO_INDICATOR);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes)
{
  g_autoptr (Decisions) decisions = decisions_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_read = decisions_parse (decisions, PATH, (const char *) bytes, n_bytes, &error);
  g_assert_true (is_read == (error == NULL));
  g_assert_true (error == NULL || g_str_has_prefix (error->message, PATH ":"));
  if (is_read)
    assert_decisions (decisions);
  return 0;
}
