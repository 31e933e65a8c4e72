/* check/repair.h - what does the arithmetic say of figures that were read off an image?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules run once with each reading taken for sure.  What they held, kept or broken
 * (check/tie.h), then tells of each such figure
 *
 *   confirmed   its relations hold, and would not with any other figure that it may have been
 *               printed as: a doubtful one is trusted from then on
 *   mended      relations are broken, and one candidate alone (check/candidate.h) mends all that it
 *               stands in
 *   suspected   relations are broken that a candidate would mend, but so would another's, or it has
 *               several: it is not trusted any more
 *
 * Then the rules run again, on what can be trusted.
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* The confidence of a doubtful reading that the arithmetic confirms, of a figure that it mended on
 * request, and the most of one that it suspects. */
#define REPAIR_CONFIRMED 0.9
#define REPAIR_MENDED 0.85
#define REPAIR_SUSPECTED 0.7

/* What is said of a figure that may have been misread. */
typedef struct
{
  Decimal read;       /* the value as it was read */
  Decimal value;      /* what would mend the relations */
  gboolean is_single; /* nothing else would: this is what was printed */
  char *rules;        /* owned; what is broken as it was read: "mean-12m, change-prev" */
} Repair;

typedef struct _Trial Trial;

/* Returns: whether any figure of @report was read off an image. */
gboolean repair_is_needed (const Report *report);

/* Returns (transfer full): the state to go back to.  Until repair_conclude() each reading counts as
 * sure. */
Trial *repair_try (Report *report);

/* Takes over @trial after the rules have run on @check, and puts their findings away.  Values are
 * replaced if @applies: `origin` tells.  Returns (transfer full): const Figure * to Repair. */
GHashTable *repair_conclude (Check *check, Trial *trial, gboolean applies);

/* Returns (transfer full): "CP9 in 2016-04: 105, not 108". */
char *repair_describe (const Check *check, const Figure *figure, const Repair *repair);

G_END_DECLS
