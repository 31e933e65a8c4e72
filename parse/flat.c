/* parse/flat.c - tables whose columns are lost: text by grammar instead of by place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A row is known by its months: as many numbers beside each other as the family's table has.
 * 2. The catalogue tells which indicator a row is (parse/flat_name.h).
 * 3. The figures behind the months are put under their columns (parse/flat_tail.h).
 * 4. What glyphs lost is restored where the months prove it: the sign of a change, a digit that
 *    reads as %.
 * 5. The words that are left are outcomes and commentaries (parse/flat_text.h).
 */
#include "parse/flat.h"

#include "parse/flat_row.h"
#include "parse/flat_word.h"
#include "parse/identity.h"

static void
column_clear (Column *column)
{
  g_free (column->label);
}

static FlatTable
read_columns (const Reader *reader, const Family *family)
{
  FlatTable table = { g_array_new (FALSE, TRUE, sizeof (Column)), 0, 0 };
  g_array_set_clear_func (table.columns, (GDestroyNotify) column_clear);
  for (guint i = 0; i < family->columns->len; i++)
    {
      const FamilyColumn *from = &g_array_index (family->columns, FamilyColumn, i);
      Column column = { .role = ROLE_NONE };
      if (from->is_month && reader->report->period.kind == PERIOD_MONTH)
        {
          column.role = ROLE_PERIOD;
          column.period = period_add_months (reader->report->period, from->month);
          column.label = period_format (column.period);
        }
      else if (!from->is_month)
        heading_read (&reader->words, "", from->heading, &column);
      table.n_months += column.role == ROLE_PERIOD;
      table.n_targets += column.role == ROLE_TARGET;
      g_array_append_val (table.columns, column);
    }
  return table;
}

/* ---- the rows ---- */

/* What is left of a row of % signs: mostly noughts beside the line that has the figures. */
static gboolean
is_ghost (const GArray *tokens, guint first, guint n)
{
  guint n_noughts = 0;
  for (guint k = 0; k < n; k++)
    {
      const FlatToken *token = flat_token (tokens, flat_nth_number (tokens, first, k));
      if (token->reading.is_percent)
        return FALSE;
      n_noughts += token->reading.value.mantissa == 0;
    }
  return n_noughts * 2 >= n;
}

static gboolean
has_percent_beside (const Flat *flat, guint line)
{
  for (guint i = line > 2 ? line - 2 : 0; i <= line + 2 && i < flat->tokens->len; i++)
    {
      const GArray *tokens = flat_line_tokens (flat, i);
      int first = i == line ? -1 : flat_find_months (tokens, flat->table.n_months);
      if (first >= 0
          && flat_token (tokens, flat_nth_number (tokens, (guint) first, 0))->reading.is_percent)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_row (const Flat *flat, guint line, FlatRow *row)
{
  const GArray *tokens = flat_line_tokens (flat, line);
  guint n = flat->table.n_months, n_percent = 0;
  int first = flat_find_months (tokens, n);
  if (first < 0 || n == 0)
    return FALSE;
  if (is_ghost (tokens, (guint) first, n) && has_percent_beside (flat, line))
    return FALSE;
  for (guint k = 0; k < n; k++)
    n_percent
        += flat_token (tokens, flat_nth_number (tokens, (guint) first, k))->reading.is_percent;
  *row = (FlatRow){ .line = line, .is_percent = n_percent * 2 > n, .name = "" };
  return TRUE;
}

/* Says that a text was mended, if it was. */
static void
note_mended (const Flat *flat, guint indicator, FlatColumn column, const char *printed)
{
  static const char *const names[FLAT_N_TEXTS] = { "outcome", "commentary" };
  if (printed == NULL)
    return;
  Finding *finding = reader_add_note (
      flat->reader, "mended", (int) indicator,
      report_indicator (flat->reader->report, indicator)->page,
      "the %s is damaged and was mended by rows that print the same", names[column]);
  report_set_text (&finding->printed, printed);
}

static void
add_commentary (Report *report, guint indicator, const char *commentary)
{
  if (*commentary == '\0')
    return;
  Text *text = report_add_text (report);
  text->indicator = (int) indicator;
  text->kind = TEXT_COMMENTARY;
  text->page = report_indicator (report, indicator)->page;
  report_set_text (&text->text, commentary);
}

static void
take_texts (const Flat *flat, FlatTextRow *row, guint indicator)
{
  Report *report = flat->reader->report;
  report_set_text (&report_indicator (report, indicator)->outcome,
                   row->texts[FLAT_OUTCOME].text->str);
  add_commentary (report, indicator, row->texts[FLAT_COMMENTARY].text->str);
  for (guint i = 0; i < FLAT_N_TEXTS; i++)
    {
      note_mended (flat, indicator, i, row->texts[i].printed);
      g_string_free (row->texts[i].text, TRUE);
      g_free (row->texts[i].printed);
    }
}

static void
read_rows (const Flat *flat, const GArray *rows, const GPtrArray *words)
{
  g_autofree FlatTextRow *texts = g_new0 (FlatTextRow, rows->len + 1);
  guint first = flat->reader->report->indicators->len;
  for (guint i = 0; i < rows->len; i++)
    flat_row_read (flat, &g_array_index (rows, FlatRow, i), (int) i, &texts[i]);

  flat_text_deal (words, texts, rows->len);
  for (guint i = 0; i < rows->len; i++)
    take_texts (flat, &texts[i], first + i);
}

void
flat_read (const Reader *reader, const Catalogue *catalogue, const Family *family,
           const GPtrArray *blocks)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Flat flat = { reader, read_columns (reader, family), lines, tokens };
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (blocks, i);
      for (guint k = 0; k < block->n_lines; k++)
        {
          TextLine *line = block->lines[k];
          g_ptr_array_add (lines, line);
          g_ptr_array_add (tokens, flat_tokens (reader, line->text, &line->box));
        }
    }

  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (FlatRow));
  for (guint i = 0; i < lines->len; i++)
    {
      FlatRow row;
      if (is_row (&flat, i, &row))
        g_array_append_val (rows, row);
    }
  if (rows->len > 0)
    reader->report->n_tables = 1;
  g_autoptr (GPtrArray) words = flat_words_read (lines);
  flat_name_rows (rows, words, catalogue);
  read_rows (&flat, rows, words);
  g_array_unref (flat.table.columns);
}
