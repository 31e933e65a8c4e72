/* tests/parse/test_unruled.c - a report whose rules are not drawn, held against the same one with
 * them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include "extract/extract.h"
#include "tests/parse/desk.h"

/* The figures of a report, one a line, each with its indicator's reference. */
static char *
list_figures (const Report *report)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      const Indicator *indicator = report_indicator (report, (guint) figure->indicator);
      g_autofree char *words = desk_figure (figure);
      g_string_append_printf (list, "%s %s\n", indicator->ref, words);
    }
  return g_string_free (list, FALSE);
}

static Document *
extract (const char *path)
{
  g_autoptr (GError) error = NULL;
  ExtractLimits limits = extract_default_limits ();
  Document *document = extract_document (path, &limits, &error);
  cr_assert_null (error);
  return document;
}

static void
wipe_drawings (Document *document)
{
  for (guint i = 0; i < document->pages->len; i++)
    {
      Page *page = g_ptr_array_index (document->pages, i);
      g_array_set_size (page->rules, 0);
      g_array_set_size (page->fills, 0);
    }
}

typedef struct
{
  char path[40];
} ReportCase;

static ReportCase reports[] = {
  { "fixtures/layout-2015.pdf" },
  { "fixtures/layout-2016.pdf" },
  { "fixtures/layout-2020.pdf" },
};

ParameterizedTestParameters (unruled, places_alone_tell_the_same_figures_as_rules)
{
  return cr_make_param_array (ReportCase, reports, G_N_ELEMENTS (reports));
}

ParameterizedTest (ReportCase *report, unruled, places_alone_tell_the_same_figures_as_rules)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Document) document = extract (report->path);
  g_autoptr (Report) ruled = parser_read (desk->parser, document);
  wipe_drawings (document);
  g_autoptr (Report) unruled = parser_read (desk->parser, document);
  g_autofree char *expected = list_figures (ruled), *found = list_figures (unruled);
  cr_expect_str_eq (found, expected);
}
