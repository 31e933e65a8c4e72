/* emit/descriptor.c - datapackage.json: says what the CSV files hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/descriptor.h"

#include "model/json.h"

#define PACKAGE_NAME "recount-package"

/* How each descriptor begins: an earlier package is known by it. */
#define DESCRIPTOR_BEGINNING "{\n  \"name\": \"" PACKAGE_NAME "\""

static const StatusLabel status_labels[] = {
  [STATUS_OK] = { "read", NULL },
  [STATUS_MISSING] = { "printed as missing, as by a dash", NULL },
  [STATUS_NOT_AVAILABLE] = { "printed as not available", "[x]" },
  [STATUS_NEW_MEASURE] = { "not measured yet: a new measure", NULL },
  [STATUS_REPLACED] = { "not measured any more: replaced by another measure", NULL },
  [STATUS_WITHDRAWN] = { "not measured any more, or not updated", NULL },
  [STATUS_LOCAL_MEASURE] = { "nothing to compare with: a local measure", NULL },
  [STATUS_NOT_APPLICABLE] = { "printed as not applicable", "[z]" },
  [STATUS_PENDING] = { "to be confirmed or set", NULL },
  [STATUS_UNREADABLE] = { "something is printed that could not be read", NULL },
};

const StatusLabel *
status_label (Status status)
{
  g_assert ((gsize) status < G_N_ELEMENTS (status_labels));
  return &status_labels[status];
}

/* The types of Table Schema. */
static const char *const schema_types[] = {
  [COLUMN_TEXT] = "string",     [COLUMN_CODE] = "string",    [COLUMN_DATE] = "date",
  [COLUMN_INTEGER] = "integer", [COLUMN_DECIMAL] = "number", [COLUMN_REAL] = "number",
};

static void
write_status_labels (JsonText *json)
{
  json_text_name (json, "statusLabels");
  json_text_begin_array (json);
  for (int status = 0; status < status_codes.n_codes; status++)
    {
      const StatusLabel *label = status_label ((Status) status);
      json_text_begin_object (json);
      json_text_member_string (json, "status", status_codes.codes[status]);
      json_text_member_string (json, "label", label->label);
      if (label->shorthand != NULL)
        json_text_member_string (json, "shorthand", label->shorthand);
      json_text_end_object (json);
    }
  json_text_end_array (json);
}

/* No value has the code "": its cell is empty. */
static void
write_enum (const Column *column, JsonText *json)
{
  json_text_name (json, "enum");
  json_text_begin_array (json);
  for (int value = 0; value < column->codes->n_codes; value++)
    {
      gboolean is_accepted = column->accepted == 0 || (column->accepted & COLUMN_BIT (value)) != 0;
      if (is_accepted && column->codes->codes[value][0] != '\0')
        json_text_string (json, column->codes->codes[value]);
    }
  json_text_end_array (json);
}

static void
write_constraints (const Column *column, JsonText *json)
{
  json_text_name (json, "constraints");
  json_text_begin_object (json);
  if (column->is_required)
    {
      json_text_name (json, "required");
      json_text_bool (json, TRUE);
    }
  if (column->pattern != NULL)
    json_text_member_string (json, "pattern", column->pattern);
  if (column->codes != NULL)
    write_enum (column, json);
  json_text_end_object (json);
}

static void
write_field (const Column *column, JsonText *json)
{
  json_text_begin_object (json);
  json_text_member_string (json, "name", column->name);
  json_text_member_string (json, "type", schema_types[column->type]);
  json_text_member_string (json, "description", column->about);
  if (column->unit != NULL)
    json_text_member_string (json, "unit", column->unit);
  if (column->is_required || column->pattern != NULL || column->codes != NULL)
    write_constraints (column, json);
  json_text_end_object (json);
}

static void
write_names (const char *member, const char *const *names, JsonText *json)
{
  json_text_name (json, member);
  json_text_begin_array (json);
  for (; *names != NULL; names++)
    json_text_string (json, *names);
  json_text_end_array (json);
}

static void
write_link (const Table *linked, JsonText *json)
{
  json_text_name (json, "foreignKeys");
  json_text_begin_array (json);
  json_text_begin_object (json);
  write_names ("fields", linked->primary_key, json);
  json_text_name (json, "reference");
  json_text_begin_object (json);
  json_text_member_string (json, "resource", linked->name);
  write_names ("fields", linked->primary_key, json);
  json_text_end_object (json);
  json_text_end_object (json);
  json_text_end_array (json);
}

static void
write_schema (const Table *table, JsonText *json)
{
  static const char *const missing_values[] = { "", NULL };

  json_text_name (json, "schema");
  json_text_begin_object (json);
  json_text_name (json, "fields");
  json_text_begin_array (json);
  for (guint i = 0; i < table->n_columns; i++)
    write_field (&table->columns[i], json);
  json_text_end_array (json);
  write_names ("missingValues", missing_values, json);
  if (table->primary_key[0] != NULL)
    write_names ("primaryKey", table->primary_key, json);
  if (table->links_to != NULL)
    write_link (table->links_to, json);
  json_text_end_object (json);
}

static void
write_dialect (JsonText *json)
{
  json_text_name (json, "dialect");
  json_text_begin_object (json);
  json_text_member_string (json, "delimiter", ",");
  json_text_member_string (json, "lineTerminator", "\n");
  json_text_member_string (json, "quoteChar", "\"");
  json_text_name (json, "doubleQuote");
  json_text_bool (json, TRUE);
  json_text_name (json, "skipInitialSpace");
  json_text_bool (json, FALSE);
  json_text_name (json, "header");
  json_text_bool (json, TRUE);
  json_text_end_object (json);
}

static void
write_resource (const Table *table, const OutputSum *sum, JsonText *json)
{
  g_autofree char *path = table_file_name (table);
  g_autofree char *hash = g_strconcat ("sha256:", sum->sha256, NULL);

  json_text_begin_object (json);
  json_text_member_string (json, "name", table->name);
  json_text_member_string (json, "path", path);
  json_text_member_string (json, "profile", "tabular-data-resource");
  json_text_member_string (json, "description", table->about);
  json_text_member_string (json, "format", "csv");
  json_text_member_string (json, "mediatype", "text/csv");
  json_text_member_string (json, "encoding", "utf-8");
  json_text_member_int (json, "bytes", (gint64) sum->n_bytes);
  json_text_member_string (json, "hash", hash);
  write_dialect (json);
  write_schema (table, json);
  json_text_end_object (json);
}

char *
descriptor_text (const OutputSum sums[N_TABLES], gboolean is_guarded)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  json_text_member_string (json, "name", PACKAGE_NAME);
  json_text_member_string (json, "profile", "tabular-data-package");
  json_text_member_string (json, "title", "Figures of published performance reports");
  json_text_member_string (json, "description",
                           "What the reports print, with the place of every figure, and what in "
                           "them cannot be true. Recovered by Recount.");
  json_text_name (json, "formulasGuarded");
  json_text_bool (json, is_guarded);
  write_status_labels (json);
  json_text_name (json, "resources");
  json_text_begin_array (json);
  for (gsize i = 0; i < N_TABLES; i++)
    write_resource (package_tables[i], &sums[i], json);
  json_text_end_array (json);
  json_text_end_object (json);
  return json_text_finish (json, TRUE);
}

gboolean
descriptor_is_in (const char *path)
{
  g_autofree char *file = g_build_filename (path, DESCRIPTOR_FILE, NULL);
  g_autofree char *text = NULL;
  return g_file_get_contents (file, &text, NULL, NULL)
         && g_str_has_prefix (text, DESCRIPTOR_BEGINNING);
}
