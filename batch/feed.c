/* batch/feed.c - the inputs of a batch one after the other: files, and what archives hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/feed.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/libarchive.h"
#include "batch/member.h"
#include "batch/reason.h"

/* An archive that is being unpacked. */
typedef struct
{
  char *path;        /* owned */
  GBytes *content;   /* owned; NULL of a file */
  ArchiveTask *task; /* owned */
  Worker *worker;    /* owned */
} Opened;

struct _Feed
{
  const Walk *walk;
  const BatchLimits *limits;
  const Sandbox *sandbox;
  guint next, next_failure, next_left_out; /* of the walk */
  GPtrArray *opened;                       /* of Opened, owned, each in the one before */
  guint n_members;                         /* of the outermost of them, as the next */
  guint64 n_bytes;
};

void
input_free (Input *input)
{
  if (input == NULL)
    return;

  g_free (input->source.path);
  g_free (input->source.sha256);
  g_bytes_unref (input->content);
  g_free (input);
}

void
feed_item_clear (FeedItem *item)
{
  g_clear_pointer (&item->input, input_free);
  g_clear_pointer (&item->path, g_free);
  g_clear_pointer (&item->reason, g_free);
  item->is_retryable = FALSE;
}

static void
opened_free (Opened *opened)
{
  worker_free (opened->worker);
  g_clear_pointer (&opened->content, g_bytes_unref);
  g_free (opened->task);
  g_free (opened->path);
  g_free (opened);
}

Feed *
feed_new (const Walk *walk, const BatchLimits *limits, const Sandbox *sandbox)
{
  Feed *feed = g_new0 (Feed, 1);
  feed->walk = walk;
  feed->limits = limits;
  feed->sandbox = sandbox;
  feed->opened = g_ptr_array_new_with_free_func ((GDestroyNotify) opened_free);
  return feed;
}

void
feed_free (Feed *feed)
{
  if (feed == NULL)
    return;

  g_ptr_array_unref (feed->opened);
  g_free (feed);
}

/* ---- what comes of it ---- */

static void
give (FeedItem *item, FeedState state, const char *path, const char *reason)
{
  item->state = state;
  item->path = g_strdup (path);
  item->reason = g_strdup (reason);
}

/* @number: an errno. */
static void
give_trouble (FeedItem *item, const char *path, int number)
{
  give (item, FEED_FAILURE, path, g_strerror (number));
  item->is_retryable = recount_may_pass (number);
}

static void
give_input (FeedItem *item, const char *path, GBytes *content)
{
  item->state = FEED_INPUT;
  item->input = g_new0 (Input, 1);
  item->input->source.path = g_strdup (path);
  item->input->source.sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  item->input->content = g_bytes_ref (content);
}

/* ---- archives ---- */

static Opened *
innermost (const Feed *feed)
{
  return feed->opened->len == 0 ? NULL : g_ptr_array_index (feed->opened, feed->opened->len - 1);
}

/* The archive that a person has named fails, and with it those in it. */
static void
fail_archive (Feed *feed, FeedItem *item, const char *reason, gboolean is_retryable)
{
  const Opened *outermost = g_ptr_array_index (feed->opened, 0);
  const Opened *inner = innermost (feed);
  g_autofree char *message = inner == outermost
                                 ? g_strdup (reason)
                                 : g_strdup_printf ("'%s' in it: %s", inner->path, reason);
  give (item, FEED_FAILURE, outermost->path, message);
  item->is_retryable = is_retryable;
  g_ptr_array_set_size (feed->opened, 0);
}

/* Starts to unpack what is open as @file, or @content. */
static gboolean
start_archive (Feed *feed, const char *path, int file, GBytes *content, GError **error)
{
  if (!libarchive_load (error)) /* here, for the worker may not */
    return FALSE;
  Opened *opened = g_new0 (Opened, 1);
  opened->path = g_strdup (path);
  opened->content = content != NULL ? g_bytes_ref (content) : NULL;
  opened->task = g_new0 (ArchiveTask, 1);
  *opened->task = (ArchiveTask){ opened->content, batch_archive_limits (feed->limits) };
  WorkerPlan plan = batch_worker_plan (feed->limits, feed->sandbox);
  plan.file = file;
  plan.output_bytes = opened->task->limits.member_bytes * 2 + 2 * (guint64) MEMBER_MAX_NAME;
  opened->worker = worker_start (&plan, archive_unpack, opened->task, error);
  g_ptr_array_add (feed->opened, opened);
  return opened->worker != NULL;
}

static void
open_archive (Feed *feed, const char *path, FeedItem *item)
{
  g_autoptr (GError) error = NULL;
  int file = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat (file, &status) != 0)
    give_trouble (item, path, errno);
  else if (!S_ISREG (status.st_mode))
    give (item, FEED_FAILURE, path, "is no regular file");
  else if (!start_archive (feed, path, file, NULL, &error))
    fail_archive (feed, item, error->message, TRUE);
  else
    {
      feed->n_members = 0;
      feed->n_bytes = 0;
    }
  if (file >= 0)
    close (file);
}

/* An archive in an archive. */
static void
open_inner (Feed *feed, const char *path, GBytes *content, FeedItem *item)
{
  g_autoptr (GError) error = NULL;
  guint most = feed->limits->most[BATCH_NESTING];
  if (feed->opened->len >= most)
    {
      g_autofree char *reason
          = g_strdup_printf ("archives lie in it more than %u deep; --max-nesting=N sets another "
                             "limit",
                             most);
      fail_archive (feed, item, reason, FALSE);
    }
  else if (!start_archive (feed, path, -1, content, &error))
    fail_archive (feed, item, error->message, TRUE);
}

