/* parse/months_column.c - what the headings of a table of months name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The headings are taken in their order: the k-th name heads the k-th column of values, or the next
 * two if it names a percentage and a count stands before it.
 */
#include "parse/months_column.h"

#include "parse/months.h"
#include "parse/reference.h"

/* A name in the headings. */
typedef struct
{
  char *name;  /* owned */
  char *ref;   /* owned; "" if none stands over it */
  guint width; /* in columns of values */
  Unit unit;
  gboolean is_numerator; /* a count before the percentage of the same reference */
} Name;

static void
name_clear (Name *name)
{
  g_free (name->name);
  g_free (name->ref);
}

static guint
count_refs (const GridRow *row)
{
  guint n = 0;
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    n += suit_is_ref (grid_row_text (row, i));
  return n;
}

gboolean
months_is_refs (const GridRow *row)
{
  return count_refs (row) > 0 && count_refs (row) * 2 > grid_row_n_filled (row);
}

/* The rows of the headings by what they hold; each may be missing. */
typedef struct
{
  const GridRow *refs, *groups, *names;
} HeadingRows;

static HeadingRows
sort_headings (const GPtrArray *headings)
{
  HeadingRows rows = { NULL, NULL, NULL };
  for (guint i = 0; i < headings->len; i++)
    {
      const GridRow *row = g_ptr_array_index (headings, i);
      if (months_is_refs (row))
        rows.refs = row;
      else if (grid_row_n_filled (row) > 0)
        {
          rows.groups = rows.names;
          rows.names = row;
        }
    }
  /* a single cell over many columns is a title, not a group */
  if (rows.groups != NULL && grid_row_n_filled (rows.groups) < 2)
    rows.groups = NULL;
  return rows;
}

/* Returns: the last filled cell of @row at or left of @column; "" if there is none. */
static const char *
text_over (const GridRow *row, guint column)
{
  for (guint i = MIN (column + 1, grid_row_n_columns (row)); i > 0; i--)
    if (grid_row_text (row, i - 1)[0] != '\0')
      return grid_row_text (row, i - 1);
  return "";
}

static const char *
nth_text (const GridRow *row, guint n)
{
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    if (grid_row_text (row, i)[0] != '\0' && n-- == 0)
      return grid_row_text (row, i);
  return "";
}

static GArray *
list_names (const Reader *reader, HeadingRows rows)
{
  GArray *names = g_array_new (FALSE, TRUE, sizeof (Name));
  g_array_set_clear_func (names, (GDestroyNotify) name_clear);
  const GridRow *row = rows.names != NULL ? rows.names : rows.refs;
  gboolean is_paired = row != NULL && rows.refs != NULL
                       && grid_row_n_filled (rows.refs) == grid_row_n_filled (row);
  for (guint i = 0; row != NULL && i < grid_row_n_columns (row); i++)
    {
      const char *text = grid_row_text (row, i);
      if (text[0] == '\0' || (names->len == 0 && label_heads (&reader->words, text)))
        continue;
      const char *group = rows.groups != NULL ? text_over (rows.groups, i) : "";
      const char *ref = rows.refs == NULL ? ""
                        : is_paired       ? nth_text (rows.refs, names->len)
                                          : text_over (rows.refs, i);
      Name name = { .ref = g_strdup (ref), .width = 1, .unit = reader_unit_of (reader, text) };
      name.name = rows.names == NULL ? g_strdup ("")
                                     : g_strjoin (group[0] != '\0' ? " - " : "", group, text, NULL);
      g_array_append_val (names, name);
    }
  return names;
}

