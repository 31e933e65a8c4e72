/* parse/sideways.c - lines of a text whose words run up or down the page that it was made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A line is turned if it is one piece that stands where no row has anything on the line of its
 *    figures, and so many blank lines stand beside it as are between turned words and others.
 * 2. The blank lines around it are left out: what stands below touches what stands above.
 */
#include "parse/sideways.h"

#include <string.h>

#include "parse/anchor.h"
#include "parse/suit.h"

#define BLANK_LINES 4       /* beside what is turned, at least on one side */
#define MIN_ROWS 2          /* of figures, that show where nothing stands */
#define MAX_SHARE 8         /* one row in so many may have something there by chance */
#define MAX_REF_WORDS 3     /* of one reference */
#define MAX_TURNED_WORDS 60 /* of one line */
#define MIN_NAME 3          /* letters of a name's first word */
#define MAX_LINES 2000      /* of a page */

/* ---- which lines are turned ---- */

static double
x0_of (const WordLine *line)
{
  return line->words[0].box.x0;
}

static double
x1_of (const WordLine *line)
{
  return line->words[line->n_words - 1].box.x1;
}

gboolean
sideways_overlap (const WordLine *a, const WordLine *b)
{
  return x0_of (a) < x1_of (b) && x0_of (b) < x1_of (a);
}

/* Returns: how many lines are blank between two. */
static double
blank_between (const GArray *lines, guint upper, guint lower)
{
  return word_line (lines, lower)->words[0].box.y0 - word_line (lines, upper)->words[0].box.y1;
}

static gboolean
is_below_blank (const GArray *lines, guint i)
{
  return i > 0 && i < lines->len && blank_between (lines, i - 1, i) >= BLANK_LINES;
}

/* Whether few of the rows have a word, on the line of their figures, where @line stands. */
static gboolean
is_beside_rows (const GArray *lines, const GArray *rows, const WordLine *line)
{
  guint n = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const WordLine *row = word_line (lines, g_array_index (rows, guint, i));
      gboolean is_filled = FALSE;
      for (guint k = 0; k < row->n_words && !is_filled; k++)
        is_filled = row->words[k].box.x0 < x1_of (line) && row->words[k].box.x1 > x0_of (line);
      n += is_filled;
    }
  return n * MAX_SHARE <= rows->len;
}

/* Returns (transfer full) (element-type guint): the lines with figures of a row. */
static GArray *
list_rows (const GArray *lines)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < lines->len; i++)
    if (anchor_has_figures (word_line (lines, i)))
      g_array_append_val (rows, i);
  return rows;
}

/* Whether a line is nothing but references: they may reach over what stands behind. */
static gboolean
has_several_refs (const WordLine *line)
{
  g_autoptr (GArray) refs = sideways_refs (line);
  return refs->len > 1;
}

/* Returns (transfer full): for each line whether it may be turned. */
static gboolean *
list_candidates (const GArray *lines, const GArray *rows)
{
  gboolean *may = g_new0 (gboolean, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const WordLine *line = word_line (lines, i);
      may[i] = segment_count (line) == 1 && line->n_words <= MAX_TURNED_WORDS
               && (is_beside_rows (lines, rows, line) || has_several_refs (line));
    }
  return may;
}

/* Drops, of the candidates, those runs that no blank lines stand beside. */
static void
drop_close (const GArray *lines, gboolean *may)
{
  for (guint i = 0, end; i < lines->len; i = end + 1)
    {
      gboolean is_apart = FALSE;
      for (end = i; end < lines->len && may[end]; end++)
        is_apart |= is_below_blank (lines, end);
      is_apart |= is_below_blank (lines, end);
      for (guint k = i; k < end && !is_apart; k++)
        may[k] = FALSE;
    }
}

static gboolean
is_of_refs (const WordLine *line)
{
  g_autoptr (GArray) refs = sideways_refs (line);
  return refs->len > 0;
}

/* Whether references are turned where @line stands. */
static gboolean
is_in_refs (const GArray *lines, const gboolean *may, const WordLine *line)
{
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    n += may[i] && sideways_overlap (line, word_line (lines, i))
         && is_of_refs (word_line (lines, i));
  return n >= MIN_ROWS;
}

