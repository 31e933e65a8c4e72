/* parse/borrow.c - names that a table lost, taken from elsewhere in the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/borrow.h"

#include <string.h>

#define MAX_ENDING 80 /* bytes that a name may go on for */

/* Words that no name ends with. */
static const char *const openings[]
    = { "a", "an", "the", "of", "to", "and", "or", "in", "with", "for", "by", "at", "on", NULL };

/* Returns: how many figures of @index are printed for @other as well. */
static guint
count_shared (const Report *report, int index, int other)
{
  guint n = 0;
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *own = report_figure (report, i);
      if (own->indicator != index || !own->has_value || own->component != COMPONENT_VALUE
          || own->period.kind == PERIOD_NONE)
        continue;
      const Figure *theirs
          = report_find_figure (report, other, own->measure, own->period, COMPONENT_VALUE);
      n += theirs != NULL && theirs->has_value && decimal_compare (theirs->value, own->value) == 0;
    }
  return n;
}

static int
find_namesake (const Report *report, guint index)
{
  const Indicator *own = report_indicator (report, index);
  int best = NO_INDICATOR;
  guint most = 0;
  for (guint i = 0; i < report->indicators->len; i++)
    {
      const Indicator *other = report_indicator (report, i);
      if (other->table == own->table || other->name[0] == '\0'
          || !g_str_equal (other->ref, own->ref))
        continue;
      guint shared = count_shared (report, (int) index, (int) i);
      if (shared > most)
        {
          best = (int) i;
          most = shared;
        }
    }
  return best;
}

void
borrow_names (const Reader *reader)
{
  const Report *report = reader->report;
  for (guint i = 0; i < report->indicators->len; i++)
    {
      Indicator *own = report_indicator (report, i);
      if (own->name[0] != '\0' || own->ref[0] == '\0')
        continue;
      int namesake = find_namesake (report, i);
      if (namesake == NO_INDICATOR)
        continue;
      const Indicator *other = report_indicator (report, (guint) namesake);
      report_set_text (&own->name, other->name);
      reader_add_note (reader, "borrowed", (int) i, own->page,
                       "the row prints no name; '%s' is that of %s in table %d on page %d, which "
                       "prints the same figures",
                       other->name, other->ref, other->table, other->page);
    }
}

static gboolean
breaks_off (const char *name)
{
  const char *last = strrchr (name, ' ');
  return last != NULL && g_strv_contains (openings, last + 1);
}

/* Whether words behind a name may be its ending: a sentence goes on for longer, and stops. */
static gboolean
is_ending (const char *words)
{
  return words[0] == ' ' && strlen (words) <= MAX_ENDING && strpbrk (words, ".:;!?") == NULL;
}

/* Returns (nullable): what goes on behind @name in the first line that prints it whole. */
static const char *
find_ending (const char *name, const char *const *lines)
{
  for (; *lines != NULL; lines++)
    {
      const char *found = strstr (*lines, name);
      if (found != NULL && is_ending (found + strlen (name)))
        return found + strlen (name);
    }
  return NULL;
}

void
borrow_endings (const Reader *reader, const char *const *lines)
{
  for (guint i = 0; i < reader->report->indicators->len; i++)
    {
      Indicator *indicator = report_indicator (reader->report, i);
      const char *ending
          = breaks_off (indicator->name) ? find_ending (indicator->name, lines) : NULL;
      if (ending == NULL)
        continue;
      g_autofree char *whole = g_strconcat (indicator->name, ending, NULL);
      reader_add_note (reader, "borrowed", (int) i, indicator->page,
                       "the name breaks off behind '%s'; elsewhere the report prints '%s'",
                       strrchr (indicator->name, ' ') + 1, whole);
      report_set_text (&indicator->name, whole);
    }
}
