/* check/recovery.c - what was printed and not, or not surely, read?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/proof.h"
#include "check/repair.h"

#include <string.h>

/* A finding lists so many numbers; a page that lost more was not recognised at all. */
#define MOST_LISTED 40

/* Whether the row of an unplaced number is known. */
static gboolean
is_of_row (const Unplaced *number)
{
  return number->indicator != NO_INDICATOR;
}

/* Adds the finding of a number of an indicator whose row or column is not known: with its place, so
 * that it can be told from what the indicator does not print. */
static void
add_unplaced_cell (Check *check, const Unplaced *number)
{
  Finding *finding = report_add_finding (check->report, "unplaced", SEVERITY_WARNING);
  g_autofree char *message = g_strdup_printf (
      "'%s' is in no cell: what its row or its column is for is not known", number->text);
  g_autofree char *group = g_strdup_printf ("unplaced, page %d", number->page);
  report_set_text (&finding->message, message);
  report_set_text (&finding->group, group);
  report_set_text (&finding->printed, number->text);
  finding->indicator = number->indicator;
  finding->page = number->page;
  finding->box = number->box;
}

/* Adds the finding for the page of the @first unplaced number of no known row, which is the first
 * one of its page. */
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
      if (number->page != page || is_of_row (number))
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
    if (!is_of_row (report_unplaced (report, i))
        && report_unplaced (report, i)->page == report_unplaced (report, index)->page)
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
    if (is_of_row (report_unplaced (check->report, i)))
      add_unplaced_cell (check, report_unplaced (check->report, i));
    else if (is_first_of_page (check->report, i))
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

/* Adds what the arithmetic says of a doubtful figure. */
static void
add_repair (const Check *check, const Figure *figure, GString *message, Finding *finding)
{
  const Repair *repair
      = check->repairs != NULL ? g_hash_table_lookup (check->repairs, figure) : NULL;
  if (repair == NULL)
    return;
  g_autofree char *value = decimal_format (repair->value);
  g_string_append_printf (message, "; %s %s not hold with it, and %s with %s", repair->rules,
                          strchr (repair->rules, ',') != NULL ? "do" : "does",
                          repair->is_single ? "would" : "might", value);
  g_autofree char *suggestion = repair_describe (check, figure, repair);
  if (repair->is_single)
    report_set_text (&finding->suggestion, suggestion);
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
      g_autoptr (GString) message = g_string_new (NULL);
      g_string_printf (message, "%s'%s' was read as %s with confidence %s", cell, figure->raw,
                       value, confidence);
      Finding *finding = proof_add (check, "doubtful", SEVERITY_WARNING, figure, "");
      add_repair (check, figure, message, finding);
      report_set_text (&finding->message, message->str);
    }
}

void
check_repaired (Check *check)
{
  check_held (check, check->repairs != NULL ? g_hash_table_size (check->repairs) : 0);
  for (guint i = 0; check->repairs != NULL && i < check->report->figures->len; i++)
    {
      const Figure *figure = report_figure (check->report, i);
      const Repair *repair
          = figure->origin == ORIGIN_REPAIRED ? g_hash_table_lookup (check->repairs, figure) : NULL;
      if (repair == NULL)
        continue;
      g_autofree char *cell = describe_cell (figure);
      g_autofree char *read = decimal_format (repair->read);
      g_autofree char *value = decimal_format (repair->value);
      g_autofree char *message = g_strdup_printf (
          "%s'%s' was read as %s; %s did not hold with it, and %s with %s only", cell, figure->raw,
          read, repair->rules, strchr (repair->rules, ',') != NULL ? "do" : "does", value);
      proof_add (check, "repaired", SEVERITY_NOTE, figure, message);
    }
}
