/* tests/extract/test_trailer.c - what the end of a PDF tells of its being whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/trailer.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define OBJECT "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"
#define TABLE "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<<>>\n"
#define END "startxref\n29\n%%EOF\n"

#define BYTES(text) g_bytes_new_static (text, sizeof (text) - 1)

static void
assert_trailer (GBytes *bytes, gboolean is_cut, gboolean is_damaged)
{
  const char *text = g_bytes_get_data (bytes, NULL);
  cr_expect_eq (trailer_is_cut (bytes), is_cut, "%s", text);
  cr_expect_eq (trailer_is_damaged (bytes), is_damaged, "%s", text);
  g_bytes_unref (bytes);
}

Test (trailer, a_whole_file_is_neither_cut_nor_damaged)
{
  assert_trailer (BYTES (OBJECT TABLE END), FALSE, FALSE);
}

Test (trailer, zeros_before_the_end_hide_nothing)
{
  assert_trailer (BYTES (OBJECT TABLE "\0\0\n" END), FALSE, FALSE);
}

Test (trailer, offsets_may_count_from_the_mark)
{
  assert_trailer (BYTES ("\n\n\n" OBJECT TABLE END), FALSE, FALSE);
}

Test (trailer, a_table_may_be_an_object)
{
  assert_trailer (BYTES (OBJECT "2 0 obj\n<</Type/XRef>>\n" END), FALSE, FALSE);
}

Test (trailer, a_file_without_its_mark_is_cut)
{
  assert_trailer (BYTES (OBJECT TABLE "startxref\n29\n"), TRUE, FALSE);
}

Test (trailer, a_table_that_is_not_there_is_damaged)
{
  assert_trailer (BYTES (OBJECT "%%EOF\n"), FALSE, TRUE);
  assert_trailer (BYTES (OBJECT TABLE "startxref\n30000\n%%EOF\n"), FALSE, TRUE);
  assert_trailer (BYTES (OBJECT TABLE "startxref\n12\n%%EOF\n"), FALSE, TRUE);
}

Test (trailer, an_object_that_is_not_where_the_table_says_is_damage)
{
  assert_trailer (BYTES (OBJECT "xref\n0 1\n0000000011 00000 n \ntrailer\n" END), FALSE, TRUE);
  assert_trailer (BYTES (OBJECT "xref\n0 1\n9999999999 00000 n \ntrailer\n" END), FALSE, TRUE);
}

Test (trailer, a_table_that_ends_anywhere_is_damaged_and_no_harm)
{
  const char *whole = OBJECT TABLE END;
  for (gsize n = 0; n < strlen (OBJECT TABLE); n++)
    {
      g_autofree char *text = g_strdup_printf ("%.*sstartxref 29", (int) n, whole);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      cr_expect (trailer_is_damaged (bytes) || n >= strlen (OBJECT TABLE) - strlen ("r\n<<>>\n"),
                 "%s", text);
    }
}
