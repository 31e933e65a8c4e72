/* tests/extract/test_sign.c - characters that no one knows the meaning of, told by their shapes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/sign.h"

#include <cairo-pdf.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "extract/pdf.h"

/* The font that comes with fontconfig: it has arrows, and its name tells no one so. */
#define FONT "DejaVu Sans"

static cairo_status_t
write_pdf (void *closure, const unsigned char *bytes, unsigned n_bytes)
{
  g_byte_array_append (closure, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* Prints the glyph of @shown at @x, and tells the PDF that it stands for @told. */
static void
show (cairo_t *cairo, double x, const char *shown, const char *told)
{
  cairo_scaled_font_t *font = cairo_get_scaled_font (cairo);
  cairo_glyph_t *glyphs = NULL;
  int n = 0;
  cairo_scaled_font_text_to_glyphs (font, x, 100, shown, -1, &glyphs, &n, NULL, NULL, NULL);
  cr_assert (n == 1 && glyphs[0].index != 0, "the font has no '%s'", shown);
  cairo_text_cluster_t cluster = { .num_bytes = (int) strlen (told), .num_glyphs = 1 };
  cairo_show_text_glyphs (cairo, told, -1, glyphs, n, &cluster, 1, 0);
  cairo_glyph_free (glyphs);
}

/* Returns (transfer full): the words of a page on which the glyphs of @shown, of which each is a
 * character, stand apart, all told by code points of the private use area. */
static char *
read_signs (const char *shown, double size)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_pdf, pdf, 600, 200);
  cairo_t *cairo = cairo_create (surface);
  cairo_select_font_face (cairo, FONT, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cairo, size);
  int n = 0;
  for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at), n++)
    {
      gunichar code = 0xE100 + (gunichar) n;
      g_autofree char *sign = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
      g_autofree char *told = g_ucs4_to_utf8 (&code, 1, NULL, NULL, NULL);
      show (cairo, 20 + 40 * n, sign, told);
    }
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);

  g_autoptr (GBytes) bytes = g_bytes_new (pdf->data, pdf->len);
  g_autoptr (Document) document = document_new ("a.pdf", "");
  ExtractLimits limits = extract_default_limits ();
  cr_assert (pdf_append_pages (document, &(Input){ bytes, NULL }, &limits, NULL));
  const Page *page = g_ptr_array_index (document->pages, 0);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < page->words->len; i++)
    g_string_append (words, g_array_index (page->words, Word, i).text);
  return g_string_free (words, FALSE);
}

Test (sign, arrows_of_an_unknown_font_are_told_by_their_shapes)
{
  static const double sizes[] = { 5, 8, 12, 30 };
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *words = read_signs ("←↑→↓↖↗↘↙▲▼▶◀", sizes[i]);
      cr_expect_str_eq (words, "←↑→↓↖↗↘↙▲▼▶◀", "size %g", sizes[i]);
    }
}

Test (sign, arrows_of_other_makes_are_arrows_all_the_same)
{
  g_autofree char *words = read_signs ("➔➜➡⬆⬇⇧⇩➚➘", 10);
  cr_expect_str_eq (words, "→→→↑↓↑↓↗↘");
}

Test (sign, what_is_no_sign_stays_what_it_was)
{
  g_autofree char *words = read_signs ("AVYT↔", 10);
  cr_expect_str_eq (words, "\uE100\uE101\uE102\uE103\uE104");
}

Test (sign, a_character_with_a_meaning_is_believed)
{
  Signs *signs = signs_new ();
  cr_expect_eq (signs_read (signs, FONT, 'A', (Box){ 0, 0, 9, 9 }), 'A', "no page is looked at");
  signs_free (signs);
}
