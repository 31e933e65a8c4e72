/* parse/undrawn.c - the rules of a table that a scanner lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/undrawn.h"

#include <string.h>

#include "parse/undrawn_words.h"

#define DRAWN_SHARE 0.6 /* of a row's height that is drawn if its border is */
#define USUAL_SHARE                                                                                \
  0.3 /* of a net's height that a border is drawn along which its headings have lost */
#define MIN_FILLED 4           /* places of a row with words that are no section's name */
#define LETTERED_SHARE 0.7     /* of the places with words, that have letters in headings */
#define MAX_CROSSED 0.4        /* of the borders that words lie across, if these head groups */
#define STICKS_OUT 1.5         /* points that a word may reach into the next place by chance */
#define UNKNOWN "\357\277\275" /* a character that nobody could read */
#define MIN_LINE 3.0           /* points between lines of a heading */
#define PHRASE 0.45            /* of a word's size, between two of one cell */
#define WIDE 2.0               /* of a word's height: a blank within one cell is narrower */

typedef struct
{
  double y0, y1;
  Box *last;            /* by place: its lowest word; nothing above @y0 if it has none */
  double *crossed_to;   /* by border: where the last word ends that lies across it; @y0 if none */
  gboolean *has_letter; /* by place */
} Row;

static void
row_clear (Row *row)
{
  g_free (row->last);
  g_free (row->crossed_to);
  g_free (row->has_letter);
}

/* Begins to look at the row's words. */
static void
row_init (Row *row, guint n_borders)
{
  row->last = g_new (Box, n_borders);
  row->crossed_to = g_new (double, n_borders);
  row->has_letter = g_new0 (gboolean, n_borders);
  for (guint i = 0; i < n_borders; i++)
    {
      row->last[i] = (Box){ 0, row->y0, 0, row->y0 };
      row->crossed_to[i] = row->y0;
    }
}

static void
add_line (Net *net, Box box, gboolean is_flat)
{
  NetLine line = { .box = box, .is_flat = is_flat };
  g_array_append_val (net->lines, line);
}

/* Whether anything upright is drawn within the row but at the sides of the net. */
static gboolean
has_uprights (const Net *net, const Row *row)
{
  for (guint i = 0; i < net->lines->len; i++)
    {
      const NetLine *line = &g_array_index (net->lines, NetLine, i);
      guint border = net_nearest (net->xs, (line->box.x0 + line->box.x1) / 2);
      double drawn = MIN (line->box.y1, row->y1) - MAX (line->box.y0, row->y0);
      if (!line->is_flat && border > 0 && border + 1 < net->xs->len
          && drawn >= DRAWN_SHARE * (row->y1 - row->y0))
        return TRUE;
    }
  return FALSE;
}

/* Whether a good part of the net's rows have the border: what one or two have is the side of a dark
 * cell, or of an arrow. */
static gboolean
is_usual (const Net *net, guint border)
{
  double drawn = 0, height = net_number (net->ys, net->ys->len - 1) - net_number (net->ys, 0);
  for (guint i = 0; i < net->lines->len; i++)
    {
      const NetLine *line = &g_array_index (net->lines, NetLine, i);
      if (!line->is_flat && net_nearest (net->xs, (line->box.x0 + line->box.x1) / 2) == border)
        drawn += line->box.y1 - line->box.y0;
    }
  return drawn >= USUAL_SHARE * height;
}

static gboolean
has_letter (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

/* Notes how the words of an image stand in the row.  Returns: whether all were read off one. */
static gboolean
look_at_words (const Net *net, const Page *page, Row *row)
{
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      double middle = (word->box.y0 + word->box.y1) / 2;
      guint place = net_place (net->xs, (word->box.x0 + word->box.x1) / 2);
      if (middle < row->y0 || middle >= row->y1 || place + 1 >= net->xs->len)
        continue;
      if (word->origin != ORIGIN_OCR)
        return FALSE;
      if (word->box.y1 > row->last[place].y1)
        row->last[place] = word->box;
      row->has_letter[place] |= has_letter (word->text);
      for (guint k = 1; k + 1 < net->xs->len; k++)
        if (word->box.x0 < net_number (net->xs, k) - STICKS_OUT
            && word->box.x1 > net_number (net->xs, k) + STICKS_OUT)
          row->crossed_to[k] = MAX (row->crossed_to[k], word->box.y1);
    }
  return TRUE;
}

static gboolean
is_filled (const Row *row, guint place)
{
  return row->last[place].y1 > row->y0;
}

/* Whether two words follow each other on one line, a blank apart. */
static gboolean
is_phrase (const Word *left, const Word *right)
{
  double shared = MIN (left->box.y1, right->box.y1) - MAX (left->box.y0, right->box.y0);
  double gap = right->box.x0 - left->box.x1, size = MIN (left->size, right->size);
  return left->rotation == 0 && right->rotation == 0 && 2 * shared > size && gap > -STICKS_OUT
         && gap < PHRASE * size;
}

