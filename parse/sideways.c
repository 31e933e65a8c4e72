/* parse/sideways.c - lines of a text whose words run up or down the page that it was made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A line is turned if it is one piece that stands where no row has anything on the line of its
 *    figures, and so many blank lines stand beside it as are between turned words and others.
 * 2. Its row is that of the next figures; where that would give a row two references, that of the
 *    figures before.  References that are joined to one line belong to as many rows, and of the two
 *    ways in which they may run, they run that way in which more of them count up.
 * 3. Other words are a row's only if each row has its own: else they may be of several.
 */
#include "parse/sideways.h"

#include <string.h>

#include "parse/anchor.h"
#include "parse/suit.h"

#define BLANK_LINES 4       /* beside what is turned, at least on one side */
#define MIN_ROWS 2          /* of figures, that show where nothing stands */
#define MAX_SHARE 8         /* one row in so many may have something there by chance */
#define MAX_REF_WORDS 3     /* of one reference */
#define MAX_TURNED_WORDS 60 /* of one line */
#define MAX_ITEMS 500       /* that are put to rows at a time */
#define CLEAR 2             /* times as many references count one way as the other */
#define MIN_DOWN 4          /* that do so from top to bottom */
#define FAR 2               /* times as far as what is near */
#define MAX_BEHIND 1        /* lines between figures and what stands beside them */
#define MIN_NAME 3          /* letters of a name's first word */
#define MAX_LINES 2000      /* of a page */

/* ---- which lines are turned ---- */

static double
x0_of (const WordLine *line)
{
  return line->words[0].box.x0;
}

static double
x1_of (const WordLine *line)
{
  return line->words[line->n_words - 1].box.x1;
}

static gboolean
overlap (const WordLine *a, const WordLine *b)
{
  return x0_of (a) < x1_of (b) && x0_of (b) < x1_of (a);
}

/* Returns: how many lines are blank between two. */
static double
blank_between (const GArray *lines, guint upper, guint lower)
{
  return word_line (lines, lower)->words[0].box.y0 - word_line (lines, upper)->words[0].box.y1;
}

static gboolean
is_below_blank (const GArray *lines, guint i)
{
  return i > 0 && i < lines->len && blank_between (lines, i - 1, i) >= BLANK_LINES;
}

/* Whether few of the rows have a word, on the line of their figures, where @line stands. */
static gboolean
is_beside_rows (const GArray *lines, const GArray *rows, const WordLine *line)
{
  guint n = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const WordLine *row = word_line (lines, g_array_index (rows, guint, i));
      gboolean is_filled = FALSE;
      for (guint k = 0; k < row->n_words && !is_filled; k++)
        is_filled = row->words[k].box.x0 < x1_of (line) && row->words[k].box.x1 > x0_of (line);
      n += is_filled;
    }
  return n * MAX_SHARE <= rows->len;
}

/* Returns (transfer full) (element-type guint): the lines with figures of a row. */
static GArray *
list_rows (const GArray *lines)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < lines->len; i++)
    if (anchor_has_figures (word_line (lines, i)))
      g_array_append_val (rows, i);
  return rows;
}

/* Whether a line is nothing but references: they may reach over what stands behind. */
static gboolean
has_several_refs (const WordLine *line)
{
  g_autoptr (GArray) refs = sideways_refs (line);
  return refs->len > 1;
}

/* Returns (transfer full): for each line whether it may be turned. */
static gboolean *
list_candidates (const GArray *lines, const GArray *rows)
{
  gboolean *may = g_new0 (gboolean, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const WordLine *line = word_line (lines, i);
      may[i] = segment_count (line) == 1 && line->n_words <= MAX_TURNED_WORDS
               && (is_beside_rows (lines, rows, line) || has_several_refs (line));
    }
  return may;
}

/* Drops, of the candidates, those runs that no blank lines stand beside. */
static void
drop_close (const GArray *lines, gboolean *may)
{
  for (guint i = 0, end; i < lines->len; i = end + 1)
    {
      gboolean is_apart = FALSE;
      for (end = i; end < lines->len && may[end]; end++)
        is_apart |= is_below_blank (lines, end);
      is_apart |= is_below_blank (lines, end);
      for (guint k = i; k < end && !is_apart; k++)
        may[k] = FALSE;
    }
}

static gboolean
is_of_refs (const WordLine *line)
{
  g_autoptr (GArray) refs = sideways_refs (line);
  return refs->len > 0;
}

