/* tests/golden/test_backfill.c - the batch as a user runs it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/golden/scratch.h"

#define SMALL                                                                                      \
  "fixtures/southampton-2015-06.txt fixtures/unknown-targets.md fixtures/layout-2015.pdf"
#define BACKFILL "recount backfill --store sqlite:s.db "

/* Exit codes */

typedef struct
{
  char command[112];
  int code;
  char says[64]; /* on standard error or output */
} CodeCase;

ParameterizedTestParameters (backfill, the_exit_code_tells_what_is_worth_a_retry)
{
  static CodeCase cases[] = {
    { BACKFILL "fixtures/unknown-targets.md", 0, "1 read" },
    { BACKFILL, 2, "backfill: no input is named" },
    { "recount backfill fixtures", 2, "backfill: no store: add --store URI" },
    { "recount backfill fixtures --store box:x", 2, "'box:x' is no store" },
    { BACKFILL "fixtures --shard 3/2", 2, "--shard: '3/2' is not K/N" },
    { BACKFILL "fixtures --shard 0/2", 2, "--shard: '0/2' is not K/N" },
    { BACKFILL "fixtures --jobs -1", 2, "--jobs: -1 is no number of jobs" },
    { BACKFILL "fixtures --max-memory -1", 2, "--max-memory: -1 is no limit" },
    { BACKFILL "fixtures/unknown-targets.md no.txt", 3, "no.txt: No such file" },
    { BACKFILL "no.txt", 4, "no.txt: No such file" },
    { BACKFILL "fixtures --data no", 4, "no/lexicon.yaml" },
    { BACKFILL "fixtures --log no/log", 4, "no/log: No such file" },
    { BACKFILL "fixtures/unknown-targets.md --log /dev/full", 4,
      "/dev/full: does not have it all" },
    { "ln -s list f; " BACKFILL "no.txt --failures f; test -L f && exit 4", 4, "no.txt: No such" },
    { BACKFILL "no.txt --failures /dev/full", 4, "/dev/full: cannot be written" },
    { BACKFILL "fixtures/unknown-targets.md --failures no/f.csv", 4, "no/f.csv" },
    { "recount backfill --store sqlite:no/s.db fixtures", 75, "no/s.db" },
    { "recount backfill --store postgresql://127.0.0.1:1/x fixtures", 75, "127.0.0.1" },
    { "recount backfill --store postgresql://[/x fixtures", 2, "is no URI" },
    { "recount backfill --store sqlite: fixtures", 2, "names no file" },
    { "recount backfill --store sqlite:fixtures/layout-2015.pdf fixtures", 2, "not a database" },
    { "sqlite3 o.db 'CREATE TABLE t (a)'; recount backfill --store sqlite:o.db fixtures", 2,
      "is a database of another program" },
    { BACKFILL "fixtures/layout-2015.pdf --max-pages 1", 4, "--max-pages=N sets" },
    { BACKFILL "fixtures/layout-2015.pdf --max-seconds 0", 4, "--max-seconds=N sets" },
    { BACKFILL "fixtures/unknown-targets.md --max-output 0", 4, "--max-output=N sets" },
  };
  return cr_make_param_array (CodeCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (CodeCase *expected, backfill, the_exit_code_tells_what_is_worth_a_retry)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "%s 2>&1", expected->command);
  cr_expect_eq (scratch->code, expected->code, "%s: %d %s", expected->command, scratch->code,
                scratch->out);
  cr_expect_not_null (strstr (scratch->out, expected->says), "%s: %s", expected->command,
                      scratch->out);
}

/* The store */

static void
assert_line (const Scratch *scratch, const char *line)
{
  cr_expect_not_null (strstr (scratch->out, line), "'%s' lacks '%s'", scratch->out, line);
}

