/* batch/batch.c - many inputs into a store, whatever one of them does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/batch.h"

#include <string.h>

#include "batch/interrupt.h"
#include "batch/job.h"
#include "emit/store.h"

/* How often a reader may be killed from outside before its input counts as the reason. */
#define MAX_ATTEMPTS 3

#define TICK_MS 200     /* how often wishes to stop and clocks on the wall are looked at */
#define SHARD_DIGITS 15 /* of a checksum: as many as a 64-bit number holds with ease */

typedef struct
{
  const BatchOptions *options;
  ExtractLimits limits; /* of the workers */
  Store *store;
  Journal *journal;
  Feed *feed;
  Jobs jobs;
  GHashTable *seen; /* checksums of what was taken, owned */
  GArray *polls;    /* of GPollFD */
  gboolean feed_ended, feed_waits;
} Batch;

static void
batch_clear (Batch *batch)
{
  jobs_clear (&batch->jobs);
  g_hash_table_unref (batch->seen);
  g_array_unref (batch->polls);
  feed_free (batch->feed);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

guint
batch_shard_of (const char *sha256, guint n_shards)
{
  g_autofree char *digits = g_strndup (sha256, SHARD_DIGITS);
  return (guint) (g_ascii_strtoull (digits, NULL, 16) % n_shards) + 1;
}

/* ---- whether an input is to be read ---- */

static void
note_fate (Batch *batch, const Source *source, Fate fate)
{
  /* Why what failed before did so is looked up once, at the end. */
  const JournalEntry entry
      = { .source = source, .fate = fate, .reason = fate == FATE_FAILED_BEFORE ? "" : NULL };
  journal_add (batch->journal, &entry);
}

/* The same bytes were taken under another name: once their report is in the store, it is told of
 * this one. */
static gboolean
add_name (Batch *batch, const Source *source, GError **error)
{
  if (batch->options->is_dry)
    return TRUE;
  Job *job = jobs_find (&batch->jobs, source->sha256);
  if (job == NULL)
    return store_add_name (batch->store, source, error);
  g_ptr_array_add (job->names, g_strdup (source->path));
  return TRUE;
}

/* Returns: what the store knows of the bytes, if it is to be asked. */
static gboolean
find_reading (const Batch *batch, const Source *source, Reading *reading, GError **error)
{
  *reading = (Reading){ .state = READING_NONE };
  return batch->store == NULL || batch->options->is_forced
         || store_find_reading (batch->store, source->sha256, reading, error);
}

/* Finds out the fate of an input: FATE_READ if it is to be read. */
static gboolean
decide (Batch *batch, const Source *source, Fate *fate, Reading *reading, GError **error)
{
  const BatchOptions *options = batch->options;
  *fate = FATE_ELSEWHERE;
  if (batch_shard_of (source->sha256, options->n_shards) != options->shard)
    return TRUE;
  *fate = FATE_REPEATED;
  if (!g_hash_table_add (batch->seen, g_strdup (source->sha256)))
    return add_name (batch, source, error);
  if (!find_reading (batch, source, reading, error))
    return FALSE;
  gboolean is_worth_it
      = options->tries_failed || (reading->is_retryable && reading->n_attempts < MAX_ATTEMPTS);
  *fate = reading->state == READING_DONE                     ? FATE_DONE
          : reading->state == READING_FAILED && !is_worth_it ? FATE_FAILED_BEFORE
                                                             : FATE_READ;
  return *fate != FATE_DONE || add_name (batch, source, error);
}

/* ---- reading ---- */

static gboolean
start_job (Batch *batch, Job *job, GError **error)
{
  const WorkerPlan plan = batch_worker_plan (&batch->options->limits, batch->options->sandbox);
  job->task = (ReadingTask){ job->input, &batch->limits, batch->options->parser,
                             batch->options->check, batch->options->check_data };
  return jobs_start (&batch->jobs, job, &plan, error);
}

static gboolean
take_input (Batch *batch, Input *source, GError **error)
{
  g_autoptr (Input) input = source;
  Fate fate = FATE_READ;
  Reading reading = { .state = READING_NONE };
  if (!decide (batch, &input->source, &fate, &reading, error))
    return FALSE;
  if (fate == FATE_READ && !batch->options->is_dry)
    return start_job (batch, job_new (g_steal_pointer (&input), reading.n_attempts), error);
  note_fate (batch, &input->source, fate);
  return TRUE;
}

/* Takes what the feed gives next. */
static gboolean
take_next (Batch *batch, GError **error)
{
  g_auto (FeedItem) item = { 0 };
  feed_next (batch->feed, &item);
  const Source source = { item.path, NULL };
  const JournalEntry failure = {
    .source = &source, .fate = FATE_FAILED, .reason = item.reason, .is_retryable = item.is_retryable
  };
  batch->feed_waits = item.state == FEED_WAIT;
  batch->feed_ended = item.state == FEED_END;
  if (item.state == FEED_INPUT)
    return take_input (batch, g_steal_pointer (&item.input), error);
  if (item.state == FEED_FAILURE)
    journal_add (batch->journal, &failure);
  else if (item.state == FEED_LEFT_OUT)
    note_fate (batch, &source, FATE_LEFT_OUT);
  return TRUE;
}

/* Returns: the inputs that are not settled, as far as is known. */
static guint
count_left (const Batch *batch)
{
  return feed_n_left (batch->feed) + jobs_count (&batch->jobs);
}

/* Starts as many as there is room for. */
static gboolean
fill (Batch *batch, Progress *progress, GError **error)
{
  batch->feed_waits = FALSE;
  while (jobs_has_room (&batch->jobs, batch->options->n_jobs) && !batch->feed_waits
         && interrupt_count () == 0)
    {
      Job *again = g_queue_pop_head (&batch->jobs.again);
      if (again == NULL && batch->feed_ended)
        return TRUE;
      if (again != NULL ? !start_job (batch, again, error) : !take_next (batch, error))
        return FALSE;
      if (progress != NULL)
        progress_show (progress, count_left (batch));
    }
  if (!batch->feed_waits)
    feed_pause (batch->feed);
  return TRUE;
}

/* ---- what was read ---- */

static guint
count_contradictions (const Report *report)
{
  guint n = 0;
  for (guint i = 0; i < report->findings->len; i++)
    n += report_finding (report, i)->severity == SEVERITY_CONTRADICTION;
  return n;
}

static gboolean
store_names (Batch *batch, const Job *job, GError **error)
{
  for (guint i = 0; i < job->names->len; i++)
    {
      const Source source = { g_ptr_array_index (job->names, i), job->input->source.sha256 };
      if (!store_add_name (batch->store, &source, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail_job (Batch *batch, const Job *job, const char *reason, gboolean is_retryable, GError **error)
{
  const Source *source = &job->input->source;
  const JournalEntry entry = { .source = source,
                               .fate = FATE_FAILED,
                               .reason = reason,
                               .is_retryable = is_retryable && job->n_attempts + 1 < MAX_ATTEMPTS,
                               .seconds = job_seconds (job) };
  journal_add (batch->journal, &entry);
  return store_add_failure (batch->store, source, reason, is_retryable, error)
         && store_names (batch, job, error);
}

static gboolean
keep_report (Batch *batch, const Job *job, GError **error)
{
  g_autoptr (GError) reason = NULL;
  if (!store_add_report (batch->store, job->report, batch->options->is_forced, NULL, &reason))
    {
      if (g_error_matches (reason, RECOUNT_ERROR, RECOUNT_ERROR_REFUSED))
        return fail_job (batch, job, reason->message, FALSE, error);
      note_fate (batch, &job->input->source, FATE_UNREAD); /* a full disk is no fault of its own */
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  const JournalEntry entry = { .source = &job->input->source,
                               .fate = FATE_READ,
                               .n_pages = job->report->n_pages,
                               .n_contradictions = count_contradictions (job->report),
                               .seconds = job_seconds (job) };
  journal_add (batch->journal, &entry);
  return store_names (batch, job, error);
}

/* Whether the worker was killed from outside, and its input is tried again at once. */
static gboolean
is_worth_another (Job *job)
{
  return job->trouble != NULL && job->is_retryable && worker_was_killed (job->worker)
         && ++job->n_attempts < MAX_ATTEMPTS;
}

static gboolean
finish_job (Batch *batch, Job *ended, GError **error)
{
  if (is_worth_another (ended))
    {
      journal_note (batch->journal, "again", ended->input->source.path);
      g_queue_push_tail (&batch->jobs.again, ended);
      return TRUE;
    }
  g_autoptr (Job) job = ended;
  return job->report != NULL ? keep_report (batch, job, error)
                             : fail_job (batch, job, job->trouble, job->is_retryable, error);
}

/* What the first that has ended wrote is read in one step and stored in the next. */
static gboolean
go_on_with_ended (Batch *batch, GError **error)
{
  Job *first = g_queue_peek_head (&batch->jobs.ended);
  if (!first->is_taken)
    {
      job_take (first);
      return TRUE;
    }
  return finish_job (batch, g_queue_pop_head (&batch->jobs.ended), error);
}

/* ---- waiting ---- */

static void
wait (Batch *batch)
{
  guint n_of_jobs = batch->jobs.running->len * WORKER_POLLS;
  g_array_set_size (batch->polls, n_of_jobs + WORKER_POLLS);
  GPollFD *polls = (GPollFD *) (gpointer) batch->polls->data, *of_feed = polls + n_of_jobs;
  jobs_fill_polls (&batch->jobs, polls);
  for (gsize i = 0; i < WORKER_POLLS; i++)
    of_feed[i].fd = -1;
  if (batch->feed_waits)
    feed_fill_poll (batch->feed, of_feed);
  g_poll (polls, batch->polls->len, TICK_MS);
}

/* Whether there is more to start with. */
static gboolean
has_more (const Batch *batch)
{
  return interrupt_count () == 0 && (!batch->feed_ended || batch->jobs.again.length > 0);
}

/* Whether there is nothing more to do. */
static gboolean
is_over (const Batch *batch)
{
  gboolean is_idle = batch->jobs.running->len == 0 && batch->jobs.ended.length == 0;
  return interrupt_count () > 1 || (is_idle && !has_more (batch));
}

/* Other workers are started before each step, so that they read meanwhile. */
static gboolean
work (Batch *batch, Progress *progress, GError **error)
{
  while (!is_over (batch))
    {
      jobs_step (&batch->jobs);
      if (!fill (batch, progress, error))
        return FALSE;
      if (!has_more (batch))
        jobs_share (&batch->jobs, batch->options->n_jobs);
      gboolean has_ended = batch->jobs.ended.length > 0;
      if (has_ended && !go_on_with_ended (batch, error))
        return FALSE;
      if (progress != NULL)
        progress_show (progress, count_left (batch));
      if (!has_ended && (batch->jobs.running->len > 0 || batch->feed_waits))
        wait (batch);
    }
  return TRUE;
}

/* What was being read, or waited for it, when the batch ended early. */
static void
note_unread (Job *job, gpointer data)
{
  note_fate (data, &job->input->source, FATE_UNREAD);
}

/* A StoreFailureFunc. */
static void
explain_failure (const StoreFailure *failure, gpointer data)
{
  journal_explain (data, failure->source.sha256, failure->reason);
}

/* What failed before is told with its reason; if the store does not answer, without. */
static void
explain_failures (const Batch *batch)
{
  if (batch->journal->n[FATE_FAILED_BEFORE] > 0)
    store_each_failure (batch->store, explain_failure, batch->journal, NULL);
}

BatchEnd
batch_run (const BatchOptions *options, const Walk *walk, Store *store, Journal *journal,
           Progress *progress, GError **error)
{
  g_auto (Batch) batch = {
    .options = options,
    .store = store,
    .journal = journal,
    .feed = feed_new (walk, &options->limits, options->sandbox),
    .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .polls = g_array_new (FALSE, TRUE, sizeof (GPollFD)),
  };
  jobs_init (&batch.jobs);
  batch.limits = options->limits.extract;
  batch.limits.n_threads = batch.jobs.n_threads;
  gboolean is_ok = work (&batch, progress, error);
  jobs_each (&batch.jobs, note_unread, &batch);
  explain_failures (&batch);
  return !is_ok ? BATCH_NO_STORE : interrupt_count () > 0 ? BATCH_STOPPED : BATCH_DONE;
}
