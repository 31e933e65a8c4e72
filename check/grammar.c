/* check/grammar.c - does a figure look like those that it stands among?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Figures of one kind stand together: the months of a row, the changes of a table's column.
 * 2. What nearly all of them have in common - decimals, a percent sign, no minus, a single number,
 *    an arrow - is how they are printed.
 * 3. An arrow is no number, and a share of more than the whole is one of several in its row.
 * 4. A month that is many times the largest of the others, or a small part of the least, has
 *    lost a point or a digit, or won one.
 */
#include "check/grammar.h"

#include <string.h>

#define ENOUGH 4     /* others of a kind that show how they are printed */
#define NEARLY_ALL 6 /* at most one in so many may be printed otherwise */
#define FAR 5        /* times the largest, or that part of the least */
#define FAR_FROM 10  /* where the least others are below this, they go up and down as they like */
#define MAX_SCALE 4
#define FIRST_ARROW 0x2190 /* up to triangles */
#define LAST_ARROW 0x25FF
#define NUMBER "0123456789.," /* what a number goes on with */

typedef struct
{
  guint n, n_percent, n_negative, n_single, n_arrow, n_scale[MAX_SCALE + 1];
  guint n_lone; /* arrows without a number; not among the @n */
  gboolean is_of_months;
  GPtrArray *figures; /* of Figure, borrowed */
} Kind;

struct _Grammar
{
  GHashTable *kinds; /* owned; what kind_key() names to Kind */
};

static void
kind_free (gpointer data)
{
  Kind *kind = data;
  g_ptr_array_unref (kind->figures);
  g_free (kind);
}

static gboolean
is_of_row (Measure measure)
{
  return measure == MEASURE_ACTUAL || measure == MEASURE_YTD || measure == MEASURE_MAX_12M
         || measure == MEASURE_MEAN_12M || measure == MEASURE_ANNUAL;
}

static gboolean
is_of_column (Measure measure)
{
  return measure == MEASURE_CHANGE_PREV || measure == MEASURE_CHANGE_YEAR;
}

static gboolean
is_bound (const Figure *figure)
{
  return figure->measure == MEASURE_TARGET || figure->measure == MEASURE_RED
         || figure->measure == MEASURE_AMBER || figure->measure == MEASURE_GREEN;
}

static gboolean
has_arrow (const Figure *figure)
{
  for (const char *at = figure->raw; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) >= FIRST_ARROW && g_utf8_get_char (at) <= LAST_ARROW)
      return TRUE;
  return FALSE;
}

/* Whether it is a change of which an arrow alone was read. */
static gboolean
is_lone_arrow (const Figure *figure)
{
  return is_of_column (figure->measure) && !figure->has_value && figure->status == STATUS_OK
         && has_arrow (figure);
}

/* Returns (transfer full) (nullable): the name of the figures that it is printed like. */
static char *
kind_key (const Figure *figure)
{
  if (!figure->has_value && !is_lone_arrow (figure))
    return NULL;
  if (is_of_row (figure->measure))
    return g_strdup_printf ("row %d %d", figure->indicator, (int) figure->component);
  return is_of_column (figure->measure)
             ? g_strdup_printf ("column %d %d", figure->table, (int) figure->measure)
             : NULL;
}

static gboolean
has_percent_sign (const Figure *figure)
{
  return strchr (figure->raw, '%') != NULL;
}

/* Whether one number is printed, and not two, as where an arrow was taken for a figure: `1 (10%)`.
 */
static gboolean
is_single (const Figure *figure)
{
  guint n = 0;
  for (const char *at = figure->raw; *at != '\0'; at++)
    if (g_ascii_isdigit (*at) && (at == figure->raw || strchr (NUMBER, at[-1]) == NULL))
      n++;
  return n == 1;
}

/* Averages have decimals of their own, and the years of a row may be of another unit than its
 * months. */
static gboolean
shows_shape (const Figure *figure)
{
  return figure->measure == MEASURE_ACTUAL || is_of_column (figure->measure);
}

static void
kind_add (Kind *kind, Figure *figure)
{
  if (is_lone_arrow (figure))
    {
      kind->n_lone++;
      return;
    }
  g_ptr_array_add (kind->figures, figure);
  if (!shows_shape (figure))
    return;
  kind->is_of_months |= figure->measure == MEASURE_ACTUAL;
  kind->n++;
  kind->n_percent += has_percent_sign (figure);
  kind->n_single += is_single (figure);
  kind->n_arrow += has_arrow (figure);
  kind->n_negative += figure->value.mantissa < 0;
  kind->n_scale[MIN (figure->value.scale, MAX_SCALE)]++;
}

Grammar *
grammar_new (const Report *report)
{
  Grammar *grammar = g_new0 (Grammar, 1);
  grammar->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kind_free);
  for (guint i = 0; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      char *key = kind_key (figure);
      if (key == NULL)
        continue;
      Kind *kind = g_hash_table_lookup (grammar->kinds, key);
      if (kind == NULL)
        {
          kind = g_new0 (Kind, 1);
          kind->figures = g_ptr_array_new ();
          g_hash_table_insert (grammar->kinds, g_strdup (key), kind);
        }
      kind_add (kind, figure);
      g_free (key);
    }
  return grammar;
}

