/* tests/fuzz/fuzz_drawing.c - any bytes as the script of a page's drawing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "extract/drawing.h"

#define WIDTH 595.0
#define HEIGHT 842.0

static void
assert_box (Box box)
{
  g_assert_true (box.x0 <= box.x1 && box.y0 <= box.y1);
  g_assert_true (box.x0 >= 0 && box.y0 >= 0 && box.x1 <= WIDTH && box.y1 <= HEIGHT);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes)
{
  /* No byte follows: reading one too many is found. */
  g_autofree char *script = g_memdup2 (bytes, n_bytes);
  g_autoptr (Page) page = page_new (1, WIDTH, HEIGHT);
  g_auto (Drawn) drawn = drawing_read (page, script, n_bytes);

  g_assert_cmpuint (page->rules->len + page->fills->len, <=, DRAWING_MAX_INKS);
  for (guint i = 0; i < page->rules->len; i++)
    assert_box (g_array_index (page->rules, Rule, i).box);
  for (guint i = 0; i < page->fills->len; i++)
    assert_box (g_array_index (page->fills, Fill, i).box);
  return 0;
}
