/* model/library.c - libraries that few commands need, loaded when one does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/library.h"

#include <dlfcn.h>

static gboolean
fail (const char *file, GError **error)
{
  const char *reason = dlerror ();
  return recount_fail (error, RECOUNT_ERROR_UNREADABLE, NULL, "the library %s cannot be used: %s",
                       file, reason != NULL ? reason : "nobody knows why");
}

gboolean
library_load (const char *file, const char *const *names, gsize n_functions, void *functions,
              GError **error)
{
  void **members = functions; /* POSIX has pointers to functions and to data alike */
  if (members[0] != NULL)
    return TRUE;
  void *library = dlopen (file, RTLD_LAZY);
  for (gsize i = n_functions; library != NULL && i-- > 0;) /* the first is the last to be there */
    {
      members[i] = dlsym (library, names[i]);
      if (members[i] == NULL)
        return fail (file, error);
    }
  return library != NULL || fail (file, error);
}
