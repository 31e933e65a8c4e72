/* tests/golden/test_bad_input.c - inputs, outputs and data that are wrong, and what becomes of
 * them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <sys/resource.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "tests/golden/csv.h"
#include "tests/golden/scratch.h"

#define GOOD "fixtures/southampton-2015-06.txt"

/* Does what follows as a user whom permissions bind, for the tests may run as root. */
#define AS_USER                                                                                    \
  "as_user () { if [ $(id -u) -eq 0 ]; then chmod a+rwx . && "                                     \
  "setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"; else \"$@\"; fi; }; "

/* Of both: the good report alone, and the bad one after it. */
static void
assert_refused (Scratch *scratch, const char *input, const char *reason)
{
  g_autofree char *message = g_strdup_printf ("recount: %s: %s", input, reason);
  scratch_must (scratch, "recount run " GOOD " -o good && ls -A > before");

  scratch_run (scratch, "recount run %s " GOOD " -o both", input);
  cr_expect (eq (int, scratch->code, 3));
  cr_expect_not_null (strstr (scratch->errors, message), "%s", scratch->errors);
  cr_expect_not_null (strstr (scratch->out, message + strlen ("recount: ")), "%s", scratch->out);
  scratch_must (scratch, "diff -r good both && rm -r both");

  scratch_run (scratch, "recount run %s -o none", input);
  cr_expect (eq (int, scratch->code, 4));
  cr_expect_not_null (strstr (scratch->errors, message), "%s", scratch->errors);
  scratch_must (scratch, "ls -A | diff before -");
}

Test (bad_input, a_missing_one_is_named)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  assert_refused (scratch, "missing.txt", "No such file or directory");
}

Test (bad_input, an_empty_one_is_named)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_write (scratch, "empty.txt", "");
  assert_refused (scratch, "empty.txt", "is empty");
}

Test (bad_input, a_folder_is_no_report)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir folder");
  assert_refused (scratch, "folder", "is a folder, not a report");
}

Test (bad_input, a_pipe_is_not_waited_for, .timeout = 60)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkfifo pipe");
  assert_refused (scratch, "pipe", "is no regular file");
}

Test (bad_input, a_kind_that_is_not_read_yet_is_named)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "printf '\\211PNG\\r\\n' > report.png");
  assert_refused (scratch, "report.png", "is a PNG image that is damaged beyond reading");
}

Test (bad_input, binary_data_is_no_text)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "gzip -c " GOOD " > report.txt");
  assert_refused (scratch, "report.txt", "is binary data, not text");
}

Test (bad_input, a_line_of_50_megabytes_is_no_report)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "head -c 50000000 /dev/zero | tr '\\0' x > line.txt");
  assert_refused (
      scratch, "line.txt",
      "line 1 has 50000000 bytes, and the limit is 1048576; --max-line-bytes=N sets another");
}

Test (bad_input, one_that_may_not_be_read_is_named)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir here && cp recount " GOOD " here && cp -rL data here/data && "
                         "cp " GOOD " here/locked.txt && chmod 0 here/locked.txt && "
                         "chmod -R a+rX,o-w here/data here/recount && chmod a+rx .");
  scratch_run (scratch, AS_USER "cd here && as_user env -u RECOUNT_DATA ./recount run locked.txt "
                                "southampton-2015-06.txt -o out");
  cr_expect (eq (int, scratch->code, 3));
  cr_expect_not_null (strstr (scratch->errors, "locked.txt: Permission denied"), "%s",
                      scratch->errors);
  cr_expect (scratch_has (scratch, "here/out/reports.csv"));
}

Test (bad_input, one_cut_in_mid_character_is_read_as_far_as_it_goes)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "head -c $(grep -abom1 '↑' fixtures/southampton-2016-11.txt "
                         "| tail -1 | cut -d: -f1) fixtures/southampton-2016-11.txt > cut.txt && "
                         "printf '\\342\\206' >> cut.txt");
  scratch_must (scratch, "recount run cut.txt " GOOD " -o out");
  scratch_must (scratch, "grep 'cut' out/findings.csv");
}

/* Without the last six bytes, the end mark, or with a wrong place for the table of objects. */
#define WITHOUT_END "head -c -6 fixtures/layout-2015.pdf > bad.pdf"
#define WITHOUT_TABLE "LC_ALL=C sed '/^startxref/{n;s/.*/1/}' fixtures/layout-2015.pdf > bad.pdf"
#define FIGURES "for f in observations statistics targets commentary; do cut -d, -f2- "

