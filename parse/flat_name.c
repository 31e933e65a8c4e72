/* parse/flat_name.c - which indicator each row of flattened text is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     S  |after Children (episodes) |E being given a place      above: the name's words 3 and on
 *     o  |Number of new Looked |and looked after in full by     its beginning, then the outcome
 *
 * A row's name is broken over lines above and below its figures, and each piece begins its line
 * but for debris.
 *
 * 1. Of all known names those are taken into account of which most words stand around the row.
 * 2. The pieces of each are sought at the beginnings of the lines, in their order.
 *
 * A word weighs the more the fewer names bear it, so that "11", "25" tell apart what "completed
 * within days" does not; a line counts half if it is nearer to another row's figures.
 */
#include "parse/flat_name.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "parse/flat_word.h"

#define MIN_FOUND 0.45    /* share of its weight that a name must have found */
#define DAMAGED_SHARE 0.8 /* of a word's weight that a damaged one has */
#define N_LIKELY 40       /* names of a row that are sought in order */
#define ABSENT_SHARE 0.25
#define USUAL_BONUS 1.5
#define MAX_SKIP 6    /* words of a name that damage may swallow in one place */
#define SHORT_WORD 3  /* letters: such words stand everywhere, so that a name skips none to them */
#define MAX_FOREIGN 2 /* words that are not of the name before and between those that are */

typedef struct
{
  const CatalogueEntry *entry; /* borrowed */
  const char *name;            /* borrowed */
  GStrv words;                 /* owned; folded */
  guint n_words;
  double *weights; /* owned; of the words */
  double whole;    /* all of them together */
} Candidate;

typedef struct
{
  double score, found; /* @found is the weight of the words that are printed */
  guint row, candidate;
} Match;

/* The lines between the figures of the row above and those of the row below. */
typedef struct
{
  const GPtrArray *lines; /* borrowed */
  guint first, line, end; /* @line is the row's own */
} Around;

static void
candidate_clear (Candidate *candidate)
{
  g_strfreev (candidate->words);
  g_free (candidate->weights);
}

static void
add_candidate (GArray *candidates, const CatalogueEntry *entry, const char *name)
{
  Candidate candidate = { .entry = entry, .name = name, .words = flat_words_fold (name) };
  candidate.n_words = g_strv_length (candidate.words);
  candidate.weights = g_new0 (double, candidate.n_words + 1);
  g_array_append_val (candidates, candidate);
}

/* A word's weight is what it tells, if all names are as likely. */
static void
weigh_words (const GArray *candidates)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < candidates->len; i++)
    for (char **word = g_array_index (candidates, Candidate, i).words; *word != NULL; word++)
      {
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *word));
        g_hash_table_insert (counts, *word, GUINT_TO_POINTER (n + 1));
      }
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      for (guint k = 0; k < candidate->n_words; k++)
        {
          gpointer n = g_hash_table_lookup (counts, candidate->words[k]);
          candidate->weights[k] = log (1 + (double) candidates->len / GPOINTER_TO_UINT (n));
          candidate->whole += candidate->weights[k];
        }
    }
}

static GArray *
list_candidates (const Catalogue *catalogue)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (candidates, (GDestroyNotify) candidate_clear);
  for (guint i = 0; i < catalogue->entries->len; i++)
    {
      const CatalogueEntry *entry = g_ptr_array_index (catalogue->entries, i);
      add_candidate (candidates, entry, entry->name);
      for (guint k = 0; k < entry->aliases->len; k++)
        add_candidate (candidates, entry, g_ptr_array_index (entry->aliases, k));
    }
  weigh_words (candidates);
  return candidates;
}

/* ---- how well a name fits ---- */

/* Returns: how much of what is found at @line counts. */
static double
share_of_line (const Around *around, guint line)
{
  guint own = line > around->line ? line - around->line : around->line - line;
  guint other = line > around->line ? around->end - line : line + 1 - around->first;
  return own <= other ? 1 : 0.5;
}

/* The more a name tells the better, but all of it should be found. */
static double
score_found (const Candidate *candidate, double found)
{
  return found < MIN_FOUND * candidate->whole ? 0 : found * found / candidate->whole;
}

/* Returns: the folded words around a row. */
static GHashTable *
words_around (const Around *around)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = around->first; i < around->end; i++)
    {
      const GArray *line = flat_line (around->lines, i)->words;
      for (guint k = 0; k < line->len; k++)
        g_hash_table_add (words, g_array_index (line, FlatWord, k).folded);
    }
  return words;
}

static double
score_words (const Candidate *candidate, GHashTable *words)
{
  double found = 0;
  for (guint i = 0; i < candidate->n_words; i++)
    if (g_hash_table_contains (words, candidate->words[i]))
      found += candidate->weights[i];
  return score_found (candidate, found);
}

int
flat_name_find (const char *const *name, guint next, const char *word)
{
  gsize length = strlen (word);
  guint n_skip = length > SHORT_WORD ? MAX_SKIP : 0;
  for (guint at = next; at <= next + n_skip && name[at] != NULL; at++)
    if (flat_word_is_like (name[at], word) || (length > 1 && g_str_has_prefix (name[at], word))
        || (length > SHORT_WORD && strstr (name[at], word) != NULL))
      return (int) at;
  return -1;
}

