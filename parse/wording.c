/* parse/wording.c - the words that patterns are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All beginnings of the word that the scan is in are kept:
 *
 *     neigh  ->  neigh neighbor neighbour  ->  ... each with s        neigh(?:bou?r)?s?
 */
#include "parse/wording.h"

#include <string.h>

#define MIN_WORD 2
#define MAX_STEMS 64 /* beginnings of one word; a pattern that has more has few words */
#define LETTERS "abcdefghijklmnopqrstuvwxyz"

static GPtrArray *
stems_new (void)
{
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (stems, g_strdup (""));
  return stems;
}

/* Ends the word: its stems are words. */
static void
flush (GHashTable *words, GPtrArray *stems)
{
  for (guint i = 0; i < stems->len; i++)
    if (strlen (stems->pdata[i]) >= MIN_WORD)
      g_hash_table_add (words, g_strdup (stems->pdata[i]));
  g_ptr_array_set_size (stems, 0);
  g_ptr_array_add (stems, g_strdup (""));
}

/* Lets @endings follow all stems, or nothing (@may_lack). */
static void
extend (GPtrArray *stems, const GPtrArray *endings, gboolean may_lack)
{
  guint n = stems->len;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < endings->len && stems->len < n + MAX_STEMS; k++)
      g_ptr_array_add (stems, g_strconcat (stems->pdata[i], endings->pdata[k], NULL));
  if (!may_lack)
    g_ptr_array_remove_range (stems, 0, n);
}

/* Returns: behind the letter at @at, which may have a `?`; all stems get it. */
static const char *
add_letter (GPtrArray *stems, const char *at)
{
  g_autoptr (GPtrArray) letter = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (letter, g_strndup (at, 1));
  extend (stems, letter, at[1] == '?');
  return at + 1 + (at[1] == '?');
}

/* Returns: behind the group that begins at @at, whose alternatives all stems get; @at if it is no
 * group of letters alone. */
static const char *
add_group (GPtrArray *stems, const char *at)
{
  const char *inside = at + strlen ("(?:");
  gsize length = strncmp (at, "(?:", strlen ("(?:")) == 0 ? strspn (inside, LETTERS "?|") : 0;
  if (length == 0 || inside[length] != ')')
    return at;
  g_autoptr (GPtrArray) endings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) alternative = stems_new ();
  for (const char *letter = inside; letter <= inside + length;)
    {
      if (*letter != '|' && *letter != ')')
        {
          letter = *letter == '?' ? letter + 1 : add_letter (alternative, letter);
          continue;
        }
      g_ptr_array_extend_and_steal (endings, g_steal_pointer (&alternative));
      alternative = stems_new ();
      letter++;
    }
  const char *behind = inside + length + 1;
  extend (stems, endings, *behind == '?');
  return behind + (*behind == '?');
}

void
wording_add (GHashTable *words, const char *pattern)
{
  g_autofree char *small = g_ascii_strdown (pattern, -1);
  g_autoptr (GPtrArray) stems = stems_new ();
  for (const char *at = small; *at != '\0';)
    {
      const char *behind = strchr (LETTERS, *at) != NULL ? add_letter (stems, at)
                           : *at == '('                  ? add_group (stems, at)
                                                         : at;
      if (behind == at)
        {
          flush (words, stems);
          behind += 1 + (*at == '\\' && at[1] != '\0'); /* \b is no b */
        }
      at = behind;
    }
  flush (words, stems);
}
