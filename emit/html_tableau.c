/* emit/html_tableau.c - the recovered tables, looking like the report's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell shows what is printed; what it was read as, how surely and where stands in its attributes,
 * which the style shows when the cell is clicked, and the script in words.
 */
#include <string.h>

#include "emit/grade.h"
#include "emit/html_escape.h"
#include "emit/html_report.h"
#include "emit/html_spot.h"
#include "emit/html_words.h"
#include "emit/sparkline.h"
#include "emit/tableau.h"

#define MAX_FIGURE 8 /* characters that a cell without a value may have and look like one */

/* Type is smaller on paper, the more characters stand in a line: of A3 across, less the names. */
#define MAX_PAPER_WORDS 12 /* of a cell in a line: words wrap */
#define PAPER_GAP 2        /* between columns */
static const struct
{
  guint most;
  const char *class;
} paper_sizes[] = { { 190, "p7" }, { 230, "p6" }, { 285, "p5" } };

/* ---- cells ---- */

/* Appends what a figure was read as: value and unit, or status; confidence and origin unless it is
 * sure and from text, as most are. */
static void
append_reading (GString *html, const Figure *figure)
{
  if (figure->has_value)
    {
      g_autofree char *value = decimal_format (figure->value);
      html_text (html, value);
      html_raw (html, figure->unit == UNIT_NONE ? "" : " ");
      html_text (html, unit_code (figure->unit));
    }
  else
    html_text (html, figure->status != STATUS_OK ? status_code (figure->status)
                                                 : direction_code (figure->direction));
  if (figure->confidence >= 1 && figure->origin == ORIGIN_TEXT)
    return;
  html_raw (html, "; confidence ");
  html_length (html, figure->confidence);
  html_raw (html, "; from ");
  html_text (html, origin_code (figure->origin));
}

static void
append_flag (GString *html, const HtmlReport *page, guint index)
{
  Severity severity = report_finding (page->report, index)->severity;
  html_raw (html, "<a class=\"flag s");
  html_number (html, (int) severity);
  html_raw (html, "\" href=\"");
  html_finding_address (html, page, index);
  html_raw (html, "\" title=\"");
  html_raw (html, words_severity (severity));
  html_raw (html, ": finding ");
  html_number (html, page->first_finding + index);
  html_raw (html, "\">");
  html_raw (html, words_sign (severity));
  html_number (html, page->first_finding + index);
  html_raw (html, "</a>");
}

/* What stands in the cell: its text, or a word for what is told by colour or shape alone. */
static const char *
shown_of (const Figure *figure)
{
  if (figure->raw[0] != '\0')
    return figure->raw;
  if (figure->rating != MEASURE_NONE)
    return measure_code (figure->rating);
  return figure->direction != DIRECTION_NONE ? direction_code (figure->direction)
                                             : status_code (figure->status);
}

/* Appends how the cell looks: of words, which take more room than figures; flagged; in the colour
 * of its rating. */
static void
append_class (GString *html, const HtmlReport *page, const Figure *figure, int flag)
{
  static const char *const flagged[] = { "x0", "x1", "x2" };
  const char *names[3] = { NULL };
  guint n = 0;
  if (!figure->has_value && strlen (figure->raw) > MAX_FIGURE)
    names[n++] = "w";
  if (flag >= 0)
    names[n++] = flagged[report_finding (page->report, (guint) flag)->severity];
  if (figure->rating != MEASURE_NONE)
    names[n++] = measure_code (figure->rating);
  for (guint i = 0; i < n; i++)
    {
      html_raw (html, i == 0 ? " class=\"" : " ");
      html_raw (html, names[i]);
    }
  html_raw (html, n > 0 ? "\"" : "");
}

/* Appends what counts in place of what is printed, if that was changed. */
static void
append_change (GString *html, const Figure *figure)
{
  if (figure->origin != ORIGIN_CORRECTED && figure->origin != ORIGIN_REPAIRED)
    return;
  g_autofree char *value = figure->has_value ? decimal_format (figure->value) : g_strdup ("none");
  html_raw (html, figure->origin == ORIGIN_CORRECTED ? "<abbr title=\"corrected by a person\">→ "
                                                     : "<abbr title=\"repaired\">→ ");
  html_text (html, value);
  html_raw (html, "</abbr>");
}

