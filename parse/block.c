/* parse/block.c - a document's pages as a sequence of tables and paragraphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The words of a page are gathered into lines: words that follow each other on one height.
 * 2. On a page with lanes, a line of them is a row of a grid, one without is a line of text;
 *    neighbours of one kind make a block, unless a blank line stands between them.
 * 3. Tables whose cells are drawn are grids of their own (parse/lattice.h).
 * 4. Else, on a page without lanes, its words are put in the order in which they stand
 *    (parse/page_lines.h) and tables are looked for by alignment (parse/layout.h, layout_months.h,
 *    layout_body.h); what is above, between and below them is text.
 */
#include "parse/block.h"

#include <string.h>

#include "parse/abreast.h"
#include "parse/across.h"
#include "parse/lattice.h"
#include "parse/layout.h"
#include "parse/layout_body.h"
#include "parse/layout_months.h"
#include "parse/overflow.h"
#include "parse/page_lines.h"
#include "parse/sideways.h"
#include "parse/single.h"

#define MIN_TABLE_LINES 2

static void
text_line_free (TextLine *line)
{
  g_free (line->text);
  g_free (line);
}

static void
block_free (Block *block)
{
  if (block->is_kept)
    return;
  grid_free (block->grid);
  for (guint i = 0; i < block->n_lines; i++)
    text_line_free (block->lines[i]);
  g_free (block->lines);
  g_free (block);
}

static gboolean
has_lanes (WordLine line)
{
  return line.words[0].lane != WORD_NO_LANE;
}

/* Whether so much is blank between two lines that another line would fit: a drawn line there
 * belongs to a table and is not blank. */
static gboolean
is_apart (const Page *page, WordLine above, WordLine below)
{
  const Box *a = &above.words[0].box, *b = &below.words[0].box;
  double blank = b->y0 - a->y1;
  for (guint i = 0; i < page->rules->len && blank > 0; i++)
    {
      const Box *rule = &g_array_index (page->rules, Rule, i).box;
      if (rule->y0 >= a->y1 && rule->y1 <= b->y0)
        return FALSE;
    }
  return blank >= 0.9 * (b->y1 - b->y0);
}

static Block *
add_block (GPtrArray *blocks, int page, gboolean is_grid)
{
  Block *block = g_new0 (Block, 1);
  block->page = page;
  if (is_grid)
    block->grid = grid_new ();
  g_ptr_array_add (blocks, block);
  return block;
}

static void
add_surety (TextLine *text, const Word *word)
{
  if (strpbrk (word->text, "0123456789") == NULL)
    return;
  text->confidence = MIN (text->confidence, word->confidence);
  text->origin = word->origin == ORIGIN_OCR ? ORIGIN_OCR : text->origin;
}

static void
add_text_line (Block *block, int page, WordLine line)
{
  TextLine *text = g_new0 (TextLine, 1);
  g_autoptr (GString) words = g_string_new (NULL);
  text->page = page;
  text->confidence = 1;
  for (guint i = 0; i < line.n_words; i++)
    {
      const Word *word = &line.words[i];
      gboolean was_bold = text->n_bold == words->len;
      if (i > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, word->text);
      text->box = box_union (text->box, word->box);
      add_surety (text, word);
      if (word->is_bold && was_bold)
        text->n_bold = words->len;
    }
  text->n_bytes = words->len;
  text->text = g_string_free (g_steal_pointer (&words), FALSE);
  block->lines = g_renew (TextLine *, block->lines, block->n_lines + 1);
  block->lines[block->n_lines++] = text;
}

static void
add_grid_row (Block *block, int page, WordLine line)
{
  GridRow *row = grid_add_row (block->grid, page);
  for (guint i = 0; i < line.n_words; i++)
    grid_row_add_word (row, (guint) MAX (line.words[i].lane, 0), &line.words[i]);
}

