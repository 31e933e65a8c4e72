/* check/candidate.c - what may a figure that was read off an image have been printed as?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works on the plain digits of the value, "-12.5", one edit at a time.
 */
#include "check/candidate.h"

#include <string.h>

#define DIGITS "0123456789"
#define THIN_DIGIT '1' /* lost beside a rule, or seen in one */

typedef struct
{
  const Lexicon *lexicon;
  const Figure *figure;
  int scale;
  GArray *found; /* of Decimal */
} Search;

/* Adds what @text reads as, if it is a figure as it may be printed there. */
static void
add (Search *search, const char *text)
{
  Decimal value;
  const char *digits = text[0] == '-' ? text + 1 : text;
  gboolean has_idle_zero = digits[0] == '0' && g_ascii_isdigit (digits[1]);
  if (has_idle_zero || !g_ascii_isdigit (digits[0]) || !decimal_parse (text, &value)
      || (search->scale >= 0 && value.scale != search->scale)
      || decimal_compare (value, search->figure->value) == 0)
    return;
  for (guint i = 0; i < search->found->len; i++)
    if (decimal_compare (g_array_index (search->found, Decimal, i), value) == 0)
      return;
  g_array_append_val (search->found, value);
}

/* Adds @text with @n_out characters at @place replaced by @in. */
static void
add_edited (Search *search, const char *text, gsize place, gsize n_out, const char *in)
{
  g_autofree char *edited
      = g_strdup_printf ("%.*s%s%s", (int) place, text, in, text + place + n_out);
  add (search, edited);
}

/* Whether a printed @entry may be read as @character. */
static gboolean
may_be_read_as (const LexiconEntry *entry, char character)
{
  for (const char *at = strchr (entry->pattern, character); at != NULL;
       at = strchr (at + 1, character))
    if ((at == entry->pattern || at[-1] == ' ') && (at[1] == ' ' || at[1] == '\0'))
      return TRUE;
  return FALSE;
}

static void
add_confusions (Search *search, const char *text, gsize place, CandidateRange range)
{
  for (const char *digit = DIGITS; range == CANDIDATES_ALL && *digit != '\0'; digit++)
    {
      const char other[] = { *digit, '\0' };
      add_edited (search, text, place, 1, other);
    }
  for (guint i = 0; search->lexicon != NULL && i < search->lexicon->confusions->len; i++)
    {
      const LexiconEntry *entry = &g_array_index (search->lexicon->confusions, LexiconEntry, i);
      if (g_ascii_isdigit (entry->name[0]) && may_be_read_as (entry, text[place]))
        add_edited (search, text, place, 1, entry->name);
    }
}

/* A digit was lost before @place.  None is lost behind the point where it is not known how many
 * decimals there are: more of them would nearly always fit. */
static void
add_lost_digits (Search *search, const char *text, gsize place, CandidateRange range)
{
  const char *point = strchr (text, '.');
  if (search->scale < 0 && point != NULL && text + place > point)
    return;
  for (const char *digit = DIGITS; *digit != '\0'; digit++)
    {
      const char lost[] = { *digit, '\0' };
      gboolean touches = place > 0 && text[place - 1] == *digit; /* read as one with its like */
      if (range >= CANDIDATES_WIDE || touches || *digit == THIN_DIGIT)
        add_edited (search, text, place, 0, lost);
    }
}

/* The digit at @place was none: a stroke of a rule at either end, or any. */
static void
add_invented_digit (Search *search, const char *text, gsize place, CandidateRange range)
{
  gboolean is_end = place == 0 || text[place - 1] == '-' || text[place + 1] == '\0';
  if (range >= CANDIDATES_WIDE || (is_end && text[place] == THIN_DIGIT))
    add_edited (search, text, place, 1, "");
}

/* The point was lost, invented or moved: only where it is known how many decimals there are, or
 * all is asked for. */
static void
add_points (Search *search, const char *text, CandidateRange range)
{
  if (search->scale < 0 && range < CANDIDATES_WIDE)
    return;
  g_auto (GStrv) halves = g_strsplit (text, ".", 2);
  g_autofree char *digits = g_strjoinv (NULL, halves);
  add (search, digits);
  for (gsize place = digits[0] == '-' ? 2 : 1; digits[place - 1] != '\0' && digits[place] != '\0';
       place++)
    add_edited (search, digits, place, 0, ".");
}

static gboolean
may_be_negative (const Figure *figure)
{
  return figure->measure == MEASURE_CHANGE_PREV || figure->measure == MEASURE_CHANGE_YEAR;
}

GArray *
candidate_list (const Lexicon *lexicon, const Figure *figure, int scale, CandidateRange range)
{
  Search search = { lexicon, figure, scale, g_array_new (FALSE, FALSE, sizeof (Decimal)) };
  g_autofree char *text = decimal_format (figure->value);
  for (gsize place = text[0] == '-'; text[place] != '\0'; place++)
    {
      add_lost_digits (&search, text, place, range);
      if (!g_ascii_isdigit (text[place]))
        continue;
      add_confusions (&search, text, place, range);
      add_invented_digit (&search, text, place, range);
    }
  add_lost_digits (&search, text, strlen (text), range);
  add_points (&search, text, range);
  if (text[0] == '-')
    add (&search, text + 1);
  else if (may_be_negative (figure))
    add_edited (&search, text, 0, 0, "-");
  return search.found;
}
