/* extract/crew.c - threads that work on one input, each with a reader of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/crew.h"

/* Lines that whoever has time reads. */
typedef struct
{
  const GPtrArray *lines; /* of PIX */
  GPtrArray *symbols;     /* of each: what it is read as, or NULL */
  guint next;             /* the first that nobody has begun with */
  guint n_read;
} Offer;

struct _Crew
{
  const gint *n_wanted; /* (nullable) borrowed */
  CrewStep step;
  gpointer data;
  Hand first;
  GPtrArray *threads; /* of GThread: the others */

  GMutex lock; /* of what follows, and of what the steps share */
  GCond changed;
  Offer *offer;     /* (nullable) borrowed from whoever waits for it */
  gboolean is_full; /* there are no more to be had */
  gboolean is_over;
};

Crew *
crew_new (const gint *n_wanted)
{
  Crew *crew = g_new0 (Crew, 1);
  crew->n_wanted = n_wanted;
  crew->first.crew = crew;
  crew->threads = g_ptr_array_new ();
  g_mutex_init (&crew->lock);
  g_cond_init (&crew->changed);
  return crew;
}

void
crew_free (Crew *crew)
{
  if (crew == NULL)
    return;

  reader_free (crew->first.reader);
  g_ptr_array_unref (crew->threads);
  g_mutex_clear (&crew->lock);
  g_cond_clear (&crew->changed);
  g_free (crew);
}

/* ---- lines ---- */

static GArray *
read_line (const Hand *hand, PIX *line)
{
  return line == NULL ? g_array_new (FALSE, FALSE, sizeof (Symbol))
                      : reader_read (hand->reader, line);
}

/* Reads one of the lines on offer, with the lock held as it begins and ends.  Returns: FALSE if all
 * have been begun with. */
static gboolean
read_one (const Hand *hand, Offer *offer)
{
  if (offer == NULL || offer->next == offer->lines->len)
    return FALSE;
  guint i = offer->next++;
  g_mutex_unlock (&hand->crew->lock);
  GArray *symbols = read_line (hand, offer->lines->pdata[i]);
  g_mutex_lock (&hand->crew->lock);
  offer->symbols->pdata[i] = symbols;
  if (++offer->n_read == offer->lines->len)
    g_cond_broadcast (&hand->crew->changed);
  return TRUE;
}

/* Has the lines read by all, if nobody else has any on offer. */
static gboolean
share (const Hand *hand, Offer *offer)
{
  Crew *crew = hand->crew;
  g_mutex_lock (&crew->lock);
  gboolean is_shared = crew->threads->len > 0 && crew->offer == NULL;
  if (is_shared)
    {
      crew->offer = offer;
      g_cond_broadcast (&crew->changed);
      while (read_one (hand, offer))
        ;
      while (offer->n_read < offer->lines->len)
        g_cond_wait (&crew->changed, &crew->lock);
      crew->offer = NULL;
    }
  g_mutex_unlock (&crew->lock);
  return is_shared;
}

GPtrArray *
crew_read (const Hand *hand, const GPtrArray *lines)
{
  GPtrArray *symbols = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_set_size (symbols, (int) lines->len);
  Offer offer = { .lines = lines, .symbols = symbols };
  if (hand->crew == NULL || lines->len < 2 || !share (hand, &offer))
    for (guint i = 0; i < lines->len; i++)
      symbols->pdata[i] = read_line (hand, lines->pdata[i]);
  return symbols;
}

/* ---- work ---- */

static void
take_part (Hand *hand)
{
  Crew *crew = hand->crew;
  g_mutex_lock (&crew->lock);
  while (!crew->is_over)
    if (!read_one (hand, crew->offer) && !crew->step (hand, crew->data) && !crew->is_over)
      g_cond_wait (&crew->changed, &crew->lock);
  g_mutex_unlock (&crew->lock);
}

/* A GThreadFunc. */
static gpointer
be_mate (gpointer data)
{
  g_autofree Hand *hand = data;
  take_part (hand);
  reader_free (hand->reader);
  return NULL;
}

void
crew_work (Crew *crew, CrewStep step, gpointer data)
{
  crew->step = step;
  crew->data = data;
  take_part (&crew->first);
  for (guint i = 0; i < crew->threads->len; i++)
    g_thread_join (crew->threads->pdata[i]);
}

gboolean
crew_find_reader (Hand *hand, GError **error)
{
  if (hand->reader == NULL)
    hand->reader = reader_new (error);
  return hand->reader != NULL;
}

guint
crew_count (const Hand *hand)
{
  return hand->crew->threads->len + 1;
}

static void
hire_one (Crew *crew)
{
  g_autoptr (Reader) reader = reader_new (NULL);
  Hand *mate = g_new0 (Hand, 1);
  *mate = (Hand){ reader, crew };
  GThread *thread = reader == NULL ? NULL : g_thread_try_new (NULL, be_mate, mate, NULL);
  crew->is_full = thread == NULL;
  if (crew->is_full)
    {
      g_free (mate);
      return;
    }
  reader = NULL; /* the thread's */
  g_ptr_array_add (crew->threads, thread);
}

void
crew_hire (const Hand *hand, guint most)
{
  Crew *crew = hand->crew;
  while (crew->n_wanted != NULL && !crew->is_full
         && crew_count (hand) < MIN ((guint) g_atomic_int_get (crew->n_wanted), most))
    hire_one (crew);
}

void
crew_leave (const Hand *hand)
{
  g_mutex_unlock (&hand->crew->lock);
}

void
crew_return (const Hand *hand)
{
  g_mutex_lock (&hand->crew->lock);
  g_cond_broadcast (&hand->crew->changed);
}

void
crew_end (const Hand *hand)
{
  hand->crew->is_over = TRUE;
  g_cond_broadcast (&hand->crew->changed);
}
