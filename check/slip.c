/* check/slip.c - which one figure, put right, would explain the contradictions that rest on it?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. For each figure of a broken tie: what may it be, by all ties that it stands in, the others
 * being as printed?  If there is such a number, the figure alone explains its broken ties.
 * 2. The figure that explains most goes first; its ties are then explained.  Among figures that
 *    explain as much, one of which a known slip leads to such a number is meant; without that, only
 *    one that stands alone.
 * 3. One broken tie proves little: nearly any of its figures can be bent to fit it.  There a slip
 * has to bring a figure that stands off all others of its row back among them.
 *
 * A number printed with its percentage ("148 of 286, 51.7 %") is one cell: what is made of both
 * moves with them.
 */
#include "check/slip.h"

#include <string.h>

#include "check/line.h"
#include "check/tie.h"

/* So many ties broken are not slips: what they hold is not understood.  It also bounds the work. */
#define MOST_BROKEN 400

#define SURENESS_UNKNOWN (-1)

typedef enum
{
  SLIP_NONE,
  SLIP_EXCHANGED, /* two neighbouring digits */
  SLIP_DIGIT,     /* one digit is another */
  SLIP_MONTH,     /* the figure of the month before or after */
  SLIP_ROW,       /* the figure of the row above or below */
} SlipKind;

static const char *const slip_texts[] = {
  [SLIP_NONE] = "",
  [SLIP_EXCHANGED] = "two neighbouring digits are exchanged",
  [SLIP_DIGIT] = "one digit is wrong",
  [SLIP_MONTH] = "it is the figure of a neighbouring month",
  [SLIP_ROW] = "it is the figure of a neighbouring row",
};

/* A figure of a broken tie, and what is known of it until one of its ties is explained. */
typedef struct
{
  const Figure *figure;
  GPtrArray *ties;      /* owned; of Tie: those it stands in, broken ones first */
  gboolean is_asked;    /* whether all below is known */
  gboolean is_possible; /* that it explains its ties */
  int sureness;         /* SURENESS_UNKNOWN, or as sureness() has it */
  guint n_broken;       /* ties that it explains */
  Interval domain;      /* what it may be, as printed to its decimals */
  gboolean has_value;
  Decimal value; /* what it should be, if there is but one */
  SlipKind slip;
  gboolean is_brought_back; /* an exchange of digits puts it back among its row */
} Suspect;

typedef struct
{
  Check *check;
  guint n_open;          /* ties that are broken and not explained yet */
  GPtrArray *suspects;   /* of Suspect, in the order of the broken ties */
  GHashTable *by_figure; /* const Figure * to Suspect */
} Inquiry;

static void
suspect_free (gpointer data)
{
  Suspect *suspect = data;
  g_ptr_array_unref (suspect->ties);
  interval_clear (&suspect->domain);
  g_free (suspect);
}

/* Returns: a tie that the suspect stands in; they lie all over what was held. */
static Tie *
tie_at (const Inquiry *inquiry, const Suspect *suspect, guint i)
{
  Shelf *shelf = inquiry->check->report->shelf;
  Tie *tie = suspect->ties->pdata[i];
  shelf_look_at (shelf, tie);
  shelf_look_at (shelf, tie->knots);
  return tie;
}

/* What a figure may be */

static gboolean
is_one_cell (const Figure *a, const Figure *b)
{
  return a->table == b->table && a->row == b->row && a->measure == b->measure
         && period_equal (a->period, b->period)
         && (a->component == COMPONENT_NUMERATOR || b->component == COMPONENT_NUMERATOR);
}

/* Whether the tie is between a number and its percentage in one cell. */
static gboolean
is_within_cell (const Tie *tie, const Figure *figure)
{
  for (guint i = 0; i < tie->n_knots; i++)
    if (tie->kind == TIE_QUOTIENT && tie_knot (tie, i)->figure != figure
        && tie_knot (tie, i)->role != KNOT_DIVISOR
        && is_one_cell (tie_knot (tie, i)->figure, figure))
      return !tie->is_broken;
  return FALSE;
}

