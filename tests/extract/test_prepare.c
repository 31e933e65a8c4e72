/* tests/extract/test_prepare.c - what many inputs need beside their bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/extract.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test (prepare, folders_are_of_fonts_and_of_tables_and_none_is_all_there_is)
{
  extract_prepare (1);
  g_auto (GStrv) folders = extract_folders ();
  guint n_fonts = 0, n_tables = 0;
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *tables = g_build_filename (folders[i], "cidToUnicode", NULL);
      cr_expect_neq (folders[i][0], '\0');
      cr_expect_str_neq (folders[i], "/");
      n_fonts += strstr (folders[i], "fonts") != NULL;
      n_tables += g_file_test (tables, G_FILE_TEST_IS_DIR);
    }
  cr_expect_gt (n_fonts, 0);
  cr_expect_eq (n_tables, 1);
}
