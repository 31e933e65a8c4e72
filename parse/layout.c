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
 * 1. The first line of which three segments head columns begins the table; lines right above it
 *    belong to its headings.
 * 2. Its columns lie between the gutters (parse/gutter.h).
 * 3. A line alone between blank ones names a section; the lines between two of those are put to
 *    their rows together (parse/stack.h).
 */
#include "parse/layout.h"

#include <string.h>

#include "parse/anchor.h"
#include "parse/stack.h"
#include "parse/suit.h"

#define MIN_HEADINGS 3       /* of the line that begins a table */
#define MAX_HEADING_WORDS 8  /* in one piece of a line */
#define MAX_HEADING_LINES 12 /* from the first line with headings down */
#define FIRST_ARROW 0x2190   /* of the characters that point */
#define MIN_SECTION_LETTERS 5
#define MAX_SECTION_COLUMN 1 /* names of sections stand where references and names do */

/* ---- headings ---- */

/* Returns: what a text heads, ROLE_NONE if nothing. */
static Role
role_of_text (const HeadingWords *words, const char *text)
{
  Column column = { .role = ROLE_NONE };
  heading_read (words, "", text, &column);
  g_free (column.label);
  return column.role;
}

/* Returns: what the first @n words of a segment head. */
static Role
role_of (const HeadingWords *words, const Segment *segment, guint n)
{
  Segment piece = { segment->words, n };
  g_autofree char *text = segment_dup_text (&piece);
  return role_of_text (words, text);
}

/* Returns: how many pieces of a line head columns; @n_names gets how many head references or names.
 */
static guint
count_headings (const HeadingWords *words, const WordLine *line, guint *n_names)
{
  g_autoptr (GArray) segments = segment_list (line);
  guint n = 0;
  *n_names = 0;
  for (guint i = 0; i < segments->len; i++)
    {
      const Segment *segment = segment_at (segments, i);
      Role role = role_of (words, segment, segment->n_words);
      n += role != ROLE_NONE;
      *n_names += role == ROLE_REF || role == ROLE_NAME;
    }
  return n;
}

/* Finds the headings that line @i, which heads references or names, is of: it heads enough columns,
 * or does with the lines that touch it, for cells of headings that stand on several lines share
 * none. Figures must follow soon.  @line gets the line that heads most. */
static gboolean
begins_table (const HeadingWords *words, const GArray *lines, guint i, guint *line)
{
  guint n_names, n_others, n = count_headings (words, word_line (lines, i), &n_names), most = n;
  if (n_names == 0)
    return FALSE;
  *line = i;
  if (n >= MIN_HEADINGS)
    return TRUE;
  guint k = i;
  while (k > 0 && i - k < MAX_HEADING_LINES && word_line_touches_above (lines, k))
    k--;
  for (; k < lines->len && (k <= i || word_line_touches_above (lines, k)); k++)
    {
      if (k > i && (k - i >= MAX_HEADING_LINES || anchor_is (word_line (lines, k))))
        break;
      guint own = k == i ? 0 : count_headings (words, word_line (lines, k), &n_others);
      n += own;
      if (own > most)
        *line = k;
      most = MAX (most, own);
    }
  while (k < lines->len && k - i < MAX_HEADING_LINES && !anchor_is (word_line (lines, k)))
    k++;
  return n >= MIN_HEADINGS && k < lines->len && anchor_is (word_line (lines, k));
}

/* Whether the first words of a segment head a column: `Target` of `Target 18-`, which goes on
 * below.
 */
static gboolean
begins_heading (const HeadingWords *words, const Segment *segment)
{
  for (guint n = segment->n_words; n > 0; n--)
    if (role_of (words, segment, n) != ROLE_NONE)
      return TRUE;
  return FALSE;
}

/* Whether a segment is a note to the headings, in brackets that may close on a line below. */
static gboolean
is_note (const Segment *segment)
{
  return segment->words[0].text[0] == '(';
}

static gboolean
is_period (const HeadingWords *words, const Segment *segment)
{
  g_autofree char *text = segment_dup_text (segment);
  Period period = NO_PERIOD;
  return month_read (words->months, text, NO_PERIOD, &period);
}

