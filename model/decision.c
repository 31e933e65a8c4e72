/* model/decision.c - what a person decided about a finding or a cell of a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/decision.h"

#include <string.h>

#include "model/csv_reader.h"

#define SHA256_DIGITS 64

#define KIND_CODE(name, code) code,
static const char *const kind_texts[] = { DECISION_KINDS (KIND_CODE) };
const CodeList decision_kind_codes = { "decision", kind_texts, G_N_ELEMENTS (kind_texts) };

static const char *const about_texts[] = { "finding", "cell" };
static const CodeList about_codes = { "about", about_texts, G_N_ELEMENTS (about_texts) };

/* ---- life ---- */

static void
decision_free (gpointer data)
{
  Decision *decision = data;
  char *texts[] = { decision->file,    decision->source_sha256, decision->rule, decision->ref,
                    decision->printed, decision->who,           decision->when, decision->why };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (decision);
}

Decisions *
decisions_new (void)
{
  Decisions *decisions = g_new0 (Decisions, 1);
  decisions->decisions = g_ptr_array_new_with_free_func (decision_free);
  return decisions;
}

void
decisions_free (Decisions *decisions)
{
  if (decisions == NULL)
    return;

  g_ptr_array_unref (decisions->decisions);
  g_free (decisions);
}

/* ---- columns ---- */

/* Reads a field into its decision.  Returns (nullable): what is wrong with it, NULL if nothing. */
typedef const char *(*FieldReader) (Decision *decision, const char *text);

static const char *
read_sha256 (Decision *decision, const char *text)
{
  decision->source_sha256 = g_strdup (text);
  gboolean is_sum
      = strlen (text) == SHA256_DIGITS && strspn (text, "0123456789abcdef") == SHA256_DIGITS;
  return is_sum ? NULL : "is no SHA-256: 64 digits of 0-9 and a-f";
}

static const char *
read_about (Decision *decision, const char *text)
{
  int about = code_list_value (&about_codes, text);
  decision->is_of_cell = about == 1;
  return about >= 0 ? NULL : "is neither finding nor cell";
}

static const char *
read_kind (Decision *decision, const char *text)
{
  int kind = code_list_value (&decision_kind_codes, text);
  decision->kind = (DecisionKind) MAX (kind, 0);
  return kind >= 0 ? NULL : "is none of accept, correct and reject";
}

static const char *
read_rule (Decision *decision, const char *text)
{
  decision->rule = g_strdup (text);
  return decision->is_of_cell == (text[0] == '\0') ? NULL
         : decision->is_of_cell                    ? "is a rule, and a cell has none"
                                                   : "names no rule, and the finding has one";
}

/* Reads a whole number from 1 on, or none. */
static const char *
read_ordinal (const char *text, int *number)
{
  guint64 value = 0;
  *number = -1;
  if (text[0] == '\0')
    return NULL;
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &value, NULL))
    return "is no whole number from 1 on";
  *number = (int) value;
  return NULL;
}

static const char *
read_indicator (Decision *decision, const char *text)
{
  int number = 0;
  const char *trouble = read_ordinal (text, &number);
  decision->indicator = number > 0 ? number - 1 : NO_INDICATOR;
  if (trouble == NULL && number < 0 && decision->is_of_cell)
    return "names no indicator, and the cell has one";
  return trouble;
}

static const char *
read_ref (Decision *decision, const char *text)
{
  decision->ref = g_strdup (text);
  return NULL;
}

static const char *
read_measure (Decision *decision, const char *text)
{
  int measure = measure_from_code (text);
  decision->measure = (Measure) MAX (measure, 0);
  return measure >= 0 ? NULL : "is no measure";
}

static const char *
read_comparator (Decision *decision, const char *text)
{
  int comparator = comparator_from_code (text);
  decision->comparator = (Comparator) MAX (comparator, 0);
  return comparator >= 0 ? NULL : "is no comparator";
}

static const char *
read_period (Decision *decision, const char *text)
{
  decision->period = NO_PERIOD;
  return text[0] == '\0' || period_parse (text, &decision->period)
             ? NULL
             : "is no period, such as 2016-11, 2016-Q3, FY2015-16 or YTD2016-17";
}

static const char *
read_component (Decision *decision, const char *text)
{
  int component = text[0] == '\0' ? COMPONENT_VALUE : component_from_code (text);
  decision->component = (Component) MAX (component, 0);
  return component >= 0 ? NULL : "is no component";
}

