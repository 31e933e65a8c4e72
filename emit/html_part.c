/* emit/html_part.c - how a report that is too long for one page is cut into several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row, a text and a finding take is reckoned from what is printed of them, with the lengths
 * of their mark-up as they are in the reports of fixtures/, without images.
 */
#include "emit/html_part.h"

#include <string.h>

#include "emit/html.h"

#define MOST_BYTES (HTML_MAX_BYTES / 100 * 92) /* of what stands on one page */
#define PART_BYTES (HTML_MAX_BYTES / 2) /* of a part of what does not; images have the rest */

#define ROW_BYTES 600     /* its drawing is most of it */
#define CELL_BYTES 95     /* of a figure */
#define TEXT_BYTES 60     /* of a commentary or definition */
#define FINDING_BYTES 560 /* with the sign that its cell bears */

/* Returns: the place in the costs of what is about an indicator. */
static guint
place_of (int indicator)
{
  return (guint) (indicator - NO_INDICATOR);
}

static gsize
cost_of_finding (const Report *report, const Finding *finding)
{
  const Indicator *indicator = finding->indicator == NO_INDICATOR
                                   ? NULL
                                   : report_indicator (report, (guint) finding->indicator);
  return FINDING_BYTES + strlen (finding->message) + strlen (finding->suggestion)
         + (indicator != NULL ? strlen (indicator->name) : 0);
}

/* Returns (transfer full): the bytes that each indicator takes on a page, behind those that none
 * does. */
static gsize *
reckon (const Report *report)
{
  gsize *costs = g_new0 (gsize, report->indicators->len + 1);
  for (guint i = 0; i < report->indicators->len; i++)
    costs[place_of ((int) i)] += ROW_BYTES + strlen (report_indicator (report, i)->name);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      costs[place_of (figure->indicator)] += CELL_BYTES + strlen (figure->raw);
    }
  for (guint i = 0; i < report->texts->len; i++)
    {
      const Text *text = report_text (report, i);
      costs[place_of (text->indicator)] += TEXT_BYTES + strlen (text->text);
    }
  for (guint i = 0; i < report->findings->len; i++)
    {
      const Finding *finding = report_finding (report, i);
      costs[place_of (finding->indicator)] += cost_of_finding (report, finding);
    }
  return costs;
}

GArray *
html_parts_of (const Report *report)
{
  g_autofree gsize *costs = reckon (report);
  gsize total = 0, taken = costs[0];
  for (guint i = 0; i <= report->indicators->len; i++)
    total += costs[i];

  GArray *parts = g_array_new (FALSE, FALSE, sizeof (HtmlPart));
  HtmlPart part = { 0, 0 };
  for (; part.end < report->indicators->len; part.end++)
    {
      gsize cost = costs[place_of ((int) part.end)];
      if (total > MOST_BYTES && taken + cost > PART_BYTES && part.end > part.first)
        {
          g_array_append_val (parts, part);
          part.first = part.end;
          taken = 0;
        }
      taken += cost;
    }
  g_array_append_val (parts, part);
  return parts;
}

gboolean
html_part_has (const HtmlPart *part, int indicator)
{
  return indicator == NO_INDICATOR
             ? part->first == 0
             : (guint) indicator >= part->first && (guint) indicator < part->end;
}

guint
html_parts_find (const GArray *parts, int indicator)
{
  guint i = 0;
  while (i + 1 < parts->len && !html_part_has (&g_array_index (parts, HtmlPart, i), indicator))
    i++;
  return i;
}
