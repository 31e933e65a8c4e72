/* cli/outcome.c - what became of each input of a run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/outcome.h"

#include <stdio.h>

#include "emit/summary.h"

Outcome *
outcome_new (void)
{
  Outcome *outcome = g_new0 (Outcome, 1);
  outcome->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) report_free);
  outcome->failures = g_ptr_array_new_with_free_func (g_free);
  outcome->remarks = g_ptr_array_new_with_free_func (g_free);
  return outcome;
}

void
outcome_free (Outcome *outcome)
{
  if (outcome == NULL)
    return;

  g_ptr_array_unref (outcome->reports);
  g_ptr_array_unref (outcome->failures);
  g_ptr_array_unref (outcome->remarks);
  g_free (outcome);
}

void
outcome_take_report (Outcome *outcome, Report *report)
{
  for (guint i = 0; i < outcome->reports->len; i++)
    {
      const Report *earlier = g_ptr_array_index (outcome->reports, i);
      if (!g_str_equal (earlier->source.sha256, report->source.sha256))
        continue;
      g_ptr_array_add (outcome->remarks,
                       g_strdup_printf ("%s: has the same bytes as '%s' and is read once",
                                        report->source.path, earlier->source.path));
      report_free (report);
      return;
    }
  g_ptr_array_add (outcome->reports, report);
}

void
outcome_add_failure (Outcome *outcome, const char *message)
{
  g_ptr_array_add (outcome->failures, g_strdup (message));
}

static void
print_lines (FILE *out, const char *before, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    fprintf (out, "%s%s\n", before, (const char *) g_ptr_array_index (lines, i));
}

/* The values of --fail-on, and the least severe finding that each counts. */
static const struct
{
  const char *name;
  int worst; /* severities from SEVERITY_CONTRADICTION to this one count; -1: none */
} fail_levels[] = {
  { "none", -1 },
  { "contradiction", SEVERITY_CONTRADICTION },
  { "warning", SEVERITY_WARNING },
  { "note", SEVERITY_NOTE },
};

gboolean
outcome_is_fail_on (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fail_levels); i++)
    if (g_str_equal (fail_levels[i].name, text))
      return TRUE;
  return FALSE;
}

static gboolean
has_findings (const Outcome *outcome, const char *fail_on)
{
  int worst = -1;
  for (gsize i = 0; i < G_N_ELEMENTS (fail_levels); i++)
    if (g_str_equal (fail_levels[i].name, fail_on))
      worst = fail_levels[i].worst;
  for (guint i = 0; i < outcome->reports->len; i++)
    {
      const Report *report = g_ptr_array_index (outcome->reports, i);
      for (guint k = 0; k < report->findings->len; k++)
        if ((int) report_finding (report, k)->severity <= worst)
          return TRUE;
    }
  return FALSE;
}

int
outcome_finish (const Outcome *outcome, const char *folder, const PackageOptions *options,
                const char *fail_on, GError **error)
{
  print_lines (stderr, "recount: ", outcome->failures);
  if (outcome->reports->len == 0)
    return EXIT_ALL_FAILED;
  if (folder != NULL && !package_write (outcome->reports, folder, options, error))
    return EXIT_ALL_FAILED;

  g_autofree char *summary = summary_text (outcome->reports);
  fputs (summary, stdout);
  print_lines (stdout, "", outcome->remarks);
  if (outcome->failures->len > 0)
    printf ("%u of %u inputs could not be read:\n", outcome->failures->len,
            outcome->failures->len + outcome->reports->len + outcome->remarks->len);
  print_lines (stdout, "  ", outcome->failures);
  if (folder != NULL)
    printf ("The package is in %s\n", folder);
  if (outcome->failures->len > 0)
    return EXIT_SOME_FAILED;
  return has_findings (outcome, fail_on) ? EXIT_FINDINGS : EXIT_DONE;
}
