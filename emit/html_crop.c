/* emit/html_crop.c - the pieces of a report's pages that its HTML page shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crops are made page by page, which is what they cost least in, of one severity after the other.
 */
#include "emit/html_crop.h"

#include <string.h>

#include "emit/html_escape.h"
#include "emit/html_spot.h"

#define MAX_MARKED 3 /* lines; what is higher is no cell, and its columns say little of a text */
#define OUTLINE 2.0  /* of a cell in an image, from its box, points */

/* A place that is to be seen. */
typedef struct
{
  int rank; /* the lower, the sooner */
  Spot spot;
} Wish;

struct _Crops
{
  GHashTable *made; /* from an owned Spot to an owned Crop, or NULL if there is none */
  GArray *rows;     /* of Spot: where each indicator's row stands; none unless rows are shown */
  gsize n_bytes;    /* of the page that they take */
  gsize left;       /* bytes of the budget */
  guint n_left_out;
  char *failure; /* owned */
};

/* A GCompareFunc of Wishes. */
static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *x = a, *y = b;
  if (x->rank != y->rank)
    return x->rank - y->rank;
  if (x->spot.page != y->spot.page)
    return x->spot.page - y->spot.page;
  int order = box_compare_tops (&x->spot.box, &y->spot.box);
  return order != 0 ? order : box_compare_lefts (&x->spot.box, &y->spot.box);
}

static void
add_wish (GArray *wishes, int rank, Spot spot)
{
  const Wish wish = { rank, spot };
  if (spot.page >= 1 && !box_is_empty (spot.box))
    g_array_append_val (wishes, wish);
}

/* Returns (transfer full): where each row stands: around its figures on the page of the first. */
static GArray *
find_rows (const Report *report)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Spot));
  g_array_set_size (rows, report->indicators->len);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (figure->indicator == NO_INDICATOR || box_is_empty (figure->box))
        continue;
      Spot *row = &g_array_index (rows, Spot, figure->indicator);
      if (row->page == 0)
        *row = (Spot){ figure->page, figure->box };
      else if (row->page == figure->page)
        row->box = box_union (row->box, figure->box);
    }
  return rows;
}

static GArray *
list_wishes (const Crops *crops, const Report *report, const HtmlPart *part)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  for (guint i = 0; i < report->findings->len; i++)
    {
      const Finding *finding = report_finding (report, i);
      if (html_part_has (part, finding->indicator))
        add_wish (wishes, (int) finding->severity, (Spot){ finding->page, finding->box });
    }
  for (guint i = part->first; i < MIN (part->end, crops->rows->len); i++)
    add_wish (wishes, severity_codes.n_codes, g_array_index (crops->rows, Spot, i));
  g_array_sort (wishes, compare_wishes);
  return wishes;
}

/* Returns: the bytes that a crop takes on the page, about. */
static gsize
size_of (const Crop *crop)
{
  gsize size = 400;
  if (crop->png != NULL)
    return size + g_bytes_get_size (crop->png) / 3 * 4;
  for (guint i = 0; i < crop->lines->len; i++)
    size += strlen (g_ptr_array_index (crop->lines, i)) + 16;
  return size;
}

/* Returns (transfer full): the boxes of the first of @wishes and of those behind it that are of its
 * page. */
static GArray *
list_boxes (const GArray *wishes, guint first)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  int page = g_array_index (wishes, Wish, first).spot.page;
  for (guint i = first; i < wishes->len && g_array_index (wishes, Wish, i).spot.page == page; i++)
    g_array_append_val (boxes, g_array_index (wishes, Wish, i).spot.box);
  return boxes;
}

/* Returns (transfer full) (nullable): the crop that is wished for by @wishes at @i; NULL, which is
 * noted, if there is none or no room for it. */
static Crop *
grant (Crops *crops, const GArray *wishes, guint i, const Report *report,
       const HtmlOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Crop) crop = NULL;
  if (crops->left > 0)
    {
      g_autoptr (GArray) boxes = list_boxes (wishes, i);
      crop = options->crop (&report->source, g_array_index (wishes, Wish, i).spot.page,
                            &g_array_index (boxes, Box, 0), boxes->len, options->crop_data, &error);
    }
  if (error != NULL && crops->failure == NULL)
    crops->failure = g_strdup (error->message);
  gsize size = crop != NULL ? size_of (crop) : 0;
  if (error != NULL || (crop != NULL && size <= crops->left))
    {
      crops->left -= size;
      crops->n_bytes += size;
      return g_steal_pointer (&crop);
    }
  crops->left = 0; /* what is worse was granted; nothing smaller jumps the queue */
  crops->n_left_out++;
  return NULL;
}