/* Whether a period stands in @column on any line from @first to @end. */
static gboolean
has_period_in (const HeadingWords *words, const GArray *columns, const GArray *lines, guint first,
               guint end, guint column)
{
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) segments = segment_list (word_line (lines, i));
      for (guint k = 0; k < segments->len; k++)
        if (gutter_column_of (columns, &segment_at (segments, k)->words[0]) == column
            && is_period (words, segment_at (segments, k)))
          return TRUE;
    }
  return FALSE;
}

/* Whether a heading groups those on the lines from @below to @end: the lexicon knows it for a
 * group, it is a period over several columns or over another period, or a note in brackets over
 * several columns.  Else it is headings that nearly touch. */
static gboolean
heads_group (const HeadingWords *words, const GArray *columns, const Segment *segment,
             const GArray *lines, guint below, guint end)
{
  Role role = role_of (words, segment, segment->n_words);
  if (below == end || role == ROLE_GROUP)
    return below < end;
  if (gutter_count_columns (columns, segment) > 1)
    return role == ROLE_PERIOD || is_note (segment);
  return is_period (words, segment)
         && has_period_in (words, columns, lines, below, end,
                           gutter_column_of (columns, &segment->words[0]));
}

/* Appends @segment to @pieces, cut where words of another column begin that head one: headings may
 * stand as near to each other as words do. */
static void
cut_headings (const HeadingWords *words, const GArray *columns, const Segment *segment,
              GArray *pieces)
{
  guint first = 0;
  int n_open = 0; /* brackets: what is in them is one heading */
  for (guint i = 1; i < segment->n_words; i++)
    {
      guint own = gutter_column_of (columns, &segment->words[i]), end = i + 1;
      n_open += strchr (segment->words[i - 1].text, '(') != NULL;
      n_open -= strchr (segment->words[i - 1].text, ')') != NULL;
      if (n_open > 0 || own == gutter_column_of (columns, &segment->words[i - 1]))
        continue;
      while (end < segment->n_words && gutter_column_of (columns, &segment->words[end]) == own)
        end++;
      Segment rest = { &segment->words[i], end - i };
      if (!is_note (&rest) && !begins_heading (words, &rest))
        continue;
      Segment piece = { &segment->words[first], i - first };
      g_array_append_val (pieces, piece);
      first = i;
    }
  Segment last = { &segment->words[first], segment->n_words - first };
  g_array_append_val (pieces, last);
}

/* Returns (element-type Segment): the headings on a line. */
static GArray *
list_headings (const HeadingWords *words, const GArray *columns, const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Segment));
  for (guint i = 0; i < segments->len; i++)
    if (role_of (words, segment_at (segments, i), segment_at (segments, i)->n_words) == ROLE_GROUP)
      g_array_append_val (pieces, *segment_at (segments, i));
    else
      cut_headings (words, columns, segment_at (segments, i), pieces);
  return pieces;
}

/* Whether a piece ends a note in brackets that @note, on a line above, has left open. */
static gboolean
closes_note (const Segment *note, const Segment *piece)
{
  const char *last = piece->words[piece->n_words - 1].text;
  return note->n_words > 0 && g_str_has_suffix (last, ")") && strchr (last, '(') == NULL
         && segment_x0 (piece) >= segment_x0 (note) && segment_x1 (piece) <= segment_x1 (note);
}

/* Headings that group those of the lines below stand in a row of their own. */
static void
add_headings (const HeadingWords *words, Grid *grid, int page, const GArray *lines, guint first,
              guint end, const GArray *columns)
{
  GridRow *groups = grid_add_row (grid, page), *row = grid_add_row (grid, page);
  Segment note = { NULL, 0 }; /* the last one that is open */
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) segments = list_headings (words, columns, word_line (lines, i));
      for (guint k = 0; k < segments->len; k++)
        {
          const Segment *segment = segment_at (segments, k);
          guint own = gutter_column_of (columns, &segment->words[0]);
          gboolean is_group = closes_note (&note, segment)
                              || heads_group (words, columns, segment, lines, i + 1, end);
          if (is_group && segment->words[0].text[0] == '(')
            note = *segment;
          for (guint w = 0; w < segment->n_words; w++)
            grid_row_add_word (is_group ? groups : row,
                               is_group ? own : gutter_column_of (columns, &segment->words[w]),
                               &segment->words[w]);
        }
    }
  if (grid_row_n_filled (groups) == 0)
    g_ptr_array_remove (grid->rows, groups);
}

