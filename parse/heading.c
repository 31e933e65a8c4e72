/* parse/heading.c - the columns of a table of indicators, as its headings name them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headings stand in one row or in two, of which the upper one may group the lower one's:
 *
 *     Ref | Description | Oct 16 | Nov 16 | % change from | Target and Tolerances |       |
 *         |             |        |        | Oct 16        | Red                   | Amber | Green
 *
 * 1. The first row of headings is one in which most cells have a role and one is a name or a
 *    reference; or they head periods, and the column before those, without a heading, holds names.
 * 2. Rows below it belong to the headings as long as most of their cells have a role as well.
 * 3. Months without a year are those up to the document's own month, or of its year.
 * 4. A column is what its two cells say together, else what the lower one says, else the upper
 *    one.  A group lends its period to all columns that it stands over.
 */
#include "parse/heading.h"

#include "parse/broken.h"
#include "parse/footnote.h"
#include "parse/respell.h"
#include "parse/segment.h"
#include "parse/sequence.h"
#include "parse/unread.h"

#include <string.h>

#define MIN_ROLES 3     /* in a row of headings */
#define MAX_HEADING 160 /* bytes: longer texts head nothing */
#define MOST_BARE 1     /* cost at which three letters may be those of a month (parse/respell.h) */
#define MIN_NAMED 2     /* rows below headings that do not say which column holds names */
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

void
heading_free (Heading *heading)
{
  if (heading == NULL)
    return;

  g_array_unref (heading->columns);
  g_free (heading);
}

static void
column_clear (Column *column)
{
  g_free (column->label);
}

Heading *
heading_carry_on (const Heading *heading)
{
  Heading *copy = g_new0 (Heading, 1);
  copy->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (copy->columns, (GDestroyNotify) column_clear);
  for (guint i = 0; i < heading->columns->len; i++)
    {
      Column column = *heading_column (heading, i);
      column.label = g_strdup (column.label);
      g_array_append_val (copy->columns, column);
    }
  return copy;
}

const Column *
heading_column (const Heading *heading, guint column)
{
  return &g_array_index (heading->columns, Column, column);
}

/* Reads a month or quarter that is printed without its year, which is 0 until it is settled. */
static gboolean
read_bare (const HeadingWords *words, const char *text, Period *period)
{
  Period own = NO_PERIOD;
  if (!month_read (words->months, text, period_financial_year (2000), &own)
      || (own.kind != PERIOD_MONTH && own.kind != PERIOD_QUARTER))
    return FALSE;
  *period = (Period){ own.kind, 0, own.number };
  return TRUE;
}

static gboolean
is_bare (Period period)
{
  return period.kind != PERIOD_NONE && period.year == 0;
}

static Role
role_of_period (Period period)
{
  return period.kind == PERIOD_YEAR_TO_DATE ? ROLE_YTD : ROLE_PERIOD;
}

/* Returns: what the lexicon knows of a heading; of a group that names its one column too, as
 * `Benchmark: England` does, what it knows of that. */
static const LexiconEntry *
find_entry (const HeadingWords *words, const char *text)
{
  const LexiconEntry *entry = vocabulary_find (words->vocabulary, WORDS_HEADINGS, text);
  const char *behind = strpbrk (text, ":-");
  if (entry == NULL || entry->means != ROLE_GROUP || behind == NULL)
    return entry;
  const LexiconEntry *own
      = vocabulary_find (words->vocabulary, WORDS_HEADINGS, behind + 1 + strspn (behind + 1, " "));
  return own != NULL ? own : entry;
}

/* Reads a text whose words are whole; @year is the financial year that a group above names. */
static gboolean
read_whole (const HeadingWords *words, const char *text, Period year, Column *column)
{
  g_autofree char *plain = footnote_strip (text);
  text = plain != NULL ? plain : text;
  gsize length = strlen (text);
  gboolean is_figure = strspn (text, "0123456789.,%+<>()") == length && strcmp (text, "%") != 0;
  if (length == 0 || length > MAX_HEADING || is_figure)
    return FALSE; /* a figure, most of the time: it need not be tried against the lexicon */

  Period period = NO_PERIOD;
  if (month_read (words->months, text, year, &period) || read_bare (words, text, &period))
    {
      *column = (Column){ role_of_period (period), COMPARATOR_NONE, period,
                          column->label,           FALSE,           FALSE };
      return TRUE;
    }

  const LexiconEntry *entry = find_entry (words, text);
  if (entry == NULL)
    return FALSE;
  month_find (words->months, text, &period);
  *column = (Column){ (Role) entry->means, entry->comparator, period, column->label, FALSE, FALSE };
  return TRUE;
}

