/* model/report.c - what a report says: indicators, figures, texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each structure holds at first, and what of it is owned, is in model/report_record.c.
 */
#include "model/report.h"

#include <string.h>

#include "model/phrase.h"
#include "model/report_record.h"

#define REPORT_ID_DIGITS 12

/* What the elements of a part are, and where their roll is in a report. */
static const struct
{
  const Record *record;
  gsize n_bytes, roll;
} parts[N_REPORT_PARTS] = {
  [REPORT_INDICATORS] = { &indicator_record, sizeof (Indicator), offsetof (Report, indicators) },
  [REPORT_FIGURES] = { &figure_record, sizeof (Figure), offsetof (Report, figures) },
  [REPORT_TEXTS] = { &text_record, sizeof (Text), offsetof (Report, texts) },
  [REPORT_CLAIMS] = { &claim_record, sizeof (Claim), offsetof (Report, claims) },
  [REPORT_UNPLACED] = { &unplaced_record, sizeof (Unplaced), offsetof (Report, unplaced) },
  [REPORT_COVERAGE] = { &coverage_record, sizeof (Coverage), offsetof (Report, coverage) },
  [REPORT_FINDINGS] = { &finding_record, sizeof (Finding), offsetof (Report, findings) },
};

static Roll **
roll_of (const Report *report, ReportPart part)
{
  return (Roll **) ((char *) report + parts[part].roll);
}

Report *
report_new (const Source *source)
{
  Report *report = g_new0 (Report, 1);
  record_init (&report_record, report);
  report_set_text (&report->source.path, source->path);
  report_set_text (&report->source.sha256, source->sha256);
  report->shelf = shelf_new ();
  for (ReportPart part = 0; part < N_REPORT_PARTS; part++)
    *roll_of (report, part) = roll_new (report->shelf, parts[part].n_bytes);
  return report;
}

void
report_free (Report *report)
{
  if (report == NULL)
    return;

  for (ReportPart part = 0; part < N_REPORT_PARTS; part++)
    {
      report_cut (report, part, 0);
      roll_free (*roll_of (report, part));
    }
  record_clear (&report_record, report);
  shelf_free (report->shelf);
  g_free (report);
}

guint
report_n_elements (const Report *report, ReportPart part)
{
  return (*roll_of (report, part))->len;
}

gpointer
report_element (const Report *report, ReportPart part, guint index)
{
  return roll_at (*roll_of (report, part), index);
}

gpointer
report_add_element (Report *report, ReportPart part)
{
  gpointer element = roll_add (*roll_of (report, part));
  record_init (parts[part].record, element);
  return element;
}

void
report_cut (Report *report, ReportPart part, guint len)
{
  for (guint i = len; i < report_n_elements (report, part); i++)
    record_clear (parts[part].record, report_element (report, part, i));
  roll_cut (*roll_of (report, part), len);
}

void
report_swap_elements (Report *report, ReportPart part, guint a, guint b)
{
  g_autofree gpointer held = g_memdup2 (report_element (report, part, a), parts[part].n_bytes);
  memcpy (report_element (report, part, a), report_element (report, part, b), parts[part].n_bytes);
  memcpy (report_element (report, part, b), held, parts[part].n_bytes);
}

Indicator *
report_add_indicator (Report *report)
{
  return report_add_element (report, REPORT_INDICATORS);
}

Figure *
report_add_figure (Report *report)
{
  return report_add_element (report, REPORT_FIGURES);
}

Text *
report_add_text (Report *report)
{
  return report_add_element (report, REPORT_TEXTS);
}

Claim *
report_add_claim (Report *report)
{
  return report_add_element (report, REPORT_CLAIMS);
}

Unplaced *
report_add_unplaced (Report *report)
{
  return report_add_element (report, REPORT_UNPLACED);
}

Coverage *
report_add_coverage (Report *report, const char *rule)
{
  Coverage *coverage = report_add_element (report, REPORT_COVERAGE);
  report_set_text (&coverage->rule, rule);
  return coverage;
}

Finding *
report_add_finding (Report *report, const char *rule, Severity severity)
{
  Finding *finding = report_add_element (report, REPORT_FINDINGS);
  report_set_text (&finding->rule, rule);
  finding->severity = severity;
  return finding;
}

Indicator *
report_indicator (const Report *report, guint index)
{
  return roll_at (report->indicators, index);
}

Figure *
report_figure (const Report *report, guint index)
{
  return roll_at (report->figures, index);
}

guint
report_figure_index (const Report *report, const Figure *figure)
{
  return roll_index (report->figures, figure);
}

Text *
report_text (const Report *report, guint index)
{
  return roll_at (report->texts, index);
}

Claim *
report_claim (const Report *report, guint index)
{
  return roll_at (report->claims, index);
}

Unplaced *
report_unplaced (const Report *report, guint index)
{
  return roll_at (report->unplaced, index);
}

Coverage *
report_coverage (const Report *report, guint index)
{
  return roll_at (report->coverage, index);
}

Finding *
report_finding (const Report *report, guint index)
{
  return roll_at (report->findings, index);
}

char *
report_dup_id (const Report *report)
{
  return g_strndup (report->source.sha256, REPORT_ID_DIGITS);
}

char *
indicator_dup_series (const Indicator *indicator)
{
  if (indicator->canonical_id[0] != '\0')
    return g_strdup (indicator->canonical_id);
  return indicator->ref[0] != '\0' ? g_strdup (indicator->ref)
                                   : g_utf8_strdown (indicator->name, -1);
}

char *
report_last_day (const Report *report, Period period)
{
  gboolean is_current = report->period.kind == PERIOD_MONTH
                        && period_year_began (report->period) == period_year_began (period);
  return period_last_day (period, is_current ? report->period : NO_PERIOD);
}

Figure *
report_find_figure (const Report *report, int indicator, Measure measure, Period period,
                    Component component)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      if (figure->indicator == indicator && figure->measure == measure
          && figure->component == component
          && (period.kind == PERIOD_NONE || period_equal (figure->period, period)))
        return figure;
    }
  return NULL;
}

Origin
report_origin (const Report *report, gboolean *is_mixed)
{
  gboolean has_text = FALSE, has_ocr = FALSE;
  for (guint i = 0; i < report->figures->len; i++)
    {
      Origin origin = report_figure (report, i)->origin;
      has_text = has_text || origin == ORIGIN_TEXT;
      has_ocr = has_ocr || origin == ORIGIN_OCR;
    }

  if (is_mixed != NULL)
    *is_mixed = has_text && has_ocr;
  return has_ocr && !has_text ? ORIGIN_OCR : ORIGIN_TEXT;
}

void
report_set_text (char **field, const char *value)
{
  phrase_set (field, value);
}
