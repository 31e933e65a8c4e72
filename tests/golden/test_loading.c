/* tests/golden/test_loading.c - the program and a store: what goes in comes out, whatever happens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/emit/server.h"
#include "tests/golden/scratch.h"

#define ALL "fixtures/*.txt fixtures/*.md fixtures/*.pdf"
#define FEW                                                                                        \
  "fixtures/southampton-2015-06.txt fixtures/southampton-2019-12.txt "                             \
  "fixtures/southampton-2020-10.txt"
#define SQLITE "sqlite:store.db"

/* The packages */

/* Leaves in `run` the package of a run of the reports in the order of the package in `export`. */
static void
run_like_export (Scratch *scratch)
{
  scratch_must (scratch, "recount run $(sed 1d export/reports.csv | cut -d, -f2) -o run");
}

Test (loading, export_gives_what_a_run_gives)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run " ALL " --store " SQLITE);
  scratch_must (scratch, "recount export --store " SQLITE " -o export");
  run_like_export (scratch);
  scratch_must (scratch, "for f in run/*.csv; do case $f in */findings.csv) ;; "
                         "*) cmp $f export/${f#run/};; esac; done");
  scratch_must (scratch, "test $(wc -l < export/observations.csv) -gt 1000");

  /* what only several reports show stands in the store's alone */
  scratch_must (scratch,
                "for d in run export; do sed 's/^[0-9]*,//' $d/findings.csv | "
                "grep -vE '^[0-9a-f]{12},(revision|history|definition),' > $d.findings; done; "
                "cmp run.findings export.findings");
  scratch_must (scratch, "grep -c ,revision, export/findings.csv");
}

Test (loading, a_run_can_write_a_package_and_a_store_at_once)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run " FEW " --store " SQLITE " -o run");
  scratch_must (scratch, "recount export --store " SQLITE " -o export && "
                         "diff -r run export");
}

/* Two reports, of which the later prints another figure for October than the earlier. */
static void
write_revised (const Scratch *scratch)
{
  scratch_write (scratch, "nov.txt",
                 "Harnley Borough Council\nRef\tIndicator\tSep 16\tOct 16\tNov 16\n"
                 "A1\tNumber of referrals made\t5\t7\t9\n");
  scratch_write (scratch, "dec.txt",
                 "Harnley Borough Council\nRef\tIndicator\tOct 16\tNov 16\tDec 16\n"
                 "A1\tNumber of referrals made\t8\t9\t12\n");
}

Test (loading, the_package_of_a_run_shows_what_the_store_knows_was_revised)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  write_revised (scratch);
  scratch_must (scratch, "recount run nov.txt --store " SQLITE " -o nov");
  cr_expect_null (strstr (scratch->out, "revision"));
  scratch_must (scratch, "recount run dec.txt --store " SQLITE " -o dec");
  cr_expect_not_null (strstr (scratch->out, "1 revision"), "%s", scratch->out);
  scratch_must (scratch,
                "grep -c ',revision,note,1,A1,actual,2016-10,8,7,7,\"8 is printed, and the report "
                "of 2016-11 ([0-9a-f]*) printed 7\"' dec/findings.csv && "
                "grep -c 'class=\"x2\"[^>]*><span>8</span>' dec/validation.html");
  scratch_must (scratch, "recount run nov.txt dec.txt --store " SQLITE " -o both && "
                         "recount export --store " SQLITE " -o export && diff -r both export");
}

Test (loading, what_was_decided_about_a_revision_is_applied_with_the_store)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  write_revised (scratch);
  scratch_write_decisions (
      scratch,
      SHA_OF ("dec.txt") ",finding,reject,revision,1,A1,actual,,2016-10,,1,28,2,29,3,8,,Ada,,\n");
  static const char *const commands[] = { "run", "run", "backfill", "run" };
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      scratch_must (scratch, "recount %s nov.txt dec.txt --store " SQLITE " --decisions d.csv",
                    commands[i]);
      cr_expect_str_eq (scratch->errors, "", "%s %u", commands[i], (guint) i);
      scratch_must (scratch, "recount export --store " SQLITE " -o out && "
                             "grep -c ',rejected,note,1,A1,actual,2016-10,8,' out/findings.csv");
      /* what another run settles meanwhile forgets the decision */
      scratch_must (scratch,
                    "sed s/Dec/Jan/ dec.txt > jan.txt && recount run jan.txt --store " SQLITE);
    }
}

