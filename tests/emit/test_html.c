/* tests/emit/test_html.c - tests emit/html.c, and the parts of a report's page through it:
 * html_verdict.c, html_finding.c, html_tableau.c, html_checks.c, html_page.c and html_index.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html.h"

#include <criterion/criterion.h>
#include <string.h>

#include "emit/html_asset.h"
#include "tests/emit/sample.h"

/* ---- pages ---- */

static gboolean
keep_page (const char *name, const GString *html, gpointer data, G_GNUC_UNUSED GError **error)
{
  char *before = g_hash_table_lookup (data, name);
  g_hash_table_insert (data, g_strdup (name),
                       g_strconcat (before != NULL ? before : "", html->str, NULL));
  return TRUE;
}

/* Returns (transfer full): the pages of @reports, by their names. */
static GHashTable *
write_pages (const GPtrArray *reports, const HtmlOptions *options)
{
  GHashTable *pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (Html) html = html_new (reports->len, options, keep_page, pages);
  for (guint i = 0; i < reports->len; i++)
    cr_assert (html_add (html, g_ptr_array_index (reports, i), NULL));
  cr_assert (html_finish (html, NULL));
  return pages;
}

/* Returns (transfer full): the page of @report alone. */
static char *
page_of (Report *report, const HtmlOptions *options)
{
  g_autoptr (GPtrArray) reports = sample_list (report);
  g_autoptr (GHashTable) pages = write_pages (reports, options);
  cr_assert_eq (g_hash_table_size (pages), 1);
  char *html = g_strdup (g_hash_table_lookup (pages, HTML_FILE));
  cr_assert_not_null (html);
  return html;
}

static const char *
summary_of (const char *rule)
{
  return g_str_equal (rule, "ratio") ? "a share is not a share" : NULL;
}

static const HtmlOptions plain = { .images = IMAGES_NONE, .rule_summary = summary_of };

static void
assert_has (const char *html, const char *part)
{
  cr_expect_not_null (strstr (html, part), "no '%s'", part);
}

static void
assert_lacks (const char *html, const char *part)
{
  cr_expect_null (strstr (html, part), "there is '%s'", part);
}

