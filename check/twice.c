/* check/twice.c - does the report print one figure twice, with two values?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A summary repeats what the pages behind it say.  Two rows are of one indicator if they bear the
 * same reference (without references, the same name) and their figures are of one unit.  That two
 * tables mean the same by it shows in what they share: where most of it differs they are of
 * different things, and nothing is proved.
 */
#include "check/line.h"
#include "check/proof.h"
#include "check/tie.h"
#include "check/verdict.h"

#define MANY_OFF 4    /* figures of a row, all other in another table: it is another indicator */
#define MAX_PLACES 64 /* rows of one reference; more are no references */

/* The rows of one indicator, by their index in the report. */
typedef struct
{
  int rows[MAX_PLACES];
  guint n_rows;
} Places;

/* One figure as two rows print it. */
typedef struct
{
  const Figure *first, *second; /* in document order */
  gboolean is_equal;            /* whether both can be true */
} Pair;

static const Indicator *
indicator_of (const Check *check, int row)
{
  return report_indicator (check->report, (guint) row);
}

/* Returns (transfer full): what the rows of one indicator share; "" for a row that has nothing of
 * the kind. */
static char *
key_of (const Indicator *indicator)
{
  const char *text = indicator->ref[0] != '\0' ? indicator->ref : indicator->name;
  return g_utf8_casefold (text, -1);
}

/* Returns (transfer full) (element-type Places): the places that each row is one of, by its index;
 * NULL for a row without a key.  @owned gets them, to free after use. */
static GPtrArray *
list_places (const Check *check, GPtrArray *owned)
{
  GPtrArray *all = g_ptr_array_sized_new (check->report->indicators->len);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < check->report->indicators->len; i++)
    {
      g_autofree char *key = key_of (report_indicator (check->report, i));
      Places *places = key[0] == '\0' ? NULL : g_hash_table_lookup (known, key);
      if (places == NULL && key[0] != '\0')
        {
          places = g_new0 (Places, 1);
          g_ptr_array_add (owned, places);
          g_hash_table_insert (known, g_steal_pointer (&key), places);
        }
      g_ptr_array_add (all, places);
      if (places != NULL && places->n_rows < MAX_PLACES)
        places->rows[places->n_rows++] = (int) i;
    }
  return all;
}

/* Figures */

/* Returns: the one figure of @row that is the same as @figure; NULL if there is none or several. */
static const Figure *
find_same (const Check *check, int row, const Figure *figure)
{
  const Figure *same
      = line_find (check, (Line){ row, figure->component }, line_slot_of (check, figure));
  return same != NULL && proof_unit (check, same) == proof_unit (check, figure) ? same : NULL;
}

static gboolean
can_both_be_true (const Check *check, const Figure *a, const Figure *b)
{
  g_auto (Interval) one = proof_interval (check, a);
  g_auto (Interval) other = proof_interval (check, b);
  return interval_meets (&one, &other);
}

/* Returns (transfer full) (element-type Pair): what both rows print. */
static GArray *
list_pairs (const Check *check, int first, int second)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  const Series *series = g_ptr_array_index (check->series, second);
  for (guint i = 0; i < series->n_figures; i++)
    {
      const Figure *figure = series_figure (series, i);
      if (figure->period.kind == PERIOD_NONE || find_same (check, second, figure) != figure)
        continue;
      Pair pair = { find_same (check, first, figure), figure, FALSE };
      if (pair.first == NULL)
        continue;
      pair.is_equal = can_both_be_true (check, pair.first, figure);
      g_array_append_val (pairs, pair);
    }
  return pairs;
}

static Tally
tally_pairs (const GArray *pairs)
{
  Tally tally = { 0 };
  for (guint i = 0; i < pairs->len; i++)
    tally_add (&tally, g_array_index (pairs, Pair, i).is_equal ? VERDICT_FITS : VERDICT_OFF);
  return tally;
}

/* Two rows of two tables */

