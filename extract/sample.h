/* extract/sample.h - the few words of a page that tesseract reads, and what they say of its forms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/chunk.h"
#include "extract/form.h"

G_BEGIN_DECLS

/* Has some of @chunks (element-type Chunk) read, so that each form of the page is seen, and those
 * that occur often several times; the forms get votes.  Then it has those read that the forms leave
 * in doubt. */
void sample_read (GArray *chunks, const Picture *picture, const Hand *hand, Forms *forms);

G_END_DECLS
