/* parse/reference.h - references that were read off an image, told by those that they stand among.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report counts its indicators in one or two ways: `5.1`, `5.2`, `CIN 7`.  A reference that is
 * of no such form, and would be with a digit for a letter (`S.S`), without a stroke of the rule
 * beside it (`I5.5`) or without the words behind it (`5.5 Care leavers`), is that.
 */
#pragma once

#include "parse/reader.h"

G_BEGIN_DECLS

/* The forms that the references of a report have, and how many have each. */
typedef struct _References References;

References *references_new (void);
void references_free (References *references);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (References, references_free)

/* Counts @ref; "" is none. */
void references_add (References *references, const char *ref);

/* Returns (transfer full) (nullable): what @ref was printed as; NULL if it is of a form that others
 * have too, or if nothing near it is.  @rest (borrowed from @ref) gets the words that stand behind;
 * if it is NULL, none may. */
char *references_dup_mended (const References *references, const Vocabulary *vocabulary,
                             const char *ref, const char **rest);

/* Returns (nullable) (borrowed from @text): the reference that stands behind a name in @text, which
 * is of a form that others have: `CIN 3` in `Children in need CIN 3`; NULL if none does. */
const char *references_behind (const References *references, const char *text);

/* Sets the references that the indicators of a report mean, with a note each; words that stood
 * behind or before one are the name of an indicator that has none. */
void references_settle (const Reader *reader);

G_END_DECLS
