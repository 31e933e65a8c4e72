/* extract/script.c - the words of a cairo script, without its text, fonts and images.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strings have no line ends (they are escaped) and base85 has no '~', so that memchr finds the ends
 * of what is passed by.
 */
#include "extract/script.h"

#include <string.h>

#include "extract/string_note.h"

#define MAX_WHOLE_DIGITS 9 /* what is farther away is on no page */

Script
script_open (const char *text, gsize n_bytes)
{
  const char *start = text == NULL ? "" : text;
  return (Script){ start, start + n_bytes };
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

static gboolean
is_delimiter (char c)
{
  return is_blank (c) || strchr ("[]<>(){}/%", c) != NULL; /* '\0' too */
}

/* Returns: where the line ends that @at is in, without the line end. */
static const char *
end_of_line (const char *at, const char *end)
{
  const char *stop = at < end ? memchr (at, '\n', (gsize) (end - at)) : NULL;
  return stop == NULL ? end : stop;
}

static gboolean
line_shows_glyphs (const char *line, const char *stop)
{
  static const char *const words[] = { " show-glyphs", " show-text-glyphs" };
  if (*line != '[' && *line != '(')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      if ((gsize) (stop - line) > length && memcmp (stop - length, words[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_with (const char *at, const char *end, const char *text)
{
  gsize length = strlen (text);
  return (gsize) (end - at) >= length && memcmp (at, text, length) == 0;
}

/* Returns: what a comment is to the reader; TOKEN_DATA if nothing. */
static TokenKind
kind_of_comment (const char *at, const char *end)
{
  return begins_with (at, end, "% " STRING_NOTE_AGAIN) ? TOKEN_STRING_AGAIN
         : begins_with (at, end, "% " STRING_NOTE)     ? TOKEN_STRING
         : begins_with (at, end, "% " STRING_NOTE_END) ? TOKEN_STRING_END
                                                       : TOKEN_DATA;
}

/* Passes by what no token is made of.  Returns: whether the next token begins a line. */
static gboolean
skip (Script *script)
{
  gboolean begins_line = FALSE;
  while (script->at < script->end && (*script->at == '%' || is_blank (*script->at)))
    if (*script->at == '%' && kind_of_comment (script->at, script->end) != TOKEN_DATA)
      break;
    else if (*script->at == '%')
      script->at = end_of_line (script->at, script->end);
    else
      begins_line = *script->at++ == '\n';
  return begins_line;
}

/* Returns: behind a string's closing parenthesis.  The writer escapes those within. */
static const char *
end_of_string (const char *at, const char *end)
{
  for (at++; at < end && *at != ')'; at++)
    if (*at == '\\' && at + 1 < end)
      at++;
  return at < end ? at + 1 : end;
}

/* Returns: behind the "~>" of base85 data. */
static const char *
end_of_base85 (const char *at, const char *end)
{
  const char *stop = end - at > 2 ? memchr (at + 2, '~', (gsize) (end - at) - 2) : NULL;
  return stop == NULL || end - stop < 2 ? end : stop + 2;
}

static gboolean
is_base85 (const char *at, const char *end)
{
  return *at == '<' && end - at > 1 && (at[1] == '~' || at[1] == '|');
}

/* Returns: behind the brace that closes the one at @at: the drawing of a glyph of a font without
 * outlines. */
static const char *
end_of_procedure (const char *at, const char *end)
{
  for (guint depth = 0; at < end;)
    if (*at == '(')
      at = end_of_string (at, end);
    else if (is_base85 (at, end))
      at = end_of_base85 (at, end);
    else
      {
        depth += *at == '{';
        depth -= *at == '}';
        at++;
        if (depth == 0)
          break;
      }
  return at;
}

/* Reads a plain decimal, as the writer's numbers all are, from all of a word.
 *
 * Returns: whether the word is a number. */
static gboolean
read_number (const char *at, const char *end, double *number)
{
  gboolean is_negative = *at == '-', has_digit = FALSE, has_point = FALSE;
  double value = 0, unit = 1;
  for (at += is_negative; at < end; at++)
    if (g_ascii_isdigit (*at))
      {
        has_digit = TRUE;
        value = MIN (value * 10 + (*at - '0'), 1e300);
        unit = has_point ? MIN (unit * 10, 1e300) : unit;
      }
    else if (*at == '.' && !has_point)
      has_point = TRUE;
    else
      return FALSE;
  value = MIN (value / unit, SCRIPT_MAX_NUMBER);
  *number = is_negative ? -value : value;
  return has_digit;
}

static Token
read_word (Script *script)
{
  const char *start = script->at, *at = start, *end = script->end;
  while (at < end && *at == '/')
    at++;
  gboolean is_name = at > start;
  while (at < end && !is_delimiter (*at))
    at++;
  at += at == start; /* a stray delimiter is a word that no one knows */
  script->at = at;
  Token token = { is_name ? TOKEN_NAME : TOKEN_WORD, start, (gsize) (at - start), 0 };
  if (!is_name && read_number (start, at, &token.number))
    token.kind = TOKEN_NUMBER;
  return token;
}

static Token
take (Script *script, TokenKind kind, const char *stop)
{
  Token token = { kind, script->at, (gsize) (stop - script->at), 0 };
  script->at = stop;
  return token;
}

Token
script_next (Script *script)
{
  gboolean begins_line = skip (script);
  const char *at = script->at, *end = script->end;
  if (at == end)
    return take (script, TOKEN_END, end);

  if (*at == '%')
    return take (script, kind_of_comment (at, end), end_of_line (at, end));
  if (begins_line && (*at == '[' || *at == '('))
    {
      const char *stop = end_of_line (at, end);
      if (line_shows_glyphs (at, stop))
        return take (script, TOKEN_GLYPHS, stop);
    }

  gboolean is_twin = end - at > 1 && at[1] == *at;
  if (is_base85 (at, end))
    return take (script, TOKEN_DATA, end_of_base85 (at, end));
  if (*at == '(')
    return take (script, TOKEN_DATA, end_of_string (at, end));
  if (*at == '{')
    return take (script, TOKEN_DATA, end_of_procedure (at, end));
  if (*at == '[' || (*at == '<' && is_twin))
    return take (script, TOKEN_OPEN, at + (*at == '[' ? 1 : 2));
  if (*at == ']' || (*at == '>' && is_twin))
    return take (script, TOKEN_CLOSE, at + (*at == ']' ? 1 : 2));
  return read_word (script);
}

/* Reads a number up to a blank.  Returns: what is behind it; NULL if it is none. */
static const char *
take_number (const char *at, const char *end, double *number)
{
  const char *stop = at;
  while (stop < end && !is_delimiter (*stop))
    stop++;
  return stop > at && read_number (at, stop, number) ? stop + 1 : NULL;
}

/* Reads the digits of a whole number up to a blank.  Returns: what is behind it; NULL if there are
 * none, or too many. */
static const char *
take_whole (const char *at, const char *end, double *number)
{
  gboolean is_negative = at < end && *at == '-';
  const char *first = at + is_negative;
  int value = 0;
  for (at = first; at < end && g_ascii_isdigit (*at) && at < first + MAX_WHOLE_DIGITS; at++)
    value = value * 10 + (*at - '0');
  *number = is_negative ? -value : value;
  return at > first && (at == end || *at == ' ') ? at + 1 : NULL;
}

static gboolean
read_note (const Token *token, double *x, double *y)
{
  const char *end = token->text + token->length;
  const char *begin = token->kind == TOKEN_STRING ? "% " STRING_NOTE : "% " STRING_NOTE_AGAIN;
  const char *at = take_whole (token->text + strlen (begin), end, x);
  if (at == NULL || at >= end || take_whole (at, end, y) == NULL)
    return FALSE;
  *x /= STRING_NOTE_PARTS;
  *y /= STRING_NOTE_PARTS;
  return TRUE;
}

gboolean
token_read_origin (const Token *token, double *x, double *y)
{
  if (token->kind == TOKEN_STRING || token->kind == TOKEN_STRING_AGAIN)
    return read_note (token, x, y);
  const char *at = token->text, *end = at + token->length;
  if (at < end && *at == '(') /* the text that the glyphs stand for */
    at = end_of_string (at, end);
  while (at < end && *at == ' ')
    at++;
  if (at == end || *at != '[')
    return FALSE;
  at = take_number (at + 1, end, x);
  return at != NULL && at < end && take_number (at, end, y) != NULL;
}

gboolean
token_is (const Token *token, const char *text)
{
  return strlen (text) == token->length && memcmp (text, token->text, token->length) == 0;
}
