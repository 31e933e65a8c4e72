/* extract/script.h - the words of a cairo script, without its text, fonts and images.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language is the one that the script surface of cairo 1.16 writes in ASCII mode: operands
 * first, then a word, as in PostScript.  All but a few percent of a page's script is glyphs, fonts
 * and images; they are passed by without a look at what they are made of.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TOKEN_END,
  TOKEN_NUMBER,
  TOKEN_NAME,   /* /width or //OVER, slashes included */
  TOKEN_WORD,   /* fill+ */
  TOKEN_OPEN,   /* [ or << */
  TOKEN_CLOSE,  /* ] or >> */
  TOKEN_GLYPHS, /* a whole statement that shows glyphs */
  TOKEN_STRING, /* a note in place of one (extract/string_note.h) */
  TOKEN_STRING_AGAIN,
  TOKEN_STRING_END,
  TOKEN_DATA, /* (a string), <~base85~>, <|compressed base85~> or { a procedure } */
} TokenKind;

typedef struct
{
  TokenKind kind;
  const char *text; /* borrowed from the script, not terminated */
  gsize length;     /* bytes */
  double number;    /* of a TOKEN_NUMBER, within SCRIPT_MAX_NUMBER of 0; else 0 */
} Token;

#define SCRIPT_MAX_NUMBER 1e9

typedef struct
{
  const char *at, *end; /* borrowed */
} Script;

/* Returns: a reader of @n_bytes of @text, which must outlive it and may be NULL if it has none. Any
 * bytes will do; what is open at the end ends there. */
Script script_open (const char *text, gsize n_bytes);

/* Returns: the next token.  Comments are none, but for notes of strings; a statement that shows
 * glyphs and takes up a line is one token. */
Token script_next (Script *script);

/* Reads where the first glyph of a TOKEN_GLYPHS stands, with the matrix at hand, or of a
 * TOKEN_STRING or TOKEN_STRING_AGAIN, on its surface.  Returns: whether it says so. */
gboolean token_read_origin (const Token *token, double *x, double *y);

/* Returns: whether the token is written like that. */
gboolean token_is (const Token *token, const char *text);

G_END_DECLS
