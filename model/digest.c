/* model/digest.c - the SHA-256 of bytes that come piece by piece.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/digest.h"

#include <nettle/sha2.h>

struct _Digest
{
  struct sha256_ctx state;
};

Digest *
digest_new (void)
{
  Digest *digest = g_new (Digest, 1);
  sha256_init (&digest->state);
  return digest;
}

void
digest_free (Digest *digest)
{
  g_free (digest);
}

void
digest_add (Digest *digest, gconstpointer bytes, gsize n_bytes)
{
  sha256_update (&digest->state, n_bytes, bytes);
}

char *
digest_finish (Digest *digest)
{
  guint8 sum[SHA256_DIGEST_SIZE];
  sha256_digest (&digest->state, sizeof sum, sum);
  GString *text = g_string_sized_new (2 * sizeof sum);
  for (gsize i = 0; i < sizeof sum; i++)
    g_string_append_printf (text, "%02x", sum[i]);
  return g_string_free (text, FALSE);
}
