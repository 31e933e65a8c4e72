/* tests/extract/test_jpeg_note.c - whether the JPEGs that libraries unpack are whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/jpeg_note.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/pictured.h"

/* Returns: the flaws of a JPEG that has @n_wrong bytes wrong in its middle. */
static guint
flaws_with (gsize n_wrong)
{
  gsize n = 0;
  guint8 *bytes
      = g_bytes_unref_to_data (pictured_file (pictured_figures ("1204"), IFF_JFIF_JPEG), &n);
  guint before = jpeg_note_flaws ();
  memset (bytes + n / 2, 0xAA, n_wrong);
  PIX *pix = pixReadMem (bytes, n);
  pixDestroy (&pix);
  g_free (bytes);
  return jpeg_note_flaws () - before;
}

Test (jpeg_note, flaws_of_damaged_pixels_are_counted)
{
  cr_expect_eq (flaws_with (0), 0);
  cr_expect_gt (flaws_with (200), 0);
}
