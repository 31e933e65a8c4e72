/* tests/parse/test_flat.c - tables whose columns are lost: text by grammar instead of by place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

/* What the family of such reports is recognised by. */
#define HEAD "Southampton City Council\nCommentary (Dec-19):\n"
#define S47 "Number of Section 47 (S47) enquiries started "

static Report *
read_rows (const char *rows)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = g_strconcat (HEAD, rows, NULL);
  Report *report = desk_read (desk, text);
  cr_assert_str_eq (report->family, "southampton-2019");
  return report;
}

Test (flat, a_run_of_months_is_a_row_of_the_familys_columns)
{
  g_autoptr (Report) report
      = read_rows (S47 "131 104 86 120 98 109 11% -5% A 108 139 89 88 125 They rose again.\n");
  cr_assert (eq (uint, report->indicators->len, 1));
  cr_expect_str_eq (report_indicator (report, 0)->canonical_id, "section_47_started");
  desk_expect_figures (report, 0,
                       "actual 2019-07 131, 2019-08 104, 2019-09 86, 2019-10 120, 2019-11 98, "
                       "2019-12 109, change_prev 2019-11 11% up, change_year 2018-12 -5%, "
                       "dot 2019-12 up, mean_12m 2019-12 108, max_12m 2019-12 139, "
                       "benchmark statistical_neighbours 89, national 88, region 125");
  desk_expect_unplaced (report, "");
}

Test (flat, numbers_that_find_no_column_are_counted)
{
  g_autoptr (Report) report
      = read_rows (S47 "131 104 86 120 98 109 11% -5% A 108 139 89 88 125 1 2 3 4 5 rose again.\n");
  desk_expect_unplaced (report, "4 5");
}

Test (flat, what_a_mended_figure_prints_is_kept_and_told)
{
  g_autoptr (Report) report
      = read_rows (S47 "131 104 86 120 100 33 67% -5% A 108 139 89 88 125 They fell again.\n");
  const Figure *change
      = report_find_figure (report, 0, MEASURE_CHANGE_PREV, NO_PERIOD, COMPONENT_VALUE);
  g_autofree char *words = desk_figure (change);
  cr_expect_str_eq (words, "change_prev 2019-11 -67% down");
  cr_expect_str_eq (change->raw, "67%");
  cr_expect (lt (dbl, change->confidence, 1));
  cr_expect_not_null (desk_finding (report, "mended"));
}

Test (flat, a_line_without_so_many_numbers_is_no_row)
{
  g_autoptr (Report) report = read_rows (S47 "131 104 86 120 98 and others.\n");
  cr_expect (zero (uint, report->indicators->len));
  cr_expect (zero (int, report->n_tables));
}

/* As if the words of the document had been read off an image, with little confidence for the word
 * @doubtful of line @y. */
static void
read_off_image (const Document *document, double y, const char *doubtful)
{
  const GArray *words = ((const Page *) g_ptr_array_index (document->pages, 0))->words;
  for (guint i = 0; i < words->len; i++)
    {
      Word *word = &g_array_index (words, Word, i);
      word->origin = ORIGIN_OCR;
      word->confidence = word->box.y0 == y && g_str_equal (word->text, doubtful) ? 0.6 : 0.9;
    }
}

Test (flat, figures_are_as_sure_as_the_least_sure_number_of_their_line)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Document) document = desk_document (
      HEAD S47 "131 104 86 120 98 109 11% -5% A 108 139 89 88 125 They rose again.\n");
  read_off_image (document, 2, "86");
  g_autoptr (Report) report = parser_read (desk->parser, document);
  cr_assert (gt (uint, report->figures->len, 10));
  for (guint i = 0; i < report->figures->len; i++)
    {
      cr_expect_eq (report_figure (report, i)->origin, ORIGIN_OCR);
      cr_expect_eq (report_figure (report, i)->confidence, 0.6);
    }
  cr_expect_null (desk_finding (report, "mended"));
}
