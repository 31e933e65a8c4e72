/* model/family.c - how one publisher's reports look, as a file of data/families/ tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libcyaml reads the file into a Sheet, which is then turned into a Family.
 */
#include "model/family.h"

#include "model/yaml.h"

typedef struct
{
  char *heading; /* one of the two is set */
  int *month;
} SheetColumn;

typedef struct
{
  char *id, *authority, *authority_code;
  char **authority_when, **recognised_by;
  guint n_authority_when, n_recognised_by;
  int arrow_threshold;
  SheetColumn *columns;
  guint n_columns;
} Sheet;

static const cyaml_schema_value_t text_schema
    = { CYAML_VALUE_STRING (CYAML_FLAG_POINTER, char, 1, CYAML_UNLIMITED) };

#define TEXT(key) CYAML_FIELD_STRING_PTR (#key, CYAML_FLAG_POINTER, Sheet, key, 1, CYAML_UNLIMITED)
#define PATTERNS(key, flags, least)                                                                \
  CYAML_FIELD_SEQUENCE_COUNT (#key, CYAML_FLAG_POINTER | (flags), Sheet, key, n_##key,             \
                              &text_schema, (least), CYAML_UNLIMITED)

static const cyaml_schema_field_t column_fields[] = {
  CYAML_FIELD_STRING_PTR ("heading", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, SheetColumn, heading,
                          1, CYAML_UNLIMITED),
  CYAML_FIELD_INT_PTR ("month", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, SheetColumn, month),
  CYAML_FIELD_END,
};
static const cyaml_schema_value_t column_schema
    = { CYAML_VALUE_MAPPING (CYAML_FLAG_DEFAULT, SheetColumn, column_fields) };

static const cyaml_schema_field_t sheet_fields[] = {
  TEXT (id),
  TEXT (authority),
  TEXT (authority_code),
  PATTERNS (authority_when, CYAML_FLAG_OPTIONAL, 0),
  PATTERNS (recognised_by, CYAML_FLAG_DEFAULT, 1),
  CYAML_FIELD_INT ("arrow_threshold", CYAML_FLAG_OPTIONAL, Sheet, arrow_threshold),
  CYAML_FIELD_SEQUENCE_COUNT ("columns", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, Sheet, columns,
                              n_columns, &column_schema, 0, CYAML_UNLIMITED),
  CYAML_FIELD_END,
};
static const cyaml_schema_value_t sheet_schema
    = { CYAML_VALUE_MAPPING (CYAML_FLAG_POINTER, Sheet, sheet_fields) };

static void
clear_column (gpointer data)
{
  FamilyColumn *column = data;
  g_free (column->heading);
}

void
family_free (Family *family)
{
  if (family == NULL)
    return;

  g_free (family->path);
  g_free (family->id);
  g_free (family->authority);
  g_free (family->authority_code);
  g_ptr_array_unref (family->authority_when);
  g_ptr_array_unref (family->recognised_by);
  g_array_unref (family->authority_when_lines);
  g_array_unref (family->recognised_by_lines);
  g_array_unref (family->columns);
  g_free (family);
}

static gboolean
check_columns (const YamlFile *file, const Sheet *sheet, GError **error)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const SheetColumn *column = &sheet->columns[i];
      g_autofree char *part = g_strdup_printf ("columns[%u]", i);
      g_autofree char *month = g_strdup_printf ("%s.month", part);
      if ((column->heading != NULL) == (column->month != NULL))
        return yaml_file_fail (file, part, error, "a column has either 'heading' or 'month'");
      if (column->month != NULL && *column->month > 0)
        return yaml_file_fail (file, month, error, "%d is above 0", *column->month);
    }
  return TRUE;
}

static gboolean
check_sheet (const YamlFile *file, const Sheet *sheet, GError **error)
{
  if (sheet->arrow_threshold < 0 || sheet->arrow_threshold > 100)
    return yaml_file_fail (file, "arrow_threshold", error, "%d is no share in per cent",
                           sheet->arrow_threshold);
  return check_columns (file, sheet, error);
}

static GArray *
take_columns (Sheet *sheet)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (FamilyColumn));
  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      SheetColumn *from = &sheet->columns[i];
      FamilyColumn column = { .heading = g_steal_pointer (&from->heading),
                              .is_month = from->month != NULL,
                              .month = from->month != NULL ? *from->month : 0 };
      g_array_append_val (columns, column);
    }
  return columns;
}

/* Returns (transfer full): the line of each item of the sequence at @key. */
static GArray *
item_lines (const YamlFile *file, const char *key, guint n_items)
{
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (int), n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *part = g_strdup_printf ("%s[%u]", key, i);
      int line = yaml_file_line (file, part);
      g_array_append_val (lines, line);
    }
  return lines;
}

static Family *
take_family (const YamlFile *file, Sheet *sheet, const char *path)
{
  Family *family = g_new0 (Family, 1);
  family->path = g_strdup (path);
  family->id = g_steal_pointer (&sheet->id);
  family->authority = g_steal_pointer (&sheet->authority);
  family->authority_code = g_steal_pointer (&sheet->authority_code);
  family->authority_when = yaml_take_texts (&sheet->authority_when, &sheet->n_authority_when);
  family->recognised_by = yaml_take_texts (&sheet->recognised_by, &sheet->n_recognised_by);
  family->authority_when_lines = item_lines (file, "authority_when", family->authority_when->len);
  family->recognised_by_lines = item_lines (file, "recognised_by", family->recognised_by->len);
  family->arrow_threshold = sheet->arrow_threshold;
  family->columns = take_columns (sheet);
  return family;
}

Family *
family_parse (const char *path, const char *text, gsize length, GError **error)
{
  g_autoptr (YamlFile) file = yaml_file_new (path, text, length, error);
  Sheet *sheet = file != NULL ? yaml_file_load (file, &sheet_schema, error) : NULL;
  if (sheet == NULL)
    return NULL;

  Family *family = check_sheet (file, sheet, error) ? take_family (file, sheet, path) : NULL;
  yaml_release (&sheet_schema, sheet);
  return family;
}

Family *
family_load (const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *text = yaml_dup_contents (path, &length, error);
  return text != NULL ? family_parse (path, text, length, error) : NULL;
}