/* Adds the lines from @first to @end, told apart by their lanes. */
static void
add_lines (GPtrArray *blocks, const Page *page, const GArray *lines, guint first, guint end)
{
  Block *block = NULL;
  for (guint i = first; i < end; i++)
    {
      WordLine line = g_array_index (lines, WordLine, i);
      gboolean is_grid = has_lanes (line);
      if (block == NULL || is_grid != (block->grid != NULL)
          || is_apart (page, g_array_index (lines, WordLine, i - 1), line))
        block = add_block (blocks, page->number, is_grid);
      if (is_grid)
        add_grid_row (block, page->number, line);
      else
        add_text_line (block, page->number, line);
    }
}

/* Returns (nullable): the table that the page before ended with, if nothing but text stands behind
 * it so far. */
static Grid *
cut_table (const GPtrArray *blocks, int page)
{
  for (guint i = blocks->len; i-- > 0;)
    {
      const Block *block = g_ptr_array_index (blocks, i);
      if (block->grid != NULL)
        return block->page == page - 1 ? block->grid : NULL;
    }
  return NULL;
}

/* Moves the rows of @grid, which goes with that, behind those of @above. */
static void
join_grids (Grid *above, Grid *grid)
{
  while (grid_n_rows (grid) > 0)
    g_ptr_array_add (above->rows, g_ptr_array_steal_index (grid->rows, 0));
  grid_free (grid);
}

/* Adds a table, in the columns of the one that the page before ended with if it goes on, and to the
 * headings, or the lines of one indicator, that it ended with. */
static void
add_grid (GPtrArray *blocks, const HeadingWords *heading_words, int page, Grid *grid)
{
  Grid *above = cut_table (blocks, page);
  for (guint i = 0; i < grid_n_rows (grid); i++)
    across_join (heading_words, grid_row (grid, i));
  if (above != NULL)
    overflow_align (above, grid);
  if (above != NULL
      && (overflow_is_headed (above, grid) || single_goes_on (heading_words, above, grid)))
    {
      join_grids (above, grid);
      return;
    }
  Block *block = g_new0 (Block, 1);
  block->page = page;
  block->grid = grid;
  g_ptr_array_add (blocks, block);
}

/* Adds the lines from @first to @end; at the top of a page they may begin with rows of a table that
 * the page before ended with. */
static void
add_rest (GPtrArray *blocks, const HeadingWords *heading_words, const Page *page,
          const GArray *lines, guint first, guint end)
{
  const Grid *above = cut_table (blocks, page->number);
  guint from = first, to = end;
  Grid *grid = above != NULL ? overflow_find (above, page->number, lines, &from, &to) : NULL;
  if (grid == NULL)
    {
      add_lines (blocks, page, lines, first, end);
      return;
    }
  add_lines (blocks, page, lines, first, from);
  add_grid (blocks, heading_words, page->number, grid);
  add_lines (blocks, page, lines, to, end);
}

static gboolean
any_lanes (const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (has_lanes (g_array_index (lines, WordLine, i)))
      return TRUE;
  return FALSE;
}

/* Keeps of two tables the one that begins first; either may have no grid. */
static void
keep_first (LayoutTable *table, LayoutTable other)
{
  gboolean is_better = other.grid != NULL && (table->grid == NULL || other.first < table->first);
  grid_free (is_better ? table->grid : other.grid);
  *table = is_better ? other : *table;
}

/* Finds the first table by alignment of any kind, from that line on. */
static gboolean
find_aligned (const HeadingWords *heading_words, const Page *page, const GArray *lines, guint from,
              LayoutTable *table)
{
  LayoutTable months = { .grid = NULL }, body = { .grid = NULL };
  table->grid = NULL;
  layout_find (heading_words, page, lines, from, table);
  layout_months_find (heading_words, page->number, lines, from, &months);
  keep_first (table, months);
  layout_body_find (page, lines, from, table->grid != NULL ? table->first : lines->len, &body);
  keep_first (table, body);
  return table->grid != NULL;
}

