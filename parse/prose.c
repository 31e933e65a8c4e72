/* parse/prose.c - the text between the tables: sections, definitions, analyses, data notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/prose.h"

#include <string.h>

#include "parse/identity.h"

#define MAX_HEADING 100 /* bytes; a longer bold line is a paragraph */
#define MAX_TITLE 120   /* bytes; a longer line with the publisher's name is a sentence */
#define MAX_CAPTION 130 /* bytes; a longer line is no caption of a chart */

/* Of what is read off an image. */
#define LONG_WORD 4    /* letters of a word that is not there by chance */
#define LONG_SHARE 0.4 /* of a text's letters, that such words have at least */
#define MIN_LETTERS 8  /* of a text with a digit that is judged: it may be a figure */

ProseState
prose_state_new (void)
{
  return (ProseState){ .section = g_strdup (""),
                       .kind = TEXT_NOTE,
                       .indicator = NO_INDICATOR,
                       .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                       .words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) g_array_unref) };
}

void
prose_state_clear (ProseState *state)
{
  g_free (state->section);
  g_hash_table_unref (state->names);
  g_hash_table_unref (state->words);
}

static void
add_text (const Reader *reader, const ProseState *state, TextKind kind, int page, const char *words)
{
  if (words[0] == '\0')
    return;
  Text *text = report_add_text (reader->report);
  text->kind = kind == TEXT_NOTE && state->indicator != NO_INDICATOR ? TEXT_COMMENTARY : kind;
  text->indicator = state->indicator;
  text->page = page;
  report_set_text (&text->section, state->section);
  report_set_text (&text->text, words);
}

static gboolean
is_list_item (const char *text)
{
  return text[0] == '-' || g_str_has_prefix (text, "\xE2\x80\xA2");
}

/* A short line that is no sentence, above the first table or with the publisher's name in it. */
static gboolean
is_title (const Reader *reader, const char *text)
{
  const char *authority = reader->report->authority;
  gboolean is_named = authority[0] != '\0' && strstr (text, authority) != NULL;
  return strlen (text) <= MAX_TITLE && strpbrk (text + strlen (text) - 1, ".:!?") == NULL
         && (is_named || reader->report->indicators->len == 0);
}

/* Whether a line stands around the text: what the lexicon knows, the items of a key, a title.  A
 * heading that does (`Key`, `Document Details`) takes its section along, but for a dated title. */
static gboolean
is_furniture (const Reader *reader, const char *text, gboolean is_bold, ProseState *state)
{
  gboolean is_known = vocabulary_find (reader->words.vocabulary, WORDS_FURNITURE, text) != NULL;
  Period period;
  if (is_bold && g_str_equal (text, reader->report->authority))
    return TRUE;
  if (is_bold)
    state->is_skipped = is_known && !month_find (reader->words.months, text, &period);
  state->in_key = is_known || (state->in_key && is_list_item (text));
  return is_known || state->in_key || state->is_skipped || (!is_bold && is_title (reader, text));
}

/* Returns (transfer full): the words of @text, folded. */
static char **
words_of (const char *text)
{
  g_autofree char *folded = identity_fold (text);
  return g_strsplit (folded, " ", -1);
}

/* Notes the words of the next name, unless it has been noted: a report has many copies of few. */
static void
note_name (ProseState *state, const char *name)
{
  if (!g_hash_table_add (state->names, g_strdup (name)))
    return;
  guint number = g_hash_table_size (state->names);
  g_auto (GStrv) words = words_of (name);
  for (guint i = 0; words[i] != NULL; i++)
    {
      GArray *names = g_hash_table_lookup (state->words, words[i]);
      if (names == NULL)
        g_hash_table_insert (state->words, g_strdup (words[i]),
                             names = g_array_new (FALSE, FALSE, sizeof (guint)));
      if (names->len == 0 || g_array_index (names, guint, names->len - 1) != number)
        g_array_append_val (names, number);
    }
}

/* Whether most of a line's words are those of an indicator, and it is no sentence: the caption of a
 * chart. */
static gboolean
is_caption (const Reader *reader, const char *text, ProseState *state)
{
  if (strlen (text) > MAX_CAPTION || strpbrk (text + strlen (text) - 1, ".:!?") != NULL)
    return FALSE;
  for (; state->n_noted < reader->report->indicators->len; state->n_noted++)
    note_name (state, report_indicator (reader->report, state->n_noted)->name);

  g_auto (GStrv) words = words_of (text);
  guint n_words = g_strv_length (words), n_most = 0;
  g_autofree guint *n_shared = g_new0 (guint, g_hash_table_size (state->names) + 1);
  for (guint i = 0; i < n_words; i++)
    {
      const GArray *names = g_hash_table_lookup (state->words, words[i]);
      for (guint k = 0; names != NULL && k < names->len; k++)
        {
          guint n = ++n_shared[g_array_index (names, guint, k)];
          n_most = MAX (n_most, n);
        }
    }
  return n_most * 10 >= n_words * 6 && g_hash_table_size (state->names) > 0;
}

