/* tests/check/press.h - several small reports of one authority, one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tests/check/sheet.h"

G_BEGIN_DECLS

/* Moves all that @sheet is about by so many months. */
void press_move (Sheet *sheet, int months);

/* Holds @second against @first.  Returns: how many findings of @rule it has then. */
guint press_compare (Sheet *first, Sheet *second, const char *rule);

/* Returns: the same of two reports of one row each, of 2016-11 and of the month @later months
 * later; months are printed as sheet_add_row() reads them. */
guint press_compare_rows (Unit unit, const char *first, const char *second, int later,
                          const char *rule);

G_END_DECLS
