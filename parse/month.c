/* parse/month.c - months, quarters and years as reports spell them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/month.h"

#include <string.h>

#include "parse/misread.h"
#include "parse/pattern.h"

#define MONTH "(?<month>" MONTH_NAMES ")"
#define YEAR "'?(?<year>(?:19|20)\\d\\d|\\d\\d)"
#define FULL_YEAR "(?<year>20\\d\\d)"
/* 2016/17, 2016 / 17, 2015/ 16, 16-17, 2016-2017: two years that follow each other */
#define YEARS "(?<year>20\\d\\d|\\d\\d) ?[/\\x{2013}-] ?(?<next>20\\d\\d|\\d\\d)"
#define YTD "(?:ytd|year to date|y\\.t\\.d\\.?)"

#define MAX_BYTES 64 /* of a period; the longest spellings below take 40 */

/* The first or the last day of a month, which a heading names it by. */
#define DAY "(?:as )?(?:at )?(?<day>0?[1-9]|[12]\\d|3[01])"

/* A way to write a period: the first row that matches and makes sense reads it. */
typedef struct
{
  PeriodKind kind;
  const char *pattern;
  enum
  {
    STANDS_ANYWHERE,
    STANDS_ALONE, /* within other text it says something else */
    NEEDS_YEAR,   /* from elsewhere: such a text is no period by itself */
  } use;
} Spelling;

static const Spelling spellings[] = {
  { PERIOD_YEAR_TO_DATE, YTD " ?\\(?" YEARS "\\)?", STANDS_ANYWHERE },
  { PERIOD_YEAR_TO_DATE, YEARS " ?" YTD, STANDS_ANYWHERE },
  { PERIOD_QUARTER, "(?:q|qtr|quarter) ?(?<quarter>[1-4])[ ,-]{0,2}\\(?(?:fy)? ?" YEARS "\\)?",
    STANDS_ANYWHERE },
  { PERIOD_QUARTER, YEARS "[ ,-]{0,2}(?:q|qtr|quarter) ?(?<quarter>[1-4])", STANDS_ANYWHERE },
  { PERIOD_MONTH, "(?<year>20\\d\\d)-(?<digits>0[1-9]|1[0-2])", STANDS_ANYWHERE },
  { PERIOD_FINANCIAL_YEAR, "(?:fy|year)? ?" YEARS, STANDS_ANYWHERE },
  { PERIOD_MONTH, MONTH "\\.?[ ,./-]{0,3}" YEAR, STANDS_ANYWHERE },
  { PERIOD_MONTH, FULL_YEAR "[ -]" MONTH, STANDS_ANYWHERE },
  { PERIOD_MONTH, DAY "/(?<digits>0?[1-9]|1[0-2])/" YEAR, STANDS_ALONE },
  { PERIOD_MONTH, DAY "(?:st|nd|rd|th)?[ -]?" MONTH "[ ,-]{0,2}" YEAR, STANDS_ALONE },
  { PERIOD_MONTH, FULL_YEAR "-(?<digits>0[1-9]|1[0-2])-(?<day>\\d\\d)", STANDS_ALONE },
  { PERIOD_MONTH, MONTH, NEEDS_YEAR },
  { PERIOD_QUARTER, "(?:q|qtr|quarter) ?(?<quarter>[1-4])", NEEDS_YEAR },
  { PERIOD_YEAR_TO_DATE, YTD, NEEDS_YEAR },
};

struct _MonthReader
{
  Pattern *whole[G_N_ELEMENTS (spellings)];
  Pattern *within[G_N_ELEMENTS (spellings)]; /* NULL for those that stand alone only */
  const Vocabulary *vocabulary;              /* (nullable); borrowed */
};

static Pattern *
compile (const char *before, const char *pattern, const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = g_strconcat (before, pattern, after, NULL);
  Pattern *compiled = pattern_new (source, &error);
  g_assert_no_error (error);
  return compiled;
}

MonthReader *
month_reader_new (void)
{
  MonthReader *reader = g_new0 (MonthReader, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      reader->whole[i] = compile ("^", spellings[i].pattern, "$");
      if (spellings[i].use == STANDS_ANYWHERE)
        reader->within[i] = compile ("(?<![\\w/.-])", spellings[i].pattern, "(?![\\w/]|[.-]\\d)");
    }
  return reader;
}

