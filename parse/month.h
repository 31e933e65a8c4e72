/* parse/month.h - months, quarters and years as reports spell them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/period.h"
#include "parse/vocabulary.h"

G_BEGIN_DECLS

/* A regular expression. */
#define MONTH_NAMES                                                                                \
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"                  \
  "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"

typedef struct _MonthReader MonthReader; /* one thread at a time */

MonthReader *month_reader_new (void);
void month_reader_free (MonthReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MonthReader, month_reader_free)

/* From then on, what is no period is tried once more with digits for the letters that readers of
 * images take them for (`Nov-l6`, `2O14/15`); @vocabulary is borrowed and must live as long. */
void month_reader_forgive (MonthReader *reader, const Vocabulary *vocabulary);

/* Reads @text that is a period and nothing else: `Oct 15`, `Nov-16`, `September 2019`, `2016-11`,
 * `Q3 2016/17`, `2016 / 17`, `2015/ 16`, `FY2015-16`, `YTD 2016/17`.  A month or quarter without a
 * year takes that of @year, a financial year or NO_PERIOD; `YTD` alone takes it too.
 * Returns: FALSE, leaving @period alone, if @text is anything else. */
gboolean month_read (MonthReader *reader, const char *text, Period year, Period *period);

/* Finds the first period with a year that is named anywhere in @text (`% change from Oct 15`,
 * `Target 17-18`).  Returns: FALSE, leaving @period alone, if there is none. */
gboolean month_find (MonthReader *reader, const char *text, Period *period);

G_END_DECLS
