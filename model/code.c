/* model/code.c - the closed vocabularies of the package, and their codes in the output.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/code.h"

DEFINE_CODES (measure, Measure, MEASURES)
DEFINE_CODES (comparator, Comparator, COMPARATORS)
DEFINE_CODES (component, Component, COMPONENTS)
DEFINE_CODES (unit, Unit, UNITS)
DEFINE_CODES (direction, Direction, DIRECTIONS)
DEFINE_CODES (status, Status, STATUSES)
DEFINE_CODES (origin, Origin, ORIGINS)
DEFINE_CODES (text_kind, TextKind, TEXT_KINDS)
DEFINE_CODES (severity, Severity, SEVERITIES)

const char *
code_list_code (const CodeList *list, int value)
{
  g_assert (value >= 0 && value < list->n_codes);
  return list->codes[value];
}

int
code_list_value (const CodeList *list, const char *code)
{
  for (int value = 0; value < list->n_codes; value++)
    if (g_str_equal (list->codes[value], code))
      return value;
  return -1;
}
