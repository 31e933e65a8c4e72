/* model/yaml.c - reads a YAML file by a schema, and names line and key of what is wrong in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/yaml.h"

#include <string.h>

#include <glib/gstdio.h>

#include "model/yaml_index.h"

#define MAX_FILE_BYTES (4 * 1024 * 1024) /* forty times the largest of data/ */

struct _YamlFile
{
  char *path;
  const char *text; /* borrowed */
  gsize length;
  GHashTable *lines; /* see yaml_index() */
};

char *
yaml_dup_contents (const char *path, gsize *length, GError **error)
{
  Where where = WHERE_FILE (path);
  GStatBuf status;
  if (g_stat (path, &status) == 0
      && (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || status.st_size > MAX_FILE_BYTES))
    {
      recount_fail (error, RECOUNT_ERROR_DATA, &where, "no file of at most %d MB",
                    MAX_FILE_BYTES / 1024 / 1024);
      return NULL;
    }

  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;
  if (!g_file_get_contents (path, &text, length, &reason))
    {
      recount_fail (error, RECOUNT_ERROR_DATA, &where, "%s", reason->message);
      return NULL;
    }
  return g_steal_pointer (&text);
}

YamlFile *
yaml_file_new (const char *path, const char *text, gsize length, GError **error)
{
  if (!g_utf8_validate_len (text, length, NULL))
    {
      Where where = WHERE_FILE (path);
      recount_fail (error, RECOUNT_ERROR_DATA, &where, "the file is no UTF-8");
      return NULL;
    }

  GHashTable *lines = yaml_index (path, text, length, error);
  if (lines == NULL)
    return NULL;

  YamlFile *file = g_new0 (YamlFile, 1);
  file->path = g_strdup (path);
  file->text = text;
  file->length = length;
  file->lines = lines;
  return file;
}

void
yaml_file_free (YamlFile *file)
{
  if (file == NULL)
    return;

  g_free (file->path);
  g_hash_table_unref (file->lines);
  g_free (file);
}

/* Cuts @part off before its last key or index.  Returns: FALSE if it is the whole file. */
static gboolean
cut_last (char *part)
{
  if (part[0] == '\0')
    return FALSE;

  gsize cut = strlen (part) - 1;
  while (cut > 0 && part[cut] != '.' && part[cut] != '[')
    cut--;
  part[cut] = '\0';
  return TRUE;
}

int
yaml_file_line (const YamlFile *file, const char *part)
{
  g_autofree char *outer = g_strdup (part);
  gpointer line = NULL;
  do
    line = g_hash_table_lookup (file->lines, outer);
  while (line == NULL && cut_last (outer));
  return MAX (GPOINTER_TO_INT (line), 1);
}

gboolean
yaml_file_fail (const YamlFile *file, const char *part, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_autofree char *keys = g_strdup (part);
  if (g_str_has_suffix (keys, "]"))
    cut_last (keys);
  const char *dot = strrchr (keys, '.');
  const char *key = dot != NULL ? dot + 1 : keys;

  Where where = WHERE_FILE (file->path);
  int line = yaml_file_line (file, part);
  if (key[0] == '\0')
    return recount_fail (error, RECOUNT_ERROR_DATA, &where, "line %d: %s", line, message);
  return recount_fail (error, RECOUNT_ERROR_DATA, &where, "line %d, key '%s': %s", line, key,
                       message);
}

/* --- libcyaml --- */

typedef enum
{
  REST_IGNORED,
  REST_KEY,   /* of the innermost mapping, and what the complaint is about */
  REST_VALUE, /* to be told before the message */
} Rest;

/* What libcyaml logs when it gives up, and what is told instead. */
typedef struct
{
  const char *logged; /* how its line begins, behind "Load: " */
  Rest rest;          /* what its line goes on with */
  const char *message;
} Complaint;

static const Complaint complaints[] = {
  { "Unexpected key: ", REST_KEY, "there is no such key" },
  { "Missing required mapping field: ", REST_KEY, "is missing" },
  { "Invalid ENUM value: ", REST_VALUE, "is none of the codes" },
  { "Invalid INT value: ", REST_IGNORED, "must be a whole number" },
  { "Expecting INT", REST_IGNORED, "must be a whole number" },
  { "Expecting SEQUENCE", REST_IGNORED, "must be a list" },
  { "Expecting MAPPING", REST_IGNORED, "must have keys of its own" },
  { "Expecting ", REST_IGNORED, "must be a text" },
  { "STRING length < ", REST_IGNORED, "must not be empty" },
  { "Insufficient entries", REST_IGNORED, "must not be empty" },
};

