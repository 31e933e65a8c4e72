/* parse/layout_heading.c - the headings of a table that stands by alignment alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *                                  Benchmarking                    a group
 *                        12-mnth   (2014/15)    Target 15- Target 16-
 *     Ref   Indicator    avg       SN    ENG        16         17
 *
 * Headings go on over lines and share none, nearly touch each other, and group those below.  What
 * a piece of them says is asked of the lexicon; where its words stand tells what it heads.
 */
#include "parse/layout_heading.h"

#include <string.h>

#include "parse/anchor.h"
#include "parse/label.h"
#include "parse/pile.h"
#include "parse/spread.h"
#include "parse/stack.h"

#define MIN_HEADINGS 3       /* of the lines that begin a table */
#define MAX_HEADING_WORDS 8  /* in one piece of a line */
#define MAX_REF_WORDS 2      /* in the heading of references */
#define MAX_HEADING_LINES 12 /* above or below the line that begins a table */
#define FIRST_ARROW 0x2190   /* of the characters that point */

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

/* Headings on a line. */
typedef struct
{
  guint n, n_names, n_periods; /* all; those of references or names; those of months and years */
} HeadingCount;

static void
count_role (HeadingCount *count, Role role)
{
  count->n += role != ROLE_NONE;
  count->n_names += role == ROLE_REF || role == ROLE_NAME;
  count->n_periods += role == ROLE_PERIOD;
}

/* Returns: how many of the first words of a segment are a heading, as many as may be; 0 if they are
 * none. */
static guint
find_longest (const HeadingWords *words, const Segment *segment, Role *role)
{
  guint n = MIN (segment->n_words, MAX_HEADING_WORDS);
  while (n > 0 && (*role = role_of (words, segment, n)) == ROLE_NONE)
    n--;
  return n;
}

/* Counts the headings that stand a blank apart, if the segment is nothing but such: `Measure Apr 18
 * May 18 Jun 18`. */
static void
count_in_row (const HeadingWords *words, const Segment *segment, HeadingCount *count)
{
  HeadingCount own = { 0, 0, 0 };
  Segment rest = *segment;
  for (guint n; rest.n_words > 0; rest = (Segment){ rest.words + n, rest.n_words - n })
    {
      Role role = ROLE_NONE;
      n = find_longest (words, &rest, &role);
      if (n == 0)
        return;
      count_role (&own, role);
    }
  if (own.n_names > 0 && own.n_periods >= MIN_HEADINGS)
    *count = (HeadingCount){ count->n + own.n, count->n_names + own.n_names,
                             count->n_periods + own.n_periods };
}

/* Counts the headings in a segment: one, or that of references with another a blank behind it, as
 * `Ref Measure`, or a whole row of them. */
static void
count_in_segment (const HeadingWords *words, const Segment *segment, HeadingCount *count)
{
  Role role = role_of (words, segment, segment->n_words);
  for (guint k = 1; role == ROLE_NONE && k <= MAX_REF_WORDS && k < segment->n_words; k++)
    {
      Segment rest = { segment->words + k, segment->n_words - k };
      if (role_of (words, segment, k) != ROLE_REF)
        continue;
      role = role_of (words, &rest, rest.n_words);
      count_role (count, role == ROLE_NONE ? ROLE_NONE : ROLE_REF);
    }
  count_role (count, role);
  if (role == ROLE_NONE && segment->n_words > MIN_HEADINGS)
    count_in_row (words, segment, count);
}

static HeadingCount
count_headings (const HeadingWords *words, const WordLine *line)
{
  HeadingCount count = { 0, 0, 0 };
  g_autoptr (GArray) segments = segment_list (line);
  for (guint i = 0; i < segments->len; i++)
    count_in_segment (words, segment_at (segments, i), &count);
  return count;
}

/* Whether a segment stands over the labels of rows: `Month`, `Year`. */
static gboolean
heads_labels (const HeadingWords *words, const Segment *segment)
{
  g_autofree char *text = segment_dup_text (segment);
  return label_heads (words, text);
}

/* Whether line @i is of months or years alone, right above a row that begins left of them: then
 * names or labels stand there without a heading that says so. */
static gboolean
heads_unnamed (const HeadingWords *words, const GArray *lines, guint i, const HeadingCount *count)
{
  const WordLine *line = word_line (lines, i);
  if (count->n_periods < MIN_HEADINGS || i + 1 >= lines->len || word_line_repeats_itself (line))
    return FALSE;
  g_autoptr (GArray) segments = segment_list (line);
  const Segment *first = segment_at (segments, heads_labels (words, segment_at (segments, 0)));
  const WordLine *next = word_line (lines, i + 1);
  return anchor_has_figures (next) && next->words[0].box.x1 < segment_x0 (first)
         && !segment_is_figure (next->words[0].text);
}

