/* extract/crop_lines.c - cuts lines out of a text file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/crop_lines.h"

#include <string.h>

#define LINES_AROUND 2    /* above and below */
#define COLUMNS_AROUND 56 /* to either side; a line of a report may have hundreds */

struct _CropLines
{
  char *text;     /* owned */
  GArray *pages;  /* of guint: the first line of each page, in `starts`, and the end */
  GArray *starts; /* of const char *, borrowed from `text`: of each line, and the end; a page's
                   * last line ends at the form feed */
};

/* Lines and pages are told as extract/text.c tells them. */
static void
find_lines (CropLines *lines)
{
  guint n = 0;
  g_array_append_val (lines->pages, n);
  const char *at = lines->text;
  while (*at != '\0')
    {
      g_array_append_val (lines->starts, at);
      at += strcspn (at, "\n\f");
      if (*at == '\f')
        g_array_append_val (lines->pages, lines->starts->len);
      at += *at != '\0';
    }
  g_array_append_val (lines->starts, at);
  n = lines->starts->len - 1;
  g_array_append_val (lines->pages, n);
}

CropLines *
crop_lines_new (char *text)
{
  CropLines *lines = g_new0 (CropLines, 1);
  lines->text = text;
  lines->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  lines->starts = g_array_new (FALSE, FALSE, sizeof (const char *));
  find_lines (lines);
  return lines;
}

void
crop_lines_free (CropLines *lines)
{
  g_array_unref (lines->pages);
  g_array_unref (lines->starts);
  g_free (lines->text);
  g_free (lines);
}

/* Returns (transfer full): the characters of a line from one column to another. */
static char *
cut_line (const char *line, const char *end, int from, int to)
{
  const char *at = line;
  for (int i = 0; i < from && at < end; i++)
    at = g_utf8_next_char (at);
  const char *start = at;
  for (int i = from; i < to && at < end; i++)
    at = g_utf8_next_char (at);
  return g_strndup (start, (gsize) (at - start));
}

/* Returns: whether the document has a page of that number; @first and @end get its lines. */
static gboolean
find_page (const CropLines *lines, int page, guint *first, guint *end)
{
  if (page < 1 || (guint) page >= lines->pages->len)
    return FALSE;
  *first = g_array_index (lines->pages, guint, page - 1);
  *end = g_array_index (lines->pages, guint, page);
  return TRUE;
}

/* Appends the lines of the view that the page has; what is left of it is what they hold. */
static void
append_lines (Crop *crop, const CropLines *lines, guint first, guint end)
{
  guint top = first + (guint) crop->view.y0;
  guint bottom = MIN (end, first + (guint) crop->view.y1);
  for (guint i = top; i < bottom; i++)
    {
      const char *line = g_array_index (lines->starts, const char *, i);
      const char *line_end = line + strcspn (line, "\n\f");
      g_ptr_array_add (crop->lines,
                       cut_line (line, line_end, (int) crop->view.x0, (int) crop->view.x1));
    }
  crop->view.y1 = crop->view.y0 + crop->lines->len;
}

Crop *
crop_lines_cut (const CropLines *lines, const Where *where, Box box, GError **error)
{
  guint first = 0, end = 0;
  gboolean is_place = find_page (lines, where->page, &first, &end) && box.x0 >= 0 && box.y0 >= 0
                      && box.x0 < box.x1 && box.y0 < box.y1 && MAX (box.x1, box.y1) < G_MAXINT / 2;
  g_autoptr (Crop) crop = crop_new ((Box){ .y1 = 0 });
  if (is_place)
    {
      crop->view = (Box){ MAX (box.x0 - COLUMNS_AROUND, 0), MAX (box.y0 - LINES_AROUND, 0),
                          box.x1 + COLUMNS_AROUND,
                          MIN (box.y1, box.y0 + 2 * LINES_AROUND) + LINES_AROUND };
      append_lines (crop, lines, first, end);
    }
  if (crop->lines->len > 0)
    return g_steal_pointer (&crop);
  recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "there is no such place");
  return NULL;
}
