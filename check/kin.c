/* check/kin.c - relations that a report shows itself, where the catalogue declares none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Write the monthly figures of a table into a sheet of plain numbers, so that thousands of
 *    combinations can be tried.  These numbers only decide what is worth a proof.
 * 2. Try what names suggest.  What nearly all months keep becomes a bond; exact arithmetic then
 *    judges each month (check/hold.h).
 */
#include "check/kin.h"

#include <math.h>
#include <string.h>

#include "check/name.h"
#include "check/ratio.h"

#define LIKE_NAMES 60   /* per cent of words that a number and its share have in common */
#define LIKE_SHARES 35  /* and two shares of one whole: what tells them apart is longer */
#define MANY_MONTHS 5   /* where names say little */
#define MOST_SHARES 8   /* of one whole */
#define NEAR_ROWS 100   /* to either side of a share in which its counts are sought */
#define MOST_COUNTS 100 /* of a table of which every pair is tried */
#define MOST_MONTHS 120 /* that a sheet holds; others are not tried */

#define LOST 1e-9 /* more than plain numbers lose of a figure */

/* So many times what rounding hides has a relation to change between months. */
#define TELLING 3.0

typedef struct
{
  Line line;
  Unit unit;
  Name **name;   /* borrowed; NULL until asked for */
  double *cells; /* owned; by month of the sheet; NAN if there is none */
  double half;   /* half a unit of the last place of the coarsest figure; 0 for counts */
} Row;

/* A table's rows. */
typedef struct
{
  Check *check;
  const GArray *months; /* of Slot: the report's */
  GHashTable *spoken;   /* a set of the lines of which a bond of some kind speaks, by key_of() */
  GArray *rows;         /* of Row, in the report's order, values before numerators */
  Name **names;         /* owned; of the table's indicators */
  guint n_names;
} Sheet;

/* The sheet */

static void
row_clear (gpointer data)
{
  Row *row = data;
  g_free (row->cells);
}

static const Row *
row_at (const Sheet *sheet, guint index)
{
  return &g_array_index (sheet->rows, Row, index);
}

