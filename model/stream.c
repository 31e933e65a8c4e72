/* model/stream.c - JSON Lines between the stages: lines and blocks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/stream.h"

#include <errno.h>
#include <string.h>

#include "model/phrase.h"
#include "model/record.h"
#include "model/stream_block.h"

/* A page of 30,000 words makes a line of some 3 MB; one of as many words as JSON_LINE_MAX_VALUES
 * allows, some 40 MB. */
#define MAX_LINE_BYTES (64u * 1024 * 1024)
#define MAX_BLOCK_LINES 2000000

struct _StreamReader
{
  FILE *in;                /* borrowed; NULL if it reads bytes: */
  const char *bytes, *end; /* those that are left, borrowed */
  guint64 n_lines;         /* that have been read */
  GString *text;           /* the line last read, */
  JsonLine *line;          /* which it lies in */
  PageFunc hand_on;        /* (nullable): who gets the pages */
  gpointer data;           /* for @hand_on, borrowed */
};

void
stream_item_clear (StreamItem *item)
{
  g_clear_pointer (&item->document, document_free);
  g_clear_pointer (&item->report, report_free);
  g_clear_pointer (&item->failed_path, phrase_free);
  g_clear_pointer (&item->failure, phrase_free);
}

/* --- writing --- */

static gboolean
fail_to_write (GError **error)
{
  return recount_fail (error, RECOUNT_ERROR_OUTPUT, NULL, "%s", g_strerror (errno));
}

gboolean
stream_write_line (FILE *out, JsonText *json, GError **error)
{
  return json_text_write_line (json, out) || fail_to_write (error);
}

gboolean
stream_write_end (FILE *out, GError **error)
{
  if (fputs ("{\"type\":\"end\"}\n", out) == EOF || fflush (out) == EOF)
    return fail_to_write (error);
  return TRUE;
}

gboolean
stream_write_failure (FILE *out, const char *path, const char *message, GError **error)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  json_text_member_string (json, "type", "failure");
  json_text_member_string (json, "path", path);
  json_text_member_string (json, "message", message);
  json_text_end_object (json);
  if (!stream_write_line (out, json, error))
    return FALSE;

  return fflush (out) == EOF ? fail_to_write (error) : TRUE;
}

/* --- reading lines --- */

StreamReader *
stream_reader_new (FILE *in, const char *name)
{
  StreamReader *reader = g_new0 (StreamReader, 1);
  reader->in = in;
  reader->line = json_line_new (name);
  reader->text = g_string_new (NULL);
  return reader;
}

StreamReader *
stream_reader_new_bytes (gconstpointer bytes, gsize n_bytes, const char *name)
{
  StreamReader *reader = stream_reader_new (NULL, name);
  reader->bytes = bytes;
  reader->end = reader->bytes + n_bytes;
  return reader;
}

void
stream_reader_free (StreamReader *reader)
{
  if (reader == NULL)
    return;

  g_string_free (reader->text, TRUE);
  json_line_free (reader->line);
  g_free (reader);
}

void
stream_reader_hand_on (StreamReader *reader, PageFunc func, gpointer data)
{
  reader->hand_on = func;
  reader->data = data;
}

static gboolean
fail_at (const StreamReader *reader, RecountError code, GError **error, const char *message)
{
  Where where = WHERE_FILE (reader->line->stream);
  return recount_fail (error, code, &where, "line %" G_GUINT64_FORMAT ": %s", reader->n_lines,
                       message);
}

static gboolean
fail_too_long (const StreamReader *reader, GError **error)
{
  return fail_at (reader, RECOUNT_ERROR_LIMIT, error, "the line is too long");
}

/* Reads the bytes of the next line from a file.  Returns: FALSE without @error at the end. */
static gboolean
read_from_file (StreamReader *reader, GError **error)
{
  int byte = getc_unlocked (reader->in);
  if (byte == EOF && !ferror (reader->in))
    return FALSE;

  reader->n_lines++;
  for (; byte != EOF && byte != '\n'; byte = getc_unlocked (reader->in))
    {
      if (reader->text->len == MAX_LINE_BYTES)
        return fail_too_long (reader, error);
      g_string_append_c (reader->text, (char) byte);
    }
  if (ferror (reader->in))
    return fail_at (reader, RECOUNT_ERROR_STREAM, error, g_strerror (errno));
  return TRUE;
}

