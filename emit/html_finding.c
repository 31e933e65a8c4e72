/* emit/html_finding.c - what is wrong, worst first, each thing with its proof and its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_escape.h"
#include "emit/html_report.h"
#include "emit/html_words.h"
#include "emit/tally.h"

#define CROPS_OF_CAUSE 6 /* that the findings of one cause show at most */

void
html_source_link (GString *html, const HtmlReport *page, int number, const char *words)
{
  if (page->link == NULL)
    {
      html_text (html, words);
      return;
    }
  html_raw (html, "<a href=\"");
  html_path (html, page->link);
  if (number >= 1)
    {
      html_raw (html, "#page=");
      html_number (html, number);
    }
  html_raw (html, "\">");
  html_text (html, words);
  html_raw (html, "</a>");
}

/* ---- what a finding says ---- */

static gboolean
has_interval (const Finding *finding)
{
  return finding->printed[0] != '\0'
         && (finding->expected_low[0] != '\0' || finding->expected_high[0] != '\0');
}

static void
append_bound (GString *html, const Finding *finding, const char *bound)
{
  html_raw (html, "<b>");
  html_text (html, bound);
  html_raw (html, g_str_has_suffix (finding->printed, "%") ? "%</b>" : "</b>");
}

/* Appends what the figure could have been: "be 50", "lie between 4 and 7", "be 4 or more". */
static void
append_interval (GString *html, const Finding *finding)
{
  const char *low = finding->expected_low, *high = finding->expected_high;
  gboolean is_range = low[0] != '\0' && high[0] != '\0' && !g_str_equal (low, high);
  html_raw (html, is_range ? "lie between " : "be ");
  append_bound (html, finding, low[0] != '\0' ? low : high);
  if (is_range)
    {
      html_raw (html, " and ");
      append_bound (html, finding, high);
    }
  if (low[0] == '\0' || high[0] == '\0')
    html_raw (html, low[0] != '\0' ? " or more" : " or less");
}

/* Appends the claim in one sentence. */
static void
append_claim (GString *html, const Finding *finding)
{
  static const char *const verbs[] = {
    [SEVERITY_CONTRADICTION] = ", but it can only ",
    [SEVERITY_WARNING] = ", but should ",
    [SEVERITY_NOTE] = ", and by what it was held against would ",
  };
  html_raw (html, "<p class=\"claim\">");
  if (has_interval (finding))
    {
      html_raw (html, "It is printed as <b>");
      html_text (html, finding->printed);
      html_raw (html, "</b>");
      html_raw (html, verbs[finding->severity]);
      append_interval (html, finding);
      html_raw (html, ".</p>\n<p class=\"proof\">");
    }
  html_text (html, finding->message);
  html_raw (html, ".</p>\n");
  if (finding->suggestion[0] != '\0')
    {
      html_raw (html, "<p class=\"hint\">This would fit everything around it: ");
      html_text (html, finding->suggestion);
      html_raw (html, ".</p>\n");
    }
}

static void
append_title (GString *html, const HtmlReport *page, const Finding *finding)
{
  html_raw (html, "<h3><span class=\"sev\">");
  html_raw (html, words_sign (finding->severity));
  html_raw (html, " ");
  html_raw (html, words_severity (finding->severity));
  html_raw (html, "</span> ");
  gsize before = html->len;
  words_subject (html, page->report, finding->indicator, finding->measure, finding->period);
  if (html->len == before)
    html_raw (html, "The report");
  else if (finding->indicator == NO_INDICATOR)
    html->str[before] = g_ascii_toupper (html->str[before]);
  html_raw (html, "</h3>\n");
  const Indicator *indicator = finding->indicator == NO_INDICATOR
                                   ? NULL
                                   : report_indicator (page->report, (guint) finding->indicator);
  if (indicator != NULL && indicator->ref[0] != '\0' && indicator->name[0] != '\0')
    {
      html_raw (html, "<p class=\"name\">");
      html_text (html, indicator->name);
      html_raw (html, "</p>\n");
    }
}

/* ---- where it stands ---- */

static void
append_crop (GString *html, const HtmlReport *page, const Finding *finding)
{
  const Crop *crop = crops_find (page->crops, finding->page, finding->box);
  if (crop == NULL)
    return;
  g_autofree char *alt
      = g_strdup_printf ("Page %d of the report around the cell%s%s, which is %s", finding->page,
                         finding->printed[0] != '\0' ? " that prints " : "", finding->printed,
                         crop->png != NULL ? "outlined" : "marked");
  html_raw (html, "<figure>");
  html_crop_append (html, crop, finding->box, alt);
  html_raw (html, "</figure>\n");
}

static void
append_meta (GString *html, const HtmlReport *page, const Finding *finding, guint number)
{
  html_raw (html, "<p class=\"meta\">finding ");
  html_number (html, number);
  html_raw (html, " · rule <code>");
  html_text (html, finding->rule);
  html_raw (html, "</code>");
  if (finding->page >= 1)
    {
      g_autofree char *words = g_strdup_printf ("page %d", finding->page);
      html_raw (html, " · ");
      html_source_link (html, page, finding->page, words);
    }
  if (finding->indicator != NO_INDICATOR)
    {
      html_raw (html, " · <a href=\"#i");
      html_number (html, finding->indicator + 1);
      html_raw (html, "\">in its table</a>");
    }
  html_raw (html, "</p>\n");
}

/* ---- a finding, a cause ---- */

static void
append_data (GString *html, const char *name, const char *value)
{
  html_raw (html, " data-");
  html_raw (html, name);
  html_raw (html, "=\"");
  html_text (html, value);
  html_raw (html, "\"");
}

