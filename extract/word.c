/* extract/word.c - glyphs to words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. All is seen along the baseline: u runs with the reading direction, v from line to line.
 * 2. Glyphs on one baseline are a line.
 *    Small figures raised behind a word are marks of notes, on its line (extract/raised.h).
 * 3. A font whose glyphs overlap has no widths: each of its characters is as wide as it usually is
 *    far from its origin to the next one's.
 * 4. A line is cut where the gap is wider than letters of one word leave, which is told from all
 *    gaps around if the letters are spaced.
 */
#include "extract/word.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "extract/charset.h"
#include "extract/mark.h"
#include "extract/raised.h"

/* In units of the type's size. */
#define BASELINE 0.22      /* how far it lies above the lower edge of a box, as a share of it */
#define SAME_BASELINE 0.25 /* how far the glyphs of one line may stand off */
#define WORD_GAP 0.12      /* a blank is 0.2 or more, a kern less than 0.1 */
#define COLUMN_GAP 1.0     /* no letters of one word are spaced so far */
#define SPACED_GAP 0.15    /* of a blank between spaced letters, beyond the letters' own */
#define OVERLAP 0.1        /* of two glyphs whose font has widths, at most */
#define USUAL_WIDTH 0.5    /* of a glyph of which nothing is known */
#define SPACED_SHARE 0.75  /* of the gaps of spaced letters that are too wide for a word's */
#define WIDTH_STEP 0.02
#define N_WIDTHS 60
#define MIN_SPACED 4          /* letters */
#define OVERLAPPING_SHARE 0.3 /* of the pairs of a font without widths that overlap */

typedef struct
{
  Page *page;            /* borrowed */
  GArray *marks;         /* owned; of Mark, line by line */
  GArray *upright_rules; /* owned; of Box, from left to right */
} Setter;

static Mark *
mark_at (const Setter *setter, guint i)
{
  return &g_array_index (setter->marks, Mark, i);
}

/* ---- seeing along the baseline ---- */

static Mark
mark_of (Glyph *glyph)
{
  const Box *box = &glyph->box;
  Mark mark = { glyph, box->x0, box->x1, box->y0, box->y1, 0, 0 };
  if (glyph->rotation == 90)
    mark = (Mark){ glyph, box->y0, box->y1, -box->x1, -box->x0, 0, 0 };
  else if (glyph->rotation == 180)
    mark = (Mark){ glyph, -box->x1, -box->x0, -box->y1, -box->y0, 0, 0 };
  else if (glyph->rotation == 270)
    mark = (Mark){ glyph, -box->y1, -box->y0, box->x0, box->x1, 0, 0 };
  mark.base = mark.v1 - BASELINE * (mark.v1 - mark.v0);
  return mark;
}

/* Moves a glyph's far edge. */
static void
set_end (Mark *mark, double u1)
{
  Box *box = &mark->glyph->box;
  mark->u1 = u1;
  if (mark->glyph->rotation == 90)
    box->y1 = u1;
  else if (mark->glyph->rotation == 180)
    box->x0 = -u1;
  else if (mark->glyph->rotation == 270)
    box->y0 = -u1;
  else
    box->x1 = u1;
}

/* ---- lines ---- */

static int
compare_numbers (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_bases (gconstpointer a, gconstpointer b)
{
  const Mark *left = a, *right = b;
  if (left->glyph->rotation != right->glyph->rotation)
    return left->glyph->rotation - right->glyph->rotation;
  int order = compare_numbers (left->base, right->base);
  return order != 0 ? order : compare_numbers (left->u0, right->u0);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const Mark *left = a, *right = b;
  int order = compare_numbers (left->u0, right->u0);
  return order != 0 ? order : compare_numbers (left->base, right->base);
}

static gboolean
on_one_line (const Mark *first, const Mark *mark)
{
  double size = MIN (first->glyph->size, mark->glyph->size);
  return first->glyph->rotation == mark->glyph->rotation
         && mark->base - first->base <= SAME_BASELINE * size;
}

/* Sorts the marks into lines, each from left to right.  Returns (transfer full): where each line
 * begins, and the number of marks. */
static GArray *
sort_lines (Setter *setter)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_sort (setter->marks, compare_bases);
  for (guint i = 0; i < setter->marks->len;)
    {
      guint end = i + 1;
      while (end < setter->marks->len && on_one_line (mark_at (setter, i), mark_at (setter, end)))
        end++;
      qsort (mark_at (setter, i), end - i, sizeof (Mark), compare_starts);
      g_array_append_val (starts, i);
      i = end;
    }
  g_array_append_val (starts, setter->marks->len);
  return starts;
}

/* ---- fonts without widths ---- */

/* How often a character's origin is how far from the next one's, by steps of WIDTH_STEP. */
typedef struct
{
  guint counts[N_WIDTHS];
} Distances;

