/* parse/flat_cut.c - where the lines of flattened text are cut: into rows, and into their columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     NAME           OUTCOME                   FIGURES          COMMENTARY
 *                                                               The number of contacts fell. The
 *     Number of con  with which anyone with    figures are of   schools closed for the holiday
 *     received (inc  about a child can eng     1535 1123 1219   and referrals ...
 *     that become r  receive advice.                            has reduced again.
 *
 * Blanks tell nothing here: a line is "received (inc about a child can eng 1535 1123 1219 and ...".
 * Any line may be cut into name, outcome and commentary anywhere, or begin the next row.  Of all
 * ways to cut the document the cheapest is taken, where it costs
 *
 * 1. a word that is given to nobody, or of the name that no line prints;
 * 2. a line that is wider than its column, or leaves room for the next line's first word;
 * 3. a sentence that begins with a small letter, goes on with a capital or never ends;
 * 4. a text that is not in the middle of its row, where its figures are;
 * 5. two words side by side that are so nowhere else, or with a border between them.
 *
 * What a cut costs depends on little that went before it (TextState), so that of the ways to reach
 * a line only the cheapest few of those that differ in it are followed.
 */
#include "parse/flat_cut.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parse/flat_name.h"
#include "parse/flat_word.h"

#define N_KEPT 16      /* ways to read the document up to a line that are followed in each row */
#define MAX_DROPPED 10 /* what a line's words before its texts may cost */
#define N_ALIKE 3
#define MAX_BEHIND 12
#define SLACK 0.10 /* of a column's width: letters are not equally wide */

/* Roughly logarithms of odds. */
#define COST_DROPPED 3.0 /* a word that is given to nobody, if it is no single letter */
#define COST_HEADING 1.0 /* the same above the table */
#define COST_UNNAMED 2.0 /* a word of the name that no line prints */
#define COST_LOST 3.0    /* at most, for a line may be lost */
#define COST_WIDE 1.0    /* a letter beyond the column's width */
#define COST_SHORT 0.35  /* a letter left free where the next word would have fitted */
#define COST_TINY 0.08
#define COST_SHORTEST 6.0   /* at most, for a paragraph may end there */
#define COST_SMALL 5.0      /* a sentence that begins with a small letter */
#define COST_CAPITAL 0.7    /* a sentence that goes on with a capital: most names do */
#define COST_OPEN 5.0       /* a text without an end */
#define COST_TEXT 2.0       /* a text at all */
#define COST_NO_TEXT 8.0    /* none, in a column that most rows fill */
#define COST_UNBALANCED 1.5 /* a line more on one side of the figures */
#define COST_SHARED 0.5     /* a line with two texts */
#define COST_BORDER 1.0     /* a cell's border before a word that begins no outcome */
#define COST_GARBLED 4.0
#define COST_DAMAGED 0.3
#define COST_PAGE 5.0    /* a row that goes on over the end of a page */
#define COST_STRANGE 1.2 /* two words that stand side by side nowhere else */

/* A text as far as it goes. */
typedef struct
{
  guint n_above, n_beside, n_below; /* its lines, as they lie to the row's figures */
  gboolean is_open;                 /* whether its last sentence is */
  guint width;                      /* of its last line */
  guint last;                       /* the id of its last word */
} TextState;

/* A way to read the document up to a line. */
typedef struct
{
  double cost;
  guint before; /* which way above it goes on with */
  guint next;   /* word of the row's name */
  TextState texts[FLAT_N_TEXTS];
  FlatCut cut;
} Way;

/* What stands before a word of a line, debris left out. */
typedef struct
{
  guint width;    /* of the words before it, each with a blank */
  double cost;    /* of the pairs of words up to this one */
  guint next;     /* the first word from here on that is no debris */
  guint previous; /* the last one before here, plus 1; 0 if none */
} WordSum;

typedef struct
{
  const GPtrArray *lines; /* borrowed, like all that follow */
  const FlatCutRow *rows;
  guint n_rows;
  const FlatLayout *layout;
  guint line;        /* the one that is cut */
  GArray *sums;      /* owned; of WordSum, one for each word of it and one more */
  gboolean is_ghost; /* whether it holds what is left of a line of figures */
  double *cheapest;  /* owned; of the ways that the line has in each row so far */
} Cutter;

