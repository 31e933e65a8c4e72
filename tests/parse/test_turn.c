/* tests/parse/test_turn.c - pages that are printed sideways.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/turn.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/paper.h"

static void
assert_box (Box box, double x0, double y0, double x1, double y1)
{
  cr_expect_float_eq (box.x0, x0, 1e-9);
  cr_expect_float_eq (box.y0, y0, 1e-9);
  cr_expect_float_eq (box.x1, x1, 1e-9);
  cr_expect_float_eq (box.y1, y1, 1e-9);
}

/* A page of 600 by 800 with a word that runs up its left side and a rule beside it. */
static Page *
make_sideways (int rotation)
{
  Page *page = paper_new ();
  Word *word = page_take_word (page, g_strdup ("up"), (Box){ 50, 700, 60, 710 }, WORD_NO_LANE);
  word->size = 10;
  word->rotation = rotation;
  word->is_bold = TRUE;
  paper_rule (page, 100, 0, 101, 800);
  return page;
}

Test (turn, an_upright_page_needs_nothing)
{
  g_autoptr (Page) page = make_sideways (0);
  Turn turn = turn_of_page (page);
  cr_expect (eq (int, turn.rotation, 0));
  cr_expect (eq (dbl, turn.sx, 1));
  cr_expect (eq (dbl, turn.sy, 1));
}

Test (turn, most_words_tell)
{
  g_autoptr (Page) page = make_sideways (270);
  paper_word (page, 50, 100, "one");
  paper_word (page, 50, 120, "two")->rotation = 270;
  Turn turn = turn_of_page (page);
  cr_expect (eq (int, turn.rotation, 270));
}

Test (turn, a_word_that_runs_upwards_runs_to_the_right)
{
  g_autoptr (Page) page = make_sideways (270);
  Turn turn = turn_of_page (page);
  g_autoptr (Page) turned = turn_page (&turn, page);
  const Word *word = &g_array_index (turned->words, Word, 0);
  cr_expect (eq (dbl, turned->width, 800));
  cr_expect (eq (dbl, turned->height, 600));
  cr_expect (eq (int, word->rotation, 0));
  cr_expect (word->is_bold);
  assert_box (word->box, 90, 50, 100, 60); /* from the page's foot, 800 - 710 */
  assert_box (g_array_index (turned->rules, Rule, 0).box, 0, 100, 800, 101);
}

Test (turn, what_is_turned_comes_back)
{
  for (int rotation = 0; rotation < 360; rotation += 90)
    {
      g_autoptr (Page) page = make_sideways (rotation);
      Turn turn = turn_of_page (page);
      g_autoptr (Page) turned = turn_page (&turn, page);
      assert_box (turn_back (&turn, g_array_index (turned->words, Word, 0).box), 50, 700, 60, 710);
    }
}

Test (turn, a_character_of_a_text_file_is_higher_than_wide)
{
  g_autoptr (Page) page = page_new (1, 80, 60);
  page_take_word (page, g_strdup ("12"), (Box){ 10, 3, 12, 4 }, 2);
  Turn turn = turn_of_page (page);
  g_autoptr (Page) turned = turn_page (&turn, page);
  const Word *word = &g_array_index (turned->words, Word, 0);
  assert_box (word->box, 60, 36, 72, 48);
  cr_expect (eq (int, word->lane, 2));
  assert_box (turn_back (&turn, word->box), 10, 3, 12, 4);
}
