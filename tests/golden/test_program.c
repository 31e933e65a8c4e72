/* tests/golden/test_program.c - the program as a whole: its sub-commands, exit codes and bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/golden/csv.h"
#include "tests/golden/scratch.h"

#define ALL "fixtures/*.txt fixtures/*.md fixtures/*.pdf"

/* Exit codes */

typedef struct
{
  char command[96];
  int code;
  char says[64]; /* on standard error; "" if nothing */
} CodeCase;

ParameterizedTestParameters (program, the_exit_code_tells_what_happened)
{
  static CodeCase cases[] = {
    { "recount", 2, "usage: recount COMMAND" },
    { "recount gather", 2, "'gather' is no command" },
    { "recount run -o out", 2, "run: no input is named" },
    { "recount run fixtures/southampton-2015-06.txt", 2, "run: no output: add -o DIR" },
    { "recount run x.txt -o out --fail-on anything", 2, "'anything' is no severity" },
    { "recount run --wrong x.txt -o out", 2, "--wrong" },
    { "recount run x.txt -o out --images some", 2, "--images 'some' is none of none" },
    { "recount emit -o out --images some </dev/null", 2, "--images 'some' is none of none" },
    { "recount run fixtures/layout-2019.pdf -o out --images all", 0, "" },
    { "recount run fixtures/southampton-2015-06.txt -o out --decisions no.csv", 4, "no.csv: " },
    { "recount check --decisions no.csv </dev/null", 4, "no.csv: " },
    { "recount extract", 2, "extract: no input is named" },
    { "recount emit", 2, "emit: no output: add -o DIR" },
    { "recount explain no-such-rule", 2, "'no-such-rule' is no rule" },
    { "recount tables", 2, "tables: no input is named" },
    { "recount tables x.pdf --json -o out", 2, "leave out -o" },
    { "recount tables a/x.pdf b/x.pdf -o out", 2, "'b/x.pdf' and an input before it" },
    { "recount tables no.pdf", 4, "no.pdf: " },
    { "recount tables fixtures/layout-2015.pdf no.pdf", 3, "no.pdf: " },
    { "recount tables fixtures/layout-2015.pdf -o no/such/out", 4, "no/such/out: " },
    { "recount tables fixtures/layout-2015.pdf >/dev/full", 4, "No space left on device" },
    { "recount run fixtures/layout-2015.pdf -o out --max-pages=1", 4,
      ".pdf: has 5 pages, and the limit is 1; --max-pages=N sets" },
    { "recount run fixtures/layout-2015.pdf -o out --max-pages=5", 0, "" },
    { "recount extract --max-points 9 fixtures/layout-2015.pdf", 4, ".pdf:1: the page is " },
    { "recount extract --max-glyphs 9 fixtures/layout-2015.pdf", 4, "and the limit is 9" },
    { "recount tables --max-seconds 0 fixtures/layout-2015.pdf", 4, "--max-seconds=N sets" },
    { "recount tables --max-bytes 10 fixtures/layout-2015.pdf", 4, "--max-bytes=N sets" },
    { "recount run --max-line-bytes=9 fixtures/southampton-2015-06.txt -o out", 4, "line 4 has" },
    { "recount run --max-pages=-1 x.pdf -o out", 2, "--max-pages: '-1' is no whole number" },
    { "recount extract --max-points=9.5 x.pdf", 2, "--max-points: '9.5' is no whole number" },
    { "recount parse --max-pages=1", 2, "--max-pages" },
    { "recount help", 0, "" },
    { "recount --version", 0, "" },
    { "recount explain", 0, "" },
    { "recount explain ratio", 0, "" },
    { "recount run --help", 0, "" },
    { "recount run fixtures/southampton-2016-11.txt -o out", 0, "" },
    { "recount run fixtures/southampton-2016-11.txt -o out --fail-on contradiction", 1, "" },
    { "recount run fixtures/southampton-2015-06.txt -o out --fail-on contradiction", 0, "" },
    { "recount run fixtures/southampton-2015-06.txt no.txt -o out", 3, "no.txt: " },
    { "recount run no.txt nor.txt -o out", 4, "no.txt: " },
    { "recount extract no.txt", 4, "no.txt: " },
    { "recount extract fixtures/southampton-2015-06.txt >/dev/full", 4, "No space left on device" },
    { "echo nonsense | recount parse", 4, "standard input" },
    { "recount extract fixtures/southampton-2015-06.txt | recount check", 4, "holds pages" },
    { "recount extract fixtures/southampton-2015-06.txt | recount emit -o out", 4, "holds pages" },
  };
  return cr_make_param_array (CodeCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (CodeCase *expected, program, the_exit_code_tells_what_happened)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "%s", expected->command);
  cr_expect_eq (scratch->code, expected->code, "%s: %d %s", expected->command, scratch->code,
                scratch->errors);
  cr_expect_not_null (strstr (scratch->errors, expected->says), "%s: %s", expected->command,
                      scratch->errors);
  cr_expect_eq (scratch->errors[0] == '\0', expected->says[0] == '\0', "%s: %s", expected->command,
                scratch->errors);
}

