/* batch/landlock.h - the folders that a process may read files of, as the kernel's Landlock keeps
 * it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: a file descriptor of rules that leave nothing of the file system but reading below the
 * @folders that are there; -1 if the kernel has no Landlock. */
int landlock_new (char *const *folders);

/* Puts the calling process and its children under the rules, which needs PR_SET_NO_NEW_PRIVS; none
 * if @ruleset is -1.  Returns: whether the kernel has done so. */
gboolean landlock_enter (int ruleset);

G_END_DECLS
