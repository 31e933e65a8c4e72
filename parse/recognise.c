/* parse/recognise.c - which family a document belongs to, and who published it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/recognise.h"

#include "parse/pattern.h"

typedef struct
{
  const Family *family;     /* borrowed */
  GPtrArray *recognised_by; /* of Pattern, owned */
  GPtrArray *authority_when;
} Candidate;

struct _Recogniser
{
  GPtrArray *candidates; /* of Candidate, owned */
};

static void
candidate_free (Candidate *candidate)
{
  g_ptr_array_unref (candidate->recognised_by);
  g_ptr_array_unref (candidate->authority_when);
  g_free (candidate);
}

static gboolean
compile (const Family *family, const char *key, const GArray *lines, const GPtrArray *sources,
         GPtrArray *patterns, GError **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      g_autoptr (GError) reason = NULL;
      Pattern *pattern = pattern_new (g_ptr_array_index (sources, i), &reason);
      Where where = WHERE_FILE (family->path);
      if (pattern == NULL)
        return recount_fail (error, RECOUNT_ERROR_DATA, &where, "line %d, key '%s': %s",
                             g_array_index (lines, int, i), key, reason->message);
      g_ptr_array_add (patterns, pattern);
    }
  return TRUE;
}

static GPtrArray *
new_patterns (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pattern_free);
}

Recogniser *
recogniser_new (const GPtrArray *families, GError **error)
{
  g_autoptr (Recogniser) recogniser = g_new0 (Recogniser, 1);
  recogniser->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  for (guint i = 0; i < families->len; i++)
    {
      const Family *family = g_ptr_array_index (families, i);
      Candidate *candidate = g_new0 (Candidate, 1);
      *candidate = (Candidate){ family, new_patterns (), new_patterns () };
      g_ptr_array_add (recogniser->candidates, candidate);
      if (!compile (family, "recognised_by", family->recognised_by_lines, family->recognised_by,
                    candidate->recognised_by, error)
          || !compile (family, "authority_when", family->authority_when_lines,
                       family->authority_when, candidate->authority_when, error))
        return NULL;
    }
  return g_steal_pointer (&recogniser);
}

void
recogniser_free (Recogniser *recogniser)
{
  if (recogniser == NULL)
    return;

  g_ptr_array_unref (recogniser->candidates);
  g_free (recogniser);
}

/* Line by line, so that a pattern's work stays bounded on a long document. */
static gboolean
is_found (Pattern *pattern, const char *const *lines)
{
  for (; *lines != NULL; lines++)
    if (pattern_find (pattern, *lines))
      return TRUE;
  return FALSE;
}

static guint
count_found (const GPtrArray *patterns, const char *const *lines)
{
  guint n = 0;
  for (guint i = 0; i < patterns->len; i++)
    n += is_found (g_ptr_array_index (patterns, i), lines);
  return n;
}

const Family *
recognise (const Recogniser *recogniser, const char *const *lines, gboolean *is_authority)
{
  for (guint i = 0; i < recogniser->candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (recogniser->candidates, i);
      guint n = candidate->recognised_by->len;
      if (n == 0 || count_found (candidate->recognised_by, lines) < n)
        continue;
      *is_authority = candidate->authority_when->len == 0
                      || count_found (candidate->authority_when, lines) > 0;
      return candidate->family;
    }
  *is_authority = FALSE;
  return NULL;
}