static gboolean
has_sentence (const HeadingWords *words, const GArray *columns, const WordLine *line)
{
  g_autoptr (GArray) segments = list_headings (words, columns, line);
  for (guint i = 0; i < segments->len; i++)
    if (g_array_index (segments, Segment, i).n_words > MAX_HEADING_WORDS)
      return TRUE;
  return FALSE;
}

/* Whether a line right above the headings is none of them: a sentence, or a key to arrows. */
static gboolean
is_above_headings (const HeadingWords *words, const GArray *columns, const WordLine *line)
{
  g_autoptr (GArray) segments = list_headings (words, columns, line);
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (segments, i));
      if (text[0] != '(' && vocabulary_find (words->vocabulary, WORDS_FURNITURE, text) != NULL)
        return TRUE;
    }
  return has_sentence (words, columns, line);
}

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

/* The name of a section is a line in one piece where references and names stand: alone between
 * blank ones, or where the references stand, and wider than these or no word in brackets. */
static gboolean
is_section (const GArray *lines, guint i, guint end, const GArray *columns, gboolean has_refs)
{
  const WordLine *line = word_line (lines, i);
  const Word *first = &line->words[0], *last = &line->words[line->n_words - 1];
  gboolean is_alone = !word_line_touches_above (lines, i)
                      && (i + 1 >= end || !word_line_touches_above (lines, i + 1));
  guint column = gutter_column_of (columns, first);
  gboolean is_wide = columns->len > 1 && last->box.x1 > g_array_index (columns, Span, 1).x0;
  gboolean is_word = has_refs && line->n_words == 1 && g_ascii_isalpha (first->text[0])
                     && strlen (first->text) >= MIN_SECTION_LETTERS;
  gboolean is_ahead = column == 0 && first->box.x0 < g_array_index (columns, Span, 0).x1;
  return segment_count (line) == 1 && column <= MAX_SECTION_COLUMN && first->rotation == 0
         && (is_alone || (is_ahead && (is_wide || is_word))) && !anchor_has_ref (line)
         && !g_unichar_islower (g_utf8_get_char (first->text));
}

/* Returns (transfer full): the words that the lines from @first to @end have in a column. */
static char *
dup_text_in (const GArray *columns, const GArray *lines, guint first, guint end, guint column)
{
  GString *text = g_string_new (NULL);
  for (guint k = first; k < end; k++)
    for (guint i = 0; i < word_line (lines, k)->n_words; i++)
      {
        const Word *word = &word_line (lines, k)->words[i];
        if (gutter_column_of (columns, word) == column)
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word->text);
      }
  return g_string_free (text, FALSE);
}

/* Whether line @i completes a heading on the lines from @first on that says nothing by itself:
 * `from Oct 16` completes `% change`. */
