/* cli/pages.h - what the report for people asks of the other stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/html.h"
#include "extract/crop.h"

G_BEGIN_DECLS

#define PAGES_IMAGES_SUMMARY                                                                       \
  "Which places of the input validation.html shows: none, findings (usual) or all"

/* Returns: whether @images is a value of --images, or NULL; FALSE with %RECOUNT_ERROR_USAGE. */
gboolean pages_check_images (const char *command, const char *images, GError **error);

/* Returns: how to make the pages: with the crops that @cropper (borrowed) makes, as --images says,
 * and with the summaries of the rules. */
HtmlOptions pages_options (const char *images, Cropper *cropper);

G_END_DECLS
