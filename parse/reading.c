/* parse/reading.c - how a cell's characters become a value, a direction and a status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. An arrow at either end is taken off: it is the direction.
 * 2. What is left is tried against the marks of the lexicon: `n/a`, `-`, `New measure from ...`.
 * 3. Then against the shapes of numbers; the first one that matches whole reads it.
 */
#include "parse/reading.h"

#include <string.h>

#include "parse/memory.h"

#define DIGITS "(?:\\d{1,3}(?:,\\d{3})+|\\d+)"
#define NUMBER "(?<sign>[-+\\x{2212}\\x{2013}])? ?\\x{A3}? ?(?<digits>" DIGITS "?(?:\\.\\d+)?)"
#define SECOND "(?<second>" DIGITS "(?:\\.\\d+)?)"
#define UNIT " ?(?:%|days?|weeks?|wks?|per 10,?000)?"
/* As published first or revised since, and a footnote's mark. */
#define NOTE                                                                                       \
  "(?: ?[rp]| ?[(\\[](?:[prebu]|prov(?:isional)?|rev(?:ised)?|est(?:imated?)?)[)\\]])?"            \
  " ?[*\\x{2020}\\x{2021}^\\x{B9}\\x{B2}\\x{B3}\\x{2070}-\\x{2079}]*"
#define COUNT "(?<second>" DIGITS ")"
#define OF " ?(?:[o0]{1,2}f|out of|/) ?"

/* A way to print numbers. */
typedef struct
{
  Looks looks;
  const char *pattern;
  enum
  {
    READS_VALUE,    /* digits are the value */
    READS_NEGATIVE, /* digits stand in brackets */
    READS_FRACTION, /* second is the numerator, third the denominator, digits the percentage, of
                       which one or two may be left out */
    READS_UPPER,    /* digits are the value and an upper bound */
    READS_LOWER,    /* digits are the value and a lower bound */
    READS_AROUND,   /* second, give or take digits */
    READS_BETWEEN,  /* digits to second */
    READS_NOTHING,  /* a distance from something else */
  } reads;
} Shape;

static const Shape shapes[] = {
  { LOOKS_NUMBER, NUMBER UNIT NOTE, READS_VALUE },
  { LOOKS_NUMBER, "\\( ?" NUMBER UNIT " ?\\)" UNIT, READS_NEGATIVE },
  { LOOKS_FRACTION, COUNT OF "(?<third>" DIGITS "(?:\\.\\d+)?)", READS_FRACTION },
  { LOOKS_FRACTION, NUMBER " ?% ?\\( ?" COUNT "(?:" OF "(?<third>" DIGITS "))? ?\\)",
    READS_FRACTION },
  { LOOKS_FRACTION, COUNT "(?:" OF "(?<third>" DIGITS "))? ?[(=] ?" NUMBER " ?% ?\\)?",
    READS_FRACTION },
  { LOOKS_TOLERANCE, "(?:<|\\x{2264}|<=|under|below|less than|up to) ?" NUMBER UNIT, READS_UPPER },
  { LOOKS_TOLERANCE, NUMBER UNIT " ?(?:<|or (?:less|below|under))", READS_UPPER },
  { LOOKS_TOLERANCE, "(?:>|\\x{2265}|>=|over|above|more than|at least) ?" NUMBER UNIT,
    READS_LOWER },
  { LOOKS_TOLERANCE, NUMBER UNIT " ?(?:\\+|>|or (?:more|above|over))", READS_LOWER },
  { LOOKS_TOLERANCE,
    "(?:up to )?(?:\\+ ?/ ?-|\\x{B1}) ?(?<digits>" DIGITS "(?:\\.\\d+)?)" UNIT " of " SECOND "%?",
    READS_AROUND },
  { LOOKS_TOLERANCE,
    "(?:up to |more than |over )?(?:\\+ ?/ ?-|\\x{B1}) ?(?<digits>" DIGITS "(?:\\.\\d+)?)" UNIT,
    READS_NOTHING },
  { LOOKS_TOLERANCE, "(?<digits>" DIGITS "(?:\\.\\d+)?)%? ?(?:-|\\x{2013}|to) ?" SECOND UNIT,
    READS_BETWEEN },
};

