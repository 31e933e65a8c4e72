/* tests/check/sheet.h - builds small reports: rows of months and what is printed about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/knowledge.h"
#include "model/report.h"

G_BEGIN_DECLS

#define SHEET_MONTH ((Period){ PERIOD_MONTH, 2016, 11 })

typedef struct
{
  Report *report;
  Knowledge knowledge;
  int n_rows;
} Sheet;

/* A report about SHEET_MONTH, with a catalogue of nothing. */
Sheet *sheet_new (void);
void sheet_free (Sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

/* Adds a row whose last month is SHEET_MONTH; returns its indicator.  @months are numbers or marks,
 * one a month with a blank between: "." nothing printed, "-" a dash, "new" a new measure, "?"
 * unreadable.  The canonical id is @ref. */
int sheet_add_row (Sheet *sheet, const char *ref, Unit unit, const char *months);

/* Adds a statistic to a row; a number, or an arrow (^, v or =) and a number. */
Figure *sheet_add (Sheet *sheet, int row, Measure measure, const char *text);

/* Adds a share printed as "206 of 492 41.9" to a row, for SHEET_MONTH. */
void sheet_add_share (Sheet *sheet, int row, const char *numerator, const char *denominator,
                      const char *percent);

/* Lets the catalogue hold a relation; its ids are the references of rows in small letters, with _
 * for all but letters and digits. */
void sheet_relate_as (Sheet *sheet, const char *text);

/* Lets the catalogue say that the row named @of is @numerator / @denominator. */
void sheet_relate (Sheet *sheet, const char *of, const char *numerator, const char *denominator);

/* Runs all rules.  Returns: how many findings of @rule there are. */
guint sheet_check (Sheet *sheet, const char *rule);

/* As if all had been read off an image, with a confidence of 0.95, and a lexicon said which digits
 * look alike: 1 7, 3 8 5, 5 6, 0 6 8 9. */
void sheet_read_off_image (Sheet *sheet);

/* Runs all rules after replacing what the arithmetic can mend. */
void sheet_repair (Sheet *sheet);

/* Returns: the first finding of @rule; NULL if there is none. */
const Finding *sheet_finding (const Sheet *sheet, const char *rule);

/* Returns (transfer full): the number nearest to @numerator / @denominator with @places decimals,
 * halves away from zero: what a publisher prints. */
char *sheet_round (gint64 numerator, gint64 denominator, int places);

G_END_DECLS
