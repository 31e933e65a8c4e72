/* emit/store.h - the indicator store: many reports in one database, SQLite or PostgreSQL.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In: reports with their findings (model/report.h).  Out: tables and views that docs/store.md
 * describes, and a package of all of it.  Three times are kept apart: the period that a figure is
 * about, the report that printed it (its vintage), and the run that read it.
 *
 * All errors are RECOUNT_ERROR_STORE, if nothing else is said; their messages name the store by its
 * URI, without a password.  A Store belongs to the thread and the process that opened it: a child
 * process must not touch it.
 */
#pragma once

#include "emit/package.h"
#include "model/error.h"
#include "model/report.h"

G_BEGIN_DECLS

typedef enum
{
  STORE_READ,  /* it must be there */
  STORE_WRITE, /* it is made if it is not there */
} StoreMode;

typedef struct _Store Store;

/**
 * store_open:
 * @uri: `sqlite:FILE` or `postgresql://...`, as libpq reads it
 * @mode: whether it is to be written
 * @error: return location for a #RecountError
 *
 * An older store is brought up to date if it is opened for writing.
 *
 * Returns: (transfer full): the store; %NULL if it cannot be opened; with %RECOUNT_ERROR_USAGE if
 * @uri is of no known scheme, or is no store of Recount's or that of a newer one, so that another
 * try changes nothing
 */
Store *store_open (const char *uri, StoreMode mode, GError **error);
void store_close (Store *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Store, store_close)

/* Returns (transfer none): its URI as messages name it, without a password. */
const char *store_name (const Store *store);

/* --- the run that reads --- */

/* What decides how bytes are read: if one of the three changes, they are read anew. */
typedef struct
{
  const char *tool_version;
  const char *options;   /* those that change what is read, in one order: "" for none */
  const char *knowledge; /* SHA-256 of data/, as knowledge_load() gives it */
} StoreSettings;

/* Says how all that is added from now on was read; of a store that is only read, whose readings are
 * asked for.  It comes before everything below. */
gboolean store_begin_run (Store *store, const StoreSettings *settings, GError **error);

typedef enum
{
  READING_NONE,   /* these bytes were not read in this way yet */
  READING_DONE,   /* the report is in the store */
  READING_FAILED, /* it could not be read */
} ReadingState;

typedef struct
{
  ReadingState state;
  gboolean is_retryable; /* of a failed one: whether trying again may help */
  guint n_attempts;
} Reading;

/* Finds out what became of the input of that checksum when it was read as the run reads. */
gboolean store_find_reading (Store *store, const char *sha256, Reading *reading, GError **error);

/**
 * store_add_report:
 * @store: opened for writing, after store_begin_run()
 * @report: the report, checked
 * @replaces: whether what the same bytes gave before, read in the same way, is thrown away
 * @is_added: (out) (optional): whether anything was added: not if the report is there already
 * @error: return location for a #RecountError
 *
 * One transaction: the report is in the store whole or not at all.  The same bytes, read in another
 * way, take the place of what they gave before: that is no revision.  A failed reading becomes a
 * done one.  If the connection to a server is lost, it is sought again for half a minute.
 *
 * Returns: FALSE with %RECOUNT_ERROR_REFUSED if the store is well but does not take this report
 */
gboolean store_add_report (Store *store, const Report *report, gboolean replaces,
                           gboolean *is_added, GError **error);

/* Notes that an input could not be read, and why, in one transaction.  Each note counts as an
 * attempt.  A reading that is done stays done. */
gboolean store_add_failure (Store *store, const Source *source, const char *reason,
                            gboolean is_retryable, GError **error);

/* Says that the input of that checksum is also found at @path.  A report's name is that of its
 * names which sorts first, whatever the order in which they were seen. */
gboolean store_add_name (Store *store, const Source *source, GError **error);

/* An input that could not be read. */
typedef struct
{
  Source source; /* borrowed, as the reason; until the function returns */
  const char *reason;
  gboolean is_retryable;
  guint n_attempts;
} StoreFailure;

