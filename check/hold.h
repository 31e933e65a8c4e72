/* check/hold.h - holds a report to the relations of one kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Judge each bond in each slot: a tie of the figures that are meant.
 * 2. Of several bonds that say what one line is made of, keep the one that fits best: publishers
 *    differ in what a rate counts.
 * 3. A bond that most slots break is not the report's own: one note says so, and nothing is proved.
 *    Shares of one whole make exceptions: they are that by what they mean, so two months are enough
 *    that keep it at figures so precise that chance would hardly do it.
 * 4. Years are held to what the months show, if one of them keeps it: a publisher may print years
 *    from elsewhere.
 * 5. Each slot of a report's own bond that breaks is a contradiction.
 */
#pragma once

#include "check/bond.h"

G_BEGIN_DECLS

typedef struct
{
  const char *rule;
  RelationKind kind;

  /* Returns (transfer full): the relation of the chosen figures. */
  Tie *(*tie) (const Bond *bond, const GPtrArray *figures);

  /* Returns (transfer full): the formula with its figures, "A / B = 1 / 2 = 50 %"; @possible is
   * what the first figure of the tie may be. */
  char *(*describe) (const Check *check, const Bond *bond, const GPtrArray *figures,
                     const Interval *possible);

  const char *noun; /* what the first figure is in messages, "percentage"; NULL if all are alike */
} Holding;

void hold (Check *check, const Holding *holding);

G_END_DECLS
