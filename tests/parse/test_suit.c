/* tests/parse/test_suit.c - how well what a cell looks like suits the column it might stand in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/suit.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/parse/desk.h"

#define A_SENTENCE "Contacts fell, as the schools were closed for the holiday."
#define A_NAME "Number of contacts received (includes contacts that become referrals)"

typedef struct
{
  Role role;
  char text[96];
} SuitCase;

static int
score_of (const SuitCase *suit)
{
  g_autoptr (Desk) desk = desk_new ();
  Reading reading = cell_read (desk->cells, suit->text);
  return suit_score (suit_of_role (suit->role), &reading, suit->text);
}

static SuitCase at_home[] = {
  { ROLE_REF, "M6-QL (val)" },
  { ROLE_REF, "5.10" },
  { ROLE_NAME, A_NAME },
  { ROLE_OWNER, "Head of Safeguarding" },
  { ROLE_SECTION, "Early Help" },
  { ROLE_OUTCOME, A_SENTENCE },
  { ROLE_GOOD_PERFORMANCE, "High" },
  { ROLE_PERIOD, "109" },
  { ROLE_PERIOD, "35.8%" },
  { ROLE_PERIOD, "206 of 492" },
  { ROLE_PERIOD, "n/a" },
  { ROLE_PERIOD, "New measure from Sep 16" },
  { ROLE_YTD, "11934" },
  { ROLE_CHANGE_PREV, "→ 3" },
  { ROLE_CHANGE_YEAR, "↓ -28%" },
  { ROLE_CHANGE, "-9%" },
  { ROLE_MEAN_12M, "108" },
  { ROLE_MAX_12M, "139" },
  { ROLE_DOT, "▲" },
  { ROLE_RAG, "Amber" },
  { ROLE_RAG, "R" },
  { ROLE_BENCHMARK, "548.3" },
  { ROLE_TARGET, "85%" },
  { ROLE_RED, "<92%" },
  { ROLE_AMBER, "+/-5 of 158.8" },
  { ROLE_GREEN, "95%+" },
  { ROLE_COMMENTARY, A_SENTENCE },
};

ParameterizedTestParameters (suit, a_cell_suits_the_column_that_it_looks_like)
{
  return cr_make_param_array (SuitCase, at_home, G_N_ELEMENTS (at_home));
}

ParameterizedTest (SuitCase *suit, suit, a_cell_suits_the_column_that_it_looks_like)
{
  cr_expect (lt (int, 0, score_of (suit)), "'%s' of %s", suit->text, role_code (suit->role));
}

static SuitCase out_of_place[] = {
  { ROLE_REF, "35.8%" },       { ROLE_REF, A_NAME },       { ROLE_NAME, "109" },
  { ROLE_NAME, "→ 3" },        { ROLE_OWNER, "109" },      { ROLE_GOOD_PERFORMANCE, "35.8%" },
  { ROLE_PERIOD, "→ 3" },      { ROLE_PERIOD, "<92%" },    { ROLE_PERIOD, A_SENTENCE },
  { ROLE_PERIOD, "Amber" },    { ROLE_PERIOD, "▲" },       { ROLE_CHANGE, "206 of 492" },
  { ROLE_CHANGE, A_SENTENCE }, { ROLE_DOT, "109" },        { ROLE_RAG, "35.8%" },
  { ROLE_BENCHMARK, "→ 3" },   { ROLE_BENCHMARK, A_NAME }, { ROLE_RED, "▲" },
  { ROLE_COMMENTARY, "109" },  { ROLE_COMMENTARY, "▲" },   { ROLE_NONE, "109" },
};

ParameterizedTestParameters (suit, a_cell_is_out_of_place_in_any_other)
{
  return cr_make_param_array (SuitCase, out_of_place, G_N_ELEMENTS (out_of_place));
}

ParameterizedTest (SuitCase *suit, suit, a_cell_is_out_of_place_in_any_other)
{
  cr_expect (lt (int, score_of (suit), 0), "'%s' of %s", suit->text, role_code (suit->role));
}

Test (suit, an_empty_cell_suits_all_columns_alike)
{
  Reading empty = { .looks = LOOKS_EMPTY };
  for (int suit = 0; suit < N_SUITS; suit++)
    cr_expect (zero (int, suit_score ((Suit) suit, &empty, "")));
}

Test (suit, columns_of_one_unit_tell_numbers_from_percentages)
{
  g_autoptr (Desk) desk = desk_new ();
  Reading number = cell_read (desk->cells, "109"), percent = cell_read (desk->cells, "35.8%");
  cr_expect (lt (int, 0, suit_score (SUIT_NUMBER, &number, "109")));
  cr_expect (lt (int, suit_score (SUIT_NUMBER, &percent, "35.8%"), 0));
  cr_expect (lt (int, 0, suit_score (SUIT_PERCENT, &percent, "35.8%")));
  cr_expect (lt (int, suit_score (SUIT_PERCENT, &number, "109"), 0));
}

typedef struct
{
  char text[40];
  gboolean is_ref;
} RefCase;

static RefCase refs[] = {
  { "M1", TRUE },
  { "M2-NI", TRUE },
  { "M6-QL (val)", TRUE },
  { "EH3a%", TRUE },
  { "CP2b %", TRUE },
  { "NI147", TRUE },
  { "C&R.1", TRUE },
  { "CS 01", TRUE },
  { "CYP-01", TRUE },
  { "LAC10", TRUE },
  { "5.10", TRUE },
  { "1.1", TRUE },
  { "1.6Qn", TRUE },
  { "2.3a%", TRUE },
  { "Nov 16", FALSE },
  { "", FALSE },
  { "109", FALSE },
  { "5.", FALSE },
  { "35.8%", FALSE },
  { "1.5mth", FALSE },
  { "1,341", FALSE },
  { "Ref", FALSE },
  { "MASH", FALSE },
  { "n/a", FALSE },
  { "a1", FALSE },
  { "Contacts 1", FALSE },
  { "S47 enquiries, all of them", FALSE },
  { "Section 47 enquiries started", FALSE },
};

ParameterizedTestParameters (suit, a_reference_is_a_few_capitals_with_a_digit_or_two_numbers)
{
  return cr_make_param_array (RefCase, refs, G_N_ELEMENTS (refs));
}

ParameterizedTest (RefCase *ref, suit, a_reference_is_a_few_capitals_with_a_digit_or_two_numbers)
{
  cr_expect (eq (int, suit_is_ref (ref->text), ref->is_ref), "'%s'", ref->text);
}
