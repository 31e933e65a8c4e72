/* parse/parts.c - where the tables of indicators stand in a document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/parts.h"

#include "parse/label.h"
#include "parse/months.h"
#include "parse/unread.h"

/* Whether a cell says what the figures of its row are: `Numerator`. */
static gboolean
is_label (const Reader *reader, const char *text)
{
  Label label;
  return label_read (&reader->words, text, &label) && label.period.kind == PERIOD_NONE;
}

/* Whether @row names something under a name's or reference's heading, or has a label under none,
 * and has a number under one of figures. */
static gboolean
suits_heading (const Reader *reader, const GridRow *row, const Heading *heading)
{
  gboolean is_named = FALSE, has_number = FALSE;
  if (grid_row_n_columns (row) > heading->columns->len)
    return FALSE;
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      Role role = heading_column (heading, i)->role;
      const char *text = grid_row_text (row, i);
      gboolean is_number = text[0] != '\0' && cell_read (reader->cells, text).has_value;
      if (role == ROLE_NAME && is_number)
        return FALSE;
      is_named |= (role == ROLE_NAME || role == ROLE_REF) && text[0] != '\0';
      is_named |= role == ROLE_NONE && is_label (reader, text);
      has_number |= (role == ROLE_PERIOD || role == ROLE_YTD) && is_number;
    }
  return is_named && has_number;
}

/* Whether most rows of @grid, which has no headings, are such as stand below @heading. */
static gboolean
carries_on (const Reader *reader, const Grid *grid, const Heading *heading)
{
  guint n_suit = 0;
  for (guint i = 0; i < grid_n_rows (grid); i++)
    n_suit += suits_heading (reader, grid_row (grid, i), heading);
  return n_suit * 2 > grid_n_rows (grid) && months_count_labels (reader, grid) == 0;
}

static Scorecard *
add_part (GPtrArray *parts, const Grid *grid, Heading *heading)
{
  Scorecard *part = g_new0 (Scorecard, 1);
  *part = (Scorecard){ .grid = grid, .heading = heading, .end = grid_n_rows (grid) };
  g_ptr_array_add (parts, part);
  return part;
}

/* A part whose headings are those of an earlier one carries its table on. */
static int
number_part (const Reader *reader, const GPtrArray *parts, guint index)
{
  const Scorecard *part = g_ptr_array_index (parts, index);
  for (guint i = index; i > 0; i--)
    {
      const Scorecard *earlier = g_ptr_array_index (parts, i - 1);
      if (heading_matches (part->heading, earlier->heading))
        return earlier->table;
    }
  return ++reader->report->n_tables;
}

/* Tells columns of an image that could not be read by those of the same tables on other pages, else
 * by what was read of them. */
static void
fill_unread (const Reader *reader, const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    for (guint k = 0; k < parts->len; k++)
      if (k != i)
        unread_fill (((Scorecard *) parts->pdata[i])->heading,
                     ((const Scorecard *) parts->pdata[k])->heading);
  for (guint i = 0; i < parts->len; i++)
    {
      Heading *heading = ((Scorecard *) parts->pdata[i])->heading;
      if (reader->words.is_of_image)
        unread_fill_ratings (heading);
      unread_guess (reader->words.vocabulary, heading);
    }
}

GPtrArray *
parts_list (const Reader *reader, BlockFunc look, gpointer data, guint n_blocks)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) scorecard_free);
  Scorecard *last = NULL;
  for (guint i = 0; i < n_blocks; i++)
    {
      const Grid *grid = look (data, i)->grid;
      Heading *heading = grid == NULL ? NULL : heading_find (&reader->words, grid, 0);
      if (grid != NULL && heading == NULL && last != NULL
          && carries_on (reader, grid, last->heading))
        add_part (parts, grid, heading_carry_on (last->heading));
      while (heading != NULL)
        {
          last = add_part (parts, grid, heading);
          heading = heading_find (&reader->words, grid, heading->first_row + heading->n_rows);
          last->end = heading != NULL ? heading->first_row : grid_n_rows (grid);
        }
    }
  if (reader->words.is_of_image)
    fill_unread (reader, parts);
  for (guint i = 0; i < parts->len; i++)
    ((Scorecard *) g_ptr_array_index (parts, i))->table = number_part (reader, parts, i);
  return parts;
}

static const Scorecard *
first_part (const GPtrArray *parts, const Grid *grid)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Scorecard *part = g_ptr_array_index (parts, i);
      if (part->grid == grid)
        return part;
    }
  return NULL;
}

gboolean
parts_has (const GPtrArray *parts, const Grid *grid)
{
  return first_part (parts, grid) != NULL;
}

gboolean
parts_carries_on (const GPtrArray *parts, const Grid *grid)
{
  const Scorecard *part = first_part (parts, grid);
  return part != NULL && part->heading->n_rows == 0;
}
