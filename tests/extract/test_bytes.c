/* tests/extract/test_bytes.c - words sought in bytes that may hold anything.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/bytes.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static const char text[] = "a\0%x\0%x";
static const char *const end = text + sizeof text - 1;

Test (bytes, a_word_is_found_behind_a_zero)
{
  cr_expect_eq (bytes_find (text, end, "%x"), text + 2);
  cr_expect_eq (bytes_find_last (text, end, "%x"), text + 5);
}

Test (bytes, a_word_that_is_not_whole_is_none)
{
  cr_expect_null (bytes_find (text, end, "%xx"));
  cr_expect_null (bytes_find (text, text + 3, "%x"));
  cr_expect_null (bytes_find_last (text, text + 3, "%x"));
  cr_expect_null (bytes_find_last (text, text, "%x"));
}
