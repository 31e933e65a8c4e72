/* model/decimal.c - a number exactly as it was printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/decimal.h"

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;
  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* Reads the digits at @text into @decimal, behind those that it holds.  Returns: where they end;
 * NULL if there are none or too many. */
static const char *
read_digits (const char *text, Decimal *decimal)
{
  if (!g_ascii_isdigit (*text))
    return NULL;

  for (; g_ascii_isdigit (*text); text++)
    {
      if (decimal->mantissa >= power_of_ten (DECIMAL_MAX_DIGITS - 1))
        return NULL;
      decimal->mantissa = decimal->mantissa * 10 + g_ascii_digit_value (*text);
    }
  return text;
}

gboolean
decimal_parse (const char *text, Decimal *decimal)
{
  Decimal read = { 0, 0 };
  gboolean is_negative = *text == '-';
  const char *end = read_digits (is_negative ? text + 1 : text, &read);
  if (end == NULL)
    return FALSE;

  if (*end == '.')
    {
      const char *decimals = end + 1;
      end = read_digits (decimals, &read);
      if (end == NULL || end - decimals > DECIMAL_MAX_DIGITS)
        return FALSE;
      read.scale = (int) (end - decimals);
    }
  if (*end != '\0')
    return FALSE;

  if (is_negative)
    read.mantissa = -read.mantissa;
  *decimal = read;
  return TRUE;
}

char *
decimal_format (Decimal decimal)
{
  gint64 unit = power_of_ten (decimal.scale);
  const char *minus = decimal.mantissa < 0 ? "-" : "";
  gint64 mantissa = ABS (decimal.mantissa);
  if (decimal.scale == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT, minus, mantissa);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, minus, mantissa / unit,
                          decimal.scale, mantissa % unit);
}

int
decimal_compare (Decimal a, Decimal b)
{
  gint64 unit_a = power_of_ten (a.scale), unit_b = power_of_ten (b.scale);
  gint64 whole_a = a.mantissa / unit_a, whole_b = b.mantissa / unit_b;
  if (whole_a != whole_b)
    return whole_a < whole_b ? -1 : 1;

  /* What remains is below 1, and has the number's sign. */
  gint64 rest_a = a.mantissa % unit_a * power_of_ten (DECIMAL_MAX_DIGITS - a.scale);
  gint64 rest_b = b.mantissa % unit_b * power_of_ten (DECIMAL_MAX_DIGITS - b.scale);
  return (rest_a > rest_b) - (rest_a < rest_b);
}