gpointer
flat_cut_pair (guint left, guint right)
{
  return GUINT_TO_POINTER (left << 16 | (right & 0xffff));
}

/* Whether the two words stand side by side elsewhere. */
static gboolean
is_seen (const Cutter *cutter, guint left, guint right)
{
  guint line
      = GPOINTER_TO_UINT (g_hash_table_lookup (cutter->layout->pairs, flat_cut_pair (left, right)));
  return line != 0 && line != cutter->line + 1;
}

/* ---- stretches of a line ---- */

/* Words @first to @last of the line, both included, and what is between. */
typedef struct
{
  gboolean is_empty;
  const FlatWord *first, *last;
  guint width;
  double cost; /* of words that do not go together */
} Stretch;

static guint
line_length (const Cutter *cutter)
{
  return flat_line (cutter->lines, cutter->line)->words->len;
}

/* Returns: the word's first letter or digit; 0 if it has none. */
static gunichar
first_letter (const char *word)
{
  while (*word != '\0' && !g_unichar_isalnum (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);
  return g_utf8_get_char (word);
}

/* Returns: what it costs to have two words of a line side by side in a text. */
static double
cost_of_pair (const Cutter *cutter, const FlatWord *left, const FlatWord *right)
{
  double cost = is_seen (cutter, left->id, right->id) ? 0 : COST_STRANGE;
  if (right->has_border)
    cost += COST_BORDER;
  if (right->is_garbled)
    cost += COST_GARBLED;
  gunichar c = first_letter (right->text);
  if (flat_word_ends_sentence (left->text))
    cost += g_unichar_islower (c) ? COST_SMALL : 0;
  else if (g_unichar_isupper (c))
    cost += COST_CAPITAL;
  return cost;
}

static void
sum_line (Cutter *cutter, guint line)
{
  cutter->line = line;
  cutter->is_ghost = FALSE;
  guint n = line_length (cutter), n_noughts = 0;
  g_array_set_size (cutter->sums, n + 1);
  WordSum *sums = (WordSum *) (void *) cutter->sums->data;
  sums[0] = (WordSum){ 0 };
  for (guint i = 0; i < n; i++)
    {
      const FlatWord *word = flat_word (cutter->lines, line, i);
      n_noughts += word->is_debris
                   && (g_str_equal (word->folded, "0") || g_str_equal (word->folded, "o"));
      sums[i + 1] = sums[i];
      if (word->is_debris)
        continue;
      if (sums[i].previous > 0)
        sums[i + 1].cost
            += cost_of_pair (cutter, flat_word (cutter->lines, line, sums[i].previous - 1), word);
      sums[i + 1].width += word->width + 1;
      sums[i + 1].previous = i + 1;
    }
  cutter->is_ghost = n_noughts > 2;
  sums[n].next = n;
  for (guint i = n; i > 0; i--)
    sums[i - 1].next = flat_word (cutter->lines, line, i - 1)->is_debris ? sums[i].next : i - 1;
}

static Stretch
stretch_of (const Cutter *cutter, guint from, guint to)
{
  const WordSum *sums = (const WordSum *) (const void *) cutter->sums->data;
  Stretch stretch = { .is_empty = from >= to || sums[from].next >= to };
  if (stretch.is_empty)
    return stretch;
  guint first = sums[from].next, last = sums[to].previous - 1;
  stretch.first = flat_word (cutter->lines, cutter->line, first);
  stretch.last = flat_word (cutter->lines, cutter->line, last);
  stretch.width = sums[last + 1].width - sums[first].width - 1;
  stretch.cost
      = sums[last + 1].cost - sums[first + 1].cost + (stretch.first->is_garbled ? COST_GARBLED : 0);
  return stretch;
}

/* ---- what a text costs ---- */

/* A line is full if the next line's first word did not fit. */
static double
cost_of_break (guint width, guint next, guint column)
{
  double room = (double) column - width - 1 - next, sure = room - column * SLACK;
  return MIN (COST_SHORTEST, COST_TINY * MAX (room, 0) + COST_SHORT * MAX (sure, 0));
}

static double
cost_of_width (guint width, guint column)
{
  double over = (double) width - column, sure = over - column * SLACK / 2;
  return COST_TINY * MAX (over, 0) + COST_WIDE * MAX (sure, 0);
}

static double
cost_of_start (const TextState *text, const char *word)
{
  gunichar c = first_letter (word);
  if (!text->is_open)
    return g_unichar_islower (c) ? COST_SMALL : 0;
  return g_unichar_isupper (c) ? COST_CAPITAL : 0;
}

static gboolean
is_begun (const TextState *text)
{
  return text->n_above + text->n_beside + text->n_below > 0;
}

static double
cost_of_end (const TextState *text, gboolean is_usual)
{
  if (!is_begun (text))
    return is_usual ? COST_NO_TEXT : 0;
  guint n = MAX (text->n_above, text->n_below) - MIN (text->n_above, text->n_below);
  n -= MIN (n, 1 + (text->n_above + text->n_below) / 6);
  return COST_TEXT + (text->is_open ? COST_OPEN : 0) + COST_UNBALANCED * n;
}

/* Gives a stretch of the line to a text. */
static void
extend (const Cutter *cutter, Way *way, FlatColumn column, const Stretch *stretch)
{
  if (stretch->is_empty)
    return;
  TextState *text = &way->texts[column];
  guint figures = cutter->rows[way->cut.row - 1].line, width = cutter->layout->widths[column];
  way->cost += stretch->cost + cost_of_width (stretch->width, width)
               + cost_of_start (text, stretch->first->text);
  if (is_begun (text))
    {
      way->cost += cost_of_break (text->width, stretch->first->width, width);
      way->cost += is_seen (cutter, text->last, stretch->first->id) ? 0 : COST_STRANGE;
    }
  gboolean is_beside
      = cutter->line == figures
        || (cutter->is_ghost && cutter->line + 1 >= figures && cutter->line <= figures + 1);
  if (is_beside)
    text->n_beside++;
  else if (cutter->line < figures)
    text->n_above++;
  else
    text->n_below++;
  text->width = stretch->width;
  text->last = stretch->last->id;
  text->is_open = !flat_word_ends_sentence (stretch->last->text);
}

/* ---- what a name costs ---- */

static double
cost_of_drop (const FlatWord *word)
{
  double cost = word->width == 1 && g_ascii_isalpha (*word->text) ? COST_DROPPED : 0.25;
  if (word->is_garbled)
    return COST_DROPPED / 2;
  for (const char *at = word->text; *at != '\0'; at++)
    cost += g_ascii_isalpha (*at) ? 0.5 : 0.25;
  return MIN (cost, COST_DROPPED);
}

/* Takes a word off the line's left end: debris, a word of the name, or one that is dropped. */
static void
take_lead (const Cutter *cutter, Way *way, const FlatWord *word)
{
  if (word->is_debris || *word->folded == '\0')
    return;
  if (way->cut.row == 0)
    {
      way->cost += COST_HEADING;
      return;
    }
  const char *const *name = (const char *const *) cutter->rows[way->cut.row - 1].name;
  double dropped = cost_of_drop (word);
  int at = flat_name_find (name, way->next, word->folded);
  if (at >= 0)
    {
      double named = MIN (COST_UNNAMED * ((guint) at - way->next), COST_LOST)
                     + (g_str_equal (name[at], word->folded) ? 0 : COST_DAMAGED);
      if (named <= dropped)
        {
          way->cost += named;
          way->next = (guint) at + 1;
          return;
        }
    }
  way->cost += dropped;
}

guint
flat_cut_name (const GArray *line, guint end, GStrv name)
{
  guint best = 0;
  for (guint start = 0; name[start] != NULL; start++)
    {
      guint next = start, lead = 0;
      for (; lead < end; lead++)
        {
          const FlatWord *word = &g_array_index (line, FlatWord, lead);
          int at = flat_name_find ((const char *const *) name, next, word->folded);
          if (at >= 0)
            next = (guint) at + 1;
          else if (!word->is_debris && cost_of_drop (word) > COST_DROPPED / 2)
            break;
        }
      best = next > start ? MAX (best, lead) : best;
    }
  return best;
}

/* ---- ways ---- */

static void
close_row (const Cutter *cutter, Way *way)
{
  if (way->cut.row == 0)
    return;
  const FlatCutRow *row = &cutter->rows[way->cut.row - 1];
  way->cost += COST_UNNAMED * (g_strv_length (row->name) - way->next);
  for (guint i = 0; i < FLAT_N_TEXTS; i++)
    way->cost += cost_of_end (&way->texts[i], cutter->layout->is_usual[i]);
}

/* Adds @way with the words from @lead to @cut for the outcome, those from @behind on for the
 * commentary. */
static void
add_way (const Cutter *cutter, const Way *led, guint lead, guint cut, guint behind, GArray *ways)
{
  Way way = *led;
  Stretch outcome = stretch_of (cutter, lead, cut);
  Stretch commentary = stretch_of (cutter, behind, line_length (cutter));
  if (way.cost + outcome.cost + commentary.cost
          + cost_of_width (outcome.width, cutter->layout->widths[FLAT_OUTCOME])
          + cost_of_width (commentary.width, cutter->layout->widths[FLAT_COMMENTARY])
      > cutter->cheapest[way.cut.row] + MAX_BEHIND)
    return;
  extend (cutter, &way, FLAT_OUTCOME, &outcome);
  extend (cutter, &way, FLAT_COMMENTARY, &commentary);
  if (cut == behind && !commentary.is_empty)
    way.cost
        += (commentary.first->has_border ? COST_BORDER : 0) + (outcome.is_empty ? 0 : COST_SHARED);
  way.cut.lead = lead;
  way.cut.cut = cut;
  if (way.cost > cutter->cheapest[way.cut.row] + MAX_BEHIND)
    return;
  cutter->cheapest[way.cut.row] = MIN (cutter->cheapest[way.cut.row], way.cost);
  g_array_append_val (ways, way);
}

/* Adds all ways to share out the words from @lead on. */
static void
share_line (const Cutter *cutter, const Way *led, guint lead, GArray *ways)
{
  const FlatCutRow *row = &cutter->rows[led->cut.row - 1];
  guint n = line_length (cutter);
  if (cutter->line == row->line)
    {
      add_way (cutter, led, lead, row->figures, row->figures_end, ways);
      return;
    }
  for (guint cut = lead; cut <= n; cut++)
    if (cut == n || cut == lead || !flat_word (cutter->lines, cutter->line, cut)->is_debris)
      add_way (cutter, led, lead, cut, cut, ways);
}

/* Adds all ways to go on from @way with the line. */
static void
cut_line (const Cutter *cutter, const Way *way, GArray *ways)
{
  guint n = line_length (cutter);
  Way led = *way;
  if (way->cut.row == 0)
    {
      for (guint i = 0; i < n; i++)
        take_lead (cutter, &led, flat_word (cutter->lines, cutter->line, i));
      g_array_append_val (ways, led);
      return;
    }
  const FlatCutRow *row = &cutter->rows[way->cut.row - 1];
  guint end = cutter->line == row->line ? row->figures : n;
  guint lead = 0;
  for (; lead < end && led.cost <= way->cost + MAX_DROPPED; lead++)
    {
      const FlatWord *word = flat_word (cutter->lines, cutter->line, lead);
      if (!word->is_debris)
        share_line (cutter, &led, lead, ways);
      take_lead (cutter, &led, word);
    }
  if (lead == end)
    share_line (cutter, &led, end, ways);
}

/* Adds the ways to read the line that go on from @way: in its row, or as the next one's first. */
static void
follow (const Cutter *cutter, const Way *way, guint number, GArray *ways)
{
  guint row = way->cut.row;
  Way same = *way;
  same.before = number;
  if (row > 0 && flat_line (cutter->lines, cutter->line)->begins_page)
    same.cost += COST_PAGE;
  if (row == cutter->n_rows || cutter->line < cutter->rows[row].line)
    cut_line (cutter, &same, ways);
  if (row == cutter->n_rows || (row > 0 && cutter->line <= cutter->rows[row - 1].line))
    return;
  same.cost = way->cost;
  close_row (cutter, &same);
  Way next = { .cost = same.cost, .before = number, .cut.row = row + 1 };
  cut_line (cutter, &next, ways);
}

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const Way *left = a, *right = b;
  return left->cost < right->cost ? -1 : left->cost > right->cost;
}

