/* emit/sparkline.c - a row's figures over time as a small drawing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decimals become lengths of a drawing here, and nothing else: the words beside it have the figures
 * as they are printed.
 */
#include "emit/sparkline.h"

#include <math.h>

#include "emit/html_escape.h"
#include "emit/html_words.h"

#define WIDTH 120.0
#define HEIGHT 30.0
#define MARGIN 3.0
#define LEAST_POINTS 3
#define REACH 0.6 /* a line further off than this share of the figures' span is off the scale */

typedef struct
{
  int time; /* in the units of its kind of period */
  double value;
  const Figure *figure; /* borrowed */
} Point;

typedef struct
{
  const Figure *figure; /* borrowed; a benchmark or target */
  double value;
} Line;

typedef struct
{
  GArray *points;     /* of Point, by time */
  GArray *lines;      /* of Line */
  double least, most; /* of what is drawn */
} Sparkline;

static void
sparkline_clear (Sparkline *sparkline)
{
  g_array_unref (sparkline->points);
  g_array_unref (sparkline->lines);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sparkline, sparkline_clear)

static double
length_of (Decimal decimal)
{
  return (double) decimal.mantissa * pow (10, -decimal.scale);
}

static int
time_of (Period period)
{
  int per_year = period.kind == PERIOD_MONTH ? 12 : period.kind == PERIOD_QUARTER ? 4 : 1;
  return period.year * per_year + period.number;
}

/* A GCompareFunc of Points. */
static int
compare_points (gconstpointer a, gconstpointer b)
{
  return ((const Point *) a)->time - ((const Point *) b)->time;
}

/* Collects the figures of one kind of period, the first of each period. */
static void
collect_points (const Tableau *tableau, guint row, PeriodKind kind, GArray *points)
{
  for (guint i = 0; i < tableau->columns->len; i++)
    {
      const Figure *figure = tableau_cell (tableau, row, i);
      if (figure == NULL || !figure->has_value || figure->period.kind != kind
          || (figure->measure != MEASURE_ACTUAL && figure->measure != MEASURE_ANNUAL)
          || figure->component != COMPONENT_VALUE)
        continue;
      const Point point = { time_of (figure->period), length_of (figure->value), figure };
      g_array_append_val (points, point);
    }
  g_array_sort (points, compare_points);
}

/* Collects the points: of months if there are enough, else of quarters or years. */
static void
find_points (const Tableau *tableau, guint row, GArray *points)
{
  static const PeriodKind kinds[] = { PERIOD_MONTH, PERIOD_QUARTER, PERIOD_FINANCIAL_YEAR };
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_array_set_size (points, 0);
      collect_points (tableau, row, kinds[i], points);
      if (points->len >= LEAST_POINTS)
        return;
    }
}

static void
find_lines (const Tableau *tableau, guint row, GArray *lines)
{
  for (guint i = 0; i < tableau->columns->len; i++)
    {
      const Figure *figure = tableau_cell (tableau, row, i);
      if (figure == NULL || !figure->has_value
          || (figure->measure != MEASURE_BENCHMARK && figure->measure != MEASURE_TARGET))
        continue;
      const Line line = { figure, length_of (figure->value) };
      g_array_append_val (lines, line);
    }
}

/* Whether a line can be drawn without making the figures flat. */
static gboolean
is_near (double least, double most, double value)
{
  double reach = MAX ((most - least) * REACH, MAX (fabs (most), fabs (least)) * 0.05);
  return value >= least - reach && value <= most + reach;
}

/* Finds the scale, and forgets the lines that are off it. */
static void
find_scale (Sparkline *sparkline, GArray *off)
{
  double least = INFINITY, most = -INFINITY;
  for (guint i = 0; i < sparkline->points->len; i++)
    {
      double value = g_array_index (sparkline->points, Point, i).value;
      least = MIN (least, value);
      most = MAX (most, value);
    }
  sparkline->least = least;
  sparkline->most = most;
  for (guint i = 0; i < sparkline->lines->len;)
    {
      Line line = g_array_index (sparkline->lines, Line, i);
      if (is_near (least, most, line.value))
        {
          sparkline->least = MIN (sparkline->least, line.value);
          sparkline->most = MAX (sparkline->most, line.value);
          i++;
          continue;
        }
      g_array_append_val (off, line);
      g_array_remove_index (sparkline->lines, i);
    }
}

