/* emit/html.h - validation.html: the report for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One report makes one page, or several if it is very long.  Several reports make an index, and
 * their pages.  A page is one file that needs no other and asks for nothing: style, script and
 * images stand in it.
 */
#pragma once

#include "model/crop.h"
#include "model/report.h"

G_BEGIN_DECLS

#define HTML_FILE "validation.html"
#define HTML_MAX_BYTES                                                                             \
  5000000 /* of a page; a longer report has several; images that do not fit are                    \
           * left out, and said to be */

typedef enum
{
  IMAGES_NONE,     /* no crops: inputs are not opened again */
  IMAGES_FINDINGS, /* of the cells that findings are about */
  IMAGES_ALL,      /* and of each row */
} Images;

extern const CodeList images_codes;
int images_from_code (const char *code); /* -1 if none has that code */

typedef struct
{
  Images images;
  CropFunc crop; /* (nullable): who makes crops; there are none without */
  gpointer crop_data;
  const char *(*rule_summary) (const char *rule); /* (nullable): what a rule says, in one line */
  const char *folder; /* (nullable): where the pages will stand, so that they can link to inputs */
} HtmlOptions;

/* Gets the next piece of a page: the name of its file and the text, both borrowed.  All pieces of a
 * page come before the first of another.  Returns: FALSE with @error set if it cannot be kept. */
typedef gboolean (*HtmlSink) (const char *name, const GString *html, gpointer data, GError **error);

/* The pages of so many reports, each handed to @sink piece by piece as soon as it is made, so that
 * none is ever held whole.  @options and @data are borrowed. */
typedef struct _Html Html;
Html *html_new (guint n_reports, const HtmlOptions *options, HtmlSink sink, gpointer data);
void html_free (Html *html);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Html, html_free)

/* Make the page of the next report, and behind the last what they share.  Return: FALSE as @sink
 * does. */
gboolean html_add (Html *html, const Report *report, GError **error);
gboolean html_finish (Html *html, GError **error);

/* Returns: whether a file of that name is one that the pages are in. */
gboolean html_is_file (const char *name);

G_END_DECLS
