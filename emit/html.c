/* emit/html.c - validation.html: the report for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html.h"

#include <string.h>

#include "emit/html_escape.h"
#include "emit/html_index.h"
#include "emit/html_page.h"
#include "emit/html_report.h"
#include "emit/html_words.h"

#define PAGE_PREFIX "validation-"
#define PAGE_SUFFIX ".html"
#define ID_DIGITS 12

/* How the bytes of a page are shared out. */
#define TABLEAUX_BYTES 2600000
#define FINDING_BYTES 900 /* that a finding takes without its crop, about */
#define SPARE_BYTES 60000 /* style, script and what has no budget of its own */

static const char *const images_texts[] = { "none", "findings", "all" };
const CodeList images_codes = { "images", images_texts, G_N_ELEMENTS (images_texts) };

int
images_from_code (const char *code)
{
  return code_list_value (&images_codes, code);
}

gboolean
html_is_file (const char *name)
{
  if (g_str_equal (name, HTML_FILE))
    return TRUE;
  const char *id = name + strlen (PAGE_PREFIX);
  return g_str_has_prefix (name, PAGE_PREFIX) && strspn (id, "0123456789abcdef") == ID_DIGITS
         && g_str_equal (id + ID_DIGITS, PAGE_SUFFIX);
}

char *
html_page_name (const Report *report)
{
  g_autofree char *id = report_dup_id (report);
  return g_strconcat (PAGE_PREFIX, id, PAGE_SUFFIX, NULL);
}

/* ---- where the input stands ---- */

/* Returns (transfer full): the path from the folder @from to the file @to, both from the root. */
static char *
relative_path (const char *from, const char *to)
{
  g_auto (GStrv) base = g_strsplit (from, "/", -1);
  g_auto (GStrv) goal = g_strsplit (to, "/", -1);
  guint same = 0;
  while (base[same] != NULL && goal[same] != NULL && goal[same + 1] != NULL
         && g_str_equal (base[same], goal[same]))
    same++;
  GString *path = g_string_new (NULL);
  for (guint i = same; base[i] != NULL; i++)
    g_string_append (path, base[i][0] != '\0' ? "../" : "");
  for (guint i = same; goal[i] != NULL; i++)
    {
      g_string_append (path, goal[i]);
      g_string_append (path, goal[i + 1] != NULL ? "/" : "");
    }
  return g_string_free (path, FALSE);
}

static char *
link_to (const Report *report, const HtmlOptions *options)
{
  if (options->folder == NULL)
    return NULL;
  g_autofree char *folder = g_canonicalize_filename (options->folder, NULL);
  g_autofree char *source = g_canonicalize_filename (report->source.path, NULL);
  return relative_path (folder, source);
}

/* ---- a report's page ---- */

static void
append_title (GString *title, const Report *report)
{
  g_string_append (title, report->authority[0] != '\0' ? report->authority : "Authority not known");
  if (report->period.kind == PERIOD_NONE)
    return;
  g_string_append (title, ", ");
  words_period (title, report->period);
}

static void
append_header (GString *html, const Report *report, gboolean has_index)
{
  g_autoptr (GString) title = g_string_new (NULL);
  append_title (title, report);
  html_raw (html, "<header class=\"top\"><p class=\"kicker\">");
  html_raw (html, has_index ? "<a href=\"" HTML_FILE "\">All reports</a> · Validation report"
                            : "Validation report");
  html_raw (html, "</p><h1>");
  html_text (html, title->str);
  html_raw (html, "</h1>");
  if (report->title[0] != '\0')
    {
      html_raw (html, "<p class=\"title\">");
      html_text (html, report->title);
      html_raw (html, "</p>");
    }
  html_raw (html,
            "<nav aria-label=\"Parts of this page\"><ul><li><a href=\"#verdict\">Verdict</a></li>"
            "<li><a href=\"#findings\">Findings</a></li><li><a href=\"#tables\">Tables</a></li>"
            "<li><a href=\"#checks\">Checks</a></li></ul></nav></header>\n");
}

static void
append_source (GString *html, const Report *report)
{
  html_raw (html, "<p class=\"source\">The file that was read has the SHA-256 <code>");
  html_text (html, report->source.sha256);
  html_raw (html, "</code>");
  if (report->family[0] != '\0')
    {
      html_raw (html, " and was read as one of the family <code>");
      html_text (html, report->family);
      html_raw (html, "</code>");
    }
  html_raw (html, ".</p>\n");
}

