/* model/page.h - what is printed on a page, with no opinion.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made by extract/, read by parse/.  From here on nothing knows whether a page came from a PDF, a
 * scan or a text file, but for `origin` and `confidence`, which stay with each cell to the end.
 */
#pragma once

#include "model/code.h"
#include "model/place.h"

G_BEGIN_DECLS

#define WORD_NO_LANE (-1)
#define WORD_MAX_LANE (1 << 24) /* that a stream may name: each takes memory in its row */

typedef struct
{
  char *text; /* owned; UTF-8 in NFC, no white space, never empty */
  Box box;
  /* Which field of its line the word stands in, from 0, where the line's fields are told apart by
   * printed separators (tabs or pipes); WORD_NO_LANE where only blanks separate.  Empty fields
   * count, so that a lane is a column as its producer meant it. */
  int lane;
  int rotation;      /* degrees clockwise: 0, 90, 180 or 270 */
  double size;       /* of the type, points; 1 in a text file */
  gboolean is_bold;  /* or marked as a heading */
  double confidence; /* 0 to 1; 1 for text that needed no interpretation */
  Origin origin;
} Word;

typedef struct
{
  Box box; /* a line drawn on the page: flat or upright */
} Rule;

typedef struct
{
  Box box;
  guint32 rgb; /* 0xRRGGBB */
} Fill;

typedef struct
{
  int number; /* from 1 */
  double width, height;
  GArray *words; /* of Word, in reading order of the source */
  GArray *rules; /* of Rule */
  GArray *fills; /* of Fill */
} Page;

Page *page_new (int number, double width, double height);
void page_free (Page *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

/* Appends a word of plain type, taking @text over; the fields not named here can be set on the
 * result, which stays valid until the next call. */
Word *page_take_word (Page *page, char *text, Box box, int lane);

/* Returns (transfer full) (element-type Box): the page's upright rules, from left to right. */
GArray *page_upright_rules (const Page *page);

/* The input that pages come from. */
typedef struct
{
  char *path;   /* a phrase, owned; as the user named it */
  char *sha256; /* a phrase, owned; 64 hex digits */
} Source;

/* Gets a page (transfer full). */
typedef void (*PageFunc) (Page *page, gpointer data);

/* The pages of one input, as extract/ hands them on. */
typedef struct
{
  Source source;
  gboolean is_cut; /* whether the input is not whole: it ends within a character, or without a PDF's
                      end mark */
  gboolean is_damaged; /* whether a PDF's objects had to be sought, some perhaps in vain */
  int n_pages;
  GPtrArray *pages; /* of Page, owned; none if somebody gets each of them as it is read */
  PageFunc hand_on; /* (nullable): who gets them then */
  gpointer data;    /* for @hand_on, borrowed */
} Document;

Document *document_new (const char *path, const char *sha256);
void document_free (Document *document);

/* Adds the next page, or hands it on, taking it over. */
void document_take_page (Document *document, Page *page);

/* Returns (nullable): in what way the input is not whole; NULL if it is. */
const char *document_flaw (const Document *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, document_free)

G_END_DECLS
