/* emit/html_checks.c - what was checked, what was not and why, and what no check can catch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_escape.h"
#include "emit/html_report.h"
#include "emit/html_words.h"

static const char *
summary_of (const HtmlReport *page, const char *rule)
{
  const char *summary
      = page->options->rule_summary != NULL ? page->options->rule_summary (rule) : NULL;
  return summary != NULL ? summary : "";
}

static guint
count_findings (const Report *report, const char *rule)
{
  guint n = 0;
  for (guint i = 0; i < report->findings->len; i++)
    n += g_str_equal (report_finding (report, i)->rule, rule);
  return n;
}

static void
append_rule (GString *html, const HtmlReport *page, const Coverage *coverage)
{
  html_raw (html, "<tr><th scope=\"row\"><code>");
  html_text (html, coverage->rule);
  html_raw (html, "</code></th><td>");
  html_text (html, summary_of (page, coverage->rule));
  html_raw (html, "</td><td>");
  if (coverage->n_checked == 0)
    html_text (html, coverage->needs);
  else if (coverage->n_checked > 0)
    words_number (html, (guint) coverage->n_checked);
  else
    html_raw (html, "while reading");
  html_raw (html, "</td>");
  if (coverage->n_checked != 0)
    {
      html_raw (html, "<td class=\"num\">");
      words_number (html, count_findings (page->report, coverage->rule));
      html_raw (html, "</td>");
    }
  html_raw (html, "</tr>\n");
}

/* Appends the rules that were held against something, or those that were not. */
static void
append_rules (GString *html, const HtmlReport *page, gboolean are_held)
{
  for (guint i = 0; i < page->report->coverage->len; i++)
    {
      const Coverage *coverage = report_coverage (page->report, i);
      if ((coverage->n_checked != 0) == are_held)
        append_rule (html, page, coverage);
    }
}

static void
append_unplaced (GString *html, const Report *report)
{
  if (report->unplaced->len == 0)
    return;
  html_raw (html,
            "<h3>Numbers that found no place</h3>\n<p>They stand in a recognised table and in "
            "no cell of it: ");
  for (guint i = 0; i < report->unplaced->len; i++)
    {
      const Unplaced *unplaced = report_unplaced (report, i);
      html_raw (html, i > 0 ? ", " : "");
      html_text (html, unplaced->text);
      html_raw (html, " (page ");
      html_number (html, unplaced->page);
      html_raw (html, ")");
    }
  html_raw (html, ".</p>\n");
}

void
html_checks_append (GString *html, const HtmlReport *page)
{
  html_raw (html,
            "<section id=\"checks\" aria-labelledby=\"checks-h\">\n"
            "<h2 id=\"checks-h\">What was checked, and what was not</h2>\n"
            "<div class=\"sheet plain\" tabindex=\"0\" role=\"region\" aria-labelledby=\"held\">"
            "<table><caption id=\"held\">Rules that the report was held against</caption>\n"
            "<thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">What it finds</th>"
            "<th scope=\"col\">Held against</th><th scope=\"col\" "
            "class=\"num\">Findings</th></tr></thead>"
            "<tbody>\n");
  append_rules (html, page, TRUE);
  html_raw (html,
            "</tbody></table></div>\n"
            "<div class=\"sheet plain\" tabindex=\"0\" role=\"region\" aria-labelledby=\"idle\">"
            "<table><caption id=\"idle\">Rules that found nothing to be held against</caption>\n"
            "<thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">What it finds</th>"
            "<th scope=\"col\">It needs, and the report does not print</th></tr></thead><tbody>\n");
  append_rules (html, page, FALSE);
  html_raw (html, "</tbody></table></div>\n");
  append_unplaced (html, page->report);
  html_raw (
      html,
      "<h3>What no check can catch</h3>\n<ul class=\"limits\">\n"
      "<li>A wrong figure that breaks no relation: it is taken as it is printed.</li>\n"
      "<li>An error that was carried through: if a wrong count was used for the average, the "
      "maximum and the share, they agree.</li>\n"
      "<li>An error that is smaller than the rounding of the figures around it.</li>\n"
      "<li>The right figures under the wrong name, month or authority, if all of a row moved "
      "together.</li>\n"
      "<li>A right figure of the wrong thing: another definition, another group of children, "
      "another day of counting.</li>\n"
      "<li>What the report does not print, or prints as a chart or a picture.</li>\n"
      "<li>Whether the figures are true of the world: that a report agrees with itself is all "
      "that is checked."
      "</li>\n</ul>\n</section>\n");
}