Test (loading, the_order_in_which_reports_come_does_not_matter)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run " ALL " --store sqlite:a.db");
  scratch_must (scratch,
                "for f in $(ls " ALL " | sort -r); do recount run $f --store sqlite:b.db; done");
  scratch_must (scratch, "recount export --store sqlite:a.db -o a && "
                         "recount export --store sqlite:b.db -o b && diff -r a b");
}

/* Kills and interruptions */

/* Loads reports again and again, each time for a little longer until it is killed; then to the end.
 * The store must be as if nothing had happened. */
static void
load_in_spite_of_kills (Scratch *scratch, const char *uri)
{
  scratch_must (scratch, "recount run " FEW " --store sqlite:whole.db && "
                         "recount export --store sqlite:whole.db -o whole");
  for (int ms = 10; ms < 200; ms += 10)
    scratch_run (scratch, "timeout -s KILL 0.%03d recount run " FEW " --store '%s'", ms, uri);
  scratch_must (scratch, "recount run " FEW " --store '%s'", uri);
  scratch_must (scratch, "recount export --store '%s' -o export && diff -r whole export", uri);
}

Test (loading, a_kill_loses_nothing_and_doubles_nothing_in_a_file)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  load_in_spite_of_kills (scratch, SQLITE);
  scratch_must (scratch, "sqlite3 store.db 'PRAGMA integrity_check'");
  cr_expect_str_eq (scratch->out, "ok\n");
}

Test (loading, a_kill_loses_nothing_and_doubles_nothing_on_a_server)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (Server) server = server_start ();
  load_in_spite_of_kills (scratch, server->uri);
}

/* Four that make the store and load the same reports at once, in two orders. */
static void
load_at_once (Scratch *scratch, const char *uri)
{
  scratch_must (scratch, "recount run " FEW " --store sqlite:whole.db && "
                         "recount export --store sqlite:whole.db -o whole");
  scratch_must (scratch,
                "for i in 1 2; do (recount run $(ls " FEW ") --store '%s' || echo $? >> codes) & "
                "(recount run $(ls -r " FEW ") --store '%s' || echo $? >> codes) & done; wait; "
                "test ! -e codes",
                uri, uri);
  scratch_must (scratch, "recount export --store '%s' -o export && diff -r whole export", uri);
}

Test (loading, many_may_load_into_one_file_at_once)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  load_at_once (scratch, SQLITE);
}

Test (loading, many_may_load_onto_one_server_at_once)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (Server) server = server_start ();
  load_at_once (scratch, server->uri);
}

static gpointer
resume (gpointer server)
{
  g_usleep (G_USEC_PER_SEC);
  server_resume (server);
  return NULL;
}

Test (loading, a_server_that_starts_again_loses_nothing_and_doubles_nothing)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (Server) server = server_start ();
  scratch_must (scratch, "recount run " FEW " --store sqlite:whole.db && "
                         "recount export --store sqlite:whole.db -o whole");
  scratch_must (scratch, "recount run fixtures/southampton-2015-06.txt --store '%s'", server->uri);
  scratch_must (scratch,
                "for i in 1 2 3; do recount run " FEW " --store '%s' || echo $? >> codes; done "
                "> log 2>&1 &",
                server->uri);
  g_usleep (G_USEC_PER_SEC / 10);
  server_halt (server);
  g_thread_join (g_thread_new ("resume", resume, server));
  scratch_must (scratch, "recount run " FEW " --store '%s'", server->uri);
  scratch_must (scratch, "recount export --store '%s' -o export && diff -r whole export",
                server->uri);
}

/* What is no store */

typedef struct
{
  char command[224];
  int code;
  char says[64]; /* on standard error */
} BadCase;

#define RUN "recount run fixtures/southampton-2015-06.txt --store "
#define SECRET "s3cret"

