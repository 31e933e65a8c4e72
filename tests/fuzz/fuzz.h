/* tests/fuzz/fuzz.h - what a fuzzer defines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the @n_bytes at @bytes, whatever they are, and asserts what must hold of any input.  The
 * name is libFuzzer's.  Returns: 0. */
int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes);

G_END_DECLS
