/* parse/flat_twin.c - texts that several rows share: where one is damaged, another tells what it
 * was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     and if a child then | feomes bac     | causesare | established.
 *     and if a child then | comes back, the causes are | established.
 *
 * 1. Two texts are twins if most of their letters are in words that they share, in order, or if the
 *    one is a remnant: nearly all of its letters are the other's.
 * 2. What stands between two shared words is compared.  Words that the document prints nowhere else
 *    give way to words that it does, if their letters are mostly those; nothing gives way to words.
 * 3. A text that is mended may mend another, so that all is done twice.
 */
#include "parse/flat_twin.h"

#include <string.h>

#include "parse/flat_word.h"

#define TWIN_SHARE 0.5    /* of both texts' letters that twins have in common */
#define REMNANT_SHARE 0.9 /* of a short remnant's letters that its twin has */
#define REMNANT_LETTERS 15
#define DAMAGED_SHARE 0.55 /* of a damaged part's letters that stand in what it was, in order */
#define CUT_OFF_SHARE 0.85
#define CUT_LETTERS 4 /* that are left of a word that is cut off */
#define N_ROUNDS 2
#define USUAL 2 /* times that the document prints a word which is no damage */

typedef struct
{
  char *text, *folded; /* owned */
  guint n_letters;
} TwinWord;

/* Where two texts agree. */
typedef struct
{
  guint own, other; /* words */
} Anchor;

static void
twin_word_clear (TwinWord *word)
{
  g_free (word->text);
  g_free (word->folded);
}

static const TwinWord *
word_at (const GArray *text, guint i)
{
  return &g_array_index (text, TwinWord, i);
}

static void
append_word (GArray *text, const char *word)
{
  TwinWord copy = { g_strdup (word), flat_word_fold (word), 0 };
  copy.n_letters = (guint) strlen (copy.folded);
  g_array_append_val (text, copy);
}

static GArray *
text_new (void)
{
  GArray *text = g_array_new (FALSE, TRUE, sizeof (TwinWord));
  g_array_set_clear_func (text, (GDestroyNotify) twin_word_clear);
  return text;
}

static GArray *
read_text (const char *string)
{
  g_auto (GStrv) words = g_strsplit (string, " ", -1);
  GArray *text = text_new ();
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      append_word (text, *word);
  return text;
}

static guint
count_letters (const GArray *text)
{
  guint n = 0;
  for (guint i = 0; i < text->len; i++)
    n += word_at (text, i)->n_letters;
  return n;
}

/* ---- what two texts share ---- */

static guint
shared_letters (const TwinWord *a, const TwinWord *b)
{
  guint n = MIN (a->n_letters, b->n_letters);
  if (flat_word_is_like (a->folded, b->folded))
    return n;
  const TwinWord *longer = a->n_letters > n ? a : b, *shorter = longer == a ? b : a;
  return n >= CUT_LETTERS && n < longer->n_letters
                 && strstr (longer->folded, shorter->folded) != NULL
             ? n
             : 0;
}

/* Returns (transfer full): the words that both texts have in their order, so that they have the
 * most letters; @n_letters tells how many. */
static GArray *
find_anchors (const GArray *own, const GArray *other, guint *n_letters)
{
  guint width = other->len + 1;
  g_autofree guint *most = g_new0 (guint, (own->len + 1) * width);
  g_autofree guint *same = g_new0 (guint, (own->len + 1) * width);
  for (guint i = own->len; i > 0; i--)
    for (guint k = other->len; k > 0; k--)
      {
        guint at = (i - 1) * width + k - 1;
        same[at] = shared_letters (word_at (own, i - 1), word_at (other, k - 1));
        most[at] = MAX (most[at + 1], most[at + width]);
        if (same[at] > 0)
          most[at] = MAX (most[at], same[at] + most[at + width + 1]);
      }
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  *n_letters = most[0];
  for (Anchor at = { 0, 0 }; at.own < own->len && at.other < other->len;)
    {
      guint here = at.own * width + at.other;
      if (same[here] > 0 && most[here] == same[here] + most[here + width + 1])
        {
          g_array_append_val (anchors, at);
          at.own++;
          at.other++;
        }
      else if (most[here] == most[here + 1])
        at.other++;
      else
        at.own++;
    }
  return anchors;
}