gboolean
layout_heading_begins (const HeadingWords *words, const GArray *lines, guint from, guint i,
                       guint *line)
{
  HeadingCount count = count_headings (words, word_line (lines, i));
  guint n = count.n, most = n;
  *line = i;
  if (count.n_names == 0)
    return heads_unnamed (words, lines, i, &count);
  if (n >= MIN_HEADINGS)
    return TRUE;
  guint k = i;
  while (k > from && i - k < MAX_HEADING_LINES && word_line_touches_above (lines, k))
    k--;
  for (; k < lines->len && (k <= i || word_line_touches_above (lines, k)); k++)
    {
      if (k > i && (k - i >= MAX_HEADING_LINES || anchor_is (word_line (lines, k))))
        break;
      guint own = k == i ? 0 : count_headings (words, word_line (lines, k)).n;
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

/* Whether a segment is a period; one that has its year from elsewhere, if there is @year. */
static gboolean
is_period (const HeadingWords *words, const Segment *segment, Period year)
{
  g_autofree char *text = segment_dup_text (segment);
  Period period = NO_PERIOD;
  return month_read (words->months, text, year, &period);
}

/* Whether a segment heads what a period above is parted into: months, counts, values. */
static gboolean
is_part (const HeadingWords *words, const Segment *segment)
{
  Role role = role_of (words, segment, segment->n_words);
  return role == ROLE_PERIOD || role == ROLE_NUMERATORS || role == ROLE_DENOMINATORS
         || role == ROLE_TARGET || is_period (words, segment, period_financial_year (2000));
}

/* Whether a part of a period stands in @column on any line from @first to @end. */
static gboolean
has_part_in (const HeadingWords *words, const GArray *columns, const GArray *lines, guint first,
             guint end, guint column)
{
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) segments = segment_list (word_line (lines, i));
      for (guint k = 0; k < segments->len; k++)
        if (gutter_column_of (columns, &segment_at (segments, k)->words[0]) == column
            && is_part (words, segment_at (segments, k)))
          return TRUE;
    }
  return FALSE;
}

/* Whether a piece stands over several columns, each with a period of its own below. */
static gboolean
heads_periods (const HeadingWords *words, const GArray *columns, const Segment *segment,
               const GArray *lines, guint below, guint end)
{
  guint n = 0;
  for (guint c = 0; c < columns->len; c++)
    {
      const Span *column = &g_array_index (columns, Span, c);
      if (segment_x0 (segment) >= column->x1 || segment_x1 (segment) <= column->x0)
        continue;
      if (!has_part_in (words, columns, lines, below, end, c))
        return FALSE;
      n++;
    }
  return n > 1;
}

/* Whether a heading groups those on the lines from @below to @end: the lexicon knows it for a
 * group, it is a period over several columns or over another period, anything else over several
 * periods, or a note in brackets over several columns.  Else it is headings that nearly touch. */
