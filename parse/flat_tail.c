/* parse/flat_tail.c - the figures of a row of flattened text, put under their columns by grammar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/flat_tail.h"

#include <string.h>

#define N_BENCHMARKS 3
#define N_CHANGES 2

static void
flat_token_clear (FlatToken *token)
{
  g_free (token->text);
  g_free (token->core);
}

const FlatToken *
flat_token (const GArray *tokens, guint i)
{
  return &g_array_index (tokens, FlatToken, i);
}

/* What a drawn border or a broken glyph leaves at the ends of a cell. */
static const char *const opening[]
    = { "|",        "[",       "(", "{", "'", "\"", "=", ".", ":", "\xE2\x80\x9C", "\xE2\x80\x98",
        "\xC2\xBB", "\xC2\xAB" };
static const char *const closing[]
    = { "|", "]", ")", "}", "'", ",", "\"", ";", "\xE2\x80\x9D", "\xE2\x80\x99" };

/* Returns: how many bytes of border begin @text, leaving something. */
static gsize
opening_length (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (opening); i++)
    if (g_str_has_prefix (text, opening[i]) && text[strlen (opening[i])] != '\0')
      return strlen (opening[i]);
  return 0;
}

static gsize
closing_length (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (closing); i++)
    if (g_str_has_suffix (text, closing[i]) && strlen (text) > strlen (closing[i]))
      return strlen (closing[i]);
  return 0;
}

static char *
take_core (const char *text)
{
  for (gsize n = opening_length (text); n > 0; n = opening_length (text))
    text += n;
  char *core = g_strdup (text);
  for (gsize n = closing_length (core); n > 0; n = closing_length (core))
    core[strlen (core) - n] = '\0';
  char *percent = strchr (core, '%'); /* `15%7`: what stands behind it is border too */
  if (percent != NULL && g_ascii_isdigit (core[0]))
    percent[1] = '\0';
  return core;
}

/* `o1`: a number does not begin with a nought, so the letter is what is left of a 9. */
static void
mend_digit (char *core)
{
  gsize length = strlen (core);
  if (length > 1 && (core[0] == 'o' || core[0] == 'O')
      && strspn (core + 1, "0123456789") == length - 1)
    core[0] = '9';
}

GArray *
flat_tokens (const Reader *reader, const char *line, const Box *box)
{
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (FlatToken));
  g_array_set_clear_func (tokens, (GDestroyNotify) flat_token_clear);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  double x = box->x0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      double width = (double) g_utf8_strlen (words[i], -1);
      FlatToken token = { .text = g_strdup (words[i]), .core = take_core (words[i]) };
      token.box = (Box){ x, box->y0, x + width, box->y1 };
      mend_digit (token.core);
      token.reading = cell_read (reader->cells, token.core);
      g_array_append_val (tokens, token);
      x += width + 1;
    }
  return tokens;
}

static gboolean
is_number (const FlatToken *token)
{
  return token->reading.looks == LOOKS_NUMBER || token->reading.looks == LOOKS_PERCENT;
}

static gboolean
is_border (const FlatToken *token)
{
  return strspn (token->text, "|'`,.\"") == strlen (token->text);
}

guint
flat_nth_number (const GArray *tokens, guint from, guint k)
{
  guint i = from;
  while (i < tokens->len && (!is_number (flat_token (tokens, i)) || k-- > 0))
    i++;
  return i;
}

/* Whether @n numbers stand beside each other from @start on, with at most bars between them. */
static gboolean
is_run (const GArray *tokens, guint start, guint n, gboolean must_agree)
{
  gboolean is_percent = flat_token (tokens, start)->reading.is_percent;
  guint found = 0;
  for (guint i = start; i < tokens->len && found < n; i++)
    {
      const FlatToken *token = flat_token (tokens, i);
      if (is_number (token) && (!must_agree || token->reading.is_percent == is_percent))
        found++;
      else if (found == 0 || strspn (token->text, "|") < strlen (token->text))
        return FALSE;
    }
  return found == n;
}

int
flat_find_months (const GArray *tokens, guint n)
{
  for (int must_agree = TRUE; must_agree >= FALSE; must_agree--)
    for (guint start = 0; start < tokens->len; start++)
      if (is_run (tokens, start, n, must_agree))
        return (int) start;
  return -1;
}

/* ---- average and maximum ---- */

static double
approximate (Decimal value)
{
  double scaled = (double) value.mantissa;
  for (int i = 0; i < value.scale; i++)
    scaled /= 10;
  return scaled;
}

/* Whether @mean can be the average of twelve values of which the months are some and none is
 * above @max.  Only a way to tell columns apart, with room for rounding; check/ does the proofs. */
static gboolean
can_be_mean (const FlatMonths *months, Decimal mean, Decimal max)
{
  double highest = approximate (max) + 1;
  double most = (approximate (months->sum) + (12.0 - months->n_months) * highest) / 12 + 1;
  double least = approximate (months->sum) / 12 - 1;
  return approximate (mean) <= most && approximate (mean) >= least;
}

