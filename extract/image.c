/* extract/image.c - files that are pictures of pages: PNG, JPEG and TIFF, one page or several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/image.h"

#include <string.h>

#include "extract/deadline.h"
#include "extract/pages.h"

#define POINTS_PER_INCH 72.0
#define MIN_DPI 100      /* a lower one is a screen's, not a scanner's */
#define LONG_SIDE 841.89 /* points, of A4 */
#define SAME_RATIO 0.02  /* how far the two resolutions of square pixels may differ */
#define JPEG_END "\xFF\xD9"
#define JPEG_END_BYTES 2
#define JPEG_TAIL 64 /* bytes behind the end mark, that some writers leave */

static const struct
{
  const char *magic;
  gsize n_magic;
  const char *kind;
} kinds[] = {
  { "\x89PNG", 4, "a PNG image" },
  { "\xFF\xD8\xFF", 3, "a JPEG image" },
  { "II*\0", 4, "a TIFF image" },
  { "MM\0*", 4, "a TIFF image" },
};

const char *
image_kind (const guint8 *bytes, gsize n_bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (n_bytes >= kinds[i].n_magic && memcmp (bytes, kinds[i].magic, kinds[i].n_magic) == 0)
      return kinds[i].kind;
  return NULL;
}

typedef struct
{
  const guint8 *bytes; /* borrowed */
  gsize n_bytes;
  const char *kind;
  const ExtractLimits *limits;
  Deadline deadline;
  Where where;
} ImageReader;

static gboolean
is_tiff (const ImageReader *reader)
{
  return g_str_equal (reader->kind, "a TIFF image");
}

static gboolean
is_jpeg (const ImageReader *reader)
{
  return g_str_equal (reader->kind, "a JPEG image");
}