/* Two rows of one indicator, by their place among those, and how much of what both print agrees. */
typedef struct
{
  const Places *places;
  guint first, second;
  Tally tally; /* of one pair at least */
} Two;

typedef struct
{
  Check *check;
  GPtrArray *places;  /* of Places, by row */
  Roll *twos;         /* of Two, in document order, beside the report */
  GHashTable *tables; /* of Tally, by the numbers of two tables: how much they agree */
} Twice;

/* Returns: the tally of the two tables that the rows stand in. */
static Tally *
tables_of (const Twice *twice, const Two *two)
{
  gint64 first = indicator_of (twice->check, two->places->rows[two->first])->table;
  gint64 second = indicator_of (twice->check, two->places->rows[two->second])->table;
  gint64 key = first * G_MAXINT + second;
  Tally *tally = g_hash_table_lookup (twice->tables, &key);
  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      g_hash_table_insert (twice->tables, g_memdup2 (&key, sizeof key), tally);
    }
  return tally;
}

static void
tally_tables (const Twice *twice, const Two *two)
{
  Tally *all = tables_of (twice, two);
  all->n_fits += two->tally.n_fits;
  all->n_off += two->tally.n_off;
}

/* Whether what the rows and their tables share shows that they mean the same: most of the row's
 * figures agree, or nearly all of the tables' do, and not each of several of the row's is another.
 */
static gboolean
mean_the_same (const Twice *twice, const Two *two)
{
  Tally own = two->tally;
  if (own.n_fits == 0 && own.n_off >= MANY_OFF)
    return FALSE;
  return (own.n_fits > 0 && own.n_fits >= own.n_off) || tally_is_shown (tables_of (twice, two));
}

/* Whether a third row prints what @figure does. */
static gboolean
is_borne_out (const Twice *twice, const Figure *figure, const Places *places)
{
  int table = indicator_of (twice->check, figure->indicator)->table;
  for (guint i = 0; i < places->n_rows; i++)
    {
      int row = places->rows[i];
      if (row == figure->indicator || indicator_of (twice->check, row)->table == table)
        continue;
      const Figure *other = find_same (twice->check, row, figure);
      if (other != NULL && can_both_be_true (twice->check, other, figure))
        return TRUE;
    }
  return FALSE;
}

/* Says where @figure stands: "page 9, table 6" or as much as is known of it. */
static char *
describe_place (const Check *check, const Figure *figure)
{
  int table = indicator_of (check, figure->indicator)->table;
  return figure->page > 0 ? g_strdup_printf ("page %d, table %d", figure->page, table)
                          : g_strdup_printf ("table %d", table);
}

static void
contradict (const Twice *twice, const Pair *pair, const Places *places, const char *group)
{
  Check *check = twice->check;
  gboolean is_first_borne = is_borne_out (twice, pair->first, places);
  gboolean is_second_borne = is_borne_out (twice, pair->second, places);
  const Figure *wrong = is_first_borne && !is_second_borne ? pair->second : pair->first;
  const Figure *other = wrong == pair->first ? pair->second : pair->first;
  g_auto (Interval) possible = proof_interval (check, other);
  g_autofree char *printed = decimal_format (wrong->value);
  g_autofree char *elsewhere = decimal_format (other->value);
  g_autofree char *here = describe_place (check, wrong);
  g_autofree char *there = describe_place (check, other);
  g_autofree char *message
      = g_strdup_printf ("printed %s on %s, but %s on %s", printed, here, elsewhere, there);
  Finding *finding = proof_contradict (check, "twice", wrong, &possible, message);
  if (is_first_borne != is_second_borne)
    report_set_text (&finding->suggestion, elsewhere);
  report_set_text (&finding->group, group);
}

static gboolean
is_off (const Pair *pair, Measure measure)
{
  return !pair->is_equal && pair->second->measure == measure;
}

/* Findings of two rows that are of one measure have one cause: a row of years that was copied from
 * the wrong line is wrong in each of them. */
