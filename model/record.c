/* model/record.c - what a structure of model/ is made of, as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each kind of field is a row of `kinds`: how it begins, whether it still holds that, how it is
 * written and how it is read.
 */
#include "model/record.h"

#include "model/decimal.h"
#include "model/period.h"
#include "model/phrase.h"

#define BOX_SIDES 4

/* The enumerations are reached as bytes, through their offset. */
G_STATIC_ASSERT (sizeof (Measure) == sizeof (CodeByte));

static gpointer
field_at (const Field *field, gpointer data)
{
  return (char *) data + field->offset;
}

static gconstpointer
field_in (const Field *field, gconstpointer data)
{
  return (const char *) data + field->offset;
}

static gboolean
is_within (const Field *field, double value)
{
  return value >= field->least && (field->most == 0 || value <= field->most);
}

/* --- int, and gboolean, which is as large --- */

static void
init_int (const Field *field, gpointer data)
{
  *(int *) field_at (field, data) = (int) field->first;
}

static gboolean
is_first_int (const Field *field, gconstpointer data)
{
  return *(const int *) field_in (field, data) == (int) field->first;
}

static void
write_int (const Field *field, gconstpointer data, JsonText *json)
{
  json_text_int (json, *(const int *) field_in (field, data));
}

static gboolean
read_int (const Field *field, JsonNode *node, gpointer data)
{
  gint64 value = 0;
  if (!json_value_int (node, &value) || value > G_MAXINT || !is_within (field, (double) value))
    return FALSE;

  *(int *) field_at (field, data) = (int) value;
  return TRUE;
}

static void
write_bool (const Field *field, gconstpointer data, JsonText *json)
{
  json_text_bool (json, *(const gboolean *) field_in (field, data));
}

static gboolean
read_bool (const Field *field, JsonNode *node, gpointer data)
{
  return json_value_bool (node, field_at (field, data));
}

/* --- enumerations --- */

static CodeByte
code_in (const Field *field, gconstpointer data)
{
  return *(const CodeByte *) field_in (field, data);
}

static gboolean
is_first_code (const Field *field, gconstpointer data)
{
  return code_in (field, data) == 0;
}

static void
write_code (const Field *field, gconstpointer data, JsonText *json)
{
  json_text_string (json, code_list_code (field->codes, code_in (field, data)));
}

static gboolean
read_code (const Field *field, JsonNode *node, gpointer data)
{
  const char *code = NULL;
  int value = json_value_text (node, &code) ? code_list_value (field->codes, code) : -1;
  if (value < 0)
    return FALSE;

  *(CodeByte *) field_at (field, data) = (CodeByte) value;
  return TRUE;
}

/* --- double --- */

static void
init_real (const Field *field, gpointer data)
{
  *(double *) field_at (field, data) = field->first;
}

static gboolean
is_first_real (const Field *field, gconstpointer data)
{
  return *(const double *) field_in (field, data) == field->first;
}

static void
write_real (const Field *field, gconstpointer data, JsonText *json)
{
  json_text_real (json, *(const double *) field_in (field, data));
}

static gboolean
read_real (const Field *field, JsonNode *node, gpointer data)
{
  double value = 0;
  if (!json_value_real (node, &value) || !is_within (field, value))
    return FALSE;

  *(double *) field_at (field, data) = value;
  return TRUE;
}

/* --- char * --- */

static void
init_text (const Field *field, gpointer data)
{
  *(char **) field_at (field, data) = phrase_new ("");
}

static gboolean
is_first_text (const Field *field, gconstpointer data)
{
  return **(char *const *) field_in (field, data) == '\0';
}

static void
write_text (const Field *field, gconstpointer data, JsonText *json)
{
  json_text_string (json, *(char *const *) field_in (field, data));
}

static gboolean
read_text (const Field *field, JsonNode *node, gpointer data)
{
  const char *value = NULL;
  if (!json_value_text (node, &value))
    return FALSE;

  phrase_set (field_at (field, data), value);
  return TRUE;
}

/* --- Period --- */

static gboolean
is_first_period (const Field *field, gconstpointer data)
{
  const Period *period = field_in (field, data);
  return period->kind == PERIOD_NONE;
}

static void
write_period (const Field *field, gconstpointer data, JsonText *json)
{
  const Period *period = field_in (field, data);
  g_autofree char *text = period_format (*period);
  json_text_string (json, text);
}

static gboolean
read_period (const Field *field, JsonNode *node, gpointer data)
{
  const char *text = NULL;
  return json_value_text (node, &text) && period_parse (text, field_at (field, data));
}

/* --- Decimal --- */

static gboolean
is_first_decimal (const Field *field, gconstpointer data)
{
  return !*(const bool *) ((const char *) data + field->has_offset);
}

static void
write_decimal (const Field *field, gconstpointer data, JsonText *json)
{
  const Decimal *decimal = field_in (field, data);
  g_autofree char *text = decimal_format (*decimal);
  json_text_string (json, text);
}

static gboolean
read_decimal (const Field *field, JsonNode *node, gpointer data)
{
  const char *text = NULL;
  if (!json_value_text (node, &text) || !decimal_parse (text, field_at (field, data)))
    return FALSE;

  *(bool *) ((char *) data + field->has_offset) = true;
  return TRUE;
}

/* --- Box --- */

static gboolean
is_first_box (const Field *field, gconstpointer data)
{
  const Box *box = field_in (field, data);
  return box_is_empty (*box);
}

