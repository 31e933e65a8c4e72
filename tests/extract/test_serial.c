/* tests/extract/test_serial.c - parallel parts, one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/serial.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static char done[16];
static unsigned n_done;

static void
do_sections (void *data)
{
  const char *names = data;
  for (unsigned i = GOMP_sections_next (); i != 0; i = GOMP_sections_next ())
    {
      done[n_done++] = names[i - 1];
      if (names[i - 1] == 'B')
        GOMP_parallel_sections (do_sections, "xyz", 2, 3, 0);
    }
  GOMP_sections_end_nowait ();
}

Test (serial, each_section_is_done_once_in_order_and_those_within_it)
{
  GOMP_parallel_sections (do_sections, "ABC", 4, 3, 0);
  cr_expect_str_eq (done, "ABxyzC");
  cr_expect_eq (GOMP_sections_next (), 0);
}

static void
count_up (void *data)
{
  ++*(int *) data;
}

Test (serial, what_has_no_sections_is_done_once)
{
  int n = 0;
  GOMP_parallel (count_up, &n, 4, 0);
  cr_expect_eq (n, 1);
}
