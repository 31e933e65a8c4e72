/* check/recovery.c - what was printed and not, or not surely, read?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/proof.h"

/* A finding lists so many numbers; a page that lost more was not recognised at all. */
#define MOST_LISTED 40

/* Adds the finding for the page of the @first unplaced number: the first one of its page. */
static void
add_unplaced (Check *check, guint first)
{
  Report *report = check->report;
  int page = report_unplaced (report, first)->page;
  g_autoptr (GString) list = g_string_new (NULL);
  Box box = { 0 };
  guint n_numbers = 0;
  for (guint i = first; i < report->unplaced->len; i++)
    {
      const Unplaced *number = report_unplaced (report, i);
      if (number->page != page)
        continue;
      box = box_union (box, number->box);
      if (n_numbers++ < MOST_LISTED)
        g_string_append_printf (list, "%s'%s'", list->len > 0 ? ", " : "", number->text);
    }
  if (n_numbers > MOST_LISTED)
    g_string_append_printf (list, " and %u more", n_numbers - MOST_LISTED);

  Finding *finding = report_add_finding (report, "unplaced", SEVERITY_WARNING);
  g_autofree char *message = g_strdup_printf ("%u number%s of a table in no cell: %s", n_numbers,
                                              n_numbers == 1 ? "" : "s", list->str);
  report_set_text (&finding->message, message);
  finding->page = page;
  finding->box = box;
}

static gboolean
is_first_of_page (const Report *report, guint index)
{
  for (guint i = 0; i < index; i++)
    if (report_unplaced (report, i)->page == report_unplaced (report, index)->page)
      return FALSE;
  return TRUE;
}

static guint
count_values (const Report *report)
{
  guint n_values = 0;
  for (guint i = 0; i < report->figures->len; i++)
    n_values += report_figure (report, i)->has_value;
  return n_values;
}

void
check_unplaced (Check *check)
{
  check_held (check, count_values (check->report) + check->report->unplaced->len);
  for (guint i = 0; i < check->report->unplaced->len; i++)
    if (is_first_of_page (check->report, i))
      add_unplaced (check, i);
}

static char *
describe_cell (const Figure *figure)
{
  Where where
      = { .page = -1, .table = figure->table, .row = figure->row, .column = figure->column };
  g_autofree char *place = where_describe (&where);
  return g_strdup_printf ("%s%s", place, place[0] != '\0' ? ": " : "");
}

/* Adds the finding for the figures of an indicator that has nothing to be known by. */
static void
add_nameless (Check *check, int indicator)
{
  const Figure *first = NULL;
  guint n = 0;
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      if (figure->indicator != indicator)
        continue;
      first = first != NULL ? first : figure;
      n++;
    }
  if (n == 0)
    return;
  g_autofree char *cell = describe_cell (first);
  g_autofree char *message
      = g_strdup_printf ("%s'%s' and %u more of its row stand beside no name and no reference",
                         cell, first->raw, n - 1);
  proof_add (check, "nameless", SEVERITY_WARNING, first, message);
}

void
check_nameless (Check *check)
{
  check_held (check, check->report->indicators->len);
  for (guint i = 0; i < check->report->indicators->len; i++)
    {
      const Indicator *indicator = report_indicator (check->report, i);
      if (indicator->name[0] == '\0' && indicator->ref[0] == '\0')
        add_nameless (check, (int) i);
    }
}

void
check_unreadable (Check *check)
{
  check_held (check, check->report->figures->len);
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      if (figure->status != STATUS_UNREADABLE)
        continue;
      g_autofree char *cell = describe_cell (figure);
      g_autofree char *message
          = g_strdup_printf ("%s'%s' is no value and no known mark", cell, figure->raw);
      proof_add (check, "unreadable", SEVERITY_WARNING, figure, message);
    }
}

void
check_doubtful (Check *check)
{
  check_held (check, count_values (check->report));
  for (guint i = 0; i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      if (!figure->has_value || proof_can_judge (figure))
        continue;
      char confidence[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (confidence, sizeof confidence, "%.2f", figure->confidence);
      g_autofree char *cell = describe_cell (figure);
      g_autofree char *value = decimal_format (figure->value);
      g_autofree char *message = g_strdup_printf ("%s'%s' was read as %s with confidence %s", cell,
                                                  figure->raw, value, confidence);
      proof_add (check, "doubtful", SEVERITY_WARNING, figure, message);
    }
}
