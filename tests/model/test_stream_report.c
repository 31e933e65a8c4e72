/* tests/model/test_stream_report.c - a report and what it holds as lines of a stream.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "model/phrase.h"
#include "model/report_record.h"
#include "model/stream.h"

#define REPORT "{\"type\":\"report\",\"path\":\"a\",\"sha256\":\"\"}\n"
#define INDICATOR "{\"type\":\"indicator\"}\n"
#define END "{\"type\":\"end\"}\n"

static char *
write_report (const Report *report)
{
  char *text = NULL;
  gsize length = 0;
  FILE *out = open_memstream (&text, &length);
  cr_assert (stream_write_report (out, report, NULL));
  fclose (out);
  return text;
}

static Report *
read_report (const char *text, GError **error)
{
  FILE *in = fmemopen ((char *) text, strlen (text), "r");
  StreamReader *reader = stream_reader_new (in, "input");
  g_auto (StreamItem) item = { 0 };
  stream_reader_next (reader, &item, error);
  stream_reader_free (reader);
  fclose (in);
  return g_steal_pointer (&item.report);
}

/* Gives each field of @data a value of its own that is not its first: what the stream forgets is
 * missed on the way back. */
static void
fill_field (const Field *field, gpointer data, int seed)
{
  gpointer at = (char *) data + field->offset;
  switch (field->kind)
    {
    case FIELD_INT:
      *(int *) at = seed;
      break;
    case FIELD_REAL:
      *(double *) at = 1.0 / (seed + 2);
      break;
    case FIELD_BOOL:
      *(gboolean *) at = TRUE;
      break;
    case FIELD_TEXT:
      {
        g_autofree char *text = g_strdup_printf ("\"%s\\ %d\t£", field->name, seed);
        phrase_set (at, text);
      }
      break;
    case FIELD_CODE:
      *(CodeByte *) at = (CodeByte) (1 + seed % (field->codes->n_codes - 1));
      break;
    case FIELD_PERIOD:
      *(Period *) at = (Period){ PERIOD_QUARTER, (gint16) (2010 + seed), (guint8) (1 + seed % 4) };
      break;
    case FIELD_DECIMAL:
      *(bool *) ((char *) data + field->has_offset) = true;
      *(Decimal *) at = (Decimal){ -3580 - seed, seed % 5 };
      break;
    case FIELD_BOX:
      *(Box *) at = (Box){ -seed / 3.0, seed / 7.0, seed, seed + 0.1 };
      break;
    case FIELD_OTHER:
      break;
    }
}

static gpointer
fill (const Record *record, gpointer data, int seed)
{
  for (gsize i = 0; i < record->n_fields; i++)
    fill_field (&record->fields[i], data, seed + (int) i);
  return data;
}

static Report *
make_full_report (void)
{
  const Source source = { NULL, NULL };
  Report *report = report_new (&source);
  fill (&report_record, report, 1);
  for (int i = 0; i < 20; i++)
    {
      fill (&indicator_record, report_add_indicator (report), i);
      ((Figure *) fill (&figure_record, report_add_figure (report), i))->indicator = i;
      ((Text *) fill (&text_record, report_add_text (report), i))->indicator = i;
      ((Unplaced *) fill (&unplaced_record, report_add_unplaced (report), i))->indicator = i;
      Finding *finding = report_add_finding (report, "", SEVERITY_NOTE);
      ((Finding *) fill (&finding_record, finding, i))->indicator = i - 1;
    }
  return report;
}

/* Returns: whether both hold the same, by the memory of all but texts. */
static gboolean
is_same_field (const Field *field, gconstpointer a, gconstpointer b)
{
  static const gsize sizes[] = {
    [FIELD_INT] = sizeof (int),       [FIELD_REAL] = sizeof (double),
    [FIELD_BOOL] = sizeof (gboolean), [FIELD_CODE] = sizeof (CodeByte),
    [FIELD_BOX] = sizeof (Box),
  };
  const char *at_a = (const char *) a + field->offset, *at_b = (const char *) b + field->offset;
  if (field->kind == FIELD_TEXT)
    return g_str_equal (*(char *const *) at_a, *(char *const *) at_b);
  if (field->kind == FIELD_PERIOD)
    return period_equal (*(const Period *) at_a, *(const Period *) at_b);
  if (field->kind == FIELD_DECIMAL)
    return ((const Decimal *) at_a)->mantissa == ((const Decimal *) at_b)->mantissa
           && ((const Decimal *) at_a)->scale == ((const Decimal *) at_b)->scale;
  return memcmp (at_a, at_b, sizes[field->kind]) == 0;
}

static void
assert_same (const Record *record, gconstpointer a, gconstpointer b)
{
  for (gsize i = 0; i < record->n_fields; i++)
    cr_expect (is_same_field (&record->fields[i], a, b), "%s of a %s", record->fields[i].name,
               record->type);
}

