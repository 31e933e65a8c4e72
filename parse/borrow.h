/* parse/borrow.h - names that a table lost, taken from elsewhere in the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "parse/reader.h"

G_BEGIN_DECLS

/* Gives each indicator that has a reference but no name the name that another table prints for that
 * reference, if a figure of the two is the same, and says so. */
void borrow_names (const Reader *reader);

/* Completes each name that breaks off behind a word such as `of` or `a`, if one of @lines, say the
 * title of a chart, prints it whole, and says so. */
void borrow_endings (const Reader *reader, const char *const *lines);

G_END_DECLS