/* Puts right the references of an image that are not written as the others of the report are. */
static void
mend_refs (const Reader *reader, GArray *names)
{
  g_autoptr (References) references = references_new ();
  for (guint i = 0; i < reader->report->indicators->len; i++)
    references_add (references, report_indicator (reader->report, i)->ref);
  for (guint i = 0; i < names->len; i++)
    references_add (references, g_array_index (names, Name, i).ref);
  for (guint i = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);
      char *ref = references_dup_mended (references, reader->words.vocabulary, name->ref, NULL);
      if (ref == NULL)
        continue;
      g_free (name->ref);
      name->ref = ref;
    }
}

/* ---- what the columns of values look like ---- */

typedef struct
{
  guint counts[LOOKS_TEXT + 1];
} Census;

/* Counts the looks of the cells of each column of values; @n_columns gets how many there are. */
static Census *
take_census (const Reader *reader, const Grid *grid, guint *n_columns)
{
  g_autoptr (GArray) censuses = g_array_new (FALSE, TRUE, sizeof (Census));
  for (guint i = 0; i < grid_n_rows (grid); i++)
    {
      const GridRow *row = grid_row (grid, i);
      Label label;
      if (!months_read_label (reader, row, &label))
        continue;
      for (guint c = label.cell + 1; c < grid_row_n_columns (row); c++)
        {
          const char *text = grid_row_text (row, c);
          if (text[0] == '\0')
            continue;
          guint column = c - label.cell - 1;
          if (column >= censuses->len)
            g_array_set_size (censuses, column + 1);
          g_array_index (censuses, Census, column).counts[cell_read (reader->cells, text).looks]++;
        }
    }
  *n_columns = censuses->len;
  return (Census *) (void *) g_array_free (g_steal_pointer (&censuses), FALSE);
}

static Suit
suit_of_census (const Census *census)
{
  static const struct
  {
    Looks looks;
    Suit suit;
  } kinds[] = { { LOOKS_NUMBER, SUIT_NUMBER },
                { LOOKS_PERCENT, SUIT_PERCENT },
                { LOOKS_FRACTION, SUIT_FRACTION } };
  Suit best = SUIT_FIGURE;
  guint most = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (census->counts[kinds[i].looks] > most)
      {
        best = kinds[i].suit;
        most = census->counts[kinds[i].looks];
      }
  return best;
}

static gboolean
is_count_before_percent (const Census *censuses, guint column, guint n_columns)
{
  return column + 1 < n_columns && suit_of_census (&censuses[column]) != SUIT_PERCENT
         && suit_of_census (&censuses[column + 1]) == SUIT_PERCENT;
}

/* Where references stand as many columns apart as there are columns of values, these are the
 * widths of the names. */
static gboolean
widths_from_refs (const GridRow *refs, GArray *names, guint n_columns)
{
  if (refs == NULL || grid_row_n_filled (refs) != names->len)
    return FALSE;

  guint first = 0, k = 0, last = 0;
  while (grid_row_text (refs, first)[0] == '\0')
    first++;
  last = first;
  for (guint i = first + 1; i < grid_row_n_columns (refs); i++)
    if (grid_row_text (refs, i)[0] != '\0')
      {
        g_array_index (names, Name, k++).width = i - last;
        last = i;
      }
  guint before_last = last - first;
  if (n_columns <= before_last || n_columns - before_last > 2)
    return FALSE;
  g_array_index (names, Name, k).width = n_columns - before_last;
  for (guint i = 0; i < names->len; i++)
    if (g_array_index (names, Name, i).width > 2)
      return FALSE;
  return TRUE;
}

/* Spreads the columns that are more than the names: a name of a percentage takes the count before
 * it as well. */
static void
spread_names (GArray *names, const Census *censuses, guint n_columns)
{
  guint n_extra = n_columns > names->len ? n_columns - names->len : 0, column = 0;
  for (guint i = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);
      gboolean is_pair = n_extra > 0 && (name->unit == UNIT_PERCENT || name->unit == UNIT_NONE)
                         && is_count_before_percent (censuses, column, n_columns);
      name->width = is_pair ? 2 : 1;
      n_extra -= is_pair;
      column += name->width;
    }
}

