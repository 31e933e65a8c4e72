/* tests/batch/test_feed.c - tests of batch/feed.c and batch/archive.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/feed.h"

#include <string.h>
#include <sys/resource.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/batch/nest.h"

/* Waits for the next item. */
static void
next (Feed *feed, FeedItem *item)
{
  for (feed_next (feed, item); item->state == FEED_WAIT; feed_next (feed, item))
    {
      GPollFD polls[WORKER_POLLS];
      feed_fill_poll (feed, polls);
      g_poll (polls, WORKER_POLLS, 20);
    }
}

/* What a feed gives, an item a line: "input NAME CONTENT", "failure NAME REASON", "left-out NAME",
 * each NAME without the folder's. */
static char *
list (const Nest *nest, const char *name, const BatchLimits *limits)
{
  g_autofree char *path = nest_path (nest, name);
  char *const inputs[] = { path, NULL };
  char *const folders[] = { NULL };
  g_autoptr (Walk) walk = walk_inputs (inputs);
  g_autoptr (Sandbox) sandbox = sandbox_new (folders, NULL);
  g_autoptr (Feed) feed = feed_new (walk, limits, sandbox);
  g_auto (FeedItem) item = { 0 };
  gsize n_folder = strlen (nest->folder) + 1;
  GString *text = g_string_new (NULL);
  for (next (feed, &item); item.state != FEED_END; next (feed, &item))
    if (item.state == FEED_INPUT)
      g_string_append_printf (text, "input %s %.*s\n", item.input->source.path + n_folder,
                              (int) g_bytes_get_size (item.input->content),
                              (const char *) g_bytes_get_data (item.input->content, NULL));
    else if (item.state == FEED_FAILURE)
      g_string_append_printf (text, "failure %s %s\n", item.path + n_folder, item.reason);
    else
      g_string_append_printf (text, "left-out %s\n", item.path + n_folder);
  return g_string_free (text, FALSE);
}

static void
assert_gives (const Nest *nest, const char *name, const BatchLimits *limits, const char *expected)
{
  g_autofree char *given = list (nest, name, limits);
  cr_expect_str_eq (given, expected);
}

static void
assert_gives_part (const Nest *nest, const char *name, const BatchLimits *limits, const char *part)
{
  g_autofree char *given = list (nest, name, limits);
  cr_expect_not_null (strstr (given, part), "'%s' lacks '%s'", given, part);
}

Test (feed, gives_files_with_their_bytes)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  nest_write (nest, "in/b.txt", "bee");
  nest_write (nest, "in/a.txt", "ay");
  nest_write (nest, "in/c.txt", "");
  nest_write (nest, "in/d.html", "dee");
  assert_gives (nest, "in", &limits,
                "left-out in/d.html\ninput in/a.txt ay\ninput in/b.txt bee\n"
                "failure in/c.txt is empty\n");
}

Test (feed, knows_an_input_by_its_bytes)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  nest_write (nest, "a.txt", "abc");
  g_autofree char *path = nest_path (nest, "a.txt");
  char *const inputs[] = { path, NULL };
  g_autoptr (Walk) walk = walk_inputs (inputs);
  g_autoptr (Feed) feed = feed_new (walk, &limits, NULL);
  g_auto (FeedItem) item = { 0 };
  feed_next (feed, &item);
  cr_expect_str_eq (item.input->source.sha256,
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* Archives of a report, a folder, a link and something else, in each way of packing. */
static const char make_archives[]
    = "mkdir -p one/two && printf ay > one/a.txt && printf bee > one/two/b.md && "
      "printf x > one/x.html && ln -s a.txt one/link.txt && "
      "tar cf all.tar one && tar czf all.tar.gz one && tar cJf all.txz one && "
      "tar cf all.tar.bz2 --bzip2 one && "
      "python3 -c 'import shutil; shutil.make_archive(\"all\", \"zip\", \".\", \"one\")'";

Test (feed, unpacks_archives_of_all_kinds)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  nest_run (nest, make_archives);
  const char *const archives[] = { "all.tar", "all.tar.gz", "all.txz", "all.tar.bz2", "all.zip" };
  for (gsize i = 0; i < G_N_ELEMENTS (archives); i++)
    {
      const char *name = archives[i];
      g_autofree char *given = list (nest, name, &limits);
      g_autofree char *one = g_strdup_printf ("input %s/one/a.txt ay\n", name);
      g_autofree char *two = g_strdup_printf ("input %s/one/two/b.md bee\n", name);
      g_autofree char *other = g_strdup_printf ("left-out %s/one/x.html\n", name);
      cr_expect_not_null (strstr (given, one), "%s", given);
      cr_expect_not_null (strstr (given, two), "%s", given);
      cr_expect_not_null (strstr (given, other), "%s", given);
      cr_expect_null (strstr (given, "failure"), "%s", given);
    }
}

Test (feed, goes_on_behind_an_archive)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  nest_run (nest, "mkdir in && printf ay > a.txt && tar cf in/1.tar a.txt && printf no > in/2.tar "
                  "&& tar cf in/3.tar a.txt && printf last > in/4.txt");
  assert_gives (nest, "in", &limits,
                "input in/1.tar/a.txt ay\n"
                "failure in/2.tar cannot be unpacked: Unrecognized archive format\n"
                "input in/3.tar/a.txt ay\ninput in/4.txt last\n");
}

