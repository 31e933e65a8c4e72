/* parse/scorecard.c - tables with an indicator in each row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. Of all headings that parts of the table have, each perhaps one or two columns aside (a column
 *    of section names in front often has no heading), those are taken that suit the rows best.
 * 2. The rows' cells are put under these columns (parse/aligned.h).
 * 3. What stands under a column becomes what the column is for (parse/card.h).
 */
#include "parse/scorecard.h"

#include "parse/card.h"
#include "parse/heading_match.h"
#include "parse/suit.h"

#define MAX_SHIFT 2      /* columns without a heading in front of the first heading */
#define EVIDENCE_BONUS 5 /* of a cell whose figure another table has too */
#define LONE_COST 3      /* of a benchmark that stands alone */
#define CONTRARY_COST 3  /* of a row below headings that say otherwise than its own */
#define MAX_TRIED 40     /* rows that headings are tried on */
#define MIN_DATA_CELLS 2 /* in a row of an indicator */
#define MAX_REF_CELL 3   /* a row's reference stands in one of its first cells */
#define MAX_SECTION 60   /* bytes: a longer text alone in its row is a remark */

/* What rows are aligned by. */
typedef struct
{
  const Reader *reader;
  CardColumns columns;
} Scoring;

void
scorecard_free (Scorecard *scorecard)
{
  heading_free (scorecard->heading);
  g_free (scorecard);
}

static guint
heading_width (const Heading *heading)
{
  guint n = heading->columns->len;
  while (n > 0
         && (heading_column (heading, n - 1)->role == ROLE_NONE
             || heading_column (heading, n - 1)->role == ROLE_GROUP))
    n--;
  return n;
}

static const char *
ref_of (const AlignedRow *row)
{
  for (guint i = 0; i < MAX_REF_CELL; i++)
    if (suit_is_ref (aligned_row_text (row, i)))
      return aligned_row_text (row, i);
  return "";
}

/* Benchmarks come together: one that begins them with nothing behind it is out of place. */
static gboolean
is_lone_benchmark (const CardColumns *columns, const AlignedRow *row, guint cell, guint number)
{
  gboolean begins = card_column (columns, number)->role == ROLE_BENCHMARK
                    && (number == 0 || card_column (columns, number - 1)->role != ROLE_BENCHMARK);
  gboolean goes_on = number + 1 < columns->n_columns
                     && card_column (columns, number + 1)->role == ROLE_BENCHMARK;
  return begins && goes_on && (cell + 1 >= row->n_cells || !row->is_filled[cell + 1]);
}

static int
score_cell (const AlignedRow *row, guint cell, guint number, gpointer data)
{
  const Scoring *scoring = data;
  const Column *column = card_column (&scoring->columns, number);
  const Reading *reading = &row->readings[cell];
  int score = suit_score (suit_of_role (column->role), reading, aligned_row_text (row, cell))
              - (is_lone_benchmark (&scoring->columns, row, cell, number) ? LONE_COST : 0);
  if (!reading->has_value || score <= 0 || scoring->reader->evidence == NULL)
    return score;

  EvidenceQuery query = { .table = scoring->columns.table,
                          .ref = ref_of (row),
                          .comparator = column->comparator,
                          .value = reading->value };
  query.measure = card_measure (&scoring->columns, column, &query.period);
  gboolean is_supported
      = query.measure != MEASURE_NONE && evidence_supports (scoring->reader->evidence, &query);
  return score + (is_supported ? EVIDENCE_BONUS : 0);
}

static gboolean
is_data_row (const GridRow *row)
{
  return grid_row_n_filled (row) >= MIN_DATA_CELLS;
}

static guint
first_body_row (const Scorecard *scorecard)
{
  return scorecard->heading->first_row + scorecard->heading->n_rows;
}

/* ---- which headings, how far aside ---- */

static CardColumns
columns_of (const Scorecard *scorecard, guint shift)
{
  guint n_front = 0;
  while (n_front < scorecard->heading->columns->len
         && heading_column (scorecard->heading, n_front)->role == ROLE_NONE)
    n_front++;
  return (CardColumns){ scorecard->table,
                        scorecard->grid->is_aligned,
                        scorecard->heading,
                        shift,
                        shift + n_front,
                        heading_width (scorecard->heading) + shift,
                        heading_last_month (scorecard->heading) };
}

/* Returns: where a cell stands whose own heading is the column of @columns that @matches tells; it
 * goes on in order where no heading stands. */
static int
place_of (guint cell, const Heading *own, const CardColumns *columns, const int *matches)
{
  guint shift = columns->shift, n = own->columns->len;
  if (cell < shift)
    return (int) cell;
  guint column = MIN (cell - shift, n - 1);
  return (int) shift + matches[column] + (int) (cell - shift - column);
}

/* Headings that rows may be read with. */
typedef struct
{
  CardColumns columns;
  gboolean is_matched; /* whether cells stand where these headings say what the rows' own do; else
                          where they are printed: own headings may stand aside of their rows */
} Choice;

/* Has the cells of the rows, whose own headings are @own, stand where @choice has them. */
static void
place_cells (GArray *rows, const Heading *own, const Choice *choice)
{
  g_autofree int *matches
      = choice->is_matched ? heading_match (own, choice->columns.heading) : NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      AlignedRow *row = aligned_row (rows, i);
      for (guint cell = 0; cell < row->n_cells; cell++)
        row->places[cell]
            = matches != NULL ? place_of (cell, own, &choice->columns, matches) : (int) cell;
    }
}

