/* tests/extract/pictured.c - files that are pictures of pages, and PDFs of one, made by tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/extract/pictured.h"

#include <math.h>
#include <stdio.h>

#include <jpeglib.h> /* which wants stdio.h before it */

#include "tests/extract/recipe.h"

#define DPI 300
#define WIDTH 1240
#define HEIGHT 800
#define FIRST_LINE 120
#define LINE_MARGIN 12 /* pixels around a line that is alone */
#define LINE_HEIGHT 90
#define N_INKS 4

PIX *
pictured_figures (const char *text)
{
  PIX *pix = pixCreate (WIDTH, HEIGHT, 8);
  L_BMF *font = bmfCreate (NULL, 20);
  pixSetAllArbitrary (pix, 255);
  for (int i = 0; i < PICTURED_LINES; i++)
    pixSetTextline (pix, font, text, 0, 150, FIRST_LINE + LINE_HEIGHT * i, NULL, NULL);
  bmfDestroy (&font);
  pixSetResolution (pix, DPI, DPI);
  return pix;
}

PIX *
pictured_line (const char *text)
{
  int width = 0;
  g_autoptr (PixOwned) paper = pixCreate (1200, 54, 8);
  L_BMF *font = bmfCreate (NULL, 10);
  pixSetAllArbitrary (paper, 255);
  pixSetTextline (paper, font, text, 0, LINE_MARGIN, 42, &width, NULL);
  bmfDestroy (&font);
  BOX *box = boxCreate (0, 0, width + 2 * LINE_MARGIN, 54);
  PIX *line = pixClipRectangle (paper, box, NULL);
  boxDestroy (&box);
  return line;
}

PIX *
pictured_photograph (int width, int height)
{
  PIX *pix = pixCreate (width, height, 32);
  guint32 seed = 1;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        seed = seed * 1664525 + 1013904223;
        double hill = 60 * sin (x / 211.0 + sin (y / 97.0)) + 40 * cos (y / 133.0 - x / 71.0);
        int light = (int) (120 + hill) + (int) (seed >> 28);
        pixSetRGBPixel (pix, x, y, MIN (light + 20, 255), light, MAX (light - 30, 0));
      }
  pixSetResolution (pix, DPI, DPI);
  return pix;
}

GBytes *
pictured_file (PIX *pix, int format)
{
  l_uint8 *bytes = NULL;
  size_t n_bytes = 0;
  pixWriteMem (&bytes, &n_bytes, pix, format);
  pixDestroy (&pix);
  GBytes *file = g_bytes_new (bytes, n_bytes);
  lept_free (bytes);
  return file;
}

/* ---- inks ---- */

GByteArray *
pictured_samples (PIX *gray, PicturedInks inks, guint n_bits)
{
  GByteArray *samples = g_byte_array_new ();
  for (int y = 0; y < pixGetHeight (gray); y++)
    for (int x = 0; x < pixGetWidth (gray); x++)
      {
        l_uint32 light = 0;
        pixGetPixel (gray, x, y, &light);
        const guint8 values[][N_INKS] = {
          [PICTURED_GRAY] = { (guint8) light },
          [PICTURED_RGB] = { (guint8) light, (guint8) light, (guint8) light },
          [PICTURED_CMYK] = { 0, 0, 0, (guint8) (255 - light) },
        };
        static const guint n_values[] = { 1, 3, N_INKS };
        for (guint i = 0; i < n_values[inks]; i++)
          for (guint k = 0; k < n_bits / 8; k++)
            g_byte_array_append (samples, &values[inks][i], 1);
      }
  return samples;
}

GBytes *
pictured_cmyk_jpeg (PIX *gray)
{
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  unsigned char *bytes = NULL;
  unsigned long n_bytes = 0;
  g_autoptr (GByteArray) samples = pictured_samples (gray, PICTURED_CMYK, 8);
  jpeg.err = jpeg_std_error (&errors);
  jpeg_create_compress (&jpeg);
  jpeg_mem_dest (&jpeg, &bytes, &n_bytes);
  jpeg.image_width = (JDIMENSION) pixGetWidth (gray);
  jpeg.image_height = (JDIMENSION) pixGetHeight (gray);
  jpeg.input_components = N_INKS;
  jpeg.in_color_space = JCS_CMYK;
  jpeg_set_defaults (&jpeg); /* with Adobe's marker, for which 0 is all ink */
  jpeg.write_JFIF_header = TRUE;
  jpeg.density_unit = 1; /* inches */
  jpeg.X_density = jpeg.Y_density = DPI;
  jpeg_start_compress (&jpeg, TRUE);
  for (guint i = 0; i < samples->len; i++)
    samples->data[i] = (guint8) (255 - samples->data[i]);
  while (jpeg.next_scanline < jpeg.image_height)
    {
      JSAMPROW row = samples->data + (gsize) jpeg.next_scanline * jpeg.image_width * N_INKS;
      jpeg_write_scanlines (&jpeg, &row, 1);
    }
  jpeg_finish_compress (&jpeg);
  jpeg_destroy_compress (&jpeg);
  GBytes *file = g_bytes_new (bytes, n_bytes);
  free (bytes); /* NOLINT: the library allocates it */
  return file;
}

