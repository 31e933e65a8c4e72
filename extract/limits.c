/* extract/limits.c - how much of an input is too much, and what is read off pictures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/limits.h"

#define FACTS(option, summary, usual) option, summary " (" #usual ")", usual

static const LimitFacts facts[N_LIMITS] = {
  [LIMIT_BYTES] = { FACTS ("max-bytes", "The bytes that an input may have", 268435456) },
  [LIMIT_LINE_BYTES]
  = { FACTS ("max-line-bytes", "The bytes that a line of text may have", 1048576) },
  [LIMIT_PAGES] = { FACTS ("max-pages", "The pages that a PDF may have", 10000) },
  [LIMIT_POINTS] = { FACTS ("max-points", "How many points wide or high a page may be", 14400) },
  [LIMIT_GLYPHS] = { FACTS ("max-glyphs", "The characters that a page may print", 500000) },
  [LIMIT_PIXELS] = { FACTS ("max-pixels", "The pixels that a page's picture may have", 200000000) },
  [LIMIT_SECONDS] = { FACTS ("max-seconds", "The seconds of computing that a PDF may take", 600) },
};

const LimitFacts *
limit_facts (Limit limit)
{
  return &facts[limit];
}

gboolean
ocr_mode_read (const char *text, OcrMode *mode)
{
  static const char *const names[]
      = { [OCR_AUTO] = "auto", [OCR_NEVER] = "never", [OCR_ALWAYS] = "always" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (text, names[i]))
      {
        *mode = i;
        return TRUE;
      }
  return FALSE;
}

ExtractLimits
extract_default_limits (void)
{
  ExtractLimits limits = { .ocr = OCR_AUTO };
  for (gsize i = 0; i < N_LIMITS; i++)
    limits.most[i] = facts[i].usual;
  return limits;
}

gboolean
limits_fail (const ExtractLimits *limits, Limit limit, const Where *where, GError **error,
             const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *fact = g_strdup_vprintf (format, args);
  va_end (args);
  return recount_fail (error, RECOUNT_ERROR_LIMIT, where,
                       "%s, and the limit is %u; --%s=N sets another", fact, limits->most[limit],
                       facts[limit].option);
}