static double
power_of_ten (int exponent)
{
  double power = 1;
  for (int i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

static double
number_of (Decimal value)
{
  return (double) value.mantissa / power_of_ten (value.scale);
}

/* Returns (transfer full) (element-type Slot): the months that the report prints figures of. */
static GArray *
collect_months (const Check *check)
{
  GArray *months = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < check->series->len; i++)
    {
      const Series *series = check->series->pdata[i];
      for (guint j = 0; j < series->n_months && months->len < MOST_MONTHS; j++)
        {
          int index = series->months[j].index;
          Slot slot = { MEASURE_ACTUAL, period_month (index / 12, index % 12 + 1) };
          if (g_hash_table_add (seen, GINT_TO_POINTER (index)))
            g_array_append_val (months, slot);
        }
    }
  return months;
}

/* Adds the line if it has figures enough to show anything. */
static void
add_row (const Sheet *sheet, Line line, Name **name)
{
  const Indicator *indicator = report_indicator (sheet->check->report, (guint) line.indicator);
  Row row = { .line = line,
              .unit = line.component == COMPONENT_NUMERATOR ? UNIT_COUNT : indicator->unit,
              .name = name,
              .cells = g_new (double, sheet->months->len) };
  guint n_cells = 0;
  for (guint i = 0; i < sheet->months->len; i++)
    {
      const Figure *figure = line_find (sheet->check, line, g_array_index (sheet->months, Slot, i));
      shelf_look_at (sheet->check->report->shelf, figure);
      row.cells[i] = figure == NULL ? NAN : number_of (figure->value);
      n_cells += figure != NULL;
      if (figure != NULL && (row.unit != UNIT_COUNT || figure->value.scale > 0))
        row.half = MAX (row.half, 0.5 / power_of_ten (figure->value.scale));
    }
  if (n_cells < TALLY_ENOUGH)
    {
      g_free (row.cells);
      return;
    }
  g_array_append_val (sheet->rows, row);
}

/* Writes down the rows of the indicators in @table, by their indices. */
static void
sheet_init (Sheet *sheet, const GArray *table)
{
  static const Component components[] = { COMPONENT_VALUE, COMPONENT_NUMERATOR };
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (sheet->rows, row_clear);
  sheet->names = g_new0 (Name *, table->len);
  sheet->n_names = table->len;
  for (gsize c = 0; c < G_N_ELEMENTS (components); c++)
    for (guint i = 0; i < table->len && sheet->months->len >= TALLY_ENOUGH; i++)
      add_row (sheet, (Line){ g_array_index (table, int, i), components[c] }, &sheet->names[i]);
}

static void
sheet_clear (Sheet *sheet)
{
  g_array_unref (sheet->rows);
  for (guint i = 0; i < sheet->n_names; i++)
    name_free (sheet->names[i]);
  g_free (sheet->names);
}

static const Name *
name_of (const Sheet *sheet, const Row *row)
{
  if (*row->name == NULL)
    *row->name = name_new (report_indicator (sheet->check->report, (guint) row->line.indicator));
  return *row->name;
}

/* Whether the rows' references, or so many per cent of the words of their names, are the same. */
static gboolean
are_alike (const Sheet *sheet, const Row *a, const Row *b, guint likeness)
{
  return name_shares_stem (name_of (sheet, a), name_of (sheet, b))
         || name_likeness (name_of (sheet, a), name_of (sheet, b)) >= likeness;
}

/* Trials */

/* What the months say of a formula. */
typedef struct
{
  Tally tally;
  double least, largest; /* that the formula gives */
  double reach;          /* most that rounding hides */
} Trial;

#define NO_TRIAL ((Trial){ { 0 }, INFINITY, -INFINITY, 0 })

/* Adds a month in which the formula gives @made where @printed, known to @reach, stands. */
static void
trial_add (Trial *trial, double printed, double made, double reach)
{
  if (isnan (printed) || !isfinite (made))
    return;
  tally_add (&trial->tally, fabs (printed - made) <= reach + LOST ? VERDICT_FITS : VERDICT_OFF);
  trial->least = MIN (trial->least, made);
  trial->largest = MAX (trial->largest, made);
  trial->reach = MAX (trial->reach, reach);
}

/* Whether the months so far leave no hope: one in three is off. */
static gboolean
is_hopeless (const Trial *trial)
{
  return trial->tally.n_off > 2 && trial->tally.n_off > trial->tally.n_fits;
}

static gboolean
is_confirmed (const Trial *trial)
{
  return tally_is_shown (&trial->tally)
         && trial->largest - trial->least > TELLING * 2 * trial->reach;
}

/* Bonds */

#define N_KINDS (RELATION_PART + 1)

static gpointer
key_of (RelationKind kind, Line line)
{
  gsize key = (gsize) line.indicator * LINE_COMPONENTS + line.component;
  return GSIZE_TO_POINTER (key * N_KINDS + kind);
}

/* Notes of which lines @bond speaks: of what it is, or, if it is of equals, of each. */
static void
note_bond (const Sheet *sheet, const Bond *bond)
{
  for (guint i = 0; i < bond->n_terms; i++)
    if (i == 0 || bond_term (bond, 0)->role != ROLE_OF)
      g_hash_table_add (sheet->spoken, key_of (bond->kind, bond_line (bond, i)));
}

static gboolean
has_bond (const Sheet *sheet, RelationKind kind, Line line)
{
  return g_hash_table_contains (sheet->spoken, key_of (kind, line));
}

static void
add_bond (const Sheet *sheet, Bond *bond, const Trial *trial)
{
  g_autofree char *evidence = g_strdup_printf (
      "a relation that this report shows: its names tell, and %u of %u months keep it",
      trial->tally.n_fits, trial->tally.n_fits + trial->tally.n_off);
  bond->evidence = shelf_add_text (sheet->check->report->shelf, evidence, strlen (evidence));
  g_ptr_array_add (sheet->check->bonds, bond);
  note_bond (sheet, bond);
}

/* Ratios */

/* What the whole has to be if a share is some part of it, in the months that tell. */
typedef struct
{
  guint n_months, months[MOST_MONTHS];
  double low[MOST_MONTHS], high[MOST_MONTHS];
} Bounds;

static void
bound_whole (const Sheet *sheet, const Row *share, const Row *part, Bounds *bounds)
{
  double reach = share->half + LOST;
  bounds->n_months = 0;
  for (guint i = 0; i < sheet->months->len; i++)
    {
      double least = MAX (share->cells[i] - reach, 0), most = share->cells[i] + reach;
      if (!(part->cells[i] > 0 && most > 0)) /* comparisons of NAN are FALSE */
        continue;
      bounds->months[bounds->n_months] = i;
      bounds->low[bounds->n_months] = 100 * part->cells[i] / most * (1 - LOST);
      bounds->high[bounds->n_months++] = 100 * part->cells[i] / least * (1 + LOST);
    }
}

/* Whether so many months are off that the ratio cannot be confirmed, whatever the others say; most
 * pairs of counts are done with here. */
static gboolean
is_ruled_out (const Bounds *bounds, const Row *whole)
{
  guint n_off = 0, most_off = tally_most_off (bounds->n_months);
  for (guint i = 0; i < bounds->n_months && n_off <= most_off; i++)
    {
      double cell = whole->cells[bounds->months[i]];
      n_off += cell > 0 && (cell < bounds->low[i] || cell > bounds->high[i]);
    }
  return n_off > most_off;
}

static Trial
try_ratio (const Sheet *sheet, const Row *share, const Row *part, const Row *whole)
{
  Trial trial = NO_TRIAL;
  for (guint i = 0; i < sheet->months->len && !is_hopeless (&trial); i++)
    if (part->cells[i] > 0 && whole->cells[i] > 0) /* 0 of anything is 0 % */
      trial_add (&trial, share->cells[i], 100 * part->cells[i] / whole->cells[i], share->half);
  return trial;
}

static int
lead_of (const Trial *trial)
{
  return (int) trial->tally.n_fits - (int) trial->tally.n_off;
}

static gboolean
is_number_of (const Sheet *sheet, const Row *share, const Row *part)
{
  return part->line.indicator == share->line.indicator
         || are_alike (sheet, share, part, LIKE_NAMES);
}

/* Whether the names allow @share to be @part of @whole: the number's name is that of the share, or
 * the share's speaks of both ("% of contacts that become referrals").  The latter says less, so
 * the figures have to say more: @n_enough gets how many months have to keep it. */
static gboolean
are_named (const Sheet *sheet, const Row *share, const Row *part, const Row *whole, guint *n_enough)
{
  *n_enough = is_number_of (sheet, share, part) ? TALLY_ENOUGH : MANY_MONTHS;
  return is_number_of (sheet, share, part)
         || (name_shares_word (name_of (sheet, share), name_of (sheet, part))
             && name_shares_word (name_of (sheet, share), name_of (sheet, whole)));
}

/* The pair of counts that the share may be the quotient of, and what speaks for it. */
typedef struct
{
  const Row *part, *whole;
  Trial trial;
} Pair;

/* Puts the pair into @best if it is confirmed, and fits better. */
static void
try_pair (const Sheet *sheet, const Row *share, const Row *part, const Row *whole, Pair *best)
{
  Pair pair = { part, whole, try_ratio (sheet, share, part, whole) };
  guint n_enough = 0;
  if (is_confirmed (&pair.trial) && are_named (sheet, share, part, whole, &n_enough)
      && pair.trial.tally.n_fits >= n_enough
      && (best->part == NULL || lead_of (&pair.trial) > lead_of (&best->trial)))
    *best = pair;
}

static void
find_ratio (const Sheet *sheet, const Row *share)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new ();
  guint own = (guint) (share - row_at (sheet, 0)), first = own - MIN (own, NEAR_ROWS);
  for (guint i = first; i < MIN (sheet->rows->len, own + NEAR_ROWS); i++)
    if (row_at (sheet, i)->unit == UNIT_COUNT)
      g_ptr_array_add (counts, (gpointer) row_at (sheet, i));

  Bounds bounds;
  Pair best = { NULL, NULL, NO_TRIAL };
  for (guint i = 0; i < counts->len; i++)
    {
      const Row *part = counts->pdata[i];
      if (counts->len > MOST_COUNTS && !is_number_of (sheet, share, part))
        continue;
      bound_whole (sheet, share, part, &bounds);
      for (guint j = 0; j < counts->len; j++)
        {
          const Row *whole = counts->pdata[j];
          if (i != j && whole->line.component == COMPONENT_VALUE && !is_ruled_out (&bounds, whole))
            try_pair (sheet, share, part, whole, &best);
        }
    }
  if (best.part == NULL)
    return;
  Bond *bond = bond_new (sheet->check, RELATION_RATIO, 3);
  bond_add (sheet->check, bond, ROLE_OF, 1, share->line);
  bond_add (sheet->check, bond, ROLE_NUMERATOR, 1, best.part->line);
  bond_add (sheet->check, bond, ROLE_DENOMINATOR, 1, best.whole->line);
  add_bond (sheet, bond, &best.trial);
}

