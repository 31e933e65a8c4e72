/* tests/fuzz/fuzz_member.c - what an unpacking process sends, and what a reading one sends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/member.h"
#include "batch/reading.h"
#include "tests/fuzz/fuzz.h"

#define MAX_BYTES 1000

static void
take_members (GByteArray *bytes)
{
  gboolean has_more = TRUE;
  while (has_more)
    {
      g_auto (Member) member = { 0 };
      guint n_before = bytes->len;
      has_more = member_take (bytes, MAX_BYTES, &member, NULL);
      g_assert (has_more == (bytes->len < n_before));
      g_assert (!has_more
                || (g_utf8_validate (member.name, -1, NULL)
                    && g_bytes_get_size (member.content) <= MAX_BYTES));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_byte_array_append (bytes, data, (guint) size);
  const Source source = { (char *) "a.pdf", (char *) "00" };
  g_autofree char *reason = NULL;
  g_autoptr (Report) report = reading_take (bytes, &source, &reason);
  g_assert ((report == NULL) == (reason != NULL));
  take_members (bytes);
  return 0;
}