static void
append_cell (GString *html, const HtmlReport *page, const Figure *figure)
{
  if (figure == NULL)
    {
      html_raw (html, "<td></td>");
      return;
    }
  int flag = flags_of_figure (page->flags, figure);
  html_raw (html, "<td tabindex=\"-1\"");
  append_class (html, page, figure, flag);
  html_raw (html, " data-b=\"");
  spot_append (html, (Spot){ figure->page, figure->box });
  html_raw (html, "\" data-t=\"");
  append_reading (html, figure);
  html_raw (html, figure->raw[0] != '\0' ? "\"><span>" : "\" data-raw=\"\"><span>");
  html_text (html, shown_of (figure));
  html_raw (html, "</span>");
  if (figure->has_value && figure->confidence < CONFIDENCE_TRUSTED)
    html_raw (html, "<abbr title=\"doubtful reading\">?</abbr>");
  append_change (html, figure);
  if (flag >= 0)
    append_flag (html, page, (guint) flag);
  html_raw (html, "</td>");
}

/* ---- rows ---- */

static void
append_row_flags (GString *html, const HtmlReport *page, guint indicator)
{
  const GArray *findings = flags_of_indicator (page->flags, indicator);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    append_flag (html, page, g_array_index (findings, guint, i));
}

static void
append_row (GString *html, const HtmlReport *page, const Tableau *tableau, guint row)
{
  guint number = tableau->first + row;
  const Indicator *indicator = report_indicator (page->report, number);
  html_raw (html, "<tr data-n=\"");
  html_number (html, number + 1);
  html_raw (html, "\" data-ref=\"");
  html_text (html, indicator->ref);
  html_raw (html, "\"><th scope=\"row\" id=\"i");
  html_number (html, number + 1);
  html_raw (html, "\"><b>");
  html_text (html, indicator->ref);
  html_raw (html, "</b> ");
  html_text (html, indicator->name);
  append_row_flags (html, page, number);
  html_raw (html, "</th><td class=\"sl\">");
  sparkline_append (html, tableau, row);
  html_raw (html, "</td>");
  for (guint i = 0; i < tableau->columns->len; i++)
    append_cell (html, page, tableau_cell (tableau, row, i));
  html_raw (html, "</tr>\n");
}

/* ---- columns ---- */

static const char *
group_name (TableauGroup group)
{
  static const char *const names[] = { "Figures", "Statistics", "Comparison", "Targets" };
  return names[group];
}

/* Returns: how many columns from @first on are of one group. */
static guint
count_group (const Tableau *tableau, guint first)
{
  TableauGroup group
      = tableau_column_group (&g_array_index (tableau->columns, TableauColumn, first));
  guint end = first;
  while (end < tableau->columns->len
         && tableau_column_group (&g_array_index (tableau->columns, TableauColumn, end)) == group)
    end++;
  return end - first;
}

/* What the columns are, above their headings, and the groups that the style tells apart. */
static void
append_groups (GString *html, const Tableau *tableau)
{
  html_raw (html, "<tr><td colspan=\"2\"></td>");
  for (guint i = 0, n = 0; i < tableau->columns->len; i += n)
    {
      n = count_group (tableau, i);
      html_raw (html, "<th scope=\"colgroup\" colspan=\"");
      html_number (html, n);
      html_raw (html, "\">");
      html_raw (html, group_name (tableau_column_group (
                          &g_array_index (tableau->columns, TableauColumn, i))));
      html_raw (html, "</th>");
    }
  html_raw (html, "</tr>\n");
}

static void
append_colgroups (GString *html, const Tableau *tableau)
{
  html_raw (html, "<colgroup span=\"2\"></colgroup>");
  for (guint i = 0, n = 0; i < tableau->columns->len; i += n)
    {
      n = count_group (tableau, i);
      html_raw (html, "<colgroup class=\"g");
      html_number (
          html, (int) tableau_column_group (&g_array_index (tableau->columns, TableauColumn, i)));
      html_raw (html, "\" span=\"");
      html_number (html, n);
      html_raw (html, "\"></colgroup>");
    }
}

static void
append_heading (GString *html, const TableauColumn *column)
{
  g_autofree char *period = period_format (column->period);
  html_raw (html, "<th scope=\"col\" data-k=\"");
  html_raw (html, measure_code (column->measure));
  html_raw (html, "|");
  html_raw (html, comparator_code (column->comparator));
  html_raw (html, "|");
  html_text (html, period);
  html_raw (html, "|");
  html_raw (html, component_code (column->component));
  html_raw (html, g_utf8_strlen (column->label, -1) <= MAX_FIGURE ? "\" class=\"m\">" : "\">");
  if (column->label[0] != '\0')
    html_text (html, column->label);
  else
    {
      html_text (html, words_measure (column->measure));
      html_raw (html, " ");
      words_period (html, column->period);
    }
  if (column->component != COMPONENT_VALUE)
    {
      html_raw (html, " <small>");
      html_raw (html, component_code (column->component));
      html_raw (html, "</small>");
    }
  html_raw (html, "</th>");
}