static gboolean
heads_group (const HeadingWords *words, const GArray *columns, const Segment *segment,
             const GArray *lines, guint below, guint end)
{
  Role role = role_of (words, segment, segment->n_words);
  if (below == end || role == ROLE_GROUP)
    return below < end;
  if (gutter_count_columns (columns, segment) > 1)
    return role == ROLE_PERIOD || is_note (segment)
           || heads_periods (words, columns, segment, lines, below, end);
  return is_period (words, segment, NO_PERIOD)
         && has_part_in (words, columns, lines, below, end,
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

/* Whether a group reaches over a column that is headed by what stands wholly below it. */
static gboolean
reaches_over (const Pile *group, const GridRow *row, const GArray *columns, guint column)
{
  const GridCell *cell = grid_row_cell (row, column);
  const Span *span = &g_array_index (columns, Span, column);
  const Word *last = g_ptr_array_index (group->words, group->words->len - 1);
  return cell != NULL && cell->box.y0 >= last->box.y1 && group->x0 < span->x1
         && span->x0 < group->x1;
}

/* Finds the columns from *@first to *@end whose middles a group stands over, with one more on both
 * sides if it reaches over these: its name may be narrower than they are. */
static void
find_grouped (const GridRow *row, const GArray *columns, const Pile *group, guint *first,
              guint *end)
{
  *first = *end = columns->len;
  for (guint c = 0; c < columns->len; c++)
    {
      const Span *column = &g_array_index (columns, Span, c);
      double middle = (column->x0 + column->x1) / 2;
      if (middle < group->x0 || middle > group->x1)
        continue;
      *first = MIN (*first, c);
      *end = c + 1;
    }
  if (*first == columns->len)
    {
      *first = gutter_column_of (columns, g_ptr_array_index (group->words, 0));
      *end = *first + 1;
      return;
    }
  if (*first > 0 && *end < columns->len && reaches_over (group, row, columns, *first - 1)
      && reaches_over (group, row, columns, *end))
    {
      --*first;
      ++*end;
    }
}

/* Puts a group into the row above its columns, and what they are headed with into the row below. */
static void
add_group (GridRow *upper, GridRow *lower, const GArray *columns, const Pile *group)
{
  guint first, end;
  find_grouped (upper, columns, group, &first, &end);
  for (guint c = first; c < end; c++)
    grid_row_move_cell (upper, lower, c);
  for (guint k = 0; k < group->words->len; k++)
    grid_row_add_word (upper, first, g_ptr_array_index (group->words, k));
}

/* Puts a group into the row above the columns from @first to @end. */
static void
add_group_over (GridRow *upper, GridRow *lower, guint first, guint end, const Pile *group)
{
  for (guint c = first; c < end; c++)
    grid_row_move_cell (upper, lower, c);
  for (guint k = 0; k < group->words->len; k++)
    grid_row_add_word (upper, first, g_ptr_array_index (group->words, k));
}

/* Puts the groups into the row above what the lowest line of headings, @line, heads.  Returns:
 * whether they stand over the middles of it. */
static gboolean
add_spread (GridRow *upper, GridRow *lower, const GArray *columns, const WordLine *line,
            const GArray *groups)
{
  guint first = gutter_column_of (columns, &line->words[0]);
  guint end = gutter_column_of (columns, &line->words[line->n_words - 1]) + 1;
  g_autofree guint *begins = spread_groups (columns, first, end, groups);
  for (guint i = groups->len; begins != NULL && i-- > 0; end = begins[i])
    add_group_over (upper, lower, begins[i], end, pile_at (groups, i));
  return begins != NULL;
}

void
layout_heading_add (const HeadingWords *words, const GArray *columns, const GArray *lines,
                    guint first, guint end, Grid *grid, int page)
{
  GridRow *upper = grid_add_row (grid, page), *lower = grid_add_row (grid, page);
  g_autoptr (GArray) groups = piles_new ();
  Segment note = { NULL, 0 }; /* the last one that is open */
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) segments = list_headings (words, columns, word_line (lines, i));
      gboolean is_full = segments->len == columns->len; /* then they may stand aside */
      for (guint k = 0; k < segments->len; k++)
        {
          const Segment *segment = segment_at (segments, k);
          if (closes_note (&note, segment)
              || heads_group (words, columns, segment, lines, i + 1, end))
            {
              note = is_note (segment) ? *segment : note;
              piles_add (groups, segment);
              continue;
            }
          for (guint w = 0; w < segment->n_words; w++)
            grid_row_add_word (upper, is_full ? k : gutter_column_of (columns, &segment->words[w]),
                               &segment->words[w]);
        }
    }
  if (!add_spread (upper, lower, columns, word_line (lines, end - 1), groups))
    for (guint i = 0; i < groups->len; i++)
      add_group (upper, lower, columns, pile_at (groups, i));
  if (grid_row_n_filled (lower) == 0)
    g_ptr_array_remove (grid->rows, lower);
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

/* Whether a piece that the lexicon does not know runs over so many columns as a title does: over
 * some, or from the first into the next. */
static gboolean
is_title (const HeadingWords *words, const GArray *columns, const Segment *piece)
{
  guint n = gutter_count_columns (columns, piece);
  gboolean is_first = segment_x0 (piece) < g_array_index (columns, Span, 0).x1;
  return n > (is_first ? 1 : 2) && !is_note (piece)
         && role_of (words, piece, piece->n_words) == ROLE_NONE;
}

/* Whether a line right above the headings is none of them: a title in one piece, a sentence, or a
 * key to arrows. */
static gboolean
is_above_headings (const HeadingWords *words, const GArray *columns, const WordLine *line)
{
  Segment all = { line->words, line->n_words };
  if (segment_count (line) == 1 && is_title (words, columns, &all))
    return TRUE;
  g_autoptr (GArray) segments = list_headings (words, columns, line);
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (segments, i));
      if (text[0] != '(' && vocabulary_find (words->vocabulary, WORDS_FURNITURE, text) != NULL)
        return TRUE;
    }
  return has_sentence (words, columns, line);
}