void
month_reader_forgive (MonthReader *reader, const Vocabulary *vocabulary)
{
  reader->vocabulary = vocabulary;
}

void
month_reader_free (MonthReader *reader)
{
  if (reader == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      pattern_free (reader->whole[i]);
      pattern_free (reader->within[i]);
    }
  g_free (reader);
}

static int
read_year (const char *digits)
{
  int year = (int) g_ascii_strtoll (digits, NULL, 10);
  return year < 100 ? 2000 + year : year;
}

static int
month_number (const char *name)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  g_autofree char *first = g_ascii_strdown (name, 3);
  return (int) (strstr (names, first) - names) / 3 + 1;
}

/* Whether @day is the first or the last of a month. */
static gboolean
is_bound (const char *day, int year, int month)
{
  int number = (int) g_ascii_strtoll (day, NULL, 10);
  return number == 1 || number == g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* Reads the groups of a match; FALSE if the two years of a financial year do not follow, or a day
 * is in the midst of its month. */
static gboolean
read_match (const Spelling *spelling, const Pattern *pattern, const char *text, Period year,
            Period *period)
{
  g_autofree char *own = pattern_dup_group (pattern, text, "year");
  g_autofree char *next = pattern_dup_group (pattern, text, "next");
  g_autofree char *month = pattern_dup_group (pattern, text, "month");
  g_autofree char *digits = pattern_dup_group (pattern, text, "digits");
  g_autofree char *quarter = pattern_dup_group (pattern, text, "quarter");
  g_autofree char *day = pattern_dup_group (pattern, text, "day");
  int number = month != NULL     ? month_number (month)
               : digits != NULL  ? (int) g_ascii_strtoll (digits, NULL, 10)
               : quarter != NULL ? quarter[0] - '0'
                                 : 0;
  int began = own != NULL ? read_year (own) : year.year;
  if (next != NULL && (began + 1) % 100 != read_year (next) % 100)
    return FALSE;
  if (own == NULL && spelling->kind == PERIOD_MONTH && number < 4)
    began++; /* January to March lie in the financial year's second calendar year */
  if (day != NULL && !is_bound (day, began, number))
    return FALSE;
  *period = (Period){ spelling->kind, (gint16) began, (guint8) number };
  return TRUE;
}

/* Whether a text may be a period and nothing else, by its first character and its length; most
 * cells are figures, and are none at a glance. */
static gboolean
may_be_period (const char *text)
{
  gsize n_plain = strspn (text, "0123456789.,%");
  return text[0] != '\0' && strchr (" 0123456789jfmasondqy", g_ascii_tolower (text[0])) != NULL
         && text[n_plain] != '\0' && strnlen (text, MAX_BYTES + 1) <= MAX_BYTES;
}

static gboolean
read_whole (const MonthReader *reader, const char *text, Period year, Period *period)
{
  if (!may_be_period (text))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if ((spellings[i].use != NEEDS_YEAR || year.kind != PERIOD_NONE)
        && pattern_find (reader->whole[i], text)
        && read_match (&spellings[i], reader->whole[i], text, year, period))
      return TRUE;
  return FALSE;
}

static gboolean
find_within (const MonthReader *reader, const char *text, Period *period)
{
  gsize first = G_MAXSIZE;
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      gsize from = 0, to = 0;
      if (reader->within[i] == NULL || !pattern_find (reader->within[i], text)
          || !pattern_span (reader->within[i], NULL, &from, &to) || from >= first
          || !read_match (&spellings[i], reader->within[i], text, NO_PERIOD, period))
        continue;
      first = from;
    }
  return first != G_MAXSIZE;
}

/* Returns (transfer full) (nullable): the text with digits for letters; NULL if it has no such. */
static char *
forgive (const MonthReader *reader, const char *text)
{
  return reader->vocabulary != NULL ? misread_dup_digits (reader->vocabulary, text) : NULL;
}

gboolean
month_read (MonthReader *reader, const char *text, Period year, Period *period)
{
  if (read_whole (reader, text, year, period))
    return TRUE;
  g_autofree char *forgiven = forgive (reader, text);
  return forgiven != NULL && read_whole (reader, forgiven, year, period);
}

gboolean
month_find (MonthReader *reader, const char *text, Period *period)
{
  if (find_within (reader, text, period))
    return TRUE;
  g_autofree char *forgiven = forgive (reader, text);
  return forgiven != NULL && find_within (reader, forgiven, period);
}
