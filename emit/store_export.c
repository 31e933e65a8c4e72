/* emit/store_export.c - the package of a whole store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/store_report.h"

static GArray *
list_current (Store *store, GError **error)
{
  return store_list_readings (store,
                              "SELECT p.reading_id FROM report p JOIN reading r "
                              "ON r.reading_id = p.reading_id AND r.is_current = 1 "
                              "ORDER BY p.authority, p.vintage, p.source_sha256",
                              NULL, 0, error);
}

gboolean
store_export (Store *store, const char *folder, const PackageOptions *options, GError **error)
{
  g_autoptr (GArray) readings = list_current (store, error);
  if (readings == NULL)
    return FALSE;

  g_autoptr (Package) package = package_begin (folder, readings->len, options, error);
  if (package == NULL)
    return FALSE;
  for (guint i = 0; i < readings->len; i++)
    {
      g_autoptr (Report) report
          = store_read_report (store, g_array_index (readings, gint64, i), error);
      if (report == NULL || !package_add (package, report, error))
        return FALSE;
    }
  return package_finish (package, error);
}
