/* emit/summary.c - what the terminal shows of a run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   a.txt: Harnley Borough Council, 2016-11: 66 indicators, 1204 values, no unplaced numbers
 *
 *   1 contradiction, 1 warning, 3 notes
 *     contradiction  ratio       LAC10  2016-11  206 of 492 is 41.9 %, not 49.1 % (3 findings)
 *     warning        unreadable  M4              table 1, row 7, column 3: '1,2O4' is no value ...
 *     notes: 2 moved, 1 meant
 */
#include "emit/summary.h"

#include <string.h>

#include "emit/plain.h"
#include "emit/tally.h"

#define MAX_REF 12     /* characters: longer ones are noise */
#define MIN_MESSAGE 40 /* characters, whatever stands before */
#define INDENT "  "
#define GAP "  "

/* What stands before the message in the line of a finding. */
enum
{
  CELL_SEVERITY,
  CELL_RULE,
  CELL_REF,
  CELL_PERIOD,
  N_CELLS
};

/* Appends "no notes", "1 note", "2 notes", with what stands behind it. */
static void
append_count (GString *text, guint count, const char *noun, const char *behind)
{
  g_autofree char *digits = count == 0 ? g_strdup ("no") : g_strdup_printf ("%u", count);
  g_string_append_printf (text, "%s %s%s%s", digits, noun, count == 1 ? "" : "s", behind);
}

static void
append_report (GString *text, const Report *report)
{
  g_autofree char *source = plain_text (report->source.path);
  g_autofree char *authority = plain_text (report->authority);
  g_autofree char *period = period_format (report->period);
  g_string_append_printf (text, "%s: %s, %s: ", source,
                          authority[0] != '\0' ? authority : "authority not known",
                          period[0] != '\0' ? period : "period not known");
  append_count (text, report->indicators->len, "indicator", ", ");
  append_count (text, tally_values (report), "value", ", ");
  append_count (text, report->unplaced->len, "unplaced number", "\n");
}

/* Returns (transfer full): the causes of all reports, worst first; @n_listed gets how many stand
 * before the notes.  Appends their counts. */
static GArray *
collect_causes (const GPtrArray *reports, GString *text, guint *n_listed)
{
  GArray *causes = g_array_new (FALSE, FALSE, sizeof (Cause));
  for (int severity = 0; severity < severity_codes.n_codes; severity++)
    {
      guint n_worse = causes->len;
      if (severity == SEVERITY_NOTE)
        *n_listed = n_worse;
      for (guint i = 0; i < reports->len; i++)
        tally_append_causes (causes, g_ptr_array_index (reports, i), (Severity) severity);
      append_count (text, causes->len - n_worse, severity_codes.codes[severity],
                    severity + 1 < severity_codes.n_codes ? ", " : "\n");
    }
  return causes;
}

/* Fills @cells with owned texts. */
static void
fill_cells (const Cause *cause, char *cells[N_CELLS])
{
  const Finding *finding = cause->finding;
  const char *ref = finding->indicator == NO_INDICATOR
                        ? ""
                        : report_indicator (cause->report, (guint) finding->indicator)->ref;
  g_autofree char *plain_ref = plain_text (ref);
  cells[CELL_SEVERITY] = g_strdup (severity_code (finding->severity));
  cells[CELL_RULE] = plain_text (finding->rule);
  cells[CELL_REF] = plain_shorten (plain_ref, MAX_REF);
  cells[CELL_PERIOD] = period_format (finding->period);
}

static void
measure_cells (const Cause *cause, glong widths[N_CELLS])
{
  char *cells[N_CELLS] = { NULL };
  fill_cells (cause, cells);
  for (int i = 0; i < N_CELLS; i++)
    {
      widths[i] = MAX (widths[i], g_utf8_strlen (cells[i], -1));
      g_free (cells[i]);
    }
}

