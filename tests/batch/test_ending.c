/* tests/batch/test_ending.c - tests of batch/ending.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/ending.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

/* As waitpid() gives it on Linux. */
#define EXITED(code) ((code) << 8)
#define SIGNALLED(signal) (signal)

typedef struct
{
  int status, stopped, forbidden_call;
  char says[48], reason[96];
  int is_retryable;
} EndingCase;

ParameterizedTestParameters (ending, becomes_a_reason)
{
  static EndingCase cases[] = {
    { SIGNALLED (11), STOPPED_NOT, -1, "", "its reader crashed: Segmentation fault (SIGSEGV)", 0 },
    { SIGNALLED (6), STOPPED_NOT, -1, "a\nb\n", "its reader crashed: Aborted (SIGABRT): b", 0 },
    { SIGNALLED (6), STOPPED_NOT, -1, "what():  std::bad_alloc",
      "needed more than 5 MB of memory to read; --max-memory=N sets another limit", 0 },
    { SIGNALLED (24), STOPPED_NOT, -1, "",
      "took more than 7 seconds of computing to read; --max-seconds=N sets another limit", 0 },
    { SIGNALLED (9), STOPPED_NOT, -1, "",
      "its reader was killed from outside (SIGKILL), which a machine short of memory does, too",
      1 },
    { SIGNALLED (9), STOPPED_TOO_LONG, -1, "",
      "was not read after 8 seconds; --max-seconds=N sets another limit", 1 },
    { SIGNALLED (9), STOPPED_TOO_MUCH, -1, "",
      "gave more than 6 MB of output; --max-output=N sets another limit", 0 },
    { SIGNALLED (9), STOPPED_BY_PERSON, -1, "", "was being read when the batch was stopped", 1 },
    { EXITED (70), STOPPED_NOT, 41, "",
      "its reader was stopped by the sandbox, for it tried the system call socket", 0 },
    { EXITED (70), STOPPED_NOT, 234, "free(): invalid pointer\n",
      "its reader gave up: free(): invalid pointer", 0 },
    { EXITED (3), STOPPED_NOT, -1, "", "its reader gave up with code 3", 0 },
  };
  return cr_make_param_array (EndingCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (EndingCase *expected, ending, becomes_a_reason)
{
  const Ending ending = { .status = expected->status,
                          .stopped = (Stopped) expected->stopped,
                          .forbidden_call = expected->forbidden_call,
                          .says = expected->says,
                          .seconds = 7,
                          .wall_seconds = 8,
                          .memory_bytes = 5 * 1024 * 1024,
                          .output_bytes = 6 * 1024 * 1024 };
  gboolean is_retryable = FALSE;
  g_autofree char *reason = ending_reason (&ending, &is_retryable);
  cr_expect_str_eq (reason, expected->reason);
  cr_expect (eq (int, is_retryable, expected->is_retryable));
}

Test (ending, that_is_good_has_no_reason)
{
  const Ending ending = { .status = EXITED (0), .forbidden_call = -1, .says = "chatter\n" };
  gboolean is_retryable = TRUE;
  cr_expect_null (ending_reason (&ending, &is_retryable));
}
