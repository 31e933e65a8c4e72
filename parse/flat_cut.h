/* parse/flat_cut.h - where the lines of flattened text are cut: into rows, and into their columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FLAT_SEVERAL_LINES G_MAXUINT

/* The columns of text, from left to right. */
typedef enum
{
  FLAT_OUTCOME,
  FLAT_COMMENTARY,
  FLAT_N_TEXTS
} FlatColumn;

/* A row of the table, known by its figures. */
typedef struct
{
  guint line;                 /* of its figures */
  guint figures, figures_end; /* where they begin in that line, and the word behind them */
  GStrv name;                 /* borrowed; its words, folded; empty if not known */
} FlatCutRow;

/* What the lines with figures show of the table. */
typedef struct
{
  guint widths[FLAT_N_TEXTS];      /* of the columns, in characters */
  gboolean is_usual[FLAT_N_TEXTS]; /* whether most rows have such a text */
  GHashTable *pairs; /* flat_cut_pair() -> the line where two words stand side by side,
                      * plus 1; FLAT_SEVERAL_LINES */
} FlatLayout;

/* How a line is shared out: the outcome begins at word @lead, the commentary at word @cut or, where
 * the row's figures are, behind them. */
typedef struct
{
  guint row; /* from 1; 0 above the first row */
  guint lead, cut;
} FlatCut;

/* Returns: the key of two words' ids in the layout's pairs. */
gpointer flat_cut_pair (guint left, guint right);

/* Returns: how many of the words of @line from @first on may be the row's name: as many as begin it
 * without a word that is neither of the name nor debris. */
guint flat_cut_name (const GArray *line, guint end, GStrv name);

/* Returns (transfer full) (element-type FlatCut): the likeliest cut of each of @lines (element-type
 * FlatLine), given @rows in document order. */
GArray *flat_cut_lines (const GPtrArray *lines, const FlatCutRow *rows, guint n_rows,
                        const FlatLayout *layout);

G_END_DECLS
