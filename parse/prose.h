/* parse/prose.h - the text between the tables: sections, definitions, analyses, data notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/block.h"
#include "parse/reader.h"
#include "parse/title.h"

G_BEGIN_DECLS

/* Where in the text the reading is. */
typedef struct
{
  char *section;       /* owned; the last heading that names one, "" before the first */
  TextKind kind;       /* of the paragraphs to come */
  gboolean in_key;     /* whether list items to come explain arrows or colours */
  gboolean is_skipped; /* whether all of the section is furniture */
  int indicator;       /* that the paragraphs to come are about, or NO_INDICATOR */
  guint n_noted;       /* indicators whose names have been noted */
  GHashTable *names;   /* owned; the set of these */
  GHashTable *words; /* owned; from a word of them, folded, to a GArray of guint: the numbers of the
                      * names that have it, from 1 */
} ProseState;

/* Returns (to be cleared): the state before the first line. */
ProseState prose_state_new (void);
void prose_state_clear (ProseState *state);

/* Whether a text that was read off an image has hardly a word and is no figure: the strokes of a
 * chart are taken for letters. */
gboolean prose_is_scrap (const char *text);

/* Reads lines of running text, but for those of @title (nullable) in this block: a bold line is a
 * heading, which names a section unless the lexicon knows it for one of a definition, an analysis,
 * ...; what follows it belongs to it.  Furniture of the page is left out. */
void prose_read_lines (const Reader *reader, const Block *block, const Title *title,
                       ProseState *state);

/* Reads a grid that is no table: its rows are paragraphs behind a heading in their first cell. */
void prose_read_grid (const Reader *reader, const Grid *grid, ProseState *state);

G_END_DECLS
