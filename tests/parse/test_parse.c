/* tests/parse/test_parse.c - pages to reports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/parse.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "model/stream.h"
#include "tests/parse/desk.h"

#define TABLE                                                                                      \
  "Ref\tMeasure\tOct 16\tNov 16\t12 month average\tTarget\n"                                       \
  "M1\tNumber of contacts received\t106\t109\t108\t100\n"                                          \
  "M2\tNumber of new referrals\t17\t48\t42\t50\n"

static Report *
read_text (const char *text)
{
  g_autoptr (Desk) desk = desk_new ();
  return desk_read (desk, text);
}

/* ---- the document as a whole ---- */

Test (parse, a_document_of_no_known_family_is_read_by_the_lexicon_alone)
{
  g_autoptr (Report) report = read_text ("Eastwold County Council\n\nMonthly report\n\n" TABLE);
  cr_expect_str_eq (report->family, "");
  cr_expect_str_eq (report->authority, "Eastwold County Council");
  cr_expect (eq (int, report->n_tables, 1));
  desk_expect_figures (report, 0,
                       "actual 2016-10 106, 2016-11 109, mean_12m 2016-11 108, target 100");
  desk_expect_figures (report, 1, "actual 2016-10 17, 2016-11 48, mean_12m 2016-11 42, target 50");
  desk_expect_unplaced (report, "");
}

Test (parse, an_authority_is_named_in_any_of_the_ways_that_they_are)
{
  static const struct
  {
    const char *line, *authority;
  } cases[] = { { "EASTWOLD COUNTY COUNCIL", "EASTWOLD COUNTY COUNCIL" },
                { "Performance of the London Borough of Harnley", "London Borough of Harnley" },
                { "City of Ashby and Thorne: Scorecard", "City of Ashby and Thorne" },
                { "Ashdown Unitary Authority", "Ashdown Unitary Authority" },
                { "Ashdown Metropolitan Borough", "Ashdown Metropolitan Borough" },
                { "Ashby and Thorne Children's Trust", "Ashby and Thorne Children's Trust" },
                { "A report of the council", "" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].line, "\n\nMonthly report\n\n" TABLE, NULL);
      g_autoptr (Report) report = read_text (text);
      cr_expect_str_eq (report->authority, cases[i].authority);
    }
}

Test (parse, a_table_goes_on_behind_a_blank_line_and_the_name_of_a_section)
{
  g_autoptr (Report) report = read_text (TABLE "\nM3\tNumber of visits\t7\t8\t9\t10\n"
                                               "Early Help\n"
                                               "M4\tNumber of plans\t11\t12\t13\t14\n");
  cr_assert (eq (uint, report->indicators->len, 4));
  cr_expect (eq (int, report->n_tables, 1));
  desk_expect_figures (report, 2, "actual 2016-10 7, 2016-11 8, mean_12m 2016-11 9, target 10");
  desk_expect_figures (report, 3, "actual 2016-10 11, 2016-11 12, mean_12m 2016-11 13, target 14");
  cr_expect_str_eq (report_indicator (report, 2)->section, "");
  cr_expect_str_eq (report_indicator (report, 3)->section, "Early Help");
  desk_expect_unplaced (report, "");
}

Test (parse, figures_on_lines_of_their_own_that_follow_each_other_are_unplaced)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report
      = desk_read (desk, "Contacts\n\n7\n\n8\n\n9%\n\n10%\n\nVisits\n\n11\n\n12\n");
  desk_expect_unplaced (report, "7 8 9% 10%");
}

Test (parse, numbers_of_rows_that_suit_no_table_are_unplaced)
{
  g_autoptr (Report) report = read_text (TABLE "\nVisits\t7\t8\nPlans\t9%\t10%\n");
  cr_expect (eq (uint, report->indicators->len, 2));
  desk_expect_unplaced (report, "7 8 9% 10%");
}

Test (parse, a_known_family_brings_its_authority)
{
  g_autoptr (Report) report
      = read_text ("Children and Families Monthly Dataset\n\nKey to direction of travel:\t\n"
                   "Derived from annual:\t\n\n" TABLE);
  cr_expect_str_eq (report->family, "southampton-2016");
  cr_expect_str_eq (report->authority, "Southampton City Council");
  cr_expect_str_eq (report->authority_code, "E06000045");
  cr_expect (eq (int, report->arrow_threshold, 10));
}

