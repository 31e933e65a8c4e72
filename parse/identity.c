/* parse/identity.c - which indicator of the catalogue a printed one is, and its reference as meant.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/identity.h"

#include <string.h>

#define LIKENESS 90 /* per cent of the words that two names of one indicator share at least */

/* A name of the catalogue as it is compared. */
typedef struct
{
  const CatalogueEntry *entry; /* borrowed */
  char *folded;                /* owned */
  GStrv words;                 /* owned */
} KnownName;

struct _Identifier
{
  GArray *names;     /* of KnownName */
  GHashTable *exact; /* folded name (borrowed) -> entry (borrowed) */
};

static void
known_name_clear (KnownName *name)
{
  g_free (name->folded);
  g_strfreev (name->words);
}

char *
identity_fold (const char *name)
{
  GString *folded = g_string_new (NULL);
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_isalnum (c) || c == '%' || c == '+')
        g_string_append_unichar (folded, g_unichar_tolower (c));
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static void
add_name (Identifier *identifier, const CatalogueEntry *entry, const char *name)
{
  KnownName known = { entry, identity_fold (name), NULL };
  known.words = g_strsplit (known.folded, " ", -1);
  g_array_append_val (identifier->names, known);
  if (!g_hash_table_contains (identifier->exact, known.folded))
    g_hash_table_insert (identifier->exact, known.folded, (gpointer) entry);
}

Identifier *
identifier_new (const Catalogue *catalogue)
{
  Identifier *identifier = g_new0 (Identifier, 1);
  identifier->names = g_array_new (FALSE, FALSE, sizeof (KnownName));
  g_array_set_clear_func (identifier->names, (GDestroyNotify) known_name_clear);
  identifier->exact = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < catalogue->entries->len; i++)
    {
      const CatalogueEntry *entry = g_ptr_array_index (catalogue->entries, i);
      add_name (identifier, entry, entry->name);
      for (guint k = 0; k < entry->aliases->len; k++)
        add_name (identifier, entry, g_ptr_array_index (entry->aliases, k));
    }
  return identifier;
}

void
identifier_free (Identifier *identifier)
{
  if (identifier == NULL)
    return;

  g_hash_table_unref (identifier->exact);
  g_array_unref (identifier->names);
  g_free (identifier);
}

/* Returns: how many per cent of the words of both are shared, each counted once. */
static guint
likeness (GStrv a, GStrv b)
{
  guint n_a = g_strv_length (a), n_b = g_strv_length (b), shared = 0;
  if (200 * MIN (n_a, n_b) < LIKENESS * (n_a + n_b))
    return 0; /* too few words to be alike */
  for (guint i = 0; i < n_a; i++)
    shared += g_strv_contains ((const char *const *) b, a[i]);
  return n_a + n_b == 0 ? 0 : 200 * shared / (n_a + n_b);
}

/* Words that change what a name counts: two names that differ in one are of two indicators. */
static gboolean
is_telling (const char *word)
{
  static const char *const telling[]
      = { "number",  "no", "percentage", "%",     "rate", "not",  "without",
          "average", "av", "north",      "south", "east", "west", NULL };
  return strpbrk (word, "0123456789") != NULL || g_strv_contains (telling, word);
}

static gboolean
tell_the_same (GStrv a, GStrv b)
{
  for (guint i = 0; a[i] != NULL; i++)
    if (is_telling (a[i]) && !g_strv_contains ((const char *const *) b, a[i]))
      return FALSE;
  return TRUE;
}

const CatalogueEntry *
identifier_find (const Identifier *identifier, const char *name)
{
  g_autofree char *folded = identity_fold (name);
  const CatalogueEntry *best = g_hash_table_lookup (identifier->exact, folded);
  if (best != NULL || folded[0] == '\0')
    return best;

  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint most = LIKENESS;
  for (guint i = 0; i < identifier->names->len; i++)
    {
      const KnownName *known = &g_array_index (identifier->names, KnownName, i);
      guint alike = likeness (words, known->words);
      if ((alike > most || (alike == most && best == NULL)) && tell_the_same (words, known->words)
          && tell_the_same (known->words, words))
        {
          best = known->entry;
          most = alike;
        }
    }
  return best;
}

/* ---- references ---- */

