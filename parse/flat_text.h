/* parse/flat_text.h - the outcomes and commentaries of flattened text, taken apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "parse/flat_cut.h"

G_BEGIN_DECLS

typedef struct
{
  GString *text; /* owned by the caller: words are appended */
  char *printed; /* (nullable), owned by the caller: what was printed, if other rows mended it */
} FlatText;

/* A row of the table within its lines. */
typedef struct
{
  guint line;                   /* of its figures */
  const char *name;             /* borrowed; "" if not known */
  guint figures;                /* where they begin in that line, in blank-separated pieces */
  guint figures_end;            /* the piece behind them */
  FlatText texts[FLAT_N_TEXTS]; /* (out) */
} FlatTextRow;

/* Deals the words of @lines (element-type GArray of FlatWord), but for the rows' figures, to the
 * rows' outcomes and commentaries.  Words of a row's name and debris go to nobody.  @rows are in
 * document order. */
void flat_text_deal (const GPtrArray *lines, FlatTextRow *rows, guint n_rows);

G_END_DECLS
