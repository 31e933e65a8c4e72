/* emit/store_field.c - how the fields of a report stand in the columns of the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each kind of field is a row of `kinds`: its columns, how it is written and how it is read.
 */
#include "emit/store_field.h"

#define MAX_COLUMNS 4

#define FIELD(Type, field, item) (*(const Type *) ((const char *) (item) + (field)->offset))
#define FIELD_AT(Type, field, item) (*(Type *) ((char *) (item) + (field)->offset))
/* Enumerations and truth values are of one byte or of four. */
static int
number_at (gconstpointer item, gsize offset, gsize size)
{
  const char *place = (const char *) item + offset;
  return size == sizeof (guint8) ? *(const guint8 *) place : *(const int *) place;
}

static void
set_number_at (gpointer item, gsize offset, gsize size, int value)
{
  char *place = (char *) item + offset;
  if (size == sizeof (guint8))
    *(guint8 *) place = (guint8) value;
  else
    *(int *) place = value;
}

/* --- writing --- */

static void
write_text (const StoreField *field, gconstpointer item, StoreRow *row)
{
  store_row_add_text (row, FIELD (char *, field, item));
}

static void
write_code (const StoreField *field, gconstpointer item, StoreRow *row)
{
  store_row_add_text (row,
                      code_list_code (field->codes, number_at (item, field->offset, field->size)));
}

static void
write_period (const StoreField *field, gconstpointer item, StoreRow *row)
{
  store_row_take_text (row, period_format (FIELD (Period, field, item)));
}

static void
write_int (const StoreField *field, gconstpointer item, StoreRow *row)
{
  int value = FIELD (int, field, item);
  if (value < 0)
    store_row_add_null (row);
  else
    store_row_add_integer (row, value);
}

static void
write_bool (const StoreField *field, gconstpointer item, StoreRow *row)
{
  store_row_add_integer (row, number_at (item, field->offset, field->size));
}

static void
write_ordinal (const StoreField *field, gconstpointer item, StoreRow *row)
{
  int index = FIELD (int, field, item);
  if (index == NO_INDICATOR)
    store_row_add_null (row);
  else
    store_row_add_integer (row, (gint64) index + 1);
}

static void
write_real (const StoreField *field, gconstpointer item, StoreRow *row)
{
  store_row_add_real (row, FIELD (double, field, item));
}

static void
write_decimal (const StoreField *field, gconstpointer item, StoreRow *row)
{
  if (number_at (item, field->has_offset, field->has_size) == 0)
    {
      for (guint i = 0; i < 3; i++)
        store_row_add_null (row);
      return;
    }
  Decimal decimal = FIELD (Decimal, field, item);
  store_row_take_text (row, decimal_format (decimal));
  store_row_add_integer (row, decimal.mantissa);
  store_row_add_integer (row, decimal.scale);
}

static void
write_box (const StoreField *field, gconstpointer item, StoreRow *row)
{
  Box box = FIELD (Box, field, item);
  const double sides[] = { box.x0, box.y0, box.x1, box.y1 };
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    if (box_is_empty (box))
      store_row_add_null (row);
    else
      store_row_add_real (row, sides[i]);
}

/* --- reading --- */

typedef struct
{
  const StoreDriver *driver;
  StoreRows *rows;
  guint column;
} Place;

static gboolean
read_int_at (const Place *place, guint offset, gint64 least, gint64 most, gint64 *value)
{
  *value = place->driver->integer (place->rows, place->column + offset);
  return *value >= least && *value <= most;
}

static gboolean
is_null_at (const Place *place)
{
  return place->driver->is_null (place->rows, place->column);
}

static gboolean
read_text (const StoreField *field, const Place *place, gpointer item)
{
  report_set_text (&FIELD_AT (char *, field, item),
                   place->driver->text (place->rows, place->column));
  return TRUE;
}

static gboolean
read_code (const StoreField *field, const Place *place, gpointer item)
{
  int value = code_list_value (field->codes, place->driver->text (place->rows, place->column));
  set_number_at (item, field->offset, field->size, MAX (value, 0));
  return value >= 0;
}

static gboolean
read_period (const StoreField *field, const Place *place, gpointer item)
{
  const char *code = place->driver->text (place->rows, place->column);
  return code[0] == '\0' || period_parse (code, &FIELD_AT (Period, field, item));
}

static gboolean
read_int (const StoreField *field, const Place *place, gpointer item)
{
  gint64 value = -1;
  gboolean ok = is_null_at (place) || read_int_at (place, 0, 0, G_MAXINT, &value);
  FIELD_AT (int, field, item) = (int) value;
  return ok;
}

static gboolean
read_ordinal (const StoreField *field, const Place *place, gpointer item)
{
  gint64 value = (gint64) NO_INDICATOR + 1;
  gboolean ok = is_null_at (place) || read_int_at (place, 0, 1, G_MAXINT, &value);
  FIELD_AT (int, field, item) = (int) value - 1;
  return ok;
}

