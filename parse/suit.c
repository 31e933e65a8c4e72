/* parse/suit.c - how well what a cell looks like suits the column that it might stand in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/suit.h"

#include <string.h>

#define MAX_REF 16        /* bytes of the longest reference */
#define MAX_REF_LETTERS 2 /* behind the numbers of one */
#define MAX_WORDS 40      /* bytes of what is a few words still */

/* A cell's look, with text told apart further than a Reading does. */
typedef enum
{
  CELL_NUMBER,
  CELL_PERCENT,
  CELL_FRACTION,
  CELL_TOLERANCE,
  CELL_ARROW,
  CELL_CHANGE,
  CELL_MARK,
  CELL_REF,
  CELL_COLOUR,
  CELL_WORDS,
  CELL_PROSE,
  N_CELLS
} CellKind;

static const Suit suits_of_roles[] = {
  [ROLE_NONE] = SUIT_ANYTHING,      [ROLE_REF] = SUIT_REF,
  [ROLE_NAME] = SUIT_NAME,          [ROLE_SECTION] = SUIT_WORDS,
  [ROLE_OWNER] = SUIT_WORDS,        [ROLE_REPORTER] = SUIT_WORDS,
  [ROLE_OUTCOME] = SUIT_PROSE,      [ROLE_GOOD_PERFORMANCE] = SUIT_WORDS,
  [ROLE_DATA_NOTE] = SUIT_WORDS,    [ROLE_UNIT] = SUIT_WORDS,
  [ROLE_PERIOD] = SUIT_FIGURE,      [ROLE_YTD] = SUIT_FIGURE,
  [ROLE_CHANGE] = SUIT_CHANGE,      [ROLE_CHANGE_PREV] = SUIT_CHANGE,
  [ROLE_CHANGE_YEAR] = SUIT_CHANGE, [ROLE_MEAN_12M] = SUIT_FIGURE,
  [ROLE_MAX_12M] = SUIT_FIGURE,     [ROLE_DOT] = SUIT_ARROW,
  [ROLE_RAG] = SUIT_COLOUR,         [ROLE_BENCHMARK] = SUIT_FIGURE,
  [ROLE_TARGET] = SUIT_TOLERANCE,   [ROLE_RED] = SUIT_TOLERANCE,
  [ROLE_AMBER] = SUIT_TOLERANCE,    [ROLE_GREEN] = SUIT_TOLERANCE,
  [ROLE_COMMENTARY] = SUIT_PROSE,   [ROLE_GROUP] = SUIT_ANYTHING,
  [ROLE_NUMERATORS] = SUIT_NUMBER,  [ROLE_DENOMINATORS] = SUIT_NUMBER,
};

/* Rows: what the column holds.  Columns, as in CellKind: number, percent, fraction, tolerance,
 * arrow, change, mark, reference, colour, words, prose.  A cell that is at home counts 2 or 3, one
 * that can be there 1, one that is out of place up to -4. */
static const gint8 scores[N_SUITS][N_CELLS] = {
  [SUIT_ANYTHING] = { -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1 },
  [SUIT_REF] = { 0, -4, -4, -4, -4, -4, -2, 3, -2, 0, -4 },
  [SUIT_NAME] = { -4, -4, -4, -4, -4, -4, -3, -4, -2, 1, 3 },
  [SUIT_WORDS] = { -3, -3, -3, -2, -4, -4, 0, 0, 0, 2, -1 },
  [SUIT_PROSE] = { -2, -2, -3, -3, -4, -3, 0, 0, -1, 1, 3 },
  [SUIT_FIGURE] = { 2, 2, 2, -4, -4, -3, 1, -1, -4, -3, -4 },
  [SUIT_NUMBER] = { 2, -4, -1, -4, -4, -3, 1, -1, -4, -3, -4 },
  [SUIT_PERCENT] = { -2, 2, -4, -4, -4, -3, 1, -2, -4, -3, -4 },
  [SUIT_FRACTION] = { 0, -4, 3, -4, -4, -3, 1, -4, -4, -3, -4 },
  [SUIT_CHANGE] = { 1, 1, -4, -3, 1, 4, 1, -3, -4, -3, -4 },
  [SUIT_TOLERANCE] = { 1, 1, -2, 3, -4, -4, 1, -1, -3, -1, -1 },
  [SUIT_ARROW] = { -4, -4, -4, -4, 4, -2, 0, -3, -3, -2, -4 },
  [SUIT_COLOUR] = { -4, -4, -4, -4, 0, -4, 0, -2, 4, -1, -4 },
};

