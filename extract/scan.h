/* extract/scan.h - plates to words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "extract/plate.h"

G_BEGIN_DECLS

/* What is known of a document's characters after some of its pages. */
typedef struct _Scanner Scanner;

/* Returns (transfer full): a scanner for one document. */
Scanner *scanner_new (void);
void scanner_free (Scanner *scanner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scanner, scanner_free)

/* Appends to the page of the document's next @plate the words of its picture, which @hand reads
 * some of.  Of a picture that shows something else than print, as a photograph, there are neither
 * words nor rules nor fills. */
void scanner_read (Scanner *scanner, const Plate *plate, const Hand *hand);

G_END_DECLS
