/* tests/parse/test_identity.c - which indicator of the catalogue a printed one is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/identity.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

static Catalogue *
catalogue_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  Catalogue *catalogue = catalogue_parse ("catalogue.yaml", text, strlen (text), &error);
  cr_assert_not_null (catalogue, "%s", error != NULL ? error->message : "");
  return catalogue;
}

static Catalogue *
small_catalogue (void)
{
  return catalogue_of ("indicators:\n"
                       "- {id: contacts, name: Number of contacts received, refs: [M1],\n"
                       "   aliases: [No. Contacts], unit: count}\n"
                       "- {id: referrals, name: Number of new referrals, refs: [M2, NI2],\n"
                       "   unit: count}\n"
                       "- {id: assessed_10, unit: percent, refs: [EH3a%],\n"
                       "   name: Percentage of assessments completed within 10 days}\n"
                       "- {id: assessed_45, unit: percent, refs: [EH4 (val)],\n"
                       "   name: Percentage of assessments completed within 45 days}\n"
                       "- {id: plans, name: Number of plans, refs: [EH1a], unit: count}\n");
}

typedef struct
{
  char name[96], folded[96];
} FoldCase;

static FoldCase folds[] = {
  { "Number of Contacts", "number of contacts" },
  { "  No. Contacts: (MASH) ", "no contacts mash" },
  { "% re-referrals", "% re referrals" },
  { "children aged 13+", "children aged 13+" },
  { "S47's - É", "s47 s é" },
  { "", "" },
  { "--", "" },
};

ParameterizedTestParameters (identity, folding_keeps_what_two_spellings_share)
{
  return cr_make_param_array (FoldCase, folds, G_N_ELEMENTS (folds));
}

ParameterizedTest (FoldCase *expected, identity, folding_keeps_what_two_spellings_share)
{
  g_autofree char *folded = identity_fold (expected->name);
  cr_expect_str_eq (folded, expected->folded);
}

typedef struct
{
  char name[96];
  char id[24]; /* "" if none bears the name */
} NameCase;

static NameCase names[] = {
  { "Number of contacts received", "contacts" },
  { "NUMBER OF CONTACTS (received)", "contacts" },
  { "No. Contacts", "contacts" },
  { "Percentage of assessments completed within 45 days", "assessed_45" },
  { "Percentage of assessments completed within 10 days", "assessed_10" },
  { "Percentage of assessments: completed, within 45 days!", "assessed_45" },
  { "Number", "" },
  { "Number of visits made", "" },
  { "", "" },
};

ParameterizedTestParameters (identity, a_name_is_found_letter_for_letter_or_nearly)
{
  return cr_make_param_array (NameCase, names, G_N_ELEMENTS (names));
}

ParameterizedTest (NameCase *expected, identity, a_name_is_found_letter_for_letter_or_nearly)
{
  g_autoptr (Catalogue) catalogue = small_catalogue ();
  g_autoptr (Identifier) identifier = identifier_new (catalogue);
  const CatalogueEntry *entry = identifier_find (identifier, expected->name);
  cr_expect_str_eq (entry != NULL ? entry->id : "", expected->id, "'%s'", expected->name);
}

Test (identity, a_name_with_a_misprint_is_the_likeliest)
{
  g_autoptr (Catalogue) catalogue
      = catalogue_of ("indicators:\n"
                      "- {id: a, unit: count, name: Number of children who are subject to a child "
                      "protection plan at the end of the month}\n");
  g_autoptr (Identifier) identifier = identifier_new (catalogue);
  cr_expect_not_null (identifier_find (identifier, "Number of childern who are subject to a Child "
                                                   "Protection Plan at the end of the month"));
  cr_expect_null (identifier_find (identifier, "Number of children who ceased to be subject to a "
                                               "plan in the month"));
}

/* ---- references ---- */

static void
add_row (Report *report, const char *ref, const char *name)
{
  Indicator *indicator = report_add_indicator (report);
  indicator->table = 1;
  report_set_text (&indicator->ref, ref);
  report_set_text (&indicator->ref_printed, ref);
  report_set_text (&indicator->name, name);
}

static void
settle (Report *report)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Catalogue) catalogue = small_catalogue ();
  g_autoptr (Identifier) identifier = identifier_new (catalogue);
  Reader reader = desk_reader (desk, report);
  identity_settle (identifier, &reader);
}

