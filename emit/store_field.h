/* emit/store_field.h - how the fields of a report stand in the columns of the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to emit/.  One table of fields for each table of the store: its columns, what is written
 * into them, what is read back, and what metadata.yaml says of them, come from the same line.
 */
#pragma once

#include <stddef.h>

#include "emit/store_driver.h"

G_BEGIN_DECLS

typedef enum
{
  STORE_FIELD_TEXT,    /* char *; "" if not known */
  STORE_FIELD_CODE,    /* an enumeration, by its code */
  STORE_FIELD_PERIOD,  /* Period, by its code; "" for none */
  STORE_FIELD_INT,     /* int; NULL below 0 */
  STORE_FIELD_ORDINAL, /* an index, from 1; NULL for NO_INDICATOR */
  STORE_FIELD_BOOL,    /* gboolean; 0 or 1 */
  STORE_FIELD_REAL,    /* double */
  STORE_FIELD_DECIMAL, /* Decimal: NAME as printed, NAME_mantissa, NAME_scale; NULL if not set */
  STORE_FIELD_BOX,     /* Box: x0, y0, x1, y1; NULL if not known */
  STORE_FIELD_DERIVED, /* a text that follows from others: written, never read back */
} StoreFieldKind;

typedef struct
{
  const char *name;
  StoreFieldKind kind;
  gsize offset, size;         /* of the field in its structure */
  gsize has_offset, has_size; /* of the truth value that says whether a decimal is set */
  const CodeList *codes;      /* of an enumeration */
  /* Returns (transfer full): what is written in place of the text at `offset`; NULL: itself. */
  char *(*derive) (const Report *report, gconstpointer item);
  const char *unit;  /* NULL or the unit that the column is in */
  const char *about; /* what it means, in one line */
} StoreField;

/* A column that a field stands in. */
typedef struct
{
  const char *name;
  StoreType type;
  gboolean may_be_null;
  const char *part; /* which part of the field it holds; NULL: the field */
} StoreColumn;

/* Calls @visit for each column that @field stands in. */
typedef void (*StoreColumnFunc) (const StoreField *field, const StoreColumn *column, gpointer data);
void store_field_each_column (const StoreField *field, StoreColumnFunc visit, gpointer data);

/* Returns: how many columns that are. */
guint store_field_n_columns (const StoreField *field);

/* Adds the values of @field of @item, of @report, to @row. */
void store_field_write (const StoreField *field, const Report *report, gconstpointer item,
                        StoreRow *row);

/* Sets @field of @item, fresh from its report_add_...(), from the columns from @column on. Returns:
 * FALSE if they hold what is no such value. */
gboolean store_field_read (const StoreField *field, const StoreDriver *driver, StoreRows *rows,
                           guint column, gpointer item);

G_END_DECLS
