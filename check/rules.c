/* check/rules.c - the table of rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/rule.h"

#include "check/bond.h"
#include "check/cause.h"
#include "check/check.h"
#include "check/climb.h"
#include "check/coverage.h"
#include "check/footing.h"
#include "check/grain.h"
#include "check/grammar.h"
#include "check/grounds.h"
#include "check/kin.h"
#include "check/repair.h"
#include "check/series.h"
#include "check/slip.h"
#include "check/tie.h"

#define ROUNDING                                                                                   \
  "A figure printed with d decimals stands for every number within half a unit of its last "       \
  "place, a count printed whole for itself alone."

#define OWN                                                                                        \
  "A relation that most months break is not the report's own and proves nothing: a `definition` "  \
  "note says so."

/* The order of findings is that of the rows. */
static const CheckRule rules[] = {
  { "heading-base", "the base month that a heading names is not that of its figures",
    "Most changes of a column cannot come from the month that the heading names, and (nearly) all "
    "can come from one other month. That is one finding about the heading; the figures "
    "themselves are then held against the month that they follow from.",
    check_heading_base },
  { "change-prev", "the change since the previous month cannot come from its two months",
    "change = (now - base) / base, in per cent; where most of a column's changes of percentages "
    "are differences (now - base), in percentage points. " ROUNDING " A change from zero cannot be "
    "computed and is not checked.",
    check_change_prev },
  { "change-year", "the change since last year cannot come from its two months",
    "change = (now - base) / base, in per cent; where most of a column's changes of percentages "
    "are differences (now - base), in percentage points. " ROUNDING " A change from zero cannot be "
    "computed and is not checked.",
    check_change_year },
  { "mean-12m", "the 12 month average cannot come from the months",
    "average = sum of the months / their number, over the twelve months that end in the report's. "
    "Months for which a word says that there is no figure are left out; months that are not "
    "printed may be anything from 0 to the printed maximum. Averages of percentages and rates may "
    "also be pooled: unless the report's other rows show that it averages the months' figures, "
    "they only need to lie between the smallest and the largest month. " ROUNDING,
    check_mean_12m },
  { "max-12m", "the 12 month maximum cannot come from the months",
    "maximum = the largest of the twelve months that end in the report's. Where a month is not "
    "printed, only a maximum below a printed month is a contradiction. " ROUNDING,
    check_max_12m },
  { "arrow", "an arrow disagrees with the change beside it under the report's own key",
    "Up for a change of at least the key's threshold, down for one of minus the threshold or "
    "below, else flat. A change that rounds to the threshold may have either arrow. A report "
    "without a key is not checked. A key whose halves for rises and for falls speak of changes of "
    "two sizes is a warning.",
    check_arrow },
  { "ytd", "a year to date cannot come from its months",
    "year to date of a count = the sum of its months from April on, or the last month's for what "
    "is counted at a month's end; of a percentage: within its months, or the last month's; of a "
    "rate: any of these. Any reading that fits will do, and all must be known: months that are not "
    "printed may be anything, from 0 up in a sum. Most years to date of a report must "
    "fit. " ROUNDING,
    check_ytd },
  { "rolling-12m", "a rolling year cannot come from the months that the report prints too",
    "rolling year = the sum of the twelve months that end in its own, by a relation; no less than "
    "those that are printed if some are not. A year to date that is the sum of the same months "
    "shows that they add up. " OWN,
    check_rolling_12m },
  { "dot", "a direction of travel disagrees with its two months",
    "The arrow of a row tells where its last month went from the one before, or where performance "
    "did: up where it got better. Rows of one good performance show which by what nearly all of "
    "their arrows do. A level arrow contradicts a change only if the report has an arrow for "
    "another no larger. " ROUNDING,
    check_dot },
  { "rag", "a rating disagrees with the figure and the printed tolerances",
    "Green and red must lie within their tolerances and not within the other's, amber within "
    "neither; a target stands for green if that has none. The limits belong to both sides. The "
    "rating may be of the last month or of the year to date. Checked where nearly all ratings of "
    "the report agree. " ROUNDING,
    check_rag },
  { "ratio", "a percentage is not its numerator divided by its denominator",
    "percentage = 100 * numerator / denominator, with the two figures printed beside it or those "
    "that a relation names. " ROUNDING " " OWN,
    check_ratio },
  { "whole-number", "no whole numerator over the known denominator gives the percentage",
    "numerator = percentage * denominator / 100, an interval that must hold a whole number. Only "
    "where the denominator is printed and the numerator is not, and where nearly all percentages "
    "of the row (at least three) are so. " ROUNDING,
    check_whole_number },
  { "shares", "shares of one whole do not make 100 %, or parts not their total",
    "a + b + c = 100 %, or a + b + c = total, by a relation. " ROUNDING " So n shares with d "
    "decimals may miss 100 by n * 1/2 * 10^-d. " OWN,
    check_shares },
  { "complement", "two figures that must make 100 % do not",
    "a + b = 100 %, by a relation. " ROUNDING
    " Two months that keep it at one decimal or more show that it is meant: chance would hardly "
    "do that.",
    check_complement },
  { "sum", "an indicator is not the sum that its definition says",
    "whole = a + b - c, by a relation. " ROUNDING " " OWN, check_sum },
  { "part", "a part is larger than its whole", "part <= whole, by a relation. " ROUNDING " " OWN,
    check_part },
  { "population", "rates per 10,000 cannot share one population with their counts",
    "population = 10,000 * count / rate, an interval for each rate whose count is printed too. The "
    "fewest rates of a month that leave the others one population are the findings; where a month "
    "has too few, the population is the one that all rates of two months before and after it "
    "share. " ROUNDING " " OWN,
    check_population },
  { "flow", "a stock does not follow from last month's stock, what came in and what went out",
    "stock = last month's stock + in - out, by a relation. A warning, one a stock: stocks often "
    "count people and flows episodes, and stocks are corrected later. Months that a figure known "
    "to be wrong explains are told apart, as one of its cause.",
    check_flow },
  { "definition", "most months break a relation, so the report means something else by a name",
    "A note: publishers change what a rate or a share is of from one year to the next. Of several "
    "relations for one indicator the report is held to the one that it keeps best, and to none "
    "that most of its months break. By a store of several reports also where a reference means "
    "another indicator of the catalogue, is of another unit, or is defined in other words than in "
    "the report before.",
    NULL },
  { "twice", "a figure is printed in two tables with two values",
    "Rows with one reference (without references: one name) and one unit in two tables are of one "
    "indicator if most of what both print agrees, or nearly all that their tables share. Their "
    "figures for the same months, years and years to date must then have a number in "
    "common. " ROUNDING
    " The finding stands at the place that less speaks for: a third place, or the two "
    "numbers beside a percentage; else at the first.",
    check_twice },
  { "duplicate", "a row stands twice in a table with different figures",
    "Two rows of one table with the same reference and name (without references: the same name in "
    "the same section) are one row; a figure that both print for one period must be the same.",
    check_duplicate },
  { "prose", "a number that a commentary states is not the table's",
    "A number that a commentary states of its row's (or, on a page of analysis, of a named "
    "indicator's) month, 12 month average, maximum or comparison value, or of the change from "
    "another month, must be what the table gives, rounded or cut. A change of a percentage may be "
    "in per cent or in points. A number of a neighbouring row of the same unit is taken for a "
    "commentary that both rows share. Sentences that are not surely understood are passed over.",
    check_prose },
  { "prose-direction", "a commentary says rose or fell, and the table says otherwise",
    "A warning where the commentary says that a figure rose or fell since another month, has done "
    "so for some months, or is the highest for some time, and a month of the table went the other "
    "way, or was higher, beyond rounding.",
    check_prose_direction },
  { "range", "a share is below 0 or above 100, or a count is negative or not whole",
    "Shares lie from 0 to 100; a percentage that is not known to be a share, by the catalogue or "
    "by "
    "the whole beside it, is a warning. Counts are 0 or more, and a month's is whole if all the "
    "row's other months are.",
    check_range },
  { "not-computed", "\"n/a\" is printed for a change that can be computed, or a change that cannot",
    "A warning where both months of a change are printed, the base is not zero, and the change is "
    "not: (now - base) / base. A contradiction where a change is printed, the base is a count of "
    "0, and (nearly) all other changes of the column follow from that month; a warning where the "
    "column does not show it, or where the base is printed as not available. " ROUNDING,
    check_not_computed },
  { "new-measure", "a measure begins with another month than its label names",
    "A note where a row says from which month it is new, and its first figure is of another.",
    check_new_measure },
  { "outlier", "a month stands far off all the others of its row",
    "A warning where a month lies further from the nearest other one than five times what the "
    "others spread over, from the smallest to the largest. Rows of eight months or more; the "
    "spread counts as no less than 5 per cent of the middle month, and of counts as no less than "
    "2.",
    check_outlier },
  { "benchmark", "a comparison value is of another scale, or another row's",
    "A warning where all comparison values of a row of counts or rates (two at least) are more "
    "than four times its "
    "largest month or less than a quarter of its smallest; where one is more than ten times the "
    "months and the others; where a count is more than three times the largest month and two and "
    "a half times what its share of the same authorities' whole makes; where a row of percentages "
    "repeats three values or more of one up to two rows above; where values of one comparator and "
    "year miss the complement, the shares or the sum that the report's months keep by more than "
    "three "
    "tenths of the whole.",
    check_benchmark },
  { "months", "a column or a row is labelled with another month than its place is of",
    "Where nearly all months of a table follow each other by one, a month that is printed twice, "
    "comes too early or stands between neighbours that leave room for another one alone, is "
    "mislabelled.  Its figures are those of the month that its place is of, and the label is a "
    "contradiction. A first month that is earlier, or a last one that is later, may be meant. A "
    "warning where the "
    "report says that it is of another month than the last of its tables.",
    NULL },
  { "revision", "an earlier report printed another value for the same period",
    "A note, by a store of several reports: the value of a month, year to date or year that the "
    "latest report before printed is another, by more than rounding explains. Reports of one "
    "authority are told in order by the month that they are about. " ROUNDING,
    NULL },
  { "history", "a change since last year cannot come from what last year's report printed",
    "change = (now - base) / base, in per cent, or now - base of percentages. A warning, by a "
    "store of several reports: the report does not print the base month itself, an earlier one "
    "did. The base may have been corrected since. " ROUNDING,
    NULL },
  { "unplaced", "numbers of a table are in no cell",
    "A warning for each page on which numbers stand within a recognised table but not in any of "
    "its cells: the table was not wholly recovered.",
    check_unplaced },
  { "nameless", "figures stand beside no name and no reference",
    "A warning for each row of figures that nothing names: neither its row nor another place of "
    "the "
    "report that prints the same.",
    check_nameless },
  { "alike", "figures of a row are told apart by nothing",
    "A warning for each row in which figures of several columns would be the same thing: same "
    "measure, comparator and period, with other values.  A heading was not understood.",
    check_alike },
  { "absent", "nothing was read off an image where nearly all rows print a figure",
    "A warning for each month, average, maximum or change of a table that was read off an image "
    "whose place is empty, and in whose column all rows but one in six, of five at least, have a "
    "figure or a mark.",
    check_absent },
  { "unreadable", "a cell's text is no value and no known mark",
    "A warning for each cell whose text is neither a number nor a word or mark that the lexicon "
    "knows to stand for a missing one.",
    check_unreadable },
  { "doubtful", "a value was read with little confidence",
    "A warning for each value whose confidence is below 0.8: no contradiction rests on it, it is "
    "treated as not known. A figure read off an image has at most 0.5 if it is not printed as "
    "those beside it are, at most 0.7 if a figure that looks like it would mend relations that are "
    "broken as it was read, and 0.9 if its relations hold and would hold with no such figure. The "
    "suggestion is the only figure with one thing read otherwise that mends all of them; "
    "`--repair` applies it.",
    check_doubtful },
  { "repaired", "a figure was read otherwise than it looked, as asked for",
    "A note for each figure that `--repair` replaced: it was read off an image, relations were "
    "broken as it was read, and one figure that looks like it mends them all. The figure bears the "
    "origin `repaired` and a confidence of 0.85; what was read stays as its raw text.",
    check_repaired },
  { "turned", "words that run up or down the page are in no row",
    "Aligned text gives what is printed sideways a line of its own, and may join what several rows "
    "print. Where the order of the lines does not tell for sure whose it is, no row gets it: "
    "references of these rows are missing, and so are persons and sections.",
    NULL },
  { "moved", "cells stood beside their columns and were moved back",
    "A note of the reader: a row's cells stood under other headings than their kind of value "
    "tells, all by the same number of columns.",
    NULL },
  { "borrowed", "a name was taken from another place of the report",
    "A note of the reader: a row without a name prints the figures of another that has one, or a "
    "name that breaks off is printed whole elsewhere.",
    NULL },
  { "meant", "a reference means another than it prints",
    "A note of the reader: the reference is damaged, or two rows print the same, and the row's "
    "name "
    "tells which indicator of the catalogue it is.",
    NULL },
  { "mended", "a figure or a text of a damaged text layer was put right",
    "A note of the reader, with what was printed: a figure was read otherwise than its characters "
    "have it, because its row bears that out, or a text was completed from rows that print the "
    "same.",
    NULL },
  { "cut", "the input is not whole",
    "A warning of the reader: the input ends in the middle of a character, or a PDF without the "
    "mark that ends it; or the PDF's table of its objects is damaged, so that they had to be "
    "sought, "
    "some perhaps in vain.",
    NULL },
  { "accepted", "a person looked at it and agreed",
    "A note of a decision: somebody looked at the finding or the cell on validation.html and "
    "accepted it. The message tells who, when and why.",
    NULL },
  { "corrected", "a person corrected a figure",
    "A note of a decision: the figure was checked as corrected, and its origin is `corrected`; "
    "what "
    "is printed stays in its raw text. The message tells who, when and why.",
    NULL },
  { "rejected", "a person looked at it and disagreed",
    "A note of a decision: the finding does not hold, and is a note since, or the cell was read "
    "wrongly and counts as unreadable. The message tells who, when and why.",
    NULL },
};

