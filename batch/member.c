/* batch/member.c - what an archive holds, on its way from the process that unpacks it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/member.h"

#include <string.h>

#define NAME_AT 1
#define CONTENT_AT 5
#define HEAD_BYTES 13

static const char kinds[] = { MEMBER_FILE, MEMBER_LEFT_OUT, MEMBER_FAILURE, MEMBER_OUT_OF_REACH };

void
member_clear (Member *member)
{
  g_clear_pointer (&member->name, g_free);
  g_clear_pointer (&member->content, g_bytes_unref);
}

static void
put_number (guint8 *bytes, guint n_bytes, guint64 number)
{
  for (guint i = 0; i < n_bytes; i++)
    bytes[i] = (guint8) (number >> (8 * i));
}

static guint64
get_number (const guint8 *bytes, guint n_bytes)
{
  guint64 number = 0;
  for (guint i = n_bytes; i-- > 0;)
    number = number << 8 | bytes[i];
  return number;
}

void
member_write (FILE *out, MemberKind kind, const char *name, gconstpointer content, gsize n_bytes)
{
  gsize n_name = MIN (strlen (name), MEMBER_MAX_NAME);
  guint8 head[HEAD_BYTES] = { (guint8) kind };
  put_number (head + NAME_AT, CONTENT_AT - NAME_AT, n_name);
  put_number (head + CONTENT_AT, HEAD_BYTES - CONTENT_AT, n_bytes);
  fwrite (head, 1, sizeof head, out);
  fwrite (name, 1, n_name, out);
  fwrite (content != NULL ? content : "", 1, n_bytes, out);
}

gboolean
member_take (GByteArray *bytes, gsize max_bytes, Member *member, GError **error)
{
  if (bytes->len < HEAD_BYTES)
    return FALSE;
  guint8 kind = bytes->data[0];
  guint64 n_name = get_number (bytes->data + NAME_AT, CONTENT_AT - NAME_AT);
  guint64 n_content = get_number (bytes->data + CONTENT_AT, HEAD_BYTES - CONTENT_AT);
  if (memchr (kinds, kind, sizeof kinds) == NULL || n_name > MEMBER_MAX_NAME
      || n_content > max_bytes)
    return recount_fail (error, RECOUNT_ERROR_STREAM, NULL,
                         "what unpacks the archive sent what is no member of it");
  if (bytes->len - HEAD_BYTES < n_name + n_content)
    return FALSE;

  const char *name = (const char *) bytes->data + HEAD_BYTES;
  member->kind = (MemberKind) kind;
  member->name = g_utf8_make_valid (name, (gssize) n_name);
  member->content = g_bytes_new (name + n_name, (gsize) n_content);
  g_byte_array_remove_range (bytes, 0, (guint) (HEAD_BYTES + n_name + n_content));
  return TRUE;
}
