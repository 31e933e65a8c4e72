/* emit/html_finding.c - what is wrong, worst first, each thing with its proof and its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_escape.h"
#include "emit/html_report.h"
#include "emit/html_spot.h"
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

const HtmlPart *
html_report_part (const HtmlReport *page)
{
  return &g_array_index (page->parts, HtmlPart, page->part);
}

void
html_finding_address (GString *html, const HtmlReport *page, guint index)
{
  guint part = html_parts_find (page->parts, report_finding (page->report, index)->indicator);
  if (part != page->part)
    html_path (html, g_ptr_array_index (page->names, part));
  html_raw (html, "#f");
  html_number (html, page->first_finding + index);
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
  spot_append (html, (Spot){ finding->page, finding->box });
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

/* Says that a cause has findings on other pages of the report, the first of which is @index. */
static void
append_elsewhere (GString *html, const HtmlReport *page, guint n, guint index)
{
  html_raw (html, "<p class=\"meta\"><a href=\"");
  html_finding_address (html, page, index);
  html_raw (html, "\">");
  words_count (html, n, "more finding");
  html_raw (html, " of the same cause</a> on other pages of this report</p>\n");
}

static void
append_members (GString *html, const HtmlReport *page, const GArray *members)
{
  html_raw (html, "<details><summary>");
  words_count (html, members->len - 1, "more finding");
  html_raw (html, " of the same cause</summary>\n");
  const Finding *above = report_finding (page->report, g_array_index (members, guint, 0));
  guint n_crops = 1;
  for (guint i = 1; i < members->len; i++)
    {
      guint index = g_array_index (members, guint, i);
      const Finding *finding = report_finding (page->report, index);
      gboolean shows_crop = n_crops < CROPS_OF_CAUSE && !is_same_place (finding, above);
      append_finding (html, page, index, shows_crop);
      n_crops += shows_crop;
      above = finding;
    }
  html_raw (html, "</details>\n");
}

/* Returns (transfer full): the findings of a cause that stand on the page, the first of the worst
 * first; @elsewhere gets the others. */
static GArray *
members_of (const HtmlReport *page, const Cause *cause, GHashTable *groups, GArray *elsewhere)
{
  guint first = roll_index (page->report->findings, cause->finding);
  const GArray *all = cause->finding->group[0] != '\0'
                          ? g_hash_table_lookup (groups, cause->finding->group)
                          : NULL;
  GArray *here = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i <= (all != NULL ? all->len : 0); i++)
    {
      guint index = i == 0 ? first : g_array_index (all, guint, i - 1);
      gboolean is_here = html_part_has (html_report_part (page),
                                        report_finding (page->report, index)->indicator);
      if (i == 0 || index != first)
        g_array_append_val (is_here ? here : elsewhere, index);
    }
  return here;
}

/* Returns: whether anything of the cause stands on the page. */
static gboolean
append_cause (GString *html, const HtmlReport *page, const Cause *cause, GHashTable *groups)
{
  g_autoptr (GArray) elsewhere = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) here = members_of (page, cause, groups, elsewhere);
  if (here->len == 0)
    return FALSE;
  html_raw (html, "<li class=\"cause\" data-s=\"");
  html_number (html, (int) cause->finding->severity);
  html_raw (html, "\">");
  append_finding (html, page, g_array_index (here, guint, 0), TRUE);
  if (here->len > 1)
    append_members (html, page, here);
  if (elsewhere->len > 0)
    append_elsewhere (html, page, elsewhere->len, g_array_index (elsewhere, guint, 0));
  html_raw (html, "</li>\n");
  return TRUE;
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

/* Appends the causes of the page, as far as there is room before @end.  Returns: how many; @n_left
 * gets how many there is no room for. */
static guint
append_causes (GString *html, const HtmlReport *page, gsize end, guint *n_left)
{
  g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (Cause));
  for (int severity = 0; severity < severity_codes.n_codes; severity++)
    tally_append_causes (causes, page->report, (Severity) severity);
  g_autoptr (GHashTable) groups = index_groups (page->report);
  guint n = 0;
  for (guint i = 0; i < causes->len; i++)
    {
      gsize before = html->len;
      html_raw (html, n == 0 ? "<ol class=\"causes\">\n" : "");
      gboolean is_here = append_cause (html, page, &g_array_index (causes, Cause, i), groups);
      if (is_here && *n_left == 0 && html->len <= end)
        {
          end -= html_report_flush (html, page);
          n++;
          continue;
        }
      g_string_truncate (html, before);
      *n_left += is_here;
    }
  html_raw (html, n > 0 ? "</ol>\n" : "");
  return n;
}

void
html_findings_append (GString *html, const HtmlReport *page, gsize budget)
{
  gsize end = html->len + budget;
  html_raw (html, "<section id=\"findings\" aria-labelledby=\"findings-h\">\n"
                  "<h2 id=\"findings-h\">Findings, worst first</h2>\n");
  append_lead (html, page);
  guint n_left = 0;
  if (append_causes (html, page, end, &n_left) == 0)
    html_raw (html, page->parts->len > 1 ? "<p>There are none about the rows of this page.</p>\n"
                                         : "<p>There are none.</p>\n");
  if (n_left > 0)
    {
      html_raw (html, "<p class=\"cut\">");
      words_count (html, n_left, "more cause");
      html_raw (html, " would make this page too large: findings.csv has all of them.</p>\n");
    }
  html_raw (html, "</section>\n");
}