/* Whether references are turned where @line stands. */
static gboolean
is_in_refs (const GArray *lines, const gboolean *may, const WordLine *line)
{
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    n += may[i] && overlap (line, word_line (lines, i)) && is_of_refs (word_line (lines, i));
  return n >= MIN_ROWS;
}

/* Whether a line may be the name of a section: words, and no piece of a reference. */
static gboolean
may_name_section (const WordLine *line)
{
  const char *first = line->words[0].text;
  for (guint i = 0; i < line->n_words; i++)
    if (suit_is_ref (line->words[i].text))
      return FALSE;
  return g_ascii_isupper (first[0]) && strlen (first) >= MIN_NAME;
}

/* Drops names of sections that stand where references are turned. */
static void
drop_names (const GArray *lines, gboolean *may)
{
  g_autofree gboolean *is_name = g_new0 (gboolean, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const WordLine *line = word_line (lines, i);
      is_name[i] = may[i] && may_name_section (line) && !is_of_refs (line)
                   && is_in_refs (lines, may, line);
    }
  for (guint i = 0; i < lines->len; i++)
    may[i] = may[i] && !is_name[i];
}

/* Leaves out the blank lines around those that are turned, and their own: what stands below them
 * touches what stands above. */
static void
lift (GArray *lines, const gboolean *is_turned)
{
  double lifted = 0;
  for (guint i = 0, next; i < lines->len; i = next + 1)
    {
      for (next = i; next < lines->len && is_turned[next]; next++)
        ;
      if (next > i && i > 0 && next < lines->len)
        lifted += blank_between (lines, i - 1, next);
      guint beside = next < lines->len ? next : i > 0 ? i - 1 : i;
      double place = word_line (lines, beside)->words[0].box.y0 - lifted;
      for (guint k = i; k < MIN (next + 1, lines->len); k++)
        {
          WordLine *line = &g_array_index (lines, WordLine, k);
          line->is_turned = k < next;
          line->lifted = line->words[0].box.y0 - place;
        }
    }
}

/* Notes how far right the column of a line reaches: to its end, or over the first of several
 * references where the others stand over what is behind. */
static void
note_width (GArray *lines, const GArray *rows, guint i)
{
  WordLine *line = &g_array_index (lines, WordLine, i);
  g_autoptr (GArray) refs = sideways_refs (line);
  gboolean is_over = refs->len > 1 && !is_beside_rows (lines, rows, line);
  line->turned_x1 = is_over ? segment_x1 (segment_at (refs, 0)) : x1_of (line);
}

void
sideways_mark (GArray *lines)
{
  if (lines->len == 0 || lines->len > MAX_LINES || word_line (lines, 0)->words[0].size != 1)
    return;
  g_autoptr (GArray) rows = list_rows (lines);
  if (rows->len < MIN_ROWS)
    return;
  g_autofree gboolean *is_turned = list_candidates (lines, rows);
  drop_close (lines, is_turned);
  drop_names (lines, is_turned);
  lift (lines, is_turned);
  for (guint i = 0; i < lines->len; i++)
    if (is_turned[i])
      note_width (lines, rows, i);
}

/* ---- references on them ---- */

/* Returns: how many words from @first on are a reference; 0 if they are none. */
static guint
ref_length (const WordLine *line, guint first)
{
  for (guint n = MIN (MAX_REF_WORDS, line->n_words - first); n > 0; n--)
    {
      Segment words = { &line->words[first], n };
      g_autofree char *text = segment_dup_text (&words);
      if (suit_is_ref (text))
        return n;
    }
  return 0;
}

/* Whether a word begins a reference: it is one, or the word behind it makes it one, and does not
 * begin one itself. */
static gboolean
begins_ref (const WordLine *line, guint i)
{
  const char *text = line->words[i].text;
  if (suit_is_ref (text))
    return TRUE;
  return g_ascii_isupper (text[0]) && i + 1 < line->n_words
         && !suit_is_ref (line->words[i + 1].text) && g_ascii_isdigit (line->words[i + 1].text[0])
         && ref_length (line, i) > 1;
}

GArray *
sideways_refs (const WordLine *line)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (Segment));
  for (guint i = 0, end; i < line->n_words; i = end)
    {
      for (end = i + 1; end < line->n_words && !begins_ref (line, end); end++)
        ;
      Segment ref = { &line->words[i], end - i };
      g_autofree char *text = segment_dup_text (&ref);
      if (!begins_ref (line, i) || !suit_is_ref (text))
        {
          g_array_set_size (refs, 0);
          break;
        }
      g_array_append_val (refs, ref);
    }
  return refs;
}

