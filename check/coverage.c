/* check/coverage.c - how much of a report each rule could be held against.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/coverage.h"

#define NOT_COUNTED (-1)

/* What a report must print to be held against a rule, for those that found nothing of the kind. */
static const struct
{
  const char *rule, *needs;
} needs[] = {
  { "heading-base", "columns of changes, and the months that they name" },
  { "change-prev", "changes since the previous month, and both months" },
  { "change-year", "changes since last year, and both months" },
  { "mean-12m", "12 month averages" },
  { "max-12m", "12 month maxima" },
  { "arrow", "arrows beside changes, and a key that tells how large a change has one" },
  { "ytd", "years to date, and their months" },
  { "rolling-12m", "rolling years, and the months of the figure that they add up" },
  { "dot", "arrows that stand alone, in rows with two months, most of which point one way" },
  { "rag", "ratings in red, amber and green, and tolerances for them" },
  { "ratio", "percentages with their numerators and denominators" },
  { "whole-number", "percentages with their denominators, but no numerators" },
  { "shares", "shares of one whole, or parts and their total" },
  { "complement", "two percentages that make 100 %" },
  { "sum", "figures that are sums of others" },
  { "part", "figures that are parts of others" },
  { "population", "rates per 10,000 with their counts" },
  { "flow", "stocks with what came in and what went out" },
  { "twice", "one reference or name in two tables" },
  { "duplicate", "one reference and name twice in a table" },
  { "prose", "commentaries that state figures of their rows" },
  { "prose-direction", "commentaries that say rose or fell" },
  { "range", "counts or percentages" },
  { "not-computed", "changes since another month" },
  { "new-measure", "rows that say since when they are new" },
  { "outlier", "rows of eight months or more" },
  { "benchmark", "comparison values" },
  { "unplaced", "tables with numbers" },
  { "nameless", "tables with rows" },
  { "alike", "tables with rows" },
  { "unreadable", "tables with cells" },
  { "doubtful", "tables with numbers" },
  { "absent", "tables read off images" },
  { "repaired", "tables read off images" },
};

static const char *
needs_of (const char *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (g_str_equal (needs[i].rule, rule))
      return needs[i].needs;
  return "";
}

void
check_held (Check *check, guint n)
{
  check->n_checked = MAX (check->n_checked, 0) + (int) MIN (n, G_MAXINT / 2);
}

void
coverage_run (Check *check, const CheckRule *rule)
{
  check->n_checked = NOT_COUNTED;
  rule->run (check);
  Coverage *coverage = report_add_coverage (check->report, rule->name);
  coverage->n_checked = check->n_checked;
  if (check->n_checked == 0)
    report_set_text (&coverage->needs, needs_of (rule->name));
}
