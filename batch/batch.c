/* batch/batch.c - many inputs into a store, whatever one of them does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/batch.h"

#include <string.h>

#include "batch/interrupt.h"
#include "batch/reading.h"
#include "emit/store.h"

/* How often a reader may be killed from outside before its input counts as the reason. */
#define MAX_ATTEMPTS 3

#define TICK_MS 200     /* how often wishes to stop and clocks on the wall are looked at */
#define SHARD_DIGITS 15 /* of a checksum: as many as a 64-bit number holds with ease */

/* An input that is being read. */
typedef struct
{
  Input *input;     /* owned */
  ReadingTask task; /* of the worker */
  Worker *worker;   /* owned */
  GPtrArray *names; /* of char *, owned: other paths of the same bytes, seen meanwhile */
  guint n_attempts; /* the store's, and those of now */
  gint64 begun;
} Job;

typedef struct
{
  const BatchOptions *options;
  Store *store;
  Journal *journal;
  Feed *feed;
  GPtrArray *jobs;  /* of Job, owned: those that run */
  GQueue ended;     /* of Job, owned: those whose worker is no more, and whose report waits */
  GQueue again;     /* of Job, owned: those whose worker was killed from outside */
  GHashTable *seen; /* checksums of what was taken, owned */
  GArray *polls;    /* of GPollFD */
  gboolean feed_ended, feed_waits;
} Batch;

