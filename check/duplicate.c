/* check/duplicate.c - does a row stand twice in a table, with different figures?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/proof.h"

#include <string.h>

#define LEAST_NAME                                                                                 \
  12 /* bytes; a shorter name without a reference ("Total") may be that of any row */

#define LEAST_REPEATED 3 /* more rows than these, and */
#define MOST_REPEATED 5  /* more than one in so many stand twice by design: one for each area */

/* Returns (transfer full): the letters, digits and signs of per cent of a name: what a name keeps
 * that is broken over lines in two ways. */
static char *
fold_name (const char *name)
{
  GString *folded = g_string_sized_new (strlen (name));
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_ascii_isalnum (*at) || c == '%') /* as nearly all are */
        g_string_append_c (folded, g_ascii_tolower (*at));
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *one = fold_name (a);
  g_autofree char *other = fold_name (b);
  return g_str_equal (one, other);
}

/* Whether a name goes on from the row above, as `of which under 5` does. */
static gboolean
goes_on (const char *name)
{
  return g_unichar_islower (g_utf8_get_char (name));
}

/* Whether two rows say that they are one: the same reference and name; without a reference, which
 * tells rows of one name apart, the same section too. */
static gboolean
is_repeated (const Indicator *a, const Indicator *b)
{
  if (a->table != b->table || a->unit != b->unit || !g_str_equal (a->ref, b->ref)
      || !is_same_text (a->name, b->name))
    return FALSE;
  return a->ref[0] != '\0'
         || (strlen (a->name) >= LEAST_NAME && !goes_on (a->name)
             && is_same_text (a->section, b->section));
}

static gboolean
is_comparable (const Figure *a, const Figure *b)
{
  return a->measure == b->measure && a->component == b->component && a->comparator == b->comparator
         && period_equal (a->period, b->period) && proof_can_judge (a) && proof_can_judge (b);
}

/* Returns: the first figure of @second that differs from the one of @first for the same period;
 * NULL if there is none.  Counts what both print, and what differs. */
static const Figure *
find_difference (const Check *check, int first, int second, const Figure **earlier, guint *n_both,
                 guint *n_different)
{
  const Series *above = g_ptr_array_index (check->series, first);
  const Series *below = g_ptr_array_index (check->series, second);
  const Figure *found = NULL;
  for (guint i = 0; i < below->n_figures; i++)
    for (guint k = 0; k < above->n_figures; k++)
      {
        const Figure *one = series_figure (above, k);
        const Figure *other = series_figure (below, i);
        if (!is_comparable (one, other))
          continue;
        (*n_both)++;
        if (decimal_compare (one->value, other->value) == 0)
          continue;
        (*n_different)++;
        if (found == NULL)
          *earlier = one;
        found = found != NULL ? found : other;
      }
  return found;
}

static void
hold_together (Check *check, int first, int second)
{
  const Figure *earlier = NULL;
  guint n_both = 0, n_different = 0;
  const Figure *later = find_difference (check, first, second, &earlier, &n_both, &n_different);
  if (later == NULL)
    return;
  const Indicator *indicator = report_indicator (check->report, (guint) second);
  g_autofree char *period = period_format (later->period);
  g_autofree char *one = decimal_format (earlier->value);
  g_autofree char *other = decimal_format (later->value);
  g_autofree char *message = g_strdup_printf (
      "the row of %s stands twice in table %d, and %u of the %u figures that both print differ: "
      "%s%s%s above, %s here",
      indicator->ref[0] != '\0' ? indicator->ref : indicator->name, indicator->table, n_different,
      n_both, period, period[0] != '\0' ? " is " : "", one, other);
  proof_add (check, "duplicate", SEVERITY_CONTRADICTION, later, message);
}

/* Two rows that say that they are one. */
typedef struct
{
  int first, second;
} Pair;

/* Returns (transfer full) (element-type Pair): each row that repeats one above it in its table. */
static GArray *
list_pairs (const Check *check)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  /* from a reference and name to the first row that bears them, plus one */
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < check->report->indicators->len; i++)
    {
      const Indicator *indicator = report_indicator (check->report, i);
      g_autofree char *name = fold_name (indicator->name);
      g_autofree char *key = g_strdup_printf ("%d\n%s\n%s", indicator->table, indicator->ref, name);
      guint first = GPOINTER_TO_UINT (g_hash_table_lookup (rows, key));
      Pair pair = { (int) first - 1, (int) i };
      if (first == 0)
        g_hash_table_insert (rows, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
      else if (is_repeated (report_indicator (check->report, first - 1), indicator))
        g_array_append_val (pairs, pair);
    }
  return pairs;
}

void
check_duplicate (Check *check)
{
  g_autoptr (GArray) pairs = list_pairs (check);
  check_held (check, pairs->len);
  if (pairs->len > LEAST_REPEATED && pairs->len * MOST_REPEATED > check->report->indicators->len)
    return; /* the rows are told apart by something else */
  for (guint i = 0; i < pairs->len; i++)
    hold_together (check, g_array_index (pairs, Pair, i).first,
                   g_array_index (pairs, Pair, i).second);
}
