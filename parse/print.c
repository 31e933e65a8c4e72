/* parse/print.c - the lines of words in a part of a page, cut where more than a blank is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Words that overlap in height for more than half stand on one line.
 * 2. A line is cut where the gap is wider than a blank of justified text, or a rule stands in it,
 *    or dots lead through it.
 */
#include "parse/print.h"

#include <math.h>
#include <string.h>

/* In units of the type's size. */
#define PIECE_GAP 0.75   /* a blank is 0.25, of justified text 0.6 */
#define FIGURE_GAP 0.5   /* between figures: the blank of a thousand is 0.25 */
#define SIGN_GAP 12.0    /* between a currency's sign and its figure, set apart */
#define UNIT_GAP 2.0     /* between a figure and its unit */
#define MIN_OVERLAP 0.55 /* of the lower of two words on a line */
#define MIN_LEADER 4     /* dots that are no ellipsis */

#define MAX_FIGURE_WORDS 5 /* of a piece that is a figure: a row's text may begin with as many */

static void
piece_free (Piece *piece)
{
  g_ptr_array_unref (piece->words);
  g_free (piece);
}

static void
print_line_free (PrintLine *line)
{
  g_ptr_array_unref (line->pieces);
  g_free (line);
}

PrintLine *
print_line (const GPtrArray *lines, guint i)
{
  return g_ptr_array_index (lines, i);
}

Piece *
print_piece (const PrintLine *line, guint i)
{
  return g_ptr_array_index (line->pieces, i);
}

/* ---- what words look like ---- */

gboolean
print_is_leader (const Word *word)
{
  gsize n_dots = strspn (word->text, "._");
  return n_dots >= MIN_LEADER && word->text[n_dots] == '\0';
}

static gboolean
stands_for_missing (const char *text)
{
  static const char *const marks[] = { "-", "–",   "—",    "−",  "..",   "…",   "...", ":",
                                       "*", "n/a", "n.a.", "na", "n.d.", "(-)", "--",  "x" };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strcasecmp (text, marks[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
print_is_figure (const char *text)
{
  guint n_digits = 0, n_letters = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      n_digits += g_unichar_isdigit (c);
      n_letters += g_unichar_isalpha (c);
    }
  return (n_digits > 0 && n_letters <= MIN (1, n_digits / 2 + 1)) || stands_for_missing (text);
}

gboolean
print_is_year (const Piece *piece)
{
  const char *text = ((const Word *) g_ptr_array_index (piece->words, 0))->text;
  return strlen (text) >= 4 && (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"))
         && g_ascii_isdigit (text[2]) && g_ascii_isdigit (text[3]) && !g_ascii_isdigit (text[4])
         && text[4] != '.' && text[4] != ',' && text[4] != '%';
}

gboolean
print_are_figure (const GPtrArray *words)
{
  gboolean has_figure = FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);
      gboolean is_sign = g_utf8_strlen (word->text, -1) == 1 && !g_ascii_isalpha (word->text[0]);
      if (print_is_figure (word->text))
        has_figure = TRUE;
      else if (!is_sign)
        return FALSE;
    }
  return has_figure;
}

/* ---- lines ---- */

static int
compare_middles (gconstpointer a, gconstpointer b)
{
  const Word *left = *(Word *const *) a, *right = *(Word *const *) b;
  double dy = left->box.y0 + left->box.y1 - right->box.y0 - right->box.y1;
  double dx = left->box.x0 - right->box.x0;
  return dy != 0 ? (dy > 0) - (dy < 0) : (dx > 0) - (dx < 0);
}

static int
compare_lefts (gconstpointer a, gconstpointer b)
{
  const Word *left = *(Word *const *) a, *right = *(Word *const *) b;
  return (left->box.x0 > right->box.x0) - (left->box.x0 < right->box.x0);
}

/* Words of a line as they are found; its core is what its words have in common in height. */
typedef struct
{
  double y0, y1;
  GPtrArray *words;
} Row;

static gboolean
stands_on (const Row *row, const Word *word)
{
  double shared = MIN (row->y1, word->box.y1) - MAX (row->y0, word->box.y0);
  double height = MIN (row->y1 - row->y0, word->box.y1 - word->box.y0);
  return shared >= MIN_OVERLAP * height;
}

/* Returns (element-type Row): the words by lines, not in order. */
static GArray *
sort_rows (const GPtrArray *words)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy ((GPtrArray *) words, NULL, NULL);
  g_ptr_array_sort (sorted, compare_middles);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Word *word = g_ptr_array_index (sorted, i);
      guint k = rows->len;
      while (k > 0 && rows->len - k < 4 && !stands_on (&g_array_index (rows, Row, k - 1), word))
        k--;
      if (k == 0 || rows->len - k >= 4)
        {
          Row row = { word->box.y0, word->box.y1, g_ptr_array_new () };
          g_array_append_val (rows, row);
          k = rows->len;
        }
      g_ptr_array_add (g_array_index (rows, Row, k - 1).words, (gpointer) word);
    }
  return rows;
}

