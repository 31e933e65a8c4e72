/* model/relation.c - what must hold between indicators, as one line of data/catalogue.yaml says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Cut the text into tokens.
 * 2. Read two sides and the sign between them: a side is a sum or a quotient of sums.
 * 3. The first form of a table that the sides have tells the kind, and which side is the ROLE_OF.
 */
#include "model/relation.h"

#include <string.h>

DEFINE_CODES (relation_kind, RelationKind, RELATION_KINDS)

/* Tokens */

typedef enum
{
  TOKEN_END,
  TOKEN_NAME,
  TOKEN_NUMBER,
  TOKEN_SIGN, /* one of + - / ( ) % = and <= */
  TOKEN_WRONG,
} TokenKind;

typedef struct
{
  const char *text, *at; /* @at: what follows the token */
  TokenKind kind;
  const char *start;
  gsize length;
  char *message; /* owned; the first thing that is wrong */
} Scanner;

static gboolean
is_name_character (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c) || c == '_';
}

static void
scan (Scanner *scanner)
{
  const char *at = scanner->at + strspn (scanner->at, " \t");
  scanner->start = at;
  if (is_name_character (*at))
    {
      gboolean is_number = TRUE;
      for (; is_name_character (*at); at++)
        is_number &= g_ascii_isdigit (*at) != 0;
      scanner->kind = is_number ? TOKEN_NUMBER : TOKEN_NAME;
    }
  else if (g_str_has_prefix (at, "<="))
    {
      scanner->kind = TOKEN_SIGN;
      at += strlen ("<=");
    }
  else
    {
      gboolean is_sign = *at != '\0' && strchr ("+-/()%=", *at) != NULL;
      scanner->kind = *at == '\0' ? TOKEN_END : is_sign ? TOKEN_SIGN : TOKEN_WRONG;
      do
        at += *at != '\0';
      while (((guchar) *at & 0xC0) == 0x80); /* the rest of a character */
    }
  scanner->length = (gsize) (at - scanner->start);
  scanner->at = at;
}

static gboolean
is_token (const Scanner *scanner, const char *text)
{
  return scanner->length == strlen (text) && scanner->length > 0
         && memcmp (scanner->start, text, scanner->length) == 0;
}

static gboolean
take (Scanner *scanner, const char *text)
{
  if (!is_token (scanner, text))
    return FALSE;
  scan (scanner);
  return TRUE;
}

static gboolean
fail (Scanner *scanner, const char *wanted)
{
  if (scanner->message != NULL)
    return FALSE;
  glong place = g_utf8_pointer_to_offset (scanner->text, scanner->start) + 1;
  g_autofree char *found = scanner->kind == TOKEN_END
                               ? g_strdup ("the end")
                               : g_strdup_printf ("'%.*s'", (int) scanner->length, scanner->start);
  scanner->message = g_strdup_printf ("at %ld in '%s': %s where %s should be", place, scanner->text,
                                      found, wanted);
  return FALSE;
}

/* Sides */

typedef enum
{
  SIDE_SUM,      /* names with signs */
  SIDE_QUOTIENT, /* numerators and denominators */
  SIDE_RATE,     /* a name / population */
  SIDE_HUNDRED,  /* 100 % */
  SIDE_FLOW,     /* before a name, and what comes in and goes out */
  SIDE_ROLLING,  /* 12 months of a name */
} SideKind;

typedef struct
{
  SideKind kind;
  GArray *terms; /* of RelationTerm, all with role NUMERATOR but the denominators */
} Side;

static void
term_clear (gpointer data)
{
  g_free (((RelationTerm *) data)->id);
}