/* Whether a line may be the name of a section: words, and no piece of a reference. */
static gboolean
may_name_section (const WordLine *line)
{
  const char *first = line->words[0].text;
  for (guint i = 0; i < line->n_words; i++)
    if (suit_is_ref (line->words[i].text))
      return FALSE;
  return g_ascii_isupper (first[0]) && strlen (first) >= MIN_NAME;
}

/* Drops names of sections that stand where references are turned. */
static void
drop_names (const GArray *lines, gboolean *may)
{
  g_autofree gboolean *is_name = g_new0 (gboolean, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const WordLine *line = word_line (lines, i);
      is_name[i] = may[i] && may_name_section (line) && !is_of_refs (line)
                   && is_in_refs (lines, may, line);
    }
  for (guint i = 0; i < lines->len; i++)
    may[i] = may[i] && !is_name[i];
}

/* Leaves out the blank lines around those that are turned, and their own: what stands below them
 * touches what stands above. */
static void
lift (GArray *lines, const gboolean *is_turned)
{
  double lifted = 0;
  for (guint i = 0, next; i < lines->len; i = next + 1)
    {
      for (next = i; next < lines->len && is_turned[next]; next++)
        ;
      if (next > i && i > 0 && next < lines->len)
        lifted += blank_between (lines, i - 1, next);
      guint beside = next < lines->len ? next : i > 0 ? i - 1 : i;
      double place = word_line (lines, beside)->words[0].box.y0 - lifted;
      for (guint k = i; k < MIN (next + 1, lines->len); k++)
        {
          WordLine *line = &g_array_index (lines, WordLine, k);
          line->is_turned = k < next;
          line->lifted = line->words[0].box.y0 - place;
        }
    }
}

/* Notes how far right the column of a line reaches: to its end, or over the first of several
 * references where the others stand over what is behind. */
static void
note_width (GArray *lines, const GArray *rows, guint i)
{
  WordLine *line = &g_array_index (lines, WordLine, i);
  g_autoptr (GArray) refs = sideways_refs (line);
  gboolean is_over = refs->len > 1 && !is_beside_rows (lines, rows, line);
  line->turned_x1 = is_over ? segment_x1 (segment_at (refs, 0)) : x1_of (line);
}

void
sideways_mark (GArray *lines)
{
  if (lines->len == 0 || lines->len > MAX_LINES || word_line (lines, 0)->words[0].size != 1)
    return;
  g_autoptr (GArray) rows = list_rows (lines);
  if (rows->len < MIN_ROWS)
    return;
  g_autofree gboolean *is_turned = list_candidates (lines, rows);
  drop_close (lines, is_turned);
  drop_names (lines, is_turned);
  lift (lines, is_turned);
  for (guint i = 0; i < lines->len; i++)
    if (is_turned[i])
      note_width (lines, rows, i);
}

/* ---- references on them ---- */

guint
sideways_ref_length (const WordLine *line, guint first)
{
  for (guint n = MIN (MAX_REF_WORDS, line->n_words - first); n > 0; n--)
    {
      Segment words = { &line->words[first], n };
      g_autofree char *text = segment_dup_text (&words);
      if (suit_is_ref (text))
        return n;
    }
  return 0;
}

/* Whether a word begins a reference: it is one, or the word behind it makes it one, and does not
 * begin one itself. */
static gboolean
begins_ref (const WordLine *line, guint i)
{
  const char *text = line->words[i].text;
  if (suit_is_ref (text))
    return TRUE;
  return g_ascii_isupper (text[0]) && i + 1 < line->n_words
         && !suit_is_ref (line->words[i + 1].text) && g_ascii_isdigit (line->words[i + 1].text[0])
         && sideways_ref_length (line, i) > 1;
}

GArray *
sideways_refs (const WordLine *line)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (Segment));
  for (guint i = 0, end; i < line->n_words; i = end)
    {
      for (end = i + 1; end < line->n_words && !begins_ref (line, end); end++)
        ;
      Segment ref = { &line->words[i], end - i };
      g_autofree char *text = segment_dup_text (&ref);
      if (!begins_ref (line, i) || !suit_is_ref (text))
        {
          g_array_set_size (refs, 0);
          break;
        }
      g_array_append_val (refs, ref);
    }
  return refs;
}
