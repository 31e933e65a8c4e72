/* tests/batch/test_job.c - tests of batch/job.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/job.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

/* Returns (transfer full): a job that reads an input of that checksum, and never begins to. */
static Job *
job_of (const char *sha256)
{
  Input *input = g_new0 (Input, 1);
  input->source.sha256 = g_strdup (sha256);
  input->content = g_bytes_new_static ("", 0);
  return job_new (input, 0);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Jobs, jobs_clear)

typedef struct
{
  guint n_jobs, n_running, n_ended;
  gboolean has_room;
} RoomCase;

ParameterizedTestParameters (job, has_room_for_as_many_as_are_to_run)
{
  static RoomCase cases[] = {
    { 1, 0, 0, TRUE },  { 1, 1, 0, FALSE }, { 1, 0, 1, FALSE }, /* it takes turns with storing */
    { 2, 1, 0, TRUE },  { 2, 2, 0, FALSE }, { 2, 1, 1, TRUE },  /* both read while one is stored */
    { 2, 2, 1, FALSE }, { 2, 0, 2, TRUE },  { 2, 1, 2, FALSE },
    { 2, 0, 3, FALSE }, /* more wait than are stored */
    { 4, 2, 1, TRUE },  { 4, 3, 1, TRUE },  { 4, 4, 1, FALSE },
    { 4, 2, 3, FALSE },
  };
  return cr_make_param_array (RoomCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (RoomCase *expected, job, has_room_for_as_many_as_are_to_run)
{
  g_auto (Jobs) jobs;
  jobs_init (&jobs);
  for (guint i = 0; i < expected->n_running; i++)
    g_ptr_array_add (jobs.running, job_of ("a"));
  for (guint i = 0; i < expected->n_ended; i++)
    g_queue_push_tail (&jobs.ended, job_of ("b"));
  cr_expect (eq (int, jobs_has_room (&jobs, expected->n_jobs), expected->has_room));
}

typedef struct
{
  guint n_jobs, n_running, n_ended;
  gint n_threads;
} ShareCase;

ParameterizedTestParameters (job, has_the_processors_that_no_other_has)
{
  static ShareCase cases[] = {
    { 1, 1, 0, 1 }, { 2, 2, 0, 1 }, { 2, 1, 0, 2 }, { 2, 1, 1, 1 }, /* the other stores */
    { 4, 1, 0, 4 }, { 4, 2, 0, 2 }, { 4, 3, 0, 1 }, { 5, 1, 2, 2 }, { 2, 0, 0, 2 },
  };
  return cr_make_param_array (ShareCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (ShareCase *expected, job, has_the_processors_that_no_other_has)
{
  g_auto (Jobs) jobs;
  jobs_init (&jobs);
  cr_assert_not_null (jobs.n_threads);
  for (guint i = 0; i < expected->n_running; i++)
    g_ptr_array_add (jobs.running, job_of ("a"));
  for (guint i = 0; i < expected->n_ended; i++)
    g_queue_push_tail (&jobs.ended, job_of ("b"));
  jobs_share (&jobs, expected->n_jobs);
  cr_expect_eq (*jobs.n_threads, expected->n_threads);
}

Test (job, is_found_by_its_bytes_wherever_it_waits)
{
  g_auto (Jobs) jobs;
  jobs_init (&jobs);
  Job *running = job_of ("a"), *ended = job_of ("b"), *again = job_of ("c");
  g_ptr_array_add (jobs.running, running);
  g_queue_push_tail (&jobs.ended, ended);
  g_queue_push_tail (&jobs.again, again);
  cr_expect (jobs_find (&jobs, "a") == running);
  cr_expect (jobs_find (&jobs, "b") == ended);
  cr_expect (jobs_find (&jobs, "c") == again);
  cr_expect_null (jobs_find (&jobs, "d"));
  cr_expect (eq (uint, jobs_count (&jobs), 3));
}
