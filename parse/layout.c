/* parse/layout.c - tables that stand on a page by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *              2014/15     2015/16                Target
 *     Ref      Outturn     Outturn     RAG       2016/17     Comments      headings
 *     Front Door                                                           a section
 *                                                            Fewer con     a row whose figures
 *     CS 04      25.5%       23.3%     Amber       20.0%     target. Di    stand beside the middle
 *                                                            of the clo    of its comment
 *
 * 1. Lines that head columns, one a reference or a name, begin the table (parse/layout_begin.h).
 * 2. Its columns lie between the gutters (parse/gutter.h).
 * 3. A line alone between blank ones names a section; the lines between two of those are put to
 *    their rows together (parse/stack.h).
 */
#include "parse/layout.h"

#include <string.h>

#include "parse/anchor.h"
#include "parse/layout_begin.h"
#include "parse/layout_group.h"
#include "parse/layout_heading.h"
#include "parse/layout_join.h"
#include "parse/parting.h"
#include "parse/stack.h"
#include "parse/suit.h"

#define MIN_NEXT_HEADINGS 3 /* of a line that surely begins another table */
#define MIN_SECTION_LETTERS 5
#define MAX_SECTION_COLUMN 1 /* names of sections stand where references and names do */

/* The lines of a table below the one that heads most of it. */
typedef struct
{
  const Page *page;
  const GArray *lines, *columns; /* of WordLine and of Span */
  guint first, end;
  gboolean has_refs;                  /* whether the first column holds references */
  gboolean *is_parted, *looks_unlike; /* owned; parse/parting.h */
  GArray *bands;                      /* owned; nullable; parse/parting.h */
} Body;

