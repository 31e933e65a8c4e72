/* extract/pdf.c - a PDF to pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The page is drawn on a surface that writes down what is drawn; the rules and fills are read
 *    from that (extract/drawing.h).
 * 2. The characters are those that poppler saw while drawing.  Of its boxes only the origin and the
 *    height are believed; which characters are words is told here (extract/word.h).
 */
#include "extract/pdf.h"

#include <cairo-script.h>
#include <math.h>
#include <string.h>

#include "extract/deadline.h"
#include "extract/drawing.h"
#include "extract/glyph.h"
#include "extract/image_note.h"
#include "extract/page_picture.h"
#include "extract/pages.h"
#include "extract/pdf_file.h"
#include "extract/sign.h"
#include "extract/surface_limit.h"
#include "extract/symbol.h"
#include "extract/trailer.h"
#include "extract/visible.h"
#include "extract/word.h"

#define MIN_TRUSTED 20       /* glyphs on a picture: fewer are a stamp or a page's number */
#define LAYER_CONFIDENCE 0.5 /* in a text layer below a scan: each of its figures is doubtful */
#define PAGES_AT_ONCE 40     /* whose fonts are kept */
#define MIN_SCRIPT_BYTES 65536
#define MAX_SCRIPT_BYTES (256 << 20)
#define TIMED_BYTES 65536 /* of a script, after which the time is looked at again */

/* In units of the type's size. */
#define USUAL_HEIGHT 1.05 /* of a glyph's box at least, in most fonts; none is wider */
#define TURNED_WIDTH                                                                               \
  0.85                     /* of a turned glyph's box at least: it is as wide as letters are high  \
                            */
#define TURNED_HEIGHT 0.75 /* of it at most, unless the letter is very wide */

typedef struct
{
  PdfFile *pdf;           /* owned */
  cairo_device_t *device; /* owned; writes to @script */
  GByteArray *script;     /* owned; room for what the page at hand draws */
  gsize n_script;         /* bytes of it that are written */
  const ExtractLimits *limits;
  Deadline deadline;
  Signs *signs; /* owned */
  Where where;
} PdfReader;

/* ---- opening ---- */

/* Whether there is time left.  It is asked wherever poppler may have ended for want of it. */
static gboolean
check_time (PdfReader *reader, GError **error)
{
  return !deadline_is_over (&reader->deadline)
         || limits_fail (reader->limits, LIMIT_SECONDS, &reader->where, error,
                         "reading takes more seconds of computing");
}

static gboolean
fail_to_open (const Where *where, GBytes *bytes, const GError *reason, GError **error)
{
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where, "is locked with a password");
  return recount_fail (error, RECOUNT_ERROR_UNREADABLE, where,
                       "is a PDF that is damaged beyond reading%s",
                       trailer_is_cut (bytes) ? ": it ends before its end" : "");
}

/* The surface writes a few bytes at a time, millions of times a page. */
static cairo_status_t
write_script (void *closure, const unsigned char *bytes, unsigned n_bytes)
{
  PdfReader *reader = closure;
  gsize n_after = reader->n_script + n_bytes;
  gboolean is_block = n_after / TIMED_BYTES > reader->n_script / TIMED_BYTES;
  if (n_after > MAX_SCRIPT_BYTES || (is_block && deadline_is_over (&reader->deadline)))
    return CAIRO_STATUS_WRITE_ERROR;
  while (n_after > reader->script->len)
    g_byte_array_set_size (reader->script, MAX (2 * reader->script->len, MIN_SCRIPT_BYTES));
  memcpy (reader->script->data + reader->n_script, bytes, n_bytes);
  reader->n_script = n_after;
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
open_pdf (PdfReader *reader, const Input *input, GError **error)
{
  g_autoptr (GError) reason = NULL;
  reader->pdf = pdf_file_open (input, PAGES_AT_ONCE, &reader->deadline, &reason);
  if (!check_time (reader, error))
    return FALSE;
  if (reader->pdf == NULL)
    return fail_to_open (&reader->where, input->bytes, reason, error);
  int n_pages = reader->pdf->n_pages;
  if (n_pages < 1)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, &reader->where, "is a PDF without pages");
  if ((guint) n_pages > reader->limits->most[LIMIT_PAGES])
    return limits_fail (reader->limits, LIMIT_PAGES, &reader->where, error, "has %d pages",
                        n_pages);
  return TRUE;
}

