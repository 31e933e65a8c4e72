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

#define PAGE_PREFIX "validation"
#define PAGE_SUFFIX ".html"
#define ID_DIGITS 12
#define PART_DIGITS 9

#define SPARE_BYTES 80000 /* style, script and what has no budget of its own */
#define SHARED_BYTES (HTML_MAX_BYTES - SPARE_BYTES)

static const char *const images_texts[] = { "none", "findings", "all" };
const CodeList images_codes = { "images", images_texts, G_N_ELEMENTS (images_texts) };

int
images_from_code (const char *code)
{
  return code_list_value (&images_codes, code);
}

/* Returns: what stands behind a dash and @least to @most of @characters; @name itself if there are
 * not so many. */
static const char *
skip_part (const char *name, const char *characters, gsize least, gsize most)
{
  gsize n = name[0] == '-' ? strspn (name + 1, characters) : 0;
  return n < least || n > most ? name : name + 1 + n;
}

gboolean
html_is_file (const char *name)
{
  if (!g_str_has_prefix (name, PAGE_PREFIX))
    return FALSE;
  const char *at = name + strlen (PAGE_PREFIX);
  at = skip_part (at, "0123456789abcdef", ID_DIGITS, ID_DIGITS);
  at = skip_part (at, "0123456789", 1, PART_DIGITS);
  return g_str_equal (at, PAGE_SUFFIX);
}

char *
html_page_name (const Report *report, guint part)
{
  g_autofree char *id = report_dup_id (report);
  return part == 0 ? g_strconcat (PAGE_PREFIX "-", id, PAGE_SUFFIX, NULL)
                   : g_strdup_printf (PAGE_PREFIX "-%s-%u" PAGE_SUFFIX, id, part + 1);
}

/* Returns (transfer full) (element-type utf8): the names of the pages of a report. */
static GPtrArray *
page_names (const Report *report, guint n_parts, gboolean has_index)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_parts; i++)
    g_ptr_array_add (names,
                     i == 0 && !has_index ? g_strdup (HTML_FILE) : html_page_name (report, i));
  return names;
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

/* Appends what a part of a report is about: the first and the last of its indicators. */
static void
append_span (GString *html, const Report *report, const HtmlPart *part)
{
  for (guint i = 0; i < 2; i++)
    {
      const Indicator *indicator
          = report_indicator (report, i == 0 ? part->first : MAX (part->end, 1) - 1);
      html_raw (html, i == 0 ? "" : " to ");
      html_text (html, indicator->ref[0] != '\0' ? indicator->ref : indicator->name);
    }
}

/* Appends links to the other pages of a report that has several. */
static void
append_parts (GString *html, const HtmlReport *page)
{
  if (page->parts->len == 1)
    return;
  html_raw (html, "<nav aria-label=\"Pages of this report\" class=\"parts\"><p>This report has ");
  words_count (html, page->parts->len, "page");
  html_raw (html,
            ", each with some of its rows and what was found about them. What was found about "
            "the report as a whole is on the first.</p><ol>");
  for (guint i = 0; i < page->parts->len; i++)
    {
      html_raw (html, i == page->part ? "<li><a aria-current=\"page\" href=\"" : "<li><a href=\"");
      html_path (html, g_ptr_array_index (page->names, i));
      html_raw (html, "\">");
      append_span (html, page->report, &g_array_index (page->parts, HtmlPart, i));
      html_raw (html, "</a></li>");
    }
  html_raw (html, "</ol></nav>");
}

static void
append_header (GString *html, const HtmlReport *page, gboolean has_index)
{
  const Report *report = page->report;
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
            "<li><a href=\"#checks\">Checks</a></li></ul></nav>");
  append_parts (html, page);
  html_raw (html, "</header>\n");
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

/* Appends what stands behind the findings, the tables in @room bytes. */
static void
append_tables (GString *html, const HtmlReport *page, gsize room)
{
  html_tableaux_append (html, page, room);
  html_checks_append (html, page);
}