/* Whether there are lines enough on which figures stand beside something: no table has fewer. */
static gboolean
may_hold_table (const GArray *lines)
{
  guint n = 0;
  for (guint i = 0; i < lines->len && n < MIN_TABLE_LINES; i++)
    {
      const WordLine *line = &g_array_index (lines, WordLine, i);
      gboolean has_figure = FALSE;
      for (guint k = 0; k < line->n_words && !has_figure; k++)
        has_figure = segment_is_figure (line->words[k].text);
      n += has_figure && segment_count (line) > 1;
    }
  return n == MIN_TABLE_LINES;
}

/* Adds the tables by alignment among the lines, and what stands between them.  Returns: how many
 * tables there are. */
static guint
add_aligned (GPtrArray *blocks, const HeadingWords *heading_words, const Page *page,
             const GArray *lines)
{
  guint done = 0, n = 0;
  LayoutTable table;
  for (; find_aligned (heading_words, page, lines, done, &table); n++)
    {
      add_rest (blocks, heading_words, page, lines, done, table.first);
      table.grid->is_aligned = TRUE;
      add_grid (blocks, heading_words, page->number, table.grid);
      done = table.end;
    }
  if (n > 0)
    add_rest (blocks, heading_words, page, lines, done, lines->len);
  return n;
}

/* Adds what stands on the page between its drawn tables. */
static void
add_words (GPtrArray *blocks, const HeadingWords *heading_words, const Page *page,
           const GArray *words)
{
  g_autoptr (GArray) lines = page_lines (words);
  if (!any_lanes (lines) && may_hold_table (lines))
    {
      g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Word));
      g_autoptr (GArray) sorted_lines = page_lines_sorted (words, sorted);
      sideways_mark (sorted_lines);
      if (add_aligned (blocks, heading_words, page, sorted_lines) > 0)
        return;
    }
  add_rest (blocks, heading_words, page, lines, 0, lines->len);
}

/* Whether a drawn table is all headings: a scanner lost the rules of its rows, which are fainter.
 */
static gboolean
is_headings (const HeadingWords *words, const Table *table)
{
  g_autoptr (Grid) grid = grid_of_table (table);
  Heading *heading = heading_find (words, grid, 0);
  gboolean is_all = heading != NULL && heading->first_row + heading->n_rows == grid_n_rows (grid);
  heading_free (heading);
  return is_all;
}

/* Returns (transfer full) (element-type Table): the page's drawn tables; of an image, those that
 * have rows. */
static GPtrArray *
find_drawn (const HeadingWords *words, const Page *page)
{
  GPtrArray *tables = lattice_find (page);
  for (guint i = tables->len; words->is_of_image && i-- > 0;)
    if (is_headings (words, g_ptr_array_index (tables, i)))
      g_ptr_array_remove_index (tables, i);
  return tables;
}

static gboolean
is_in_table (const GPtrArray *tables, const Word *word)
{
  double x = (word->box.x0 + word->box.x1) / 2, y = (word->box.y0 + word->box.y1) / 2;
  for (guint i = 0; i < tables->len; i++)
    {
      const Box *box = &((const Table *) g_ptr_array_index (tables, i))->box;
      if (x >= box->x0 && x < box->x1 && y >= box->y0 && y < box->y1)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
}

/* What of a page stands together. */
typedef struct
{
  GArray *words;     /* owned; of Word, outside the tables */
  GPtrArray *tables; /* owned; of Table, borrowed */
} Part;

static void
part_clear (Part *part)
{
  g_array_unref (part->words);
  g_ptr_array_unref (part->tables);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

static Part
part_new (void)
{
  return (Part){ g_array_new (FALSE, FALSE, sizeof (Word)), g_ptr_array_new () };
}

/* The quarters of a page around tables side by side, in the order in which they are read. */
enum
{
  ABOVE,
  LEFT,
  RIGHT,
  BELOW,
  N_QUARTERS
};

static guint
quarter_of (const Abreast *abreast, const Box *box)
{
  double x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
  return y < abreast->y0 ? ABOVE : y > abreast->y1 ? BELOW : x < abreast->x ? LEFT : RIGHT;
}

/* Adds the words and tables of a part in their order. */
static void
add_in_order (GPtrArray *blocks, const HeadingWords *heading_words, const Page *page,
              const Part *part)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word)); /* borrowed ones */
  guint next = 0;
  for (guint i = 0; i < part->words->len; i++)
    {
      const Word *word = &g_array_index (part->words, Word, i);
      for (const Table *table = NULL; next < part->tables->len; next++)
        {
          table = g_ptr_array_index (part->tables, next);
          if (word->rotation == 0 && word->box.y0 < table->box.y0)
            break;
          add_words (blocks, heading_words, page, words);
          g_array_set_size (words, 0);
          add_grid (blocks, heading_words, page->number, grid_of_table (table));
        }
      g_array_append_val (words, *word);
    }
  add_words (blocks, heading_words, page, words);
  for (; next < part->tables->len; next++)
    add_grid (blocks, heading_words, page->number,
              grid_of_table (g_ptr_array_index (part->tables, next)));
}

