/* model/lexicon.h - the words that reports use, as data/lexicon.yaml lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lexicon is lists of patterns (pcre2, caseless, matched against folded text: one line, single
 * spaces).  In each list the first pattern that matches decides.  Each entry carries an example
 * that it, and none above it, matches; a test tries them all.
 */
#pragma once

#include "model/code.h"
#include "model/error.h"

G_BEGIN_DECLS

/* What a column is for, as its heading says. */
#define ROLES(X)                                                                                   \
  X (ROLE_NONE, "")                                                                                \
  X (ROLE_REF, "ref")                                                                              \
  X (ROLE_NAME, "name")                                                                            \
  X (ROLE_SECTION, "section")                                                                      \
  X (ROLE_OWNER, "owner")                                                                          \
  X (ROLE_REPORTER, "reporter")                                                                    \
  X (ROLE_OUTCOME, "outcome")                                                                      \
  X (ROLE_GOOD_PERFORMANCE, "good_performance")                                                    \
  X (ROLE_DATA_NOTE, "data_note")                                                                  \
  X (ROLE_UNIT, "unit")                                                                            \
  X (ROLE_PERIOD, "period") /* a month, quarter or year: the heading says which */                 \
  X (ROLE_YTD, "ytd")                                                                              \
  X (ROLE_CHANGE, "change") /* from the base that the heading names */                             \
  X (ROLE_CHANGE_PREV, "change_prev")                                                              \
  X (ROLE_CHANGE_YEAR, "change_year")                                                              \
  X (ROLE_MEAN_12M, "mean_12m")                                                                    \
  X (ROLE_MAX_12M, "max_12m")                                                                      \
  X (ROLE_DOT, "dot")                                                                              \
  X (ROLE_RAG, "rag")                                                                              \
  X (ROLE_BENCHMARK, "benchmark")                                                                  \
  X (ROLE_TARGET, "target")                                                                        \
  X (ROLE_RED, "red")                                                                              \
  X (ROLE_AMBER, "amber")                                                                          \
  X (ROLE_GREEN, "green")                                                                          \
  X (ROLE_NUMERATORS, "numerator") /* rows of a percentage's counts, by their labels */            \
  X (ROLE_DENOMINATORS, "denominator")                                                             \
  X (ROLE_COMMENTARY, "commentary")                                                                \
  X (ROLE_GROUP, "group") /* a heading over other headings that says nothing by itself */

#define ROLE_ENUM(name, code) name,
typedef enum
{
  ROLES (ROLE_ENUM)
} Role;
#undef ROLE_ENUM

extern const CodeList role_codes;
const char *role_code (Role value);
int role_from_code (const char *code); /* -1 if no role has that code */

/* What a note says that a year to date is. */
#define YEAR_NOTES(X)                                                                              \
  X (YEAR_NOTE_SUM, "sum")   /* of its months */                                                   \
  X (YEAR_NOTE_LAST, "last") /* that of the last month */

#define YEAR_NOTE_ENUM(name, code) name,
typedef enum
{
  YEAR_NOTES (YEAR_NOTE_ENUM)
} YearNote;
#undef YEAR_NOTE_ENUM

typedef struct
{
  int means;             /* a Role, Status, Direction, Unit, TextKind or YearNote, by its list */
  Comparator comparator; /* of a benchmark's heading or row label, else COMPARATOR_NONE */
  char *name;            /* owned; of a part of claims; of a confusion: the character printed */
  char *pattern;         /* owned; of a confusion: what is read for it, with blanks between;
                          * of a year note: words, in small letters */
  char *example;         /* owned */
  int line;              /* where the entry begins in the file, from 1 */
} LexiconEntry;

typedef struct
{
  char *path;         /* owned; the file, for messages */
  GArray *headings;   /* means: Role.  Column headings */
  GArray *row_labels; /* means: Role.  Labels of rows in tables of months, beside the periods */
  GArray *marks;      /* means: Status.  Cells that say why no number is printed */
  GArray *arrows;     /* means: Direction.  Arrows and triangles that start or fill a cell */
  GArray *noise;      /* means: Direction.  What a bad text layer makes of arrows: a short token
                       * beside a figure of change; DIRECTION_NONE if it does not tell which */
  GArray *units;      /* means: Unit.  Words of an indicator's name, unit or data note column */
  GArray *prose;      /* means: TextKind.  How a paragraph or its heading begins */
  GArray *ratings;    /* means: Role, one of red, amber and green.  Cells of a RAG column */
  GArray *parts;      /* means: 0.  Named patterns that claims are written with */
  GArray *claims;     /* means: 0.  How a commentary states a figure; groups tell what it states */
  GArray *subjects;   /* means: Unit.  How a sentence or an indicator's name begins */
  GArray *counts;     /* means: 0.  The first entry reads one, the second two, ... */
  GArray *doubts;     /* means: 0.  Words before a claim for which it is passed over */
  GArray *statements; /* means: 0.  How a line begins that says which month the report is of */
  GArray *furniture;  /* means: 0.  Lines that are no prose: keys to arrows, chart labels, ... */
  GArray *year_notes; /* means: YearNote.  Words of the note beside a row */
  GArray *confusions; /* means: 0.  What the reader of an image takes a figure's characters for */
} Lexicon;

/**
 * lexicon_load:
 * @path: a YAML file
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): the lexicon; %NULL with %RECOUNT_ERROR_DATA, naming file, line and
 *   key, if @path cannot be read or an entry is not as data/lexicon.yaml explains.  Patterns are
 *   not compiled here: pcre2 lives in parse/.
 */
Lexicon *lexicon_load (const char *path, GError **error);

/* The same from the @length bytes at @text, which messages call @path. */
Lexicon *lexicon_parse (const char *path, const char *text, gsize length, GError **error);

void lexicon_free (Lexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lexicon, lexicon_free)

G_END_DECLS
