/* tests/fuzz/fuzz_outline.c - any bytes as the SVG that glyphs' outlines are read from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "extract/shape.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes)
{
  /* No byte follows: reading one too many is found. */
  g_autofree char *svg = g_memdup2 (bytes, n_bytes);
  g_autoptr (OutlineList) list = outline_list_read (svg, n_bytes);
  for (guint i = 0; i < list->uses->len; i++)
    {
      const Outline *outline = g_array_index (list->uses, OutlineUse, i).outline;
      guint n = outline->ends->len;
      g_assert_true (n == 0 || g_array_index (outline->ends, guint, n - 1) == outline->points->len);
      shape_read (outline);
    }
  return 0;
}
