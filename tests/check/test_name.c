/* tests/check/test_name.c - tests check/name.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/name.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

typedef struct
{
  char ref[24], name[64], other_ref[24], other[64];
  gboolean shares_stem;
  guint likeness;
  gboolean shares_word;
} NameCase;

ParameterizedTestParameters (name, what_belongs_together_is_told)
{
  static NameCase cases[] = {
    { "CP3-QL", "Percentage of meetings held", "CP3-QL (val)", "Number of meetings held", TRUE, 100,
      TRUE },
    { "4.10Q", "A1", "4.10n", "A2", TRUE, 0, FALSE },
    { "4.1", "A1", "4.10", "A1", FALSE, 100, TRUE },
    { "", "", "", "", FALSE, 0, FALSE },
    { "EH", "% of contacts that become referrals", "EH", "New referral", FALSE, 0, TRUE },
    { "M1", "Rate of Referrals per 10,000", "M2", "number of referrals", FALSE, 100, TRUE },
    { "", "\xC3\x89t\xC3\xA9 visits", "", "\xC3\xA9T\xC3\x89", FALSE, 50, TRUE },
  };
  return cr_make_param_array (NameCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (NameCase *c, name, what_belongs_together_is_told)
{
  Indicator first = { .ref = c->ref, .name = c->name };
  Indicator second = { .ref = c->other_ref, .name = c->other };
  Name *a = name_new (&first), *b = name_new (&second);
  cr_expect_eq (name_shares_stem (a, b), c->shares_stem, "%s", c->ref);
  cr_expect_eq (name_likeness (a, b), c->likeness, "%s: %u", c->name, name_likeness (a, b));
  cr_expect_eq (name_shares_word (a, b), c->shares_word, "%s", c->name);
  name_free (a);
  name_free (b);
}