/* What the marks of one font show of it. */
typedef struct
{
  guint n_pairs, n_overlapping;
  GHashTable *distances; /* owned; character -> Distances */
} FontWidths;

static void
font_widths_clear (FontWidths *font)
{
  g_clear_pointer (&font->distances, g_hash_table_unref);
}

static void
note_pair (FontWidths *font, const Mark *mark, const Mark *next)
{
  double size = mark->glyph->size, distance = (next->u0 - mark->u0) / size;
  if (mark->glyph->font != next->glyph->font
      || !(distance > WIDTH_STEP && distance < N_WIDTHS * WIDTH_STEP))
    return;
  font->n_pairs++;
  font->n_overlapping += next->u0 < mark->u1 - OVERLAP * size;
  gpointer key = GUINT_TO_POINTER (mark->glyph->c);
  Distances *distances = g_hash_table_lookup (font->distances, key);
  if (distances == NULL)
    {
      distances = g_new0 (Distances, 1);
      g_hash_table_insert (font->distances, key, distances);
    }
  distances->counts[(guint) (distance / WIDTH_STEP)]++;
}

/* Returns: the commonest distance, the least of several; 0 if none is known. */
static double
usual_distance (const Distances *distances)
{
  guint best = 0, most = 0;
  for (guint i = 0; distances != NULL && i + 1 < N_WIDTHS; i++)
    if (distances->counts[i] + distances->counts[i + 1] > most)
      {
        best = i;
        most = distances->counts[i] + distances->counts[i + 1];
      }
  return most > 0 ? (best + 1) * WIDTH_STEP : 0;
}

static GArray *
measure_fonts (const Setter *setter, const GArray *lines)
{
  guint n_fonts = 0;
  for (guint i = 0; i < setter->marks->len; i++)
    n_fonts = MAX (n_fonts, mark_at (setter, i)->glyph->font + 1);
  GArray *fonts = g_array_sized_new (FALSE, TRUE, sizeof (FontWidths), n_fonts);
  g_array_set_clear_func (fonts, (GDestroyNotify) font_widths_clear);
  g_array_set_size (fonts, n_fonts);
  for (guint i = 0; i < n_fonts; i++)
    g_array_index (fonts, FontWidths, i).distances
        = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i + 1 < lines->len; i++)
    for (guint k = g_array_index (lines, guint, i); k + 1 < g_array_index (lines, guint, i + 1);
         k++)
      note_pair (&g_array_index (fonts, FontWidths, mark_at (setter, k)->glyph->font),
                 mark_at (setter, k), mark_at (setter, k + 1));
  return fonts;
}

/* Returns: how wide glyphs of the character are at most, in most fonts: a letter that only ends
 * words is followed by a blank wherever it stands. */
static double
greatest_width (gunichar c)
{
  if (c < 0x80 && strchr ("fijlrtI.,;:'|!()[]", (int) c) != NULL)
    return 0.4;
  if (c < 0x80 && strchr ("mwMW%@", (int) c) != NULL)
    return 1;
  return g_unichar_isupper (c) ? 0.8 : 0.56;
}

static void
mend_widths (Setter *setter, const GArray *lines)
{
  g_autoptr (GArray) fonts = measure_fonts (setter, lines);
  for (guint i = 0; i < setter->marks->len; i++)
    {
      Mark *mark = mark_at (setter, i);
      const FontWidths *font = &g_array_index (fonts, FontWidths, mark->glyph->font);
      if (font->n_overlapping <= OVERLAPPING_SHARE * font->n_pairs)
        continue;
      double width = greatest_width (mark->glyph->c);
      double usual = usual_distance (
          g_hash_table_lookup (font->distances, GUINT_TO_POINTER (mark->glyph->c)));
      width = usual > 0 ? MIN (width, usual) : width;
      set_end (mark, mark->u0 + width * mark->glyph->size);
    }
}

/* ---- words ---- */

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  return compare_numbers (*(const double *) a, *(const double *) b);
}

/* Returns: how wide a gap parts words among the @n marks, none of which is a column's. */
static double
word_gap (const Mark *marks, guint n)
{
  if (n < MIN_SPACED)
    return WORD_GAP;
  g_autofree double *gaps = g_new (double, n);
  guint n_wide = 0;
  for (guint i = 0; i + 1 < n; i++)
    {
      gaps[i] = mark_gap (&marks[i]);
      n_wide += gaps[i] > WORD_GAP;
    }
  if (n_wide < SPACED_SHARE * (n - 1))
    return WORD_GAP;
  qsort (gaps, n - 1, sizeof *gaps, compare_gaps);
  return gaps[(n - 1) / 2] + SPACED_GAP;
}