Test (parse, the_documents_own_key_to_arrows_goes_before_the_familys)
{
  g_autoptr (Report) report
      = read_text ("Children and Families Monthly Dataset\n\nKey to direction of travel:\n"
                   "Derived from annual:\nIncrease 15% or more\t↑\n\n" TABLE);
  cr_expect_str_eq (report->family, "southampton-2016");
  cr_expect (eq (int, report->arrow_threshold, 15));
}

Test (parse, the_title_is_the_first_line_that_is_no_furniture)
{
  g_autoptr (Report) report = read_text ("Page 1 of 2\n\nMonthly performance report\n\n" TABLE);
  cr_expect_str_eq (report->title, "Monthly performance report");
}

typedef struct
{
  char text[96];
  char period[16];
} PeriodCase;

static PeriodCase papers[] = {
  { "Report of May 2015\n\nRef\tMeasure\tOct 16\tNov 16\nM1\tContacts\t5\t6\n", "2016-11" },
  { "Ref\tMeasure\tNov 16\tOct 16\nM1\tContacts\t5\t6\n", "2016-11" },
  { "Scorecard: Quarter 3 2016/17\n\nRef\tMeasure\tA\tB\n", "2016-Q3" },
  { "Report of May 2015\n", "2015-05" },
  { "Report of 2015/16\n", "" },
  { "Report\n", "" },
};

ParameterizedTestParameters (parse, the_last_month_of_the_headings_is_the_reports_else_the_texts)
{
  return cr_make_param_array (PeriodCase, papers, G_N_ELEMENTS (papers));
}

ParameterizedTest (PeriodCase *expected, parse,
                   the_last_month_of_the_headings_is_the_reports_else_the_texts)
{
  g_autoptr (Report) report = read_text (expected->text);
  g_autofree char *period = period_format (report->period);
  cr_expect_str_eq (period, expected->period, "%s", expected->text);
}

Test (parse, a_document_without_a_table_gives_a_report_without_indicators)
{
  g_autoptr (Report) report = read_text ("Minutes of the meeting\n\nThey met. It rained.\n");
  cr_expect (zero (uint, report->indicators->len));
  cr_expect (zero (int, report->n_tables));
  cr_expect (eq (uint, report->texts->len, 1));
}

Test (parse, an_empty_document_gives_an_empty_report)
{
  g_autoptr (Report) report = read_text ("");
  cr_expect (zero (uint, report->indicators->len));
  cr_expect (zero (int, report->n_pages));
  cr_expect_str_eq (report->title, "");
}

Test (parse, the_report_names_its_source_and_counts_its_pages)
{
  g_autoptr (Report) report = read_text (TABLE "\fEnd of the report.");
  cr_expect_str_eq (report->source.path, "made-up.txt");
  cr_expect (eq (int, report->n_pages, 2));
}

Test (parse, separators_make_no_difference)
{
  static const char *const tables[] = {
    "Ref\tMeasure\tOct 16\tNov 16\tTarget\nM1\tContacts received\t106\t1,109\t100\n"
    "M2\tNew referrals\t17\t48\t\n",
    "| Ref | Measure | Oct 16 | Nov 16 | Target |\n|---|---|---|---|---|\n"
    "| M1 | Contacts received | 106 | 1,109 | 100 |\n| M2 | New referrals | 17 | 48 | |\n",
    "Ref   Measure              Oct 16   Nov 16   Target\n"
    "M1    Contacts received       106    1,109      100\n"
    "M2    New referrals            17       48\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (Report) report = read_text (tables[i]);
      desk_expect_figures (report, 0, "actual 2016-10 106, 2016-11 1109, target 100");
      desk_expect_figures (report, 1, "actual 2016-10 17, 2016-11 48");
      cr_expect_str_eq (report_indicator (report, 1)->name, "New referrals");
    }
}

Test (parse, a_row_without_a_name_borrows_it_from_another_table)
{
  g_autoptr (Report) report = read_text (TABLE "\n"
                                               "Ref\tMeasure\tSep 16\tOct 16\tNov 16\tRed\tAmber\n"
                                               "M1\t\t89\t106\t109\t<5\t5>\n");
  cr_expect_str_eq (report_indicator (report, 2)->name, "Number of contacts received");
  cr_expect_not_null (desk_finding (report, "borrowed"));
}

/* ---- nothing is lost ---- */