struct _CellReader
{
  const Vocabulary *vocabulary; /* borrowed */
  Pattern *patterns[G_N_ELEMENTS (shapes)];
  GHashTable *memory; /* owned; of Reading */
};

CellReader *
cell_reader_new (const Vocabulary *vocabulary)
{
  CellReader *reader = g_new0 (CellReader, 1);
  reader->vocabulary = vocabulary;
  reader->memory = memory_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *source = g_strconcat ("^", shapes[i].pattern, "$", NULL);
      reader->patterns[i] = pattern_new (source, &error);
      g_assert_no_error (error);
    }
  return reader;
}

void
cell_reader_forget (const CellReader *reader)
{
  g_hash_table_remove_all (reader->memory);
}

void
cell_reader_free (CellReader *reader)
{
  if (reader == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    pattern_free (reader->patterns[i]);
  g_hash_table_unref (reader->memory);
  g_free (reader);
}

/* Reads a group's digits; FALSE if they are none or too many for a Decimal. */
static gboolean
read_digits (const Pattern *pattern, const char *text, const char *group, gboolean is_negative,
             Decimal *decimal)
{
  g_autofree char *printed = pattern_dup_group (pattern, text, group);
  if (printed == NULL || printed[0] == '\0')
    return FALSE;

  g_auto (GStrv) thousands = g_strsplit (printed, ",", -1);
  g_autofree char *digits = g_strjoinv (NULL, thousands);
  g_autofree char *plain
      = g_strconcat (is_negative ? "-" : "", digits[0] == '.' ? "0" : "", digits, NULL);
  return decimal_parse (plain, decimal);
}

/* Returns a plus or minus @distance, in the larger of their scales. */
static Decimal
decimal_shift (Decimal a, Decimal distance, int sign)
{
  for (; a.scale < distance.scale; a.scale++)
    a.mantissa *= 10;
  for (; distance.scale < a.scale; distance.scale++)
    distance.mantissa *= 10;
  a.mantissa += sign * distance.mantissa;
  return a;
}

static gboolean
read_around (const Pattern *pattern, const char *text, Reading *reading)
{
  Decimal distance, middle;
  if (!read_digits (pattern, text, "digits", FALSE, &distance)
      || !read_digits (pattern, text, "second", FALSE, &middle)
      || ABS (distance.scale - middle.scale) > 4 || ABS (distance.mantissa) > G_MAXINT32
      || ABS (middle.mantissa) > G_MAXINT32)
    return FALSE;

  reading->has_lower = reading->has_upper = TRUE;
  reading->lower = decimal_shift (middle, distance, -1);
  reading->upper = decimal_shift (middle, distance, +1);
  return TRUE;
}

/* Takes the numbers out of a match; FALSE if they do not fit a Decimal. */
static gboolean
read_shape (const Shape *shape, const Pattern *pattern, const char *text, Reading *reading)
{
  g_autofree char *sign = pattern_dup_group (pattern, text, "sign");
  gboolean is_negative = sign != NULL && sign[0] != '\0' && sign[0] != '+';
  reading->is_percent = strchr (text, '%') != NULL;
  reading->looks
      = shape->looks == LOOKS_NUMBER && reading->is_percent ? LOOKS_PERCENT : shape->looks;
  switch (shape->reads)
    {
    case READS_NOTHING:
      return TRUE;
    case READS_AROUND:
      return read_around (pattern, text, reading);
    case READS_FRACTION:
      reading->has_value = read_digits (pattern, text, "digits", is_negative, &reading->value);
      reading->has_numerator = read_digits (pattern, text, "second", FALSE, &reading->numerator);
      reading->has_denominator = read_digits (pattern, text, "third", FALSE, &reading->denominator);
      return reading->has_numerator;
    case READS_BETWEEN:
      return reading->has_lower = reading->has_upper
             = read_digits (pattern, text, "digits", FALSE, &reading->lower)
               && read_digits (pattern, text, "second", FALSE, &reading->upper);
    case READS_VALUE:
    case READS_NEGATIVE:
    case READS_UPPER:
    case READS_LOWER:
      reading->has_value = read_digits (
          pattern, text, "digits", is_negative || shape->reads == READS_NEGATIVE, &reading->value);
      reading->has_upper = reading->has_value && shape->reads == READS_UPPER;
      reading->has_lower = reading->has_value && shape->reads == READS_LOWER;
      reading->upper = reading->lower = reading->value;
      return reading->has_value;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_number (const CellReader *reader, const char *text, Reading *reading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      Reading attempt = *reading;
      if (!pattern_find (reader->patterns[i], text)
          || !read_shape (&shapes[i], reader->patterns[i], text, &attempt))
        continue;
      *reading = attempt;
      return TRUE;
    }
  return FALSE;
}

/* Takes an arrow off either end of @text.  Returns (transfer full): the rest, trimmed. */
static char *
take_arrow (const CellReader *reader, const char *text, Direction *direction)
{
  gsize from = 0, to = 0, length = strlen (text);
  const LexiconEntry *arrow
      = vocabulary_find_span (reader->vocabulary, WORDS_ARROWS, text, &from, &to);
  if (arrow == NULL || (from > 0 && to < length))
    return g_strdup (text);

  *direction = (Direction) arrow->means;
  return g_strstrip (from == 0 ? g_strdup (text + to) : g_strndup (text, from));
}

static Reading
read_text (const CellReader *reader, const char *text)
{
  Reading reading = { .looks = LOOKS_EMPTY, .status = STATUS_OK };
  const LexiconEntry *mark = vocabulary_find (reader->vocabulary, WORDS_MARKS, text);
  g_autofree char *rest = take_arrow (reader, text, &reading.direction);
  if (mark == NULL && rest[0] != '\0')
    mark = vocabulary_find (reader->vocabulary, WORDS_MARKS, rest);

  if (mark != NULL)
    {
      reading.looks = LOOKS_MARK;
      reading.status = (Status) mark->means;
    }
  else if (rest[0] == '\0')
    reading.looks = LOOKS_ARROW;
  else if (!read_number (reader, rest, &reading))
    {
      reading.looks = LOOKS_TEXT;
      reading.status = STATUS_UNREADABLE;
    }
  else if (reading.direction != DIRECTION_NONE)
    reading.looks = LOOKS_CHANGE;
  return reading;
}

guint
reading_parts (const Reading *reading, ReadingPart parts[READING_MAX_PARTS])
{
  guint n = 0;
  if (reading->has_value || !reading->has_numerator)
    parts[n++] = (ReadingPart){ COMPONENT_VALUE, *reading };
  if (reading->has_numerator)
    {
      parts[n] = (ReadingPart){ COMPONENT_NUMERATOR, *reading };
      parts[n].reading.has_value = TRUE;
      parts[n++].reading.value = reading->numerator;
    }
  if (reading->has_denominator)
    {
      parts[n] = (ReadingPart){ COMPONENT_DENOMINATOR, *reading };
      parts[n].reading.has_value = TRUE;
      parts[n++].reading.value = reading->denominator;
    }
  return n;
}

Reading
cell_read (const CellReader *reader, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return (Reading){ .looks = LOOKS_EMPTY, .status = STATUS_OK };
  const Reading *known = memory_find (reader->memory, text);
  if (known != NULL)
    return *known;
  Reading reading = read_text (reader, text);
  memory_add (reader->memory, text, &reading, sizeof reading);
  return reading;
}
