/* extract/reader.h - tesseract, which reads a line of text off its picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/picture.h"

G_BEGIN_DECLS

/* Owns the library's handle; not to be used by two threads at once. */
typedef struct _Reader Reader;

#define SYMBOL_BYTES 8

/* A character that tesseract saw. */
typedef struct
{
  char text[SYMBOL_BYTES]; /* UTF-8 */
  int x0, x1;              /* pixels of the line's picture, roughly */
  double confidence;       /* 0 to 1, tesseract's own */
} Symbol;

/* Loads the models of the next @n readers, READER_MOST_PREPARED at most, so that processes forked
 * from this one share them and need no file for them. */
#define READER_MOST_PREPARED 4 /* more hardly read one document faster */
void reader_prepare (guint n);

/* Returns (transfer full): a reader of English; NULL with %RECOUNT_ERROR_UNREADABLE if its model is
 * not installed. */
Reader *reader_new (GError **error);
void reader_free (Reader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_free)

/* Returns (transfer full) (element-type Symbol): the characters of @line, 8 bits, a picture of one
 * line of text; blanks are left out. */
GArray *reader_read (Reader *reader, PIX *line);

G_END_DECLS
