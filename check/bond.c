/* check/bond.c - a relation between the lines of a report: which rows does it speak of?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check/bond.h"

#include "check/ratio.h"

/* So many ways to choose among rows that stand twice; more prove nothing. */
#define MOST_CHOICES 16

Bond *
bond_new (const Check *check, RelationKind kind, guint most)
{
  Shelf *shelf = check->report->shelf;
  Bond *bond = shelf_take (shelf, sizeof *bond);
  *bond = (Bond){ .kind = kind, .terms = shelf_take (shelf, most * sizeof (BondTerm)) };
  return bond;
}

void
bond_add_choice (const Check *check, Bond *bond, RelationRole role, int sign, const Line *lines,
                 guint n_lines)
{
  Line *kept = shelf_add (check->report->shelf, lines, n_lines * sizeof *lines);
  bond->terms[bond->n_terms++] = (BondTerm){ role, sign, n_lines, kept };
}

void
bond_add (const Check *check, Bond *bond, RelationRole role, int sign, Line line)
{
  bond_add_choice (check, bond, role, sign, &line, 1);
}

const BondTerm *
bond_term (const Bond *bond, guint index)
{
  return &bond->terms[index];
}

Line
bond_line (const Bond *bond, guint index)
{
  return bond_term (bond, index)->lines[0];
}

/* From the catalogue */

/* Whether a row of @unit may be the term: shares are of percentages, a rate is a rate, and what a
 * ratio or a rate is made of are numbers.  A row whose unit is not known may be anything. */
static gboolean
suits (Unit unit, RelationKind kind, RelationRole role)
{
  gboolean is_share = kind == RELATION_COMPLEMENT || kind == RELATION_SHARES
                      || (kind == RELATION_RATIO && role == ROLE_OF);
  gboolean is_rate = kind == RELATION_RATE && role == ROLE_OF;
  gboolean is_made_of = (kind == RELATION_RATIO || kind == RELATION_RATE) && role != ROLE_OF;
  if (unit == UNIT_NONE)
    return TRUE;
  if (is_share)
    return unit == UNIT_PERCENT;
  if (is_rate)
    return unit == UNIT_RATE_PER_10000;
  return !is_made_of || (unit != UNIT_PERCENT && unit != UNIT_RATE_PER_10000);
}

/* The line that stands for a row. */
static Line
line_of_row (const Check *check, guint row)
{
  return (Line){ (int) row, ((const Series *) check->series->pdata[row])->component };
}

/* The lines that a term may mean. */
typedef struct
{
  Line lines[MOST_CHOICES];
  guint n_lines;
} Choice;

/* Adds the lines of the rows that @term of a relation of @kind may mean: of table @table, or of any
 * if that is 0. */
static void
add_lines (const Check *check, const RelationTerm *term, RelationKind kind, int table,
           Choice *choice)
{
  const GArray *rows = line_rows (check, term->id);
  for (guint i = 0; rows != NULL && i < rows->len && choice->n_lines < MOST_CHOICES; i++)
    {
      guint row = g_array_index (rows, guint, i);
      const Indicator *indicator = report_indicator (check->report, row);
      if ((table == 0 || indicator->table == table) && suits (indicator->unit, kind, term->role))
        choice->lines[choice->n_lines++] = line_of_row (check, row);
    }
}

/* Finds what each term of @relation may mean, the first being of the row @first.  Returns: FALSE if
 * the report prints nothing of one. */
static gboolean
find_choices (const Check *check, const Relation *relation, guint first, Choice *choices)
{
  int table = report_indicator (check->report, first)->table;
  choices[0] = (Choice){ { line_of_row (check, first) }, 1 };
  for (guint i = 1; i < relation->terms->len; i++)
    {
      const RelationTerm *term = &g_array_index (relation->terms, RelationTerm, i);
      choices[i].n_lines = 0;
      add_lines (check, term, relation->kind, table, &choices[i]);
      if (choices[i].n_lines == 0)
        add_lines (check, term, relation->kind, 0, &choices[i]);
      if (choices[i].n_lines == 0)
        return FALSE;
    }
  return TRUE;
}

/* Returns (transfer none) (nullable): @relation of the row that its first term means. */
static Bond *
bond_of_row (const Check *check, const Relation *relation, guint first)
{
  guint n_terms = relation->terms->len;
  g_autofree Choice *choices = g_new (Choice, n_terms);
  if (!find_choices (check, relation, first, choices))
    return NULL;
  Bond *bond = bond_new (check, relation->kind, n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      const RelationTerm *term = &g_array_index (relation->terms, RelationTerm, i);
      bond_add_choice (check, bond, term->role, term->sign, choices[i].lines, choices[i].n_lines);
    }
  return bond;
}

