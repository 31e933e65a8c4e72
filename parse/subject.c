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

/* A name that indicators bear, folded, without "number of" in front. */
typedef struct
{
  char *core; /* owned */
  gsize n_bytes;
  gboolean is_telling; /* whether it may stand for the indicator in a sentence */
} Name;

struct _SubjectIndex
{
  GArray *names;   /* of Name, each once: the parts of a table that goes on repeat theirs */
  GArray *name_of; /* of guint, for each indicator: its name among @names */
  GArray *figures; /* of guint: the report's own figures of months, by indicator, in order */
  GArray *first;   /* of guint, for each indicator and one more: its first among @figures */
};

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

/* ---- the index ---- */

static guint
add_name (SubjectIndex *index, GHashTable *numbers, char *core)
{
  gpointer number = NULL;
  if (g_hash_table_lookup_extended (numbers, core, NULL, &number))
    {
      g_free (core);
      return GPOINTER_TO_UINT (number);
    }
  Name name = { .core = core, .n_bytes = strlen (core) };
  name.is_telling = name.n_bytes >= LEAST_NAME && strchr (core, ' ') != NULL;
  g_hash_table_insert (numbers, core, GUINT_TO_POINTER (index->names->len));
  g_array_append_val (index->names, name);
  return index->names->len - 1;
}

static void
list_names (SubjectIndex *index, const Vocabulary *vocabulary, const Report *report)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      Unit unit = UNIT_NONE;
      guint name = add_name (index, numbers,
                             fold_subject (vocabulary, report_indicator (report, i)->name, &unit));
      g_array_append_val (index->name_of, name);
    }
}

static gboolean
is_of_month (const Figure *figure)
{
  return figure->measure == MEASURE_ACTUAL && figure->component == COMPONENT_VALUE;
}

static guint *
first_of (const SubjectIndex *index, int indicator)
{
  return &g_array_index (index->first, guint, indicator);
}

/* Sorts the figures by their indicators: counts them first, then puts each in its place. */
static void
list_figures (SubjectIndex *index, const Report *report)
{
  g_array_set_size (index->first, report->indicators->len + 2);
  for (guint i = 0; i < report->figures->len; i++)
    if (is_of_month (report_figure (report, i)))
      ++*first_of (index, report_figure (report, i)->indicator + 2);
  for (guint i = 1; i < index->first->len; i++)
    *first_of (index, (int) i) += *first_of (index, (int) i - 1);
  g_array_set_size (index->figures, *first_of (index, (int) index->first->len - 1));
  for (guint i = 0; i < report->figures->len; i++)
    if (is_of_month (report_figure (report, i)))
      {
        guint place = (*first_of (index, report_figure (report, i)->indicator + 1))++;
        g_array_index (index->figures, guint, place) = i;
      }
}

SubjectIndex *
subject_index_new (const Vocabulary *vocabulary, const Report *report)
{
  SubjectIndex *index = g_new0 (SubjectIndex, 1);
  index->names = g_array_new (FALSE, TRUE, sizeof (Name));
  g_array_set_clear_func (index->names, clear_name);
  index->name_of = g_array_new (FALSE, TRUE, sizeof (guint));
  index->figures = g_array_new (FALSE, TRUE, sizeof (guint));
  index->first = g_array_new (FALSE, TRUE, sizeof (guint));
  list_names (index, vocabulary, report);
  list_figures (index, report);
  return index;
}

void
subject_index_free (SubjectIndex *index)
{
  if (index == NULL)
    return;

  g_array_unref (index->names);
  g_array_unref (index->name_of);
  g_array_unref (index->figures);
  g_array_unref (index->first);
  g_free (index);
}

static const Name *
name_at (const Subject *subject, guint number)
{
  return &g_array_index (subject->index->names, Name, number);
}

static guint
name_of (const Subject *subject, guint i)
{
  return g_array_index (subject->index->name_of, guint, i);
}

static const char *
core_of (const Subject *subject, guint i)
{
  return name_at (subject, name_of (subject, i))->core;
}

/* ---- what is asked ---- */

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
  for (guint k = *first_of (subject->index, (int) i); k < *first_of (subject->index, (int) i + 1);
       k++)
    {
      const Figure *figure
          = report_figure (subject->report, g_array_index (subject->index->figures, guint, k));
      if (month.kind == PERIOD_NONE || period_equal (figure->period, month))
        return figure;
    }
  return NULL;
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
  for (guint i = 0; i < subject->index->names->len; i++)
    {
      const Name *name = name_at (subject, i);
      if (name->is_telling && name->n_bytes > longest && strstr (folded, name->core) != NULL)
        longest = name->n_bytes;
    }
  return longest;
}

static gboolean
is_named (const Name *name, const char *folded, gsize length)
{
  return name->n_bytes == length && strstr (folded, name->core) != NULL;
}

/* Returns (transfer full): for each name, whether it stands in @folded and is of that length. */
static gboolean *
mark_named (const Subject *subject, const char *folded, gsize length)
{
  gboolean *marks = g_new0 (gboolean, subject->index->names->len + 1);
  for (guint i = 0; i < subject->index->names->len; i++)
    marks[i] = is_named (name_at (subject, i), folded, length);
  return marks;
}

/* Returns: the one indicator that bears one of the marked names and suits the number; NO_INDICATOR
 * if none or several do. */
static int
find_marked (const Subject *subject, const gboolean *marks, gboolean is_percent, Unit told,
             Period month)
{
  int found = NO_INDICATOR;
  for (guint i = 0; i < subject->index->name_of->len; i++)
    if (marks[name_of (subject, i)] && suits_unit (subject, i, is_percent, told)
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
  for (guint i = 0; i < subject->index->names->len; i++)
    {
      const Name *name = name_at (subject, i);
      if (!is_named (name, folded, length))
        continue;
      g_auto (GStrv) words = g_strsplit (name->core, " ", -1);
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
  if (told == UNIT_NONE || count_words (begin) < LEAST_WORDS)
    return NO_INDICATOR;
  g_autofree gboolean *marks = g_new0 (gboolean, subject->index->names->len + 1);
  for (guint i = 0; i < subject->index->names->len; i++)
    {
      const char *core = name_at (subject, i)->core;
      marks[i] = g_str_has_prefix (core, folded) || g_str_has_prefix (core, begin);
    }
  return find_marked (subject, marks, is_percent, told, month);
}

int
subject_find (const Subject *subject, const char *before, gboolean is_percent, Period month)
{
  Unit told = UNIT_NONE;
  g_autofree char *folded = fold_subject (subject->vocabulary, before, &told);
  gsize length = longest_name (subject, folded);
  if (subject->row == NO_INDICATOR && length == 0)
    return find_begun (subject, folded, is_percent, told, month);
  if (subject->row == NO_INDICATOR)
    {
      g_autofree gboolean *marks = mark_named (subject, folded, length);
      return find_marked (subject, marks, is_percent, told, month);
    }
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
  for (guint i = 0; i < subject->index->name_of->len && subject->row == NO_INDICATOR; i++)
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
