/* emit/grade.c - how far a report's figures can be relied upon, in one letter with its reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/grade.h"

#include "emit/tally.h"

GradeCounts
grade_count (const Report *report)
{
  GradeCounts counts = { .n_values = tally_values (report),
                         .n_findings = tally_findings (report, SEVERITY_CONTRADICTION),
                         .n_causes = tally_causes (report, SEVERITY_CONTRADICTION),
                         .n_warnings = tally_causes (report, SEVERITY_WARNING),
                         .n_unplaced = report->unplaced->len };
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      counts.n_unreadable += figure->status == STATUS_UNREADABLE;
      counts.n_doubtful += figure->has_value && figure->confidence < CONFIDENCE_TRUSTED;
    }
  for (guint i = 0; i < report->coverage->len; i++)
    {
      counts.n_held += report_coverage (report, i)->n_checked > 0;
      counts.n_idle += report_coverage (report, i)->n_checked == 0;
    }
  return counts;
}

Grade
grade_of (const GradeCounts *counts)
{
  if (counts->n_values == 0 || counts->n_held == 0)
    return GRADE_NONE;
  if ((guint64) counts->n_findings * GRADE_WIDESPREAD > counts->n_values)
    return GRADE_D;
  if (counts->n_findings > 0)
    return GRADE_C;
  return counts->n_warnings + counts->n_unplaced + counts->n_unreadable + counts->n_doubtful > 0
             ? GRADE_B
             : GRADE_A;
}

const char *
grade_letter (Grade grade)
{
  static const char *const letters[] = { "A", "B", "C", "D", "\xE2\x80\x93" };
  return letters[grade];
}

const char *
grade_meaning (Grade grade)
{
  static const char *const meanings[] = {
    [GRADE_A] = "nothing contradicts, nothing is doubtful",
    [GRADE_B] = "nothing contradicts, something is doubtful",
    [GRADE_C] = "some figures cannot be true",
    [GRADE_D] = "many figures cannot be true",
    [GRADE_NONE] = "nothing could be checked",
  };
  return meanings[grade];
}
