/* extract/sample.c - the few words of a page that tesseract reads, and what they say of its forms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A chunk is worth the forms that it shows and that have not been read often enough, by its
 *    length.  The worthiest are read first.
 * 2. A chunk of as many blobs as characters tells each blob's; of another, those that are known
 *    part what is left.
 * 3. Forms that nobody has read, and that look like none that has been, are read next, a few words
 *    at a time: with each form many are known that look like it.  At last come the words whose
 *    letters are in doubt all the same.
 * 4. Words with figures that are in doubt even then are read once more in another size.
 */
#include "extract/sample.h"

#include <math.h>
#include <string.h>

#include "extract/letter.h"

#define ROUND_CHUNKS 40 /* a line or two */
#define READINGS 2      /* of a form that many blobs have */
#define OFTEN 8         /* blobs that are many */
#define SURE 0.85       /* of a form that is not read because others look like it */
#define DOUBTFUL 0.8    /* of a letter, below which its word is read */
#define DOUBTFUL_FIGURE 0.9
#define LOOK_AGAIN 0.85  /* of a word with figures, below which it is read once more */
#define CHUNK_COST 1.5   /* of a chunk, beside its blobs */
#define INDIRECT 0.3     /* the weight of a reading that the neighbours led to */
#define MAX_CHARACTERS 7 /* that touch in one blob */
#define MAX_COST 2.5     /* of laying characters over blobs, and by each blob: */
#define COST_BY_BLOB 0.25

#define MARK_HEIGHT 0.4 /* of the strip's height: letters and figures are higher */
#define SCRAP_BLOBS 3   /* of what may be no word */
#define SCRAP_LOW 0.5   /* of the usual height: lower is odd */
#define SCRAP_HIGH 2.0  /* and higher */
#define SCRAP_STRETCH                                                                              \
  5 /* times wider than high is odd, and twice as many times higher than wide                      \
     */

typedef double (*Want) (const Form *form);

/* ---- choosing ---- */

/* Returns: how much one more reading of a form that is met often would tell. */
static double
want_often (const Form *form)
{
  guint wanted = form->n_blobs >= OFTEN ? READINGS : 0;
  return !form_is_sign (form) && form->n_read < wanted ? 1.0 / (1 + form->n_read) : 0;
}

/* The same of one that nobody knows yet. */
static double
want_unknown (const Form *form)
{
  return !form_is_sign (form) && form->n_read == 0 && form->confidence < SURE ? 1 : 0;
}

/* The same of one that is in doubt. */
static double
want_doubtful (const Form *form)
{
  double sure = g_ascii_isdigit (form->text[0]) ? DOUBTFUL_FIGURE : DOUBTFUL;
  return !form_is_sign (form) && form->confidence < sure ? 1 : 0;
}

/* Returns: what reading the chunk would tell, by its length. */
static double
worth_of (const Chunk *chunk, const Forms *forms, Want want)
{
  double worth = 0;
  for (guint i = 0; chunk->symbols == NULL && i < chunk->n; i++)
    worth += want (forms_get (forms, chunk_blob (chunk, i)->form));
  return worth / (chunk->n + CHUNK_COST);
}

typedef struct
{
  Chunk *chunk;
  double worth;
} Candidate;

static int
compare_worth (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;
  if (left->worth != right->worth)
    return left->worth < right->worth ? 1 : -1;
  return (left->chunk > right->chunk) - (left->chunk < right->chunk);
}

/* Returns (transfer full) (element-type Chunk): the chunks that are worth reading, no more than
 * @most.  Each makes those that show the same worth less: one that has lost is looked at again
 * behind those that have not. */
static GPtrArray *
choose (GArray *chunks, Forms *forms, Want want, guint most)
{
  GPtrArray *chosen = g_ptr_array_new ();
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Candidate));
  for (guint i = 0; i < chunks->len; i++)
    {
      Candidate candidate = { &g_array_index (chunks, Chunk, i), 0 };
      candidate.worth = worth_of (candidate.chunk, forms, want);
      if (candidate.worth > 0)
        g_array_append_val (heap, candidate);
    }
  while (heap->len > 0 && chosen->len < most)
    {
      g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (Candidate));
      g_array_sort (heap, compare_worth);
      for (guint i = 0; i < heap->len && chosen->len < most; i++)
        {
          Candidate candidate = g_array_index (heap, Candidate, i);
          double worth = worth_of (candidate.chunk, forms, want);
          if (worth < candidate.worth && worth > 0)
            {
              candidate.worth = worth;
              g_array_append_val (rest, candidate);
            }
          if (worth < candidate.worth || worth <= 0 || candidate.chunk->symbols != NULL)
            continue;
          g_ptr_array_add (chosen, candidate.chunk);
          for (guint k = 0; k < candidate.chunk->n; k++)
            forms_get (forms, chunk_blob (candidate.chunk, k)->form)->n_read++;
        }
      g_array_set_size (heap, 0);
      g_array_append_vals (heap, rest->data, rest->len);
    }
  return chosen;
}

