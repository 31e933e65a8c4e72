/* parse/parse.c - walks through a document and hands each part to what reads it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The document's family, authority, title, key to arrows and month are found.
 * 2. Its blocks are told apart: tables of indicators by their headings, tables of a single
 * indicator by theirs, tables of months by the labels of their rows, all else is prose.  A document
 * without any table is tried as flattened text (parse/flat.h).
 * 3. Where a document has both kinds of table, it is read a second time with the first reading as
 *    evidence: a row that stands beside its columns is put right by the same figure elsewhere.
 * 4. What the commentaries state of figures is read (parse/claim.h).
 */
#include "parse/parse.h"

#include <string.h>

#include "model/phrase.h"
#include "parse/arrow_key.h"
#include "parse/block.h"
#include "parse/borrow.h"
#include "parse/claim.h"
#include "parse/flat.h"
#include "parse/footnote.h"
#include "parse/identity.h"
#include "parse/months.h"
#include "parse/parts.h"
#include "parse/prose.h"
#include "parse/recognise.h"
#include "parse/reference.h"
#include "parse/segment.h"
#include "parse/single.h"
#include "parse/stated.h"

#define MAX_TITLE_LINE 20     /* the title stands in the first lines */
#define MAX_COUNCIL_LINE 60   /* and so does the council's name */
#define MAX_SECTION_LENGTH 60 /* in bytes; a longer line is a remark */
#define MAX_FRONT_LENGTH 120  /* in bytes; a longer line is prose */
#define CELLS_AT_ONCE 4000    /* and lines, that lie in memory while blocks are read */
#define MIN_ROW_FIGURES 3     /* next to each other, on a line that looks like a row */
#define MIN_ROW_NAME 2        /* words in front of them */
#define NAME "[A-Z][\\w’'-]+" /* a word of a council's name */

struct _Parser
{
  const Knowledge *knowledge; /* borrowed */
  Vocabulary *vocabulary;
  MonthReader *months;
  CellReader *cells;
  Identifier *identifier;
  Recogniser *recogniser;
  ClaimReader *claims;
  ArrowKeyReader *arrow_key;
  Pattern *council;
};

struct _Draft
{
  const Parser *parser;     /* borrowed */
  HeadingWords words;       /* borrowed */
  GPtrArray *blocks;        /* of Block, owned */
  guint n_kept;             /* of them that lie on the shelf */
  guint n_awake;            /* cells and lines that were looked at since memory was given back */
  Shelf *shelf, *texts;     /* owned; what they hold lies there */
  const char *const *lines; /* borrowed from them, NULL-terminated: each line and cell as text */
  GPtrArray *scorecards;    /* of Scorecard, owned */
  int n_tables;             /* that the scorecards are parts of */
  const Family *family;     /* borrowed (nullable); recognised by them */
  gboolean is_authority;    /* whether it is its publisher's own */
};

/* What is known while the blocks of a document are walked through. */
typedef struct
{
  Reader reader;
  Draft *draft;            /* borrowed */
  const GPtrArray *blocks; /* of Block, borrowed from it */
  GPtrArray *scorecards;   /* of Scorecard, borrowed */
  GPtrArray *headings;     /* of GridRow, borrowed: rows that may head the next table of months */
  MonthsTable *months;     /* owned; the table of months that may go on */
  char *title;             /* owned; the line above a table of a single indicator */
  ProseState prose;
  int n_rows;    /* of indicators, in scorecards */
  char *section; /* owned; that these rows stand in */
} Walk;

static Pattern *
compile (const char *source)
{
  g_autoptr (GError) error = NULL;
  Pattern *pattern = pattern_new (source, &error);
  g_assert_no_error (error);
  return pattern;
}

void
parser_prepare (void)
{
  pattern_prepare ();
}

