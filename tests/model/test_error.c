/* tests/model/test_error.c - the one error domain of all stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/error.h"

#include <errno.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (error, a_message_begins_with_the_place)
{
  g_autoptr (GError) error = NULL;
  const Where where = { "a.pdf", 12, 2, 6, 2 };

  cr_expect (not(recount_fail (&error, RECOUNT_ERROR_DATA, &where, "'%s' is no number", "1,2O4")));
  cr_assert (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect_str_eq (error->message, "a.pdf:12: table 2, row 7, column 3: '1,2O4' is no number");
}

Test (error, without_a_place_there_is_no_colon)
{
  g_autoptr (GError) error = NULL, placeless = NULL;
  const Where nowhere = WHERE_FILE (NULL);

  recount_fail (&error, RECOUNT_ERROR_USAGE, NULL, "no input");
  recount_fail (&placeless, RECOUNT_ERROR_USAGE, &nowhere, "no input");
  cr_expect_str_eq (error->message, "no input");
  cr_expect_str_eq (placeless->message, "no input");
}

Test (error, a_caller_may_not_want_to_know)
{
  cr_expect (not(recount_fail (NULL, RECOUNT_ERROR_USAGE, NULL, "no input")));
}

Test (error, the_domain_bears_the_name_of_the_program)
{
  cr_expect_str_eq (g_quark_to_string (RECOUNT_ERROR), "recount-error-quark");
}

Test (error, a_share_that_does_not_answer_may_do_so_another_time)
{
  const Where where = WHERE_FILE ("a.pdf");
  static const struct
  {
    int number;
    RecountError means;
  } cases[] = {
    { EIO, RECOUNT_ERROR_OUT_OF_REACH },       { ESTALE, RECOUNT_ERROR_OUT_OF_REACH },
    { ETIMEDOUT, RECOUNT_ERROR_OUT_OF_REACH }, { ENOENT, RECOUNT_ERROR_UNREADABLE },
    { EACCES, RECOUNT_ERROR_UNREADABLE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *message = g_strdup_printf ("a.pdf: %s", g_strerror (cases[i].number));
      cr_expect (not(recount_fail_reading (&error, &where, cases[i].number)));
      cr_expect (g_error_matches (error, RECOUNT_ERROR, (int) cases[i].means));
      cr_expect_str_eq (error->message, message);
    }
}
