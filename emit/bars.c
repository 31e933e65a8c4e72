/* emit/bars.c - a series as one line of bars.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only drawn: a double is exact enough for eight heights.
 */
#include "emit/bars.h"

#include <math.h>

#define N_HEIGHTS 8
#define LOWEST_BAR 0x2581 /* U+2581 to U+2588 */
#define MIDDLE 3

char *
bars_text (const double *values, guint n)
{
  double least = INFINITY, most = -INFINITY;
  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        least = MIN (least, values[i]);
        most = MAX (most, values[i]);
      }

  GString *line = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      if (isnan (values[i]))
        {
          g_string_append_c (line, ' ');
          continue;
        }
      int height = most > least
                       ? (int) ((values[i] - least) / (most - least) * (N_HEIGHTS - 1) + 0.5)
                       : MIDDLE;
      g_string_append_unichar (line, (gunichar) (LOWEST_BAR + height));
    }
  return g_string_free (line, FALSE);
}
