/* emit/store_schema.h - the tables and views of the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to emit/; docs/store.md describes it to analysts.
 */
#pragma once

#include "emit/store_field.h"

G_BEGIN_DECLS

/* The version of the tables and views below: whoever changes them adds a migration. */
#define STORE_VERSION 1

/* A table that holds a report, or what a report has many of. */
typedef struct
{
  const char *name;
  const char *about;
  const char *number; /* the column that counts the rows of a report from 1; NULL for the report */
  const char *key;    /* its primary key */
  ReportPart part;    /* what its rows are; of no meaning for the report */
  const StoreField *fields;
  guint n_fields;
} StoreTable;

/* All of them, the report first, so that those before are there for those behind. */
#define N_STORE_TABLES 7
extern const StoreTable store_tables[N_STORE_TABLES];
#define STORE_TABLE_OF_FINDINGS (&store_tables[N_STORE_TABLES - 1])

/* Of the same columns as the findings: what only several reports show. */
extern const StoreTable store_comparisons;

/* Returns (transfer full): "a,b,c": the columns of @table that its fields stand in; and all of them
 * with those in front that tell the row; and how many the latter are. */
char *store_table_field_columns (const StoreTable *table);
char *store_table_columns (const StoreTable *table);
guint store_table_n_columns (const StoreTable *table);

/* A view for analysts, or a table of the store's own. */
typedef struct
{
  const char *name;
  const char *about;
  const char *body; /* SQL: of a view the query, of a table the columns; @INTEGER@, @REAL@, @TEXT@
                     * and @ID@ stand for types */
} StoreRelation;

extern const StoreRelation store_own_tables[], store_views[]; /* end with a NULL name */

extern const char *const store_indexes[]; /* statements that make them; ends with NULL */

/* Half a unit of the last printed place; nothing for a count that is printed whole. */
#define STORE_HALF(scale)                                                                          \
  "CASE WHEN unit = 'count' AND " scale " = 0 THEN 0 WHEN " scale " = 0 THEN 0.5 WHEN " scale      \
  " = 1 THEN 0.05 WHEN " scale " = 2 THEN 0.005 WHEN " scale " = 3 THEN 0.0005 ELSE 0 END"

/* Of the view as_of: whether the number differs from the earlier one by more than rounding
 * explains. The numbers are doubles here, as a view has nothing better; the rule `revision` is
 * exact. */
#define STORE_REVISED                                                                              \
  "ABS(number - earlier_number) > 1.000001 * (" STORE_HALF ("value_scale") " + " STORE_HALF (      \
      "earlier_scale") ")"

/* Brings the tables up to date, in one transaction; fails if they are newer than STORE_VERSION. */
gboolean store_migrate (Store *store, GError **error);

G_END_DECLS
