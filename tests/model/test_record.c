/* tests/model/test_record.c - what a structure of model/ is made of, as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/record.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "model/decimal.h"
#include "model/period.h"

typedef struct
{
  int place;
  double share;
  gboolean is_bold;
  char *text;
  Unit unit;
  Period period;
  gboolean has_value;
  Decimal value;
  Box box;
  char *must;
} Sample;

#define ROW(kind_, field) .name = #field, .kind = (kind_), .offset = offsetof (Sample, field)

static const Field fields[] = {
  { ROW (FIELD_INT, place), .first = -1, .least = -1, .most = 9 },
  { ROW (FIELD_REAL, share), .first = 1, .most = 1 },
  { ROW (FIELD_BOOL, is_bold) },
  { ROW (FIELD_TEXT, text) },
  { ROW (FIELD_CODE, unit), .codes = &unit_codes },
  { ROW (FIELD_PERIOD, period) },
  { ROW (FIELD_DECIMAL, value), .has_offset = offsetof (Sample, has_value) },
  { ROW (FIELD_BOX, box) },
  { ROW (FIELD_TEXT, must), .is_required = TRUE },
  { .name = "other", .kind = FIELD_OTHER },
};
static const Record record = { "sample", fields, G_N_ELEMENTS (fields) };

static void
sample_clear (Sample *sample)
{
  record_clear (&record, sample);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static gboolean
read_sample (const char *text, Sample *sample, GError **error)
{
  g_autofree char *buffer = g_strdup (text);
  g_autoptr (JsonLine) line = json_line_new ("input");
  cr_assert (json_line_read (line, 3, buffer, strlen (buffer), error), "%s", text);
  record_init (&record, sample);
  return record_read (&record, line, sample, error);
}

static void
assert_writes (const Sample *sample, const char *expected)
{
  g_autoptr (JsonText) json = json_text_new ();
  json_text_begin_object (json);
  record_write (&record, sample, json);
  json_text_end_object (json);
  g_autofree char *text = json_text_finish (json, FALSE);
  cr_expect_str_eq (text, expected);
}

Test (record, what_is_not_known_is_not_written)
{
  g_auto (Sample) sample = { 0 };
  record_init (&record, &sample);
  assert_writes (&sample, "{\"type\":\"sample\",\"must\":\"\"}");
}

Test (record, what_is_not_written_is_read_as_not_known)
{
  g_auto (Sample) sample = { 0 };
  cr_assert (read_sample ("{\"type\":\"sample\",\"must\":\"\"}", &sample, NULL));

  cr_expect (eq (int, sample.place, -1));
  cr_expect (eq (dbl, sample.share, 1));
  cr_expect_str_eq (sample.text, "");
  cr_expect (not(sample.has_value));
  cr_expect (eq (int, sample.unit, UNIT_NONE));
}

Test (record, each_kind_of_field_comes_back_as_it_was)
{
  static const char text[]
      = "{\"type\":\"sample\",\"place\":0,\"share\":0.97,\"is_bold\":true,\"text\":\"a \\\"b\\\"\","
        "\"unit\":\"percent\",\"period\":\"2016-Q3\",\"value\":\"-35.80\",\"box\":[1,2.5,3,4],"
        "\"must\":\"c\"}";
  g_auto (Sample) sample = { 0 };

  cr_assert (read_sample (text, &sample, NULL));
  cr_expect (eq (i64, sample.value.mantissa, -3580));
  cr_expect (eq (int, sample.unit, UNIT_PERCENT));
  assert_writes (&sample, text);
}

typedef struct
{
  char member[12];
  char value[40];
} WrongCase;

ParameterizedTestParameters (record, a_wrong_value_is_named_by_line_and_member)
{
  static WrongCase cases[] = {
    { "place", "\"1\"" },
    { "place", "1.5" },
    { "place", "-2" },
    { "place", "10" },
    { "place", "4294967296" },
    { "place", "null" },
    { "place", "[]" },
    { "share", "true" },
    { "share", "1.01" },
    { "share", "-0.1" },
    { "share", "1e999" },
    { "share", "null" },
    { "is_bold", "1" },
    { "is_bold", "\"true\"" },
    { "text", "5" },
    { "text", "null" },
    { "text", "{}" },
    { "text", "\"\\ud800x\"" },
    { "unit", "\"per cent\"" },
    { "unit", "2" },
    { "period", "\"2016-13\"" },
    { "period", "2016" },
    { "value", "35.80" },
    { "value", "\"35,80\"" },
    { "value", "\"\"" },
    { "value", "null" },
    { "box", "[1,2,3]" },
    { "box", "[1,2,3,4,5]" },
    { "box", "[1,2,3,\"4\"]" },
    { "box", "[3,2,1,4]" },
    { "box", "[1,4,3,2]" },
    { "box", "{}" },
    { "unknown", "1" },
  };
  return cr_make_param_array (WrongCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (WrongCase *wrong, record, a_wrong_value_is_named_by_line_and_member)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  g_auto (Sample) sample = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("{\"type\":\"sample\",\"must\":\"\",\"%s\":%s}",
                                           wrong->member, wrong->value);
  g_autofree char *place = g_strdup_printf ("input: line 3, member '%s': ", wrong->member);

  cr_assert (not(read_sample (text, &sample, &error)), "%s", text);
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_STREAM));
  cr_expect (g_str_has_prefix (error->message, place), "%s", error->message);
}

Test (record, members_may_stand_in_any_order)
{
  g_auto (Sample) sample = { 0 };
  cr_assert (read_sample ("{\"must\":\"c\",\"unit\":\"percent\",\"type\":\"sample\",\"place\":3,"
                          "\"text\":\"a\"}",
                          &sample, NULL));
  cr_expect (eq (int, sample.place, 3));
  cr_expect (eq (int, sample.unit, UNIT_PERCENT));
  cr_expect_str_eq (sample.text, "a");
  cr_expect_str_eq (sample.must, "c");
}

Test (record, a_member_that_must_be_there_is_missed)
{
  g_auto (Sample) sample = { 0 };
  g_autoptr (GError) error = NULL;

  cr_assert (not(read_sample ("{\"type\":\"sample\"}", &sample, &error)));
  cr_expect_str_eq (error->message, "input: line 3, member 'must': is missing");
}

Test (record, members_for_others_are_left_to_them)
{
  g_auto (Sample) sample = { 0 };
  cr_expect (read_sample ("{\"type\":\"sample\",\"must\":\"\",\"other\":[{}]}", &sample, NULL));
}

Test (record, a_name_that_is_no_text_is_told_as_one)
{
  g_auto (Sample) sample = { 0 };
  g_autoptr (GError) error = NULL;

  cr_assert (
      not(read_sample ("{\"type\":\"sample\",\"must\":\"\",\"\\ud800x\":1}", &sample, &error)));
  cr_expect (g_utf8_validate (error->message, -1, NULL));
}
