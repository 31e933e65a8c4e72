/* tests/extract/test_limits.c - how much of an input is too much.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/limits.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (limits, the_usual_ones_are_those_that_help_tells)
{
  ExtractLimits limits = extract_default_limits ();
  for (guint i = 0; i < N_LIMITS; i++)
    {
      const LimitFacts *facts = limit_facts (i);
      g_autofree char *told = g_strdup_printf ("(%u)", limits.most[i]);
      cr_expect (g_str_has_suffix (facts->summary, told), "%s: %s", facts->option, facts->summary);
    }
}

Test (limits, who_meets_one_is_told_how_to_set_another)
{
  g_autoptr (GError) error = NULL;
  ExtractLimits limits = { .most = { [LIMIT_PAGES] = 7 } };
  Where where = WHERE_FILE ("a.pdf");
  cr_expect_not (limits_fail (&limits, LIMIT_PAGES, &where, &error, "has %d pages", 8));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_LIMIT));
  cr_expect_str_eq (error->message,
                    "a.pdf: has 8 pages, and the limit is 7; --max-pages=N sets another");
}
