/* batch/duration.c - a length of time as people say it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/duration.h"

#define MINUTE 60
#define HOUR 3600

char *
duration_text (double seconds)
{
  guint64 whole = (guint64) (MAX (seconds, 0) + 0.5);
  if (whole < MINUTE)
    return g_strdup_printf ("%" G_GUINT64_FORMAT " s", whole);
  if (whole < HOUR)
    return g_strdup_printf ("%" G_GUINT64_FORMAT " min %" G_GUINT64_FORMAT " s", whole / MINUTE,
                            whole % MINUTE);
  return g_strdup_printf ("%" G_GUINT64_FORMAT " h %" G_GUINT64_FORMAT " min", whole / HOUR,
                          whole % HOUR / MINUTE);
}
