/* extract/letter.h - the characters of a strip, as its blobs' forms and its words' readings say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/chunk.h"
#include "extract/form.h"

G_BEGIN_DECLS

/* In units of the type's size, in most fonts. */
#define LETTER_TALL 0.72 /* capitals, figures and letters as b */
#define LETTER_LOW 0.53  /* letters as x */

typedef struct
{
  gunichar c;         /* U+FFFD if nobody knows */
  double doubt;       /* 0 to 1 */
  double u0, u1;      /* along the line, pixels; of several characters in one blob, each a part */
  int v0, v1;         /* across it, as the blob */
  double solid;       /* the share of the blob's box that is ink */
  gboolean is_single; /* whether it is all of its blob */
} Letter;

/* Appends to @letters (element-type Letter) the chunk's characters.  Where it was read as well,
 * what both say is surer, and of what they contradict each other in, the surer is taken and is
 * doubtful.
 */
void letters_append (GArray *letters, const Chunk *chunk, const Forms *forms);

/* Returns: the size of the strip's type in pixels, by the heights of its letters; 0 if none tells.
 */
double letters_size (const GArray *letters);

/* Returns: from figure to figure of one number, by their height, as most of the page's strips have
 * it (element-type GArray of Letter); 0 if there are too few. */
double letters_pitch (const GPtrArray *strips);

/* Lets each letter reach as far as the next one of its word, of type of that size: what is left
 * between two letters is a blank.  Figures that stand as @pitch says (0: unknown) are not parted.
 */
void letters_join (GArray *letters, double size, double pitch);

G_END_DECLS
