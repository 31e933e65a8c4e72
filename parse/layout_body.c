/* parse/layout_body.c - rows of a table by alignment that no headings stand above.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/layout_body.h"

#include "parse/anchor.h"
#include "parse/parting.h"
#include "parse/stack.h"

#define MIN_ROWS 3
#define MAX_APART 12 /* lines between two rows of one table */

/* Whether a line begins with a name or a reference, and figures of a row stand behind. */
static gboolean
is_row (const WordLine *line)
{
  const char *first = line->words[0].text;
  return anchor_has_figures (line) && !segment_is_figure (first)
         && g_unichar_isalnum (g_utf8_get_char (first));
}

/* Returns: the line behind the last row of those that follow each other from line @first on; @n
 * gets how many there are. */
static guint
find_last (const GArray *lines, guint first, guint end, guint *n)
{
  guint last = first;
  *n = 1;
  for (guint i = first + 1; i < end && i - last <= MAX_APART; i++)
    if (is_row (word_line (lines, i)))
      {
        last = i;
        ++*n;
      }
  return last + 1;
}

gboolean
layout_body_find (const Page *page, const GArray *lines, guint from, guint end, LayoutTable *table)
{
  for (guint i = from; i < end; i++)
    {
      guint n, last;
      if (!is_row (word_line (lines, i)))
        continue;
      last = find_last (lines, i, end, &n);
      if (n >= MIN_ROWS)
        {
          *table = (LayoutTable){ i, last, grid_new () };
          g_autoptr (GArray) columns = gutter_columns (lines, i, last);
          g_autoptr (GArray) bands = parting_bands (lines, i, last, columns, page->rules);
          stack_add_rows (table->grid, page, lines, i, last, columns, bands);
          return TRUE;
        }
    }
  return FALSE;
}
