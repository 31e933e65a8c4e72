/* model/knowledge.h - all that data/ holds, loaded once and lent to the stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/catalogue.h"
#include "model/family.h"
#include "model/lexicon.h"

G_BEGIN_DECLS

typedef struct
{
  Lexicon *lexicon;
  Catalogue *catalogue;
  GPtrArray *families; /* of Family, owned, sorted by id */
  char *sha256;        /* owned; of all these files, their names and bytes: other knowledge reads
                        * otherwise */
} Knowledge;

/* Loads `lexicon.yaml`, `catalogue.yaml` and `families/\*.yaml` below @folder.  Returns (transfer
 * full): the knowledge; NULL with RECOUNT_ERROR_DATA as the loaders set it. */
Knowledge *knowledge_load (const char *folder, GError **error);
void knowledge_free (Knowledge *knowledge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Knowledge, knowledge_free)

G_END_DECLS
