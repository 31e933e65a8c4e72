/* tests/parse/test_flat_name.c - which indicator each row of flattened text is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_name.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "parse/flat_word.h"
#include "tests/parse/desk.h"

static Catalogue *
small_catalogue (void)
{
  static const char text[]
      = "indicators:\n"
        "- {id: contacts, name: Number of contacts received, aliases: [No. of calls], unit: "
        "count}\n"
        "- {id: referrals, name: Number of new referrals accepted, unit: count}\n"
        "- {id: assessed_10, name: Percentage of assessments completed within 10 days,\n"
        "   unit: percent}\n"
        "- {id: assessed_45, name: Percentage of assessments completed within 45 days,\n"
        "   unit: percent}\n";
  Catalogue *catalogue = catalogue_parse ("catalogue.yaml", text, strlen (text), NULL);
  cr_assert_not_null (catalogue);
  return catalogue;
}

/* Expects the ids of the rows of @text, whose lines with figures end with " #" for counts and " %"
 * for percentages; "-" is a row without a name. */
static void
assert_names (const char *text, const char *expected)
{
  g_autoptr (Catalogue) catalogue = small_catalogue ();
  g_autoptr (GPtrArray) lines = desk_lines (text);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (FlatRow));
  for (guint i = 0; i < lines->len; i++)
    {
      TextLine *line = g_ptr_array_index (lines, i);
      gboolean is_percent = g_str_has_suffix (line->text, " %");
      FlatRow row = { .line = i, .is_percent = is_percent, .name = "" };
      if (!is_percent && !g_str_has_suffix (line->text, " #"))
        continue;
      line->n_bytes -= 2;
      line->text[line->n_bytes] = '\0';
      g_array_append_val (rows, row);
    }

  g_autoptr (GPtrArray) words = flat_words_read (lines);
  flat_name_rows (rows, words, catalogue);
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const FlatRow *row = &g_array_index (rows, FlatRow, i);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                              row->entry != NULL ? row->entry->id : "-");
    }
  cr_expect_str_eq (names->str, expected);
}

Test (flat_name, a_name_on_the_line_of_its_figures)
{
  assert_names ("Number of contacts received 1535 1123 #\n"
                "Number of new referrals accepted 523 346 #\n",
                "contacts referrals");
}

Test (flat_name, a_name_broken_over_the_lines_around_them)
{
  assert_names ("Number of contacts\n"
                "received 1535 1123 #\n"
                "They fell.\n"
                "Number of new\n"
                "referrals 523 346 #\n"
                "accepted\n",
                "contacts referrals");
}

Test (flat_name, names_that_differ_in_one_word_are_told_apart_by_it)
{
  assert_names ("Percentage of assessments\n"
                "completed within 45 days 86 90 %\n"
                "Percentage of assessments\n"
                "completed within 10 days 13 14 %\n",
                "assessed_45 assessed_10");
}

Test (flat_name, a_row_of_percentages_is_no_count)
{
  assert_names ("Number of contacts received 86 90 %\n", "-");
}

Test (flat_name, an_unknown_name_is_none)
{
  assert_names ("Children whose visits were late 15 11 #\n", "-");
}
