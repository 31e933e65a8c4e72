/* tests/emit/test_indicators.c - tests emit/indicators.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>

#include "tests/emit/sample.h"

Test (indicators, are_numbered_in_document_order_with_what_is_printed_of_them)
{
  g_autoptr (Report) report = sample_new ();
  Indicator *second = report_add_indicator (report);
  second->unit = UNIT_PERCENT;
  const struct
  {
    char **field;
    const char *text;
  } texts[] = {
    { &second->ref, "A2-QL" },
    { &second->ref_printed, "A2-QI" },
    { &second->name, "Repeats" },
    { &second->section, "Front door" },
    { &second->good_performance, "Low" },
    { &second->owner, "Head of service" },
    { &second->reporter, "Data team" },
    { &second->outcome, "Safe" },
    { &second->data_note, "Snapshot" },
    { &second->canonical_id, "repeats_pct" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    report_set_text (texts[i].field, texts[i].text);

  g_autofree char *rows = sample_rows (&indicators_table, report, FALSE);
  cr_expect_str_eq (rows,
                    SAMPLE_ID ",1,1,A1,,\"Contacts, all\",,count,,,,,,,1\n" SAMPLE_ID
                              ",2,,A2-QL,A2-QI,Repeats,Front door,percent,Low,Head of service,"
                              "Data team,Safe,Snapshot,repeats_pct,\n");
}
