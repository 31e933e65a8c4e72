/* model/yaml_index.h - on which line each part of a YAML file stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to model/yaml.c.
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/* Returns (transfer full): lines from 1, as GINT_TO_POINTER(), by path (see model/yaml.h); NULL
 * with RECOUNT_ERROR_DATA as yaml_file_new() says.  @text must be UTF-8. */
GHashTable *yaml_index (const char *path, const char *text, gsize length, GError **error);

G_END_DECLS
