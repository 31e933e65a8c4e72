/* parse/scorecard.h - tables with an indicator in each row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/reader.h"

G_BEGIN_DECLS

/* A table, or what one page holds of it, with the headings above it. */
typedef struct
{
  int table;        /* from 1; parts of one table share it */
  const Grid *grid; /* borrowed */
  Heading *heading; /* owned */
  guint end;        /* the row of the grid behind its last one */
} Scorecard;

void scorecard_free (Scorecard *scorecard);

/* Reads the rows of @scorecard into indicators and figures.  @others (element-type Scorecard) are
 * all scorecards of the document: a part of the same table may have kept the headings better.
 * @n_rows counts the rows of indicators read so far; @section is the section that the part before
 * ended in, replaced by the one that this one does. */
void scorecard_read (const Reader *reader, const Scorecard *scorecard, const GPtrArray *others,
                     int *n_rows, char **section);

G_END_DECLS
