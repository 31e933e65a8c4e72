/* tests/extract/test_large.c - memory for pictures, in large pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/large.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/drawn.h"

Test (large, a_block_of_any_size_and_place_can_be_used)
{
  static const gsize sizes[] = { 1, 4095, 1 << 20, (1 << 20) + 1, (5 << 20) - 3 };
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      char *block = malloc (sizes[i]);
      large_advise (block, sizes[i]);
      memset (block, 7, sizes[i]);
      cr_expect_eq (block[sizes[i] - 1], 7);
      free (block);
    }
  large_advise (NULL, 1 << 20);
}

Test (large, pictures_that_were_there_before_are_freed_as_well)
{
  g_autoptr (Picture) before = drawn_paper (2000, 1000);
  large_pictures ();
  g_autoptr (Picture) after = drawn_paper (2000, 1000);
  l_uint32 value = 0;
  pixGetPixel (after->gray, 1999, 999, &value);
  cr_expect_eq (value, 255);
}
