/* check/definition.c - does a reference mean something else than in the report before?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It does if the two name two indicators of the catalogue, count in two units, or print two
 * definitions.  A note, once a reference.
 */
#include "check/ledger.h"

/* Returns (transfer full) (nullable): in what the two differ. */
static char *
describe_difference (const Meaning *now, const Meaning *before)
{
  if (now->canonical_id[0] != '\0' && before->canonical_id[0] != '\0'
      && !g_str_equal (now->canonical_id, before->canonical_id))
    return g_strdup_printf ("means %s, and %s meant %s by it", now->canonical_id,
                            before->vintage->name, before->canonical_id);
  if (now->unit != UNIT_NONE && before->unit != UNIT_NONE && now->unit != before->unit)
    return g_strdup_printf ("is of unit %s, and in %s it was of unit %s", unit_code (now->unit),
                            before->vintage->name, unit_code (before->unit));
  if (now->text[0] != '\0' && before->text[0] != '\0' && !g_str_equal (now->text, before->text))
    return g_strdup_printf ("is defined in other words than in %s", before->vintage->name);
  return NULL;
}

void
compare_definition (Comparing *comparing)
{
  Report *report = comparing->check.report;
  for (guint i = 0; i < report->indicators->len; i++)
    {
      const Indicator *indicator = report_indicator (report, i);
      const Meaning *now = g_hash_table_lookup (comparing->meanings, indicator->ref);
      const Meaning *before = g_hash_table_lookup (comparing->ledger->meanings, indicator->ref);
      if (now == NULL || before == NULL || now->indicator != (int) i || now->is_torn
          || before->is_torn)
        continue;
      g_autofree char *difference = describe_difference (now, before);
      if (difference == NULL)
        continue;
      g_autofree char *message = g_strdup_printf ("%s %s", indicator->ref, difference);
      Finding *finding = report_add_finding (report, "definition", SEVERITY_NOTE);
      finding->indicator = (int) i;
      finding->page = indicator->page;
      report_set_text (&finding->message, message);
    }
}