/* ---- whose they are ---- */

/* What is turned in one part of a table. */
typedef struct
{
  const GArray *lines;
  const GArray *rows; /* of Anchor */
  GArray *all;        /* of Sideways, owned by the caller */
} Placing;

static Sideways *
sideways_at (const GArray *all, guint i)
{
  return &g_array_index (all, Sideways, i);
}

/* Returns: how two references follow each other: below 0 if they count up, above if down, 0 if
 * that cannot be told. */
static int
compare_refs (const Segment *a, const Segment *b)
{
  g_autofree char *left = segment_dup_text (a), *right = segment_dup_text (b);
  gsize n = strcspn (left, "0123456789");
  if (n != strcspn (right, "0123456789") || strncmp (left, right, n) != 0)
    return 0;
  char *left_end, *right_end;
  guint64 x = g_ascii_strtoull (left + n, &left_end, 10),
          y = g_ascii_strtoull (right + n, &right_end, 10);
  if (x == y && left_end[0] == '.' && right_end[0] == '.')
    {
      x = g_ascii_strtoull (left_end + 1, NULL, 10);
      y = g_ascii_strtoull (right_end + 1, NULL, 10);
    }
  return (x > y) - (x < y);
}

/* Returns: how those that are joined to one line run on a page: -1 from bottom to top, 1 from top
 * to bottom, which few do, 0 if that cannot be told. */
static int
find_direction (const GArray *lines)
{
  guint n_up = 0, n_down = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      if (!word_line (lines, i)->is_turned)
        continue;
      g_autoptr (GArray) refs = sideways_refs (word_line (lines, i));
      for (guint k = 1; k < refs->len; k++)
        {
          int order = compare_refs (segment_at (refs, k - 1), segment_at (refs, k));
          n_up += order > 0;
          n_down += order < 0;
        }
    }
  if (n_up > 0 && n_up >= CLEAR * n_down)
    return -1;
  return n_down >= MIN_DOWN && n_down >= CLEAR * n_up ? 1 : 0;
}

/* Adds what stands on a line: each of its references from top to bottom, or all of its words. */
static void
add_line (GArray *all, const GArray *lines, guint line, int direction)
{
  const WordLine *own = word_line (lines, line);
  g_autoptr (GArray) refs = sideways_refs (own);
  if (refs->len < 2 || direction == 0)
    {
      Sideways whole = { line, { own->words, own->n_words }, SIDEWAYS_NO_ROW, FALSE };
      g_array_append_val (all, whole);
      return;
    }
  for (guint i = 0; i < refs->len; i++)
    {
      guint at = direction > 0 ? i : refs->len - 1 - i;
      Sideways ref = { line, *segment_at (refs, at), SIDEWAYS_NO_ROW, FALSE };
      g_array_append_val (all, ref);
    }
}

/* One line that is turned, while rows are looked for. */
typedef struct _Item Item;
struct _Item
{
  guint first, n;     /* of what is turned: as many as there are references on the line */
  guint line;         /* that it stands on */
  guint next;         /* the row of the next figures */
  guint n_behind;     /* lines between the figures before and this one */
  guint n_above;      /* lines above it that are not turned */
  gboolean is_ref;    /* or several */
  gboolean is_piece;  /* whether it holds no reference, and only goes on with one */
  gboolean is_broken; /* whether it may be a part of a reference only */
  Item *leader;       /* (nullable); what it goes on with */
  int row;            /* of the first one; -1 if it has none */
};

static Item *
item_at (const GArray *items, guint i)
{
  return &g_array_index (items, Item, i);
}

/* Notes where an item stands among the rows' figures and the lines. */
static void
note_place (const Placing *placing, Item *item)
{
  const GArray *rows = placing->rows;
  while (item->next < rows->len && g_array_index (rows, Anchor, item->next).line < item->line)
    item->next++;
  guint above = item->next > 0 ? g_array_index (rows, Anchor, item->next - 1).line + 1 : item->line;
  for (guint i = 0; i < item->line; i++)
    {
      guint own = !word_line (placing->lines, i)->is_turned;
      item->n_above += own;
      item->n_behind += i >= above ? own : 0;
    }
}

