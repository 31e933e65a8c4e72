/* extract/sample.h - the few words of a page that tesseract reads, and what they say of its forms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/form.h"
#include "extract/reader.h"

G_BEGIN_DECLS

/* Has words of @strips (element-type Strip) read, so that each form of the page is seen, and those
 * that occur often several times; the forms get votes. */
void sample_read (Reader *reader, const Picture *picture, const GArray *strips, Forms *forms);

G_END_DECLS
