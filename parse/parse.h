/* parse/parse.h - pages to reports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Second stage.  In: a document of pages (model/page.h).  Out: a report (model/report.h) with all
 * that its tables and paragraphs say, and findings on what had to be decided to read them.
 * Nothing here knows a publisher: that is data/.  Only parse/ calls pcre2.
 */
#pragma once

#include "model/knowledge.h"
#include "model/page.h"
#include "model/report.h"

G_BEGIN_DECLS

/* Has parsers that are made from now on do beforehand what reading needs, so that processes forked
 * from this one share it. */
void parser_prepare (void);

typedef struct _Parser Parser; /* use it from one thread */

/* Compiles the patterns of @knowledge, which is borrowed and must live as long.  Returns (transfer
 * full): a parser; NULL with RECOUNT_ERROR_DATA, naming file, line and key, for a bad pattern. */
Parser *parser_new (const Knowledge *knowledge, GError **error);
void parser_free (Parser *parser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parser, parser_free)

/* Has @parser forget what it found out about the texts of documents, which speeds reading up and
 * takes memory. */
void parser_forget (const Parser *parser);

/* A document while its pages come in.  @parser is borrowed and must live as long. */
typedef struct _Draft Draft;
Draft *draft_new (const Parser *parser);
void draft_free (Draft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)

/* Takes in what stands on the document's next page, which is not needed any more then. */
void draft_add_page (Draft *draft, const Page *page);

/* Returns (transfer full): what @document reports, all of whose pages were added.  A document
 * without a table of indicators gives a report without indicators: there is no document that cannot
 * be parsed. */
Report *draft_read (Draft *draft, const Document *document);

/* Returns (transfer full): the same of a document that holds its pages. */
Report *parser_read (const Parser *parser, const Document *document);

G_END_DECLS
