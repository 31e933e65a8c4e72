/* parse/label.c - what the label of a row says that its figures are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/label.h"

#include <string.h>

#include "parse/footnote.h"

#define MAX_BROKEN 16 /* bytes of a label that may be a single word */

/* What labels that name no period mean. */
static const struct
{
  Role role;
  Measure measure;
  Component component;
} kinds[] = {
  { ROLE_PERIOD, MEASURE_ACTUAL, COMPONENT_VALUE },
  { ROLE_NUMERATORS, MEASURE_ACTUAL, COMPONENT_NUMERATOR },
  { ROLE_DENOMINATORS, MEASURE_ACTUAL, COMPONENT_DENOMINATOR },
  { ROLE_TARGET, MEASURE_TARGET, COMPONENT_VALUE },
  { ROLE_BENCHMARK, MEASURE_BENCHMARK, COMPONENT_VALUE },
};

static Measure
measure_of_period (Period period)
{
  return period.kind == PERIOD_YEAR_TO_DATE     ? MEASURE_YTD
         : period.kind == PERIOD_FINANCIAL_YEAR ? MEASURE_ANNUAL
                                                : MEASURE_ACTUAL;
}

/* Returns (transfer full) (nullable): a short text without its blank, if a word was broken there
 * without a hyphen: `Denominat or`, in a column that is too narrow for it. */
static char *
mend_break (const char *text)
{
  const char *blank = strchr (text, ' ');
  if (blank == NULL || strlen (text) > MAX_BROKEN || !g_ascii_islower (blank[1])
      || strchr (blank + 1, ' ') != NULL)
    return NULL;
  return g_strdup_printf ("%.*s%s", (int) (blank - text), text, blank + 1);
}

/* Returns (nullable): what the lexicon knows of a label. */
static const LexiconEntry *
find_entry (const HeadingWords *words, const char *text)
{
  const LexiconEntry *entry = vocabulary_find (words->vocabulary, WORDS_ROW_LABELS, text);
  g_autofree char *mended = entry == NULL ? mend_break (text) : NULL;
  return mended == NULL ? entry : vocabulary_find (words->vocabulary, WORDS_ROW_LABELS, mended);
}

gboolean
label_read (const HeadingWords *words, const char *text, Label *label)
{
  *label = (Label){ 0, MEASURE_NONE, COMPARATOR_NONE, COMPONENT_VALUE, NO_PERIOD };
  if (text[0] == '\0')
    return FALSE;
  g_autofree char *plain = footnote_strip (text);
  text = plain != NULL ? plain : text;
  if (month_read (words->months, text, NO_PERIOD, &label->period))
    {
      label->measure = measure_of_period (label->period);
      return TRUE;
    }
  const LexiconEntry *entry = find_entry (words, text);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && entry != NULL; i++)
    if (entry->means == (int) kinds[i].role)
      {
        label->measure = kinds[i].measure;
        label->comparator = entry->comparator;
        label->component = kinds[i].component;
        return TRUE;
      }
  return FALSE;
}

gboolean
label_heads (const HeadingWords *words, const char *text)
{
  const LexiconEntry *entry = vocabulary_find (words->vocabulary, WORDS_ROW_LABELS, text);
  return entry != NULL && entry->means == ROLE_NAME;
}
