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

/* Puts contradictions that are printed more than once into one group. */
static void
group_repeated (Check *check)
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

/* One cell */

/* Whether the finding is about one cell: those of a heading, or of what was not read, are not, nor
 * are notes. */
static gboolean
is_of_cell (const Finding *finding)
{
  return finding->severity != SEVERITY_NOTE && finding->indicator != NO_INDICATOR
         && finding->measure != MEASURE_NONE;
}

static char *
cell_of (const Check *check, const Finding *finding)
{
  Line line = { finding->indicator, COMPONENT_VALUE };
  return line_cell (check, line, finding->measure, finding->period);
}

/* Lets the finding join the group that bears the name of its cell, if another cell does not explain
 * it already. */
static void
join_cell (Finding *finding, const char *cell)
{
  if (finding->group[0] == '\0')
    report_set_text (&finding->group, cell);
}

/* A cell that explains findings has a group that bears its name: what is said of the cell itself is
 * of that group; else findings of several rules about a cell are of one. */
static void
group_cells (Check *check)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < check->report->findings->len; i++)
    g_hash_table_add (named, g_strdup (report_finding (check->report, i)->group));
  for (guint i = 0; i < check->report->findings->len; i++)
    {
      Finding *finding = report_finding (check->report, i);
      if (!is_of_cell (finding))
        continue;
      g_autofree char *cell = cell_of (check, finding);
      Finding *other = g_hash_table_lookup (first, cell);
      gboolean is_said_twice = other != NULL && !g_str_equal (other->rule, finding->rule)
                               && other->group[0] == '\0' && finding->group[0] == '\0';
      if (is_said_twice)
        join_cell (other, cell);
      if (is_said_twice || g_hash_table_contains (named, cell)
          || (other != NULL && g_str_equal (other->group, cell)))
        join_cell (finding, cell);
      if (other == NULL)
        g_hash_table_insert (first, g_steal_pointer (&cell), finding);
    }
}

void
cause_group (Check *check)
{
  group_repeated (check);
  group_cells (check);
}