static void *
reallocate (void *context, void *memory, size_t size)
{
  (void) context;
  if (size > 0)
    return g_realloc (memory, size);

  g_free (memory);
  return NULL;
}

/* Collects libcyaml's lines: the complaint, "Load: Backtrace:", and the way to where it is, from
 * the innermost on. */
static void G_GNUC_PRINTF (3, 0)
    collect_line (cyaml_log_t level, void *context, const char *format, va_list arguments)
{
  (void) level;
  GPtrArray *lines = context;
  char *line = g_strdup_vprintf (format, arguments);
  g_ptr_array_add (lines, g_strchomp (line));
}

static cyaml_config_t
make_config (GPtrArray *log)
{
  return (cyaml_config_t){
    .log_fn = log != NULL ? collect_line : NULL,
    .log_ctx = log,
    .mem_fn = reallocate,
    .log_level = CYAML_LOG_WARNING,
    .flags = CYAML_CFG_NO_ALIAS,
  };
}

/* Returns: what stands between the quotes of "  in mapping field 'KEY' (line ...)"; NULL if @line
 * does not begin with @prefix. */
static char *
dup_quoted (const char *line, const char *prefix)
{
  const char *quote = strrchr (line, '\'');
  gsize length = strlen (prefix);
  if (!g_str_has_prefix (line, prefix) || quote == NULL || quote < line + length)
    return NULL;
  return g_strndup (line + length, (gsize) (quote - line) - length);
}

/* Turns the lines from the outermost, the last, to the one at @innermost into the path of a part.
 */
static char *
dup_part (const GPtrArray *log, guint innermost)
{
  GString *part = g_string_new (NULL);
  for (guint i = log->len; i > innermost; i--)
    {
      const char *line = g_ptr_array_index (log, i - 1);
      g_autofree char *key = dup_quoted (line, "  in mapping field '");
      g_autofree char *number = dup_quoted (line, "  in sequence entry '");
      if (key != NULL)
        g_string_append_printf (part, "%s%s", part->len > 0 ? "." : "", key);
      else if (number != NULL) /* libcyaml counts from 1 */
        g_string_append_printf (part, "[%d]", (int) g_ascii_strtoll (number, NULL, 10) - 1);
    }
  return g_string_free (part, FALSE);
}

static const Complaint *
find_complaint (const char *logged)
{
  for (gsize i = 0; i < G_N_ELEMENTS (complaints); i++)
    if (g_str_has_prefix (logged, complaints[i].logged))
      return &complaints[i];
  return NULL;
}

static gboolean
fail_as_logged (const YamlFile *file, const GPtrArray *log, cyaml_err_t code, GError **error)
{
  enum
  {
    COMPLAINT, /* the lines of the log */
    BACKTRACE,
    INNERMOST,
  };
  const char *logged = log->len > 0 ? g_ptr_array_index (log, COMPLAINT) : "";
  logged += g_str_has_prefix (logged, "Load: ") ? strlen ("Load: ") : 0;
  const Complaint *complaint = find_complaint (logged);
  if (complaint == NULL)
    return yaml_file_fail (file, "", error, "%s", cyaml_strerror (code));

  const char *rest = logged + strlen (complaint->logged);
  if (complaint->rest == REST_KEY)
    {
      g_autofree char *mapping = dup_part (log, INNERMOST + 1);
      g_autofree char *key = g_strconcat (mapping, mapping[0] != '\0' ? "." : "", rest, NULL);
      return yaml_file_fail (file, key, error, "%s", complaint->message);
    }

  g_autofree char *part = dup_part (log, INNERMOST);
  if (complaint->rest == REST_VALUE)
    return yaml_file_fail (file, part, error, "'%s' %s", rest, complaint->message);
  return yaml_file_fail (file, part, error, "%s", complaint->message);
}

gpointer
yaml_file_load (const YamlFile *file, const cyaml_schema_value_t *schema, GError **error)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  cyaml_config_t config = make_config (log);
  cyaml_data_t *data = NULL;
  cyaml_err_t code
      = cyaml_load_data ((const uint8_t *) file->text, file->length, &config, schema, &data, NULL);
  if (code == CYAML_OK && data != NULL)
    return data;

  fail_as_logged (file, log, code, error);
  return NULL;
}

void
yaml_release (const cyaml_schema_value_t *schema, gpointer data)
{
  cyaml_config_t config = make_config (NULL);
  cyaml_free (&config, schema, data, 0);
}

GPtrArray *
yaml_take_texts (char ***texts, guint *n_texts)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < *n_texts; i++)
    g_ptr_array_add (array, (*texts)[i]);

  g_clear_pointer (texts, g_free);
  *n_texts = 0;
  return array;
}