Test (program, a_finding_that_fails_a_run_does_not_keep_the_package_away)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "recount run fixtures/southampton-2016-11.txt -o out --fail-on note");
  cr_expect (eq (int, scratch->code, 1));
  cr_expect (scratch_has (scratch, "out/findings.csv"));
}

/* Images and decisions */

Test (program, images_are_of_findings_of_rows_too_or_none)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "for i in none findings all; do "
                         "recount run fixtures/layout-2019.pdf -o $i --images $i >log && "
                         "grep -o '<image ' $i/validation.html | wc -l; done");
  cr_expect_str_eq (scratch->out, "0\n1\n56\n"); /* a warning, and 55 rows */
}

Test (program, an_input_that_was_changed_is_not_shown)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "cp fixtures/layout-2019.pdf r.pdf && "
                         "recount extract r.pdf | recount parse | recount check > r.jsonl && "
                         "echo >> r.pdf && recount emit -o out < r.jsonl");
  scratch_must (scratch, "grep 'is not the file that was read' out/validation.html");
  scratch_must (scratch, "! grep '<image ' out/validation.html");
}

/* A correction of the first figure of a report, as its page saves it; FIGURE is what is printed. */
#define DECISION(figure)                                                                           \
  SHA_OF ("fixtures/southampton-2016-11.txt")                                                      \
  ",cell,correct,,1,CP1,actual,,2015-10,value,1,91,15,94,16," figure ",132,,,\n"

Test (program, decisions_are_applied_alike_by_run_and_by_the_filters)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_write_decisions (scratch, DECISION ("131"));
  scratch_must (scratch, "recount run fixtures/southampton-2016-11.txt -o run --decisions d.csv");
  cr_expect_str_eq (scratch->errors, "");
  scratch_must (scratch, "grep '^[^,]*,1,CP1,.*,2015-10,.*,132,count,ok,131,1,corrected,' "
                         "run/observations.csv");
  scratch_must (scratch, "recount extract fixtures/southampton-2016-11.txt | recount parse "
                         "| recount check --decisions d.csv | recount emit -o filters && "
                         "diff -r run filters");
}

Test (program, a_decision_that_applies_no_more_is_told_and_the_package_written)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_write_decisions (scratch, DECISION ("130"));
  scratch_must (scratch, "recount run fixtures/southampton-2016-11.txt -o out --decisions d.csv");
  cr_expect_str_eq (scratch->errors, "recount: d.csv: line 2: no longer applies: there is no such "
                                     "cell, or it is corrected already\n");
  scratch_must (scratch, "grep ,2015-10,.*,131,count,ok,131,1,text, out/observations.csv");
}

/* The same bytes */

Test (program, filters_give_what_run_gives)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch,
                "for f in " ALL "; do n=$(basename $f) && recount run $f -o run-$n && "
                "recount extract $f | recount parse | recount check "
                "| recount emit -o filters-$n && diff -r run-$n filters-$n || exit 9; done");
}

