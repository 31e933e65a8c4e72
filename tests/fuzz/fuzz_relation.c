/* tests/fuzz/fuzz_relation.c - any bytes as relations of the catalogue, a line each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "model/relation.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes)
{
  g_autofree char *text = g_strndup ((const char *) bytes, n_bytes);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *message = NULL;
      Relation *relation = relation_parse (lines[i], &message);
      g_assert_true ((relation == NULL) == (message != NULL));
      if (relation != NULL)
        g_ptr_array_add (relations, relation);
    }
  g_autoptr (GPtrArray) cycle = relations_find_cycle (relations);
  g_assert_true (cycle == NULL || cycle->len > 0);
  return 0;
}