/* Returns: in how many letters two references differ at least (Levenshtein, Soviet Physics Doklady
 * 10, 1966); both are short. */
static guint
edit_distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);
  for (guint k = 0; k <= n; k++)
    row[k] = k;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];
      row[0] = i;
      for (guint k = 1; k <= n; k++)
        {
          guint replaced = diagonal + (a[i - 1] != b[k - 1]);
          diagonal = row[k];
          row[k] = MIN (replaced, MIN (row[k], row[k - 1]) + 1);
        }
    }
  return row[n];
}

static gboolean
has_ref (const CatalogueEntry *entry, const char *ref)
{
  for (guint i = 0; i < entry->refs->len; i++)
    if (g_str_equal (g_ptr_array_index (entry->refs, i), ref))
      return TRUE;
  return FALSE;
}

static const char *
nearest_ref (const CatalogueEntry *entry, const char *ref)
{
  const char *best = NULL;
  guint least = G_MAXUINT;
  for (guint i = 0; i < entry->refs->len; i++)
    {
      const char *known = g_ptr_array_index (entry->refs, i);
      guint distance = edit_distance (ref, known);
      if (distance < least)
        {
          best = known;
          least = distance;
        }
    }
  return best;
}

/* Whether most of the report's references are those that the catalogue has for the same names;
 * @entries (element-type CatalogueEntry) are the indicators' in their order, NULL where unknown. */
static gboolean
uses_catalogue_refs (const GPtrArray *entries, const Report *report)
{
  guint n = 0, n_same = 0;
  for (guint i = 0; i < report->indicators->len; i++)
    {
      const Indicator *indicator = report_indicator (report, i);
      const CatalogueEntry *entry = g_ptr_array_index (entries, i);
      if (entry == NULL || indicator->ref_printed[0] == '\0' || entry->refs->len == 0)
        continue;
      n++;
      n_same += has_ref (entry, indicator->ref_printed);
    }
  return n >= 3 && n_same * 3 >= n * 2;
}

static void
set_ref (const Reader *reader, guint index, const char *ref, const char *reason)
{
  Indicator *indicator = report_indicator (reader->report, index);
  if (g_str_equal (indicator->ref, ref))
    return;
  report_set_text (&indicator->ref, ref);
  reader_add_note (reader, "meant", (int) index, indicator->page,
                   "the reference is printed '%s' and means '%s': %s", indicator->ref_printed, ref,
                   reason);
}

/* Reads `6.1` into its two numbers; FALSE if @ref is not of that form. */
static gboolean
read_numbered (const char *ref, int *chapter, int *number)
{
  char *end = NULL;
  if (!g_ascii_isdigit (ref[0]))
    return FALSE;
  *chapter = (int) g_ascii_strtoll (ref, &end, 10);
  if (*end != '.' || !g_ascii_isdigit (end[1]))
    return FALSE;
  *number = (int) g_ascii_strtoll (end + 1, &end, 10);
  return *end == '\0';
}

/* The reference printed before or after one in the same table, another than itself. */
static const char *
neighbour_ref (const Report *report, guint index, int step)
{
  const Indicator *own = report_indicator (report, index);
  for (int i = (int) index + step; i >= 0 && i < (int) report->indicators->len; i += step)
    {
      const Indicator *other = report_indicator (report, (guint) i);
      if (other->table != own->table)
        return "";
      if (!g_str_equal (other->ref_printed, own->ref_printed))
        return other->ref_printed;
    }
  return "";
}

/* What tells one indicator from the others, at hand for all of them. */
typedef struct
{
  const CatalogueEntry *entry; /* (nullable) */
  const char *ref;             /* the phrase: equal ones are the same (model/phrase.h) */
  const char *ref_printed;
  int table;
  Unit unit;
} Mark;

static void
set_mark (GArray *marks, const Report *report, guint index)
{
  const Indicator *indicator = report_indicator (report, index);
  Mark *mark = &g_array_index (marks, Mark, index);
  *mark = (Mark){ mark->entry, indicator->ref, indicator->ref_printed, indicator->table,
                  indicator->unit };
}

static const Mark *
mark_at (const GArray *marks, guint index)
{
  return &g_array_index (marks, Mark, index);
}

