/* extract/reader.c - tesseract, which reads a line of text off its picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/reader.h"

#include <string.h>
#include <tesseract/capi.h>

#include "model/error.h"

#define LANGUAGE "eng"
#define FIGURES "0123456789.,%-+()/:"
#define PERCENT 100.0

/* tesseract's own threads gain little on a line, and cost other workers their processors. */
extern void omp_set_max_active_levels (int levels);

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

Reader *
reader_new (GError **error)
{
  char *names[G_N_ELEMENTS (variables)], *values[G_N_ELEMENTS (variables)];
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      names[i] = (char *) variables[i].name;
      values[i] = (char *) variables[i].value;
    }
  omp_set_max_active_levels (0);
  TessBaseAPI *api = TessBaseAPICreate ();
  if (TessBaseAPIInit4 (api, NULL, LANGUAGE, OEM_LSTM_ONLY, NULL, 0, names, values,
                        G_N_ELEMENTS (variables), FALSE)
      != 0)
    {
      TessBaseAPIDelete (api);
      recount_fail (error, RECOUNT_ERROR_UNREADABLE, NULL,
                    "tesseract's model '%s' is not installed (package tesseract-ocr-%s)", LANGUAGE,
                    LANGUAGE);
      return NULL;
    }
  TessBaseAPISetPageSegMode (api, PSM_RAW_LINE);
  Reader *reader = g_new0 (Reader, 1);
  reader->api = api;
  return reader;
}

void
reader_free (Reader *reader)
{
  if (reader == NULL)
    return;
  TessBaseAPIEnd (reader->api);
  TessBaseAPIDelete (reader->api);
  g_free (reader);
}

void
reader_expect_figures (Reader *reader, gboolean only_figures)
{
  TessBaseAPISetVariable (reader->api, "tessedit_char_whitelist", only_figures ? FIGURES : "");
}

static void
append_symbol (GArray *symbols, TessResultIterator *at)
{
  Symbol symbol = { .confidence = TessResultIteratorConfidence (at, RIL_SYMBOL) / PERCENT };
  int y0 = 0, y1 = 0;
  char *text = TessResultIteratorGetUTF8Text (at, RIL_SYMBOL);
  if (text != NULL && *text != '\0' && *text != ' ' && strlen (text) < SYMBOL_BYTES
      && TessPageIteratorBoundingBox (TessResultIteratorGetPageIteratorConst (at), RIL_SYMBOL,
                                      &symbol.x0, &y0, &symbol.x1, &y1))
    {
      g_strlcpy (symbol.text, text, SYMBOL_BYTES);
      g_array_append_val (symbols, symbol);
    }
  TessDeleteText (text);
}

GArray *
reader_read (Reader *reader, PIX *line)
{
  GArray *symbols = g_array_new (FALSE, FALSE, sizeof (Symbol));
  TessBaseAPISetImage2 (reader->api, line);
  TessBaseAPISetSourceResolution (reader->api, 300);
  if (TessBaseAPIRecognize (reader->api, NULL) == 0)
    {
      TessResultIterator *at = TessBaseAPIGetIterator (reader->api);
      if (at != NULL)
        do
          append_symbol (symbols, at);
        while (TessResultIteratorNext (at, RIL_SYMBOL));
      if (at != NULL)
        TessResultIteratorDelete (at);
    }
  TessBaseAPIClear (reader->api);
  return symbols;
}