static void
append_blanks (GString *text, glong n_blanks)
{
  for (glong i = 0; i < n_blanks; i++)
    g_string_append_c (text, ' ');
}

static void
append_message (GString *text, const Cause *cause, glong width)
{
  g_autofree char *plain = plain_text (cause->finding->message);
  g_autofree char *count = cause->n_findings == 1
                               ? g_strdup ("")
                               : g_strdup_printf (" (%u findings)", cause->n_findings);
  g_autofree char *message
      = plain_shorten (plain, MAX (width, MIN_MESSAGE) - (glong) strlen (count));
  g_string_append_printf (text, "%s%s\n", message, count);
}

static void
append_cause (GString *text, const Cause *cause, const glong widths[N_CELLS])
{
  char *cells[N_CELLS] = { NULL };
  fill_cells (cause, cells);
  glong left = SUMMARY_WIDTH - (glong) strlen (INDENT);
  g_string_append (text, INDENT);
  for (int i = 0; i < N_CELLS; i++)
    {
      g_string_append (text, cells[i]);
      append_blanks (text, widths[i] - g_utf8_strlen (cells[i], -1));
      g_string_append (text, widths[i] > 0 ? GAP : "");
      left -= widths[i] > 0 ? widths[i] + (glong) strlen (GAP) : 0;
      g_free (cells[i]);
    }
  append_message (text, cause, left);
}

/* Says of which report the causes that follow are, where there are several. */
static void
append_source (GString *text, const Report *report)
{
  g_autofree char *source = plain_text (report->source.path);
  g_string_append_printf (text, "%s:\n", source);
}

static void
append_causes (GString *text, const GArray *causes, guint n_listed, gboolean names_sources)
{
  glong widths[N_CELLS] = { 0 };
  guint n_shown = MIN (n_listed, SUMMARY_FINDINGS);
  for (guint i = 0; i < n_shown; i++)
    measure_cells (&g_array_index (causes, Cause, i), widths);

  const Report *last = NULL;
  for (guint i = 0; i < n_shown; i++)
    {
      const Cause *cause = &g_array_index (causes, Cause, i);
      if (names_sources && cause->report != last)
        append_source (text, cause->report);
      append_cause (text, cause, widths);
      last = cause->report;
    }
  if (n_listed > n_shown)
    g_string_append_printf (text, INDENT "and %u more in findings.csv\n", n_listed - n_shown);
}

/* Returns: how many of the causes from @first on are of the rule of cause @i; 0 if an earlier one
 * is, so that each rule counts once. */
static guint
count_rule (const GArray *causes, guint first, guint i)
{
  const char *rule = g_array_index (causes, Cause, i).finding->rule;
  guint n = 0;
  for (guint k = first; k < causes->len; k++)
    {
      if (!g_str_equal (g_array_index (causes, Cause, k).finding->rule, rule))
        continue;
      if (k < i)
        return 0;
      n++;
    }
  return n;
}

/* Notes are read in findings.csv; here their rules show what had to be decided. */
static void
append_notes (GString *text, const GArray *causes, guint first)
{
  const char *between = INDENT "notes: ";
  for (guint i = first; i < causes->len; i++)
    {
      guint n = count_rule (causes, first, i);
      if (n == 0)
        continue;
      g_autofree char *rule = plain_text (g_array_index (causes, Cause, i).finding->rule);
      g_string_append_printf (text, "%s%u %s", between, n, rule);
      between = ", ";
    }
  g_string_append (text, first < causes->len ? "\n" : "");
}

char *
summary_text (const GPtrArray *reports)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < reports->len; i++)
    append_report (text, g_ptr_array_index (reports, i));

  g_string_append_c (text, '\n');
  guint n_listed = 0;
  g_autoptr (GArray) causes = collect_causes (reports, text, &n_listed);
  append_causes (text, causes, n_listed, reports->len > 1);
  append_notes (text, causes, n_listed);
  return g_string_free (text, FALSE);
}
