/* tests/batch/test_interrupt.c - tests of batch/interrupt.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/interrupt.h"

#include <signal.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define A_MOMENT_USEC (INTERRUPT_MOMENT_MS * (gulong) 1000 + 50000)

Test (interrupt, nobody_wishes_anything_at_first)
{
  interrupt_listen ();
  cr_expect (eq (uint, interrupt_count (), 0));
}

Test (interrupt, signals_of_one_moment_are_one_wish)
{
  interrupt_listen ();
  raise (SIGINT);
  raise (SIGINT);
  raise (SIGTERM);
  cr_expect (eq (uint, interrupt_count (), 1));
}

Test (interrupt, a_signal_a_moment_later_is_another_wish)
{
  interrupt_listen ();
  raise (SIGINT);
  g_usleep (A_MOMENT_USEC);
  raise (SIGINT);
  cr_expect (eq (uint, interrupt_count (), 2));
}

Test (interrupt, a_key_that_is_held_down_is_another_wish_in_time)
{
  interrupt_listen ();
  for (int i = 0; i < 10; i++)
    {
      raise (SIGINT);
      g_usleep (A_MOMENT_USEC / 5);
    }
  cr_expect (ge (uint, interrupt_count (), 2));
}