/* ---- characters ---- */

/* What poppler tells of a page's characters, borrowed from it. */
typedef struct
{
  Signs *signs; /* borrowed from the reader */
  PopplerRectangle *boxes;
  guint n_boxes;
  char *text;
  GList *attributes; /* of PopplerTextAttributes, in order */
} PdfText;

static void
pdf_text_clear (PdfText *text)
{
  g_free (text->boxes);
  g_free (text->text);
  poppler_page_free_text_attributes (text->attributes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PdfText, pdf_text_clear)

static gboolean
is_bold (const char *font)
{
  static const char *const marks[] = { "Bold", "bold", "BOLD", "Black", "Heavy", "Demi" };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (font, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: the rotation of a single glyph by its box: upright unless only its width is what most
 * glyphs' height is. */
static int
rotation_of_box (const PopplerRectangle *box, double size)
{
  double width = fabs (box->x2 - box->x1), height = fabs (box->y2 - box->y1);
  return width > TURNED_WIDTH * size && height < TURNED_HEIGHT * size ? 270 : 0;
}

static gboolean
any_letter (const gunichar *characters, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_unichar_isalpha (characters[i]))
      return TRUE;
  return FALSE;
}

/* Returns: the rotation of glyphs that follow each other: their boxes share two edges.  Figures
 * alone may be told from right to left, as if they were of a script that runs so: they are not
 * upside down. */
static int
rotation_of_run (const PopplerRectangle *boxes, const gunichar *characters, guint n, double size)
{
  const PopplerRectangle *first = boxes, *last = &boxes[n - 1];
  gboolean is_flat
      = glyph_same_edge (first->y1, last->y1, size) && glyph_same_edge (first->y2, last->y2, size);
  gboolean is_upright = glyph_same_edge (first->x1, last->x1, size)
                        && glyph_same_edge (first->x2, last->x2, size)
                        && fabs (first->y2 - first->y1) < USUAL_HEIGHT * size;
  if (n == 1 || is_flat == is_upright)
    return rotation_of_box (first, size);
  if (is_flat)
    return last->x1 > first->x1 || !any_letter (characters, n) ? 0 : 180;
  return last->y1 + last->y2 > first->y1 + first->y2 ? 90 : 270;
}

/* Whether two characters may be of one word: their boxes are less than a letter apart. */
static gboolean
is_near (const PopplerRectangle *a, const PopplerRectangle *b, double size)
{
  double dx = MAX (b->x1 - a->x2, a->x1 - b->x2), dy = MAX (b->y1 - a->y2, a->y1 - b->y2);
  return dx < size && dy < size && (dx <= 0 || dy <= 0);
}

static gboolean
is_blank (gunichar c)
{
  return c <= ' ' || c == 0xA0 || g_unichar_isspace (c);
}

/* Fonts get numbers by their names. */
static guint
font_number (GHashTable *fonts, const char *name)
{
  gpointer number = g_hash_table_lookup (fonts, name);
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (fonts) + 1); /* 0 is of drawn shapes */
      g_hash_table_insert (fonts, g_strdup (name), number);
    }
  return GPOINTER_TO_UINT (number);
}

/* Adds the glyphs of a run: characters that follow each other without a blank, in one type. */
static void
add_run (const PdfText *text, guint first, guint n, const gunichar *characters,
         const PopplerTextAttributes *type, guint font, GArray *glyphs)
{
  double size = type->font_size;
  int rotation = rotation_of_run (&text->boxes[first], characters, n, size);
  gboolean bold = is_bold (type->font_name);
  const SymbolFont *symbols = symbol_font (type->font_name);
  for (guint i = 0; i < n; i++)
    {
      const PopplerRectangle *corners = &text->boxes[first + i];
      Box box = { MIN (corners->x1, corners->x2), MIN (corners->y1, corners->y2),
                  MAX (corners->x1, corners->x2), MAX (corners->y1, corners->y2) };
      gunichar c = symbol_read (symbols, characters[i]);
      Glyph glyph = { .c = signs_read (text->signs, type->font_name, c, box),
                      .box = box,
                      .size = size,
                      .rotation = rotation,
                      .font = font,
                      .is_bold = bold };
      g_array_append_val (glyphs, glyph);
    }
}