/* Reads a text without one of the blanks that may be where a word is broken. */
static gboolean
read_mended (const HeadingWords *words, const char *text, Period year, Column *column)
{
  gboolean is_read = FALSE;
  char *mended;
  for (guint k = 0; !is_read && (mended = broken_mend (text, k)) != NULL; k++)
    {
      is_read = read_whole (words, mended, year, column);
      g_free (mended);
    }
  return is_read;
}

/* Reads one text, of which words may be broken. */
static gboolean
read_text (const HeadingWords *words, const char *text, Period year, Column *column)
{
  g_autofree char *joined = broken_join (words->vocabulary, text);
  return (joined != NULL && read_whole (words, joined, year, column))
         || read_whole (words, text, year, column)
         || read_mended (words, joined != NULL ? joined : text, year, column);
}

static gboolean
is_same (const Column *a, const Column *b)
{
  return a->role == b->role && a->comparator == b->comparator
         && period_equal (a->period, b->period);
}

/* Whether a column is of changes from what its heading should have named. */
static gboolean
lacks_base (const Column *column)
{
  return column->role == ROLE_CHANGE && column->period.kind == PERIOD_NONE;
}

/* Reads a text that was read off an image with letters taken for others: `Jui-16`, `8ench marklng`.
 * What may be two things as well is neither. */
static gboolean
read_misread (const HeadingWords *words, const char *text, Period year, Column *column)
{
  if (!words->is_of_image || strpbrk (text, LETTERS) == NULL)
    return FALSE;
  g_autoptr (GArray) list = respell_list (words->vocabulary, text);
  Column found = { .role = ROLE_NONE };
  guint least = G_MAXUINT;
  for (guint i = 0; i < list->len; i++)
    {
      const Respelling *respelling = &g_array_index (list, Respelling, i);
      Column own = *column;
      if (respelling->cost > least || !read_text (words, respelling->text, year, &own)
          || lacks_base (&own) || (is_bare (own.period) && respelling->cost > MOST_BARE))
        continue;
      if (least != G_MAXUINT && !is_same (&own, &found))
        return FALSE;
      found = own;
      least = respelling->cost;
    }
  if (least != G_MAXUINT)
    *column = found;
  return least != G_MAXUINT;
}

/* Reads a year whose stroke was taken for a point: `2014.15`. */
static gboolean
read_pointed (const HeadingWords *words, const char *text, Period year, Column *column)
{
  gsize at = strspn (text, "0123456789");
  if (!words->is_of_image || at != strlen ("2014") || text[at] != '.'
      || strspn (text + at + 1, "0123456789") != strlen (text + at + 1))
    return FALSE;
  g_autofree char *mended = g_strdup (text);
  mended[at] = '/';
  return read_text (words, mended, year, column);
}

/* Reads one text, as it is or as what it may have been. */
static gboolean
read_any (const HeadingWords *words, const char *text, Period year, Column *column)
{
  return read_text (words, text, year, column) || read_misread (words, text, year, column)
         || read_pointed (words, text, year, column);
}

/* Whether a text that was read off an image names a period, of which its letters are not known:
 * `Fob-18` is no other name of the year above it. */
static gboolean
is_unread_period (const HeadingWords *words, const char *text)
{
  return words->is_of_image && strpbrk (text, LETTERS) != NULL
         && strpbrk (text, "0123456789") != NULL;
}

/* Whether @above, read as @group, stands over what it groups: not if it is a month whose year is
 * printed below it. */
