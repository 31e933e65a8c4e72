/* model/report.c - what a report says: indicators, figures, texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each structure holds at first, and what of it is owned, is in model/report_record.c.
 */
#include "model/report.h"

#include "model/phrase.h"
#include "model/report_record.h"

#define REPORT_ID_DIGITS 12

static void
clear_indicator (gpointer indicator)
{
  record_clear (&indicator_record, indicator);
}

static void
clear_text (gpointer text)
{
  record_clear (&text_record, text);
}

static void
clear_claim (gpointer claim)
{
  record_clear (&claim_record, claim);
}

static void
clear_unplaced (gpointer unplaced)
{
  record_clear (&unplaced_record, unplaced);
}

static void
clear_coverage (gpointer coverage)
{
  record_clear (&coverage_record, coverage);
}

static void
clear_finding (gpointer finding)
{
  finding_clear (finding);
}

static GArray *
new_array (gsize element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) element_size);
  g_array_set_clear_func (array, clear);
  return array;
}

Report *
report_new (const Source *source)
{
  Report *report = g_new0 (Report, 1);
  record_init (&report_record, report);
  report_set_text (&report->source.path, source->path);
  report_set_text (&report->source.sha256, source->sha256);
  report->indicators = new_array (sizeof (Indicator), clear_indicator);
  report->figures = roll_new (sizeof (Figure));
  report->texts = new_array (sizeof (Text), clear_text);
  report->claims = new_array (sizeof (Claim), clear_claim);
  report->unplaced = new_array (sizeof (Unplaced), clear_unplaced);
  report->coverage = new_array (sizeof (Coverage), clear_coverage);
  report->findings = new_array (sizeof (Finding), clear_finding);
  return report;
}

void
report_free (Report *report)
{
  if (report == NULL)
    return;

  record_clear (&report_record, report);
  g_array_unref (report->indicators);
  for (guint i = 0; i < report->figures->len; i++)
    record_clear (&figure_record, report_figure (report, i));
  roll_free (report->figures);
  g_array_unref (report->texts);
  g_array_unref (report->claims);
  g_array_unref (report->unplaced);
  g_array_unref (report->coverage);
  g_array_unref (report->findings);
  g_free (report);
}

Indicator *
report_add_indicator (Report *report)
{
  return record_append (&indicator_record, report->indicators);
}

Figure *
report_add_figure (Report *report)
{
  Figure *figure = roll_add (report->figures);
  record_init (&figure_record, figure);
  return figure;
}

Text *
report_add_text (Report *report)
{
  return record_append (&text_record, report->texts);
}

Claim *
report_add_claim (Report *report)
{
  return record_append (&claim_record, report->claims);
}

Unplaced *
report_add_unplaced (Report *report)
{
  return record_append (&unplaced_record, report->unplaced);
}

Coverage *
report_add_coverage (Report *report, const char *rule)
{
  Coverage *coverage = record_append (&coverage_record, report->coverage);
  report_set_text (&coverage->rule, rule);
  return coverage;
}

Finding *
report_add_finding (Report *report, const char *rule, Severity severity)
{
  Finding *finding = record_append (&finding_record, report->findings);
  report_set_text (&finding->rule, rule);
  finding->severity = severity;
  return finding;
}

Indicator *
report_indicator (const Report *report, guint index)
{
  g_assert (index < report->indicators->len);
  return &g_array_index (report->indicators, Indicator, index);
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
  g_assert (index < report->texts->len);
  return &g_array_index (report->texts, Text, index);
}

Claim *
report_claim (const Report *report, guint index)
{
  g_assert (index < report->claims->len);
  return &g_array_index (report->claims, Claim, index);
}

Unplaced *
report_unplaced (const Report *report, guint index)
{
  g_assert (index < report->unplaced->len);
  return &g_array_index (report->unplaced, Unplaced, index);
}

Coverage *
report_coverage (const Report *report, guint index)
{
  g_assert (index < report->coverage->len);
  return &g_array_index (report->coverage, Coverage, index);
}

Finding *
report_finding (const Report *report, guint index)
{
  g_assert (index < report->findings->len);
  return &g_array_index (report->findings, Finding, index);
}

#define PART(Type, noun, member, ...)                                                              \
  static guint count_##noun (const Report *report) { return report->member->len; }                 \
  static gconstpointer noun##_at (const Report *report, guint index)                               \
  {                                                                                                \
    return index < report->member->len ? report_##noun (report, index) : NULL;                     \
  }                                                                                                \
  static gpointer add_##noun (Report *report) { return report_add_##noun (__VA_ARGS__); }          \
  static void swap_##noun (const Report *report, guint a, guint b)                                 \
  {                                                                                                \
    Type held = *report_##noun (report, a);                                                        \
    *report_##noun (report, a) = *report_##noun (report, b);                                       \
    *report_##noun (report, b) = held;                                                             \
  }
PART (Indicator, indicator, indicators, report)
PART (Figure, figure, figures, report)
PART (Text, text, texts, report)
PART (Claim, claim, claims, report)
PART (Unplaced, unplaced, unplaced, report)
PART (Coverage, coverage, coverage, report, "")
PART (Finding, finding, findings, report, "", SEVERITY_NOTE)

static const struct
{
  guint (*count) (const Report *report);
  gconstpointer (*at) (const Report *report, guint index);
  gpointer (*add) (Report *report);
  void (*swap) (const Report *report, guint a, guint b);
} parts[N_REPORT_PARTS] = {
  [REPORT_INDICATORS] = { count_indicator, indicator_at, add_indicator, swap_indicator },
  [REPORT_FIGURES] = { count_figure, figure_at, add_figure, swap_figure },
  [REPORT_TEXTS] = { count_text, text_at, add_text, swap_text },
  [REPORT_CLAIMS] = { count_claim, claim_at, add_claim, swap_claim },
  [REPORT_UNPLACED] = { count_unplaced, unplaced_at, add_unplaced, swap_unplaced },
  [REPORT_COVERAGE] = { count_coverage, coverage_at, add_coverage, swap_coverage },
  [REPORT_FINDINGS] = { count_finding, finding_at, add_finding, swap_finding },
};

guint
report_n_elements (const Report *report, ReportPart part)
{
  return parts[part].count (report);
}

gconstpointer
report_element (const Report *report, ReportPart part, guint index)
{
  return parts[part].at (report, index);
}

gpointer
report_add_element (Report *report, ReportPart part)
{
  return parts[part].add (report);
}

void
report_swap_elements (Report *report, ReportPart part, guint a, guint b)
{
  parts[part].swap (report, a, b);
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
