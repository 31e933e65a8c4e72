/* parse/suit.h - how well what a cell looks like suits the column that it might stand in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/lexicon.h"
#include "parse/reading.h"

G_BEGIN_DECLS

/* What the cells of a column look like. */
typedef enum
{
  SUIT_ANYTHING,  /* a column without a known heading */
  SUIT_REF,       /* M3-QL, 5.10 */
  SUIT_NAME,      /* an indicator's name */
  SUIT_WORDS,     /* High, Count, Head of Service: a word or a few */
  SUIT_PROSE,     /* a sentence or more */
  SUIT_FIGURE,    /* a number or a percentage */
  SUIT_NUMBER,    /* a number, no percentage */
  SUIT_PERCENT,   /* a percentage */
  SUIT_FRACTION,  /* 206 of 492 */
  SUIT_CHANGE,    /* a number, mostly with an arrow */
  SUIT_TOLERANCE, /* a bound */
  SUIT_ARROW,     /* an arrow alone */
  SUIT_COLOUR,    /* Red, Amber, Green */
  N_SUITS
} Suit;

/* Returns: what the cells of a column of that role look like. */
Suit suit_of_role (Role role);

/* Returns: how well a cell of text @text, read as @reading, suits: above 0 if it speaks for the
 * column, below 0 if against.  An empty cell suits all alike: 0. */
int suit_score (Suit suit, const Reading *reading, const char *text);

/* Returns: whether @text looks like an indicator's reference. */
gboolean suit_is_ref (const char *text);

G_END_DECLS
