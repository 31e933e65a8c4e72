/* parse/sideways_row.c - whose words are those that run up or down the page of a text?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. What is turned is of the row of the next figures, or of that of those which it stands right
 *    behind; references are put to rows in order, and only where that can be done in one way.
 * 2. References that are joined to one line are of as many rows.  They run from bottom to top, as
 *    those show that count up, unless many show the other way.
 * 3. What a reference was broken into follows the reference that is far nearer than any other.
 * 4. Other words are a row's only if each row has its own: else they may be of several.
 */
#include "parse/sideways_row.h"

#include <string.h>

#include "parse/anchor.h"
#include "parse/sideways.h"
#include "parse/suit.h"

#define MAX_ITEMS 500 /* that are put to rows at a time */
#define CLEAR 2       /* times as many references count one way as the other */
#define MIN_DOWN 4    /* that do so from top to bottom */
#define FAR 2         /* times as far as what is near */
#define MAX_BEHIND 1  /* lines between figures and what stands beside them */
#define MAX_ROWS 2000 /* of a page */

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
  gboolean is_tried;  /* whether its column was put to rows */
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
    if (sideways_ref_length (line, i) > 0)
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
follow_ref (Item **items, guint n_items, guint i)
{
  guint above, below;
  Item *upper = ref_beside (items, n_items, i, TRUE, &above),
       *lower = ref_beside (items, n_items, i, FALSE, &below);
  Item *near = above < below ? upper : lower;
  gboolean is_clear = near != NULL && FAR * MIN (above, below) <= MAX (above, below)
                      && above != below && near->is_ref && near->n == 1;
  if (items[i]->is_piece && is_clear)
    {
      items[i]->leader = near;
      return;
    }
  if (upper != NULL)
    upper->is_broken = TRUE;
  if (lower != NULL)
    lower->is_broken = TRUE;
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
  for (guint i = 0; i < n_items; i++)
    if (!items[i]->is_ref)
      follow_ref (items, n_items, i);
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
    if (sideways_overlap (line, word_line (placing->lines, item_at (items, i)->line)))
      {
        column[n++] = item_at (items, i);
        item_at (items, i)->is_tried = TRUE;
        n_refs += item_at (items, i)->is_ref;
      }
  if (n_refs > 0)
    place_refs (placing, column, n, own);
  else
    place_words (placing, column, n);
}

GArray *
sideways_row_place (const GArray *lines, guint first, guint end, const GArray *rows)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Sideways));
  int direction = find_direction (lines);
  for (guint i = first; i < end; i++)
    if (word_line (lines, i)->is_turned)
      add_line (all, lines, i, direction);
  Placing placing = { lines, rows, all };
  g_autoptr (GArray) items = list_items (&placing);
  for (guint i = 0; i < items->len && rows->len <= MAX_ROWS; i++)
    if (!item_at (items, i)->is_tried)
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
