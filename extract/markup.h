/* extract/markup.h - takes HTML and Markdown mark-up off a line of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is open at the end of a field and goes on in the next one of the line. */
typedef struct
{
  gboolean is_bold, is_italic;
} MarkupState;

typedef struct
{
  int column; /* of the character in the marked-up text, from 0 */
  gboolean is_bold;
} MarkupPlace;

/* Plain text, and for each of its characters the place it came from. */
typedef struct
{
  char *text;          /* owned; UTF-8 */
  MarkupPlace *places; /* owned */
  guint length;        /* characters */
} MarkupText;

void markup_text_free (MarkupText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarkupText, markup_text_free)

/* Returns (transfer full): @text (UTF-8, @n_bytes of one line) without <b>, <i> and their like,
 * `**`, `*...*` around the whole, and the backslash of `\_`; @at_line_start also takes `## ` off,
 * which makes the line bold. */
MarkupText *markup_strip (const char *text, gsize n_bytes, gboolean at_line_start,
                          MarkupState *state);

G_END_DECLS
