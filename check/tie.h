/* check/tie.h - a relation between printed figures, and what it leaves for each of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tie of figures that cannot all be right is broken: a contradiction rests on it.  The ties that
 * hold are kept too: they tell which of a broken tie's figures may be the wrong one, and what it
 * may have been (check/slip.h).
 */
#pragma once

#include "check/proof.h"
#include "check/verdict.h"

G_BEGIN_DECLS

typedef enum
{
  TIE_SUM,      /* 0 = factor * figure + ... + rest */
  TIE_QUOTIENT, /* result + offset = scale * sum of the parts / (sum of the divisors or rest) */
  TIE_LARGEST,  /* result = the largest of the parts and the rest */
  TIE_BETWEEN,  /* the result lies from the least to the largest of the parts and the rest */
} TieKind;

typedef enum
{
  KNOT_RESULT, /* what is printed as made of the others; in a TIE_SUM all are alike */
  KNOT_PART,
  KNOT_DIVISOR,
  KNOT_ASIDE, /* in the rest: what it may be is not asked */
} KnotRole;

typedef struct
{
  const Figure *figure; /* borrowed */
  KnotRole role;
  int factor;
} Knot;

typedef struct
{
  TieKind kind;
  int scale, offset;
  guint n_knots;
  Knot *knots;       /* owned, until the tie is given to a row of them */
  gboolean has_rest; /* else there is none, or it is zero */
  Interval rest;     /* what is not printed: unknown months, a slack, a population */
  gboolean is_broken;
  gboolean
      is_loose; /* it need not hold: it tells nothing of a figure, but may be explained by one */
  int finding;  /* index of the finding that rests on it, -1 if none does */
  const Figure *explainer; /* borrowed (nullable): the one figure that, put right, would mend it */
} Tie;

Tie *tie_new (TieKind kind);
void tie_free (Tie *tie);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tie, tie_free)

void tie_add (Tie *tie, const Figure *figure, KnotRole role, int factor);

/* Adds the rest of a TIE_SUM, or the unknown part or the divisor of the others. */
void tie_set_rest (Tie *tie, const Interval *rest);

/* Returns: what the figure of knot @index may be, as the others are; unbounded if they tell
 * nothing.
 */
Interval tie_possible (const Check *check, const Tie *tie, guint index);

/* Returns: what a knot's figure stands for: averages and changes are rounded, counts exact. */
Interval tie_interval (const Check *check, const Figure *figure);

/* Returns: whether the first figure fits the others. */
Verdict tie_judge (const Check *check, const Tie *tie);

/* Returns: whether a slightly other number for one of its parts or divisors, by three or a
 * twentieth, would mend @tie: then it may as well be counted otherwise than its name says. */
gboolean tie_is_near (const Check *check, const Tie *tie);

const Knot *tie_knot (const Tie *tie, guint index);

/* Returns: the index of the knot that @figure, one of the tie's, is. */
guint tie_find (const Tie *tie, const Figure *figure);

/* Gives @tie to @check: as kept, or as broken, with the finding that was added last resting on it.
 * The latter returns (transfer none) where the tie is from then on. */
void tie_keep (Check *check, Tie *tie);
Tie *tie_break (Check *check, Tie *tie);

/* Returns (transfer full) (element-type Tie): a row of ties that lies beside @report; no ties yet.
 */
Roll *ties_new (const Report *report);
void ties_free (Roll *ties);

/* Takes @tie over.  Returns (transfer none): where it is from then on. */
Tie *ties_take (Roll *ties, Tie *tie);
Tie *ties_at (Roll *ties, guint i);

G_END_DECLS
