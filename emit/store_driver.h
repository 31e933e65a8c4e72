/* emit/store_driver.h - what the store needs of a database.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to emit/.  A driver is a table of functions and of words in which the two dialects of SQL
 * differ; all else is one code path.  Statements name their arguments $1, $2 ... and may use what
 * both databases know.  Where a statement fails for the values that it was given, and not for the
 * state of the database, the error is RECOUNT_ERROR_REFUSED.
 */
#pragma once

#include "emit/store.h"

G_BEGIN_DECLS

typedef enum
{
  STORE_NULL,
  STORE_INTEGER,
  STORE_REAL,
  STORE_TEXT,
  N_STORE_TYPES
} StoreType;

typedef struct
{
  StoreType type;
  gint64 integer;
  double real;
  const char *text; /* borrowed; UTF-8 */
} StoreValue;

#define STORE_INT_VALUE(value) ((StoreValue){ .type = STORE_INTEGER, .integer = (value) })
#define STORE_TEXT_VALUE(value) ((StoreValue){ .type = STORE_TEXT, .text = (value) })

/* Values of one statement, or of one row of a table. */
#define STORE_MAX_VALUES 48
typedef struct
{
  StoreValue values[STORE_MAX_VALUES];
  guint n_values;
  GPtrArray *texts; /* of char *, owned: those that values borrow */
} StoreRow;

/* Fills the next row; FALSE behind the last. */
typedef gboolean (*StoreRowSource) (StoreRow *row, gpointer data);

/* An open database, and the rows that a query gives: each driver has its own. */
typedef struct _StoreDatabase StoreDatabase;
typedef struct _StoreRows StoreRows;

typedef struct
{
  const char *scheme;               /* how its URIs begin */
  const char *types[N_STORE_TYPES]; /* what columns are declared as */
  const char *id_type;              /* of a key that numbers itself */
  const char *table_end, *key_end;  /* behind a table's columns; of one that is kept by its key */
  const char *begin;                /* a transaction that writes */
  const char *settle;               /* one that is alone in settling */
  const char *version;              /* gives the schema's version, one row of one number */
  const char *set_version;          /* takes it, for @VERSION@ */
  const char *columns;              /* gives the names of the columns of table or view $1; NULL
                                     * where no file holds the database */

  /* Returns: NULL with @error set.  @name is what messages call it. */
  StoreDatabase *(*open) (const char *uri, const char *name, StoreMode mode, GError **error);
  void (*close) (StoreDatabase *database);

  /* Runs statements without arguments. */
  gboolean (*run) (StoreDatabase *database, const char *statements, GError **error);

  /* Returns (transfer full): the rows of one statement, to be done with before the next; the texts
   * of the arguments must last as long. */
  StoreRows *(*query) (StoreDatabase *database, const char *statement, const StoreValue *arguments,
                       guint n_arguments, GError **error);
  gboolean (*next) (StoreRows *rows, GError **error); /* FALSE without @error at the end */
  gboolean (*is_null) (StoreRows *rows, guint column);
  gint64 (*integer) (StoreRows *rows, guint column);
  double (*real) (StoreRows *rows, guint column);
  const char *(*text) (StoreRows *rows, guint column); /* until the next row; "" for NULL */
  void (*done) (StoreRows *rows);

  /* Inserts many rows into the columns @columns ("a,b,c") of @table.  A row whose key is there
   * already stays as it is. */
  gboolean (*insert) (StoreDatabase *database, const char *table, const char *columns,
                      guint n_columns, StoreRowSource source, gpointer data, GError **error);

  /* Returns (nullable): the path of the file that holds it, if one does. */
  const char *(*file) (StoreDatabase *database);

  /* Whether the last error was the loss of the connection; seeks it again, TRUE if it is back. */
  gboolean (*is_lost) (StoreDatabase *database);
  gboolean (*reopen) (StoreDatabase *database);
} StoreDriver;

extern const StoreDriver store_sqlite, store_postgres;

/* The functions of a driver, under the names that they have in its file. */
#define STORE_DRIVER_FUNCTIONS                                                                     \
  .open = open_database, .close = close_database, .run = run, .query = query, .next = next,        \
  .is_null = is_null, .integer = get_integer, .real = get_real, .text = get_text, .done = done,    \
  .insert = insert, .file = get_file, .is_lost = is_lost, .reopen = reopen

/* Set @row to the next value. */
void store_row_add_null (StoreRow *row);
void store_row_add_integer (StoreRow *row, gint64 value);
void store_row_add_real (StoreRow *row, double value);
void store_row_add_text (StoreRow *row, const char *text); /* borrowed; bytes that are no UTF-8
                                                            * become U+FFFD */
void store_row_take_text (StoreRow *row, char *text);

void store_row_begin (StoreRow *row); /* forgets the values */
void store_row_clear (StoreRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StoreRow, store_row_clear)

/* What all files of the store share. */
struct _Store
{
  const StoreDriver *driver;
  StoreDatabase *database;
  char *name; /* owned; what messages call it: its URI without a password */
  char *uri;  /* owned */
  StoreMode mode;
  gint64 run;     /* its id, 0 before store_begin_run() */
  gint64 setting; /* the id of how it reads */
};

/* Sets @error to "NAME: MESSAGE".  Returns FALSE. */
gboolean store_fail_as (RecountError code, const char *name, GError **error, const char *format,
                        ...) G_GNUC_PRINTF (4, 5);
#define store_fail(...) store_fail_as (RECOUNT_ERROR_STORE, __VA_ARGS__)

/* The only row that a statement gives, into @row; texts are copied.  @n_columns columns; a missing
 * value is STORE_NULL.  @found tells if there was one. */
gboolean store_ask (Store *store, const char *statement, const StoreValue *arguments,
                    guint n_arguments, const StoreType *types, guint n_columns, StoreRow *row,
                    gboolean *found, GError **error);

/* Takes a row of a statement; FALSE with @error set ends it. */
typedef gboolean (*StoreVisit) (const StoreDriver *driver, StoreRows *rows, gpointer data,
                                GError **error);

/* Calls @visit for each row that a statement gives. */
gboolean store_each_row (Store *store, const char *statement, const StoreValue *arguments,
                         guint n_arguments, StoreVisit visit, gpointer data, GError **error);

/* Runs a statement with arguments whose rows, if any, do not matter. */
gboolean store_do (Store *store, const char *statement, const StoreValue *arguments,
                   guint n_arguments, GError **error);

/* Begins a transaction that only reads. */
#define STORE_BEGIN_READING "BEGIN"

typedef gboolean (*StoreWork) (Store *store, gpointer data, GError **error);

/* Does @work in one transaction that begins with @begin; what it did is undone if it fails, and
 * begun again if only the connection was lost. */
gboolean store_transact (Store *store, const char *begin, StoreWork work, gpointer data,
                         GError **error);

G_END_DECLS