/* ---- what is read ---- */

/* Whether a blob is as low as points, dashes and quotes and @text is none, or the other way round.
 */
static gboolean
is_unfit (const Chunk *chunk, const Blob *blob, const char *text)
{
  gunichar first = g_utf8_get_char_validated (text, -1);
  gboolean is_low = BLOB_HEIGHT (blob) < MARK_HEIGHT * chunk->strip->height;
  return is_low && g_unichar_isalnum (first);
}

/* Whether each of the chunk's blobs may be the character in its place.  They are as many also where
 * two letters touch and a point was lost. */
static gboolean
is_fit (const Chunk *chunk, const Symbol *symbols)
{
  for (guint i = 0; i < chunk->n; i++)
    if (is_unfit (chunk, chunk_blob (chunk, i), symbols[i].text))
      return FALSE;
  return TRUE;
}

static void
vote_each (Forms *forms, const Chunk *chunk, const Symbol *symbols)
{
  for (guint i = 0; i < chunk->n; i++)
    form_vote (forms_get (forms, chunk_blob (chunk, i)->form), symbols[i].text,
               symbols[i].confidence);
}

/* How little it suits a blob to be the @n characters at @symbols. */
static double
cost_of (Forms *forms, const Chunk *chunk, const Blob *blob, const Symbol *symbols, guint n,
         double width)
{
  const Form *form = forms_get (forms, blob->form);
  char text[FORM_TEXT_BYTES] = "";
  for (guint i = 0; i < n; i++)
    g_strlcat (text, symbols[i].text, sizeof text);
  double cost = fabs (n - BLOB_WIDTH (blob) / width) + (n == 0 ? 1 : 0);
  if (form->text[0] != '\0' && strcmp (form->text, text) != 0)
    cost += 2 * form->confidence;
  if (n > 0 && is_unfit (chunk, blob, text))
    cost += MAX_COST;
  return cost;
}

/* Fills in, for the first @i blobs and @k characters, what laying them out costs at least, and how
 * many characters the last of the blobs takes then. */
static void
lay_out (Forms *forms, const Chunk *chunk, const Symbol *symbols, guint m, double *costs,
         guint *taken)
{
  double width = 0;
  for (guint i = 0; i < chunk->n; i++)
    width += (double) BLOB_WIDTH (chunk_blob (chunk, i)) / m;
  for (guint k = 0; k <= m; k++)
    costs[k] = k == 0 ? 0 : G_MAXDOUBLE / 4;
  for (guint at = m + 1; at < (chunk->n + 1) * (m + 1); at++)
    {
      guint i = at / (m + 1), k = at % (m + 1);
      costs[at] = G_MAXDOUBLE / 4;
      for (guint c = 0; c <= MIN (k, MAX_CHARACTERS); c++)
        {
          double sum
              = costs[at - (m + 1) - c]
                + cost_of (forms, chunk, chunk_blob (chunk, i - 1), &symbols[k - c], c, width);
          if (sum < costs[at])
            {
              costs[at] = sum;
              taken[at] = c;
            }
        }
    }
}

/* Lays @m characters out over the chunk's blobs at the least cost, and votes. */
static void
vote_aligned (Forms *forms, const Chunk *chunk, const Symbol *symbols, guint m)
{
  guint n = chunk->n;
  g_autofree double *costs = g_new (double, (n + 1) * (m + 1));
  g_autofree guint *taken = g_new0 (guint, (n + 1) * (m + 1));
  lay_out (forms, chunk, symbols, m, costs, taken);
  if (costs[n * (m + 1) + m] > MAX_COST + COST_BY_BLOB * n)
    return;
  for (guint i = n, k = m; i > 0; i--)
    {
      guint c = taken[i * (m + 1) + k];
      char text[FORM_TEXT_BYTES] = "";
      double confidence = n == 1 ? 1 : INDIRECT;
      for (guint j = k - c; j < k; j++)
        {
          g_strlcat (text, symbols[j].text, sizeof text);
          confidence = MIN (confidence, (n == 1 ? 1 : INDIRECT) * symbols[j].confidence);
        }
      if (c > 0)
        form_vote (forms_get (forms, chunk_blob (chunk, i - 1)->form), text, confidence);
      k -= c;
    }
}

