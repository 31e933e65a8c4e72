/* model/finding.c - what is wrong, doubtful or worth knowing about a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/finding.h"

#include "model/report_record.h"

void
finding_clear (Finding *finding)
{
  record_clear (&finding_record, finding);
}