static void
assert_read_and_said (const char *damage, const char *flaw)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch,
                "%s && recount run bad.pdf -o bad && "
                "recount run fixtures/layout-2015.pdf -o good",
                damage);
  scratch_must (scratch,
                FIGURES "good/$f.csv; done > good.csv; " FIGURES "bad/$f.csv; done > bad.csv; "
                        "test $(wc -l < good.csv) -gt 300 && cmp good.csv bad.csv");
  scratch_must (scratch, "cut -d, -f3,4 bad/findings.csv | tail -n +2");
  cr_expect_str_eq (scratch->out, "cut,warning\n");
  scratch_must (scratch, "recount tables bad.pdf");
  cr_expect_not_null (strstr (scratch->errors, flaw), "%s", scratch->errors);
}

Test (bad_input, a_pdf_without_its_end_is_read_and_said_to_be_cut)
{
  assert_read_and_said (WITHOUT_END, "recount: bad.pdf: the input is not whole: it ends before");
}

Test (bad_input, a_pdf_with_a_damaged_table_of_objects_is_read_and_said_to_be_damaged)
{
  assert_read_and_said (WITHOUT_TABLE,
                        "recount: bad.pdf: the input is not whole: the PDF's table of its objects");
}

Test (bad_input, a_pdf_cut_in_the_middle_is_named)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "head -c 30000 fixtures/layout-2015.pdf > half.pdf");
  assert_refused (scratch, "half.pdf",
                  "is a PDF that is damaged beyond reading: it ends before its end");
}

Test (bad_input, what_is_no_pdf_but_for_its_name_is_named)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "gzip -c " GOOD " > report.pdf");
  assert_refused (scratch, "report.pdf", "is binary data, not text");
}

Test (bad_input, the_same_bytes_twice_are_one_report)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "cp " GOOD " twin.txt && recount run " GOOD " -o one");
  scratch_must (scratch, "recount run " GOOD " twin.txt -o two");
  cr_expect_not_null (strstr (scratch->out, "twin.txt: has the same bytes as '" GOOD "'"), "%s",
                      scratch->out);
  scratch_must (scratch, "diff -r one two");
}

/* Size */

/* A table of months with so many rows, all different. */
static void
write_long_table (const Scratch *scratch, int n_rows)
{
  g_autoptr (GString) text = g_string_new ("Ref\tIndicator\tSep 16\tOct 16\tNov 16\n");
  for (int i = 1; i <= n_rows; i++)
    g_string_append_printf (text, "R%d\tNumber of things of kind %d\t%d\t%d\t%d\n", i, i, i, i + 1,
                            i + 2);
  scratch_write (scratch, "long.txt", text->str);
}

#ifdef __SANITIZE_ADDRESS__
#define MANY_ROWS 10000 /* a sanitizer takes its time, and the time is bounded too */
#else
#define MANY_ROWS 100000
#endif

/* As many rows as a thousand reports have. */
Test (bad_input, a_hundred_thousand_rows_take_bounded_time_and_memory, .timeout = 300)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  write_long_table (scratch, MANY_ROWS);
  scratch_must (scratch, "recount run long.txt -o out");
  scratch_must (scratch,
                "test $(wc -l < out/indicators.csv) -eq %d && "
                "test $(wc -l < out/observations.csv) -eq %d",
                MANY_ROWS + 1, 3 * MANY_ROWS + 1);

  struct rusage usage;
  getrusage (RUSAGE_CHILDREN, &usage);
  cr_expect (lt (long, usage.ru_utime.tv_sec, 60));
  cr_expect (lt (long, usage.ru_maxrss, 2L << 20), "in KB");
}

/* Outputs */

Test (bad_input, an_output_folder_of_other_files_is_left_alone)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir out && echo mine > out/thesis.txt && ls -A > before");
  scratch_run (scratch, "recount run " GOOD " -o out");
  cr_expect (eq (int, scratch->code, 4));
  cr_expect_not_null (strstr (scratch->errors, "out: "), "%s", scratch->errors);
  scratch_must (scratch, "test \"$(ls out)\" = thesis.txt && ls -A | diff before -");
}