static gboolean
is_mean_and_max (const FlatMonths *months, const FlatToken *mean, const FlatToken *max)
{
  return is_number (mean) && is_number (max) && mean->reading.is_percent == months->is_percent
         && max->reading.is_percent == months->is_percent && mean->reading.value.mantissa >= 0
         && decimal_compare (mean->reading.value, max->reading.value) <= 0
         && decimal_compare (max->reading.value, months->max) >= 0
         && can_be_mean (months, mean->reading.value, max->reading.value);
}

static gboolean
find_mean (const GArray *tokens, guint first, guint end, const FlatMonths *months, guint *mean,
           guint *max)
{
  for (guint i = first; i < end; i++)
    {
      guint next = i + 1;
      while (next < end && is_border (flat_token (tokens, next)))
        next++;
      if (next < end && is_mean_and_max (months, flat_token (tokens, i), flat_token (tokens, next)))
        {
          *mean = i;
          *max = next;
          return TRUE;
        }
    }
  return FALSE;
}

/* ---- where the commentary begins ---- */

/* A word of three letters or more in small letters, or one that begins with a capital. */
static gboolean
is_word (const FlatToken *token)
{
  gsize n_letters = 0;
  if (token->reading.looks == LOOKS_MARK)
    return FALSE;
  for (const char *at = token->core; *at != '\0'; at = g_utf8_next_char (at))
    n_letters += g_unichar_isalpha (g_utf8_get_char (at)) != 0;
  return n_letters >= 3 && g_ascii_islower (token->core[1]);
}

/* `a`, `of`, `it` before a longer word belong to it. */
static gboolean
is_small_word (const FlatToken *token)
{
  const char *text = token->text;
  return g_str_equal (text, "a")
         || (g_ascii_islower (text[0]) && g_ascii_islower (text[1]) && text[2] == '\0');
}

static guint
find_end (const GArray *tokens, guint first)
{
  guint end = first;
  while (end < tokens->len && !is_word (flat_token (tokens, end)))
    end++;
  while (end > first && end < tokens->len && is_small_word (flat_token (tokens, end - 1)))
    end--;
  return end;
}

/* ---- the cells ---- */

static FlatCell *
add_cell (GArray *cells, Role role, guint number, guint first, guint n)
{
  FlatCell cell = { .role = role, .number = number, .first = first, .n = n };
  g_array_append_val (cells, cell);
  return &g_array_index (cells, FlatCell, cells->len - 1);
}

static const LexiconEntry *
noise_of (const Reader *reader, const FlatToken *token)
{
  return vocabulary_find (reader->words.vocabulary, WORDS_NOISE, token->text);
}

/* A triangle's wreckage is one letter or two, perhaps between bars; it tells up or down. */
static gboolean
is_triangle (const Reader *reader, const FlatToken *token)
{
  const LexiconEntry *noise = noise_of (reader, token);
  const char *letters = token->text + strspn (token->text, "|.,");
  gsize n = 0;
  while (g_ascii_isalpha (letters[n]))
    n++;
  return noise != NULL && (noise->means == DIRECTION_UP || noise->means == DIRECTION_DOWN) && n > 0
         && strspn (letters + n, "|.,") == strlen (letters + n);
}

/* What an arrow left at the beginning of the figure's own token tells: `|=..-7%`. */
static Direction
direction_within (const Reader *reader, const FlatToken *token)
{
  const char *core = strstr (token->text, token->core);
  g_autofree char *before
      = core == NULL ? g_strdup ("") : g_strndup (token->text, (gsize) (core - token->text));
  const LexiconEntry *noise = vocabulary_find (reader->words.vocabulary, WORDS_NOISE, before);
  return before[0] == '\0' || noise == NULL ? DIRECTION_NONE : (Direction) noise->means;
}

/* An arrow's wreckage on the way to its figure. */
typedef struct
{
  guint first, n;
  gboolean is_arrow; /* whether the lexicon knows it */
  Direction direction;
} Pending;

static void
add_change (GArray *cells, const Pending *pending, guint token, gboolean has_token)
{
  if (cells->len >= N_CHANGES)
    return;
  guint first = pending->n > 0 ? pending->first : token;
  FlatCell *cell = add_cell (cells, ROLE_CHANGE, cells->len, first,
                             has_token ? token - first + 1 : pending->n);
  cell->has_token = has_token;
  cell->token = token;
  cell->direction = pending->direction;
}

/* Takes a token without a value of its own as a part of the change to come. */
static void
gather (GArray *cells, const GArray *tokens, guint at, const LexiconEntry *noise, Pending *pending)
{
  if (pending->n > 0 && noise != NULL
      && (pending->is_arrow || is_number (flat_token (tokens, pending->first))))
    {
      add_change (cells, pending, at, FALSE);
      *pending = (Pending){ 0 };
    }
  if (pending->n == 0)
    pending->first = at;
  pending->n = at - pending->first + 1;
  if (noise != NULL)
    {
      pending->is_arrow = TRUE;
      pending->direction = (Direction) noise->means;
    }
}

