/* parse/unread.c - columns of an image whose headings could not be read, told by other columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/unread.h"

#include <string.h>

#include "parse/respell.h"
#include "parse/wording.h"

#define MIN_WORD 3      /* letters of a word that tells something */
#define MIN_ALIKE 5     /* columns that say the same on both pages */
#define MOST_UNLIKE 0.2 /* of the columns that both pages tell */

/* Whether nothing tells what the column is for: a letter that was lost may leave a group's name of
 * it, `Stat. neigh-`. */
static gboolean
is_untold (const Column *column)
{
  return column->role == ROLE_NONE || column->role == ROLE_GROUP;
}

static gboolean
is_unread (const Heading *heading, guint i)
{
  const Column *column = heading_column (heading, i);
  return is_untold (column) && column->label[0] != '\0';
}

static gboolean
is_month (const Heading *heading, gint64 i)
{
  return i >= 0 && i < heading->columns->len
         && heading_column (heading, (guint) i)->role == ROLE_PERIOD
         && heading_column (heading, (guint) i)->period.kind == PERIOD_MONTH;
}

/* Returns: by how many months the column at @to is behind that at @from. */
static int
months_from (const Heading *heading, gint64 from, gint64 to)
{
  return period_months_between (heading_column (heading, (guint) from)->period,
                                heading_column (heading, (guint) to)->period);
}

/* Whether a label may print that month, its name in letters. */
static gboolean
may_print (const char *label, Period month)
{
  const char *name = period_month_name (month);
  g_autofree char *text = g_strndup (label, strcspn (label, " -0123456789./'"));
  g_autofree char *brief = g_strndup (name, 3);
  return respell_may_be (text, brief) || respell_may_be (text, name);
}

/* Finds the month of column @i by the two columns on its side @step, 1 or -1, of which the nearer
 * one follows the farther one. */
static gboolean
find_beside (const Heading *heading, guint i, int step, Period *month)
{
  gint64 near = (gint64) i + step, far = near + step;
  if (!is_month (heading, near) || !is_month (heading, far))
    return FALSE;
  int forth = months_from (heading, far, near);
  *month = period_add_months (heading_column (heading, (guint) near)->period, forth);
  return ABS (forth) == 1 && may_print (heading_column (heading, i)->label, *month);
}

static gboolean
find_month (const Heading *heading, guint i, Period *month)
{
  gint64 left = (gint64) i - 1, right = (gint64) i + 1;
  if (is_month (heading, left) && is_month (heading, right))
    {
      int room = months_from (heading, left, right);
      *month = period_add_months (heading_column (heading, (guint) left)->period, room / 2);
      return ABS (room) == 2;
    }
  return find_beside (heading, i, -1, month) || find_beside (heading, i, 1, month);
}

void
unread_fill_months (Heading *heading)
{
  for (guint n_filled = 1; n_filled > 0;)
    {
      n_filled = 0;
      for (guint i = 0; i < heading->columns->len; i++)
        {
          Period month = NO_PERIOD;
          if (!is_unread (heading, i) || !find_month (heading, i, &month))
            continue;
          Column *column = &g_array_index (heading->columns, Column, i);
          column->role = ROLE_PERIOD;
          column->period = month;
          n_filled++;
        }
    }
}

/* ---- ratings ---- */

static gboolean
has_role (const Heading *heading, gint64 i, Role role)
{
  return i >= 0 && i < heading->columns->len && heading_column (heading, (guint) i)->role == role;
}

/* Whether column @i stands where @role does among the three ratings, whichever comes first. */
static gboolean
is_place_of (const Heading *heading, gint64 i, Role role)
{
  if (role == ROLE_AMBER)
    return (has_role (heading, i - 1, ROLE_RED) && has_role (heading, i + 1, ROLE_GREEN))
           || (has_role (heading, i - 1, ROLE_GREEN) && has_role (heading, i + 1, ROLE_RED));
  Role other = role == ROLE_RED ? ROLE_GREEN : ROLE_RED;
  return (has_role (heading, i + 1, ROLE_AMBER) && has_role (heading, i + 2, other))
         || (has_role (heading, i - 1, ROLE_AMBER) && has_role (heading, i - 2, other));
}

void
unread_fill_ratings (Heading *heading)
{
  static const Role ratings[] = { ROLE_RED, ROLE_AMBER, ROLE_GREEN };
  for (guint i = 0; i < heading->columns->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (ratings); k++)
      {
        Column *column = &g_array_index (heading->columns, Column, i);
        if (!is_untold (column) || !is_place_of (heading, i, ratings[k]))
          continue;
        column->is_guess = column->role == ROLE_NONE && column->label[0] != '\0';
        column->role = ratings[k];
      }
}

/* ---- other pages ---- */

static gboolean
say_the_same (const Column *a, const Column *b)
{
  return a->role == b->role && a->comparator == b->comparator
         && period_equal (a->period, b->period);
}

/* Whether a column of @heading says what @column does. */
static gboolean
has_column (const Heading *heading, const Column *column)
{
  for (guint i = 0; i < heading->columns->len; i++)
    if (say_the_same (heading_column (heading, i), column))
      return TRUE;
  return FALSE;
}

/* Whether the two are headings of one table. */
static gboolean
are_alike (const Heading *a, const Heading *b)
{
  guint n_told = 0, n_same = 0;
  if (a->columns->len != b->columns->len)
    return FALSE;
  for (guint i = 0; i < a->columns->len; i++)
    {
      const Column *left = heading_column (a, i), *right = heading_column (b, i);
      if (is_untold (left) || is_untold (right))
        continue;
      n_told++;
      n_same += say_the_same (left, right);
    }
  return n_same >= MIN_ALIKE && n_told - n_same <= MOST_UNLIKE * n_told;
}

