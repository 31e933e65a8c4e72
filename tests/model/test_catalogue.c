/* tests/model/test_catalogue.c - the indicators that are known, as data/catalogue.yaml lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/catalogue.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#define TWO                                                                                        \
  "indicators:\n"                                                                                  \
  "- {id: lac, name: Looked after, unit: count}\n"                                                 \
  "- {id: lac_placed, name: Placed, unit: percent}\n"

static Catalogue *
parse (const char *text, GError **error)
{
  return catalogue_parse ("catalogue.yaml", text, strlen (text), error);
}

Test (catalogue, an_entry_is_found_by_its_id)
{
  g_autoptr (Catalogue) catalogue = parse ("indicators:\n"
                                           "  - id: contacts\n"
                                           "    name: Number of contacts\n"
                                           "    refs: [M1, EH1]\n"
                                           "    aliases:\n"
                                           "      - Contacts\n"
                                           "    unit: count\n"
                                           "    polarity: info\n"
                                           "  - {id: other, name: Other, unit: other}\n",
                                           NULL);
  cr_assert_not_null (catalogue);
  const CatalogueEntry *entry = catalogue_find (catalogue, "contacts");

  cr_assert_not_null (entry);
  cr_expect_str_eq (entry->name, "Number of contacts");
  cr_assert (eq (uint, entry->refs->len, 2));
  cr_expect_str_eq (g_ptr_array_index (entry->refs, 0), "M1");
  cr_expect_str_eq (g_ptr_array_index (entry->aliases, 0), "Contacts");
  cr_expect (eq (int, entry->unit, UNIT_COUNT));
  cr_expect (eq (int, entry->polarity, POLARITY_INFO));
  cr_expect (eq (int, entry->line, 2));
}

Test (catalogue, refs_aliases_and_polarity_may_be_left_out)
{
  g_autoptr (Catalogue) catalogue = parse (TWO, NULL);
  const CatalogueEntry *entry = catalogue_find (catalogue, "lac_placed");

  cr_assert_not_null (entry);
  cr_expect (eq (uint, entry->refs->len + entry->aliases->len, 0));
  cr_expect (eq (int, entry->polarity, POLARITY_NONE));
  cr_expect_null (catalogue_find (catalogue, "LAC"));
}

Test (catalogue, a_relation_is_one_line_between_ids)
{
  g_autoptr (Catalogue) catalogue
      = parse (TWO "relations:\n- lac_placed = lac / population\n- lac <= lac_placed\n", NULL);
  cr_assert_not_null (catalogue);
  cr_assert (eq (uint, catalogue->relations->len, 2));
  const Relation *relation = catalogue->relations->pdata[0];

  cr_expect (eq (int, relation->kind, RELATION_RATE));
  cr_expect_str_eq (relation_id (relation, 0), "lac_placed");
  cr_expect (eq (int, relation->line, 5));
}

typedef struct
{
  char text[256];
  char message[160];
} WrongCase;

ParameterizedTestParameters (catalogue, a_wrong_entry_is_named_by_line_and_key)
{
  static WrongCase cases[] = {
    { TWO "- {id: lac, name: Again, unit: count}\n",
      "line 4, key 'id': 'lac' stands in line 2 too" },
    { TWO "- {id: new, name: New}\n", "line 4, key 'unit': is missing" },
    { TWO "- {id: new, name: New, unit: hours}\n",
      "line 4, key 'unit': 'hours' is none of the codes" },
    { TWO "- {id: new, name: New, unit: days, polarity: up}\n",
      "line 4, key 'polarity': 'up' is none of the codes" },
    { TWO "- {id: new, name: New, unit: days, refs: N1}\n", "line 4, key 'refs': must be a list" },
    { TWO "- {id: new, name: New, unit: days,\n   refs: [N1,\n  '']}\n",
      "line 6, key 'refs': must not be empty" },
    { TWO "relations:\n- lac_placed = lac / lac_placed\n- lac = lca / population\n",
      "line 5, key 'relations': 'lac_placed = lac / lac_placed' names an indicator twice" },
    { TWO "relations:\n- lac_placed = lca / population\n",
      "line 5, key 'relations': 'lca' is no indicator's id" },
    { TWO "relations:\n- lac_placed = lac\n",
      "line 5, key 'relations': 'lac_placed = lac' is no form that a relation can have" },
    { TWO "relations:\n- lac <=\n",
      "line 5, key 'relations': at 7 in 'lac <=': the end where an indicator's id should be" },
    { TWO "relations:\n- lac <= lac_placed\n- lac_placed <= lac\n",
      "line 5, key 'relations': 'lac' is made of itself: 'lac <= lac_placed' (line 5), "
      "'lac_placed <= lac' (line 6)" },
    { "relations: []\n", "line 1, key 'indicators': is missing" },
  };
  return cr_make_param_array (WrongCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (WrongCase *wrong, catalogue, a_wrong_entry_is_named_by_line_and_key)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strconcat ("catalogue.yaml: ", wrong->message, NULL);

  cr_assert_null (parse (wrong->text, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
  cr_expect_str_eq (error->message, message);
}

Test (catalogue, a_missing_file_is_an_error)
{
  g_autoptr (GError) error = NULL;
  cr_assert_null (catalogue_load ("/no/such/catalogue.yaml", &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_DATA));
}

Test (catalogue, polarity_and_kind_are_one_with_their_codes)
{
  cr_expect_str_eq (polarity_code (POLARITY_LOW), "low");
  cr_expect (eq (int, polarity_from_code ("high"), POLARITY_HIGH));
  cr_expect_str_eq (relation_kind_code (RELATION_RATIO), "ratio");
  cr_expect (eq (int, relation_kind_from_code ("ratio"), RELATION_RATIO));
}
