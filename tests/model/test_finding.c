/* tests/model/test_finding.c - what is wrong, doubtful or worth knowing about a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/finding.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "model/phrase.h"

Test (finding, clearing_leaves_no_text_behind)
{
  Finding finding = { .rule = phrase_new ("ratio"), .message = phrase_new ("35 / 70 is not 51 %") };

  finding_clear (&finding);
  cr_expect_null (finding.rule);
  cr_expect_null (finding.message);
}

Test (finding, clearing_twice_is_clearing_once)
{
  Finding finding = { .rule = phrase_new ("ratio") };

  finding_clear (&finding);
  finding_clear (&finding);
  cr_expect_null (finding.rule);
}
