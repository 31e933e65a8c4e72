/* tests/model/test_code.c - the closed vocabularies of the package, and their codes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/code.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static const CodeList *const lists[] = {
  &measure_codes, &comparator_codes, &component_codes, &unit_codes,     &direction_codes,
  &status_codes,  &origin_codes,     &text_kind_codes, &severity_codes,
};

Test (code, every_code_names_one_value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int value = 0; value < lists[i]->n_codes; value++)
      {
        const char *code = code_list_code (lists[i], value);
        cr_expect (eq (int, code_list_value (lists[i], code), value), "%s '%s'", lists[i]->name,
                   code);
      }
}

Test (code, an_unknown_code_has_no_value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      cr_expect (eq (int, code_list_value (lists[i], "Actual"), -1));
      cr_expect (eq (int, code_list_value (lists[i], "no such code"), -1));
    }
}

Test (code, each_vocabulary_speaks_for_itself)
{
  cr_expect_str_eq (measure_code (MEASURE_CHANGE_PREV), "change_prev");
  cr_expect_str_eq (comparator_code (COMPARATOR_SN), "statistical_neighbours");
  cr_expect_str_eq (component_code (COMPONENT_DENOMINATOR), "denominator");
  cr_expect_str_eq (unit_code (UNIT_RATE_PER_10000), "rate_per_10000");
  cr_expect_str_eq (direction_code (DIRECTION_NONE), "");
  cr_expect_str_eq (status_code (STATUS_OK), "ok");
  cr_expect_str_eq (origin_code (ORIGIN_CORRECTED), "corrected");
  cr_expect_str_eq (text_kind_code (TEXT_DATA_NOTE), "data_note");
  cr_expect_str_eq (severity_code (SEVERITY_NOTE), "note");
}

Test (code, each_vocabulary_reads_its_codes)
{
  cr_expect (eq (int, measure_from_code ("rag"), MEASURE_RAG));
  cr_expect (eq (int, comparator_from_code ("region"), COMPARATOR_REGION));
  cr_expect (eq (int, component_from_code ("numerator"), COMPONENT_NUMERATOR));
  cr_expect (eq (int, unit_from_code (""), UNIT_NONE));
  cr_expect (eq (int, direction_from_code ("flat"), DIRECTION_FLAT));
  cr_expect (eq (int, status_from_code ("unreadable"), STATUS_UNREADABLE));
  cr_expect (eq (int, origin_from_code ("ocr"), ORIGIN_OCR));
  cr_expect (eq (int, text_kind_from_code ("analysis"), TEXT_ANALYSIS));
  cr_expect (eq (int, severity_from_code ("warning"), SEVERITY_WARNING));
}
