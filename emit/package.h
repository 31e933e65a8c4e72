/* emit/package.h - writes the data package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Last stage.  In: reports with their findings (model/report.h).  Out: one folder of CSV files with
 * `datapackage.json`, as docs/package.md describes it, and the report for people.
 */
#pragma once

#include "emit/html.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean guard_formulas; /* prefix text that a spreadsheet would run with an apostrophe */
  HtmlOptions html;        /* of validation.html; its folder is set here */
} PackageOptions;

/**
 * package_write:
 * @reports: (element-type Report): in the order in which they were asked for; no two of the same
 *   bytes, for a report is known by their checksum
 * @folder: the folder to make; it may exist if it is empty or holds an earlier package
 * @options: how
 * @error: return location for a #RecountError
 *
 * Writes into a temporary folder beside @folder and renames it at the end, so that @folder is
 * there whole or not at all; an earlier package in its place is replaced only then.  Files that
 * are not a package's are never removed: if there is one in @folder, nothing is written.
 *
 * Returns: %FALSE with %RECOUNT_ERROR_OUTPUT, leaving nothing behind, if @folder holds anything
 *   but a package or a write fails.  An earlier package that cannot be removed once the new one is
 *   in its place is an error too, whose message says where it is.
 */
gboolean package_write (const GPtrArray *reports, const char *folder, const PackageOptions *options,
                        GError **error);

G_END_DECLS
