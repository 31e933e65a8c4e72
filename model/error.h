/* model/error.h - the one error domain of all stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GError of this domain says that a stage could not keep the promise in its header.  A cell
 * that looks doubtful is not an error: it is a finding in the report, and the work goes on.  A
 * caller that breaks a promise of its own meets a g_assert.
 */
#pragma once

#include "model/place.h"

G_BEGIN_DECLS

#define RECOUNT_ERROR (recount_error_quark ())

typedef enum
{
  RECOUNT_ERROR_UNREADABLE,   /* an input that is missing, damaged, locked or no report */
  RECOUNT_ERROR_OUT_OF_REACH, /* an input on a disk or a share that does not answer just now */
  RECOUNT_ERROR_LIMIT,        /* an input beyond a limit of length, count or depth */
  RECOUNT_ERROR_STREAM,       /* JSON Lines between two stages that do not make sense */
  RECOUNT_ERROR_DATA,         /* lexicon, catalogue or a family is wrong: file, line and key */
  RECOUNT_ERROR_OUTPUT,       /* a result could not be written */
  RECOUNT_ERROR_STORE,        /* an indicator store that cannot be opened, read or written */
  RECOUNT_ERROR_REFUSED,      /* a report with values that an indicator store does not take */
  RECOUNT_ERROR_USAGE,        /* the command line asks for something that cannot be */
} RecountError;

GQuark recount_error_quark (void);

/* Sets @error to "PLACE: MESSAGE", the place as where_describe() prints it (no place and no
 * colon if @where is NULL).  Always returns FALSE, so that a failing line reads
 * `return recount_fail (...)`. */
gboolean recount_fail (GError **error, RecountError code, const Where *where, const char *format,
                       ...) G_GNUC_PRINTF (4, 5);

/* Returns: whether trouble of that errno comes of the machine, a disk or a network, and not of the
 * file, so that another try is worth it. */
gboolean recount_may_pass (int number);

/* As recount_fail(), of an input that the trouble of that errno kept from being read:
 * RECOUNT_ERROR_OUT_OF_REACH if it may pass, else RECOUNT_ERROR_UNREADABLE. */
gboolean recount_fail_reading (GError **error, const Where *where, int number);

G_END_DECLS