void
grammar_free (Grammar *grammar)
{
  if (grammar == NULL)
    return;
  g_hash_table_unref (grammar->kinds);
  g_free (grammar);
}

static const Kind *
kind_of (const Grammar *grammar, const Figure *figure)
{
  g_autofree char *key = kind_key (figure);
  return key != NULL ? g_hash_table_lookup (grammar->kinds, key) : NULL;
}

/* Whether @n of @all, with one among them in question, show that all are so. */
static gboolean
is_nearly_all (guint n, guint all)
{
  return n >= ENOUGH && (all - n) * NEARLY_ALL <= all;
}

static int
usual_scale (const Kind *kind)
{
  for (int scale = 0; scale < MAX_SCALE; scale++)
    if (is_nearly_all (kind->n_scale[scale], kind->n))
      return scale;
  return -1;
}

int
grammar_scale (const Grammar *grammar, const Figure *figure)
{
  const Kind *kind = shows_shape (figure) ? kind_of (grammar, figure) : NULL;
  return kind != NULL ? usual_scale (kind) : -1;
}

/* Doubts */

/* Whether it is a month, or lies among the months of its row. */
static gboolean
is_of_months (const Figure *figure)
{
  return figure->measure == MEASURE_ACTUAL || figure->measure == MEASURE_MAX_12M
         || figure->measure == MEASURE_MEAN_12M;
}

/* The least or the largest month of the row but @figure, by @sign; NULL if there are too few. */
static const Figure *
extreme_but (const Kind *kind, const Figure *figure, int sign)
{
  const Figure *extreme = NULL;
  guint n = 0;
  for (guint i = 0; i < kind->figures->len; i++)
    {
      const Figure *other = kind->figures->pdata[i];
      if (other == figure || other->measure != MEASURE_ACTUAL)
        continue;
      n++;
      if (extreme == NULL || sign * decimal_compare (other->value, extreme->value) > 0)
        extreme = other;
    }
  return n >= ENOUGH ? extreme : NULL;
}

/* The value times @factor: far from where a decimal ends. */
static Decimal
times (Decimal value, int factor)
{
  if (ABS (value.mantissa) < G_MAXINT64 / factor)
    value.mantissa *= factor;
  return value;
}

static gboolean
is_far_off (const Kind *kind, const Figure *figure)
{
  static const Decimal from = { FAR_FROM, 0 };
  if (!is_of_months (figure))
    return FALSE;
  const Figure *least = extreme_but (kind, figure, -1), *largest = extreme_but (kind, figure, 1);
  if (least == NULL || decimal_compare (least->value, from) < 0)
    return FALSE;
  return decimal_compare (figure->value, times (largest->value, FAR)) > 0
         || decimal_compare (times (figure->value, FAR), least->value) < 0;
}

static gboolean
is_unlike (const Kind *kind, const Figure *figure)
{
  if (is_lone_arrow (figure)) /* its number was lost */
    return is_nearly_all (kind->n, kind->n + kind->n_lone);
  gboolean has_percent = has_percent_sign (figure);
  guint n_alike = has_percent ? kind->n_percent : kind->n - kind->n_percent;
  if ((shows_shape (figure) || is_of_months (figure)) && is_nearly_all (kind->n - n_alike, kind->n))
    return TRUE;
  if (!shows_shape (figure))
    return is_far_off (kind, figure);
  if ((!is_single (figure) && is_nearly_all (kind->n_single, kind->n))
      || (!has_arrow (figure) && is_nearly_all (kind->n_arrow, kind->n)))
    return TRUE;
  int scale = usual_scale (kind);
  gboolean is_lone_negative = kind->is_of_months && figure->value.mantissa < 0
                              && is_nearly_all (kind->n - kind->n_negative, kind->n);
  return (scale >= 0 && scale != figure->value.scale) || is_lone_negative
         || is_far_off (kind, figure);
}

/* Whether it is an arrow in a column of numbers: no month rises or falls by itself. */
static gboolean
is_stray_arrow (const Figure *figure)
{
  gboolean is_number
      = is_of_row (figure->measure) || figure->measure == MEASURE_BENCHMARK || is_bound (figure);
  return is_number && !figure->has_value && figure->status == STATUS_OK && has_arrow (figure);
}

/* Whether it is more than 100 per cent, where no month of its row is. */
static gboolean
is_over_whole (const Grammar *grammar, const Figure *figure)
{
  static const Decimal whole = { 100, 0 };
  if (!figure->has_value || !has_percent_sign (figure) || is_of_column (figure->measure)
      || decimal_compare (figure->value, whole) <= 0)
    return FALSE;
  Figure month = *figure;
  month.measure = MEASURE_ACTUAL;
  const Kind *kind = kind_of (grammar, &month);
  for (guint i = 0; kind != NULL && i < kind->figures->len; i++)
    {
      const Figure *other = kind->figures->pdata[i];
      if (other != figure && decimal_compare (other->value, whole) > 0)
        return FALSE;
    }
  return TRUE;
}

void
grammar_doubt (const Grammar *grammar, const Report *report)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      if (figure->origin != ORIGIN_OCR)
        continue;
      const Kind *kind = kind_of (grammar, figure);
      if ((kind != NULL && is_unlike (kind, figure)) || is_stray_arrow (figure)
          || is_over_whole (grammar, figure))
        figure->confidence = MIN (figure->confidence, GRAMMAR_DOUBT);
    }
}
