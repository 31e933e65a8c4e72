/* model/claim.h - what a commentary states of an indicator, in a form that can be held against its
 * figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made by parse/ from the words of a text, held against the table by check/.  What a text says and
 * parse/ does not surely understand makes no claim.
 */
#pragma once

#include <stdbool.h>

#include "model/code.h"
#include "model/decimal.h"
#include "model/period.h"

G_BEGIN_DECLS

#define CLAIM_MAX_MONTHS 120 /* of a run: ten years */

#define CLAIM_KINDS(X)                                                                             \
  X (CLAIM_VALUE, "value")     /* the figure of `period` is `value` */                             \
  X (CLAIM_CHANGE, "change")   /* it changed by `value` since `base` */                            \
  X (CLAIM_MOVE, "move")       /* it rose or fell since `base` */                                  \
  X (CLAIM_RUN, "run")         /* it has risen or fallen for `n_months` */                         \
  X (CLAIM_HIGHEST, "highest") /* none of the last `n_months` is higher */

#define CLAIM_ENUM(name, code) name,
typedef enum
{
  CLAIM_KINDS (CLAIM_ENUM)
} CODE_PACKED ClaimKind;
#undef CLAIM_ENUM

extern const CodeList claim_kind_codes;
const char *claim_kind_code (ClaimKind value);
int claim_kind_from_code (const char *code); /* -1 if no kind has that code */

typedef struct
{
  int indicator; /* index into Report.indicators */
  ClaimKind kind;
  Measure measure; /* of a value: actual, mean_12m, max_12m or benchmark */
  Comparator comparator;
  Period period;  /* a month; of a benchmark none */
  Period base;    /* of a change or a move; none if the text does not say since when */
  bool has_value; /* of a value or a change */
  Decimal value;  /* as printed; a change without its sign */
  Unit unit;      /* UNIT_PERCENT if % stands behind the number, else UNIT_NONE */
  Direction direction;
  int n_months;
  char *words; /* owned; of the text: those that state it */
  int page;    /* -1 if not known */
} Claim;

G_END_DECLS
