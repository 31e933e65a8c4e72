/* parse/subject.c - which indicator a sentence of a commentary or an analysis is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences name an indicator by its whole name or by how it begins, with "the number of" before it
 * where the table has "No.".  What suits no unit is not meant: a percentage is no count.
 */
#include "parse/subject.h"

#include <string.h>

#include "parse/identity.h"

#define LEAST_NAME 8      /* bytes of a folded name: shorter ones stand in any sentence */
#define LEAST_WORDS 3     /* of the beginning of a name */
#define LEAST_TELLING 100 /* a number of fewer digits is that of many */

/* An indicator's name, folded, without "number of" in front. */
typedef struct
{
  char *core; /* owned */
} Name;

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->core);
}

/* Returns (transfer full): @text folded, without what the lexicon says a subject begins with; @unit
 * gets what that tells of it. */
static char *
fold_subject (const Vocabulary *vocabulary, const char *text, Unit *unit)
{
  gsize from = 0, to = 0;
  const LexiconEntry *head = vocabulary_find_span (vocabulary, WORDS_SUBJECTS, text, &from, &to);
  *unit = head != NULL ? (Unit) head->means : UNIT_NONE;
  return identity_fold (head != NULL ? text + to : text);
}

GArray *
subject_list_names (const Vocabulary *vocabulary, const Report *report)
{
  GArray *names = g_array_new (FALSE, TRUE, sizeof (Name));
  g_array_set_clear_func (names, clear_name);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      Unit unit = UNIT_NONE;
      Name name = { fold_subject (vocabulary, report_indicator (report, i)->name, &unit) };
      g_array_append_val (names, name);
    }
  return names;
}

static const char *
core_of (const Subject *subject, guint i)
{
  return g_array_index (subject->names, Name, i).core;
}

/* Whether a number, with % behind it or not, and the words before it can be of an indicator. */
static gboolean
suits_unit (const Subject *subject, guint i, gboolean is_percent, Unit told)
{
  Unit unit = report_indicator (subject->report, i)->unit;
  if (is_percent != (unit == UNIT_PERCENT))
    return FALSE;
  if (told == UNIT_COUNT)
    return unit == UNIT_COUNT;
  return told != UNIT_RATE_PER_10000 || unit != UNIT_COUNT;
}

/* Whether two places print one indicator. */
static gboolean
is_one (const Subject *subject, guint i, guint k)
{
  const Indicator *a = report_indicator (subject->report, i);
  const Indicator *b = report_indicator (subject->report, k);
  gboolean is_named = a->ref[0] != '\0' || a->canonical_id[0] != '\0';
  return g_str_equal (a->ref, b->ref) && g_str_equal (a->canonical_id, b->canonical_id)
         && (is_named || g_str_equal (core_of (subject, i), core_of (subject, k)));
}

static const Figure *
find_month (const Subject *subject, guint i, Period month)
{
  return report_find_figure (subject->report, (int) i, MEASURE_ACTUAL, month, COMPONENT_VALUE);
}

/* Adds indicator @i to what was found so far.  Returns: FALSE if that is another one. */
static gboolean
add_place (const Subject *subject, guint i, Period month, int *found)
{
  if (*found != NO_INDICATOR && !is_one (subject, i, (guint) *found))
    return FALSE;
  if (*found == NO_INDICATOR
      || (find_month (subject, i, month) != NULL
          && find_month (subject, (guint) *found, month) == NULL))
    *found = (int) i;
  return TRUE;
}

/* Whole names */

/* Returns: the length of the longest name in @folded words. */
static gsize
longest_name (const Subject *subject, const char *folded)
{
  gsize longest = 0;
  for (guint i = 0; i < subject->names->len; i++)
    {
      const char *core = core_of (subject, i);
      gsize length = strlen (core);
      if (length >= LEAST_NAME && length > longest && strchr (core, ' ') != NULL
          && strstr (folded, core) != NULL)
        longest = length;
    }
  return longest;
}

static gboolean
bears_name (const Subject *subject, guint i, const char *folded, gsize length)
{
  const char *core = core_of (subject, i);
  return strlen (core) == length && strstr (folded, core) != NULL;
}

/* Returns: the one indicator that bears the name of that length in @folded and suits the number;
 * NO_INDICATOR if none or several do. */
