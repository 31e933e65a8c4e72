/* tests/extract/recipe.c - a PDF of one page, made by a test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/extract/recipe.h"

#include <string.h>

static const char *
or_usual (const char *text, const char *usual)
{
  return text != NULL ? text : usual;
}

/* Appends the table of all objects, whose numbers run from 1 on, and the trailer. */
static void
append_table (GString *pdf, const char *trailer)
{
  gsize offset = pdf->len;
  g_autoptr (GString) entries = g_string_new ("0000000000 65535 f \n");
  guint n = 1;
  for (;; n++)
    {
      g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n", n);
      const char *object = strstr (pdf->str, head);
      if (object == NULL)
        break;
      g_string_append_printf (entries, "%010zu 00000 n \n", (gsize) (object + 1 - pdf->str));
    }
  g_string_append_printf (pdf, "xref\n0 %u\n%strailer\n<</Size %u/Root 1 0 R%s>>\n", n,
                          entries->str, n, trailer);
  g_string_append_printf (pdf, "startxref\n%zu\n%%%%EOF\n", offset);
}

GBytes *
recipe_make (Recipe recipe)
{
  const char *content = or_usual (recipe.content, RECIPE_HELLO);
  GString *pdf = g_string_new ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
  g_string_append_printf (pdf, "2 0 obj\n<</Type/Pages/%s>>\nendobj\n",
                          or_usual (recipe.kids, "Kids[3 0 R]/Count 1"));
  g_string_append_printf (pdf,
                          "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R"
                          "/Resources<<%s>>>>\nendobj\n",
                          or_usual (recipe.box, "0 0 600 800"),
                          or_usual (recipe.resources, RECIPE_FONT));
  g_string_append_printf (pdf, "4 0 obj\n<</Length %zu>>\nstream\n", strlen (content));
  g_string_append (pdf, content);
  g_string_append_printf (pdf,
                          "\nendstream\nendobj\n5 0 obj\n"
                          "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n%s",
                          or_usual (recipe.object, ""));
  append_table (pdf, or_usual (recipe.trailer, ""));
  return g_string_free_to_bytes (pdf);
}