static gboolean
is_group_of (const HeadingWords *words, const Column *group, const char *joined)
{
  Period whole = NO_PERIOD;
  return group->role == ROLE_GROUP
         || (group->role == ROLE_PERIOD
             && !(is_bare (group->period)
                  && month_read (words->months, joined, NO_PERIOD, &whole)));
}

gboolean
heading_read (const HeadingWords *words, const char *above, const char *text, Column *column)
{
  Column group = { .role = ROLE_NONE }, own = { .role = ROLE_NONE };
  g_autofree char *joined
      = g_strjoin (above[0] != '\0' && text[0] != '\0' ? " " : "", above, text, NULL);
  gboolean is_group
      = read_any (words, above, NO_PERIOD, &group) && is_group_of (words, &group, joined);
  if (!is_group)
    month_find (words->months, above, &group.period);
  Period year = group.period.kind == PERIOD_FINANCIAL_YEAR ? group.period : NO_PERIOD;

  gboolean has_role
      = (!is_group && read_text (words, joined, year, &own)) || read_text (words, text, year, &own)
        || (!is_unread_period (words, text) && read_text (words, above, NO_PERIOD, &own));
  gboolean is_of_group = own.role == ROLE_GROUP && is_group && text[0] != '\0';
  if (!has_role || lacks_base (&own) || is_of_group)
    has_role = (!is_group && read_misread (words, joined, year, &own))
               || read_misread (words, text, year, &own) || read_pointed (words, text, year, &own)
               || has_role;
  if (has_role && own.period.kind == PERIOD_NONE)
    own.period = own.role == ROLE_YTD && year.kind != PERIOD_NONE ? period_year_to_date (year.year)
                                                                  : group.period;
  if (own.role == ROLE_PERIOD && own.period.kind != PERIOD_NONE)
    own.role = role_of_period (own.period); /* `Actual` below a month or a year */
  g_free (column->label);
  *column = own;
  column->label = !is_group ? g_steal_pointer (&joined) : g_strdup (text[0] != '\0' ? text : above);
  return has_role;
}

/* A way to read one text. */
typedef gboolean (*ReadFunc) (const HeadingWords *words, const char *text, Period year,
                              Column *column);

/* Returns: how many of the row's cells have a role by themselves; @names gets how many of them
 * name an indicator. */
static guint
count_roles (const HeadingWords *words, const GridRow *row, ReadFunc read, guint *names)
{
  guint n = 0;
  *names = 0;
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      Column column = { .role = ROLE_NONE };
      if (!read (words, grid_row_text (row, i), period_financial_year (2000), &column))
        continue;
      n++;
      *names += column.role == ROLE_REF || column.role == ROLE_NAME;
    }
  return n;
}

/* Returns: how many cells before the first that has a role head nothing. */
static guint
count_unheaded (const HeadingWords *words, const GridRow *row)
{
  guint n = 0;
  Column column = { .role = ROLE_NONE };
  while (n < grid_row_n_columns (row)
         && !read_any (words, grid_row_text (row, n), NO_PERIOD, &column))
    n++;
  return n;
}

/* Whether a cell holds words that are no label, as the name of an indicator does. */
static gboolean
may_name (const HeadingWords *words, const char *text)
{
  Period period = NO_PERIOD;
  return strpbrk (text, LETTERS) != NULL
         && !month_read (words->months, text, period_financial_year (2000), &period)
         && vocabulary_find (words->vocabulary, WORDS_ROW_LABELS, text) == NULL
         && vocabulary_find (words->vocabulary, WORDS_HEADINGS, text) == NULL;
}

/* Returns: the column that holds names although its heading, in row @first, does not say so: right
 * before columns that are mostly of periods, and with other words in each row; -1 if there is none.
 */
