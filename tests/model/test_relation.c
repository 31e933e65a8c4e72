/* tests/model/test_relation.c - tests model/relation.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/relation.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

typedef struct
{
  char text[64];
  RelationKind kind;
  char terms[64]; /* role letter, sign and id of each */
} GoodCase;

ParameterizedTestParameters (relation, the_form_tells_the_kind)
{
  static GoodCase cases[] = {
    { "p = a / b", RELATION_RATIO, "o+p n+a d+b" },
    { "p=a/b", RELATION_RATIO, "o+p n+a d+b" },
    { "p = (a + b) / (c - d)", RELATION_RATIO, "o+p n+a n+b d+c d-d" },
    { "r = a / population", RELATION_RATE, "o+r n+a" },
    { "r = (a + b) / population", RELATION_RATE, "o+r n+a n+b" },
    { "a + b = 100 %", RELATION_COMPLEMENT, "n+a n+b" },
    { "a + b + c = 100%", RELATION_SHARES, "n+a n+b n+c" },
    { "a + b = c", RELATION_PARTS, "o+c n+a n+b" },
    { "c = a + b - d", RELATION_SUM, "o+c n+a n+b n-d" },
    { "s = before s + in - out", RELATION_FLOW, "o+s n+s n+in n-out" },
    { "r = 12 months a", RELATION_ROLLING, "o+r n+a" },
    { "a_1 <= b_2", RELATION_PART, "o+a_1 n+b_2" },
    { "12m = 2a / b", RELATION_RATIO, "o+12m n+2a d+b" },
  };
  return cr_make_param_array (GoodCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (GoodCase *c, relation, the_form_tells_the_kind)
{
  g_autofree char *message = NULL;
  g_autoptr (Relation) relation = relation_parse (c->text, &message);
  cr_assert_not_null (relation, "%s: %s", c->text, message);
  cr_expect (eq (int, relation->kind, c->kind));

  g_autoptr (GString) terms = g_string_new (NULL);
  for (guint i = 0; i < relation->terms->len; i++)
    {
      const RelationTerm *term = &g_array_index (relation->terms, RelationTerm, i);
      g_string_append_printf (terms, "%s%c%c%s", i > 0 ? " " : "", "ond"[term->role],
                              term -> sign < 0 ? '-' : '+', term->id);
    }
  cr_expect_str_eq (terms->str, c->terms);
}

typedef struct
{
  char text[32];
  char message[64];
} BadCase;

ParameterizedTestParameters (relation, what_is_none_is_told_with_its_place)
{
  static BadCase cases[] = {
    { "", "at 1 in '': the end where an indicator's id should be" },
    { "p = a /", "the end where an indicator's id should be" },
    { "p a", "at 3 in 'p a': 'a' where '=' or '<=' should be" },
    { "p = a b", "at 7 in 'p = a b': 'b' where the end should be" },
    { "p = A / b", "at 5 in 'p = A / b': 'A' where" },
    { "p = \xC3\xA9 / b", "'\xC3\xA9' where an indicator's id" },
    { "p = (a + b / c", "'/' where ')' should be" },
    { "p = 99 % ", "'99' where an indicator's id should be" },
    { "a + b = 100", "the end where '%' should be" },
    { "p = population / a", "'population' where an indicator's id" },
    { "p = a", "is no form that a relation can have" },
    { "p + q = a / b", "is no form that a relation can have" },
    { "a + b <= c", "is no form that a relation can have" },
    { "a - b + c = 100 %", "takes away where only sums can stand" },
    { "p = a / a", "names an indicator twice" },
    { "a = a + b", "names an indicator twice" },
    { "s = before t + in - out", "must name one stock, now and before" },
  };
  return cr_make_param_array (BadCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (BadCase *c, relation, what_is_none_is_told_with_its_place)
{
  g_autofree char *message = NULL;
  cr_expect_null (relation_parse (c->text, &message));
  cr_assert_not_null (message);
  cr_expect_not_null (strstr (message, c->message), "%s: %s", c->text, message);
}

Test (relation, no_relation_has_more_terms_than_fit_on_a_line)
{
  g_autoptr (GString) text = g_string_new ("t = a0");
  for (int i = 1; i < 2 * RELATION_MOST_TERMS; i++)
    g_string_append_printf (text, " + a%d", i);
  g_autofree char *message = NULL;
  cr_expect_null (relation_parse (text->str, &message));
  cr_expect_not_null (strstr (message, "where the end should be"));
}

static GPtrArray *
parse_all (const char *const *texts)
{
  GPtrArray *relations = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
  for (; *texts != NULL; texts++)
    {
      g_autofree char *message = NULL;
      g_ptr_array_add (relations, relation_parse (*texts, &message));
    }
  return relations;
}

Test (relation, what_is_made_of_itself_is_found)
{
  static const char *const texts[]
      = { "x = a + b", "a = c + d", "c = e / f", "f = g + a", "e <= f", NULL };
  g_autoptr (GPtrArray) relations = parse_all (texts);
  g_autoptr (GPtrArray) cycle = relations_find_cycle (relations);
  cr_assert_not_null (cycle);
  cr_assert (eq (uint, cycle->len, 3));
  for (guint i = 0; i < cycle->len; i++)
    cr_expect_eq (cycle->pdata[i], relations->pdata[i + 1]);
}

Test (relation, parts_of_each_other_are_found)
{
  static const char *const texts[] = { "a <= b", "b <= c", "c <= a", NULL };
  g_autoptr (GPtrArray) relations = parse_all (texts);
  g_autoptr (GPtrArray) cycle = relations_find_cycle (relations);
  cr_assert_not_null (cycle);
  cr_expect (eq (uint, cycle->len, 3));
}

Test (relation, shares_and_flows_may_name_what_others_define)
{
  static const char *const texts[] = { "p = a / b",
                                       "p + q = 100 %",
                                       "p + r + s = 100 %",
                                       "s = before s + in - out",
                                       "a <= b",
                                       "a + c = b",
                                       NULL };
  g_autoptr (GPtrArray) relations = parse_all (texts);
  cr_expect_null (relations_find_cycle (relations));
}

Test (relation, a_thousand_relations_that_build_on_each_other_are_no_circle)
{
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *text = g_strdup_printf ("a%d = a%d + b%d", i, i + 1, i);
      g_autofree char *message = NULL;
      g_ptr_array_add (relations, relation_parse (text, &message));
    }
  cr_expect_null (relations_find_cycle (relations));
  g_autofree char *message = NULL;
  g_ptr_array_add (relations, relation_parse ("a1000 = a0 + c", &message));
  g_autoptr (GPtrArray) cycle = relations_find_cycle (relations);
  cr_assert_not_null (cycle);
  cr_expect (eq (uint, cycle->len, 1001));
}