/* Lets the chunks vote whose blobs and characters are as many (@is_direct), or the others. */
static void
hear (GPtrArray *chunks, Forms *forms, gboolean is_direct)
{
  for (guint i = 0; i < chunks->len; i++)
    {
      const Chunk *chunk = chunks->pdata[i];
      const Symbol *symbols = (const Symbol *) (void *) chunk->symbols->data;
      guint n = chunk->symbols->len;
      gboolean is_each = n == chunk->n && is_fit (chunk, symbols);
      if (is_each && is_direct)
        vote_each (forms, chunk, symbols);
      else if (n > 0 && !is_each && !is_direct)
        vote_aligned (forms, chunk, symbols, n);
    }
}

/* ---- scraps ---- */

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Returns: how high most letters' strips are. */
static int
usual_height (const GArray *chunks)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < chunks->len; i++)
    {
      const Chunk *chunk = &g_array_index (chunks, Chunk, i);
      for (guint k = 0; k < chunk->n; k++)
        g_array_append_val (heights, chunk->strip->height);
    }
  g_array_sort (heights, compare_ints);
  return heights->len > 0 ? g_array_index (heights, int, heights->len / 2) : 0;
}

/* Whether the chunk may be no word but a scrap of a drawing: a few blobs of another size or stretch
 * than letters have. */
static gboolean
is_scrap (const Chunk *chunk, int usual)
{
  int height = chunk->strip->height;
  gboolean is_odd = height < SCRAP_LOW * usual || height > SCRAP_HIGH * usual;
  for (guint i = 0; i < chunk->n; i++)
    {
      const Blob *blob = chunk_blob (chunk, i);
      is_odd |= BLOB_WIDTH (blob) > SCRAP_STRETCH * BLOB_HEIGHT (blob)
                || BLOB_HEIGHT (blob) > 2 * SCRAP_STRETCH * BLOB_WIDTH (blob);
    }
  return is_odd && chunk->n <= SCRAP_BLOBS;
}

/* Has the chunks read, scraps apart: tesseract reads a line as a whole, and what is no letter
 * spoils the words beside it. */
static void
read_apart (const GPtrArray *chunks, int usual, const Picture *picture, const Hand *hand)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new (), scraps = g_ptr_array_new ();
  for (guint i = 0; i < chunks->len; i++)
    g_ptr_array_add (is_scrap (chunks->pdata[i], usual) ? scraps : words, chunks->pdata[i]);
  chunks_read (words, picture, hand);
  chunks_read (scraps, picture, hand);
}

static void
read_chosen (GPtrArray *chunks, int usual, const Picture *picture, const Hand *hand, Forms *forms)
{
  read_apart (chunks, usual, picture, hand);
  hear (chunks, forms, TRUE);
  forms_settle (forms);
  hear (chunks, forms, FALSE);
  forms_settle (forms);
}

/* Whether the chunk has figures and one of its letters is in doubt. */
static gboolean
is_doubtful_figure (const Chunk *chunk, const Forms *forms)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  letters_append (letters, chunk, forms);
  gboolean has_figure = FALSE;
  double sure = 1;
  for (guint i = 0; i < letters->len; i++)
    {
      const Letter *letter = &g_array_index (letters, Letter, i);
      has_figure |= g_unichar_isdigit (letter->c);
      sure *= 1 - letter->doubt;
    }
  return has_figure && sure < LOOK_AGAIN;
}

static void
look_again (GArray *chunks, const Picture *picture, const Hand *hand, const Forms *forms)
{
  g_autoptr (GPtrArray) doubtful = g_ptr_array_new ();
  for (guint i = 0; i < chunks->len; i++)
    if (g_array_index (chunks, Chunk, i).again == NULL
        && is_doubtful_figure (&g_array_index (chunks, Chunk, i), forms))
      g_ptr_array_add (doubtful, &g_array_index (chunks, Chunk, i));
  chunks_read_again (doubtful, picture, hand);
}

void
sample_read (GArray *chunks, const Picture *picture, const Hand *hand, Forms *forms)
{
  static const struct
  {
    Want want;
    guint most; /* chunks, by whose forms others are known then */
  } rounds[] = {
    { want_often, G_MAXUINT },
    { want_unknown, ROUND_CHUNKS },
    { want_doubtful, G_MAXUINT },
  };
  int usual = usual_height (chunks);
  for (gsize i = 0; i < G_N_ELEMENTS (rounds); i++)
    for (guint n = rounds[i].most; n == rounds[i].most;)
      {
        g_autoptr (GPtrArray) chosen = choose (chunks, forms, rounds[i].want, rounds[i].most);
        read_chosen (chosen, usual, picture, hand, forms);
        n = chosen->len;
      }
  look_again (chunks, picture, hand, forms);
}