Parser *
parser_new (const Knowledge *knowledge, GError **error)
{
  g_autoptr (Vocabulary) vocabulary = vocabulary_new (knowledge->lexicon, error);
  if (vocabulary == NULL)
    return NULL;
  Recogniser *recogniser = recogniser_new (knowledge->families, error);
  if (recogniser == NULL)
    return NULL;
  MonthReader *months = month_reader_new ();
  month_reader_forgive (months, vocabulary);
  ClaimReader *claims = claim_reader_new (knowledge->lexicon, vocabulary, months, error);
  if (claims == NULL)
    {
      month_reader_free (months);
      recogniser_free (recogniser);
      return NULL;
    }

  Parser *parser = g_new0 (Parser, 1);
  parser->knowledge = knowledge;
  parser->vocabulary = g_steal_pointer (&vocabulary);
  parser->months = months;
  parser->claims = claims;
  parser->cells = cell_reader_new (parser->vocabulary);
  parser->identifier = identifier_new (knowledge->catalogue);
  parser->recogniser = recogniser;
  parser->arrow_key = arrow_key_reader_new ();
  parser->council = compile (
      "(?<council>(?-i:(?:(?:(?:London|Royal|Metropolitan) )?Borough|City|County) of " NAME
      "(?:(?: and| &| upon)? " NAME ")*|(?:" NAME " (?:(?:and|&|upon) )?)+"
      "(?:Council|COUNCIL|Unitary Authority|(?:Metropolitan|London|Royal) Borough(?! of)|"
      "Children[’']s (?:Services )?Trust)))");
  return parser;
}

void
parser_forget (const Parser *parser)
{
  vocabulary_forget (parser->vocabulary);
  cell_reader_forget (parser->cells);
}

void
parser_free (Parser *parser)
{
  if (parser == NULL)
    return;

  claim_reader_free (parser->claims);
  pattern_free (parser->council);
  arrow_key_reader_free (parser->arrow_key);
  recogniser_free (parser->recogniser);
  identifier_free (parser->identifier);
  cell_reader_free (parser->cells);
  month_reader_free (parser->months);
  vocabulary_free (parser->vocabulary);
  g_free (parser);
}

/* ---- the document as a whole ---- */

/* Lets go of the memory that was taken to look at blocks and lines. */
static void
rest (Draft *draft)
{
  shelf_rest (draft->shelf);
  shelf_rest (draft->texts);
  draft->n_awake = 0;
}

/* Returns (transfer none): the block, which will be looked at; those that were before it give their
 * memory back every now and then. */
static const Block *
look_at_block (gpointer data, guint index)
{
  Draft *draft = data;
  const Block *block = g_ptr_array_index (draft->blocks, index);
  draft->n_awake += block->n_lines;
  if (block->grid != NULL)
    draft->n_awake += grid_n_rows (block->grid) * grid_n_columns (block->grid);
  if (draft->n_awake >= CELLS_AT_ONCE)
    rest (draft);
  return block;
}

/* Returns (transfer none): every line and cell of the document as text. */
static const char *const *
list_lines (Draft *draft)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      const Block *block = look_at_block (draft, i);
      for (guint k = 0; k < block->n_lines; k++)
        {
          const TextLine *line = block->lines[k];
          g_ptr_array_add (lines, line->text);
        }
      for (guint k = 0; block->grid != NULL && k < grid_n_rows (block->grid); k++)
        {
          const GridRow *row = grid_row (block->grid, k);
          for (guint c = 0; c < grid_row_n_columns (row); c++)
            if (grid_row_text (row, c)[0] != '\0')
              g_ptr_array_add (lines, (char *) grid_row_text (row, c));
        }
    }
  g_ptr_array_add (lines, NULL);
  return shelf_add (draft->texts, lines->pdata, lines->len * sizeof (gpointer));
}

static void
find_publisher (const Draft *draft, Report *report)
{
  const Parser *parser = draft->parser;
  const Family *family = draft->family;
  const char *const *lines = draft->lines;
  if (family != NULL)
    report_set_text (&report->family, family->id);
  if (family != NULL && draft->is_authority)
    {
      report_set_text (&report->authority, family->authority);
      report_set_text (&report->authority_code, family->authority_code);
    }
  for (guint i = 0; i < MAX_COUNCIL_LINE && report->authority[0] == '\0' && lines[i] != NULL; i++)
    if (strlen (lines[i]) < MAX_FRONT_LENGTH && pattern_find (parser->council, lines[i]))
      {
        g_autofree char *council = pattern_dup_group (parser->council, lines[i], "council");
        report_set_text (&report->authority, council);
      }
  arrow_key_read (parser->arrow_key, lines, report);
  if (report->arrow_threshold == 0 && draft->is_authority
      && family != NULL) /* others set other keys in the same layout */
    report->arrow_threshold = family->arrow_threshold;
}

