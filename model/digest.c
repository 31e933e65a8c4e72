/* model/digest.c - the SHA-256 of bytes that come piece by piece.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FIPS 180-4, section 6.2.  With Intel's SHA instructions as their manual has them: four rounds and
 * four words of the schedule at a time, the state kept as ABEF and CDGH.
 */
#include "model/digest.h"

#include <string.h>

#define BLOCK 64 /* bytes */
#define N_STATE 8

struct _Digest
{
  GChecksum *plain; /* (nullable) owned; where the processor has no instructions for it */
  guint32 state[N_STATE];
  guint8 block[BLOCK]; /* what has come of the next */
  gsize n_block;
  guint64 n_bytes; /* in all */
};

static const guint32 first_state[N_STATE] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                              0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };

#ifdef __x86_64__

#include <cpuid.h>
#include <immintrin.h>

#define HAS_SSE41 (1u << 19)
#define HAS_SHA (1u << 29)
#define N_STEPS 16 /* of four rounds */

static const guint32 constants[N_STEPS][4] = {
  { 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5 },
  { 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5 },
  { 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3 },
  { 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174 },
  { 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc },
  { 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da },
  { 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7 },
  { 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967 },
  { 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13 },
  { 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85 },
  { 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3 },
  { 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070 },
  { 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5 },
  { 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3 },
  { 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208 },
  { 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2 },
};

static gboolean
has_instructions (void)
{
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (!__get_cpuid (1, &a, &b, &c, &d) || (c & HAS_SSE41) == 0)
    return FALSE;
  return __get_cpuid_count (7, 0, &a, &b, &c, &d) && (b & HAS_SHA) != 0;
}

__attribute__ ((target ("sha,sse4.1"))) static void
take_blocks (guint32 *state, const guint8 *bytes, gsize n_blocks)
{
  const __m128i order = _mm_set_epi64x (0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i dcba = _mm_loadu_si128 ((const __m128i *) (const void *) state);
  __m128i hgfe = _mm_loadu_si128 ((const __m128i *) (const void *) (state + 4));
  __m128i cdab = _mm_shuffle_epi32 (dcba, 0xB1), efgh = _mm_shuffle_epi32 (hgfe, 0x1B);
  __m128i abef = _mm_alignr_epi8 (cdab, efgh, 8), cdgh = _mm_blend_epi16 (efgh, cdab, 0xF0);
  for (; n_blocks > 0; n_blocks--, bytes += BLOCK)
    {
      const __m128i abef_before = abef, cdgh_before = cdgh;
      __m128i words[4];
      for (int i = 0; i < 4; i++)
        words[i] = _mm_shuffle_epi8 (
            _mm_loadu_si128 ((const __m128i *) (const void *) (bytes + i * 16)), order);
      for (int i = 0; i < N_STEPS; i++)
        {
          __m128i *own = &words[i % 4];
          const __m128i second = words[(i + 1) % 4], third = words[(i + 2) % 4],
                        last = words[(i + 3) % 4];
          __m128i sum = _mm_add_epi32 (
              *own, _mm_loadu_si128 ((const __m128i *) (const void *) constants[i]));
          cdgh = _mm_sha256rnds2_epu32 (cdgh, abef, sum);
          abef = _mm_sha256rnds2_epu32 (abef, cdgh, _mm_shuffle_epi32 (sum, 0x0E));
          *own = _mm_sha256msg2_epu32 (
              _mm_add_epi32 (_mm_sha256msg1_epu32 (*own, second), _mm_alignr_epi8 (last, third, 4)),
              last);
        }
      abef = _mm_add_epi32 (abef, abef_before);
      cdgh = _mm_add_epi32 (cdgh, cdgh_before);
    }
  __m128i feba = _mm_shuffle_epi32 (abef, 0x1B), dchg = _mm_shuffle_epi32 (cdgh, 0xB1);
  _mm_storeu_si128 ((__m128i *) (void *) state, _mm_blend_epi16 (feba, dchg, 0xF0));
  _mm_storeu_si128 ((__m128i *) (void *) (state + 4), _mm_alignr_epi8 (dchg, feba, 8));
}

#else

static gboolean
has_instructions (void)
{
  return FALSE;
}

static void
take_blocks (guint32 *state, const guint8 *bytes, gsize n_blocks)
{
  (void) state, (void) bytes, (void) n_blocks;
  g_assert_not_reached ();
}

#endif

Digest *
digest_new (void)
{
  Digest *digest = g_new0 (Digest, 1);
  if (!has_instructions ())
    digest->plain = g_checksum_new (G_CHECKSUM_SHA256);
  memcpy (digest->state, first_state, sizeof first_state);
  return digest;
}

void
digest_free (Digest *digest)
{
  if (digest == NULL)
    return;

  g_clear_pointer (&digest->plain, g_checksum_free);
  g_free (digest);
}

/* Takes what completes the block that has begun; returns how many bytes that were. */
static gsize
fill_block (Digest *digest, const guint8 *bytes, gsize n_bytes)
{
  gsize n = MIN (n_bytes, BLOCK - digest->n_block);
  memcpy (digest->block + digest->n_block, bytes, n);
  digest->n_block += n;
  if (digest->n_block < BLOCK)
    return n;
  take_blocks (digest->state, digest->block, 1);
  digest->n_block = 0;
  return n;
}

void
digest_add (Digest *digest, gconstpointer bytes, gsize n_bytes)
{
  if (n_bytes == 0)
    return;
  if (digest->plain != NULL)
    {
      g_checksum_update (digest->plain, bytes, (gssize) n_bytes);
      return;
    }
  const guint8 *at = bytes, *end = at + n_bytes;
  digest->n_bytes += n_bytes;
  if (digest->n_block > 0)
    at += fill_block (digest, at, n_bytes);
  gsize n_blocks = (gsize) (end - at) / BLOCK;
  if (n_blocks > 0)
    take_blocks (digest->state, at, n_blocks);
  at += n_blocks * BLOCK;
  if (at < end)
    fill_block (digest, at, (gsize) (end - at));
}

char *
digest_finish (Digest *digest)
{
  if (digest->plain != NULL)
    return g_strdup (g_checksum_get_string (digest->plain));
  static const guint8 padding[BLOCK] = { 0x80 };
  guint64 n_bits = GUINT64_TO_BE (digest->n_bytes * 8);
  gsize room = BLOCK - sizeof n_bits, begun = digest->n_block;
  digest_add (digest, padding, begun < room ? room - begun : BLOCK + room - begun);
  digest_add (digest, &n_bits, sizeof n_bits);
  GString *digits = g_string_sized_new (2 * sizeof digest->state);
  for (int i = 0; i < N_STATE; i++)
    g_string_append_printf (digits, "%08x", digest->state[i]);
  return g_string_free (digits, FALSE);
}
