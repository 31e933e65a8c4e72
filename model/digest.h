/* model/digest.h - the SHA-256 of bytes that come piece by piece.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By nettle, which has the processor's own instructions for it: GLib's plain arithmetic takes one
 * part in twenty of a run.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _Digest Digest;

Digest *digest_new (void);
void digest_free (Digest *digest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Digest, digest_free)

void digest_add (Digest *digest, gconstpointer bytes, gsize n_bytes);

/* Returns (transfer full): the sum of all that was added, 64 hexadecimal digits; nothing can be
 * added any more. */
char *digest_finish (Digest *digest);

G_END_DECLS
