/* tests/extract/test_symbol.c - the signs of symbol fonts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/symbol.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (symbol, a_letter_of_wingdings_is_the_sign_it_draws)
{
  cr_expect_eq (symbol_read (symbol_font ("ABCDEF+Wingdings-Regular"), 0xE9), 0x2191);
}

Test (symbol, its_private_use_code_is_the_same_sign)
{
  cr_expect_eq (symbol_read (symbol_font ("Wingdings3"), 0xF071), 0x25BC);
}

Test (symbol, other_fonts_print_what_they_say)
{
  cr_expect_eq (symbol_read (symbol_font ("Arial"), 0xE9), 0xE9);
  cr_expect_eq (symbol_read (symbol_font ("Wingdings"), 0x2191), 0x2191);
}