/* ---- texts ---- */

/* The texts of a report, those of each indicator together, those of none first. */
typedef struct
{
  const HtmlReport *page;
  GArray *order; /* of guint: their indices */
  guint next;    /* in the order */
  gsize end;     /* of the page's bytes, behind which there is no room for any */
} Texts;

/* A GCompareDataFunc of indices of a report's texts. */
static int
compare_texts (gconstpointer a, gconstpointer b, gpointer data)
{
  guint left = *(const guint *) a, right = *(const guint *) b;
  int x = report_text (data, left)->indicator, y = report_text (data, right)->indicator;
  if (x != y)
    return x < y ? -1 : 1;
  return left < right ? -1 : 1;
}

static Texts
texts_of (const HtmlReport *page, gsize end)
{
  Texts texts = { page, g_array_new (FALSE, FALSE, sizeof (guint)), 0, end };
  for (guint i = 0; i < page->report->texts->len; i++)
    if (html_part_has (html_report_part (page), report_text (page->report, i)->indicator))
      g_array_append_val (texts.order, i);
  g_array_sort_with_data (texts.order, compare_texts, (gpointer) page->report);
  return texts;
}

/* Returns (nullable): the next text if it is of an indicator before @end. */
static const Text *
next_text (Texts *texts, int end)
{
  if (texts->next == texts->order->len)
    return NULL;
  const Text *text
      = report_text (texts->page->report, g_array_index (texts->order, guint, texts->next));
  if (text->indicator >= end)
    return NULL;
  texts->next++;
  return text;
}

static void
append_text (GString *html, const HtmlReport *page, const Text *text)
{
  html_raw (html, "<dt>");
  if (text->indicator != NO_INDICATOR)
    {
      html_text (html, report_indicator (page->report, (guint) text->indicator)->ref);
      html_raw (html, " ");
    }
  else if (text->section[0] != '\0')
    {
      html_text (html, text->section);
      html_raw (html, " ");
    }
  html_raw (html, "<small>");
  html_text (html, text_kind_code (text->kind));
  html_raw (html, "</small></dt><dd>");
  html_text (html, text->text);
  html_raw (html, "</dd>\n");
}

/* Says what there was no room for. */
static void
append_cut (GString *html, guint n_left, const char *noun)
{
  if (n_left == 0)
    return;
  html_raw (html, "<p class=\"cut\">");
  words_count (html, n_left, noun);
  html_raw (html, " would make this page too large: the files of figures have all of them.</p>\n");
}

/* Appends the texts of the indicators before @end that are still to come. */
static void
append_texts (GString *html, Texts *texts, int end, const char *heading)
{
  guint n = 0, n_left = 0;
  for (const Text *text = NULL; (text = next_text (texts, end)) != NULL; n++)
    {
      if (n == 0)
        {
          html_raw (html, "<details class=\"texts\"><summary>");
          html_raw (html, heading);
          html_raw (html, "</summary><dl>\n");
        }
      if (html->len + strlen (text->text) < texts->end)
        append_text (html, texts->page, text);
      else
        n_left++;
    }
  html_raw (html, n > 0 ? "</dl></details>\n" : "");
  append_cut (html, n_left, "more text");
}

/* ---- rows as printed ---- */

static void
append_rows_printed (GString *html, const HtmlReport *page, const Tableau *tableau)
{
  guint n = 0;
  for (guint i = tableau->first; i < tableau->first + tableau->n_rows; i++)
    {
      int number = -1;
      Box box = { 0, 0, 0, 0 };
      const Crop *crop = crops_of_row (page->crops, i, &number, &box);
      if (crop == NULL)
        continue;
      if (n++ == 0)
        html_raw (html, "<details class=\"rows\"><summary>The rows as printed</summary>\n");
      g_autoptr (GString) alt = g_string_new ("The row of ");
      g_string_append (alt, report_indicator (page->report, i)->ref);
      g_string_append_printf (alt, " on page %d, outlined", number);
      html_raw (html, "<figure>");
      html_crop_append (html, crop, box, alt->str);
      html_raw (html, "</figure>\n");
    }
  html_raw (html, n > 0 ? "</details>\n" : "");
}

/* ---- how wide a table is on paper ---- */

