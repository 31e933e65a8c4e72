/* tests/model/test_roll.c - tests model/roll.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/roll.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

typedef struct
{
  guint number;
  char rest[996]; /* so that a few leaves are more than a board */
} Sheet;

#define LEAF (ROLL_LEAF_BYTES / (guint) sizeof (Sheet)) /* sheets on a leaf */
#define N_SHEETS (3 * SHELF_AWAKE * LEAF)

static Roll *
fill (Shelf *shelf, guint n)
{
  Roll *roll = roll_new (shelf, sizeof (Sheet));
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
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (Roll) roll = fill (shelf, N_SHEETS);
  cr_assert (eq (uint, roll->len, N_SHEETS));
  cr_expect (ge (sz, shelf_n_filed (shelf), N_SHEETS * sizeof (Sheet)));
  for (guint i = 0; i < roll->len; i++)
    cr_assert (eq (uint, ((Sheet *) roll_at (roll, i))->number, i + 1));
}

Test (roll, a_record_stays_where_it_is)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (Roll) roll = roll_new (shelf, sizeof (Sheet));
  Sheet *first = roll_add (roll);
  first->number = 7;
  for (guint i = 1; i < N_SHEETS; i++)
    roll_add (roll);
  cr_expect (eq (ptr, roll_at (roll, 0), first));
  cr_expect (eq (uint, first->number, 7));
}

/* Returns: the memory that files take of this process, in bytes. */
static gsize
memory_of_files (void)
{
  g_autofree char *status = NULL;
  cr_assert (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  static const char *const kinds[] = { "RssFile:", "RssShmem:" };
  gsize n_kb = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    n_kb += g_ascii_strtoull (strstr (status, kinds[i]) + strlen (kinds[i]), NULL, 10);
  return n_kb * 1024;
}

Test (roll, what_rolls_of_one_shelf_have_awake_is_bounded)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (Roll) roll = fill (shelf, N_SHEETS);
  g_autoptr (Roll) other = fill (shelf, N_SHEETS);
  shelf_rest (shelf);
  gsize before = memory_of_files (), most = (SHELF_AWAKE + 4) * SHELF_PIECE_BYTES, sum = 0;
  for (guint i = 0; i < roll->len; i++)
    {
      sum += ((Sheet *) roll_at (roll, i))->number;
      sum += ((Sheet *) roll_at (other, other->len - 1 - i))->number;
      if (i % LEAF == 0)
        cr_assert (le (sz, memory_of_files (), before + most));
    }
  cr_expect (eq (sz, sum, (gsize) N_SHEETS * (N_SHEETS + 1)));
}

Test (roll, what_is_cut_makes_room_for_new_records)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (Roll) roll = fill (shelf, 3 * LEAF);
  const Sheet *second = roll_at (roll, 1);
  roll_cut (roll, 1);
  cr_expect (eq (uint, roll->len, 1));
  cr_expect (eq (ptr, roll_add (roll), (gpointer) second));
  cr_expect (eq (uint, second->number, 0));
}

Test (roll, a_record_tells_its_index)
{
  g_autoptr (Shelf) shelf = shelf_new ();
  g_autoptr (Roll) roll = fill (shelf, 2 * LEAF + 1);
  static const guint indices[] = { 0, 1, LEAF - 1, LEAF, 2 * LEAF };
  for (gsize i = 0; i < G_N_ELEMENTS (indices); i++)
    cr_expect (eq (uint, roll_index (roll, roll_at (roll, indices[i])), indices[i]));
  const Sheet copy = *(Sheet *) roll_at (roll, 1);
  cr_expect (eq (uint, roll_index (roll, &copy), ROLL_NONE));
}
