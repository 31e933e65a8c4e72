/* emit/column.c - how the fields of a report are printed in a cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/column.h"

#include <math.h>
#include <string.h>

#define EDGE_DECIMALS 2  /* a hundredth of a point is far below a dot of any scan */
#define SHARE_DECIMALS 3 /* OCR tells whole per cents */
#define MAX_PARTS 1e9    /* of a unit: up to there rounding is off by less than NEAR_HALF */
#define NEAR_HALF 1e-4

/* column_print_code() reaches the enumerations as bytes. */
G_STATIC_ASSERT (sizeof (Measure) == sizeof (CodeByte));

static gconstpointer
field_of (const Column *column, const Row *row)
{
  return (const char *) row->item + column->offset;
}

/* Returns: @value in parts of a unit, of which there are @unit, rounded as printf() does;
 * G_MAXINT64 if that cannot be told without its digits. */
static gint64
parts_of (double value, int unit)
{
  double parts = fabs (value) * unit;
  if (!(parts < MAX_PARTS))
    return G_MAXINT64;
  gint64 whole = (gint64) parts;
  double rest = parts - (double) whole - 0.5;
  return fabs (rest) < NEAR_HALF ? G_MAXINT64 : whole + (rest > 0);
}

/* Writes @parts of a unit with so many decimals so that they end before @end.  Returns: where they
 * begin. */
static char *
write_parts (char *end, gint64 parts, int decimals)
{
  char *at = end;
  for (int i = 0; i < decimals; i++, parts /= 10)
    *--at = (char) ('0' + parts % 10);
  *--at = '.';
  do
    *--at = (char) ('0' + parts % 10);
  while ((parts /= 10) > 0);
  return at;
}

/* Appends the shortest text of @value rounded to so many decimals, one at least. */
static void
append_real (GString *cell, double value, int decimals)
{
  gint64 parts = parts_of (value, decimals == EDGE_DECIMALS ? 100 : 1000);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *at = text, *end = text + sizeof text;
  if (parts == G_MAXINT64)
    {
      g_ascii_formatd (text, sizeof text, decimals == EDGE_DECIMALS ? "%.2f" : "%.3f", value);
      end = text + strlen (text);
    }
  else
    {
      at = write_parts (end, parts, decimals);
      if (value < 0 && parts > 0)
        *--at = '-';
    }
  while (end[-1] == '0')
    end--;
  end -= end[-1] == '.';
  gboolean is_minus_nothing = end - at == 2 && at[0] == '-' && at[1] == '0';
  g_string_append_len (cell, is_minus_nothing ? "0" : at, is_minus_nothing ? 1 : end - at);
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
    append_real (cell, *(const double *) ((const char *) box + column->edge), EDGE_DECIMALS);
}

void
column_print_share (const Column *column, const Row *row, GString *cell)
{
  append_real (cell, *(const double *) field_of (column, row), SHARE_DECIMALS);
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