gsize
html_report_flush (GString *html, const HtmlReport *page)
{
  HtmlOutlet *outlet = page->outlet;
  gsize length = html->len;
  if (outlet->sink != NULL && !outlet->has_failed)
    outlet->has_failed = !outlet->sink (outlet->name, html, outlet->data, outlet->error);
  outlet->n_bytes += length;
  g_string_truncate (html, 0);
  return length;
}

/* Returns: how many bytes a part of the page takes in @room. */
static gsize
measure (void (*append) (GString *html, const HtmlReport *page, gsize room), const HtmlReport *page,
         gsize room)
{
  g_autoptr (GString) html = g_string_new (NULL);
  HtmlOutlet counter = { NULL };
  HtmlReport measured = *page;
  measured.outlet = &counter;
  append (html, &measured, room);
  html_report_flush (html, &measured);
  return counter.n_bytes;
}

static gsize
room_beside (gsize taken)
{
  return taken < SHARED_BYTES ? SHARED_BYTES - taken : 0;
}

/* Puts the page together: its tables, which were measured, take @tables bytes of @room. */
static void
assemble (const HtmlReport *page, gsize tables, gsize room, gboolean has_index)
{
  const Report *report = page->report;
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  append_title (title, report);
  g_string_append (title, " – validation report");
  g_autofree char *attributes = g_strdup_printf (" data-sha256=\"%s\"", report->source.sha256);
  html_page_begin (html, title->str, attributes);
  append_header (html, page, has_index);
  html_raw (html, "<main id=\"main\">\n");
  html_verdict_append (html, page);
  html_findings_append (html, page, room_beside (html->len + tables));
  append_tables (html, page, room);
  append_source (html, report);
  html_raw (html, "</main>\n");
  html_page_end (html);
  html_report_flush (html, page);
}

/* Findings and tables are measured first: what they leave of the page is for the crops.  Rows that
 * are shown as printed take their room from the crops'. */
static void
make_page (HtmlReport *page, gboolean has_index)
{
  const HtmlPart *part = html_report_part (page);
  g_autoptr (Crops) none
      = crops_make (page->report, part, &(HtmlOptions){ .images = IMAGES_NONE }, 0);
  page->crops = none;
  gsize findings = measure (html_findings_append, page, SHARED_BYTES);
  gsize room = SHARED_BYTES - MIN (findings, SHARED_BYTES / 2);
  gsize tables = measure (append_tables, page, room);
  g_autoptr (Crops) crops
      = crops_make (page->report, part, page->options, room_beside (findings + tables));
  page->crops = crops;
  assemble (page, tables, room + crops_n_bytes (crops), has_index);
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
write_report (const Html *html, const Report *report, GError **error)
{
  gboolean has_index = html->n_reports > 1;
  g_autofree char *link = link_to (report, html->options);
  g_autoptr (Flags) flags = flags_new (report);
  g_autoptr (GArray) parts = html_parts_of (report);
  g_autoptr (GPtrArray) names = page_names (report, parts->len, has_index);
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < parts->len; i++)
    {
      HtmlOutlet outlet = { g_ptr_array_index (names, i), html->sink, html->data, error, FALSE, 0 };
      HtmlReport page
          = { report, html->options, link, html->first_finding, NULL, flags, parts, names,
              i,      &outlet };
      make_page (&page, has_index);
      ok = !outlet.has_failed;
    }
  return ok;
}

static gboolean
write_index (const Html *html, GError **error)
{
  gboolean ok = TRUE;
  for (guint next = 0, number = 1; ok && next < html->n_reports; number++)
    {
      g_autofree char *name = html_index_name (number);
      GString *page = html_index_page (html->index, number, &next);
      ok = html->sink (name, page, html->data, error);
      g_string_free (page, TRUE);
    }
  return ok;
}

gboolean
html_add (Html *html, const Report *report, GError **error)
{
  gboolean ok = write_report (html, report, error);
  html_index_add (html->index, report);
  html->first_finding += report->findings->len;
  return ok;
}

gboolean
html_finish (Html *html, GError **error)
{
  return html->n_reports <= 1 || write_index (html, error);
}
