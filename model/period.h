/* model/period.h - the time that a figure is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * English financial years run from April to March and are named for both years: FY2016-17 began
 * on 1 April 2016.  Quarters are those of the financial year: 2016-Q1 is April to June 2016, and
 * 2016-Q4 is January to March 2017.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PERIOD_NONE, /* the report gives none */
  PERIOD_MONTH,
  PERIOD_QUARTER,
  PERIOD_FINANCIAL_YEAR,
  PERIOD_YEAR_TO_DATE, /* from April to an unnamed month of the financial year */
} __attribute__ ((packed)) PeriodKind;

typedef struct
{
  PeriodKind kind;
  gint16 year; /* of a month: its calendar year; else the year in which the financial year began */
  guint8 number; /* month 1 to 12, quarter 1 to 4, else 0 */
} Period;

#define NO_PERIOD ((Period){ PERIOD_NONE, 0, 0 })

Period period_month (int year, int month);

/* Returns: the month @months later (earlier if negative); @period must be a month. */
Period period_add_months (Period period, int months);

/* Returns: how many months lie from @from to @to, both months. */
int period_months_between (Period from, Period to);

/* Returns: the financial year that began in @year, and the year to date within it. */
Period period_financial_year (int year);
Period period_year_to_date (int year);

/* Returns: the year in which the financial year of a month, quarter or year began. */
int period_year_began (Period period);

gboolean period_equal (Period a, Period b);

/* Returns: the English name of the month that a month's period is, `November`. */
const char *period_month_name (Period month);

/* Returns (transfer full): `2016-11`, `2016-Q3`, `FY2015-16`, `YTD2016-17`, or "" for none. */
char *period_format (Period period);

/* Reads what period_format() writes.  Returns: FALSE, leaving @period alone, for other text. */
gboolean period_parse (const char *text, Period *period);

/* Returns (transfer full): the first and last day as ISO 8601 dates, or "" for no period.  A year
 * to date ends on the last day of @until if that is a month, else it has no end (""). */
char *period_first_day (Period period);
char *period_last_day (Period period, Period until);

G_END_DECLS
