/* parse/label.h - what the label of a row says that its figures are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"
#include "parse/heading.h"

G_BEGIN_DECLS

typedef struct
{
  guint cell; /* where the label stands; for the caller's use */
  Measure measure;
  Comparator comparator; /* of a benchmark, else COMPARATOR_NONE */
  Component component;
  Period period; /* NO_PERIOD if the label names none */
} Label;

/* Reads a text that labels a row: a period, the name of targets, benchmarks, numerators or
 * denominators, or a word such as `Actual`.  Returns: FALSE if it does none of that. */
gboolean label_read (const HeadingWords *words, const char *text, Label *label);

/* Returns: whether a text heads the labels of rows: `Month`; it names no indicator. */
gboolean label_heads (const HeadingWords *words, const char *text);

G_END_DECLS
