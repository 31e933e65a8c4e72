/* extract/input.h - the bytes of an input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/limits.h"
#include "model/shelf.h"

G_BEGIN_DECLS

/* The bytes of an input, of which a long one's lie in a file of our own: what somebody writes to
 * the input meanwhile does no harm, and those that were read already take no memory. */
typedef struct
{
  GBytes *bytes; /* owned */
  Shelf *shelf;  /* (nullable) borrowed: what they lie on, as long as they are there */
} Input;

void input_clear (Input *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Input, input_clear)

/**
 * input_read:
 * @path: an input's name in the local file system
 * @limits: how much is too much
 * @input: (out): gets its bytes
 * @error: return location for a #RecountError
 *
 * Returns: %FALSE with %RECOUNT_ERROR_UNREADABLE if @path is not there, is no file, is empty or may
 *   not be read, with %RECOUNT_ERROR_LIMIT if it has more bytes than @limits
 */
gboolean input_read (const char *path, const ExtractLimits *limits, Input *input, GError **error);

/* Gives the memory back that looking at the bytes took. */
void input_rest (const Input *input);

/* Returns (transfer full): the SHA-256 of the bytes. */
char *input_sha256 (const Input *input);

/* Returns: whether the bytes are a PDF's, whose mark may have up to a thousand bytes of anything
 * before it. */
gboolean input_is_pdf (GBytes *bytes);

G_END_DECLS