/* Returns (transfer full): the set of the text's words, folded. */
static GHashTable *
set_of_words (const GArray *text)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < text->len; i++)
    g_hash_table_add (words, word_at (text, i)->folded);
  return words;
}

/* Whether @other may be a twin of a text with these words: those that both spell alike tell
 * quickly. */
static gboolean
may_be_twin (GHashTable *words, guint n_letters, const GArray *other)
{
  guint n = 0;
  for (guint i = 0; i < other->len; i++)
    if (g_hash_table_contains (words, word_at (other, i)->folded))
      n += word_at (other, i)->n_letters;
  return 3 * n > n_letters;
}

/* ---- mending ---- */

static gboolean
is_usual (const TwinWord *word, GHashTable *counts)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, word->folded)) >= USUAL;
}

static guint
count_unusual (const GArray *text, guint from, guint to, GHashTable *counts)
{
  guint n = 0;
  for (guint i = from; i < to; i++)
    n += !is_usual (word_at (text, i), counts);
  return n;
}

static char *
join_letters (const GArray *text, guint from, guint to)
{
  GString *letters = g_string_new (NULL);
  for (guint i = from; i < to; i++)
    g_string_append (letters, word_at (text, i)->folded);
  return g_string_free (letters, FALSE);
}

/* Returns: how many letters of @a stand in @b in their order. */
static gsize
common_letters (const char *a, const char *b)
{
  gsize n_b = strlen (b);
  g_autofree gsize *row = g_new0 (gsize, n_b + 1);
  for (; *a != '\0'; a++)
    {
      gsize diagonal = 0;
      for (gsize k = 1; k <= n_b; k++)
        {
          gsize above = row[k];
          row[k] = *a == b[k - 1] ? diagonal + 1 : MAX (above, row[k - 1]);
          diagonal = above;
        }
    }
  return row[n_b];
}

/* Words of a text, from one up to another. */
typedef struct
{
  const GArray *text;
  guint from, to;
} Part;

static gboolean
has_letters (const Part *part)
{
  for (guint i = part->from; i < part->to; i++)
    for (const char *at = word_at (part->text, i)->folded; *at != '\0'; at++)
      if (!g_ascii_isdigit (*at))
        return TRUE;
  return FALSE;
}

static gboolean
ends_sentence (const GArray *text)
{
  return flat_word_ends_sentence (word_at (text, text->len - 1)->text);
}

/* Whether the twin has words in one place that the text lost: at its beginning if it now begins
 * with a small letter, at its end if it ends without a stop, elsewhere if what it has is the
 * twin's. */
static gboolean
is_lost (const Part *own, const Part *other, gboolean is_same)
{
  if (own->from == 0 && own->to < own->text->len)
    return g_unichar_islower (g_utf8_get_char (word_at (own->text, own->to)->text));
  if (own->to == own->text->len)
    return !ends_sentence (own->text) && ends_sentence (other->text);
  return is_same && other->to - other->from > 1;
}

/* Whether @own is what damage left of @other: words stranger than those, written with nearly the
 * same letters. */
static gboolean
is_damaged (const Part *own, const Part *other, GHashTable *counts)
{
  guint n_own = own->to - own->from, n_other = other->to - other->from;
  guint own_unusual = count_unusual (own->text, own->from, own->to, counts);
  guint other_unusual = count_unusual (other->text, other->from, other->to, counts);
  if (own_unusual * n_other <= other_unusual * n_own)
    return FALSE;
  g_autofree char *damaged = join_letters (own->text, own->from, own->to);
  g_autofree char *letters = join_letters (other->text, other->from, other->to);
  return 2 * (double) common_letters (damaged, letters)
         >= DAMAGED_SHARE * (double) (strlen (damaged) + strlen (letters));
}

/* Returns: which of two parts, between the same words, to believe. */
static const Part *
choose_part (const Part *own, const Part *other, gboolean is_same, GHashTable *counts)
{
  guint n_own = own->to - own->from, n_other = other->to - other->from;
  if (n_own == 0 && n_other == 0)
    return own;
  if (n_own == 0 || !has_letters (own))
    return is_lost (own, other, is_same) ? other : own;
  if (n_other == 0)
    return count_unusual (own->text, own->from, own->to, counts) == n_own ? other : own;
  return is_damaged (own, other, counts) ? other : own;
}

