/* batch/walk.h - the files that a command line means, in one order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "batch/kind.h"

G_BEGIN_DECLS

/* A name and why it leads nowhere. */
typedef struct
{
  char *path, *reason;   /* owned */
  gboolean is_retryable; /* whether it may lead somewhere another time */
} WalkFailure;

typedef struct
{
  GPtrArray *files; /* of char *, owned: sorted by their bytes, none twice */
  GPtrArray
      *left_out; /* of char *, owned: in folders, what is neither report nor archive; sorted */
  GPtrArray *failures; /* of WalkFailure, owned: sorted by path */
} Walk;

/* Returns (transfer full): the files that @inputs (NULL-terminated) name, and the reports and
 * archives in the folders that they name and below, links followed.  A folder that links lead to
 * twice is looked at once, so that a loop ends.  The order of @inputs does not matter. */
Walk *walk_inputs (char *const *inputs);
void walk_free (Walk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Walk, walk_free)

G_END_DECLS