static gboolean
has_parts_beside (const Sheet *sheet, const Row *share)
{
  RatioParts parts;
  for (guint i = 0; i < sheet->months->len; i++)
    {
      const Figure *figure
          = line_find (sheet->check, share->line, g_array_index (sheet->months, Slot, i));
      if (figure != NULL && ratio_find_beside (sheet->check, figure, &parts))
        return TRUE;
    }
  return FALSE;
}

/* Rates */

/* The rates that the months' counts give with the population that the others imply: the middle one
 * of all. */
static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;
  return (first > second) - (first < second);
}

static Trial
try_rate (const Sheet *sheet, const Row *rate, const Row *count)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < sheet->months->len; i++)
    if (rate->cells[i] > 0 && count->cells[i] > 0)
      {
        double population = count->cells[i] / rate->cells[i];
        g_array_append_val (people, population);
      }
  Trial trial = NO_TRIAL;
  if (people->len < TALLY_ENOUGH)
    return trial;
  g_array_sort (people, compare_numbers);
  double middle = g_array_index (people, double, people->len / 2);
  for (guint i = 0; i < sheet->months->len; i++)
    if (rate->cells[i] > 0)
      trial_add (&trial, rate->cells[i], count->cells[i] / middle, 2 * rate->half);
  return trial;
}