/* Whether a JPEG ends before its end mark. */
static gboolean
is_cut (const ImageReader *reader)
{
  gsize n = MIN (reader->n_bytes, JPEG_TAIL);
  const guint8 *tail = reader->bytes + reader->n_bytes - n;
  if (!is_jpeg (reader))
    return FALSE;
  for (gsize i = 0; i + JPEG_END_BYTES <= n; i++)
    if (memcmp (tail + i, JPEG_END, JPEG_END_BYTES) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
fail (const ImageReader *reader, GError **error)
{
  return recount_fail (error, RECOUNT_ERROR_UNREADABLE, &reader->where,
                       "is %s that is damaged beyond reading", reader->kind);
}

/* Returns: how many pages the file has; 0 if that cannot be told. */
static int
count_pages (const ImageReader *reader)
{
  int n = 0;
  if (!is_tiff (reader))
    return 1;
  FILE *stream = fopenReadFromMemory (reader->bytes, reader->n_bytes);
  if (stream == NULL)
    return 0;
  tiffGetCount (stream, &n);
  (void) fclose (stream);
  return n;
}

/* Looks at the size of a page before it is unpacked. */
static gboolean
check_size (const ImageReader *reader, int page, GError **error)
{
  int width = 0, height = 0, bits = 0, samples = 0, has_palette = 0, format = 0;
  int failed = is_tiff (reader)
                   ? readHeaderMemTiff (reader->bytes, reader->n_bytes, page, &width, &height,
                                        &bits, &samples, NULL, &has_palette, &format)
                   : pixReadHeaderMem (reader->bytes, reader->n_bytes, &format, &width, &height,
                                       &bits, &samples, &has_palette);
  if (failed != 0 || width < 1 || height < 1)
    return fail (reader, error);
  if ((gint64) width * height > reader->limits->most[LIMIT_PIXELS])
    return limits_fail (reader->limits, LIMIT_PIXELS, &reader->where, error,
                        "the picture is %d by %d pixels", width, height);
  return TRUE;
}

/* Returns (transfer full) (nullable): @pix with square pixels, which it takes over. */
static PIX *
take_square (PIX *pix)
{
  double x = pixGetXRes (pix), y = pixGetYRes (pix);
  if (x <= 0 || y <= 0 || ABS (x / y - 1) < SAME_RATIO)
    return pix;
  double finer = MAX (x, y);
  PIX *gray = pixConvertTo8 (pix, FALSE);
  PIX *square = gray == NULL ? NULL : pixScale (gray, (float) (finer / x), (float) (finer / y));
  if (square != NULL)
    pixSetResolution (square, (int) finer, (int) finer);
  pixDestroy (&gray);
  pixDestroy (&pix);
  return square;
}

/* Returns: the pixels that an inch of the page has. */
static double
dpi_of (PIX *pix)
{
  int dpi = pixGetXRes (pix), longer = MAX (pixGetWidth (pix), pixGetHeight (pix));
  return dpi >= MIN_DPI ? dpi : MAX (1, longer * POINTS_PER_INCH / LONG_SIDE);
}

/* Returns (transfer full) (nullable): the pixels of a page.  Of a JPEG that is cut there is what
 * comes before; in one that is corrupt, all that follows may have moved. */
static PIX *
unpack (const ImageReader *reader, int page)
{
  if (is_tiff (reader))
    return pixReadMemTiff (reader->bytes, reader->n_bytes, page);
  if (is_cut (reader))
    return pixReadMemJpeg (reader->bytes, reader->n_bytes, 0, 1, NULL,
                           L_JPEG_CONTINUE_WITH_BAD_DATA);
  return pixReadMem (reader->bytes, reader->n_bytes);
}

/* Returns (transfer full) (nullable): the picture of a page. */
static Picture *
read_picture (const ImageReader *reader, int page, double *width, double *height)
{
  PIX *pix = unpack (reader, page);
  if (pix != NULL)
    pix = take_square (pix);
  if (pix == NULL)
    return NULL;
  double dpi = dpi_of (pix);
  *width = pixGetWidth (pix) * POINTS_PER_INCH / dpi;
  *height = pixGetHeight (pix) * POINTS_PER_INCH / dpi;
  return picture_new (pix, dpi);
}

static ImageReader
image_reader (const guint8 *bytes, gsize n_bytes, const char *path, const ExtractLimits *limits)
{
  picture_prepare ();
  return (ImageReader){ bytes,
                        n_bytes,
                        image_kind (bytes, n_bytes),
                        limits,
                        deadline_in (limits->most[LIMIT_SECONDS]),
                        WHERE_FILE (path) };
}

Picture *
image_picture (const guint8 *bytes, gsize n_bytes, const char *path, int number,
               const ExtractLimits *limits, double *width, double *height, GError **error)
{
  ImageReader reader = image_reader (bytes, n_bytes, path, limits);
  gboolean is_there = number >= 1 && number <= count_pages (&reader);
  if (is_there && !check_size (&reader, number - 1, error))
    return NULL;
  Picture *picture = is_there ? read_picture (&reader, number - 1, width, height) : NULL;
  if (picture == NULL)
    fail (&reader, error);
  return picture;
}

static gboolean
check_time (ImageReader *reader, GError **error)
{
  return !deadline_is_over (&reader->deadline)
         || limits_fail (reader->limits, LIMIT_SECONDS, &reader->where, error,
                         "reading takes more seconds of computing");
}

/* The fetch of a PageSource. */
static gboolean
fetch_page (gpointer data, int number, Page **page, Picture **picture, GError **error)
{
  ImageReader *reader = data;
  double width = 0, height = 0;
  if (number > 1 && !check_time (reader, error))
    return FALSE;
  reader->where.page = is_tiff (reader) ? number : -1;
  if (!check_size (reader, number - 1, error))
    return FALSE;
  *picture = read_picture (reader, number - 1, &width, &height);
  if (*picture == NULL)
    return fail (reader, error);
  *page = page_new (number, width, height);
  return TRUE;
}

gboolean
image_append_pages (Document *document, const guint8 *bytes, gsize n_bytes,
                    const ExtractLimits *limits, GError **error)
{
  ImageReader reader = image_reader (bytes, n_bytes, document->source.path, limits);
  const PageSource source = { count_pages (&reader), &reader, fetch_page };
  if (source.n_pages < 1)
    return fail (&reader, error);
  if ((guint) source.n_pages > limits->most[LIMIT_PAGES])
    return limits_fail (limits, LIMIT_PAGES, &reader.where, error, "has %d pages", source.n_pages);
  document->is_cut = is_cut (&reader);
  gboolean has_words = FALSE;
  if (!pages_append (document, &source, limits, &has_words, error) || !check_time (&reader, error))
    return FALSE;
  Where where = WHERE_FILE (document->source.path);
  return has_words
         || recount_fail (error, RECOUNT_ERROR_UNREADABLE, &where,
                          "shows no text: its pages are blank, or pictures of something else");
}
