/* tests/emit/test_html_crop.c - tests emit/html_crop.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_crop.h"

#include <criterion/criterion.h>
#include <string.h>

#include "tests/emit/sample.h"

#define PNG_BYTES 3000

/* A maker of crops that counts what it is asked for; the page is what it puts in order. */
typedef struct
{
  GString *pages; /* of each crop that was made */
  const char *failure;
  guint n_announced; /* boxes of the same page that were told beforehand */
} Maker;

static Crop *
make (G_GNUC_UNUSED const Source *source, int page, const Box *boxes, guint n_boxes, gpointer data,
      GError **error)
{
  Maker *maker = data;
  const Box box = boxes[0];
  g_string_append_printf (maker->pages, "%d ", page);
  maker->n_announced += n_boxes - 1;
  if (maker->failure != NULL)
    {
      recount_fail (error, RECOUNT_ERROR_UNREADABLE, NULL, "%s", maker->failure);
      return NULL;
    }
  Crop *crop = crop_new ((Box){ box.x0 - 10, box.y0 - 10, box.x1 + 10, box.y1 + 10 });
  crop->png = g_bytes_new_take (g_strnfill (PNG_BYTES, 'p'), PNG_BYTES);
  crop->width = crop->height = 40;
  return crop;
}

static void
add_finding (Report *report, Severity severity, int page, double x)
{
  Finding *finding = sample_add_finding (report, severity, "", "a");
  finding->page = page;
  finding->box = (Box){ x, 20, x + 10, 30 };
}

static Crops *
make_crops (const Report *report, Maker *maker, Images images, gsize budget)
{
  const HtmlOptions options = { .images = images, .crop = make, .crop_data = maker };
  maker->pages = g_string_new (NULL);
  const HtmlPart whole = { 0, report->indicators->len };
  return crops_make (report, &whole, &options, budget);
}

static Report *
make_report (void)
{
  Report *report = sample_new ();
  add_finding (report, SEVERITY_NOTE, 1, 20);
  add_finding (report, SEVERITY_CONTRADICTION, 3, 20);
  add_finding (report, SEVERITY_CONTRADICTION, 2, 20);
  add_finding (report, SEVERITY_WARNING, 3, 20);
  sample_add_finding (report, SEVERITY_CONTRADICTION, "", "of no place");
  return report;
}

Test (html_crop, what_is_asked_of_a_page_next_is_told_beforehand)
{
  g_autoptr (Report) report = sample_new ();
  add_finding (report, SEVERITY_WARNING, 2, 20);
  add_finding (report, SEVERITY_WARNING, 3, 20);
  add_finding (report, SEVERITY_WARNING, 3, 60);
  add_finding (report, SEVERITY_NOTE, 3, 90);
  Maker maker = { NULL, NULL, 0 };
  g_autoptr (Crops) crops = make_crops (report, &maker, IMAGES_FINDINGS, 1000000);
  cr_expect_str_eq (maker.pages->str, "2 3 3 3 ");
  cr_expect_eq (maker.n_announced, 2 + 1);
  g_string_free (maker.pages, TRUE);
}

Test (html_crop, the_worst_come_first_and_pages_in_their_order)
{
  g_autoptr (Report) report = make_report ();
  Maker maker = { NULL, NULL, 0 };
  g_autoptr (Crops) crops = make_crops (report, &maker, IMAGES_FINDINGS, 1000000);
  cr_expect_str_eq (maker.pages->str, "2 3 1 ", "each place once");
  cr_expect_not_null (crops_find (crops, 3, report_finding (report, 1)->box));
  cr_expect_null (crops_find (crops, 4, report_finding (report, 1)->box));
  cr_expect_eq (crops_n_left_out (crops), 0);
  g_string_free (maker.pages, TRUE);
}