/* Notes the borders that lie between two words of a phrase: it lies across them. */
static void
note_phrases (const Net *net, const GArray *words, Row *row)
{
  for (guint i = 0; i < words->len; i++)
    for (guint k = 0; k < words->len; k++)
      {
        const Word *left = &g_array_index (words, Word, i),
                   *right = &g_array_index (words, Word, k);
        guint border = net_nearest (net->xs, (left->box.x1 + right->box.x0) / 2);
        double x = net_number (net->xs, border);
        if (i != k && x > left->box.x0 && x < right->box.x1 && is_phrase (left, right))
          row->crossed_to[border]
              = MAX (row->crossed_to[border], MAX (left->box.y1, right->box.y1));
      }
}

/* Whether the words stand in places as headings do. */
static gboolean
is_parted (const Net *net, const Row *row)
{
  guint n_filled = 0, n_crossed = 0, n = net->xs->len - 1;
  for (guint i = 0; i < n; i++)
    {
      n_filled += is_filled (row, i);
      n_crossed += row->crossed_to[i] > row->y0;
    }
  return n_filled >= MAX (MIN_FILLED, n / 2) && n_crossed <= MAX_CROSSED * n;
}

/* Whether words stand in the row as headings do, which have letters. */
static gboolean
has_headings (const Net *net, const Row *row)
{
  guint n_filled = 0, n_lettered = 0;
  for (guint i = 0; i + 1 < net->xs->len; i++)
    {
      n_filled += is_filled (row, i);
      n_lettered += row->has_letter[i];
    }
  return is_parted (net, row) && n_lettered >= LETTERED_SHARE * n_filled;
}

/* Returns: where the last line begins in the places on either side of the borders from @first to
 * before @end. */
static double
top_of_last_line (const Row *row, guint first, guint end)
{
  double low = row->y0, top = row->y1;
  for (guint i = first - 1; i < end; i++)
    low = MAX (low, row->last[i].y1);
  for (guint i = first - 1; i < end; i++)
    if (row->last[i].y1 > low - MIN_LINE)
      top = MIN (top, row->last[i].y0);
  return top;
}

/* Whether words stand in each place of a group below the last ones that lie across its borders,
 * from
 * @first to before @end: what each column is of. */
static gboolean
has_columns (const Row *row, guint first, guint end)
{
  double crossed_to = 0;
  for (guint i = first; i < end; i++)
    crossed_to = MAX (crossed_to, row->crossed_to[i]);
  for (guint i = first - 1; i < end; i++)
    if (row->last[i].y1 < crossed_to + MIN_LINE)
      return FALSE;
  return TRUE;
}

/* Draws the borders of a group's columns beside their last line, and a line above that, if nothing
 * lies across them there.  Returns: where it is; 0 if it is nowhere. */
static double
draw_group (Net *net, const Row *row, guint first, guint end)
{
  double y = top_of_last_line (row, first, end);
  if (!has_columns (row, first, end))
    return 0;
  for (guint i = first; i < end; i++)
    if (row->crossed_to[i] > y + STICKS_OUT)
      return 0;
  for (guint i = first; i < end; i++)
    add_line (net, (Box){ net_number (net->xs, i), y, net_number (net->xs, i), row->y1 }, FALSE);
  add_line (net, (Box){ net_number (net->xs, first - 1), y, net_number (net->xs, end), y }, TRUE);
  return y;
}

/* Whether the border is drawn in the row. */
static gboolean
is_drawn (const Net *net, const Row *row, guint border)
{
  double drawn = 0;
  for (guint i = 0; i < net->lines->len; i++)
    {
      const NetLine *line = &g_array_index (net->lines, NetLine, i);
      if (!line->is_flat && net_nearest (net->xs, (line->box.x0 + line->box.x1) / 2) == border)
        drawn += MAX (0, MIN (line->box.y1, row->y1) - MAX (line->box.y0, row->y0));
    }
  return drawn >= DRAWN_SHARE * (row->y1 - row->y0);
}

/* Whether words stand between a border and the next one that is usual, left or right of it. */
static gboolean
is_filled_beside (const Net *net, const Row *row, guint border, gboolean is_left)
{
  guint place = is_left ? border - 1 : border;
  while (!is_filled (row, place) && (is_left ? place > 0 : place + 2 < net->xs->len)
         && !is_usual (net, is_left ? place : place + 1))
    place = is_left ? place - 1 : place + 1;
  return is_filled (row, place);
}

/* Whether a border that the row lacks was drawn there.  Where others are left, it may not have
 * been: it was if headings stand on both sides. */
static gboolean
was_drawn (const Net *net, const Row *row, guint border, gboolean has_others)
{
  return is_usual (net, border)
         && (!has_others
             || (is_filled_beside (net, row, border, TRUE)
                 && is_filled_beside (net, row, border, FALSE)));
}

/* Draws the borders that a row of headings has lost.  Returns: where a line between groups and
 * their columns was drawn; 0 if none was. */
