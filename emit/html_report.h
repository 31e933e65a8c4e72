/* emit/html_report.h - what the parts of a report's page have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/html.h"
#include "emit/html_crop.h"
#include "emit/html_flag.h"
#include "emit/html_part.h"

G_BEGIN_DECLS

/* Where the pieces of a page go. */
typedef struct
{
  const char *name; /* of the page */
  HtmlSink sink;    /* (nullable): they are counted alone without */
  gpointer data;
  GError **error;
  gboolean has_failed; /* nothing is handed on any more */
  gsize n_bytes;       /* that came */
} HtmlOutlet;

typedef struct
{
  const Report *report; /* borrowed, as what follows */
  const HtmlOptions *options;
  const char *link;    /* (nullable): the relative path of the input */
  guint first_finding; /* the number in findings.csv of its first finding */
  const Crops *crops;
  const Flags *flags;
  const GArray *parts;    /* of HtmlPart */
  const GPtrArray *names; /* of char *: the files of the parts */
  guint part;             /* the index of the one that the page shows */
  HtmlOutlet *outlet;
} HtmlReport;

/* Hands @html on and empties it, which those below do between pieces.  Returns: how long it was. */
gsize html_report_flush (GString *html, const HtmlReport *page);

/* Returns: the part that the page shows. */
const HtmlPart *html_report_part (const HtmlReport *page);

/* Append a part of the page; each begins and ends its own section.  The findings take as many bytes
 * as @budget allows, the tables likewise. */
void html_verdict_append (GString *html, const HtmlReport *page); /* html_verdict.c */
void html_findings_append (GString *html, const HtmlReport *page,
                           gsize budget); /* html_finding.c */
void html_tableaux_append (GString *html, const HtmlReport *page,
                           gsize budget);                        /* html_tableau.c */
void html_checks_append (GString *html, const HtmlReport *page); /* html_checks.c */

/* Appends the address of a finding, which may be of another part. */
void html_finding_address (GString *html, const HtmlReport *page, guint index);

/* Appends a link to a page of the input, or its words alone if there is no input to link to. */
void html_source_link (GString *html, const HtmlReport *page, int number, const char *words);

G_END_DECLS