/* Whether the lines that both texts have so far lie alike. */
static gboolean
is_alike (const TextState *a, const TextState *b)
{
  return a->n_above == b->n_above && a->n_beside == b->n_beside && a->n_below == b->n_below
         && a->is_open == b->is_open;
}

/* Whether what follows costs both the same (2), nearly the same (1) or not (0). */
static guint
compare_states (const Way *a, const Way *b)
{
  if (a->cut.row != b->cut.row || a->next != b->next)
    return 0;
  gboolean is_same = TRUE;
  for (guint i = 0; i < FLAT_N_TEXTS; i++)
    {
      if (!is_alike (&a->texts[i], &b->texts[i]))
        return 0;
      is_same = is_same && a->texts[i].width == b->texts[i].width
                && a->texts[i].last == b->texts[i].last;
    }
  return is_same ? 2 : 1;
}

static void
keep_cheapest (GArray *ways)
{
  g_array_sort (ways, compare_ways);
  guint n = 0;
  for (guint i = 0; i < ways->len; i++)
    {
      Way way = g_array_index (ways, Way, i);
      guint n_in_row = 0, n_same = 0;
      gboolean is_new = TRUE;
      for (guint k = 0; is_new && k < n; k++)
        {
          const Way *kept = &g_array_index (ways, Way, k);
          n_in_row += kept->cut.row == way.cut.row;
          guint same = compare_states (&way, kept);
          n_same += same > 0;
          is_new = n_in_row < N_KEPT && n_same < N_ALIKE && same < 2;
        }
      if (is_new)
        g_array_index (ways, Way, n++) = way;
    }
  g_array_set_size (ways, n);
}