/* Half a unit of the last place to either side, if @figure is rounded. */
static void
spread (const Check *check, const Figure *figure, Interval *domain)
{
  g_auto (Interval) stands_for = tie_interval (check, figure);
  g_auto (Interval) printed = interval_exact (figure->value);
  g_auto (Interval) around = interval_difference (&stands_for, &printed);
  interval_add (domain, &around);
}

/* Returns: FALSE if no number is left, or the ties say nothing. */
static gboolean
find_domain (const Inquiry *inquiry, Suspect *suspect)
{
  for (guint i = 0; i < suspect->ties->len; i++)
    {
      const Tie *tie = tie_at (inquiry, suspect, i);
      if (tie->is_loose || tie->explainer != NULL || is_within_cell (tie, suspect->figure))
        continue;
      g_auto (Interval) possible
          = tie_possible (inquiry->check, tie, tie_find (tie, suspect->figure));
      if (!interval_narrow (&suspect->domain, &possible))
        return FALSE;
      suspect->n_broken += tie->is_broken;
    }
  spread (inquiry->check, suspect->figure, &suspect->domain);
  g_auto (Interval) positive = interval_from (0);
  gboolean may_be_negative
      = suspect->figure->value.mantissa < 0
        || line_slot_of (inquiry->check, suspect->figure).measure == MEASURE_NONE;
  return !suspect->domain.is_unbounded
         && (may_be_negative || interval_narrow (&suspect->domain, &positive));
}

/* Slips */

static gboolean
may_be (const Suspect *suspect, Decimal value)
{
  g_auto (Interval) exact = interval_exact (value);
  return interval_meets (&exact, &suspect->domain);
}

