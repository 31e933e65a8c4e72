/* check/line.h - the figures of one kind that an indicator prints, found by what they are of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Relations are between lines: the values of one indicator and those of another, or the numerators
 * that stand beside percentages.
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

typedef struct
{
  int indicator;
  Component component;
} Line;

#define LINE_COMPONENTS (COMPONENT_DENOMINATOR + 1) /* lines that an indicator has at most */

/* What a figure is of: a month, a year or a year to date. */
typedef struct
{
  Measure measure; /* MEASURE_ACTUAL, MEASURE_YTD or MEASURE_ANNUAL */
  Period period;   /* of a month: the one that it counts as (check/series.h) */
} Slot;

/* The index of @report's @series, for Check.lines. */
LineIndex *line_index_new (const Report *report, const GPtrArray *series);
void line_index_free (LineIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LineIndex, line_index_free)

/* The rows of each indicator of the catalogue, for Check.rows; free it with g_hash_table_unref().
 */
GHashTable *line_rows_new (const Report *report);

/* Returns (transfer none) (nullable) (element-type guint): the report's rows of the indicator @id
 * of the catalogue, in document order; NULL if it prints none. */
const GArray *line_rows (const Check *check, const char *id);

/* Returns (transfer none) (nullable): the line's value there, if it prints just one and that can be
 * judged (check/proof.h). */
const Figure *line_find (const Check *check, Line line, Slot slot);

/* Returns: what @figure of the line's indicator is of; a slot of MEASURE_NONE if it is of another
 * measure, such as a change. */
Slot line_slot_of (const Check *check, const Figure *figure);

/* Returns (transfer full) (element-type Slot): the slots in which the line has a value that can be
 * judged, in document order. */
GArray *line_slots (const Check *check, Line line);

/* Returns (transfer none): what messages call the line: its reference, else its name. */
const char *line_label (const Check *check, Line line);

/* Returns: the line that @figure stands in. */
Line line_of (const Figure *figure);

/* Returns (transfer full): how groups of findings call a cell: "CLA3 2016-11", "CP9 mean_12m". */
char *line_cell (const Check *check, Line line, Measure measure, Period period);

gboolean line_equal (Line a, Line b);

G_END_DECLS
