/* check/bond.h - a relation between the lines of a report: which rows does it speak of?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The catalogue names indicators; a report prints some of them, some in two tables, some twice in
 * one.  A bond has for each term the lines that may be meant: those of the same table if there are
 * any, else those of others.  Where several may be meant, one that fits is enough.
 */
#pragma once

#include "check/line.h"
#include "check/tie.h"

G_BEGIN_DECLS

typedef struct
{
  RelationRole role;
  int sign;
  guint n_lines; /* one at least */
  Line *lines;
} BondTerm;

/* It lies beside its report. */
typedef struct
{
  RelationKind kind;
  guint n_terms;
  BondTerm *terms;      /* as in a Relation, ROLE_OF first */
  const char *evidence; /* (nullable): what shows a relation that no catalogue declares */
} Bond;

/* Returns (transfer container) (element-type Bond): the catalogue's relations, once for each row of
 * the report that they speak of first. */
GPtrArray *bonds_of_catalogue (const Check *check);

/* Returns (transfer none): a bond without terms, with room for @most. */
Bond *bond_new (const Check *check, RelationKind kind, guint most);

/* Adds a term that means @line, or one of @n_lines. */
void bond_add (const Check *check, Bond *bond, RelationRole role, int sign, Line line);
void bond_add_choice (const Check *check, Bond *bond, RelationRole role, int sign,
                      const Line *lines, guint n_lines);

const BondTerm *bond_term (const Bond *bond, guint index);

/* Returns: the first of the lines that the term may mean. */
Line bond_line (const Bond *bond, guint index);

/* Finds the figures of the terms in @slot.
 *
 * Returns (transfer full) (element-type GPtrArray of Figure): each way to choose them, term by
 * term; empty if a term has none.  A percentage beside which its parts are printed is held to those
 * alone and is never chosen for the share of a ratio. */
GPtrArray *bond_choices (const Check *check, const Bond *bond, Slot slot);

/* Returns (transfer full): a term's part of a formula, its figures' labels or values with their
 * signs: "A + B" of the terms in @role. */
char *bond_describe_labels (const Check *check, const Bond *bond, const GPtrArray *figures,
                            RelationRole role);
char *bond_describe_values (const Bond *bond, const GPtrArray *figures, RelationRole role);

G_END_DECLS
