/* model/stream_document.c - a document and its pages as lines of a stream.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words, rules and fills are what a page has thousands of: each is a compact array, whose
 * elements docs/stream.md names.
 */
#include <errno.h>
#include <string.h>

#include "model/report_record.h"
#include "model/stream_block.h"

/* The elements of a word's array; its box takes four. */
enum
{
  WORD_TEXT,
  WORD_BOX,
  WORD_LANE = WORD_BOX + 4,
  WORD_ROTATION,
  WORD_SIZE,
  WORD_BOLD,
  WORD_CONFIDENCE,
  WORD_ORIGIN,
  N_WORD_ELEMENTS,
};

#define N_RULE_ELEMENTS 4 /* the box */
#define FILL_COLOUR 4     /* behind the box */
#define N_FILL_ELEMENTS 5

/* --- writing an element --- */

static void
write_word (gconstpointer element, JsonText *json)
{
  const Word *word = element;
  json_text_string (json, word->text);
  record_write_box (word->box, json);
  json_text_int (json, word->lane);
  json_text_int (json, word->rotation);
  json_text_real (json, word->size);
  json_text_bool (json, word->is_bold);
  json_text_real (json, word->confidence);
  json_text_string (json, origin_code (word->origin));
}

static void
write_rule (gconstpointer element, JsonText *json)
{
  const Rule *rule = element;
  record_write_box (rule->box, json);
}

static void
write_fill (gconstpointer element, JsonText *json)
{
  const Fill *fill = element;
  g_autofree char *colour = g_strdup_printf ("#%06x", fill->rgb);
  record_write_box (fill->box, json);
  json_text_string (json, colour);
}

/* --- reading an element --- */

static gboolean
read_lane_and_rotation (const JsonValue *elements, Word *word)
{
  gint64 lane = 0, rotation = 0;
  if (!json_value_int (&elements[WORD_LANE], &lane)
      || !json_value_int (&elements[WORD_ROTATION], &rotation))
    return FALSE;

  word->lane = (int) lane;
  word->rotation = (int) rotation;
  return lane >= WORD_NO_LANE && lane <= WORD_MAX_LANE && rotation >= 0 && rotation < 360
         && rotation % 90 == 0;
}

static gboolean
read_type (const JsonValue *elements, Word *word)
{
  return json_value_real (&elements[WORD_SIZE], &word->size) && word->size >= 0
         && json_value_bool (&elements[WORD_BOLD], &word->is_bold);
}

static gboolean
read_trust (const JsonValue *elements, Word *word)
{
  const char *code = NULL;
  if (!json_value_text (&elements[WORD_ORIGIN], &code))
    return FALSE;

  int origin = origin_from_code (code);
  word->origin = (Origin) MAX (origin, 0);
  return origin >= 0 && json_value_real (&elements[WORD_CONFIDENCE], &word->confidence)
         && word->confidence >= 0 && word->confidence <= 1;
}

static gboolean
read_word (const JsonValue *value, Page *page)
{
  const JsonValue *elements = json_value_flat (value, N_WORD_ELEMENTS);
  Word word = { 0 };
  const char *text = NULL;
  if (elements == NULL || !json_value_text (&elements[WORD_TEXT], &text) || text[0] == '\0'
      || !record_read_box (&elements[WORD_BOX], &word.box)
      || !read_lane_and_rotation (elements, &word) || !read_type (elements, &word)
      || !read_trust (elements, &word))
    return FALSE;

  Word *taken = page_take_word (page, g_strdup (text), word.box, word.lane);
  word.text = taken->text;
  *taken = word;
  return TRUE;
}

static gboolean
read_rule (const JsonValue *value, Page *page)
{
  const JsonValue *elements = json_value_flat (value, N_RULE_ELEMENTS);
  Rule rule = { 0 };
  if (elements == NULL || !record_read_box (elements, &rule.box))
    return FALSE;

  g_array_append_val (page->rules, rule);
  return TRUE;
}

/* Reads "#rrggbb", in small letters. */
static gboolean
read_colour (const char *text, guint32 *rgb)
{
  if (text[0] != '#' || strspn (text + 1, "0123456789abcdef") != 6 || text[7] != '\0')
    return FALSE;

  *rgb = (guint32) g_ascii_strtoull (text + 1, NULL, 16);
  return TRUE;
}

