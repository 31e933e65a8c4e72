/* extract/form.c - the forms that the characters of a document have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a form is follows from evidence: its own readings, and those of forms that look like it, the
 * more they do.  The confidence is the winner's share of all evidence.
 */
#include "extract/form.h"

#include <math.h>
#include <string.h>

#include "extract/contour.h"
#include "extract/pointer.h"
#include "extract/shape.h"

#define MAX_PIXELS 400       /* of a blob's width and height */
#define MAX_PARTS 32         /* patches and holes that are told apart */
#define ALIKE 0.92F          /* the correlation of blobs of one form */
#define WEIGHT 0.6F          /* leptonica's allowance for heavy ones */
#define SIGN_POINTS 1.5      /* no arrow is narrower or lower */
#define SIGN_CONFIDENCE 0.99 /* in an arrow: letters have other outlines */

#define SOLID_EULER 1          /* of one patch without holes: 6 and 9 have one */
#define SIGN_READINGS_DENY 1.5 /* that agree on a letter */
#define SIGN_SIDE 10           /* pixels: smaller ones look like letters */
#define SIGN_LIKENESS 0.8      /* of what stands alone to an arrow, if it is one as well */
#define SIGN_READINGS 3.0      /* that an outline is as good as */
#define TIGHT_READINGS 1.0     /* the same of what is always a letter of a word */
#define SELDOM 4               /* one in more is alone by chance: a letter whose word is broken */
#define TIGHT_CONFIDENCE 0.7   /* at most in an arrow that is always a letter of a word */

#define PERCENT_EULER 1      /* of a stroke and two rings */
#define PERCENT_READINGS 3.0 /* that such parts are as good as */

#define MIN_LIKENESS 0.66    /* of forms that tell of each other */
#define SURE_LIKENESS 0.9    /* of forms that are one but for the noise */
#define NEIGHBOUR_WEIGHT 3.0 /* of such a form, by a reading's */
#define OTHER_SHAPE 0.4      /* as near as that only, if they have other patches or holes */
#define MAX_READINGS 3.0     /* of a form that tell of another */
#define PRIOR 0.12           /* evidence for what nobody thought of */

struct _Forms
{
  JBCLASSER *classer;  /* owned */
  GHashTable *numbers; /* owned; leptonica's class, patches and holes -> the form's number + 1 */
  GArray *forms;       /* owned; of Form */
  GArray *read;        /* owned; of guint: the forms that were read, in the order of that */
  guint page;          /* the last one, from 1 */
};

/* A form that was read, and how much it looks like the one at hand. */
typedef struct
{
  guint form;
  double likeness;
} Neighbour;

static void
form_clear (gpointer data)
{
  g_clear_pointer (&((Form *) data)->neighbours, g_array_unref);
}

Forms *
forms_new (void)
{
  Forms *forms = g_new0 (Forms, 1);
  forms->classer
      = jbCorrelationInitWithoutComponents (JB_CONN_COMPS, MAX_PIXELS, MAX_PIXELS, ALIKE, WEIGHT);
  forms->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  forms->forms = g_array_new (FALSE, TRUE, sizeof (Form));
  g_array_set_clear_func (forms->forms, form_clear);
  forms->read = g_array_new (FALSE, FALSE, sizeof (guint));
  return forms;
}

void
forms_free (Forms *forms)
{
  if (forms == NULL)
    return;
  jbClasserDestroy (&forms->classer);
  g_hash_table_unref (forms->numbers);
  g_array_unref (forms->forms);
  g_array_unref (forms->read);
  g_free (forms);
}

guint
forms_count (const Forms *forms)
{
  return forms->forms->len;
}

Form *
forms_get (const Forms *forms, guint i)
{
  return &g_array_index (forms->forms, Form, i);
}

/* ---- sorting ---- */

/* Returns: the arrow or triangle that @ink is; 0 if it is none or is smaller than @smallest. */
static gunichar
sign_of (PIX *ink, double smallest)
{
  if (MIN (pixGetWidth (ink), pixGetHeight (ink)) < smallest)
    return 0;
  g_autoptr (Outline) outline = contour_of (ink);
  return shape_read (outline);
}

/* Returns: the number of the form of a blob of leptonica's class @number. */
static guint
form_of (Forms *forms, guint number, const Blob *blob)
{
  Bits bits = bits_of (blob->ink, 0);
  gint64 key = ((gint64) number * MAX_PARTS + MIN (blob->n_parts, MAX_PARTS - 1)) * MAX_PARTS
               + CLAMP (bits.euler + MAX_PARTS / 2, 0, MAX_PARTS - 1);
  gpointer known = g_hash_table_lookup (forms->numbers, &key);
  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  Form form = { .bits = bits,
                .n_parts = blob->n_parts,
                .neighbours = g_array_new (FALSE, FALSE, sizeof (Neighbour)) };
  g_array_append_val (forms->forms, form);
  g_hash_table_insert (forms->numbers, g_memdup2 (&key, sizeof key),
                       GUINT_TO_POINTER (forms->forms->len));
  return forms->forms->len - 1;
}

