/* parse/recognise.h - which family a document belongs to, and who published it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/knowledge.h"
#include "model/page.h"

G_BEGIN_DECLS

typedef struct _Recogniser Recogniser; /* one thread at a time */

/* Compiles the patterns of @families (element-type Family), which is borrowed.  Returns (transfer
 * full): the recogniser; NULL with RECOUNT_ERROR_DATA, naming the file and key, for a bad one. */
Recogniser *recogniser_new (const GPtrArray *families, GError **error);
void recogniser_free (Recogniser *recogniser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recogniser, recogniser_free)

/* Returns (transfer none) (nullable): the first family whose patterns are all found in @lines;
 * @is_authority gets whether they name its authority too. */
const Family *recognise (const Recogniser *recogniser, const char *const *lines,
                         gboolean *is_authority);

G_END_DECLS
