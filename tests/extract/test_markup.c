/* tests/extract/test_markup.c - takes HTML and Markdown mark-up off a line of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/markup.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

static MarkupText *
strip (const char *text)
{
  MarkupState state = { 0 };
  return markup_strip (text, strlen (text), TRUE, &state);
}

/* Returns (transfer full): a `b` for each bold character, a `.` for each other one. */
static char *
dup_weights (const MarkupText *text)
{
  GString *weights = g_string_new (NULL);
  for (guint i = 0; i < text->length; i++)
    g_string_append_c (weights, text->places[i].is_bold ? 'b' : '.');
  return g_string_free (weights, FALSE);
}

typedef struct
{
  char marked[48], plain[48], weights[48];
} MarkCase;

static MarkCase marks[] = {
  { "Ref", "Ref", "..." },
  { "<b>Ref</b> no", "Ref no", "bbb..." },
  { "<STRONG>Ref</STRONG>", "Ref", "bbb" },
  { "<i>Ref</i> <em>no</em> <u>1</u>", "Ref no 1", "........" },
  { "**Ref** no", "Ref no", "bbb..." },
  { "***Ref***", "Ref", "bbb" },
  { "*Please note*", "Please note", "..........." },
  { "a<br>b<BR/>c<br />d", "a b c d", "......." },
  { "10<sup>th</sup>", "10th", "...." },
  { "## Summary", "Summary", "bbbbbbb" },
  { "###### Summary", "Summary", "bbbbbbb" },
  { "M1\\_NI \\*DOT \\|", "M1_NI *DOT |", "............" },
};

ParameterizedTestParameters (markup, takes_off_what_is_not_printed)
{
  return cr_make_param_array (MarkCase, marks, G_N_ELEMENTS (marks));
}

ParameterizedTest (MarkCase *expected, markup, takes_off_what_is_not_printed)
{
  g_autoptr (MarkupText) text = strip (expected->marked);
  g_autofree char *weights = dup_weights (text);
  cr_expect_str_eq (text->text, expected->plain);
  cr_expect_str_eq (weights, expected->weights, "%s: %s", expected->marked, weights);
}

typedef struct
{
  char text[32];
} PlainCase;

static PlainCase plain[] = {
  { "<92%" },     { "92%>" },       { "a < b > c" },   { "<img>" },     { "<b" },
  { "5 * 3" },    { "a*b" },        { "#1 of 3" },     { "#" },         { "####### deep" },
  { "C:\\data" }, { "M2 # total" }, { "trailing \\" }, { "1,234 (*)" }, { "↑ £5 – é" },
};

ParameterizedTestParameters (markup, leaves_what_is_printed)
{
  return cr_make_param_array (PlainCase, plain, G_N_ELEMENTS (plain));
}

ParameterizedTest (PlainCase *expected, markup, leaves_what_is_printed)
{
  g_autoptr (MarkupText) text = strip (expected->text);
  cr_expect_str_eq (text->text, expected->text);
  cr_expect (eq (uint, text->length, (guint) g_utf8_strlen (expected->text, -1)));
}

Test (markup, an_asterisk_behind_a_figure_is_a_footnotes_mark)
{
  g_autoptr (MarkupText) text = strip ("1,234*");
  cr_expect_str_eq (text->text, "1,234*");
}

Test (markup, each_character_knows_where_it_stood)
{
  g_autoptr (MarkupText) text = strip ("é<b>5</b> \\_x");
  static const int columns[] = { 0, 4, 9, 11, 12 };
  cr_assert_str_eq (text->text, "é5 _x");
  for (guint i = 0; i < text->length; i++)
    cr_expect (eq (int, text->places[i].column, columns[i]));
}

Test (markup, a_heading_is_one_at_the_beginning_of_a_line_only)
{
  MarkupState state = { 0 };
  g_autoptr (MarkupText) text = markup_strip ("# 5", 3, FALSE, &state);
  cr_expect_str_eq (text->text, "# 5");
  cr_expect (zero (int, state.is_bold));
}

Test (markup, what_is_open_at_the_end_of_a_field_goes_on_in_the_next)
{
  MarkupState state = { 0 };
  g_autoptr (MarkupText) first = markup_strip ("<b>Ref", 6, TRUE, &state);
  g_autoptr (MarkupText) second = markup_strip ("no</b> 1", 8, FALSE, &state);
  g_autofree char *weights = dup_weights (second);
  cr_expect_str_eq (weights, "bb..");
  cr_expect (zero (int, state.is_bold));
}

Test (markup, reads_no_further_than_it_is_told)
{
  MarkupState state = { 0 };
  g_autoptr (MarkupText) text = markup_strip ("ab<b>cd", 4, TRUE, &state);
  cr_expect_str_eq (text->text, "ab<b");
}