ParameterizedTestParameters (loading, what_is_no_store_is_refused)
{
  static BadCase cases[] = {
    { RUN "store.db", 2, "'store.db' is no store: sqlite:FILE or postgresql" },
    { RUN "mysql://u:" SECRET "@host/db", 2, "'mysql://u@host/db' is no store" },
    { RUN "sqlite:", 2, "names no file" },
    { RUN "sqlite:no/such/folder/x.db", 4, "sqlite:no/such/folder/x.db: unable to open" },
    { RUN "sqlite:fixtures/southampton-2015-06.txt", 2, "file is not a database" },
    { RUN "sqlite:.", 4, "unable to open" },
    { "sqlite3 x.db 'CREATE TABLE a (b)' && " RUN "sqlite:x.db", 2, "of another program" },
    { RUN "sqlite:x.db && sqlite3 x.db 'PRAGMA user_version = 7' && " RUN "sqlite:x.db", 2,
      "is a store of version 7, and this Recount knows" },
    { ": > x.db && recount series --store sqlite:x.db M1", 4, "is no store: it is empty" },
    { "recount series --store sqlite:no.db M1; test ! -e no.db && exit 4", 4, "unable to open" },
    { "ulimit -f 100; " RUN "sqlite:x.db", 4, "sqlite:x.db: " },
    { RUN "postgresql://u:" SECRET "@127.0.0.1:1/db", 4, "postgresql://u@127.0.0.1:1/db: " },
    { RUN "postgresql://u:x/" SECRET "@host/db", 2, "is no URI as PostgreSQL reads it" },
    { RUN "postgresql://u:" SECRET "@[/db", 2, "is no URI as PostgreSQL reads it" },
    { RUN "'postgresql://127.0.0.1:1/db?user=u&password=" SECRET "'", 4,
      "postgresql://127.0.0.1:1/db: " },
    { RUN "'postgresql://127.0.0.1:1/db?passwrod=" SECRET "&x=%'", 2, "is no URI" },
    { "recount series M1", 2, "series: no store: add --store URI" },
    { "recount series --store " SQLITE, 2, "series: no reference is named" },
    { "recount series --store " SQLITE " M1 M2", 2, "'M2': one reference at a time" },
    { "recount series --store " SQLITE " M1 --as-of 2016-13-01", 2, "'2016-13-01' is no day" },
    { "recount export --store " SQLITE, 2, "export: no output: add -o DIR" },
    { "recount export -o out", 2, "export: no store: add --store URI" },
    { "recount revisions", 2, "revisions: no store" },
    { RUN SQLITE " && recount series --store " SQLITE " NN99", 4, "has no figure of 'NN99'" },
    { RUN SQLITE " && mkdir out && touch out/x && recount export --store " SQLITE " -o out", 4,
      "'x' stands in the way" },
  };
  return cr_make_param_array (BadCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (BadCase *expected, loading, what_is_no_store_is_refused)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "%s", expected->command);
  cr_expect_eq (scratch->code, expected->code, "%s: %d %s", expected->command, scratch->code,
                scratch->errors);
  cr_expect_not_null (strstr (scratch->errors, expected->says), "%s: %s", expected->command,
                      scratch->errors);
  cr_expect_null (strstr (scratch->errors, SECRET), "%s: %s", expected->command, scratch->errors);
}

Test (loading, a_file_that_may_not_be_written_can_still_be_asked)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, RUN SQLITE " && chmod 444 store.db && chmod 555 .");
  /* root may write what nobody may */
  const char *as_nobody
      = "if [ $(id -u) -eq 0 ]; then as='setpriv --reuid=65534 --clear-groups'; fi; ";
  scratch_run (scratch, "%s$as " RUN SQLITE, as_nobody);
  cr_expect (eq (int, scratch->code, 4), "%s", scratch->errors);
  cr_expect_not_null (strstr (scratch->errors, "store.db: may not be written"), "%s",
                      scratch->errors);
  scratch_must (scratch, "%s$as recount series --store " SQLITE " M1", as_nobody);
}

/* A full disk */