/* Sets @best to the headings of @other, as they suit the rows best, if they do better than
 * @best_score. */
static void
try_headings (const Reader *reader, GArray *rows, const Heading *own, const Scorecard *other,
              Choice *best, int *best_score)
{
  gboolean is_own = heading_equals (other->heading, own);
  for (guint shift = 0; shift <= MAX_SHIFT; shift++)
    for (int is_matched = !is_own; is_matched >= 0; is_matched--)
      {
        Choice choice = { columns_of (other, shift), is_matched };
        Scoring scoring = { reader, choice.columns };
        place_cells (rows, own, &choice);
        int score = aligned_rows_align (rows, choice.columns.n_columns, score_cell, &scoring);
        score -= is_own || is_matched ? 0 : (int) rows->len * CONTRARY_COST;
        if (score <= *best_score)
          continue;
        *best = choice;
        *best_score = score;
      }
}

static Choice
choose_headings (const Reader *reader, const Scorecard *scorecard, const GPtrArray *others)
{
  g_autoptr (GArray) rows = aligned_rows_new ();
  for (guint i = first_body_row (scorecard); i < scorecard->end && rows->len < MAX_TRIED; i++)
    if (is_data_row (grid_row (scorecard->grid, i)))
      aligned_rows_add (rows, reader->cells, grid_row (scorecard->grid, i), 0);

  Choice best = { columns_of (scorecard, 0), FALSE };
  int best_score = G_MININT;
  const Heading *own = scorecard->heading;
  try_headings (reader, rows, own, scorecard, &best, &best_score);
  for (guint i = 0; i < others->len; i++) /* these must be better, not as good */
    {
      const Scorecard *other = g_ptr_array_index (others, i);
      if (other->table == scorecard->table && !heading_equals (other->heading, own))
        try_headings (reader, rows, own, other, &best, &best_score);
    }
  return best;
}

/* ---- the rows ---- */

/* A row with one cell is the name of a section if it is short, else a remark. */
static void
read_lone_cell (const Reader *reader, const GridRow *row, char **section)
{
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      GridCell *cell = grid_row_cell (row, i);
      if (cell == NULL)
        continue;
      cell->is_placed = TRUE;
      if (cell->n_bytes <= MAX_SECTION)
        report_set_text (section, cell->text);
      else
        {
          Text *text = report_add_text (reader->report);
          text->kind = TEXT_NOTE;
          text->page = row->page;
          report_set_text (&text->section, *section);
          report_set_text (&text->text, cell->text);
        }
    }
}

/* Whether an earlier part of the table has the same headings. */
static gboolean
is_repeated (const Scorecard *scorecard, const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const Scorecard *other = g_ptr_array_index (others, i);
      if (other == scorecard)
        return FALSE;
      if (other->table == scorecard->table && heading_equals (other->heading, scorecard->heading))
        return TRUE;
    }
  return FALSE;
}

/* Returns (nullable): the lowest heading of a column. */
static const GridCell *
heading_cell (const Scorecard *scorecard, guint column)
{
  const GridCell *cell = NULL;
  for (guint i = 0; i < scorecard->heading->n_rows; i++)
    {
      const GridRow *row = grid_row (scorecard->grid, scorecard->heading->first_row + i);
      const GridCell *here = grid_row_cell (row, column);
      cell = here != NULL ? here : cell;
    }
  return cell;
}

static void
note_mislabelled (const Reader *reader, const Scorecard *scorecard)
{
  for (guint i = 0; i < scorecard->heading->columns->len; i++)
    {
      const Column *column = heading_column (scorecard->heading, i);
      if (!column->is_mislabelled)
        continue;
      const GridCell *cell = heading_cell (scorecard, i);
      reader_add_mislabel (reader, scorecard->table,
                           grid_row (scorecard->grid, scorecard->heading->first_row)->page,
                           cell != NULL ? cell->box : (Box){ 0 }, column->label, column->period);
    }
}

void
scorecard_read (const Reader *reader, const Scorecard *scorecard, const GPtrArray *others,
                int *n_rows, char **section)
{
  Choice choice = choose_headings (reader, scorecard, others);
  Scoring scoring = { reader, choice.columns };
  for (guint i = 0; i < scorecard->heading->n_rows; i++)
    grid_row_place (grid_row (scorecard->grid, scorecard->heading->first_row + i), TRUE);

  if (!is_repeated (scorecard, others))
    note_mislabelled (reader, scorecard);

  g_autoptr (GArray) rows = aligned_rows_new ();
  for (guint i = first_body_row (scorecard); i < scorecard->end; i++)
    aligned_rows_add (rows, reader->cells, grid_row (scorecard->grid, i), 0);
  place_cells (rows, scorecard->heading, &choice);
  aligned_rows_settle (rows, scoring.columns.n_columns, score_cell, &scoring);
  for (guint i = 0; i < rows->len; i++)
    {
      const AlignedRow *row = aligned_row (rows, i);
      int indicator = NO_INDICATOR;
      if (row->row->is_loose)
        reader_add_turned (reader, row->row);
      else if (is_data_row (row->row))
        indicator = card_read (reader, &scoring.columns, row, (*n_rows)++, section);
      else
        read_lone_cell (reader, row->row, section);
      reader_add_unplaced (reader, scorecard->table, indicator, row->row);
    }
}