static int
find_unnamed (const HeadingWords *words, const Grid *grid, guint first)
{
  const GridRow *heading = grid_row (grid, first);
  guint n_unheaded = count_unheaded (words, heading), n_periods = 0;
  for (guint i = n_unheaded; i < grid_row_n_columns (heading); i++)
    {
      Column column = { .role = ROLE_NONE };
      n_periods += read_any (words, grid_row_text (heading, i), NO_PERIOD, &column)
                   && column.role == ROLE_PERIOD;
    }
  if (n_unheaded == 0 || n_periods < MIN_ROLES || first + MIN_NAMED >= grid_n_rows (grid))
    return -1;
  for (guint i = first + 1; i < grid_n_rows (grid); i++)
    {
      const GridRow *row = grid_row (grid, i);
      if (grid_row_n_filled (row) > 1 && !may_name (words, grid_row_text (row, n_unheaded - 1)))
        return -1;
    }
  return (int) n_unheaded - 1;
}

/* Whether most of what stands in a column below row @first is words, as names are. */
static gboolean
holds_words (const HeadingWords *words, const Grid *grid, guint first, guint column)
{
  guint n = 0, n_words = 0;
  for (guint i = first + 1; i < grid_n_rows (grid); i++)
    {
      const char *text = grid_row_text (grid_row (grid, i), column);
      gboolean is_row = grid_row_n_filled (grid_row (grid, i)) > MIN_ROLES;
      n += is_row && text[0] != '\0';
      n_words += is_row && strchr (text, ' ') != NULL && may_name (words, text);
    }
  return n >= MIN_NAMED && n_words * 4 >= n * 3;
}

/* Names the column of names of an image whose heading could not be read: the one of words beside
 * the references. */
static void
settle_names (const HeadingWords *words, const Grid *grid, Heading *heading)
{
  guint ref = heading->columns->len;
  for (guint i = 0; i < heading->columns->len; i++)
    {
      Role role = heading_column (heading, i)->role;
      if (role == ROLE_NAME)
        return;
      ref = role == ROLE_REF ? MIN (ref, i) : ref;
    }
  for (guint i = ref + 1; i < heading->columns->len && i <= ref + 2; i++)
    {
      Column *column = &g_array_index (heading->columns, Column, i);
      if (column->role != ROLE_NONE || !holds_words (words, grid, heading->first_row, i))
        continue;
      column->role = ROLE_NAME;
      return;
    }
}

static gboolean
begins_heading (const HeadingWords *words, const Grid *grid, guint first)
{
  const GridRow *row = grid_row (grid, first);
  guint names = 0;
  if (count_roles (words, row, read_text, &names) < MIN_ROLES)
    return FALSE; /* what is misread does not make rows of headings, it only joins one */
  guint roles = count_roles (words, row, read_any, &names);
  return roles * 2 > grid_row_n_filled (row)
         && (names > 0 || find_unnamed (words, grid, first) >= 0);
}

/* Whether all cells of a row that head references are counts: `No.` again and again. */
static gboolean
has_counts (const HeadingWords *words, const GridRow *row)
{
  guint n = 0;
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      Column column = { .role = ROLE_NONE };
      if (!read_any (words, grid_row_text (row, i), NO_PERIOD, &column))
        continue;
      if (column.role == ROLE_NAME)
        return FALSE;
      n += column.role == ROLE_REF;
    }
  return n > 1;
}

/* Returns: how many cells of a row are the years of the months above them. */
static guint
count_years_below (const HeadingWords *words, const GridRow *above, const GridRow *row)
{
  guint n = 0;
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      Period period = NO_PERIOD;
      g_autofree char *both
          = g_strjoin (" ", grid_row_text (above, i), grid_row_text (row, i), NULL);
      n += segment_is_figure (grid_row_text (row, i))
           && month_read (words->months, both, NO_PERIOD, &period);
    }
  return n;
}

/* A row of sub-headings: most of its cells have a role, or complete that of @above, and none is a
 * name or a reference. */
static gboolean
continues_heading (const HeadingWords *words, const GridRow *above, const GridRow *row)
{
  guint names = 0, filled = grid_row_n_filled (row);
  guint roles = count_roles (words, row, read_any, &names) + count_years_below (words, above, row);
  return (names == 0 || has_counts (words, row)) && filled > 0 && roles * 3 >= filled * 2;
}

/* Returns: the heading in an upper row that stands over @column: its own cell, or the last one to
 * its left if that one heads a group; "" if there is none. */