void
record_write_box (Box box, JsonText *json)
{
  const double sides[BOX_SIDES] = { box.x0, box.y0, box.x1, box.y1 };
  for (gsize i = 0; i < BOX_SIDES; i++)
    json_text_real (json, sides[i]);
}

gboolean
record_read_box (JsonArray *array, guint first, Box *box)
{
  double sides[BOX_SIDES];
  for (guint i = 0; i < BOX_SIDES; i++)
    if (!json_value_real (json_array_get_element (array, first + i), &sides[i]))
      return FALSE;

  if (sides[0] > sides[2] || sides[1] > sides[3])
    return FALSE;
  *box = (Box){ sides[0], sides[1], sides[2], sides[3] };
  return TRUE;
}

static void
write_box (const Field *field, gconstpointer data, JsonText *json)
{
  const Box *box = field_in (field, data);
  json_text_begin_array (json);
  record_write_box (*box, json);
  json_text_end_array (json);
}

static gboolean
read_box (const Field *field, JsonNode *node, gpointer data)
{
  JsonArray *sides = json_value_array (node, BOX_SIDES);
  return sides != NULL && record_read_box (sides, 0, field_at (field, data));
}

/* --- all of them --- */

static const struct
{
  void (*init) (const Field *field, gpointer data); /* NULL if all zero is how it begins */
  gboolean (*is_first) (const Field *field, gconstpointer data);
  void (*write) (const Field *field, gconstpointer data, JsonText *json);
  gboolean (*read) (const Field *field, JsonNode *node, gpointer data);
  const char *wanted; /* what must stand in the stream, for messages */
} kinds[] = {
  [FIELD_INT] = { init_int, is_first_int, write_int, read_int, "a whole number in bounds" },
  [FIELD_REAL] = { init_real, is_first_real, write_real, read_real, "a number in bounds" },
  [FIELD_BOOL] = { NULL, is_first_int, write_bool, read_bool, "true or false" },
  [FIELD_TEXT] = { init_text, is_first_text, write_text, read_text, "a text" },
  [FIELD_CODE] = { NULL, is_first_code, write_code, read_code, "one of the codes" },
  [FIELD_PERIOD] = { NULL, is_first_period, write_period, read_period, "a period" },
  [FIELD_DECIMAL] = { NULL, is_first_decimal, write_decimal, read_decimal, "a decimal in quotes" },
  [FIELD_BOX] = { NULL, is_first_box, write_box, read_box, "a box [x0,y0,x1,y1]" },
};

void
record_init (const Record *record, gpointer data)
{
  for (gsize i = 0; i < record->n_fields; i++)
    {
      const Field *field = &record->fields[i];
      if (field->kind != FIELD_OTHER && kinds[field->kind].init != NULL)
        kinds[field->kind].init (field, data);
    }
}

gpointer
record_append (const Record *record, GArray *array)
{
  g_array_set_size (array, array->len + 1);
  gpointer data = array->data + (gsize) g_array_get_element_size (array) * (array->len - 1);
  record_init (record, data);
  return data;
}

void
record_clear (const Record *record, gpointer data)
{
  for (gsize i = 0; i < record->n_fields; i++)
    {
      const Field *field = &record->fields[i];
      if (field->kind == FIELD_TEXT)
        g_clear_pointer ((char **) field_at (field, data), phrase_free);
    }
}

void
record_write (const Record *record, gconstpointer data, JsonText *json)
{
  json_text_member_string (json, "type", record->type);
  for (gsize i = 0; i < record->n_fields; i++)
    {
      const Field *field = &record->fields[i];
      if (field->kind == FIELD_OTHER
          || (!field->is_required && kinds[field->kind].is_first (field, data)))
        continue;

      json_text_name (json, field->name);
      kinds[field->kind].write (field, data, json);
    }
}

static gboolean
read_field (const Field *field, const JsonLine *line, gpointer data, guint *n_members,
            GError **error)
{
  JsonNode *node = json_object_get_member (line->object, field->name);
  *n_members += node != NULL;
  if (node == NULL && field->is_required)
    return json_line_fail (line, field->name, error, "is missing");
  if (node == NULL || field->kind == FIELD_OTHER)
    return TRUE;
  if (!kinds[field->kind].read (field, node, data))
    return json_line_fail (line, field->name, error, "%s must stand here",
                           kinds[field->kind].wanted);
  return TRUE;
}

static gboolean
has_field (const Record *record, const char *name)
{
  for (gsize i = 0; i < record->n_fields; i++)
    if (g_str_equal (record->fields[i].name, name))
      return TRUE;
  return FALSE;
}

/* A member that no field is named for would be lost in silence. */
static gboolean
check_members (const Record *record, const JsonLine *line, GError **error)
{
  JsonObjectIter members;
  const char *name = NULL;
  json_object_iter_init (&members, line->object);
  while (json_object_iter_next (&members, &name, NULL))
    if (!g_str_equal (name, "type") && !has_field (record, name))
      {
        g_autofree char *shown = g_utf8_make_valid (name, -1);
        return json_line_fail (line, shown, error, "no %s has it", record->type);
      }
  return TRUE;
}

gboolean
record_read (const Record *record, const JsonLine *line, gpointer data, GError **error)
{
  guint n_members = 1; /* "type" */
  for (gsize i = 0; i < record->n_fields; i++)
    if (!read_field (&record->fields[i], line, data, &n_members, error))
      return FALSE;
  return n_members == json_object_get_size (line->object) || check_members (record, line, error);
}