/* Whether @other is what a word should be that both share but spell differently: if the one is
 * unusual and the other is not, or is longer, for damage rather loses letters. */
static gboolean
is_better (const TwinWord *other, const TwinWord *own, GHashTable *counts)
{
  return !is_usual (own, counts) && (is_usual (other, counts) || other->n_letters > own->n_letters);
}

/* Returns (transfer full): @own, mended by its twin. */
static GArray *
mend (const GArray *own, const GArray *other, const GArray *anchors, gboolean is_cut_off,
      GHashTable *counts)
{
  GArray *mended = text_new ();
  Anchor from = { 0, 0 };
  for (guint i = 0; i <= anchors->len; i++)
    {
      gboolean is_last = i == anchors->len;
      Anchor to = is_last ? (Anchor){ own->len, other->len } : g_array_index (anchors, Anchor, i);
      Part mine = { own, from.own, to.own }, theirs = { other, from.other, to.other };
      const Part *part = choose_part (&mine, &theirs, is_cut_off, counts);
      for (guint k = part->from; k < part->to; k++)
        append_word (mended, word_at (part->text, k)->text);
      if (is_last)
        break;
      const TwinWord *a = word_at (own, to.own), *b = word_at (other, to.other);
      append_word (mended, is_better (b, a, counts) ? b->text : a->text);
      from = (Anchor){ to.own + 1, to.other + 1 };
    }
  return mended;
}

static char *
join_text (const GArray *text)
{
  GString *string = g_string_new (NULL);
  for (guint i = 0; i < text->len; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? " " : "", word_at (text, i)->text);
  return g_string_free (string, FALSE);
}

/* Returns: how many letters both texts have in common; 0 if they are no twins. */
static guint
likeness (const GArray *own, const GArray *other)
{
  guint n_shared = 0, n_own = count_letters (own);
  g_autoptr (GArray) anchors = find_anchors (own, other, &n_shared);
  gboolean is_twin = 2.0 * n_shared >= TWIN_SHARE * (n_own + count_letters (other));
  gboolean is_remnant = n_own >= REMNANT_LETTERS && n_shared >= REMNANT_SHARE * n_own;
  return is_twin || is_remnant ? n_shared : 0;
}

/* Returns: which of @texts that is not @used is the likest twin of @own; their number if none. */
static guint
find_twin (const GArray *own, const GPtrArray *texts, const gboolean *used)
{
  g_autoptr (GHashTable) words = set_of_words (own);
  guint best = texts->len, most = 0, n_letters = count_letters (own);
  for (guint i = 0; i < texts->len; i++)
    {
      const GArray *other = g_ptr_array_index (texts, i);
      guint n = used[i] || !may_be_twin (words, n_letters, other) ? 0 : likeness (own, other);
      best = n > most ? i : best;
      most = MAX (most, n);
    }
  return best;
}

/* Returns (transfer full): text @number mended by all its twins, the likest first. */
static char *
mend_by_twins (const GPtrArray *texts, guint number, GHashTable *counts)
{
  g_autoptr (GArray) own = g_array_ref (g_ptr_array_index (texts, number));
  g_autofree gboolean *used = g_new0 (gboolean, texts->len);
  used[number] = TRUE;
  for (guint twin; (twin = find_twin (own, texts, used)) < texts->len; used[twin] = TRUE)
    {
      const GArray *other = g_ptr_array_index (texts, twin);
      guint n_shared = 0;
      g_autoptr (GArray) anchors = find_anchors (own, other, &n_shared);
      GArray *mended
          = mend (own, other, anchors, n_shared > CUT_OFF_SHARE * count_letters (own), counts);
      g_array_unref (own);
      own = mended;
    }
  return join_text (own);
}

static void
mend_once (const GPtrArray *texts, GHashTable *counts)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (read, read_text (((GString *) g_ptr_array_index (texts, i))->str));
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *mended = mend_by_twins (read, i, counts);
      g_string_assign (g_ptr_array_index (texts, i), mended);
    }
}

void
flat_twins_mend (const GPtrArray *texts, GHashTable *counts)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    mend_once (texts, counts);
}
