/* extract/pages.c - a document's pages, some of which are read off their pictures, by one thread or
 * several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/pages.h"

#include "extract/scan.h"

/* A page on its way. */
typedef struct
{
  Page *page;        /* owned */
  Picture *picture;  /* (nullable) owned */
  Plate *plate;      /* (nullable) owned */
  gboolean is_ready; /* to be read */
} Leaf;

typedef struct
{
  Document *document;
  const PageSource *source;
  Scanner *scanner; /* (nullable) owned; there from the first picture on */
  GQueue leaves;    /* of Leaf, owned, in the order of the pages: fetched, and not read */
  int n_fetched;
  gboolean is_fetching, is_reading, has_words;
  GError *error; /* (nullable) owned: why no more are fetched */
} Pages;

static void
leaf_free (Leaf *leaf)
{
  page_free (leaf->page);
  picture_free (leaf->picture);
  plate_free (leaf->plate);
  g_free (leaf);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Leaf, leaf_free)

static gboolean
has_more (const Pages *pages)
{
  return pages->error == NULL && pages->n_fetched < pages->source->n_pages;
}

/* Returns: how many pages somebody is at, or waits with. */
static guint
count_under_way (const Pages *pages)
{
  return pages->leaves.length + pages->is_fetching + pages->is_reading;
}

/* ---- steps, which begin and end with the crew's lock held ---- */

/* Finds what every picture needs.  Those who come now may have the next pages to do. */
static gboolean
find_scanner (Pages *pages, Hand *hand)
{
  if (!crew_find_reader (hand, &pages->error))
    return FALSE;
  if (pages->scanner == NULL)
    {
      picture_prepare ();
      pages->scanner = scanner_new ();
    }
  crew_hire (hand, crew_count (hand) + (guint) (pages->source->n_pages - pages->n_fetched));
  return TRUE;
}

/* Makes the picture of a page ready, which waits among the others meanwhile. */
static void
prepare (Leaf *leaf, const Hand *hand)
{
  if (leaf->picture != NULL)
    {
      crew_leave (hand);
      leaf->plate = plate_new (g_steal_pointer (&leaf->picture), leaf->page, hand);
      crew_return (hand);
    }
  leaf->is_ready = TRUE;
}

static void
fetch_next (Pages *pages, Hand *hand)
{
  const PageSource *source = pages->source;
  Leaf *leaf = g_new0 (Leaf, 1);
  int number = ++pages->n_fetched;
  g_autoptr (GError) error = NULL;
  pages->is_fetching = TRUE;
  crew_leave (hand);
  source->fetch (source->data, number, &leaf->page, &leaf->picture, &error);
  crew_return (hand);
  pages->is_fetching = FALSE;
  if (error != NULL)
    pages->error = g_steal_pointer (&error);
  if (pages->error != NULL || (leaf->picture != NULL && !find_scanner (pages, hand)))
    {
      leaf_free (leaf);
      return;
    }
  g_queue_push_tail (&pages->leaves, leaf);
  prepare (leaf, hand);
}

static void
read_first (Pages *pages, const Hand *hand)
{
  g_autoptr (Leaf) leaf = g_queue_pop_head (&pages->leaves);
  pages->is_reading = TRUE;
  crew_leave (hand);
  if (leaf->plate != NULL)
    scanner_read (pages->scanner, leaf->plate, hand);
  pages->has_words |= leaf->page->words->len > 0;
  g_clear_pointer (&leaf->plate, plate_free); /* its memory may be wanted for the next */
  document_take_page (pages->document, g_steal_pointer (&leaf->page));
  crew_return (hand);
  pages->is_reading = FALSE;
}

/* A CrewStep: what is in front goes first. */
static gboolean
go_on (Hand *hand, gpointer data)
{
  Pages *pages = data;
  const Leaf *first = g_queue_peek_head (&pages->leaves);
  if (first != NULL && first->is_ready && !pages->is_reading)
    read_first (pages, hand);
  else if (has_more (pages) && !pages->is_fetching && count_under_way (pages) < crew_count (hand))
    fetch_next (pages, hand);
  else if (!has_more (pages) && count_under_way (pages) == 0)
    crew_end (hand);
  else
    return FALSE;
  return TRUE;
}

gboolean
pages_append (Document *document, const PageSource *source, const ExtractLimits *limits,
              gboolean *has_words, GError **error)
{
  Pages pages = { .document = document, .source = source };
  g_autoptr (Crew) crew = crew_new (limits->n_threads);
  g_queue_init (&pages.leaves);
  crew_work (crew, go_on, &pages);
  scanner_free (pages.scanner);
  *has_words = pages.has_words;
  if (pages.error == NULL)
    return TRUE;
  g_propagate_error (error, pages.error);
  return FALSE;
}