/* Takes @value for a slip of that kind.  Returns: FALSE if another value could be, too. */
static gboolean
take_value (Suspect *suspect, SlipKind slip, Decimal value)
{
  if (!may_be (suspect, value))
    return TRUE;
  gboolean is_new = suspect->slip == SLIP_NONE || decimal_compare (suspect->value, value) == 0;
  suspect->slip = is_new ? slip : SLIP_NONE;
  suspect->value = value;
  suspect->has_value = is_new;
  return is_new;
}

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;
  for (int i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

static gboolean
try_exchange (Suspect *suspect)
{
  Decimal printed = suspect->figure->value;
  gint64 size = ABS (printed.mantissa);
  for (int place = 0; place < DECIMAL_MAX_DIGITS - 1 && size / power_of_ten (place) >= 10; place++)
    {
      gint64 unit = power_of_ten (place), upper = size / unit;
      gint64 left = upper / 10 % 10, right = upper % 10;
      gboolean is_first = upper < 100;
      if (left == right || (is_first && right == 0 && place >= printed.scale))
        continue;
      gint64 swapped = size + (right - left) * 9 * unit;
      Decimal value = { printed.mantissa < 0 ? -swapped : swapped, printed.scale };
      if (!take_value (suspect, SLIP_EXCHANGED, value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
try_digit (Suspect *suspect)
{
  Decimal printed = suspect->figure->value;
  gint64 size = ABS (printed.mantissa);
  for (int place = 0; place < DECIMAL_MAX_DIGITS - 1 && size / power_of_ten (place) > 0; place++)
    for (int digit = 0; digit <= 9; digit++)
      {
        gint64 unit = power_of_ten (place);
        gint64 other = size + (digit - size / unit % 10) * unit;
        Decimal value = { printed.mantissa < 0 ? -other : other, printed.scale };
        if (other != size && !take_value (suspect, SLIP_DIGIT, value))
          return FALSE;
      }
  return TRUE;
}

/* Whether the figure repeats one that stands beside it in the line @line at @slot. */
static gboolean
repeats (const Check *check, const Figure *figure, Line line, Slot slot)
{
  const Figure *other = line_find (check, line, slot);
  return other != NULL && other != figure && decimal_compare (other->value, figure->value) == 0;
}

/* A figure copied from its neighbour tells where it is from, not what it should be. */
static SlipKind
find_copy (const Check *check, const Figure *figure)
{
  Slot slot = line_slot_of (check, figure);
  Line line = line_of (figure);
  if (slot.measure == MEASURE_NONE)
    return SLIP_NONE;
  for (int step = -1; step <= 1; step += 2)
    {
      Line next = { line.indicator + step, line.component };
      gboolean has_next
          = next.indicator >= 0 && next.indicator < (int) check->series->len
            && report_indicator (check->report, (guint) next.indicator)->table == figure->table;
      Slot beside = slot;
      if (slot.period.kind == PERIOD_MONTH)
        beside.period = period_add_months (slot.period, step);
      if (slot.period.kind == PERIOD_MONTH && repeats (check, figure, line, beside))
        return SLIP_MONTH;
      if (has_next && ABS (figure->value.mantissa) >= 10 && repeats (check, figure, next, slot))
        return SLIP_ROW;
    }
  return SLIP_NONE;
}

static void
find_slip (const Check *check, Suspect *suspect)
{
  Decimal single;
  gboolean is_single = interval_single (&suspect->domain, suspect->figure->value.scale, &single);
  if (!try_exchange (suspect))
    suspect->slip = SLIP_NONE;
  if (suspect->slip == SLIP_NONE && is_single && !try_digit (suspect))
    suspect->slip = SLIP_NONE;
  if (suspect->slip == SLIP_NONE)
    suspect->slip = find_copy (check, suspect->figure);
  if (suspect->slip != SLIP_EXCHANGED && is_single)
    {
      suspect->value = single;
      suspect->has_value = TRUE;
    }
}

/* Suspects */

static gboolean
is_open (const Tie *tie)
{
  return tie->is_broken && !tie->is_loose && tie->explainer == NULL;
}

static Suspect *
suspect_of (const Inquiry *inquiry, const Figure *figure)
{
  return g_hash_table_lookup (inquiry->by_figure, figure);
}

static Suspect *
add_suspect (const Inquiry *inquiry, const Figure *figure)
{
  Suspect *suspect = g_new0 (Suspect, 1);
  suspect->figure = figure;
  suspect->ties = g_ptr_array_new ();
  suspect->domain = interval_unbounded ();
  g_ptr_array_add (inquiry->suspects, suspect);
  g_hash_table_insert (inquiry->by_figure, (gpointer) figure, suspect);
  return suspect;
}

/* Lists @tie with its figures; those that are no suspects yet become it only if it is broken. */
static void
list_tie (const Inquiry *inquiry, Tie *tie)
{
  for (guint i = 0; i < tie->n_knots; i++)
    {
      const Figure *figure = tie_knot (tie, i)->figure;
      Suspect *suspect = suspect_of (inquiry, figure);
      if (suspect == NULL && tie->is_broken)
        suspect = add_suspect (inquiry, figure);
      if (suspect != NULL)
        g_ptr_array_add (suspect->ties, tie);
    }
}

/* Lists the ties, kept and broken, of each figure of a broken one: those first that leave least. */
static void
list_ties (Inquiry *inquiry)
{
  Roll *ties = inquiry->check->ties;
  for (guint i = 0; i < ties->len; i++)
    {
      Tie *tie = ties_at (ties, i);
      if (tie->is_broken)
        list_tie (inquiry, tie);
      inquiry->n_open += is_open (tie);
    }
  for (guint i = 0; i < ties->len && inquiry->n_open > 0; i++)
    if (!ties_at (ties, i)->is_broken)
      list_tie (inquiry, ties_at (ties, i));
}

/* Whether the figure stands off all others of its line, and @value among them. */
static gboolean
brings_back (const Check *check, const Suspect *suspect)
{
  Line line = line_of (suspect->figure);
  g_autoptr (GArray) slots = line_slots (check, line);
  Slot own = line_slot_of (check, suspect->figure);
  const Figure *least = NULL, *largest = NULL;
  for (guint i = 0; i < slots->len; i++)
    {
      Slot slot = g_array_index (slots, Slot, i);
      const Figure *other = line_find (check, line, slot);
      if (other == suspect->figure || slot.measure != own.measure)
        continue;
      if (least == NULL || decimal_compare (other->value, least->value) < 0)
        least = other;
      if (largest == NULL || decimal_compare (other->value, largest->value) > 0)
        largest = other;
    }
  return least != NULL
         && (decimal_compare (suspect->figure->value, least->value) < 0
             || decimal_compare (suspect->figure->value, largest->value) > 0)
         && decimal_compare (suspect->value, least->value) >= 0
         && decimal_compare (suspect->value, largest->value) <= 0;
}

/* Finds out what the suspect may be.  Returns: whether it explains the open ties that it stands in.
 */
static gboolean
ask (const Inquiry *inquiry, Suspect *suspect)
{
  if (suspect->is_asked)
    return suspect->is_possible;
  interval_clear (&suspect->domain);
  *suspect = (Suspect){ .figure = suspect->figure,
                        .ties = suspect->ties,
                        .is_asked = TRUE,
                        .sureness = SURENESS_UNKNOWN,
                        .domain = interval_unbounded () };
  suspect->is_possible = find_domain (inquiry, suspect);
  if (suspect->is_possible)
    find_slip (inquiry->check, suspect);
  suspect->is_brought_back = suspect->is_possible && suspect->slip == SLIP_EXCHANGED
                             && brings_back (inquiry->check, suspect);
  return suspect->is_possible;
}

/* Whether another figure of the ties that @suspect explains stands in a further broken one: then it
 * may be the wrong one, together with a third. */
static gboolean
is_in_doubt (const Inquiry *inquiry, const Suspect *suspect)
{
  for (guint i = 0; i < suspect->ties->len; i++)
    {
      const Tie *tie = tie_at (inquiry, suspect, i);
      for (guint j = 0; is_open (tie) && j < tie->n_knots; j++)
        {
          const Suspect *other = suspect_of (inquiry, tie_knot (tie, j)->figure);
          for (guint k = 0; k < other->ties->len && other != suspect; k++)
            if (tie_at (inquiry, other, k) != tie && is_open (tie_at (inquiry, other, k)))
              return TRUE;
        }
    }
  return FALSE;
}

/* Whether the other number of the figure's cell is found to be wrong. */
static gboolean
is_in_found_cell (const Inquiry *inquiry, const Figure *figure)
{
  GHashTableIter iter;
  gpointer found = NULL;
  g_hash_table_iter_init (&iter, inquiry->check->wrong);
  while (g_hash_table_iter_next (&iter, &found, NULL))
    if (is_one_cell (found, figure))
      return TRUE;
  return FALSE;
}

/* What those say that stand in the open ties of a suspect too. */
typedef struct
{
  gboolean explains_more; /* one of them does */
  gboolean is_alone;      /* none explains as much */
  gboolean is_only_slip;  /* none that does is a slip of digits */
  gboolean is_only_back;  /* none is a slip that brings a figure back among its row */
} Rivals;

static void
ask_rival (const Suspect *suspect, const Suspect *rival, Rivals *rivals)
{
  gboolean is_equal = rival->n_broken == suspect->n_broken;
  gboolean is_slip = rival->slip == SLIP_EXCHANGED;
  rivals->explains_more |= rival->n_broken > suspect->n_broken;
  rivals->is_alone &= !is_equal;
  rivals->is_only_slip &= !(is_slip && is_equal);
  rivals->is_only_back &= !rival->is_brought_back;
}

static Rivals
ask_rivals (const Inquiry *inquiry, const Suspect *suspect)
{
  Rivals rivals = { FALSE, TRUE, TRUE, TRUE };
  for (guint i = 0; i < suspect->ties->len; i++)
    {
      const Tie *tie = tie_at (inquiry, suspect, i);
      for (guint j = 0; is_open (tie) && j < tie->n_knots; j++)
        {
          Suspect *rival = suspect_of (inquiry, tie_knot (tie, j)->figure);
          if (rival != suspect && ask (inquiry, rival))
            ask_rival (suspect, rival, &rivals);
        }
    }
  return rivals;
}

/* How sure it is that @suspect is meant, among those that explain as much of the same ties; 0 if it
 * is not. */
static int
compare_rivals (const Inquiry *inquiry, const Suspect *suspect)
{
  Rivals rivals = ask_rivals (inquiry, suspect);
  gboolean is_slip = suspect->slip == SLIP_EXCHANGED;
  if (rivals.explains_more)
    return 0;
  if (rivals.is_alone && suspect->n_broken > 1)
    return 4;
  if (rivals.is_alone && !is_in_doubt (inquiry, suspect))
    return 2;
  if (is_slip && rivals.is_only_slip && suspect->n_broken > 1)
    return 3;
  return rivals.is_only_back && suspect->is_brought_back ? 1 : 0;
}

/* The same, and more than all if the other number of its cell is known to be wrong. */
static int
sureness (const Inquiry *inquiry, Suspect *suspect)
{
  if (is_in_found_cell (inquiry, suspect->figure))
    return 5;
  if (suspect->sureness == SURENESS_UNKNOWN)
    suspect->sureness = compare_rivals (inquiry, suspect);
  return suspect->sureness;
}

/* Findings */

static char *
describe_period (const Figure *figure)
{
  g_autofree char *period = period_format (figure->period);
  gboolean is_statistic = figure->measure != MEASURE_ACTUAL && figure->measure != MEASURE_YTD
                          && figure->measure != MEASURE_ANNUAL;
  return is_statistic ? g_strdup (measure_code (figure->measure)) : g_steal_pointer (&period);
}

/* "CLA3 in 2016-11: 25, not 52". */
static char *
describe_suspect (const Check *check, const Suspect *suspect)
{
  const Figure *figure = suspect->figure;
  g_autofree char *period = describe_period (figure);
  g_autofree char *printed = decimal_format (figure->value);
  g_autofree char *value = decimal_format (suspect->value);
  g_autofree char *low = interval_format_low (&suspect->domain, figure->value.scale + 1);
  g_autofree char *high = interval_format_high (&suspect->domain, figure->value.scale + 1);
  const char *label = line_label (check, line_of (figure));
  const char *word = line_slot_of (check, figure).measure == MEASURE_NONE ? "" : "in ";
  if (suspect->has_value)
    return g_strdup_printf ("%s %s%s: %s, not %s", label, word, period, value, printed);
  return high[0] == '\0' ? g_strdup_printf ("%s %s%s: not %s", label, word, period, printed)
                         : g_strdup_printf ("%s %s%s: %s to %s, not %s", label, word, period, low,
                                            high, printed);
}

/* Figures that are all alike in a relation have no one that is said to be made of the others. */
static gboolean
are_alike (const Tie *tie)
{
  for (guint i = 0; i < tie->n_knots; i++)
    if (tie_knot (tie, i)->role == KNOT_RESULT)
      return FALSE;
  return TRUE;
}

static void
move_finding (Finding *finding, const Figure *figure)
{
  finding->indicator = figure->indicator;
  finding->measure = figure->measure;
  finding->period = figure->period;
  finding->page = figure->page;
  finding->box = figure->box;
  report_set_text (&finding->printed, figure->raw);
}

char *
slip_cause (const Check *check, const Figure *figure)
{
  return line_cell (check, line_of (figure), figure->measure, figure->period);
}

static void
explain_tie (Check *check, const Tie *tie, const Suspect *suspect)
{
  Finding *finding = report_finding (check->report, (guint) tie->finding);
  g_autofree char *suggestion = describe_suspect (check, suspect);
  g_autofree char *period = describe_period (suspect->figure);
  g_autofree char *group = slip_cause (check, suspect->figure);
  if (are_alike (tie))
    move_finding (finding, suspect->figure);
  report_set_text (&finding->suggestion, suggestion);
  report_set_text (&finding->group, group);
  if (suspect->slip == SLIP_NONE)
    return;
  g_autofree char *message = g_strdup_printf ("%s; %s in %s: %s explains it", finding->message,
                                              line_label (check, line_of (suspect->figure)), period,
                                              slip_texts[suspect->slip]);
  report_set_text (&finding->message, message);
}

static gboolean
is_in_open (const Inquiry *inquiry, const Suspect *suspect)
{
  for (guint i = 0; i < suspect->ties->len && tie_at (inquiry, suspect, i)->is_broken; i++)
    if (is_open (tie_at (inquiry, suspect, i)))
      return TRUE;
  return FALSE;
}

/* The surest suspect of all open ties, the first of equals; NULL if none is sure. */
static const Suspect *
find_surest (const Inquiry *inquiry)
{
  const Suspect *best = NULL;
  int best_sureness = 0;
  for (guint i = 0; i < inquiry->suspects->len; i++)
    {
      Suspect *suspect = inquiry->suspects->pdata[i];
      int sure = is_in_open (inquiry, suspect) && ask (inquiry, suspect)
                     ? sureness (inquiry, suspect)
                     : 0;
      if (sure > best_sureness
          || (sure > 0 && sure == best_sureness && suspect->n_broken > best->n_broken))
        {
          best = suspect;
          best_sureness = sure;
        }
    }
  return best;
}

/* Once @tie is explained, those who stand in it have to be asked again, and those who stand in a
 * broken tie with one of them compared again. */
static void
forget (const Inquiry *inquiry, const Tie *tie)
{
  for (guint i = 0; i < tie->n_knots; i++)
    {
      Suspect *suspect = suspect_of (inquiry, tie_knot (tie, i)->figure);
      suspect->is_asked = FALSE;
      for (guint j = 0; j < suspect->ties->len; j++)
        {
          const Tie *shared = tie_at (inquiry, suspect, j);
          for (guint k = 0; is_open (shared) && k < shared->n_knots; k++)
            suspect_of (inquiry, tie_knot (shared, k)->figure)->sureness = SURENESS_UNKNOWN;
        }
    }
}

/* Explains what the surest suspect can.  Returns: FALSE if there is none. */
static gboolean
explain_next (Inquiry *inquiry)
{
  const Suspect *best = find_surest (inquiry);
  if (best == NULL)
    return FALSE;

  g_hash_table_add (inquiry->check->wrong, (gpointer) best->figure);
  for (guint i = 0; i < best->ties->len; i++)
    {
      Tie *tie = tie_at (inquiry, best, i);
      if (is_open (tie))
        explain_tie (inquiry->check, tie, best);
      if (tie->is_broken)
        tie->explainer = best->figure;
    }
  for (guint i = 0; i < best->ties->len; i++)
    if (tie_at (inquiry, best, i)->is_broken)
      forget (inquiry, tie_at (inquiry, best, i));
  return TRUE;
}

/* A finding of a loose tie joins the group of the figure that explains it. */
static void
explain_loose (Check *check, const Tie *tie)
{
  g_autofree char *group = slip_cause (check, tie->explainer);
  report_set_text (&report_finding (check->report, (guint) tie->finding)->group, group);
}

void
slip_explain (Check *check)
{
  Inquiry inquiry = { .check = check,
                      .suspects = g_ptr_array_new_with_free_func (suspect_free),
                      .by_figure = g_hash_table_new (NULL, NULL) };
  list_ties (&inquiry);
  if (inquiry.n_open <= MOST_BROKEN)
    while (explain_next (&inquiry))
      ;
  for (guint i = 0; i < check->ties->len; i++)
    {
      const Tie *tie = ties_at (check->ties, i);
      if (tie->is_loose && tie->explainer != NULL)
        explain_loose (check, tie);
    }
  g_ptr_array_unref (inquiry.suspects);
  g_hash_table_unref (inquiry.by_figure);
}
