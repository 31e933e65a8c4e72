/* check/cause.c - which findings that no slip explains have one cause nonetheless?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/cause.h"

#include "check/line.h"

/* Returns (transfer full): what findings of one cause have in common: rule, indicator, period. */
static char *
key_of (const Check *check, const Finding *finding)
{
  const Indicator *row = report_indicator (check->report, (guint) finding->indicator);
  const char *id = row->canonical_id[0] != '\0' ? row->canonical_id : row->ref;
  g_autofree char *period = period_format (finding->period);
  gboolean is_shares = g_str_equal (finding->rule, "shares");
  if (id[0] == '\0' && !is_shares)
    return NULL;
  return g_strdup_printf ("%s|%s|%d|%s|%s", finding->rule, id[0] != '\0' ? id : row->name,
                          (int) finding->measure, period, is_shares ? "" : finding->printed);
}

static void
join (Check *check, Finding *first, Finding *later)
{
  Finding *grouped = later->group[0] != '\0' ? later : first;
  g_autofree char *period = period_format (first->period);
  g_autofree char *own = g_strdup_printf (
      "%s %s", line_label (check, (Line){ first->indicator, COMPONENT_VALUE }), period);
  g_autofree char *group = g_strdup (grouped->group[0] != '\0' ? grouped->group : own);
  report_set_text (&first->group, group);
  report_set_text (&later->group, group);
}

void
cause_group (Check *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < check->report->findings->len; i++)
    {
      Finding *finding = report_finding (check->report, i);
      char *key = finding->severity == SEVERITY_CONTRADICTION && finding->indicator != NO_INDICATOR
                      ? key_of (check, finding)
                      : NULL;
      Finding *first = key != NULL ? g_hash_table_lookup (seen, key) : NULL;
      if (first != NULL && (first->group[0] == '\0' || finding->group[0] == '\0'))
        join (check, first, finding);
      if (key != NULL && first == NULL)
        g_hash_table_insert (seen, key, finding);
      else
        g_free (key);
    }
}
