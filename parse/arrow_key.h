/* parse/arrow_key.h - the key to a report's arrows: how large a change has one?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In: the lines of a document ("Increase 10% or more ↑").  Out: the report's threshold, and a
 * warning if the key's half for rises and that for falls contradict each other.
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

typedef struct _ArrowKeyReader ArrowKeyReader;

ArrowKeyReader *arrow_key_reader_new (void);
void arrow_key_reader_free (ArrowKeyReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrowKeyReader, arrow_key_reader_free)

/* Sets the arrow threshold of @report to that of the first key among @lines, which NULL ends; 0 if
 * there is none. */
void arrow_key_read (ArrowKeyReader *reader, const char *const *lines, Report *report);

G_END_DECLS
