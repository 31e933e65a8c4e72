/* parse/wrap.c - which lines of a table begin a row, and which carry one on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Figures below each other are of two rows.
 * 2. Above the first line with figures are headings: lines are one row unless one heads several
 *    columns of the next.
 * 3. Else a line carries the one above on if it fills columns only that the one above fills, and
 *    its first word would not have fitted there.
 * 4. Where rules part most rows, all between two rules is one row unless figures say no; so are
 *    stripes, whose rows may have any figure but once.
 */
#include "parse/wrap.h"

#include <math.h>
#include <string.h>

#define BLANK 0.25      /* of the type's size */
#define TIGHT 0.75      /* of a line's height that is blank at most between lines of one text */
#define EDGE 0.3        /* of the type's size: how far a piece may reach into a column by chance */
#define OVERLAP 0.3     /* of a line's height that lines beside each other share */
#define RULED_SHARE 0.5 /* of the lines with figures, bands of a ruled table */
#define MIN_STACKS 2    /* columns with figures below each other in one band */
#define MIN_STRIPES 3   /* bands that are coloured in turns, and no heading or total */

static guint
n_columns_of (const WrapReader *reader)
{
  return reader->columns->len - 1;
}

static guint8 *
fills_of (const WrapReader *reader, guint line)
{
  return &reader->fills[line * n_columns_of (reader)];
}

/* The columns that a piece stands in. */
static void
columns_of (const WrapReader *reader, const Piece *piece, guint *first, guint *last)
{
  double edge = EDGE * ((const Word *) g_ptr_array_index (piece->words, 0))->size;
  double middle = (piece->box.x0 + piece->box.x1) / 2;
  *first = columns_place (reader->columns, MIN (piece->box.x0 + edge, middle));
  *last = columns_place (reader->columns, MAX (piece->box.x1 - edge, middle));
}

static gboolean
has_figures (const WrapReader *reader, guint line)
{
  const guint8 *fills = fills_of (reader, line);
  for (guint k = 1; k < n_columns_of (reader); k++)
    if (fills[k] == FILL_FIGURE)
      return TRUE;
  return FALSE;
}

static void
note_fills (WrapReader *reader, guint i)
{
  const PrintLine *line = print_line (reader->region->lines, i);
  guint8 *fills = fills_of (reader, i);
  for (guint k = 0; k < line->pieces->len; k++)
    {
      const Piece *piece = print_piece (line, k);
      guint first, last;
      columns_of (reader, piece, &first, &last);
      for (guint c = first; c <= last; c++)
        fills[c]
            = piece->is_figure && first == last && !print_is_year (piece) ? FILL_FIGURE : FILL_TEXT;
      if (first == last)
        reader->x1[first] = MAX (reader->x1[first], piece->box.x1);
    }
}

void
wrap_reader_init (WrapReader *reader, const Region *region, const GArray *columns, guint n_bands,
                  guint n_stripes)
{
  guint n = columns->len - 1, n_lines = region->lines->len, n_figures = 0;
  *reader = (WrapReader){
    region, columns, g_new0 (guint8, n * MAX (n_lines, 1)), g_new0 (double, n), FALSE, FALSE,
    FALSE,  0
  };
  for (guint i = 0; i < n_lines; i++)
    {
      note_fills (reader, i);
      n_figures += has_figures (reader, i);
    }
  for (guint k = 1; k < n; k++)
    {
      gboolean has_figure = FALSE;
      for (guint i = 0; i < n_lines; i++)
        has_figure |= fills_of (reader, i)[k] == FILL_FIGURE;
      reader->n_figure_columns += has_figure;
    }
  reader->is_parted = n_bands + n_stripes >= 2;
  reader->is_striped = n_stripes >= MIN_STRIPES;
  reader->is_ruled = n_bands >= 2 && n_bands >= RULED_SHARE * n_figures;
}

void
wrap_reader_clear (WrapReader *reader)
{
  g_free (reader->fills);
  g_free (reader->x1);
}

/* ---- bands of a ruled table ---- */

/* Whether figures stand below each other in several columns of the band, or in all that have any.
 */