static const char *
read_page (Decision *decision, const char *text)
{
  return read_ordinal (text, &decision->page);
}

static const char *
read_edge (const char *text, double *edge)
{
  Decimal decimal = { 0, 0 };
  if (text[0] == '\0')
    return NULL;
  if (!decimal_parse (text, &decimal))
    return "is no length";
  *edge = g_ascii_strtod (text, NULL); /* digits, as was just seen */
  return NULL;
}

static const char *
read_x0 (Decision *decision, const char *text)
{
  return read_edge (text, &decision->box.x0);
}

static const char *
read_y0 (Decision *decision, const char *text)
{
  return read_edge (text, &decision->box.y0);
}

static const char *
read_x1 (Decision *decision, const char *text)
{
  return read_edge (text, &decision->box.x1);
}

static const char *
read_y1 (Decision *decision, const char *text)
{
  const char *trouble = read_edge (text, &decision->box.y1);
  gboolean is_needed = decision->is_of_cell || decision->kind == DECISION_CORRECT;
  if (trouble == NULL && is_needed && (decision->page < 1 || box_is_empty (decision->box)))
    return "ends a place that is not told, and there must be one: page, x0, y0, x1 and y1";
  return trouble;
}

static const char *
read_printed (Decision *decision, const char *text)
{
  decision->printed = g_strdup (text);
  return NULL;
}

static const char *
read_value (Decision *decision, const char *text)
{
  gboolean is_correction = decision->kind == DECISION_CORRECT;
  if (!is_correction)
    return text[0] == '\0' ? NULL : "is a value, and only a correction has one";
  return decimal_parse (text, &decision->value) ? NULL : "is no plain number such as 95.8";
}

static const char *
read_who (Decision *decision, const char *text)
{
  decision->who = g_strdup (text);
  return NULL;
}

/* Whether @text is laid out as @pattern, in which 0 stands for any digit. */
static gboolean
is_like (const char *text, const char *pattern)
{
  for (; *pattern != '\0'; text++, pattern++)
    if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  return *text == '\0';
}