/* What the outline says counts as readings, for those that look like it too. */
static void
vote_sign (Form *form)
{
  char text[FORM_TEXT_BYTES] = "";
  g_unichar_to_utf8 (form->sign, text);
  form_vote (form, text, form_is_sign (form) ? SIGN_READINGS : TIGHT_READINGS);
}

/* The same of what is told by its parts.  Readers take the rings of a narrow type for figures. */
static void
vote_percent (Form *form, const Blob *blob)
{
  if (blob->is_percent && form->bits.euler == PERCENT_EULER)
    form_vote (form, "%", PERCENT_READINGS);
}

/* Gives the blob its form. */
static void
note_blob (Forms *forms, Blob *blob, guint number, double smallest_sign)
{
  blob->form = form_of (forms, number, blob);
  Form *form = forms_get (forms, blob->form);
  if (form->n_blobs == 0)
    {
      form->sign = sign_of (blob->ink, smallest_sign);
      vote_percent (form, blob);
    }
  form->n_blobs++;
  form->n_alone += blob->is_alone;
  form->page = forms->page;
}

/* Returns: the sign of the form that is most like one that stands alone and whose own outline tells
 * nothing, as a pixel more or less makes it lopsided; 0 if none is. */
static gunichar
sign_of_likes (const Forms *forms, const Form *form)
{
  double best = SIGN_LIKENESS;
  gunichar sign = 0;
  if (form->n_alone < form->n_blobs || form->bits.euler != SOLID_EULER
      || MIN (form->bits.width, form->bits.height) < SIGN_SIDE)
    return 0;
  for (guint i = 0; i < forms->forms->len; i++)
    {
      const Form *other = forms_get (forms, i);
      double likeness = form_is_sign (other) ? bits_likeness (&form->bits, &other->bits, best) : 0;
      if (likeness <= best)
        continue;
      best = likeness;
      sign = other->sign;
    }
  return sign;
}

/* Tells which of the forms from @first on, which are new, are arrows and triangles. */
static void
find_signs (Forms *forms, guint first)
{
  for (guint i = first; i < forms->forms->len; i++)
    {
      Form *form = forms_get (forms, i);
      if (form->sign == 0 && form->bits.euler == SOLID_EULER)
        form->sign = pointer_read (&form->bits, form->n_alone == form->n_blobs);
    }
  for (guint i = first; i < forms->forms->len; i++)
    {
      Form *form = forms_get (forms, i);
      if (form->sign == 0)
        form->sign = sign_of_likes (forms, form);
      if (form->sign != 0)
        vote_sign (form);
    }
}

void
forms_sort (Forms *forms, GArray *strips, PIX *ink, double dpi)
{
  PIXA *inks = pixaCreate (0);
  BOXA *boxes = boxaCreate (0);
  int at = numaGetCount (forms->classer->naclass);
  guint n_before = forms->forms->len;
  for (guint i = 0; i < strips->len; i++)
    {
      GArray *blobs = g_array_index (strips, Strip, i).blobs;
      for (guint k = 0; k < blobs->len; k++)
        {
          const Blob *blob = &g_array_index (blobs, Blob, k);
          pixaAddPix (inks, blob->ink, L_CLONE);
          boxaAddBox (boxes, boxCreate (blob->x0, blob->y0, BLOB_WIDTH (blob), BLOB_HEIGHT (blob)),
                      L_INSERT);
        }
    }
  if (boxaGetCount (boxes) > 0)
    jbAddPageComponents (forms->classer, ink, boxes, inks);
  boxaDestroy (&boxes);
  pixaDestroy (&inks);
  forms->page++;
  for (guint i = 0; i < strips->len; i++)
    {
      GArray *blobs = g_array_index (strips, Strip, i).blobs;
      for (guint k = 0; k < blobs->len; k++)
        {
          int number = 0;
          numaGetIValue (forms->classer->naclass, at++, &number);
          note_blob (forms, &g_array_index (blobs, Blob, k), (guint) number,
                     SIGN_POINTS * dpi / 72);
        }
    }
  find_signs (forms, n_before);
}

/* ---- reading ---- */

static void
add_vote (Vote *votes, guint *n_votes, const char *text, double weight)
{
  guint i = 0;
  while (i < *n_votes && strcmp (votes[i].text, text) != 0)
    i++;
  if (i == FORM_MAX_VOTES || strlen (text) >= FORM_TEXT_BYTES)
    return;
  if (i == *n_votes)
    {
      votes[(*n_votes)++] = (Vote){ .weight = 0 };
      g_strlcpy (votes[i].text, text, FORM_TEXT_BYTES);
    }
  votes[i].weight += weight;
}

