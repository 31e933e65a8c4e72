/* batch/job.c - the inputs of a batch that are being read, each by a worker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* MAP_ANONYMOUS is no POSIX */
#include "batch/job.h"

#include <sys/mman.h>

Job *
job_new (Input *input, guint n_attempts)
{
  Job *job = g_new0 (Job, 1);
  job->input = input;
  job->names = g_ptr_array_new_with_free_func (g_free);
  job->n_attempts = n_attempts;
  return job;
}

void
job_free (Job *job)
{
  if (job == NULL)
    return;

  worker_free (job->worker);
  input_free (job->input);
  g_ptr_array_unref (job->names);
  report_free (job->report);
  g_free (job->trouble);
  g_free (job);
}

void
job_take (Job *job)
{
  job->is_taken = TRUE;
  job->trouble = worker_reason (job->worker, &job->is_retryable);
  if (job->trouble == NULL)
    job->report = reading_take (worker_output (job->worker), &job->input->source, &job->trouble);
}

double
job_seconds (const Job *job)
{
  return (double) (g_get_monotonic_time () - job->begun) / G_USEC_PER_SEC;
}

void
jobs_init (Jobs *jobs)
{
  jobs->running = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);
  g_queue_init (&jobs->ended);
  g_queue_init (&jobs->again);
  gint *n_threads
      = mmap (NULL, sizeof *n_threads, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  jobs->n_threads = n_threads == MAP_FAILED ? NULL : n_threads;
}

void
jobs_clear (Jobs *jobs)
{
  g_ptr_array_unref (jobs->running);
  g_queue_clear_full (&jobs->ended, (GDestroyNotify) job_free);
  g_queue_clear_full (&jobs->again, (GDestroyNotify) job_free);
  if (jobs->n_threads != NULL)
    munmap (jobs->n_threads, sizeof *jobs->n_threads);
}

gboolean
jobs_start (Jobs *jobs, Job *source, const WorkerPlan *plan, GError **error)
{
  g_autoptr (Job) job = source;
  job->begun = g_get_monotonic_time ();
  job->is_taken = FALSE;
  g_clear_pointer (&job->trouble, g_free);
  g_clear_pointer (&job->worker, worker_free);
  job->worker = worker_start (plan, reading_work, &job->task, error);
  if (job->worker == NULL)
    return FALSE;
  g_ptr_array_add (jobs->running, g_steal_pointer (&job));
  return TRUE;
}

static Job *
running_at (const Jobs *jobs, guint index)
{
  return g_ptr_array_index (jobs->running, index);
}

void
jobs_step (Jobs *jobs)
{
  for (guint i = jobs->running->len; i-- > 0;)
    if (worker_step (running_at (jobs, i)->worker))
      g_queue_push_tail (&jobs->ended, g_ptr_array_steal_index_fast (jobs->running, i));
}

gboolean
jobs_has_room (const Jobs *jobs, guint n_jobs)
{
  guint n_running = jobs->running->len, n_ended = jobs->ended.length;
  if (n_ended == 0)
    return n_running < n_jobs;
  return n_jobs > 1 && n_running < n_jobs && n_running + n_ended <= n_jobs;
}

void
jobs_share (Jobs *jobs, guint n_jobs)
{
  guint n_busy = jobs->running->len + (jobs->ended.length > 0); /* which are being stored */
  if (jobs->n_threads != NULL)
    g_atomic_int_set (jobs->n_threads, (gint) (n_jobs / MAX (n_busy, 1)));
}

void
jobs_fill_polls (const Jobs *jobs, GPollFD *polls)
{
  for (guint i = 0; i < jobs->running->len; i++)
    worker_fill_poll (running_at (jobs, i)->worker, polls + (gsize) i * WORKER_POLLS);
}

guint
jobs_count (const Jobs *jobs)
{
  return jobs->running->len + jobs->ended.length + jobs->again.length;
}

void
jobs_each (const Jobs *jobs, void (*visit) (Job *job, gpointer data), gpointer data)
{
  for (guint i = 0; i < jobs->running->len; i++)
    visit (running_at (jobs, i), data);
  for (const GList *at = jobs->ended.head; at != NULL; at = at->next)
    visit (at->data, data);
  for (const GList *at = jobs->again.head; at != NULL; at = at->next)
    visit (at->data, data);
}

typedef struct
{
  const char *sha256;
  Job *found;
} Search;

static void
compare (Job *job, gpointer data)
{
  Search *search = data;
  if (g_str_equal (job->input->source.sha256, search->sha256))
    search->found = job;
}

Job *
jobs_find (const Jobs *jobs, const char *sha256)
{
  Search search = { sha256, NULL };
  jobs_each (jobs, compare, &search);
  return search.found;
}
