/* tests/golden/test_memory.c - a long document takes hardly more memory than a short one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/golden/scratch.h"

/* The pages of five reports, and the same over and over. */
#define REPORTS "fixtures/layout-*.pdf"
#define COPIES 6
#define N_PAGES 40
#define N_ADDED ((COPIES - 1) * N_PAGES)

/* A sanitizer keeps what is freed: its memory says nothing of the program's. */
#ifdef __SANITIZE_ADDRESS__
#define HAS_SANITIZER TRUE
#else
#define HAS_SANITIZER FALSE
#endif

/* Returns: the most memory, in KB, that a command of the program took of the document $n. */
static long
peak_of (Scratch *scratch, const char *command, const char *document)
{
  scratch_must (scratch,
                "n=%s python3 -c 'import resource, subprocess, sys; "
                "subprocess.run(sys.argv[1], shell=True, check=True); "
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)' "
                "'%s'",
                document, command);
  return (long) g_ascii_strtoll (scratch->errors, NULL, 10);
}

Test (memory, of_a_long_document_is_that_of_a_short_one, .timeout = 300, .disabled = HAS_SANITIZER)
{
  /* Each page prints some 125 figures.  The long document fills the windows through which it is
   * looked at, a megabyte; and pages need memory by turns that malloc cannot always find again.
   * Keeping a page's figures in memory adds 4 MB to that, keeping what stands on the pages 20. */
  static const struct
  {
    const char *line;
    long most; /* KB that the long document may take more */
  } commands[] = {
    { "recount run $n.pdf -o $n", 3400 },
    { "recount tables $n.pdf > $n.csv", 2800 },
    { "recount extract $n.pdf > $n.pages", 2000 },
    { "recount parse < $n.pages > $n.report", 2000 },
    { "recount check < $n.report > $n.checked", 2000 },
    { "recount emit -o $n.again < $n.checked", 2400 },
  };
  g_autoptr (Scratch) scratch = scratch_new ();
  scratch_must (scratch,
                "pdfunite " REPORTS " short.pdf && "
                "pdfunite $(for i in $(seq %d); do echo short.pdf; done) long.pdf",
                COPIES);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *line = commands[i].line;
      long added = peak_of (scratch, line, "long") - peak_of (scratch, line, "short");
      cr_expect (lt (long, added, commands[i].most), "%s: %ld KB for %d pages more", line, added,
                 N_ADDED);
    }
  scratch_must (scratch, "diff -r long long.again && test $(wc -l < long/observations.csv) -gt %d",
                N_ADDED * 50);
}

/* What a report that has been dealt with may leave behind: the fate of its input, a row of an
 * index.  One that is kept takes 240 KB.  The few fill the 8 MB that a store keeps in memory. */
#define MANY_REPORTS 120
#define FEW_REPORTS 60
#define MOST_KB_A_REPORT 50

/* Makes a folder of so many reports, no two of the same bytes. */
static void
make_reports (Scratch *scratch, int n_reports, const char *folder)
{
  scratch_must (scratch,
                "mkdir %s && for i in $(seq %d); do "
                "(cat fixtures/southampton-2016-11.txt; echo $i) > %s/$i.txt; done",
                folder, n_reports, folder);
}

Test (memory, of_a_store_does_not_grow_with_its_reports, .timeout = 120, .disabled = HAS_SANITIZER)
{
  static const char *const commands[] = {
    "recount backfill --jobs 1 --store sqlite:$n.db --failures $n.csv $n",
    "recount export --store sqlite:$n.db -o $n.package",
  };
  g_autoptr (Scratch) scratch = scratch_new ();
  make_reports (scratch, FEW_REPORTS, "few");
  make_reports (scratch, MANY_REPORTS, "many");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      long added = peak_of (scratch, commands[i], "many") - peak_of (scratch, commands[i], "few");
      long most = (MANY_REPORTS - FEW_REPORTS) * MOST_KB_A_REPORT;
      cr_expect (lt (long, added, most), "%s: %ld KB for %d reports more", commands[i], added,
                 MANY_REPORTS - FEW_REPORTS);
    }
  scratch_must (scratch, "test $(wc -l < many.package/reports.csv) -eq %d", MANY_REPORTS + 1);
}
