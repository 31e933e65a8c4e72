/* model/decision.h - what a person decided about a finding or a cell of a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions are made on validation.html, which saves them as decisions.csv, and come back with
 * --decisions.  docs/validation-report.md tells the columns.  A decision names the input by its
 * bytes and the place by page and box, so that it can only ever apply to what was looked at.
 */
#pragma once

#include "model/error.h"
#include "model/report.h"

G_BEGIN_DECLS

#define DECISIONS_MAX_BYTES (16 << 20) /* of a file */
#define DECISIONS_MAX_ROWS 100000

#define DECISION_KINDS(X)                                                                          \
  X (DECISION_ACCEPT, "accept")   /* the finding holds, or the cell was read rightly */            \
  X (DECISION_CORRECT, "correct") /* the cell should read `value` */                               \
  X (DECISION_REJECT, "reject")   /* the finding does not hold, or the cell was read wrongly */

#define DECISION_ENUM(name, code) name,
typedef enum
{
  DECISION_KINDS (DECISION_ENUM)
} DecisionKind;
#undef DECISION_ENUM

extern const CodeList decision_kind_codes;

typedef struct
{
  char *file; /* owned; where it stands */
  int line;
  char *source_sha256; /* owned */
  gboolean is_of_cell; /* else of a finding */
  DecisionKind kind;
  char *rule;    /* owned; of a finding, "" of a cell */
  int indicator; /* index, or NO_INDICATOR */
  char *ref;     /* owned; the indicator's */
  Measure measure;
  Comparator comparator; /* of a cell */
  Period period;
  Component component;    /* of a cell */
  int page;               /* -1 if of no page */
  Box box;                /* all 0 if of no place */
  char *printed;          /* owned; as the report prints it */
  Decimal value;          /* of DECISION_CORRECT */
  char *who, *when, *why; /* owned; "" if not told; `when` is ISO 8601 */
  gboolean is_of_input;   /* an input of this run has these bytes */
  gboolean is_applied;    /* to a report of this run */
  gboolean is_elsewhere;  /* another run applies it, to what this one does not read */
} Decision;

typedef struct
{
  GPtrArray *decisions; /* of Decision, owned, as they stand in the files */
} Decisions;

Decisions *decisions_new (void);
void decisions_free (Decisions *decisions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Decisions, decisions_free)

/**
 * decisions_load:
 * @decisions: gets the decisions of the file; one about the same thing as one of an earlier file
 *   takes its place
 * @path: a CSV file
 * @error: return location for a #RecountError
 *
 * Returns: %FALSE with %RECOUNT_ERROR_DATA, naming file, line and column, if @path cannot be read,
 *   has other columns, a value that its column cannot have, or two decisions about one thing; with
 *   %RECOUNT_ERROR_LIMIT if it is beyond the limits above
 */
gboolean decisions_load (Decisions *decisions, const char *path, GError **error);

/* The same from the @length bytes at @text, which messages call @path. */
gboolean decisions_parse (Decisions *decisions, const char *path, const char *text, gsize length,
                          GError **error);

G_END_DECLS