Test (backfill, fills_a_store_as_run_does)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run --store sqlite:run.db fixtures/*.txt fixtures/*.md "
                         "fixtures/*.pdf && recount export --store sqlite:run.db -o run");
  scratch_must (scratch, BACKFILL "fixtures");
  scratch_must (scratch, "recount export --store sqlite:s.db -o batch && diff -r run batch");
}

/* Of so many pages that `run` puts what it knows of them into files, which a worker may not. */
Test (backfill, reads_a_long_report_as_run_does, .timeout = 120)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "pdfunite $(for i in $(seq 24); do echo fixtures/layout-2016.pdf; done) "
                         "l.pdf && recount run --store sqlite:run.db l.pdf && "
                         "recount export --store sqlite:run.db -o run");
  const char *const ways[] = { "", "--no-sandbox" };
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      scratch_must (scratch, "rm -rf batch s.db*; " BACKFILL "l.pdf %s", ways[i]);
      scratch_must (scratch, "recount export --store sqlite:s.db -o batch && diff -r run batch");
    }
}

Test (backfill, reads_the_pages_of_a_scan_as_run_does_whoever_reads_them, .timeout = 120)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run --store sqlite:run.db fixtures/layout-2016.pdf --ocr always "
                         "--jobs 1 && recount export --store sqlite:run.db -o run");
  scratch_must (scratch,
                "recount run --store sqlite:two.db fixtures/layout-2016.pdf --ocr always "
                "--jobs 2 && recount export --store sqlite:two.db -o two && diff -r run two");
  const char *const ways[] = { "1", "3", "2 --no-sandbox" };
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      scratch_must (scratch,
                    "rm -rf batch s.db*; " BACKFILL "fixtures/layout-2016.pdf --ocr always "
                    "--jobs %s",
                    ways[i]);
      scratch_must (scratch, "recount export --store sqlite:s.db -o batch && diff -r run batch");
    }
}

Test (backfill, gives_one_store_whatever_jobs_order_and_shards)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch,
                "mkdir in && cp " SMALL " in && cp fixtures/unknown-targets.md in/again.md "
                "&& tar cf in/more.tar fixtures/unknown-quarters.txt");
  const char *const ways[]
      = { "in --jobs 1", "in/*.tar in/*.pdf in/*.md in/*.txt --jobs 3", "in --no-sandbox" };
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    scratch_must (scratch,
                  "recount backfill --store sqlite:%u.db %s && recount export --store sqlite:%u.db "
                  "-o %u && diff -r 0 %u",
                  (guint) i, ways[i], (guint) i, (guint) i, (guint) i);
  scratch_must (scratch, "for k in 3 1 2; do " BACKFILL "in --shard $k/3 || exit 9; done && "
                         "recount export --store sqlite:s.db -o shards && diff -r 0 shards");
}

Test (backfill, reads_nothing_twice_unless_it_is_told_to)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, BACKFILL SMALL);
  assert_line (scratch, "      3 read\n");
  scratch_must (scratch, BACKFILL SMALL " fixtures/unknown-quarters.txt");
  assert_line (scratch, "      1 read\n      3 in the store already\n");
  scratch_must (scratch, "recount export --store sqlite:s.db -o before");
  scratch_must (scratch, BACKFILL SMALL " --force");
  assert_line (scratch, "      3 read\n");
  scratch_must (scratch, "recount export --store sqlite:s.db -o after && diff -r before after");
}

Test (backfill, reads_again_what_other_knowledge_reads_otherwise)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, BACKFILL SMALL);
  scratch_must (scratch, "cp -r data/ other && rm other/families/southampton-2015.yaml");
  scratch_must (scratch, BACKFILL SMALL " --data other");
  assert_line (scratch, "      3 read\n");
}

Test (backfill, tries_what_failed_again_only_if_it_is_told_to)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir in && cp " SMALL " in && printf '\\0\\1' > in/bad.txt");
  scratch_run (scratch, BACKFILL "in");
  cr_expect (eq (int, scratch->code, 3));
  assert_line (scratch, "      1 cannot be read\n");
  scratch_run (scratch, BACKFILL "in");
  cr_expect (eq (int, scratch->code, 3));
  assert_line (scratch, "      1 could not be read before");
  assert_line (scratch, "in/bad.txt: is binary data, not text");
  scratch_run (scratch, BACKFILL "in --retry-failed");
  cr_expect (eq (int, scratch->code, 3));
  assert_line (scratch, "      3 in the store already\n      1 cannot be read\n");
}