static gboolean
is_day (const char *text)
{
  guint year = (guint) g_ascii_strtoull (text, NULL, 10);
  guint month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  guint day = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  return year > 0 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static const char *
read_when (Decision *decision, const char *text)
{
  decision->when = g_strdup (text);
  if (text[0] == '\0')
    return NULL;
  return (is_like (text, "0000-00-00") || is_like (text, "0000-00-00T00:00:00Z")) && is_day (text)
             ? NULL
             : "is no time such as 2016-11-30 or 2016-11-30T12:00:00Z";
}

static const char *
read_why (Decision *decision, const char *text)
{
  decision->why = g_strdup (text);
  return NULL;
}

/* In the order in which they stand in the file: some look at what those before them read. */
static const struct
{
  const char *name;
  FieldReader read;
} columns[] = {
  { "source_sha256", read_sha256 },
  { "about", read_about },
  { "decision", read_kind },
  { "rule", read_rule },
  { "indicator_no", read_indicator },
  { "ref", read_ref },
  { "measure", read_measure },
  { "comparator", read_comparator },
  { "period", read_period },
  { "component", read_component },
  { "page", read_page },
  { "x0", read_x0 },
  { "y0", read_y0 },
  { "x1", read_x1 },
  { "y1", read_y1 },
  { "printed", read_printed },
  { "value", read_value },
  { "who", read_who },
  { "when", read_when },
  { "why", read_why },
};

/* ---- rows ---- */

static gboolean
check_header (CsvReader *reader, const GPtrArray *fields, GError **error)
{
  for (guint i = 0; i < MAX (fields->len, G_N_ELEMENTS (columns)); i++)
    {
      const char *wanted = i < G_N_ELEMENTS (columns) ? columns[i].name : "(none)";
      const char *found = i < fields->len ? g_ptr_array_index (fields, i) : "(none)";
      if (!g_str_equal (wanted, found))
        return csv_reader_fail (reader, found, error, "column %u should be '%s'", i + 1, wanted);
    }
  return TRUE;
}

static gboolean
read_fields (CsvReader *reader, const GPtrArray *fields, Decision *decision, GError **error)
{
  if (fields->len != G_N_ELEMENTS (columns))
    return csv_reader_fail (reader, columns[MIN (fields->len, G_N_ELEMENTS (columns) - 1)].name,
                            error, "the row has %u fields, the header %" G_GSIZE_FORMAT,
                            fields->len, G_N_ELEMENTS (columns));
  for (guint i = 0; i < fields->len; i++)
    {
      const char *text = g_ptr_array_index (fields, i);
      const char *trouble = columns[i].read (decision, text);
      if (trouble != NULL)
        return csv_reader_fail (reader, columns[i].name, error, "'%s' %s", text, trouble);
    }
  return TRUE;
}

/* Returns (transfer full): what a decision is about, in one text. */
static char *
key_of (const Decision *decision)
{
  g_autofree char *period = period_format (decision->period);
  return g_strdup_printf ("%s\n%d\n%s\n%d %d %d %s %d %d\n%.2f %.2f %.2f %.2f\n%s",
                          decision->source_sha256, decision->is_of_cell, decision->rule,
                          decision->indicator, (int) decision->measure, (int) decision->comparator,
                          period, (int) decision->component, decision->page, decision->box.x0,
                          decision->box.y0, decision->box.x1, decision->box.y1, decision->printed);
}

/* Adds a decision, in place of one of an earlier file about the same thing. */
static gboolean
take_decision (Decisions *decisions, GHashTable *places, Decision *decision, CsvReader *reader,
               GError **error)
{
  char *key = key_of (decision);
  gpointer place = NULL;
  if (!g_hash_table_lookup_extended (places, key, NULL, &place))
    {
      g_hash_table_insert (places, key, GUINT_TO_POINTER (decisions->decisions->len));
      g_ptr_array_add (decisions->decisions, decision);
      return TRUE;
    }
  g_free (key);
  gpointer *earlier = &g_ptr_array_index (decisions->decisions, GPOINTER_TO_UINT (place));
  Decision *before = *earlier;
  if (g_str_equal (before->file, decision->file))
    {
      csv_reader_fail (reader, "decision", error, "line %d decided about this already",
                       before->line);
      decision_free (decision);
      return FALSE;
    }
  decision_free (before);
  *earlier = decision;
  return TRUE;
}

static gboolean
read_row (Decisions *decisions, GHashTable *places, CsvReader *reader, const GPtrArray *fields,
          const char *path, GError **error)
{
  Decision *decision = g_new0 (Decision, 1);
  decision->file = g_strdup (path);
  decision->line = csv_reader_line (reader);
  if (read_fields (reader, fields, decision, error))
    return take_decision (decisions, places, decision, reader, error);
  decision_free (decision);
  return FALSE;
}

static gboolean
read_rows (Decisions *decisions, GHashTable *places, CsvReader *reader, const char *path,
           GError **error)
{
  Where where = WHERE_FILE (path);
  const GPtrArray *fields = NULL;
  g_autoptr (GError) reason = NULL;
  for (guint n = 0; (fields = csv_reader_next (reader, &reason)) != NULL; n++)
    {
      if (n == DECISIONS_MAX_ROWS)
        return recount_fail (error, RECOUNT_ERROR_LIMIT, &where, "has more than %d decisions",
                             DECISIONS_MAX_ROWS);
      if (!read_row (decisions, places, reader, fields, path, error))
        return FALSE;
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
decisions_parse (Decisions *decisions, const char *path, const char *text, gsize length,
                 GError **error)
{
  Where where = WHERE_FILE (path);
  if (length > DECISIONS_MAX_BYTES)
    return recount_fail (error, RECOUNT_ERROR_LIMIT, &where, "has more than %d bytes",
                         DECISIONS_MAX_BYTES);

  g_autoptr (CsvReader) reader = csv_reader_new (path, text, length);
  g_autoptr (GError) reason = NULL;
  const GPtrArray *header = csv_reader_next (reader, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (header == NULL)
    return recount_fail (error, RECOUNT_ERROR_DATA, &where, "is empty");
  if (!check_header (reader, header, error))
    return FALSE;

  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < decisions->decisions->len; i++)
    g_hash_table_insert (places, key_of (g_ptr_array_index (decisions->decisions, i)),
                         GUINT_TO_POINTER (i));
  return read_rows (decisions, places, reader, path, error);
}

gboolean
decisions_load (Decisions *decisions, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GError) reason = NULL;
  Where where = WHERE_FILE (path);
  if (!g_file_get_contents (path, &text, &length, &reason))
    return recount_fail (error, RECOUNT_ERROR_DATA, &where, "%s", reason->message);
  return decisions_parse (decisions, path, text, length, error);
}
