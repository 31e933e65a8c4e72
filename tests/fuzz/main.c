/* tests/fuzz/main.c - runs a fuzzer over files, where libFuzzer is not at hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "tests/fuzz/fuzz.h"

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = NULL;
      gsize n_bytes = 0;
      if (!g_file_get_contents (argv[i], &bytes, &n_bytes, &error))
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
      LLVMFuzzerTestOneInput ((const guint8 *) bytes, n_bytes);
    }
  return 0;
}