Test (html_crop, what_the_budget_has_no_room_for_is_counted)
{
  g_autoptr (Report) report = make_report ();
  Maker maker = { NULL, NULL, 0 };
  g_autoptr (Crops) crops = make_crops (report, &maker, IMAGES_FINDINGS, PNG_BYTES * 2);
  cr_expect_not_null (crops_find (crops, 2, report_finding (report, 2)->box));
  cr_expect_null (crops_find (crops, 3, report_finding (report, 1)->box));
  cr_expect_eq (crops_n_left_out (crops), 2);
  g_string_free (maker.pages, TRUE);
}

Test (html_crop, none_opens_nothing)
{
  g_autoptr (Report) report = make_report ();
  Maker maker = { NULL, NULL, 0 };
  g_autoptr (Crops) crops = make_crops (report, &maker, IMAGES_NONE, 1000000);
  cr_expect_str_eq (maker.pages->str, "");
  g_string_free (maker.pages, TRUE);
}

Test (html_crop, all_shows_the_rows_too)
{
  g_autoptr (Report) report = sample_new ();
  for (int i = 0; i < 2; i++)
    {
      Figure *figure = sample_add_figure (report, MEASURE_ACTUAL, report->period, "7");
      figure->page = 2;
      figure->box = (Box){ 20 + 30 * i, 20, 30 + 30 * i, 30 };
    }
  Maker maker = { NULL, NULL, 0 };
  g_autoptr (Crops) crops = make_crops (report, &maker, IMAGES_ALL, 1000000);
  int page = 0;
  Box box = { 0, 0, 0, 0 };
  cr_assert_not_null (crops_of_row (crops, 0, &page, &box));
  cr_expect (page == 2 && box.x0 == 20 && box.x1 == 60);
  g_autoptr (Crops) fewer = make_crops (report, &maker, IMAGES_FINDINGS, 1000000);
  cr_expect_null (crops_of_row (fewer, 0, &page, &box));
  g_string_free (maker.pages, TRUE);
}

Test (html_crop, why_there_is_none_is_kept)
{
  g_autoptr (Report) report = make_report ();
  Maker maker = { NULL, "is not the file that was read", 0 };
  g_autoptr (Crops) crops = make_crops (report, &maker, IMAGES_FINDINGS, 1000000);
  cr_expect_str_eq (crops_failure (crops), "is not the file that was read");
  g_string_free (maker.pages, TRUE);
}

Test (html_crop, an_image_has_a_frame_around_the_cell_and_words_for_it)
{
  Maker maker = { g_string_new (NULL), NULL, 0 };
  Box box = { 20, 20, 30, 30 };
  g_autoptr (Crop) crop = make (NULL, 1, &box, 1, &maker, NULL);
  g_autoptr (GString) html = g_string_new (NULL);
  html_crop_append (html, crop, box, "around \"7\"");
  cr_expect_not_null (strstr (html->str, "aria-label=\"around &quot;7&quot;\""), "%s", html->str);
  cr_expect_not_null (strstr (html->str, "viewBox=\"0 0 30 30\""));
  cr_expect_not_null (strstr (html->str, "href=\"data:image/png;base64,cHBw"));
  cr_expect_not_null (
      strstr (html->str, "<rect rx=\"2\" x=\"8\" y=\"8\" width=\"14\" height=\"14\"/>"));
  g_string_free (maker.pages, TRUE);
}

Test (html_crop, lines_have_the_cell_marked)
{
  g_autoptr (Crop) crop = crop_new ((Box){ 2, 4, 12, 7 });
  g_ptr_array_add (crop->lines, g_strdup ("<b>"));
  g_ptr_array_add (crop->lines, g_strdup ("a\xC3\xA9 22.3% <"));
  g_ptr_array_add (crop->lines, g_strdup ("c"));
  g_autoptr (GString) html = g_string_new (NULL);
  html_crop_append (html, crop, (Box){ 5, 5, 10, 6 }, "x");
  cr_expect (
      g_str_has_suffix (html->str, ">&lt;b&gt;\na\xC3\xA9 <mark>22.3%</mark> &lt;\nc\n</pre>"),
      "%s", html->str);
}
