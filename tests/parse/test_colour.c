/* tests/parse/test_colour.c - colours that tell a status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/colour.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (colour, the_three_of_a_traffic_light_have_names)
{
  cr_expect_str_eq (colour_status (0xFF0000), "Red");
  cr_expect_str_eq (colour_status (0xFF7C80), "Red");
  cr_expect_str_eq (colour_status (0xFFC000), "Amber");
  cr_expect_str_eq (colour_status (0xFFFF00), "Amber");
  cr_expect_str_eq (colour_status (0x00B050), "Green");
  cr_expect_str_eq (colour_status (0x92D050), "Green");
}

Test (colour, pale_ones_that_spreadsheets_paint_a_status_with_have_the_same)
{
  cr_expect_str_eq (colour_status (0xFFC7CE), "Red");
  cr_expect_str_eq (colour_status (0xFFEB9C), "Amber");
  cr_expect_str_eq (colour_status (0xC6EFCE), "Green");
}

Test (colour, others_paler_ones_and_grey_have_none)
{
  static const guint32 colours[]
      = { 0xFFFFFF, 0x000000, 0x808080, 0x1F497D, 0xDCE6F1, 0x7030A0, 0xF2DCDB };
  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    cr_expect_null (colour_status (colours[i]), "%06x", colours[i]);
}