static const char *
heading_above (const HeadingWords *words, const GridRow *row, guint column)
{
  if (grid_row_text (row, column)[0] != '\0')
    return grid_row_text (row, column);

  guint i = MIN (column, grid_row_n_columns (row));
  while (i > 0 && grid_row_text (row, i - 1)[0] == '\0')
    i--;
  const char *text = i > 0 ? grid_row_text (row, i - 1) : "";
  Column left = { .role = ROLE_NONE };
  gboolean is_group = !read_text (words, text, NO_PERIOD, &left) || left.role == ROLE_GROUP
                      || left.role == ROLE_PERIOD;
  return is_group ? text : "";
}

/* The lowest cell of the column is its heading; what stands in the rows above it goes before. */
static void
read_column (const HeadingWords *words, const Grid *grid, const Heading *heading, guint number,
             Column *column)
{
  guint lowest = heading->first_row + heading->n_rows - 1;
  while (lowest > heading->first_row && grid_row_text (grid_row (grid, lowest), number)[0] == '\0')
    lowest--;

  g_autoptr (GString) above = g_string_new (NULL);
  for (guint i = heading->first_row; i < lowest; i++)
    {
      const char *text = heading_above (words, grid_row (grid, i), number);
      g_string_append_printf (above, "%s%s", above->len > 0 && text[0] != '\0' ? " " : "", text);
    }
  heading_read (words, above->str, grid_row_text (grid_row (grid, lowest), number), column);
}

static void
read_columns (const HeadingWords *words, const Grid *grid, Heading *heading)
{
  guint n_columns = 0;
  for (guint i = 0; i < heading->n_rows; i++)
    n_columns = MAX (n_columns, grid_row_n_columns (grid_row (grid, heading->first_row + i)));

  for (guint i = 0; i < n_columns; i++)
    {
      Column column = { .role = ROLE_NONE };
      read_column (words, grid, heading, i, &column);
      g_array_append_val (heading->columns, column);
    }
}

/* A year to date without a year is that of the latest period that heads a column. */
static void
complete_ytd (Heading *heading)
{
  int began = 0;
  for (guint i = 0; i < heading->columns->len; i++)
    {
      const Column *column = heading_column (heading, i);
      if (column->role == ROLE_PERIOD)
        began = MAX (began, period_year_began (column->period));
    }
  for (guint i = 0; began > 0 && i < heading->columns->len; i++)
    {
      Column *column = &g_array_index (heading->columns, Column, i);
      if (column->role == ROLE_YTD && column->period.kind == PERIOD_NONE)
        column->period = period_year_to_date (began);
    }
}

/* Whether a column has the value of @period. */
static gboolean
has_value (const Heading *heading, Period period)
{
  for (guint i = 0; i < heading->columns->len; i++)
    if (heading_column (heading, i)->role == ROLE_PERIOD
        && period_equal (heading_column (heading, i)->period, period))
      return TRUE;
  return FALSE;
}

/* `No.` below a month is no reference but the count that the percentage beside it is of; without
 * one it is the value. */
static void
settle_counts (Heading *heading)
{
  for (guint i = 0; i < heading->columns->len; i++)
    {
      Column *column = &g_array_index (heading->columns, Column, i);
      if (column->role == ROLE_REF && column->period.kind != PERIOD_NONE)
        column->role = has_value (heading, column->period) ? ROLE_NUMERATORS : ROLE_PERIOD;
    }
}

static gboolean
heads_nothing (const Heading *heading, guint column)
{
  return column < heading->columns->len && heading_column (heading, column)->role == ROLE_NONE
         && heading_column (heading, column)->label[0] != '\0';
}

/* `East` beside `North` and `South` is a part of the area: a region that nothing else is compared
 * with, beside a column whose heading is not known. */
static void
settle_regions (Heading *heading)
{
  guint n_comparisons = 0;
  for (guint i = 0; i < heading->columns->len; i++)
    n_comparisons += heading_column (heading, i)->role == ROLE_BENCHMARK;
  for (guint i = 0; i < heading->columns->len && n_comparisons == 1; i++)
    {
      Column *column = &g_array_index (heading->columns, Column, i);
      if (column->comparator != COMPARATOR_REGION || column->role != ROLE_BENCHMARK
          || !(heads_nothing (heading, i + 1) || (i > 0 && heads_nothing (heading, i - 1))))
        continue;
      column->role = ROLE_NONE;
      column->comparator = COMPARATOR_NONE;
    }
}

