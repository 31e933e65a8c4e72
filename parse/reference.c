/* parse/reference.c - references that were read off an image, told by those that they stand among.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/reference.h"

#include <string.h>

#define TIMES 2 /* as many references are of the form that one of another is mended to */

struct _References
{
  GHashTable *forms; /* owned; form (owned) -> how many references have it */
};

References *
references_new (void)
{
  References *references = g_new0 (References, 1);
  references->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return references;
}

void
references_free (References *references)
{
  if (references == NULL)
    return;
  g_hash_table_unref (references->forms);
  g_free (references);
}

/* Returns (transfer full): what a reference has in common with others: `0.0Q` of `3.12Q`. */
static char *
form_of (const char *ref)
{
  GString *form = g_string_new (NULL);
  for (const char *at = ref; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at))
      g_string_append_c (form, g_ascii_islower (*at) ? 'a' : *at);
    else if (form->len == 0 || form->str[form->len - 1] != '0')
      g_string_append_c (form, '0');
  return g_string_free (form, FALSE);
}

static guint
count_like (const References *references, const char *ref)
{
  g_autofree char *form = form_of (ref);
  return GPOINTER_TO_UINT (g_hash_table_lookup (references->forms, form));
}

void
references_add (References *references, const char *ref)
{
  if (ref[0] == '\0')
    return;
  guint n = count_like (references, ref) + 1;
  g_hash_table_replace (references->forms, form_of (ref), GUINT_TO_POINTER (n));
}

/* ---- what it may be ---- */

/* Returns: the digit that a letter may be; 0 if it is none. */
static char
digit_of (const Vocabulary *vocabulary, char letter)
{
  const GArray *confusions = vocabulary_confusions (vocabulary);
  const char text[] = { letter, '\0' };
  for (guint i = 0; g_ascii_isalpha (letter) && i < confusions->len; i++)
    {
      const LexiconEntry *entry = &g_array_index (confusions, LexiconEntry, i);
      g_auto (GStrv) read = g_strsplit (entry->pattern, " ", -1);
      if (g_ascii_isdigit (entry->name[0]) && g_strv_contains ((const char *const *) read, text))
        return entry->name[0];
    }
  return '\0';
}

/* Puts digits for the letters of @ref that stand alone between points, as a digit of `5.5` would:
 * `5b` is told from `5` by its letter. */
static void
put_digits (const Vocabulary *vocabulary, char *ref)
{
  for (gsize i = 0; ref[i] != '\0'; i++)
    {
      gboolean is_first = i == 0 || ref[i - 1] == '.';
      gboolean is_last = ref[i + 1] == '\0' || ref[i + 1] == '.';
      char digit = digit_of (vocabulary, ref[i]);
      if (is_first && is_last && digit != '\0')
        ref[i] = digit;
    }
}

/* Returns: where a reference may begin behind a stroke of a rule. */
static gsize
skip_stroke (const char *ref)
{
  gsize n = strspn (ref, "Il|[]!");
  return n + strspn (ref + n, " ");
}

/* Returns (transfer full) (nullable): what the @length bytes at @ref were printed as, if @enough
 * are written so. */
static char *
dup_known (const References *references, const Vocabulary *vocabulary, const char *ref,
           gsize length, guint enough)
{
  g_autofree char *text = g_strndup (ref, length);
  if (count_like (references, text) >= enough)
    return g_steal_pointer (&text);
  put_digits (vocabulary, text);
  return count_like (references, text) >= enough ? g_steal_pointer (&text) : NULL;
}

static gboolean
begins_words (const char *text)
{
  return g_ascii_isupper (text[0]) && g_ascii_islower (text[1]);
}

/* Whether a name may begin there, behind a reference: `5.5 Care leavers`, but not `CIN 1 rate`. */
static gboolean
begins_name (const char *text)
{
  return text[0] == ' ' && begins_words (text + 1);
}

char *
references_dup_mended (const References *references, const Vocabulary *vocabulary, const char *ref,
                       const char **rest)
{
  gsize starts[] = { 0, skip_stroke (ref) }, length = strlen (ref);
  guint enough = TIMES * MAX (1, count_like (references, ref));
  char *mended = NULL;
  for (gsize i = 0; length > 0 && mended == NULL && i < G_N_ELEMENTS (starts); i++)
    for (gsize end = length; mended == NULL && end > starts[i]; end--)
      {
        if (end < length && (rest == NULL || !begins_name (ref + end)))
          continue;
        mended = dup_known (references, vocabulary, ref + starts[i], end - starts[i], enough);
        if (mended != NULL && rest != NULL)
          *rest = ref + end + strspn (ref + end, " ");
      }
  return mended;
}

const char *
references_behind (const References *references, const char *text)
{
  guint enough = TIMES * MAX (1, count_like (references, text));
  if (!begins_words (text))
    return NULL;
  for (const char *blank = strchr (text, ' '); blank != NULL; blank = strchr (blank + 1, ' '))
    if (count_like (references, blank + 1) >= enough)
      return blank + 1;
  return NULL;
}

/* ---- a report's ---- */

/* Sets the reference that one of the report means, and the words beside it for a lost name.
 * Returns: whether it means another than was read. */
static gboolean
mend (const References *references, const Vocabulary *vocabulary, Indicator *indicator)
{
  const char *behind = references_behind (references, indicator->ref), *rest = "";
  g_autofree char *ref
      = behind != NULL ? g_strdup (behind)
                       : references_dup_mended (references, vocabulary, indicator->ref, &rest);
  if (ref == NULL)
    return FALSE;
  g_autofree char *name = behind != NULL
                              ? g_strndup (indicator->ref, (gsize) (behind - indicator->ref) - 1)
                              : g_strdup (rest);
  report_set_text (&indicator->ref, ref);
  if (indicator->name[0] == '\0')
    report_set_text (&indicator->name, name);
  return TRUE;
}

void
references_settle (const Reader *reader)
{
  Report *report = reader->report;
  g_autoptr (References) references = references_new ();
  for (guint i = 0; i < report->indicators->len; i++)
    references_add (references, report_indicator (report, i)->ref);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      Indicator *indicator = report_indicator (report, i);
      if (mend (references, reader->words.vocabulary, indicator))
        reader_add_note (reader, "meant", (int) i, indicator->page,
                         "the reference was read as '%s' and means '%s': so the others are written",
                         indicator->ref_printed, indicator->ref);
    }
}
