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
  LOOKS_FRACTION,  /* 206 of 492, 35.1% (54/154), 54 (35.1%) */
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
  gboolean has_numerator, has_denominator;
  Decimal value;                  /* of a fraction: of its percentage, if it prints one */
  Decimal lower, upper;           /* bounds that a tolerance states */
  Decimal numerator, denominator; /* of a fraction */
  Direction direction;
  Status status; /* STATUS_UNREADABLE if the text is no value and no known mark */
} Reading;

#define READING_MAX_PARTS 3

/* A figure of those that one cell prints. */
typedef struct
{
  Component component;
  Reading reading;
} ReadingPart;

/* Returns: how many figures a cell prints, which @parts gets; one that prints no number is one. */
guint reading_parts (const Reading *reading, ReadingPart parts[READING_MAX_PARTS]);

typedef struct _CellReader CellReader; /* one thread at a time */

/* @vocabulary is borrowed and must live as long. */
CellReader *cell_reader_new (const Vocabulary *vocabulary);
void cell_reader_free (CellReader *reader);

/* Forgets the texts that were read. */
void cell_reader_forget (const CellReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CellReader, cell_reader_free)

/* Reads @text, one line with single blanks; NULL or "" is an empty cell. */
Reading cell_read (const CellReader *reader, const char *text);

G_END_DECLS
