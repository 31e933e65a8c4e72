/* parse/layout_begin.c - whether a table that stands by alignment alone begins on a line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_begin.h"

#include "parse/anchor.h"
#include "parse/heading_piece.h"
#include "parse/label.h"

#define MIN_HEADINGS 3  /* of the lines that begin a table */
#define MAX_REF_WORDS 2 /* in the heading of references */
#define MAX_LINES 12    /* above or below the line that begins a table */

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

/* Returns: what the first @n words of a segment head. */
static Role
role_of_first (const HeadingWords *words, const Segment *segment, guint n)
{
  return heading_piece_role (words, &(Segment){ segment->words, n });
}

/* Returns: how many of the first words of a segment are a heading, as many as may be; 0 if they are
 * none. */
static guint
find_longest (const HeadingWords *words, const Segment *segment, Role *role)
{
  guint n = MIN (segment->n_words, HEADING_PIECE_MAX_WORDS);
  while (n > 0 && (*role = role_of_first (words, segment, n)) == ROLE_NONE)
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
  Role role = heading_piece_role (words, segment);
  for (guint k = 1; role == ROLE_NONE && k <= MAX_REF_WORDS && k < segment->n_words; k++)
    {
      Segment rest = { segment->words + k, segment->n_words - k };
      if (role_of_first (words, segment, k) != ROLE_REF)
        continue;
      role = heading_piece_role (words, &rest);
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
layout_begin_is_at (const HeadingWords *words, const GArray *lines, guint from, guint i,
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
  while (k > from && i - k < MAX_LINES && word_line_touches_above (lines, k))
    k--;
  for (; k < lines->len && (k <= i || word_line_touches_above (lines, k)); k++)
    {
      if (k > i && (k - i >= MAX_LINES || anchor_is (word_line (lines, k))))
        break;
      guint own = k == i ? 0 : count_headings (words, word_line (lines, k)).n;
      n += own;
      if (own > most)
        *line = k;
      most = MAX (most, own);
    }
  while (k < lines->len && k - i < MAX_LINES && !anchor_is (word_line (lines, k)))
    k++;
  return n >= MIN_HEADINGS && k < lines->len && anchor_is (word_line (lines, k));
}
