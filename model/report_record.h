/* model/report_record.h - the tables of what a document and a report are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to model/.  docs/stream.md explains each member.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

extern const Record document_record;  /* of Document, its pages aside */
extern const Record page_record;      /* of Page; words, rules and fills stand beside */
extern const Record report_record;    /* of Report, its arrays aside */
extern const Record indicator_record; /* of Indicator */
extern const Record figure_record;    /* of Figure */
extern const Record text_record;      /* of Text */
extern const Record claim_record;     /* of Claim */
extern const Record unplaced_record;  /* of Unplaced */
extern const Record coverage_record;  /* of Coverage */
extern const Record finding_record;   /* of Finding */

G_END_DECLS
