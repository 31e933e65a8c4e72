/* tests/extract/test_reader.c - tesseract, which reads a line of text off its picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/reader.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "model/error.h"
#include "tests/extract/pictured.h"

static char *
text_of (const GArray *symbols)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < symbols->len; i++)
    g_string_append (text, g_array_index (symbols, Symbol, i).text);
  return g_string_free (text, FALSE);
}

Test (reader, characters_come_from_left_to_right_with_their_places)
{
  g_autoptr (Reader) reader = reader_new (NULL);
  cr_assert_not_null (reader);
  g_autoptr (PixOwned) line = pictured_line ("about 1204 children");
  g_autoptr (GArray) symbols = reader_read (reader, line);
  g_autofree char *text = text_of (symbols);
  cr_expect_str_eq (text, "about1204children");
  for (guint i = 0; i < symbols->len; i++)
    {
      const Symbol *symbol = &g_array_index (symbols, Symbol, i);
      cr_expect (symbol->x0 >= 0 && symbol->x1 <= pixGetWidth (line) && symbol->x0 < symbol->x1);
      cr_expect (i == 0 || symbol->x0 >= symbol[-1].x0);
      cr_expect (symbol->confidence > 0.5 && symbol->confidence <= 1);
    }
}

Test (reader, the_same_line_is_read_the_same_whatever_was_read_before)
{
  g_autoptr (Reader) reader = reader_new (NULL);
  g_autoptr (PixOwned) line = pictured_line ("35.80 percent"),
                       other = pictured_line ("SSSS 5555 llll");
  g_autoptr (GArray) first = reader_read (reader, line);
  g_autoptr (GArray) between = reader_read (reader, other);
  g_autoptr (GArray) again = reader_read (reader, line);
  cr_assert_gt (between->len, 0);
  cr_assert_eq (first->len, again->len);
  for (guint i = 0; i < first->len; i++)
    {
      const Symbol *a = &g_array_index (first, Symbol, i), *b = &g_array_index (again, Symbol, i);
      cr_expect_str_eq (a->text, b->text);
      cr_expect_eq (a->confidence, b->confidence);
    }
}

Test (reader, a_model_that_is_not_there_is_named_with_its_package)
{
  g_autoptr (GError) error = NULL;
  g_setenv ("TESSDATA_PREFIX", "/nowhere", TRUE);
  cr_expect_null (reader_new (&error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_UNREADABLE));
  cr_expect_str_eq (error->message,
                    "tesseract's model 'eng' is not installed (package tesseract-ocr-eng)");
}

Test (reader, models_that_are_prepared_need_no_file_any_more)
{
  g_autoptr (PixOwned) line = pictured_line ("about 1204");
  reader_prepare (2);
  g_setenv ("TESSDATA_PREFIX", "/nowhere", TRUE);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (Reader) reader = reader_new (NULL);
      cr_assert_not_null (reader);
      g_autoptr (GArray) symbols = reader_read (reader, line);
      cr_expect_eq (symbols->len, 9);
    }
  cr_expect_null (reader_new (NULL));
}
