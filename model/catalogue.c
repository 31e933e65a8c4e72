/* model/catalogue.c - the indicators that are known, as data/catalogue.yaml lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libcyaml reads the file into a Sheet, which is then turned into a Catalogue.
 */
#include "model/catalogue.h"

#include "model/yaml.h"

/* So that what builds on each other has an end: ten times what the largest file holds. */
#define MOST_RELATIONS 10000

DEFINE_CODES (polarity, Polarity, POLARITIES)

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
  char **relations;
  guint n_relations;
} Sheet;

static const cyaml_strval_t unit_values[] = { UNITS (YAML_CODE) };
static const cyaml_strval_t polarity_values[] = { POLARITIES (YAML_CODE) };

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

static const cyaml_schema_field_t sheet_fields[] = {
  ENTRIES (indicators, CYAML_FLAG_DEFAULT, indicator_schema),
  ENTRIES (relations, CYAML_FLAG_OPTIONAL, text_schema),
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

void
catalogue_free (Catalogue *catalogue)
{
  if (catalogue == NULL)
    return;

  g_ptr_array_unref (catalogue->entries);
  g_ptr_array_unref (catalogue->relations);
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
check_ids (const Catalogue *catalogue, const YamlFile *file, const char *part,
           const Relation *relation, GError **error)
{
  for (guint i = 0; i < relation->terms->len; i++)
    if (catalogue_find (catalogue, relation_id (relation, i)) == NULL)
      return yaml_file_fail (file, part, error, "'%s' is no indicator's id",
                             relation_id (relation, i));
  return TRUE;
}

static gboolean
check_circles (const Catalogue *catalogue, const YamlFile *file, GError **error)
{
  g_autoptr (GPtrArray) cycle = relations_find_cycle (catalogue->relations);
  if (cycle == NULL)
    return TRUE;

  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < cycle->len; i++)
    {
      const Relation *relation = cycle->pdata[i];
      g_string_append_printf (names, "%s'%s' (line %d)", i > 0 ? ", " : "", relation->text,
                              relation->line);
    }
  const Relation *first = cycle->pdata[0];
  guint index = 0;
  g_ptr_array_find (catalogue->relations, first, &index);
  g_autofree char *part = g_strdup_printf ("relations[%u]", index);
  return yaml_file_fail (file, part, error, "'%s' is made of itself: %s", relation_id (first, 0),
                         names->str);
}

static gboolean
take_relations (Catalogue *catalogue, const YamlFile *file, Sheet *sheet, GError **error)
{
  if (sheet->n_relations > MOST_RELATIONS)
    return yaml_file_fail (file, "relations", error, "more than %d", MOST_RELATIONS);
  for (guint i = 0; i < sheet->n_relations; i++)
    {
      g_autofree char *part = g_strdup_printf ("relations[%u]", i);
      g_autofree char *message = NULL;
      Relation *relation = relation_parse (sheet->relations[i], &message);
      if (relation == NULL)
        return yaml_file_fail (file, part, error, "%s", message);
      relation->line = yaml_file_line (file, part);
      g_ptr_array_add (catalogue->relations, relation);
      if (!check_ids (catalogue, file, part, relation, error))
        return FALSE;
    }
  return check_circles (catalogue, file, error);
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
  catalogue->relations = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
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
