/* model/period.c - the time that a figure is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/period.h"

#include <string.h>

#define APRIL 4
#define MONTHS_OF_A_YEAR 12
#define MONTHS_OF_A_QUARTER 3

Period
period_month (int year, int month)
{
  return (Period){ PERIOD_MONTH, (gint16) year, (guint8) month };
}

/* Months since January of the year 0. */
static int
count_months (Period month)
{
  g_assert (month.kind == PERIOD_MONTH);
  return month.year * MONTHS_OF_A_YEAR + month.number - 1;
}

Period
period_add_months (Period period, int months)
{
  int count = count_months (period) + months;
  return period_month (count / MONTHS_OF_A_YEAR, count % MONTHS_OF_A_YEAR + 1);
}

int
period_months_between (Period from, Period to)
{
  return count_months (to) - count_months (from);
}

Period
period_financial_year (int year)
{
  return (Period){ PERIOD_FINANCIAL_YEAR, (gint16) year, 0 };
}

Period
period_year_to_date (int year)
{
  return (Period){ PERIOD_YEAR_TO_DATE, (gint16) year, 0 };
}

int
period_year_began (Period period)
{
  gboolean is_spring = period.kind == PERIOD_MONTH && period.number < APRIL;
  return is_spring ? period.year - 1 : period.year;
}

gboolean
period_equal (Period a, Period b)
{
  return a.kind == b.kind && a.year == b.year && a.number == b.number;
}

const char *
period_month_name (Period month)
{
  static const char *const names[]
      = { "January", "February", "March",     "April",   "May",      "June",
          "July",    "August",   "September", "October", "November", "December" };
  g_assert (month.kind == PERIOD_MONTH && month.number >= 1 && month.number <= 12);
  return names[month.number - 1];
}

char *
period_format (Period period)
{
  int next_year = (period.year + 1) % 100;
  switch (period.kind)
    {
    case PERIOD_MONTH:
      return g_strdup_printf ("%04d-%02d", period.year, period.number);
    case PERIOD_QUARTER:
      return g_strdup_printf ("%04d-Q%d", period.year, period.number);
    case PERIOD_FINANCIAL_YEAR:
      return g_strdup_printf ("FY%04d-%02d", period.year, next_year);
    case PERIOD_YEAR_TO_DATE:
      return g_strdup_printf ("YTD%04d-%02d", period.year, next_year);
    case PERIOD_NONE:
    default:
      return g_strdup ("");
    }
}

/* Reads @n_digits digits.  Returns: the number, or -1 if others stand there. */
static int
read_digits (const char *text, int n_digits)
{
  int number = 0;
  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[i]);
    }
  return number;
}

/* Guesses from @text's shape what period_format() would have written it for: a wrong guess is
 * told by writing it again. */
static Period
guess_period (const char *text)
{
  gsize prefix = strcspn (text, "0123456789");
  int year = read_digits (text + prefix, 4);
  if (year <= 0 || text[prefix + 4] != '-')
    return NO_PERIOD;
  if (prefix > 0)
    return g_str_has_prefix (text, "FY") ? period_financial_year (year)
                                         : period_year_to_date (year);

  const char *part = text + prefix + 5;
  if (*part == 'Q')
    return (Period){ PERIOD_QUARTER, (gint16) year,
                     (guint8) CLAMP (read_digits (part + 1, 1), 1, 4) };
  return period_month (year, CLAMP (read_digits (part, 2), 1, MONTHS_OF_A_YEAR));
}

gboolean
period_parse (const char *text, Period *period)
{
  Period guess = guess_period (text);
  g_autofree char *again = period_format (guess);
  if (!g_str_equal (again, text))
    return FALSE;

  *period = guess;
  return TRUE;
}

/* Returns: the month in which @period begins; PERIOD_NONE for none. */
static Period
first_month (Period period)
{
  switch (period.kind)
    {
    case PERIOD_MONTH:
      return period;
    case PERIOD_QUARTER:
      return period_add_months (period_month (period.year, APRIL),
                                (period.number - 1) * MONTHS_OF_A_QUARTER);
    case PERIOD_FINANCIAL_YEAR:
    case PERIOD_YEAR_TO_DATE:
      return period_month (period.year, APRIL);
    case PERIOD_NONE:
    default:
      return NO_PERIOD;
    }
}

/* Returns: the month in which @period ends; PERIOD_NONE if that is not known. */
static Period
last_month (Period period, Period until)
{
  if (period.kind == PERIOD_YEAR_TO_DATE)
    return until.kind == PERIOD_MONTH ? until : NO_PERIOD;
  if (period.kind == PERIOD_NONE)
    return NO_PERIOD;

  static const int lengths[] = {
    [PERIOD_MONTH] = 1,
    [PERIOD_QUARTER] = MONTHS_OF_A_QUARTER,
    [PERIOD_FINANCIAL_YEAR] = MONTHS_OF_A_YEAR,
  };
  return period_add_months (first_month (period), lengths[period.kind] - 1);
}

char *
period_first_day (Period period)
{
  Period month = first_month (period);
  if (month.kind == PERIOD_NONE)
    return g_strdup ("");

  return g_strdup_printf ("%04d-%02d-01", month.year, month.number);
}

char *
period_last_day (Period period, Period until)
{
  Period month = last_month (period, until);
  if (month.kind == PERIOD_NONE)
    return g_strdup ("");

  int day = g_date_get_days_in_month ((GDateMonth) month.number, (GDateYear) month.year);
  return g_strdup_printf ("%04d-%02d-%02d", month.year, month.number, day);
}