/* Appends what decisions.csv tells a finding by. */
static void
append_identity (GString *html, const Finding *finding)
{
  g_autofree char *period = period_format (finding->period);
  append_data (html, "rule", finding->rule);
  if (finding->indicator != NO_INDICATOR)
    {
      html_raw (html, " data-n=\"");
      html_number (html, finding->indicator + 1);
      html_raw (html, "\"");
    }
  append_data (html, "m", measure_code (finding->measure));
  append_data (html, "p", period);
  append_data (html, "v", finding->printed);
  if (finding->page < 1)
    return;
  html_raw (html, " data-b=\"");
  html_number (html, finding->page);
  const double ends[] = { finding->box.x0, finding->box.y0, finding->box.x1, finding->box.y1 };
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      html_raw (html, ",");
      html_length (html, ends[i]);
    }
  html_raw (html, "\"");
}

static void
append_finding (GString *html, const HtmlReport *page, guint index, gboolean shows_crop)
{
  const Finding *finding = report_finding (page->report, index);
  guint number = page->first_finding + index;
  html_raw (html, "<article class=\"finding s");
  html_number (html, (int) finding->severity);
  html_raw (html, "\" id=\"f");
  html_number (html, number);
  html_raw (html, "\" tabindex=\"-1\"");
  append_identity (html, finding);
  html_raw (html, ">\n");
  append_title (html, page, finding);
  append_claim (html, finding);
  if (shows_crop)
    append_crop (html, page, finding);
  append_meta (html, page, finding, number);
  html_raw (html, "</article>\n");
}

/* The findings of a report by their groups: from the name to a GArray of indices. */
static GHashTable *
index_groups (const Report *report)
{
  GHashTable *groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const Finding *finding = report_finding (report, i);
      if (finding->group[0] == '\0')
        continue;
      GArray *members = g_hash_table_lookup (groups, finding->group);
      if (members == NULL)
        {
          members = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, finding->group, members);
        }
      g_array_append_val (members, i);
    }
  return groups;
}

/* Whether the crop of a finding is the same as that of the one above it. */
static gboolean
is_same_place (const Finding *a, const Finding *b)
{
  return a->page == b->page && box_equal (a->box, b->box);
}

static void
append_members (GString *html, const HtmlReport *page, const GArray *members, guint first)
{
  html_raw (html, "<details><summary>");
  words_count (html, members->len - 1, "more finding");
  html_raw (html, " of the same cause</summary>\n");
  const Finding *above = report_finding (page->report, first);
  guint n_crops = 1;
  for (guint i = 0; i < members->len; i++)
    {
      guint index = g_array_index (members, guint, i);
      if (index == first)
        continue;
      const Finding *finding = report_finding (page->report, index);
      gboolean shows_crop = n_crops < CROPS_OF_CAUSE && !is_same_place (finding, above);
      append_finding (html, page, index, shows_crop);
      n_crops += shows_crop;
      above = finding;
    }
  html_raw (html, "</details>\n");
}

static void
append_cause (GString *html, const HtmlReport *page, const Cause *cause, GHashTable *groups)
{
  const GArray *members = cause->finding->group[0] != '\0'
                              ? g_hash_table_lookup (groups, cause->finding->group)
                              : NULL;
  guint first = (guint) (cause->finding - report_finding (page->report, 0));
  html_raw (html, "<li class=\"cause\" data-s=\"");
  html_number (html, (int) cause->finding->severity);
  html_raw (html, "\">");
  append_finding (html, page, first, TRUE);
  if (members != NULL && members->len > 1)
    append_members (html, page, members, first);
  html_raw (html, "</li>\n");
}

/* ---- all of them ---- */

static void
append_lead (GString *html, const HtmlReport *page)
{
  html_raw (html, "<p class=\"lead\">A contradiction is a proof: whatever the figures were before "
                  "they were rounded, they cannot all be printed like this. A warning is "
                  "implausible, but possible. A note is worth knowing.</p>\n");
  const char *failure = crops_failure (page->crops);
  if (failure != NULL)
    {
      html_raw (html, "<p class=\"cut\">Some places are not shown: ");
      html_text (html, failure);
      html_raw (html, ".</p>\n");
    }
  if (crops_n_left_out (page->crops) > 0)
    {
      html_raw (html, "<p class=\"cut\">");
      words_count (html, crops_n_left_out (page->crops), "image");
      html_raw (html, " would make this page too large and are left out, those of the least severe "
                      "findings first.</p>\n");
    }
}

void
html_findings_append (GString *html, const HtmlReport *page, gsize budget)
{
  gsize end = html->len + budget;
  g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (Cause));
  for (int severity = 0; severity < severity_codes.n_codes; severity++)
    tally_append_causes (causes, page->report, (Severity) severity);
  g_autoptr (GHashTable) groups = index_groups (page->report);

  html_raw (html, "<section id=\"findings\" aria-labelledby=\"findings-h\">\n"
                  "<h2 id=\"findings-h\">Findings, worst first</h2>\n");
  append_lead (html, page);
  html_raw (html, causes->len > 0 ? "<ol class=\"causes\">\n" : "<p>There are none.</p>\n");
  guint n = 0;
  for (; n < causes->len; n++)
    {
      gsize before = html->len;
      append_cause (html, page, &g_array_index (causes, Cause, n), groups);
      if (html->len <= end)
        continue;
      g_string_truncate (html, before);
      break;
    }
  html_raw (html, causes->len > 0 ? "</ol>\n" : "");
  if (n < causes->len)
    {
      html_raw (html, "<p class=\"cut\">");
      words_count (html, causes->len - n, "more cause");
      html_raw (html, " would make this page too large: findings.csv has all of them.</p>\n");
    }
  html_raw (html, "</section>\n");
}
