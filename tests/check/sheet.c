/* tests/check/sheet.c - builds small reports: rows of months and what is printed about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/check/sheet.h"

#include <string.h>

#include "check/check.h"

/* Returns (transfer full): the reference as a relation can name it: "CP3-QL" is cp3_ql. */
static char *
id_of_ref (const char *ref)
{
  char *id = g_ascii_strdown (ref, -1);
  for (char *c = id; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      *c = '_';
  return id;
}

Sheet *
sheet_new (void)
{
  char path[] = "sheet.txt";
  char sha256[] = "0000000000000000000000000000000000000000000000000000000000000000";
  Source source = { path, sha256 };
  Sheet *sheet = g_new0 (Sheet, 1);
  sheet->report = report_new (&source);
  sheet->report->period = SHEET_MONTH;
  sheet->knowledge.catalogue = g_new0 (Catalogue, 1);
  sheet->knowledge.catalogue->entries = g_ptr_array_new ();
  sheet->knowledge.catalogue->relations
      = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
  return sheet;
}

void
sheet_free (Sheet *sheet)
{
  report_free (sheet->report);
  g_ptr_array_unref (sheet->knowledge.catalogue->entries);
  g_ptr_array_unref (sheet->knowledge.catalogue->relations);
  g_free (sheet->knowledge.catalogue);
  lexicon_free (sheet->knowledge.lexicon);
  g_free (sheet);
}

static Status
status_of_mark (const char *mark)
{
  if (g_str_equal (mark, "-"))
    return STATUS_MISSING;
  return g_str_equal (mark, "new") ? STATUS_NEW_MEASURE : STATUS_UNREADABLE;
}

static Figure *
add_figure (Sheet *sheet, int row, Measure measure, const char *text)
{
  Figure *figure = report_add_figure (sheet->report);
  figure->indicator = row;
  figure->measure = measure;
  figure->table = 1;
  figure->row = row;
  report_set_text (&figure->raw, text);
  figure->has_value = decimal_parse (text, &figure->value);
  figure->status = figure->has_value ? STATUS_OK : status_of_mark (text);
  return figure;
}

int
sheet_add_row (Sheet *sheet, const char *ref, Unit unit, const char *months)
{
  int row = sheet->n_rows++;
  Indicator *indicator = report_add_indicator (sheet->report);
  indicator->table = 1;
  indicator->unit = unit;
  report_set_text (&indicator->ref, ref);
  g_autofree char *id = id_of_ref (ref);
  report_set_text (&indicator->canonical_id, id);

  g_auto (GStrv) cells = g_strsplit (months, " ", -1);
  int n_cells = (int) g_strv_length (cells);
  for (int i = 0; i < n_cells; i++)
    {
      if (g_str_equal (cells[i], "."))
        continue;
      Figure *figure = add_figure (sheet, row, MEASURE_ACTUAL, cells[i]);
      figure->period = period_add_months (SHEET_MONTH, i + 1 - n_cells);
      figure->column = 10 + i;
      figure->unit = unit;
    }
  return row;
}

Figure *
sheet_add (Sheet *sheet, int row, Measure measure, const char *text)
{
  static const char arrows[] = "^v=";
  static const Direction directions[] = { DIRECTION_UP, DIRECTION_DOWN, DIRECTION_FLAT };
  const char *arrow = text[0] != '\0' ? strchr (arrows, text[0]) : NULL;
  Figure *figure = add_figure (sheet, row, measure, arrow != NULL ? text + 1 : text);
  if (arrow != NULL)
    figure->direction = directions[arrow - arrows];
  report_set_text (&figure->raw, text);
  return figure;
}

void
sheet_add_share (Sheet *sheet, int row, const char *numerator, const char *denominator,
                 const char *percent)
{
  const struct
  {
    const char *text;
    Component component;
    Unit unit;
  } parts[] = { { numerator, COMPONENT_NUMERATOR, UNIT_COUNT },
                { denominator, COMPONENT_DENOMINATOR, UNIT_COUNT },
                { percent, COMPONENT_VALUE, UNIT_PERCENT } };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      Figure *figure = add_figure (sheet, row, MEASURE_ACTUAL, parts[i].text);
      figure->component = parts[i].component;
      figure->unit = parts[i].unit;
      figure->period = SHEET_MONTH;
    }
}

void
sheet_relate_as (Sheet *sheet, const char *text)
{
  g_autofree char *message = NULL;
  Relation *relation = relation_parse (text, &message);
  if (relation == NULL)
    g_error ("%s", message);
  g_ptr_array_add (sheet->knowledge.catalogue->relations, relation);
}

void
sheet_relate (Sheet *sheet, const char *of, const char *numerator, const char *denominator)
{
  g_autofree char *first = id_of_ref (of);
  g_autofree char *second = id_of_ref (numerator);
  g_autofree char *third = id_of_ref (denominator);
  g_autofree char *text = g_strdup_printf ("%s = %s / %s", first, second, third);
  sheet_relate_as (sheet, text);
}

guint
sheet_check (Sheet *sheet, const char *rule)
{
  check_report (sheet->report, &sheet->knowledge);
  guint n_found = 0;
  for (guint i = 0; i < sheet->report->findings->len; i++)
    n_found += g_str_equal (report_finding (sheet->report, i)->rule, rule);
  return n_found;
}

void
sheet_read_off_image (Sheet *sheet)
{
  static const char confusions[] = "confusions:\n"
                                   "  - { printed: '0', read: 'O 6 8 9' }\n"
                                   "  - { printed: '1', read: 'l 7' }\n"
                                   "  - { printed: '3', read: '8 5' }\n"
                                   "  - { printed: '5', read: 'S 6 3 8' }\n"
                                   "  - { printed: '6', read: '5 0 8' }\n"
                                   "  - { printed: '7', read: '1' }\n"
                                   "  - { printed: '8', read: '3 0 6' }\n"
                                   "  - { printed: '9', read: '0' }\n";
  sheet->knowledge.lexicon = lexicon_parse ("confusions", confusions, strlen (confusions), NULL);
  for (guint i = 0; i < sheet->report->figures->len; i++)
    {
      report_figure (sheet->report, i)->origin = ORIGIN_OCR;
      report_figure (sheet->report, i)->confidence = 0.95;
    }
}

void
sheet_repair (Sheet *sheet)
{
  check_repair_report (sheet->report, &sheet->knowledge);
}

const Finding *
sheet_finding (const Sheet *sheet, const char *rule)
{
  for (guint i = 0; i < sheet->report->findings->len; i++)
    if (g_str_equal (report_finding (sheet->report, i)->rule, rule))
      return report_finding (sheet->report, i);
  return NULL;
}

char *
sheet_round (gint64 numerator, gint64 denominator, int places)
{
  gint64 unit = 1;
  for (int i = 0; i < places; i++)
    unit *= 10;
  gint64 doubled = 2 * ABS (numerator) * unit + denominator;
  gint64 mantissa = doubled / (2 * denominator);
  return decimal_format ((Decimal){ numerator < 0 ? -mantissa : mantissa, places });
}
