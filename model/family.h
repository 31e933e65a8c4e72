/* model/family.h - how one publisher's reports look, as a file of data/families/ tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A family only makes a report come out better: parse/ works without one.
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/* A column that a lost header must have had. */
typedef struct
{
  char *heading; /* owned; read by the lexicon like a printed one; NULL if `month` tells */
  gboolean is_month;
  int month; /* months from the report's month, 0 or below; only if is_month */
} FamilyColumn;

typedef struct
{
  char *path;                /* owned */
  char *id;                  /* owned; e.g. "southampton-2019" */
  char *authority;           /* owned; as the register of local authorities writes it */
  char *authority_code;      /* owned; GSS code */
  GPtrArray *authority_when; /* of char *: patterns; the authority is this one if any is found in
                              * the text.  Several councils can share one layout. */
  GPtrArray *recognised_by;  /* of char *: patterns that must all be found in the text */
  GArray *authority_when_lines,
      *recognised_by_lines; /* of int: each pattern's, in the file from 1 */
  int arrow_threshold;      /* in whole per cent; 0 if unknown; a key in the report goes before */
  GArray *columns;          /* of FamilyColumn; empty if headers are never lost */
} Family;

/**
 * family_load:
 * @path: a YAML file
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): the family; %NULL with %RECOUNT_ERROR_DATA, naming file, line and
 *   key, if @path cannot be read or a key is wrong
 */
Family *family_load (const char *path, GError **error);

/* The same from the @length bytes at @text, which messages call @path. */
Family *family_parse (const char *path, const char *text, gsize length, GError **error);

void family_free (Family *family);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Family, family_free)

G_END_DECLS