/* Whether another table prints the indicator with that reference. */
static gboolean
has_ref_elsewhere (const GArray *marks, guint index, const char *ref)
{
  const Mark *own = mark_at (marks, index);
  for (guint i = 0; i < marks->len && own->entry != NULL; i++)
    {
      const Mark *other = mark_at (marks, i);
      if (other->entry == own->entry && other->table != own->table && other->unit == own->unit
          && g_str_equal (other->ref_printed, ref))
        return TRUE;
    }
  return FALSE;
}

/* A spreadsheet that takes 6.10 for a number prints 6.1: it stands behind 6.9 or before 6.11, or is
 * 6.10 in another table. */
static void
restore_zero (const Reader *reader, const GArray *marks, guint index)
{
  const Indicator *indicator = report_indicator (reader->report, index);
  int chapter = 0, number = 0, other_chapter = 0, other = 0;
  if (!read_numbered (indicator->ref_printed, &chapter, &number) || number > 9)
    return;

  const char *before = neighbour_ref (reader->report, index, -1);
  const char *after = neighbour_ref (reader->report, index, +1);
  gboolean is_behind = read_numbered (before, &other_chapter, &other) && other_chapter == chapter
                       && other == 10 * number - 1;
  gboolean is_before = read_numbered (after, &other_chapter, &other) && other_chapter == chapter
                       && other == 10 * number + 1;
  g_autofree char *ref = g_strdup_printf ("%d.%d", chapter, 10 * number);
  if (is_behind || is_before)
    set_ref (reader, index, ref, "it stands between its neighbours of that number");
  else if (has_ref_elsewhere (marks, index, ref))
    set_ref (reader, index, ref, "the same indicator has it in another table");
}

/* Returns: the only other reference that the same indicator is printed with in other tables; NULL
 * if there is no such or more than one. */
static const char *
other_ref (const GArray *marks, guint index)
{
  const Mark *own = mark_at (marks, index);
  const char *found = NULL;
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *other = mark_at (marks, i);
      if (other->entry != own->entry || other->table == own->table || other->unit != own->unit
          || other->ref[0] == '\0' || other->ref == own->ref)
        continue;
      if (found != NULL && found != other->ref)
        return NULL;
      found = other->ref;
    }
  return found;
}

/* Whether another indicator of the same table bears the reference and is known to be a different
 * one. */
static gboolean
is_ref_of_another (const GArray *marks, guint index)
{
  const Mark *own = mark_at (marks, index);
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *other = mark_at (marks, i);
      if (other->ref == own->ref && other->table == own->table && other->entry != NULL
          && other->entry != own->entry)
        return TRUE;
    }
  return FALSE;
}

/* One reference over two indicators is that of one of them: the other has the one that stands
 * beside its name elsewhere in the report. */
static void
part_shared_ref (const Reader *reader, const GArray *marks, guint index)
{
  const Mark *own = mark_at (marks, index);
  if (own->entry == NULL || own->ref_printed[0] == '\0' || !is_ref_of_another (marks, index))
    return;
  const char *ref = other_ref (marks, index);
  if (ref != NULL)
    set_ref (reader, index, ref, "the same indicator has it in another table");
}

void
identity_settle (const Identifier *identifier, const Reader *reader)
{
  const Report *report = reader->report;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  g_array_set_size (marks, report->indicators->len);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      g_ptr_array_add (entries,
                       (gpointer) identifier_find (identifier, report_indicator (report, i)->name));
      g_array_index (marks, Mark, i).entry = g_ptr_array_index (entries, i);
      set_mark (marks, report, i);
    }
  gboolean is_catalogues = uses_catalogue_refs (entries, report);
  for (guint i = 0; i < report->indicators->len; i++)
    {
      restore_zero (reader, marks, i);
      set_mark (marks, report, i);
      Indicator *indicator = report_indicator (report, i);
      const CatalogueEntry *entry = g_ptr_array_index (entries, i);
      if (entry == NULL)
        continue;
      part_shared_ref (reader, marks, i);
      report_set_text (&indicator->canonical_id, entry->id);
      if (is_catalogues && entry->refs->len > 0 && indicator->ref_printed[0] != '\0'
          && !has_ref (entry, indicator->ref))
        set_ref (reader, i, nearest_ref (entry, indicator->ref), "so the indicator's name tells");
      set_mark (marks, report, i);
    }
}
