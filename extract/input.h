/* extract/input.h - the bytes of an input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/limits.h"

G_BEGIN_DECLS

/**
 * input_read:
 * @path: an input's name in the local file system
 * @limits: how much is too much
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): its bytes; %NULL with %RECOUNT_ERROR_UNREADABLE if @path is not there,
 *   is no file, is empty or may not be read, with %RECOUNT_ERROR_LIMIT if it has more bytes than
 *   @limits
 */
GBytes *input_read (const char *path, const ExtractLimits *limits, GError **error);

/* Returns: whether the bytes are a PDF's, whose mark may have up to a thousand bytes of anything
 * before it. */
gboolean input_is_pdf (GBytes *bytes);

G_END_DECLS
