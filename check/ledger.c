/* check/ledger.c - holds the reports of one authority against each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/check.h"

struct _Ledger
{
  guint n_reports;
};

Ledger *
ledger_new (void)
{
  return g_new0 (Ledger, 1);
}

void
ledger_free (Ledger *ledger)
{
  g_free (ledger);
}

void
ledger_compare (Ledger *ledger, G_GNUC_UNUSED Report *report)
{
  ledger->n_reports++;
}