Crops *
crops_make (const Report *report, const HtmlPart *part, const HtmlOptions *options, gsize budget)
{
  Crops *crops = g_new0 (Crops, 1);
  crops->made = g_hash_table_new_full (spot_hash, spot_equal, g_free, (GDestroyNotify) crop_free);
  crops->left = budget;
  crops->rows = options->images == IMAGES_ALL ? find_rows (report)
                                              : g_array_new (FALSE, TRUE, sizeof (Spot));
  if (options->images == IMAGES_NONE || options->crop == NULL)
    return crops;

  g_autoptr (GArray) wishes = list_wishes (crops, report, part);
  for (guint i = 0; i < wishes->len; i++)
    {
      const Spot *spot = &g_array_index (wishes, Wish, i).spot;
      if (!g_hash_table_contains (crops->made, spot))
        g_hash_table_insert (crops->made, g_memdup2 (spot, sizeof *spot),
                             grant (crops, wishes, i, report, options));
    }
  return crops;
}

void
crops_free (Crops *crops)
{
  if (crops == NULL)
    return;

  g_hash_table_unref (crops->made);
  g_array_unref (crops->rows);
  g_free (crops->failure);
  g_free (crops);
}

const Crop *
crops_find (const Crops *crops, int page, Box box)
{
  const Spot spot = { page, box };
  return g_hash_table_lookup (crops->made, &spot);
}

const Crop *
crops_of_row (const Crops *crops, guint indicator, int *page, Box *box)
{
  if (indicator >= crops->rows->len)
    return NULL;
  const Spot *row = &g_array_index (crops->rows, Spot, indicator);
  *page = row->page;
  *box = row->box;
  return g_hash_table_lookup (crops->made, row);
}

gsize
crops_n_bytes (const Crops *crops)
{
  return crops->n_bytes;
}

guint
crops_n_left_out (const Crops *crops)
{
  return crops->n_left_out;
}

const char *
crops_failure (const Crops *crops)
{
  return crops->failure;
}

/* ---- as HTML ---- */

static void
append_attribute (GString *html, const char *name, double length)
{
  html_raw (html, " ");
  html_raw (html, name);
  html_raw (html, "=\"");
  html_length (html, length);
  html_raw (html, "\"");
}

/* The image with a frame over it, both in the page's points. */
static void
append_image (GString *html, const Crop *crop, Box box, const char *alt)
{
  gsize n_bytes = 0;
  const guchar *bytes = g_bytes_get_data (crop->png, &n_bytes);
  g_autofree char *base64 = g_base64_encode (bytes, n_bytes);
  double width = crop->view.x1 - crop->view.x0, height = crop->view.y1 - crop->view.y0;
  html_raw (html, "<svg class=\"crop\" role=\"img\" aria-label=\"");
  html_text (html, alt);
  html_raw (html, "\" viewBox=\"0 0 ");
  html_length (html, width);
  html_raw (html, " ");
  html_length (html, height);
  html_raw (html, "\"><image preserveAspectRatio=\"none\"");
  append_attribute (html, "width", width);
  append_attribute (html, "height", height);
  html_raw (html, " href=\"data:image/png;base64,");
  html_raw (html, base64);
  html_raw (html, "\"/><rect rx=\"2\"");
  append_attribute (html, "x", box.x0 - crop->view.x0 - OUTLINE);
  append_attribute (html, "y", box.y0 - crop->view.y0 - OUTLINE);
  append_attribute (html, "width", box.x1 - box.x0 + 2 * OUTLINE);
  append_attribute (html, "height", box.y1 - box.y0 + 2 * OUTLINE);
  html_raw (html, "/></svg>");
}

/* Appends a line, marked from one of its characters to another. */
static void
append_line (GString *html, const char *line, glong from, glong to)
{
  glong length = g_utf8_strlen (line, -1);
  from = CLAMP (from, 0, length);
  to = CLAMP (to, from, length);
  g_autofree char *before = g_utf8_substring (line, 0, from);
  g_autofree char *marked = g_utf8_substring (line, from, to);
  g_autofree char *behind = g_utf8_substring (line, to, length);
  html_text (html, before);
  if (to > from)
    {
      html_raw (html, "<mark>");
      html_text (html, marked);
      html_raw (html, "</mark>");
    }
  html_text (html, behind);
}

static void
append_lines (GString *html, const Crop *crop, Box box, const char *alt)
{
  html_raw (html, "<pre class=\"crop\" tabindex=\"0\" role=\"group\" aria-label=\"");
  html_text (html, alt);
  html_raw (html, "\">");
  for (guint i = 0; i < crop->lines->len; i++)
    {
      double number = crop->view.y0 + i;
      gboolean is_marked = number >= box.y0 && number < box.y1 && box.y1 - box.y0 <= MAX_MARKED;
      append_line (html, g_ptr_array_index (crop->lines, i),
                   is_marked ? (glong) (box.x0 - crop->view.x0) : 0,
                   is_marked ? (glong) (box.x1 - crop->view.x0) : 0);
      html_raw (html, "\n");
    }
  html_raw (html, "</pre>");
}

void
html_crop_append (GString *html, const Crop *crop, Box box, const char *alt)
{
  if (crop->png != NULL)
    append_image (html, crop, box, alt);
  else
    append_lines (html, crop, box, alt);
}
