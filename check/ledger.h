/* check/ledger.h - what the reports of one authority have printed so far.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports come from the first vintage to the last.  Of each figure the ledger keeps what the latest
 * of them printed, whatever the number of reports.  A figure that one report prints with two values
 * is entered as none of them, for nobody knows which is meant.
 */
#pragma once

#include "check/check.h"
#include "check/proof.h"

G_BEGIN_DECLS

/* A report that has come. */
typedef struct
{
  char *name; /* owned; "the report of 2016-11 (0c9b07825fda)" */
} Vintage;

/* A figure as a report printed it. */
typedef struct
{
  const Vintage *vintage;
  const char *key;      /* borrowed: its own */
  const Figure *figure; /* borrowed; NULL once its report is gone */
  Decimal value;
  Interval interval; /* owned; what it stands for */
  gboolean is_torn;  /* the report prints another value, too */
} Print;

/* What a report means by a reference. */
typedef struct
{
  const Vintage *vintage;
  int indicator;      /* of the report; the first of that reference */
  char *canonical_id; /* owned; "" if not known */
  char *text;         /* owned; the definition, "" if it prints none */
  Unit unit;
  gboolean is_torn; /* it means several things by it */
} Meaning;

struct _Ledger
{
  GPtrArray *vintages;  /* of Vintage, owned */
  GHashTable *prints;   /* of char *, ledger_key(), to Print; both owned */
  GHashTable *meanings; /* of char *, the reference, to Meaning; both owned */
};

/* One report before a ledger. */
typedef struct
{
  Ledger *ledger; /* of the reports before */
  Check check;
  const Vintage *vintage;
  GHashTable *prints, *meanings; /* as the ledger's, of this report alone */
} Comparing;

/* Returns (transfer full): what tells a figure of @figure's indicator from all others; NULL if the
 * indicator has no name.  @unit is that of its value. */
char *ledger_key (const Report *report, const Figure *figure, Measure measure, Period period,
                  Unit unit);

/* The rules, each in a file of its name: add findings to the report. */
void compare_revision (Comparing *comparing);
void compare_history (Comparing *comparing);
void compare_definition (Comparing *comparing);

G_END_DECLS