GPtrArray *
bonds_of_catalogue (const Check *check)
{
  GPtrArray *bonds = g_ptr_array_new ();
  const GPtrArray *relations = check->knowledge->catalogue->relations;
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = relations->pdata[i];
      const RelationTerm *first = &g_array_index (relation->terms, RelationTerm, 0);
      const GArray *rows = line_rows (check, first->id);
      for (guint j = 0; rows != NULL && j < rows->len; j++)
        {
          guint row = g_array_index (rows, guint, j);
          Unit unit = report_indicator (check->report, row)->unit;
          Bond *bond = suits (unit, relation->kind, first->role)
                           ? bond_of_row (check, relation, row)
                           : NULL;
          if (bond != NULL)
            g_ptr_array_add (bonds, bond);
        }
    }
  return bonds;
}

/* Figures */

/* Extends each of @choices by the one figure that the term may mean, if there is one. */
static GPtrArray *
extend_by_one (const Check *check, GPtrArray *choices, const BondTerm *term, Slot slot)
{
  const Figure *figure = line_find (check, term->lines[0], slot);
  if (figure == NULL)
    g_ptr_array_set_size (choices, 0);
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (choices->pdata[i], (gpointer) figure);
  return choices;
}

/* Extends each of @choices by each figure of the term. */
static GPtrArray *
extend (const Check *check, GPtrArray *choices, const BondTerm *term, Slot slot)
{
  if (term->n_lines == 1)
    return extend_by_one (check, choices, term, slot);
  GPtrArray *longer = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < choices->len; i++)
    for (guint j = 0; j < term->n_lines && longer->len < MOST_CHOICES; j++)
      {
        const Figure *figure = line_find (check, term->lines[j], slot);
        if (figure == NULL)
          continue;
        GPtrArray *choice = g_ptr_array_copy (choices->pdata[i], NULL, NULL);
        g_ptr_array_add (choice, (gpointer) figure);
        g_ptr_array_add (longer, choice);
      }
  g_ptr_array_unref (choices);
  return longer;
}

static Slot
slot_of_term (const Bond *bond, guint index, Slot slot)
{
  if (bond->kind == RELATION_FLOW && index == 1) /* the stock before */
    slot.period = period_add_months (slot.period, -1);
  return slot;
}

GPtrArray *
bond_choices (const Check *check, const Bond *bond, Slot slot)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (choices, g_ptr_array_new ());
  for (guint i = 0; i < bond->n_terms && choices->len > 0; i++)
    choices = extend (check, choices, bond_term (bond, i), slot_of_term (bond, i, slot));

  RatioParts parts;
  if (bond->kind == RELATION_RATIO && choices->len > 0
      && ratio_find_beside (check, ((GPtrArray *) choices->pdata[0])->pdata[0], &parts))
    g_ptr_array_set_size (choices, 0);
  return choices;
}

/* Text */

static void
append_sign (GString *text, int sign)
{
  if (sign < 0)
    g_string_append (text, text->len > 0 ? " - " : "-");
  else if (text->len > 0)
    g_string_append (text, " + ");
}

static guint
count_terms (const Bond *bond, RelationRole role)
{
  guint n_terms = 0;
  for (guint i = 0; i < bond->n_terms; i++)
    n_terms += bond_term (bond, i)->role == role;
  return n_terms;
}

static char *
in_brackets (const Bond *bond, RelationRole role, const GString *text)
{
  gboolean is_quotient = bond->kind == RELATION_RATIO || bond->kind == RELATION_RATE;
  return is_quotient && count_terms (bond, role) > 1 ? g_strdup_printf ("(%s)", text->str)
                                                     : g_strdup (text->str);
}

char *
bond_describe_labels (const Check *check, const Bond *bond, const GPtrArray *figures,
                      RelationRole role)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < bond->n_terms; i++)
    if (bond_term (bond, i)->role == role)
      {
        append_sign (text, bond_term (bond, i)->sign);
        g_string_append (text, line_label (check, line_of (figures->pdata[i])));
      }
  return in_brackets (bond, role, text);
}

char *
bond_describe_values (const Bond *bond, const GPtrArray *figures, RelationRole role)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < bond->n_terms; i++)
    if (bond_term (bond, i)->role == role)
      {
        g_autofree char *value = decimal_format (((const Figure *) figures->pdata[i])->value);
        append_sign (text, bond_term (bond, i)->sign);
        g_string_append (text, value);
      }
  return in_brackets (bond, role, text);
}