static void
contradict_all (const Twice *twice, const GArray *pairs, const Places *places)
{
  static const Measure measures[] = { MEASURE_ACTUAL, MEASURE_YTD, MEASURE_ANNUAL };
  for (gsize m = 0; m < G_N_ELEMENTS (measures); m++)
    {
      guint n_off = 0;
      for (guint i = 0; i < pairs->len; i++)
        n_off += is_off (&g_array_index (pairs, Pair, i), measures[m]);
      g_autofree char *group
          = n_off < 2 ? g_strdup ("")
                      : g_strdup_printf ("twice-%u", twice->check->report->findings->len);
      for (guint i = 0; i < pairs->len; i++)
        if (is_off (&g_array_index (pairs, Pair, i), measures[m]))
          contradict (twice, &g_array_index (pairs, Pair, i), places, group);
    }
}

/* Drops the pairs whose second figure agrees with that of another row before it: one place that is
 * off is one finding, not one for each place that is right. */
static void
drop_said (const Twice *twice, GArray *pairs, const Places *places, guint first, guint second)
{
  for (guint i = pairs->len; i-- > 0;)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      for (guint k = 0; k < second; k++)
        {
          const Figure *other
              = k == first ? NULL : find_same (twice->check, places->rows[k], pair->second);
          if (other == NULL || pair->is_equal)
            continue;
          if (k < first || can_both_be_true (twice->check, other, pair->second))
            {
              g_array_remove_index (pairs, i);
              break;
            }
        }
    }
}

/* Two readings of one figure bear each other out, or one of them is wrong. */
static void
keep_echoes (const Check *check, const GArray *pairs)
{
  for (guint i = 0; check->echoes != NULL && i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      Tie *tie = tie_new (TIE_SUM);
      tie_add (tie, pair->first, KNOT_RESULT, 1);
      tie_add (tie, pair->second, KNOT_RESULT, -1);
      tie->is_broken = !pair->is_equal;
      ties_take (check->echoes, tie);
    }
}

static void
hold_two (const Twice *twice, const Two *two)
{
  if (!mean_the_same (twice, two))
    return;
  check_held (twice->check, two->tally.n_fits + two->tally.n_off);
  if (two->tally.n_off == 0 && twice->check->echoes == NULL)
    return;
  g_autoptr (GArray) pairs
      = list_pairs (twice->check, two->places->rows[two->first], two->places->rows[two->second]);
  keep_echoes (twice->check, pairs);
  drop_said (twice, pairs, two->places, two->first, two->second);
  contradict_all (twice, pairs, two->places);
}

/* Lists the rows before the one at @second that stand in another table. */
static void
list_twos (const Twice *twice, const Places *places, guint second)
{
  const Check *check = twice->check;
  int table = indicator_of (check, places->rows[second])->table;
  for (guint first = 0; first < second; first++)
    {
      if (indicator_of (check, places->rows[first])->table == table)
        continue;
      g_autoptr (GArray) pairs = list_pairs (check, places->rows[first], places->rows[second]);
      Two two = { places, first, second, tally_pairs (pairs) };
      if (pairs->len > 0)
        *(Two *) roll_add (twice->twos) = two;
    }
}

static void
list_all_twos (const Twice *twice)
{
  const Check *check = twice->check;
  for (guint i = 0; i < check->report->indicators->len; i++)
    {
      const Places *places = twice->places->pdata[i];
      guint second = 0;
      while (places != NULL && second < places->n_rows && places->rows[second] != (int) i)
        second++;
      if (places != NULL && second < places->n_rows)
        list_twos (twice, places, second);
    }
}

void
check_twice (Check *check)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) places = list_places (check, owned);
  g_autoptr (GHashTable) tables
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (Roll) twos = roll_new (check->report->shelf, sizeof (Two));
  const Twice twice = { check, places, twos, tables };
  check_held (check, 0);
  list_all_twos (&twice);
  for (guint i = 0; i < twos->len; i++)
    tally_tables (&twice, roll_at (twos, i));
  for (guint i = 0; i < twos->len; i++)
    hold_two (&twice, roll_at (twos, i));
}