void
form_vote (Form *form, const char *text, double weight)
{
  add_vote (form->votes, &form->n_votes, text, weight);
}

/* Takes the readings of @other for evidence, as far as it looks like @form. */
static void
ask_neighbour (const Form *form, const Form *other, double likeness, Vote *evidence,
               guint *n_evidence)
{
  double all = 0;
  for (guint i = 0; i < other->n_votes; i++)
    all += other->votes[i].weight;
  double near = MIN (1, (likeness - MIN_LIKENESS) / (SURE_LIKENESS - MIN_LIKENESS));
  if (form->n_parts != other->n_parts || form->bits.euler != other->bits.euler)
    near *= OTHER_SHAPE;
  double weight = NEIGHBOUR_WEIGHT * near * near * near * MIN (all, MAX_READINGS) / all;
  for (guint i = 0; i < other->n_votes; i++)
    add_vote (evidence, n_evidence, other->votes[i].text, weight * other->votes[i].weight);
}

gboolean
form_is_sign (const Form *form)
{
  return form->sign != 0 && form->n_alone > 0 && form->n_alone * SELDOM >= form->n_blobs;
}

/* Whether two readings are of one shape, which its place tells apart later (extract/lookalike.h).
 */
static gboolean
are_lookalikes (const char *a, const char *b)
{
  static const char *const shapes[]
      = { "0O", "lI|", "cC", "oO", "sS", "uU", "vV", "wW", "xX", "zZ", "({[", ")}]" };
  gboolean are = strcmp (a, b) == 0;
  if (strlen (a) == 1 && strlen (b) == 1)
    for (gsize i = 0; i < G_N_ELEMENTS (shapes) && !are; i++)
      are = strchr (shapes[i], *a) != NULL && strchr (shapes[i], *b) != NULL;
  return are;
}

static void
decide (Form *form, const Vote *evidence, guint n)
{
  double all = PRIOR, alike = 0;
  const Vote *best = NULL;
  for (guint i = 0; i < n; i++)
    {
      all += evidence[i].weight;
      if (best == NULL || evidence[i].weight > best->weight)
        best = &evidence[i];
    }
  for (guint i = 0; i < n; i++)
    if (are_lookalikes (evidence[i].text, best->text))
      alike += evidence[i].weight;
  g_strlcpy (form->text, best != NULL ? best->text : "", FORM_TEXT_BYTES);
  form->confidence = alike / all;
  if (form->sign != 0 && best != NULL && g_utf8_get_char (best->text) == form->sign)
    form->confidence = MIN (form->confidence, TIGHT_CONFIDENCE);
}

/* Holds the form against those that were read since this was done last. */
static void
find_neighbours (const Forms *forms, Form *form)
{
  for (; form->n_compared < forms->read->len; form->n_compared++)
    {
      guint i = g_array_index (forms->read, guint, form->n_compared);
      const Form *other = forms_get (forms, i);
      if (other == form)
        continue;
      Neighbour neighbour = { i, bits_likeness (&form->bits, &other->bits, MIN_LIKENESS) };
      if (neighbour.likeness >= MIN_LIKENESS)
        g_array_append_val (form->neighbours, neighbour);
    }
}

static void
settle (const Forms *forms, Form *form)
{
  if (form_is_sign (form))
    {
      g_strlcpy (form->text, form->votes[0].text, FORM_TEXT_BYTES);
      form->confidence = SIGN_CONFIDENCE;
      for (guint i = 1; i < form->n_votes; i++)
        if (form->votes[i].weight > SIGN_READINGS_DENY)
          form->confidence = TIGHT_CONFIDENCE;
      return;
    }
  Vote evidence[FORM_MAX_VOTES];
  guint n = 0;
  for (; n < form->n_votes; n++)
    evidence[n] = form->votes[n];
  find_neighbours (forms, form);
  for (guint i = 0; i < form->neighbours->len; i++)
    {
      const Neighbour *neighbour = &g_array_index (form->neighbours, Neighbour, i);
      ask_neighbour (form, forms_get (forms, neighbour->form), neighbour->likeness, evidence, &n);
    }
  decide (form, evidence, n);
}

void
forms_settle (Forms *forms)
{
  for (guint i = 0; i < forms->forms->len; i++)
    {
      Form *form = forms_get (forms, i);
      if (form->n_votes > 0 && !form->is_listed)
        g_array_append_val (forms->read, i);
      form->is_listed = form->n_votes > 0;
    }
  for (guint i = 0; i < forms->forms->len; i++)
    if (forms_get (forms, i)->page == forms->page)
      settle (forms, forms_get (forms, i));
}
