/* parse/wrap.h - which lines of a table begin a row, and which carry one on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/columns.h"

G_BEGIN_DECLS

/* What a line has in a column. */
typedef enum
{
  FILL_NONE,
  FILL_TEXT,
  FILL_FIGURE
} WrapFill;

typedef struct
{
  const Region *region;   /* borrowed */
  const GArray *columns;  /* borrowed; of ColumnBorder */
  guint8 *fills;          /* owned; of WrapFill, for each line and column */
  double *x1;             /* owned; how far the text of each column reaches */
  gboolean is_parted;     /* whether a rule parts some rows */
  gboolean is_ruled;      /* whether rules part most rows */
  gboolean is_striped;    /* whether bands of colour part most rows */
  guint n_figure_columns; /* behind the first */
} WrapReader;

/* @n_bands: how many bands flat rules make of the region; @n_stripes: and how many bands of colour
 * there are besides. */
void wrap_reader_init (WrapReader *reader, const Region *region, const GArray *columns,
                       guint n_bands, guint n_stripes);
void wrap_reader_clear (WrapReader *reader);

/* Returns (transfer full) (element-type guint): which of the lines from @first to @end, between two
 * flat rules or within one band of colour, begin a row; the first always does.  @is_body: whether
 * there is a band above. */
GArray *wrap_row_starts (const WrapReader *reader, guint first, guint end, gboolean is_body);

G_END_DECLS
