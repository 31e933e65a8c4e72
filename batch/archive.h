/* batch/archive.h - unpacks an archive, in a process that can do nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only this file calls libarchive.
 */
#pragma once

#include <stdio.h>

#include "model/error.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 member_bytes;   /* the most that a member may have */
  guint64 unpacked_bytes; /* the most that all may have, */
  guint ratio;            /* and the most for each byte of the archive */
  guint entries;          /* how many there may be, folders and all */
} ArchiveLimits;

typedef struct
{
  GBytes *content; /* of the archive; NULL: it is WORKER_FILE */
  ArchiveLimits limits;
} ArchiveTask;

/* A WorkerFunc: writes the members of an archive (batch/member.h), @data being an ArchiveTask.  The
 * last may be MEMBER_FAILURE. */
void archive_unpack (FILE *out, gpointer data);

G_END_DECLS