const CheckRule *
check_rules (gsize *n_rules)
{
  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

const CheckRule *
check_rule_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].name, name))
      return &rules[i];
  return NULL;
}

/* Whether the rule asks which figures were found to be wrong. */
static gboolean
is_late (const CheckRule *rule)
{
  return rule->run == check_flow;
}

static void
run_rules (Check *check, gboolean late)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].run != NULL && is_late (&rules[i]) == late)
      coverage_run (check, &rules[i]);
}

/* Gets ready to run the rules. */
static void
check_init (Check *check, Report *report, const Knowledge *knowledge)
{
  check->report = report;
  check->knowledge = knowledge;
  check->series = series_of_report (report);
  climb_mark (report, check->series);
  check->lines = line_index_new (report, check->series);
  check->rows = line_rows_new (report);
  check->ties = ties_new (report);
  check->wrong = g_hash_table_new (NULL, NULL);
  check->grains = grains_of_report (report);
  check->bonds = bonds_of_catalogue (check);
  kin_find (check);
}

static void
check_clear (Check *check)
{
  g_ptr_array_unref (check->bonds);
  g_clear_pointer (&check->columns, g_ptr_array_unref);
  g_array_unref (check->grains);
  g_hash_table_unref (check->wrong);
  ties_free (check->ties);
  g_hash_table_unref (check->rows);
  line_index_free ((LineIndex *) check->lines);
  g_ptr_array_unref (check->series);
}

