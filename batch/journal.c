/* batch/journal.c - what became of each input of a batch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/journal.h"

#include <string.h>

#include "batch/duration.h"
#include "model/json.h"

#define MAX_LISTED 20 /* failures in the summary; failures.csv has them all */

static const struct
{
  const char *name;  /* in the log */
  const char *would; /* in the listing of a dry run; as the name if NULL */
  const char *says;  /* in the summary, of how many */
} fates[N_FATES] = {
  [FATE_READ] = { "read", "to read", "read" },
  [FATE_DONE] = { "done", NULL, "in the store already" },
  [FATE_REPEATED] = { "repeated", NULL, "with the same bytes as another" },
  [FATE_ELSEWHERE] = { "elsewhere", NULL, "of other shards" },
  [FATE_LEFT_OUT] = { "left-out", NULL, "neither reports nor archives, left out" },
  [FATE_FAILED] = { "failed", NULL, "cannot be read" },
  [FATE_FAILED_BEFORE]
  = { "failed-before", NULL, "could not be read before (--retry-failed tries them again)" },
  [FATE_UNREAD] = { "unread", NULL, "not read to the end" },
};

static void
failure_free (JournalFailure *failure)
{
  g_free (failure->path);
  g_free (failure->sha256);
  g_free (failure->reason);
  g_free (failure);
}

Journal *
journal_new (FILE *log, FILE *listing)
{
  Journal *journal = g_new0 (Journal, 1);
  journal->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) failure_free);
  journal->log = log;
  journal->listing = listing;
  return journal;
}

void
journal_free (Journal *journal)
{
  if (journal == NULL)
    return;

  g_ptr_array_unref (journal->failures);
  g_free (journal);
}

/* ---- the log ---- */

static void
begin_line (JsonText *json, const char *event)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format_iso8601 (now);
  json_text_begin_object (json);
  json_text_member_string (json, "time", time);
  json_text_member_string (json, "event", event);
}

static void
end_line (JsonText *json, FILE *log)
{
  json_text_end_object (json);
  json_text_write_line (json, log);
  fflush (log);
}

static void
write_read (JsonText *json, const JournalEntry *entry)
{
  json_text_member_int (json, "pages", entry->n_pages);
  json_text_member_int (json, "contradictions", entry->n_contradictions);
}

static void
write_log (FILE *log, const JournalEntry *entry)
{
  g_autoptr (JsonText) json = json_text_new ();
  begin_line (json, fates[entry->fate].name);
  json_text_member_string (json, "path", entry->source->path);
  if (entry->source->sha256 != NULL)
    json_text_member_string (json, "sha256", entry->source->sha256);
  if (entry->fate == FATE_READ)
    write_read (json, entry);
  if (entry->seconds > 0)
    {
      json_text_name (json, "seconds");
      json_text_real (json, entry->seconds);
    }
  if (entry->reason != NULL)
    {
      json_text_member_string (json, "reason", entry->reason);
      json_text_name (json, "retry");
      json_text_bool (json, entry->is_retryable);
    }
  end_line (json, log);
}

void
journal_note (Journal *journal, const char *event, const char *message)
{
  if (journal->log == NULL)
    return;
  g_autoptr (JsonText) json = json_text_new ();
  begin_line (json, event);
  json_text_member_string (json, "message", message);
  end_line (json, journal->log);
}

/* ---- for people ---- */

/* Returns (transfer full): @text on one line, and with nothing that a terminal would obey: names of
 * files and of members may hold anything. */
static char *
harmless (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_iscntrl (c))
        g_string_append_printf (line, "\\x%02x", c);
      else
        g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

static void
list_input (const Journal *journal, const JournalEntry *entry)
{
  const char *would = fates[entry->fate].would;
  g_autofree char *path = harmless (entry->source->path);
  fprintf (journal->listing, "%-13s %s\n", would != NULL ? would : fates[entry->fate].name, path);
}

/* ---- what is kept ---- */

static void
keep_failure (Journal *journal, const JournalEntry *entry)
{
  JournalFailure *failure = g_new (JournalFailure, 1);
  const char *sha256 = entry->source->sha256;
  *failure
      = (JournalFailure){ g_strdup (entry->source->path), g_strdup (sha256 != NULL ? sha256 : ""),
                          g_strdup (entry->reason), entry->is_retryable };
  g_ptr_array_add (journal->failures, failure);
  journal->n_retryable += entry->is_retryable != FALSE;
}

void
journal_add (Journal *journal, const JournalEntry *entry)
{
  journal->n[entry->fate]++;
  if (entry->fate == FATE_READ)
    journal->n_pages += (guint64) MAX (entry->n_pages, 0);
  if (entry->reason != NULL)
    keep_failure (journal, entry);
  if (journal->log != NULL)
    write_log (journal->log, entry);
  if (journal->listing != NULL)
    list_input (journal, entry);
}

void
journal_explain (Journal *journal, const char *sha256, const char *reason)
{
  for (guint i = 0; i < journal->failures->len; i++)
    {
      JournalFailure *failure = g_ptr_array_index (journal->failures, i);
      if (failure->reason[0] != '\0' || !g_str_equal (failure->sha256, sha256))
        continue;
      g_free (failure->reason);
      failure->reason = g_strdup (reason);
    }
}

static int
compare_failures (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(JournalFailure *const *) a)->path, (*(JournalFailure *const *) b)->path);
}

void
journal_sort (Journal *journal)
{
  g_ptr_array_sort (journal->failures, compare_failures);
}

guint
journal_n_settled (const Journal *journal)
{
  guint n = 0;
  for (int fate = 0; fate < N_FATES; fate++)
    n += fate == FATE_LEFT_OUT || fate == FATE_ELSEWHERE ? 0 : journal->n[fate];
  return n;
}

/* ---- the summary ---- */

static void
list_failures (const Journal *journal, GString *text)
{
  for (guint i = 0; i < journal->failures->len && i < MAX_LISTED; i++)
    {
      const JournalFailure *failure = g_ptr_array_index (journal->failures, i);
      g_autofree char *path = harmless (failure->path), *reason = harmless (failure->reason);
      g_string_append_printf (text, "  %s: %s\n", path, reason);
    }
  if (journal->failures->len > MAX_LISTED)
    g_string_append_printf (text, "  and %u more\n", journal->failures->len - MAX_LISTED);
}

char *
journal_summary (const Journal *journal, double seconds)
{
  GString *text = g_string_new (NULL);
  for (int fate = 0; fate < N_FATES; fate++)
    if (journal->n[fate] > 0 || fate == FATE_READ)
      g_string_append_printf (text, "%7u %s\n", journal->n[fate],
                              journal->listing != NULL && fate == FATE_READ ? "to read"
                                                                            : fates[fate].says);
  if (journal->n_pages > 0)
    {
      g_autofree char *time = duration_text (seconds);
      g_string_append_printf (text, "%" G_GUINT64_FORMAT " pages in %s: %.1f pages a second\n",
                              journal->n_pages, time,
                              (double) journal->n_pages / MAX (seconds, 0.001));
    }
  list_failures (journal, text);
  return g_string_free (text, FALSE);
}