static int
find_named (const Subject *subject, const char *folded, gsize length, gboolean is_percent,
            Unit told, Period month)
{
  int found = NO_INDICATOR;
  for (guint i = 0; i < subject->names->len; i++)
    if (bears_name (subject, i, folded, length) && suits_unit (subject, i, is_percent, told)
        && !add_place (subject, i, month, &found))
      return NO_INDICATOR;
  return found;
}

/* Whether all words of the name of that length in @folded are words of the row's own: then it is
 * the row that is named, in short. */
static gboolean
is_own_name (const Subject *subject, const char *folded, gsize length)
{
  g_auto (GStrv) own = g_strsplit (core_of (subject, (guint) subject->row), " ", -1);
  for (guint i = 0; i < subject->names->len; i++)
    {
      if (!bears_name (subject, i, folded, length))
        continue;
      g_auto (GStrv) words = g_strsplit (core_of (subject, i), " ", -1);
      guint n_own = 0;
      for (guint k = 0; words[k] != NULL; k++)
        n_own += g_strv_contains ((const char *const *) own, words[k]);
      if (n_own == g_strv_length (words))
        return TRUE;
    }
  return FALSE;
}

/* Beginnings of names */

static guint
count_words (const char *folded)
{
  guint n_words = folded[0] != '\0';
  for (const char *at = folded; *at != '\0'; at++)
    n_words += *at == ' ';
  return n_words;
}

/* Returns: the one indicator whose name begins with @folded words, less those at their end that are
 * no part of a name ("has"); NO_INDICATOR if none or several do. */
static int
find_begun (const Subject *subject, const char *folded, gboolean is_percent, Unit told,
            Period month)
{
  g_autofree char *begin = g_strdup (folded);
  char *last = strrchr (begin, ' ');
  if (last != NULL)
    *last = '\0';
  int found = NO_INDICATOR;
  if (told == UNIT_NONE || count_words (begin) < LEAST_WORDS)
    return NO_INDICATOR;
  for (guint i = 0; i < subject->names->len; i++)
    {
      const char *core = core_of (subject, i);
      gboolean is_begun = g_str_has_prefix (core, folded) || g_str_has_prefix (core, begin);
      if (is_begun && suits_unit (subject, i, is_percent, told)
          && !add_place (subject, i, month, &found))
        return NO_INDICATOR;
    }
  return found;
}

int
subject_find (const Subject *subject, const char *before, gboolean is_percent, Period month)
{
  Unit told = UNIT_NONE;
  g_autofree char *folded = fold_subject (subject->vocabulary, before, &told);
  gsize length = longest_name (subject, folded);
  if (subject->row == NO_INDICATOR)
    return length > 0 ? find_named (subject, folded, length, is_percent, told, month)
                      : find_begun (subject, folded, is_percent, told, month);
  gboolean is_row = length == 0 || is_own_name (subject, folded, length);
  return is_row && suits_unit (subject, (guint) subject->row, is_percent, told) ? subject->row
                                                                                : NO_INDICATOR;
}

/* Figures */

static gboolean
prints (const Subject *subject, guint i, const SubjectFigure *figure)
{
  const Figure *printed
      = figure->month.kind == PERIOD_MONTH ? find_month (subject, i, figure->month) : NULL;
  return printed != NULL && printed->has_value
         && decimal_compare (printed->value, figure->value) == 0;
}

static gboolean
is_of_page (const Subject *subject, guint i)
{
  const Indicator *indicator = report_indicator (subject->report, i);
  return indicator->page == subject->page && subject->section[0] != '\0'
         && g_str_equal (indicator->section, subject->section);
}

int
subject_find_by_figures (const Subject *subject, const SubjectFigure figures[2],
                         gboolean is_percent)
{
  int found = NO_INDICATOR;
  gboolean is_sure = TRUE;
  for (guint i = 0; i < subject->names->len && subject->row == NO_INDICATOR; i++)
    {
      gboolean has[] = { FALSE, FALSE };
      if (!is_of_page (subject, i) || !suits_unit (subject, i, is_percent, UNIT_NONE))
        continue;
      for (int k = 0; k < 2; k++)
        has[k] = prints (subject, i, &figures[k]);
      if (has[0] && has[1])
        return (int) i;
      for (int k = 0; k < 2; k++)
        if (has[k] && figures[k].value.mantissa >= LEAST_TELLING)
          is_sure = add_place (subject, i, figures[k].month, &found) && is_sure;
    }
  return is_sure ? found : NO_INDICATOR;
}