static gboolean
read_fill (const JsonValue *value, Page *page)
{
  const JsonValue *elements = json_value_flat (value, N_FILL_ELEMENTS);
  Fill fill = { 0 };
  const char *colour = NULL;
  if (elements == NULL || !record_read_box (elements, &fill.box)
      || !json_value_text (&elements[FILL_COLOUR], &colour) || !read_colour (colour, &fill.rgb))
    return FALSE;

  g_array_append_val (page->fills, fill);
  return TRUE;
}

/* --- both --- */

/* What a page has many of. */
static const struct
{
  const char *member;
  gsize offset;                                          /* of the array in Page */
  void (*write) (gconstpointer element, JsonText *json); /* into an open array */
  gboolean (*read) (const JsonValue *value, Page *page); /* appends it to the page */
} contents[] = {
  { "words", offsetof (Page, words), write_word, read_word },
  { "rules", offsetof (Page, rules), write_rule, read_rule },
  { "fills", offsetof (Page, fills), write_fill, read_fill },
};

static void
write_contents (gsize which, const Page *page, JsonText *json)
{
  GArray *array = G_STRUCT_MEMBER (GArray *, page, contents[which].offset);
  if (array->len == 0)
    return;

  json_text_name (json, contents[which].member);
  json_text_begin_array (json);
  for (guint i = 0; i < array->len; i++)
    {
      json_text_begin_array (json);
      contents[which].write (array->data + i * (gsize) g_array_get_element_size (array), json);
      json_text_end_array (json);
    }
  json_text_end_array (json);
}

gboolean
stream_write_page (FILE *out, const Page *page, GError **error)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  record_write (&page_record, page, json);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    write_contents (i, page, json);
  json_text_end_object (json);
  return stream_write_line (out, json, error);
}

static gboolean
write_head (FILE *out, const Document *document, GError **error)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  record_write (&document_record, document, json);
  json_text_end_object (json);
  return stream_write_line (out, json, error);
}

static gboolean
copy_pages (FILE *out, FILE *pages, GError **error)
{
  char buffer[BUFSIZ];
  gsize n = 1;
  for (rewind (pages); n > 0 && !ferror (pages) && !ferror (out);)
    {
      n = fread (buffer, 1, sizeof buffer, pages);
      fwrite (buffer, 1, n, out);
    }
  return (!ferror (pages) && !ferror (out))
         || recount_fail (error, RECOUNT_ERROR_OUTPUT, NULL, "%s", g_strerror (errno));
}

gboolean
stream_write_document (FILE *out, const Document *document, FILE *pages, GError **error)
{
  if (!write_head (out, document, error))
    return FALSE;
  for (guint i = 0; i < document->pages->len; i++)
    if (!stream_write_page (out, g_ptr_array_index (document->pages, i), error))
      return FALSE;
  return (pages == NULL || copy_pages (out, pages, error)) && stream_write_end (out, error);
}

static gboolean
read_contents (gsize which, const JsonLine *line, Page *page, GError **error)
{
  const char *member = contents[which].member;
  const JsonValue *list = json_value_member (line->root, member);
  if (list == NULL)
    return TRUE;
  if (list->kind != JSON_ARRAY)
    return json_line_fail (line, member, error, "a list must stand here");

  const JsonValue *element = json_value_first (list);
  for (guint i = 0; i < list->is.n_elements; i++, element = json_value_next (element))
    if (!contents[which].read (element, page))
      return json_line_fail (line, member, error, "element %u is none", i + 1);
  return TRUE;
}

gboolean
stream_begin_document (StreamItem *item, const JsonLine *line, GError **error)
{
  item->document = document_new ("", "");
  return record_read (&document_record, line, item->document, error);
}

gboolean
stream_add_to_document (StreamItem *item, const JsonLine *line, GError **error)
{
  if (!g_str_equal (line->type, page_record.type))
    return json_line_fail (line, "type", error, "'%s' is no part of a document", line->type);

  g_autoptr (Page) page = page_new (0, 0, 0);
  if (!record_read (&page_record, line, page, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    if (!read_contents (i, line, page, error))
      return FALSE;

  document_take_page (item->document, g_steal_pointer (&page));
  return TRUE;
}
