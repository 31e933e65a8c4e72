/* extract/limits.h - how much of an input is too much, what is read off pictures, and by how
 * many.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

typedef enum
{
  LIMIT_BYTES,      /* of an input */
  LIMIT_LINE_BYTES, /* of a line of text: longer ones are no report */
  LIMIT_PAGES,      /* of a PDF */
  LIMIT_POINTS,     /* of a page's width and of its height */
  LIMIT_GLYPHS,     /* on a page */
  LIMIT_PIXELS,     /* of a page's picture */
  LIMIT_SECONDS,    /* of computing, until an input's pages are read */
  N_LIMITS
} Limit;

/* Which pages are read off their pictures. */
typedef enum
{
  OCR_AUTO,   /* those that are pictures, whatever text layer is below */
  OCR_NEVER,  /* none: of a scan its text layer is read, if there is one */
  OCR_ALWAYS, /* all pages of PDFs, drawn if they are none */
} OcrMode;

/* Returns: whether @text names a mode, which is set then. */
gboolean ocr_mode_read (const char *text, OcrMode *mode);

typedef struct
{
  guint most[N_LIMITS]; /* what is just not too much */
  OcrMode ocr;
  const gint *n_threads; /* (nullable) borrowed: how many may read a scan's pages at once, which may
                          * change meanwhile; NULL for one */
} ExtractLimits;

/* What an analyst is told of a limit. */
typedef struct
{
  const char *option;  /* its name on the command line, without the dashes */
  const char *summary; /* what it limits, and how much is usual */
  guint usual;         /* far beyond what every report known so far has */
} LimitFacts;

const LimitFacts *limit_facts (Limit limit);

/* Returns: all limits as usual. */
ExtractLimits extract_default_limits (void);

/* Sets @error, with %RECOUNT_ERROR_LIMIT, to the fact that @format tells, what the limit is and the
 * option that sets another.  Returns: FALSE */
gboolean limits_fail (const ExtractLimits *limits, Limit limit, const Where *where, GError **error,
                      const char *format, ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