/* The same, from bytes. */
static gboolean
read_from_bytes (StreamReader *reader, GError **error)
{
  gsize n_left = (gsize) (reader->end - reader->bytes);
  if (n_left == 0)
    return FALSE;

  reader->n_lines++;
  const char *line_end = memchr (reader->bytes, '\n', n_left);
  gsize length = line_end != NULL ? (gsize) (line_end - reader->bytes) : n_left;
  if (length > MAX_LINE_BYTES)
    return fail_too_long (reader, error);
  g_string_append_len (reader->text, reader->bytes, (gssize) length);
  reader->bytes += line_end != NULL ? length + 1 : length;
  return TRUE;
}

/* Reads the next line into the reader's.  Returns: FALSE without @error at the end. */
static gboolean
read_line (StreamReader *reader, GError **error)
{
  GString *text = g_string_truncate (reader->text, 0);
  return (reader->in != NULL ? read_from_file (reader, error) : read_from_bytes (reader, error))
         && json_line_read (reader->line, reader->n_lines, text->str, text->len, error);
}

/* --- reading blocks --- */

static const Field failure_fields[] = {
  { .name = "path",
    .kind = FIELD_TEXT,
    .offset = offsetof (StreamItem, failed_path),
    .is_required = TRUE },
  { .name = "message",
    .kind = FIELD_TEXT,
    .offset = offsetof (StreamItem, failure),
    .is_required = TRUE },
};
static const Record failure_record = { "failure", failure_fields, G_N_ELEMENTS (failure_fields) };

static gboolean
begin_failure (StreamItem *item, const JsonLine *line, GError **error)
{
  record_init (&failure_record, item);
  return record_read (&failure_record, line, item, error);
}

typedef struct
{
  const char *type; /* of the first line */
  gboolean (*begin) (StreamItem *item, const JsonLine *line, GError **error);
  gboolean (*add) (StreamItem *item, const JsonLine *line, GError **error); /* NULL: no more */
} Block;

static const Block blocks[] = {
  { "document", stream_begin_document, stream_add_to_document },
  { "report", stream_begin_report, stream_add_to_report },
  { "failure", begin_failure, NULL },
};

static const Block *
find_block (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (g_str_equal (blocks[i].type, type))
      return &blocks[i];
  return NULL;
}

/* Reads the lines behind the first, up to the one that ends the block. */
static gboolean
read_rest (StreamReader *reader, const Block *block, StreamItem *item, GError **error)
{
  for (guint n_lines = 0; n_lines < MAX_BLOCK_LINES; n_lines++)
    {
      g_autoptr (GError) reason = NULL;
      if (!read_line (reader, &reason) && reason == NULL)
        return fail_at (reader, RECOUNT_ERROR_STREAM, error, "the stream ends within a block");
      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (g_str_equal (reader->line->type, "end"))
        return TRUE;
      if (!block->add (item, reader->line, error))
        return FALSE;
    }
  return fail_at (reader, RECOUNT_ERROR_LIMIT, error, "the block has too many lines");
}

static gboolean
read_block (StreamReader *reader, const JsonLine *first, StreamItem *item, GError **error)
{
  const Block *block = find_block (first->type);
  if (block == NULL)
    return json_line_fail (first, "type", error, "'%s' begins no block", first->type);

  if (!block->begin (item, first, error))
    return FALSE;
  if (item->document != NULL)
    {
      item->document->hand_on = reader->hand_on;
      item->document->data = reader->data;
    }
  return block->add == NULL || read_rest (reader, block, item, error);
}

gboolean
stream_reader_next (StreamReader *reader, StreamItem *item, GError **error)
{
  stream_item_clear (item);
  if (!read_line (reader, error))
    return FALSE;
  if (read_block (reader, reader->line, item, error))
    return TRUE;

  stream_item_clear (item);
  return FALSE;
}
