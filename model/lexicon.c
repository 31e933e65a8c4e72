/* model/lexicon.c - the words that reports use, as data/lexicon.yaml lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libcyaml reads the file into a Sheet, which is then turned into a Lexicon.
 */
#include "model/lexicon.h"

#include "model/yaml.h"

DEFINE_CODES (role, Role, ROLES)

/* A list as libcyaml reads it; `line` is filled in afterwards. */
typedef struct
{
  LexiconEntry *entries;
  guint n_entries;
} List;

typedef struct
{
  List headings, row_labels, marks, arrows, noise, units, prose, ratings, parts, claims, subjects,
      counts, doubts, statements, furniture, year_notes, confusions;
} Sheet;

static const cyaml_strval_t role_values[] = { ROLES (YAML_CODE) };
static const cyaml_strval_t status_values[] = { STATUSES (YAML_CODE) };
static const cyaml_strval_t direction_values[] = { DIRECTIONS (YAML_CODE) };
static const cyaml_strval_t unit_values[] = { UNITS (YAML_CODE) };
static const cyaml_strval_t text_kind_values[] = { TEXT_KINDS (YAML_CODE) };
static const cyaml_strval_t year_note_values[] = { YEAR_NOTES (YAML_CODE) };
static const cyaml_strval_t comparator_values[] = { COMPARATORS (YAML_CODE) };

#define MEANS(values, flags)                                                                       \
  CYAML_FIELD_ENUM ("means", CYAML_FLAG_STRICT | (flags), LexiconEntry, means, (values),           \
                    G_N_ELEMENTS (values))
#define COMPARATOR                                                                                 \
  CYAML_FIELD_ENUM ("comparator", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, LexiconEntry,           \
                    comparator, comparator_values, G_N_ELEMENTS (comparator_values))
#define PATTERN                                                                                    \
  CYAML_FIELD_STRING_PTR ("pattern", CYAML_FLAG_POINTER, LexiconEntry, pattern, 1,                 \
                          CYAML_UNLIMITED),                                                        \
      CYAML_FIELD_STRING_PTR ("example", CYAML_FLAG_POINTER, LexiconEntry, example, 0,             \
                              CYAML_UNLIMITED)

static const cyaml_schema_field_t heading_fields[]
    = { MEANS (role_values, CYAML_FLAG_DEFAULT), COMPARATOR, PATTERN, CYAML_FIELD_END };
static const cyaml_schema_field_t mark_fields[]
    = { MEANS (status_values, CYAML_FLAG_DEFAULT), PATTERN, CYAML_FIELD_END };
static const cyaml_schema_field_t arrow_fields[]
    = { MEANS (direction_values, CYAML_FLAG_OPTIONAL), PATTERN, CYAML_FIELD_END };
static const cyaml_schema_field_t unit_fields[]
    = { MEANS (unit_values, CYAML_FLAG_DEFAULT), PATTERN, CYAML_FIELD_END };
static const cyaml_schema_field_t prose_fields[]
    = { MEANS (text_kind_values, CYAML_FLAG_DEFAULT), PATTERN, CYAML_FIELD_END };
static const cyaml_schema_field_t rating_fields[]
    = { MEANS (role_values, CYAML_FLAG_DEFAULT), PATTERN, CYAML_FIELD_END };
static const cyaml_schema_field_t part_fields[]
    = { CYAML_FIELD_STRING_PTR ("name", CYAML_FLAG_POINTER, LexiconEntry, name, 1, CYAML_UNLIMITED),
        PATTERN, CYAML_FIELD_END };
static const cyaml_schema_field_t confusion_fields[]
    = { CYAML_FIELD_STRING_PTR ("printed", CYAML_FLAG_POINTER, LexiconEntry, name, 1, 1),
        CYAML_FIELD_STRING_PTR ("read", CYAML_FLAG_POINTER, LexiconEntry, pattern, 1,
                                CYAML_UNLIMITED),
        CYAML_FIELD_END };
static const cyaml_schema_field_t year_note_fields[]
    = { MEANS (year_note_values, CYAML_FLAG_DEFAULT),
        CYAML_FIELD_STRING_PTR ("words", CYAML_FLAG_POINTER, LexiconEntry, pattern, 1,
                                CYAML_UNLIMITED),
        CYAML_FIELD_END };
static const cyaml_schema_field_t furniture_fields[] = { PATTERN, CYAML_FIELD_END };

#define ENTRY(fields)                                                                              \
  {                                                                                                \
    CYAML_VALUE_MAPPING (CYAML_FLAG_DEFAULT, LexiconEntry, fields)                                 \
  }
