/* extract/form.h - the forms that the characters of a document have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document has few fonts and thousands of characters: blobs that look alike are of one form
 * (leptonica's classifier for JBIG2), and what some of them are read as, all of them are.
 */
#pragma once

#include "extract/likeness.h"
#include "extract/strip.h"

G_BEGIN_DECLS

#define FORM_TEXT_BYTES 16
#define FORM_MAX_VOTES 6

typedef struct
{
  char text[FORM_TEXT_BYTES]; /* UTF-8: a character, or several that touch */
  double weight;              /* of the readings that say so */
} Vote;

typedef struct
{
  guint n_parts; /* patches of ink that each is joined of */
  Bits bits;     /* what it looks like */
  guint n_blobs; /* that have it so far */
  guint n_alone; /* of them, how many stand alone */
  guint n_read;  /* of them, how many were read */
  guint page;    /* on which it was met last */
  gunichar sign; /* the arrow or triangle that its outline is of; 0 if it is of none */
  Vote votes[FORM_MAX_VOTES];
  guint n_votes;
  char text[FORM_TEXT_BYTES]; /* what it is read as; empty if nobody knows */
  double confidence;          /* 0 to 1 in @text */
  gboolean is_listed;         /* among those that were read */
  GArray *neighbours;         /* owned; of those, which it looks like: private */
  guint n_compared;           /* of those, how many it was held against */
} Form;

typedef struct _Forms Forms;

Forms *forms_new (void);
void forms_free (Forms *forms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Forms, forms_free)

guint forms_count (const Forms *forms);

/* Returns (transfer none): a form, until forms_sort() is called again. */
Form *forms_get (const Forms *forms, guint i);

/* Gives each blob of the next page's @strips (element-type Strip) its form; @ink is what they are
 * cut from, of that many pixels an inch. */
void forms_sort (Forms *forms, GArray *strips, PIX *ink, double dpi);

/* A reading of one of its blobs. */
void form_vote (Form *form, const char *text, double weight);

/* Whether the form is an arrow or a triangle, and not a letter that has the outline of one: some of
 * its blobs stand alone.  What never does, its readings and the forms that look like it decide. */
gboolean form_is_sign (const Form *form);

/* Makes up the mind of each form that the last page has, from its readings and from those of the
 * forms that look like it. */
void forms_settle (Forms *forms);

G_END_DECLS
