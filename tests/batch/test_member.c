/* tests/batch/test_member.c - tests of batch/member.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/member.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static void
write_all (GByteArray *bytes, const char *name, const char *content)
{
  char *text = NULL;
  size_t n = 0;
  FILE *out = open_memstream (&text, &n);
  member_write (out, MEMBER_FILE, name, content, strlen (content));
  fclose (out);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) n);
  free (text);
}

Test (member, comes_back_as_it_went_however_it_is_cut)
{
  g_autoptr (GByteArray) whole = g_byte_array_new (), come = g_byte_array_new ();
  write_all (whole, "a/ä.txt", "first");
  write_all (whole, "b.txt", "");
  guint n_taken = 0;
  for (guint i = 0; i < whole->len; i++)
    {
      g_byte_array_append (come, whole->data + i, 1);
      g_auto (Member) member = { 0 };
      g_autoptr (GError) error = NULL;
      if (member_take (come, 100, &member, &error))
        {
          cr_expect_str_eq (member.name, n_taken == 0 ? "a/ä.txt" : "b.txt");
          cr_expect (eq (sz, g_bytes_get_size (member.content), n_taken == 0 ? 5 : 0));
          n_taken++;
        }
      cr_assert_null (error);
    }
  cr_expect (eq (uint, n_taken, 2));
  cr_expect (zero (uint, come->len));
}

static void
assert_refused (const GByteArray *bytes, gsize max_bytes)
{
  g_autoptr (GByteArray) copy = g_byte_array_new ();
  g_byte_array_append (copy, bytes->data, bytes->len);
  g_auto (Member) member = { 0 };
  g_autoptr (GError) error = NULL;
  cr_expect (zero (int, member_take (copy, max_bytes, &member, &error)));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_STREAM));
}

Test (member, that_cannot_be_is_refused_before_it_has_come)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  write_all (bytes, "a.txt", "0123456789");
  assert_refused (bytes, 9);
  g_byte_array_set_size (bytes, 13);
  bytes->data[0] = 'x';
  assert_refused (bytes, 100);
  bytes->data[0] = MEMBER_FILE;
  bytes->data[4] = 0xFF; /* four gigabytes of name */
  assert_refused (bytes, 100);
  bytes->data[4] = 0;
  bytes->data[12] = 0xFF; /* more content than there are bytes in the world */
  assert_refused (bytes, 100);
}

Test (member, has_a_name_that_is_text)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  write_all (bytes, "a\xFF.txt", "");
  g_auto (Member) member = { 0 };
  cr_assert (member_take (bytes, 100, &member, NULL));
  cr_expect_str_eq (member.name, "a\xEF\xBF\xBD.txt");
}
