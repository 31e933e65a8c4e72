/* extract/reader.c - tesseract, which reads a line of text off its picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/reader.h"

#include <stdlib.h>
#include <string.h>

#include "extract/tesseract.h"

#define LANGUAGE "eng"
#define PERCENT 100.0

struct _Reader
{
  TessBaseAPI *api; /* owned */
};

/* What reading shapes needs of tesseract: what is there, not what a dictionary expects. */
static const struct
{
  const char *name, *value;
} variables[] = {
  { "tessedit_do_invert", "0" }, /* lines are dark on light */
  { "load_system_dawg", "0" },   { "load_freq_dawg", "0" },   { "load_unambig_dawg", "0" },
  { "load_punc_dawg", "0" },     { "load_number_dawg", "0" }, { "load_bigram_dawg", "0" },
};

/* Returns (transfer full): tesseract with its model loaded; NULL if that is not installed. */
static TessBaseAPI *
load_model (GError **error)
{
  if (!tesseract_load (error))
    return NULL;
  char *names[G_N_ELEMENTS (variables)], *values[G_N_ELEMENTS (variables)];
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      names[i] = (char *) variables[i].name;
      values[i] = (char *) variables[i].value;
    }
  TessBaseAPI *api = tesseract.BaseAPICreate ();
  if (tesseract.BaseAPIInit4 (api, NULL, LANGUAGE, OEM_LSTM_ONLY, NULL, 0, names, values,
                              G_N_ELEMENTS (variables), FALSE)
      != 0)
    {
      tesseract.BaseAPIDelete (api);
      recount_fail (error, RECOUNT_ERROR_UNREADABLE, NULL,
                    "tesseract's model '%s' is not installed (package tesseract-ocr-%s)", LANGUAGE,
                    LANGUAGE);
      return NULL;
    }
  tesseract.BaseAPISetPageSegMode (api, PSM_RAW_LINE);
  return api;
}

static void
free_model (TessBaseAPI *api)
{
  tesseract.BaseAPIEnd (api);
  tesseract.BaseAPIDelete (api);
}

/* The next readers', for a process that is forked from this one. */
static struct
{
  TessBaseAPI *apis[READER_MOST_PREPARED]; /* owned */
  guint n;
} prepared;

/* tesseract would complain of what is left when a process ends. */
static void
free_prepared (void)
{
  while (prepared.n > 0)
    free_model (prepared.apis[--prepared.n]);
}

void
reader_prepare (guint n)
{
  static gboolean is_freed = FALSE;
  TessBaseAPI *api = NULL;
  while (prepared.n < MIN (n, READER_MOST_PREPARED)
         && (api = load_model (NULL)) != NULL) /* who needs it is told then */
    prepared.apis[prepared.n++] = api;
  if (!is_freed)
    atexit (free_prepared);
  is_freed = TRUE;
}

Reader *
reader_new (GError **error)
{
  TessBaseAPI *api = prepared.n > 0 ? prepared.apis[--prepared.n] : load_model (error);
  if (api == NULL)
    return NULL;
  Reader *reader = g_new0 (Reader, 1);
  reader->api = api;
  return reader;
}

void
reader_free (Reader *reader)
{
  if (reader == NULL)
    return;
  free_model (reader->api);
  g_free (reader);
}

static void
append_symbol (GArray *symbols, TessResultIterator *at)
{
  Symbol symbol = { .confidence = tesseract.ResultIteratorConfidence (at, RIL_SYMBOL) / PERCENT };
  int y0 = 0, y1 = 0;
  char *text = tesseract.ResultIteratorGetUTF8Text (at, RIL_SYMBOL);
  if (text != NULL && *text != '\0' && *text != ' ' && strlen (text) < SYMBOL_BYTES
      && tesseract.PageIteratorBoundingBox (tesseract.ResultIteratorGetPageIteratorConst (at),
                                            RIL_SYMBOL, &symbol.x0, &y0, &symbol.x1, &y1))
    {
      g_strlcpy (symbol.text, text, SYMBOL_BYTES);
      g_array_append_val (symbols, symbol);
    }
  tesseract.DeleteText (text);
}

GArray *
reader_read (Reader *reader, PIX *line)
{
  GArray *symbols = g_array_new (FALSE, FALSE, sizeof (Symbol));
  tesseract.BaseAPISetImage2 (reader->api, line);
  tesseract.BaseAPISetSourceResolution (reader->api, 300);
  if (tesseract.BaseAPIRecognize (reader->api, NULL) == 0)
    {
      TessResultIterator *at = tesseract.BaseAPIGetIterator (reader->api);
      if (at != NULL)
        do
          append_symbol (symbols, at);
        while (tesseract.ResultIteratorNext (at, RIL_SYMBOL));
      if (at != NULL)
        tesseract.ResultIteratorDelete (at);
    }
  tesseract.BaseAPIClear (reader->api);
  return symbols;
}