static void
read_glyphs (const PdfText *text, GArray *glyphs)
{
  g_autoptr (GHashTable) fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  glong length = 0;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text->text, -1, &length);
  guint n = MIN ((guint) length, text->n_boxes);
  for (const GList *at = text->attributes; at != NULL; at = at->next)
    {
      const PopplerTextAttributes *type = at->data;
      guint font = font_number (fonts, type->font_name);
      guint end = MIN ((guint) type->end_index + 1, n);
      for (guint i = (guint) type->start_index; i < end;)
        {
          guint first = i;
          while (i < end && !is_blank (characters[i])
                 && (i == first || is_near (&text->boxes[i - 1], &text->boxes[i], type->font_size)))
            i++;
          if (i > first)
            add_run (text, first, i - first, &characters[first], type, font, glyphs);
          else
            i++;
        }
    }
}

/* ---- pages ---- */

static gboolean
check_page (const PdfReader *reader, double width, double height, GError **error)
{
  if (!(width > 0 && height > 0))
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, &reader->where,
                         "the page has no width or no height");
  if (MAX (width, height) > reader->limits->most[LIMIT_POINTS])
    return limits_fail (reader->limits, LIMIT_POINTS, &reader->where, error,
                        "the page is %.0f by %.0f points", width, height);
  return TRUE;
}

/* Draws the page; what is drawn is in the reader's script then, and in @images. */
static gboolean
draw_page (PdfReader *reader, PopplerPage *page, double width, double height, ImageNote *images,
           GError **error)
{
  SurfaceLimit largest;
  reader->n_script = 0;
  cairo_t *cairo = drawing_begin (reader->device, width, height);
  image_note_begin (images, cairo);
  surface_limit_begin (&largest, reader->limits->most[LIMIT_PIXELS]);
  poppler_page_render (page, cairo);
  surface_limit_end ();
  gboolean is_whole = drawing_end (cairo);
  if (!check_time (reader, error))
    return FALSE;
  if (largest.width > 0)
    return limits_fail (reader->limits, LIMIT_PIXELS, &reader->where, error,
                        "a picture is %d by %d pixels", largest.width, largest.height);
  if (!is_whole)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, &reader->where,
                         "what the page draws cannot be read");
  return TRUE;
}

static gboolean
take_text (const PdfReader *reader, PopplerPage *page, PdfText *text, GError **error)
{
  if (!poppler_page_get_text_layout (page, &text->boxes, &text->n_boxes))
    text->n_boxes = 0;
  text->text = poppler_page_get_text (page);
  text->attributes = poppler_page_get_text_attributes (page);
  if (text->n_boxes > reader->limits->most[LIMIT_GLYPHS])
    return limits_fail (reader->limits, LIMIT_GLYPHS, &reader->where, error,
                        "the page has %u characters", text->n_boxes);
  return TRUE;
}

/* Marks the page's words as read off its picture by others, nobody knows how well. */
static void
doubt_words (Page *page)
{
  for (guint i = 0; i < page->words->len; i++)
    {
      Word *word = &g_array_index (page->words, Word, i);
      word->origin = ORIGIN_OCR;
      word->confidence = LAYER_CONFIDENCE;
    }
}

/* Appends to @page the words that are printed as text.  Returns: whether they can be seen. */
static gboolean
read_text (const PdfReader *reader, const PdfText *text, Page *page, GArray *glyphs)
{
  g_auto (Drawn) drawn = drawing_read (page, (const char *) reader->script->data, reader->n_script);
  read_glyphs (text, glyphs);
  gboolean is_drawn = visible_keep (glyphs, &drawn) && glyphs->len > 0;
  g_array_append_vals (glyphs, drawn.arrows->data, drawn.arrows->len);
  words_append (page, glyphs);
  if (!is_drawn)
    doubt_words (page);
  return is_drawn;
}

