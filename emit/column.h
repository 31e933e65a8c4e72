/* emit/column.h - a column of a CSV file: what it is called, means and prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Header, rows, Table Schema and validation.json all come from the same Column, so that they
 * cannot disagree.
 */
#pragma once

#include <stddef.h>

#include "model/report.h"

G_BEGIN_DECLS

typedef enum
{
  COLUMN_TEXT,    /* any text that an input may have had a hand in: a formula in it is guarded */
  COLUMN_CODE,    /* a word or period of this program's own making */
  COLUMN_DATE,    /* ISO 8601 */
  COLUMN_INTEGER, /* a number that counts */
  COLUMN_DECIMAL, /* a figure, exactly as printed or proved */
  COLUMN_REAL,    /* a place or a confidence */
} ColumnType;

/* What a row is about. */
typedef struct
{
  const Report *report; /* borrowed, as `item` */
  gconstpointer item;   /* the Report, Indicator, Figure, Text or Finding, as the table says */
  guint index;          /* of the item in its report, from 0 */
  guint number;         /* of the row in its file, from 1 */
} Row;

typedef struct _Column Column;
struct _Column
{
  const char *name;
  ColumnType type;
  /* Appends the value of @row, nothing if there is none. */
  void (*print) (const Column *column, const Row *row, GString *cell);
  gsize offset;          /* of the field that `print` reads, where one function prints several */
  gsize edge;            /* of column_print_edge: of the edge in Box */
  const CodeList *codes; /* what a code may be; NULL if `pattern` says it, if anything does */
  guint accepted;        /* COLUMN_BIT of those codes that stand in this column; 0: all */
  gboolean is_required;  /* never empty */
  const char *pattern;   /* NULL or what all values match, whole */
  const char *unit;      /* NULL or the unit, where one column has one */
  const char *about;     /* what it means, in one line */
};

#define COLUMN_BIT(code) (1u << (code))

/* Print the field at `offset` of the row's item. */
void column_print_text (const Column *column, const Row *row, GString *cell);
void column_print_code (const Column *column, const Row *row, GString *cell);
void column_print_period (const Column *column, const Row *row, GString *cell);
void column_print_int (const Column *column, const Row *row, GString *cell);     /* none below 0 */
void column_print_ordinal (const Column *column, const Row *row, GString *cell); /* int plus one */
void column_print_edge (const Column *column, const Row *row, GString *cell);    /* of a Box */
void column_print_share (const Column *column, const Row *row, GString *cell); /* double, 0 to 1 */

/* Prints the id of the row's report, whatever its item is. */
void column_print_report_id (const Column *column, const Row *row, GString *cell);

/* Returns (nullable): the indicator of that index in the row's report; NULL for NO_INDICATOR. */
const Indicator *row_indicator (const Row *row, int index);

G_END_DECLS
