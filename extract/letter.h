/* extract/letter.h - the characters of a strip, as its blobs' forms say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

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
  gboolean is_single; /* whether it is all of its blob */
} Letter;

/* Returns (transfer full) (element-type Letter): the strip's characters. */
GArray *letters_of (const Strip *strip, const Forms *forms);

/* Returns: the size of the strip's type in pixels, by the heights of its letters; 0 if none tells.
 */
double letters_size (const GArray *letters);

G_END_DECLS
