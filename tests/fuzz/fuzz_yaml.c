/* tests/fuzz/fuzz_yaml.c - any bytes as a lexicon, a catalogue and a family.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "model/catalogue.h"
#include "model/family.h"
#include "model/lexicon.h"
#include "parse/recognise.h"
#include "parse/vocabulary.h"

#define PATH "fuzz.yaml"

/* What a loader promises: a result, or an error that names the file. */
static void
assert_kept (gboolean has_result, const GError *error)
{
  g_assert_true (has_result == (error == NULL));
  g_assert_true (error == NULL || g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  g_assert_true (error == NULL || g_str_has_prefix (error->message, PATH ":"));
}

static void
read_lexicon (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Lexicon) lexicon = lexicon_parse (PATH, text, length, &error);
  assert_kept (lexicon != NULL, error);
  if (lexicon == NULL)
    return;
  g_autoptr (Vocabulary) vocabulary = vocabulary_new (lexicon, &error);
  assert_kept (vocabulary != NULL, error);
}

static void
read_catalogue (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = catalogue_parse (PATH, text, length, &error);
  assert_kept (catalogue != NULL, error);
}

static void
read_family (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  Family *family = family_parse (PATH, text, length, &error);
  assert_kept (family != NULL, error);
  if (family == NULL)
    return;
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func ((GDestroyNotify) family_free);
  g_ptr_array_add (families, family);
  Recogniser *recogniser = recogniser_new (families, &error);
  assert_kept (recogniser != NULL, error);
  recogniser_free (recogniser);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes)
{
  read_lexicon ((const char *) bytes, n_bytes);
  read_catalogue ((const char *) bytes, n_bytes);
  read_family ((const char *) bytes, n_bytes);
  return 0;
}