/* Returns (transfer full): the words that the lines from @first to @end have in @n columns. */
static char *
dup_text_over (const GArray *columns, const GArray *lines, guint first, guint end, guint column,
               guint n)
{
  GString *text = g_string_new (NULL);
  for (guint k = first; k < end; k++)
    for (guint i = 0; i < word_line (lines, k)->n_words; i++)
      {
        const Word *word = &word_line (lines, k)->words[i];
        guint own = gutter_column_of (columns, word);
        if (own >= column && own < column + n)
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word->text);
      }
  return g_string_free (text, FALSE);
}

/* Returns (transfer full): those that they have in a column. */
static char *
dup_text_in (const GArray *columns, const GArray *lines, guint first, guint end, guint column)
{
  return dup_text_over (columns, lines, first, end, column, 1);
}

/* Whether a line is a label with figures behind it, and nothing else. */
static gboolean
is_labelled_row (const HeadingWords *words, const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  g_autofree char *first = segment_dup_text (segment_at (segments, 0));
  Label label;
  if (segments->len < MIN_HEADINGS || !label_read (words, first, &label))
    return FALSE;
  for (guint i = 1; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (segments, i));
      if (!segment_is_figure (text))
        return FALSE;
    }
  return TRUE;
}

/* Whether line @i completes a heading on the lines from @first on that says nothing by itself:
 * `from Oct 16` completes `% change`. */
