/* tests/batch/test_kind.c - tests of batch/kind.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/kind.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

typedef struct
{
  char name[24], bytes[24];
  int kind;
} KindCase;

ParameterizedTestParameters (kind, is_told_by_the_name_and_else_by_the_bytes)
{
  static KindCase cases[] = {
    { "a.pdf", "", KIND_REPORT },
    { "A.PDF", "nonsense", KIND_REPORT },
    { "a.b.txt", "", KIND_REPORT },
    { "a.md", "", KIND_REPORT },
    { "scan.TIFF", "", KIND_REPORT },
    { "a.zip", "", KIND_ARCHIVE },
    { "a.tar", "", KIND_ARCHIVE },
    { "a.tar.gz", "", KIND_ARCHIVE },
    { "a.TGZ", "", KIND_ARCHIVE },
    { "a.zip", "%PDF-1.4", KIND_ARCHIVE },
    { "a.gz", "", KIND_OTHER },
    { "a.docx", "PK", KIND_OTHER },
    { "a.csv", "a,b", KIND_OTHER },
    { "pdf", "", KIND_OTHER },
    { "report", "%PDF-1.7", KIND_REPORT },
    { "report.bin", "\n\n%PDF-1.7", KIND_REPORT },
  };
  return cr_make_param_array (KindCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (KindCase *expected, kind, is_told_by_the_name_and_else_by_the_bytes)
{
  cr_expect_eq ((int) kind_of (expected->name, expected->bytes, strlen (expected->bytes)),
                expected->kind, "%s", expected->name);
  cr_expect_eq (kind_is_archive (expected->name), expected->kind == KIND_ARCHIVE, "%s",
                expected->name);
}
