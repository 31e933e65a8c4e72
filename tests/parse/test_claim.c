/* tests/parse/test_claim.c - tests parse/claim.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/claim.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

typedef struct
{
  Desk *desk;
  ClaimReader *reader;
  Report *report; /* about March 2016 */
} Prose;

static Prose
prose_new (void)
{
  Prose prose = { desk_new (), NULL, desk_report () };
  prose.reader = claim_reader_new (prose.desk->knowledge->lexicon, prose.desk->vocabulary,
                                   prose.desk->months, NULL);
  cr_assert_not_null (prose.reader);
  prose.report->period = period_month (2016, 3);
  return prose;
}

static void
prose_clear (Prose *prose)
{
  report_free (prose->report);
  claim_reader_free (prose->reader);
  desk_free (prose->desk);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Prose, prose_clear)

static void
add_row (const Prose *prose, const char *ref, const char *name, Unit unit)
{
  Indicator *indicator = report_add_indicator (prose->report);
  indicator->table = 1;
  indicator->unit = unit;
  report_set_text (&indicator->ref, ref);
  report_set_text (&indicator->name, name);
}

static void
add_text (const Prose *prose, int indicator, const char *words)
{
  Text *text = report_add_text (prose->report);
  text->indicator = indicator;
  text->kind = indicator == NO_INDICATOR ? TEXT_ANALYSIS : TEXT_COMMENTARY;
  report_set_text (&text->text, words);
}

/* Returns (transfer full): the claims in words: "0 value actual 2016-03 31.2%; ...". */
static char *
claims_of (const Prose *prose)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < prose->report->claims->len; i++)
    {
      const Claim *claim = report_claim (prose->report, i);
      g_autofree char *period = period_format (claim->period);
      g_autofree char *base = period_format (claim->base);
      g_autofree char *value = decimal_format (claim->value);
      g_string_append_printf (all, "%s%d %s", all->len > 0 ? "; " : "", claim->indicator,
                              claim_kind_code (claim->kind));
      const char *parts[] = { claim->kind == CLAIM_VALUE ? measure_code (claim->measure) : "",
                              comparator_code (claim->comparator),
                              period,
                              base,
                              direction_code (claim->direction),
                              claim->has_value ? value : "" };
      for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
        g_string_append_printf (all, "%s%s", parts[k][0] != '\0' ? " " : "", parts[k]);
      if (claim->unit == UNIT_PERCENT)
        g_string_append_c (all, '%');
      if (claim->n_months > 0)
        g_string_append_printf (all, " %d", claim->n_months);
    }
  return g_string_free (all, FALSE);
}

Test (claim, each_entry_of_data_reads_its_example_and_none_above_it_does)
{
  g_auto (Prose) prose = prose_new ();
  const GArray *entries = prose.desk->knowledge->lexicon->claims;
  cr_assert_gt (entries->len, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const LexiconEntry *entry = &g_array_index (entries, LexiconEntry, i);
      cr_expect_eq (claim_find (prose.reader, entry->example), (int) i, "line %d: '%s'",
                    entry->line, entry->example);
    }
}

/* `row` is 0 for a count's commentary, 1 for a percentage's, -1 for an analysis. */
typedef struct
{
  int row;
  char text[120];
  char claims[160];
} ClaimCase;

ParameterizedTestParameters (claim, understands_what_is_said_of_its_indicator)
{
  static ClaimCase cases[] = {
    { 0, "The number rose to 1,204 in March.", "0 value actual 2016-03 up 1204" },
    { 0, "This has fallen from 15 to 9.", "0 value actual 2016-03 9" },
    { 0, "A reduction this month, from 15 to 9.",
      "0 value actual 2016-03 9; 0 value actual 2016-02 15" },
    { 0, "An increase, from 9 in December to 15.",
      "0 value actual 2016-03 15; 0 value actual 2015-12 9" },
    { 1, "This has gone up from 96 to 98%.", "1 value actual 2016-03 98%" },
    { 1, "This has gone up from 96 in February to 98%.",
      "1 value actual 2016-03 98%; 1 value actual 2016-02 96%" },
    { 1, "The percentage fell to 31.2% in March (35.0% last month).",
      "1 value actual 2016-03 down 31.2%; 1 value actual 2016-02 down 35.0%; 1 move 2016-03 "
      "2016-02 down" },
    { 0, "It is down by 7 on last month to 41.",
      "0 value actual 2016-03 down 41; 0 change 2016-03 2016-02 down 7; 0 move 2016-03 2016-02 "
      "down" },
    { 0, "This is an increase of 12% on last month.",
      "0 change 2016-03 2016-02 up 12%; 0 move 2016-03 2016-02 up" },
    { 0, "It has increased by 32%.", "0 change 2016-03 up 32%" },
    { 0, "19% lower than the same period last year.",
      "0 change 2016-03 2015-03 down 19%; 0 move 2016-03 2015-03 down" },
    { 0, "Below the 12 month average of 493 and the 12m maximum of 512.",
      "0 value mean_12m 2016-03 493; 0 value max_12m 2016-03 512" },
    { 0, "It is above the statistical neighbour average of 41.",
      "0 value benchmark statistical_neighbours 41" },
    { 0, "This has now decreased for three months running.", "0 run 2016-03 down 3" },
    { 0, "It is the highest that we have seen in 12 months.", "0 highest 2016-03 12" },
  };
  return cr_make_param_array (ClaimCase, cases, G_N_ELEMENTS (cases));
}

