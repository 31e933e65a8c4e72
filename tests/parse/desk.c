/* tests/parse/desk.c - where made-up texts are read with the words of data/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/parse/desk.h"

#include <string.h>

#include <criterion/criterion.h>

#include "extract/text.h"

#define NO_SHA256 "0000000000000000000000000000000000000000000000000000000000000000"

Desk *
desk_new (void)
{
  g_autoptr (GError) error = NULL;
  Desk *desk = g_new0 (Desk, 1);
  desk->knowledge = knowledge_load ("data", &error);
  cr_assert_not_null (desk->knowledge, "%s", error != NULL ? error->message : "");
  desk->vocabulary = vocabulary_new (desk->knowledge->lexicon, &error);
  cr_assert_not_null (desk->vocabulary, "%s", error != NULL ? error->message : "");
  desk->parser = parser_new (desk->knowledge, &error);
  cr_assert_not_null (desk->parser, "%s", error != NULL ? error->message : "");
  desk->months = month_reader_new ();
  desk->cells = cell_reader_new (desk->vocabulary);
  desk->words = (HeadingWords){ desk->vocabulary, desk->months, NO_PERIOD, FALSE };
  return desk;
}

void
desk_free (Desk *desk)
{
  if (desk == NULL)
    return;

  parser_free (desk->parser);
  cell_reader_free (desk->cells);
  month_reader_free (desk->months);
  vocabulary_free (desk->vocabulary);
  knowledge_free (desk->knowledge);
  g_free (desk);
}

Document *
desk_document (const char *text)
{
  Document *document = document_new ("made-up.txt", NO_SHA256);
  text_append_pages (document, text);
  return document;
}

GPtrArray *
desk_blocks (const Desk *desk, const Document *document)
{
  GPtrArray *blocks = blocks_new ();
  for (guint i = 0; i < document->pages->len; i++)
    blocks_add_page (blocks, &desk->words, g_ptr_array_index (document->pages, i));
  return blocks;
}

Report *
desk_read (const Desk *desk, const char *text)
{
  g_autoptr (Document) document = desk_document (text);
  return parser_read (desk->parser, document);
}

Report *
desk_report (void)
{
  char path[] = "made-up.txt", sha256[] = NO_SHA256;
  Source source = { path, sha256 };
  return report_new (&source);
}

Reader
desk_reader (const Desk *desk, Report *report)
{
  return (Reader){ desk->words, desk->cells, NULL, report };
}

Grid *
desk_grid (const char *text)
{
  Grid *grid = grid_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint y = 0; lines[y] != NULL; y++)
    {
      GridRow *row = grid_add_row (grid, 1);
      g_auto (GStrv) fields = g_strsplit (lines[y], "|", -1);
      for (guint x = 0; fields[x] != NULL; x++)
        {
          char *field = g_strstrip (fields[x]);
          Word word = { .text = field, .box = { x, y, x + 1, y + 1 }, .confidence = 1 };
          if (field[0] != '\0')
            grid_row_add_word (row, x, &word);
        }
    }
  return grid;
}

static void
text_line_free (TextLine *line)
{
  g_free (line->text);
  g_free (line);
}

GPtrArray *
desk_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) text_line_free);
  g_auto (GStrv) pieces = g_strsplit (text, "\n", -1);
  for (guint y = 0; pieces[y] != NULL; y++)
    {
      TextLine *line = g_new0 (TextLine, 1);
      line->confidence = 1;
      line->page = 1;
      line->text = g_strdup (pieces[y]);
      line->n_bytes = strlen (pieces[y]);
      line->box = (Box){ 0, y, (double) g_utf8_strlen (pieces[y], -1), y + 1 };
      g_ptr_array_add (lines, line);
    }
  return lines;
}

Period
desk_period (const char *code)
{
  Period period = NO_PERIOD;
  cr_assert (period_parse (code, &period), "'%s' is no period", code);
  return period;
}

Decimal
desk_decimal (const char *text)
{
  Decimal decimal = { 0, 0 };
  cr_assert (decimal_parse (text, &decimal), "'%s' is no number", text);
  return decimal;
}

/* ---- figures in words ---- */

static void
add_words (GString *words, const char *sign, const char *text)
{
  if (text[0] != '\0')
    g_string_append_printf (words, "%s%s%s", words->len > 0 ? " " : "", sign, text);
}

