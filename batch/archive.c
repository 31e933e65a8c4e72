/* batch/archive.c - unpacks an archive, in a process that can do nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/archive.h"

#include <string.h>

#include "batch/kind.h"
#include "batch/libarchive.h"
#include "batch/member.h"
#include "batch/worker.h"

#define BLOCK_BYTES 65536

/* However little the archive, so much may come out: a page of blanks packs a thousandfold. */
#define FREE_BYTES (16 * 1024 * 1024)

typedef struct archive ForeignArchive;

static void
foreign_archive_free (ForeignArchive *archive)
{
  libarchive.read_free (archive);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeignArchive, foreign_archive_free)

typedef struct
{
  ForeignArchive *archive; /* borrowed */
  const ArchiveLimits *limits;
  guint64 n_unpacked;
  guint n_entries;
} Unpacking;

static gboolean
fail_as_archive (ForeignArchive *archive, GError **error)
{
  const char *reason = libarchive.error_string (archive);
  RecountError code = recount_may_pass (libarchive.error_number (archive))
                          ? RECOUNT_ERROR_OUT_OF_REACH
                          : RECOUNT_ERROR_UNREADABLE;
  return recount_fail (error, code, NULL, "cannot be unpacked: %s",
                       reason != NULL ? reason : "nobody knows why");
}

/* Whether so much may have come out by now. */
static gboolean
check_bulk (const Unpacking *unpacking, GError **error)
{
  const ArchiveLimits *limits = unpacking->limits;
  guint64 packed = (guint64) MAX (libarchive.filter_bytes (unpacking->archive, -1), 0);
  /* What of a packed tar is passed over was unpacked, too. */
  guint64 unpacked = MAX (unpacking->n_unpacked,
                          (guint64) MAX (libarchive.filter_bytes (unpacking->archive, 0), 0));
  if (unpacked > limits->unpacked_bytes)
    return recount_fail (error, RECOUNT_ERROR_LIMIT, NULL,
                         "unpacks to more than %" G_GUINT64_FORMAT
                         " MB; --max-unpacked=N sets another limit",
                         limits->unpacked_bytes / (1024 * 1024));
  if (unpacked > FREE_BYTES + packed * limits->ratio)
    return recount_fail (error, RECOUNT_ERROR_LIMIT, NULL,
                         "unpacks to more than %u times its size; --max-ratio=N sets another limit",
                         limits->ratio);
  return TRUE;
}

/* Reads up to @max_bytes of the member, behind what @content holds. */
static gboolean
read_content (Unpacking *unpacking, GByteArray *content, gsize max_bytes, GError **error)
{
  static guint8 block[BLOCK_BYTES];
  while (content->len < max_bytes)
    {
      gssize n = libarchive.read_data (unpacking->archive, block,
                                       MIN (sizeof block, max_bytes - content->len));
      if (n < 0)
        return fail_as_archive (unpacking->archive, error);
      if (n == 0)
        return TRUE;
      unpacking->n_unpacked += (guint64) n;
      if (!check_bulk (unpacking, error))
        return FALSE;
      g_byte_array_append (content, block, (guint) n);
    }
  return TRUE;
}

static char *
name_of (struct archive_entry *entry)
{
  const char *name = libarchive.entry_pathname_utf8 (entry);
  if (name == NULL)
    name = libarchive.entry_pathname (entry);
  return g_utf8_make_valid (name != NULL ? name : "?", -1);
}

static gboolean
write_member (FILE *out, Unpacking *unpacking, struct archive_entry *entry, GError **error)
{
  g_autofree char *name = name_of (entry);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  if (libarchive.entry_filetype (entry) == AE_IFDIR)
    return TRUE;
  gboolean is_file = libarchive.entry_filetype (entry) == AE_IFREG;
  if (is_file && !read_content (unpacking, content, KIND_BYTES, error))
    return FALSE;
  if (!is_file || kind_of (name, (const char *) content->data, content->len) == KIND_OTHER)
    {
      member_write (out, MEMBER_LEFT_OUT, name, NULL, 0);
      return TRUE;
    }
  gsize max_bytes = unpacking->limits->member_bytes;
  if (!read_content (unpacking, content, max_bytes + 1, error))
    return FALSE;
  if (content->len > max_bytes)
    return recount_fail (error, RECOUNT_ERROR_LIMIT, NULL,
                         "'%s' in it has more than %" G_GSIZE_FORMAT
                         " bytes; --max-bytes=N sets another limit",
                         name, max_bytes);
  member_write (out, MEMBER_FILE, name, content->data, content->len);
  return TRUE;
}

/* Takes the ways in which archives are packed that no program has to be started for. */
static void
support_packings (ForeignArchive *archive)
{
  int (*const packings[]) (ForeignArchive *) = {
    libarchive.read_support_filter_gzip,     libarchive.read_support_filter_bzip2,
    libarchive.read_support_filter_xz,       libarchive.read_support_filter_lzma,
    libarchive.read_support_filter_lzip,     libarchive.read_support_filter_zstd,
    libarchive.read_support_filter_compress,
  };
  for (gsize i = 0; i < G_N_ELEMENTS (packings); i++)
    packings[i](archive);
}

static gboolean
open_archive (ForeignArchive *archive, const ArchiveTask *task, GError **error)
{
  support_packings (archive);
  libarchive.read_support_format_zip (archive);
  libarchive.read_support_format_tar (archive);
  gsize n_bytes = 0;
  gconstpointer bytes = task->content != NULL ? g_bytes_get_data (task->content, &n_bytes) : NULL;
  int result = task->content != NULL ? libarchive.read_open_memory (archive, bytes, n_bytes)
                                     : libarchive.read_open_fd (archive, WORKER_FILE, BLOCK_BYTES);
  return result == ARCHIVE_OK || fail_as_archive (archive, error);
}

static gboolean
write_members (FILE *out, const ArchiveTask *task, GError **error)
{
  g_autoptr (ForeignArchive) archive = libarchive.read_new ();
  if (!open_archive (archive, task, error))
    return FALSE;
  Unpacking unpacking = { archive, &task->limits, 0, 0 };
  struct archive_entry *entry = NULL;
  for (;;)
    {
      int result = libarchive.read_next_header (archive, &entry);
      if (result != ARCHIVE_EOF && result < ARCHIVE_WARN)
        return fail_as_archive (archive, error);
      if (!check_bulk (&unpacking, error))
        return FALSE;
      if (result == ARCHIVE_EOF)
        return TRUE;
      if (++unpacking.n_entries > task->limits.entries)
        return recount_fail (error, RECOUNT_ERROR_LIMIT, NULL,
                             "has more than %u entries; --max-entries=N sets another limit",
                             task->limits.entries);
      if (!write_member (out, &unpacking, entry, error))
        return FALSE;
    }
}

void
archive_unpack (FILE *out, gpointer data)
{
  g_autoptr (GError) error = NULL;
  if (write_members (out, data, &error))
    return;
  gboolean may_pass = g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUT_OF_REACH);
  member_write (out, may_pass ? MEMBER_OUT_OF_REACH : MEMBER_FAILURE, error->message, NULL, 0);
}