Test (program, filters_take_several_reports_and_hand_failures_on)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "recount run " ALL " no.txt -o run");
  cr_expect (eq (int, scratch->code, 3));
  scratch_run (scratch, "recount extract " ALL " no.txt | recount parse | recount check "
                        "| recount emit -o filters");
  cr_expect (eq (int, scratch->code, 3));
  cr_expect_not_null (strstr (scratch->errors, "no.txt: "));
  scratch_must (scratch, "diff -r run filters");
}

Test (program, a_second_run_gives_the_same_bytes)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run " ALL " -o one");
  scratch_must (scratch, "recount run " ALL " -o two && diff -r one two");
  scratch_must (scratch, "recount run " ALL " -o two && diff -r one two");
}

Test (program, the_order_of_inputs_is_that_of_the_reports)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run fixtures/unknown-targets.md fixtures/southampton-2015-06.txt "
                         "-o out");
  g_autofree char *path = g_build_filename (scratch->folder, "out/reports.csv", NULL);
  g_autoptr (Csv) reports = csv_read (path);
  cr_assert (eq (uint, csv_n_rows (reports), 2));
  cr_expect_str_eq (csv_field (reports, 0, "source"), "fixtures/unknown-targets.md");
  cr_expect_str_eq (csv_field (reports, 1, "source"), "fixtures/southampton-2015-06.txt");
}

/* Locales of a decimal comma, of an `i` whose capital is no `I`, and of another character set. */
typedef struct
{
  char name[16], source[8], charset[16];
  char time_zone[24];
} LocaleCase;

ParameterizedTestParameters (program, locale_and_time_zone_change_no_byte)
{
  static LocaleCase cases[] = {
    { "de_DE.UTF-8", "de_DE", "UTF-8", "Asia/Kathmandu" },
    { "tr_TR.UTF-8", "tr_TR", "UTF-8", "Pacific/Kiritimati" },
    { "tr_TR", "tr_TR", "ISO-8859-9", "America/St_Johns" },
    { "ja_JP", "ja_JP", "EUC-JP", "Antarctica/Troll" },
  };
  return cr_make_param_array (LocaleCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (LocaleCase *locale, program, locale_and_time_zone_change_no_byte)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir locales && localedef --no-archive -c -i %s -f %s locales/%s",
                locale->source, locale->charset, locale->name);
  scratch_must (scratch, "test \"$(LOCPATH=$PWD/locales LC_ALL=%s locale charmap)\" = %s",
                locale->name, locale->charset);

  scratch_must (scratch, "LC_ALL=C TZ=UTC recount run " ALL " -o plain");
  scratch_must (scratch, "LOCPATH=$PWD/locales LC_ALL=%s TZ=%s recount run " ALL " -o other",
                locale->name, locale->time_zone);
  scratch_must (scratch, "diff -r plain other");
}

/* Tables */

Test (program, tables_become_files_named_after_their_place)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount tables fixtures/layout-2015.pdf fixtures/layout-2020.pdf -o out");
  scratch_must (scratch, "ls out");
  cr_expect_not_null (strstr (scratch->out, "layout-2015-p4-t1.csv\n"), "%s", scratch->out);
  cr_expect_not_null (strstr (scratch->out, "layout-2020-p1-t1.csv\n"), "%s", scratch->out);
  g_autofree char *path = g_build_filename (scratch->folder, "out/layout-2015-p4-t1.csv", NULL);
  g_autofree char *csv = NULL;
  cr_assert (g_file_get_contents (path, &csv, NULL, NULL));
  cr_expect_not_null (strstr (csv, "\nM1,MASH,Number of contacts received"), "%s", csv);
}

Test (program, tables_are_printed_with_a_blank_line_between)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount tables fixtures/layout-rotherham.pdf -o out");
  scratch_must (scratch, "recount tables fixtures/layout-rotherham.pdf > all && grep -c '^$' all");
  gint64 n_blank = g_ascii_strtoll (scratch->out, NULL, 10);
  scratch_must (scratch, "ls out | wc -l");
  cr_expect (eq (i64, g_ascii_strtoll (scratch->out, NULL, 10), n_blank + 1));
}

