/* model/relation.h - what must hold between indicators, as one line of data/catalogue.yaml says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   share_pct = part / whole              ratio; either side of "/" may be a sum in brackets
 *   rate = count / population             rate per 10,000 of a population that is not printed
 *   a + b = 100 %                         complement
 *   a + b + c = 100 %                     shares of one whole
 *   a + b + c = whole                     parts and their total
 *   whole = a + b - c                     sum
 *   stock = before stock + in - out       flow from one month to the next
 *   rolling = 12 months count             rolling year
 *   part <= whole                         part
 *
 * The form tells the kind.  Names are ids of the catalogue; `population`, `before` and `months` are
 * no names.
 */
#pragma once

#include "model/code.h"
#include "model/error.h"

G_BEGIN_DECLS

#define RELATION_KINDS(X)                                                                          \
  X (RELATION_RATIO, "ratio")                                                                      \
  X (RELATION_RATE, "rate")                                                                        \
  X (RELATION_COMPLEMENT, "complement")                                                            \
  X (RELATION_SHARES, "shares")                                                                    \
  X (RELATION_PARTS, "parts")                                                                      \
  X (RELATION_SUM, "sum")                                                                          \
  X (RELATION_FLOW, "flow")                                                                        \
  X (RELATION_ROLLING, "rolling")                                                                  \
  X (RELATION_PART, "part")

#define RELATION_ENUM(name, code) name,
typedef enum
{
  RELATION_KINDS (RELATION_ENUM)
} RelationKind;
#undef RELATION_ENUM

extern const CodeList relation_kind_codes;
const char *relation_kind_code (RelationKind value);
int relation_kind_from_code (const char *code); /* -1 if none has that code */

typedef enum
{
  ROLE_OF,          /* what is said to be made of the others: the share, the sum, the part, the
                     * stock; the total of parts; none in shares and complements */
  ROLE_NUMERATOR,   /* also each addend, and the whole of a part */
  ROLE_DENOMINATOR, /* only in a ratio */
} RelationRole;

typedef struct
{
  RelationRole role;
  int sign; /* 1, or -1 if it is taken away */
  char *id; /* owned; canonical */
} RelationTerm;

typedef struct
{
  RelationKind kind;
  GArray *terms; /* of RelationTerm; ROLE_OF first if there is one, then as written */
  char *text;    /* owned; as written */
  int line;      /* in the file, from 1 */
} Relation;

/* More terms than these are no relation. */
#define RELATION_MOST_TERMS 32

/**
 * relation_parse:
 * @text: one relation, as above
 * @message: (out) (transfer full): what is wrong with it, with the place from 1; only on failure
 *
 * Returns: (transfer full): the relation, its line 0; %NULL if @text is none
 */
Relation *relation_parse (const char *text, char **message);
void relation_free (Relation *relation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Relation, relation_free)

/* Returns: the id of the term by its place. */
const char *relation_id (const Relation *relation, guint index);

/**
 * relations_find_cycle:
 * @relations: (element-type Relation)
 *
 * Looks for an indicator that is made of itself, by way of sums, ratios and rolling years, or that
 * is part of itself.
 *
 * Returns: (transfer full) (nullable) (element-type Relation): the relations that go in a circle,
 *   borrowed, in the order in which they lead back to the first
 */
GPtrArray *relations_find_cycle (const GPtrArray *relations);

G_END_DECLS
