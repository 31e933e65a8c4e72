/* emit/tally.c - what a report is summed up by: its values, and how many things are wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/tally.h"

/* Returns: the groups that hold a finding worse than @severity: there they are counted. */
static GHashTable *
worse_groups (const Report *report, Severity severity)
{
  GHashTable *groups = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const Finding *finding = report_finding (report, i);
      if (finding->severity < severity && finding->group[0] != '\0')
        g_hash_table_add (groups, finding->group);
    }
  return groups;
}

void
tally_append_causes (GArray *causes, const Report *report, Severity severity)
{
  /* from a group to its place in @causes, plus one */
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) worse = worse_groups (report, severity);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const Finding *finding = report_finding (report, i);
      if (finding->severity != severity || g_hash_table_contains (worse, finding->group))
        continue;
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, finding->group));
      if (place > 0)
        {
          g_array_index (causes, Cause, place - 1).n_findings++;
          continue;
        }
      Cause cause = { report, finding, 1 };
      g_array_append_val (causes, cause);
      if (finding->group[0] != '\0')
        g_hash_table_insert (places, finding->group, GUINT_TO_POINTER (causes->len));
    }
}

guint
tally_causes (const Report *report, Severity severity)
{
  g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (Cause));
  tally_append_causes (causes, report, severity);
  return causes->len;
}

guint
tally_findings (const Report *report, Severity severity)
{
  guint n_findings = 0;
  for (guint i = 0; i < report->findings->len; i++)
    n_findings += report_finding (report, i)->severity == severity ? 1 : 0;
  return n_findings;
}

guint
tally_values (const Report *report)
{
  guint n_values = 0;
  for (guint i = 0; i < report->figures->len; i++)
    n_values += report_figure (report, i)->has_value ? 1 : 0;
  return n_values;
}