/* ---- TIFF ---- */

#define TIFF_HEAD 8 /* bytes before the pixels */
#define TIFF_SHORT 3
#define TIFF_LONG 4
#define TIFF_RATIONAL 5

static void
append_u16 (GByteArray *file, guint value)
{
  const guint8 bytes[] = { (guint8) (value >> 8), (guint8) value };
  g_byte_array_append (file, bytes, sizeof bytes);
}

static void
append_u32 (GByteArray *file, guint value)
{
  append_u16 (file, value >> 16);
  append_u16 (file, value & 0xFFFF);
}

/* A field of one value; those of SHORT stand in the left half of its place. */
static void
append_field (GByteArray *file, guint tag, guint type, guint n, guint value)
{
  append_u16 (file, tag);
  append_u16 (file, type);
  append_u32 (file, n);
  append_u32 (file, type == TIFF_SHORT && n == 1 ? value << 16 : value);
}

GBytes *
pictured_tiff (PIX *gray, PicturedInks inks, guint n_bits)
{
  static const guint n_values[] = { 1, 3, N_INKS }, photometric[] = { 1, 2, 5 };
  g_autoptr (GByteArray) samples = pictured_samples (gray, inks, n_bits);
  guint height = (guint) pixGetHeight (gray), behind = TIFF_HEAD + samples->len;
  GByteArray *file = g_byte_array_new ();
  g_byte_array_append (file, (const guint8 *) "MM\0*", 4);
  append_u32 (file, behind + 8 + 2 * N_INKS);
  g_byte_array_append (file, samples->data, samples->len);
  append_u32 (file, DPI);
  append_u32 (file, 1);
  for (guint i = 0; i < N_INKS; i++)
    append_u16 (file, n_bits);
  append_u16 (file, 11);
  append_field (file, 256, TIFF_LONG, 1, (guint) pixGetWidth (gray));
  append_field (file, 257, TIFF_LONG, 1, height);
  append_field (file, 258, TIFF_SHORT, n_values[inks], inks == PICTURED_GRAY ? n_bits : behind + 8);
  append_field (file, 259, TIFF_SHORT, 1, 1); /* as they are */
  append_field (file, 262, TIFF_SHORT, 1, photometric[inks]);
  append_field (file, 273, TIFF_LONG, 1, TIFF_HEAD);
  append_field (file, 277, TIFF_SHORT, 1, n_values[inks]);
  append_field (file, 278, TIFF_LONG, 1, height);
  append_field (file, 279, TIFF_LONG, 1, samples->len);
  append_field (file, 282, TIFF_RATIONAL, 1, behind);
  append_field (file, 283, TIFF_RATIONAL, 1, behind);
  append_u32 (file, 0);
  return g_byte_array_free_to_bytes (file);
}

/* ---- PDF ---- */

GBytes *
pictured_pdf (int width, int height, const char *dictionary, const char *filter,
              const guint8 *stream, gsize n_stream)
{
  double w = width * 72.0 / DPI, h = height * 72.0 / DPI;
  g_autofree char *box = g_strdup_printf ("0 0 %.2f %.2f", w, h);
  g_autofree char *content = g_strdup_printf ("%.2f 0 0 %.2f 0 0 cm /Im Do", w, h);
  g_autoptr (GString) object = g_string_new (NULL);
  g_string_append_printf (object,
                          "6 0 obj\n<</Type/XObject/Subtype/Image/Width %d/Height %d%s"
                          "/Filter[/ASCIIHexDecode%s]/Length %zu>>\nstream\n",
                          width, height, dictionary, filter, 2 * n_stream + 1);
  for (gsize i = 0; i < n_stream; i++)
    g_string_append_printf (object, "%02X", stream[i]);
  g_string_append (object, ">\nendstream\nendobj\n");
  return recipe_make ((Recipe){ .box = box,
                                .content = content,
                                .resources = "/XObject<</Im 6 0 R>>",
                                .object = object->str });
}

guint
pictured_count (const Document *document, const char *text)
{
  guint n = 0;
  for (guint i = 0; i < document->pages->len; i++)
    {
      const Page *page = document->pages->pdata[i];
      for (guint k = 0; k < page->words->len; k++)
        {
          const Word *word = &g_array_index (page->words, Word, k);
          n += word->rotation == 0 && g_str_equal (word->text, text);
        }
    }
  return n;
}
