/* tests/model/test_library.c - libraries that few commands need.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/library.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

typedef struct
{
  double (*square_root) (double x);
  double (*cube_root) (double x);
} Roots;

Test (library, its_functions_are_found_by_their_names)
{
  static const char *const names[] = { "sqrt", "cbrt" };
  g_autoptr (GError) error = NULL;
  Roots roots = { NULL, NULL };
  cr_assert (library_load ("libm.so.6", names, 2, &roots, &error));
  cr_expect_eq (roots.square_root (9), 3);
  cr_expect_float_eq (roots.cube_root (27), 3, 1e-9);
}

static double
nine (double x)
{
  return x + 9;
}

Test (library, what_is_loaded_is_not_loaded_again)
{
  static const char *const names[] = { "sqrt", "cbrt" };
  Roots roots = { nine, nine };
  cr_assert (library_load ("libnowhere.so.6", names, 2, &roots, NULL));
  cr_expect_eq (roots.square_root (1), 10);
}

static void
assert_failure (const char *file, const char *second, const char *reason)
{
  const char *const names[] = { "sqrt", second };
  g_autoptr (GError) error = NULL;
  Roots roots = { NULL, NULL };
  cr_assert_not (library_load (file, names, 2, &roots, &error));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_UNREADABLE));
  cr_expect (g_str_has_prefix (error->message, reason), "%s", error->message);
  cr_expect_null (roots.square_root);
}

Test (library, one_that_is_not_installed_is_named)
{
  assert_failure ("libnowhere.so.6", "cbrt",
                  "the library libnowhere.so.6 cannot be used: libnowhere.so.6: cannot open");
}

Test (library, one_that_lacks_a_function_is_not_used)
{
  assert_failure ("libm.so.6", "septimal_root", "the library libm.so.6 cannot be used: ");
}
