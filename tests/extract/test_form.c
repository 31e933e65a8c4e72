/* tests/extract/test_form.c - the forms that the characters of a document have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/form.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Draws rings, two of them with a bar within, side by side, and sorts them. */
static GArray *
sort_rings (Forms *forms)
{
  g_autoptr (PixOwned) ink = pixCreate (800, 200, 1);
  for (int i = 0; i < 6; i++)
    {
      pixRasterop (ink, 100 + 30 * i, 100, 20, 30, PIX_SET, NULL, 0, 0);
      pixRasterop (ink, 104 + 30 * i, 104, 12, 22, PIX_CLR, NULL, 0, 0);
      if (i >= 4)
        pixRasterop (ink, 104 + 30 * i, 114, 12, 2, PIX_SET, NULL, 0, 0);
    }
  g_autoptr (Page) page = page_new (1, 200, 200);
  g_autoptr (GArray) blobs = blobs_find (ink, 300);
  GArray *strips = strips_make (blobs, page, 300);
  forms_sort (forms, strips, ink, 300);
  return strips;
}

Test (form, like_blobs_are_of_one_form_and_a_hole_more_makes_another)
{
  g_autoptr (Forms) forms = forms_new ();
  g_autoptr (GArray) strips = sort_rings (forms);
  const GArray *blobs = g_array_index (strips, Strip, 0).blobs;
  guint ring = g_array_index (blobs, Blob, 0).form, barred = g_array_index (blobs, Blob, 5).form;
  cr_expect_eq (forms_get (forms, ring)->n_blobs, 4);
  cr_expect_eq (forms_get (forms, barred)->n_blobs, 2);
  cr_expect_neq (ring, barred);
}

Test (form, a_form_is_what_most_readings_say_and_as_sure_as_they_agree)
{
  g_autoptr (Forms) forms = forms_new ();
  g_autoptr (GArray) strips = sort_rings (forms);
  Form *form
      = forms_get (forms, g_array_index (g_array_index (strips, Strip, 0).blobs, Blob, 0).form);
  form_vote (form, "0", 0.9);
  form_vote (form, "0", 0.9);
  forms_settle (forms);
  double agreed = form->confidence;
  cr_expect_str_eq (form->text, "0");
  cr_expect_gt (agreed, 0.9);
  form_vote (form, "O", 0.9); /* the same ring, which its place tells from a 0 */
  forms_settle (forms);
  cr_expect_geq (form->confidence, agreed);
  form_vote (form, "8", 1.8);
  forms_settle (forms);
  cr_expect_str_eq (form->text, "0");
  cr_expect_lt (form->confidence, 0.75);
}

Test (form, an_arrow_that_never_stands_alone_may_be_a_digit)
{
  g_autoptr (Forms) forms = forms_new ();
  g_autoptr (GArray) strips = sort_rings (forms);
  Form *form
      = forms_get (forms, g_array_index (g_array_index (strips, Strip, 0).blobs, Blob, 0).form);
  form->sign = 0x2191;
  form->n_alone = 1;
  form_vote (form, "↑", 3);
  forms_settle (forms);
  cr_expect_gt (form->confidence, 0.9);
  form->n_alone = 0;
  forms_settle (forms);
  cr_expect_str_eq (form->text, "↑");
  cr_expect_lt (form->confidence, 0.8);
  form_vote (form, "9", 3.5);
  forms_settle (forms);
  cr_expect_str_eq (form->text, "9");
}

Test (form, an_arrow_that_is_seldom_alone_is_a_letter_of_broken_words)
{
  g_autoptr (Forms) forms = forms_new ();
  g_autoptr (GArray) strips = sort_rings (forms);
  Form *form
      = forms_get (forms, g_array_index (g_array_index (strips, Strip, 0).blobs, Blob, 0).form);
  form->sign = 0x2191;
  form->n_blobs = 8;
  form->n_alone = 2;
  cr_expect (form_is_sign (form));
  form->n_blobs = 9;
  cr_expect_not (form_is_sign (form));
}

Test (form, a_stroke_between_two_rings_is_a_percent_sign_whatever_is_read_once)
{
  g_autoptr (PixOwned) ink = pixCreate (400, 200, 1);
  for (int i = 0; i < 2; i++)
    {
      pixRasterop (ink, 100 + 24 * i, 100 + 20 * i, 14, 16, PIX_SET, NULL, 0, 0);
      pixRasterop (ink, 104 + 24 * i, 104 + 20 * i, 6, 8, PIX_CLR, NULL, 0, 0);
    }
  for (int y = 0; y < 36; y++)
    pixRasterop (ink, 127 - y / 2, 100 + y, 4, 1, PIX_SET, NULL, 0, 0);
  g_autoptr (Page) page = page_new (1, 200, 200);
  g_autoptr (GArray) blobs = blobs_find (ink, 300);
  g_autoptr (GArray) strips = strips_make (blobs, page, 300);
  g_autoptr (Forms) forms = forms_new ();
  forms_sort (forms, strips, ink, 300);
  cr_assert_eq (strips->len, 1);
  const Blob *blob = &g_array_index (g_array_index (strips, Strip, 0).blobs, Blob, 0);
  form_vote (forms_get (forms, blob->form), "9%\302\253", 0.9);
  forms_settle (forms);
  cr_expect_str_eq (forms_get (forms, blob->form)->text, "%");
}