static gboolean
has_ref (const WordLine *line)
{
  for (guint i = 0; i < line->n_words; i++)
    if (ref_length (line, i) > 0)
      return TRUE;
  return FALSE;
}

/* Returns (transfer full) (element-type Item): what is turned, line by line. */
static GArray *
list_items (const Placing *placing)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));
  for (guint i = 0; i < placing->all->len && items->len < MAX_ITEMS;)
    {
      Item item = { .first = i, .line = sideways_at (placing->all, i)->line, .row = -1 };
      const WordLine *line = word_line (placing->lines, item.line);
      for (; i < placing->all->len && sideways_at (placing->all, i)->line == item.line; i++)
        item.n++;
      g_autoptr (GArray) refs = sideways_refs (line);
      item.is_ref = refs->len == item.n; /* else nobody knows in which order they run */
      item.is_piece = !has_ref (line);
      note_place (placing, &item);
      g_array_append_val (items, item);
    }
  return items;
}

/* Whether an item may be of @row: that of the next figures, or that of those that it stands right
 * behind. */
static gboolean
may_be_of (const Item *item, guint row, guint n_rows)
{
  gboolean is_behind = row + 1 == item->next && item->n_behind <= MAX_BEHIND;
  return (row == item->next || is_behind) && row + item->n <= n_rows;
}

/* Puts items to rows, in order, each to as many as it has references, so that as few as can be have
 * none; of several ways to the one with the lowest rows if @is_low, else to that with the highest.
 */
static void
deal (Item **items, guint n_items, guint n_rows, gboolean is_low)
{
  g_autofree guint *n_out = g_new0 (guint, (n_items + 1) * (n_rows + 1));
  g_autofree int *choices = g_new (int, (n_items + 1) * (n_rows + 1));
  for (guint i = n_items; i-- > 0;)
    for (guint from = 0; from <= n_rows; from++) /* the first row that is free */
      {
        const guint *below = &n_out[(i + 1) * (n_rows + 1)];
        guint at = i * (n_rows + 1) + from, next = items[i]->next;
        n_out[at] = 1 + below[from];
        choices[at] = -1;
        for (guint k = 0; k < 2; k++)
          {
            guint row = (k == 0) == is_low ? next - MIN (next, 1) : next;
            if (row < from || !may_be_of (items[i], row, n_rows)
                || below[row + items[i]->n] >= n_out[at])
              continue;
            n_out[at] = below[row + items[i]->n];
            choices[at] = (int) row;
          }
      }
  for (guint i = 0, from = 0; i < n_items; i++)
    {
      items[i]->row = choices[i * (n_rows + 1) + from];
      from = items[i]->row < 0 ? from : (guint) items[i]->row + items[i]->n;
    }
}

/* Puts items to rows as far as that can be done in one way only. */
static void
deal_surely (Item **items, guint n_items, guint n_rows)
{
  g_autofree int *rows = g_new (int, n_items);
  deal (items, n_items, n_rows, TRUE);
  for (guint i = 0; i < n_items; i++)
    rows[i] = items[i]->row;
  deal (items, n_items, n_rows, FALSE);
  for (guint i = 0; i < n_items; i++)
    items[i]->row = rows[i] == items[i]->row ? rows[i] : -1;
}

/* Returns: the last reference above item @i, or the first below; @distance gets how many lines are
 * between, G_MAXUINT / 2 if there is no such reference. */
static Item *
ref_beside (Item **items, guint n_items, guint i, gboolean is_above, guint *distance)
{
  *distance = G_MAXUINT / 2;
  for (guint k = is_above ? i - 1 : i + 1; k < n_items; k += is_above ? -1 : 1)
    if (!items[k]->is_piece)
      {
        *distance = is_above ? items[i]->n_above - items[k]->n_above
                             : items[k]->n_above - items[i]->n_above;
        return items[k];
      }
  return NULL;
}

/* Makes what goes on with a reference, as `rate` beside `REF 2`, follow the one that stands far
 * nearer than the other.  What cannot follow leaves both as they may be broken, and so does what
 * holds more than references. */
static void
follow_refs (Item **items, guint n_items)
{
  for (guint i = 0; i < n_items; i++)
    {
      guint above, below;
      Item *upper = ref_beside (items, n_items, i, TRUE, &above),
           *lower = ref_beside (items, n_items, i, FALSE, &below);
      Item *near = above < below ? upper : lower;
      if (items[i]->is_ref)
        continue;
      gboolean is_clear = near != NULL && FAR * MIN (above, below) <= MAX (above, below)
                          && above != below && near->is_ref && near->n == 1;
      if (items[i]->is_piece && is_clear)
        items[i]->leader = near;
      for (guint k = 0; k < 2 && items[i]->leader == NULL; k++)
        if ((k == 0 ? upper : lower) != NULL)
          (k == 0 ? upper : lower)->is_broken = TRUE;
    }
}