/* What an archive holds counts together with what the archives in it hold. */
static gboolean
count_member (Feed *feed, const Member *member, FeedItem *item)
{
  const ArchiveLimits limits = batch_archive_limits (feed->limits);
  feed->n_members++;
  feed->n_bytes += g_bytes_get_size (member->content);
  if (feed->n_members <= limits.entries && feed->n_bytes <= limits.unpacked_bytes)
    return TRUE;
  fail_archive (feed, item, "holds too much; --max-entries=N and --max-unpacked=N set other limits",
                FALSE);
  return FALSE;
}

static void
take_member (Feed *feed, const Member *member, FeedItem *item)
{
  const Opened *archive = innermost (feed);
  if (member->kind == MEMBER_FAILURE || member->kind == MEMBER_OUT_OF_REACH)
    {
      fail_archive (feed, item, member->name, member->kind == MEMBER_OUT_OF_REACH);
      return;
    }
  if (!count_member (feed, member, item))
    return;
  g_autofree char *path = g_strconcat (archive->path, "/", member->name, NULL);
  if (member->kind == MEMBER_LEFT_OUT)
    give (item, FEED_LEFT_OUT, path, NULL);
  else if (kind_is_archive (path))
    open_inner (feed, path, member->content, item);
  else if (g_bytes_get_size (member->content) == 0)
    give (item, FEED_FAILURE, path, "is empty");
  else
    give_input (item, path, member->content);
}

/* An archive's worker has ended: nothing more comes. */
static void
close_archive (Feed *feed, FeedItem *item)
{
  const Opened *archive = innermost (feed);
  gboolean is_retryable = FALSE;
  g_autofree char *reason = worker_reason (archive->worker, &is_retryable);
  if (reason == NULL && worker_output (archive->worker)->len > 0)
    reason = g_strdup ("what unpacks it has sent half a member");
  if (reason != NULL)
    fail_archive (feed, item, reason, is_retryable);
  else
    g_ptr_array_set_size (feed->opened, (int) feed->opened->len - 1);
}

/* Goes on with the innermost archive, until there is something to give or nothing yet. */
static void
next_member (Feed *feed, FeedItem *item)
{
  Worker *worker = innermost (feed)->worker;
  GByteArray *bytes = worker_output (worker);
  gsize most = (gsize) batch_archive_limits (feed->limits).member_bytes;
  g_auto (Member) member = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean has_ended = FALSE, has_member = member_take (bytes, most, &member, &error);
  if (!has_member && error == NULL)
    {
      has_ended = worker_step (worker);
      has_member = member_take (bytes, most, &member, &error);
    }
  if (error != NULL)
    fail_archive (feed, item, error->message, FALSE);
  else if (has_member)
    take_member (feed, &member, item);
  else if (has_ended)
    close_archive (feed, item);
  else
    item->state = FEED_WAIT;
}

/* ---- files ---- */

static void
next_file (Feed *feed, FeedItem *item)
{
  const char *path = g_ptr_array_index (feed->walk->files, feed->next++);
  if (kind_is_archive (path))
    {
      open_archive (feed, path, item);
      return;
    }
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = extract_bytes (path, &feed->limits->extract, &error);
  g_autofree char *reason = error != NULL ? reason_without_path (error->message, path) : NULL;
  if (content != NULL)
    {
      give_input (item, path, content);
      return;
    }
  give (item, FEED_FAILURE, path, reason);
  item->is_retryable = g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUT_OF_REACH);
}

/* What there is of the walk that is no file. */
static gboolean
next_of_walk (Feed *feed, FeedItem *item)
{
  const Walk *walk = feed->walk;
  if (feed->next_failure < walk->failures->len)
    {
      const WalkFailure *failure = g_ptr_array_index (walk->failures, feed->next_failure++);
      give (item, FEED_FAILURE, failure->path, failure->reason);
      item->is_retryable = failure->is_retryable;
      return TRUE;
    }
  if (feed->next_left_out == walk->left_out->len)
    return FALSE;
  give (item, FEED_LEFT_OUT, g_ptr_array_index (walk->left_out, feed->next_left_out++), NULL);
  return TRUE;
}

void
feed_next (Feed *feed, FeedItem *item)
{
  feed_item_clear (item);
  item->state = FEED_END;
  if (next_of_walk (feed, item))
    return;
  while (item->state == FEED_END)
    if (feed->opened->len > 0)
      next_member (feed, item);
    else if (feed->next < feed->walk->files->len)
      next_file (feed, item);
    else
      return;
}

void
feed_fill_poll (const Feed *feed, GPollFD *polls)
{
  const Opened *archive = innermost (feed);
  if (archive != NULL)
    worker_fill_poll (archive->worker, polls);
  else
    for (gsize i = 0; i < WORKER_POLLS; i++)
      polls[i].fd = -1;
}

void
feed_pause (Feed *feed)
{
  for (guint i = 0; i < feed->opened->len; i++)
    worker_pause (((const Opened *) g_ptr_array_index (feed->opened, i))->worker);
}

guint
feed_n_left (const Feed *feed)
{
  return feed->walk->files->len - feed->next;
}
