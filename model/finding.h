/* model/finding.h - what is wrong, doubtful or worth knowing about a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/code.h"
#include "model/period.h"
#include "model/place.h"

G_BEGIN_DECLS

typedef struct
{
  char *rule; /* owned; the rule's name, as docs/rules.md lists them */
  Severity severity;
  int indicator; /* index into Report.indicators, or NO_INDICATOR */
  Measure measure;
  Period period;
  char *printed;       /* owned; the figure as printed, "" if the finding is of no one figure */
  char *expected_low;  /* owned; the possible interval as plain decimals, "" if there is none */
  char *expected_high; /* owned */
  char *message;       /* owned; figures, formula and interval: checkable by hand */
  char *suggestion;    /* owned; the reading that would satisfy every relation, "" if none */
  char *group;         /* owned; findings of one cause share it, "" if alone */
  double confidence;   /* 0 to 1; of the least sure reading that it rests on */
  int page;            /* -1 if of no page */
  Box box;
} Finding;

G_END_DECLS
