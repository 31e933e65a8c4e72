/* emit/html_words.h - what the report for people calls things.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* Appends a period as people say it, "November 2016"; nothing for none. */
void words_period (GString *html, Period period);

/* Returns (transfer none): what the measure is, "12-month average"; "" for a period's own figure.
 */
const char *words_measure (Measure measure);

/* Returns (transfer none): "contradiction", "warning", "note"; a sign that tells them apart without
 * colour. */
const char *words_severity (Severity severity);
const char *words_sign (Severity severity);

/* Appends "no notes", "1 note", "1,204 notes". */
void words_count (GString *html, guint count, const char *noun);

/* Appends a number with commas between thousands. */
void words_number (GString *html, guint number);

/* Appends what a finding or a figure is about: reference or name, measure and period. */
void words_subject (GString *html, const Report *report, int indicator, Measure measure,
                    Period period);

G_END_DECLS