static double
draw_row (Net *net, const Row *row, gboolean has_others)
{
  double y = 0;
  for (guint i = 1; i + 1 < net->xs->len;)
    {
      guint end = i;
      while (end + 1 < net->xs->len && row->crossed_to[end] > row->y0 && !is_drawn (net, row, end))
        end++;
      if (end == i)
        {
          double x = net_number (net->xs, i);
          if (!is_drawn (net, row, i) && was_drawn (net, row, i, has_others))
            add_line (net, (Box){ x, row->y0, x, row->y1 }, FALSE);
          i++;
          continue;
        }
      double group_y = draw_group (net, row, i, end);
      y = MAX (y, group_y);
      i = end;
    }
  return y;
}

/* The words nearest to a border of a row, on either side. */
typedef struct
{
  double left, right; /* where they end and begin */
  double height;      /* of the highest word of the row */
  gboolean has_figure[2];
} Gap;

/* Notes a word of the row that is nearer to the border at @border than those before. */
static void
note_word (Gap *gap, double border, const Word *word)
{
  gboolean is_left = (word->box.x0 + word->box.x1) / 2 < border;
  if (is_left ? word->box.x1 <= gap->left : word->box.x0 >= gap->right)
    return;
  *(is_left ? &gap->left : &gap->right) = is_left ? word->box.x1 : word->box.x0;
  gap->has_figure[is_left] = strpbrk (word->text, "0123456789") != NULL;
  if (word->rotation == 0)
    gap->height = MAX (gap->height, word->size);
}

/* Finds the gap between the words of an image around each border, in @gaps.  Returns: whether there
 * are such words. */
static gboolean
find_gaps (const Net *net, const Page *page, const Row *row, Gap *gaps)
{
  gboolean has_words = FALSE;
  for (guint k = 0; k < net->xs->len; k++)
    gaps[k] = (Gap){ -G_MAXDOUBLE, G_MAXDOUBLE, 0, { FALSE, FALSE } };
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      double middle = (word->box.y0 + word->box.y1) / 2;
      if (middle < row->y0 || middle >= row->y1 || word->origin != ORIGIN_OCR
          || strcmp (word->text, UNKNOWN) == 0) /* the rule itself, perhaps */
        continue;
      has_words = TRUE;
      for (guint k = 0; k < net->xs->len; k++)
        note_word (&gaps[k], net_number (net->xs, k), word);
    }
  return has_words;
}

/* Whether the border is the one of its gap: alone in it, or between groups of headings, which stand
 * in the middle of several places, the one nearest to the gap's. */
static gboolean
is_of_gap (const Net *net, const Gap *gap, guint border)
{
  guint first = border, last = border;
  while (first > 1 && net_number (net->xs, first - 1) > gap->left)
    first--;
  while (last + 2 < net->xs->len && net_number (net->xs, last + 1) < gap->right)
    last++;
  if (first == last)
    return net_number (net->xs, border - 1) <= gap->left
           && net_number (net->xs, border + 1) >= gap->right;
  return !gap->has_figure[0] && !gap->has_figure[1]
         && net_nearest (net->xs, (gap->left + gap->right) / 2) == border;
}

/* Draws the borders that a row has lost between words that no one cell has so far apart. */
static void
draw_gaps (Net *net, const Page *page, const Row *row)
{
  g_autofree Gap *gaps = g_new (Gap, net->xs->len);
  if (!find_gaps (net, page, row, gaps))
    return;
  for (guint k = 1; k + 1 < net->xs->len; k++)
    {
      double x = net_number (net->xs, k);
      const Gap *gap = &gaps[k];
      if (gap->left < x && gap->right > x && gap->right - gap->left > WIDE * gap->height
          && gap->right - gap->left < G_MAXDOUBLE && is_of_gap (net, gap, k)
          && !is_drawn (net, row, k) && is_usual (net, k))
        add_line (net, (Box){ x, row->y0, x, row->y1 }, FALSE);
    }
}

/* Draws the borders that the row has lost if it is one of headings.  Returns: where a flat line was
 * drawn in it; 0 if none was. */
static double
complete_headings (Net *net, const Page *page, Row *row, gboolean has_others)
{
  if (!look_at_words (net, page, row))
    return 0;
  if (!has_others)
    return is_parted (net, row) ? draw_row (net, row, FALSE) : 0;
  if (!has_headings (net, row))
    return 0;
  g_autoptr (GArray) words = undrawn_words (net, page, row->y0, row->y1);
  if (words == NULL)
    return 0;
  note_phrases (net, words, row);
  return draw_row (net, row, TRUE);
}

/* Draws what row @i has lost.  Returns: where a flat line was drawn in it; 0 if none was. */
static double
complete_row (Net *net, const Page *page, guint i)
{
  Row row = { .y0 = net_number (net->ys, i), .y1 = net_number (net->ys, i + 1) };
  gboolean has_others = has_uprights (net, &row);
  if (has_others)
    draw_gaps (net, page, &row);
  row_init (&row, net->xs->len);
  double y = complete_headings (net, page, &row, has_others);
  row_clear (&row);
  return y;
}

void
undrawn_add (Net *net, const Page *page)
{
  for (guint i = 0; i + 1 < net->ys->len; i++)
    {
      double y = complete_row (net, page, i);
      if (y > 0)
        g_array_insert_val (net->ys, ++i, y);
    }
}