/* Returns: the characters that a column takes in a line, about. */
static guint
width_of_column (const Tableau *tableau, guint column)
{
  glong width = g_utf8_strlen (g_array_index (tableau->columns, TableauColumn, column).label, -1);
  for (guint row = 0; row < tableau->n_rows; row++)
    {
      const Figure *figure = tableau_cell (tableau, row, column);
      if (figure != NULL)
        width = MAX (width, g_utf8_strlen (figure->raw, -1));
    }
  return (guint) CLAMP (width, MAX_FIGURE / 2, MAX_PAPER_WORDS) + PAPER_GAP;
}

/* Returns: the class of the size of type in which the table fits on a page across. */
static const char *
paper_class (const Tableau *tableau)
{
  guint width = 0;
  for (guint i = 0; i < tableau->columns->len; i++)
    width += width_of_column (tableau, i);
  for (gsize i = 0; i < G_N_ELEMENTS (paper_sizes); i++)
    if (width <= paper_sizes[i].most)
      return paper_sizes[i].class;
  return "p4";
}

/* ---- tables ---- */

/* Appends what a table is called: its section, or else its number. */
static void
append_name (GString *html, const Indicator *first)
{
  if (first->section[0] != '\0')
    {
      html_text (html, first->section);
      html_raw (html, " (table ");
    }
  else
    html_raw (html, "Table ");
  html_number (html, first->table);
  html_raw (html, first->section[0] != '\0' ? ")" : "");
}

static void
append_tableau (GString *html, Texts *texts, const Tableau *tableau, guint number)
{
  const HtmlReport *page = texts->page;
  const Indicator *first = report_indicator (page->report, tableau->first);
  html_raw (html, "<div class=\"sheet\" tabindex=\"0\" role=\"region\" aria-labelledby=\"t");
  html_number (html, number);
  html_raw (html, "\"><table class=\"");
  html_raw (html, paper_class (tableau));
  html_raw (html, "\"><caption id=\"t");
  html_number (html, number);
  html_raw (html, "\"><span>");
  append_name (html, first);
  html_raw (html, " <small>");
  words_count (html, tableau->n_rows, "row");
  html_raw (html, ", page ");
  html_number (html, first->page);
  html_raw (html, "</small></span></caption>");
  append_colgroups (html, tableau);
  html_raw (html, "<thead>");
  append_groups (html, tableau);
  html_raw (html, "<tr><th scope=\"col\">Indicator</th><th scope=\"col\">Trend</th>");
  for (guint i = 0; i < tableau->columns->len; i++)
    append_heading (html, &g_array_index (tableau->columns, TableauColumn, i));
  html_raw (html, "</tr></thead>\n<tbody>\n");
  guint n_left = 0;
  for (guint i = 0; i < tableau->n_rows; i++)
    if (html_part_has (html_report_part (page), (int) (tableau->first + i)))
      {
        if (html->len < texts->end)
          {
            append_row (html, page, tableau, i);
            texts->end -= html_report_flush (html, page);
          }
        else
          n_left++;
      }
  html_raw (html, "</tbody></table></div>\n");
  append_cut (html, n_left, "more row");
  append_texts (html, texts, (int) (tableau->first + tableau->n_rows),
                "What the report says of these rows");
  append_rows_printed (html, page, tableau);
}

void
html_tableaux_append (GString *html, const HtmlReport *page, gsize budget)
{
  const HtmlPart *part = html_report_part (page);
  g_autoptr (GPtrArray) tableaux = tableaux_of (page->report, part->first, part->end);
  html_raw (html,
            "<section id=\"tables\" aria-labelledby=\"tables-h\">\n"
            "<h2 id=\"tables-h\">The tables, as recovered</h2>\n"
            "<p class=\"lead\">Each cell shows what is printed. Click it, or move to it with "
            "the arrow keys, to see what it was read as: surely and from text, unless it says "
            "otherwise. A figure that a finding is about bears "
            "the finding’s sign and number. The line in a row is its trend, with short dashes at "
            "the values that it is compared with, and long ones at its target.</p>\n");
  Texts texts = texts_of (page, html->len + budget);
  append_texts (html, &texts, 0, "What the report says of itself and of its sections");
  guint n_left = 0;
  for (guint i = 0; i < tableaux->len; i++)
    if (g_ptr_array_index (tableaux, i) != NULL)
      {
        if (html->len < texts.end)
          append_tableau (html, &texts, g_ptr_array_index (tableaux, i), i + 1);
        else
          n_left++;
      }
  append_cut (html, n_left, "more table");
  g_array_unref (texts.order);
  html_raw (html, "</section>\n");
}
