/* parse/pattern.c - a compiled regular expression.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#define MATCH_LIMIT 100000u /* a cell is short: a pattern that needs more is a mistake */

struct _Pattern
{
  pcre2_code *code;
  pcre2_match_context *context;
  pcre2_match_data *match;
  gboolean is_ready; /* was tried to be compiled to machine code: when it is first used, for many
                      * never are */
  gboolean is_fast;  /* is */
};

static gboolean is_early; /* whether patterns are made fast at once */

static void
fail_with_code (GError **error, const char *source, int code, gsize offset)
{
  PCRE2_UCHAR reason[128];
  pcre2_get_error_message (code, reason, sizeof reason);
  recount_fail (error, RECOUNT_ERROR_DATA, NULL,
                "'%s' is no regular expression: %s at character %" G_GSIZE_FORMAT, source,
                (const char *) reason, offset);
}

void
pattern_prepare (void)
{
  is_early = TRUE;
}

static void
make_ready (Pattern *pattern)
{
  pattern->is_fast = pcre2_jit_compile (pattern->code, PCRE2_JIT_COMPLETE) == 0;
  pattern->is_ready = TRUE;
}

Pattern *
pattern_new (const char *source, GError **error)
{
  int code = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code *compiled
      = pcre2_compile ((PCRE2_SPTR) source, PCRE2_ZERO_TERMINATED,
                       PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS, &code, &offset, NULL);
  if (compiled == NULL)
    {
      fail_with_code (error, source, code, offset);
      return NULL;
    }

  Pattern *pattern = g_new0 (Pattern, 1);
  pattern->code = compiled;
  pattern->context = pcre2_match_context_create (NULL);
  pcre2_set_match_limit (pattern->context, MATCH_LIMIT);
  pattern->match = pcre2_match_data_create_from_pattern (compiled, NULL);
  if (is_early)
    make_ready (pattern);
  return pattern;
}

void
pattern_free (Pattern *pattern)
{
  if (pattern == NULL)
    return;

  pcre2_match_data_free (pattern->match);
  pcre2_match_context_free (pattern->context);
  pcre2_code_free (pattern->code);
  g_free (pattern);
}

static gboolean
is_ascii (const char *text, gsize n_bytes)
{
  guint64 all = 0;
  for (; n_bytes >= sizeof all; n_bytes -= sizeof all, text += sizeof all)
    {
      guint64 some = 0;
      memcpy (&some, text, sizeof some);
      all |= some;
    }
  for (; n_bytes > 0; n_bytes--, text++)
    all |= (guint64) (guchar) *text;
  return (all & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/* Machine code takes it that a subject is UTF-8, as ASCII always is. */
gboolean
pattern_find (Pattern *pattern, const char *subject)
{
  gsize n_bytes = strlen (subject);
  if (!pattern->is_ready)
    make_ready (pattern);
  int n = pattern->is_fast && is_ascii (subject, n_bytes)
              ? pcre2_jit_match (pattern->code, (PCRE2_SPTR) subject, n_bytes, 0, 0, pattern->match,
                                 pattern->context)
              : pcre2_match (pattern->code, (PCRE2_SPTR) subject, n_bytes, 0, 0, pattern->match,
                             pattern->context);
  return n > 0;
}

gboolean
pattern_span (const Pattern *pattern, const char *group, gsize *from, gsize *to)
{
  int number
      = group == NULL ? 0 : pcre2_substring_number_from_name (pattern->code, (PCRE2_SPTR) group);
  if (number < 0)
    return FALSE;

  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer (pattern->match);
  *from = ends[2 * number];
  *to = ends[2 * number + 1];
  return *from != PCRE2_UNSET;
}

char *
pattern_dup_group (const Pattern *pattern, const char *subject, const char *name)
{
  gsize from = 0, to = 0;
  return pattern_span (pattern, name, &from, &to) ? g_strndup (subject + from, to - from) : NULL;
}
