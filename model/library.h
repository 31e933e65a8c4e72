/* model/library.h - libraries that few commands need, loaded when one does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reads scans, archives or a server's store brings some thirty libraries with it: half of the
 * time that the program takes to start, and 10 MB.  Who has text or PDFs to read does not pay that.
 *
 * A library's own header lists the functions that are used of it, as a macro, from which the
 * members of a table of pointers and their names are made.
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/* Loads the library of that file name, unless the first of @functions is there already, and finds
 * its @n_functions functions of the @names; they stay for good.  @functions is a struct of as many
 * pointers to functions, in that order.
 *
 * Returns: FALSE with RECOUNT_ERROR_UNREADABLE if it is not installed, or lacks one of them. */
gboolean library_load (const char *file, const char *const *names, gsize n_functions,
                       void *functions, GError **error);

G_END_DECLS