static char *
read_case (const ClaimCase *c)
{
  g_auto (Prose) prose = prose_new ();
  add_row (&prose, "A1", "Number of open assessments", UNIT_COUNT);
  add_row (&prose, "A2", "% of plans reviewed in time", UNIT_PERCENT);
  add_row (&prose, "A3", "Number of plans reviewed in time", UNIT_COUNT);
  add_text (&prose, c->row, c->text);
  claim_read_all (prose.reader, prose.report);
  return claims_of (&prose);
}

ParameterizedTest (ClaimCase *c, claim, understands_what_is_said_of_its_indicator)
{
  g_autofree char *claims = read_case (c);
  cr_expect_str_eq (claims, c->claims, "'%s': %s", c->text, claims);
}

ParameterizedTestParameters (claim, passes_over_what_it_does_not_surely_understand)
{
  static ClaimCase cases[] = {
    { 0, "The number rose to almost 40.", "" },
    { 0, "The target is that it has increased to 40.", "" },
    { 0, "The average has increased to 40.", "" },
    { 0, "In June 2014 it stood at 40.", "" },
    { 0, "The percentage rose to 31%.", "" },
    { 1, "The number of plans rose to 31.", "" },
    { 0, "The percentage of plans reviewed in time rose to 31%.", "" }, /* another row's */
    { 0, "Plans for those from 15 to 18 years.", "" },
    { 0, "From 12 weeks to 9.", "" },
    { 0, "See pages 3 and 4 of 12.", "" },
    { 0, "", "" },
    { -1, "This rose to 31.", "" },
    { -1, "The number of plans reviewed rose to 31.", "" }, /* more than its name is said */
  };
  return cr_make_param_array (ClaimCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (ClaimCase *c, claim, passes_over_what_it_does_not_surely_understand)
{
  g_autofree char *claims = read_case (c);
  cr_expect_str_eq (claims, "", "'%s': %s", c->text, claims);
}

Test (claim, an_analysis_names_its_indicator)
{
  ClaimCase c
      = { -1, "All is well. The percentage of plans reviewed in time is unchanged at 90%.", "" };
  g_autofree char *claims = read_case (&c);
  cr_expect_str_eq (claims, "1 value actual 2016-03 90%");
}

Test (claim, a_report_of_no_month_claims_nothing)
{
  g_auto (Prose) prose = prose_new ();
  prose.report->period = NO_PERIOD;
  add_row (&prose, "A1", "Number of open assessments", UNIT_COUNT);
  add_text (&prose, 0, "The number rose to 12 in March.");
  claim_read_all (prose.reader, prose.report);
  cr_expect_eq (prose.report->claims->len, 0);
}

Test (claim, what_is_said_twice_is_one_claim)
{
  g_auto (Prose) prose = prose_new ();
  add_row (&prose, "A1", "Number of open assessments", UNIT_COUNT);
  add_text (&prose, 0, "It is unchanged at 12. It remains at 12.");
  claim_read_all (prose.reader, prose.report);
  cr_expect_eq (prose.report->claims->len, 1);
}

Test (claim, a_bad_pattern_is_named_by_its_line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Desk) desk = desk_new ();
  const char text[] = "claims:\n- {pattern: '(?<now>', example: a}\n";
  g_autoptr (Lexicon) lexicon = lexicon_parse ("words.yaml", text, sizeof text - 1, &error);
  cr_assert_not_null (lexicon);
  cr_expect_null (claim_reader_new (lexicon, desk->vocabulary, desk->months, &error));
  cr_assert_not_null (error);
  cr_expect (g_str_has_prefix (error->message, "words.yaml: line 2, key 'pattern'"), "%s",
             error->message);
}