/* Returns: the first month or quarter that the text names, else the first year. */
static Period
find_stated (const Parser *parser, const char *const *lines)
{
  Period year = NO_PERIOD;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Period found = NO_PERIOD;
      if (strlen (lines[i]) >= MAX_FRONT_LENGTH || !month_find (parser->months, lines[i], &found))
        continue;
      if (found.kind == PERIOD_MONTH || found.kind == PERIOD_QUARTER)
        return found;
      if (year.kind == PERIOD_NONE)
        year = found;
    }
  return year;
}

/* The month that most columns end with is the report's, else the one that the text states. */
static Period
find_period (const GPtrArray *scorecards, Period stated)
{
  Period period = NO_PERIOD;
  for (guint i = 0; i < scorecards->len; i++)
    {
      const Scorecard *scorecard = g_ptr_array_index (scorecards, i);
      Period last = heading_last_month (scorecard->heading);
      if (last.kind == PERIOD_MONTH
          && (period.kind == PERIOD_NONE || period_months_between (period, last) > 0))
        period = last;
    }
  gboolean is_dated = stated.kind == PERIOD_MONTH || stated.kind == PERIOD_QUARTER;
  return period.kind == PERIOD_NONE && is_dated ? stated : period;
}

/* Moves the report's month on to the last that it has an actual figure of, where that is later: the
 * month found in the text was of a row. */
static void
move_period (Report *report)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      const Figure *figure = report_figure (report, i);
      if (figure->has_value && figure->measure == MEASURE_ACTUAL
          && figure->period.kind == PERIOD_MONTH && report->period.kind == PERIOD_MONTH
          && period_months_between (report->period, figure->period) > 0)
        report->period = figure->period;
    }
}

/* Whether a line near the top may be the title: more than a word, and no other thing that stands
 * there: furniture, a heading of a table, the publisher's name alone. */
static gboolean
is_title (const Parser *parser, const Report *report, const char *line)
{
  return strlen (line) < MAX_FRONT_LENGTH && strchr (line, ' ') != NULL
         && line[strlen (line) - 1] != ':' && !g_str_equal (line, report->authority)
         && vocabulary_find (parser->vocabulary, WORDS_FURNITURE, line) == NULL
         && vocabulary_find (parser->vocabulary, WORDS_HEADINGS, line) == NULL;
}

static void
find_title (const Parser *parser, const char *const *lines, Report *report)
{
  for (guint i = 0; i < MAX_TITLE_LINE && lines[i] != NULL; i++)
    if (is_title (parser, report, lines[i]))
      {
        report_set_text (&report->title, lines[i]);
        return;
      }
}

/* ---- the tables ---- */

static gboolean
is_single_grid (const Walk *walk, guint index)
{
  if (index >= walk->blocks->len)
    return FALSE;
  const Block *block = g_ptr_array_index (walk->blocks, index);
  return block->grid != NULL && !parts_has (walk->scorecards, block->grid)
         && single_is (&walk->reader.words, block->grid);
}

static gboolean
is_months_grid (const Walk *walk, guint index)
{
  if (index >= walk->blocks->len || is_single_grid (walk, index))
    return FALSE;
  const Block *block = g_ptr_array_index (walk->blocks, index);
  return block->grid != NULL && !parts_has (walk->scorecards, block->grid)
         && months_count_labels (&walk->reader, block->grid) >= 2;
}

/* `IN MONTH PERFORMANCE` and its like begin a row of the table, not of its headings. */
static gboolean
begins_with_group (const Reader *reader, const GridRow *row)
{
  for (guint i = 0; i < grid_row_n_columns (row); i++)
    {
      const char *text = grid_row_text (row, i);
      if (text[0] == '\0')
        continue;
      const LexiconEntry *entry
          = vocabulary_find (reader->words.vocabulary, WORDS_ROW_LABELS, text);
      return entry != NULL && entry->means == ROLE_GROUP;
    }
  return TRUE;
}

/* Whether rows of headings stand in the grid before its first month. */
static gboolean
has_headings (const Walk *walk, const Grid *grid)
{
  Label label;
  return !months_read_label (&walk->reader, grid_row (grid, 0), &label)
         && !begins_with_group (&walk->reader, grid_row (grid, 0));
}

/* Whether a grid is the headings of the one behind it, which begins with its months. */
static gboolean
is_headings_grid (const Walk *walk, guint index)
{
  if (!is_months_grid (walk, index + 1))
    return FALSE;
  const Block *next = g_ptr_array_index (walk->blocks, index + 1);
  return !has_headings (walk, next->grid);
}

