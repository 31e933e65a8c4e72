/* model/yaml.h - reads a YAML file by a schema, and names line and key of what is wrong in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to model/.  The only door to libyaml and libcyaml: libcyaml turns the file into
 * structures, libyaml tells beforehand on which line each part of it stands.
 *
 * A part is named by its path, such as "headings[3].pattern"; the whole file by "".
 */
#pragma once

#include <cyaml/cyaml.h>

#include "model/error.h"

G_BEGIN_DECLS

/* Makes a row of a cyaml_strval_t table of each code of a list of model/code.h. */
#define YAML_CODE(name, code) { (code), (name) },

typedef struct _YamlFile YamlFile;

/* Returns (transfer full): the @length bytes of the file at @path; NULL with RECOUNT_ERROR_DATA if
 * it cannot be read or is larger than data files are. */
char *yaml_dup_contents (const char *path, gsize *length, GError **error);

/**
 * yaml_file_new:
 * @path: what messages call the file
 * @text: (array length=length): what the file holds; must outlive it
 * @length: in bytes
 * @error: return location for a #RecountError
 *
 * Returns: (transfer full): the file; %NULL with %RECOUNT_ERROR_DATA if it is no YAML, is not one
 *   document, or holds what no data file needs: aliases, a key twice, many levels, NUL
 */
YamlFile *yaml_file_new (const char *path, const char *text, gsize length, GError **error);
void yaml_file_free (YamlFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YamlFile, yaml_file_free)

/* Returns (transfer full): the structure that @schema describes, for yaml_release(); its strings
 * and sequences are g_malloc()ed, so that they can be taken out of it.  NULL with
 * RECOUNT_ERROR_DATA if the file is not as @schema says. */
gpointer yaml_file_load (const YamlFile *file, const cyaml_schema_value_t *schema, GError **error);
void yaml_release (const cyaml_schema_value_t *schema, gpointer data);

/* Returns (transfer full): an array of the strings of a sequence of them, taken out: *texts becomes
 * NULL and *n_texts 0. */
GPtrArray *yaml_take_texts (char ***texts, guint *n_texts);

/* Returns: on which line of the file, from 1, the part stands, or else what it would be part of. */
int yaml_file_line (const YamlFile *file, const char *part);

/* Sets @error to "PATH: line N, key 'KEY': MESSAGE", the key being the last one in @part.  Always
 * returns FALSE. */
gboolean yaml_file_fail (const YamlFile *file, const char *part, GError **error, const char *format,
                         ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
