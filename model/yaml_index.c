/* model/yaml_index.c - on which line each part of a YAML file stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks libyaml's events once.  Each function reads a part and writes it and its own parts into
 * the index.
 */
#include "model/yaml_index.h"

#include <string.h>
#include <yaml.h>

#define MAX_DEPTH 8 /* data files have four levels */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (yaml_event_t, yaml_event_delete)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (yaml_parser_t, yaml_parser_delete)

typedef struct
{
  const char *path, *text;
  yaml_parser_t *parser;
  GHashTable *lines;
} Walk;

static gboolean
fail_at (const Walk *walk, gsize line, GError **error, const char *message)
{
  Where where = WHERE_FILE (walk->path);
  return recount_fail (error, RECOUNT_ERROR_DATA, &where, "line %" G_GSIZE_FORMAT ": %s", line + 1,
                       message);
}

/* Returns: the line where the parser gave up.  It marks none for a character that may not stand in
 * YAML, but tells how many bytes stand before. */
static gsize
line_of_problem (const Walk *walk)
{
  if (walk->parser->error != YAML_READER_ERROR)
    return walk->parser->problem_mark.line;

  gsize line = 0;
  for (gsize i = 0; i < walk->parser->problem_offset; i++)
    line += walk->text[i] == '\n';
  return line;
}

static gboolean
next_event (Walk *walk, yaml_event_t *event, GError **error)
{
  if (!yaml_parser_parse (walk->parser, event))
    return fail_at (walk, line_of_problem (walk), error,
                    walk->parser->problem != NULL ? walk->parser->problem : "no YAML");
  if (event->type == YAML_ALIAS_EVENT)
    return fail_at (walk, event->start_mark.line, error, "aliases are not read here");
  return TRUE;
}

static void
add_line (Walk *walk, const char *part, const yaml_event_t *event)
{
  g_hash_table_replace (walk->lines, g_strdup (part),
                        GINT_TO_POINTER ((int) event->start_mark.line + 1));
}

static gboolean walk_part (Walk *walk, const yaml_event_t *event, const char *part, int depth,
                           GError **error);

static gboolean
walk_sequence (Walk *walk, const char *part, int depth, GError **error)
{
  for (guint i = 0;; i++)
    {
      g_auto (yaml_event_t) event = { 0 };
      if (!next_event (walk, &event, error))
        return FALSE;
      if (event.type == YAML_SEQUENCE_END_EVENT)
        return TRUE;

      g_autofree char *element = g_strdup_printf ("%s[%u]", part, i);
      add_line (walk, element, &event);
      if (!walk_part (walk, &event, element, depth, error))
        return FALSE;
    }
}

/* Reads a key, which @event is, and its value. */
static gboolean
walk_member (Walk *walk, const yaml_event_t *event, const char *part, int depth, GError **error)
{
  if (event->type != YAML_SCALAR_EVENT)
    return fail_at (walk, event->start_mark.line, error, "a key must be a text");

  const char *key = (const char *) event->data.scalar.value;
  g_autofree char *member = part[0] != '\0' ? g_strdup_printf ("%s.%s", part, key) : g_strdup (key);
  if (g_hash_table_contains (walk->lines, member))
    {
      g_autofree char *message = g_strdup_printf ("the key '%s' stands twice", key);
      return fail_at (walk, event->start_mark.line, error, message);
    }
  add_line (walk, member, event);

  g_auto (yaml_event_t) value = { 0 };
  return next_event (walk, &value, error) && walk_part (walk, &value, member, depth, error);
}

static gboolean
walk_mapping (Walk *walk, const char *part, int depth, GError **error)
{
  for (;;)
    {
      g_auto (yaml_event_t) event = { 0 };
      if (!next_event (walk, &event, error))
        return FALSE;
      if (event.type == YAML_MAPPING_END_EVENT)
        return TRUE;
      if (!walk_member (walk, &event, part, depth, error))
        return FALSE;
    }
}

static gboolean
walk_part (Walk *walk, const yaml_event_t *event, const char *part, int depth, GError **error)
{
  if (depth > MAX_DEPTH)
    return fail_at (walk, event->start_mark.line, error, "too many levels");
  if (event->type == YAML_SEQUENCE_START_EVENT)
    return walk_sequence (walk, part, depth + 1, error);
  if (event->type == YAML_MAPPING_START_EVENT)
    return walk_mapping (walk, part, depth + 1, error);
  if (strlen ((const char *) event->data.scalar.value) != event->data.scalar.length)
    return fail_at (walk, event->start_mark.line, error, "a text with a NUL");
  return TRUE;
}

/* Reads the events up to the first that is of a part of the document. */
static gboolean
walk_beginning (Walk *walk, yaml_event_t *event, GError **error)
{
  do
    {
      yaml_event_delete (event);
      if (!next_event (walk, event, error))
        return FALSE;
    }
  while (event->type == YAML_STREAM_START_EVENT || event->type == YAML_DOCUMENT_START_EVENT);

  if (event->type == YAML_STREAM_END_EVENT)
    return fail_at (walk, 0, error, "the file is empty");
  return TRUE;
}

static gboolean
walk_end (Walk *walk, GError **error)
{
  g_auto (yaml_event_t) document_end = { 0 };
  g_auto (yaml_event_t) stream_end = { 0 };
  if (!next_event (walk, &document_end, error) || !next_event (walk, &stream_end, error))
    return FALSE;
  if (stream_end.type != YAML_STREAM_END_EVENT)
    return fail_at (walk, stream_end.start_mark.line, error, "a second document");
  return TRUE;
}

GHashTable *
yaml_index (const char *path, const char *text, gsize length, GError **error)
{
  g_auto (yaml_parser_t) parser = { 0 };
  g_assert (yaml_parser_initialize (&parser));
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *) text, length);

  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { path, text, &parser, lines };
  g_auto (yaml_event_t) event = { 0 };
  if (!walk_beginning (&walk, &event, error))
    return NULL;

  add_line (&walk, "", &event);
  if (!walk_part (&walk, &event, "", 0, error) || !walk_end (&walk, error))
    return NULL;
  return g_steal_pointer (&lines);
}