static void
assert_same_elements (const Record *record, const Report *a, const Report *b, ReportPart part)
{
  cr_assert (eq (uint, report_n_elements (a, part), report_n_elements (b, part)));
  for (guint i = 0; i < report_n_elements (a, part); i++)
    assert_same (record, report_element (a, part, i), report_element (b, part, i));
}

Test (stream_report, what_comes_back_is_what_went_in)
{
  g_autoptr (Report) report = make_full_report ();
  g_autofree char *text = write_report (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (Report) again = read_report (text, &error);
  cr_assert_not_null (again, "%s", error->message);

  assert_same (&report_record, again, report);
  assert_same_elements (&indicator_record, again, report, REPORT_INDICATORS);
  assert_same_elements (&figure_record, again, report, REPORT_FIGURES);
  assert_same_elements (&text_record, again, report, REPORT_TEXTS);
  assert_same_elements (&unplaced_record, again, report, REPORT_UNPLACED);
  assert_same_elements (&finding_record, again, report, REPORT_FINDINGS);
  g_autofree char *text_again = write_report (again);
  cr_expect_str_eq (text_again, text);
}

Test (stream_report, a_decimal_keeps_its_last_zero)
{
  const Source source = { NULL, NULL };
  g_autoptr (Report) report = report_new (&source);
  report_add_indicator (report);
  Figure *figure = report_add_figure (report);
  figure->indicator = 0;
  figure->has_value = decimal_parse ("35.80", &figure->value);
  g_autofree char *text = write_report (report);

  cr_expect_not_null (strstr (text, "{\"type\":\"figure\",\"indicator\":0,\"value\":\"35.80\"}\n"));
}

Test (stream_report, what_is_not_known_takes_no_room)
{
  const Source source = { NULL, NULL };
  g_autoptr (Report) report = report_new (&source);
  report_add_indicator (report);
  report_add_text (report);
  report_add_unplaced (report);
  report_add_finding (report, "ratio", SEVERITY_CONTRADICTION);
  g_autofree char *text = write_report (report);

  cr_expect_str_eq (text,
                    "{\"type\":\"report\",\"path\":\"\",\"sha256\":\"\"}\n"
                    "{\"type\":\"indicator\"}\n"
                    "{\"type\":\"text\",\"kind\":\"commentary\"}\n"
                    "{\"type\":\"unplaced\"}\n"
                    "{\"type\":\"finding\",\"rule\":\"ratio\",\"severity\":\"contradiction\"}\n"
                    "{\"type\":\"end\"}\n");
}

typedef struct
{
  char line[100];
  char message[80];
} WrongCase;

ParameterizedTestParameters (stream_report, what_names_nothing_is_an_error)
{
  static WrongCase cases[] = {
    { "{\"type\":\"figure\",\"indicator\":1}", "member 'indicator': there is no indicator 1" },
    { "{\"type\":\"text\",\"kind\":\"note\",\"indicator\":1}",
      "member 'indicator': there is no indicator 1" },
    { "{\"type\":\"finding\",\"rule\":\"\",\"severity\":\"note\",\"indicator\":7}",
      "member 'indicator': there is no indicator 7" },
    { "{\"type\":\"figure\",\"indicator\":-1}",
      "member 'indicator': a whole number in bounds must stand here" },
    { "{\"type\":\"figure\"}", "member 'indicator': is missing" },
    { "{\"type\":\"figure\",\"indicator\":0,\"measure\":\"mean\"}",
      "member 'measure': one of the codes must stand here" },
    { "{\"type\":\"figure\",\"indicator\":0,\"value\":35.8}",
      "member 'value': a decimal in quotes must stand here" },
    { "{\"type\":\"figure\",\"indicator\":0,\"colour\":\"red\"}",
      "member 'colour': no figure has it" },
    { "{\"type\":\"finding\",\"severity\":\"note\"}", "member 'rule': is missing" },
  };
  return cr_make_param_array (WrongCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (WrongCase *wrong, stream_report, what_names_nothing_is_an_error)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (REPORT INDICATOR, wrong->line, "\n" END, NULL);
  g_autofree char *message = g_strconcat ("input: line 3, ", wrong->message, NULL);

  cr_assert_null (read_report (text, &error));
  cr_expect_str_eq (error->message, message);
}

Test (stream_report, a_text_may_be_of_the_whole_report)
{
  g_autoptr (Report) report
      = read_report (REPORT "{\"type\":\"text\",\"kind\":\"note\"}\n" END, NULL);

  cr_assert_not_null (report);
  cr_expect (eq (int, report_text (report, 0)->indicator, NO_INDICATOR));
}
