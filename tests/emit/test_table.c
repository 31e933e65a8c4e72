/* tests/emit/test_table.c - tests emit/table.c and what stands in its tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/table.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/emit/sample.h"

#define DOCUMENTATION "docs/package.md"

/* The files of a package and their columns: a promise to those who read them.  New columns come
 * at the end. */
typedef struct
{
  char name[16];
  char header[256];
} HeaderCase;

ParameterizedTestParameters (table, columns_stand_in_the_promised_order)
{
  static HeaderCase cases[N_TABLES] = {
    { "reports", "report_id,source,source_sha256,authority,authority_code,title,report_period,"
                 "family,pages,origin,tables,indicators,values,contradictions,warnings,"
                 "unplaced_numbers,tool_version\n" },
    { "indicators", "report_id,indicator_no,table_no,ref,ref_printed,name,section,unit,"
                    "good_performance,owner,reporter,outcome,data_note,canonical_id,page\n" },
    { "observations", "report_id,indicator_no,ref,name,measure,period,period_start,period_end,"
                      "component,value,unit,status,raw,confidence,origin,page,x0,y0,x1,y1\n" },
    { "statistics", "report_id,indicator_no,ref,name,measure,period,period_start,period_end,"
                    "value,unit,direction,status,raw,confidence,origin,page,x0,y0,x1,y1\n" },
    { "benchmarks", "report_id,indicator_no,ref,name,comparator,label,period,period_start,"
                    "period_end,value,unit,status,raw,confidence,origin,page,x0,y0,x1,y1\n" },
    { "targets", "report_id,indicator_no,ref,name,kind,period,period_start,period_end,value,"
                 "lower,upper,unit,status,raw,confidence,origin,page,x0,y0,x1,y1\n" },
    { "commentary", "report_id,indicator_no,section,kind,text,page\n" },
    { "findings", "finding_no,report_id,rule,severity,indicator_no,ref,measure,period,printed,"
                  "expected_low,expected_high,message,suggestion,group,page,x0,y0,x1,y1,"
                  "confidence\n" },
  };
  return cr_make_param_array (HeaderCase, cases, G_N_ELEMENTS (cases));
}

static const Table *
find_table (const char *name)
{
  for (gsize i = 0; i < N_TABLES; i++)
    if (g_str_equal (package_tables[i]->name, name))
      return package_tables[i];
  cr_assert_fail ("there is no table '%s'", name);
  return NULL;
}

ParameterizedTest (HeaderCase *expected, table, columns_stand_in_the_promised_order)
{
  g_autoptr (GString) header = g_string_new (NULL);
  table_append_header (find_table (expected->name), header);
  cr_expect_str_eq (header->str, expected->header);
}

Test (table, every_measure_has_its_one_file)
{
  for (int measure = 0; measure < measure_codes.n_codes; measure++)
    {
      int n_tables = 0;
      for (gsize i = 0; i < N_TABLES; i++)
        n_tables += (package_tables[i]->measures & COLUMN_BIT (measure)) != 0;
      cr_expect_eq (n_tables, 1, "'%s' is in %d files", measure_codes.codes[measure], n_tables);
    }
}

static gboolean
has_column (const Table *table, const char *name)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].name, name))
      return TRUE;
  return FALSE;
}

Test (table, keys_stand_in_their_own_table_and_in_those_that_link_to_it)
{
  for (gsize i = 0; i < N_TABLES; i++)
    {
      const Table *table = package_tables[i];
      for (int k = 0; table->primary_key[k] != NULL; k++)
        cr_expect (has_column (table, table->primary_key[k]));
      for (int k = 0; table->links_to != NULL && table->links_to->primary_key[k] != NULL; k++)
        cr_expect (has_column (table, table->links_to->primary_key[k]));
    }
}

Test (table, every_column_says_what_it_is_and_codes_say_which)
{
  for (gsize i = 0; i < N_TABLES; i++)
    for (guint k = 0; k < package_tables[i]->n_columns; k++)
      {
        const Column *column = &package_tables[i]->columns[k];
        cr_expect (column->about != NULL && column->print != NULL);
        cr_expect (column->print != column_print_code || column->codes != NULL);
        cr_expect (column->codes == NULL || column->type == COLUMN_CODE);
      }
}

Test (table, the_documentation_lists_every_column_in_order)
{
  g_autofree char *text = NULL;
  cr_assert (g_file_get_contents (DOCUMENTATION, &text, NULL, NULL));
  for (gsize i = 0; i < N_TABLES; i++)
    {
      g_autofree char *heading = g_strdup_printf ("\n## `%s.csv`\n", package_tables[i]->name);
      const char *at = strstr (text, heading);
      for (guint k = 0; k < package_tables[i]->n_columns && at != NULL; k++)
        {
          g_autofree char *row = g_strdup_printf ("\n| `%s` |", package_tables[i]->columns[k].name);
          const char *next_file = strstr (at + 1, "\n## ");
          at = strstr (at, row);
          cr_expect (at != NULL && (next_file == NULL || at < next_file), "%s: no row '%s'",
                     package_tables[i]->name, row);
        }
      cr_expect_not_null (at, "no section%s", heading);
    }
}

static void
take_number (G_GNUC_UNUSED const Table *table, const Row *row, gpointer data)
{
  g_string_append_printf (data, "%u:%u:%u ", row->number, row->index, row->report->findings->len);
}

Test (table, rows_are_numbered_over_all_reports)
{
  g_autoptr (Report) first = sample_new ();
  g_autoptr (Report) second = sample_new ();
  sample_add_finding (first, SEVERITY_NOTE, "", "a");
  sample_add_finding (second, SEVERITY_NOTE, "", "b");
  sample_add_finding (second, SEVERITY_NOTE, "", "c");

  guint n_rows = 0;
  g_autoptr (GString) numbers = g_string_new (NULL);
  table_for_each_row (&findings_table, first, &n_rows, take_number, numbers);
  table_for_each_row (&findings_table, second, &n_rows, take_number, numbers);
  cr_expect_eq (n_rows, 3);
  cr_expect_str_eq (numbers->str, "1:0:1 2:0:2 3:1:2 ");
}
