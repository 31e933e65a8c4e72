/* check/verdict.h - what a rule makes of one figure, and of many held to the same reading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reading (which months, which formula) that most figures of a column break is not how the
 * publisher computed it: then no single figure of it is proved wrong.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fewer figures than these prove nothing about a column. */
#define TALLY_ENOUGH 3

typedef enum
{
  VERDICT_SILENT, /* not known enough to say */
  VERDICT_FITS,
  VERDICT_OFF, /* cannot come from what it is said to come from */
} Verdict;

typedef struct
{
  guint n_fits, n_off;
} Tally;

void tally_add (Tally *tally, Verdict verdict);

/* Returns: whether most figures are off, and too many to be slips of single figures. */
gboolean tally_is_another_reading (const Tally *tally);

/* Returns: whether (nearly) all fit, and enough of them to show that the reading is meant. */
gboolean tally_is_shown (const Tally *tally);

/* Returns: how many of @n figures may be off at most where the reading is shown. */
guint tally_most_off (guint n);

G_END_DECLS
