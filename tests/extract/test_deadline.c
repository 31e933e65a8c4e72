/* tests/extract/test_deadline.c - the time that reading an input may take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/deadline.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define TEXT "1,204"

static gssize
read_text (Deadline *deadline, char *buffer, GError **error)
{
  g_auto (Input) input = { g_bytes_new_static (TEXT, strlen (TEXT)), NULL };
  g_autoptr (GInputStream) stream = deadline_stream (&input, deadline);
  return g_input_stream_read (stream, buffer, strlen (TEXT), NULL, error);
}

Test (deadline, no_time_is_over_at_once)
{
  Deadline deadline = deadline_in (0);
  cr_expect (deadline_is_over (&deadline));
}

Test (deadline, what_is_over_stays_over)
{
  Deadline deadline = deadline_in (0);
  cr_assert (deadline_is_over (&deadline));
  deadline.end = G_MAXINT64;
  cr_expect (deadline_is_over (&deadline));
}

Test (deadline, waiting_is_no_computing)
{
  Deadline deadline = deadline_in (1);
  g_usleep (1500000);
  cr_expect_not (deadline_is_over (&deadline));
}

Test (deadline, computing_is_counted, .timeout = 60)
{
  Deadline deadline = deadline_in (1);
  while (!deadline_is_over (&deadline))
    ;
}

Test (deadline, a_stream_is_read_as_long_as_there_is_time)
{
  Deadline deadline = deadline_in (600);
  char buffer[sizeof TEXT] = "";
  cr_expect_eq (read_text (&deadline, buffer, NULL), (gssize) strlen (TEXT));
  cr_expect_str_eq (buffer, TEXT);
}

Test (deadline, a_stream_ends_when_time_is_over)
{
  Deadline deadline = deadline_in (0);
  g_autoptr (GError) error = NULL;
  char buffer[sizeof TEXT] = "";
  cr_expect_eq (read_text (&deadline, buffer, &error), -1);
  cr_expect (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT));
}