/* ---- months without a year ---- */

/* Columns next to each other that are all headed by months, or all by quarters, without a year. */
typedef struct
{
  Column *columns; /* borrowed */
  guint n;
  gboolean is_down; /* whether the latest comes first */
} Run;

static Run
run_at (const Heading *heading, guint first)
{
  Run run = { &g_array_index (heading->columns, Column, first), 0, FALSE };
  while (first + run.n < heading->columns->len && run.columns[run.n].role == ROLE_PERIOD
         && is_bare (run.columns[run.n].period)
         && run.columns[run.n].period.kind == run.columns[0].period.kind)
    run.n++;
  int n_parts = run.n > 0 && run.columns[0].period.kind == PERIOD_MONTH ? 12 : 4;
  run.is_down
      = run.n > 1 && run.columns[1].period.number % n_parts + 1 == run.columns[0].period.number;
  return run;
}

/* Returns: the @i-th column of a run by time. */
static Column *
run_column (const Run *run, guint i)
{
  return &run->columns[run->is_down ? run->n - 1 - i : i];
}

/* Returns: how many years a run goes over, each beginning with that month. */
static guint
count_years (const Run *run, int first_month)
{
  guint n = 1;
  for (guint i = 1; i < run->n; i++)
    n += run_column (run, i)->period.number == first_month;
  return n;
}

/* Sets the years of a run of months whose last is of @last, going back from it. */
static void
count_back (const Run *run, Period last)
{
  for (guint i = run->n; i-- > 0; last = period_add_months (last, -1))
    {
      Period *period = &run_column (run, i)->period;
      while (last.number != period->number)
        last = period_add_months (last, -1);
      *period = last;
    }
}

/* Sets the years of a run of one financial year, or of one calendar year that begins with January.
 */
static void
set_years (const Run *run, int began, gboolean is_calendar)
{
  for (guint i = 0; i < run->n; i++)
    {
      Period *period = &run_column (run, i)->period;
      gboolean is_next = period->kind == PERIOD_MONTH && period->number < 4 && !is_calendar;
      period->year = (gint16) (began + is_next);
    }
}

/* Sets the years of a run by what the document states; what that does not tell heads nothing. */
static void
settle_run (const Run *run, Period stated)
{
  Period last = run_column (run, run->n - 1)->period;
  gboolean is_month = last.kind == PERIOD_MONTH && stated.kind == PERIOD_MONTH;
  if (stated.kind == PERIOD_NONE)
    ;
  else if (is_month && last.number == stated.number)
    count_back (run, stated);
  else if (is_month && run_column (run, 0)->period.number == 1 && count_years (run, 1) == 1)
    set_years (run, stated.year, TRUE);
  else if (count_years (run, last.kind == PERIOD_MONTH ? 4 : 1) == 1)
    set_years (run, period_year_began (stated), FALSE);
  for (guint i = 0; i < run->n; i++)
    if (is_bare (run->columns[i].period))
      {
        run->columns[i].role = ROLE_NONE;
        run->columns[i].period = NO_PERIOD;
      }
}

static void
settle_years (Heading *heading, Period stated)
{
  for (guint i = 0; i < heading->columns->len; i++)
    {
      Run run = run_at (heading, i);
      if (run.n == 0)
        {
          if (is_bare (heading_column (heading, i)->period)) /* lent by a group */
            g_array_index (heading->columns, Column, i).period = NO_PERIOD;
          continue;
        }
      settle_run (&run, stated);
      i += run.n - 1;
    }
}

/* Puts the months right of columns from @first on that are all headed by months.  Returns: how many
 * columns these are. */