static void
find_rate (const Sheet *sheet, const Row *rate)
{
  const Row *best_count = NULL;
  Trial best = NO_TRIAL;
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const Row *count = row_at (sheet, i);
      if (count->unit != UNIT_COUNT || !are_alike (sheet, rate, count, LIKE_NAMES))
        continue;
      Trial trial = try_rate (sheet, rate, count);
      if (is_confirmed (&trial) && (best_count == NULL || trial.tally.n_off < best.tally.n_off))
        {
          best = trial;
          best_count = count;
        }
    }
  if (best_count == NULL)
    return;
  Bond *bond = bond_new (sheet->check, RELATION_RATE, 2);
  bond_add (sheet->check, bond, ROLE_OF, 1, rate->line);
  bond_add (sheet->check, bond, ROLE_NUMERATOR, 1, best_count->line);
  add_bond (sheet, bond, &best);
}

/* Shares of one whole, and parts and their total */

/* Whether the rows print their shares of one and the same number ("106 of 332", "66 of 332"). */
static gboolean
have_one_whole (const Sheet *sheet, const Row *a, const Row *b)
{
  guint n_same = 0;
  for (guint i = 0; i < sheet->months->len; i++)
    {
      Slot slot = g_array_index (sheet->months, Slot, i);
      const Figure *first
          = line_find (sheet->check, (Line){ a->line.indicator, COMPONENT_DENOMINATOR }, slot);
      const Figure *second
          = line_find (sheet->check, (Line){ b->line.indicator, COMPONENT_DENOMINATOR }, slot);
      if (first == NULL || second == NULL)
        continue;
      if (decimal_compare (first->value, second->value) != 0)
        return FALSE;
      n_same++;
    }
  return n_same >= TALLY_ENOUGH;
}