/* ---- the document ---- */

/* Returns (element-type GArray of Way): the ways to read the document up to each line. */
static GPtrArray *
find_ways (Cutter *cutter)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (Way));
  Way start = { .cost = 0 };
  g_array_append_val (ways, start);
  g_ptr_array_add (steps, ways);
  for (guint line = 0; line < cutter->lines->len; line++)
    {
      GArray *next = g_array_new (FALSE, FALSE, sizeof (Way));
      sum_line (cutter, line);
      for (guint i = 0; i <= cutter->n_rows; i++)
        cutter->cheapest[i] = G_MAXDOUBLE;
      for (guint i = 0; i < ways->len; i++)
        follow (cutter, &g_array_index (ways, Way, i), i, next);
      keep_cheapest (next);
      g_ptr_array_add (steps, next);
      ways = next;
    }
  return steps;
}

static guint
find_cheapest (const Cutter *cutter, const GArray *ways)
{
  guint best = 0;
  double best_cost = G_MAXDOUBLE;
  for (guint i = 0; i < ways->len; i++)
    {
      Way way = g_array_index (ways, Way, i);
      close_row (cutter, &way);
      if (way.cost < best_cost)
        best = i;
      best_cost = MIN (best_cost, way.cost);
    }
  return best;
}

GArray *
flat_cut_lines (const GPtrArray *lines, const FlatCutRow *rows, guint n_rows,
                const FlatLayout *layout)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (WordSum));
  g_autofree double *cheapest = g_new0 (double, n_rows + 1);
  Cutter cutter = { lines, rows, n_rows, layout, 0, sums, FALSE, cheapest };
  g_autoptr (GPtrArray) steps = find_ways (&cutter);
  GArray *cuts = g_array_new (FALSE, TRUE, sizeof (FlatCut));
  g_array_set_size (cuts, lines->len);
  guint at = find_cheapest (&cutter, g_ptr_array_index (steps, lines->len));
  for (guint line = lines->len; line > 0; line--)
    {
      const Way *way = &g_array_index ((GArray *) g_ptr_array_index (steps, line), Way, at);
      g_array_index (cuts, FlatCut, line - 1) = way->cut;
      at = way->before;
    }
  return cuts;
}
