/* extract/large.h - memory for pictures, in pages that are as large as they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of a page takes thousands of the system's pages, each of which costs a fault when it
 * is touched first, and is given back soon after.  Huge pages take one fault for 512 of them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Asks for huge pages for a block that nobody has written to; where there are none, nothing is
 * lost. */
void large_advise (gpointer block, gsize n_bytes);

/* Has leptonica's pictures lie in such pages, from now on. */
void large_pictures (void);

G_END_DECLS
