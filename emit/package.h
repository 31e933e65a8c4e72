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

/* A package as it grows, report by report: none is needed any more once it is added. */
typedef struct _Package Package;

/**
 * package_begin:
 * @folder: the folder to make; it may exist if it is empty or holds an earlier package
 * @n_reports: how many will be added
 * @options: how; copied, what it points to is borrowed
 * @error: return location for a #RecountError
 *
 * Writes into a temporary folder beside @folder, so that @folder is there whole or not at all.
 * Files that are not a package's are never removed: if there is one in @folder, nothing is written.
 *
 * Returns: (transfer full): the package; %NULL with %RECOUNT_ERROR_OUTPUT if @folder holds anything
 *   but a package or nothing can be written
 */
Package *package_begin (const char *folder, guint n_reports, const PackageOptions *options,
                        GError **error);

/* Leaves nothing behind of a package that was not finished. */
void package_free (Package *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Package, package_free)

/* Adds a report, in the order in which they were asked for; no two of the same bytes, for a report
 * is known by their checksum.  Returns: FALSE with RECOUNT_ERROR_OUTPUT if a write fails. */
gboolean package_add (Package *package, const Report *report, GError **error);

/* Puts the package in its place; an earlier one is replaced only now.  Returns: FALSE with
 * RECOUNT_ERROR_OUTPUT if a write fails or failed before.  An earlier package that cannot be
 * removed once the new one is in its place is an error too, whose message says where it is. */
gboolean package_finish (Package *package, GError **error);

/* All three for @reports (of Report). */
gboolean package_write (const GPtrArray *reports, const char *folder, const PackageOptions *options,
                        GError **error);

G_END_DECLS