static void
end_months (Walk *walk)
{
  if (walk->months != NULL)
    months_table_read (&walk->reader, walk->months);
  g_clear_pointer (&walk->months, months_table_free);
}

static void
read_months (Walk *walk, const Block *block)
{
  guint first = 0;
  Label label;
  while (!months_read_label (&walk->reader, grid_row (block->grid, first), &label)
         && !begins_with_group (&walk->reader, grid_row (block->grid, first)))
    g_ptr_array_add (walk->headings, grid_row (block->grid, first++));

  if (walk->headings->len > 0 || walk->months == NULL)
    {
      end_months (walk);
      walk->months = months_table_new (&walk->reader, ++walk->reader.report->n_tables,
                                       walk->headings, block->grid, walk->prose.section);
      g_ptr_array_set_size (walk->headings, 0);
    }
  months_table_add (&walk->reader, walk->months, block->grid, first);
}

/* Returns: the next block behind @index that is a table. */
static guint
next_grid (const Walk *walk, guint index)
{
  guint next = index + 1;
  while (next < walk->blocks->len
         && ((const Block *) g_ptr_array_index (walk->blocks, next))->grid == NULL)
    next++;
  return next;
}

/* Reads lines of text; the title of a table of a single indicator that follows is kept for that. */
static void
read_lines (Walk *walk, guint index)
{
  guint table = next_grid (walk, index);
  Title title = { 0, 0, 0 };
  gboolean has_title = is_single_grid (walk, table)
                       && title_find (&walk->reader, walk->blocks, table, &title)
                       && title.block == index;
  if (has_title)
    {
      g_autofree char *text = title_text (walk->blocks, &title);
      report_set_text (&walk->title, text);
    }
  prose_read_lines (&walk->reader, g_ptr_array_index (walk->blocks, index),
                    has_title ? &title : NULL, &walk->prose);
}

static void
read_single (Walk *walk, const Block *block)
{
  walk->prose.indicator = single_read (&walk->reader, ++walk->reader.report->n_tables, block->grid,
                                       walk->title, walk->prose.section);
  report_set_text (&walk->title, "");
}

static void
read_scorecards (Walk *walk, const Block *block)
{
  for (guint i = 0; i < walk->scorecards->len; i++)
    {
      Scorecard *scorecard = g_ptr_array_index (walk->scorecards, i);
      if (scorecard->grid != block->grid)
        continue;
      scorecard_read (&walk->reader, scorecard, walk->scorecards, &walk->n_rows, &walk->section);
    }
}

/* A short line between two parts of a table names the section of the rows below. */
static gboolean
is_section_line (const Walk *walk, guint index)
{
  const Block *block = g_ptr_array_index (walk->blocks, index);
  if (block->n_lines != 1 || index + 1 == walk->blocks->len)
    return FALSE;
  const Block *next = g_ptr_array_index (walk->blocks, index + 1);
  const TextLine *line = block->lines[0];
  return parts_carries_on (walk->scorecards, next->grid) && line->n_bytes > 0
         && line->n_bytes <= MAX_SECTION_LENGTH
         && strchr (".:!?", line->text[line->n_bytes - 1]) == NULL;
}

static void
read_block (Walk *walk, guint index)
{
  const Block *block = g_ptr_array_index (walk->blocks, index);
  if (block->grid != NULL)
    walk->prose.indicator = NO_INDICATOR;
  if (is_section_line (walk, index))
    report_set_text (&walk->section, block->lines[0]->text);
  else if (block->grid == NULL)
    read_lines (walk, index);
  else if (parts_has (walk->scorecards, block->grid))
    read_scorecards (walk, block);
  else if (is_single_grid (walk, index))
    read_single (walk, block);
  else if (is_months_grid (walk, index))
    read_months (walk, block);
  else if (is_headings_grid (walk, index))
    for (guint i = 0; i < grid_n_rows (block->grid); i++)
      g_ptr_array_add (walk->headings, grid_row (block->grid, i));
  else
    prose_read_grid (&walk->reader, block->grid, &walk->prose);
}

/* Whether figures follow each other in a text as they do in a table's row, and not in a sentence.
 */
static gboolean
has_row (char *const *words)
{
  guint n = 0;
  for (guint i = 0; words[i] != NULL && n < MIN_ROW_FIGURES; i++)
    n = segment_is_figure (words[i]) ? n + 1 : 0;
  return n == MIN_ROW_FIGURES;
}

