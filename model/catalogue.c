/* model/catalogue.c - the indicators that are known, as data/catalogue.yaml lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libcyaml reads the file into a Sheet, which is then turned into a Catalogue.
 */
#include "model/catalogue.h"

#include "model/yaml.h"

DEFINE_CODES (polarity, Polarity, POLARITIES)
DEFINE_CODES (relation_kind, RelationKind, RELATION_KINDS)

typedef struct
{
  char *id, *name;
  char **refs, **aliases;
  guint n_refs, n_aliases;
  Unit unit;
  Polarity polarity;
} SheetIndicator;

typedef struct
{
  SheetIndicator *indicators;
  guint n_indicators;
  Relation *relations; /* `line` is filled in afterwards */
  guint n_relations;
} Sheet;

static const cyaml_strval_t unit_values[] = { UNITS (YAML_CODE) };
static const cyaml_strval_t polarity_values[] = { POLARITIES (YAML_CODE) };
static const cyaml_strval_t kind_values[] = { RELATION_KINDS (YAML_CODE) };

static const cyaml_schema_value_t text_schema
    = { CYAML_VALUE_STRING (CYAML_FLAG_POINTER, char, 1, CYAML_UNLIMITED) };

#define TEXT(Type, key)                                                                            \
  CYAML_FIELD_STRING_PTR (#key, CYAML_FLAG_POINTER, Type, key, 1, CYAML_UNLIMITED)
#define TEXTS(key)                                                                                 \
  CYAML_FIELD_SEQUENCE_COUNT (#key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, SheetIndicator, key, \
                              n_##key, &text_schema, 0, CYAML_UNLIMITED)
#define CODE(Type, key, flags, values)                                                             \
  CYAML_FIELD_ENUM (#key, CYAML_FLAG_STRICT | (flags), Type, key, (values), G_N_ELEMENTS (values))
#define ENTRIES(key, flags, entry)                                                                 \
  CYAML_FIELD_SEQUENCE_COUNT (#key, CYAML_FLAG_POINTER | (flags), Sheet, key, n_##key, &(entry),   \
                              0, CYAML_UNLIMITED)

static const cyaml_schema_field_t indicator_fields[] = {
  TEXT (SheetIndicator, id),
  TEXT (SheetIndicator, name),
  TEXTS (refs),
  TEXTS (aliases),
  CODE (SheetIndicator, unit, CYAML_FLAG_DEFAULT, unit_values),
  CODE (SheetIndicator, polarity, CYAML_FLAG_OPTIONAL, polarity_values),
  CYAML_FIELD_END,
};
static const cyaml_schema_value_t indicator_schema
    = { CYAML_VALUE_MAPPING (CYAML_FLAG_DEFAULT, SheetIndicator, indicator_fields) };

static const cyaml_schema_field_t relation_fields[] = {
  CODE (Relation, kind, CYAML_FLAG_DEFAULT, kind_values),
  TEXT (Relation, of),
  TEXT (Relation, numerator),
  TEXT (Relation, denominator),
  CYAML_FIELD_END,
};
static const cyaml_schema_value_t relation_schema
    = { CYAML_VALUE_MAPPING (CYAML_FLAG_DEFAULT, Relation, relation_fields) };

static const cyaml_schema_field_t sheet_fields[] = {
  ENTRIES (indicators, CYAML_FLAG_DEFAULT, indicator_schema),
  ENTRIES (relations, CYAML_FLAG_OPTIONAL, relation_schema),
  CYAML_FIELD_END,
};
static const cyaml_schema_value_t sheet_schema
    = { CYAML_VALUE_MAPPING (CYAML_FLAG_POINTER, Sheet, sheet_fields) };

static void
free_entry (gpointer data)
{
  CatalogueEntry *entry = data;
  g_free (entry->id);
  g_free (entry->name);
  g_ptr_array_unref (entry->refs);
  g_ptr_array_unref (entry->aliases);
  g_free (entry);
}

static void
clear_relation (gpointer data)
{
  Relation *relation = data;
  g_free (relation->of);
  g_free (relation->numerator);
  g_free (relation->denominator);
}

void
catalogue_free (Catalogue *catalogue)
{
  if (catalogue == NULL)
    return;

  g_ptr_array_unref (catalogue->entries);
  g_array_unref (catalogue->relations);
  g_free (catalogue->path);
  g_free (catalogue);
}

const CatalogueEntry *
catalogue_find (const Catalogue *catalogue, const char *id)
{
  for (guint i = 0; i < catalogue->entries->len; i++)
    {
      const CatalogueEntry *entry = g_ptr_array_index (catalogue->entries, i);
      if (g_str_equal (entry->id, id))
        return entry;
    }
  return NULL;
}

static CatalogueEntry *
take_entry (SheetIndicator *indicator)
{
  CatalogueEntry *entry = g_new0 (CatalogueEntry, 1);
  entry->id = g_steal_pointer (&indicator->id);
  entry->name = g_steal_pointer (&indicator->name);
  entry->refs = yaml_take_texts (&indicator->refs, &indicator->n_refs);
  entry->aliases = yaml_take_texts (&indicator->aliases, &indicator->n_aliases);
  entry->unit = indicator->unit;
  entry->polarity = indicator->polarity;
  return entry;
}

static gboolean
take_indicators (Catalogue *catalogue, const YamlFile *file, Sheet *sheet, GError **error)
{
  for (guint i = 0; i < sheet->n_indicators; i++)
    {
      g_autofree char *part = g_strdup_printf ("indicators[%u].id", i);
      const char *id = sheet->indicators[i].id;
      const CatalogueEntry *namesake = catalogue_find (catalogue, id);
      if (namesake != NULL)
        return yaml_file_fail (file, part, error, "'%s' stands in line %d too", id, namesake->line);

      g_autofree char *entry_part = g_strdup_printf ("indicators[%u]", i);
      CatalogueEntry *entry = take_entry (&sheet->indicators[i]);
      entry->line = yaml_file_line (file, entry_part);
      g_ptr_array_add (catalogue->entries, entry);
    }
  return TRUE;
}

static gboolean
check_relation (const Catalogue *catalogue, const YamlFile *file, guint index,
                const Relation *relation, GError **error)
{
  const struct
  {
    const char *key, *id;
  } members[] = {
    { "of", relation->of },
    { "numerator", relation->numerator },
    { "denominator", relation->denominator },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (catalogue_find (catalogue, members[i].id) == NULL)
      {
        g_autofree char *part = g_strdup_printf ("relations[%u].%s", index, members[i].key);
        return yaml_file_fail (file, part, error, "'%s' is no indicator's id", members[i].id);
      }
  return TRUE;
}

static gboolean
take_relations (Catalogue *catalogue, const YamlFile *file, Sheet *sheet, GError **error)
{
  for (guint i = 0; i < sheet->n_relations; i++)
    {
      Relation *relation = &sheet->relations[i];
      if (!check_relation (catalogue, file, i, relation, error))
        return FALSE;

      g_autofree char *part = g_strdup_printf ("relations[%u]", i);
      relation->line = yaml_file_line (file, part);
      g_array_append_val (catalogue->relations, *relation);
      relation->of = relation->numerator = relation->denominator = NULL; /* taken */
    }
  return TRUE;
}

Catalogue *
catalogue_parse (const char *path, const char *text, gsize length, GError **error)
{
  g_autoptr (YamlFile) file = yaml_file_new (path, text, length, error);
  Sheet *sheet = file != NULL ? yaml_file_load (file, &sheet_schema, error) : NULL;
  if (sheet == NULL)
    return NULL;

  g_autoptr (Catalogue) catalogue = g_new0 (Catalogue, 1);
  catalogue->path = g_strdup (path);
  catalogue->entries = g_ptr_array_new_with_free_func (free_entry);
  catalogue->relations = g_array_new (FALSE, TRUE, sizeof (Relation));
  g_array_set_clear_func (catalogue->relations, clear_relation);
  gboolean is_good = take_indicators (catalogue, file, sheet, error)
                     && take_relations (catalogue, file, sheet, error);
  yaml_release (&sheet_schema, sheet);
  return is_good ? g_steal_pointer (&catalogue) : NULL;
}

Catalogue *
catalogue_load (const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *text = yaml_dup_contents (path, &length, error);
  return text != NULL ? catalogue_parse (path, text, length, error) : NULL;
}
