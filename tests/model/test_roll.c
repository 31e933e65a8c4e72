/* tests/model/test_roll.c - tests model/roll.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/roll.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

typedef struct
{
  guint number;
  char rest[996]; /* so that a few leaves are more than a board */
} Sheet;

#define LEAF (ROLL_LEAF_BYTES / (guint) sizeof (Sheet)) /* sheets on a leaf */
#define N_SHEETS (3 * ROLL_AWAKE * LEAF)

static Roll *
fill (guint n)
{
  Roll *roll = roll_new (sizeof (Sheet));
  for (guint i = 0; i < n; i++)
    {
      Sheet *sheet = roll_add (roll);
      cr_assert (eq (uint, sheet->number, 0));
      sheet->number = i + 1;
    }
  return roll;
}

Test (roll, each_record_comes_back_as_it_was)
{
  g_autoptr (Roll) roll = fill (N_SHEETS);
  cr_assert (eq (uint, roll->len, N_SHEETS));
  cr_expect (gt (sz, shelf_n_filed (roll->shelf), N_SHEETS / 2 * sizeof (Sheet)));
  for (guint i = 0; i < roll->len; i++)
    cr_assert (eq (uint, ((Sheet *) roll_at (roll, i))->number, i + 1));
}

Test (roll, a_record_stays_where_it_is)
{
  g_autoptr (Roll) roll = roll_new (sizeof (Sheet));
  Sheet *first = roll_add (roll);
  first->number = 7;
  for (guint i = 1; i < N_SHEETS; i++)
    roll_add (roll);
  cr_expect (eq (ptr, roll_at (roll, 0), first));
  cr_expect (eq (uint, first->number, 7));
}

Test (roll, few_leaves_are_awake_at_a_time)
{
  g_autoptr (Roll) roll = fill (N_SHEETS);
  for (guint i = 0; i < roll->len; i += LEAF / 2)
    {
      roll_at (roll, i);
      cr_assert (le (uint, roll->n_awake, ROLL_AWAKE));
    }
}

Test (roll, a_record_tells_its_index)
{
  g_autoptr (Roll) roll = fill (2 * LEAF + 1);
  static const guint indices[] = { 0, 1, LEAF - 1, LEAF, 2 * LEAF };
  for (gsize i = 0; i < G_N_ELEMENTS (indices); i++)
    cr_expect (eq (uint, roll_index (roll, roll_at (roll, indices[i])), indices[i]));
}