static gboolean
are_akin (const Sheet *sheet, const Row *a, const Row *b)
{
  return a->unit == b->unit && a->line.component == b->line.component
         && (are_alike (sheet, a, b, LIKE_SHARES) || have_one_whole (sheet, a, b));
}

/* Returns: how many rows from @first on, of those that may be shares of one whole, are akin to it.
 */
static guint
count_akin (const Sheet *sheet, guint first)
{
  guint n = 1, most = MIN (MOST_SHARES, sheet->rows->len - first);
  while (n < most && are_akin (sheet, row_at (sheet, first), row_at (sheet, first + n)))
    n++;
  return n;
}

/* From the least to the largest of the row's figures. */
static double
change_of (const Sheet *sheet, const Row *row)
{
  double least = INFINITY, largest = -INFINITY;
  for (guint i = 0; i < sheet->months->len; i++)
    {
      least = fmin (least, row->cells[i]);
      largest = fmax (largest, row->cells[i]);
    }
  return largest - least;
}

/* Each month has to make 100, while the shares change, all together. */
static Trial
try_shares (const Sheet *sheet, guint first, guint n)
{
  Trial trial = NO_TRIAL;
  double reach = 0, change = 0;
  for (guint i = first; i < first + n; i++)
    {
      reach += row_at (sheet, i)->half;
      change += change_of (sheet, row_at (sheet, i));
    }
  for (guint i = 0; i < sheet->months->len && !is_hopeless (&trial); i++)
    {
      double others = 0;
      for (guint j = first + 1; j < first + n; j++)
        others += row_at (sheet, j)->cells[i];
      if (!isnan (others))
        trial_add (&trial, row_at (sheet, first)->cells[i], 100 - others, reach);
    }
  trial.least = 0;
  trial.largest = change;
  return trial;
}

static void
add_shares (const Sheet *sheet, guint first, guint n, const Trial *trial)
{
  Bond *bond = bond_new (sheet->check, n == 2 ? RELATION_COMPLEMENT : RELATION_SHARES, n);
  for (guint i = first; i < first + n; i++)
    bond_add (sheet->check, bond, ROLE_NUMERATOR, 1, row_at (sheet, i)->line);
  add_bond (sheet, bond, trial);
}

/* Returns: how many rows from @first on are shares of one whole, the most that are confirmed. */
static guint
find_shares (const Sheet *sheet, guint first)
{
  for (guint n = count_akin (sheet, first); n >= 2; n--)
    {
      Trial trial = try_shares (sheet, first, n);
      if (!is_confirmed (&trial))
        continue;
      add_shares (sheet, first, n, &trial);
      return n;
    }
  return 1;
}

/* Whether the rows from @first on, @n of them, add up to the row @total. */
static Trial
try_total (const Sheet *sheet, guint total, guint first, guint n)
{
  Trial trial = NO_TRIAL;
  for (guint i = 0; i < sheet->months->len && !is_hopeless (&trial); i++)
    {
      double sum = 0;
      for (guint j = first; j < first + n; j++)
        sum += row_at (sheet, j)->cells[i];
      trial_add (&trial, row_at (sheet, total)->cells[i], sum, 0);
    }
  return trial;
}

static gboolean
are_counts (const Sheet *sheet, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    if (row_at (sheet, i)->unit != UNIT_COUNT
        || row_at (sheet, i)->line.component != COMPONENT_VALUE)
      return FALSE;
  return TRUE;
}

/* A row that its name says to be a total is one; names are asked last, as they cost more. */
static void
find_total (const Sheet *sheet, guint total)
{
  for (guint n = MOST_SHARES; n >= 2; n--)
    for (int is_above = 1; is_above >= 0; is_above--)
      {
        if (is_above ? n > total : total + n >= sheet->rows->len)
          continue;
        guint first = is_above ? total - n : total + 1;
        if (!are_counts (sheet, first, n))
          continue;
        Trial trial = try_total (sheet, total, first, n);
        if (!is_confirmed (&trial))
          continue;
        if (!name_has_word (name_of (sheet, row_at (sheet, total)), "total"))
          return;
        Bond *bond = bond_new (sheet->check, RELATION_PARTS, n + 1);
        bond_add (sheet->check, bond, ROLE_OF, 1, row_at (sheet, total)->line);
        for (guint i = first; i < first + n; i++)
          bond_add (sheet->check, bond, ROLE_NUMERATOR, 1, row_at (sheet, i)->line);
        add_bond (sheet, bond, &trial);
        return;
      }
}