Test (bad_input, an_output_that_is_a_file_is_left_alone)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "echo mine > out && ls -A > before");
  scratch_run (scratch, "recount run " GOOD " -o out");
  cr_expect (eq (int, scratch->code, 4));
  cr_expect_not_null (strstr (scratch->errors, "out: "), "%s", scratch->errors);
  scratch_must (scratch, "test \"$(cat out)\" = mine && ls -A | diff before -");
}

Test (bad_input, an_output_that_cannot_be_written_is_named)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "mkdir here shut && chmod 555 shut && cp recount " GOOD " here && "
                         "cp -rL data here && chmod -R a+rX here");
  scratch_run (scratch, AS_USER "as_user env -u RECOUNT_DATA here/recount run "
                                "here/southampton-2015-06.txt -o shut/out");
  cr_expect (eq (int, scratch->code, 4));
  cr_expect_not_null (strstr (scratch->errors, "shut/out"), "%s", scratch->errors);
  cr_expect_not_null (strstr (scratch->errors, "Permission denied"), "%s", scratch->errors);
}

Test (bad_input, a_disk_that_fills_up_leaves_nothing_half_written)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "recount run fixtures/unknown-targets.md -o out && cp -r out kept && "
                         "ls -A > before");
  scratch_run (scratch, "trap '' XFSZ; ulimit -f 16; recount run " GOOD " -o out 2>&1 | cat >&2; "
                        "test -d out");
  cr_expect_not_null (strstr (scratch->errors, "File too large"), "%s", scratch->errors);
  scratch_must (scratch, "diff -r out kept && ls -A | diff before -");
}

/* Data: a copy in which sed changes one line, and the key and the reason that are named. */

typedef struct
{
  char file[40], change[64];
  char key[24], reason[64];
} DataCase;

ParameterizedTestParameters (bad_input, broken_data_is_named_by_file_line_and_key)
{
  static DataCase cases[] = {
    { "lexicon.yaml", "1i colours: []", "colours", "there is no such key" },
    { "lexicon.yaml", "0,/means: group/s//means: grup/", "means", "'grup' is none of the codes" },
    { "lexicon.yaml", "/^furniture:/,/pattern:/s/pattern: .*/pattern: \"(\"/", "pattern",
      "'(' is no regular expression" },
    { "catalogue.yaml", "0,/ unit: count/s// unit: hours/", "unit",
      "'hours' is none of the codes" },
    { "catalogue.yaml", "0,/ = referrals /s// = nobody /", "relations",
      "'nobody' is no indicator's id" },
    { "catalogue.yaml", "0,/ = referrals /s// = = referrals /", "relations", "at 27 in" },
    { "families/southampton-2016.yaml", "s/^arrow_threshold: .*/colour: red/", "colour",
      "there is no such key" },
    { "families/southampton-2016.yaml", "s/^arrow_threshold: .*/arrow_threshold: lots/",
      "arrow_threshold", "must be a whole number" },
    { "families/southampton-2016.yaml", "/^authority_when:/,/  - /s/- .*/- \"(\"/",
      "authority_when", "'(' is no regular expression" },
  };
  return cr_make_param_array (DataCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (DataCase *broken, bad_input, broken_data_is_named_by_file_line_and_key)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "cp -rL data mine && sed -i '%s' mine/%s", broken->change, broken->file);
  scratch_must (scratch, "diff data/%s mine/%s | sed -n '1s/.*[ac]//p'", broken->file,
                broken->file);
  g_autofree char *message = g_strdup_printf (
      "recount: mine/%s: line %d, key '%s': %s", broken->file,
      (int) g_ascii_strtoll (scratch->out, NULL, 10), broken->key, broken->reason);

  scratch_run (scratch, "recount run " GOOD " -o out --data mine");
  cr_expect (eq (int, scratch->code, 4));
  cr_expect_not_null (strstr (scratch->errors, message), "%s\n%s", message, scratch->errors);
  cr_expect (zero (int, scratch_has (scratch, "out")));
}

Test (bad_input, data_that_is_no_yaml_is_named_by_file_and_line)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch, "cp -rL data mine && sed -i '1i headings: [' mine/lexicon.yaml");
  scratch_run (scratch, "recount run " GOOD " -o out --data mine");
  cr_expect (eq (int, scratch->code, 4));
  cr_expect_not_null (strstr (scratch->errors, "recount: mine/lexicon.yaml: line "), "%s",
                      scratch->errors);
}