static const char *const colours[]
    = { "red", "amber", "yellow", "green", "orange", "blue", "grey", "R", "A", "G" };

Suit
suit_of_role (Role role)
{
  return suits_of_roles[role];
}

/* A number of two parts, and a letter or two behind it: `5.10`, `1.6Qn`, `2.3a%`. */
static gboolean
is_numbered_ref (const char *text)
{
  gsize n = strspn (text, "0123456789."), n_letters = 0;
  if (memchr (text, '.', n) == NULL || text[n - 1] == '.')
    return FALSE;
  while (g_ascii_isalpha (text[n + n_letters]))
    n_letters++;
  const char *behind = text + n + n_letters;
  return n_letters <= MAX_REF_LETTERS
         && (behind[0] == '\0' || (n_letters > 0 && g_str_equal (behind, "%")));
}

/* One to five capitals, then perhaps a dash and some more, with a digit among it: `M6-QL (val)`,
 * `EH3a%`, `NI147`, `C&R.1`, `CS 01`; or a number of two parts. */
gboolean
suit_is_ref (const char *text)
{
  gsize length = strlen (text), n_digits = 0, n_lower = 0, i = 0;
  if (length == 0 || length > MAX_REF)
    return FALSE;

  if (g_ascii_isdigit (text[0]))
    return is_numbered_ref (text);
  while (g_ascii_isupper (text[i]) || text[i] == '&')
    i++;
  if (i == 0 || i > 5 || g_ascii_islower (text[i])) /* Nov 16 is none */
    return FALSE;
  for (i = 0; i < length; i++)
    {
      n_digits += g_ascii_isdigit (text[i]) != 0;
      n_lower += g_ascii_islower (text[i]) != 0;
    }
  return n_digits > 0 && n_lower <= 4 && strchr (text, ',') == NULL;
}

static gboolean
is_colour (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_ascii_strcasecmp (text, colours[i]) == 0)
      return TRUE;
  return FALSE;
}

static CellKind
cell_kind (const Reading *reading, const char *text)
{
  static const CellKind kinds[] = {
    [LOOKS_NUMBER] = CELL_NUMBER,     [LOOKS_PERCENT] = CELL_PERCENT,
    [LOOKS_FRACTION] = CELL_FRACTION, [LOOKS_TOLERANCE] = CELL_TOLERANCE,
    [LOOKS_ARROW] = CELL_ARROW,       [LOOKS_CHANGE] = CELL_CHANGE,
    [LOOKS_MARK] = CELL_MARK,
  };
  if (reading->looks != LOOKS_TEXT)
    return kinds[reading->looks];
  if (is_colour (text))
    return CELL_COLOUR;
  if (suit_is_ref (text))
    return CELL_REF;
  return strlen (text) <= MAX_WORDS ? CELL_WORDS : CELL_PROSE;
}

int
suit_score (Suit suit, const Reading *reading, const char *text)
{
  if (reading->looks == LOOKS_EMPTY)
    return 0;
  CellKind kind = cell_kind (reading, text);
  if (suit == SUIT_REF && kind == CELL_NUMBER && strchr (text, '.') != NULL)
    return 2; /* 5.10 is a number as well */
  return scores[suit][kind];
}