/* Numbers beside shares */

/* Where shares of one whole stand beside their numbers ("148 of 286"), those make the whole. */
static void
add_parts_beside (Check *check, const Bond *shares)
{
  Line whole = { bond_line (shares, 0).indicator, COMPONENT_DENOMINATOR };
  g_autoptr (GArray) slots = line_slots (check, whole);
  if (slots->len == 0)
    return;
  Bond *bond = bond_new (check, RELATION_PARTS, shares->n_terms + 1);
  bond_add (check, bond, ROLE_OF, 1, whole);
  for (guint i = 0; i < shares->n_terms; i++)
    bond_add (check, bond, ROLE_NUMERATOR, 1,
              (Line){ bond_line (shares, i).indicator, COMPONENT_NUMERATOR });
  bond->evidence = "the numbers that are printed beside shares of one whole";
  g_ptr_array_add (check->bonds, bond);
}

static void
find_made_of (const Sheet *sheet, guint index)
{
  const Row *row = row_at (sheet, index);
  if (row->line.component != COMPONENT_VALUE)
    return;
  if (row->unit == UNIT_PERCENT && !has_bond (sheet, RELATION_RATIO, row->line)
      && !has_parts_beside (sheet, row))
    find_ratio (sheet, row);
  if (row->unit == UNIT_RATE_PER_10000 && !has_bond (sheet, RELATION_RATE, row->line))
    find_rate (sheet, row);
  if (row->unit == UNIT_COUNT && !has_bond (sheet, RELATION_PARTS, row->line))
    find_total (sheet, index);
}

static void
find_in_sheet (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    find_made_of (sheet, i);
  for (guint i = 0; i < sheet->rows->len;)
    {
      const Row *row = row_at (sheet, i);
      gboolean is_free = row->unit == UNIT_PERCENT && row->line.component == COMPONENT_VALUE
                         && !has_bond (sheet, RELATION_SHARES, row->line)
                         && !has_bond (sheet, RELATION_COMPLEMENT, row->line);
      i += is_free ? find_shares (sheet, i) : 1;
    }
}

/* Returns (transfer full) (element-type GArray of int): the indicators of each table, by their
 * index. */
static GPtrArray *
list_tables (const Check *check)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  for (int i = 0; i < (int) check->series->len; i++)
    {
      gpointer number = GINT_TO_POINTER (report_indicator (check->report, (guint) i)->table);
      GArray *table = g_hash_table_lookup (known, number);
      if (table == NULL)
        {
          table = g_array_new (FALSE, FALSE, sizeof (int));
          g_ptr_array_add (tables, table);
          g_hash_table_insert (known, number, table);
        }
      g_array_append_val (table, i);
    }
  return tables;
}

void
kin_find (Check *check)
{
  g_autoptr (GArray) months = collect_months (check);
  g_autoptr (GHashTable) spoken = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) tables = list_tables (check);
  Sheet sheet = { .check = check, .months = months, .spoken = spoken };
  for (guint i = 0; i < check->bonds->len; i++)
    note_bond (&sheet, check->bonds->pdata[i]);
  for (guint i = 0; i < tables->len; i++)
    {
      sheet_init (&sheet, tables->pdata[i]);
      find_in_sheet (&sheet);
      sheet_clear (&sheet);
    }

  guint n_bonds = check->bonds->len;
  for (guint i = 0; i < n_bonds; i++)
    if (((const Bond *) check->bonds->pdata[i])->kind == RELATION_SHARES)
      add_parts_beside (check, check->bonds->pdata[i]);
}