typedef void (*StoreFailureFunc) (const StoreFailure *failure, gpointer data);

/* Calls @visit for each input that could not be read as the run reads, by name and checksum. */
gboolean store_each_failure (Store *store, StoreFailureFunc visit, gpointer data, GError **error);

/* --- what needs several reports --- */

/* Compares the reports of one authority: begin, then each report from the first vintage to the
 * last, to which findings may be added.  check/ledger.h has the functions. */
typedef struct
{
  gpointer (*begin) (void);
  void (*compare) (gpointer ledger, Report *report, gpointer data);
  void (*end) (gpointer ledger);
  /* NULL or asked before each authority, with how many are left: FALSE leaves them for the next
   * time. */
  gboolean (*goes_on) (guint n_left, gpointer data);
  gpointer data;
  guint n_readers; /* threads that read reports ahead of these, each with a connection of its own */
} StoreComparison;

/**
 * store_settle:
 * @store: opened for writing
 * @comparison: finds what only several reports show
 * @error: return location for a #RecountError
 *
 * Compares anew the reports of all authorities that reports came to since it was last done, one
 * transaction an authority.  What is found depends on the reports alone, not on the order in which
 * they came; so it is enough to do it at the end, and if that never comes, next time.  If there
 * were any, `metadata.yaml` is written beside a store in a file, for Datasette.
 */
gboolean store_settle (Store *store, const StoreComparison *comparison, GError **error);

/* Has the next store_settle() compare the reports of the publisher of that input anew. */
gboolean store_unsettle (Store *store, const char *sha256, GError **error);

/* Returns: whether all is settled, in @is_settled. */
gboolean store_is_settled (Store *store, gboolean *is_settled, GError **error);

/* --- what is in it --- */

typedef enum
{
  STORE_OF_ONE,     /* what a report shows by itself */
  STORE_OF_SEVERAL, /* what only several show, as it was last settled */
} StoreFindings;

/* Adds to @report, which is known by its checksum, the findings that the store has of it as the run
 * reads it; none if it does not have that report. */
gboolean store_add_findings (Store *store, StoreFindings which, Report *report, GError **error);

/**
 * store_export:
 * @store: a store, settled
 * @folder: as in package_write()
 * @options: as in package_write()
 * @error: return location for a #RecountError
 *
 * Writes the package of all reports as they were last read, by authority, vintage and checksum: the
 * same reports give the same bytes, whoever loaded them when and in which order.
 *
 * Returns: %FALSE with %RECOUNT_ERROR_OUTPUT too, as package_write() sets it
 */
gboolean store_export (Store *store, const char *folder, const PackageOptions *options,
                       GError **error);

/* A figure of a series. */
typedef struct
{
  const char *authority, *code; /* the code that stands for it: GSS; "" if not known */
  const char *ref, *name, *canonical_id, *unit;
  const char *measure, *component;
  const char *period, *period_start, *period_end;
  const char *value;  /* as printed; "" if there is none */
  const char *status; /* why there is none */
  const char *raw;    /* as printed */
  const char *report_id, *vintage;
  const char *earlier; /* of a revision: the value that the vintage before printed */
  const char *earlier_id;
} StoreFigure;

typedef void (*StoreFigureFunc) (const StoreFigure *figure, gpointer data);

typedef struct
{
  const char *ref;       /* reference or canonical id; NULL for all */
  const char *authority; /* name or code; NULL for all */
  const char *as_of;     /* vintages up to this day, ISO 8601; NULL for all */
} StoreQuestion;

/* Calls @visit for each figure that the latest vintage prints for its period, by authority,
 * indicator and period. */
gboolean store_each_figure (Store *store, const StoreQuestion *question, StoreFigureFunc visit,
                            gpointer data, GError **error);

/* Calls @visit for each figure that another vintage before printed otherwise. */
gboolean store_each_revision (Store *store, const StoreQuestion *question, StoreFigureFunc visit,
                              gpointer data, GError **error);

G_END_DECLS
