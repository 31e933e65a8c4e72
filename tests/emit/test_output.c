/* tests/emit/test_output.c - tests emit/output.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/output.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tests/emit/sample.h"

/* FIPS 180-2's example: "abc". */
#define SHA256_OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

Test (output, tells_length_and_checksum_of_what_it_wrote)
{
  g_autofree char *folder = sample_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autoptr (GError) error = NULL;
  Output *output = output_open (path, "a.csv", &error);
  output_write (output, "ab", 2);
  output_write (output, "c", 1);
  OutputSum sum;
  cr_expect (output_close (output, &sum, &error));

  g_autofree char *text = NULL;
  cr_expect (g_file_get_contents (path, &text, NULL, NULL));
  cr_expect_str_eq (text, "abc");
  cr_expect_eq (sum.n_bytes, 3);
  cr_expect_str_eq (sum.sha256, SHA256_OF_ABC);
  sample_remove_folder (folder);
}

Test (output, a_file_that_cannot_be_made_is_named)
{
  g_autoptr (GError) error = NULL;
  cr_expect_null (output_open ("/nowhere/a.csv", "out/a.csv", &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUTPUT));
  cr_expect (g_str_has_prefix (error->message, "out/a.csv: cannot be made: "));
}

Test (output, a_full_disk_shows_when_the_file_is_closed)
{
  if (g_access ("/dev/full", W_OK) != 0)
    cr_skip ("there is no /dev/full here");

  g_autoptr (GError) error = NULL;
  Output *output = output_open ("/dev/full", "out/a.csv", &error);
  output_write (output, "abc", 3);
  cr_expect_not (output_close (output, NULL, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUTPUT));
  cr_expect (g_str_has_prefix (error->message, "out/a.csv: cannot be written: "));
}
