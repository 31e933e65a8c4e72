/* tests/parse/test_arrow_key.c - tests parse/arrow_key.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/arrow_key.h"

#include <criterion/criterion.h>

#include "model/report.h"

static Report *
read_key (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "|", -1);
  g_autoptr (ArrowKeyReader) reader = arrow_key_reader_new ();
  char path[] = "r.txt", sha256[] = "";
  const Source source = { path, sha256 };
  Report *report = report_new (&source);
  arrow_key_read (reader, (const char *const *) lines, report);
  return report;
}

Test (arrow_key, the_first_key_of_a_report_tells_how_large_a_change_has_an_arrow)
{
  static const struct
  {
    const char *lines;
    int threshold;
  } cases[] = {
    { "Increase 10% or more ↑|Decrease 10% or more ↓", 10 },
    { "A title|DECREASE: 5 % or more|Increase of 5% or more", 5 },
    { "Increase 20% or greater", 20 },
    { "An increase in numbers", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Report) report = read_key (cases[i].lines);
      cr_expect_eq (report->arrow_threshold, cases[i].threshold, "%s", cases[i].lines);
      cr_expect_eq (report->findings->len, 0, "%s", cases[i].lines);
    }
}

Test (arrow_key, halves_that_contradict_each_other_are_a_warning)
{
  static const struct
  {
    const char *lines, *printed, *suggestion;
  } cases[] = {
    { "Increase 10% or more ↑|Similar →|Decrease 10% or less ↓", "Decrease 10% or less",
      "Decrease 10% or more" },
    { "Increase: 5% or less ↑ Decrease: 5% or more ↓", "Increase: 5% or less",
      "Increase: 5% or more" },
    { "Increase 10% or more|Decrease 5% or more", "Decrease 5% or more", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Report) report = read_key (cases[i].lines);
      cr_assert_eq (report->findings->len, 1, "%s", cases[i].lines);
      const Finding *finding = report_finding (report, 0);
      cr_expect_str_eq (finding->rule, "arrow");
      cr_expect_eq (finding->severity, SEVERITY_WARNING);
      cr_expect_str_eq (finding->printed, cases[i].printed);
      cr_expect_str_eq (finding->suggestion, cases[i].suggestion);
    }
}

Test (arrow_key, halves_that_agree_or_are_no_key_are_none)
{
  static const char *const lines[] = {
    "Increase 10% or more ↑|Decrease -10% or less ↓",
    "Increase 10% or less|Decrease 10% or less",
    "Increase 10% or more|1|2|3|4|5|6|a decrease of 10% or less is expected",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (Report) report = read_key (lines[i]);
      cr_expect_eq (report->findings->len, 0, "%s", lines[i]);
    }
}
