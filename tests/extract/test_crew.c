/* tests/extract/test_crew.c - threads that work on one input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/crew.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/extract/pictured.h"

#define N_PIECES 60
#define PIECE_MICROSECONDS 1000
#define N_LINES 9

/* Pieces of work that are counted. */
typedef struct
{
  guint n_begun, n_done, n_at_once, most_at_once, most_hired;
  gint *n_wanted; /* (nullable): becomes two in the midst of it */
} Pieces;

/* A CrewStep. */
static gboolean
do_piece (Hand *hand, gpointer data)
{
  Pieces *pieces = data;
  if (!crew_find_reader (hand, NULL))
    return FALSE;
  crew_hire (hand, pieces->most_hired);
  if (pieces->n_begun == N_PIECES)
    {
      if (pieces->n_done == N_PIECES)
        crew_end (hand);
      return pieces->n_done == N_PIECES;
    }
  if (++pieces->n_begun == N_PIECES / 2 && pieces->n_wanted != NULL)
    g_atomic_int_set (pieces->n_wanted, 2);
  pieces->n_at_once++;
  pieces->most_at_once = MAX (pieces->most_at_once, pieces->n_at_once);
  crew_leave (hand);
  g_usleep (PIECE_MICROSECONDS);
  crew_return (hand);
  pieces->n_at_once--;
  pieces->n_done++;
  return TRUE;
}

static Pieces
work (const gint *n_wanted, guint most_hired)
{
  Pieces pieces = { .most_hired = most_hired };
  g_autoptr (Crew) crew = crew_new (n_wanted);
  crew_work (crew, do_piece, &pieces);
  cr_expect_eq (pieces.n_done, N_PIECES);
  return pieces;
}

Test (crew, does_all_pieces_in_as_many_threads_as_are_wanted_and_of_use)
{
  const gint three = 3;
  cr_expect_eq (work (NULL, 9).most_at_once, 1);
  cr_expect_eq (work (&three, 9).most_at_once, 3);
  cr_expect_eq (work (&three, 2).most_at_once, 2);
}

Test (crew, grows_when_more_are_wanted_than_before)
{
  gint n_wanted = 1;
  Pieces pieces = { .most_hired = 9, .n_wanted = &n_wanted };
  g_autoptr (Crew) crew = crew_new (&n_wanted);
  crew_work (crew, do_piece, &pieces);
  cr_expect_eq (pieces.most_at_once, 2);
}

Test (crew, that_no_model_is_there_for_goes_on_with_those_there_are)
{
  const gint three = 3;
  reader_prepare (2);
  g_setenv ("TESSDATA_PREFIX", "/nowhere", TRUE);
  cr_expect_eq (work (&three, 9).most_at_once, 2);
}

/* ---- lines ---- */

/* Returns (transfer full) (element-type PIX): lines of which one is none. */
static GPtrArray *
draw_lines (void)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) pix_owned_free);
  for (int i = 0; i < N_LINES; i++)
    {
      g_autofree char *text = g_strdup_printf ("about %d of 1204", 7 * i);
      g_ptr_array_add (lines, i == 4 ? NULL : pictured_line (text));
    }
  return lines;
}

/* What two of a crew read at the same time. */
typedef struct
{
  GPtrArray *lines;      /* borrowed */
  GPtrArray *symbols[2]; /* owned */
  guint n_begun, n_done;
} Task;

/* A CrewStep. */
static gboolean
read_all (Hand *hand, gpointer data)
{
  Task *task = data;
  crew_find_reader (hand, NULL);
  crew_hire (hand, 9);
  if (task->n_done == 2)
    crew_end (hand);
  if (task->n_begun == 2)
    return FALSE;
  guint i = task->n_begun++;
  crew_leave (hand);
  task->symbols[i] = crew_read (hand, task->lines);
  crew_return (hand);
  task->n_done++;
  return TRUE;
}

static void
assert_same (const GPtrArray *left, const GPtrArray *right)
{
  cr_assert_eq (left->len, right->len);
  for (guint i = 0; i < left->len; i++)
    {
      const GArray *a = left->pdata[i], *b = right->pdata[i];
      cr_assert_eq (a->len, b->len, "line %u", i);
      for (guint k = 0; k < a->len; k++)
        {
          const Symbol *x = &g_array_index (a, Symbol, k), *y = &g_array_index (b, Symbol, k);
          cr_expect_str_eq (x->text, y->text);
          cr_expect_eq (x->confidence, y->confidence, "line %u", i);
        }
    }
}

Test (crew, lines_are_read_the_same_by_one_and_by_several)
{
  const gint three = 3;
  g_autoptr (GPtrArray) lines = draw_lines ();
  g_autoptr (Reader) reader = reader_new (NULL);
  g_autoptr (GPtrArray) alone = crew_read (&(Hand){ reader, NULL }, lines);
  cr_expect_eq (((const GArray *) alone->pdata[0])->len, 12);
  cr_expect_eq (((const GArray *) alone->pdata[4])->len, 0);
  Task task = { .lines = lines };
  g_autoptr (Crew) crew = crew_new (&three);
  crew_work (crew, read_all, &task);
  for (int i = 0; i < 2; i++)
    {
      assert_same (alone, task.symbols[i]);
      g_ptr_array_unref (task.symbols[i]);
    }
}