static gboolean
is_followed (Item **items, guint n_items, const Item *item)
{
  for (guint i = 0; i < n_items; i++)
    if (items[i]->leader == item)
      return TRUE;
  return FALSE;
}

/* Marks references that stand twice as broken: each row has its own. */
static void
note_twins (const Placing *placing, Item **items, guint n_items)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_items; i++)
    for (guint k = 0; k < items[i]->n && items[i]->is_ref; k++)
      {
        char *text = segment_dup_text (&sideways_at (placing->all, items[i]->first + k)->words);
        Item *twin = g_hash_table_lookup (seen, text);
        if (twin != NULL && !is_followed (items, n_items, twin)
            && !is_followed (items, n_items, items[i]))
          twin->is_broken = items[i]->is_broken = TRUE;
        g_hash_table_replace (seen, text, items[i]);
      }
}

/* Puts the references of a column to rows; @own has room for the items. */
static void
place_refs (const Placing *placing, Item **items, guint n_items, Item **own)
{
  guint n = 0;
  follow_refs (items, n_items);
  note_twins (placing, items, n_items);
  for (guint i = 0; i < n_items; i++)
    if (!items[i]->is_piece)
      own[n++] = items[i];
  deal_surely (own, n, placing->rows->len);
  for (guint i = 0; i < n_items; i++)
    if (items[i]->leader != NULL)
      {
        items[i]->row = items[i]->leader->row;
        items[i]->is_broken = items[i]->leader->is_broken;
      }
    else
      items[i]->is_broken |= !items[i]->is_ref;
}

/* Whether a line has the letters of a reference from last to first, as some programs give them. */
static gboolean
is_mirrored (const WordLine *line)
{
  Segment all = { line->words, line->n_words };
  g_autofree char *text = segment_dup_text (&all), *mirrored = g_utf8_strreverse (text, -1);
  return suit_is_ref (mirrored);
}

/* Puts words to rows, if each row has its own. */
static void
place_words (const Placing *placing, Item **items, guint n_items)
{
  guint n_rows = placing->rows->len, n = 0;
  if (n_items == n_rows)
    deal_surely (items, n_items, n_rows);
  for (guint i = 0; i < n_items; i++)
    n += items[i]->row >= 0 && !is_mirrored (word_line (placing->lines, items[i]->line));
  for (guint i = 0; i < n_items && n < n_rows; i++)
    items[i]->row = -1;
}

/* Puts the items that stand in one column with item @first to rows. */
static void
place_column (const Placing *placing, const GArray *items, guint first)
{
  guint n = 0, n_refs = 0;
  const WordLine *line = word_line (placing->lines, item_at (items, first)->line);
  g_autofree Item **column = g_new (Item *, items->len), **own = g_new (Item *, items->len);
  for (guint i = 0; i < items->len; i++)
    if (overlap (line, word_line (placing->lines, item_at (items, i)->line)))
      {
        column[n++] = item_at (items, i);
        n_refs += item_at (items, i)->is_ref;
      }
  if (n_refs > 0)
    place_refs (placing, column, n, own);
  else
    place_words (placing, column, n);
}

GArray *
sideways_place (const GArray *lines, guint first, guint end, const GArray *rows)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Sideways));
  int direction = find_direction (lines);
  for (guint i = first; i < end; i++)
    if (word_line (lines, i)->is_turned)
      add_line (all, lines, i, direction);
  Placing placing = { lines, rows, all };
  g_autoptr (GArray) items = list_items (&placing);
  for (guint i = 0; i < items->len && rows->len <= MAX_LINES; i++)
    if (item_at (items, i)->row < 0)
      place_column (&placing, items, i);
  for (guint i = 0; i < items->len; i++)
    for (guint k = 0; k < item_at (items, i)->n && item_at (items, i)->row >= 0; k++)
      {
        Sideways *own = sideways_at (all, item_at (items, i)->first + k);
        own->row = (guint) item_at (items, i)->row + k;
        own->is_whole = !item_at (items, i)->is_broken;
      }
  return all;
}