/* Returns (transfer full) (nullable): what the arithmetic says of figures read off an image. */
static GHashTable *
try_readings (Report *report, const Knowledge *knowledge, gboolean applies)
{
  if (!repair_is_needed (report))
    return NULL;
  g_autoptr (Grammar) grammar = grammar_new (report);
  grammar_doubt (grammar, report);
  footing_doubt (report);
  Trial *trial = repair_try (report);
  Check check = { .echoes = ties_new (report) };
  check_init (&check, report, knowledge);
  run_rules (&check, FALSE);
  GHashTable *repairs = repair_conclude (&check, trial, applies);
  ties_free (check.echoes);
  check_clear (&check);
  return repairs;
}

static void
check_all (Report *report, const Knowledge *knowledge, gboolean applies)
{
  g_autoptr (GHashTable) repairs = try_readings (report, knowledge, applies);
  Check check = { .repairs = repairs };
  check_init (&check, report, knowledge);
  run_rules (&check, FALSE);
  slip_explain (&check);
  run_rules (&check, TRUE);
  cause_group (&check);
  grounds_tell (&check);
  check_clear (&check);
}

void
check_report (Report *report, const Knowledge *knowledge)
{
  check_all (report, knowledge, FALSE);
}

void
check_repair_report (Report *report, const Knowledge *knowledge)
{
  check_all (report, knowledge, TRUE);
}
