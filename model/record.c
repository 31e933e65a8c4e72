/* model/record.c - what a structure of model/ is made of, as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each kind of field is a row of `kinds`: how it begins, whether it still holds that, how it is
 * written and how it is read.
 */
#include "model/record.h"

#include <string.h>

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
read_int (const Field *field, const JsonValue *value, gpointer data)
{
  gint64 number = 0;
  if (!json_value_int (value, &number) || number > G_MAXINT || !is_within (field, (double) number))
    return FALSE;

  *(int *) field_at (field, data) = (int) number;
  return TRUE;
}

static void
write_bool (const Field *field, gconstpointer data, JsonText *json)
{
  json_text_bool (json, *(const gboolean *) field_in (field, data));
}

static gboolean
read_bool (const Field *field, const JsonValue *value, gpointer data)
{
  return json_value_bool (value, field_at (field, data));
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
read_code (const Field *field, const JsonValue *value, gpointer data)
{
  const char *code = NULL;
  int number = json_value_text (value, &code) ? code_list_value (field->codes, code) : -1;
  if (number < 0)
    return FALSE;

  *(CodeByte *) field_at (field, data) = (CodeByte) number;
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
read_real (const Field *field, const JsonValue *value, gpointer data)
{
  double number = 0;
  if (!json_value_real (value, &number) || !is_within (field, number))
    return FALSE;

  *(double *) field_at (field, data) = number;
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
read_text (const Field *field, const JsonValue *value, gpointer data)
{
  const char *text = NULL;
  if (!json_value_text (value, &text))
    return FALSE;

  phrase_set (field_at (field, data), text);
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
read_period (const Field *field, const JsonValue *value, gpointer data)
{
  const char *text = NULL;
  return json_value_text (value, &text) && period_parse (text, field_at (field, data));
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
read_decimal (const Field *field, const JsonValue *value, gpointer data)
{
  const char *text = NULL;
  if (!json_value_text (value, &text) || !decimal_parse (text, field_at (field, data)))
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
record_read_box (const JsonValue *sides, Box *box)
{
  double ends[BOX_SIDES];
  for (guint i = 0; i < BOX_SIDES; i++)
    if (!json_value_real (&sides[i], &ends[i]))
      return FALSE;

  if (ends[0] > ends[2] || ends[1] > ends[3])
    return FALSE;
  *box = (Box){ ends[0], ends[1], ends[2], ends[3] };
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
read_box (const Field *field, const JsonValue *value, gpointer data)
{
  const JsonValue *sides = json_value_flat (value, BOX_SIDES);
  return sides != NULL && record_read_box (sides, field_at (field, data));
}

/* --- all of them --- */

static const struct
{
  void (*init) (const Field *field, gpointer data); /* NULL if all zero is how it begins */
  gboolean (*is_first) (const Field *field, gconstpointer data);
  void (*write) (const Field *field, gconstpointer data, JsonText *json);
  gboolean (*read) (const Field *field, const JsonValue *value, gpointer data);
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

/* Returns: the field of that name, sought from @expected on, for members stand in the order of the
 * fields; the number of fields if there is none. */
static gsize
find_field (const Record *record, const char *name, gsize expected)
{
  for (gsize i = 0; i < record->n_fields; i++)
    {
      gsize at = expected + i < record->n_fields ? expected + i : expected + i - record->n_fields;
      if (strcmp (record->fields[at].name, name) == 0)
        return at;
    }
  return record->n_fields;
}

/* A member that no field is named for would be lost in silence. */
static gboolean
fail_unknown (const Record *record, const JsonLine *line, const char *name, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (name, -1);
  return json_line_fail (line, shown, error, "no %s has it", record->type);
}

/* Reads a member into the field of its name, at or behind @place, which then is the one behind. */
static gboolean
read_member (const Record *record, const JsonLine *line, const JsonValue *member, gsize *place,
             guint64 *seen, gpointer data, GError **error)
{
  if (g_str_equal (member->name, "type"))
    return TRUE;
  gsize at = find_field (record, member->name, *place);
  if (at == record->n_fields)
    return fail_unknown (record, line, member->name, error);

  const Field *field = &record->fields[at];
  *place = at + 1;
  *seen |= (guint64) 1 << at;
  return field->kind == FIELD_OTHER || kinds[field->kind].read (field, member, data)
         || json_line_fail (line, field->name, error, "%s must stand here",
                            kinds[field->kind].wanted);
}

gboolean
record_read (const Record *record, const JsonLine *line, gpointer data, GError **error)
{
  guint64 seen = 0; /* a bit for each field */
  gsize place = 0;
  g_assert (record->n_fields <= 64);
  const JsonValue *member = json_value_first (line->root);
  for (guint i = 0; i < line->root->is.n_elements; i++, member = json_value_next (member))
    if (!read_member (record, line, member, &place, &seen, data, error))
      return FALSE;
  for (gsize i = 0; i < record->n_fields; i++)
    if (record->fields[i].is_required && (seen >> i & 1) == 0)
      return json_line_fail (line, record->fields[i].name, error, "is missing");
  return TRUE;
}
