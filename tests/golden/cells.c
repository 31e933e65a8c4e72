/* tests/golden/cells.c - what a report prints, cell by cell, by its truth file or by a package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/golden/cells.h"

#include "tests/golden/csv.h"

static const char *const text_measures[] = {
  "commentary", "good_performance", "data_note", "owner", "reporter", "outcome", NULL,
};

/* How truth files name comparators, and packages. */
static const struct
{
  const char *truth, *package;
} comparators[] = {
  { "SN", "statistical_neighbours" },
  { "BEST_SN", "best_statistical_neighbour" },
  { "NAT", "national" },
  { "REGION", "region" },
  { "TOP_QUARTILE", "national_top_quartile" },
};

/* The files of figures in a package, and the column that says what kind each is. */
static const struct
{
  const char *name, *kind;
  gboolean has_period; /* the period tells two cells apart */
} figure_files[] = {
  { "observations.csv", "measure", TRUE },
  { "statistics.csv", "measure", FALSE },
  { "benchmarks.csv", "comparator", FALSE },
  { "targets.csv", "kind", TRUE },
};

static void
content_free (gpointer data)
{
  CellContent *content = data;
  g_free (content->value);
  g_free (content->direction);
  g_free (content);
}

static void
text_free (gpointer text)
{
  g_string_free (text, TRUE);
}

static Cells *
cells_new (void)
{
  Cells *cells = g_new0 (Cells, 1);
  cells->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, content_free);
  cells->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
  return cells;
}

void
cells_free (Cells *cells)
{
  if (cells == NULL)
    return;

  g_hash_table_unref (cells->figures);
  g_hash_table_unref (cells->texts);
  g_free (cells);
}

gboolean
cell_content_is_number (const CellContent *content)
{
  return content->value[0] != '(';
}

/* Numbers are equal as numbers: a truth file may say 0 where 0.0 is printed. */
static gboolean
are_equal (const CellContent *a, const CellContent *b)
{
  if (!cell_content_is_number (a) || !cell_content_is_number (b))
    return g_str_equal (a->value, b->value);
  return g_ascii_strtod (a->value, NULL) == g_ascii_strtod (b->value, NULL);
}

gboolean
cell_content_fits (const CellContent *truth, const CellContent *found)
{
  return are_equal (truth, found)
         && (truth->direction[0] == '\0' || g_str_equal (truth->direction, found->direction));
}

static void
add_text (Cells *cells, const char *label, const char *kind, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%s %s", label, kind);
  GString *before = g_hash_table_lookup (cells->texts, key);
  if (before != NULL)
    g_string_append_printf (before, " %s", text);
  else
    g_hash_table_insert (cells->texts, g_steal_pointer (&key), g_string_new (text));
}

/* Adds the figure of a row of a truth file or a package: they name these columns alike. */
static void
add_figure (Cells *cells, char *key, const Csv *csv, guint row, const char *direction)
{
  const char *value = csv_field (csv, row, "value");
  CellContent *content = g_new0 (CellContent, 1);
  content->value = value[0] != '\0' ? g_strdup (value)
                                    : g_strdup_printf ("(%s)", csv_field (csv, row, "status"));
  content->direction = g_strdup (direction);
  g_hash_table_insert (cells->figures, key, content);
}

/* Returns (transfer full): the label of the next indicator of this reference and name. */
static char *
next_label (GHashTable *counts, const char *ref, const char *name)
{
  const char *stem = ref[0] != '\0' ? ref : name;
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stem)) + 1;
  g_hash_table_insert (counts, g_strdup (stem), GUINT_TO_POINTER (count));
  return g_strdup_printf ("%s#%u", stem, count);
}

/* The truth */

static gboolean
is_text (const Csv *truth, guint row)
{
  return g_strv_contains (text_measures, csv_field (truth, row, "measure"));
}

/* Returns (transfer full): what tells the indicators of a truth file apart. */
static char *
identity (const Csv *truth, guint row)
{
  return g_strdup_printf ("%s/%s/%s", csv_field (truth, row, "table"),
                          csv_field (truth, row, "ref"), csv_field (truth, row, "indicator"));
}

/* Returns (transfer full): the labels of the indicators by their identity, in document order.  What
 * has texts and no figure is prose, and has no label. */
static GHashTable *
truth_labels (const Csv *truth)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < csv_n_rows (truth); i++)
    {
      g_autofree char *id = identity (truth, i);
      if (is_text (truth, i) || g_hash_table_contains (labels, id))
        continue;
      char *label
          = next_label (counts, csv_field (truth, i, "ref"), csv_field (truth, i, "indicator"));
      g_hash_table_insert (labels, g_steal_pointer (&id), label);
    }
  return labels;
}

static const char *
comparator_code (const char *truth)
{
  for (gsize i = 0; i < G_N_ELEMENTS (comparators); i++)
    if (g_str_equal (comparators[i].truth, truth))
      return comparators[i].package;
  return truth;
}

