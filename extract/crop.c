/* extract/crop.c - cuts pieces out of the pages of inputs, for people to look at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/crop.h"

#include "extract/charset.h"
#include "extract/crop_image.h"
#include "extract/crop_lines.h"
#include "extract/image.h"
#include "extract/input.h"

struct _Cropper
{
  ExtractLimits limits;
  char *sha256;      /* owned; of the input that is open, or that could not be opened */
  GError *failure;   /* owned; why it could not */
  CropImage *images; /* owned; one of these two is open */
  CropLines *lines;  /* owned */
};

Cropper *
cropper_new (const ExtractLimits *limits)
{
  Cropper *cropper = g_new0 (Cropper, 1);
  cropper->limits = *limits;
  return cropper;
}

static void
close_input (Cropper *cropper)
{
  g_clear_pointer (&cropper->sha256, g_free);
  g_clear_error (&cropper->failure);
  g_clear_pointer (&cropper->images, crop_image_free);
  g_clear_pointer (&cropper->lines, crop_lines_free);
}

void
cropper_free (Cropper *cropper)
{
  if (cropper == NULL)
    return;

  close_input (cropper);
  g_free (cropper);
}

/* What was read is what is shown: a file that was changed since then shows nothing. */
static gboolean
check_bytes (const Input *input, const Source *source, GError **error)
{
  g_autofree char *sha256 = input_sha256 (input);
  Where where = WHERE_FILE (source->path);
  return g_str_equal (sha256, source->sha256)
         || recount_fail (error, RECOUNT_ERROR_UNREADABLE, &where,
                          "is not the file that was read: its SHA-256 is another");
}

static gboolean
open_text (Cropper *cropper, GBytes *content, const Source *source, GError **error)
{
  gboolean is_cut = FALSE;
  gsize n_bytes = 0;
  const char *bytes = g_bytes_get_data (content, &n_bytes);
  char *text = charset_decode (bytes, n_bytes, &is_cut);
  Where where = WHERE_FILE (source->path);
  if (text == NULL)
    return recount_fail (error, RECOUNT_ERROR_UNREADABLE, &where, "is binary data, not text");
  cropper->lines = crop_lines_new (text);
  return TRUE;
}

static gboolean
open_input (Cropper *cropper, const Source *source, GError **error)
{
  g_auto (Input) input = { NULL, NULL };
  if (!input_read (source->path, &cropper->limits, &input, error)
      || !check_bytes (&input, source, error))
    return FALSE;
  gsize n_bytes = 0;
  const guint8 *bytes = g_bytes_get_data (input.bytes, &n_bytes);
  gboolean is_pdf = input_is_pdf (input.bytes);
  if (!is_pdf && image_kind (bytes, n_bytes) == NULL)
    return open_text (cropper, input.bytes, source, error);

  cropper->images = crop_image_open (&input, is_pdf, source->path, &cropper->limits, error);
  return cropper->images != NULL;
}

/* Opens @source unless it is open; an input that cannot be opened is tried once. */
static gboolean
turn_to (Cropper *cropper, const Source *source, GError **error)
{
  if (g_strcmp0 (cropper->sha256, source->sha256) != 0)
    {
      close_input (cropper);
      cropper->sha256 = g_strdup (source->sha256);
      open_input (cropper, source, &cropper->failure);
    }
  if (cropper->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (cropper->failure));
  return FALSE;
}

Crop *
cropper_cut (const Source *source, int page, const Box *boxes, guint n_boxes, gpointer data,
             GError **error)
{
  Cropper *cropper = data;
  if (!turn_to (cropper, source, error))
    return NULL;

  Where where = WHERE_FILE (source->path);
  where.page = page;
  return cropper->images != NULL ? crop_image_cut (cropper->images, &where, boxes, n_boxes, error)
                                 : crop_lines_cut (cropper->lines, &where, boxes[0], error);
}
