/* model/decimal.h - a number exactly as it was printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A Decimal never becomes a double: `35.80` is mantissa 3580 with scale 2, and stays so.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DECIMAL_MAX_DIGITS 18 /* so that a mantissa always fits */

typedef struct
{
  gint64 mantissa;
  int scale; /* digits after the decimal point, 0 to DECIMAL_MAX_DIGITS */
} Decimal;

/* Reads plain digits: an optional '-', digits, optionally '.' and digits.  Nothing else may
 * stand in @text.  Returns: FALSE, leaving @decimal alone, if @text is no such number or has
 * more than DECIMAL_MAX_DIGITS digits, zeros in front not counted. */
gboolean decimal_parse (const char *text, Decimal *decimal);

/* Returns (transfer full): the number as decimal_parse() reads it, all decimals kept. */
char *decimal_format (Decimal decimal);

/* Returns: less than, equal to or greater than 0 as @a is below, equal to or above @b. */
int decimal_compare (Decimal a, Decimal b);

G_END_DECLS