Test (feed, unpacks_archives_in_archives_to_a_depth)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  nest_run (nest, "printf ay > a.txt && tar cf 1.tar a.txt && tar czf 2.tgz 1.tar a.txt && "
                  "tar cf 3.tar 2.tgz && tar cf 4.tar 3.tar");
  assert_gives (nest, "3.tar", &limits,
                "input 3.tar/2.tgz/1.tar/a.txt ay\ninput 3.tar/2.tgz/a.txt ay\n");
  assert_gives_part (nest, "4.tar", &limits, "failure 4.tar '");
  assert_gives_part (nest, "4.tar", &limits, "more than 3 deep; --max-nesting=N");
}

Test (feed, stops_unpacking_what_grows_without_end)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  nest_run (nest, "truncate -s 40M bomb.txt && truncate -s 40M other && "
                  "tar czf bomb.tgz bomb.txt && tar czf other.tgz other && "
                  "for i in 1 2 3 4 5; do echo $i > $i.txt; done && tar cf five.tar ?.txt");
  assert_gives (nest, "bomb.tgz", &limits,
                "failure bomb.tgz unpacks to more than 100 times its size; --max-ratio=N sets "
                "another limit\n");
  assert_gives_part (nest, "other.tgz", &limits, "100 times its size");
  limits.most[BATCH_RATIO] = 100000;
  limits.most[BATCH_UNPACKED] = 1;
  assert_gives_part (nest, "bomb.tgz", &limits, "unpacks to more than 1 MB; --max-unpacked=N");
  limits = batch_default_limits ();
  limits.most[BATCH_ENTRIES] = 4;
  assert_gives_part (nest, "five.tar", &limits, "has more than 4 entries; --max-entries=N");
  limits = batch_default_limits ();
  limits.extract.most[LIMIT_BYTES] = 1;
  assert_gives_part (nest, "five.tar", &limits, "has more than 1 bytes; --max-bytes=N");
}

Test (feed, says_what_is_wrong_with_an_archive)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  nest_run (nest, "printf ay > a.txt && tar cf whole.tar a.txt a.txt && "
                  "head -c 700 whole.tar > cut.tar && mkdir folder.zip && : > empty.zip");
  assert_gives_part (nest, "cut.tar", &limits, "failure cut.tar cannot be unpacked: ");
  assert_gives (nest, "empty.zip", &limits,
                "failure empty.zip cannot be unpacked: Unrecognized archive format\n");
  assert_gives (nest, "folder.zip", &limits, "");
  assert_gives (nest, "gone.zip", &limits, "failure gone.zip No such file or directory\n");
}

/* Gives this process no more files, or as many as it had. */
static void
open_files (gboolean may)
{
  struct rlimit limit;
  getrlimit (RLIMIT_NOFILE, &limit);
  limit.rlim_cur = may ? limit.rlim_max : 0;
  cr_assert (zero (int, setrlimit (RLIMIT_NOFILE, &limit)));
}

/* A machine that is short of files stands for a disk or a share that does not answer. */
Test (feed, what_is_out_of_reach_may_be_there_another_time)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  nest_write (nest, "in/a.txt", "ay");
  nest_write (nest, "in/b.zip", "bee");
  g_autofree char *path = nest_path (nest, "in");
  char *const inputs[] = { path, NULL };
  g_autoptr (Walk) walk = walk_inputs (inputs);
  open_files (FALSE);
  g_autoptr (Walk) late = walk_inputs (inputs);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (Feed) feed = feed_new (i < 2 ? walk : late, &limits, NULL);
      g_auto (FeedItem) item = { 0 };
      for (int j = 0; j <= i % 2; j++)
        next (feed, &item);
      cr_assert (eq (int, item.state, FEED_FAILURE));
      cr_expect_str_eq (item.reason, "Too many open files");
      cr_expect (item.is_retryable);
    }
  open_files (TRUE);
}

Test (feed, what_is_not_there_is_no_more_there_another_time)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  g_autofree char *path = nest_path (nest, "gone.txt");
  char *const inputs[] = { path, NULL };
  g_autoptr (Walk) walk = walk_inputs (inputs);
  g_autoptr (Feed) feed = feed_new (walk, &limits, NULL);
  g_auto (FeedItem) item = { 0 };
  next (feed, &item);
  cr_assert (eq (int, item.state, FEED_FAILURE));
  cr_expect (not(item.is_retryable));
}

/* This process's own memory, which at its beginning cannot be read. */
Test (feed, an_archive_on_a_disk_that_fails_may_be_unpacked_another_time)
{
  g_autoptr (Nest) nest = nest_new ();
  BatchLimits limits = batch_default_limits ();
  nest_run (nest, "ln -s /proc/self/mem a.zip");
  g_autofree char *path = nest_path (nest, "a.zip");
  char *const inputs[] = { path, NULL };
  g_autoptr (Walk) walk = walk_inputs (inputs);
  g_autoptr (Feed) feed = feed_new (walk, &limits, NULL);
  g_auto (FeedItem) item = { 0 };
  next (feed, &item);
  cr_assert (eq (int, item.state, FEED_FAILURE));
  cr_expect_not_null (strstr (item.reason, "cannot be unpacked: "), "%s", item.reason);
  cr_expect (item.is_retryable, "%s", item.reason);
}