static void
job_free (Job *job)
{
  worker_free (job->worker);
  input_free (job->input);
  g_ptr_array_unref (job->names);
  g_free (job);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
batch_clear (Batch *batch)
{
  g_ptr_array_unref (batch->jobs);
  g_queue_clear_full (&batch->ended, (GDestroyNotify) job_free);
  g_queue_clear_full (&batch->again, (GDestroyNotify) job_free);
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

/* Calls @visit for each job that is not dealt with. */
static void
each_job (const Batch *batch, GFunc visit, gpointer data)
{
  g_ptr_array_foreach (batch->jobs, visit, data);
  g_queue_foreach ((GQueue *) &batch->ended, visit, data);
  g_queue_foreach ((GQueue *) &batch->again, visit, data);
}

typedef struct
{
  const char *sha256;
  Job *found;
} JobSearch;

/* A GFunc. */
static void
compare_job (gpointer job, gpointer data)
{
  JobSearch *search = data;
  if (g_str_equal (((const Job *) job)->input->source.sha256, search->sha256))
    search->found = job;
}

static Job *
find_job (const Batch *batch, const char *sha256)
{
  JobSearch search = { sha256, NULL };
  each_job (batch, compare_job, &search);
  return search.found;
}

/* The same bytes were taken under another name: once their report is in the store, it is told of
 * this one. */
static gboolean
add_name (Batch *batch, const Source *source, GError **error)
{
  if (batch->options->is_dry)
    return TRUE;
  Job *job = find_job (batch, source->sha256);
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
  job->begun = g_get_monotonic_time ();
  job->task = (ReadingTask){ job->input, &batch->options->limits.extract, batch->options->parser,
                             batch->options->check, batch->options->check_data };
  g_clear_pointer (&job->worker, worker_free);
  job->worker = worker_start (&plan, reading_work, &job->task, error);
  if (job->worker == NULL)
    {
      job_free (job);
      return FALSE;
    }
  g_ptr_array_add (batch->jobs, job);
  return TRUE;
}

static Job *
job_new (Input *input, guint n_attempts)
{
  Job *job = g_new0 (Job, 1);
  job->input = input;
  job->names = g_ptr_array_new_with_free_func (g_free);
  job->n_attempts = n_attempts;
  return job;
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

/* While a report waits to be stored, this process is one of those at work.  But no more reports are
 * read than it can store. */
static gboolean
has_room (const Batch *batch)
{
  guint n_jobs = batch->options->n_jobs, n_running = batch->jobs->len;
  guint n_ended = batch->ended.length;
  return n_ended == 0 ? n_running < n_jobs
                      : n_running + 1 < n_jobs && n_running + n_ended <= n_jobs;
}

/* Returns: the inputs that are not settled, as far as is known. */
static guint
count_left (const Batch *batch)
{
  return feed_n_left (batch->feed) + batch->jobs->len + batch->ended.length + batch->again.length;
}

/* Starts as many as there is room for. */
static gboolean
fill (Batch *batch, Progress *progress, GError **error)
{
  batch->feed_waits = FALSE;
  while (has_room (batch) && !batch->feed_waits && interrupt_count () == 0)
    {
      Job *again = g_queue_pop_head (&batch->again);
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

static double
seconds_of (const Job *job)
{
  return (double) (g_get_monotonic_time () - job->begun) / G_USEC_PER_SEC;
}

static gboolean
fail_job (Batch *batch, const Job *job, const char *reason, gboolean is_retryable, GError **error)
{
  const Source *source = &job->input->source;
  const JournalEntry entry = { .source = source,
                               .fate = FATE_FAILED,
                               .reason = reason,
                               .is_retryable = is_retryable && job->n_attempts + 1 < MAX_ATTEMPTS,
                               .seconds = seconds_of (job) };
  journal_add (batch->journal, &entry);
  return store_add_failure (batch->store, source, reason, is_retryable, error)
         && store_names (batch, job, error);
}

static gboolean
keep_report (Batch *batch, const Job *job, const Report *report, GError **error)
{
  g_autoptr (GError) reason = NULL;
  if (!store_add_report (batch->store, report, batch->options->is_forced, NULL, &reason))
    /* If the store takes the failure, it was the report that it did not like. */
    return fail_job (batch, job, reason->message, TRUE, error);
  const JournalEntry entry = { .source = &job->input->source,
                               .fate = FATE_READ,
                               .n_pages = report->n_pages,
                               .n_contradictions = count_contradictions (report),
                               .seconds = seconds_of (job) };
  journal_add (batch->journal, &entry);
  return store_names (batch, job, error);
}

/* Whether the worker was killed from outside, and its input is tried again at once. */
static gboolean
is_worth_another (Job *job, const char *reason, gboolean is_retryable)
{
  return reason != NULL && is_retryable && worker_was_killed (job->worker)
         && ++job->n_attempts < MAX_ATTEMPTS;
}

static gboolean
finish_job (Batch *batch, Job *ended, GError **error)
{
  gboolean is_retryable = FALSE;
  g_autofree char *trouble = worker_reason (ended->worker, &is_retryable);
  if (is_worth_another (ended, trouble, is_retryable))
    {
      journal_note (batch->journal, "again", ended->input->source.path);
      g_queue_push_tail (&batch->again, ended);
      return TRUE;
    }
  g_autoptr (Job) job = ended;
  g_autofree char *reason = g_steal_pointer (&trouble);
  g_autoptr (Report) report
      = reason != NULL ? NULL
                       : reading_take (worker_output (job->worker), &job->input->source, &reason);
  return report != NULL ? keep_report (batch, job, report, error)
                        : fail_job (batch, job, reason, is_retryable, error);
}

static void
collect_ended (Batch *batch)
{
  for (guint i = batch->jobs->len; i-- > 0;)
    if (worker_step (((const Job *) g_ptr_array_index (batch->jobs, i))->worker))
      g_queue_push_tail (&batch->ended, g_ptr_array_steal_index_fast (batch->jobs, i));
}

/* ---- waiting ---- */

static void
wait (Batch *batch)
{
  guint n_jobs = batch->jobs->len;
  g_array_set_size (batch->polls, (n_jobs + 1) * WORKER_POLLS);
  GPollFD *polls = (GPollFD *) (gpointer) batch->polls->data;
  for (guint i = 0; i < n_jobs; i++)
    worker_fill_poll (((const Job *) g_ptr_array_index (batch->jobs, i))->worker,
                      polls + i * WORKER_POLLS);
  GPollFD *of_feed = polls + n_jobs * WORKER_POLLS;
  for (gsize i = 0; i < WORKER_POLLS; i++)
    of_feed[i].fd = -1;
  if (batch->feed_waits)
    feed_fill_poll (batch->feed, of_feed);
  g_poll (polls, batch->polls->len, TICK_MS);
}

/* Whether there is nothing more to do. */
static gboolean
is_over (const Batch *batch)
{
  guint wishes = interrupt_count ();
  gboolean has_more = !batch->feed_ended || batch->again.length > 0;
  gboolean is_idle = batch->jobs->len == 0 && batch->ended.length == 0;
  return wishes > 1 || (is_idle && (wishes > 0 || !has_more));
}

/* Other workers are started before a report is stored, so that they read meanwhile. */
static gboolean
work (Batch *batch, Progress *progress, GError **error)
{
  while (!is_over (batch))
    {
      collect_ended (batch);
      if (!fill (batch, progress, error))
        return FALSE;
      Job *ended = g_queue_pop_head (&batch->ended);
      if (ended != NULL && !finish_job (batch, ended, error))
        return FALSE;
      if (progress != NULL)
        progress_show (progress, count_left (batch));
      if (ended == NULL && (batch->jobs->len > 0 || batch->feed_waits))
        wait (batch);
    }
  return TRUE;
}

/* A GFunc: what was being read, or waited for it, when the batch ended early. */
static void
note_unread (gpointer job, gpointer data)
{
  note_fate (data, &((const Job *) job)->input->source, FATE_UNREAD);
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
    .jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free),
    .ended = G_QUEUE_INIT,
    .again = G_QUEUE_INIT,
    .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .polls = g_array_new (FALSE, TRUE, sizeof (GPollFD)),
  };
  gboolean is_ok = work (&batch, progress, error);
  each_job (&batch, note_unread, &batch);
  explain_failures (&batch);
  return !is_ok ? BATCH_NO_STORE : interrupt_count () > 0 ? BATCH_STOPPED : BATCH_DONE;
}
