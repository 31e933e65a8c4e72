/* parse/identity.h - which indicator of the catalogue a printed one is, and its reference as meant.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/catalogue.h"
#include "parse/reader.h"

G_BEGIN_DECLS

typedef struct _Identifier Identifier;

/* @catalogue is borrowed and must live as long. */
Identifier *identifier_new (const Catalogue *catalogue);
void identifier_free (Identifier *identifier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Identifier, identifier_free)

/* Returns (transfer none) (nullable): the entry that bears @name, letter for letter or nearly. */
const CatalogueEntry *identifier_find (const Identifier *identifier, const char *name);

/* Returns (transfer full): @name in lower case, with one blank between runs of letters, digits, %
 * and +, and nothing else: what two spellings of one name share. */
char *identity_fold (const char *name);

/* Sets the canonical id of each indicator of the report, and its reference as meant where the
 * printed one is damaged: where most references of the report are those of the catalogue, one that
 * is not is taken for a slip; a number between 6.9 and 6.11 that reads 6.1 is 6.10. */
void identity_settle (const Identifier *identifier, const Reader *reader);

G_END_DECLS
