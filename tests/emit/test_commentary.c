/* tests/emit/test_commentary.c - tests emit/commentary.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/emit/sample.h"

static void
add_text (Report *report, int indicator, const char *section, TextKind kind, const char *words)
{
  Text *text = report_add_text (report);
  text->indicator = indicator;
  text->kind = kind;
  text->page = 3;
  report_set_text (&text->section, section);
  report_set_text (&text->text, words);
}

Test (commentary, a_text_is_of_an_indicator_a_section_or_the_report)
{
  g_autoptr (Report) report = sample_new ();
  add_text (report, 0, "Front door", TEXT_COMMENTARY, "Fewer contacts, as in spring.");
  add_text (report, NO_INDICATOR, "Front door", TEXT_ANALYSIS, "Quiet.");
  add_text (report, NO_INDICATOR, "", TEXT_NOTE, "= draft");

  g_autofree char *rows = sample_rows (&commentary_table, report, TRUE);
  cr_expect_str_eq (rows,
                    SAMPLE_ID ",1,Front door,commentary,\"Fewer contacts, as in spring.\",3\n" //
                    SAMPLE_ID ",,Front door,analysis,Quiet.,3\n"                               //
                    SAMPLE_ID ",,,note,'= draft,3\n");
}
