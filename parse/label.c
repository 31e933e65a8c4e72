/* parse/label.c - what the label of a row says that its figures are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/label.h"

#include "parse/broken.h"
#include "parse/footnote.h"
#include "parse/respell.h"

#define MAX_COST 3 /* of what a label was misread as (parse/respell.h): names are no labels */

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

/* Returns (nullable): what the lexicon knows of a label, of which one word may be broken. */
static const LexiconEntry *
find_entry (const HeadingWords *words, const char *text)
{
  const LexiconEntry *entry = vocabulary_find (words->vocabulary, WORDS_ROW_LABELS, text);
  char *mended;
  for (guint k = 0; entry == NULL && (mended = broken_mend (text, k)) != NULL; k++)
    {
      entry = vocabulary_find (words->vocabulary, WORDS_ROW_LABELS, mended);
      g_free (mended);
    }
  return entry;
}

static gboolean
read_label (const HeadingWords *words, const char *text, Label *label)
{
  *label = (Label){ 0, MEASURE_NONE, COMPARATOR_NONE, COMPONENT_VALUE, NO_PERIOD };
  if (text[0] == '\0')
    return FALSE;
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

/* Reads a label that was read off an image with letters taken for others: `8EST SN`, `Mav 2018`.
 * What may be two things as well is neither. */
static gboolean
read_misread (const HeadingWords *words, const char *text, Label *label)
{
  g_autoptr (GArray) list = respell_list (words->vocabulary, text);
  guint least = G_MAXUINT;
  for (guint i = 0; i < list->len; i++)
    {
      const Respelling *respelling = &g_array_index (list, Respelling, i);
      Label own;
      if (respelling->cost > MIN (least, MAX_COST) || !read_label (words, respelling->text, &own))
        continue;
      if (least != G_MAXUINT
          && (own.measure != label->measure || own.comparator != label->comparator
              || !period_equal (own.period, label->period)))
        return FALSE;
      *label = own;
      least = respelling->cost;
    }
  return least != G_MAXUINT;
}

gboolean
label_read (const HeadingWords *words, const char *text, Label *label)
{
  g_autofree char *plain = footnote_strip (text);
  text = plain != NULL ? plain : text;
  return read_label (words, text, label)
         || (words->is_of_image && read_misread (words, text, label));
}

gboolean
label_heads (const HeadingWords *words, const char *text)
{
  const LexiconEntry *entry = vocabulary_find (words->vocabulary, WORDS_ROW_LABELS, text);
  return entry != NULL && entry->means == ROLE_NAME;
}
