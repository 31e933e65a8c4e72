/* parse/broken.h - words that are broken over two lines without a hyphen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/vocabulary.h"

G_BEGIN_DECLS

/* A cell that is narrower than a word breaks it anywhere: `Denominat or`, `Englan d`, `2017/1 8`.
 *
 * Returns (transfer full) (nullable): a short text without its blank number @k, from 0, of those
 * that a word may be broken at; NULL if there are no more of these. */
char *broken_mend (const char *text, guint k);

/* Returns (transfer full) (nullable): @text with the pieces put together, two or three each, that
 * are one word of those that headings are made of: `Statistic al neighbou rs`; NULL if none are. */
char *broken_join (const Vocabulary *vocabulary, const char *text);

G_END_DECLS
