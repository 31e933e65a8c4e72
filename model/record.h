/* model/record.h - what a structure of model/ is made of, as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to model/.  One table for each structure says its fields, their names in the stream,
 * what they hold when nothing is known and what they may hold.  From it come the structure's
 * first state, its end, and its line in the stream, both ways.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/code.h"
#include "model/json.h"
#include "model/json_line.h"
#include "model/place.h"

G_BEGIN_DECLS

typedef enum
{
  FIELD_INT,     /* int */
  FIELD_REAL,    /* double */
  FIELD_BOOL,    /* gboolean */
  FIELD_TEXT,    /* char *, a phrase (model/phrase.h), never NULL */
  FIELD_CODE,    /* an enumeration, by its code */
  FIELD_PERIOD,  /* Period, as period_format() writes it */
  FIELD_DECIMAL, /* Decimal, as decimal_format() writes it, with a bool that says if it is set */
  FIELD_BOX,     /* Box: [x0, y0, x1, y1] */
  FIELD_OTHER,   /* a member of the line that the table's user reads and writes */
} FieldKind;

typedef struct
{
  const char *name; /* in the stream */
  FieldKind kind;
  gsize offset;          /* of the field in the structure */
  gsize has_offset;      /* of FIELD_DECIMAL's bool */
  gboolean is_required;  /* in the stream even if it holds what it holds at first */
  double first;          /* what a number holds when nothing is known */
  double least, most;    /* of a number; most is no limit if 0 */
  const CodeList *codes; /* of FIELD_CODE, which holds the first of them at first */
} Field;

typedef struct
{
  const char *type; /* the "type" of its lines */
  const Field *fields;
  gsize n_fields;
} Record;

/* Sets the fields of @data, which is all zero, to what they hold when nothing is known. */
void record_init (const Record *record, gpointer data);

/* Frees the texts of @data. */
void record_clear (const Record *record, gpointer data);

/* Writes the members of @data that hold anything else than at first, behind "type"; the caller
 * begins and ends the object. */
void record_write (const Record *record, gconstpointer data, JsonText *json);

/**
 * record_read:
 * @record: the table
 * @line: a line of that type
 * @data: (inout): a structure fresh from record_init()
 * @error: return location for a #RecountError
 *
 * Returns: %FALSE with %RECOUNT_ERROR_STREAM, leaving @data to be cleared, if a member is missing,
 *   not known, of the wrong type or beyond what it may hold
 */
gboolean record_read (const Record *record, const JsonLine *line, gpointer data, GError **error);

/* The same for the four sides of a box inside of an open array: written to its end, read from four
 * values on end.  record_read_box() returns FALSE, leaving @box alone, if they are no box. */
void record_write_box (Box box, JsonText *json);
gboolean record_read_box (const JsonValue *sides, Box *box);

G_END_DECLS