static guint
mend_months (Heading *heading, guint first)
{
  guint n = 0;
  while (first + n < heading->columns->len
         && heading_column (heading, first + n)->role == ROLE_PERIOD
         && heading_column (heading, first + n)->period.kind == PERIOD_MONTH)
    n++;
  g_autofree Period *months = g_new (Period, n + 1);
  g_autofree gboolean *is_mended = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    months[i] = heading_column (heading, first + i)->period;
  sequence_mend (months, n, is_mended);
  for (guint i = 0; i < n; i++)
    {
      Column *column = &g_array_index (heading->columns, Column, first + i);
      column->period = months[i];
      column->is_mislabelled = is_mended[i];
    }
  return n;
}

/* Whether the headings are those of two tables side by side, whose rows have nothing to do with
 * each other: both head the same months. */
static gboolean
heads_two (const Heading *heading)
{
  guint n = 0;
  for (guint i = 0; i < heading->columns->len; i++)
    for (guint k = i + 1; k < heading->columns->len; k++)
      {
        const Column *a = heading_column (heading, i), *b = heading_column (heading, k);
        n += a->role == ROLE_PERIOD && b->role == ROLE_PERIOD && a->period.kind == PERIOD_MONTH
             && period_equal (a->period, b->period);
      }
  return n >= MIN_ROLES;
}

Heading *
heading_find (const HeadingWords *words, const Grid *grid, guint from)
{
  guint first = from;
  while (first < grid_n_rows (grid) && !begins_heading (words, grid, first))
    first++;
  if (first == grid_n_rows (grid))
    return NULL;

  Heading *heading = g_new0 (Heading, 1);
  heading->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (heading->columns, (GDestroyNotify) column_clear);
  heading->first_row = first;
  heading->n_rows = 1;
  while (first + heading->n_rows < grid_n_rows (grid)
         && continues_heading (words, grid_row (grid, first + heading->n_rows - 1),
                               grid_row (grid, first + heading->n_rows)))
    heading->n_rows++;
  read_columns (words, grid, heading);
  int unnamed = find_unnamed (words, grid, first);
  if (unnamed >= 0)
    g_array_index (heading->columns, Column, unnamed).role = ROLE_NAME;
  settle_counts (heading);
  settle_regions (heading);
  settle_years (heading, words->stated);
  if (words->is_of_image)
    {
      settle_names (words, grid, heading);
      unread_fill_months (heading);
    }
  for (guint i = 0; i < heading->columns->len; i++)
    i += mend_months (heading, i);
  complete_ytd (heading);
  if (grid->is_aligned && heads_two (heading))
    g_clear_pointer (&heading, heading_free);
  return heading;
}

Period
heading_last_month (const Heading *heading)
{
  Period last = NO_PERIOD;
  for (guint i = 0; i < heading->columns->len; i++)
    {
      const Column *column = heading_column (heading, i);
      if (column->role == ROLE_PERIOD && column->period.kind == PERIOD_MONTH
          && (last.kind == PERIOD_NONE || period_months_between (last, column->period) > 0))
        last = column->period;
    }
  return last;
}

gboolean
heading_equals (const Heading *a, const Heading *b)
{
  for (guint i = 0; a->columns->len == b->columns->len && i < a->columns->len; i++)
    {
      const Column *left = heading_column (a, i), *right = heading_column (b, i);
      if (left->role != right->role || left->comparator != right->comparator
          || !period_equal (left->period, right->period))
        return FALSE;
    }
  return a->columns->len == b->columns->len;
}

static guint
count_columns (const Heading *heading, const Column *like)
{
  guint n = 0;
  for (guint i = 0; i < heading->columns->len; i++)
    {
      const Column *column = heading_column (heading, i);
      n += column->role == like->role && column->comparator == like->comparator
           && (column->role != ROLE_PERIOD || period_equal (column->period, like->period));
    }
  return n;
}

gboolean
heading_matches (const Heading *a, const Heading *b)
{
  guint n = 0, n_same = 0;
  for (guint i = 0; i < a->columns->len; i++)
    {
      const Column *column = heading_column (a, i);
      if (column->role == ROLE_NONE)
        continue;
      n++;
      n_same += count_columns (b, column) > 0;
    }
  return n > 0 && n_same * 10 >= n * 8;
}