/* Returns: what is left for crops on a page that has so many bytes without findings. */
static gsize
crops_budget (const Report *report, gsize n_bytes)
{
  gsize taken = n_bytes + SPARE_BYTES + (gsize) report->findings->len * FINDING_BYTES;
  return taken < HTML_MAX_BYTES ? HTML_MAX_BYTES - taken : 0;
}

/* Returns (transfer full): what stands behind the findings. */
static GString *
make_tables (const HtmlReport *page, gsize budget)
{
  GString *html = g_string_new (NULL);
  html_tableaux_append (html, page, budget);
  html_checks_append (html, page);
  return html;
}

/* Puts the page together around its tables. */
static GString *
assemble (const HtmlReport *page, const GString *tables, gboolean has_index)
{
  const Report *report = page->report;
  GString *html = g_string_new (NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  append_title (title, report);
  g_string_append (title, " – validation report");
  g_autofree char *attributes = g_strdup_printf (" data-sha256=\"%s\"", report->source.sha256);
  html_page_begin (html, title->str, attributes);
  append_header (html, report, has_index);
  html_raw (html, "<main id=\"main\">\n");
  html_verdict_append (html, page);
  gsize taken = html->len + tables->len + SPARE_BYTES;
  html_findings_append (html, page, taken < HTML_MAX_BYTES ? HTML_MAX_BYTES - taken : 0);
  g_string_append_len (html, tables->str, (gssize) tables->len);
  append_source (html, report);
  html_raw (html, "</main>\n");
  html_page_end (html);
  return html;
}

/* The tables are made first: what they leave of the page is for the findings and the crops.  Rows
 * that are shown as printed take their room from the crops'. */
static GString *
report_page (const Report *report, const HtmlOptions *options, guint first_finding,
             gboolean has_index)
{
  g_autofree char *link = link_to (report, options);
  g_autoptr (Flags) flags = flags_new (report);
  g_autoptr (Crops) none = crops_make (report, &(HtmlOptions){ .images = IMAGES_NONE }, 0);
  HtmlReport page = { report, options, link, first_finding, none, flags };
  GString *tables = make_tables (&page, TABLEAUX_BYTES);
  g_autoptr (Crops) crops = crops_make (report, options, crops_budget (report, tables->len));
  page.crops = crops;
  if (options->images == IMAGES_ALL)
    {
      g_string_free (tables, TRUE);
      tables = make_tables (&page, TABLEAUX_BYTES + crops_n_bytes (crops));
    }
  GString *html = assemble (&page, tables, has_index);
  g_string_free (tables, TRUE);
  return html;
}

/* ---- all pages ---- */

struct _Html
{
  guint n_reports;
  const HtmlOptions *options; /* borrowed, as the sink's data */
  HtmlSink sink;
  gpointer data;
  HtmlIndex *index;
  guint first_finding; /* of the next report, its number in the package */
};

Html *
html_new (guint n_reports, const HtmlOptions *options, HtmlSink sink, gpointer data)
{
  Html *html = g_new0 (Html, 1);
  *html = (Html){ n_reports, options, sink, data, html_index_new (), 1 };
  return html;
}

void
html_free (Html *html)
{
  if (html == NULL)
    return;

  html_index_free (html->index);
  g_free (html);
}

static gboolean
hand_over (const Html *html, const char *name, GString *page, GError **error)
{
  gboolean ok = html->sink (name, page, html->data, error);
  g_string_free (page, TRUE);
  return ok;
}

gboolean
html_add (Html *html, const Report *report, GError **error)
{
  gboolean has_index = html->n_reports != 1;
  g_autofree char *name = has_index ? html_page_name (report) : g_strdup (HTML_FILE);
  GString *page = report_page (report, html->options, html->first_finding, has_index);
  html_index_add (html->index, report);
  html->first_finding += report->findings->len;
  return hand_over (html, name, page, error);
}

gboolean
html_finish (Html *html, GError **error)
{
  return html->n_reports == 1 || hand_over (html, HTML_FILE, html_index_page (html->index), error);
}