/* The measures whose period tells two cells apart; that of a statistic or benchmark does not. */
static const char *const measures_of_periods[] = {
  "actual", "ytd", "annual", "target", "red", "amber", "green", NULL,
};

static void
add_truth_figure (Cells *cells, const char *label, const Csv *truth, guint row)
{
  const char *measure = csv_field (truth, row, "measure");
  gboolean has_period = g_strv_contains (measures_of_periods, measure);
  gboolean is_benchmark = g_str_equal (measure, "benchmark");
  if (is_benchmark)
    measure = comparator_code (csv_field (truth, row, "comparator"));

  const char *component = csv_field (truth, row, "component");
  char *key = g_strdup_printf ("%s %s %s %s", label, measure,
                               has_period ? csv_field (truth, row, "period") : "",
                               component[0] != '\0' ? component : "value");
  add_figure (cells, key, truth, row,
              has_period || is_benchmark ? "" : csv_field (truth, row, "direction"));
}

Cells *
cells_of_truth (const char *path)
{
  g_autoptr (Csv) truth = csv_read (path);
  g_autoptr (GHashTable) labels = truth_labels (truth);
  Cells *cells = cells_new ();
  for (guint i = 0; i < csv_n_rows (truth); i++)
    {
      g_autofree char *id = identity (truth, i);
      const char *label = g_hash_table_lookup (labels, id);
      if (is_text (truth, i))
        add_text (cells, label != NULL ? label : "(prose)",
                  label != NULL ? csv_field (truth, i, "measure") : "commentary",
                  csv_field (truth, i, "raw"));
      else if (strstr (csv_field (truth, i, "note"), "merged: covered") == NULL)
        add_truth_figure (cells, label, truth, i);
    }
  return cells;
}

/* The package */

static Csv *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  return csv_read (path);
}

/* Returns (transfer full): the numbers of the indicators that have a figure. */
static GHashTable *
numbers_with_figures (const char *folder)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (figure_files); i++)
    {
      g_autoptr (Csv) csv = read_file (folder, figure_files[i].name);
      for (guint k = 0; k < csv_n_rows (csv); k++)
        g_hash_table_add (numbers, g_strdup (csv_field (csv, k, "indicator_no")));
    }
  return numbers;
}

/* Reads the indicators and their attributes.  Returns (transfer full): their labels by number; a
 * truth file does not list a name that heads an empty column. */
static GHashTable *
read_indicators (Cells *cells, const char *folder)
{
  g_autoptr (GHashTable) numbers = numbers_with_figures (folder);
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (Csv) csv = read_file (folder, "indicators.csv");
  for (guint i = 0; i < csv_n_rows (csv); i++)
    {
      if (!g_hash_table_contains (numbers, csv_field (csv, i, "indicator_no")))
        continue;
      char *label = next_label (counts, csv_field (csv, i, "ref"), csv_field (csv, i, "name"));
      for (const char *const *kind = text_measures + 1; *kind != NULL; kind++)
        if (csv_field (csv, i, *kind)[0] != '\0')
          add_text (cells, label, *kind, csv_field (csv, i, *kind));
      g_hash_table_insert (labels, g_strdup (csv_field (csv, i, "indicator_no")), label);
    }
  return labels;
}

static void
read_figures (Cells *cells, const char *folder, gsize file, GHashTable *labels)
{
  g_autoptr (Csv) csv = read_file (folder, figure_files[file].name);
  gboolean is_observation = g_str_equal (figure_files[file].name, "observations.csv");
  gboolean is_statistic = g_str_equal (figure_files[file].name, "statistics.csv");
  for (guint i = 0; i < csv_n_rows (csv); i++)
    {
      const char *label = g_hash_table_lookup (labels, csv_field (csv, i, "indicator_no"));
      char *key
          = g_strdup_printf ("%s %s %s %s", label, csv_field (csv, i, figure_files[file].kind),
                             figure_files[file].has_period ? csv_field (csv, i, "period") : "",
                             is_observation ? csv_field (csv, i, "component") : "value");
      add_figure (cells, key, csv, i, is_statistic ? csv_field (csv, i, "direction") : "");
    }
}

static void
read_commentary (Cells *cells, const char *folder, GHashTable *labels)
{
  g_autoptr (Csv) csv = read_file (folder, "commentary.csv");
  for (guint i = 0; i < csv_n_rows (csv); i++)
    {
      const char *label = g_hash_table_lookup (labels, csv_field (csv, i, "indicator_no"));
      add_text (cells, label != NULL ? label : "(prose)", "commentary", csv_field (csv, i, "text"));
    }
}

Cells *
cells_of_package (const char *folder)
{
  Cells *cells = cells_new ();
  g_autoptr (GHashTable) labels = read_indicators (cells, folder);
  for (gsize i = 0; i < G_N_ELEMENTS (figure_files); i++)
    read_figures (cells, folder, i, labels);
  read_commentary (cells, folder, labels);
  return cells;
}