/* Whether words name something and figures end the line behind them, as in a whole row. */
static gboolean
is_named_row (const Reader *reader, char *const *words)
{
  guint n = 0;
  while (words[n] != NULL && !segment_is_figure (words[n]))
    n++;
  g_autofree char *first = n > 0 ? g_strdup (words[0]) : NULL;
  Label label;
  if (n < MIN_ROW_NAME || label_read (&reader->words, first, &label))
    return FALSE;
  guint end = n;
  while (words[end] != NULL && segment_is_figure (words[end]))
    end++;
  return words[end] == NULL && end - n >= MIN_ROW_FIGURES;
}

/* Counts the numbers of a line. */
static void
unplace_numbers (const Reader *reader, const TextLine *line)
{
  g_auto (GStrv) words = g_strsplit (line->text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (segment_is_figure (words[i]) && strpbrk (words[i], "0123456789") != NULL)
      {
        Unplaced *unplaced = report_add_unplaced (reader->report);
        report_set_text (&unplaced->text, words[i]);
        unplaced->page = line->page;
        unplaced->box = line->box;
      }
}

/* Counts the numbers of a line that looks like a table's row; of a line that looks like a whole one
 * if there were tables: charts print figures that follow each other as well. */
static void
unplace_line (const Reader *reader, const TextLine *line)
{
  g_auto (GStrv) words = g_strsplit (line->text, " ", -1);
  if (reader->report->indicators->len == 0 ? has_row (words) : is_named_row (reader, words))
    unplace_numbers (reader, line);
}

/* Counts the numbers of lines that are but a figure each and follow each other, as where a program
 * prints each cell of a table on a line of its own; @above, the two before @line, of which any may
 * be NULL, move on. */
static void
unplace_column (const Reader *reader, const TextLine *line, const TextLine *above[2], guint *n)
{
  *n = segment_is_figure (line->text) ? *n + 1 : 0;
  for (guint i = 0; i < 2 && *n == MIN_ROW_FIGURES; i++)
    unplace_numbers (reader, above[i]);
  if (*n >= MIN_ROW_FIGURES)
    unplace_numbers (reader, line);
  above[0] = above[1];
  above[1] = line;
}

/* What looks like rows of a table and went into none was not read, and that is said. */
static void
unplace_lines (const Walk *walk)
{
  const TextLine *above[2] = { NULL };
  guint n_figures = 0; /* lines that are one, up to here */
  gboolean has_tables = walk->reader.report->indicators->len > 0;
  for (guint i = 0; i < walk->blocks->len; i++)
    {
      const Block *block = look_at_block (walk->draft, i);
      for (guint k = 0; k < block->n_lines; k++)
        {
          unplace_line (&walk->reader, block->lines[k]);
          if (!has_tables)
            unplace_column (&walk->reader, block->lines[k], above, &n_figures);
        }
    }
}

static void
walk_clear (Walk *walk)
{
  g_ptr_array_unref (walk->headings);
  prose_state_clear (&walk->prose);
  phrase_free (walk->title);
  phrase_free (walk->section);
}

/* Returns: the parts of scorecards, whose tables are counted in the reader's report. */
static GPtrArray *
list_scorecards (Draft *draft, const Reader *reader)
{
  if (draft->scorecards == NULL)
    {
      draft->scorecards = parts_list (reader, look_at_block, draft, draft->blocks->len);
      draft->n_tables = reader->report->n_tables;
    }
  reader->report->n_tables = draft->n_tables;
  return draft->scorecards;
}

/* Reads the blocks, once more if @evidence is given. */
static Report *
read_blocks (Draft *draft, const Document *document, Evidence *evidence)
{
  const Parser *parser = draft->parser;
  const char *const *lines = draft->lines;
  Report *report = report_new (&document->source);
  Walk walk = { .reader = { draft->words, parser->cells, evidence, report },
                .draft = draft,
                .blocks = draft->blocks,
                .headings = g_ptr_array_new (),
                .prose = prose_state_new (),
                .title = phrase_new (""),
                .section = phrase_new ("") };
  const Family *family = draft->family;
  find_publisher (draft, report);
  rest (draft);
  walk.scorecards = list_scorecards (draft, &walk.reader);
  gboolean is_flat = walk.scorecards->len == 0 && family != NULL && family->columns->len > 0;
  if (!is_flat) /* its first lines are pieces of cells */
    find_title (parser, lines, report);
  report->n_pages = document->n_pages;
  const char *flaw = document_flaw (document);
  if (flaw != NULL)
    report_set_text (&report_add_finding (report, "cut", SEVERITY_WARNING)->message, flaw);
  report->period = find_period (walk.scorecards, draft->words.stated);
  if (walk.scorecards->len > 0)
    stated_hold (parser->vocabulary, parser->months, lines, report);

  if (is_flat)
    flat_read (&walk.reader, parser->knowledge->catalogue, family, draft->blocks);
  else
    for (guint i = 0; i < draft->blocks->len; i++)
      {
        look_at_block (draft, i);
        read_block (&walk, i);
      }
  end_months (&walk);
  if (walk.scorecards->len == 0)
    move_period (report);
  if (!is_flat || report->indicators->len == 0)
    unplace_lines (&walk);
  if (draft->words.is_of_image)
    references_settle (&walk.reader);
  borrow_names (&walk.reader);
  borrow_endings (&walk.reader, lines);
  footnote_strip_names (walk.reader.report);
  identity_settle (parser->identifier, &walk.reader);
  walk_clear (&walk);
  return report;
}

/* ---- the draft ---- */

Draft *
draft_new (const Parser *parser)
{
  Draft *draft = g_new0 (Draft, 1);
  draft->parser = parser;
  draft->words = (HeadingWords){ parser->vocabulary, parser->months, NO_PERIOD, FALSE };
  draft->blocks = blocks_new ();
  draft->shelf = shelf_new ();
  draft->texts = shelf_new ();
  return draft;
}

/* Lets go of all that was kept of the pages. */
static void
clear_blocks (Draft *draft)
{
  g_clear_pointer (&draft->scorecards, g_ptr_array_unref);
  if (draft->blocks != NULL && draft->n_kept == draft->blocks->len)
    g_ptr_array_set_free_func (draft->blocks, NULL); /* all are the shelf's: they need no look */
  g_clear_pointer (&draft->blocks, g_ptr_array_unref);
  g_clear_pointer (&draft->shelf, shelf_free);
  g_clear_pointer (&draft->texts, shelf_free);
}

void
draft_free (Draft *draft)
{
  if (draft == NULL)
    return;

  clear_blocks (draft);
  g_free (draft);
}

/* Moves the blocks to before @end to the shelf. */
static void
keep_blocks (Draft *draft, guint end)
{
  blocks_keep (draft->blocks, draft->n_kept, end, draft->shelf, draft->texts);
  draft->n_kept = end;
}

void
draft_add_page (Draft *draft, const Page *page)
{
  for (guint i = 0; i < page->words->len && !draft->words.is_of_image; i++)
    draft->words.is_of_image = g_array_index (page->words, Word, i).origin == ORIGIN_OCR;
  guint n_before = draft->blocks->len;
  blocks_add_page (draft->blocks, &draft->words, page);
  keep_blocks (draft, n_before);
}

/* Nothing has gone into a report any more. */
static void
unplace_cells (Draft *draft)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      const Grid *grid = look_at_block (draft, i)->grid;
      for (guint k = 0; grid != NULL && k < grid_n_rows (grid); k++)
        grid_row_place (grid_row (grid, k), FALSE);
    }
}

/* Reads the blocks, twice if they can bear themselves out. */
static Report *
read_tables (Draft *draft, const Document *document)
{
  g_autoptr (Report) first = read_blocks (draft, document, NULL);
  if (first->n_tables < 2)
    return g_steal_pointer (&first);

  g_autoptr (Evidence) evidence = evidence_new (first);
  g_clear_pointer (&first, report_free);
  unplace_cells (draft);
  return read_blocks (draft, document, evidence);
}

Report *
draft_read (Draft *draft, const Document *document)
{
  keep_blocks (draft, draft->blocks->len);
  draft->lines = list_lines (draft);
  draft->family = recognise (draft->parser->recogniser, draft->lines, &draft->is_authority);
  draft->words.stated = find_stated (draft->parser, draft->lines);
  Report *report = read_tables (draft, document);
  clear_blocks (draft);
  claim_read_all (draft->parser->claims, report);
  return report;
}

Report *
parser_read (const Parser *parser, const Document *document)
{
  g_autoptr (Draft) draft = draft_new (parser);
  for (guint i = 0; i < document->pages->len; i++)
    draft_add_page (draft, g_ptr_array_index (document->pages, i));
  return draft_read (draft, document);
}
