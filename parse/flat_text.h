/* parse/flat_text.h - the outcomes and commentaries of flattened text, taken apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row of the table within its lines. */
typedef struct
{
  guint line;        /* of its figures */
  const char *name;  /* borrowed; "" if not known */
  guint figures;     /* where the figures begin in that line, in blank-separated pieces */
  guint figures_end; /* the piece behind them */
  GString *outcome, *commentary;              /* (out), owned by the caller: words are appended */
  char *outcome_printed, *commentary_printed; /* (out) (nullable), owned by the caller: the same as
                                               * printed, where other rows mended it */
} FlatTextRow;

/* Deals the words of @lines (element-type GArray of FlatWord), but for the rows' figures, to the
 * rows' outcomes and commentaries.  Words of a row's name and debris go to nobody.  @rows are in
 * document order. */
void flat_text_deal (const GPtrArray *lines, FlatTextRow *rows, guint n_rows);

G_END_DECLS