static void
add_decimal (GString *words, const char *sign, gboolean has_value, Decimal decimal, Unit unit)
{
  g_autofree char *number = decimal_format (decimal);
  g_autofree char *text = g_strconcat (number, unit == UNIT_PERCENT ? "%" : "", NULL);
  add_words (words, sign, has_value ? text : "");
}

/* What stands behind the measure. */
static char *
dup_rest (const Figure *figure)
{
  GString *words = g_string_new (NULL);
  g_autofree char *period = period_format (figure->period);
  add_words (words, "", comparator_code (figure->comparator));
  add_words (words, "", period);
  add_words (words, "",
             figure->component == COMPONENT_VALUE ? "" : component_code (figure->component));
  add_decimal (words, "", figure->has_value, figure->value, figure->unit);
  add_words (words, "", figure->status == STATUS_OK ? "" : status_code (figure->status));
  add_decimal (words, ">=", figure->has_lower, figure->lower, UNIT_NONE);
  add_decimal (words, "<=", figure->has_upper, figure->upper, UNIT_NONE);
  add_words (words, "", direction_code (figure->direction));
  return g_string_free (words, FALSE);
}

char *
desk_figure (const Figure *figure)
{
  g_autofree char *rest = dup_rest (figure);
  return g_strjoin (rest[0] != '\0' ? " " : "", measure_code (figure->measure), rest, NULL);
}

static char *
dup_figures (const Report *report, int indicator)
{
  GString *figures = g_string_new (NULL);
  Measure last = MEASURE_NONE;
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (figure->indicator != indicator)
        continue;
      g_autofree char *words = figure->measure == last ? dup_rest (figure) : desk_figure (figure);
      g_string_append_printf (figures, "%s%s", figures->len > 0 ? ", " : "", words);
      last = figure->measure;
    }
  return g_string_free (figures, FALSE);
}

void
desk_expect_figures (const Report *report, guint indicator, const char *expected)
{
  cr_assert (indicator < report->indicators->len, "there are %u indicators",
             report->indicators->len);
  g_autofree char *figures = dup_figures (report, (int) indicator);
  cr_expect_str_eq (figures, expected);
}

void
desk_expect_unplaced (const Report *report, const char *expected)
{
  g_autoptr (GString) unplaced = g_string_new (NULL);
  for (guint i = 0; i < report->unplaced->len; i++)
    g_string_append_printf (unplaced, "%s%s", i > 0 ? " " : "", report_unplaced (report, i)->text);
  cr_expect_str_eq (unplaced->str, expected);
}

const Finding *
desk_finding (const Report *report, const char *rule)
{
  for (guint i = 0; i < report->findings->len; i++)
    if (g_str_equal (report_finding (report, i)->rule, rule))
      return report_finding (report, i);
  return NULL;
}

GArray *
desk_word_lines (const Document *document)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (WordLine));
  const GArray *words = ((const Page *) g_ptr_array_index (document->pages, 0))->words;
  for (guint i = 0; i < words->len;)
    {
      WordLine line = { .words = &g_array_index (words, Word, i), .n_words = 1 };
      while (i + line.n_words < words->len
             && line.words[line.n_words].box.y0 == line.words[0].box.y0)
        line.n_words++;
      g_array_append_val (lines, line);
      i += line.n_words;
    }
  return lines;
}

char *
desk_rows (const Grid *grid)
{
  GString *rows = g_string_new (NULL);
  for (guint y = 0; y < grid_n_rows (grid); y++)
    {
      const GridRow *row = grid_row (grid, y);
      g_string_append (rows, y > 0 ? "\n" : "");
      for (guint x = 0; x < grid_row_n_columns (row); x++)
        g_string_append_printf (rows, "%s%s", x > 0 ? "|" : "", grid_row_text (row, x));
    }
  return g_string_free (rows, FALSE);
}

void
desk_expect_table (const char *text, const char *expected)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Document) document = desk_document (text);
  g_autoptr (GPtrArray) blocks = desk_blocks (desk, document);
  g_autofree char *found = g_strdup ("");
  for (guint i = 0; i < blocks->len && found[0] == '\0'; i++)
    {
      const Grid *grid = ((const Block *) g_ptr_array_index (blocks, i))->grid;
      g_free (found);
      found = grid != NULL ? desk_rows (grid) : g_strdup ("");
    }
  cr_expect_str_eq (found, expected);
}