/* Reads what stands between the months and the average: two changes and a triangle. */
static void
read_changes (const Reader *reader, const GArray *tokens, guint first, guint end, GArray *cells)
{
  Pending pending = { 0 };
  gboolean has_triangle = FALSE;
  for (guint i = first; i < end; i++)
    {
      const FlatToken *token = flat_token (tokens, i);
      const LexiconEntry *noise = noise_of (reader, token);
      gboolean is_value
          = token->reading.looks == LOOKS_PERCENT || token->reading.status == STATUS_NOT_APPLICABLE;
      if (!has_triangle && is_triangle (reader, token))
        {
          if (pending.is_arrow)
            add_change (cells, &pending, i, FALSE);
          pending = (Pending){ 0 };
          FlatCell *cell = add_cell (cells, ROLE_DOT, 0, i, 1);
          cell->direction = (Direction) noise->means;
          has_triangle = TRUE;
        }
      else if (is_value)
        {
          if (pending.direction == DIRECTION_NONE)
            pending.direction = direction_within (reader, token);
          add_change (cells, &pending, i, TRUE);
          pending = (Pending){ 0 };
        }
      else if (!is_border (token))
        gather (cells, tokens, i, noise, &pending);
    }
  if (pending.n > 0 && !has_triangle)
    add_change (cells, &pending, end, FALSE);
}

static void
add_value (GArray *cells, Role role, guint number, guint token)
{
  FlatCell *cell = add_cell (cells, role, number, token, 1);
  cell->has_token = TRUE;
  cell->token = token;
}

/* Whether the @k-th of the tokens behind the maximum is a target although benchmarks may be left:
 * something still to be set, or a number behind a dash behind a number, for benchmarks are printed
 * all or none. */
static gboolean
is_early_target (const GArray *tokens, const guint *found, guint k)
{
  const FlatToken *token = flat_token (tokens, found[k]);
  if (token->reading.status == STATUS_PENDING)
    return TRUE;
  return k >= 2 && is_number (token) && !is_number (flat_token (tokens, found[k - 1]))
         && is_number (flat_token (tokens, found[k - 2]));
}

/* Reads what stands behind the maximum.  Four cells of which the first is no number begin with
 * the table's inner border. */
static void
read_benchmarks (const GArray *tokens, guint first, guint end, guint n_targets, GArray *cells)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = first; i < end; i++)
    if (!is_border (flat_token (tokens, i)))
      g_array_append_val (found, i);
  const guint *at = (const guint *) (const void *) found->data;
  guint n = found->len, k = 0;
  if (n > N_BENCHMARKS && !is_number (flat_token (tokens, at[0])))
    k++;
  for (guint number = 0; k < n && number < N_BENCHMARKS; k++, number++)
    {
      if (is_early_target (tokens, at, k))
        break;
      add_value (cells, ROLE_BENCHMARK, number, at[k]);
    }
  /* targets are set year by year: what is printed are the last ones */
  for (guint left = MIN (n - k, n_targets); left > 0; left--, k++)
    add_value (cells, ROLE_TARGET, n_targets - left, at[k]);
}

/* Without an average, a number behind the changes is a target. */
static void
read_lone_target (const GArray *tokens, guint first, guint end, guint n_targets, GArray *cells)
{
  guint last = end;
  for (guint i = first; i < end; i++)
    if (flat_token (tokens, i)->reading.looks == LOOKS_NUMBER)
      last = i;
  if (last < end && n_targets > 0)
    add_value (cells, ROLE_TARGET, n_targets - 1, last);
}

GArray *
flat_read_tail (const Reader *reader, const GArray *tokens, guint first, const FlatMonths *months,
                guint n_targets, guint *end)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (FlatCell));
  guint mean = 0, max = 0;
  *end = find_end (tokens, first);
  if (!find_mean (tokens, first, *end, months, &mean, &max))
    {
      read_changes (reader, tokens, first, *end, cells);
      read_lone_target (tokens, first, *end, n_targets, cells);
      return cells;
    }

  read_changes (reader, tokens, first, mean, cells);
  add_value (cells, ROLE_MEAN_12M, 0, mean);
  add_value (cells, ROLE_MAX_12M, 0, max);
  read_benchmarks (tokens, max + 1, *end, n_targets, cells);
  return cells;
}

guint
flat_behind_words (const GArray *tokens)
{
  guint at = tokens->len;
  while (at > 0 && !is_word (flat_token (tokens, at - 1)))
    at--;
  return at;
}

GArray *
flat_read_wreckage (const Reader *reader, const GArray *tokens)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (FlatCell));
  read_changes (reader, tokens, flat_behind_words (tokens), tokens->len, cells);
  return cells;
}

guint
flat_find_dashes (const GArray *tokens, guint *n)
{
  for (guint first = 0; first < tokens->len; first++)
    {
      *n = 0;
      while (first + *n < tokens->len
             && flat_token (tokens, first + *n)->reading.status == STATUS_MISSING)
        (*n)++;
      if (*n >= 2)
        return first;
    }
  *n = 0;
  return tokens->len;
}
