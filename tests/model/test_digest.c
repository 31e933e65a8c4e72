/* tests/model/test_digest.c - the SHA-256 of bytes that come piece by piece.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/digest.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define N_BYTES 300 /* more than four blocks */

static char *
digest_of (const char *text)
{
  g_autoptr (Digest) digest = digest_new ();
  digest_add (digest, text, strlen (text));
  return digest_finish (digest);
}

/* The examples of FIPS 180-4. */
Test (digest, is_that_of_the_standard)
{
  g_autofree char *nothing = digest_of (""), *short_one = digest_of ("abc");
  g_autofree char *two_blocks
      = digest_of ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
  cr_expect_str_eq (nothing, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  cr_expect_str_eq (short_one, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  cr_expect_str_eq (two_blocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

Test (digest, is_the_same_wherever_the_pieces_end)
{
  guint8 bytes[N_BYTES];
  for (guint i = 0; i < N_BYTES; i++)
    bytes[i] = (guint8) (i * 7 + 3);
  for (gsize n = 0; n <= N_BYTES; n++)
    {
      g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, n);
      g_autoptr (Digest) digest = digest_new ();
      digest_add (digest, bytes, n / 3);
      digest_add (digest, bytes + n / 3, 0);
      digest_add (digest, bytes + n / 3, n - n / 3);
      g_autofree char *sum = digest_finish (digest);
      cr_assert_str_eq (sum, expected, "of %zu bytes", n);
    }
}
