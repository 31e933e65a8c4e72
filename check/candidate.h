/* check/candidate.h - what may a figure that was read off an image have been printed as?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readers of images go wrong in few ways: they take a digit for one that looks like it
 * (`confusions` of data/lexicon.yaml), lose or invent a point, a minus or a thin digit, or read two
 * that touch as one.  A candidate is the figure with one such error undone.
 */
#pragma once

#include "model/lexicon.h"
#include "model/report.h"

G_BEGIN_DECLS

typedef enum
{
  CANDIDATES_LIKELY, /* what readers of images do get wrong */
  CANDIDATES_WIDE,   /* and any digit lost or invented, anywhere, or the point elsewhere */
  CANDIDATES_ALL,    /* and any digit taken for any other */
} CandidateRange;

/* Returns (transfer full) (element-type Decimal): what the value of @figure may have been printed
 * as, itself not among them, in no order that matters.  @scale is how many decimals figures of its
 * kind have, -1 if that is not known; @lexicon may be NULL. */
GArray *candidate_list (const Lexicon *lexicon, const Figure *figure, int scale,
                        CandidateRange range);

G_END_DECLS
