/* emit/html_index.c - the page that lists the reports of a package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_index.h"

#include "emit/grade.h"
#include "emit/html_escape.h"
#include "emit/html_page.h"
#include "emit/html_words.h"
#include "emit/tally.h"

struct _HtmlIndex
{
  GString *rows;
  guint n_reports, n_values, n_causes, n_contradicted; /* reports with a cause */
};

HtmlIndex *
html_index_new (void)
{
  HtmlIndex *index = g_new0 (HtmlIndex, 1);
  index->rows = g_string_new (NULL);
  return index;
}

void
html_index_free (HtmlIndex *index)
{
  if (index == NULL)
    return;

  g_string_free (index->rows, TRUE);
  g_free (index);
}

static void
append_number_cell (GString *html, guint number)
{
  html_raw (html, "<td class=\"num\">");
  words_number (html, number);
  html_raw (html, "</td>");
}

static void
append_row (GString *html, const Report *report)
{
  GradeCounts counts = grade_count (report);
  Grade grade = grade_of (&counts);
  g_autofree char *name = html_page_name (report);
  html_raw (html, "<tr><th scope=\"row\"><a href=\"");
  html_path (html, name);
  html_raw (html, "\">");
  html_text (html, report->authority[0] != '\0' ? report->authority : "Authority not known");
  html_raw (html, "</a><br><small>");
  html_text (html, report->source.path);
  html_raw (html, "</small></th><td>");
  words_period (html, report->period);
  html_raw (html, "</td><td><b>");
  html_raw (html, grade_letter (grade));
  html_raw (html, "</b> <small>");
  html_raw (html, grade_meaning (grade));
  html_raw (html, "</small></td>");
  append_number_cell (html, counts.n_causes);
  append_number_cell (html, counts.n_warnings);
  append_number_cell (html, tally_causes (report, SEVERITY_NOTE));
  append_number_cell (html, report->indicators->len);
  append_number_cell (html, counts.n_values);
  append_number_cell (html, counts.n_unplaced);
  html_raw (html, "</tr>\n");
}

void
html_index_add (HtmlIndex *index, const Report *report)
{
  guint n_causes = tally_causes (report, SEVERITY_CONTRADICTION);
  index->n_reports++;
  index->n_values += tally_values (report);
  index->n_causes += n_causes;
  index->n_contradicted += n_causes > 0;
  append_row (index->rows, report);
}

static void
append_verdict (GString *html, const HtmlIndex *index)
{
  html_raw (html, "<section id=\"verdict\" aria-label=\"Verdict\"><p class=\"verdict\">");
  if (index->n_causes > 0)
    {
      html_raw (html, "<strong>");
      words_count (html, index->n_causes, "thing");
      html_raw (html, "</strong> in ");
      words_number (html, index->n_contradicted);
      html_raw (html, " of ");
      words_count (html, index->n_reports, "report");
      html_raw (html, " cannot be true.");
    }
  else
    html_raw (html, "Nothing that these reports print contradicts anything else in them.");
  html_raw (html, "</p><p>Recount read ");
  words_count (html, index->n_reports, "report");
  html_raw (html, " and ");
  words_count (html, index->n_values, "figure");
  html_raw (html, ".</p></section>\n");
}

GString *
html_index_page (const HtmlIndex *index)
{
  GString *html = g_string_new (NULL);
  html_page_begin (html, "Validation reports", NULL);
  html_raw (html,
            "<header class=\"top\"><p class=\"kicker\">Validation report</p><h1>All reports</h1>"
            "</header>\n<main id=\"main\">\n");
  append_verdict (html, index);
  html_raw (
      html,
      "<div class=\"sheet plain\" tabindex=\"0\" role=\"region\" aria-labelledby=\"reports\">"
      "<table><caption id=\"reports\">The reports, each with a page of its own</caption>\n"
      "<thead><tr><th scope=\"col\">Report</th><th scope=\"col\">Of</th>"
      "<th scope=\"col\">Grade</th><th scope=\"col\" class=\"num\">Contradictions</th>"
      "<th scope=\"col\" class=\"num\">Warnings</th><th scope=\"col\" class=\"num\">Notes</th>"
      "<th scope=\"col\" class=\"num\">Indicators</th><th scope=\"col\" class=\"num\">Figures</th>"
      "<th scope=\"col\" class=\"num\">Unplaced</th></tr></thead><tbody>\n");
  g_string_append_len (html, index->rows->str, (gssize) index->rows->len);
  html_raw (html, "</tbody></table></div>\n</main>\n");
  html_page_end (html);
  return html;
}
