/* emit/html_report.h - what the parts of a report's page have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/html.h"
#include "emit/html_crop.h"
#include "emit/html_flag.h"

G_BEGIN_DECLS

typedef struct
{
  const Report *report; /* borrowed, as what follows */
  const HtmlOptions *options;
  const char *link;    /* (nullable): the relative path of the input */
  guint first_finding; /* the number in findings.csv of its first finding */
  const Crops *crops;
  const Flags *flags;
} HtmlReport;

/* Append a part of the page; each begins and ends its own section.  The findings take as many bytes
 * as @budget allows, the tables likewise. */
void html_verdict_append (GString *html, const HtmlReport *page); /* html_verdict.c */
void html_findings_append (GString *html, const HtmlReport *page,
                           gsize budget); /* html_finding.c */
void html_tableaux_append (GString *html, const HtmlReport *page,
                           gsize budget);                        /* html_tableau.c */
void html_checks_append (GString *html, const HtmlReport *page); /* html_checks.c */

/* Appends a link to a page of the input, or its words alone if there is no input to link to. */
void html_source_link (GString *html, const HtmlReport *page, int number, const char *words);

G_END_DECLS
