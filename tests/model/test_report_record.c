/* tests/model/test_report_record.c - the tables of what a document and a report are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/report_record.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static const Record *const records[] = {
  &document_record, &page_record, &report_record,   &indicator_record,
  &figure_record,   &text_record, &unplaced_record, &finding_record,
};

static gboolean
is_named_before (const Record *record, gsize index)
{
  for (gsize i = 0; i < index; i++)
    if (g_str_equal (record->fields[i].name, record->fields[index].name))
      return TRUE;
  return FALSE;
}

Test (report_record, no_member_stands_twice_or_is_called_type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    for (gsize j = 0; j < records[i]->n_fields; j++)
      {
        const char *name = records[i]->fields[j].name;
        cr_expect (not(is_named_before (records[i], j)), "%s.%s", records[i]->type, name);
        cr_expect_str_neq (name, "type");
      }
}

Test (report_record, each_field_of_codes_has_its_vocabulary)
{
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    for (gsize j = 0; j < records[i]->n_fields; j++)
      {
        const Field *field = &records[i]->fields[j];
        cr_expect (eq (int, field->codes != NULL, field->kind == FIELD_CODE), "%s", field->name);
      }
}

Test (report_record, what_a_number_is_at_first_may_also_be_read)
{
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    for (gsize j = 0; j < records[i]->n_fields; j++)
      {
        const Field *field = &records[i]->fields[j];
        cr_expect (field->is_required || field->first >= field->least, "%s", field->name);
      }
}

Test (report_record, every_member_is_explained_in_the_documentation)
{
  g_autofree char *document = NULL;
  cr_assert (g_file_get_contents ("docs/stream.md", &document, NULL, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    for (gsize j = 0; j < records[i]->n_fields; j++)
      {
        g_autofree char *row = g_strdup_printf ("\n| `%s` |", records[i]->fields[j].name);
        cr_expect_not_null (strstr (document, row), "%s", row);
      }
}
