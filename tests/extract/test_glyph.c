/* tests/extract/test_glyph.c - the characters that a page prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/glyph.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (glyph, edges_are_one_but_for_rounding)
{
  cr_expect (glyph_same_edge (100, 100.3, 10));
  cr_expect (glyph_same_edge (100.3, 100, 10));
  cr_expect_not (glyph_same_edge (100, 101, 10));
  cr_expect_not (glyph_same_edge (100, 100.3, 2), "the type is small");
}