static void
body_clear (Body *body)
{
  g_free (body->is_parted);
  g_free (body->looks_unlike);
  g_clear_pointer (&body->bands, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Body, body_clear)

/* Returns: whether what stands in the first column is references for the most part. */
static gboolean
has_refs (const GArray *lines, guint first, guint end, const GArray *columns)
{
  guint n = 0, n_refs = 0;
  for (guint i = first; i < end; i++)
    {
      const WordLine *line = word_line (lines, i);
      if (gutter_column_of (columns, &line->words[0]) != 0)
        continue;
      n++;
      n_refs += anchor_has_ref (line);
    }
  return 2 * n_refs > n;
}

static Body
body_of (const Page *page, const GArray *lines, guint first, guint end, const GArray *columns)
{
  return (Body){ page,
                 lines,
                 columns,
                 first,
                 end,
                 has_refs (lines, first, end, columns),
                 parting_rules (lines, first, end, columns, page->rules),
                 parting_looks (page, lines, first, end, columns),
                 parting_bands (lines, first, end, columns, page->rules) };
}

/* Whether line @i stands alone, between blank lines or between rules, or looks unlike rows do. */
static gboolean
is_apart (const Body *body, guint i)
{
  guint k = i - body->first;
  gboolean is_last = i + 1 >= body->end;
  return (!word_line_touches_above (body->lines, i)
          && (is_last || !word_line_touches_above (body->lines, i + 1)))
         || (body->is_parted[k] && !is_last && body->is_parted[k + 1]) || body->looks_unlike[k];
}

/* Whether a line is words, the first of them no short one. */
static gboolean
is_of_words (const WordLine *line)
{
  for (guint i = 0; i < line->n_words; i++)
    if (!g_ascii_isalpha (line->words[i].text[0]))
      return FALSE;
  return strlen (line->words[0].text) >= MIN_SECTION_LETTERS;
}

/* The name of a section is a line in one piece where references and names stand: set apart, or
 * where the references stand, and wider than these or no word in brackets. */
static gboolean
is_section (const Body *body, guint i)
{
  const GArray *columns = body->columns;
  const WordLine *line = word_line (body->lines, i);
  const Word *first = &line->words[0], *last = &line->words[line->n_words - 1];
  guint column = gutter_column_of (columns, first);
  gboolean is_wide = columns->len > 1 && last->box.x1 > g_array_index (columns, Span, 1).x0;
  gboolean is_word = body->has_refs && is_of_words (line);
  gboolean is_ahead = column == 0 && first->box.x0 < g_array_index (columns, Span, 0).x1;
  return segment_count (line) == 1 && column <= MAX_SECTION_COLUMN && first->rotation == 0
         && !line->is_turned && (is_apart (body, i) || (is_ahead && (is_wide || is_word)))
         && !anchor_has_ref (line) && !g_unichar_islower (g_utf8_get_char (first->text));
}

/* Returns: the first line from @first on that names a section, the body's end if none does. */
static guint
find_section (const Body *body, guint first)
{
  while (first < body->end && !is_section (body, first))
    first++;
  return first;
}

/* ---- rows ---- */

static void
add_section (GridRow *row, const GArray *columns, const WordLine *line)
{
  guint column = gutter_column_of (columns, &line->words[0]);
  for (guint i = 0; i < line->n_words; i++)
    grid_row_add_word (row, column, &line->words[i]);
}

/* A line that runs over most columns in one go is no row: the table ends above it. */
static gboolean
is_running_text (const GArray *columns, const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  return segments->len == 1 && columns->len > 3
         && gutter_count_columns (columns, segment_at (segments, 0)) * 2 > columns->len;
}

/* Returns: the first line of what belongs to the headings on line @i of a next table: lines above
 * that touch it and hold no figures. */
static guint
find_top (const GArray *lines, guint from, guint i)
{
  while (i > from && word_line_touches_above (lines, i) && !anchor_is (word_line (lines, i - 1)))
    i--;
  return i;
}

/* Returns: the line that the table whose headings are on line @line ends above: the first one that
 * runs over its columns, or that heads another table below its rows, which @is_next tells then,
 * else the page's end. */
static guint
find_table_end (const HeadingWords *words, const GArray *lines, guint line, const GArray *columns,
                gboolean *is_sure)
{
  *is_sure = TRUE;
  gboolean has_rows = FALSE;
  guint end = line + 1, heading;
  for (; end < lines->len && !is_running_text (columns, word_line (lines, end)); end++)
    {
      gboolean is_row = anchor_is (word_line (lines, end));
      if (has_rows && !is_row && !word_line_repeats_itself (word_line (lines, end))
          && layout_begin_is_at (words, lines, line + 1, end, &heading))
        {
          *is_sure = segment_count (word_line (lines, end)) >= MIN_NEXT_HEADINGS;
          return find_top (lines, line + 1, end);
        }
      has_rows |= is_row;
    }
  return end;
}

/* Adds what stands from @first on, below the headings.  Returns: the line behind the table. */
static guint
add_body (Grid *grid, const Body *body, guint first)
{
  for (guint i = first; i < body->end;)
    {
      if (is_section (body, i))
        {
          add_section (grid_add_row (grid, body->page->number), body->columns,
                       word_line (body->lines, i++));
          continue;
        }
      guint to = find_section (body, i + 1);
      guint done
          = stack_add_rows (grid, body->page, body->lines, i, to, body->columns, body->bands);
      if (done < to && to == body->end)
        return done;
      i = to;
    }
  return body->end;
}

gboolean
layout_find (const HeadingWords *words, const Page *page, const GArray *lines, guint from,
             LayoutTable *table)
{
  guint line = from, i = from;
  while (i < lines->len && !layout_begin_is_at (words, lines, from, i, &line))
    i++;
  if (i == lines->len)
    return FALSE;

  guint last = anchor_last (lines, line + 1);
  g_autoptr (GArray) columns = gutter_columns (lines, line, last + 1);
  gboolean is_sure = FALSE;
  guint end = find_table_end (words, lines, line, columns, &is_sure);
  if (is_sure && end <= last) /* what stands behind leaves other gutters */
    {
      g_array_unref (columns);
      columns = gutter_columns (lines, line, end);
    }
  g_auto (Body) body = body_of (page, lines, line + 1, end, columns);
  guint first = layout_heading_start (words, columns, lines, from, line);
  guint heading_end = layout_heading_end (words, columns, lines, first, line,
                                          find_section (&body, line + 1), page->rules);
  layout_join_apart (words, columns, lines, first, heading_end, body.end);
  layout_join_arrows (words, columns, lines, first, heading_end, body.end);
  table->first = first;
  table->grid = grid_new ();
  layout_group_add (words, columns, lines, first, heading_end, table->grid, page->number);
  table->end = add_body (table->grid, &body, heading_end);
  return TRUE;
}
