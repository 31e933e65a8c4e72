/* emit/folder.h - a folder that is there whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It grows as a draft beside its place and is renamed at the end.  Nothing is ever removed but
 * files of a package, by name: what else stands in a folder stays, and is in the way.
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/* Tells whether the package in the folder at @path, all of whose files have names of a package's,
 * may be replaced. */
typedef gboolean (*FolderTest) (const char *path);

/* Tells whether a file of that name is one of a package's. */
typedef gboolean (*FolderFile) (const char *name);

typedef struct _Folder Folder;

/**
 * folder_begin:
 * @name: the folder, as the user named it
 * @may_hold: which files it may hold
 * @is_package: which folder of such files is an earlier package
 * @error: return location for a #RecountError
 *
 * Makes a draft in the folder that @name stands in.
 *
 * Returns: (transfer full): the draft; %NULL with %RECOUNT_ERROR_OUTPUT if @name is there and
 *   neither empty nor an earlier package, or if no draft can be made
 */
Folder *folder_begin (const char *name, FolderFile may_hold, FolderTest is_package, GError **error);

/* Return (transfer full): the path of a file in the draft, and what messages call it. */
char *folder_dup_path (const Folder *folder, const char *file);
char *folder_dup_shown (const Folder *folder, const char *file);

/**
 * folder_publish:
 * @folder: a draft that is complete
 * @error: return location for a #RecountError
 *
 * Renames the draft to its name; an earlier package moves aside for it and is then removed.
 *
 * Returns: %FALSE with %RECOUNT_ERROR_OUTPUT, all being as it was, if it cannot be renamed; and if
 *   the earlier package could not be removed, in which case the message says where it is now
 */
gboolean folder_publish (Folder *folder, GError **error);

/* Removes the draft, unless it was published. */
void folder_free (Folder *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)

G_END_DECLS