static guint
count_unplaced (const char *text, const char *heading, const char *instead)
{
  g_autoptr (GString) changed = g_string_new (text);
  cr_assert (heading == NULL || g_string_replace (changed, heading, instead, 0) > 0);
  g_autoptr (Report) report = read_text (changed->str);
  return report->unplaced->len;
}

Test (parse, numbers_under_a_heading_that_says_nothing_are_counted)
{
  cr_expect (zero (uint, count_unplaced (TABLE, NULL, NULL)));
  cr_expect (eq (uint, count_unplaced (TABLE, "12 month average", "Xyzzy"), 2));
  cr_expect (eq (uint, count_unplaced (TABLE, "12 month average", ""), 2));
  cr_expect (eq (uint, count_unplaced (TABLE, "Nov 16", "Xyzzy"), 2));
}

typedef struct
{
  char path[48];
  char heading[40];
  guint n_below; /* numbers that stand below it */
} FixtureCase;

static FixtureCase fixtures[] = {
  { "fixtures/southampton-2015-06.txt", "Max. value in last 12 months", 22 },
  { "fixtures/southampton-2016-11.txt", "12 month average", 55 },
  { "fixtures/southampton-2020-10.txt", "12-mnth avg", 55 },
  { "fixtures/unknown-targets.md", "12 mth average", 20 },
  { "fixtures/unknown-quarters.txt", "YTD", 17 },
};

ParameterizedTestParameters (parse, a_published_report_places_all_its_numbers_while_it_has_headings)
{
  return cr_make_param_array (FixtureCase, fixtures, G_N_ELEMENTS (fixtures));
}

ParameterizedTest (FixtureCase *fixture, parse,
                   a_published_report_places_all_its_numbers_while_it_has_headings)
{
  g_autofree char *text = NULL;
  cr_assert (g_file_get_contents (fixture->path, &text, NULL, NULL));
  cr_expect (zero (uint, count_unplaced (text, NULL, NULL)), "%s", fixture->path);
  cr_expect (eq (uint, count_unplaced (text, fixture->heading, "Xyzzy"), fixture->n_below), "%s",
             fixture->path);
}

static char *
dup_stream (const Report *report)
{
  char *text = NULL;
  size_t length = 0;
  FILE *out = open_memstream (&text, &length);
  cr_assert (stream_write_report (out, report, NULL));
  fclose (out);
  return text;
}

Test (parse, a_document_is_read_the_same_each_time)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = NULL;
  cr_assert (g_file_get_contents ("fixtures/unknown-targets.md", &text, NULL, NULL));
  g_autoptr (Report) first = desk_read (desk, text);
  g_autoptr (Report) second = desk_read (desk, text);
  g_autofree char *one = dup_stream (first), *other = dup_stream (second);
  cr_expect (zero (int, strcmp (one, other)));
}

/* ---- patterns of data/ ---- */

Test (parse, a_bad_pattern_of_a_family_is_named)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GError) error = NULL;
  static const char text[] = "id: x\nauthority: X\nauthority_code: E10000099\n"
                             "recognised_by: ['(x']\n";
  Family *family = family_parse ("my/x.yaml", text, strlen (text), NULL);
  cr_assert_not_null (family);
  g_ptr_array_add (desk->knowledge->families, family);
  cr_assert_null (parser_new (desk->knowledge, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect (g_str_has_prefix (error->message, "my/x.yaml: line 4, key 'recognised_by'"), "%s",
             error->message);
}

Test (parse, lines_of_figures_without_a_table_are_told)
{
  g_autoptr (Report) report = read_text ("A note on the figures\n\n"
                                         "Contacts 106 109 108 97\n"
                                         "They rose by 3 in 2016 and by 4 in 2017, to 109.\n");
  cr_expect (eq (uint, report->indicators->len, 0));
  desk_expect_unplaced (report, "106 109 108 97");
}

Test (parse, a_report_whose_months_run_down_is_of_the_last_of_them)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Report) report = desk_read (desk, "Monthly data 2016/17\n\n"
                                               "Month\tVisits made\tPlans in use\n"
                                               "Apr 2016\t5\t6\n"
                                               "May 2016\t7\t8\n"
                                               "Jun 2016\t9\t4\n");
  cr_assert (eq (uint, report->figures->len, 6));
  cr_expect (period_equal (report->period, desk_period ("2016-06")));
}