/* A heading changes what the paragraphs to come are, or the section. */
static void
read_heading (const Reader *reader, const char *text, ProseState *state)
{
  const LexiconEntry *entry = vocabulary_find (reader->words.vocabulary, WORDS_PROSE, text);
  if (entry != NULL)
    {
      state->kind = (TextKind) entry->means;
      return;
    }
  g_autofree char *section = g_strdup (text);
  if (g_str_has_suffix (section, ":"))
    section[strlen (section) - 1] = '\0';
  g_free (state->section);
  state->section = g_steal_pointer (&section);
  state->kind = TEXT_NOTE;
  state->indicator = NO_INDICATOR;
}

gboolean
prose_is_scrap (const char *text)
{
  guint n_letters = 0, n_long = 0, length = 0;
  gboolean has_digit = FALSE;
  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      has_digit |= g_unichar_isdigit (c);
      if (g_unichar_isalpha (c))
        {
          length++;
          continue;
        }
      n_letters += length;
      n_long += length >= LONG_WORD ? length : 0;
      length = 0;
      if (c == 0)
        break;
    }
  return n_letters >= (has_digit ? MIN_LETTERS : 0) && n_long <= LONG_SHARE * n_letters;
}

/* Reads a paragraph, which may begin with a word that says what it is. */
static void
read_paragraph (const Reader *reader, const char *text, gsize n_bold, int page, ProseState *state)
{
  if (reader->words.is_of_image && prose_is_scrap (text))
    return;
  g_autofree char *lead = g_strndup (text, n_bold);
  const LexiconEntry *entry
      = n_bold > 0 ? vocabulary_find (reader->words.vocabulary, WORDS_PROSE, lead) : NULL;
  if (entry != NULL && entry->means != TEXT_DATA_NOTE)
    {
      state->kind = (TextKind) entry->means;
      add_text (reader, state, state->kind, page, text + n_bold + (text[n_bold] == ' '));
      return;
    }
  entry = vocabulary_find (reader->words.vocabulary, WORDS_PROSE, text);
  add_text (reader, state, entry != NULL ? (TextKind) entry->means : state->kind, page, text);
}

static gboolean
is_all_bold (const TextLine *line)
{
  return line->n_bold == line->n_bytes;
}

void
prose_read_lines (const Reader *reader, const Block *block, const Title *title, ProseState *state)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  gsize n_bold = 0;
  for (guint i = 0; i < block->n_lines; i++)
    {
      const TextLine *line = block->lines[i];
      const char *text = line->text;
      gboolean is_bold = is_all_bold (line);
      if (title != NULL && i >= title->first && i < title->first + title->n)
        continue;
      if (is_furniture (reader, text, is_bold && paragraph->len == 0, state))
        continue;
      if (is_bold && line->n_bytes <= MAX_HEADING && paragraph->len == 0)
        {
          read_heading (reader, text, state);
          continue;
        }
      if (paragraph->len == 0)
        n_bold = line->n_bold;
      g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? " " : "", text);
    }
  if (paragraph->len > 0 && !is_caption (reader, paragraph->str, state))
    read_paragraph (reader, paragraph->str, n_bold, block->page, state);
}

/* A number in a row of several cells is a figure whose table is not known; alone it is a page's. */
static gboolean
is_lost_figure (const Reader *reader, const GridRow *row, const GridCell *cell)
{
  return grid_row_n_filled (row) > 1 && cell_read (reader->cells, cell->text).has_value;
}

void
prose_read_grid (const Reader *reader, const Grid *grid, ProseState *state)
{
  for (guint i = 0; i < grid_n_rows (grid); i++)
    {
      GridRow *row = grid_row (grid, i);
      for (guint c = 0; c < grid_row_n_columns (row); c++)
        {
          GridCell *cell = grid_row_cell (row, c);
          if (cell == NULL || is_lost_figure (reader, row, cell))
            continue;
          cell->is_placed = TRUE;
          if (is_furniture (reader, cell->text, cell->is_bold, state))
            continue;
          if (cell->is_bold && cell->n_bytes <= MAX_HEADING)
            read_heading (reader, cell->text, state);
          else
            read_paragraph (reader, cell->text, 0, row->page, state);
        }
      reader_add_unplaced (reader, 0, NO_INDICATOR, row);
    }
}
