/* emit/commentary.c - commentary.csv: a row for each text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/fields.h"
#include "emit/table.h"

static gconstpointer
text_at (const Report *report, guint index)
{
  return index < report->texts->len ? report_text (report, index) : NULL;
}

static const Column columns[] = {
  FIELD_REPORT_ID,
  FIELD_INDICATOR_NO (Text, FALSE),
  FIELD_TEXT (Text, section, "The heading that it stands under"),
  FIELD_CODE (Text, kind, text_kind_codes, TRUE, "What kind of text it is"),
  FIELD_TEXT (Text, text, "The text, on one line"),
  FIELD_PAGE (Text),
};

/* It links to reports.csv alone: a text of a section or of the report has no indicator, and a key
 * of which one part is empty is taken for a broken one. */
const Table commentary_table = {
  .name = "commentary",
  .about = "A row for each text: of an indicator, of a section or of the report",
  TABLE_COLUMNS (columns),
  .item = text_at,
  .links_to = &reports_table,
};