Test (backfill, lists_failures_and_logs_all)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir in && cp " SMALL " in && printf '\\0\\1' > 'in/a, b.txt'");
  scratch_run (scratch, BACKFILL "in no.pdf --log log.jsonl --failures list.csv");
  g_autofree char *list = scratch_read (scratch, "list.csv");
  cr_expect_str_eq (list, "source,source_sha256,reason,retry\n\"in/a, b.txt\","
                          "b413f47d13ee2fe6c845b2ee141af81de858df4ec549a58b7970bb96645bc8d2,"
                          "\"is binary data, not text\",false\n"
                          "no.pdf,,No such file or directory,false\n");
  scratch_must (scratch, "grep -c '\"event\":\"read\"' log.jsonl");
  cr_expect_str_eq (scratch->out, "3\n");
  scratch_must (scratch, BACKFILL SMALL);
  g_autofree char *none = scratch_read (scratch, "failures.csv");
  cr_expect_str_eq (none, "source,source_sha256,reason,retry\n");
}

Test (backfill, says_once_what_a_failure_of_any_name_is)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch,
               "mkdir in && printf '\\0\\1' > in/$(printf 'caf\\351.txt') && " BACKFILL "in");
  cr_expect (eq (int, scratch->code, 4));
  assert_line (scratch, "  in/caf\xef\xbf\xbd.txt: is binary data, not text\n");
  g_autofree char *list = scratch_read (scratch, "failures.csv");
  cr_expect_not_null (strstr (list, "\nin/caf\xef\xbf\xbd.txt,"), "%s", list);
}

Test (backfill, that_is_dry_says_what_would_be_read_and_writes_nothing)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir in && cp " SMALL " in");
  scratch_must (scratch, BACKFILL "in --dry-run");
  assert_line (scratch, "to read       in/unknown-targets.md\n");
  assert_line (scratch, "      3 to read\n");
  cr_expect_not_null (strstr (scratch->errors, "nothing counts as read before"));
  cr_expect (zero (int, scratch_has (scratch, "s.db")));
  cr_expect (zero (int, scratch_has (scratch, "failures.csv")));
  scratch_must (scratch, BACKFILL "in/layout-2015.pdf");
  scratch_must (scratch, BACKFILL "in --dry-run");
  assert_line (scratch, "done          in/layout-2015.pdf\n");
  assert_line (scratch, "      2 to read\n");
}

/* A disk that is full */

Test (backfill, that_finds_the_disk_full_blames_no_report_and_goes_on_when_there_is_room)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "(ulimit -f 1500; " BACKFILL "fixtures)"); /* blocks of 512 bytes */
  cr_expect (eq (int, scratch->code, 75));
  cr_expect_null (strstr (scratch->out, "cannot be read"), "%s", scratch->out);
  assert_line (scratch, " not read to the end\n");
  cr_expect_not_null (strstr (scratch->errors, "sqlite:s.db: "), "%s", scratch->errors);
  scratch_must (scratch, BACKFILL "fixtures && recount export --store sqlite:s.db -o parts");
  scratch_must (scratch, "recount backfill --store sqlite:whole.db fixtures && "
                         "recount export --store sqlite:whole.db -o whole && diff -r whole parts");
}

/* A disk that fails: this process's own memory, which at its beginning cannot be read. */

Test (backfill, of_what_a_disk_does_not_give_is_worth_another_try)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "ln -s /proc/self/mem a.zip; " BACKFILL "a.zip fixtures/layout-2015.pdf");
  cr_expect (eq (int, scratch->code, 75));
  assert_line (scratch, " 1 cannot be read\n");
  scratch_must (scratch, "grep -q '^a.zip,,cannot be unpacked: .*,true' failures.csv");
}

/* Stopping */

Test (backfill, that_is_interrupted_finishes_what_runs_and_goes_on_another_time)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch,
               "recount backfill --jobs 1 --store sqlite:s.db fixtures --log log & "
               "while ! grep -q '\"read\"' log; do sleep 0.05; done; kill -INT $!; wait $!");
  cr_expect (eq (int, scratch->code, 75), "%s", scratch->out);
  cr_expect_null (strstr (scratch->out, "not read to the end"), "%s", scratch->out);
  scratch_must (scratch, BACKFILL "fixtures");
  cr_expect_null (strstr (scratch->out, "      0 read"), "%s", scratch->out);
  scratch_must (scratch, "recount export --store sqlite:s.db -o parts");
  scratch_must (scratch, "recount backfill --store sqlite:whole.db fixtures && "
                         "recount export --store sqlite:whole.db -o whole && diff -r whole parts");
}

