/* batch/landlock.c - the folders that a process may read files of, as the kernel's Landlock keeps
 * it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* syscall() and O_PATH are no POSIX */
#include "batch/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The rights of the first Landlock, which all have. */
#define FIRST_RIGHTS ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)
#define READING (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)

static void
add_folder (int ruleset, const char *path)
{
  int folder = open (path, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0)
    return;
  const struct landlock_path_beneath_attr rule = { READING, folder };
  syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close (folder);
}

int
landlock_new (char *const *folders)
{
  const struct landlock_ruleset_attr attributes = { .handled_access_fs = FIRST_RIGHTS };
  int ruleset = (int) syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  for (char *const *folder = folders; ruleset >= 0 && *folder != NULL; folder++)
    add_folder (ruleset, *folder);
  return ruleset;
}

gboolean
landlock_enter (int ruleset)
{
  return ruleset < 0 || syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
}
