/* tests/fuzz/fuzz_trailer.c - any bytes as a PDF, of which only the table of objects is looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "extract/trailer.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes)
{
  /* No byte follows: reading one too many is found. */
  g_autoptr (GBytes) pdf = g_bytes_new (bytes, n_bytes);
  gboolean is_cut = trailer_is_cut (pdf), is_damaged = trailer_is_damaged (pdf);

  g_assert_true (n_bytes > 0 || (is_cut && is_damaged));
  return 0;
}
