/* tests/extract/recipe.h - a PDF of one page, made by a test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RECIPE_HELLO "BT /F1 12 Tf 50 700 Td (Hello) Tj ET"
#define RECIPE_FONT "/Font<</F1 5 0 R>>"

/* What the PDF is made of; NULL for what most have: a page of 600 by 800 points that says Hello in
 * Helvetica. */
typedef struct
{
  const char *box;       /* the page's, as four numbers */
  const char *content;   /* what the page draws */
  const char *resources; /* the page's */
  const char *object;    /* further objects, from number 6 on, each from the start of a line */
  const char *trailer;   /* further entries of the trailer */
  const char *kids;      /* how the pages are told; 3 0 R is the page */
} Recipe;

/* Returns (transfer full): the PDF, with a table of its objects. */
GBytes *recipe_make (Recipe recipe);

G_END_DECLS
