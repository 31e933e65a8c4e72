/* parse/reading.h - how a cell's characters become a value, a direction and a status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shapes of numbers are a table in reading.c, tried from the top; marks and arrows come from
 * the lexicon.
 */
#pragma once

#include "model/decimal.h"
#include "parse/vocabulary.h"

G_BEGIN_DECLS

/* What a cell looks like, whatever column it stands in. */
typedef enum
{
  LOOKS_EMPTY,
  LOOKS_NUMBER,    /* 1,204 */
  LOOKS_PERCENT,   /* 35.8% */
  LOOKS_FRACTION,  /* 206 of 492 */
  LOOKS_TOLERANCE, /* <92%, 95%+, +/-5 of 158.8, 14-20 */
  LOOKS_ARROW,     /* an arrow alone */
  LOOKS_CHANGE,    /* an arrow and a number */
  LOOKS_MARK,      /* n/a: why no number is printed */
  LOOKS_TEXT,      /* anything else */
} Looks;

typedef struct
{
  Looks looks;
  gboolean has_value, has_lower, has_upper;
  gboolean is_percent;
  Decimal value;                  /* of a fraction: none */
  Decimal lower, upper;           /* bounds that a tolerance states */
  Decimal numerator, denominator; /* of a fraction */
  Direction direction;
  Status status; /* STATUS_UNREADABLE if the text is no value and no known mark */
} Reading;

typedef struct _CellReader CellReader; /* one thread at a time */

/* @vocabulary is borrowed and must live as long. */
CellReader *cell_reader_new (const Vocabulary *vocabulary);
void cell_reader_free (CellReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CellReader, cell_reader_free)

/* Reads @text, one line with single blanks; NULL or "" is an empty cell. */
Reading cell_read (const CellReader *reader, const char *text);

G_END_DECLS
