/* parse/stream.h - the columns of text that a page is set in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/page.h"

G_BEGIN_DECLS

/* Returns (transfer full) (element-type GPtrArray of const Word): the words by columns of running
 * text, so that a line of words never goes on from one to the other; mostly one group. */
GPtrArray *stream_split (const GPtrArray *words, const GArray *uprights);

G_END_DECLS
