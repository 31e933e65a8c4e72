/* emit/column.c - how the fields of a report are printed in a cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/column.h"

#include <string.h>

#define EDGE_FORMAT "%.2f"  /* a hundredth of a point is far below a dot of any scan */
#define SHARE_FORMAT "%.3f" /* OCR tells whole per cents */

/* column_print_code() reaches the enumerations as bytes. */
G_STATIC_ASSERT (sizeof (Measure) == sizeof (CodeByte));

static gconstpointer
field_of (const Column *column, const Row *row)
{
  return (const char *) row->item + column->offset;
}

/* Appends the shortest text of @value rounded as @format says, which has decimals. */
static void
append_real (GString *cell, double value, const char *format)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (digits, sizeof digits, format, value);
  gsize length = strlen (digits);
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;

  digits[length] = '\0';
  g_string_append (cell, g_str_equal (digits, "-0") ? "0" : digits);
}

void
column_print_text (const Column *column, const Row *row, GString *cell)
{
  g_string_append (cell, *(char *const *) field_of (column, row));
}

void
column_print_code (const Column *column, const Row *row, GString *cell)
{
  g_string_append (cell,
                   code_list_code (column->codes, *(const CodeByte *) field_of (column, row)));
}

void
column_print_period (const Column *column, const Row *row, GString *cell)
{
  g_autofree char *period = period_format (*(const Period *) field_of (column, row));
  g_string_append (cell, period);
}

void
column_print_int (const Column *column, const Row *row, GString *cell)
{
  int value = *(const int *) field_of (column, row);
  if (value >= 0)
    g_string_append_printf (cell, "%d", value);
}

void
column_print_ordinal (const Column *column, const Row *row, GString *cell)
{
  int index = *(const int *) field_of (column, row);
  if (index >= 0)
    g_string_append_printf (cell, "%d", index + 1);
}

void
column_print_edge (const Column *column, const Row *row, GString *cell)
{
  const Box *box = field_of (column, row);
  if (!box_is_empty (*box))
    append_real (cell, *(const double *) ((const char *) box + column->edge), EDGE_FORMAT);
}

void
column_print_share (const Column *column, const Row *row, GString *cell)
{
  append_real (cell, *(const double *) field_of (column, row), SHARE_FORMAT);
}

void
column_print_report_id (G_GNUC_UNUSED const Column *column, const Row *row, GString *cell)
{
  g_autofree char *id = report_dup_id (row->report);
  g_string_append (cell, id);
}

const Indicator *
row_indicator (const Row *row, int index)
{
  return index == NO_INDICATOR ? NULL : report_indicator (row->report, (guint) index);
}