/* Follows the name from its word @next on as far as it begins the line.  @best[i], what is known of
 * the name up to its word i, gains what is found on the line. */
static void
follow_name (const Candidate *candidate, guint next, const GArray *line, double found, double share,
             double *best)
{
  guint n_foreign = 0;
  for (guint i = 0; i < line->len && n_foreign <= MAX_FOREIGN; i++)
    {
      const FlatWord *word = &g_array_index (line, FlatWord, i);
      if (word->is_debris || *word->folded == '\0')
        continue;
      int at = flat_name_find ((const char *const *) candidate->words, next, word->folded);
      n_foreign += at < 0;
      if (at < 0)
        continue;
      gboolean is_sure = g_str_equal (candidate->words[at], word->folded);
      found += share * (is_sure ? 1 : DAMAGED_SHARE) * candidate->weights[at];
      next = (guint) at + 1;
      best[next] = MAX (best[next], found);
    }
}

/* Returns: the weight of the words that the beginnings of the lines print, in their order. */
static double
find_in_order (const Candidate *candidate, const Around *around)
{
  g_autofree double *best = g_new0 (double, candidate->n_words + 1);
  g_autofree double *before = g_new0 (double, candidate->n_words + 1);
  for (guint i = around->first; i < around->end; i++)
    {
      memcpy (before, best, (candidate->n_words + 1) * sizeof *best);
      for (guint next = 0; next < candidate->n_words; next++)
        if (next == 0 || before[next] > before[next - 1])
          follow_name (candidate, next, flat_line (around->lines, i)->words, before[next],
                       share_of_line (around, i), best);
      for (guint k = 1; k <= candidate->n_words; k++)
        best[k] = MAX (best[k], best[k - 1]);
    }
  return best[candidate->n_words];
}

/* ---- the likeliest names ---- */

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *left = a, *right = b;
  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->candidate < right->candidate ? -1 : left->candidate > right->candidate;
}

static Around
around_row (const GArray *rows, guint number, const GPtrArray *lines)
{
  Around around = { lines, 0, g_array_index (rows, FlatRow, number).line, lines->len };
  if (number > 0)
    around.first = g_array_index (rows, FlatRow, number - 1).line + 1;
  if (number + 1 < rows->len)
    around.end = g_array_index (rows, FlatRow, number + 1).line;
  return around;
}

/* Adds what may be the row's name. */
static void
add_matches (const GArray *rows, guint number, const GPtrArray *lines, const GArray *candidates,
             GArray *matches)
{
  Around around = around_row (rows, number, lines);
  g_autoptr (GHashTable) words = words_around (&around);
  g_autoptr (GArray) likely = g_array_new (FALSE, FALSE, sizeof (Match));
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      Match match = { score_words (candidate, words), 0, number, i };
      gboolean is_percent = candidate->entry->unit == UNIT_PERCENT;
      if (is_percent == g_array_index (rows, FlatRow, number).is_percent && match.score > 0)
        g_array_append_val (likely, match);
    }
  g_array_sort (likely, compare_matches);
  for (guint i = 0; i < MIN (likely->len, N_LIKELY); i++)
    {
      Match match = g_array_index (likely, Match, i);
      const Candidate *candidate = &g_array_index (candidates, Candidate, match.candidate);
      match.found = find_in_order (candidate, &around);
      match.score = score_found (candidate, match.found);
      if (match.score > 0)
        g_array_append_val (matches, match);
    }
}

/* Returns: of the entry's names the one that the lines print.  A word that is printed tells more
 * than one that is not, which may be damaged. */
static const char *
printed_name (const GArray *matches, const GArray *candidates, const Match *chosen)
{
  const CatalogueEntry *entry = g_array_index (candidates, Candidate, chosen->candidate).entry;
  const char *name = NULL;
  double best = 0;
  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);
      const Candidate *candidate = &g_array_index (candidates, Candidate, match->candidate);
      if (match->row != chosen->row || candidate->entry != entry)
        continue;
      double likely = match->found - ABSENT_SHARE * (candidate->whole - match->found)
                      + (candidate->name == entry->name ? USUAL_BONUS : 0);
      if (name == NULL || likely > best)
        {
          name = candidate->name;
          best = likely;
        }
    }
  return name;
}

void
flat_name_rows (GArray *rows, const GPtrArray *lines, const Catalogue *catalogue)
{
  g_autoptr (GArray) candidates = list_candidates (catalogue);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    add_matches (rows, i, lines, candidates, matches);
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);
      const Candidate *candidate = &g_array_index (candidates, Candidate, match->candidate);
      FlatRow *row = &g_array_index (rows, FlatRow, match->row);
      if (row->entry != NULL || g_hash_table_contains (taken, candidate->entry))
        continue;
      g_hash_table_add (taken, (gpointer) candidate->entry);
      row->entry = candidate->entry;
      row->name = printed_name (matches, candidates, match);
    }
}