/* Whether an upright rule of @uprights, sorted from left to right, stands between two words. */
static gboolean
is_parted (const Word *left, const Word *right, const GArray *uprights)
{
  double from = (left->box.x0 + left->box.x1) / 2, to = (right->box.x0 + right->box.x1) / 2;
  double y = (left->box.y0 + left->box.y1) / 2;
  guint low = 0, high = uprights->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (uprights, Box, middle).x0 <= from)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < uprights->len && g_array_index (uprights, Box, low).x0 < to; low++)
    {
      const Box *rule = &g_array_index (uprights, Box, low);
      if (rule->y0 < y && rule->y1 > y)
        return TRUE;
    }
  return FALSE;
}

static void
add_piece (PrintLine *line, Piece *piece)
{
  piece->is_figure = piece->words->len <= MAX_FIGURE_WORDS && print_are_figure (piece->words);
  piece->is_bold = TRUE;
  for (guint i = 0; i < piece->words->len; i++)
    piece->is_bold &= ((const Word *) g_ptr_array_index (piece->words, i))->is_bold;
  g_ptr_array_add (line->pieces, piece);
}

/* Returns: the gap that parts two words, in units of the type's size. */
static double
parting_gap (const Word *left, const Word *right)
{
  static const char *const currencies[] = { "$", "£", "€", "US$" };
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_str_equal (left->text, currencies[i]) && print_is_figure (right->text))
      return SIGN_GAP;
  if (g_str_equal (right->text, "%") && print_is_figure (left->text))
    return UNIT_GAP;
  if (print_is_figure (left->text) && print_is_figure (right->text))
    return FIGURE_GAP;
  return PIECE_GAP;
}

/* Cuts the words of a line, from left to right, into pieces. */
static PrintLine *
cut_line (GPtrArray *words, const GArray *uprights)
{
  PrintLine *line = g_new0 (PrintLine, 1);
  Piece *piece = NULL;
  const Word *last = NULL;
  line->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  g_ptr_array_sort (words, compare_lefts);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);
      gboolean is_leader = print_is_leader (word);
      line->box = box_union (line->box, word->box);
      line->size = MAX (line->size, word->size);
      if (piece != NULL
          && (is_leader || word->lane != last->lane
              || word->box.x0 - last->box.x1
                     > parting_gap (last, word) * MAX (word->size, last->size)
              || is_parted (last, word, uprights)))
        {
          add_piece (line, piece);
          piece = NULL;
        }
      if (is_leader)
        continue;
      if (piece == NULL)
        {
          piece = g_new0 (Piece, 1);
          piece->words = g_ptr_array_new ();
        }
      g_ptr_array_add (piece->words, (gpointer) word);
      piece->box = box_union (piece->box, word->box);
      last = word;
    }
  if (piece != NULL)
    add_piece (line, piece);
  return line;
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const PrintLine *left = *(PrintLine *const *) a, *right = *(PrintLine *const *) b;
  double dy = left->box.y0 + left->box.y1 - right->box.y0 - right->box.y1;
  return (dy > 0) - (dy < 0);
}

GPtrArray *
print_lines (const GPtrArray *words, const GArray *uprights)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) print_line_free);
  g_autoptr (GArray) rows = sort_rows (words);
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) uprights);
  g_array_sort (sorted, box_compare_lefts);
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_array_index (rows, Row, i).words;
      PrintLine *line = cut_line (row, sorted);
      if (line->pieces->len > 0)
        g_ptr_array_add (lines, line);
      else
        print_line_free (line);
      g_ptr_array_unref (row);
    }
  g_ptr_array_sort (lines, compare_tops);
  return lines;
}