/* Whether an upright rule stands between two glyphs of an upright line. */
static gboolean
is_parted (const Setter *setter, const Mark *mark)
{
  if (mark->glyph->rotation != 0)
    return FALSE;
  double from = (mark[0].u0 + mark[0].u1) / 2, to = (mark[1].u0 + mark[1].u1) / 2;
  guint low = 0, high = setter->upright_rules->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (setter->upright_rules, Box, middle).x0 < from)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < setter->upright_rules->len; low++)
    {
      const Box *rule = &g_array_index (setter->upright_rules, Box, low);
      if (rule->x0 > to)
        return FALSE;
      if (rule->y0 <= mark->v0 + (mark->v1 - mark->v0) / 3 && rule->y1 >= mark->base)
        return TRUE;
    }
  return FALSE;
}

static double
snap (double x)
{
  return round (x * 100) / 100;
}

static void
add_word (Setter *setter, const Mark *marks, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Box box = marks[0].glyph->box;
  gboolean is_bold = TRUE;
  double confidence = 1;
  for (guint i = 0; i < n; i++)
    {
      confidence *= 1 - marks[i].glyph->doubt;
      charset_append (text, marks[i].glyph->c);
      box = box_union (box, marks[i].glyph->box);
      is_bold = is_bold && marks[i].glyph->is_bold;
    }
  if (text->len == 0)
    return;
  Box snapped = { snap (box.x0), snap (box.y0), snap (box.x1), snap (box.y1) };
  char *composed = g_str_is_ascii (text->str)
                       ? g_strdup (text->str)
                       : g_utf8_normalize (text->str, (gssize) text->len, G_NORMALIZE_NFC);
  Word *word = page_take_word (setter->page, composed, snapped, WORD_NO_LANE);
  word->size = snap (marks[0].glyph->size);
  word->rotation = marks[0].glyph->rotation;
  word->is_bold = is_bold;
  word->origin = marks[0].glyph->origin;
  word->confidence = confidence;
}

/* Cuts a stretch of a line, without gaps as wide as between columns, into words. */
static void
add_words (Setter *setter, const Mark *marks, guint n)
{
  double gap = word_gap (marks, n);
  for (guint i = 0; i < n;)
    {
      guint end = i + 1;
      while (end < n && mark_gap (&marks[end - 1]) <= gap && !is_parted (setter, &marks[end - 1]))
        end++;
      add_word (setter, &marks[i], end - i);
      i = end;
    }
}

static void
cut_track (Setter *setter, const Mark *marks, guint n)
{
  for (guint i = 0; i < n;)
    {
      guint end = i + 1;
      while (end < n && mark_gap (&marks[end - 1]) <= COLUMN_GAP)
        end++;
      add_words (setter, &marks[i], end - i);
      i = end;
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  Glyph left = { .box = ((const Word *) a)->box, .rotation = ((const Word *) a)->rotation };
  Glyph right = { .box = ((const Word *) b)->box, .rotation = ((const Word *) b)->rotation };
  return compare_numbers (mark_of (&left).u0, mark_of (&right).u0);
}

/* Cuts a line into words, sorted along it. */
static void
cut_line (Setter *setter, Mark *marks, guint n)
{
  guint first = setter->page->words->len;
  marks_untangle (marks, n);
  for (guint i = 0; i < n;)
    {
      guint end = i + 1;
      while (end < n && marks[end].track == marks[i].track)
        end++;
      cut_track (setter, &marks[i], end - i);
      i = end;
    }
  if (marks[n - 1].track > 0)
    qsort (&g_array_index (setter->page->words, Word, first), setter->page->words->len - first,
           sizeof (Word), compare_words);
}

/* ---- the page ---- */

/* Returns (transfer full): the lines that the glyphs' marks are sorted into, as sort_lines(). */
static GArray *
set_lines (Setter *setter, GArray *glyphs)
{
  g_array_set_size (setter->marks, 0);
  for (guint i = 0; i < glyphs->len; i++)
    {
      Mark mark = mark_of (&g_array_index (glyphs, Glyph, i));
      g_array_append_val (setter->marks, mark);
    }
  return sort_lines (setter);
}

void
words_append (Page *page, GArray *glyphs)
{
  Setter setter = { page, g_array_sized_new (FALSE, FALSE, sizeof (Mark), glyphs->len),
                    page_upright_rules (page) };
  g_autoptr (GArray) lines = set_lines (&setter, glyphs);
  if (raised_settle (setter.marks, lines))
    {
      g_array_unref (lines);
      lines = set_lines (&setter, glyphs);
    }
  mend_widths (&setter, lines);
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      guint first = g_array_index (lines, guint, i);
      cut_line (&setter, mark_at (&setter, first), g_array_index (lines, guint, i + 1) - first);
    }
  g_array_unref (setter.marks);
  g_array_unref (setter.upright_rules);
}