static gboolean
read_bool (const StoreField *field, const Place *place, gpointer item)
{
  gint64 value = 0;
  gboolean ok = read_int_at (place, 0, 0, 1, &value);
  set_number_at (item, field->offset, field->size, value == 1);
  return ok;
}

static gboolean
read_real (const StoreField *field, const Place *place, gpointer item)
{
  FIELD_AT (double, field, item) = place->driver->real (place->rows, place->column);
  return TRUE;
}

static gboolean
read_decimal (const StoreField *field, const Place *place, gpointer item)
{
  if (is_null_at (place))
    return TRUE;

  gint64 scale = 0;
  Decimal *decimal = &FIELD_AT (Decimal, field, item);
  decimal->mantissa = place->driver->integer (place->rows, place->column + 1);
  gboolean ok = read_int_at (place, 2, 0, DECIMAL_MAX_DIGITS, &scale);
  decimal->scale = (int) scale;
  set_number_at (item, field->has_offset, field->has_size, ok);
  return ok;
}

static gboolean
read_box (const StoreField *field, const Place *place, gpointer item)
{
  double sides[MAX_COLUMNS] = { 0 };
  for (guint i = 0; i < MAX_COLUMNS && !is_null_at (place); i++)
    sides[i] = place->driver->real (place->rows, place->column + i);
  FIELD_AT (Box, field, item) = (Box){ sides[0], sides[1], sides[2], sides[3] };
  return TRUE;
}

static gboolean
read_nothing (G_GNUC_UNUSED const StoreField *field, G_GNUC_UNUSED const Place *place,
              G_GNUC_UNUSED gpointer item)
{
  return TRUE;
}

/* --- all of them --- */

static const struct
{
  void (*write) (const StoreField *field, gconstpointer item, StoreRow *row);
  gboolean (*read) (const StoreField *field, const Place *place, gpointer item);
  gboolean may_be_null;
  guint n_columns;
  struct
  {
    const char *name; /* with the field's for %s */
    StoreType type;
    const char *part; /* as in StoreColumn */
  } columns[MAX_COLUMNS];
} kinds[] = {
  [STORE_FIELD_TEXT] = { write_text, read_text, FALSE, 1, { { "%s", STORE_TEXT } } },
  [STORE_FIELD_CODE] = { write_code, read_code, FALSE, 1, { { "%s", STORE_TEXT } } },
  [STORE_FIELD_PERIOD] = { write_period, read_period, FALSE, 1, { { "%s", STORE_TEXT } } },
  [STORE_FIELD_INT] = { write_int, read_int, TRUE, 1, { { "%s", STORE_INTEGER } } },
  [STORE_FIELD_ORDINAL] = { write_ordinal, read_ordinal, TRUE, 1, { { "%s", STORE_INTEGER } } },
  [STORE_FIELD_BOOL] = { write_bool, read_bool, FALSE, 1, { { "%s", STORE_INTEGER } } },
  [STORE_FIELD_REAL] = { write_real, read_real, FALSE, 1, { { "%s", STORE_REAL } } },
  [STORE_FIELD_DECIMAL]
  = { write_decimal,
      read_decimal,
      TRUE,
      3,
      { { "%s", STORE_TEXT },
        { "%s_mantissa", STORE_INTEGER, "its digits as a whole number" },
        { "%s_scale", STORE_INTEGER, "how many of its digits are decimals" } } },
  [STORE_FIELD_BOX] = { write_box,
                        read_box,
                        TRUE,
                        4,
                        { { "x0", STORE_REAL, "left edge" },
                          { "y0", STORE_REAL, "top edge" },
                          { "x1", STORE_REAL, "right edge" },
                          { "y1", STORE_REAL, "bottom edge" } } },
  [STORE_FIELD_DERIVED] = { NULL, read_nothing, FALSE, 1, { { "%s", STORE_TEXT } } },
};

guint
store_field_n_columns (const StoreField *field)
{
  return kinds[field->kind].n_columns;
}

void
store_field_each_column (const StoreField *field, StoreColumnFunc visit, gpointer data)
{
  for (guint i = 0; i < kinds[field->kind].n_columns; i++)
    {
      g_auto (GStrv) parts = g_strsplit (kinds[field->kind].columns[i].name, "%s", 2);
      g_autofree char *name = g_strjoinv (field->name, parts);
      const StoreColumn column
          = { name, kinds[field->kind].columns[i].type, kinds[field->kind].may_be_null,
              kinds[field->kind].columns[i].part };
      visit (field, &column, data);
    }
}

void
store_field_write (const StoreField *field, const Report *report, gconstpointer item, StoreRow *row)
{
  if (field->derive != NULL)
    store_row_take_text (row, field->derive (report, item));
  else
    kinds[field->kind].write (field, item, row);
}

gboolean
store_field_read (const StoreField *field, const StoreDriver *driver, StoreRows *rows, guint column,
                  gpointer item)
{
  const Place place = { driver, rows, column };
  return kinds[field->kind].read (field, &place, item);
}