/* Adds a part; where tables stand side by side in it, what belongs to the left one goes first. */
static void
add_part (GPtrArray *blocks, const HeadingWords *heading_words, const Page *page, const Part *part)
{
  Abreast abreast;
  if (!abreast_find (part->tables, part->words, &abreast))
    {
      add_in_order (blocks, heading_words, page, part);
      return;
    }
  Part quarters[N_QUARTERS];
  for (guint i = 0; i < N_QUARTERS; i++)
    quarters[i] = part_new ();
  for (guint i = 0; i < part->words->len; i++)
    {
      const Word *word = &g_array_index (part->words, Word, i);
      g_array_append_val (quarters[quarter_of (&abreast, &word->box)].words, *word);
    }
  for (guint i = 0; i < part->tables->len; i++)
    {
      Table *table = g_ptr_array_index (part->tables, i);
      g_ptr_array_add (quarters[quarter_of (&abreast, &table->box)].tables, table);
    }
  for (guint i = 0; i < N_QUARTERS; i++)
    {
      add_part (blocks, heading_words, page, &quarters[i]);
      part_clear (&quarters[i]);
    }
}

void
blocks_add_page (GPtrArray *blocks, const HeadingWords *heading_words, const Page *page)
{
  g_autoptr (GPtrArray) tables = find_drawn (heading_words, page);
  if (tables->len == 0)
    {
      add_words (blocks, heading_words, page, page->words);
      return;
    }
  g_auto (Part) part = part_new ();
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = &g_array_index (page->words, Word, i);
      if (!is_in_table (tables, word))
        g_array_append_val (part.words, *word);
    }
  g_ptr_array_extend (part.tables, tables, NULL, NULL);
  add_part (blocks, heading_words, page, &part);
}

static void
keep_lines (Block *block, Shelf *shelf, Shelf *texts)
{
  for (guint i = 0; i < block->n_lines; i++)
    {
      g_autofree TextLine *line = block->lines[i];
      g_autofree char *text = line->text;
      line->text = shelf_add_text (texts, text, line->n_bytes);
      block->lines[i] = shelf_add (shelf, line, sizeof *line);
    }
  g_autofree TextLine **lines = block->lines;
  block->lines = shelf_add (shelf, lines, block->n_lines * sizeof (TextLine *));
}

void
blocks_keep (GPtrArray *blocks, guint first, guint end, Shelf *shelf, Shelf *texts)
{
  for (guint i = first; i < end; i++)
    {
      g_autofree Block *block = g_ptr_array_index (blocks, i);
      if (block->grid != NULL)
        block->grid = grid_keep (block->grid, shelf, texts);
      else
        keep_lines (block, shelf, texts);
      block->is_kept = TRUE;
      g_ptr_array_index (blocks, i) = shelf_add (shelf, block, sizeof *block);
    }
}