static gboolean
completes_headings (const HeadingWords *words, const GArray *columns, const GArray *lines,
                    guint first, guint i)
{
  if (is_labelled_row (words, word_line (lines, i)))
    return FALSE;
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

/* Whether line @i holds months whose years stand on the line below. */
static gboolean
has_years_below (const HeadingWords *words, const GArray *columns, const GArray *lines, guint i)
{
  for (guint c = 0; c < columns->len; c++)
    {
      Period period = NO_PERIOD;
      g_autofree char *month = dup_text_in (columns, lines, i, i + 1, c);
      g_autofree char *year = dup_text_in (columns, lines, i + 1, i + 2, c);
      g_autofree char *both = g_strconcat (month, " ", year, NULL);
      if (month[0] != '\0' && segment_is_figure (year)
          && month_read (words->months, both, NO_PERIOD, &period) && period.kind == PERIOD_MONTH)
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

static gboolean
has_figure (const WordLine *line)
{
  g_autoptr (GArray) segments = segment_list (line);
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *text = segment_dup_text (segment_at (segments, i));
      if (segment_is_figure (text))
        return TRUE;
    }
  return FALSE;
}

guint
layout_heading_end (const HeadingWords *words, const GArray *columns, const GArray *lines,
                    guint first, guint line, guint end, const GArray *rules)
{
  guint n = 1;
  for (guint i = line + 1; i < end && i - line < MAX_HEADING_LINES; i++)
    {
      if (anchor_has_ref (word_line (lines, i))
          || has_sentence (words, columns, word_line (lines, i)))
        break;
      if (is_more_headings (words, columns, lines, first, i))
        n = i + 1 - line;
      else if (has_figure (word_line (lines, i)))
        break;
    }
  g_autofree guint *rows = stack_rows (lines, line, end, columns, n, rules);
  while (line + n < end && n < MAX_HEADING_LINES && rows[n] == 0)
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

/* Whether line @i is groups of what stands on the lines from @first to @end, and nothing else. */
static gboolean
is_of_groups (const HeadingWords *words, const GArray *columns, const GArray *lines, guint i,
              guint first, guint end)
{
  g_autoptr (GArray) pieces = segment_list (word_line (lines, i));
  for (guint k = 0; k < pieces->len; k++)
    if (!heads_group (words, columns, segment_at (pieces, k), lines, first, end))
      return FALSE;
  return pieces->len > 1;
}

guint
layout_heading_start (const HeadingWords *words, const GArray *columns, const GArray *lines,
                      guint from, guint line)
{
  g_autofree gboolean *is_headed = g_new0 (gboolean, columns->len);
  guint first = line;
  gboolean is_touched = TRUE;
  note_headed (columns, lines, line, line + 1, is_headed);
  for (guint i = line; i > from && line - i < MAX_HEADING_LINES; i--)
    {
      const WordLine *above = word_line (lines, i - 1);
      is_touched = is_touched && word_line_touches_above (lines, i);
      gboolean heads = heads_others (words, columns, above, is_headed)
                       || is_of_groups (words, columns, lines, i - 1, first, line + 1)
                       || (is_touched
                           && (has_years_below (words, columns, lines, i - 1)
                               || completes_headings (words, columns, lines, i - 1, i)));
      if (!heads && is_above_headings (words, columns, above))
        break;
      if (!heads && !is_touched)
        continue;
      note_headed (columns, lines, i - 1, first, is_headed);
      first = i - 1;
    }
  return first;
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

static gboolean
is_change (Role role)
{
  return role == ROLE_CHANGE || role == ROLE_CHANGE_PREV || role == ROLE_CHANGE_YEAR;
}

/* Whether a text heads changes, and says what they are from. */
static gboolean
heads_changes (const HeadingWords *words, const char *text)
{
  Column column = { .role = ROLE_NONE };
  gboolean is_read = heading_read (words, "", text, &column);
  g_free (column.label);
  return is_read && is_change (column.role)
         && !(column.role == ROLE_CHANGE && column.period.kind == PERIOD_NONE);
}

/* Whether the heading over the column right of one of arrows is that of both: a change is printed
 * behind its arrow, and a heading that nothing stands below has it beside. */
static gboolean
shares_heading (const HeadingWords *words, const GArray *columns, const GArray *lines, guint first,
                guint heading_end, guint end, guint arrows)
{
  g_autofree char *own = dup_text_in (columns, lines, first, heading_end, arrows);
  g_autofree char *right = dup_text_in (columns, lines, first, heading_end, arrows + 1);
  g_autofree char *both = dup_text_over (columns, lines, first, heading_end, arrows, 2);
  if (own[0] != '\0') /* its first word stands over the arrows */
    return role_of_text (words, own) == ROLE_NONE
           || (!heads_changes (words, own) && heads_changes (words, both));
  g_autofree char *below = dup_text_in (columns, lines, heading_end, end, arrows + 1);
  Role role = role_of_text (words, right);
  return is_change (role) || (role != ROLE_NONE && below[0] == '\0');
}

/* Whether anything stands in a column on the lines from @first to @end.  A word that begins in the
 * column left of it, as a section's name does, is of that one. */
static gboolean
is_filled (const GArray *columns, const GArray *lines, guint first, guint end, guint column)
{
  double left = column > 0 ? g_array_index (columns, Span, column - 1).x1 : -G_MAXDOUBLE;
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < word_line (lines, i)->n_words; k++)
      {
        const Word *word = &word_line (lines, i)->words[k];
        if (word->box.x0 >= left && gutter_column_of (columns, word) == column)
          return TRUE;
      }
  return FALSE;
}

/* Returns: how far apart two columns lie. */
static double
distance (const GArray *columns, guint left)
{
  return g_array_index (columns, Span, left + 1).x0 - g_array_index (columns, Span, left).x1;
}

/* Whether a heading that is no group stands over a column. */
static gboolean
is_headed (const HeadingWords *words, const GArray *columns, const GArray *lines, guint first,
           guint heading_end, guint column)
{
  for (guint i = first; i < heading_end; i++)
    {
      g_autoptr (GArray) pieces = list_headings (words, columns, word_line (lines, i));
      for (guint k = 0; k < pieces->len; k++)
        {
          const Segment *piece = segment_at (pieces, k);
          for (guint w = 0; w < piece->n_words; w++)
            if (gutter_column_of (columns, &piece->words[w]) == column
                && !heads_group (words, columns, piece, lines, i + 1, heading_end))
              return TRUE;
        }
    }
  return FALSE;
}

void
layout_heading_join_apart (const HeadingWords *words, GArray *columns, const GArray *lines,
                           guint first, guint heading_end, guint end)
{
  for (guint c = 0; c < columns->len; c++)
    {
      if (is_filled (columns, lines, heading_end, end, c)
          || !is_headed (words, columns, lines, first, heading_end, c))
        continue;
      gboolean left = c > 0 && !is_headed (words, columns, lines, first, heading_end, c - 1),
               right = c + 1 < columns->len
                       && !is_headed (words, columns, lines, first, heading_end, c + 1);
      if (!left && !right)
        continue;
      guint to = right && (!left || distance (columns, c) <= distance (columns, c - 1)) ? c : c - 1;
      g_array_index (columns, Span, to).x1 = g_array_index (columns, Span, to + 1).x1;
      g_array_remove_index (columns, to + 1);
    }
}

void
layout_heading_join_arrows (const HeadingWords *words, GArray *columns, const GArray *lines,
                            guint first, guint heading_end, guint end)
{
  for (guint c = 0; c + 1 < columns->len; c++)
    {
      Span *arrows = &g_array_index (columns, Span, c);
      if (!is_of_arrows (columns, lines, heading_end, end, c)
          || !shares_heading (words, columns, lines, first, heading_end, end, c))
        continue;
      arrows->x1 = arrows[1].x1;
      g_array_remove_index (columns, c + 1);
    }
}
