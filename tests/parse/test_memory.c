/* tests/parse/test_memory.c - what was found out about a text before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/memory.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (memory, what_is_added_is_found)
{
  g_autoptr (GHashTable) memory = memory_new ();
  int number = 42;
  memory_add (memory, "n/a", &number, sizeof number);
  number = 0;
  const int *found = memory_find (memory, "n/a");
  cr_assert_not_null (found);
  cr_expect_eq (*found, 42);
  cr_expect_null (memory_find (memory, "1,204"));
}

Test (memory, a_long_text_is_not_remembered)
{
  g_autoptr (GHashTable) memory = memory_new ();
  g_autofree char *text = g_strnfill (MEMORY_MAX_BYTES + 1, 'x');
  memory_add (memory, text, "", 1);
  cr_expect_null (memory_find (memory, text));
}

Test (memory, a_full_one_forgets)
{
  g_autoptr (GHashTable) memory = memory_new ();
  for (guint i = 0; i <= MEMORY_MAX_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      memory_add (memory, text, "", 1);
    }
  cr_expect_eq (g_hash_table_size (memory), 1);
}
