/* batch/kind.h - what a file among many is: a report, an archive of reports, or neither.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KIND_OTHER,
  KIND_REPORT,
  KIND_ARCHIVE,
} Kind;

#define KIND_BYTES 1024 /* of a file's beginning that may tell */

/* Returns: what the file is, by its name and, where that says nothing, by the first of its bytes.
 */
Kind kind_of (const char *name, const char *bytes, gsize n_bytes);

/* Returns: whether it is an archive, by its name alone. */
gboolean kind_is_archive (const char *name);

G_END_DECLS