static guint
count (const char *html, const char *part)
{
  guint n = 0;
  for (const char *at = html; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* A contradiction about the figure 22.3% of A1. */
static Finding *
add_contradiction (Report *report)
{
  Figure *figure = sample_add_figure (report, MEASURE_ACTUAL, report->period, "22.3");
  figure->page = 1;
  figure->box = (Box){ 10, 20, 30.25, 40 };
  figure->unit = UNIT_PERCENT;
  report_set_text (&figure->raw, "22.3%");
  report_set_text (&figure->label, "Nov 16");
  Finding *finding
      = sample_add_finding (report, SEVERITY_CONTRADICTION, "", "printed 22.3, but 16 / 32 = 50 %");
  finding->page = 1;
  finding->box = figure->box;
  report_set_text (&finding->printed, "22.3%");
  report_set_text (&finding->expected_low, "50");
  report_set_text (&finding->expected_high, "50");
  report_add_coverage (report, "ratio")->n_checked = 3;
  return finding;
}

Test (html, one_report_is_one_page_and_several_have_an_index)
{
  g_autoptr (Report) first = sample_new ();
  g_autoptr (Report) second = sample_new ();
  report_set_text (&second->source.sha256, "ffffffffffff");
  add_contradiction (first);
  add_contradiction (second);
  g_autoptr (GPtrArray) reports = sample_list (first);
  g_ptr_array_add (reports, second);
  g_autoptr (GHashTable) pages = write_pages (reports, &plain);
  cr_assert_eq (g_hash_table_size (pages), 3);
  const char *index = g_hash_table_lookup (pages, HTML_FILE);
  assert_has (index, "<a href=\"validation-" SAMPLE_ID ".html\">Harnley Borough Council</a>");
  assert_has (index, "<strong>2 things</strong> in 2 of 2 reports cannot be true.");
  const char *last = g_hash_table_lookup (pages, "validation-ffffffffffff.html");
  assert_has (last, "<a href=\"validation.html\">All reports</a>");
  assert_has (last, "id=\"f2\""); /* findings are numbered as in findings.csv */
}

Test (html, files_are_known_by_their_names)
{
  cr_expect (html_is_file ("validation.html"));
  cr_expect (html_is_file ("validation-0123456789ab.html"));
  cr_expect (html_is_file ("validation-0123456789ab-2.html"));
  cr_expect (html_is_file ("validation-2.html"));
  cr_expect_not (html_is_file ("validation-0123456789ab-.html"));
  cr_expect_not (html_is_file ("validation-0123456789ab-2-3.html"));
  cr_expect_not (html_is_file ("validation-2-0123456789ab.html"));
  cr_expect_not (html_is_file ("validation-0123456789a.html"));
  cr_expect_not (html_is_file ("validation-0123456789abc.html"));
  cr_expect_not (html_is_file ("validation-0123456789xy.html"));
  cr_expect_not (html_is_file ("validation-.html"));
  cr_expect_not (html_is_file ("validation.json"));
}

Test (html, the_policy_names_the_style_and_the_script_by_their_hashes)
{
  g_autoptr (Report) report = sample_new ();
  g_autofree char *html = page_of (report, &plain);
  g_autofree char *style = html_asset_hash (html_asset_style ());
  g_autofree char *script = html_asset_hash (html_asset_script ());
  g_autofree char *policy
      = g_strdup_printf ("content=\"default-src 'none'; img-src data:; style-src %s; script-src "
                         "%s; base-uri 'none'; form-action 'none'\"",
                         style, script);
  assert_has (html, policy);
  g_autofree char *style_element = g_strdup_printf ("<style>%s</style>", html_asset_style ());
  g_autofree char *script_element = g_strdup_printf ("<script>%s</script>", html_asset_script ());
  assert_has (html, style_element);
  assert_has (html, script_element);
  cr_expect_eq (count (html, "</script"), 1);
  cr_expect_eq (count (html, "</style"), 1);
  assert_lacks (html, " style=");
  assert_lacks (html, " onclick=");
}

Test (html, the_hash_of_an_empty_text_is_that_of_sha256)
{
  g_autofree char *hash = html_asset_hash ("");
  cr_expect_str_eq (hash, "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

/* ---- the verdict ---- */

Test (html, the_verdict_is_told_in_words)
{
  g_autoptr (Report) report = sample_new ();
  add_contradiction (report);
  g_autofree char *html = page_of (report, &plain);
  assert_has (html, "<strong>1 thing</strong> in this report cannot be true.");
  assert_has (html, "Recount read harnley.txt, 2 pages: 1 indicator in 1 table, 1 figure.");
  assert_has (html, "<span class=\"letter\"><span class=\"vh\">Grade </span>D</span>");
  assert_has (html, "<a href=\"#f1\">a share is not a share</a>");
}

Test (html, a_report_without_contradictions_says_so)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_figure (report, MEASURE_ACTUAL, report->period, "7");
  report_add_coverage (report, "ratio")->n_checked = 3;
  g_autofree char *html = page_of (report, &plain);
  assert_has (html, "Nothing that this report prints contradicts anything else that it prints.");
  assert_has (html, "</span>A</span>");
  assert_has (html, "There are none.");
}

/* ---- findings ---- */

Test (html, a_finding_tells_claim_formula_and_place)
{
  g_autoptr (Report) report = sample_new ();
  add_contradiction (report);
  g_autofree char *html = page_of (report, &plain);
  assert_has (html, "It is printed as <b>22.3%</b>, but it can only be <b>50%</b>.");
  assert_has (html, "printed 22.3, but 16 / 32 = 50 %.");
  assert_has (html, "</span> A1, November 2016</h3>");
  assert_has (html, "data-rule=\"ratio\" data-n=\"1\" data-m=\"actual\" data-p=\"2016-11\" "
                    "data-v=\"22.3%\" data-b=\"1,10,20,30.25,40\"");
}

/* An interval, and how it is told. */
static const struct
{
  const char *low, *high, *words;
} intervals[] = {
  { "4", "7", "but it can only lie between <b>4%</b> and <b>7%</b>." },
  { "4", "", "but it can only be <b>4%</b> or more." },
  { "", "7", "but it can only be <b>7%</b> or less." },
};

Test (html, intervals_are_told_by_what_is_known_of_them)
{
  for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      g_autoptr (Report) report = sample_new ();
      Finding *finding = add_contradiction (report);
      report_set_text (&finding->expected_low, intervals[i].low);
      report_set_text (&finding->expected_high, intervals[i].high);
      g_autofree char *html = page_of (report, &plain);
      assert_has (html, intervals[i].words);
    }
}

Test (html, findings_of_one_cause_stand_together_and_the_worst_first)
{
  g_autoptr (Report) report = sample_new ();
  sample_add_finding (report, SEVERITY_NOTE, "", "third");
  sample_add_finding (report, SEVERITY_WARNING, "g", "second");
  sample_add_finding (report, SEVERITY_CONTRADICTION, "g", "first");
  g_autofree char *html = page_of (report, &plain);
  cr_expect_eq (count (html, "<li class=\"cause\""), 2);
  assert_has (html, "1 more finding of the same cause");
  cr_expect_lt (strstr (html, "first."), strstr (html, "second."));
  cr_expect_lt (strstr (html, "second."), strstr (html, "third."));
}

Test (html, the_input_is_linked_by_its_page_from_where_the_page_stands)
{
  g_autoptr (Report) report = sample_new ();
  add_contradiction (report);
  report_set_text (&report->source.path, "/data/in put/a#b.pdf");
  HtmlOptions options = plain;
  options.folder = "/data/out/november";
  g_autofree char *html = page_of (report, &options);
  assert_has (html, "<a href=\"../../in%20put/a%23b.pdf#page=1\">page 1</a>");
}

/* ---- tables ---- */

Test (html, a_cell_tells_how_it_was_read_and_bears_its_finding)
{
  g_autoptr (Report) report = sample_new ();
  add_contradiction (report);
  g_autofree char *html = page_of (report, &plain);
  assert_has (html, "<td tabindex=\"-1\" class=\"x0\" data-b=\"1,10,20,30.25,40\" data-t=\"22.3 "
                    "percent\"><span>22.3%</span><a class=\"flag s0\" "
                    "href=\"#f1\" title=\"contradiction: finding 1\">\xE2\x9C\x95"
                    "1</a></td>");
  assert_has (html, "data-k=\"actual||2016-11|value\" class=\"m\">Nov 16</th>");
  assert_has (html, "<th scope=\"row\" id=\"i1\"><b>A1</b> Contacts, all</th>");
}

Test (html, a_doubtful_or_corrected_cell_says_so)
{
  g_autoptr (Report) report = sample_new ();
  Figure *figure = sample_add_figure (report, MEASURE_ACTUAL, report->period, "7.0");
  figure->confidence = 0.5;
  figure->origin = ORIGIN_OCR;
  figure = sample_add_figure (report, MEASURE_YTD, period_year_to_date (2016), "8");
  figure->origin = ORIGIN_CORRECTED;
  g_autofree char *html = page_of (report, &plain);
  assert_has (html, "data-t=\"7.0 count; confidence 0.5; from ocr\"><span>7.0</span>"
                    "<abbr title=\"doubtful reading\">?</abbr>");
  assert_has (html, "data-t=\"8 count; confidence 1; from corrected\"><span>8</span>"
                    "<abbr title=\"corrected by a person\">→ 8</abbr>");
}

Test (html, a_cell_that_colour_alone_tells_is_told_in_a_word)
{
  g_autoptr (Report) report = sample_new ();
  Figure *figure = sample_add_figure (report, MEASURE_RAG, report->period, NULL);
  figure->rating = MEASURE_AMBER;
  g_autofree char *html = page_of (report, &plain);
  assert_has (html, "data-raw=\"\"><span>amber</span>");
}

Test (html, texts_stand_below_the_rows_that_they_are_about)
{
  g_autoptr (Report) report = sample_new ();
  Text *text = report_add_text (report);
  text->indicator = 0;
  report_set_text (&text->text, "all <b>well</b>");
  report_set_text (&report_add_text (report)->text, "of the report");
  g_autofree char *html = page_of (report, &plain);
  assert_has (html, "<dt>A1 <small>commentary</small></dt><dd>all &lt;b&gt;well&lt;/b&gt;</dd>");
  assert_has (html, "<dd>of the report</dd>");
  cr_expect_lt (strstr (html, "of the report"), strstr (html, "<table>"));
}

/* ---- checks ---- */

Test (html, what_was_not_checked_stands_with_what_it_needs)
{
  g_autoptr (Report) report = sample_new ();
  report_add_coverage (report, "ratio")->n_checked = 1204;
  Coverage *idle = report_add_coverage (report, "sum");
  idle->n_checked = 0;
  report_set_text (&idle->needs, "figures that are sums of others");
  Unplaced *unplaced = report_add_unplaced (report);
  unplaced->page = 2;
  report_set_text (&unplaced->text, "35.8");
  g_autofree char *html = page_of (report, &plain);
  assert_has (html, "<code>ratio</code></th><td>a share is not a share</td><td>1,204</td><td "
                    "class=\"num\">0</td>");
  assert_has (html, "<code>sum</code></th><td></td><td>figures that are sums of others</td></tr>");
  assert_has (html, "35.8 (page 2)");
  assert_has (html, "What no check can catch");
}

/* ---- hostile and large ---- */

#define HOSTILE "<script>alert(1)</script>\"'&"

Test (html, no_text_of_a_report_becomes_mark_up)
{
  g_autoptr (Report) report = sample_new ();
  Finding *finding = add_contradiction (report);
  Indicator *indicator = report_indicator (report, 0);
  Figure *figure = report_figure (report, 0);
  char **texts[] = { &report->authority,
                     &report->title,
                     &report->family,
                     &report->source.path,
                     &finding->rule,
                     &finding->printed,
                     &finding->expected_low,
                     &finding->message,
                     &finding->suggestion,
                     &finding->group,
                     &indicator->ref,
                     &indicator->name,
                     &indicator->section,
                     &figure->raw,
                     &figure->label,
                     &report_add_text (report)->text,
                     &report_add_text (report)->section,
                     &report_add_unplaced (report)->text,
                     &report_add_coverage (report, "x")->needs };
  /* the arrays have grown, and what they hold has moved */
  texts[15] = &report_text (report, 0)->text;
  texts[18] = &report_coverage (report, 1)->needs;
  report_coverage (report, 1)->n_checked = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    report_set_text (texts[i], HOSTILE);
  g_autofree char *html = page_of (report, &plain);
  cr_expect_eq (count (html, "<script"), 1);
  cr_expect_geq (count (html, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"),
                 G_N_ELEMENTS (texts) - 1);
}

Test (html, no_page_is_too_large_and_what_is_left_out_is_told)
{
  g_autoptr (Report) report = sample_new ();
  g_autofree char *message = g_strnfill (900, 'm');
  for (int i = 0; i < 6000; i++)
    sample_add_finding (report, SEVERITY_NOTE, "", message);
  g_autofree char *html = page_of (report, &plain);
  cr_expect_lt (strlen (html), HTML_MAX_BYTES);
  assert_has (html, " more causes would make this page too large: findings.csv has all of them.");
  assert_has (html, "What no check can catch");
}

#define N_ROWS 9000
#define N_FOUND 30

/* Returns (transfer full): a report of 9 MB, with findings in each part of it, all of one cause. */
static Report *
make_long_report (void)
{
  Report *report = sample_new ();
  g_autofree char *name = g_strnfill (900, 'm');
  while (report->indicators->len < N_ROWS)
    {
      Indicator *indicator = report_add_indicator (report);
      indicator->table = 1;
      report_set_text (&indicator->name, name);
    }
  for (guint i = 0; i < N_FOUND; i++)
    {
      Finding *finding = add_contradiction (report);
      finding->indicator = (int) (i * N_ROWS / N_FOUND);
      finding->box.x0 = report_figure (report, i)->box.x0 = i;
      report_figure (report, i)->indicator = finding->indicator;
      report_set_text (&finding->group, "one slip");
      Text *text = report_add_text (report);
      text->indicator = finding->indicator;
      report_set_text (&text->text, "It is as expected.");
    }
  return report;
}

/* Asserts that what the links of a page lead to within the report is there. */
static void
assert_links (GHashTable *pages, const char *name, const char *html)
{
  static const char link[] = "href=\"";
  for (const char *at = html; (at = strstr (at, link)) != NULL; at += strlen (link))
    {
      const char *address = at + strlen (link), *end = strchr (address, '"');
      g_autofree char *whole = g_strndup (address, (gsize) (end - address));
      g_auto (GStrv) parts = g_strsplit (whole, "#", 2);
      const char *goal = g_hash_table_lookup (pages, parts[0][0] != '\0' ? parts[0] : name);
      g_autofree char *id = g_strdup_printf ("id=\"%s\"", parts[1] != NULL ? parts[1] : "main");
      cr_expect (goal != NULL && strstr (goal, id) != NULL, "%s: %s", name, whole);
    }
}

Test (html, a_long_report_has_several_pages_that_leave_nothing_out)
{
  g_autoptr (Report) report = make_long_report ();
  g_autoptr (GPtrArray) reports = sample_list (report);
  g_autoptr (GHashTable) pages = write_pages (reports, &plain);
  cr_assert_gt (g_hash_table_size (pages), 2);
  cr_expect (g_hash_table_contains (pages, HTML_FILE));
  cr_expect (g_hash_table_contains (pages, "validation-" SAMPLE_ID "-2.html"));
  guint n_rows = 0, n_findings = 0, n_flags = 0, n_texts = 0;
  GHashTableIter all;
  gpointer name = NULL, html = NULL;
  g_hash_table_iter_init (&all, pages);
  while (g_hash_table_iter_next (&all, &name, &html))
    {
      cr_expect_lt (strlen (html), HTML_MAX_BYTES);
      cr_expect (html_is_file (name), "%s", (char *) name);
      assert_has (html, "30 contradictions, 1 cause");
      assert_has (html, "of the same cause</a> on other pages of this report");
      assert_lacks (html, "class=\"cut\"");
      assert_links (pages, name, html);
      n_rows += count (html, "<tr data-n=");
      n_findings += count (html, "<article class=\"finding s0\"");
      n_flags += count (html, "<a class=\"flag s0\"");
      n_texts += count (html, "It is as expected.");
    }
  cr_expect_eq (n_rows, N_ROWS);
  cr_expect_eq (n_findings, N_FOUND);
  cr_expect_eq (n_flags, N_FOUND);
  cr_expect_eq (n_texts, N_FOUND);
}

Test (html, a_long_list_of_reports_has_several_pages)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) report_free);
  g_autofree char *path = g_strnfill (2000, 'p');
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *sha256 = g_strdup_printf ("%012x", i);
      const Source source = { path, sha256 };
      g_ptr_array_add (reports, report_new (&source));
    }
  g_autoptr (GHashTable) pages = write_pages (reports, &plain);
  const char *first = g_hash_table_lookup (pages, HTML_FILE);
  const char *last = g_hash_table_lookup (pages, "validation-3.html");
  cr_assert (first != NULL && last != NULL);
  cr_expect_null (g_hash_table_lookup (pages, "validation-4.html"));
  cr_expect_lt (strlen (first), HTML_MAX_BYTES);
  assert_has (first, "<a href=\"validation-000000000000.html\">");
  assert_has (first, "<a href=\"validation-2.html\">More reports</a>");
  assert_has (last, "<a href=\"validation-000000000bb7.html\">");
  assert_has (last, "<a href=\"validation-2.html\">Earlier reports</a>");
  assert_lacks (last, "More reports");
}

Test (html, the_same_report_gives_the_same_bytes)
{
  g_autoptr (Report) report = sample_new ();
  add_contradiction (report);
  g_autofree char *html = page_of (report, &plain);
  g_autofree char *again = page_of (report, &plain);
  cr_expect_str_eq (html, again);
}