static gboolean
read_name (Scanner *scanner, GArray *terms, RelationRole role, int sign)
{
  static const char *const reserved[] = { "population", "before", "months" };
  for (gsize i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (is_token (scanner, reserved[i]))
      return fail (scanner, "an indicator's id");
  if (scanner->kind != TOKEN_NAME || terms->len >= RELATION_MOST_TERMS)
    return fail (scanner, scanner->kind != TOKEN_NAME ? "an indicator's id" : "the end");

  RelationTerm term = { role, sign, g_strndup (scanner->start, scanner->length) };
  g_array_append_val (terms, term);
  scan (scanner);
  return TRUE;
}

/* name { ("+" | "-") name } */
static gboolean
read_sum (Scanner *scanner, GArray *terms, RelationRole role)
{
  int sign = 1;
  do
    {
      if (!read_name (scanner, terms, role, sign))
        return FALSE;
      sign = is_token (scanner, "-") ? -1 : 1;
    }
  while (take (scanner, "+") || take (scanner, "-"));
  return TRUE;
}

/* name | "(" sum ")" */
static gboolean
read_operand (Scanner *scanner, GArray *terms, RelationRole role)
{
  if (!take (scanner, "("))
    return read_name (scanner, terms, role, 1);
  return read_sum (scanner, terms, role) && (take (scanner, ")") || fail (scanner, "')'"));
}

/* After an operand: "/" operand, or the rest of a sum. */
static gboolean
read_rest (Scanner *scanner, Side *side)
{
  if (take (scanner, "/"))
    {
      gboolean is_rate = take (scanner, "population");
      side->kind = is_rate ? SIDE_RATE : SIDE_QUOTIENT;
      return is_rate || read_operand (scanner, side->terms, ROLE_DENOMINATOR);
    }
  side->kind = side->kind == SIDE_FLOW ? SIDE_FLOW : SIDE_SUM;
  while (is_token (scanner, "+") || is_token (scanner, "-"))
    {
      int sign = is_token (scanner, "-") ? -1 : 1;
      scan (scanner);
      if (!read_name (scanner, side->terms, ROLE_NUMERATOR, sign))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_side (Scanner *scanner, Side *side)
{
  side->kind = SIDE_SUM;
  if (take (scanner, "100"))
    {
      side->kind = SIDE_HUNDRED;
      return take (scanner, "%") || fail (scanner, "'%'");
    }
  if (take (scanner, "12"))
    {
      side->kind = SIDE_ROLLING;
      return (take (scanner, "months") || fail (scanner, "'months'"))
             && read_name (scanner, side->terms, ROLE_NUMERATOR, 1);
    }
  if (take (scanner, "before"))
    side->kind = SIDE_FLOW;
  return read_operand (scanner, side->terms, ROLE_NUMERATOR) && read_rest (scanner, side);
}

/* Forms */

typedef struct
{
  SideKind left;
  guint min_left, max_left;
  const char *sign;
  SideKind right;
  guint min_right, max_right;
  RelationKind kind;
} Form;

#define ANY RELATION_MOST_TERMS

static const Form forms[] = {
  { SIDE_SUM, 1, 1, "=", SIDE_QUOTIENT, 2, ANY, RELATION_RATIO },
  { SIDE_SUM, 1, 1, "=", SIDE_RATE, 1, ANY, RELATION_RATE },
  { SIDE_SUM, 2, 2, "=", SIDE_HUNDRED, 0, 0, RELATION_COMPLEMENT },
  { SIDE_SUM, 3, ANY, "=", SIDE_HUNDRED, 0, 0, RELATION_SHARES },
  { SIDE_SUM, 1, 1, "=", SIDE_FLOW, 2, ANY, RELATION_FLOW },
  { SIDE_SUM, 1, 1, "=", SIDE_ROLLING, 1, 1, RELATION_ROLLING },
  { SIDE_SUM, 1, 1, "=", SIDE_SUM, 2, ANY, RELATION_SUM },
  { SIDE_SUM, 2, ANY, "=", SIDE_SUM, 1, 1, RELATION_PARTS },
  { SIDE_SUM, 1, 1, "<=", SIDE_SUM, 1, 1, RELATION_PART },
};

static const RelationTerm *
side_term (const Side *side, guint index)
{
  return &g_array_index (side->terms, RelationTerm, index);
}

static const Form *
find_form (const Side *left, const Side *right, const char *sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const Form *form = &forms[i];
      if (form->left == left->kind && form->right == right->kind && g_str_equal (form->sign, sign)
          && left->terms->len >= form->min_left && left->terms->len <= form->max_left
          && right->terms->len >= form->min_right && right->terms->len <= form->max_right)
        return form;
    }
  return NULL;
}

/* What the forms cannot tell. */
static const char *
find_fault (const Form *form, const Side *left, const Side *right)
{
  if (form == NULL)
    return "is no form that a relation can have";
  if (form->kind == RELATION_FLOW
      && !g_str_equal (side_term (left, 0)->id, side_term (right, 0)->id))
    return "must name one stock, now and before";
  for (guint i = 0; i < left->terms->len; i++)
    if (side_term (left, i)->sign < 0)
      return "takes away where only sums can stand";
  for (guint i = 0; i < left->terms->len + right->terms->len; i++)
    for (guint j = 0; j < i && form->kind != RELATION_FLOW; j++)
      {
        const Side *sides[] = { left, right };
        const char *ids[2];
        guint places[] = { i, j };
        for (int k = 0; k < 2; k++)
          {
            gboolean is_right = places[k] >= left->terms->len;
            ids[k] = side_term (sides[is_right], places[k] - (is_right ? left->terms->len : 0))->id;
          }
        if (g_str_equal (ids[0], ids[1]))
          return "names an indicator twice";
      }
  return NULL;
}

static void
move_terms (Relation *relation, Side *side, gboolean is_of)
{
  for (guint i = 0; i < side->terms->len; i++)
    {
      RelationTerm term = *side_term (side, i);
      if (is_of)
        term.role = ROLE_OF;
      g_array_append_val (relation->terms, term);
      g_array_index (side->terms, RelationTerm, i).id = NULL; /* taken */
    }
}

static Relation *
relation_new (const char *text, const Form *form, Side *left, Side *right)
{
  Relation *relation = g_new0 (Relation, 1);
  relation->kind = form->kind;
  relation->text = g_strdup (text);
  relation->terms = g_array_new (FALSE, FALSE, sizeof (RelationTerm));
  g_array_set_clear_func (relation->terms, term_clear);
  gboolean is_right_of = form->kind == RELATION_PARTS;
  gboolean has_of = form->right != SIDE_HUNDRED;
  move_terms (relation, is_right_of ? right : left, has_of);
  move_terms (relation, is_right_of ? left : right, FALSE);
  return relation;
}

static gboolean
read_sides (Scanner *scanner, Side *left, Side *right, const char **sign)
{
  scan (scanner);
  if (!read_side (scanner, left))
    return FALSE;
  *sign = is_token (scanner, "<=") ? "<=" : "=";
  if (!take (scanner, *sign))
    return fail (scanner, "'=' or '<='");
  return read_side (scanner, right) && (scanner->kind == TOKEN_END || fail (scanner, "the end"));
}

static void
side_init (Side *side)
{
  side->terms = g_array_new (FALSE, FALSE, sizeof (RelationTerm));
  g_array_set_clear_func (side->terms, term_clear);
}

Relation *
relation_parse (const char *text, char **message)
{
  Scanner scanner = { .text = text, .at = text };
  Side left, right;
  side_init (&left);
  side_init (&right);
  const char *sign = NULL;
  Relation *relation = NULL;
  if (read_sides (&scanner, &left, &right, &sign))
    {
      const Form *form = find_form (&left, &right, sign);
      const char *fault = find_fault (form, &left, &right);
      if (fault == NULL)
        relation = relation_new (text, form, &left, &right);
      else
        scanner.message = g_strdup_printf ("'%s' %s", text, fault);
    }
  g_array_unref (left.terms);
  g_array_unref (right.terms);
  if (relation == NULL)
    *message = scanner.message;
  return relation;
}

void
relation_free (Relation *relation)
{
  if (relation == NULL)
    return;
  g_array_unref (relation->terms);
  g_free (relation->text);
  g_free (relation);
}

const char *
relation_id (const Relation *relation, guint index)
{
  return g_array_index (relation->terms, RelationTerm, index).id;
}

/* Cycles */

/* The way from the first relation to the one that is looked at. */
typedef struct
{
  GHashTable *by_of;  /* id to GPtrArray of Relation: those that say what it is made of */
  GHashTable *done;   /* ids that lead back to nothing */
  GPtrArray *way;     /* of Relation, borrowed */
  GHashTable *on_way; /* ids */
} Walk;

static gboolean
defines (const Relation *relation, gboolean is_part)
{
  static const gboolean is_definition[] = {
    [RELATION_RATIO] = TRUE,
    [RELATION_SUM] = TRUE,
    [RELATION_ROLLING] = TRUE,
    [RELATION_PART] = FALSE,
  };
  return is_part ? relation->kind == RELATION_PART
                 : relation->kind < G_N_ELEMENTS (is_definition) && is_definition[relation->kind];
}

/* The depth is that of the relations that build on each other: no more than there are. */
static gboolean
leads_back (Walk *walk, const char *id) /* NOLINT(misc-no-recursion) */
{
  if (g_hash_table_contains (walk->on_way, id))
    return TRUE;
  GPtrArray *relations = g_hash_table_lookup (walk->by_of, id);
  if (relations == NULL || !g_hash_table_add (walk->done, (gpointer) id))
    return FALSE;

  g_hash_table_add (walk->on_way, (gpointer) id);
  for (guint i = 0; i < relations->len; i++)
    {
      Relation *relation = relations->pdata[i];
      g_ptr_array_add (walk->way, relation);
      for (guint j = 1; j < relation->terms->len; j++)
        if (leads_back (walk, relation_id (relation, j)))
          return TRUE;
      g_ptr_array_set_size (walk->way, (gint) walk->way->len - 1);
    }
  g_hash_table_remove (walk->on_way, id);
  return FALSE;
}

/* Drops what only led to the circle. */
static GPtrArray *
cut_way (const Walk *walk)
{
  const Relation *last = walk->way->pdata[walk->way->len - 1];
  guint from = 0;
  for (guint i = 0; i < walk->way->len; i++)
    for (guint j = 1; j < last->terms->len; j++)
      if (g_str_equal (relation_id (walk->way->pdata[i], 0), relation_id (last, j)))
        from = i;
  GPtrArray *cycle = g_ptr_array_new ();
  for (guint i = from; i < walk->way->len; i++)
    g_ptr_array_add (cycle, walk->way->pdata[i]);
  return cycle;
}

static GPtrArray *
find_cycle (const GPtrArray *relations, gboolean is_part)
{
  Walk walk
      = { g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref),
          g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new (),
          g_hash_table_new (g_str_hash, g_str_equal) };
  for (guint i = 0; i < relations->len; i++)
    {
      Relation *relation = relations->pdata[i];
      if (!defines (relation, is_part))
        continue;
      const char *of = relation_id (relation, 0);
      GPtrArray *list = g_hash_table_lookup (walk.by_of, of);
      if (list == NULL)
        g_hash_table_insert (walk.by_of, (gpointer) of, list = g_ptr_array_new ());
      g_ptr_array_add (list, relation);
    }

  GPtrArray *cycle = NULL;
  for (guint i = 0; i < relations->len && cycle == NULL; i++)
    if (defines (relations->pdata[i], is_part)
        && leads_back (&walk, relation_id (relations->pdata[i], 0)))
      cycle = cut_way (&walk);
  g_hash_table_unref (walk.by_of);
  g_hash_table_unref (walk.done);
  g_hash_table_unref (walk.on_way);
  g_ptr_array_unref (walk.way);
  return cycle;
}

GPtrArray *
relations_find_cycle (const GPtrArray *relations)
{
  GPtrArray *cycle = find_cycle (relations, FALSE);
  return cycle != NULL ? cycle : find_cycle (relations, TRUE);
}
