/* emit/html_verdict.c - what became of a report, in words: the first thing on its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/grade.h"
#include "emit/html_escape.h"
#include "emit/html_report.h"
#include "emit/html_words.h"
#include "emit/tally.h"

/* ---- what was read ---- */

static void
append_read (GString *html, const HtmlReport *page, const GradeCounts *counts)
{
  const Report *report = page->report;
  html_raw (html, "<p class=\"read\">Recount read ");
  html_source_link (html, page, -1, report->source.path);
  html_raw (html, ", ");
  words_count (html, (guint) MAX (report->n_pages, 0), "page");
  html_raw (html, ": ");
  words_count (html, report->indicators->len, "indicator");
  html_raw (html, " in ");
  words_count (html, (guint) MAX (report->n_tables, 0), "table");
  html_raw (html, ", ");
  words_count (html, counts->n_values, "figure");
  html_raw (html, counts->n_unplaced == 0 ? ". Every number in its tables found its place.</p>\n"
                                          : ".</p>\n");
}

/* ---- what contradicts what ---- */

static void
append_verdict (GString *html, const GradeCounts *counts)
{
  html_raw (html, "<p class=\"verdict\">");
  if (counts->n_values == 0)
    html_raw (html, "No figure was found in this report.");
  else if (counts->n_causes == 0 && counts->n_held == 0)
    html_raw (html, "Nothing in this report could be checked.");
  else if (counts->n_causes == 0)
    html_raw (html, "Nothing that this report prints contradicts anything else that it prints.");
  else
    {
      html_raw (html, "<strong>");
      words_count (html, counts->n_causes, "thing");
      html_raw (html, "</strong> in this report cannot be true");
      if (counts->n_findings > counts->n_causes)
        {
          html_raw (html, ": ");
          words_count (html, counts->n_findings, "contradiction");
          html_raw (html, ", ");
          words_count (html, counts->n_causes, "cause");
        }
      html_raw (html, ".");
    }
  html_raw (html, "</p>\n");
}

/* Returns: how many causes of @causes are of the rule of cause @i; 0 if an earlier one is. */
static guint
count_rule (const GArray *causes, guint i)
{
  const char *rule = g_array_index (causes, Cause, i).finding->rule;
  guint n = 0;
  for (guint k = 0; k < causes->len; k++)
    if (g_str_equal (g_array_index (causes, Cause, k).finding->rule, rule))
      {
        if (k < i)
          return 0;
        n++;
      }
  return n;
}

static void
append_rule (GString *html, const HtmlReport *page, const Finding *finding, guint n)
{
  const char *summary
      = page->options->rule_summary != NULL ? page->options->rule_summary (finding->rule) : NULL;
  guint index = roll_index (page->report->findings, finding);
  html_raw (html, "<li><a href=\"");
  html_finding_address (html, page, index);
  html_raw (html, "\">");
  html_text (html, summary != NULL ? summary : finding->rule);
  html_raw (html, "</a>");
  if (n > 1)
    {
      html_raw (html, " <span class=\"times\">× ");
      words_number (html, n);
      html_raw (html, "</span>");
    }
  html_raw (html, "</li>\n");
}

/* Appends what is found of one severity, each kind once. */
static void
append_kinds (GString *html, const HtmlReport *page, Severity severity, const char *heading)
{
  g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (Cause));
  tally_append_causes (causes, page->report, severity);
  if (causes->len == 0)
    return;
  html_raw (html, "<div class=\"kinds s");
  html_number (html, (int) severity);
  html_raw (html, "\"><h3><span class=\"sev\">");
  html_raw (html, words_sign (severity));
  html_raw (html, "</span> ");
  words_number (html, causes->len);
  html_raw (html, " ");
  html_raw (html, heading);
  html_raw (html, "</h3><ul>\n");
  for (guint i = 0; i < causes->len; i++)
    {
      guint n = count_rule (causes, i);
      if (n > 0)
        append_rule (html, page, g_array_index (causes, Cause, i).finding, n);
    }
  html_raw (html, "</ul></div>\n");
}

/* ---- the grade ---- */

static void
append_reason (GString *html, guint count, const char *noun, const char *behind)
{
  if (count == 0)
    return;
  html_raw (html, "<li>");
  words_count (html, count, noun);
  html_raw (html, behind);
  html_raw (html, "</li>\n");
}

static void
append_grade (GString *html, const GradeCounts *counts)
{
  Grade grade = grade_of (counts);
  html_raw (html, "<div class=\"grade\"><p><span class=\"letter\">");
  html_raw (html, grade == GRADE_NONE ? "" : "<span class=\"vh\">Grade </span>");
  html_raw (html, grade_letter (grade));
  html_raw (html, "</span> <span class=\"meaning\">");
  html_raw (html, grade_meaning (grade));
  html_raw (html, "</span></p><ul>\n");
  if (counts->n_findings > 0)
    {
      html_raw (html, "<li>");
      words_count (html, counts->n_findings, "contradiction");
      html_raw (html, " among ");
      words_count (html, counts->n_values, "figure");
      html_raw (html, "</li>\n");
    }
  append_reason (html, counts->n_warnings, "warning", "");
  append_reason (html, counts->n_unplaced, "number", " in no cell");
  append_reason (html, counts->n_unreadable, "cell", " that could not be read");
  append_reason (html, counts->n_doubtful, "figure", " read with doubt");
  append_reason (html, counts->n_held, "rule", " held against the report");
  append_reason (html, counts->n_idle, "rule", " found nothing to be held against");
  html_raw (html, "</ul></div>\n");
}

void
html_verdict_append (GString *html, const HtmlReport *page)
{
  GradeCounts counts = grade_count (page->report);
  html_raw (html, "<section id=\"verdict\" aria-labelledby=\"verdict-h\">\n"
                  "<h2 id=\"verdict-h\" class=\"vh\">Verdict</h2>\n<div class=\"summary\"><div>\n");
  append_verdict (html, &counts);
  append_read (html, page, &counts);
  html_raw (html, "</div>\n");
  append_grade (html, &counts);
  html_raw (html, "</div>\n<div class=\"all-kinds\">\n");
  append_kinds (html, page, SEVERITY_CONTRADICTION, "cannot be true");
  append_kinds (html, page, SEVERITY_WARNING, "implausible");
  append_kinds (html, page, SEVERITY_NOTE, "worth knowing");
  html_raw (html, "</div>\n</section>\n");
}