/* Whether @column says the same as @known but for its period, of which a digit or a dash was lost:
 * `Target 1819`. */
static gboolean
lacks_period (const Column *column, const Column *known)
{
  return column->role == known->role && column->comparator == known->comparator
         && column->period.kind == PERIOD_NONE && known->period.kind != PERIOD_NONE
         && strpbrk (column->label, "0123456789") != NULL;
}

/* Whether @column says no more than the period of what @known is for, whose other words were lost:
 * `16-17` of `Target 16-17`. */
static gboolean
lacks_words (const Column *column, const Column *known)
{
  return column->role == ROLE_PERIOD && known->role != ROLE_PERIOD
         && period_equal (column->period, known->period)
         && strlen (column->label) < strlen (known->label);
}

/* Whether a column of benchmarks is of @period. */
static gboolean
compares (const Heading *heading, Period period)
{
  for (guint i = 0; i < heading->columns->len; i++)
    if (heading_column (heading, i)->role == ROLE_BENCHMARK
        && period_equal (heading_column (heading, i)->period, period))
      return TRUE;
  return FALSE;
}

/* Whether @column has its period from the group of benchmarks beside it, the rule before which was
 * lost: @known has none, where that group has the same period. */
static gboolean
is_reached (const Column *column, const Column *known, const Heading *other)
{
  return column->role == known->role && column->role != ROLE_BENCHMARK
         && column->period.kind != PERIOD_NONE && known->period.kind == PERIOD_NONE
         && strpbrk (column->label, "0123456789") == NULL && compares (other, column->period);
}

void
unread_fill (Heading *heading, const Heading *other)
{
  if (!are_alike (heading, other))
    return;
  for (guint i = 0; i < heading->columns->len; i++)
    {
      const Column *own = heading_column (heading, i), *known = heading_column (other, i);
      if (is_reached (own, known, other))
        g_array_index (heading->columns, Column, i).period = NO_PERIOD;
      if (!(is_untold (own) || lacks_period (own, known) || lacks_words (own, known))
          || is_untold (known) || has_column (heading, known))
        continue;
      Column *column = &g_array_index (heading->columns, Column, i);
      column->role = known->role;
      column->comparator = known->comparator;
      column->period = known->period;
    }
}

/* ---- guesses ---- */

/* Whether a column of @heading is for what the entry says, or a change, whose heading names a base.
 */
static gboolean
is_taken (const Heading *heading, const LexiconEntry *entry)
{
  for (guint i = 0; i < heading->columns->len; i++)
    if (heading_column (heading, i)->role == (Role) entry->means
        && heading_column (heading, i)->comparator == entry->comparator)
      return TRUE;
  return FALSE;
}

/* Whether the role is of figures and stands over one column of a table. */
static gboolean
is_guessable (Role role)
{
  return role == ROLE_MEAN_12M || role == ROLE_MAX_12M || role == ROLE_CHANGE_PREV
         || role == ROLE_CHANGE_YEAR || role == ROLE_BENCHMARK || role == ROLE_YTD;
}

/* Whether a word joins others and tells nothing by itself. */
static gboolean
is_joining (const char *word)
{
  static const char *const joining[] = { "and", "for", "from", "the", "with", NULL };
  return g_strv_contains (joining, word);
}

/* Returns: how many words of @label the entry is written with. */
static guint
count_words (const Vocabulary *vocabulary, const LexiconEntry *entry, const char *label)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  wording_add (words, entry->pattern);
  g_autofree char *small = g_utf8_strdown (label, -1);
  g_auto (GStrv) pieces = g_strsplit_set (small, " .,-()/%:", -1);
  guint n = 0;
  for (guint i = 0; pieces[i] != NULL; i++)
    n += strlen (pieces[i]) >= MIN_WORD && !is_joining (pieces[i])
         && vocabulary_has_word (vocabulary, pieces[i]) && g_hash_table_contains (words, pieces[i]);
  return n;
}

/* Returns (nullable): the entry that alone has most words of a label; NULL if several have. */
static const LexiconEntry *
guess (const Vocabulary *vocabulary, const Heading *heading, const char *label)
{
  const GArray *entries = vocabulary_entries (vocabulary, WORDS_HEADINGS);
  const LexiconEntry *best = NULL;
  guint most = 0;
  gboolean is_one = FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const LexiconEntry *entry = &g_array_index (entries, LexiconEntry, i);
      guint n = is_guessable ((Role) entry->means) && !is_taken (heading, entry)
                    ? count_words (vocabulary, entry, label)
                    : 0;
      if (n == 0 || n < most)
        continue;
      gboolean is_same
          = best != NULL && best->means == entry->means && best->comparator == entry->comparator;
      is_one = n > most || (is_one && is_same);
      best = entry;
      most = n;
    }
  return is_one ? best : NULL;
}

void
unread_guess (const Vocabulary *vocabulary, Heading *heading)
{
  for (guint i = 0; i < heading->columns->len; i++)
    {
      const LexiconEntry *entry
          = is_unread (heading, i) ? guess (vocabulary, heading, heading_column (heading, i)->label)
                                   : NULL;
      if (entry == NULL)
        continue;
      Column *column = &g_array_index (heading->columns, Column, i);
      column->role = (Role) entry->means;
      column->comparator = entry->comparator;
      column->is_guess = TRUE;
    }
}
