/* check/climb.c - do the months of rows count up through the year?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/climb.h"

#define FIRST_MONTH 4   /* of the financial year */
#define LEAST_STEPS 4   /* from month to month of one year; fewer go up by chance */
#define LEAST_GROWTH 50 /* per cent, from a year's first month to its last */
#define LEAST_GROWN 3   /* months; one may be a slip */
#define SURE_GROWTH 150 /* no stock or flow grows so much */
#define LEAST_ROWS 2    /* that count up, and */
#define LEAST_SHARE 4   /* one in so many, */
#define SURE_SHARE 10   /* or in so many, if as many rows grow so much */
#define MOST_LEFT 50    /* per cent of March, in April */
#define WHOLE 100

/* What the months of a row do. */
typedef struct
{
  guint n_steps;           /* within financial years */
  guint n_grown;           /* months that are much above the first of their year */
  gboolean has_multiplied; /* one is above it by very much */
  gboolean is_broken;      /* one fell, or an April did not start anew */
} Climb;

/* Whether @a is more than @percent of @b. */
static gboolean
is_above (const Figure *a, const Figure *b, gint64 percent)
{
  Decimal share = b->value, whole = a->value;
  return !__builtin_mul_overflow (share.mantissa, percent, &share.mantissa)
         && !__builtin_mul_overflow (whole.mantissa, (gint64) WHOLE, &whole.mantissa)
         && decimal_compare (whole, share) > 0;
}

static void
climb_step (Climb *climb, const Figure *before, const Figure *now, Period month)
{
  if (month.number == FIRST_MONTH)
    {
      climb->is_broken |= is_above (now, before, MOST_LEFT);
      return;
    }
  climb->n_steps++;
  climb->is_broken |= decimal_compare (now->value, before->value) < 0;
}

/* Returns (nullable): the first month of the financial year of @month that has a figure. */
static const Figure *
first_of_year (const Series *series, Period month)
{
  Period first = period_month (period_year_began (month), FIRST_MONTH);
  const Figure *found = series_find_value (series, first);
  for (; found == NULL && !period_equal (first, month); found = series_find_value (series, first))
    first = period_add_months (first, 1);
  return found;
}

static Climb
climb_of (const Series *series)
{
  Climb climb = { 0 };
  for (guint i = 0; i < series->n_months; i++)
    {
      int index = series->months[i].index;
      Period month = period_month (index / 12, index % 12 + 1);
      const Figure *now = series_find_value (series, month);
      const Figure *before = series_find_value (series, period_add_months (month, -1));
      const Figure *first = first_of_year (series, month);
      if (now != NULL && before != NULL)
        climb_step (&climb, before, now, month);
      if (now == NULL || first == NULL)
        continue;
      climb.n_grown += is_above (now, first, WHOLE + LEAST_GROWTH);
      climb.has_multiplied |= is_above (now, first, WHOLE + SURE_GROWTH);
    }
  return climb;
}

void
climb_mark (const Report *report, const GPtrArray *series)
{
  guint n_told = 0, n_climbing = 0, n_sure = 0;
  for (guint i = 0; i < series->len; i++)
    {
      Climb climb = climb_of (series->pdata[i]);
      gboolean is_up
          = climb.n_steps >= LEAST_STEPS && climb.n_grown >= LEAST_GROWN && !climb.is_broken;
      gboolean is_told
          = report_indicator (report, i)->unit == UNIT_COUNT && climb.n_steps >= LEAST_STEPS;
      ((Series *) series->pdata[i])->is_climbing = is_up;
      n_told += is_told;
      n_climbing += is_told && is_up;
      n_sure += is_told && is_up && climb.has_multiplied;
    }
  gboolean are_all = n_climbing >= LEAST_ROWS
                     && n_climbing * (n_sure >= LEAST_ROWS ? SURE_SHARE : LEAST_SHARE) >= n_told;
  for (guint i = 0; i < series->len && are_all; i++)
    if (report_indicator (report, i)->unit != UNIT_COUNT)
      ((Series *) series->pdata[i])->is_climbing = TRUE;
}