/* Whether the name at @column is of counts: it says so, or it says nothing and they are. */
static gboolean
names_counts (const Name *name, const Census *censuses, guint column, guint n_columns)
{
  return name->unit == UNIT_COUNT
         || (name->unit == UNIT_NONE && name->width == 1
             && is_count_before_percent (censuses, column, n_columns));
}

static void
mark_numerators (GArray *names, const Census *censuses, guint n_columns)
{
  for (guint i = 0, column = 0; i + 1 < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);
      const Name *next = &g_array_index (names, Name, i + 1);
      name->is_numerator = name->ref[0] != '\0' && g_str_equal (name->ref, next->ref)
                           && next->unit == UNIT_PERCENT
                           && names_counts (name, censuses, column, n_columns);
      name->unit = name->is_numerator ? UNIT_COUNT : name->unit;
      column += name->width;
    }
}

static int
add_indicator (const Reader *reader, int table, const Name *name, const char *section, int page)
{
  Indicator *indicator = report_add_indicator (reader->report);
  indicator->table = table;
  indicator->page = page;
  indicator->unit = name->unit;
  report_set_text (&indicator->ref, name->ref);
  report_set_text (&indicator->ref_printed, name->ref);
  report_set_text (&indicator->name, name->name);
  report_set_text (&indicator->section, section);
  return (int) reader->report->indicators->len - 1;
}

/* A name that tells its unit tells what its cells look like; else most of the cells do. */
static Suit
suit_of_column (const Name *name, const Census *census)
{
  Suit found = suit_of_census (census);
  if (name->width > 1)
    return found;
  if (name->unit == UNIT_PERCENT && found != SUIT_FRACTION)
    return SUIT_PERCENT;
  if (name->unit == UNIT_COUNT && found == SUIT_PERCENT)
    return SUIT_NUMBER;
  return found;
}

static void
add_columns (GArray *columns, const Name *name, int indicator, const Census *censuses,
             guint n_columns)
{
  for (guint k = 0; k < name->width; k++)
    {
      static const Census nothing = { { 0 } };
      guint number = columns->len;
      MonthsColumn column = { indicator, COMPONENT_VALUE, SUIT_FIGURE };
      column.suit = suit_of_column (name, number < n_columns ? &censuses[number] : &nothing);
      if (k + 1 < name->width || name->is_numerator)
        column.component = COMPONENT_NUMERATOR;
      g_array_append_val (columns, column);
    }
}

/* What the name does not tell, the column of its values does. */
static void
set_unit_by_cells (const Reader *reader, const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const MonthsColumn *column = &g_array_index (columns, MonthsColumn, i);
      Indicator *indicator = report_indicator (reader->report, (guint) column->indicator);
      if (indicator->unit == UNIT_NONE && column->component == COMPONENT_VALUE)
        indicator->unit = column->suit == SUIT_PERCENT ? UNIT_PERCENT : UNIT_COUNT;
    }
}

GArray *
months_columns_new (const Reader *reader, int table, const GPtrArray *headings, const Grid *grid,
                    const char *section)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (MonthsColumn));
  HeadingRows rows = sort_headings (headings);
  g_autoptr (GArray) names = list_names (reader, rows);
  if (reader->words.is_of_image)
    mend_refs (reader, names);
  guint n_columns = 0;
  g_autofree Census *censuses = take_census (reader, grid, &n_columns);
  if (!widths_from_refs (rows.refs, names, n_columns))
    spread_names (names, censuses, n_columns);
  mark_numerators (names, censuses, n_columns);

  for (guint i = 0; i < headings->len; i++)
    grid_row_place (g_ptr_array_index (headings, i), TRUE);
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);
      int page = grid_row (grid, 0)->page;
      add_columns (columns, name, add_indicator (reader, table, name, section, page), censuses,
                   n_columns);
    }
  set_unit_by_cells (reader, columns);
  return columns;
}
