/* model/catalogue.h - the indicators that are known, as data/catalogue.yaml lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/relation.h"

G_BEGIN_DECLS

#define POLARITIES(X)                                                                              \
  X (POLARITY_NONE, "")                                                                            \
  X (POLARITY_HIGH, "high")                                                                        \
  X (POLARITY_LOW, "low")                                                                          \
  X (POLARITY_INFO, "info") /* neither is good nor bad */

#define CATALOGUE_ENUM(name, code) name,
typedef enum
{
  POLARITIES (CATALOGUE_ENUM)
} Polarity;
#undef CATALOGUE_ENUM

extern const CodeList polarity_codes;
const char *polarity_code (Polarity value);
int polarity_from_code (const char *code); /* -1 if none has that code */

typedef struct
{
  char *id;           /* owned; canonical, e.g. "referrals" */
  char *name;         /* owned; the name most used */
  GPtrArray *refs;    /* of char *, owned; references in use, the most trusted first */
  GPtrArray *aliases; /* of char *, owned; other names in use */
  Unit unit;
  Polarity polarity;
  int line; /* where the entry begins in the file, from 1 */
} CatalogueEntry;

typedef struct
{
  char *path;           /* owned */
  GPtrArray *entries;   /* of CatalogueEntry, owned, in the file's order */
  GPtrArray *relations; /* of Relation, owned; their ids are known to the catalogue */
} Catalogue;

/**
 * catalogue_load:
 * @path: a YAML file
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): the catalogue; %NULL with %RECOUNT_ERROR_DATA, naming file, line and
 *   key, if @path cannot be read, a key is wrong, an id stands twice, or a relation cannot be read,
 *   names an unknown id or goes in a circle with others
 */
Catalogue *catalogue_load (const char *path, GError **error);

/* The same from the @length bytes at @text, which messages call @path. */
Catalogue *catalogue_parse (const char *path, const char *text, gsize length, GError **error);

void catalogue_free (Catalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Catalogue, catalogue_free)

/* Returns (transfer none) (nullable): the entry of that id. */
const CatalogueEntry *catalogue_find (const Catalogue *catalogue, const char *id);

G_END_DECLS