static const cyaml_schema_value_t heading_entry = ENTRY (heading_fields);
static const cyaml_schema_value_t mark_entry = ENTRY (mark_fields);
static const cyaml_schema_value_t arrow_entry = ENTRY (arrow_fields);
static const cyaml_schema_value_t unit_entry = ENTRY (unit_fields);
static const cyaml_schema_value_t prose_entry = ENTRY (prose_fields);
static const cyaml_schema_value_t rating_entry = ENTRY (rating_fields);
static const cyaml_schema_value_t part_entry = ENTRY (part_fields);
static const cyaml_schema_value_t furniture_entry = ENTRY (furniture_fields);
static const cyaml_schema_value_t year_note_entry = ENTRY (year_note_fields);
static const cyaml_schema_value_t confusion_entry = ENTRY (confusion_fields);

/* The lists, by name: in the file, in the Sheet and in the Lexicon. */
#define LISTS(X)                                                                                   \
  X (headings, heading_entry)                                                                      \
  X (row_labels, heading_entry)                                                                    \
  X (marks, mark_entry)                                                                            \
  X (arrows, arrow_entry)                                                                          \
  X (noise, arrow_entry)                                                                           \
  X (units, unit_entry)                                                                            \
  X (prose, prose_entry)                                                                           \
  X (ratings, rating_entry)                                                                        \
  X (parts, part_entry)                                                                            \
  X (claims, furniture_entry)                                                                      \
  X (subjects, unit_entry)                                                                         \
  X (counts, furniture_entry)                                                                      \
  X (doubts, furniture_entry)                                                                      \
  X (statements, furniture_entry)                                                                  \
  X (furniture, furniture_entry)                                                                   \
  X (year_notes, year_note_entry)                                                                  \
  X (confusions, confusion_entry)

/* NOLINTBEGIN(bugprone-macro-parentheses): the name of a member bears none. */
#define LIST_FIELD(list, entry)                                                                    \
  CYAML_FIELD_SEQUENCE_COUNT (#list, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, Sheet,              \
                              list.entries, list.n_entries, &(entry), 0, CYAML_UNLIMITED),
/* NOLINTEND(bugprone-macro-parentheses) */
static const cyaml_schema_field_t sheet_fields[] = { LISTS (LIST_FIELD) CYAML_FIELD_END };
static const cyaml_schema_value_t sheet_schema
    = { CYAML_VALUE_MAPPING (CYAML_FLAG_POINTER, Sheet, sheet_fields) };

static const struct
{
  const char *name;
  gsize in_sheet, in_lexicon; /* offsets of the List and of the GArray */
} lists[] = {
#define LIST_ROW(list, entry) { #list, offsetof (Sheet, list), offsetof (Lexicon, list) },
  LISTS (LIST_ROW)
#undef LIST_ROW
};

static void
clear_entry (gpointer data)
{
  LexiconEntry *entry = data;
  g_free (entry->name);
  g_free (entry->pattern);
  g_free (entry->example);
}

static Lexicon *
lexicon_new (const char *path)
{
  Lexicon *lexicon = g_new0 (Lexicon, 1);
  lexicon->path = g_strdup (path);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GArray *array = g_array_new (FALSE, TRUE, sizeof (LexiconEntry));
      g_array_set_clear_func (array, clear_entry);
      G_STRUCT_MEMBER (GArray *, lexicon, lists[i].in_lexicon) = array;
    }
  return lexicon;
}

void
lexicon_free (Lexicon *lexicon)
{
  if (lexicon == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_array_unref (G_STRUCT_MEMBER (GArray *, lexicon, lists[i].in_lexicon));
  g_free (lexicon->path);
  g_free (lexicon);
}

/* Takes the entries over into @array, which leaves @list empty. */
static void
take_entries (GArray *array, List *list, const char *name, const YamlFile *file)
{
  for (guint i = 0; i < list->n_entries; i++)
    {
      g_autofree char *part = g_strdup_printf ("%s[%u]", name, i);
      list->entries[i].line = yaml_file_line (file, part);
      g_array_append_val (array, list->entries[i]);
    }
  g_clear_pointer (&list->entries, g_free);
  list->n_entries = 0;
}

Lexicon *
lexicon_parse (const char *path, const char *text, gsize length, GError **error)
{
  g_autoptr (YamlFile) file = yaml_file_new (path, text, length, error);
  Sheet *sheet = file != NULL ? yaml_file_load (file, &sheet_schema, error) : NULL;
  if (sheet == NULL)
    return NULL;

  Lexicon *lexicon = lexicon_new (path);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    take_entries (G_STRUCT_MEMBER (GArray *, lexicon, lists[i].in_lexicon),
                  G_STRUCT_MEMBER_P (sheet, lists[i].in_sheet), lists[i].name, file);
  yaml_release (&sheet_schema, sheet);
  return lexicon;
}

Lexicon *
lexicon_load (const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *text = yaml_dup_contents (path, &length, error);
  return text != NULL ? lexicon_parse (path, text, length, error) : NULL;
}