static gboolean
completes_headings (const HeadingWords *words, const GArray *columns, const GArray *lines,
                    guint first, guint i)
{
  for (guint c = 0; c < columns->len; c++)
    {
      g_autofree char *upper = dup_text_in (columns, lines, first, i, c);
      g_autofree char *lower = dup_text_in (columns, lines, i, i + 1, c);
      g_autofree char *both = g_strconcat (upper, " ", lower, NULL);
      if (upper[0] != '\0' && lower[0] != '\0' && role_of_text (words, upper) == ROLE_NONE
          && role_of_text (words, both) != ROLE_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Whether line @i below the headings that begin at @first is some more of them: it completes one,
 * heads several columns, or goes on in lower case everywhere. */
static gboolean
is_more_headings (const HeadingWords *words, const GArray *columns, const GArray *lines,
                  guint first, guint i)
{
  const WordLine *line = word_line (lines, i);
  g_autoptr (GArray) pieces = list_headings (words, columns, line);
  guint n_lower = 0, n_heading = 0;
  for (guint k = 0; k < pieces->len; k++)
    {
      const Segment *piece = segment_at (pieces, k);
      n_lower += g_unichar_islower (g_utf8_get_char (piece->words[0].text));
      n_heading += role_of (words, piece, piece->n_words) != ROLE_NONE;
    }
  return n_lower == pieces->len || (n_heading >= 2 && !anchor_is (line))
         || completes_headings (words, columns, lines, first, i);
}

/* Returns: the line behind the headings that begin at @first and of which @line begins the table:
 * behind the last that is some more of them, and what stands around those rather than around the
 * first row. */
static guint
find_heading_end (const HeadingWords *words, const GArray *lines, guint first, guint line,
                  guint end, const GArray *columns)
{
  guint to = line + 1, n = 1;
  gboolean refs = has_refs (lines, line + 1, end, columns);
  while (to < end && !is_section (lines, to, end, columns, refs))
    to++;
  for (guint i = line + 1; i < to && i - line < MAX_HEADING_LINES; i++)
    {
      if (anchor_has_ref (word_line (lines, i))
          || has_sentence (words, columns, word_line (lines, i)))
        break;
      if (is_more_headings (words, columns, lines, first, i))
        n = i + 1 - line;
    }
  g_autofree guint *rows = stack_rows (lines, line, to, columns, n);
  while (line + n < to && n < MAX_HEADING_LINES && rows[n] == 0)
    n++;
  return line + n;
}

/* Notes which columns have words on the lines from @first to @end. */
static void
note_headed (const GArray *columns, const GArray *lines, guint first, guint end,
             gboolean *is_headed)
{
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < word_line (lines, i)->n_words; k++)
      is_headed[gutter_column_of (columns, &word_line (lines, i)->words[k])] = TRUE;
}

/* Whether most of what stands on a line heads columns that nothing below does. */
static gboolean
heads_others (const HeadingWords *words, const GArray *columns, const WordLine *line,
              const gboolean *is_headed)
{
  g_autoptr (GArray) pieces = list_headings (words, columns, line);
  guint n = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      const Segment *piece = segment_at (pieces, i);
      n += gutter_count_columns (columns, piece) <= 1
           && !is_headed[gutter_column_of (columns, &piece->words[0])];
    }
  return 2 * n > pieces->len;
}

/* Returns: the first line of the headings, which go on up from @line: over lines
 * that touch each other, and further to one that heads columns which are not headed yet. */
static guint
find_heading_start (const HeadingWords *words, const GArray *columns, const GArray *lines,
                    guint from, guint line)
{
  g_autofree gboolean *is_headed = g_new0 (gboolean, columns->len);
  guint first = line;
  gboolean is_touched = TRUE;
  note_headed (columns, lines, line, line + 1, is_headed);
  for (guint i = line; i > from && line - i < MAX_HEADING_LINES; i--)
    {
      const WordLine *above = word_line (lines, i - 1);
      gboolean heads = heads_others (words, columns, above, is_headed);
      is_touched = is_touched && word_line_touches_above (lines, i);
      if (!heads && is_above_headings (words, columns, above))
        break;
      if (!heads && !is_touched)
        continue;
      note_headed (columns, lines, i - 1, first, is_headed);
      first = i - 1;
    }
  return first;
}

static guint
find_last_anchor (const GArray *lines, guint from)
{
  guint last = lines->len - 1;
  while (last > from && !anchor_is (word_line (lines, last)))
    last--;
  return last;
}

/* ---- rows ---- */

static void
add_line (GridRow *row, const GArray *columns, const WordLine *line)
{
  for (guint i = 0; i < line->n_words; i++)
    grid_row_add_word (row, gutter_column_of (columns, &line->words[i]), &line->words[i]);
}

static void
add_section (GridRow *row, const GArray *columns, const WordLine *line)
{
  guint column = gutter_column_of (columns, &line->words[0]);
  for (guint i = 0; i < line->n_words; i++)
    grid_row_add_word (row, column, &line->words[i]);
}

/* Adds the rows of the lines from @first to @end.  Returns: the line behind the last one that
 * belongs to a row. */
static guint
add_rows (Grid *grid, int page, const GArray *lines, guint first, guint end, const GArray *columns)
{
  g_autofree guint *rows = stack_rows (lines, first, end, columns, 0);
  guint last = STACK_NO_ROW, i = first;
  GridRow *row = NULL;
  for (; i < end && rows[i - first] != STACK_NO_ROW; i++)
    {
      if (rows[i - first] != last)
        row = grid_add_row (grid, page);
      last = rows[i - first];
      add_line (row, columns, word_line (lines, i));
    }
  return i;
}

/* A line that runs over most columns in one go is no row: the table ends above it. */
static gboolean
is_running_text (const GArray *columns, const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  return segments->len == 1 && columns->len > 3
         && gutter_count_columns (columns, segment_at (segments, 0)) * 2 > columns->len;
}

/* Returns: the line that the table that begins with @line ends above: the first one that runs over
 * its columns, else the page's end. */
static guint
find_table_end (const GArray *lines, guint line, const GArray *columns)
{
  guint end = line + 1;
  while (end < lines->len && !is_running_text (columns, word_line (lines, end)))
    end++;
  return end;
}

/* Whether most of what a column has on the lines from @first to @end is arrows: `n/a` may stand in
 * the middle of its cell. */
static gboolean
is_of_arrows (const GArray *columns, const GArray *lines, guint first, guint end, guint column)
{
  g_autofree char *text = dup_text_in (columns, lines, first, end, column);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words), n_arrows = 0;
  for (guint i = 0; i < n; i++)
    n_arrows += g_utf8_get_char (words[i]) >= FIRST_ARROW;
  return n > 0 && n_arrows * 4 >= n * 3;
}