/* A report that uses the catalogue's references, but for one. */
static Report *
report_with_slip (const char *ref, const char *name)
{
  Report *report = desk_report ();
  add_row (report, "M1", "Number of contacts received");
  add_row (report, "M2", "Number of new referrals");
  add_row (report, "EH3a%", "Percentage of assessments completed within 10 days");
  add_row (report, ref, name);
  settle (report);
  return report;
}

Test (identity, each_known_name_gets_its_canonical_id)
{
  g_autoptr (Report) report = report_with_slip ("X1", "Number of visits made");
  cr_expect_str_eq (report_indicator (report, 0)->canonical_id, "contacts");
  cr_expect_str_eq (report_indicator (report, 3)->canonical_id, "");
}

Test (identity, a_reference_that_is_not_the_names_is_a_slip)
{
  g_autoptr (Report) report = report_with_slip ("EHI (val)", "Percentage of assessments completed "
                                                             "within 45 days");
  cr_expect_str_eq (report_indicator (report, 3)->ref, "EH4 (val)");
  cr_expect_str_eq (report_indicator (report, 3)->ref_printed, "EHI (val)");
  cr_assert_not_null (desk_finding (report, "meant"));
  cr_expect_str_eq (desk_finding (report, "meant")->message,
                    "the reference is printed 'EHI (val)' and means 'EH4 (val)': so the "
                    "indicator's name tells");
}

Test (identity, of_two_references_the_nearer_one_is_meant)
{
  g_autoptr (Report) report = report_with_slip ("N12", "Number of new referrals");
  cr_expect_str_eq (report_indicator (report, 3)->ref, "NI2");
}

Test (identity, a_second_reference_of_the_catalogue_is_no_slip)
{
  g_autoptr (Report) report = report_with_slip ("NI2", "Number of new referrals");
  cr_expect_str_eq (report_indicator (report, 3)->ref, "NI2");
  cr_expect_null (desk_finding (report, "meant"));
}

Test (identity, a_report_with_references_of_its_own_keeps_them)
{
  g_autoptr (Report) report = desk_report ();
  add_row (report, "1.1", "Number of contacts received");
  add_row (report, "1.2", "Number of new referrals");
  add_row (report, "1.3", "Percentage of assessments completed within 10 days");
  settle (report);
  cr_expect_str_eq (report_indicator (report, 0)->ref, "1.1");
  cr_expect_str_eq (report_indicator (report, 0)->canonical_id, "contacts");
  cr_expect (zero (uint, report->findings->len));
}

Test (identity, a_row_without_a_reference_gets_none)
{
  g_autoptr (Report) report = report_with_slip ("", "Number of plans");
  cr_expect_str_eq (report_indicator (report, 3)->ref, "");
}

/* ---- numbers that lost a nought ---- */

typedef struct
{
  char refs[48];
  char meant[48];
} NumberCase;

static NumberCase numbers[] = {
  { "6.9 6.1 6.11", "6.9 6.10 6.11" },  { "6.9 6.1", "6.9 6.10" },
  { "6.1 6.11", "6.10 6.11" },          { "6.1 6.2 6.3", "6.1 6.2 6.3" },
  { "5.9 6.1 6.2", "5.9 6.1 6.2" },     { "6.19 6.2 6.21", "6.19 6.20 6.21" },
  { "6.9 6.10 6.11", "6.9 6.10 6.11" }, { "6.8 6.9 6.1 6.1", "6.8 6.9 6.10 6.10" },
  { "M9 M1 M11", "M9 M1 M11" },
};

ParameterizedTestParameters (identity, a_number_that_lost_its_nought_is_told_by_its_neighbours)
{
  return cr_make_param_array (NumberCase, numbers, G_N_ELEMENTS (numbers));
}

ParameterizedTest (NumberCase *expected, identity,
                   a_number_that_lost_its_nought_is_told_by_its_neighbours)
{
  g_autoptr (Report) report = desk_report ();
  g_auto (GStrv) refs = g_strsplit (expected->refs, " ", -1);
  for (guint i = 0; refs[i] != NULL; i++)
    add_row (report, refs[i], "");
  settle (report);
  g_autoptr (GString) meant = g_string_new (NULL);
  for (guint i = 0; i < report->indicators->len; i++)
    g_string_append_printf (meant, "%s%s", i > 0 ? " " : "", report_indicator (report, i)->ref);
  cr_expect_str_eq (meant->str, expected->meant);
}
