/* cli/explain.c - `recount explain`: what a rule checks and why it is a proof.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "check/rule.h"
#include "cli/command.h"
#include "model/error.h"

static void
list_rules (const CheckRule *rules, gsize n_rules)
{
  for (gsize i = 0; i < n_rules; i++)
    printf ("%-14s %s\n", rules[i].name, rules[i].summary);
}

int
command_explain (int argc, char **argv, GError **error)
{
  GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  if (!command_options (&argc, &argv, entries, "[RULE]",
                        "Says what a rule checks, or lists all rules.", NULL, error))
    return EXIT_USAGE;

  gsize n_rules = 0;
  const CheckRule *rules = check_rules (&n_rules);
  if (argc < 2)
    {
      list_rules (rules, n_rules);
      return EXIT_DONE;
    }
  for (gsize i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].name, argv[1]))
      {
        printf ("%s: %s\n\n%s\n", rules[i].name, rules[i].summary, rules[i].explains);
        return EXIT_DONE;
      }
  recount_fail (error, RECOUNT_ERROR_USAGE, NULL,
                "explain: '%s' is no rule; `recount explain` lists them", argv[1]);
  return EXIT_USAGE;
}