/* Joins columns of arrows with the figures right of them where one heading stands over both: an
 * arrow may stand at the side of its cell. */
static void
join_arrows (const HeadingWords *words, GArray *columns, const GArray *lines, guint first,
             guint heading_end, guint end)
{
  for (guint c = 0; c + 1 < columns->len; c++)
    {
      Span *arrows = &g_array_index (columns, Span, c);
      g_autofree char *own = dup_text_in (columns, lines, first, heading_end, c);
      if (own[0] == '\0' || role_of_text (words, own) != ROLE_NONE
          || !is_of_arrows (columns, lines, heading_end, end, c))
        continue;
      arrows->x1 = arrows[1].x1;
      g_array_remove_index (columns, c + 1);
    }
}

/* Adds what stands below the headings.  Returns: the line behind the table. */
static guint
add_body (Grid *grid, int page, const GArray *lines, guint first, guint end, const GArray *columns)
{
  guint i = first;
  gboolean refs = has_refs (lines, first, end, columns);
  while (i < end)
    {
      if (is_section (lines, i, end, columns, refs))
        {
          add_section (grid_add_row (grid, page), columns, word_line (lines, i++));
          continue;
        }
      guint to = i + 1;
      while (to < end && !is_section (lines, to, end, columns, refs))
        to++;
      guint done = add_rows (grid, page, lines, i, to, columns);
      if (done < to && to == end)
        return done;
      i = to;
    }
  return end;
}

gboolean
layout_find (const HeadingWords *words, int page, const GArray *lines, guint from,
             LayoutTable *table)
{
  guint line = from, i = from;
  while (i < lines->len && !begins_table (words, lines, i, &line))
    i++;
  if (i == lines->len)
    return FALSE;

  guint last = find_last_anchor (lines, line + 1);
  g_autoptr (GArray) columns = gutter_columns (lines, line, last + 1);
  guint end = find_table_end (lines, line, columns);
  guint first = find_heading_start (words, columns, lines, from, line);
  guint heading_end = find_heading_end (words, lines, first, line, end, columns);
  join_arrows (words, columns, lines, first, heading_end, end);
  table->first = first;
  table->grid = grid_new ();
  add_headings (words, table->grid, page, lines, first, heading_end, columns);
  table->end = add_body (table->grid, page, lines, heading_end, end, columns);
  return TRUE;
}
