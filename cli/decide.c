/* cli/decide.c - checks reports with what people decided about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/decide.h"

#include <stdio.h>

#include "check/check.h"

Decisions *
decide_load (char **files, GError **error)
{
  g_autoptr (Decisions) decisions = decisions_new ();
  for (; files != NULL && *files != NULL; files++)
    if (!decisions_load (decisions, *files, error))
      return NULL;
  return g_steal_pointer (&decisions);
}

void
decide_check (Report *report, const Checking *checking)
{
  review_cells (checking->decisions, report);
  (checking->repairs ? check_repair_report : check_report) (report, checking->knowledge);
  review_findings (checking->decisions, report);
}

void
decide_report_left (const Decisions *decisions)
{
  g_autoptr (GPtrArray) left = review_left (decisions);
  for (guint i = 0; i < left->len; i++)
    fprintf (stderr, "recount: %s\n", (const char *) g_ptr_array_index (left, i));
}