/* Returns (transfer full): a page as the file prints it; NULL if that cannot be.  @picture gets
 * those of its pictures that no text stands on, if there are any, and @is_scan whether it is to be
 * read off its own picture instead, for all that one sees there, or nearly, is one. */
static Page *
read_page (PdfReader *reader, PopplerPage *source, double width, double height, Picture **picture,
           gboolean *is_scan, GError **error)
{
  ImageNote images = { 0 };
  g_auto (PdfText) text = { .signs = reader->signs };
  if (!draw_page (reader, source, width, height, &images, error)
      || !take_text (reader, source, &text, error))
    return NULL;
  signs_turn_to (reader->signs, source, width, height);
  g_autoptr (Page) page = page_new (reader->where.page, width, height);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  gboolean is_seen = read_text (reader, &text, page, glyphs)
                     && (!page_is_picture (&images, width, height) || glyphs->len >= MIN_TRUSTED);
  if (!is_seen)
    g_array_set_size (glyphs, 0);
  if (reader->limits->ocr == OCR_NEVER)
    return g_steal_pointer (&page);
  g_autoptr (GArray) parts = page_picture_parts (source, &images, width, height, glyphs);
  *is_scan = parts->len > 0 && !is_seen;
  if (parts->len > 0 && !*is_scan
      && (*picture = page_picture_of_parts (source, width, height, parts, reader->limits,
                                            &reader->where, error))
             == NULL)
    return NULL;
  return g_steal_pointer (&page);
}

/* The fetch of a PageSource. */
static gboolean
fetch_page (gpointer data, int number, Page **page, Picture **picture, GError **error)
{
  PdfReader *reader = data;
  if (!check_time (reader, error))
    return FALSE;
  reader->where.page = number;
  g_autoptr (PopplerPage) source = pdf_file_page (reader->pdf, number);
  if (!check_time (reader, error))
    return FALSE;
  if (source == NULL)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, &reader->where, "cannot be read");
  double width = 0, height = 0;
  poppler_page_get_size (source, &width, &height);
  if (!check_page (reader, width, height, error))
    return FALSE;
  gboolean is_scan = reader->limits->ocr == OCR_ALWAYS;
  if (!is_scan
      && (*page = read_page (reader, source, width, height, picture, &is_scan, error)) == NULL)
    return FALSE;
  if (!is_scan)
    return TRUE;
  g_clear_pointer (page, page_free);
  *page = page_new (number, width, height);
  *picture = page_picture (source, width, height, reader->limits, &reader->where, error);
  return *picture != NULL;
}

static gboolean
check_words (const PdfReader *reader, gboolean has_words, GError **error)
{
  if (has_words)
    return TRUE;
  Where where = WHERE_FILE (reader->where.file);
  return recount_fail (error, RECOUNT_ERROR_UNREADABLE, &where,
                       reader->limits->ocr == OCR_NEVER
                           ? "prints no text: it is a scan, and --ocr=never reads none"
                           : "prints no text, and shows none on pictures");
}

static gboolean
read_pages (PdfReader *reader, Document *document, GError **error)
{
  const PageSource source = { reader->pdf->n_pages, reader, fetch_page };
  gboolean has_words = FALSE;
  return pages_append (document, &source, reader->limits, &has_words, error)
         && check_time (reader, error) && check_words (reader, has_words, error);
}

gboolean
pdf_append_pages (Document *document, const Input *input, const ExtractLimits *limits,
                  GError **error)
{
  PdfReader reader = { .limits = limits,
                       .deadline = deadline_in (limits->most[LIMIT_SECONDS]),
                       .where = WHERE_FILE (document->source.path) };
  reader.script = g_byte_array_new ();
  reader.signs = signs_new ();
  reader.device = cairo_script_create_for_stream (write_script, &reader);
  document->is_cut = trailer_is_cut (input->bytes);
  document->is_damaged = !document->is_cut && trailer_is_damaged (input->bytes);
  input_rest (input);
  gboolean is_done = open_pdf (&reader, input, error) && read_pages (&reader, document, error);
  pdf_file_free (reader.pdf);
  cairo_device_destroy (reader.device);
  g_byte_array_unref (reader.script);
  signs_free (reader.signs);
  return is_done;
}