static gboolean
has_stacks (const WrapReader *reader, guint first, guint end)
{
  guint n_stacks = 0, n_single = 0;
  for (guint k = 1; k < n_columns_of (reader); k++)
    {
      guint n = 0, n_texts = 0;
      for (guint i = first; i < end; i++)
        {
          n += fills_of (reader, i)[k] == FILL_FIGURE;
          n_texts += fills_of (reader, i)[k] == FILL_TEXT;
        }
      n_stacks += n >= 2 && n_texts == 0;
      n_single += n == 1 && n_texts == 0;
    }
  return n_stacks >= MIN_STACKS && n_single == 0;
}

/* Whether figures stand below each other in any column of the band. */
static gboolean
has_stack (const WrapReader *reader, guint first, guint end)
{
  for (guint k = 1; k < n_columns_of (reader); k++)
    {
      guint n = 0;
      for (guint i = first; i < end; i++)
        n += fills_of (reader, i)[k] == FILL_FIGURE;
      if (n >= 2)
        return TRUE;
    }
  return FALSE;
}

/* ---- lines that carry others on ---- */

static const Piece *
piece_in (const WrapReader *reader, guint line, guint column)
{
  const PrintLine *own = print_line (reader->region->lines, line);
  for (guint k = 0; k < own->pieces->len; k++)
    {
      guint first, last;
      columns_of (reader, print_piece (own, k), &first, &last);
      if (first <= column && column <= last)
        return print_piece (own, k);
    }
  return NULL;
}

/* Whether the first word that @line has in the column would have fitted behind what @above has. */
static gboolean
would_fit (const WrapReader *reader, guint above, guint line, guint column)
{
  const Piece *upper = piece_in (reader, above, column), *lower = piece_in (reader, line, column);
  if (upper == NULL || lower == NULL)
    return TRUE;
  const Word *word = g_ptr_array_index (lower->words, 0);
  double width = word->box.x1 - word->box.x0 + BLANK * word->size;
  double x1 = MAX (reader->x1[column], upper->box.x1);
  return upper->box.x1 + width <= x1 + EDGE * word->size;
}

static double
gap_above (const WrapReader *reader, guint line)
{
  const Box *above = &print_line (reader->region->lines, line - 1)->box,
            *own = &print_line (reader->region->lines, line)->box;
  return (own->y0 - above->y1) / MAX (own->y1 - own->y0, 1);
}

static gboolean
begins_lower (const Piece *piece)
{
  const Word *word = g_ptr_array_index (piece->words, 0);
  return g_unichar_islower (g_utf8_get_char (word->text));
}

/* What the lines of the row at hand have in each column. */
static void
note_row (const WrapReader *reader, guint first, guint end, guint8 *row)
{
  memset (row, FILL_NONE, n_columns_of (reader));
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < n_columns_of (reader); k++)
      row[k] = MAX (row[k], fills_of (reader, i)[k]);
}

/* Whether a piece of the line above stands over several pieces of this one. */
static gboolean
is_headed (const WrapReader *reader, guint above, guint line)
{
  const PrintLine *upper = print_line (reader->region->lines, above),
                  *lower = print_line (reader->region->lines, line);
  for (guint k = 0; k < upper->pieces->len; k++)
    {
      guint first, last, n = 0;
      columns_of (reader, print_piece (upper, k), &first, &last);
      for (guint m = 0; m < lower->pieces->len && last > first; m++)
        {
          guint own_first, own_last;
          columns_of (reader, print_piece (lower, m), &own_first, &own_last);
          n += own_first >= first && own_last <= last;
        }
      if (n >= 2)
        return TRUE;
    }
  return FALSE;
}

static gboolean
stand_beside (const WrapReader *reader, const guint8 *row, guint line)
{
  if (gap_above (reader, line) > -OVERLAP)
    return FALSE;
  for (guint k = 0; k < n_columns_of (reader); k++)
    if (row[k] != FILL_NONE && fills_of (reader, line)[k] == FILL_FIGURE)
      return FALSE;
  return TRUE;
}