/* A reader that stands still cannot be waited for. */
Test (backfill, that_is_interrupted_twice_stops)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "recount backfill --jobs 1 --store sqlite:s.db fixtures & batch=$!; "
                        "until set -- $(cat /proc/$batch/task/$batch/children); kill -STOP $1 && "
                        "grep -q '^State:.T' /proc/$1/status; do sleep 0.01; done; "
                        "kill -INT $batch; sleep 0.4; kill -TERM $batch; wait $batch");
  cr_expect (eq (int, scratch->code, 75), "%s", scratch->out);
  assert_line (scratch, " 1 not read to the end\n");
  assert_line (scratch, "What only several reports show is found next time\n");
  scratch_must (scratch, BACKFILL "fixtures");
}

Test (backfill, that_timeout_stops_with_two_signals_finishes_what_runs)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "timeout -s INT 0.3 recount backfill --store sqlite:s.db fixtures");
  cr_expect (eq (int, scratch->code, 124), "%s", scratch->out);
  cr_expect_null (strstr (scratch->out, "not read to the end"), "%s", scratch->out);
}

/* What is read otherwise */

/* Writes `d.csv`: a correction of a figure of one report, one of a figure that this report does not
 * print, and one about no report. */
static void
write_decisions (Scratch *scratch)
{
  static const char sha[] = SHA_OF ("fixtures/southampton-2016-11.txt"),
                    none[] = SHA_OF ("/dev/null");
  g_autofree char *rows
      = g_strdup_printf ("%s,cell,correct,,1,CP1,actual,,2015-10,value,1,91,15,94,16,131,132,,,\n"
                         "%s,cell,correct,,1,CP1,actual,,2015-10,value,1,91,15,94,16,130,132,,,\n"
                         "%s,cell,accept,,1,CP1,actual,,2015-10,value,1,91,15,94,16,131,,,,\n",
                         sha, sha, none);
  scratch_write_decisions (scratch, rows);
}

Test (backfill, says_which_decisions_no_longer_apply_also_of_what_it_does_not_read_again)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  write_decisions (scratch);
  for (int i = 0; i < 2; i++)
    {
      scratch_must (scratch,
                    BACKFILL "fixtures/southampton-2016-11.txt fixtures/unknown-targets.md "
                             "--decisions d.csv");
      assert_line (scratch, i == 0 ? "      2 read\n" : "      2 in the store already\n");
      cr_expect_str_eq (scratch->errors,
                        "recount: d.csv: line 3: no longer applies: there is no such cell, or it "
                        "is corrected already\n"
                        "recount: d.csv: line 4: no longer applies: no report that could be read "
                        "has the bytes that it was made about\n");
    }
}

Test (backfill, each_shard_says_which_decisions_about_its_own_inputs_no_longer_apply)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  write_decisions (scratch);
  scratch_must (scratch, "for k in 1 2 3; do " BACKFILL
                         "fixtures/southampton-2016-11.txt --shard $k/3 --decisions d.csv "
                         "2>> told > log || exit 9; done && cut -c-23 told | sort");
  cr_expect_str_eq (scratch->out, "recount: d.csv: line 3:\nrecount: d.csv: line 4:\n");
}

Test (backfill, decisions_are_applied_and_other_ones_are_another_reading)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_write_decisions (
      scratch, SHA_OF ("fixtures/southampton-2016-11.txt") ",cell,correct,,1,CP1,actual,,2015-10,"
                                                           "value,1,91,15,94,16,131,132,,,\n");
  scratch_must (scratch,
                BACKFILL "fixtures/southampton-2016-11.txt && " BACKFILL
                         "fixtures/southampton-2016-11.txt --decisions d.csv | grep '^ *1 read' && "
                         "recount export --store sqlite:s.db -o out && "
                         "grep '^[^,]*,1,CP1,.*,2015-10,.*,132,count,ok,131,1,corrected,' "
                         "out/observations.csv");
  scratch_must (scratch, BACKFILL "fixtures/southampton-2016-11.txt --decisions d.csv "
                                  "| grep '^ *1 in the store already'");
}
