/* emit/html_index.c - the page that lists the reports of a package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_index.h"

#include "emit/grade.h"
#include "emit/html.h"
#include "emit/html_escape.h"
#include "emit/html_page.h"
#include "emit/html_words.h"
#include "emit/tally.h"

#define INDEX_BYTES (HTML_MAX_BYTES / 2) /* of one page of the list, about */

struct _HtmlIndex
{
  GPtrArray *rows;                          /* of char *, owned */
  guint n_values, n_causes, n_contradicted; /* reports with a cause */
};

HtmlIndex *
html_index_new (void)
{
  HtmlIndex *index = g_new0 (HtmlIndex, 1);
  index->rows = g_ptr_array_new_with_free_func (g_free);
  return index;
}

void
html_index_free (HtmlIndex *index)
{
  if (index == NULL)
    return;

  g_ptr_array_unref (index->rows);
  g_free (index);
}

static void
append_number_cell (GString *html, guint number)
{
  html_raw (html, "<td class=\"num\">");
  words_number (html, number);
  html_raw (html, "</td>");
}

/* Appends a path that may be broken behind each folder. */
static void
append_path (GString *html, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      html_text (html, parts[i]);
      html_raw (html, parts[i + 1] != NULL ? "/<wbr>" : "");
    }
}

static void
append_row (GString *html, const Report *report)
{
  GradeCounts counts = grade_count (report);
  Grade grade = grade_of (&counts);
  g_autofree char *name = html_page_name (report, 0);
  html_raw (html, "<tr><th scope=\"row\"><a href=\"");
  html_path (html, name);
  html_raw (html, "\">");
  html_text (html, report->authority[0] != '\0' ? report->authority : "Authority not known");
  html_raw (html, "</a><br><small>");
  append_path (html, report->source.path);
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
  index->n_values += tally_values (report);
  index->n_causes += n_causes;
  index->n_contradicted += n_causes > 0;
  GString *row = g_string_new (NULL);
  append_row (row, report);
  g_ptr_array_add (index->rows, g_string_free (row, FALSE));
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
      words_count (html, index->rows->len, "report");
      html_raw (html, " cannot be true.");
    }
  else
    html_raw (html, "Nothing that these reports print contradicts anything else in them.");
  html_raw (html, "</p><p>Recount read ");
  words_count (html, index->rows->len, "report");
  html_raw (html, " and ");
  words_count (html, index->n_values, "figure");
  html_raw (html, ".</p></section>\n");
}

char *
html_index_name (guint number)
{
  return number == 1 ? g_strdup (HTML_FILE) : g_strdup_printf ("validation-%u.html", number);
}

/* Appends links to the pages before and behind the list of that number. */
static void
append_steps (GString *html, guint number, gboolean has_more)
{
  if (number == 1 && !has_more)
    return;
  html_raw (html, "<nav aria-label=\"Pages of the list\"><ul>");
  for (int step = -1; step <= 1; step += 2)
    {
      if (step < 0 ? number == 1 : !has_more)
        continue;
      g_autofree char *name = html_index_name (number + step);
      html_raw (html, "<li><a href=\"");
      html_path (html, name);
      html_raw (html, step < 0 ? "\">Earlier reports</a></li>" : "\">More reports</a></li>");
    }
  html_raw (html, "</ul></nav>\n");
}

GString *
html_index_page (const HtmlIndex *index, guint number, guint *next)
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
  while (*next < index->rows->len && html->len < INDEX_BYTES)
    html_raw (html, g_ptr_array_index (index->rows, (*next)++));
  html_raw (html, "</tbody></table></div>\n");
  append_steps (html, number, *next < index->rows->len);
  html_raw (html, "</main>\n");
  html_page_end (html);
  return html;
}