Test (program, tables_as_json_are_one_document_or_a_list)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount tables --json fixtures/layout-2015.pdf > one && "
                         "recount tables --json fixtures/layout-2015.pdf fixtures/layout-2020.pdf "
                         "> two && python3 -c 'import json; one = json.load(open(\"one\")); "
                         "two = json.load(open(\"two\")); assert one == two[0]; "
                         "print(len(two), sorted(one[\"tables\"][0]))'");
  cr_expect_str_eq (scratch->out, "2 ['box', 'page', 'rows']\n");
}

/* What is left behind */

Test (program, nothing_but_the_package_is_left)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "ls -A > before && recount run " ALL " -o out && ls -A > after");
  scratch_must (scratch, "grep -vx 'after\\|before\\|out' after | diff - before || true");
  scratch_must (scratch, "test \"$(ls -A | tr '\\n' ' ')\" = "
                         "'after before data fixtures out recount '");
}

Test (program, an_earlier_package_is_replaced_whole)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run fixtures/unknown-targets.md -o out");
  scratch_must (scratch, "recount run fixtures/southampton-2015-06.txt -o out");
  scratch_must (scratch, "recount run fixtures/southampton-2015-06.txt -o new && diff -r out new");
}

Test (program, folders_of_the_output_are_not_made_up)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_run (scratch, "recount run fixtures/southampton-2015-06.txt -o no/such/out");
  cr_expect (eq (int, scratch->code, 4));
  cr_expect_not_null (strstr (scratch->errors, "no/such/out"));
  cr_expect (zero (int, scratch_has (scratch, "no")));
}

/* Other places of data/ */

Test (program, data_is_found_beside_the_program)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir here && cp recount here && cp -rL data here");
  scratch_must (scratch, "env -u RECOUNT_DATA here/recount run fixtures/unknown-targets.md -o out");
}

Test (program, data_may_be_named)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "RECOUNT_DATA=/nowhere recount run fixtures/unknown-targets.md "
                         "--data data -o out");
  scratch_run (scratch, "RECOUNT_DATA=nowhere recount run fixtures/unknown-targets.md -o out");
  cr_expect (eq (int, scratch->code, 4));
  cr_expect_not_null (strstr (scratch->errors, "nowhere/lexicon.yaml: "));
}

/* Figures read off images */

/* As if the words of the report had been read off an image, and the 166 of October as 186. */
#define MISREAD                                                                                    \
  "recount extract fixtures/layout-2016.pdf"                                                       \
  " | sed 's/,1,\"text\"\\]/,0.95,\"ocr\"]/g; s/\\[\"166\",670.51/[\"186\",670.51/' | recount "    \
  "parse"

#define OCTOBER "grep CP1,.*actual,2016-10, out/observations.csv | cut -d, -f10,13-15"

Test (program, a_misread_figure_is_flagged_and_replaced_on_request)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, MISREAD " | recount check | recount emit -o out");
  scratch_must (scratch, OCTOBER " | head -1");
  cr_expect_str_eq (scratch->out, "186,186,0.7,ocr\n");
  scratch_must (scratch, "cut -d, -f3,4,13 out/findings.csv | grep doubtful");
  scratch_must (scratch, "grep -c 'CP1 in 2016-10: 166, not 186' out/findings.csv");
  scratch_must (scratch, "! grep contradiction, out/findings.csv");

  scratch_must (scratch, MISREAD " | recount check --repair | recount emit -o out");
  scratch_must (scratch, OCTOBER " | head -1");
  cr_expect_str_eq (scratch->out, "166,186,0.85,repaired\n");
  scratch_must (scratch, "grep -c repaired,note out/findings.csv");
  cr_expect_str_eq (scratch->out, "1\n");
}

Test (program, repairs_nothing_of_a_text)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run fixtures/southampton-2016-11.txt -o plain");
  scratch_must (scratch, "recount run --repair fixtures/southampton-2016-11.txt -o out");
  scratch_must (scratch, "diff -r plain out");
}
