/* emit/html_words.c - what the report for people calls things.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_words.h"

#include "emit/html_escape.h"

#define MAX_NAME 80 /* characters of a name that stands for a missing reference */

/* Appends "2016-17" for the financial year that began in 2016. */
static void
append_year (GString *html, int year)
{
  html_number (html, year);
  g_string_append_printf (html, "-%02d", (year + 1) % 100);
}

void
words_period (GString *html, Period period)
{
  switch (period.kind)
    {
    case PERIOD_MONTH:
      html_raw (html, period_month_name (period));
      html_raw (html, " ");
      html_number (html, period.year);
      break;
    case PERIOD_QUARTER:
      html_raw (html, "quarter ");
      html_number (html, period.number);
      html_raw (html, " of ");
      append_year (html, period.year);
      break;
    case PERIOD_FINANCIAL_YEAR:
      append_year (html, period.year);
      break;
    case PERIOD_YEAR_TO_DATE:
      append_year (html, period.year);
      html_raw (html, " to date");
      break;
    case PERIOD_NONE:
      break;
    }
}

const char *
words_measure (Measure measure)
{
  static const char *const words[] = {
    [MEASURE_NONE] = "",
    [MEASURE_ACTUAL] = "",
    [MEASURE_YTD] = "year to date",
    [MEASURE_ANNUAL] = "year",
    [MEASURE_CHANGE_PREV] = "change since",
    [MEASURE_CHANGE_YEAR] = "change since",
    [MEASURE_MEAN_12M] = "12-month average",
    [MEASURE_MAX_12M] = "12-month maximum",
    [MEASURE_DOT] = "direction of travel",
    [MEASURE_RAG] = "rating",
    [MEASURE_BENCHMARK] = "comparison",
    [MEASURE_TARGET] = "target",
    [MEASURE_RED] = "range of red",
    [MEASURE_AMBER] = "range of amber",
    [MEASURE_GREEN] = "range of green",
  };
  return words[measure];
}

const char *
words_severity (Severity severity)
{
  return severity_code (severity);
}

const char *
words_sign (Severity severity)
{
  static const char *const signs[] = {
    [SEVERITY_CONTRADICTION] = "\xE2\x9C\x95", /* U+2715 */
    [SEVERITY_WARNING] = "\xE2\x96\xB2",       /* U+25B2 */
    [SEVERITY_NOTE] = "\xE2\x97\x8F",          /* U+25CF */
  };
  return signs[severity];
}

void
words_number (GString *html, guint number)
{
  if (number >= 1000)
    {
      words_number (html, number / 1000);
      g_string_append_printf (html, ",%03u", number % 1000);
      return;
    }
  html_number (html, number);
}

void
words_count (GString *html, guint count, const char *noun)
{
  if (count == 0)
    html_raw (html, "no");
  else
    words_number (html, count);
  html_raw (html, " ");
  html_raw (html, noun);
  html_raw (html, count == 1 ? "" : "s");
}

/* Appends the reference, or else as much of the name as a heading takes. */
static void
append_name (GString *html, const Indicator *indicator)
{
  if (indicator->ref[0] != '\0' || g_utf8_strlen (indicator->name, -1) <= MAX_NAME)
    {
      html_text (html, indicator->ref[0] != '\0' ? indicator->ref : indicator->name);
      return;
    }
  g_autofree char *start = g_utf8_substring (indicator->name, 0, MAX_NAME);
  html_text (html, start);
  html_raw (html, "…");
}

void
words_subject (GString *html, const Report *report, int indicator, Measure measure, Period period)
{
  const char *between = "";
  if (indicator != NO_INDICATOR)
    {
      append_name (html, report_indicator (report, (guint) indicator));
      between = ", ";
    }
  const char *words = words_measure (measure);
  if (words[0] != '\0' && period.kind != PERIOD_YEAR_TO_DATE
      && period.kind != PERIOD_FINANCIAL_YEAR)
    {
      html_raw (html, between);
      html_raw (html, words);
      between = measure == MEASURE_CHANGE_PREV || measure == MEASURE_CHANGE_YEAR ? " " : ", ";
    }
  if (period.kind != PERIOD_NONE)
    {
      html_raw (html, between);
      words_period (html, period);
    }
}
