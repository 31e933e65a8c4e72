/* parse/heading.h - the columns of a table of indicators, as its headings name them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/period.h"
#include "parse/grid.h"
#include "parse/month.h"
#include "parse/vocabulary.h"

G_BEGIN_DECLS

/* What a column is for. */
typedef struct
{
  Role role;
  Comparator comparator;
  Period period; /* that the heading, or the one above it, names */
  char *label;   /* owned; the heading as printed, on one line */
  /* That the label prints another month than the one that its place among the months is of, which
   * is @period. */
  gboolean is_mislabelled;
  gboolean is_guess; /* that some words of an unread heading are all that tells: its figures are
                        doubtful */
} Column;

/* The headings of a table. */
typedef struct
{
  GArray *columns; /* of Column */
  guint first_row; /* of the grid */
  guint n_rows;
} Heading;

void heading_free (Heading *heading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Heading, heading_free)

/* The words that headings are read with. */
typedef struct
{
  const Vocabulary *vocabulary; /* borrowed */
  MonthReader *months;          /* borrowed */
  Period stated; /* the document's month, quarter or year, as its text tells; NO_PERIOD if it does
                    not: what months without a year are read by */
  gboolean is_of_image; /* whether they were read off one: an `i` may be an `l` (`Jui-16`) */
} HeadingWords;

/* Finds the next headings of a table of indicators at or below @from: a row that names an
 * indicator's reference or name and at least two more columns, and the rows of sub-headings below
 * it.  Returns (transfer full) (nullable): the headings; NULL if there are none,
 * or if a table that stands by alignment alone turns out to be two side by side. */
Heading *heading_find (const HeadingWords *words, const Grid *grid, guint from);

/* Returns (transfer full): the same columns for rows that stand below no headings of their own. */
Heading *heading_carry_on (const Heading *heading);

/* Reads one heading, which stands below @above ("" if nothing does), into @column, whose label it
 * sets.  Returns: whether it has a role. */
gboolean heading_read (const HeadingWords *words, const char *above, const char *text,
                       Column *column);

const Column *heading_column (const Heading *heading, guint column);

/* Returns: the last month that a column is headed with, NO_PERIOD if none is. */
Period heading_last_month (const Heading *heading);

/* Returns: whether two headings have the same columns in the same order. */
gboolean heading_equals (const Heading *a, const Heading *b);

/* Returns: whether two tables have (nearly) the same columns, so that one carries on the other. */
gboolean heading_matches (const Heading *a, const Heading *b);

G_END_DECLS