/* Whether the line carries on the row that the lines from @first on make. */
static gboolean
carries_on (const WrapReader *reader, guint line, const guint8 *row)
{
  const guint8 *own = fills_of (reader, line);
  gboolean has_more = FALSE, has_less = FALSE, is_full = FALSE, has_stub = own[0] != FILL_NONE;
  guint n_own = 0, n_row = 0;
  for (guint k = 0; k < n_columns_of (reader); k++)
    {
      if (row[k] == FILL_FIGURE && own[k] == FILL_FIGURE)
        return FALSE;
      n_own += own[k] != FILL_NONE;
      n_row += row[k] != FILL_NONE;
      has_more |= own[k] != FILL_NONE && row[k] == FILL_NONE;
      has_less |= own[k] == FILL_NONE && row[k] != FILL_NONE;
      is_full |= own[k] != FILL_NONE && !would_fit (reader, line - 1, line, k);
    }
  if (stand_beside (reader, row, line))
    return TRUE;
  if (gap_above (reader, line) > TIGHT)
    return FALSE;
  if (has_stub && n_own == 1 && n_row > 1) /* the first column goes on below its figures */
    return is_full && begins_lower (piece_in (reader, line, 0));
  if (has_stub && row[0] != FILL_NONE && n_row == 1) /* ... or ends beside them */
    return !would_fit (reader, line - 1, line, 0);
  if (!has_stub && !has_more)
    return is_full || !has_figures (reader, line);
  return !has_more && is_full && !has_figures (reader, line);
}

static gboolean
is_bold_line (const WrapReader *reader, guint line)
{
  const PrintLine *own = print_line (reader->region->lines, line);
  for (guint k = 0; k < own->pieces->len; k++)
    if (!print_piece (own, k)->is_bold)
      return FALSE;
  return TRUE;
}

/* Whether the line is one of the body: figures stand behind the first column and something in it,
 * or figures in half of the columns that have any. */
static gboolean
is_body_line (const WrapReader *reader, guint line)
{
  const guint8 *fills = fills_of (reader, line);
  guint n = 0;
  for (guint k = 1; k < n_columns_of (reader); k++)
    n += fills[k] == FILL_FIGURE;
  return n > 0 && (fills[0] != FILL_NONE || 2 * n >= reader->n_figure_columns);
}

/* Returns: the line behind the headings; without figures, those are bold, or there are none. */
static guint
first_of_body (const WrapReader *reader, guint first, guint end)
{
  guint body = first;
  while (body < end && !is_body_line (reader, body))
    body++;
  if (body < end || reader->is_parted)
    return body;
  for (body = first; body < end && is_bold_line (reader, body);)
    body++;
  return body;
}

/* Whether two pieces begin, end or are centred at one place, as those of one text are. */
static gboolean
are_in_line (const Piece *upper, const Piece *lower)
{
  double edge = EDGE * ((const Word *) g_ptr_array_index (lower->words, 0))->size;
  double left = fabs (upper->box.x0 - lower->box.x0), right = fabs (upper->box.x1 - lower->box.x1);
  double middle = fabs (upper->box.x0 + upper->box.x1 - lower->box.x0 - lower->box.x1) / 2;
  return MIN (MIN (left, right), middle) <= edge;
}

/* Whether a line in the first column alone is no part of what stands there above it: it would have
 * fitted behind that, or does not stand in line with it. */
static gboolean
names_section (const WrapReader *reader, guint line, const guint8 *row)
{
  const guint8 *own = fills_of (reader, line);
  for (guint k = 1; k < n_columns_of (reader); k++)
    if (own[k] != FILL_NONE)
      return FALSE;
  const Piece *upper = piece_in (reader, line - 1, 0), *lower = piece_in (reader, line, 0);
  return row[0] != FILL_NONE && own[0] != FILL_NONE
         && (would_fit (reader, line - 1, line, 0)
             || (upper != NULL && !are_in_line (upper, lower)));
}

GArray *
wrap_row_starts (const WrapReader *reader, guint first, guint end, gboolean is_body)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *row = g_new (guint8, n_columns_of (reader));
  guint start = first, body = first_of_body (reader, first, end);
  gboolean is_one = is_body
                    && ((reader->is_ruled && !has_stacks (reader, first, end))
                        || (reader->is_striped && !has_stack (reader, first, end)));
  g_array_append_val (starts, first);
  for (guint i = first + 1; i < end && !is_one; i++)
    {
      gboolean goes_on;
      note_row (reader, start, i, row);
      if (!is_body && i < body && gap_above (reader, i) <= 2 * TIGHT)
        goes_on = !is_headed (reader, i - 1, i) && !names_section (reader, i, row);
      else if (!is_body && i == body && start == first)
        goes_on = FALSE;
      else
        goes_on = carries_on (reader, i, row);
      if (goes_on)
        continue;
      start = i;
      g_array_append_val (starts, start);
    }
  return starts;
}