Test (loading, a_full_disk_leaves_what_was_whole)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, RUN SQLITE " && recount export --store " SQLITE " -o before");
  scratch_run (scratch, "ulimit -f 500; recount run " ALL " --store " SQLITE);
  cr_expect (eq (int, scratch->code, 4));
  scratch_must (scratch, "sqlite3 store.db 'PRAGMA integrity_check'");
  cr_expect_str_eq (scratch->out, "ok\n");
  scratch_must (scratch, "recount run " ALL " --store " SQLITE " && recount export --store " SQLITE
                         " -o export");
  run_like_export (scratch);
  scratch_must (scratch, "cmp run/observations.csv export/observations.csv");
}

/* Answers */

Test (loading, a_series_is_drawn_and_listed)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run fixtures/southampton-2015-06.txt --store " SQLITE);
  scratch_must (scratch, "recount series --store " SQLITE " M1 --authority E06000045");
  cr_expect_not_null (strstr (scratch->out, "Southampton City Council: M1 Number of contacts"));
  cr_expect_not_null (strstr (scratch->out, "\xe2\x96\x88")); /* the highest bar */
  cr_expect_not_null (strstr (scratch->out, "\n  2015-06      1363  2015-06 dba936803e56\n"));

  scratch_must (scratch, "recount series --store " SQLITE " contacts --csv | wc -l");
  cr_expect_str_eq (scratch->out, "14\n");
  scratch_run (scratch, "recount series --store " SQLITE " M1 --authority Nowhere");
  cr_expect (eq (int, scratch->code, 4));
  scratch_run (scratch, "recount series --store " SQLITE " M1 --as-of 2015-05");
  cr_expect (eq (int, scratch->code, 4));
}

Test (loading, revisions_show_both_values)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "sed 's/1363/1373/; s/\\<Jun 15\\>/Jul 15/' "
                         "fixtures/southampton-2015-06.txt > changed.txt");
  scratch_must (scratch,
                "recount run fixtures/southampton-2015-06.txt changed.txt --store " SQLITE);
  scratch_must (scratch, "recount revisions --store " SQLITE " --csv");
  cr_expect_not_null (strstr (scratch->out, ",actual,value,2015-06,"), "%s", scratch->out);
}

Test (loading, datasette_is_told_what_the_tables_hold)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir -p shop && recount run " FEW " --store sqlite:shop/store.db");
  g_autofree char *metadata = scratch_read (scratch, "shop/metadata.yaml");
  cr_expect_not_null (
      strstr (metadata, "source: \"Published reports of Southampton City Council\""));
  cr_expect_not_null (strstr (metadata, "  \"store\":\n"));
  cr_expect_not_null (strstr (metadata, "valid_to: \"The vintage of the next report"));
  cr_expect_not_null (strstr (metadata, "value_scale: \"The number as printed, in the row's unit: "
                                        "how many of its digits are decimals\""));
  cr_expect_null (strstr (metadata, ": \"\"\n"), "a column has no meaning");
  scratch_must (scratch,
                "echo 'title: mine' > shop/metadata.yaml && "
                "recount run fixtures/rotherham-2017-01.txt --store sqlite:shop/store.db && "
                "grep -qx 'title: mine' shop/metadata.yaml");
}

Test (loading, datasette_is_told_of_all_stores_of_a_folder)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir shop other && "
                         "recount run fixtures/rotherham-2017-01.txt --store sqlite:shop/b.db && "
                         "recount run " FEW " --store sqlite:shop/a.db && "
                         "recount run " FEW " --store sqlite:other/a.db && "
                         "recount run fixtures/rotherham-2017-01.txt --store sqlite:other/b.db && "
                         "cmp shop/metadata.yaml other/metadata.yaml");
  g_autofree char *metadata = scratch_read (scratch, "shop/metadata.yaml");
  const char *a = strstr (metadata, "\n  \"a\":\n    source: \"Published reports of Southampton");
  const char *b = strstr (metadata, "\n  \"b\":\n    source: \"Published reports of Rotherham");
  cr_assert_not_null (a);
  cr_assert_not_null (b);
  cr_expect (lt (ptr, (void *) a, (void *) b));

  scratch_must (scratch, "recount run fixtures/southampton-2019-12.txt --store sqlite:shop/a.db");
  g_autofree char *again = scratch_read (scratch, "shop/metadata.yaml");
  cr_expect_str_eq (again, metadata);
}