static double
x_of (const Sparkline *sparkline, int time)
{
  int first = g_array_index (sparkline->points, Point, 0).time;
  int last = g_array_index (sparkline->points, Point, sparkline->points->len - 1).time;
  return last == first ? WIDTH / 2
                       : MARGIN + (WIDTH - 2 * MARGIN) * (time - first) / (last - first);
}

static double
y_of (const Sparkline *sparkline, double value)
{
  double span = sparkline->most - sparkline->least;
  double share = span > 0 ? (value - sparkline->least) / span : 0.5;
  return MARGIN + (HEIGHT - 2 * MARGIN) * (1 - share);
}

/* ---- words ---- */

static void
append_figure (GString *html, const Figure *figure)
{
  g_autofree char *value = decimal_format (figure->value);
  html_text (html, value);
}

static void
append_lines_words (GString *html, const GArray *lines, const char *behind)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Figure *figure = g_array_index (lines, Line, i).figure;
      html_raw (html, "; ");
      html_text (html, figure->label[0] != '\0' ? figure->label : measure_code (figure->measure));
      html_raw (html, " ");
      append_figure (html, figure);
      html_raw (html, behind);
    }
}

static void
append_words (GString *html, const Sparkline *sparkline, const GArray *off)
{
  const Point *points = &g_array_index (sparkline->points, Point, 0);
  const Point *last = &points[sparkline->points->len - 1], *least = points, *most = points;
  for (guint i = 1; i < sparkline->points->len; i++)
    {
      least = points[i].value < least->value ? &points[i] : least;
      most = points[i].value > most->value ? &points[i] : most;
    }
  words_period (html, points->figure->period);
  html_raw (html, " ");
  append_figure (html, points->figure);
  html_raw (html, " to ");
  words_period (html, last->figure->period);
  html_raw (html, " ");
  append_figure (html, last->figure);
  html_raw (html, ", lowest ");
  append_figure (html, least->figure);
  html_raw (html, ", highest ");
  append_figure (html, most->figure);
  append_lines_words (html, sparkline->lines, "");
  append_lines_words (html, off, " (off the scale)");
}

/* ---- drawing ---- */

static void
append_lines (GString *html, const Sparkline *sparkline)
{
  for (guint i = 0; i < sparkline->lines->len; i++)
    {
      const Line *line = &g_array_index (sparkline->lines, Line, i);
      html_raw (html, line->figure->measure == MEASURE_TARGET ? "<path class=\"tg\" d=\"M0 "
                                                              : "<path class=\"bm\" d=\"M0 ");
      html_length (html, y_of (sparkline, line->value));
      html_raw (html, "H120\"/>");
    }
}

/* A period without a figure is a gap in the line. */
static void
append_curve (GString *html, const Sparkline *sparkline)
{
  const Point *points = &g_array_index (sparkline->points, Point, 0);
  html_raw (html, "<path d=\"");
  for (guint i = 0; i < sparkline->points->len; i++)
    {
      gboolean is_next = i > 0 && points[i].time - points[i - 1].time <= 1;
      html_raw (html, is_next ? "L" : "M");
      html_length (html, round (x_of (sparkline, points[i].time) * 10) / 10);
      html_raw (html, " ");
      html_length (html, round (y_of (sparkline, points[i].value) * 10) / 10);
    }
  const Point *last = &points[sparkline->points->len - 1];
  html_raw (html, "\"/><circle r=\"2\" cx=\"");
  html_length (html, x_of (sparkline, last->time));
  html_raw (html, "\" cy=\"");
  html_length (html, y_of (sparkline, last->value));
  html_raw (html, "\"/>");
}

void
sparkline_append (GString *html, const Tableau *tableau, guint row)
{
  g_auto (Sparkline) sparkline = { g_array_new (FALSE, FALSE, sizeof (Point)),
                                   g_array_new (FALSE, FALSE, sizeof (Line)), 0, 0 };
  find_points (tableau, row, sparkline.points);
  if (sparkline.points->len < LEAST_POINTS)
    return;

  g_autoptr (GArray) off = g_array_new (FALSE, FALSE, sizeof (Line));
  find_lines (tableau, row, sparkline.lines);
  find_scale (&sparkline, off);
  html_raw (html, "<svg class=\"spark\" viewBox=\"0 0 120 30\" role=\"img\" aria-label=\"");
  append_words (html, &sparkline, off);
  html_raw (html, "\">");
  append_lines (html, &sparkline);
  append_curve (html, &sparkline);
  html_raw (html, "</svg>");
}
